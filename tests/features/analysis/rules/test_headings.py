"""Headings that programs know, and what an unusual one is usually called."""

from __future__ import annotations

import pytest

from careercoach_desktop.features.resumes.model import Highlight, Section
from tests.features.analysis.people import maren
from tests.features.analysis.rules.situations import found


def with_heading(title: str, language: str = "en") -> dict[str, object]:
    data = maren()
    data.language = language
    data.sections = [Section(id="s", title=title, highlights=[Highlight(text="Something")])]
    return dict(found(data))


@pytest.mark.parametrize("title", ["Leadership", "Military Service", "Relevant coursework", "Memberships", ""])
def test_usual_headings_are_not_mentioned(title: str) -> None:
    assert "file.headings" not in with_heading(title)


def test_an_unusual_one_is_and_its_usual_name_is_offered_where_its_words_tell() -> None:
    data = maren()
    data.sections = [Section(id="s", title="Things that count as experience", highlights=[Highlight(text="One")])]
    said = found(data)["file.headings"]
    assert said.places[0].path == "s.title"
    assert said.fix is not None
    assert said.fix.corrections[0].after == "Experience"


def test_where_the_words_do_not_tell_nothing_is_offered() -> None:
    data = maren()
    data.sections = [Section(id="s", title="Where the magic happens", highlights=[Highlight(text="One")])]
    assert found(data)["file.headings"].fix is None
