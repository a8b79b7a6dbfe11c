"""The preview: the pages as they will be, and on them the place of every value."""

from __future__ import annotations

import pickle

import pypdfium2
import pytest

from careercoach_desktop.features.resumes.editing import values
from careercoach_desktop.features.resumes.model import Mark
from careercoach_desktop.features.resumes.picture import Preview, preview
from careercoach_desktop.features.resumes.typeset import TEMPLATES
from careercoach_desktop.features.resumes.typeset.pdf import typeset
from tests.features.resumes.typeset.samples import everything, sample, styled

NAMES = [template.name for template in TEMPLATES]
NOT_PRINTED = {"network"}
"""Fields that only stand on the page where there is no address."""


@pytest.fixture(scope="module")
def of_lena() -> Preview:
    return preview(sample("lena-marsh"), styled(), 600, 6)


def test_pages_are_pictures_in_the_size_of_the_paper(of_lena: Preview) -> None:
    assert of_lena.page_count == len(of_lena.pages) == 2
    assert all(page.png.startswith(b"\x89PNG") for page in of_lena.pages)
    assert [round(side) for side in of_lena.pages[0].size_mm] == [210, 297]


def test_only_the_pages_asked_for_are_drawn_but_all_are_counted() -> None:
    first = preview(sample("lena-marsh"), styled(paper="letter"), 300, 1)
    assert (len(first.pages), first.page_count) == (1, 2)
    assert [round(side) for side in first.pages[0].size_mm] == [216, 279]


@pytest.mark.parametrize("template", NAMES)
def test_every_value_of_a_resume_has_its_place(template: str) -> None:
    data = everything()
    made = preview(data, styled(template), 300, 6)
    wanted = {value.path for value in values(data) if value.path.rpartition(".")[2] not in NOT_PRINTED}
    ends = {path for path in wanted if path.endswith(".end")}  # a period is one place, named by its start
    links = {f"{data.work[0].id}.url"}  # leads there from the employer's name, and is not printed
    assert {path for path in wanted - ends - links if not made.places_of(path)} == set()


def test_a_click_finds_the_value_under_it(of_lena: Preview) -> None:
    data = sample("lena-marsh")
    bullet = data.work[0].highlights[0].id
    fresh = preview(data, styled(), 300, 6)
    (place, *_) = fresh.places_of(bullet)
    middle = (place.region.left + place.region.right) / 2, (place.region.top + place.region.bottom) / 2
    assert fresh.pages[place.region.page].at(*middle) == bullet
    assert fresh.pages[0].at(0.01, 0.01) == ""


def test_a_bullet_of_two_lines_has_two_places() -> None:
    data = sample("lena-marsh")
    bullet = data.work[0].highlights[0]
    bullet.text = "Moved the whole of the reporting tables to another warehouse " * 3
    bullet.marks = [Mark(start=0, end=9, bold=True), Mark(start=10, end=20, url="https://marsh.example")]
    places = preview(data, styled(), 300, 6).places_of(bullet.id)
    tops = sorted({round(place.region.top, 2) for place in places})
    assert len(tops) >= 2
    assert all(0 < place.region.left < place.region.right < 1 for place in places)


def test_an_entry_is_all_of_its_parts() -> None:
    data = sample("lena-marsh")
    job = data.work[0]
    paths = {place.path for place in preview(data, styled(), 300, 6).places_of(job.id)}
    assert {f"{job.id}.name", f"{job.id}.position", f"{job.id}.start"} <= paths


@pytest.mark.parametrize("template", NAMES)
def test_the_places_change_nothing_in_the_layout(template: str) -> None:
    data, style = sample("lena-marsh"), styled(template)
    exported = _letters(typeset(data, style).document)
    previewed = _letters(typeset(data, style, places=True).document)
    assert [letter for letter, *_ in exported] == [letter for letter, *_ in previewed]
    for (_, *one), (_, *other) in zip(exported, previewed, strict=True):
        assert one == pytest.approx(other, abs=0.5)  # points: kerning between two values


def test_an_exported_file_has_no_such_links() -> None:
    assert b"place:" not in typeset(sample("lena-marsh"), styled()).document


def test_a_preview_travels_back_from_the_child_process(of_lena: Preview) -> None:
    assert pickle.loads(pickle.dumps(of_lena)) == of_lena


def _letters(document: bytes) -> list[tuple[str, float, float, float, float]]:
    """Every visible letter of every page with its box in points."""
    found = []
    for page in pypdfium2.PdfDocument(document):
        text = page.get_textpage()
        for index in range(text.count_chars()):
            letter = text.get_text_range(index, 1)
            if letter.strip():
                found.append((letter, *text.get_charbox(index)))
    return found
