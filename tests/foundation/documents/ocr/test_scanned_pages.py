"""Pages that are only pictures, read through the Tesseract of this computer, which the tests bring along."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, Qt
from PySide6.QtGui import QImage

from careercoach_desktop.foundation.documents import ocr
from careercoach_desktop.foundation.documents.model import Line, SourceText
from careercoach_desktop.foundation.documents.reading import page_sizes, read_document, scans
from careercoach_desktop.foundation.errors import UserError
from tests.support.paper import pdf
from tests.support.scanning import Sheet, pictures_in_pdf, scanned, sheets

RESUME = """
#text(size: 20pt, weight: "bold")[Maya Okafor]

maya.okafor\\@example.org | +44 113 496 0000 | Leeds

= Experience
*Senior Data Engineer*, Northgate Analytics #h(1fr) March 2021 – Present
- Moved nightly reporting to a tested pipeline that eleven teams rely on every single morning
  before their first meeting of the day
- Cut the cost of storage by 38 % without losing any history
- Mentored three junior engineers

= Education
University of York, BSc Mathematics
"""
LEBENSLAUF = """
#text(size: 20pt)[Jörg Weißmüller]

= Berufserfahrung
Sachbearbeiter für Qualität bei der Gesellschaft für Prüfgeräte in Köln
- Prüfung der Geräte und Einführung der neuen Maße für die Fertigung
- Schulung der Kollegen zu den Änderungen im Ablauf und Pflege der Unterlagen
- Rückläufer auf ein Fünftel gesenkt und die Abläufe für das Büro geändert
"""


@pytest.fixture(autouse=True)
def tesseract() -> ocr.Tesseract:
    program = ocr.find()
    assert program is not None, "these tests need Tesseract (packaging/dev.py installs it)"
    return program


def line(source: SourceText, beginning: str) -> Line:
    found = [each for each in source.lines if each.text.startswith(beginning)]
    assert found, f"{beginning!r} is not among {[each.text for each in source.lines]}"
    return found[0]


def line_number(source: SourceText, beginning: str) -> int:
    return source.lines.index(line(source, beginning))


def picture_of(sheet: Sheet, kind: str, turned: QImage.Format | None = None) -> bytes:
    image = QImage(sheet.pixels, sheet.width, sheet.height, sheet.width, QImage.Format.Format_Grayscale8)
    image = image.convertToFormat(turned, Qt.ImageConversionFlag.ThresholdDither) if turned else image
    return saved(image, kind)


def saved(image: QImage, kind: str) -> bytes:
    out = QByteArray()
    buffer = QBuffer(out)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    assert image.save(buffer, kind)  # type: ignore[call-overload]  # the stubs know only file names
    return bytes(out.data())


@pytest.mark.parametrize("tilt", [0.0, 1.0, -0.7])
def test_a_scan_reads_like_the_page_it_was_made_of(tilt: float) -> None:
    source = read_document(scanned(pdf(RESUME), tilt=tilt), "scan.pdf")
    assert line(source, "maya.okafor@example.org").text == "maya.okafor@example.org | +44 113 496 0000 | Leeds"
    assert line(source, "Senior Data Engineer").cells()[1].replace("—", "–").replace("-", "–") == "March 2021 – Present"
    assert [each.text for each in source.lines if each.bullet][1:] == [
        "Cut the cost of storage by 38 % without losing any history",
        "Mentored three junior engineers",
    ]
    body = line(source, "Mentored").size
    assert line(source, "Maya Okafor").size > 1.6 * body
    assert line(source, "Experience").size > 1.2 * body


def test_a_wrapped_item_hangs_under_its_first_line_although_the_page_lies_askew() -> None:
    source = read_document(scanned(pdf(RESUME), tilt=1.2), "scan.pdf")
    first, wrapped = line(source, "Moved nightly"), source.lines[line_number(source, "Moved nightly") + 1]
    assert wrapped.text.endswith("the day")
    assert not wrapped.bullet
    assert first.indent == pytest.approx(wrapped.indent, abs=1.5)


def test_a_word_is_shown_where_it_stands_on_the_tilted_page() -> None:
    page = pdf(RESUME)
    straight = read_document(page, "cv.pdf")
    source = read_document(scanned(page, tilt=1.2), "scan.pdf")
    here = source.pages[0].shown(line(source, "Mentored").words[0].box)  # type: ignore[arg-type]
    there = line(straight, "Mentored").words[0].box
    assert there is not None
    # The page is turned about its middle, so a word left of it by 200 points stands some four points lower.
    assert here.top - there.top == pytest.approx(4.5, abs=2.5)
    assert here.left == pytest.approx(there.left - 4, abs=5)


@pytest.mark.parametrize("turned", [1, 2, 3])
def test_a_page_that_lies_on_its_side_is_turned(turned: int) -> None:
    source = read_document(scanned(pdf(RESUME), turned=turned), "scan.pdf")
    assert line(source, "Mentored three junior engineers").bullet
    size = source.pages[0]
    box = size.shown(line(source, "Maya").words[0].box)  # type: ignore[arg-type]
    # The name stands at the top left of the page: after a quarter turn that is the top right, and so on.
    across, down = (box.left + box.right) / 2 / size.width, (box.top + box.bottom) / 2 / size.height
    assert (across > 0.5, down > 0.5) == {1: (True, False), 2: (True, True), 3: (False, True)}[turned]


def test_german_is_read_as_german(tesseract: ocr.Tesseract) -> None:
    assert "deu" in tesseract.languages
    source = read_document(scanned(pdf(LEBENSLAUF), dpi=200), "scan.pdf")
    assert line(source, "Jörg Weißmüller")
    assert "Prüfung der Geräte und Einführung der neuen Maße für die Fertigung" in source.text


def test_without_the_data_of_a_language_it_is_read_in_the_one_there_is(tesseract: ocr.Tesseract) -> None:
    only_english = ocr.Tesseract(tesseract.path, ("eng",))
    (sheet,) = sheets(pdf(LEBENSLAUF), 200)
    picture = ocr.GreyPicture(sheet.width, sheet.height, sheet.pixels, 200 / 72)
    page = ocr.PageReader(only_english).read(picture)
    assert page is not None
    assert page.language == "eng"
    assert "Berufserfahrung" in [word.text for word in page.words]
    assert page.missing == "deu"


def test_pages_with_text_stay_as_they_are_beside_scanned_ones() -> None:
    text, scan = pdf("First page, printed to PDF with *all* its words.\n\n" + "So it goes on. " * 30), pdf(RESUME)
    source = read_document(_together(text, scanned(scan)), "mixed.pdf")
    first = [each for each in source.lines if each.page == 0]
    assert first[0].text.startswith("First page, printed to PDF with all its words.")
    assert all(word.confidence == 1 for each in first for word in each.words)
    assert [each.page for each in source.lines if each.text.startswith("Maya")] == [1]
    assert source.warnings == ()


def test_a_stamp_over_a_scan_does_not_hide_what_the_scan_says() -> None:
    stamped = pictures_in_pdf(sheets(pdf(RESUME)), over=b"BT /F 8 Tf 40 20 Td (Received 12 May, page 1 of 1) Tj ET")
    source = read_document(stamped, "scan.pdf")
    assert line(source, "Mentored three junior engineers").bullet


def test_what_is_hard_to_read_is_less_sure() -> None:
    clear = read_document(scanned(pdf(RESUME), dpi=200, grain=4), "scan.pdf")
    coarse = read_document(scanned(pdf(RESUME), dpi=62, grain=60), "scan.pdf")

    def sureness(source: SourceText) -> float:
        sure = [word.confidence for each in source.lines for word in each.words if word.text.isalpha()]
        return sum(sure) / len(sure)

    assert sureness(clear) > 0.9
    assert sureness(coarse) < sureness(clear)


@pytest.mark.parametrize(
    ("kind", "turned"),
    [
        ("PNG", None),
        ("PNG", QImage.Format.Format_RGBA8888),
        ("PNG", QImage.Format.Format_Indexed8),
        ("PNG", QImage.Format.Format_Mono),
        ("JPEG", None),
        ("JPEG", QImage.Format.Format_RGB888),
    ],
)
def test_a_picture_of_a_resume_is_read_like_a_scan(kind: str, turned: QImage.Format | None) -> None:
    (sheet,) = sheets(pdf(RESUME), 150, grain=6)
    data = picture_of(sheet, kind, turned)
    source = read_document(data, f"cv.{kind.lower()}")
    assert source.media_type == f"image/{kind.lower()}"
    assert line(source, "Mentored three junior engineers").bullet
    assert page_sizes(data, source.media_type) == [(595.0, pytest.approx(842, abs=2))]


def test_paper_shines_through_a_picture_without_ground() -> None:
    """A screenshot whose letters are black and whose ground is nothing at all."""
    (sheet,) = sheets(pdf(RESUME), 150, grain=0)
    pixels = bytearray(4 * len(sheet.pixels))
    pixels[3::4] = bytes(255 - shade for shade in sheet.pixels)
    image = QImage(bytes(pixels), sheet.width, sheet.height, 4 * sheet.width, QImage.Format.Format_RGBA8888)
    assert line(read_document(saved(image, "PNG"), "cv.png"), "Mentored three junior engineers").bullet


def test_a_picture_cut_off_is_refused() -> None:
    (sheet,) = sheets(pdf(RESUME), 72)
    for kind in ("PNG", "JPEG"):
        with pytest.raises(UserError) as refusal:
            read_document(picture_of(sheet, kind)[:20], f"cv.{kind}")
        assert refusal.value.code in {"file-damaged", "no-text"}


def test_without_tesseract_the_refusal_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    scan = scanned(pdf(RESUME))
    monkeypatch.setenv("PATH", str(tmp_path))
    assert ocr.find() is None
    with pytest.raises(UserError) as refusal:
        read_document(scan, "scan.pdf")
    assert refusal.value.code == "no-text"
    assert ocr.how_to_install() in refusal.value.next_step


def test_without_tesseract_the_other_pages_are_read_and_the_missing_one_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    mixed = _together(pdf("Words that are text. " * 40), scanned(pdf(RESUME)))
    monkeypatch.setenv("PATH", str(tmp_path))
    source = read_document(mixed, "mixed.pdf")
    assert "Words that are text." in source.text
    assert [warning.partition(" and could")[0] for warning in source.warnings] == ["One page is only a picture"]


def test_a_program_that_is_no_tesseract_is_passed_over(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    fake = tmp_path / "tesseract"
    fake.write_text("#!/bin/sh\nexit 1\n")
    fake.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert ocr.find() is None


def test_pages_beyond_the_limit_are_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scans, "LIMITS", ocr.Limits(pages=1))
    twice = _together(scanned(pdf(RESUME)), scanned(pdf(LEBENSLAUF)))
    source = read_document(twice, "scan.pdf")
    assert {each.page for each in source.lines} == {0}
    assert source.warnings == (
        "One page is a picture beyond the 1 that are read. Add the pages of the résumé as a file of their own.",
    )


def test_an_empty_scan_says_that_nothing_was_made_out() -> None:
    blank = Sheet(600, 800, bytes([250]) * 480_000)
    with pytest.raises(UserError, match="no text could be made out"):
        read_document(pictures_in_pdf([blank]), "scan.pdf")


def _together(*files: bytes) -> bytes:
    import io

    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter()
    for data in files:
        writer.append(PdfReader(io.BytesIO(data)))
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
