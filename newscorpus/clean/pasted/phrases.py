"""Phrases of page furniture by kind, from those no article holds to those that only a whole page shows."""

import re
from typing import Final

Rule = tuple[str, str, re.Pattern[str]]
"""Kind of removal, the rule in plain words, and the pattern that a whole line must match."""


def _pattern(*alternatives: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(alternatives)})", re.IGNORECASE)


_NETWORK: Final = (
    r"(?:facebook|twitter|linked ?in|pinterest|whats ?app|reddit|tumblr|instagram|you ?tube|telegram|"
    r"e-?mail|google ?(?:\+|plus|news)?"
    r"|flipboard|pocket|messenger|snapchat|tiktok|line|vk(?:ontakte)?|viber|skype|weibo|wechat|"
    r"mastodon|bluesky|threads|rss|mix|buffer|print|xing|blogger|odnoklassniki)"
)
_BAR: Final = r"[\s|·•,/»>-]*"
_SHARED: Final = rf"(?:{_NETWORK}|x|copy(?: link)?)"
_NEWSLETTER: Final = (
    r"(?:newsletters?|letter|briefings?|bulletin|digest|e-?mails?|inbox|mailbox|alerts|updates|podcast|edition|"
    r"every (?:day|weekday|week|morning|evening)|daily|weekly)"
)
_SIGN_UP: Final = (
    r"(?:sign ?up|subscribe|register)(?: (?:now|here|today|below|free|for (?:free|it|yours)|to (?:get|receive) it|"
    r"at no cost|in seconds)){0,3}\W{0,3}"
)
"""The call that closes the words on a newsletter; one that closes a quotation is a speaker's."""
_THANKS: Final = r"(?:success|thanks|thank you|done|great|welcome)"

CODE: Final = re.compile(
    r"</?(?:script|style|amp-ad|ins|iframe|noscript|div|span)\b|^(?:var|let|const|"
    r"function)\s[\w$]+\s?[=({]|\bwindow\.\w+\s?=|document\.(?:write|getElement|addEventListener|"
    r"readyState)"
    r"|\(adsbygoogle|googletag\.|^\s?[{}()\[\];]{1,6}$|^\}\s?(?:else|catch)?\s?\(?.*[{;]$|"
    r"^//\s?(?:<!\[CDATA|\]\]>)|^[\w.#-]+\s?\{[^}]*\}$|^@media\b|^if\s?\(.*\)\s?\{$"
)

