"""Text with positions from every format, in the order people read it."""

from __future__ import annotations

import pickle
import struct
from functools import partial
from itertools import pairwise

import pytest

from careercoach_desktop.foundation.documents.model import SourceText
from careercoach_desktop.foundation.documents.reading import page_image, page_sizes, read_document
from tests.support.paper import pdf, word

LEFT = ("Alpha one", "Alpha two", "Alpha three", "Alpha four", "Alpha five")
RIGHT = (
    "Beta begins with a longer line of text",
    "and goes on for a while in the wide column",
    "so that nobody takes it for a label",
    "beside the other one, which is narrow",
    "and ends after the fifth line of it",
    "or even the sixth one",
)


def texts(source: SourceText) -> list[str]:
    return [line.text for line in source.lines]


def two_columns(wide_first: bool = False) -> str:
    left, right = "\n\n".join(LEFT), "\n\n".join(RIGHT)
    cells = f"[#set par(leading: 9pt)\n{right}], [{left}]" if wide_first else f"[{left}], [#v(5pt)\n{right}]"
    columns = "(1fr, 120pt)" if wide_first else "(120pt, 1fr)"
    head = "= A head across the whole page that is wide enough to cross"
    return f"{head}\n#grid(columns: {columns}, column-gutter: 24pt, {cells})"


def test_two_columns_are_read_one_after_the_other_below_their_head() -> None:
    source = read_document(pdf(two_columns()), "paper.pdf")
    assert texts(source)[0].startswith("A head across")
    assert texts(source)[1:] == [*LEFT, *RIGHT]
    assert [line.column for line in source.lines] == [0] + [1] * 5 + [2] * 6


def test_a_caller_who_knows_headings_decides_what_a_column_is() -> None:
    """Left and right stand on the same baselines, as in a table; headings on both sides make them columns."""
    left = ("Skills", "Python", "SQL", "Rust")
    right = ("Experience", "Engineer at Tarn", "Built a gripper", "Tested an arm")
    grid = ", ".join(f"[{a}], [{b}]" for a, b in zip(left, right, strict=True))
    paper = pdf(f"#grid(columns: (120pt, 1fr), row-gutter: 6pt, {grid})")
    rows = [f"{a}\t{b}" for a, b in zip(left, right, strict=True)]
    assert texts(read_document(paper, "paper.pdf")) == rows
    knowing = read_document(paper, "paper.pdf", {"Skills", "Experience"}.__contains__)
    assert texts(knowing) == [*left, *right]


def test_dates_beside_entries_stay_on_their_rows() -> None:
    rows = [("2019 – 2022", "Engineer, Tarn Robotics"), ("2017 – 2019", "Analyst, Oakwell"), ("2015", "Intern, Mill")]
    grid = ", ".join(f"[{a}], [{b}]" for a, b in rows)
    source = read_document(pdf(f"#grid(columns: (90pt, 1fr), row-gutter: 8pt, {grid})"), "paper.pdf")
    assert texts(source) == [f"{a}\t{b}" for a, b in rows]


def test_a_stack_of_facts_beside_an_entry_is_pulled_up_to_it() -> None:
    body = (
        "*Tarn Robotics*, Engineer\n\n- Built the gripper for the third arm\n- Tested the arm in the cold\n\n"
        "*Oakwell*, Analyst\n\n- Counted barrels\n"
    )
    facts = "#align(right)[Leeds, UK\n\n2019 – 2022\n\n3 years]"
    source = read_document(pdf(f"#grid(columns: (1fr, 110pt), [{body}], [{facts}])"), "paper.pdf")
    assert texts(source)[0] == "Tarn Robotics, Engineer\tLeeds, UK\t2019 – 2022\t3 years"
    assert [line.bullet for line in source.lines] == [False, True, True, False, True]


def test_words_know_their_boxes_and_their_place_in_the_line() -> None:
    source = read_document(pdf("Plain *bold* _slanted_ #text(size: 20pt)[large]"), "paper.pdf")
    (line,) = source.lines
    assert [line.text[word.start : word.end] for word in line.words] == ["Plain", "bold", "slanted", "large"]
    assert [word.bold for word in line.words] == [False, True, False, False]
    assert [word.italic for word in line.words] == [False, False, True, False]
    assert [round(word.size) for word in line.words] == [10, 10, 10, 20]
    boxes = [word.box for word in line.words if word.box]
    assert all(a.right <= b.left for a, b in pairwise(boxes))
    assert 39 < boxes[0].left < 41


