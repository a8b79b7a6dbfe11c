"""Words as they are compared: without case and accents, so that ``resume`` finds ``Résumé``."""

from __future__ import annotations

import unicodedata


def folded(text: str) -> str:
    """Lower-case without accents, so that ``resume`` finds ``Résumé``."""
    if text.isascii():
        return text.lower()
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))


def words_of(text: str) -> tuple[str, ...]:
    """The folded words of what was typed to search, each once."""
    return tuple(dict.fromkeys(folded(text).split()))
