"""Shows the pages of a document as pictures, with the places marked that something was read from.

It asks for each picture when the page comes into view (``page_wanted``) and again when the zoom changes; whoever owns
it renders off the Qt thread and answers with ``set_page``.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from careercoach_desktop.foundation.uikit.painting import drop_shadow, focus_ring, surface
from careercoach_desktop.foundation.uikit.theme import current_theme
from careercoach_desktop.foundation.uikit.tokens import LIGHT

_AROUND = 28
_BETWEEN = 24
_POINTS = 595.0
"""How many points wide a page is taken to be; what frames a line keeps off the next by about one."""
_INKS = {"accent": "accent", "good": "green", "warn": "amber", "bad": "red", "neutral": "second"}
_LEAST_ZOOM, _MOST_ZOOM = 0.4, 4.0
_KEPT_VIEWS = 4  # how many screens of pictures are kept above and below


@dataclass(frozen=True, slots=True)
class Highlight:
    """A rectangle on a page: ``page`` counts from 0, the rest are fractions (0..1) of the page's width and height."""

    page: int
    x: float
    y: float
    width: float
    height: float
    tone: str = "accent"


class ImagePages(QAbstractScrollArea):
    """Pages under each other, as wide as the view times the zoom. ``page_clicked`` brings the page and the place as
    fractions. Ctrl and the wheel, or Ctrl with plus, minus and 0, zoom."""

    page_wanted = Signal(int, int)
    page_clicked = Signal(int, float, float)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(name)
        self.setProperty("kit", "pages")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._sizes: list[tuple[float, float]] = []
        self._areas: list[QRectF] = []
        self._pictures: dict[int, QImage] = {}
        self._asked: dict[int, int] = {}
        self._highlights: list[Highlight] = []
        self._zoom = 1.0
        self._rest = QTimer(self)  # a window being resized asks once, at the end
        self._rest.setSingleShot(True)
        self._rest.setInterval(60)
        self._rest.timeout.connect(self._ask)
        self.verticalScrollBar().valueChanged.connect(self._when_scrolled)

    def set_pages(self, sizes: Sequence[tuple[float, float]]) -> None:
        """The pages' widths and heights, in any unit; forgets the pictures and marks of the document before."""
        self._sizes = [(max(width, 1.0), max(height, 1.0)) for width, height in sizes]
        self._pictures.clear()
        self._asked.clear()
        self._highlights.clear()
        self._lay_out()
        self.verticalScrollBar().setValue(0)
        self._rest.start()

    def set_page(self, page: int, picture: bytes | QImage) -> None:
        """The picture of a page, as a QImage or an encoded file (PNG, JPEG)."""
        image = picture if isinstance(picture, QImage) else QImage.fromData(picture)
        if 0 <= page < len(self._sizes) and not image.isNull():
            self._pictures[page] = image
            self.viewport().update()

    def swap(self, sizes: Sequence[tuple[float, float]], pictures: Sequence[QImage], width_px: int) -> None:
        """Show a changed document in place of the one before: no flicker, and the view stays where it is. The pictures
        were asked for in ``width_px``."""
        self._sizes = [(max(width, 1.0), max(height, 1.0)) for width, height in sizes]
        self._pictures = dict(enumerate(pictures))
        self._asked = dict.fromkeys(self._pictures, width_px)
        self._lay_out()
        self._rest.start()

    @property
    def picture_width(self) -> int:
        """How wide a page is shown, in screen pixels."""
        return round(self._page_width() * self.devicePixelRatioF())

    def set_highlights(self, highlights: Sequence[Highlight]) -> None:
        """Mark these places, and no others."""
        self._highlights = list(highlights)
        self.viewport().update()

    def show_highlight(self, highlight: Highlight) -> None:
        """Mark only this place and bring it into view."""
        self.set_highlights([highlight])
        if 0 <= highlight.page < len(self._sizes):
            area = self._area(highlight.page)
            top = area.top() + highlight.y * area.height()
            bottom = top + highlight.height * area.height()
            bar = self.verticalScrollBar()
            view = self.viewport().height()
            if top < bar.value() + 24 or bottom > bar.value() + view - 24:
                bar.setValue(round((top + bottom) / 2 - view / 2))

    def zoom_by(self, factor: float) -> None:
        """Make pages larger or smaller, within 40 % to 400 % of the view's width."""
        self._set_zoom(self._zoom * factor)

    def fit_width(self) -> None:
        """Make pages as wide as the view."""
        self._set_zoom(1.0)

    def sizeHint(self) -> QSize:
        return QSize(540, 700)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()
        self._rest.start()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), current_theme().color("sunken"))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        shift = QPointF(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        top = self.verticalScrollBar().value()
        for page in self._pages_between(top - _AROUND, top + self.viewport().height() + _AROUND):
            self._paint_page(painter, page, self._area(page).translated(shift))
        if self.hasFocus():
            focus_ring(painter, QRectF(self.viewport().rect()), 0)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position() + QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        for page in self._pages_between(place.y(), place.y()):
            area = self._area(page)
            if area.contains(place):
                across = (place.x() - area.left()) / area.width()
                self.page_clicked.emit(page, across, (place.y() - area.top()) / area.height())
                return
        super().mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1.0015 ** event.angleDelta().y())
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_by(1.2)
        elif control and event.key() == Qt.Key.Key_Minus:
            self.zoom_by(1 / 1.2)
        elif control and event.key() == Qt.Key.Key_0:
            self.fit_width()
        else:
            super().keyPressEvent(event)

    def _paint_page(self, painter: QPainter, page: int, area: QRectF) -> None:
        drop_shadow(painter, area, 26, 8)
        painter.fillRect(area, QColor("white"))
        picture = self._pictures.get(page)
        if picture is not None:
            painter.drawImage(area, picture)
        else:
            self._paint_waiting(painter, area)
        for mark in self._highlights:
            if mark.page == page:
                self._paint_mark(painter, mark, area)

    def _paint_waiting(self, painter: QPainter, area: QRectF) -> None:
        """Grey lines where the text will be; paper is white in both themes."""
        margin, line = area.width() * 0.1, max(area.width() * 0.014, 4)
        top = area.top() + margin
        for at in range(12):
            width = (area.width() - 2 * margin) * (0.4 if at % 4 == 0 else 0.95 - 0.1 * (at % 3))
            surface(painter, QRectF(area.left() + margin, top, width, line), line / 2, QColor(LIGHT.sunken))
            top += line * (3.4 if at % 4 == 3 else 2.2)

    def _paint_mark(self, painter: QPainter, mark: Highlight, area: QRectF) -> None:
        place = QRectF(
            area.left() + mark.x * area.width(),
            area.top() + mark.y * area.height(),
            mark.width * area.width(),
            mark.height * area.height(),
        )
        point = area.width() / _POINTS
        beside, above = 2 * point + 1, point
        place.adjust(-beside, -above, beside, above)
        ink = QColor(getattr(LIGHT, _INKS[mark.tone]))
        ground, halo = QColor(ink), QColor("white")
        ground.setAlpha(34)
        halo.setAlpha(200)
        surface(painter, place.adjusted(-1, -1, 1, 1), 3, QColor(0, 0, 0, 0), halo, 1.0)  # seen on a coloured band, too
        surface(painter, place, 3, ground, ink, 1.2)

    def _area(self, page: int) -> QRectF:
        """Where the page stands in the scrolled content."""
        return self._areas[page]

    def _place_pages(self) -> list[QRectF]:
        width = self._page_width()
        left = max(float(_AROUND), (self.viewport().width() - width) / 2)
        top, areas = float(_AROUND), []
        for wide, high in self._sizes:
            height = width * high / wide
            areas.append(QRectF(round(left), round(top), round(width), round(height)))
            top += height + _BETWEEN
        return areas

    def _pages_between(self, top: float, bottom: float) -> range:
        """The pages of which something stands between two heights of the scrolled content."""
        first = bisect_left(self._areas, top, key=QRectF.bottom)
        last = bisect_right(self._areas, bottom, key=QRectF.top)
        return range(first, max(first, last))

    def _page_width(self) -> float:
        return max(120.0, (self.viewport().width() - 2 * _AROUND) * self._zoom)

    def _lay_out(self) -> None:
        self._areas = self._place_pages()
        if not self._sizes:
            self.verticalScrollBar().setRange(0, 0)
            self.viewport().update()
            return
        last = self._area(len(self._sizes) - 1)
        view = self.viewport().size()
        self.verticalScrollBar().setRange(0, max(0, round(last.bottom()) + _AROUND - view.height()))
        self.verticalScrollBar().setPageStep(view.height())
        self.verticalScrollBar().setSingleStep(40)
        self.horizontalScrollBar().setRange(0, max(0, round(last.right()) + _AROUND - view.width()))
        self.horizontalScrollBar().setPageStep(view.width())
        self.viewport().update()

    def _when_scrolled(self) -> None:
        self._rest.start()

    def _set_zoom(self, zoom: float) -> None:
        self._zoom = min(_MOST_ZOOM, max(_LEAST_ZOOM, zoom))
        self._lay_out()
        self._rest.start()

    def _ask(self) -> None:
        """Want the pictures in view, at the size they are shown (in screen pixels), each size once; let go of those far
        away, because a long document would fill the memory."""
        width = self.picture_width
        top = self.verticalScrollBar().value()
        view = self.viewport().height()
        for page in self._pages_between(top - 200, top + view + 200):
            if self._asked.get(page) != width:
                self._asked[page] = width
                self.page_wanted.emit(page, width)
        near = self._pages_between(top - _KEPT_VIEWS * view, top + (_KEPT_VIEWS + 1) * view)
        for page in [page for page in self._asked if page not in near]:
            del self._asked[page]
            self._pictures.pop(page, None)
