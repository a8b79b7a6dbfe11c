"""Several résumés at once: selecting with mouse and keys, tags, export, delete, each with one undo; and finding."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.resumes.model import Basics, ResumeData, VersionReason, Work
from careercoach_desktop.features.resumes.service import ResumeService
from careercoach_desktop.features.resumes.ui import ResumesPage
from careercoach_desktop.features.resumes.ui.selection_export import free_name
from careercoach_desktop.features.resumes.ui.selection_model import Selection
from careercoach_desktop.features.resumes.ui.selection_tags import TagsDialog
from careercoach_desktop.foundation.tasks.queue import TaskQueue
from careercoach_desktop.foundation.uikit import Desk, Dialog
from tests.features.resumes.people import ines, many_jobs
from tests.support.dialogs import button, dialog, toasts
from tests.support.windows import Await

CTRL, SHIFT, NONE = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.NoModifier,
)


@pytest.fixture
def four(resumes: ResumeService, queue: TaskQueue, resumes_page: ResumesPage, qtbot: QtBot) -> list[int]:
    """Ids in the order shown: A is primary; D says something else."""
    made = []
    for name in ("A", "B", "C", "D"):
        resume_id = resumes.import_file(name.encode(), f"{name}.txt").resume_id
        queue.cancel(queue.active()[0].id)
        resumes.save_data(resume_id, ines() if name != "D" else many_jobs(1), VersionReason.READ)
        resumes.rename(resume_id, name)
        made.append(resume_id)
    qtbot.waitUntil(lambda: [card.card.title for card in resumes_page.cards()] == ["A", "D", "C", "B"])
    return [card.card.id for card in resumes_page.cards()]


def selected(page: ResumesPage) -> list[str]:
    return [card.card.title for card in page.cards() if card.is_selected]


def click(qtbot: QtBot, page: ResumesPage, at: int, held: Qt.KeyboardModifier = NONE) -> None:
    qtbot.mouseClick(page.cards()[at], Qt.MouseButton.LeftButton, held, QPoint(100, 120))


def shown(page: ResumesPage) -> list[str]:
    return [card.card.title for card in page.cards()]


# Selecting ------------------------------------------------------------------------------------------------------


def test_ctrl_and_shift_click_select_and_the_bar_says_how_many(
    resumes_page: ResumesPage, four: list[int], qtbot: QtBot
) -> None:
    bar = resumes_page.selecting.bar
    assert not bar.isVisible()
    click(qtbot, resumes_page, 0, CTRL)
    click(qtbot, resumes_page, 2, SHIFT)
    assert selected(resumes_page) == ["A", "D", "C"]
    assert bar.isVisible()
    assert bar._words.text() == "3 selected"
    click(qtbot, resumes_page, 1, CTRL)
    assert selected(resumes_page) == ["A", "C"]


def test_while_something_is_selected_a_click_selects_and_escape_ends_it(
    resumes_page: ResumesPage, four: list[int], qtbot: QtBot, desk: Desk
) -> None:
    card = resumes_page.cards()[0]
    qtbot.mouseClick(card._mark, Qt.MouseButton.LeftButton)
    click(qtbot, resumes_page, 1)
    assert selected(resumes_page) == ["A", "D"]
    qtbot.keyClick(resumes_page, Qt.Key.Key_Escape)
    assert selected(resumes_page) == []
    with qtbot.waitSignal(desk.open_requested) as asked:
        click(qtbot, resumes_page, 1)
    assert asked.args == ["resumes.check", four[1]]


def test_the_keyboard_selects(resumes_page: ResumesPage, four: list[int], qtbot: QtBot) -> None:
    first = resumes_page.cards()[0]
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Right, SHIFT)
    assert selected(resumes_page) == ["A", "D"]
    qtbot.keyClick(resumes_page.cards()[1], Qt.Key.Key_Space)
    assert selected(resumes_page) == ["A"]
    qtbot.keyClick(resumes_page.cards()[1], Qt.Key.Key_A, CTRL)
    assert selected(resumes_page) == ["A", "D", "C", "B"]
    assert "selected" in resumes_page.cards()[0].accessibleDescription()


def test_a_band_selects_the_cards_it_touches_and_a_click_beside_them_ends_it(
    resumes_page: ResumesPage, four: list[int], qtbot: QtBot
) -> None:
    ground = resumes_page._grid.widget()
    start = resumes_page.cards()[3].geometry().bottomRight() + QPoint(30, 20)
    end = resumes_page.cards()[2].geometry().center()
    QTest.mousePress(ground, Qt.MouseButton.LeftButton, NONE, start)
    QTest.mouseMove(ground, start - QPoint(10, 10))
    QTest.mouseMove(ground, end)
    QTest.mouseRelease(ground, Qt.MouseButton.LeftButton, NONE, end)
    assert selected(resumes_page) == ["C", "B"]
    QTest.mouseClick(ground, Qt.MouseButton.LeftButton, NONE, start)
    assert selected(resumes_page) == []


def test_what_is_no_longer_shown_is_no_longer_selected() -> None:
    chosen = Selection()
    chosen.show([1, 2, 3])
    chosen.choose_all()
    chosen.show([3, 1])
    assert chosen.ids() == [3, 1]
    chosen.extend(3)
    assert chosen.ids() == [3]


# Deleting -------------------------------------------------------------------------------------------------------


def test_several_are_deleted_and_come_back_with_one_undo(
    resumes_page: ResumesPage, four: list[int], qtbot: QtBot, desk: Desk, await_: Await, resumes: ResumeService
) -> None:
    click(qtbot, resumes_page, 0, CTRL)
    click(qtbot, resumes_page, 1, CTRL)
    qtbot.keyClick(resumes_page.cards()[1], Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: shown(resumes_page) == ["B", "C"] or shown(resumes_page) == ["C", "B"])
    qtbot.waitUntil(lambda: desk.undo.undo_label == "deleted 2 résumés")
    assert not resumes_page.selecting.bar.isVisible()
    await_(desk.undo.undo())
    qtbot.waitUntil(lambda: len(shown(resumes_page)) == 4)
    assert [card.id for card in resumes.cards() if card.is_primary] == [four[0]]
    await_(desk.undo.redo())
    qtbot.waitUntil(lambda: len(shown(resumes_page)) == 2)


# Tags -----------------------------------------------------------------------------------------------------------


def tag(page: ResumesPage, qtbot: QtBot, add: Sequence[str]) -> TagsDialog:
    button(page.selecting.bar, "Tags…").click()
    asked = dialog(qtbot, TagsDialog)
    for word in add:
        asked.field.begin_adding()
        qtbot.keyClicks(asked.field.entry, word)
        qtbot.keyClick(asked.field.entry, Qt.Key.Key_Return)
    return asked


def test_tags_of_several_are_changed_with_one_undo(
    resumes_page: ResumesPage, four: list[int], qtbot: QtBot, desk: Desk, await_: Await, resumes: ResumeService
) -> None:
    resumes.tag(four[:1], ["water", "remote"])
    resumes.tag(four[1:2], ["Remote"])
    resumes.tag(four[3:], ["Old"])
    qtbot.waitUntil(lambda: resumes_page.cards()[3].card.tags == ("Old",))
    click(qtbot, resumes_page, 0, CTRL)
    click(qtbot, resumes_page, 1, CTRL)
    asked = tag(resumes_page, qtbot, ["north"])
    assert asked.windowTitle() == "Tags of 2 résumés"
    assert asked.field.values() == ["remote", "north"]
    assert [chip.text() for chip in asked.chips()] == ["water", "Old"]
    asked.chips()[0].removed.emit()
    button(asked, "Save").click()
    qtbot.waitUntil(lambda: desk.undo.undo_label == "changed the tags of 2 résumés")
    tags = {card.title: card.tags for card in resumes.cards()}
    assert tags == {"A": ("remote", "north"), "D": ("Remote", "north"), "C": (), "B": ("Old",)}
    await_(desk.undo.undo())
    tags = {card.title: card.tags for card in resumes.cards()}
    assert tags == {"A": ("water", "remote"), "D": ("Remote",), "C": (), "B": ("Old",)}


def test_a_tag_used_before_is_one_click_away_and_one_typed_without_enter_counts(
    resumes_page: ResumesPage, four: list[int], qtbot: QtBot, resumes: ResumeService
) -> None:
    resumes.tag(four[3:], ["Old"])
    qtbot.waitUntil(lambda: resumes_page.cards()[3].card.tags == ("Old",))
    click(qtbot, resumes_page, 0, CTRL)
    asked = tag(resumes_page, qtbot, [])
    asked.chips()[0].click()
    asked.field.begin_adding()
    qtbot.keyClicks(asked.field.entry, "north")
    button(asked, "Save").click()
    qtbot.waitUntil(lambda: resumes.cards()[0].tags == ("Old", "north"))


def test_the_tags_are_open_to_write_in_and_enter_adds_before_it_saves(
    resumes_page: ResumesPage, four: list[int], qtbot: QtBot, resumes: ResumeService
) -> None:
    click(qtbot, resumes_page, 0, CTRL)
    asked = tag(resumes_page, qtbot, [])
    height = asked.height()
    qtbot.keyClicks(asked.focusWidget(), "north")
    qtbot.keyClick(asked.focusWidget(), Qt.Key.Key_Return)
    assert asked.isVisible()
    assert asked.field.values() == ["north"]
    for word in ("a long tag that fills a line", "another long one, so that there are two"):
        qtbot.keyClicks(asked.focusWidget(), word)
        qtbot.keyClick(asked.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: asked.height() > height)
    qtbot.keyClick(asked.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "north" in resumes.cards()[0].tags)


# Finding --------------------------------------------------------------------------------------------------------


def test_tags_filter_and_a_filtered_page_says_how_many_there_are(
    resumes_page: ResumesPage, four: list[int], qtbot: QtBot, resumes: ResumeService
) -> None:
    assert not resumes_page._tags.isVisible()
    resumes.tag(four[:2], ["water"])
    resumes.tag(four[1:3], ["north"])
    qtbot.waitUntil(lambda: [chip.text() for chip in resumes_page._tags.chips()] == ["north", "water"])
    north, water = resumes_page._tags.chips()
    north.click()
    assert sorted(shown(resumes_page)) == ["C", "D"]
    water.click()
    assert shown(resumes_page) == ["D"]
    assert resumes_page._header._subtitle.text() == "1 of 4"
    resumes.set_tags({four[1]: ()})
    qtbot.waitUntil(lambda: resumes_page._stack.currentWidget() is resumes_page._no_match)
    resumes_page._no_match.button.click()
    assert len(shown(resumes_page)) == 4


def test_ctrl_f_finds_by_name_tag_and_text(
    resumes_page: ResumesPage, four: list[int], qtbot: QtBot, resumes: ResumeService
) -> None:
    resumes.tag(four[2:3], ["offshore"])
    resumes_page.focus_search()
    field = resumes_page._words
    qtbot.waitUntil(field.hasFocus)
    for words, found in (("tomás", ["D"]), ("offsh", ["C"]), ("hydrol porto", ["A", "B", "C"]), ("nothing", [])):
        field.setText(words)
        qtbot.keyClick(field, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda found=found: sorted(shown(resumes_page)) == found)
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(shown(resumes_page)) == 4)


def test_a_late_answer_to_other_words_hides_nothing(resumes_page: ResumesPage, four: list[int], qtbot: QtBot) -> None:
    field = resumes_page._words
    field.setText("tomás")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown(resumes_page) == ["D"])
    field.tell("hydrologist", frozenset(four))
    resumes_page._show_filtered()
    assert shown(resumes_page) == ["D"]


def test_a_resume_that_is_asked_for_is_shown_whatever_is_filtered(
    resumes_page: ResumesPage, four: list[int], qtbot: QtBot
) -> None:
    resumes_page._words.setText("tomás")
    qtbot.keyClick(resumes_page._words, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown(resumes_page) == ["D"])
    resumes_page.open_record(four[0])
    qtbot.waitUntil(lambda: resumes_page.cards()[0].hasFocus() and len(shown(resumes_page)) == 4)


# Export ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "Applications"
    made.mkdir()
    return made


def export_into(page: ResumesPage, desk: Desk, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def chosen(*_args: object) -> Path:
        return folder

    monkeypatch.setattr(desk, "choose_folder", chosen)  # the system's own dialog
    page.selecting.selection.choose_all()
    page.selecting.export("pdf")


def test_all_selected_become_files_in_a_folder(
    resumes_page: ResumesPage,
    four: list[int],
    qtbot: QtBot,
    desk: Desk,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    resumes: ResumeService,
) -> None:
    resumes.rename(four[1], "a/b: c?")
    resumes.rename(four[2], "A")
    (folder / "A.pdf").write_bytes(b"not ours")
    qtbot.waitUntil(lambda: "a/b: c?" in shown(resumes_page))
    export_into(resumes_page, desk, folder, monkeypatch)
    qtbot.waitUntil(lambda: any("4 PDFs written" in said for said in toasts(desk)), timeout=60_000)
    names = sorted(path.name for path in folder.iterdir())
    assert names == ["A (2).pdf", "A (3).pdf", "A.pdf", "B.pdf", "a b c.pdf"]
    assert (folder / "A.pdf").read_bytes() == b"not ours"
    assert (folder / "B.pdf").read_bytes().startswith(b"%PDF")
    assert selected(resumes_page) == shown(resumes_page), "they stay selected for what comes next"


def test_what_cannot_be_exported_is_listed_and_the_others_are_written(
    resumes_page: ResumesPage,
    four: list[int],
    qtbot: QtBot,
    desk: Desk,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    resumes: ResumeService,
    queue: TaskQueue,
) -> None:
    resumes.import_file(b"not read", "waiting.txt")
    (folder / "D.pdf").mkdir()
    monkeypatch.setattr(
        "careercoach_desktop.features.resumes.ui.selection_export.free_name", lambda f, t, _kind: f / f"{t}.pdf"
    )
    qtbot.waitUntil(lambda: len(shown(resumes_page)) == 5)
    export_into(resumes_page, desk, folder, monkeypatch)
    asked = dialog(qtbot, Dialog, timeout=60_000)
    assert asked.windowTitle() == "3 of 5 exported"
    said = " ".join(label.text() for label in _texts(asked))
    assert "Waiting" in said
    assert "There is nothing in it yet." in said
    assert "could not be saved" in said
    button(asked, "Close").click()
    assert {path.name for path in folder.iterdir() if path.is_file()} == {"A.pdf", "B.pdf", "C.pdf"}


def odd() -> ResumeData:
    """An employer no reader takes for one."""
    work = Work(id="odd", name="2019 – 2020", position="2021", start="2019", end="2020")
    return ResumeData(basics=Basics(name="Odd One", email="odd@one.example"), work=[work])


@pytest.mark.parametrize(
    ("answer", "written"),
    [("Cancel", []), ("Save the rest (3)", ["A", "C", "D"]), ("Save anyway", ["A", "B", "C", "D"])],
)
def test_nothing_is_saved_before_it_was_seen_what_gets_lost(
    resumes_page: ResumesPage,
    four: list[int],
    qtbot: QtBot,
    desk: Desk,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    resumes: ResumeService,
    answer: str,
    written: list[str],
) -> None:
    before = {path.name for path in folder.iterdir()}
    resumes.save_data(next(card.id for card in resumes.cards() if card.title == "B"), odd())
    export_into(resumes_page, desk, folder, monkeypatch)
    asked = dialog(qtbot, Dialog, timeout=60_000)
    assert asked.windowTitle() == "One file reads differently"
    assert {path.name for path in folder.iterdir()} == before
    said = " ".join(label.text() for label in _texts(asked))
    assert "The employer" in said
    button(asked, answer).click()
    if written:
        qtbot.waitUntil(lambda: any(f"{len(written)} PDFs written" in said for said in toasts(desk)), timeout=60_000)
    assert sorted({path.name for path in folder.iterdir()} - before) == [f"{name}.pdf" for name in written]


def _texts(widget: QWidget) -> list[QWidget]:
    from careercoach_desktop.foundation.uikit import Text

    return widget.findChildren(Text)


def test_an_export_stops_between_two_files(
    resumes_page: ResumesPage,
    four: list[int],
    qtbot: QtBot,
    desk: Desk,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bar = resumes_page.selecting.bar
    export_into(resumes_page, desk, folder, monkeypatch)
    qtbot.waitUntil(bar._stop.isVisible)
    assert not bar._delete.isVisible()
    bar._stop.click()
    qtbot.waitUntil(lambda: any("before you stopped it" in said for said in toasts(desk)), timeout=60_000)
    assert len(list(folder.iterdir())) == 1
    assert bar._delete.isVisible()


def test_names_are_ones_every_system_takes(tmp_path: Path) -> None:
    assert free_name(tmp_path, "Lena <Marsh> | 2026?").name == "Lena Marsh 2026.pdf"
    assert free_name(tmp_path, " ... ").name == "Résumé.pdf"
    assert free_name(tmp_path, "x" * 300).name == f"{'x' * 100}.pdf"


def test_a_right_click_on_a_selected_card_is_about_all_of_them(
    resumes_page: ResumesPage, four: list[int], qtbot: QtBot
) -> None:
    resumes_page.selecting.selection.choose(four[:2])
    resumes_page._open_menu(four[0], QPoint(20, 20))
    menu = QApplication.activePopupWidget()
    assert [action.text() for action in menu.actions() if action.text()] == [
        "Tags of 2 résumés…", "Export 2 résumés as PDF…", "Export 2 résumés as Word…", "Delete 2 résumés"
    ]  # fmt: skip
    menu.close()
    resumes_page._open_menu(four[3], QPoint(20, 20))
    menu = QApplication.activePopupWidget()
    assert "Make primary" in [action.text() for action in menu.actions()]
    menu.close()


def test_several_are_exported_as_word_documents_too(
    resumes_page: ResumesPage,
    four: list[int],
    qtbot: QtBot,
    desk: Desk,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def chosen(*_args: object) -> Path:
        return folder

    monkeypatch.setattr(desk, "choose_folder", chosen)  # the system's own dialog
    resumes_page.selecting.selection.choose_all()
    button(resumes_page.selecting.bar, "Export…").click()
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    entries = {action.text(): action for action in menu.actions()}
    assert list(entries) == ["As PDF…", "As Word…"]
    entries["As Word…"].trigger()
    menu.close()
    qtbot.waitUntil(lambda: any("4 Word documents written" in said for said in toasts(desk)), timeout=60_000)
    assert sorted(path.suffix for path in folder.iterdir()) == [".docx"] * 4


def test_what_does_not_look_like_a_resume_is_left_out_of_an_export(
    resumes_page: ResumesPage,
    four: list[int],
    qtbot: QtBot,
    desk: Desk,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    resumes: ResumeService,
    queue: TaskQueue,
) -> None:
    queue.start()
    resumes.import_file(b"Milk and bread", "note.txt")
    qtbot.waitUntil(lambda: any(card.card.problem for card in resumes_page.cards()), timeout=20_000)
    export_into(resumes_page, desk, folder, monkeypatch)
    asked = dialog(qtbot, Dialog, timeout=60_000)
    assert asked.windowTitle() == "4 of 5 exported"
    said = [label.text() for label in _texts(asked)]
    assert any(each.startswith("Left out. This does not look like a résumé") for each in said)
    name, reason = (next(t for t in _texts(asked) if t.text() == said[at]) for at in (-2, -1))
    gap = reason.mapTo(asked, reason.rect().topLeft()).y() - name.mapTo(asked, name.rect().bottomLeft()).y()
    assert 0 <= gap < 8, "the reason stands right under the name"
    asked.reject()


def test_all_is_offered_only_while_not_all_are_selected(
    resumes_page: ResumesPage, four: list[int], qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: len(shown(resumes_page)) == 4)
    resumes_page.selecting.selection.toggle(four[0])
    everything = button(resumes_page.selecting.bar, "Select all")
    assert everything.isEnabled()
    everything.click()
    assert not everything.isEnabled()
    resumes_page.selecting.selection.toggle(four[0])
    assert everything.isEnabled()
