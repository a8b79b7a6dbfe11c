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


_EAST_ASIAN = r"[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]"
_BETWEEN_EAST_ASIAN = re.compile(rf"(?<={_EAST_ASIAN})\s+(?={_EAST_ASIAN})")
"""Chinese and Japanese have no blanks, so one between their letters is where a line ended."""
_JOINS = frozenset({"in", "en", "em", "im", "of"})


def plain(text: str) -> str:
    """``text`` without what a line break, a font or a typographer may change."""
    text = unicodedata.normalize("NFKC", text).translate(_SAME_SIGN).casefold()
    text = _BETWEEN_EAST_ASIAN.sub("", re.sub(r"\s+", " ", text)).strip()
    return re.sub(r"\s*([-/])\s*", r"\1", text).rstrip(" .,;:")


def degree(text: str) -> str:
    """A degree and its subject as words: a comma, ``in`` or the same word twice running change nothing.

    ``PhD, in Physics`` and ``PhD Physics`` are one degree, however the two were told apart.
    """
    words = [word for word in re.findall(r"[^\W_]+(?:[.'+#-][^\W_]+)*", plain(text)) if word not in _JOINS]
    return " ".join(word for index, word in enumerate(words) if index == 0 or word != words[index - 1])


def digits(phone: str) -> str:
    """A phone number without its punctuation."""
    return re.sub(r"[^\d+]", "", phone.replace("(0)", ""))


def address(url: str) -> str:
    """A link without scheme, ``www.`` and closing slash."""
    return re.sub(r"^(?:https?://)?(?:www\.)?", "", url.strip().casefold()).rstrip("/")
