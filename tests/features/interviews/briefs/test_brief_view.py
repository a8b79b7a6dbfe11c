"""Briefings on the screen, with real services and Claude on loopback: asked for, read, ticked, looked up again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.interviews.model.brief import BriefKind, BriefOrigin
from careercoach_desktop.features.interviews.service.briefs import BriefService
from careercoach_desktop.features.interviews.ui.brief_keeper import BriefKeeper
from careercoach_desktop.features.interviews.ui.brief_view import BriefView
from careercoach_desktop.features.interviews.ui.briefs.preparing import Tick
from careercoach_desktop.features.interviews.ui.briefs.researching import PasteBox, ResearchSection
from careercoach_desktop.foundation.uikit import Desk, Text
from tests.features.interviews.briefs.conftest import FERNBANK, HOME, PREP
from tests.support.claude import ClaudeServer, Trouble
from tests.support.workspace import Place

Show = Callable[..., QWidget]


def words(widget: QWidget) -> str:
    """Everything that can be read in it now."""
    shown = [each.text() for each in widget.findChildren(Text) if each.isVisibleTo(widget)]
    shown += [each.text() for each in widget.findChildren(QPushButton) if each.isVisibleTo(widget)]
    return "\n".join(shown)


def button(widget: QWidget, start: str) -> QPushButton:
    found = [each for each in widget.findChildren(QPushButton) if each.isVisibleTo(widget)]
    return next(each for each in found if each.text().startswith(start) or each.accessibleName().startswith(start))


def has(widget: QWidget, text: str) -> Callable[[], bool]:
    return lambda: text in words(widget)


@pytest.fixture
def view(place: Place, desk: Desk, briefs: BriefService, lena: int, story: int, round_: int, show: Show) -> BriefView:
    view = BriefView(desk, briefs)
    show(view).resize(620, 900)
    view.open(round_)
    return view


@pytest.fixture
def company(view: BriefView, qtbot: QtBot) -> ResearchSection:
    qtbot.waitUntil(lambda: len(view.sections) == 2)
    return view.sections[0]


def test_without_a_key_a_round_is_prepared_at_once(
    view: BriefView, qtbot: QtBot, no_keychain: None, desk: Desk, await_: Any
) -> None:
    section = view.preparation
    assert section is not None
    qtbot.waitUntil(has(section, "With a Claude key of your own"))
    button(section, "Prepare on this computer").click()
    qtbot.waitUntil(has(section, "They may ask"))
    assert "Mind the time zone" in words(section)
    assert "Prepared on this computer, by rules and the question bank · today" in words(section)
    ticks = section.findChildren(Tick)
    ticks[1].box.toggle()
    qtbot.waitUntil(has(section, f"1 of {len(ticks)}"))
    button(section, "Copy").click()
    assert "They may ask" in QGuiApplication.clipboard().text()


def test_claude_prepares_and_stories_are_links(
    connected: ClaudeServer, place: Place, view: BriefView, qtbot: QtBot, desk: Desk, story: int
) -> None:
    connected.answer("PrepView", PREP)
    section = view.preparation
    assert section is not None
    qtbot.waitUntil(has(section, "Prepare with Claude"))
    place.queue.start()
    button(section, "Prepare with Claude").click()
    qtbot.waitUntil(has(section, "How do you test a pipeline?"))
    qtbot.waitUntil(has(section, "Prepared by Claude Sonnet 5.5"))
    opened: list[tuple[str, object]] = []
    desk.open_requested.connect(lambda page, record: opened.append((page, record)))
    button(section, "Your story “The pipeline that lied”").click()
    assert opened == [("evidence.stories", story)]


def test_research_shows_its_pages_and_leads_there_only_when_pressed(
    connected: ClaudeServer,
    place: Place,
    company: ResearchSection,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    connected.answer("look a company up", FERNBANK)
    qtbot.waitUntil(has(company, "searches the web, 5 times at most"))
    assert "Nothing about you is sent" in words(company)
    place.queue.start()
    button(company, "Look it up").click()
    qtbot.waitUntil(has(company, "An office in Gdansk opened in November 2026."))
    shown = words(company)
    assert "Outside information: never used as proof about you." in shown
    assert "fernbank.example · 3 weeks ago" in shown
    assert "1 sentence was left out: no page proves what it said." in shown
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(QUrl(url).toString()))
    button(company, "Source 1: About Fernbank, fernbank.example").click()
    assert opened == [HOME.url]


def test_a_search_that_fails_says_what_to_do_and_a_paste_goes_on(
    connected: ClaudeServer, place: Place, company: ResearchSection, qtbot: QtBot
) -> None:
    connected.misbehave(Trouble.SEARCH_OFF)
    qtbot.waitUntil(has(company, "Look it up"))
    place.queue.start()
    button(company, "Look it up").click()
    qtbot.waitUntil(has(company, "can’t search the web"))
    button(company, "Paste a page’s text instead").click()
    box = company.findChild(PasteBox)
    assert box is not None
    box.area.setPlainText("Fernbank plans freight for forty ports of the north and hires slowly.")
    button(box, "Keep it as a note").click()
    qtbot.waitUntil(has(company, "What you pasted · today"))
    assert company.brief is not None
    assert company.brief.origin is BriefOrigin.PASTED


def test_a_new_briefing_can_be_taken_back_even_when_the_round_is_not_shown_any_more(
    connected: ClaudeServer, place: Place, view: BriefView, qtbot: QtBot, desk: Desk, round_: int, await_: Any
) -> None:
    keeper = BriefKeeper(desk, place.get(BriefService))
    briefs, subject = place.get(BriefService), f"interview:{round_}"
    before = briefs.prepare_locally(round_)
    connected.answer("PrepView", PREP)
    place.queue.start()
    briefs.start_preparation(round_)
    view.open(None)
    qtbot.waitUntil(lambda: desk.undo.undo_label != "")
    now = briefs.brief(BriefKind.PREPARATION, subject)
    assert now is not None
    assert now.origin is BriefOrigin.CLAUDE
    await_(desk.undo.undo())
    assert briefs.brief(BriefKind.PREPARATION, subject) == before
    await_(desk.undo.redo())
    assert briefs.brief(BriefKind.PREPARATION, subject) == now
    assert keeper.parent() is desk


def test_what_is_put_away_comes_back_with_undo(
    company: ResearchSection, briefs: BriefService, qtbot: QtBot, desk: Desk, await_: Any
) -> None:
    briefs.keep_note(company.about, "Fernbank plans freight for forty ports of the north.")
    qtbot.waitUntil(has(company, "What you pasted"))
    button(company, "Put it away").click()
    qtbot.waitUntil(lambda: company.brief is None)
    await_(desk.undo.undo())
    qtbot.waitUntil(lambda: company.brief is not None)


def test_cancelling_a_search_leaves_everything_as_it_was(
    connected: ClaudeServer, place: Place, company: ResearchSection, qtbot: QtBot
) -> None:
    connected.answer("look a company up", FERNBANK)
    held = connected.misbehave(Trouble.STALL, after=2)
    qtbot.waitUntil(has(company, "Look it up"))
    place.queue.start()
    button(company, "Look it up").click()
    qtbot.waitUntil(lambda: len(connected.requests()) == 1)
    held.wait_until_reached()
    qtbot.waitUntil(has(company, "Cancel"))
    button(company, "Cancel").click()
    qtbot.waitUntil(has(company, "Look it up"))
    assert company.brief is None
    held.release()
