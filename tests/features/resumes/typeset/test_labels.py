"""Words and dates in the language of the résumé."""

from __future__ import annotations

import pytest

from careercoach_desktop.features.resumes.typeset.labels import LANGUAGES, country, label, month, period


@pytest.mark.parametrize(
    ("language", "printed"),
    [
        ("en", "Mar 2022 – present"),
        ("de", "März 2022 – heute"),
        ("fr", "mars 2022 – aujourd’hui"),
        ("es", "mar 2022 – actualidad"),
        ("it", "mar 2022 – oggi"),
        ("nl", "mrt 2022 – heden"),
        ("pl", "Mar 2022 – present"),
    ],
)
def test_a_period_speaks_the_language_of_the_resume(language: str, printed: str) -> None:
    assert period("2022-03", None, current=True, language=language) == printed


@pytest.mark.parametrize(
    ("start", "end", "current", "printed"),
    [
        ("2015", "2018", False, "2015 – 2018"),
        ("2018", "2018", False, "2018"),
        (None, "2018", False, "2018"),
        ("2018-04", None, False, "Apr 2018"),
        (None, None, False, ""),
        (None, None, True, "present"),
        ("2019-03-31", "2019-06-01", False, "Mar 2019 – Jun 2019"),
    ],
)
def test_only_what_is_known_is_printed(start: str | None, end: str | None, current: bool, printed: str) -> None:
    assert period(start, end, current=current, language="en") == printed


def test_every_language_has_every_word() -> None:
    names = [
        "summary", "work", "projects", "skills", "education", "certificates", "publications", "awards", "volunteer",
        "languages", "interests", "references", "technologies", "courses", "present",
    ]  # fmt: skip
    for language in LANGUAGES:
        assert all(label(name, language).strip() for name in names)


def test_a_language_without_words_gets_english_ones() -> None:
    assert label("work", "fi") == "Experience"
    assert month("2020-10", "fi") == "Oct 2020"


def test_countries_are_spelled_out() -> None:
    assert country("gb", "de") == "Vereinigtes Königreich"
    assert country("", "de") == ""
    assert country("??", "en") == "??"
