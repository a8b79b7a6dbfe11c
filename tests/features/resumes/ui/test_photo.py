"""The row “Photo”: a person chooses, sees, replaces and removes it, and every step can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.resumes.model import ResumeStyle
from careercoach_desktop.features.resumes.service import PhotoService, ResumeService
from careercoach_desktop.features.resumes.ui import CheckPage, EditorPage, PhotoChoosing
from careercoach_desktop.features.resumes.ui.form_field import path_of
from careercoach_desktop.features.resumes.ui.photo_choosing import MOST_LETTERS, packed
from careercoach_desktop.features.resumes.ui.photo_row import PhotoRow
from careercoach_desktop.foundation.tasks.child import ChildProcess
from careercoach_desktop.foundation.uikit import Desk, Text
from tests.features.resumes import photos
from tests.features.resumes.people import ines
from tests.support.windows import Await

LINK = "https://example.com/me.png"


@pytest.fixture
def photo_file(tmp_path: Path) -> Path:
    path = tmp_path / "me.jpg"
    path.write_bytes(photos.as_jpeg(photos.portrait()))
    return path


@pytest.fixture
def said(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the person was told went wrong."""
    heard: list[str] = []
    monkeypatch.setattr(desk, "report", lambda error: heard.append(str(error)))
    return heard


@pytest.fixture
def written(editor_page: EditorPage, desk: Desk, child: ChildProcess, ines_id: int, qtbot: QtBot) -> EditorPage:
    """The editor with a résumé that has no photo yet."""
    PhotoChoosing(desk, PhotoService(child), editor_page.form, lambda: editor_page.resume_id)
    editor_page.open_record(ines_id)
    qtbot.waitUntil(lambda: path_of(QApplication.focusWidget()) == "basics.name")
    return editor_page


@pytest.fixture
def checked(
    check_page: CheckPage, desk: Desk, child: ChildProcess, resumes: ResumeService, ines_id: int, qtbot: QtBot
) -> Callable[[str], PhotoRow]:
    """``checked(image)`` shows what was read beside its file; the row of its form."""
    PhotoChoosing(desk, PhotoService(child), check_page._form, lambda: check_page.resume_id)

    def show(image: str) -> PhotoRow:
        data = ines()
        data.basics.image = image
        resumes.save_data(ines_id, data)
        check_page.open_record(ines_id)
        qtbot.waitUntil(lambda: bool(check_page._form.focused_path))
        return row_of(check_page)

    return show


def row_of(page: EditorPage | CheckPage) -> PhotoRow:
    (row,) = page.findChildren(PhotoRow)
    return row


def choose(qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch, row: PhotoRow, path: Path) -> None:
    """Press the button and point at a file in the system's dialog."""

    async def answer(_title: str, _filters: object = ()) -> list[Path]:
        return [path]

    monkeypatch.setattr(desk, "choose_files", answer)
    row.choose_button.setFocus()
    qtbot.keyClick(row.choose_button, Qt.Key.Key_Space)


def test_a_photo_is_chosen_seen_and_saved(
    written: EditorPage, desk: Desk, resumes: ResumeService, ines_id: int, photo_file: Path, qtbot: QtBot, monkeypatch
) -> None:
    row = row_of(written)
    assert row.isVisible()
    assert [text.text() for text in row.findChildren(Text)] == ["Photo", "PNG or JPEG; you can also drop one here."]
    assert row.choose_button.accessibleName() == "Choose a photo"
    assert not row.remove_button.isVisible()
    choose(qtbot, desk, monkeypatch, row, photo_file)
    qtbot.waitUntil(lambda: row.circle.has_picture)
    assert row.choose_button.accessibleName() == "Replace the photo"
    assert row.remove_button.isVisible()
    qtbot.waitUntil(lambda: resumes.resume(ines_id).data.basics.image == written.form.data.basics.image)
    image = resumes.resume(ines_id).data.basics.image
    assert image.startswith("data:image/")
    assert len(image) <= MOST_LETTERS


