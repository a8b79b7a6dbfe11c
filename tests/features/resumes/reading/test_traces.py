"""Every value points at its words on the page, and says when it is doubtful."""

from __future__ import annotations

import pypdfium2

from careercoach_desktop.features.resumes.model import Region, ResumeData
from careercoach_desktop.features.resumes.reading import read_resume
from tests.features.resumes.reading import papers
from tests.support.paper import pdf


def printed_in(data: bytes, region: Region) -> str:
    """What PDFium itself finds inside a region of a page."""
    document = pypdfium2.PdfDocument(data)
    try:
        page = document[region.page]
        width, height = page.get_size()
        text = page.get_textpage().get_text_bounded(
            left=region.left * width - 0.5,
            right=region.right * width + 0.5,
            top=(1 - region.top) * height,
            bottom=(1 - region.bottom) * height,
        )
        return " ".join(text.split())
    finally:
        document.close()


def test_regions_hold_exactly_the_words_of_the_value() -> None:
    paper = pdf(papers.one_column(papers.title_first))
    data = read_resume(paper, "maya.pdf").data
    job = data.work[0]
    for path, words in (
        ("basics.name", "Maya Okafor"),
        ("basics.email", "maya.okafor@example.org"),
        (f"{job.id}.name", "Northgate Analytics Ltd"),
        (f"{job.id}.position", "Senior Data Engineer"),
        (f"{job.id}.start", "Mar 2021 – Present"),
        (job.highlights[1].id, "Cut the cost of storage by 38 % without losing any history"),
    ):
        trace = data.traces[path]
        assert trace.text == words
        assert [printed_in(paper, region) for region in trace.regions] == [words]


def test_a_bullet_over_two_lines_has_two_regions() -> None:
    paper = pdf(papers.one_column(papers.title_first))
    data = read_resume(paper, "maya.pdf").data
    bullet = data.work[0].highlights[0]
    regions = data.traces[bullet.id].regions
    assert len(regions) == 2
    assert " ".join(printed_in(paper, region) for region in regions) == bullet.text


def test_text_files_are_traced_without_regions() -> None:
    data = read_resume(papers.PLAIN_TEXT.encode(), "maya.txt").data
    assert data.traces["basics.email"].text == "maya.okafor@example.org"
    assert data.traces["basics.email"].regions == []


def test_a_guessed_century_is_owned_up_to() -> None:
    text = "Ada Quist\n\nExperience\n\nEngineer, Tarn Robotics Ltd, 2018 – 19\n- Built the gripper\n"
    data: ResumeData = read_resume(text.encode(), "cv.txt").data
    trace = data.traces[f"{data.work[0].id}.end"]
    assert data.work[0].end == "2019"
    assert trace.note == "from “19”"
    assert trace.confidence < 0.9


def test_every_trace_belongs_to_something_in_the_resume() -> None:
    data = read_resume(pdf(papers.sidebar("left")), "maya.pdf").data
    entries = [*data.work, *data.education, *data.skills, *data.languages, *data.basics.profiles]
    known = {entry.id for entry in entries} | {bullet.id for job in data.work for bullet in job.highlights} | {"basics"}
    known |= {bullet.id for section in data.sections for bullet in section.highlights}
    assert {path.partition(".")[0] for path in data.traces} <= known