UNMISTAKABLE: Final[tuple[Rule, ...]] = (
    (
        "donation",
        "line asking for donations",
        _pattern(
            r"(?:please )?support (?:us|our (?:work|journalis[mt]s?|team|newsroom|reporting)|(?:press|"
            r"media) freedom|independent (?:media|news|journalism|reporting)|(?:quality|local) journalism)\b.*",
            r"help (?:us |to )?(?:safeguard|protect|keep|support|fund|sustain)\b.{0,60}(?:free for|"
            r"press freedom|journalism|independent|newsroom|by supporting|by donating).*",
            r"keep .{1,60} (?:free to read|free for (?:all|everyone|every reader|readers)|free and independent|"
            r"independent and free|ad-free)(?:\W.{0,200})?",
            r"(?:make|consider making) a (?:small |one-off |monthly )?(?:donation|contribution)\b.*",
            r"(?:become|be) a (?:monthly )?(?:patron|supporter|member|subscriber)\b[^.]{0,60}[.!]?",
            r"(?:donate|contribute)(?: (?:now|today|here|to (?:us|our)[^.]{0,40}))?[.!]?",
            r".{0,80}\bby supporting our (?:team|work|journalism)\b.{0,40}",
        ),
    ),
    (
        "promotion",
        "newsletter or subscription line",
        _pattern(
            r"discover more from\b.{1,80}",
            r"subscribe to get the latest posts\b.*",
            r"(?:subscribe|sign up|register)(?: now| here| today| free)?(?: (?:to|for) (?:our|the|this|a|free|"
            r"daily|weekly)\b.{0,80}(?:newsletters?|e-?mails?|alerts|channel|podcast|updates|inbox|newspaper|"
            r"magazine|edition)\b.{0,60})[.!]?",
            r"(?:get|receive|have) .{0,60}(?:in|to|straight to|delivered to) your (?:inbox|e-?mail)\b.{0,60}",
            r"(?:sign ?up|subscribe|register)\s?[:!–—-]\s.{1,200}",
            rf"(?=.{{0,250}}\b{_NEWSLETTER}\b).{{1,250}}[.!?:;–—-]\s{_SIGN_UP}",
            rf"{_THANKS}[!.,]?\s(?:you.?(?:re| are)|you.?(?:ve| have) been) (?:now )?(?:on (?:the|our) list|subscribed|"
            r"signed up|added|registered)\b.{0,60}",
            rf"{_THANKS} for (?:subscribing|signing up|registering|joining)\b.{{0,60}}",
            r"(?:whoops!? )?there was an error and we couldn.?t process your subscription\b.*",
            r"(?:please )?(?:check your (?:inbox|e-?mail) (?:to|for)\b.{0,60}|enter (?:a valid|your) e-?mail.{0,40})",
            r"type your e-?mail.{0,4}",
            r"by (?:signing up|subscribing|submitting),? (?:you|i) (?:agree|accept|consent)\b.*",
            r"(?:already|not) a (?:subscriber|member)\?.*",
        ),
    ),
    (
        "navigation",
        "share bar",
        _pattern(
            rf"(?:share(?: this)?(?: (?:story|article|post|page))?|tweet(?: this)?|pin|post|follow (?:us|me)|"
            rf"like us|find us|send)?\s?(?:on|to|via|with|by|in)\s{_SHARED}(?:{_BAR}(?:(?:share )?(?:on|to|"
            rf"via|with|by) )?{_SHARED}){{0,9}}",
            rf"(?:share(?: this)?[:\s]*){_NETWORK}(?:{_BAR}{_NETWORK}){{0,9}}",
            rf"{_NETWORK}(?:{_BAR}{_NETWORK}){{1,9}}",
            r"share (?:this )?(?:story|article|post|page)[:.!]?",
            r"click to (?:share|email|print)\b.{0,60}",
        ),
    ),
    (
        "other",
        "cookie notice",
        _pattern(
            r".{0,60}\b(?:this (?:web)?site|we(?: and our partners)?|our (?:web)?site) uses? cookies\b.*",
            r"(?:accept|reject|manage) (?:all )?(?:cookies|cookie settings|preferences)",
            r"by (?:continuing to (?:use|browse)|using) (?:this|our) (?:web)?site\b.*cookies.*",
        ),
    ),
    (
        "advertisement",
        "advertising label",
        _pattern(
            r"\W{0,4}(?:advertisements?|advertising|ad|ads|sponsored(?: content)?|paid (?:content|post)|"
            r"adchoices|report this ad|continue reading (?:below|the main story)|(?:article|"
            r"story) continues (?:below|after) (?:the )?(?:advertisement|ad)|publicidad|publicidade|"
            r"pubblicità|publicité|anzeige|werbung|реклама|スポンサードリンク)\W{0,4}",
            r"(?:scroll|skip) (?:down )?(?:to continue(?: reading| with content)?|past newsletter promotion|"
            r"advertisement)\b.{0,30}",
        ),
    ),
)

