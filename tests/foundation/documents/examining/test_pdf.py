"""What a PDF is like for a program: made here with Typst, or byte by byte where Typst would do it right."""

from __future__ import annotations

import io

import pypdf
import pytest
from PySide6.QtCore import QBuffer
from PySide6.QtGui import QColor, QImage

from careercoach_desktop.foundation.documents.examining import FileFacts, examine
from careercoach_desktop.foundation.documents.reading.bounds import MAX_LETTERS
from careercoach_desktop.foundation.errors import UserError
from tests.support.paper import pdf

LINES = tuple(f"Line {number} tells of the work that was done in that year" for number in range(1, 13))


def facts(source: str) -> FileFacts:
    return examine(pdf(source), "cv.pdf")


def picture(width: int, height: int) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("grey"))
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def with_picture(words: str, width: str, height: str) -> bytes:
    """A PDF with a picture of this size after the words."""
    data = ", ".join(str(byte) for byte in picture(30, 40))
    return pdf(f'{words}\n#image(bytes(({data})), format: "png", width: {width}, height: {height}, fit: "stretch")')


def test_a_plain_page_has_nothing_to_it() -> None:
    found = facts(" \\\n".join(LINES))
    assert found == FileFacts(
        media_type="application/pdf", size=found.size, pages=1, letters=found.letters, body_size=10.0
    )
    assert found.letters == sum(char.isalnum() for line in LINES for char in line)


def test_columns_are_seen_with_their_place() -> None:
    column = " \\\n".join(["*Experience*", *(line[:30] for line in LINES)])
    other = " \\\n".join(["*Skills*", *(f"Beside it stands {number}" for number in range(12))])
    document = pdf(f"#grid(columns: (1fr, 1fr), column-gutter: 40pt, [{column}], [{other}])")
    found = examine(document, "cv.pdf", lambda text: text in {"Experience", "Skills"})
    assert found.columns > 0.9
    assert found.seen["columns"].page == 0
    assert found.jumps == 0


def test_lines_stored_from_the_bottom_up_are_out_of_order() -> None:
    placed = "\n".join(f"#place(top, dy: {20 * at}pt)[{LINES[at]}]" for at in reversed(range(12)))
    found = facts(placed)
    assert found.jumps > 0.8
    assert found.torn == 0
    assert found.seen["jumps"].top < 0.2


def test_dates_stored_after_everything_else_are_torn_from_their_lines() -> None:
    work = "\n".join(f"#place(top, dy: {30 * at}pt)[Employer number {at} in the north]" for at in range(8))
    years = "\n".join(f"#place(top + right, dy: {30 * at}pt)[20{10 + at} – 20{11 + at}]" for at in range(8))
    assert facts(work + years).torn > 0.8
    beside = "\n".join(f"Employer number {at} in the north #h(1fr) 20{10 + at}\n" for at in range(8))
    assert facts(beside).torn == 0


def test_text_between_crossing_lines_stands_in_a_table() -> None:
    cells = ", ".join(f"[{word}]" for at in range(12) for word in (f"20{10 + at}", f"Employer {at}", "Planner"))
    assert facts(f"#table(columns: 3, {cells})").tables > 0.9
    assert facts(f"#table(columns: 3, stroke: none, {cells})").tables == 0
    assert facts(f"#table(columns: 3, stroke: (rest: none, bottom: 1pt), {cells})").tables == 0


def test_a_page_that_is_a_picture_is_told_and_is_no_error() -> None:
    found = examine(with_picture("", "515pt", "700pt"), "scan.pdf")
    assert found.picture_pages == [0]
    assert (found.pages, found.letters) == (1, 0)


def test_a_photograph_is_a_page_that_is_a_picture() -> None:
    found = examine(picture(515, 700), "photo.png")
    assert (found.media_type, found.pages, found.picture_pages) == ("image/png", 1, [0])


