"""Text out of bytes, whoever lies about the encoding."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercoach_desktop.foundation.web.encoding import decode_page

CZECH = "Hledáme šikovného člověka"


@pytest.mark.parametrize(
    ("data", "declared"),
    [
        (CZECH.encode(), ""),
        (CZECH.encode(), "iso-8859-1"),
        (b"\xef\xbb\xbf" + CZECH.encode(), "windows-1250"),
        (b"\xff\xfe" + CZECH.encode("utf-16-le"), ""),
        (CZECH.encode("cp1250"), "windows-1250"),
        (CZECH.encode("cp1250"), "'Windows-1250' "),
    ],
)
def test_czech_stays_czech(data: bytes, declared: str) -> None:
    assert decode_page(data, declared) == CZECH


def test_the_page_names_its_own_encoding() -> None:
    page = f"<meta http-equiv=Content-Type content='text/html; charset=iso-8859-2'>{CZECH}"
    assert CZECH in decode_page(page.encode("iso-8859-2"))


def test_latin_1_means_what_browsers_mean_by_it() -> None:
    assert decode_page("“10 €”".encode("cp1252"), "iso-8859-1") == "“10 €”"


def test_the_language_helps_when_nobody_says() -> None:
    assert decode_page(b'<html lang="ru">' + "Пекарь".encode("cp1251")).endswith("Пекарь")


def test_a_letter_cut_in_half_at_the_end_spoils_nothing() -> None:
    assert decode_page("Grüße ü".encode()[:-1]).startswith("Grüße")


def test_encodings_that_hide_markup_are_not_believed() -> None:
    assert "<" not in decode_page(b"+ADw-script+AD4-", "utf-7")


@given(st.binary(max_size=300), st.text(max_size=20))
def test_no_bytes_and_no_label_ever_break_it(data: bytes, declared: str) -> None:
    assert "\x00" not in decode_page(data, declared)
