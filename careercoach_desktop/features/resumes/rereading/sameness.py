"""When two spellings count as the same value: typography and layout may change, words and figures may not."""

from __future__ import annotations

import re
import unicodedata

_SAME_SIGN = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "“": '"',
        "”": '"',
        "–": "-",
        "—": "-",
        "‑": "-",
        "−": "-",
        "\u00a0": " ",
        "\u202f": " ",
        "\u00ad": None,
    }
)


def plain(text: str) -> str:
    """``text`` without what a line break, a font or a typographer may change."""
    text = unicodedata.normalize("NFKC", text).translate(_SAME_SIGN).casefold()
    text = re.sub(r"\s+", " ", text).strip()
    return re.sub(r"\s*([-/])\s*", r"\1", text).rstrip(" .,;:")


def digits(phone: str) -> str:
    """A phone number without its punctuation."""
    return re.sub(r"[^\d+]", "", phone.replace("(0)", ""))


def address(url: str) -> str:
    """A link without scheme, ``www.`` and closing slash."""
    return re.sub(r"^(?:https?://)?(?:www\.)?", "", url.strip().casefold()).rstrip("/")