def test_ligatures_and_letter_spacing_come_out_as_words() -> None:
    source = read_document(
        pdf("Efficient office workflow\n\n#text(tracking: 5pt)[EDUCATION AND TRAINING]"), "paper.pdf"
    )
    assert texts(source) == ["Efficient office workflow", "EDUCATION AND TRAINING"]


def test_links_keep_their_hidden_targets() -> None:
    source = read_document(pdf('See #link("https://example.org/me")[my page] or write'), "paper.pdf")
    (line,) = source.lines
    assert [(link.target, line.text[link.start : link.end]) for link in line.links] == [
        ("https://example.org/me", "my page")
    ]
    assert source.links == ("https://example.org/me",)


def test_a_turned_page_is_read_as_it_is_shown() -> None:
    from io import BytesIO

    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf("#rotate(90deg, reflow: true)[Ada Quist, engineer]"))))
    writer.pages[0].rotate(270)
    out = BytesIO()
    writer.write(out)
    source = read_document(out.getvalue(), "paper.pdf")
    assert texts(source) == ["Ada Quist, engineer"]
    assert source.pages[0].width > source.pages[0].height
    box = source.lines[0].box
    assert box is not None
    assert 0 < box.left < box.right < source.pages[0].width
    assert 0 < box.top < box.bottom < source.pages[0].height


def test_word_files_give_headings_lists_links_and_headers() -> None:
    def write(document) -> None:
        document.sections[0].header.paragraphs[0].text = "Ada Quist"
        document.add_heading("Experience", 1)
        paragraph = document.add_paragraph("Engineer")
        paragraph.add_run("\t2019 – 2022").bold = True
        document.add_paragraph("Built the gripper", style="List Bullet")

    source = read_document(word(write), "cv.docx")
    assert texts(source) == ["Ada Quist", "Experience", "Engineer\t2019 – 2022", "Built the gripper"]
    assert [line.heading for line in source.lines] == [0, 1, 0, 0]
    assert [line.bullet for line in source.lines] == [False, False, False, True]
    assert source.lines[2].words[-1].bold
    assert source.pages == ()


def test_html_is_text_without_scripts() -> None:
    page = (
        b"<!doctype html><html><head><title>x</title><script>alert(1)</script></head><body><h1>Ada Quist</h1>"
        b"<p>Write to <a href='mailto:ada@example.org'>me</a></p><ul><li>One</li><li>Two</li></ul>"
        b"<script>document.write('<p>nothing</p>')</script><table><tr><td>2019</td><td>Tarn</td></tr></table></body></html>"
    )
    source = read_document(page, "cv.html")
    assert texts(source) == ["Ada Quist", "Write to me", "One", "Two", "2019\tTarn"]
    assert [line.bullet for line in source.lines] == [False, False, True, True, False]
    assert source.links == ("mailto:ada@example.org",)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_in_any_usual_encoding(encoding: str) -> None:
    assert texts(read_document("Zoë Müller\nMünchen".encode(encoding), "cv.txt")) == ["Zoë Müller", "München"]


def test_a_mislabelled_file_is_read_as_what_it_is_and_says_so() -> None:
    source = read_document(pdf("Ada Quist"), "cv.docx")
    assert source.media_type == "application/pdf"
    assert source.warnings == ("The name ends in .docx, but the file is a PDF; it was read as that.",)
    assert read_document(pdf("Ada Quist"), "cv.PDF").warnings == ()


def test_page_images_are_png_of_the_asked_width() -> None:
    paper = pdf("Ada\n#pagebreak()\nQuist")
    picture = page_image(paper, "application/pdf", 1, 300)
    assert picture.startswith(b"\x89PNG")
    assert struct.unpack(">II", picture[16:24]) == (300, round(300 * 842 / 595))
    with pytest.raises(IndexError):
        page_image(paper, "application/pdf", 2, 300)
    assert page_image(b"Ada", "text/plain", 0, 300) == b""


def test_page_sizes_are_in_points() -> None:
    assert page_sizes(pdf("Ada"), "application/pdf") == [pytest.approx((595, 842), abs=0.5)]
    assert page_sizes(b"Ada", "text/plain") == []


def test_reading_can_be_sent_to_a_child_process() -> None:
    job = pickle.loads(pickle.dumps(partial(read_document, b"Ada Quist", "cv.txt")))
    assert pickle.loads(pickle.dumps(job())).text == "Ada Quist"
