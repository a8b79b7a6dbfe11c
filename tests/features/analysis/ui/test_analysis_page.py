"""The page: scores with reasons, findings by importance, the way to each place, one-click fixes with undo."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.analysis.model import ScoreKind
from careercoach_desktop.features.analysis.service import AnalysisService, JudgementService
from careercoach_desktop.features.analysis.ui import AnalysisPage
from careercoach_desktop.features.analysis.ui.finding_row import FindingRow, PlaceButton
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.resumes.editing import SetValue
from careercoach_desktop.features.resumes.model import Region
from careercoach_desktop.features.resumes.service import ResumeService
from careercoach_desktop.foundation.uikit import Bar, Button, Desk, EmptyState, RecordPlace, ScoreRing
from tests.features.analysis.people import bo, maren
from tests.foundation.documents.examining.test_pdf import LINES
from tests.support.dialogs import button, toasts, words
from tests.support.paper import pdf
from tests.support.windows import Await
from tests.support.workspace import Place


@pytest.fixture
def page(desk: Desk, service: AnalysisService, place: Place, show: Callable[..., QWidget]) -> AnalysisPage:
    get = place.get
    made = AnalysisPage(desk, service, get(ResumeService), get(JudgementService), get(JobService))
    show(made).resize(1232, 860)
    return made


def opened(page: AnalysisPage, qtbot: QtBot, resume_id: int | None) -> None:
    page.open_record(resume_id)
    qtbot.waitUntil(lambda: page.shown is not None)


def row(page: AnalysisPage, rule: str) -> FindingRow:
    (found,) = [each for each in page.rows() if each.finding.rule == rule]
    return found


def rules(page: AnalysisPage) -> list[str]:
    return [each.finding.rule for each in page.rows()]


def score(page: AnalysisPage) -> int | None:
    (ring,) = page.findChildren(ScoreRing)
    return ring.score()


def test_it_shows_every_score_with_what_it_lost_points_for(page: AnalysisPage, place: Place, qtbot: QtBot) -> None:
    opened(page, qtbot, place.add_resume(bo()))
    assert page.shown is not None
    analysis = page.shown.analysis
    assert score(page) == analysis.score(ScoreKind.OVERALL)
    said = words(page)
    assert "Checked by rules on this computer. Nothing is sent." in said
    bars = {bar.accessibleName() for bar in page.findChildren(Bar)}
    assert f"Read by programs (ATS): {analysis.score(ScoreKind.ATS)} of 100" in bars
    assert {"−100", "There is no list of skills."} <= {*said}


def test_reasons_that_are_folded_away_come_with_a_click(page: AnalysisPage, place: Place, qtbot: QtBot) -> None:
    opened(page, qtbot, place.add_resume(bo()))
    assert page.shown is not None
    experience = next(score for score in page.shown.analysis.scores if score.kind is ScoreKind.EXPERIENCE)
    before = len(words(page))
    more = button(page, "More about Experience")
    more.setFocus()
    qtbot.keyClick(more, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(words(page)) == before + 2 * (len(experience.losses) - 2))
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.isVisible()


def test_findings_stand_by_importance(page: AnalysisPage, place: Place, qtbot: QtBot) -> None:
    opened(page, qtbot, place.add_resume(bo()))
    assert page.shown is not None
    assert rules(page) == [finding.rule for finding in page.shown.analysis.findings]
    headings = [text for text in words(page) if text.startswith(("Important ·", "Worth doing ·", "Details ·"))]
    assert [heading.partition(" ·")[0] for heading in headings] == ["Important", "Worth doing", "Details"]


def test_an_excellent_resume_has_nothing_to_put_right(page: AnalysisPage, place: Place, qtbot: QtBot) -> None:
    data = maren()
    opened(page, qtbot, place.add_resume(data, "Maren-Holt-Resume.txt"))
    assert rules(page) == ["file.kind"]
    assert "One thing to look at" in words(page)


def test_show_me_leads_to_the_value(page: AnalysisPage, place: Place, desk: Desk, qtbot: QtBot) -> None:
    resume_id = place.add_resume(bo())
    opened(page, qtbot, resume_id)
    with qtbot.waitSignal(desk.open_requested) as asked:
        button(page, "Show me: There is no phone number.").click()
    assert asked.args == ["resumes.check", RecordPlace(resume_id, "basics.phone")]


def test_every_place_of_a_finding_can_be_gone_to_with_the_keyboard(
    page: AnalysisPage, place: Place, desk: Desk, qtbot: QtBot
) -> None:
    resume_id = place.add_resume(bo())
    opened(page, qtbot, resume_id)
    weak = row(page, "wording.weak")
    unfold = next(each for each in weak.findChildren(Button) if each.text() == "All 3 places")
    unfold.setFocus()
    qtbot.keyClick(unfold, Qt.Key.Key_Space)
    first = QApplication.focusWidget()
    assert isinstance(first, PlaceButton)
    assert first.text() == "“Responsible for the till and for the shelves in the shop.”"
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    with qtbot.waitSignal(desk.open_requested) as asked:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert asked.args == ["resumes.check", RecordPlace(resume_id, "o2")]


def test_a_place_on_a_page_is_gone_to_as_a_region(page: AnalysisPage, place: Place, desk: Desk, qtbot: QtBot) -> None:
    backwards = "\n".join(f"#place(top, dy: {20 * at}pt)[{LINES[at]}]" for at in reversed(range(12)))
    resumes = place.get(ResumeService)
    resume_id = resumes.import_file(pdf(backwards), "Maren-Holt.pdf").resume_id
    resumes.save_data(resume_id, maren())
    opened(page, qtbot, resume_id)
    with qtbot.waitSignal(desk.open_requested) as asked:
        button(row(page, "file.reading-order"), "Show me").click()
    target = asked.args[1]
    assert isinstance(target.region, Region)
    assert (target.record, target.path, target.region.page) == (resume_id, "", 0)
    assert "What is marked “File” is about the file you imported, not about what you export from here." in words(page)


def test_a_fix_raises_the_score_and_undo_brings_it_back(
    page: AnalysisPage, place: Place, desk: Desk, qtbot: QtBot, await_: Await[str | None]
) -> None:
    resume_id = place.add_resume(bo())
    opened(page, qtbot, resume_id)
    before, shown = score(page), page.shown
    assert before is not None
    button(row(page, "experience.bullets-twice"), "Remove the repetition").click()
    qtbot.waitUntil(lambda: "experience.bullets-twice" not in rules(page))
    after = score(page)
    assert after is not None
    assert after >= before
    assert toasts(desk) == ["Removed the repetition"]
    assert await_(desk.undo.undo()) == "removed the repetition"
    qtbot.waitUntil(lambda: "experience.bullets-twice" in rules(page))
    assert page.shown is not None
    assert shown is not None
    assert page.shown.analysis == shown.analysis


def test_the_keyboard_goes_on_with_the_next_finding(page: AnalysisPage, place: Place, qtbot: QtBot) -> None:
    opened(page, qtbot, place.add_resume(bo()))
    at = rules(page).index("contact.email-case")
    fix = button(row(page, "contact.email-case"), "Write it small")
    fix.setFocus()
    qtbot.keyClick(fix, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "contact.email-case" not in rules(page))
    focused = QApplication.focusWidget()
    assert focused is not None
    assert page.rows()[at].isAncestorOf(focused)


def test_what_is_changed_elsewhere_is_looked_at_again(page: AnalysisPage, place: Place, qtbot: QtBot) -> None:
    resume_id = place.add_resume(bo())
    opened(page, qtbot, resume_id)
    place.get(ResumeService).edit(resume_id, [SetValue("basics.phone", "", "+44 20 7946 0018")])
    qtbot.waitUntil(lambda: "contact.phone" not in rules(page))


def test_without_a_resume_it_says_so_and_leads_to_the_resumes(page: AnalysisPage, desk: Desk, qtbot: QtBot) -> None:
    page.open_record(None)
    qtbot.waitUntil(lambda: any(empty.isVisible() for empty in page.findChildren(EmptyState)))
    with qtbot.waitSignal(desk.open_requested) as asked:
        button(page, "Go to Résumés").click()
    assert asked.args[0] == "resumes"


def test_none_means_the_primary_one(page: AnalysisPage, place: Place, qtbot: QtBot) -> None:
    resume_id = place.add_resume(bo())
    opened(page, qtbot, None)
    assert page.shown is not None
    assert page.shown.resume_id == resume_id


def test_a_resume_that_was_not_read_yet_is_waited_for(page: AnalysisPage, place: Place, qtbot: QtBot) -> None:
    resumes = place.get(ResumeService)
    resume_id = resumes.import_file(b"Maren Holt", "m.txt").resume_id
    page.open_record(resume_id)
    qtbot.waitUntil(lambda: any(empty.isVisible() for empty in page.findChildren(EmptyState)))
    assert any(text.startswith("This résumé has not been read yet.") for text in words(page))
    resumes.save_data(resume_id, maren())
    qtbot.waitUntil(lambda: page.shown is not None)


def test_from_here_one_opens_the_resume_or_goes_back(
    page: AnalysisPage, place: Place, desk: Desk, qtbot: QtBot
) -> None:
    resume_id = place.add_resume(bo())
    opened(page, qtbot, resume_id)
    with qtbot.waitSignal(desk.open_requested) as asked:
        button(page, "Open the résumé").click()
    assert asked.args == ["resumes.check", resume_id]
    with qtbot.waitSignal(desk.open_requested) as asked:
        page._header.back_requested.emit()
    assert asked.args == ["resumes", resume_id]


def test_one_cannot_scroll_into_nothing(page: AnalysisPage, place: Place, qtbot: QtBot) -> None:
    opened(page, qtbot, place.add_resume(bo()))
    content = page._content.widget()

    def lowest() -> int:
        parts = [*page.rows(), page._scores]
        return max(part.mapTo(content, part.rect().bottomLeft()).y() for part in parts)

    qtbot.waitUntil(lambda: content.height() > 0 and content.height() - lowest() < 120)
