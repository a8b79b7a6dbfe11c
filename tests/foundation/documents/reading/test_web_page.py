"""HTML as people and programs write it: what is seen, which lines are items, what belongs together."""

from __future__ import annotations

from careercoach_desktop.foundation.documents.model import CELL, SourceText
from careercoach_desktop.foundation.documents.reading import read_document


def read(body: str) -> SourceText:
    return read_document(f"<!doctype html><html><body>{body}</body></html>".encode(), "cv.html")


def test_an_item_is_an_item_however_it_is_wrapped() -> None:
    source = read(
        "<ul><li><p>Built <b>it</b></p><p>at night</p></li><li><div><span>Ran it</span></div></li></ul><p>End</p>"
    )
    assert [(line.text, line.bullet) for line in source.lines] == [
        ("Built it", True),
        ("at night", False),
        ("Ran it", True),
        ("End", False),
    ]


def test_lines_that_follow_each_other_stand_together_until_a_heading_or_an_empty_line() -> None:
    source = read("<h2>Work</h2><p>Brightwater</p><div>2020</div><ul><li>Built it</li></ul><p>&nbsp;</p><p>Lowell</p>")
    blocks = [line.block for line in source.lines]
    assert blocks[0] == blocks[1] == blocks[2] == blocks[3] < blocks[4]


def test_what_is_not_shown_is_not_read() -> None:
    source = read('<p hidden>No</p><p style="display: none">No</p><script>no()</script><p>Yes</p>')
    assert [line.text for line in source.lines] == ["Yes"]


def test_bold_by_style_and_a_table_row_as_one_line() -> None:
    source = read('<p style="font-weight:700">Name</p><table><tr><td>2020</td><td>Engineer</td></tr></table>')
    assert [(line.text, line.bold) for line in source.lines] == [("Name", True), (f"2020{CELL}Engineer", False)]
