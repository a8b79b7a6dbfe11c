"""``Al`` is ``AI`` misread, unless it is somebody."""

from __future__ import annotations

import pytest

from careercoach_desktop.foundation.documents.ocr.spelling import without_small_l


@pytest.mark.parametrize("text", ["Al", "(Al)", "Al,"])
def test_among_the_words_of_a_page_it_is_the_abbreviation(text: str) -> None:
    assert without_small_l(text, "tools", 20) == text.replace("l", "I")


def test_a_name_keeps_its_letters() -> None:
    assert without_small_l("Al", "", 0) == "Al", "the first lines say who it is"
    assert without_small_l("Al", "Moran", 40) == "Al", "a surname follows"


def test_other_words_are_left_alone() -> None:
    assert [without_small_l(word, "", 20) for word in ("Alan", "pal", "Al-Amin")] == ["Alan", "pal", "Al-Amin"]
