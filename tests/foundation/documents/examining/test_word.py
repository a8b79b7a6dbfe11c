"""What a Word file is like for a program: written here with python-docx."""

from __future__ import annotations

import io

from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Inches, Pt

from careercoach_desktop.foundation.documents.examining import FileFacts, examine
from tests.foundation.documents.examining.test_pdf import picture
from tests.support.paper import word

_NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)


def facts(write: object) -> FileFacts:
    return examine(word(write), "cv.docx")  # type: ignore[arg-type]


def plain(document: WordDocument) -> None:
    for number in range(10):
        document.add_paragraph(f"Line {number} tells of the work that was done")


def test_a_plain_document_has_nothing_to_it() -> None:
    found = facts(plain)
    assert found.letters == sum(
        char.isalnum() for n in range(10) for char in f"Line {n} tells of the work that was done"
    )
    assert (found.columns, found.tables, found.text_boxes, found.pictures, found.comments) == (0, 0, 0, 0, 0)
    assert not found.only_in_margin
    assert not found.hidden_targets
    assert found.tracked_changes == 0


def test_text_in_tables_is_counted() -> None:
    def write(document: WordDocument) -> None:
        table = document.add_table(rows=3, cols=2)
        for row in table.rows:
            for cell in row.cells:
                cell.text = "twelve letter"
        document.add_paragraph("twelve letter" * 2)

    assert facts(write).tables == 0.75


def test_text_in_boxes_is_counted_once_though_it_stands_twice_in_the_file() -> None:
    inside = "<w:txbxContent><w:p><w:r><w:t>twelve letter</w:t></w:r></w:p></w:txbxContent>"
    box = (
        f"<w:r {_NAMES}><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>{inside}</wps:txbx>"
        f"</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{inside}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )

    def write(document: WordDocument) -> None:
        document.add_paragraph("twelve letter")._p.append(parse_xml(box))

    found = facts(write)
    assert found.text_boxes == 0.5
    assert found.letters == 24


def test_columns_of_the_section() -> None:
    def write(document: WordDocument) -> None:
        plain(document)
        document.sections[0]._sectPr.find(qn("w:cols")).set(qn("w:num"), "2")

    assert facts(write).columns == 1.0


def test_contact_that_stands_only_in_the_header() -> None:
    def write(document: WordDocument) -> None:
        document.sections[0].header.paragraphs[0].text = "maren@holt.example · +44 20 7946 0018"
        plain(document)

    def write_both(document: WordDocument) -> None:
        write(document)
        document.add_paragraph("maren@holt.example, (020) 7946-0018, +44 20 79460018")

    assert facts(write).only_in_margin == ["maren@holt.example", "+44 20 7946 0018"]
    assert facts(write_both).only_in_margin == []


def test_dates_in_a_footer_are_no_phone_number() -> None:
    def write(document: WordDocument) -> None:
        document.sections[0].footer.paragraphs[0].text = "Leeds, 26.11.2026, page 1 / 2, 2015 - 2019"
        plain(document)

    assert facts(write).only_in_margin == []


def test_changes_and_comments_that_were_left() -> None:
    def write(document: WordDocument) -> None:
        plain(document)
        paragraph = document.paragraphs[0]
        paragraph._p.append(parse_xml(f'<w:ins {_NAMES} w:id="1" w:author="A"><w:r><w:t>more</w:t></w:r></w:ins>'))
        paragraph._p.append(
            parse_xml(f'<w:del {_NAMES} w:id="2" w:author="A"><w:r><w:delText>less</w:delText></w:r></w:del>')
        )
        document.add_comment(paragraph.runs, text="Really?", author="A", initials="A")

    found = facts(write)
    assert (found.tracked_changes, found.comments) == (2, 1)


def test_a_wide_picture_may_hold_words_and_a_photo_does_not() -> None:
    def photo(document: WordDocument) -> None:
        plain(document)
        document.add_picture(io.BytesIO(picture(30, 40)), width=Inches(1.2))

    def banner(document: WordDocument) -> None:
        plain(document)
        document.add_picture(io.BytesIO(picture(400, 60)), width=Inches(6))

    assert facts(photo).pictures == 0
    assert facts(banner).pictures == 1


def test_the_size_of_most_letters_where_the_file_says_it() -> None:
    def small(document: WordDocument) -> None:
        plain(document)
        document.styles["Normal"].font.size = Pt(8)

    assert facts(small).body_size == 8.0
