r"""RTF: letters of many code pages, lists, tables and links, and what is passed over unseen."""

from __future__ import annotations

import pytest

from careercoach_desktop.foundation.documents.model import CELL, Line, SourceText
from careercoach_desktop.foundation.documents.reading import read_document
from careercoach_desktop.foundation.errors import UserError

HEAD = (
    r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fnil Times;}{\f1\fnil\fcharset204 Times Cyr;}{\f2\fnil\fcharset128 Mincho;}}"
    r"{\stylesheet{\s0 Normal;}{\s1\b heading 1;}{\s7\outlinelevel2 Meine Abschnitte;}}{\info{\title Secret}}"
)


def read(body: str) -> SourceText:
    return read_document(f"{HEAD}{body}}}".encode("latin-1"), "cv.rtf")


def texts(body: str) -> list[str]:
    return [line.text for line in read(body).lines]


def only(body: str) -> Line:
    (line,) = read(body).lines
    return line


def test_paragraphs_headings_and_looks() -> None:
    source = read(r"{\s1\b\fs32 Work\par}\pard\s7 Tools\par\pard\plain {\b Brightwater}, Leeds\par")
    assert [(line.text, line.heading) for line in source.lines] == [
        ("Work", 1),
        ("Tools", 3),
        ("Brightwater, Leeds", 0),
    ]
    assert [(word.text, word.bold) for word in source.lines[2].words] == [("Brightwater,", True), ("Leeds", False)]
    assert (source.lines[0].size, source.lines[0].bold) == (16.0, True)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (r"Caf\'e9 \endash  \u8364?", "Café – €"),
        (r"{\f1 \'cf\'f0\'e8\'e2\'e5\'f2}", "Привет"),
        (r"{\f2 \'83X\'83g}", "スト"),
        (r"\uc2\u26085\'93\'fa\u26412\'96\'7b", "日本"),
        (r"\u-10179?\u-8704? ok", "\U0001f600 ok"),
        (r"a\~b\_c\-d \lquote e\rquote  \{f\}", "a b-cd ‘e’ {f}"),
        (r"{\uc0 \u233 t\u233}", "été"),
    ],
)
def test_letters(written: str, said: str) -> None:
    assert only(rf"\pard {written}\par").text == said


def test_list_items_by_either_generation_of_marks() -> None:
    source = read(
        r"{\listtext\pard\plain \'95\tab}\pard\ls1 Built it\par\pard{\listtext\pard\plain \'95\tab}\ls1 Kept it\par"
        r"{\pntext\f1\'B7\tab}{\*\pn\pnlvlblt{\pntxtb\'B7}}Ran it\par\pard Prose\par"
    )
    assert [(line.text, line.bullet) for line in source.lines] == [
        ("Built it", True),
        ("Kept it", True),
        ("Ran it", True),
        ("Prose", False),
    ]


def test_table_rows() -> None:
    rows = (
        r"\trowd\cellx1\cellx2\pard\intbl 2020\cell Engineer\cell\row"
        r"\trowd\cellx1\cellx2\pard\intbl Skills\par SQL\cell Work\par Brightwater\cell\row\pard After\par"
    )
    assert texts(rows) == [f"2020{CELL}Engineer", "Skills", "SQL", "Work", "Brightwater", "After"]


def test_a_link_stays_with_its_words() -> None:
    line = only(
        r'\pard See {\field{\*\fldinst{ HYPERLINK "https://ada.example/x" }}{\fldrslt{\ul my page}}}, please\par'
    )
    (link,) = line.links
    assert (link.target, line.text[link.start : link.end]) == ("https://ada.example/x", "my page")


def test_a_text_box_and_the_first_header_are_read_and_the_rest_is_not() -> None:
    source = read(
        r"{\header Ada Quist\par}{\footer Page 1\par}\pard Before {\shp{\*\shpinst{\sp{\sn w}{\sv 1}}"
        r"{\shptxt ada@quist.example\par}}{\shprslt old copy\par}}after\par"
        r"{\pict 0123456789abcdef}{\*\unknown hidden}{\v unseen}{\object{\*\objdata 00}}{\deleted old}Last"
    )
    assert [line.text for line in source.lines] == ["Ada Quist", "ada@quist.example", "Before after", "Last"]


def test_raw_bytes_are_passed_over() -> None:
    assert texts(r"\pard A{\pict\bin6 }}}{\\}B\par") == ["AB"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"{\\rtf1" + b"{" * 100_000, "file-suspicious"),
        (b"{\\rtf1" + b"\\b" * 2_100_000, "file-suspicious"),
        (b"{\\rtf1 {\\pict 00}}", "no-text"),
    ],
    ids=["deep", "endless", "only a picture"],
)
def test_hostile_and_empty_files_are_refused(data: bytes, code: str) -> None:
    with pytest.raises(UserError) as refusal:
        read_document(data, "cv.rtf")
    assert refusal.value.code == code


@pytest.mark.parametrize("tail", ["", r"\par", "}}}}", r"\u", r"\'9", "\\"])
def test_a_file_that_breaks_off_is_read_as_far_as_it_goes(tail: str) -> None:
    assert read_document(f"{HEAD}\\pard Ada Quist{tail}".encode(), "cv.rtf").lines[0].text.startswith("Ada Quist")
