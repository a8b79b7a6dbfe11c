"""What other programs read from our pages: every word, and in the order a person reads them.

``pdftotext`` goes by where words stand, pypdf by the order they are written in. Applicant systems do one or the other.
"""

from __future__ import annotations

import io
import subprocess
from collections.abc import Callable
from functools import cache

import pypdf
import pytest

from .pages import NAMES, PEOPLE, letters, parts_in_order, pdf_of, person


@cache
def by_place(name: str, template: str) -> str:
    made = subprocess.run(["pdftotext", "-", "-"], input=pdf_of(name, template), capture_output=True, check=True)
    return made.stdout.decode()


@cache
def by_stream(name: str, template: str) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf_of(name, template))).pages)


READERS = {"pdftotext": by_place, "pypdf": by_stream}
ROMAN = [name for name in PEOPLE if name not in ("academic", "chinese", "japanese")]
"""pypdf takes a second for 40 publications; for Chinese and Japanese the other reader looks at all templates."""


def out_of_order(text: str, name: str) -> list[str]:
    """The values that are missing or do not stand after those before them, section by section."""
    whole, wrong = letters(text), []
    for section in parts_in_order(name):
        heading = section[0][0]
        starts = [at for at in range(len(whole)) if whole.startswith(heading, at)]
        tries = [_misplaced(whole, section, start) for start in starts] or [[f"no heading {heading}"]]
        wrong += min(tries, key=len)
    return wrong


def _misplaced(whole: str, section: list[list[str]], start: int) -> list[str]:
    wrong, done = [], start
    for values in section:
        ends = []
        for value in values:
            at = whole.find(value, done)
            if at < 0:
                wrong.append(value)
            else:
                ends.append(at + len(value))
        room = 3 * sum(map(len, values)) + 60  # a value found much further on stands in another entry
        wrong += [value for value, end in zip(values, ends, strict=False) if end > done + room]
        done = max([done, *ends]) if not wrong else done
    return wrong


@pytest.mark.parametrize("template", NAMES)
@pytest.mark.parametrize("name", PEOPLE)
def test_pdftotext_gives_every_word_in_order(name: str, template: str) -> None:
    assert out_of_order(by_place(name, template), name) == []


@pytest.mark.parametrize("template", NAMES)
@pytest.mark.parametrize("name", ROMAN)
def test_pypdf_gives_every_word_in_order(name: str, template: str) -> None:
    assert out_of_order(by_stream(name, template), name) == []


@pytest.mark.parametrize("reader", READERS.values(), ids=READERS)
@pytest.mark.parametrize("template", NAMES)
def test_the_name_comes_first_and_the_contact_data_before_the_sections(
    template: str, reader: Callable[[str, str], str]
) -> None:
    text, basics = letters(reader("lena", template)), person("lena").basics
    places = [text.find(letters(part)) for part in (basics.name, basics.label, basics.email, "Experience")]
    assert -1 not in places
    assert places == sorted(places)


@pytest.mark.parametrize("template", NAMES)
def test_words_are_whole_and_apart(template: str) -> None:
    """Spaced capitals, narrow gaps and ligatures must not tear words or glue them together."""
    for reader in READERS.values():
        words = reader("lena", template).split()
        lower = [word.casefold() for word in words]
        assert {"summary", "experience", "certificates", "workflow"} - set(lower) <= {"workflow"}
        for phrase in ("Kept the stock forecasts for three warehouses.", "Found £38,000 of duplicate orders"):
            assert phrase in " ".join(words)
