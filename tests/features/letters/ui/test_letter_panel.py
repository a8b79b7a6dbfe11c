"""The drawer's Letter tab: wishes and price, the letter as it grows, and the letter in short."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.jobs.model import Job, Posting
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.letters.model import Letter, LetterLength, LetterWishes, Tone
from careercoach_desktop.features.letters.service import LetterService
from careercoach_desktop.features.letters.ui.letter_announcer import LetterAnnouncer
from careercoach_desktop.features.letters.ui.letter_panel import LetterPanel
from careercoach_desktop.features.letters.ui.wishes_form import WishesForm
from careercoach_desktop.foundation.llm.claude import Claude
from careercoach_desktop.foundation.uikit import ChipInput, ComboButton, Desk, SegmentedControl, TextArea
from tests.features.letters.conftest import letter_of, write
from tests.features.letters.written import HONEST, OPENING, WISHES
from tests.features.tailoring.engine.people import LENA
from tests.support.claude import ClaudeServer, Trouble
from tests.support.dialogs import button, toasts, words
from tests.support.workspace import Place


@pytest.fixture
def job(place: Place, data_job: int) -> Job:
    return place.get(JobService).job(data_job)


def shown(panel: LetterPanel, text: str) -> bool:
    return any(text in each for each in words(panel))


def test_without_a_resume_it_says_what_comes_first(
    panel: LetterPanel, no_keychain: None, job: Job, visited: list[tuple[str, object]], qtbot: QtBot
) -> None:
    panel.show_job(job)
    qtbot.waitUntil(lambda: shown(panel, "A letter rests on your résumé."))
    button(panel, "Go to Résumés").click()
    assert visited == [("resumes", None)]


@pytest.mark.usefixtures("lena", "no_keychain")
def test_without_a_description_it_says_what_is_missing(panel: LetterPanel, place: Place, qtbot: QtBot) -> None:
    empty = place.get(JobService).job(place.add_job(Posting(title="Baker", company="Crumb")))
    panel.show_job(empty)
    qtbot.waitUntil(lambda: shown(panel, "This job has no description yet"))


@pytest.mark.usefixtures("lena", "no_keychain")
def test_without_a_key_the_outline_comes_first_and_one_line_says_what_a_key_adds(
    panel: LetterPanel, job: Job, place: Place, claude: ClaudeServer, visited: list[tuple[str, object]], qtbot: QtBot
) -> None:
    panel.show_job(job)
    qtbot.waitUntil(lambda: shown(panel, "With a Claude key of your own"))
    assert button(panel, "Outline on this computer")._kind == "primary"
    button(panel, "Open Settings").click()
    assert visited == [("settings", "claude")]
    place.get(Claude).keys.keep(claude.key)
    qtbot.waitUntil(lambda: shown(panel, "Sends the résumé"))
    assert button(panel, "Outline on this computer")._kind == "secondary"


@pytest.mark.usefixtures("lena", "no_keychain")
def test_an_outline_leads_to_its_page(
    panel: LetterPanel, job: Job, letters: LetterService, visited: list[tuple[str, object]], qtbot: QtBot
) -> None:
    panel.show_job(job)
    qtbot.waitUntil(lambda: shown(panel, "With a Claude key of your own"))
    button(panel, "Outline on this computer").click()
    qtbot.waitUntil(lambda: bool(visited))
    made = letters.latest_for(job.id)
    assert made is not None
    assert visited == [("letters.letter", made.id)]


@pytest.mark.usefixtures("lena")
def test_the_wishes_change_the_price_and_go_along(
    connected: ClaudeServer, panel: LetterPanel, job: Job, letters: LetterService, qtbot: QtBot
) -> None:
    panel.show_job(job)
    qtbot.waitUntil(lambda: shown(panel, "Sends the résumé"))
    tone, length = panel.findChildren(SegmentedControl)
    tone._choose(2)
    length._choose(2)
    panel.findChild(TextArea).setPlainText("I start in May.")
    focus = panel.findChild(ChipInput)
    focus.set_values(["Spark"])
    focus.changed.emit(["Spark"])
    assert shown(panel, "320–420 words")
    qtbot.waitUntil(lambda: button(panel, "Write with Claude · about $0.02").isVisible())
    button(panel, "Write with Claude · about $0.02").click()
    qtbot.waitUntil(lambda: letters.under_way(job.id) is not None)
    task = letters.under_way(job.id)
    assert task is not None
    wished = LetterWishes.model_validate(task.payload["wishes"])
    assert wished == LetterWishes(tone=Tone.FORMAL, length=LetterLength.LONG, focus=("Spark",), notes="I start in May.")


@pytest.mark.usefixtures("lena")
def test_wishes_of_one_job_are_not_another_ones(
    connected: ClaudeServer, panel: LetterPanel, job: Job, place: Place, qtbot: QtBot
) -> None:
    other = place.get(JobService).job(place.add_job(job.posting.model_copy(update={"company": "Southwind"})))
    panel.show_job(job)
    qtbot.waitUntil(lambda: shown(panel, "Sends the résumé"))
    panel.findChild(TextArea).setPlainText("For Northwind only.")
    qtbot.waitUntil(lambda: panel._composer._kept.get(job.id) is not None)
    panel.show_job(other)
    qtbot.waitUntil(lambda: panel.findChild(TextArea).text() == "")
    panel.show_job(job)
    qtbot.waitUntil(lambda: panel.findChild(TextArea).text() == "For Northwind only.")


@pytest.mark.usefixtures("lena")
def test_it_grows_in_the_tab_and_can_be_cancelled(
    connected: ClaudeServer, panel: LetterPanel, job: Job, place: Place, letters: LetterService, qtbot: QtBot
) -> None:
    connected.answer("WrittenLetter", HONEST)
    connected.settings.pace = 0.02
    held = connected.misbehave(Trouble.STALL, after=20)
    place.queue.start()
    panel.show_job(job)
    qtbot.waitUntil(lambda: shown(panel, "Sends the résumé"))
    button(panel, "Write with Claude · about $0.01").click()
    qtbot.waitUntil(lambda: panel._grown.isVisible() and OPENING.text[:20] in panel._grown.text())
    assert shown(panel, "Claude is writing…")
    held.wait_until_reached()
    button(panel, "Cancel").click()
    qtbot.waitUntil(lambda: shown(panel, "Write again"))
    kept = letters.latest_for(job.id)
    assert kept is not None
    assert not kept.draft.complete
    assert not panel._grown.isVisible()


@pytest.mark.usefixtures("lena")
def test_a_letter_is_shown_in_short_opened_and_copied(
    connected: ClaudeServer,
    panel: LetterPanel,
    job: Job,
    place: Place,
    desk: Desk,
    visited: list[tuple[str, object]],
    qtbot: QtBot,
) -> None:
    connected.answer("WrittenLetter", HONEST)
    panel.show_job(job)
    letter = letter_of(place, write(place, job.id))
    qtbot.waitUntil(lambda: shown(panel, HONEST.subject))
    assert shown(panel, OPENING.text)
    assert shown(panel, "under a minute to read")
    button(panel, "Copy").click()
    assert OPENING.text in QGuiApplication.clipboard().text()
    assert "Letter copied as plain text." in toasts(desk)
    button(panel, "Open letter").click()
    assert visited == [("letters.letter", letter.id)]


def test_whoever_went_elsewhere_is_told_and_whoever_looks_is_not(
    connected: ClaudeServer,
    panel: LetterPanel,
    lena: int,
    job: Job,
    place: Place,
    letters: LetterService,
    desk: Desk,
    qtbot: QtBot,
) -> None:
    connected.answer("WrittenLetter", HONEST)
    front: list[object] = [panel]
    announcer = LetterAnnouncer(desk, letters, lambda: front[0])
    assert announcer.parent() is desk
    write(place, job.id)
    qtbot.waitUntil(lambda: any(text.startswith("Your letter is ready") for text in toasts(desk)))

    class Jobs:
        open_job = job

    told = len(toasts(desk))
    front[0] = Jobs()
    letters.outline(job.id, WISHES)
    qtbot.waitUntil(lambda: len(toasts(desk)) == told)


def test_a_form_shows_what_a_letter_was_written_with(outline: Letter, place: Place, qtbot: QtBot) -> None:
    form = WishesForm()
    qtbot.addWidget(form)
    second = place.add_resume(LENA, "second.txt")
    from careercoach_desktop.features.resumes.service import ResumeService

    form.set_resumes(place.get(ResumeService).cards())
    wished = LetterWishes(tone=Tone.FORMAL, length=LetterLength.SHORT, focus=("A",), notes="N", language="pt")
    form.set_wishes(wished, second)
    assert (form.wishes(), form.resume_id()) == (wished, second)
    assert any(each.text() == "pt" for each in form.findChildren(ComboButton)), "a language we have no name for"
