"""Parts of a page that are never the article, told by their tags and by the names their makers gave them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from lxml.html import HtmlElement

from newscorpus.clean import offers


@dataclass(frozen=True, slots=True)
class Cut:
    """Why a stretch is not part of the article: a key of KINDS_OF_REMOVAL, and the rule in plain words."""

    kind: str
    rule: str


OF_SOMETHING_ELSE: Final = frozenset({"comments", "related", "script"})
LONGEST_NAMES: Final = 300  # characters of class and id that are looked at

BY_TAG: Final = {
    "script": Cut("script", "script or code"),
    "style": Cut("script", "style sheet"),
    "template": Cut("script", "part of the page that is not shown"),
    "noscript": Cut("script", "shown only where scripts are off"),
    "svg": Cut("navigation", "drawing or icon"),
    "iframe": Cut("other", "frame of another page"),
    "title": Cut("headline", "title of the page"),
    "figcaption": Cut("caption", "caption of a picture"),
    "nav": Cut("navigation", "menu"),
    "menu": Cut("navigation", "menu"),
    "footer": Cut("navigation", "foot of the page or article"),
    "header": Cut("navigation", "head of the page or article"),
    "button": Cut("navigation", "button"),
    "select": Cut("navigation", "list to choose from"),
    "textarea": Cut("navigation", "field of a form"),
    "form": Cut("navigation", "form"),
    "aside": Cut("related", "box beside the article"),
    "amp-ad": Cut("advertisement", "advertisement"),
    "ins": Cut("advertisement", "advertisement"),
}

_NAMES: Final = {
    "embed": r"twitter-tweet|twitter-video|instagram-media|fb-(?:post|video)|tiktok-embed|bluesky-embed"
    r"|reddit-(?:embed|card)(?:-bq)?|telegram-post|mastodon-embed|embed-?(?:tweet|twitter|instagram|facebook|tiktok|social)"
    r"|(?:tweet|twitter|instagram|facebook|tiktok|social)-?embed(?:-?(?:container|wrapper|block))?|text-post-media",
    "caption": (
        r"(?:fig|photo|image|img|pic|picture|media|video|gallery|slide|lead)?-?captions?(?:-?text|-?wrap|-?container)?"
        r"|wp-caption-text|wp-caption-dd|cutline|bildunterschrift|legende"
    ),
    "credit": r"(?:photo|image|img|picture|media|video)?-?credits?|(?:photo|image|picture)-?(?:source|byline|author)"
    r"|copyright-holder|photographer",
    "script": r"hidden|hide|d-none|u-hidden|offscreen|element-invisible|visually-hidden|sr-only"
    r"|screen-reader-text|screen-reader|print-only|print-header"
    r"|print-footer|visuallyhidden|is-hidden|no-display",
    "advertisement": r"ads?|advert|adverts|advertising|advertisements?|ad-?(?:slot|unit|wrapper|container|box|block"
    r"|banner|label|text|zone|space)|adsbygoogle|wordads-tag|wpcnt|wpa|dfp|sponsored|sponsor|native-ad|banner-ad|teads",
    "promotion": r"newsletters?(?:-?sign-?up|-?box|-?widget|-?form|-?promo)?|sign-?up(?:-?box|-?form)?|subscribe"
    r"|subscription|promo|promobox|cta|marketing|paywall-?(?:message|prompt|banner)|app-?promo|mailchimp",
    "donation": r"donate|donations?|support-?us|membership-?(?:box|promo)|contributions?-?(?:box|banner|epic)",
    "related": r"related(?:-?(?:posts?|articles?|stor(?:y|ies)|content|links?|news|items?|topics|coverage|box|media))?"
    r"|recommend(?:ed|ations?|s)?|read-?(?:more|next|also)|more-?(?:stories|news|from|on|articles|posts)"
    r"|most-?(?:read|popular|viewed|shared|commented)|trending|popular-?(?:posts|stories|news)|outbrain|taboola|zergnet"
    r"|yarpp|jp-relatedposts|see-?also|also-?(?:read|like)|you-?(?:may|might)-?(?:also-?)?like|up-?next|next-?(?:post|article)"
    r"|teasers?|latest-?(?:news|posts|stories)|top-?stories|rail|sidebar|widget-area",
    "comments": r"comments?(?:-?(?:area|list|section|wrapper|form|container|body|box|block|thread|count|respond))?"
    r"|disqus(?:-thread)?|respond|fb-comments|reader-comments",
    "navigation": r"breadcrumbs?|social|socials|social-?(?:share|media|links|icons|bar|buttons?|tools|follow)|share"
    r"|sharing|share-?(?:bar|buttons?|tools|links|icons|this)|sharedaddy|addtoany|addthis|shareaholic|article-?tools"
    r"|post-?(?:tags|nav|navigation|footer)|tags?-?(?:list|links|cloud|box)|pagination|pager|page-?nav|site-?(?:header"
    r"|footer|nav)|masthead|menu|main-?menu|cookie(?:s|-?(?:banner|notice|consent|bar))?|gdpr|consent|toolbar|toolbox"
    r"|print-?tools|follow-?us|skip-?link|login|search-?(?:box|form)|tooltip|rollover-block",
    "byline": r"by-?line(?:s|-?(?:name|author|wrap|container|date|block))?|author-?(?:bio|box|info|block|card|profile"
    r"|details|description|about|meta)|about-?(?:the-?)?author|bio|writer-?bio|post-?meta|entry-?meta|article-?meta|dateline"
    r"|timestamp|publish(?:ed)?-?(?:date|time)|article-?(?:date|timestamp|attribution)|attribution",
}
_RULES: Final = {
    "embed": "post of somebody on a social network",
    "caption": "caption of a picture",
    "credit": "credit of a picture",
    "script": "part of the page that is not shown",
    "advertisement": "advertisement",
    "promotion": "box that asks for a subscription",
    "donation": "box that asks for money",
    "related": "box of other articles",
    "comments": "readers' comments",
    "navigation": "menu or share bar",
    "byline": "box about author and date",
}
_NAMED = re.compile("|".join(f"(?P<{kind}>(?<![^ ])(?:{names})(?![^ ]))" for kind, names in _NAMES.items()))
_HIDDEN = re.compile(
    r"display:\s*none|visibility:\s*hidden|(?:left|top|text-indent):\s*-\d{3,}|font-size:\s*0(?![\d.])"
    r"|clip:\s*rect\(\s*[01]px",
    re.IGNORECASE,
)
_WALL_NAME = re.compile(
    r"paywall|regwall|subscri\w{0,8}-?wall|subscriber-?only|piano-|tp-modal|metered|subscription-?(?:wall|offer)",
    re.IGNORECASE,
)
LONGEST_OFFER: Final = 800  # characters of an offer; a part of that name with more text is what has been paid for
_PARTS = re.compile(r"__|--|_")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NEVER_CUT: Final = frozenset({"html", "head", "body", "main", "article", "h1"})


def find_containers(
    elements: Sequence[HtmlElement], *, n_characters: Mapping[HtmlElement, int], most: float
) -> dict[HtmlElement, Cut]:
    """The elements of a page that are no part of its article, each with the reason.

    `n_characters` holds the length of each element's text: a part of more than `most` is never cut, but for scripts.
    """
    found: dict[HtmlElement, Cut] = {}
    for element in elements:
        cut = cut_of(element)
        if cut is not None and (
            (cut.kind == "script" and element.tag in BY_TAG) or n_characters.get(element, 0) <= most
        ):
            found[element] = cut
    return found


def cut_of(element: HtmlElement) -> Cut | None:
    """Why an element is no part of an article, by its tag, its class and its id; None when it may be."""
    if element.tag == "form" and any(field.get("type") == "email" for field in element.iter("input")):
        return Cut("promotion", _RULES["promotion"])
    if element.tag in BY_TAG:
        return BY_TAG[element.tag]
    if element.tag in _NEVER_CUT:
        return None
    attributes = element.attrib
    if not attributes:
        return None
    if "hidden" in attributes:
        return Cut("script", _RULES["script"])
    if _is_offer(element):
        return Cut("promotion", offers.RULE)
    if "style" in attributes and _HIDDEN.search(attributes["style"]):
        return Cut("script", _RULES["script"])
    names = f"{attributes.get('class', '')} {attributes.get('id', '')}"
    return _cut_by_name(names[:LONGEST_NAMES]) if names != " " else None


def _is_offer(element: HtmlElement) -> bool:
    """Whether an element is called a pay wall and holds an offer; what has been paid for may be called so too."""
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    if not _WALL_NAME.search(names[:LONGEST_NAMES]):
        return False
    lines = [" ".join(text.split()) for text in element.itertext()]
    return sum(map(len, lines)) <= LONGEST_OFFER and any(offers.is_offer(line) for line in lines)


def stands_beside(element: HtmlElement) -> bool:
    """Whether an element stands in a part about something else: comments, other articles, what is not shown."""
    cuts = (cut_of(around) for around in element.iterancestors() if around.tag != "noscript")
    return any(cut and (cut.kind in OF_SOMETHING_ELSE or cut.rule == _RULES["embed"]) for cut in cuts)


@lru_cache(maxsize=4096)
def _cut_by_name(names: str) -> Cut | None:
    for name in _readings(names):
        if named := _NAMED.search(name):
            group = named.lastgroup or "embed"
            return Cut("other" if group == "embed" else group, _RULES[group])
    return None


def _readings(names: str) -> Iterator[str]:
    """Each class name whole (`photo-caption`), then the last part of a compound (`article__caption`)."""
    for name in _CAMEL.sub("-", names).split():
        yield name.lower().replace("_", "-")
        yield _PARTS.split(name)[-1].lower()