@pytest.mark.parametrize(
    ("width", "height", "count"), [("90pt", "120pt", 0), ("20pt", "20pt", 0), ("400pt", "120pt", 1)]
)
def test_a_picture_may_hold_words_unless_it_looks_like_a_photo_or_an_icon(width: str, height: str, count: int) -> None:
    found = examine(with_picture(" \\\n".join(LINES), width, height), "cv.pdf")
    assert found.pictures == count
    assert found.picture_pages == []


def test_contact_at_the_foot_alone_is_told() -> None:
    foot = "#set page(footer: [maren\\@holt.example])\n"
    body = " \\\n".join(LINES)
    assert facts(foot + body).only_in_margin == ["maren@holt.example"]
    assert facts(f"{foot}maren\\@holt.example \\\n{body}").only_in_margin == []


def test_an_address_behind_a_link_is_told() -> None:
    body = " \\\n".join(LINES)
    hidden = facts(f'#link("mailto:maren@holt.example")[Write to me] #link("https://holt.example")[Site] \\\n{body}')
    assert hidden.hidden_targets == ["maren@holt.example"]
    shown = facts(
        '#link("mailto:maren@holt.example")[maren\\@holt.example] #link("tel:+442079460018")[+44 20 7946 0018]'
    )
    assert shown.hidden_targets == []


def test_the_size_of_most_letters() -> None:
    assert facts("#set text(size: 8pt)\n#text(size: 20pt)[Maren Holt] \\\n" + " \\\n".join(LINES)).body_size == 8.0


def test_after_as_many_letters_as_reading_takes_it_stops() -> None:
    page = "#set text(size: 4pt)\n" + "word " * 9_000
    found = facts("#pagebreak()\n".join([page] * 10))
    assert found.pages >= 8
    assert 0 < found.letters < MAX_LETTERS


def test_a_font_that_does_not_name_its_letters() -> None:
    assert examine(_nameless_font(), "cv.pdf").unreadable > 0.9


@pytest.mark.parametrize(("allowed", "forbidden"), [(0, True), (1 << 4, False)])
def test_a_pdf_that_forbids_copying(allowed: int, forbidden: bool) -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf(" \\\n".join(LINES))))
    writer.encrypt("", "owner", permissions_flag=pypdf.constants.UserAccessPermissions(allowed), algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    assert examine(out.getvalue(), "cv.pdf").copy_forbidden is forbidden


def test_a_damaged_file_is_refused_as_reading_refuses_it() -> None:
    with pytest.raises(UserError) as refused:
        examine(b"%PDF-1.7 and then nothing", "cv.pdf")
    assert refused.value.code == "file-damaged"


def test_of_plain_text_only_kind_and_size_are_told() -> None:
    assert examine(b"Maren Holt\n", "cv.txt") == FileFacts(media_type="text/plain", size=11)


def _nameless_font() -> bytes:
    """Twenty letters of a font that draws squares and calls them g1, g2, …"""
    names = " ".join(f"/g{number}" for number in range(65, 91))
    procedures = " ".join(f"/g{number} 6 0 R" for number in range(65, 91))
    widths = " ".join(["700"] * 26)
    draw = b"700 0 0 0 600 600 d1 0 0 600 600 re f"
    words = b"BT /F1 14 Tf 60 700 Td (ABCDEFGHIJ KLMNOPQRST) Tj ET"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources 7 0 R >>",
        b"<< /Length %d >>\nstream\n%b\nendstream" % (len(words), words),
        f"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 700 700] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 65 "
        f"/LastChar 90 /Widths [{widths}] /Encoding << /Type /Encoding /Differences [65 {names}] >> "
        f"/CharProcs << {procedures} >> /Resources << >> >>".encode(),
        b"<< /Length %d >>\nstream\n%b\nendstream" % (len(draw), draw),
        b"<< /Font << /F1 5 0 R >> >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 8\n0000000000 65535 f \n" + table
    return out + head + b"trailer << /Size 8 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(out)
