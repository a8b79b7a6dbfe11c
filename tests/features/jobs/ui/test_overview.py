"""The Overview: every value is edited where it stands, says where it came from, and can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.jobs.model import (
    Application,
    ApplicationStatus,
    Enclosure,
    EnclosureKind,
    FieldOrigin,
    JobChanged,
    JobStatus,
    OfferedEnclosure,
    Posting,
    SalaryPeriod,
    SampleJob,
    WorkMode,
)
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.jobs.ui.inline_field import InlineText
from careercoach_desktop.features.jobs.ui.long_markdown import PIECE, LongMarkdown, pieces
from careercoach_desktop.features.jobs.ui.overview_panel import OverviewPanel
from careercoach_desktop.features.jobs.ui.posting_text import ORIGINAL, listed
from careercoach_desktop.features.jobs.ui.typed_values import salary_changes, typed_salary
from careercoach_desktop.foundation.uikit import Banner, Button, Desk, MarkdownView
from careercoach_desktop.foundation.uikit.texts import plain_tip
from careercoach_desktop.foundation.uikit.tokens import Space
from tests.support.windows import Await

TEXT = "## What you will do\n\n- Build pipelines\n- Keep models honest"
RESUMES = [
    OfferedEnclosure(
        Enclosure(kind=EnclosureKind.RESUME, ref="document:4", version=2, title="Lena for Northwind"), "tailored"
    ),
    OfferedEnclosure(Enclosure(kind=EnclosureKind.RESUME, ref="resume:1", version=5, title="Lena Marsh")),
    OfferedEnclosure(Enclosure(kind=EnclosureKind.COVER_LETTER, ref="document:5", version=1, title="Letter")),
]


class Offers:
    """What could have been sent, whatever the job."""

    def offered(self, _job_id: int) -> list[OfferedEnclosure]:
        return RESUMES


@pytest.fixture
def job_id(jobs: JobService) -> int:
    posting = Posting(
        title="Data Engineer",
        company="Northwind",
        location="Leeds",
        work_mode=WorkMode.HYBRID,
        salary_min=75_000,
        salary_max=90_000,
        salary_currency="EUR",
        salary_period=SalaryPeriod.YEAR,
        deadline=date(2026, 12, 12),
        description=TEXT,
        requirements=["A driving licence"],
        url="https://jobs.example.com/7",
        source="jobs.example.com",
        origins={
            "title": FieldOrigin(source="json-ld", confidence=0.95),
            "company": FieldOrigin(source="page", confidence=0.4),
            "deadline": FieldOrigin(source="claude", confidence=0.9, line="Apply by 12 December"),
        },
    )
    return jobs.add_sample([SampleJob(posting, JobStatus.INTERESTED, datetime(2026, 11, 1, 9, tzinfo=UTC))])[0]


@pytest.fixture
def overview(desk: Desk, jobs: JobService, job_id: int, show: Callable[..., QWidget], qtbot: QtBot) -> OverviewPanel:
    """Shown, and shown again whenever the job changes, as the drawer does."""
    made = OverviewPanel(desk, jobs, offers=Offers())  # type: ignore[arg-type]  # all it is asked for
    desk.on(JobChanged, lambda _event: made.show_job(jobs_job(jobs, job_id)), owner=made)
    window = show(made)
    window.resize(520 + 2 * Space.XL, 900)
    made.show_job(jobs_job(jobs, job_id))
    return made


def jobs_job(jobs: JobService, job_id: int) -> Any:
    """Read as the tests may: the Qt thread is only forbidden to ask in the application."""
    return jobs.job(job_id)


def field(value: InlineText) -> QLineEdit:
    assert value.field is not None, "it is open"
    return value.field


def write(qtbot: QtBot, value: InlineText, text: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
    """Press Enter on the value, write, and press ``key``."""
    qtbot.keyClick(value.face, Qt.Key.Key_Return)
    field(value).selectAll()
    qtbot.keyClicks(field(value), text) if text else qtbot.keyClick(field(value), Qt.Key.Key_Delete)
    qtbot.keyClick(field(value), key)


def test_a_value_becomes_a_field_and_enter_saves_it(
    overview: OverviewPanel, jobs: JobService, job_id: int, qtbot: QtBot, desk: Desk, await_: Await[Any]
) -> None:
    write(qtbot, overview.facts.company, "Northwind Energy")
    qtbot.waitUntil(lambda: jobs.job(job_id).posting.company == "Northwind Energy")
    assert not overview.facts.company.is_open
    qtbot.waitUntil(lambda: overview.facts.company.face.text() == "Northwind Energy")
    assert overview.facts.company.face.hasFocus()
    qtbot.waitUntil(lambda: desk.undo.undo_label == "Edit “Data Engineer”")
    await_(desk.undo.undo())
    assert jobs.job(job_id).posting.company == "Northwind"
    qtbot.waitUntil(lambda: overview.facts.company.face.text() == "Northwind")


def test_escape_leaves_it_as_it_was(overview: OverviewPanel, jobs: JobService, job_id: int, qtbot: QtBot) -> None:
    write(qtbot, overview.facts.title, "Nonsense", Qt.Key.Key_Escape)
    assert overview.facts.title.face.text() == "Data Engineer"
    assert jobs.job(job_id).posting.title == "Data Engineer"


def test_leaving_the_field_saves_it(overview: OverviewPanel, jobs: JobService, job_id: int, qtbot: QtBot) -> None:
    qtbot.mouseClick(overview.facts.location.face, Qt.MouseButton.LeftButton)
    field(overview.facts.location).setText("York")
    overview.facts.title.face.setFocus()
    qtbot.waitUntil(lambda: jobs.job(job_id).posting.location == "York")


def test_what_makes_no_sense_stays_open_and_says_why(overview: OverviewPanel, qtbot: QtBot) -> None:
    facts = overview.facts
    for value, text in ((facts.title, ""), (facts.deadline, "soon"), (facts.url, "nowhere"), (facts.salary, "lots")):
        write(qtbot, value, text)
        assert value.is_open
        assert value.field is not None
        assert value.field.state == "error"
        assert QToolTip.text() == plain_tip(value.field.toolTip()) != ""
        qtbot.keyClick(value.field, Qt.Key.Key_Escape)


def test_pay_is_typed_as_people_say_it(overview: OverviewPanel, jobs: JobService, job_id: int, qtbot: QtBot) -> None:
    write(qtbot, overview.facts.salary, "80-95k")
    qtbot.waitUntil(lambda: jobs.job(job_id).posting.salary_min == 80_000)
    posting = jobs.job(job_id).posting
    assert (posting.salary_max, posting.salary_currency) == (95_000, "EUR")
    write(qtbot, overview.facts.salary, "")
    qtbot.waitUntil(lambda: jobs.job(job_id).posting.salary_min is None)
    assert jobs.job(job_id).posting.salary_currency == ""


@pytest.mark.parametrize(
    ("low", "high", "period"),
    [(75_000, 90_000, SalaryPeriod.YEAR), (450, 450, SalaryPeriod.DAY), (None, 60_000, SalaryPeriod.YEAR),
     (52_000, None, SalaryPeriod.MONTH), (18.5, None, SalaryPeriod.HOUR)],
)  # fmt: skip
def test_pay_reads_back_as_it_is_written(low: float | None, high: float | None, period: SalaryPeriod) -> None:
    posting = Posting(salary_min=low, salary_max=high, salary_currency="GBP", salary_period=period)
    changes = salary_changes(typed_salary(posting), posting)
    assert changes == {
        "salary_min": low, "salary_max": high, "salary_currency": "GBP", "salary_period": period,
    }  # fmt: skip


def test_values_say_where_they_came_from_and_a_guess_can_be_confirmed(
    overview: OverviewPanel, jobs: JobService, job_id: int, qtbot: QtBot, desk: Desk, await_: Await[Any]
) -> None:
    facts = overview.facts
    assert "page’s own data" in facts.title.face.toolTip()
    assert "Apply by 12 December" in facts.deadline.face.toolTip()
    assert facts.company.mark.isVisible()
    assert not facts.title.mark.isVisible()
    facts.company.confirmed.emit()
    qtbot.waitUntil(lambda: not facts.company.mark.isVisible())
    assert "checked by you" in facts.company.face.toolTip()
    assert jobs.job(job_id).posting.company == "Northwind"
    qtbot.waitUntil(lambda: desk.undo.undo_label == "Check “Data Engineer”")
    await_(desk.undo.undo())
    qtbot.waitUntil(facts.company.mark.isVisible)


def test_what_is_written_survives_a_change_from_elsewhere_and_another_job(
    overview: OverviewPanel, jobs: JobService, job_id: int, qtbot: QtBot
) -> None:
    overview.facts.title.begin()
    field(overview.facts.title).setText("Lead Engineer")
    overview.text.description.begin()
    editor = overview.text.description.editor
    assert editor is not None
    qtbot.waitUntil(lambda: jobs.job(job_id).posting.title == "Lead Engineer")  # the field was left
    editor.setPlainText("New words")
    jobs.set_priority(job_id, priority=True)
    qtbot.waitUntil(overview._priority.isChecked)
    assert editor.text() == "New words"
    other = jobs.add_manually(Posting(title="Other")).job_id
    overview.show_job(jobs.job(other))
    qtbot.waitUntil(lambda: jobs.job(job_id).posting.description == "New words")
    assert jobs.job(other).posting.description == ""


def test_the_text_is_edited_as_markdown(overview: OverviewPanel, jobs: JobService, job_id: int, qtbot: QtBot) -> None:
    section = overview.text.description
    section.begin()
    assert section.editor is not None
    assert section.editor.text() == TEXT
    qtbot.keyClick(section.editor, Qt.Key.Key_Escape)
    assert not section.is_open
    section.begin()
    section.editor.setPlainText("**New**")
    qtbot.keyClick(section.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: jobs.job(job_id).posting.description == "**New**")


def test_a_list_has_a_place_of_its_own_unless_the_text_says_it(
    overview: OverviewPanel, jobs: JobService, job_id: int, qtbot: QtBot
) -> None:
    requirements = overview.text.lists["requirements"]
    assert requirements.isVisible()
    assert not overview.text.lists["benefits"].isVisible()
    requirements.begin()
    assert requirements.editor is not None
    requirements.editor.setPlainText("- Build pipelines\n• A driving licence\n")
    requirements.commit()
    qtbot.waitUntil(lambda: jobs.job(job_id).posting.requirements == ["Build pipelines", "A driving licence"])
    jobs.edit(job_id, {"description": TEXT + "\n- A driving licence"})
    qtbot.waitUntil(lambda: not requirements.isVisible())
    assert listed("* one\n\n – two ") == ["one", "two"]


def test_twenty_thousand_words_come_in_pieces_and_none_is_lost(show: Callable[..., QWidget], qtbot: QtBot) -> None:
    text = "\n\n".join(f"Paragraph {n} says something about the work and the people there." for n in range(2_000))
    assert "\n\n".join(pieces(text)) == text
    assert all(len(piece) <= PIECE * 1.25 for piece in pieces(text))
    assert "".join(pieces("x" * 40_000)) == "x" * 40_000
    view = LongMarkdown("Posting")
    show(view)
    view.set_markdown(text)
    assert len(view.findChildren(MarkdownView)) == 1
    assert view.more.isVisible()
    qtbot.mouseClick(view.more, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(view.findChildren(MarkdownView)) == len(pieces(text)))
    assert "Paragraph 1999" in view.findChildren(MarkdownView)[-1].toPlainText()
    assert not view.more.isVisible()


def test_a_job_without_text_says_so_and_takes_some(overview: OverviewPanel, jobs: JobService, qtbot: QtBot) -> None:
    bare = jobs.add_manually(Posting(title="Bare")).job_id
    overview.show_job(jobs.job(bare))
    assert overview.text.description._empty.isVisible()
    assert not overview.application.isVisible()


def test_the_page_as_captured_says_when_it_was_kept(
    overview: OverviewPanel, jobs: JobService, job_id: int, qtbot: QtBot
) -> None:
    added = jobs.add_from_text("Baker wanted. " * 20).job_id
    overview.show_job(jobs.job(added))
    overview.text._which.changed.emit(ORIGINAL)
    assert overview.text._which.isVisible()
    overview.text._which.set_value(ORIGINAL)
    overview.text._turn()
    qtbot.waitUntil(lambda: "stays readable offline" in overview.text._kept.text())
    assert "Baker wanted" in overview.text._plain.text()
    assert not overview.text.open_page.isVisible()


# The application --------------------------------------------------------------------------------------------------


def test_an_application_is_described_in_place(
    overview: OverviewPanel, jobs: JobService, job_id: int, qtbot: QtBot, desk: Desk, await_: Await[Any]
) -> None:
    jobs.move([job_id], JobStatus.APPLIED)
    overview.show_job(jobs.job(job_id))
    section = overview.application
    qtbot.waitUntil(section.isVisible)
    section.begin()
    qtbot.waitUntil(lambda: section.form is not None)
    form = section.form
    assert form is not None
    assert form.resume.enclosure() == RESUMES[0].enclosure, "the likeliest is filled in"
    form.resume.which._choose("1")
    form.resume.version._choose("3")
    form.confirmation.setText("A-17")
    form.answered.setText("nonsense")
    assert not form.is_right
    form.answered.setText("")
    qtbot.keyClick(form.confirmation, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: recorded(jobs, job_id).confirmation == "A-17")
    found = recorded(jobs, job_id)
    assert [(one.ref, one.version) for one in found.enclosures] == [("resume:1", 3), ("document:5", 1)]
    assert found.portal_url == "https://jobs.example.com/7"
    qtbot.waitUntil(lambda: desk.undo.undo_label == "Correct the application")
    await_(desk.undo.undo())
    assert recorded(jobs, job_id).confirmation == ""


def test_what_was_sent_stays_named_when_it_is_not_offered_any_more(
    overview: OverviewPanel, jobs: JobService, job_id: int, qtbot: QtBot
) -> None:
    gone = Enclosure(kind=EnclosureKind.RESUME, ref="resume:9", version=4, title="An old one")
    jobs.record_application(Application(job_id=job_id, enclosures=[gone], status=ApplicationStatus.DRAFT))
    overview.show_job(jobs.job(job_id))
    qtbot.waitUntil(overview.application.isVisible)
    overview.application.begin()
    qtbot.waitUntil(lambda: overview.application.form is not None)
    form = overview.application.form
    assert form is not None
    assert form.resume.enclosure() == gone
    overview.application.close_form()
    assert not [one for one in overview.application.findChildren(Button) if one.text() == "Save" and one.isVisible()]


def recorded(jobs: JobService, job_id: int) -> Application:
    found = jobs.application(job_id)
    assert found is not None
    return found


def test_a_closed_posting_says_so_until_the_person_says_otherwise(
    overview: OverviewPanel, jobs: JobService, job_id: int, qtbot: QtBot, desk: Desk, await_: Await[Any]
) -> None:
    jobs.edit(job_id, {"closed": True})
    overview.show_job(jobs_job(jobs, job_id))
    banner = next(one for one in overview.findChildren(Banner) if one.text().startswith("The page says"))
    assert banner.text() == "The page says this posting is closed. You can keep the card."
    banner.acted.emit()
    qtbot.waitUntil(lambda: not jobs_job(jobs, job_id).posting.closed)
    qtbot.waitUntil(lambda: not any(one.text().startswith("The page says") for one in overview.findChildren(Banner)))
    qtbot.waitUntil(lambda: desk.undo.undo_label == "Edit “Data Engineer”")
    await_(desk.undo.undo())
    assert jobs_job(jobs, job_id).posting.closed
