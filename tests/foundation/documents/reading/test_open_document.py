"""OpenDocument text: what a person sees, in the order they see it, and nothing hostile."""

from __future__ import annotations

import pytest

from careercoach_desktop.foundation.documents.model import CELL, Line, SourceText
from careercoach_desktop.foundation.documents.reading import read_document
from careercoach_desktop.foundation.errors import UserError
from tests.support.open_document import content, odt


def read(body: str, **options: str) -> SourceText:
    return read_document(odt(body, **options), "cv.odt")


def only(body: str) -> Line:
    (line,) = read(body).lines
    return line


def code_of(data: bytes) -> str:
    with pytest.raises(UserError) as refusal:
        read_document(data, "cv.odt")
    return refusal.value.code


def test_headings_paragraphs_and_the_page_header() -> None:
    source = read(
        '<text:h text:outline-level="2">Work</text:h><text:p>Brightwater</text:p>', header="<text:p>Ada Quist</text:p>"
    )
    assert [(line.text, line.heading) for line in source.lines] == [("Ada Quist", 0), ("Work", 2), ("Brightwater", 0)]


def test_lists_inside_lists_are_items_that_start_further_in() -> None:
    source = read(
        "<text:list><text:list-item><text:p>Outer</text:p><text:p>goes on</text:p>"
        "<text:list><text:list-item><text:p>Inner</text:p></text:list-item></text:list></text:list-item></text:list>"
    )
    assert [(line.text, line.bullet) for line in source.lines] == [("Outer", True), ("goes on", False), ("Inner", True)]
    assert source.lines[2].indent > source.lines[0].indent


def test_looks_are_inherited() -> None:
    line = only('<text:p>plain <text:span text:style-name="Both">both</text:span></text:p>')
    assert [(word.text, word.bold, word.italic, word.size) for word in line.words] == [
        ("plain", False, False, 0.0),
        ("both", True, True, 18.0),
    ]


def test_tabs_spaces_and_line_breaks() -> None:
    source = read(
        '<text:p>Engineer<text:tab/>2020<text:line-break/>Leeds<text:s text:c="9"/>UK\n  and   <text:s/>more</text:p>'
    )
    assert [line.text for line in source.lines] == [f"Engineer{CELL}2020", f"Leeds{CELL}UK and more"]


def test_a_link_stays_with_its_words() -> None:
    line = only('<text:p>See <text:a xlink:href="https://ada.example">my page</text:a>.</text:p>')
    (link,) = line.links
    assert (link.target, line.text[link.start : link.end]) == ("https://ada.example", "my page")


def test_a_row_of_short_cells_is_one_line_and_long_cells_are_read_one_after_the_other() -> None:
    cell = "<table:table-cell>{}</table:table-cell>".format
    short = f"<table:table-row>{cell('<text:p>2020</text:p>')}{cell('<text:p>Engineer</text:p>')}</table:table-row>"
    left, right = "<text:p>Skills</text:p><text:p>SQL</text:p>", "<text:p>Work</text:p><text:p>Brightwater</text:p>"
    long = f"<table:table-row>{cell(left)}{cell(right)}</table:table-row>"
    source = read(f"<table:table>{short}</table:table><table:table>{long}</table:table>")
    assert [line.text for line in source.lines] == [f"2020{CELL}Engineer", "Skills", "SQL", "Work", "Brightwater"]
    assert source.lines[2].block != source.lines[3].block


def test_a_text_box_is_read_after_the_paragraph_it_hangs_on() -> None:
    box = "<draw:frame><draw:text-box><text:p>ada@quist.example</text:p></draw:text-box></draw:frame>"
    source = read(f"<text:p>Ada {box}Quist</text:p>")
    assert [line.text for line in source.lines] == ["Ada Quist", "ada@quist.example"]


def test_what_was_deleted_or_said_in_the_margin_is_not_read() -> None:
    gone = "<text:tracked-changes><text:p>Old employer</text:p></text:tracked-changes>"
    note = "<office:annotation><text:p>Really?</text:p></office:annotation>"
    assert only(f"{gone}<text:p>Ada{note} Quist</text:p>").text == "Ada Quist"


def test_a_cell_that_says_it_is_there_a_million_times_is_read_once() -> None:
    cell = '<table:table-cell table:number-columns-repeated="1000000"><text:p>Hi</text:p></table:table-cell>'
    row = f'<table:table-row table:number-rows-repeated="1000000">{cell}</table:table-row>'
    assert only(f"<table:table>{row}</table:table>").text == "Hi"
    assert (
        len(
            only(
                f'<text:p>a<text:s text:c="99999"/>b{"<text:s text:c=" + chr(34) + "1e9" + chr(34) + "/>"}</text:p>'
            ).text
        )
        == 3
    )


def test_hostile_and_broken_files_are_refused() -> None:
    bomb = content("").replace(b"?>", b'?><!DOCTYPE d [<!ENTITY a "ha">]>', 1)
    assert code_of(odt(content=bomb)) == "file-suspicious"
    assert code_of(odt(content=b"<office:document-content")) == "file-damaged"
    assert code_of(odt(content=content("<text:section>" * 5000 + "</text:section>" * 5000))) == "file-damaged"
    assert code_of(odt("<text:p>Ada</text:p>", manifest=b"<manifest:encryption-data/>")) == "pdf-encrypted"
    assert code_of(odt("<text:p>Ada</text:p>")[:300]) == "file-damaged"
    assert code_of(odt("<text:p/>")) == "no-text"


@pytest.mark.parametrize(("kind", "word"), [(b"spreadsheet", "a spreadsheet"), (b"presentation", "a presentation")])
def test_its_sisters_are_named(kind: bytes, word: str) -> None:
    with pytest.raises(UserError, match=word):
        read_document(odt(mimetype=b"application/vnd.oasis.opendocument." + kind), "cv.odt")
