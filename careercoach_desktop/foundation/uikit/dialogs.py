"""Dialogs that are shown and awaited, never ``exec``-ed: the window keeps living behind them."""

from __future__ import annotations

import asyncio
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from careercoach_desktop.foundation.traces import frames
from careercoach_desktop.foundation.uikit.buttons import Button
from careercoach_desktop.foundation.uikit.layouts import column, row
from careercoach_desktop.foundation.uikit.remembered import recall, remember
from careercoach_desktop.foundation.uikit.texts import Heading, Text
from careercoach_desktop.foundation.uikit.tokens import Space

_FOLDER = "dialogs.folder"


class Dialog(QDialog):
    """A small window over the main one: a title, a body, buttons at the lower right."""

    def __init__(self, title: str, parent: QWidget | None = None, *, width: int = 420) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setModal(True)
        self.setFixedWidth(width)
        self._answer = ""
        self.body: QVBoxLayout = column(spacing=Space.S)
        self._buttons: QHBoxLayout = row(spacing=Space.S)
        self._buttons.addStretch(1)
        heading = Heading(title, 2)
        self._whole = column(heading, self.body, Space.S, self._buttons, spacing=Space.M, margins=Space.XXL)
        self.setLayout(self._whole)

    def add_button(self, text: str, answer: str, kind: str = "secondary") -> Button:
        """A button that closes the dialog with ``answer``; a primary one is what Enter presses."""
        button = Button(text, kind)
        button.clicked.connect(lambda: self._close_with(answer))
        self._buttons.addWidget(button)
        if kind == "primary":
            button.setDefault(True)
        return button

    async def answer(self) -> str:
        """Show the dialog, wait for it without blocking, and return the pressed button's answer ("" when closed)."""
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()

        def finish(_result: int) -> None:
            if not done.done():
                done.set_result(None)

        self.finished.connect(finish)
        self.open()
        try:
            await done
            return self._answer
        finally:
            self.close()
            self.deleteLater()

    def showEvent(self, event: QShowEvent) -> None:
        self.fit()
        super().showEvent(event)

    def fit_soon(self) -> None:
        """What is in it has changed: be as tall as that, once it has its place."""
        QTimer.singleShot(0, self, self.fit)

    def fit(self) -> None:
        """Be as tall as what is in it."""
        # Wrapped text is only as tall as its width makes it; Qt would guess too tall.
        whole = self._whole
        wraps = whole.hasHeightForWidth()
        self.setFixedHeight(whole.totalHeightForWidth(self.width()) if wraps else whole.totalSizeHint().height())
        if self.isVisible():
            self._stay_on_screen()

    def _stay_on_screen(self) -> None:
        """Its buttons are at its foot: when it has grown past the screen's edge, it moves up."""
        frame, screen = self.frameGeometry(), self.screen().availableGeometry()
        over = frame.bottom() - screen.bottom()
        if over > 0:
            self.move(frame.x(), max(screen.top(), frame.y() - over))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._close_with("")
            return
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if held and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._press_default()
            return
        super().keyPressEvent(event)

    def _press_default(self) -> None:
        """From a field in which Enter begins a line, Ctrl+Enter is what Enter is elsewhere."""
        for button in self.findChildren(Button):
            if button.isDefault() and button.isEnabled():
                button.click()
                return

    def _close_with(self, answer: str) -> None:
        self._answer = answer
        self.done(int(bool(answer)))


async def ask(
    parent: QWidget | None, title: str, text: str, *, confirm: str, cancel: str = "Cancel", danger: bool = False
) -> bool:
    """A yes-or-no question; true when the person confirmed."""
    dialog = Dialog(title, parent)
    dialog.body.addWidget(Text(text, tone="second", wrap=True))
    stay = dialog.add_button(cancel, "")
    if danger:  # what cannot be undone must not be one press of Enter away
        stay.setDefault(True)
        stay.setFocus()
    dialog.add_button(confirm, "yes", "danger" if danger else "primary")
    return await dialog.answer() == "yes"


async def show_bug(parent: QWidget | None, error: BaseException) -> None:
    """Say kindly that something of ours went wrong, and offer details to copy that hold nothing personal."""
    dialog = Dialog("Something went wrong on our side", parent)
    dialog.body.addWidget(
        Text(
            "This step could not be finished. Your data is safe: nothing half-done was saved. "
            "You can go on working; if it happens again, the details help to fix it.",
            tone="second",
            wrap=True,
        )
    )
    dialog.body.addWidget(Text(type(error).__name__, size=12, tone="third", wrap=True, selectable=True))
    dialog.add_button("Copy details", "copy")
    dialog.add_button("Continue", "", "primary").setFocus()
    if await dialog.answer() == "copy":
        QGuiApplication.clipboard().setText(frames(error))


async def choose_files(parent: QWidget | None, title: str, filters: tuple[str, ...]) -> list[Path]:
    """Existing files to open; an empty list when the person changed their mind."""
    dialog = _chooser(parent, title, filters)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    return await _chosen(dialog)


async def choose_save(parent: QWidget | None, title: str, suggested: str, filters: tuple[str, ...]) -> Path | None:
    """A place to save to, or None; asks before replacing a file. ``suggested`` is a file name."""
    dialog = _chooser(parent, title, filters)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(Path(suggested).suffix.lstrip("."))
    dialog.selectFile(suggested)
    chosen = await _chosen(dialog)
    return chosen[0] if chosen else None


async def choose_folder(parent: QWidget | None, title: str) -> Path | None:
    """An existing folder, or None."""
    dialog = _chooser(parent, title, ())
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    chosen = await _chosen(dialog)
    return chosen[0] if chosen else None


def _chooser(parent: QWidget | None, title: str, filters: tuple[str, ...]) -> QFileDialog:
    dialog = QFileDialog(parent, title, recall(_FOLDER, str(Path.home())))
    if filters:
        dialog.setNameFilters(list(filters))
    return dialog


async def _chosen(dialog: QFileDialog) -> list[Path]:
    done: asyncio.Future[int] = asyncio.get_running_loop().create_future()

    def finish(result: int) -> None:
        if not done.done():
            done.set_result(result)

    dialog.finished.connect(finish)
    dialog.open()
    try:
        if await done != QDialog.DialogCode.Accepted.value:
            return []
        files = [Path(name) for name in dialog.selectedFiles()]
        if files:
            remember(_FOLDER, str(files[0].parent))
        return files
    finally:
        dialog.close()
        dialog.deleteLater()
