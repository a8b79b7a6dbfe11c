"""Texts as they are compared: without capitals and accents."""

from __future__ import annotations

import unicodedata


def folded(text: str) -> str:
    """``resume`` of ``Résumé``."""
    if text.isascii():
        return text.lower()
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