CLEAR: Final[tuple[Rule, ...]] = (
    (
        "other",
        "post of somebody on a social network",
        _pattern(
            r"view this (?:post|photo|video) on (?:instagram|threads|tiktok)\b.{0,60}",
            r"a (?:post|photo|video|reel) (?:shared|posted) by .{1,80}\(@[\w.]{1,40}\).{0,60}",
            r".{0,330}(?:--?|[–—])\s?[^.!?]{1,40}\(@\w{1,30}\)\s.{3,20}(?:19|20)\d\d\W{0,3}",
            r"pic\.twitter\.com/\w{1,20}",
        ),
    ),
    (
        "promotion",
        "newsletter or subscription line",
        _pattern(
            r"(?:subscribe|newsletter|newsletters|log ?in|sign ?in|sign ?up|register|subscribe now|"
            r"sign up now|my account|log ?out|e-?paper)\W{0,3}",
            r"(?:sign up|subscribe)\b.{0,120}\b(?:newsletters?|inbox|breaking news|podcast|magazine|today|now|"
            r"here)\b.{0,60}",
            r"(?:follow|like|find|join|connect with) (?:us|me|@\w+|\w+(?: \w+){0,4}) on (?:our )?(?:facebook|"
            r"twitter|instagram|google|telegram|whats ?app|youtube|linked ?in|tiktok)\b.{0,80}",
            r"(?:download|get|install) (?:the|our) .{0,40}\bapps?\b.{0,60}",
            r"(?:our|the) .{0,60}\b(?:newsletter|letter|briefing|e-?mail|bulletin)\b.{0,80}\b(?:in|to) your "
            r"(?:inbox|mailbox)\b.{0,60}",
            r"to (?:continue|keep) reading\b.{0,80}(?:subscri|log|sign|regist).{0,60}",
            r"(?:this (?:article|content) is|unlock|enjoy) .{0,60}(?:for|available to) (?:subscribers|"
            r"members)\b.{0,60}",
            r"click here to (?:subscribe|sign up|join|donate|download|get)\b.{0,80}",
            r"for (?:more|the latest) (?:news|stories|updates|coverage)\b.{0,60}(?:follow|visit|subscribe|"
            r"sign up|download|click)\b.{0,60}",
            r"if you (?:enjoyed|liked) (?:this|reading)\b.{0,200}",
        ),
    ),
    (
        "related",
        "link to another article",
        _pattern(
            r"(?:\W{0,3})(?:read(?: (?:more|also|next|this|it here|the (?:full|original) (?:story|article|"
            r"text)))?|also read|see(?: (?:also|more))|more|related(?: \w+)?|watch(?: \w+)?|listen(?: \w+)?|"
            r"don.?t miss|also on [\w. ]{1,30}|on [\w.]+\.com|you (?:may|might) (?:also )?(?:like|"
            r"be interested)|recommended|more on|leggi anche|lire aussi|lea también|lesen sie auch|"
            r"mehr zum thema|читайте также)\s?[:|»>→].{0,200}",
            r"(?:\W{0,3})(?:read|find|see) more (?:on|about|from|in|at|of) [^:.!?]{1,60}:\s.{1,200}",
            r"(?:read more|read next|see also|also read|related (?:articles?|stories|posts|links|news|content|"
            r"coverage|topics)|more (?:stories|on this (?:story|topic)|from .{1,30})|"
            r"recommended(?: (?:stories|articles|reading|for you))?|further reading)\W{0,4}",
        ),
    ),
    (
        "copyright",
        "copyright line",
        _pattern(
            r"(?:\W{0,3})(?:copyright|©|\(c\)|&copy;)\s?(?:©|\(c\))?\s?(?:by )?(?:(?:19|20)\d\d|the |"
            r"all rights|[^\d]{2,60},? (?:19|20)\d\d)\b.{0,300}",
            r"(?:\W{0,3})©\s?[^\W\d][^.!?]{1,60}\.?",
            r".{0,120}\ball rights reserved\b.{0,250}",
            r"this (?:copy is for your personal|article is protected by copyright)\b.*",
            r"this material may not be published, broadcast, rewritten\b.*",
            r".{0,60}may not be reproduced (?:without|in whole)\b.{0,100}",
        ),
    ),
    (
        "comments",
        "readers' comments",
        _pattern(
            r"(?:leave|post|add|write) (?:a|your) (?:reply|comment)s?\b.{0,60}",
            r"view the discussion thread\W?",
            r"(?:view|show|read|see|hide|load|join the) (?:all |more )?(?:\d+ )?(?:comments|conversation|"
            r"discussion)\W{0,3}",
            r"(?:please )?(?:log in|sign in|register|subscribe) to (?:leave a |post a |add a )?comment\b.{0,60}",
            r"comments (?:are|have been) (?:closed|disabled|off)\b.{0,60}",
            r"your e-?mail address will not be published\b.*",
        ),
    ),
    (
        "byline",
        "note on the author",
        _pattern(
            r"(?:about the (?:author|writer)s?|(?:reach|contact|email|follow) (?:the )?(?:author|reporter|"
            r"writer|editor)s?\b.{0,120})\W{0,3}",
            r"(?:you can )?(?:follow|reach|contact|e-?mail) (?:him|her|them|"
            r"[\w.]+(?: [\w.]+){0,3}) (?:on (?:twitter|facebook|instagram|x|linkedin)|at|"
            r"via)\W{1,3}.{0,120}(?:@|\.com|\.org|\.net|twitter).{0,60}",
            r"(?:(?:write to|contact|e-?mail|reach)\b.{0,40}\s)?\S{1,60}@\S{1,60}\.[a-z]{2,6}",
        ),
    ),
    (
        "dateline",
        "time of publication",
        _pattern(
            r"(?:(?:first |last |originally )?(?:published|updated|posted|modified)|last update)\b[^.!?]{0,40}?"
            r"\b(?:\d{1,3} (?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?) ago|\d{1,2}[:.]\d\d)\b"
            r"[^.!?]{0,40}",
        ),
    ),
    (
        "navigation",
        "time it takes to read",
        _pattern(
            r"\W{0,3}(?:estimated )?(?:reading|read) time\W{1,3}(?:about )?\d{1,3}[ -]?min(?:ute)?s?\W{0,3}",
            r"\W{0,3}\d{1,3}[ -]?min(?:ute)?s?\.? (?:read|to read|reading time)\W{0,3}",
            r"\W{0,3}listen to (?:this|the) (?:article|story)\b.{0,40}",
        ),
    ),
    (
        "navigation",
        "line of tags",
        _pattern(
            r"(?:tags?|topics?|filed (?:under|to)|categor(?:y|ies)|keywords|tagged(?: with)?|"
            r"posted in)\s?:.{0,300}"
        ),
    ),
)

