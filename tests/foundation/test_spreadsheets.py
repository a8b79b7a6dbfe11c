"""A table for a spreadsheet holds what was in it, and nothing a spreadsheet would run."""

from __future__ import annotations

import csv
import io

import pytest

from careercoach_desktop.foundation.spreadsheets import csv_bytes


def read(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("formula", ['=HYPERLINK("x")', "+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1"])
def test_a_formula_becomes_text(formula: str) -> None:
    assert read(csv_bytes(["a"], [[formula]]))[1] == [f"'{formula}"]


def test_numbers_stay_numbers_and_nothing_stays_empty() -> None:
    assert read(csv_bytes(["a", "b", "c"], [[-3, 0.5, None]]))[1] == ["-3", "0.5", ""]


def test_what_people_write_comes_back_as_it_was() -> None:
    said = ["Zoë, “the baker”", 'two\nlines and "quotes"', "日本 = 5", ""]
    assert read(csv_bytes(["a", "b", "c", "d"], [said])) == [["a", "b", "c", "d"], said]


def test_a_spreadsheet_is_told_how_the_letters_are_written() -> None:
    assert csv_bytes(["é"], []).startswith(b"\xef\xbb\xbf")
