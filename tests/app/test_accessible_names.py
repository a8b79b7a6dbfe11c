"""A walk through the whole window: whatever can be reached or pressed has a name that a screen reader can say."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from careercoach_desktop.app.features import pages
from careercoach_desktop.app.palette.palette import Palette
from careercoach_desktop.app.recovery import RecoveryPage
from careercoach_desktop.app.shortcuts_dialog import ShortcutsDialog
from careercoach_desktop.app.welcome import WelcomePage
from careercoach_desktop.features.activity.ui.activity_page import ActivityPage
from careercoach_desktop.features.analysis.ui import AnalysisPage
from careercoach_desktop.features.documents.ui.documents_page import DocumentsPage
from careercoach_desktop.features.jobs.model import ImportReport, JobStatus, Layout, NotTaken
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.jobs.ui import JobsPage
from careercoach_desktop.features.jobs.ui.add_dialog import AddDialog
from careercoach_desktop.features.jobs.ui.compare_dialog import CompareDialog, compare_and_merge
from careercoach_desktop.features.jobs.ui.edit_dialog import EditDialog
from careercoach_desktop.features.jobs.ui.export_dialog import ExportDialog as JobExportDialog
from careercoach_desktop.features.jobs.ui.import_dialog import ImportDialog
from careercoach_desktop.features.jobs.ui.import_notices import ResultsDialog
from careercoach_desktop.features.practice.ui.practice_page import PracticePage
from careercoach_desktop.features.resumes.model import ReadingState
from careercoach_desktop.features.resumes.service import ResumeService
from careercoach_desktop.features.resumes.ui import CheckPage, ExportDialog, ResumesPage, VersionsPage
from careercoach_desktop.features.resumes.ui.dialogs import RenameDialog
from careercoach_desktop.features.settings.ui.settings_page import SettingsPage
from careercoach_desktop.features.tailoring.model import TailoringReady
from careercoach_desktop.features.tailoring.service import TailoringService
from careercoach_desktop.features.tailoring.ui.review_page import ReviewPage
from careercoach_desktop.features.tailoring.ui.wording_dialog import WordingDialog
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.uikit import Dialog
from tests.support.application import Running
from tests.support.dialogs import button, dialog
from tests.support.windows import Await


def focusable(window: QWidget) -> Iterator[QWidget]:
    """Everything that can be reached with Tab, and everything of a kind that is pressed, typed into or chosen from, as
    far as it is usable now; wrappers that hand the focus on do not count."""
    for widget in (window, *window.findChildren(QWidget)):
        by_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        wanted = by_tab or isinstance(widget, CONTROLS)
        if wanted and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None:
            yield widget


CONTROLS = (QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit)


def nameless(window: QWidget) -> list[str]:
    """Where a control without a name stands: its class and those around it."""
    found = []
    for widget in focusable(window):
        spoken = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
        if not (widget.accessibleName().strip() or spoken.strip()):
            around, chain = widget, []
            while around is not None and len(chain) < 5:
                chain.append(type(around).__name__)
                around = around.parentWidget()
            found.append(" in ".join(chain))
    return found


def assert_named(window: QWidget, least: int = 1) -> None:
    assert nameless(window) == []
    assert sum(1 for _ in focusable(window)) >= least, "nothing was there to look at"


@pytest.fixture
def sample(running: Running, qtbot: QtBot) -> Running:
    """The sample data, with its résumé read."""
    running.start(sample=True)
    page = running.page(JobsPage)
    qtbot.waitUntil(lambda: page.board.cards.total() == 30)
    return running


def press_escape(qtbot: QtBot) -> None:
    qtbot.keyClick(QApplication.activeModalWidget(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)


def test_the_first_screen(running: Running) -> None:
    running.start()
    running.page(WelcomePage)
    assert_named(running.window, least=3)


def test_the_recovery_page(qtbot: QtBot, running: Running) -> None:
    problem = UserError("Your data file is damaged.", "Go back.", code="data-damaged")
    page = RecoveryPage(problem, running.folder, [(running.folder / "a.db", "today")], damaged=True)
    running.window.show()
    running.window.show_alone(page)
    assert_named(page, least=4)


def test_the_board_and_every_tab_of_a_job(sample: Running, qtbot: QtBot) -> None:
    page = sample.page(JobsPage)
    assert_named(sample.window, least=10)
    page.open_record(page.board.cards.models[next(iter(page.board.cards.models))].cards[0].id)
    qtbot.waitUntil(lambda: page.details.job is not None)
    for name in ("overview", "match", "tailor", "interviews", "documents", "notes", "timeline"):
        page.details.show_panel(name)
        panel = page.details._built.get(name)
        assert isinstance(panel, QWidget), name
        qtbot.waitUntil(panel.isVisible)
        QApplication.processEvents()
        assert_named(sample.window)


def test_a_jobs_values_its_application_and_what_is_asked_after_a_move(sample: Running, qtbot: QtBot) -> None:
    page = sample.page(JobsPage)
    page.open_record(page.board.cards.models[JobStatus.APPLIED].cards[0].id)
    qtbot.waitUntil(lambda: page.details.job is not None)
    overview = page.details._built["overview"]
    qtbot.waitUntil(overview.application.isVisible)
    overview.facts.salary.begin()
    overview.text.description.begin()
    overview.application.begin()
    qtbot.waitUntil(lambda: overview.application.form is not None)
    assert_named(overview, least=25)
    for status in (JobStatus.REJECTED, JobStatus.APPLIED):
        job_id = page.board.cards.models[JobStatus.INTERESTED].cards[0].id
        page._move_from_drawer(job_id, status)
        qtbot.waitUntil(lambda: page.after_moves.card is not None)
        assert_named(page.after_moves.card, least=5)
        page.after_moves.leave()
    page._cards.set_layout(Layout.TIMELINE)
    assert_named(page.layouts.current_layout, least=8)


def test_adding_a_job(sample: Running, qtbot: QtBot) -> None:
    page = sample.page(JobsPage)
    sample.desk.start(page.add(), owner=page)
    assert_named(dialog(qtbot, Dialog), least=2)
    press_escape(qtbot)


def test_a_table_its_results_and_an_export(sample: Running, qtbot: QtBot) -> None:
    page = sample.page(JobsPage)
    sample.desk.start(
        page.adding.intake.add_text("Role\tCompany\tVibe\nBaker\tCrumb\twarm\nNurse\tWard\tcold\n"), owner=page
    )
    assert_named(dialog(qtbot, ImportDialog), least=6)
    press_escape(qtbot)
    sample.desk.start(page.export(), owner=page)
    assert_named(dialog(qtbot, JobExportDialog), least=3)
    press_escape(qtbot)
    report = ImportReport(refused=[NotTaken(what="a.png", why="It is a picture.")])
    sample.desk.start(ResultsDialog(sample.window, report).answer(), owner=page)
    assert_named(dialog(qtbot, ResultsDialog), least=1)
    press_escape(qtbot)


def test_two_jobs_that_look_like_one(sample: Running, qtbot: QtBot) -> None:
    page = sample.page(JobsPage)
    jobs = sample.provider.get(JobService)
    one, other = (card.id for card in page.board.cards.models[JobStatus.INTERESTED].cards[:2])
    sample.desk.start(compare_and_merge(sample.desk, jobs, one, other), owner=page)
    assert_named(dialog(qtbot, CompareDialog), least=4)
    press_escape(qtbot)


def test_adding_a_job_by_hand(sample: Running, qtbot: QtBot) -> None:
    page = sample.page(JobsPage)
    sample.desk.start(page.add(), owner=page)
    button(dialog(qtbot, AddDialog), "Fill it in by hand").click()
    assert_named(dialog(qtbot, EditDialog), least=8)
    press_escape(qtbot)


def test_a_resumes_name_and_versions(sample: Running, qtbot: QtBot) -> None:
    sample.desk.open("resumes")
    page = sample.page(ResumesPage)
    qtbot.waitUntil(lambda: [card.card.state for card in page.cards()] == [ReadingState.READ], timeout=20_000)
    page._actions.do("rename", page.cards()[0].card)
    assert_named(dialog(qtbot, RenameDialog), least=1)
    press_escape(qtbot)
    page._actions.do("versions", page.cards()[0].card)
    versions = sample.page(VersionsPage)
    qtbot.waitUntil(lambda: len(versions.list.rows()) == 1)
    assert_named(sample.window, least=8)


def test_the_resumes_what_was_read_and_the_export(sample: Running, await_: Await, qtbot: QtBot) -> None:
    sample.desk.open("resumes")
    page = sample.page(ResumesPage)
    qtbot.waitUntil(
        lambda: [card.card.state for card in page.cards()] == [ReadingState.READ] and card_is_drawn(page),
        timeout=20_000,
    )
    assert_named(sample.window, least=5)
    page._actions.do("export", page.cards()[0].card)
    assert_named(dialog(qtbot, ExportDialog), least=4)
    press_escape(qtbot)
    sample.desk.open("resumes.check", page.cards()[0].card.id)
    check = sample.page(CheckPage)
    qtbot.waitUntil(lambda: sum(1 for _ in focusable(check)) > 10, timeout=20_000)
    assert_named(sample.window, least=15)


def test_the_analysis_and_the_way_from_it_to_a_value(sample: Running, qtbot: QtBot) -> None:
    sample.desk.open("resumes")
    page = sample.page(ResumesPage)
    qtbot.waitUntil(lambda: [card.card.state for card in page.cards()] == [ReadingState.READ], timeout=20_000)
    sample.desk.open("resumes.check", page.cards()[0].card.id)
    check = sample.page(CheckPage)
    qtbot.waitUntil(lambda: button(check, "Analyse").isEnabled(), timeout=20_000)
    button(check, "Analyse").click()
    analysis = sample.page(AnalysisPage)
    qtbot.waitUntil(lambda: len(analysis.rows()) > 0, timeout=20_000)
    assert_named(sample.window, least=5)
    (place,) = [row.places()[0] for row in analysis.rows() if row.finding.rule == "dates.precision"]
    analysis.rows()[0].show_requested.emit(place)
    qtbot.waitUntil(lambda: check.isVisible() and check.form.focused_path == place.path)


def card_is_drawn(page: ResumesPage) -> bool:
    return page.cards()[0].card.thumbnail is not None


def test_the_review_its_dialogs_and_the_documents(sample: Running, await_: Await, qtbot: QtBot) -> None:
    tailoring, jobs = sample.provider.get(TailoringService), sample.provider.get(JobService)
    resumes = sample.provider.get(ResumeService)
    ready: list[TailoringReady] = []
    sample.desk.on(TailoringReady, ready.append, owner=sample.window)
    qtbot.waitUntil(lambda: await_primary(sample, resumes, await_), timeout=20_000)
    job = await_(sample.desk.run(jobs.cards))[0]
    await_(sample.desk.run(tailoring.start, job.id))
    qtbot.waitUntil(lambda: bool(ready), timeout=20_000)
    sample.desk.open("tailoring.review", ready[0].tailoring_id)
    review = sample.page(ReviewPage)
    qtbot.waitUntil(lambda: len(review._changes._rows) > 0)
    assert_named(sample.window, least=10)
    review._choose("summary")
    sample.desk.start(review._reword(), owner=review)
    assert_named(dialog(qtbot, WordingDialog), least=3)
    press_escape(qtbot)
    button(review, "Save version").click()
    sample.desk.open("documents")
    documents = sample.page(DocumentsPage)
    qtbot.waitUntil(lambda: len(documents.list.documents.cards) == 1)
    assert_named(sample.window, least=8)


def await_primary(sample: Running, resumes: ResumeService, await_: Await) -> bool:
    return await_(sample.desk.run(resumes.primary)) is not None


def test_a_practice_interview_from_its_choices_to_its_result(sample: Running, qtbot: QtBot) -> None:
    sample.desk.open("practice")
    page = sample.page(PracticePage)
    assert nameless(sample.window) == []
    page.home.setup.start()
    qtbot.waitUntil(lambda: page.session.pane.question is not None)
    page.session.pane.field.insertPlainText("I would ask for help.")
    page.session.pane.hand_in()
    qtbot.waitUntil(lambda: page.session.side.question is not None and page.session.pane.question is not None)
    assert nameless(sample.window) == []
    page.session.pause()
    qtbot.waitUntil(page.session.paused.isVisible)
    assert nameless(sample.window) == []
    page.session.paused.go_on.click()
    qtbot.waitUntil(page.session.pane.isVisible)
    button(page, "Finish").click()
    qtbot.waitUntil(lambda: page.result.session is not None)
    assert nameless(sample.window) == []
    page.show_home()
    qtbot.waitUntil(page.home.trend.isVisible)
    assert nameless(sample.window) == []


def test_every_page_there_is(sample: Running, qtbot: QtBot) -> None:
    """Pages of new features are walked without a line here; those above are walked again with more on them."""
    for page in pages():
        sample.desk.open(page.name)
        qtbot.waitUntil(lambda page=page: sample.application._open.navigator.current == page.name)
        qtbot.waitUntil(lambda page=page: sample.window.current_page() is sample.window._shown.get(page.name))
        for _ in range(3):
            QApplication.processEvents()
        assert nameless(sample.window) == [], page.name


def test_the_palette(sample: Running, qtbot: QtBot) -> None:
    sample.window.palette_requested.emit()
    palette = sample.window.findChild(Palette)
    assert isinstance(palette, Palette)
    assert_named(palette, least=2)
    palette.field.setText("data engineer")
    qtbot.waitUntil(lambda: palette._settled)
    assert_named(palette, least=2)
    assert QAccessible.queryAccessibleInterface(palette).role() == QAccessible.Role.Dialog
    spoken = QAccessible.queryAccessibleInterface(palette.list)
    lines = [spoken.child(row).text(QAccessible.Text.Name) for row in range(spoken.childCount())]
    assert lines[0] == "Jobs"
    assert all("Engineer" in line for line in lines[1:3])
    palette.field.setText("zeppelin xyz")
    qtbot.waitUntil(lambda: palette._settled)
    assert_named(palette, least=1)


def test_the_shortcuts(sample: Running, qtbot: QtBot) -> None:
    sample.window.shortcuts_requested.emit()
    shown = dialog(qtbot, ShortcutsDialog)
    assert_named(shown, least=1)
    press_escape(qtbot)


def test_the_settings(sample: Running) -> None:
    sample.desk.open("settings")
    page = sample.page(SettingsPage)
    assert_named(sample.window, least=10)
    for section in page._sections:
        sample.desk.open("settings", section=section)
        assert page.section == section
        QApplication.processEvents()
        assert_named(sample.window, least=10)


def test_the_activity(sample: Running) -> None:
    sample.desk.open("activity")
    page = sample.page(ActivityPage)
    for tab in ("tasks", "calls", "spending"):
        sample.desk.open("activity", section=tab)
        assert page.tabs.value() == tab
        QApplication.processEvents()
        assert_named(sample.window, least=8)


def test_a_control_without_a_name_would_be_found(qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QPushButton, QVBoxLayout

    window = QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(QPushButton(""))
    window.show()
    assert nameless(window) == ["QPushButton in QWidget"]
