"""Bytes of a web page into text, whatever its server or author said about the encoding.

Pages lie about their encoding often enough that the bytes themselves are asked first: text that is valid UTF-8 with
non-ASCII letters in it is UTF-8, because other encodings almost never form such sequences by accident.
"""

from __future__ import annotations

import codecs
import re

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_:.\-]{2,40})""", re.IGNORECASE)
_LANGUAGE = re.compile(rb"""<html[^>]{0,500}?\slang\s*=\s*["']?([A-Za-z]{2})""", re.IGNORECASE)
_HEAD_BYTES = 4096

# What browsers really decode when a page names the left-hand label (WHATWG Encoding Standard).
_BROWSER_LABELS = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "utf-16": "utf-8",
    "utf-16-le": "utf-8",
    "utf-16-be": "utf-8",
}
_ESCAPE_CODED = frozenset({"iso2022_jp", "hz"})
# Codecs that Python knows but no browser decodes a page with; utf-7 would also let markup hide in plain letters.
_NEVER = frozenset({"utf-7", "idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "cp65001", "oem"})
_BY_LANGUAGE = {
    **dict.fromkeys(("cs", "sk", "pl", "hu", "sl", "hr", "ro", "sq"), "cp1250"),
    **dict.fromkeys(("ru", "bg", "uk", "be", "sr", "mk"), "cp1251"),
    **dict.fromkeys(("lt", "lv", "et"), "cp1257"),
    "el": "cp1253",
    "tr": "cp1254",
    "he": "cp1255",
    "ar": "cp1256",
    "ja": "cp932",
    "zh": "gb18030",
    "ko": "cp949",
}


def decode_page(data: bytes, declared: str = "") -> str:
    """The text of ``data``. ``declared`` is the charset the server named (may be empty or nonsense).

    Order: byte order mark, valid UTF-8, the server's word, the page's own word, a guess from the page's language.
    Never raises; bytes that mean nothing become U+FFFD, NUL characters are dropped.
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _clean(data[len(mark) :].decode(name, "replace"))
    named = [codec for codec in (_codec(declared), _codec(_label_in(data))) if codec]
    if data.isascii():
        stateful = next((codec for codec in named if codec in _ESCAPE_CODED), "ascii")
        return _clean(data.decode(stateful, "replace"))
    if _is_utf8(data) or (not named and _nearly_utf8(data)):
        return _clean(data.decode("utf-8", "replace"))
    return _clean(data.decode(named[0] if named else _guess(data), "replace"))


def _clean(text: str) -> str:
    return text.replace("\x00", "") if "\x00" in text else text


def _codec(label: str) -> str:
    """The codec a browser would use for ``label``, or an empty string when it would not know it."""
    label = label.strip().strip("\"'").lower()
    if not label or label in _NEVER:
        return ""
    try:
        name = codecs.lookup(label).name
        "".encode(name)
    except (LookupError, ValueError):
        return ""
    return "" if name in _NEVER else _BROWSER_LABELS.get(name, name)


def _label_in(data: bytes) -> str:
    found = _DECLARED.search(data, 0, _HEAD_BYTES)
    return found.group(1).decode("ascii") if found else ""


def _is_utf8(data: bytes) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")("strict")
    try:
        # final=False forgives a last letter cut in half by a size cap
        decoder.decode(data, final=False)
    except UnicodeDecodeError:
        return False
    return True


def _nearly_utf8(data: bytes) -> bool:
    """Whether a few broken bytes are all that keeps ``data`` from being UTF-8."""
    sample = data[:200_000].decode("utf-8", "replace")
    broken = sample.count("\ufffd")
    foreign = sum(1 for char in sample if char > "\x7f")
    return broken * 10 < foreign


def _guess(data: bytes) -> str:
    language = _LANGUAGE.search(data, 0, _HEAD_BYTES)
    return _BY_LANGUAGE.get(language.group(1).decode("ascii").lower(), "cp1252") if language else "cp1252"
