"""Strangers' words made harmless: no markup, no control characters, nothing that turns a line around, and not long."""

from __future__ import annotations

import html
import re
import unicodedata

SUMMARY, PLACE, LINK, NAME, EMAIL, TEXT, UID = 300, 500, 2_000, 200, 254, 8_000, 1_000
_TURNING = {*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C, 0xFEFF, 0xFFFC, 0xFFFD}
_TAG = re.compile(r"<[a-zA-Z/!][^<>]{0,2000}>")
_BREAK = re.compile(r"<(?:br|/p|/div|/li|/tr|/h[1-6])\b[^<>]{0,200}>", re.IGNORECASE)
_UNSEEN = re.compile(r"<(style|script|head|title)\b.{0,20000}?</\1\s*>", re.IGNORECASE | re.DOTALL)
_ESCAPES = re.compile(r"\\(.)", re.DOTALL)
_EMAIL = re.compile(r"[^\s@<>,;:\"()\[\]]{1,64}@[A-Za-z0-9.-]{1,185}")


def unescaped(value: str) -> str:
    """A text as it was before it was written into a calendar file."""
    return _ESCAPES.sub(lambda each: "\n" if each[1] in "nN" else each[1], value)


def one_line(text: str, longest: int) -> str:
    """Plain words on one line."""
    return " ".join(clean(text).split())[:longest].rstrip()


def paragraphs(text: str, longest: int) -> str:
    """Plain words with their lines, at most one empty line between two."""
    lines = [" ".join(line.split()) for line in clean(without_markup(text)).split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()[:longest].rstrip()


def clean(text: str) -> str:
    """Without control characters (line ends and tabs stay) and without those that turn the writing around."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(
        letter
        for letter in text
        if letter in "\n\t" or not (unicodedata.category(letter) in ("Cc", "Cs", "Cn") or ord(letter) in _TURNING)
    )


def without_markup(text: str) -> str:
    """The words of a text that some programs write as HTML; any other text is as it was."""
    if _TAG.search(text) is None:
        return text
    text = _BREAK.sub("\n", _UNSEEN.sub("", text))
    return html.unescape(_TAG.sub("", text))


def email_of(value: str) -> str:
    """The address in ``mailto:lena@example.com``; empty when there is none."""
    found = _EMAIL.fullmatch(re.sub(r"(?i)^\s*mailto:\s*", "", value).strip())
    return found[0].rstrip(".")[:EMAIL] if found else ""
