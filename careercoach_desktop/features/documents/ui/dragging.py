"""Documents dragged out of the app, or copied to the clipboard, as files for a file manager or an e-mail."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPoint, QRectF, Qt, QTimer, QUrl
from PySide6.QtGui import QDrag, QFontMetricsF, QGuiApplication, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from careercoach_desktop.features.documents.model import DocumentCard
from careercoach_desktop.foundation.uikit import Desk, Radius, Size, Weight, current_theme, paint_icon, surface

if TYPE_CHECKING:
    from careercoach_desktop.features.documents.service import HandingService

_LONGEST = 260


class DragOut:
    """Files are written while the person begins to pull: a drag needs them the moment it starts, and the Qt thread
    touches no disk. ``prepare`` is for the press, ``begin`` for the pull."""

    def __init__(self, desk: Desk, handing: HandingService, source: QWidget) -> None:
        self._desk = desk
        self._handing = handing
        self._source = source
        self._ready: dict[int, Path] = {}
        self._wanted: list[DocumentCard] = []

    def prepare(self, cards: Sequence[DocumentCard]) -> None:
        """They may be dragged next: have their files ready, as they look now."""
        for card in cards:
            self._ready.pop(card.version_id, None)
        self._desk.start(self._lay_out(cards), owner=self._source)

    def begin(self, cards: Sequence[DocumentCard]) -> None:
        """Drag them as soon as their files are there, unless the button was let go by then."""
        self._wanted = list(cards)
        self._desk.start(self._drag_when_ready(), owner=self._source)

    async def copy(self, cards: Sequence[DocumentCard]) -> None:
        """Put the files on the clipboard, to be pasted into a file manager or an e-mail."""
        for card in cards:
            self._ready.pop(card.version_id, None)
        await self._lay_out(cards)
        QGuiApplication.clipboard().setMimeData(self.data(cards))
        what = f"“{cards[0].title}”" if len(cards) == 1 else f"{len(cards)} files"
        self._desk.toast(f"{what} copied. Paste it into a folder or an e-mail.")

    def data(self, cards: Sequence[DocumentCard]) -> QMimeData:
        """What is dropped or pasted: the files, and their titles for where only words are taken."""
        data = QMimeData()
        paths = [self._ready[card.version_id] for card in cards if card.version_id in self._ready]
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        data.setText("\n".join(card.title for card in cards))
        return data

    async def _lay_out(self, cards: Sequence[DocumentCard]) -> None:
        missing = [card.version_id for card in cards if card.version_id not in self._ready]
        if missing:
            paths = await self._desk.work(self._handing.lay_out, missing)
            self._ready |= dict(zip(missing, paths, strict=True))

    async def _drag_when_ready(self) -> None:
        await self._lay_out(self._wanted)
        # A drag has an event loop of its own, which must not run inside a coroutine.
        QTimer.singleShot(0, self._source, self._drag)

    def _drag(self) -> None:
        cards, self._wanted = self._wanted, []
        if not cards or not QApplication.mouseButtons() & Qt.MouseButton.LeftButton:
            return
        drag = QDrag(self._source)
        drag.setMimeData(self.data(cards))
        drag.setPixmap(_label(cards, self._source.devicePixelRatioF()))
        drag.setHotSpot(QPoint(12, 16))
        drag.exec(Qt.DropAction.CopyAction)


def _label(cards: Sequence[DocumentCard], ratio: float) -> QPixmap:
    """What follows the pointer: the title, or how many."""
    theme = current_theme()
    font = theme.font(Size.BODY, Weight.MEDIUM)
    text = cards[0].title if len(cards) == 1 else f"{len(cards)} documents"
    metrics = QFontMetricsF(font)
    text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, _LONGEST)
    width = round(metrics.horizontalAdvance(text)) + 50
    picture = QPixmap(round(width * ratio), round(32 * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    area = picture.deviceIndependentSize()
    box = QRectF(0.5, 0.5, area.width() - 1, area.height() - 1)
    surface(painter, box, Radius.CONTROL, theme.color("surface"), theme.color("line_strong"))
    paint_icon(painter, "file", "second", QRectF(8, 0, 20, 32))
    painter.setFont(font)
    painter.setPen(theme.color("text"))
    painter.drawText(QRectF(34, 0, width - 42, 32), int(Qt.AlignmentFlag.AlignVCenter), text)
    painter.end()
    return picture
