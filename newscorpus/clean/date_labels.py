"""What a line says that its date is of: the publication of an article, or a change of it."""

import re
from typing import Final

CHANGED: Final = re.compile(
    r"\b(?:updated?|modified|edited|revised|corrected|aktualisiert|geändert|stand(?=\s?:|\s\d)|mise? à jour|modifié"
    r"|actualizado|actualizada|atualizad[oa]|aggiornat[oa]|bijgewerkt|gewijzigd|uppdaterad|opdateret|oppdatert"
    r"|обновлено|изменено|更新|修正|güncellenme|aktualizacja|copyright)\b|更新|©",
    re.IGNORECASE,
)
_PUBLISHED: Final = re.compile(
    r"\b(?:published|posted|publication|veröffentlicht|erschienen|publié|publicado|publicada|pubblicato|gepubliceerd"
    r"|publicerad|publiceret|publisert|опубликовано|yayınlanma|opublikowano)\b|公開|発行|掲載|发布|發布|发表",
    re.IGNORECASE,
)
_PART: Final = re.compile(rf"\s[|·•]\s|(?={CHANGED.pattern}|{_PUBLISHED.pattern})", re.IGNORECASE)
_OF_A_POST: Final = re.compile(
    r"[—–-]\s?[^()]{1,60}\(@\w|\bpost shared\b|\bshared by\b|\bon (?:Instagram|Facebook|Twitter)\b", re.IGNORECASE
)


def parts(line: str) -> list[str]:
    """Return a line parted where a new label or an upright line begins.

    >>> parts("Updated: March 9, 2024 | Published: March 5, 2024")
    ['', 'Updated: March 9, 2024', '', 'Published: March 5, 2024']
    """
    return _PART.split(line)


def is_publication(part: str) -> bool:
    """Whether a part of a line labels its date as that of publication."""
    return _PUBLISHED.search(part) is not None


def is_change(part: str) -> bool:
    """Whether a part of a line labels its date as that of a change, or is of a quoted post.

    >>> is_change("Last updated 9 March 2024"), is_change("9 March 2024")
    (True, False)
    """
    return _OF_A_POST.search(part) is not None or (CHANGED.search(part) is not None and not is_publication(part))
