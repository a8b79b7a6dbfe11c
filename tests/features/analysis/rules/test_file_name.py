"""The name of the file names its person."""

from __future__ import annotations

import pytest

from careercoach_desktop.features.analysis.rules.file_name import usual_name
from tests.features.analysis.people import maren
from tests.features.analysis.rules.situations import file, found


@pytest.mark.parametrize("name", ["cv.pdf", "Lebenslauf 2024.pdf", "resume-final.pdf", "document1.pdf"])
def test_a_name_that_names_nobody_gets_a_suggestion(name: str) -> None:
    said = found(maren(), file(), name)["file.name"]
    assert said.text == f"“{name}” does not say whose it is."
    assert "“Maren-Holt-Resume.pdf”" in said.why


@pytest.mark.parametrize("name", ["Maren_Holt_final_2.pdf", "maren-holt-v3.pdf", "Holt (1).pdf", "holt copy.pdf"])
def test_a_name_that_looks_unfinished_gets_one_too(name: str) -> None:
    assert found(maren(), file(), name)["file.name"].text == f"“{name}” looks unfinished."


@pytest.mark.parametrize(
    "name", ["Maren-Holt-Resume.pdf", "CV Maren Holt.pdf", "holt_2026.pdf", "Resume-MarenHolt.pdf"]
)
def test_a_name_that_names_the_person_is_fine(name: str) -> None:
    assert "file.name" not in found(maren(), file(), name)


def test_who_has_no_name_yet_gets_no_suggestion() -> None:
    data = maren()
    data.basics.name = ""
    assert "file.name" not in found(data, file(), "cv.pdf")


@pytest.mark.parametrize(
    ("name", "language", "wanted"),
    [
        ("Jürgen Groß", "de", "Jurgen-Gross-Lebenslauf.pdf"),
        ("ÉLODIE D’ARC", "fr", "Elodie-D-Arc-CV.pdf"),
        ("lena marsh", "en", "Lena-Marsh-Resume.pdf"),
        ("Ian McKay", "en", "Ian-McKay-Resume.pdf"),
        ("李娜", "zh", ""),
    ],
)
def test_the_suggestion_can_be_saved_everywhere(name: str, language: str, wanted: str) -> None:
    assert usual_name(name, language, ".PDF") == wanted
