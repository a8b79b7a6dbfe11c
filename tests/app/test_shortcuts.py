"""The list of keyboard shortcuts cannot lie: what is listed works, and what works is listed."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from careercoach_desktop.app.actions import feature_actions_with_keys
from careercoach_desktop.app.features import FEATURES, pages
from careercoach_desktop.app.keys import EVERYWHERE, FRAME, PAGES, PALETTE, listed, page_keys
from careercoach_desktop.app.palette.lines import lines_before_typing
from careercoach_desktop.app.palette.palette import Palette
from careercoach_desktop.app.shortcuts_dialog import ShortcutsDialog
from careercoach_desktop.app.window import MainWindow
from careercoach_desktop.features.activity.ui.activity_page import ActivityPage
from careercoach_desktop.features.evidence.model import Story, StoryText
from careercoach_desktop.features.evidence.ui.story_list import StoryRow
from careercoach_desktop.features.interviews.ui.calendar import Canvas, MonthView, WeekView
from careercoach_desktop.features.interviews.ui.interviews_page import InterviewsPage
from careercoach_desktop.features.jobs.model import Contact, JobStatus, Layout, PersonRow
from careercoach_desktop.features.jobs.ui import JobsPage
from careercoach_desktop.features.jobs.ui.people_list import PeopleList
from careercoach_desktop.features.jobs.ui.table_view import TableView
from careercoach_desktop.features.letters.model import LetterDraft, Paragraph
from careercoach_desktop.features.letters.ui.paper import LetterPaper
from careercoach_desktop.features.practice.ui.practice_page import PracticePage
from careercoach_desktop.features.resumes.correcting.difference import Difference, DifferenceKind, Standing
from careercoach_desktop.features.resumes.correcting.proposal import Proposal, Suggestion
from careercoach_desktop.features.resumes.model import Highlight, ReadingState, ResumeCard, ResumeData, Skill, Work
from careercoach_desktop.features.resumes.ui import CheckPage, EditorPage, ResumesPage, VersionsPage
from careercoach_desktop.features.resumes.ui.corrections_panel import CorrectionsPanel
from careercoach_desktop.features.resumes.ui.file_card import ResumeFileCard
from careercoach_desktop.features.resumes.ui.form import ResumeForm
from careercoach_desktop.features.resumes.ui.form_copy_dialog import CopyLine
from careercoach_desktop.features.resumes.ui.section_order import SectionOrder
from careercoach_desktop.features.resumes.ui.version_naming import VersionNameDialog
from careercoach_desktop.features.resumes.writing import FormField
from careercoach_desktop.features.tailoring.model import Change, Decision
from careercoach_desktop.features.tailoring.ui.change_list import ChangeRow
from careercoach_desktop.foundation.clock import utc_now
from careercoach_desktop.foundation.feature import Keys, Page
from careercoach_desktop.foundation.uikit import Chip, KeyHint, Text, TextField, key_words
from tests.features.interviews.ui.calendar.showing import NOW, a_round, put
from tests.support.application import Running
from tests.support.dialogs import answer, dialog

LISTED = listed(pages(), FEATURES, feature_actions_with_keys(FEATURES))
BOARD, DRAWER, PEOPLE = "On the jobs board", "In an open job", "Among people"
TABLE, HEAD = "In the table of jobs", "On the head of the table of jobs"
CARDS, REVIEW = "On a résumé’s card", "While reviewing a tailored résumé"
AMONG, VERSIONS, STORIES, OPEN = "Among résumés", "While looking at versions", "Among stories", "With a résumé open"
CHECKING, DOCUMENTS = "While checking a résumé", "Among documents"
CALENDAR = "In the calendar of interviews"
EXPORT, FORM = "While exporting a résumé", "While copying into a form"
WRITING, EDITOR = "While writing a résumé", "With the editor open"
FIELD_FIRST = {(WRITING, "Ctrl+K")}
"""Keys that a field takes for itself while one writes in it, though they mean something in the rest of the window."""
LETTER, LETTER_FIELD = "With a letter open", "While writing a letter"
PRACTISING, PRACTISED = "While practising", "Among practice interviews"
SUGGESTED, CALLS = "While looking at Claude’s suggestions", "In the list of calls to Claude"


def keys_of(*groups: str) -> set[str]:
    return {plain(key) for group in groups for line in LISTED[group] for key in line.keys}


def plain(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.PortableText)


def shortcuts(owner: QWidget) -> set[str]:
    """Of this very widget."""
    found = owner.findChildren(QShortcut, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return {one.key().toString(QKeySequence.SequenceFormat.PortableText) for one in found}


def takes(widget: QWidget, keys: str) -> bool:
    """Press the keys on the widget; whether it did something with them."""
    combination = QKeySequence(keys)[0]
    event = QKeyEvent(QEvent.Type.KeyPress, combination.key(), combination.keyboardModifiers())
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


@pytest.fixture
def sample(running: Running, qtbot: QtBot) -> Running:
    running.start(sample=True)
    page = running.page(JobsPage)
    qtbot.waitUntil(lambda: page.board.cards.total() == 30)
    return running


# The frame ------------------------------------------------------------------------------------------------------


def test_the_window_listens_to_exactly_what_is_listed(sample: Running) -> None:
    assert shortcuts(sample.window) == keys_of(EVERYWHERE, PAGES)


@pytest.mark.parametrize("key", FRAME, ids=lambda key: key.name)
def test_every_key_of_the_frame_asks_for_what_it_says(key: object, qtbot: QtBot) -> None:
    window = MainWindow(pages())
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    signal = getattr(window, f"{key.name}_requested")  # type: ignore[attr-defined]
    for keys in key.keys:  # type: ignore[attr-defined]
        combination = QKeySequence(keys)[0]
        with qtbot.waitSignal(signal):
            qtbot.keyClick(window, combination.key(), combination.keyboardModifiers())
    window._may_close = True


def test_pages_have_the_figures_from_one_to_nine_and_then_zero() -> None:
    many = [Page(f"p{n}", f"Page {n}", "x", n, lambda _provider: None) for n in range(12)]
    hidden = Page("hidden", "Hidden", "x", 0, lambda _provider: None, in_sidebar=False)
    keys = page_keys([hidden, *many])
    assert list(keys) == [f"Ctrl+{n}" for n in (1, 2, 3, 4, 5, 6, 7, 8, 9, 0)]
    assert keys["Ctrl+1"] == "p0"
    assert keys["Ctrl+0"] == "p9"


def test_the_figures_switch_pages(sample: Running, qtbot: QtBot) -> None:
    for keys, name in page_keys(pages()).items():
        combination = QKeySequence(keys)[0]
        qtbot.keyClick(sample.window, combination.key(), combination.keyboardModifiers())
        qtbot.waitUntil(lambda name=name: sample.application._open.navigator.current == name)


def test_an_actions_keys_do_it_from_any_page(sample: Running, qtbot: QtBot) -> None:
    sample.desk.open("settings")
    qtbot.keyClick(sample.window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    shown = dialog(qtbot, QWidget)
    sample.page(JobsPage)
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)


def test_no_keys_mean_two_things_in_one_place() -> None:
    everywhere = [key for group in (EVERYWHERE, PAGES) for line in LISTED[group] for key in line.keys]
    assert len(set(everywhere)) == len(everywhere)
    for title, lines in LISTED.items():
        keys = [key for line in lines for key in line.keys]
        assert len(set(keys)) == len(keys), title
        if title not in {EVERYWHERE, PAGES}:
            meant_twice = {(title, key) for key in set(keys) & set(everywhere)}
            assert meant_twice <= FIELD_FIRST, f"{title}: the window would take them first"


def test_every_key_that_is_listed_can_be_pressed() -> None:
    for line in _lines():
        for key in line.keys:
            assert QKeySequence(key).count() == 1, key
            assert QKeySequence(key)[0].key() != Qt.Key.Key_unknown, key


# Pages ----------------------------------------------------------------------------------------------------------


def test_every_shortcut_of_a_page_is_listed(sample: Running, qtbot: QtBot) -> None:
    """Pages that other features add are walked by themselves."""
    known = {keys for line in _lines() for keys in map(plain, line.keys)}
    for page in pages():
        sample.desk.open(page.name)
        qtbot.waitUntil(lambda page=page: sample.application._open.navigator.current == page.name)
        QApplication.processEvents()
    for shown in sample.window._shown.values():
        for widget in (shown, *shown.findChildren(QWidget)):
            unlisted = shortcuts(widget) - known
            assert unlisted == set(), f"{type(widget).__name__} listens to keys that F1 does not list"


def test_the_board_takes_what_is_listed_and_nothing_like_it(sample: Running, qtbot: QtBot) -> None:
    page = sample.page(JobsPage)
    view = page.board.columns[JobStatus.APPLIED].view
    view.setFocus()
    assert shortcuts(page) == {"Ctrl+V"}
    for keys in sorted(keys_of(BOARD) - {"Ctrl+V"}):
        view.setCurrentIndex(view.cards.index(1))
        assert takes(view, keys), keys
    for keys in ("J", "F7", "Alt+Home", "Ctrl+J"):
        assert not takes(view, keys), keys


def test_the_table_takes_what_is_listed(sample: Running, qtbot: QtBot) -> None:
    page = sample.page(JobsPage)
    page.board.cards.set_layout(Layout.TABLE)
    table = page.layouts.current_layout
    assert isinstance(table, TableView)
    qtbot.waitUntil(lambda: table.model.rowCount() == 30)
    rows, head = table.rows, table.rows.head
    for widget, group in ((rows, TABLE), (head, HEAD)):
        for keys in sorted(keys_of(group)):
            rows.setCurrentIndex(table.model.index(1, 1))
            assert takes(widget, keys), keys
            popup = QApplication.activePopupWidget()
            if popup is not None:
                popup.close()
    for keys in ("F7", "Ctrl+J"):
        assert not takes(rows, keys), keys
        assert not takes(head, keys), keys


def test_an_open_job_takes_what_is_listed(sample: Running, qtbot: QtBot) -> None:
    page = sample.page(JobsPage)
    page.open_record(page.board.cards.shown_cards()[1].id)
    qtbot.waitUntil(lambda: page.open_job is not None)
    untouched = [keys for keys in keys_of(DRAWER) if not takes(page.details, keys)]
    assert untouched == []


def test_the_people_take_what_is_listed(qtbot: QtBot) -> None:
    people = PeopleList()
    qtbot.addWidget(people)
    heard: list[str] = []
    people.opened.connect(lambda row: heard.append(f"open {row.contact.name}"))
    people.delete_pressed.connect(lambda row: heard.append(f"remove {row.contact.name}"))
    people.chosen.connect(lambda row: heard.append(row.contact.name if row else ""))
    for keys in sorted(keys_of(PEOPLE)):
        people.show_people([PersonRow(Contact(id=at, name=name)) for at, name in enumerate("ABC", start=1)], choose=2)
        heard.clear()
        assert takes(people, keys), keys
        assert len(heard) == 1, keys


def test_a_resumes_card_takes_what_is_listed(qtbot: QtBot) -> None:
    card = ResumeFileCard(
        ResumeCard(1, "Lena Marsh", "lena.pdf", is_primary=True, state=ReadingState.READ, checked=True, problem="",
                   pages=1, version=1, updated=utc_now(), thumbnail=None)
    )  # fmt: skip
    qtbot.addWidget(card)
    heard: list[object] = []
    card.asked.connect(heard.append)
    card.arrow_pressed.connect(lambda *pressed: heard.append(pressed))
    card.show()
    for keys in sorted(keys_of(CARDS)):
        before = len(heard)
        takes(card, keys)
        assert len(heard) == before + 1, keys
    assert {"rename", "delete", "open", "toggle"} <= set(map(str, heard))


def test_the_resumes_and_their_versions_take_what_is_listed(sample: Running, qtbot: QtBot) -> None:
    sample.desk.open("resumes")
    assert shortcuts(sample.page(ResumesPage)) == keys_of(AMONG)
    for name, kind in (("resumes.check", CheckPage), ("resumes.edit", EditorPage)):
        sample.desk.open(name)
        assert shortcuts(sample.page(kind)) >= keys_of(OPEN)
    assert shortcuts(sample.page(EditorPage)) == keys_of(OPEN, EDITOR)
    sample.desk.open("resumes.versions")
    page = sample.page(VersionsPage)
    qtbot.waitUntil(lambda: len(page.list.rows()) > 0, timeout=20_000)
    by_row = {keys for keys in keys_of(VERSIONS) if takes(page.list.rows()[0], keys)} - {"Ctrl+S"}  # the page's own
    answer(qtbot, dialog(qtbot, VersionNameDialog), "Cancel")
    assert by_row | shortcuts(page) == keys_of(VERSIONS)


def test_a_story_takes_what_is_listed(qtbot: QtBot) -> None:
    row = StoryRow(Story(1, StoryText(title="The flood"), utc_now(), utc_now()))
    qtbot.addWidget(row)
    assert {keys for keys in keys_of(STORIES) if takes(row, keys)} == keys_of(STORIES)


def test_checking_takes_what_is_listed(qtbot: QtBot) -> None:
    form = ResumeForm()
    qtbot.addWidget(form)
    assert keys_of(CHECKING) == {"Return"}
    with qtbot.waitSignal(form.walked):
        takes(form, "Return")


def test_writing_takes_what_is_listed(qtbot: QtBot) -> None:
    form = ResumeForm("Résumé", checking=False)
    qtbot.addWidget(form)
    form.show()
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    done: list[str] = []
    form.edited.connect(lambda _edits, label: done.append(label))
    for keys in sorted(keys_of(WRITING)):
        form.show_data(
            ResumeData(
                work=[Work(id="one", highlights=[Highlight(id=f"b{at}", text=f"Bullet {at}.") for at in (1, 2, 3)])],
                skills=[Skill(id="s1", name="Tools", keywords=["Saw", "Hammer", "Drill"])],
            )
        )
        qtbot.waitUntil(lambda: not form.is_building)
        assert form.go_to("b2")
        field = QApplication.focusWidget()
        if keys in {"Alt+Left", "Alt+Right"}:
            field = next(each for each in form.findChildren(Chip) if each.text() == "Hammer")
        elif keys in {"Ctrl+B", "Ctrl+I"}:
            field.selectAll()
        done.clear()
        takes(field, keys)
        form.flush()
        if keys == "Ctrl+K":
            assert isinstance(QApplication.focusWidget(), TextField)
        else:
            assert len(done) == 1, keys


def test_ctrl_k_in_a_bullet_is_its_link_and_elsewhere_the_palette(sample: Running, qtbot: QtBot) -> None:
    sample.desk.open("resumes.edit", 1)
    page = sample.page(EditorPage)
    qtbot.waitUntil(lambda: page.resume_id == 1 and bool(page.form.data.work) and not page.form.is_building)
    bullet = page.form.data.work[0].highlights[0]
    assert page.form.go_to(bullet.id)
    field = QApplication.focusWidget()
    qtbot.keyClick(field, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(QApplication.focusWidget(), TextField)
    assert page.form.isAncestorOf(QApplication.focusWidget())
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    page.form.go_to("basics.name")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not page.form.isAncestorOf(QApplication.focusWidget()))


def test_claudes_suggestions_take_what_is_listed(qtbot: QtBot) -> None:
    panel = CorrectionsPanel()
    qtbot.addWidget(panel)
    one = Difference("d1", DifferenceKind.FIELD, "Name", "Lena", "Lena Marsh", "basics.name", ())
    panel.show_proposal(Proposal(1, 1, (Suggestion(one, Standing.OPEN),), 0, "claude-haiku-5-5", None, utc_now()))
    (card,) = panel.cards
    by_card = {keys for keys in keys_of(SUGGESTED) if takes(card, keys)}
    assert by_card | shortcuts(panel) == keys_of(SUGGESTED)
    assert by_card & shortcuts(panel) == set()


def test_the_export_takes_what_is_listed(qtbot: QtBot) -> None:
    sections = SectionOrder()
    qtbot.addWidget(sections)
    sections.set_sections([("work", "Experience"), ("skills", "Skills"), ("education", "Education")], [])
    for keys, follows in (("Alt+Down", ["skills", "work", "education"]), ("Alt+Up", ["work", "skills", "education"])):
        assert takes(sections, keys), keys
        assert sections.order() == follows
    assert takes(sections, "Space")
    assert sections.left_out() == ["work"]
    assert keys_of(EXPORT) == {"Alt+Up", "Alt+Down", "Space"}


def test_copying_into_a_form_takes_what_is_listed(qtbot: QtBot) -> None:
    line = CopyLine(FormField("E-mail", "lena@marsh.example"))
    qtbot.addWidget(line)
    for keys in sorted(keys_of(FORM)):
        assert takes(line, keys), keys
    assert keys_of(FORM) == {"Return", "Space", "Up", "Down"}


def test_the_review_takes_what_is_listed(sample: Running, qtbot: QtBot) -> None:
    sample.desk.open("tailoring.review")
    qtbot.waitUntil(lambda: "tailoring.review" in sample.window._shown)
    page = sample.window._shown["tailoring.review"]
    row = ChangeRow(_change())
    qtbot.addWidget(row)
    row.set_change(_change())
    by_row = {keys for keys in keys_of(REVIEW) if takes(row, keys)}
    assert by_row | shortcuts(page) == keys_of(REVIEW)
    assert by_row & shortcuts(page) == set()


def test_a_letter_takes_what_is_listed(sample: Running, qtbot: QtBot) -> None:
    sample.desk.open("letters.letter")
    qtbot.waitUntil(lambda: "letters.letter" in sample.window._shown)
    assert shortcuts(sample.window._shown["letters.letter"]) == keys_of(LETTER)
    paper = LetterPaper()
    qtbot.addWidget(paper)
    paper.show()
    paper.activateWindow()
    qtbot.waitUntil(paper.isActiveWindow)
    texts = ("One.", "[a gap] Two. [another]", "Three.")
    paper.show_draft(LetterDraft(engine="", paragraphs=[Paragraph(id=text, text=text) for text in texts]))
    heard: list[str] = []
    paper.split.connect(lambda _row, _at: heard.append("split"))
    paper.join_wanted.connect(lambda _row: heard.append("join"))
    paper.wanted.connect(lambda _row, what: heard.append(what))
    field = paper.paragraphs()[1].field
    for keys in sorted(keys_of(LETTER_FIELD)):
        field.go_to(10 if "Tab" in keys else 0)
        before = len(heard)
        takes(field, keys)
        assert len(heard) == before + 1 or field.textCursor().selectedText().startswith("["), keys
    assert sorted(heard) == ["down", "join", "split", "up"]


def test_documents_take_what_is_listed(sample: Running, qtbot: QtBot) -> None:
    sample.desk.open("documents")
    qtbot.waitUntil(lambda: "documents" in sample.window._shown)
    assert shortcuts(sample.window._shown["documents"]) == keys_of(DOCUMENTS)


def test_a_practice_interview_takes_what_is_listed(sample: Running, qtbot: QtBot) -> None:
    sample.desk.open("practice")
    page = sample.page(PracticePage)
    page.home.setup.start()
    view = page.session
    qtbot.waitUntil(lambda: view.pane.question is not None)
    view.pane.field.insertPlainText("I would ask for help.")
    view.pane.hand_in()
    qtbot.waitUntil(lambda: view.side.question is not None and view.pane.question is not None)
    assert all(takes(view, keys) for keys in sorted(keys_of(PRACTISING)))  # Esc comes last: it pauses
    qtbot.waitUntil(view.paused.isVisible)
    page.show_home()
    practised = page.home.history.list
    qtbot.waitUntil(lambda: practised.sessions.rowCount() > 0)
    practised.setCurrentIndex(practised.sessions.index(0))
    assert all(takes(practised, keys) for keys in sorted(keys_of(PRACTISED)))


@pytest.mark.parametrize("kind", [MonthView, WeekView])
def test_the_calendar_takes_what_is_listed(qtbot: QtBot, kind: type[Canvas]) -> None:
    calendar = kind("Europe/Berlin", lambda: NOW)
    qtbot.addWidget(calendar)
    for keys in sorted(keys_of(CALENDAR) - {"T", "M", "W", "L"}):
        calendar.show_day(NOW.date())
        put(calendar, a_round(1, "2026-11-27 10:00"))
        calendar.choose(1)
        assert takes(calendar, keys), keys
    for keys in ("F7", "Ctrl+J", "Alt+Home", "T"):
        assert not takes(calendar, keys), keys


def test_the_interviews_page_takes_the_letters(sample: Running, qtbot: QtBot) -> None:
    sample.desk.open("interviews")
    page = sample.page(InterviewsPage)
    for keys in ("T", "W", "L", "M"):
        assert takes(page.views.current, keys), keys
    assert not takes(page.views.current, "Ctrl+J")


def test_the_calls_to_claude_take_what_is_listed(sample: Running) -> None:
    sample.desk.open("activity")
    assert shortcuts(sample.page(ActivityPage).calls.table) == keys_of(CALLS)


def test_the_palette_takes_what_is_listed(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    palette = Palette(window)
    for keys in sorted(keys_of(PALETTE)):
        palette.open(lines_before_typing(feature_actions_with_keys(FEATURES), []))
        assert takes(palette.field, keys), keys
        assert palette.is_open == (keys in {"Up", "Down"}), keys


def test_no_group_is_left_out_here() -> None:
    """A new group needs a test that presses its keys."""
    assert set(LISTED) == {
        EVERYWHERE,
        PAGES,
        PALETTE,
        BOARD,
        TABLE,
        HEAD,
        DRAWER,
        PEOPLE,
        CARDS,
        AMONG,
        OPEN,
        VERSIONS,
        STORIES,
        CHECKING,
        CALENDAR,
        WRITING,
        EDITOR,
        SUGGESTED,
        EXPORT,
        FORM,
        REVIEW,
        LETTER,
        LETTER_FIELD,
        DOCUMENTS,
        PRACTISING,
        PRACTISED,
        CALLS,
    }


# The list -------------------------------------------------------------------------------------------------------


def test_f1_shows_every_key_once(sample: Running, qtbot: QtBot) -> None:
    qtbot.keyClick(sample.window, Qt.Key.Key_F1)
    shown = dialog(qtbot, ShortcutsDialog)
    said = [text.text() for text in shown.findChildren(Text)]
    for title, lines in LISTED.items():
        assert title in said
        assert all(line.words in said for line in lines)
    spoken = " ".join(hint.accessibleName() for hint in shown.findChildren(KeyHint))
    assert sorted(spoken.split()) == sorted(
        " ".join(key for line in _lines() for key in line.keys).replace("+", " ").split()
    )
    answer(qtbot, shown, "Close")


def test_keys_are_written_as_the_system_writes_them() -> None:
    assert key_words("Ctrl+K") == QKeySequence("Ctrl+K").toString(QKeySequence.SequenceFormat.NativeText)
    assert key_words("Up") == "↑"
    assert key_words("Alt+Left").endswith("←")
    assert key_words("Return") == "↵"
    assert key_words("F1") == "F1"


def _lines() -> Iterable[Keys]:
    return [line for lines in LISTED.values() for line in lines]


def _change() -> Change:
    return Change.model_construct(
        id="a", title="Summary", headline="Leads with Spark", decision=Decision.REJECTED, supported=True, edited=None
    )


def test_the_words_have_more_than_half_of_the_room(qtbot: QtBot) -> None:
    listing = ShortcutsDialog(LISTED)
    qtbot.addWidget(listing)
    listing.show()
    said = {words for keys in LISTED.values() for words in (line.words for line in keys)}
    narrow = [
        text.text()
        for text in listing.findChildren(Text)
        if text.text() in said and text.width() < 0.55 * text.parentWidget().width()
    ]
    assert narrow == []
    assert "Arrows" in [hint.text() for hint in listing.findChildren(KeyHint)]
