"""The drawer's Match tab: the score and its parts, every keyword with where it stands, and what can be done."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.jobs.model import Job, Posting
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.matching.model import Keyword, Need, Part, PartKind
from careercoach_desktop.features.matching.service import MatchingService
from careercoach_desktop.features.matching.ui import MatchAction, MatchPanel
from careercoach_desktop.features.matching.ui.keyword_rows import KeywordRow
from careercoach_desktop.features.matching.ui.score_parts import ScoreParts
from careercoach_desktop.features.resumes.model import Skill
from careercoach_desktop.features.resumes.service import ResumeService
from careercoach_desktop.foundation.uikit import Bar, Button, ComboButton, Desk, EmptyState, ScoreRing
from tests.features.tailoring.engine.people import DATA_JOB, LENA, NURSE
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
    assert len(named) == len(report.parts)
    assert f"Must-have skills: {report.parts[0].text}" in named


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
    assert any(text.startswith("Know Apache Spark") for text in words(panel))
    with qtbot.waitSignal(desk.open_requested) as opened:
        button(panel, "Open résumé").click()
    assert opened.args == ["resumes.check", lena]


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
