"""RTF's own alphabet: control words, groups, bytes of many code pages."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import NamedTuple

from . import refusals

MAX_TOKENS = 2_000_000
_TOKEN = re.compile(
    r"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?"  # a control word and its number
    r"|\\'([0-9a-fA-F]{2})"  # a byte
    r"|\\(.)"  # a control symbol
    r"|([{}])"
    r"|[\r\n]+"
    r"|([^\\{}\r\n]+)",
    re.DOTALL,
)

SIGNS = {
    "emdash": "—", "endash": "–", "bullet": "•", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
    "emspace": " ", "enspace": " ", "qmspace": " ", "tab": "\t", "line": "\n", "softline": "\n",
}  # fmt: skip
"""Control words that stand for letters."""

_CHARSETS = {
    77: "mac-roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "cp936", 136: "cp950", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip


class Token(NamedTuple):
    """``kind``: word, byte, symbol, open, close or text."""

    kind: str
    text: str
    number: int | None = None


def tokens(data: bytes) -> Iterator[Token]:
    """The file piece by piece. Raises ``UserError`` (``file-suspicious``) for more pieces than a document has."""
    source, at, count = data.decode("latin-1"), 0, 0
    while found := _TOKEN.match(source, at):
        at, count = found.end(), count + 1
        if count > MAX_TOKENS:
            raise refusals.suspicious("it has far more parts than a document")
        word, number, byte, symbol, brace, text = found.groups()
        if word == "bin":  # raw bytes that are no RTF follow
            at += max(int(number or 0), 0)
        elif word is not None:
            yield Token("word", word, None if number is None else int(number))
        elif byte is not None:
            yield Token("byte", chr(int(byte, 16)))
        elif symbol is not None:
            yield Token("symbol", symbol)
        elif brace is not None:
            yield Token("open" if brace == "{" else "close", brace)
        elif text is not None:
            yield Token("text", text)


def code_page(charset: int | None) -> str:
    """Python's name for a font's character set; ``""`` for the one of the document."""
    return _CHARSETS.get(charset or 0, "")


def known_page(number: int | None) -> str:
    """Python's name for a code page; Windows-1252 when there is none of that number."""
    name = "utf-8" if number == 65001 else f"cp{number}"
    try:
        codecs.lookup(name)
    except LookupError:
        return "cp1252"
    return name


def decoded(letters: str, page: str) -> str:
    """Letters that are bytes in truth, as text of a code page; what it has no letter for is left out."""
    return letters.encode("latin-1", "ignore").decode(page, "ignore")
