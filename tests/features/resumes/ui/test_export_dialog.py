"""The export: what is chosen is what is shown, read back and saved."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.resumes.handover import FORMATS
from careercoach_desktop.features.resumes.model import ResumeStyle
from careercoach_desktop.features.resumes.reading import read_resume
from careercoach_desktop.features.resumes.rereading import LostField, RereadReport
from careercoach_desktop.features.resumes.service import ExportService, ResumeService
from careercoach_desktop.features.resumes.ui import ExportDialog, ResumesPage
from careercoach_desktop.foundation.tasks.child import ChildProcess
from careercoach_desktop.foundation.uikit import Desk, IconButton
from tests.features.resumes.people import ines
from tests.features.resumes.typeset.samples import everything, long
from tests.support.dialogs import button, dialog, toasts, words
from tests.support.windows import Await


@pytest.fixture
def saved_to(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, list[str]]:
    """Where files go, and the names that were suggested for them."""
    suggested: list[str] = []

    async def chosen(_title: str, name: str, _filters: object = ()) -> Path:
        suggested.append(name)
        return tmp_path / f"out{Path(name).suffix}"

    monkeypatch.setattr(desk, "choose_save", chosen)  # the system's own file dialog
    return tmp_path, suggested


@pytest.fixture
def shown(resumes_page: ResumesPage, ines_id: int, qtbot: QtBot) -> ExportDialog:
    """The dialog of a résumé, its first page drawn and read back."""
    qtbot.waitUntil(lambda: bool(resumes_page.cards()))
    card = next(card for card in resumes_page.cards() if card.card.id == ines_id)
    resumes_page._actions.do("export", card.card)
    opened = dialog(qtbot, ExportDialog)
    read_back(opened, qtbot)
    return opened


def read_back(shown: ExportDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: shown._made is not None, timeout=20_000)


def choose_format(shown: ExportDialog, kind: str) -> None:
    control = shown.options.format
    control._choose([key for key, _label in control._choices].index(kind))


@pytest.mark.parametrize("kind", FORMATS)
def test_a_file_of_every_format_is_read_back_and_saved(
    shown: ExportDialog, desk: Desk, qtbot: QtBot, saved_to: tuple[Path, list[str]], kind: str
) -> None:
    folder, suggested = saved_to
    choose_format(shown, kind)
    read_back(shown, qtbot)
    assert shown.preview.verdict.endswith("fields survived.")
    button(shown, "Export").click()
    qtbot.waitUntil(lambda: any(said.startswith(f"Exported out.{kind}. Read back: all") for said in toasts(desk)))
    assert suggested == [f"Ines-Caldeira-CV.{kind}" if ines().language != "en" else f"Ines-Caldeira-Resume.{kind}"]
    again = read_resume((folder / f"out.{kind}").read_bytes(), f"out.{kind}").data
    assert (again.basics.name, again.basics.email) == (ines().basics.name, ines().basics.email)
    assert [path.name for path in folder.glob("out*")] == [f"out.{kind}"]


def test_every_template_shows_the_persons_own_page(shown: ExportDialog, qtbot: QtBot) -> None:
    cards = shown.options.gallery.cards
    qtbot.waitUntil(lambda: all(card.is_drawn for card in cards), timeout=60_000)
    assert len(cards) >= 2
    assert [card.is_selected for card in cards].count(True) == 1


def test_the_arrow_keys_choose_the_template_and_the_page_follows(shown: ExportDialog, qtbot: QtBot) -> None:
    gallery = shown.options.gallery
    first, second = gallery.cards[:2]
    first.setFocus()
    before = shown._made
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert gallery.value() == second.template.name
    assert QApplication.focusWidget() is second
    read_back(shown, qtbot)
    assert shown._made is not before
    assert shown._made is not None
    assert shown._made.style.template == second.template.name


def test_the_look_stays_with_the_resume_and_can_be_undone(
    shown: ExportDialog,
    desk: Desk,
    resumes: ResumeService,
    ines_id: int,
    qtbot: QtBot,
    saved_to: tuple[Path, list[str]],
) -> None:
    shown.options.accent._choose("#0B6E6E")
    shown.options.paper._choose(1)
    read_back(shown, qtbot)
    button(shown, "Export").click()
    qtbot.waitUntil(lambda: desk.undo.undo_label.startswith("changed the look of"))
    assert resumes.resume(ines_id).style.accent == "#0B6E6E"
    assert resumes.resume(ines_id).style.paper == "letter"
    desk.start(desk.undo.undo())
    qtbot.waitUntil(lambda: resumes.resume(ines_id).style == ResumeStyle())


def test_leaving_changes_nothing(shown: ExportDialog, resumes: ResumeService, ines_id: int, qtbot: QtBot) -> None:
    shown.options.accent._choose("#0B6E6E")
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    assert resumes.resume(ines_id).style == ResumeStyle()


def test_sections_are_moved_and_hidden_with_keys(shown: ExportDialog, qtbot: QtBot) -> None:
    sections = shown.options.sections
    order = sections.order()
    assert {"work", "education"} <= set(order)
    sections.setFocus()
    sections.setCurrentRow(0)
    qtbot.keyClick(sections, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert sections.order() == [order[1], order[0], *order[2:]]
    qtbot.keyClick(sections, Qt.Key.Key_Space)
    style = shown.options.style_now()
    assert style.order == [order[1], order[0], *order[2:]]
    assert style.left_out == [order[0]]
    read_back(shown, qtbot)
    assert shown.preview.verdict.endswith("fields survived.")
    qtbot.keyClick(sections, Qt.Key.Key_Space)
    assert shown.options.style_now().left_out == []


def test_a_section_is_dropped_in_another_place(shown: ExportDialog) -> None:
    sections = shown.options.sections
    order = sections.order()
    model = sections.model()
    assert model.supportedDropActions() & Qt.DropAction.MoveAction
    data = model.mimeData([model.index(0, 0)])
    assert model.dropMimeData(data, Qt.DropAction.MoveAction, 2, 0, model.index(-1, -1))
    model.removeRow(0)
    assert sections.order()[:2] == [order[1], order[0]]


def test_hiding_with_the_mouse_hits_only_the_box(shown: ExportDialog, qtbot: QtBot) -> None:
    sections = shown.options.sections
    row = sections.visualItemRect(sections.item(1))
    middle = row.center()
    qtbot.mouseClick(sections.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert sections.left_out() == []
    middle.setX(row.left() + 34)
    qtbot.mouseClick(sections.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert sections.left_out() == [sections.order()[1]]


def test_what_did_not_survive_has_to_be_seen_before_it_is_saved(
    shown: ExportDialog, desk: Desk, qtbot: QtBot, saved_to: tuple[Path, list[str]]
) -> None:
    folder, _suggested = saved_to
    phone = LostField("basics.phone", "The phone number", "+351 21 000", "+351 21")
    made = shown._made
    assert made is not None
    shown._made = type(made)(made.style, made.kind, made.document, RereadReport(40, (phone,)))
    shown.preview.set_report(shown._made.report, shown._data)
    assert shown.preview.verdict == "Read back: one field reads differently, 39 survived."

    way = button(shown, "Show what reads differently")
    assert way.isVisible()
    button(shown, "Export").click()
    qtbot.waitUntil(lambda: shown.preview.shows_losses)
    assert not way.isVisible()  # it is in view
    assert not list(folder.glob("out*"))
    assert {"Contact", "Yours: +351 21 000", "Read back: +351 21"} <= set(words(shown))

    button(shown, "Export anyway").click()
    said = "Exported out.pdf. Read back: one field reads differently, 39 survived."
    qtbot.waitUntil(lambda: said in toasts(desk))
    assert (folder / "out.pdf").read_bytes().startswith(b"%PDF")


def test_another_look_is_read_back_anew_and_the_old_list_is_gone(shown: ExportDialog, qtbot: QtBot) -> None:
    made = shown._made
    assert made is not None
    lost = RereadReport(40, (LostField("basics.phone", "The phone number", "1", "2"),))
    shown._made = type(made)(made.style, made.kind, made.document, lost)
    shown.preview.set_report(lost, shown._data)
    shown.preview.show_losses()
    shown.options.gallery._choose("classic")
    assert shown.export_button.text() == "Export"
    read_back(shown, qtbot)
    assert not shown.preview.shows_losses
    assert shown.preview.verdict.endswith("fields survived.")


def test_the_pages_are_counted_and_can_be_made_larger(shown: ExportDialog, qtbot: QtBot) -> None:
    assert "1 page." in words(shown)
    before = shown.preview.pages._pictures[0].width()
    larger = next(one for one in shown.findChildren(IconButton) if one.accessibleName() == "Larger")
    larger.click()
    qtbot.waitUntil(lambda: shown.preview.pages._pictures[0].width() > before)
    choose_format(shown, "txt")
    read_back(shown, qtbot)
    assert not larger.isVisible()


def test_headings_and_dates_in_another_language_are_kept_and_can_be_undone(
    shown: ExportDialog,
    desk: Desk,
    resumes: ResumeService,
    ines_id: int,
    qtbot: QtBot,
    await_: Await,
    saved_to: tuple[Path, list[str]],
) -> None:
    assert shown.options.language.value() == "en"
    shown.options.language._choose("de")
    read_back(shown, qtbot)
    sections = shown.options.sections
    qtbot.waitUntil(lambda: "Berufserfahrung" in [sections.item(row).text() for row in range(sections.count())])
    assert await_(desk.run(resumes.resume, ines_id)).data.language == "en"  # looked at only
    button(shown, "Export").click()
    qtbot.waitUntil(lambda: saved_to[1] == ["Ines-Caldeira-Lebenslauf.pdf"])
    qtbot.waitUntil(lambda: await_(desk.run(resumes.resume, ines_id)).data.language == "de")
    await_(desk.undo.undo())
    assert await_(desk.run(resumes.resume, ines_id)).data.language == "en"


def test_only_what_matters_for_the_format_is_offered(shown: ExportDialog, qtbot: QtBot) -> None:
    assert shown.options.gallery.isVisible()
    choose_format(shown, "md")
    assert not shown.options.gallery.isVisible()
    assert shown.options.sections.isVisible()
    choose_format(shown, "json")
    assert not shown.options.sections.isVisible()
    read_back(shown, qtbot)
    assert '"$schema"' in shown.preview.source.toPlainText()


def test_a_long_resume_on_one_page_is_told_that_it_does_not_fit(desk: Desk, child: ChildProcess, qtbot: QtBot) -> None:
    made = ExportDialog(desk, ExportService(child), long(), style=ResumeStyle(one_page=True, template="modern"))
    qtbot.addWidget(made)
    made.show()
    read_back(made, qtbot)
    said = " ".join(words(made))
    assert "fit" in said.replace("Fit on one page", "")
    made.options.one_page.setChecked(False)
    read_back(made, qtbot)
    assert "fit" not in " ".join(words(made)).replace("Fit on one page", "")
    made.close()


def test_the_photo_is_only_offered_where_there_is_one_and_a_place_for_it(
    desk: Desk, child: ChildProcess, qtbot: QtBot
) -> None:
    data = everything()
    data.basics.image = "data:image/png;base64,iVBORw0KGgo="
    made = ExportDialog(desk, ExportService(child), data, style=ResumeStyle(template="classic", accent="#0B6E6E"))
    qtbot.addWidget(made)
    made.show()
    assert not made.options.photo.isVisible()
    made.options.gallery._choose("sidebar")
    assert made.options.photo.isVisible()
    choose_format(made, "docx")
    assert not made.options.photo.isVisible()
    made.close()


def test_text_is_shown_as_it_will_be_saved(shown: ExportDialog, qtbot: QtBot) -> None:
    choose_format(shown, "txt")
    read_back(shown, qtbot)
    assert shown._made is not None
    assert shown.preview.source.toPlainText() == shown._made.document.decode()
