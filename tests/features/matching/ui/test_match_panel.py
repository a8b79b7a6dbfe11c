"""The drawer's Match tab: the score and its parts, every keyword with where it stands, and what can be done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.jobs.model import CaptureState, Job, Posting
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.matching.model import Keyword, Need, Part, PartKind
from careercoach_desktop.features.matching.model import Place as Standing
from careercoach_desktop.features.matching.service import MatchingService
from careercoach_desktop.features.matching.ui import MatchAction, MatchPanel
from careercoach_desktop.features.matching.ui.keyword_rows import KeywordRow, describe, most_telling, years_of
from careercoach_desktop.features.matching.ui.score_parts import ScoreParts
from careercoach_desktop.features.resumes.model import Skill
from careercoach_desktop.features.resumes.service import ResumeService
from careercoach_desktop.foundation.uikit import Banner, Bar, Button, ComboButton, Desk, EmptyState, ScoreRing, Scroll
from tests.features.tailoring.engine.people import DATA_JOB, LENA, NURSE, NURSE_JOB
from tests.support.dialogs import button, words
from tests.support.workspace import Place

Asked = list[tuple[Job, int | None]]


@pytest.fixture
def asked() -> Asked:
    """What the action that a higher feature put under the match was called with."""
    return []


@pytest.fixture
def panel(
    desk: Desk, matching: MatchingService, place: Place, asked: Asked, show: Callable[..., QWidget]
) -> MatchPanel:
    action = MatchAction("Tailor my résumé", "sparkle", lambda job, resume: asked.append((job, resume)), primary=True)
    made = MatchPanel(desk, matching, place.get(ResumeService), [action])
    show(made).resize(520, 700)
    return made


@pytest.fixture
def lena(place: Place) -> int:
    return place.add_resume(LENA, "lena.txt")


def show_job(panel: MatchPanel, place: Place, qtbot: QtBot, posting: Posting = DATA_JOB) -> Job:
    job = place.get(JobService).job(place.add_job(posting))
    panel.show_job(job)
    qtbot.waitUntil(lambda: any(ring.isVisible() for ring in panel.findChildren(ScoreRing)))
    return job


def keywords(panel: MatchPanel) -> dict[str, str]:
    names = [row.accessibleName() for row in panel.findChildren(KeywordRow) if row.isVisible()]
    return {name.partition(", ")[0]: name.partition(", ")[2] for name in names}


def ring(panel: MatchPanel) -> ScoreRing:
    (shown,) = (each for each in panel.findChildren(ScoreRing) if each.isVisible())
    return shown


def test_without_a_resume_it_says_so_and_leads_to_the_resumes(
    panel: MatchPanel, place: Place, desk: Desk, qtbot: QtBot
) -> None:
    panel.show_job(place.get(JobService).job(place.add_job(DATA_JOB)))
    qtbot.waitUntil(lambda: panel.findChild(EmptyState) is not None)
    assert "There is no résumé to match against yet. Add yours on the Résumés page." in words(panel)
    with qtbot.waitSignal(desk.open_requested) as opened:
        button(panel, "Go to Résumés").click()
    assert opened.args[0] == "resumes"
    assert "Tailor my résumé" not in [one.text() for one in panel.findChildren(Button) if one.isVisible()]


@pytest.mark.usefixtures("lena")
def test_it_shows_the_score_with_its_parts(
    panel: MatchPanel, place: Place, matching: MatchingService, qtbot: QtBot
) -> None:
    job = show_job(panel, place, qtbot)
    report = matching.report(job.id)
    assert ring(panel).score() == report.score
    named = {bar.accessibleName() for bar in panel.findChildren(Bar)}
    assert len(named) == len([part for part in report.parts if part.value is not None])
    assert f"Must-have skills: {report.parts[0].text}" in named


def test_a_part_that_was_not_weighed_has_words_but_no_bar(show: Callable[..., QWidget]) -> None:
    parts = ScoreParts(
        [
            Part(kind=PartKind.EDUCATION, value=None, weight=1, text="not stated"),
            Part(kind=PartKind.SALARY, value=0.0, weight=1, text="below wish"),
        ]
    )
    shown = words(show(parts))
    assert {"Education", "not stated", "Salary", "below wish"} <= set(shown)
    assert [bar.accessibleName() for bar in parts.findChildren(Bar)] == ["Salary: below wish"]


def test_the_bars_are_as_long_for_every_job(show: Callable[..., QWidget]) -> None:
    def length(text: str) -> int:
        window = show(parts := ScoreParts([Part(kind=PartKind.PLACE, value=0.5, weight=1, text=text)]))
        window.resize(360, 80)
        return parts.findChild(Bar).width()

    assert length("fits") == length("7 years, 5 asked") > 60


def test_the_years_are_said_with_the_posting_and_with_what_was_counted(show: Callable[..., QWidget]) -> None:
    part = Part(
        kind=PartKind.EXPERIENCE, value=1, weight=1, text="7 years, 5 asked",
        because="5+ years of experience", counted="Counted: your work since 2019, 7 years.",
    )  # fmt: skip
    parts = ScoreParts([part])
    show(parts)
    tips = {widget.toolTip() for widget in parts.findChildren(QWidget) if widget.toolTip()}
    assert tips == {"<p>“5+ years of experience”</p><p>Counted: your work since 2019, 7 years.</p>"}


def many(found: int, missing: int) -> list[Keyword]:
    met = [Keyword(term=f"met {at}", need=Need.MUST, found=True) for at in range(found)]
    wish = Keyword(term="wish", need=Need.NICE, found=False)
    return [*met, wish, *(Keyword(term=f"missing {at}", need=Need.MUST, found=False) for at in range(missing))]


def test_the_missing_must_haves_follow_the_first_three_met() -> None:
    assert [each.term for each in most_telling(many(12, 2))] == [
        "met 0", "met 1", "met 2", "missing 0", "missing 1", "wish",
    ]  # fmt: skip


def test_a_short_list_is_shown_whole() -> None:
    assert most_telling(many(4, 1)) == many(4, 1)


LONG = Posting(
    title="Engineer", description=DATA_JOB.description + "- Redshift\n- BigQuery\n- Terraform\n- Java\n- Kafka\n- Go\n"
)


def show_all(panel: MatchPanel, qtbot: QtBot) -> int:
    (more,) = (one for one in panel.findChildren(Button) if one.text().startswith("Show all") and one.isVisible())
    count = int(more.text().removeprefix("Show all "))
    more.click()
    qtbot.waitUntil(lambda: len(keywords(panel)) == count)
    return count


@pytest.mark.usefixtures("lena")
def test_show_all_brings_the_rest(panel: MatchPanel, place: Place, matching: MatchingService, qtbot: QtBot) -> None:
    job = show_job(panel, place, qtbot, LONG)
    few = keywords(panel)
    assert show_all(panel, qtbot) == len(matching.report(job.id).keywords) > len(few)
    assert not [one for one in panel.findChildren(Button) if one.text().startswith("Show all") and one.isVisible()]


@pytest.mark.usefixtures("lena")
def test_nothing_blank_follows_the_last_line(panel: MatchPanel, place: Place, qtbot: QtBot) -> None:
    show_job(panel, place, qtbot, LONG)
    show_all(panel, qtbot)
    scroll = panel.findChild(Scroll)
    qtbot.waitUntil(lambda: scroll.verticalScrollBar().maximum() > 0)
    (banner,) = (one for one in panel.findChildren(Banner) if one.isVisible())
    qtbot.waitUntil(lambda: banner.y() > 0)
    bottom = banner.mapTo(scroll.widget(), banner.rect().bottomLeft()).y()
    assert scroll.widget().height() - bottom < 40


@pytest.mark.usefixtures("lena")
@pytest.mark.parametrize(
    ("capture", "said"),
    [
        (CaptureState.FAILED, "This posting has not been read yet"),
        (CaptureState.READING, "This posting is being read"),
    ],
)
def test_a_posting_that_was_never_read_has_no_match_and_no_action(
    panel: MatchPanel, place: Place, qtbot: QtBot, capture: CaptureState, said: str
) -> None:
    job = place.get(JobService).job(place.add_job(Posting(title="example.org")))
    panel.show_job(replace(job, capture=capture))
    qtbot.waitUntil(lambda: panel.findChild(EmptyState) is not None)
    assert said in words(panel)
    assert not [one for one in panel.findChildren(ScoreRing) if one.isVisible()]
    assert "Tailor my résumé" not in [one.text() for one in panel.findChildren(Button) if one.isVisible()]


def test_a_quotation_and_its_place_are_kept_apart_and_years_together() -> None:
    place = Standing(path="b", label="Lowell, 2019 – 2022", quote="Trained five in SQL")
    met = Keyword(term="SQL", need=Need.MUST, found=True, places=[place])
    assert describe(met) == "“Trained five in SQL” ·\u00a0Lowell, 2019\u00a0–\u00a02022"


@pytest.mark.usefixtures("lena")
def test_found_and_missing_words_say_where_and_why(panel: MatchPanel, place: Place, qtbot: QtBot) -> None:
    show_job(panel, place, qtbot)
    shown = keywords(panel)
    assert shown["SQL"].startswith("in your résumé: ")
    assert shown["Apache Spark"].startswith("missing: asked twice: “Apache Spark in production”")


@pytest.mark.usefixtures("lena")
def test_the_missing_words_lead_to_the_resume(
    panel: MatchPanel, place: Place, desk: Desk, lena: int, qtbot: QtBot
) -> None:
    show_job(panel, place, qtbot)
    assert any(text.startswith("You can add Apache Spark") for text in words(panel))
    with qtbot.waitSignal(desk.open_requested) as opened:
        button(panel, "Add evidence").click()
    assert opened.args[0] == "evidence.stories"


def test_a_resume_that_fits_better_is_offered(panel: MatchPanel, place: Place, lena: int, qtbot: QtBot) -> None:
    nurse = place.add_resume(NURSE, "nurse.txt")
    show_job(panel, place, qtbot, NURSE_JOB)
    before = ring(panel).score()
    qtbot.waitUntil(lambda: any("fits this job better" in text for text in words(panel)))
    button(panel, "Compare with it").click()
    qtbot.waitUntil(lambda: ring(panel).score() != before)
    assert not any("fits this job better" in text for text in words(panel))
    assert panel.findChild(ComboButton).value() == str(nurse) != str(lena)


def test_years_of_one_thing_are_said_beside_the_sentence_that_asks() -> None:
    asked = Keyword(term="dbt", need=Need.MUST, found=True, years_asked=5, years_shown=2.0)
    assert years_of(asked) == " · 5 years asked, 2 in jobs that name it"
    assert years_of(Keyword(term="dbt", need=Need.MUST, found=True)) == ""


def test_another_resume_can_be_chosen_and_goes_to_the_action(
    panel: MatchPanel, place: Place, lena: int, asked: Asked, qtbot: QtBot
) -> None:
    nurse = place.add_resume(NURSE, "nurse.txt")
    job = show_job(panel, place, qtbot)
    before = ring(panel).score()
    button(panel, "Tailor my résumé").click()
    panel.findChild(ComboButton)._choose(str(nurse))
    qtbot.waitUntil(lambda: ring(panel).score() != before)
    assert keywords(panel).get("SQL", "").startswith("missing")
    button(panel, "Tailor my résumé").click()
    assert [(each.id, resume) for each, resume in asked] == [(job.id, lena), (job.id, nurse)]


def test_a_changed_resume_changes_what_is_shown(panel: MatchPanel, place: Place, lena: int, qtbot: QtBot) -> None:
    show_job(panel, place, qtbot)
    better = LENA.model_copy(deep=True)
    better.skills.append(Skill(id="s9", keywords=["Apache Spark"]))
    place.get(ResumeService).save_data(lena, better)
    qtbot.waitUntil(lambda: keywords(panel).get("Apache Spark", "").startswith("in your résumé"))


def test_the_chosen_resume_removed_means_the_primary_one_again(
    panel: MatchPanel, place: Place, lena: int, qtbot: QtBot
) -> None:
    nurse = place.add_resume(NURSE, "nurse.txt")
    show_job(panel, place, qtbot)
    panel.findChild(ComboButton)._choose(str(nurse))
    qtbot.waitUntil(lambda: keywords(panel).get("SQL", "").startswith("missing"))
    place.get(ResumeService).delete(nurse)
    qtbot.waitUntil(lambda: keywords(panel).get("SQL", "").startswith("in your résumé"))


@pytest.mark.usefixtures("lena")
def test_a_posting_that_asks_for_nothing_is_said_to(panel: MatchPanel, place: Place, qtbot: QtBot) -> None:
    show_job(panel, place, qtbot, Posting(title="Helper", description="A friendly team."))
    assert keywords(panel) == {}
    assert any(text.startswith("The posting names no skills") for text in words(panel))


def test_markup_in_a_posting_is_shown_as_it_was_written(show: Callable[..., QWidget]) -> None:
    asked = 'Strong <b>SQL</b> <img src="file:///x.png"> &amp; Python'
    row = KeywordRow(Keyword(term="<i>SQL</i>", need=Need.MUST, found=False, asked=asked))
    parts = ScoreParts([Part(kind=PartKind.EXPERIENCE, value=1, weight=1, text="<u>met</u>", because=asked)])
    window = show(row, parts)
    assert {"<i>SQL</i>", f"asked for: “{asked}”", "<u>met</u>"} <= set(words(window))
    tips = [tip for widget in window.findChildren(QWidget) if (tip := widget.toolTip())]
    assert len(tips) == 4
    for tip in tips:
        document = QTextDocument()
        document.setHtml(tip)  # as Qt shows a tip that looks like markup
        assert f"“{asked}”" in document.toPlainText()
