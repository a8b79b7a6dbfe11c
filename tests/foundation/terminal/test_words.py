"""Words for a terminal: nothing in them steers it, and columns stand straight."""

from __future__ import annotations

import json

import pytest

from careercoach_desktop.foundation.terminal.words import as_json, clean, columns, labelled, one_line


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("plain, naïve, 日本語, 👩‍💻", "plain, naïve, 日本語, 👩‍💻"),
        ("two\nlines\tand a tab", "two\nlines\tand a tab"),
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x1b]0;title\x07after", "after"),
        ("\x1b]8;;http://evil.example\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x1bPdevice\x1b\\after", "after"),
        ("\x1b]never closed", ""),
        ("\x9b31mone byte", "31mone byte"),
        ("over\rwritten\x08\x7f", "overwritten"),
        ("txt.\u202egpj.exe", "txt.gpj.exe"),
        ("half\ud83d", "half"),
        ("\x1b\x1b[2Jtwice", "twice"),
    ],
)
def test_what_steers_a_terminal_is_taken_out(said: str, shown: str) -> None:
    assert clean(said) == shown


def test_one_line_stays_one() -> None:
    assert one_line(" a\n b\r\n\tc ") == "a b c"


def test_json_says_exactly_what_was_there_without_steering() -> None:
    value = {"name": "Zoë \x1b[2J \x9b \u202e \x7f 日本 \ud83d", "list": [1, None, True]}
    written = as_json(value)
    assert json.loads(written) == value
    assert "Zoë" in written
    assert "日本" in written
    assert not set(written) & set("\x1b\x9b\u202e\x7f\ud83d")
    written.encode("utf-8")


def test_columns_stand_below_each_other_whatever_the_script() -> None:
    lines = columns([("1", "Bäcker", "Köln"), ("23", "職人", "東京")], ("ID", "Title", "Place"))
    assert lines == ["ID  Title   Place", "1   Bäcker  Köln", "23  職人    東京"]


def test_long_cells_are_cut() -> None:
    assert columns([("a" * 60,)], widest=10) == ["aaaaaaaaa…"]


def test_labels_of_nothing_are_left_out() -> None:
    assert labelled([("Name", "Lena"), ("Phone", ""), ("Match", 0), ("Place", None)]) == ["Name   Lena", "Match  0"]
