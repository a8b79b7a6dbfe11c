"""The Typst compiler behind one function."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pypdfium2
import pytest

from careercoach_desktop.foundation.documents.typesetting.compiler import (
    TypesettingError,
    compile_pdf,
    covered_by_our_fonts,
)


@pytest.fixture
def template(tmp_path: Path) -> Path:
    path = tmp_path / "page.typ"
    path.write_text('#set text(font: "Inter")\n#json(bytes(sys.inputs.data)).text', "utf-8")
    return path


def text_of(document: bytes) -> str:
    return str(pypdfium2.PdfDocument(document)[0].get_textpage().get_text_range())


def test_a_value_is_shown_as_it_is(template: Path) -> None:
    assert text_of(compile_pdf(template, {"text": '#1 *a* "b" \\ é'})) == '#1 *a* "b" \\ é'


def test_the_same_input_gives_the_same_bytes(template: Path) -> None:
    when = datetime(2026, 11, 23, tzinfo=UTC)
    first = compile_pdf(template, {"text": "one"}, created=when)
    assert compile_pdf(template, {"text": "two"}, created=when) != first
    assert compile_pdf(template, {"text": "one"}, created=when) == first


def test_a_broken_template_says_where(tmp_path: Path) -> None:
    broken = tmp_path / "broken.typ"
    broken.write_text("#missing-word", "utf-8")
    with pytest.raises(TypesettingError, match=r"broken\.typ.*missing-word"):
        compile_pdf(broken, {})


def test_a_template_reads_nothing_outside_its_folder(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    inside = tmp_path / "templates"
    inside.mkdir()
    nosy = inside / "nosy.typ"
    nosy.write_text('#read("../secret.txt")', "utf-8")
    with pytest.raises(TypesettingError):
        compile_pdf(nosy, {})


@pytest.mark.parametrize("text", ["Straße – Łódź, “façade” • 5 € → ½", "Ελληνικά", "Кириллица", "e\u0301"])
def test_our_fonts_cover_the_scripts_of_europe(text: str) -> None:
    assert covered_by_our_fonts(text)


@pytest.mark.parametrize("text", ["李娜", "محمد", "नमस्ते", "🙂"])
def test_other_scripts_ask_the_computer(text: str) -> None:
    assert not covered_by_our_fonts(text)