def test_every_step_is_taken_back_exactly(
    written: EditorPage, desk: Desk, photo_file: Path, qtbot: QtBot, await_: Await, monkeypatch
) -> None:
    row, form = row_of(written), written.form
    choose(qtbot, desk, monkeypatch, row, photo_file)
    qtbot.waitUntil(lambda: bool(form.data.basics.image))
    chosen = form.data.basics.image
    row.remove_button.setFocus()
    qtbot.keyClick(row.remove_button, Qt.Key.Key_Space)
    assert form.data.basics.image == ""
    assert QApplication.focusWidget() is row.choose_button, "the keyboard stays in the row"
    assert not row.circle.has_picture
    await_(desk.undo.undo())
    assert form.data.basics.image == chosen
    assert path_of(QApplication.focusWidget()) == "basics.image"
    qtbot.waitUntil(lambda: row.circle.has_picture)
    await_(desk.undo.undo())
    assert form.data.basics.image == ""
    await_(desk.undo.redo())
    assert form.data.basics.image == chosen


def test_it_is_printed_where_the_look_has_a_place_for_it(
    written: EditorPage, desk: Desk, resumes: ResumeService, ines_id: int, photo_file: Path, qtbot: QtBot, monkeypatch
) -> None:
    resumes.restyle(ines_id, ResumeStyle(template="sidebar", photo=True))
    qtbot.waitUntil(lambda: written.preview._style.photo)
    qtbot.waitUntil(lambda: written.preview.preview is not None and not written.preview._is_drawing)
    before = written.preview.preview.pages[0].png
    choose(qtbot, desk, monkeypatch, row_of(written), photo_file)
    qtbot.waitUntil(lambda: written.preview.preview.pages[0].png != before and not written.preview._is_drawing)
    page = QImage.fromData(written.preview.preview.pages[0].png)
    colours = {page.pixelColor(x, y).name() for x in range(0, page.width(), 7) for y in range(0, page.height(), 7)}
    assert any(_is_near(colour, photos.COAT.name()) for colour in colours)


def _is_near(one: str, other: str) -> bool:
    return all(abs(int(one[at : at + 2], 16) - int(other[at : at + 2], 16)) < 12 for at in (1, 3, 5))


def test_a_photo_is_dropped_on_the_row(written: EditorPage, photo_file: Path, qtbot: QtBot, tmp_path: Path) -> None:
    row = row_of(written)
    copy, any_button, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for file, takes in ((tmp_path / "letter.pdf", False), (photo_file, True)):
        carried = QMimeData()
        carried.setUrls([QUrl.fromLocalFile(str(file))])
        entering = QDragEnterEvent(row.rect().center(), copy, carried, any_button, none)
        entering.setAccepted(False)
        QApplication.sendEvent(row, entering)
        assert entering.isAccepted() is takes
        QApplication.sendEvent(row, QDropEvent(QPointF(row.rect().center()), copy, carried, any_button, none))
    qtbot.waitUntil(lambda: row.circle.has_picture)


def test_a_file_that_is_no_photo_changes_nothing_and_says_why(
    written: EditorPage, desk: Desk, said: list[str], tmp_path: Path, qtbot: QtBot, monkeypatch
) -> None:
    letter = tmp_path / "me.jpg"
    letter.write_text("Dear Sir or Madam")
    choose(qtbot, desk, monkeypatch, row_of(written), letter)
    qtbot.waitUntil(lambda: bool(said))
    assert "“me.jpg” is not a picture" in said[0]
    assert written.form.data.basics.image == ""


def test_a_link_is_kept_and_said_to_be_one(checked: Callable[[str], PhotoRow], check_page: CheckPage) -> None:
    row = checked(LINK)
    assert row.isVisible()
    assert row.choose_button.accessibleDescription() == "A link to a picture; it is not printed."
    assert not row.circle.has_picture
    assert check_page._form.data.basics.image == LINK


def test_checking_shows_the_row_only_when_there_is_a_photo(checked: Callable[[str], PhotoRow]) -> None:
    assert not checked("").isVisible()


def test_a_photo_somebody_else_kept_is_drawn_in_the_child(checked: Callable[[str], PhotoRow], qtbot: QtBot) -> None:
    row = checked(photos.address(photos.as_png(photos.portrait())))
    qtbot.waitUntil(lambda: row.circle.has_picture)


def test_what_no_packing_makes_small_gets_fewer_pixels() -> None:
    address = packed(photos.as_png(photos.noise()))
    assert len(address) <= MOST_LETTERS
    assert address.startswith("data:image/jpeg")


def test_a_drawing_in_two_colours_stays_as_it_is() -> None:
    drawing = photos.as_png(photos.portrait(16, 20))
    assert packed(drawing) == photos.address(drawing)
