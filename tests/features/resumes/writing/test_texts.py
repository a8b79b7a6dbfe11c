"""Markdown, plain text and HTML: they say all of the page, keep its emphasis, and read back without loss."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from careercoach_desktop.features.resumes.model import (
    Basics,
    Highlight,
    Mark,
    ResumeData,
    ResumeStyle,
    Section,
    WebProfile,
    Work,
)
from careercoach_desktop.features.resumes.rereading import reread
from careercoach_desktop.features.resumes.typeset.composing import compose
from careercoach_desktop.features.resumes.typeset.sheet import Piece, Said, Sheet, SheetSection, said
from careercoach_desktop.features.resumes.writing import to_html, to_markdown, to_plain_text
from tests.features.resumes.typeset.samples import AWKWARD, awkward, everything, long, sample, short
from tests.features.resumes.typeset.varied import (
    academic,
    chinese,
    climber,
    emphatic,
    french,
    german,
    japanese,
    spanish,
    student,
    wordy,
)

WRITERS: dict[str, Callable[[Sheet], str]] = {"md": to_markdown, "txt": to_plain_text, "html": to_html}
PEOPLE = [
    *(sample("lena-marsh"), sample("camille-bergmann"), everything(), short(), long()),
    *(student(), academic(), german(), french(), spanish(), chinese(), japanese(), climber(), wordy(), emphatic()),
]


class Looks(HTMLParser):
    """The visible text of HTML, letter by letter with its look; and every tag and address in it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.letters: list[tuple[str, bool, bool, str]] = []
        self.tags: list[str] = []
        self.addresses: list[str] = []
        self._open: list[tuple[str, str]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        address = dict(attrs).get("href") or ""
        if address:
            self.addresses.append(address)
        if tag != "meta":
            self._open.append((tag, address))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        names = {tag for tag, _ in self._open}
        if names & {"title", "style"}:
            return
        address = next((url for _, url in self._open if url), "")
        self.letters += [(letter, "strong" in names, "em" in names, address) for letter in data]

    @property
    def text(self) -> str:
        return "".join(letter for letter, *_ in self.letters)


@pytest.mark.parametrize("kind", WRITERS)
@pytest.mark.parametrize("data", PEOPLE, ids=lambda data: data.basics.name)
def test_every_field_survives(data: ResumeData, kind: str) -> None:
    report = reread(data, WRITERS[kind](compose(data)).encode(), f"export.{kind}")
    assert report.sentences() == []
    assert report.checked >= 5


@pytest.mark.parametrize("kind", WRITERS)
def test_what_is_left_off_is_not_written(kind: str) -> None:
    data = everything()
    data.hidden = [data.work[1].id]
    text = WRITERS[kind](compose(data, ResumeStyle(left_out=["interests"], order=["skills"])))
    assert "Morvan & Ass" not in text.replace("&amp;", "&")
    assert "Rowing" not in text
    assert text.casefold().index("skills") < text.casefold().index("experience")


def test_markdown_means_what_it_says() -> None:
    data = awkward()
    shown = Looks(MarkdownIt("commonmark").render(to_markdown(compose(data))))
    assert shown.text.count(AWKWARD) == 6
    for bullet in data.work[0].highlights:
        assert bullet.text in shown.text.split("\n")
    assert shown.tags.count("h1") == 1
    assert shown.tags.count("em") == 1  # the job's title
    assert {"code", "blockquote", "ol", "hr"}.isdisjoint(shown.tags)


WORDS = st.text(st.sampled_from("ab1 ,.()*_~<>[]!&#`\\'\"-+:|éж"), min_size=1, max_size=6)
PIECES = st.lists(
    st.builds(
        Piece, WORDS, bold=st.booleans(), italic=st.booleans(), url=st.sampled_from(["", "https://a.example/b_(c)?d=1"])
    ),
    min_size=1,
    max_size=5,
)


def tidy(pieces: list[Piece]) -> Said:
    """Pieces as ``compose`` makes them: one blank at most, none at the edges."""
    letters = [(letter, piece) for piece in pieces for letter in piece.text]
    kept = [
        pair
        for before, pair in zip([(" ", None), *letters], letters, strict=False)
        if (before[0], pair[0]) != (" ", " ")
    ]
    while kept and kept[-1][0] == " ":
        kept.pop()
    return Said(tuple(Piece(letter, "", piece.url, piece.bold, piece.italic) for letter, piece in kept))


def merged(line: Said) -> Said:
    """Neighbours of one look as one piece."""
    pieces: list[Piece] = []
    for piece in line.pieces:
        last = pieces[-1] if pieces else None
        if last and (last.url, last.bold, last.italic) == (piece.url, piece.bold, piece.italic):
            pieces[-1] = Piece(last.text + piece.text, "", piece.url, piece.bold, piece.italic)
        else:
            pieces.append(piece)
    return Said(tuple(pieces))


@given(PIECES)
def test_any_emphasis_and_any_sign_comes_through_markdown(pieces: list[Piece]) -> None:
    line = merged(tidy(pieces))
    if not line:
        return
    sheet = Sheet(sections=(SheetSection("custom", "x", said("Talks"), bullets=(line, said("end"))),))
    shown = Looks(MarkdownIt("commonmark").render(to_markdown(sheet)))
    expected = [
        (letter, piece.bold, piece.italic, piece.url) for piece in line.pieces for letter in piece.text if letter != " "
    ]
    got = [(sign, *look) for sign, *look in shown.letters if not sign.isspace()]
    address = "https://a.example/b_%28c%29?d=1"
    assert got[5:-3] == [(sign, bold, italic, url and address) for sign, bold, italic, url in expected]


@given(PIECES)
def test_any_emphasis_and_any_sign_comes_through_html(pieces: list[Piece]) -> None:
    line = tidy(pieces)
    sheet = Sheet(sections=(SheetSection("custom", "x", said("Talks"), bullets=(line,)),))
    shown = Looks(to_html(sheet))
    expected = [(letter, p.bold, p.italic, p.url) for p in line.pieces for letter in p.text if letter != " "]
    assert [letter for letter in shown.letters if not letter[0].isspace()][5:] == expected


def marked() -> ResumeData:
    bullet = Highlight(
        text="Cut the close from nine days to three",
        marks=[Mark(start=0, end=3, bold=True), Mark(start=8, end=13, url="https://close.example")],
    )
    return ResumeData(
        basics=Basics(name="Lena Marsh", email="lena@marsh.example"),
        work=[Work(name="Brightwater", position="Analyst", start="2019", end="2020", highlights=[bullet])],
    )


def test_emphasis_is_written_and_read_back_as_words() -> None:
    sheet = compose(marked())
    assert "- **Cut** the [close](https://close.example) from nine days" in to_markdown(sheet)
    assert '<li><strong>Cut</strong> the <a href="https://close.example">close</a> from' in to_html(sheet)
    assert "- Cut the close from nine days to three\n" in to_plain_text(sheet)
    for kind, write in WRITERS.items():
        assert reread(marked(), write(sheet).encode(), f"export.{kind}").sentences() == []


def test_plain_text_is_never_wrapped_and_has_no_sign_a_form_could_break() -> None:
    text = to_plain_text(compose(long()))
    assert max(map(len, text.splitlines())) > 200
    assert set("•●▪◦\t\u00ad\u200b") & set(text) == set()
    assert "\n\n\n" not in text


def test_plain_text_gives_addresses_in_full() -> None:
    lines = to_plain_text(compose(everything())).splitlines()
    assert {"odile@ferrand.example", "+33 1 99 00 12 34", "https://lawbook.example/odile"} <= set(lines)


def test_html_needs_nothing_and_runs_nothing() -> None:
    data = everything()
    data.basics.url = "javascript:alert(1)"
    data.basics.profiles.append(WebProfile(network="x", url='https://a.example/"onmouseover="x'))
    page = to_html(compose(data), accent="#0A7A50", font='"; } body { display: none')
    shown = Looks(page)
    assert {"script", "img", "link", "iframe", "table", "form"}.isdisjoint(shown.tags)
    assert all(re.match(r"(https?|mailto|tel):", address) for address in shown.addresses)
    assert "url(" not in page
    assert "@import" not in page
    assert "display: none" not in page
    assert "--accent: #0A7A50" in page
    assert '<html lang="en">' in page
    assert shown.tags.count("h1") == shown.tags.count("main") == shown.tags.count("title") == 1


def test_html_shows_what_was_typed_as_text() -> None:
    data = ResumeData(basics=Basics(name="<script>x</script> & Co"), sections=[Section(title="<b>", highlights=[])])
    data.sections[0].highlights = [Highlight(text=AWKWARD)]
    shown = Looks(to_html(compose(data)))
    assert "<script>x</script> & Co" in shown.text
    assert AWKWARD in shown.text
    assert "script" not in shown.tags


@pytest.mark.parametrize("write", WRITERS.values())
def test_an_empty_resume_is_an_empty_file_of_its_kind(write: Callable[[Sheet], str]) -> None:
    assert Looks(write(compose(ResumeData()))).text.strip() == ""


def test_a_section_without_a_title_has_no_empty_heading() -> None:
    data = ResumeData(sections=[Section(highlights=[Highlight(text="Driving licence, class B")])])
    assert to_markdown(compose(data)) == "- Driving licence, class B\n"
    assert "<h2>" not in to_html(compose(data))
    assert to_plain_text(compose(data)).strip() == "- Driving licence, class B"


def test_an_employer_in_capitals_is_not_taken_for_a_heading_in_plain_text() -> None:
    data = sample("lena-marsh")
    data.work[0].name = "BRIGHTWATER"
    data.education[0].study_type, data.education[0].area, data.education[0].score = "MBA", "", ""
    text = to_plain_text(compose(data))
    assert "BRIGHTWATER | Mar 2022 – present\nData Engineer\n" in text
    assert "University of York\nMBA | 2015 – 2018\n" in text
    assert reread(data, text.encode(), "export.txt").sentences() == []
