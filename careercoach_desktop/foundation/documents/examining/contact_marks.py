"""E-mail addresses and phone numbers in running text, for telling where they are printed and where not."""

from __future__ import annotations

import re
from collections.abc import Iterable

_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]*\w")
_PHONE = re.compile(r"\+?\(?\d[\d\s()./-]{6,18}\d")


def marks_in(text: str) -> list[str]:
    """Addresses and numbers as they are written; nine digits or more make a phone number, so that no date does."""
    phones = [found.strip() for found in _PHONE.findall(text) if len(digits(found)) >= 9]
    return [*_MAIL.findall(text), *phones]


def only_in(margin: str, body: str) -> list[str]:
    """What stands in ``margin`` and not in ``body``."""
    return list(dict.fromkeys(mark for mark in marks_in(margin) if not is_printed(mark, body)))


def hidden(targets: Iterable[str], text: str) -> list[str]:
    """``mailto:`` and ``tel:`` links whose address the text does not show."""
    out = []
    for target in targets:
        scheme, _, address = target.partition(":")
        address = address.partition("?")[0].strip()
        if scheme.lower() in {"mailto", "tel"} and address and not is_printed(address, text):
            out.append(address)
    return list(dict.fromkeys(out))


def is_printed(mark: str, text: str) -> bool:
    """Whether an address or number can be read in ``text``, however it is spaced."""
    if "@" in mark:
        return mark.casefold() in "".join(text.casefold().split())
    return digits(mark)[-9:] in digits(text)


def digits(text: str) -> str:
    return "".join(char for char in text if char.isdigit())
