"""The Typst compiler as the rest of the program sees it: a template, a value, PDF bytes.

A compiler costs about 100 ms to make and a few to use again, so one is kept per process and per set of fonts. Typst
holds the GIL while it works: call this from the warm child process, never from a thread of the window's process.

The value travels as JSON in ``sys.inputs.data``. Templates read it with ``json(bytes(sys.inputs.data))`` and show
strings as strings, so nothing a person typed can ever become Typst markup. A picture travels beside it: it stays the
same while the rest changes with every letter, and only so Typst need not unpack it again each time.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping
from datetime import datetime
from functools import cache, lru_cache
from pathlib import Path

import typst

from careercoach_desktop.foundation.resources import resource

_OUR_SCRIPTS = (
    "LATIN",
    "GREEK",
    "CYRILLIC",
    "MODIFIER",
    "COMBINING",
    "MICRO",
    "FEMININE",
    "MASCULINE",
    "OHM",
    "KELVIN",
)


class TypesettingError(RuntimeError):
    """A template did not compile. That is a fault of the template, never of the person's data."""


def compile_pdf(
    template: Path,
    value: Mapping[str, object],
    *,
    picture: bytes = b"",
    created: datetime | None = None,
    tagged: bool = True,
    system_fonts: bool = False,
) -> bytes:
    """A PDF of ``template`` (an absolute ``.typ`` path) filled with ``value`` (anything JSON can hold).

    ``picture`` is in ``sys.inputs.picture``, as JSON too: a list of its bytes' numbers, empty when there is none.
    The same template, value, picture and ``created`` give the same bytes on every machine, as long as our own fonts
    cover the text; only for other scripts (Arabic, Chinese …) or with ``system_fonts`` the computer's fonts are asked.
    Raises TypesettingError.
    """
    data = json.dumps(value, ensure_ascii=False)
    compiler = _compiler(template.parent, with_system_fonts=system_fonts or not covered_by_our_fonts(data))
    inputs = {"data": data, "picture": _as_numbers(picture)}
    try:
        made = compiler.compile(input=template, format="pdf", sys_inputs=inputs, timestamp=created, pdf_tags=tagged)
    except typst.TypstError as problem:
        raise TypesettingError(f"{template.name}: {problem.message}\n{problem.diagnostic}") from None
    if not isinstance(made, bytes):
        raise TypesettingError(f"{template.name}: no PDF came out")
    return made


@lru_cache(maxsize=8)
def _as_numbers(picture: bytes) -> str:
    """Strings are the only thing Typst takes from outside, and it has no other way from one to bytes."""
    return json.dumps(list(picture), separators=(",", ":"))


def covered_by_our_fonts(text: str) -> bool:
    """Whether every letter belongs to a script that the bundled fonts draw (Latin, Greek, Cyrillic)."""
    return all(_covered(letter) for letter in set(text) if not letter.isascii())


@cache
def _covered(letter: str) -> bool:
    category = unicodedata.category(letter)
    if category[0] == "L" or category in {"Mn", "Mc"}:
        return unicodedata.name(letter, "").startswith(_OUR_SCRIPTS)
    return category != "So" or ord(letter) < 0x2600


@cache
def _compiler(root: Path, *, with_system_fonts: bool) -> typst.Compiler:
    return typst.Compiler(
        root=root, font_paths=[resource("fonts")], ignore_system_fonts=not with_system_fonts, sys_inputs={}
    )