PAGE: Final[tuple[Rule, ...]] = (
    (
        "comments",
        "readers' comments",
        _pattern(
            r"\W{0,3}(?:\d{1,5} |no )?(?:comments?|replies|responses|kommentare?|comentarios?|comentários|"
            r"commentaires?|commenti|комментари[ий])(?: \(?\d{1,5}\)?)?(?: yet\b.{0,40})?\W{0,3}"
        ),
    ),
    (
        "related",
        "heading over links to other articles",
        _pattern(
            r"(?:most|more|top|latest|popular|trending|recent|other|editor.?s|featured|today.?s|"
            r"in other)\W?(?:s )?(?:\w+ ){0,2}(?:read|popular|viewed|shared|watched|stories|news|posts|"
            r"articles|videos|picks|topics|headlines|now|business|world|from|comments|reads?|"
            r"commented)(?: (?:in|on|from|today|now|stories|news|articles|posts|this week)\b.{0,30})?\W{0,3}",
            r"(?:trending|popular|you (?:may|might) (?:also )?(?:like|be interested in)|don.?t miss|"
            r"what.?s hot|what to read next|up next|next up|read next|from the web|around the web|"
            r"more for you|promoted stories|sponsored stories|see also|recommended for you|関連記事|関連|"
            r"articoli correlati|notícias relacionadas|verwandte artikel|похожие.{0,20})\W{0,3}",
        ),
    ),
    (
        "navigation",
        "menu or button",
        _pattern(
            r"(?:home|menu|search(?: for)?|close|open|skip to .{1,30}|back to (?:top|gallery|.{1,20})|next|"
            r"previous|prev|next (?:post|article|story)|previous (?:post|article|story)|about(?: us)?|"
            r"contact(?: us)?|privacy(?: policy)?|terms(?: .{1,30})?|sitemap|site map|careers|jobs|"
            r"advertise(?: with us)?|help|faqs?|rss|share|shares|tweet|pin|like|save|print|e-?mail|more|"
            r"view all|view more|show more|see all|load more|read more|loading|play(?: video)?|video|videos|"
            r"photos|photo|gallery|live|tags|topics|share on|share via|follow|follow us(?: on)?|find us|"
            r"connect|copy link|link|bookmark|font size|text size|order reprints|print(?: this)? (?:article|"
            r"page|story)|listen|account|profile|settings|"
            r"notifications|cookie (?:policy|settings)|editorial .{1,20}|accessibility|feedback|corrections|"
            r"archives?|subscriptions?|weather|horoscopes?|crossword|puzzles|obituaries|classifieds|"
            r"all (?:news|topics)|latest|latest news|breaking news|breaking|trending|news|world|business|"
            r"sports?|opinion|politics|entertainment|technology|tech|health|science|lifestyle|culture|travel|"
            r"images?|sections|newsroom)\W{0,3}",
            rf"{_NETWORK}\W{{0,3}}",
            r"\d{1,6}(?:\.\d)?k?(?: (?:shares?|likes?|views?|votes?|retweets))?",
            r"\W{0,6}(?:\d{1,2} ?/ ?\d{1,2})?\W{0,6}",
            r"(?:click|tap) (?:here|to tweet|to (?:see|view|enlarge|expand)).{0,60}",
            r".{0,200}\bclick (?:to tweet|here)\W?",
            r"@\w{2,30}",
            r"view (?:all|more|image|gallery|photos?|comments?)\b.{0,40}",
            r"share\W{0,3}(?:\d{1,6}|this\W{0,2}.{0,60}|it with .{1,30}|via)",
        ),
    ),
    ("other", "bare address", _pattern(r"(?:https?://|www\.)\S{1,300}")),
)
