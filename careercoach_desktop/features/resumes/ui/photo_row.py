"""The row “Photo” of the form: what it looks like, and choosing, replacing and removing it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QImage,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.resumes.editing import typed
from careercoach_desktop.features.resumes.model import ResumeData
from careercoach_desktop.features.resumes.ui.editor_rows import FormContext, LabelledRow
from careercoach_desktop.features.resumes.ui.form_field import PATH
from careercoach_desktop.foundation.uikit import (
    STRETCH,
    Button,
    Size,
    Space,
    Text,
    column,
    current_theme,
    dropped_files,
    paint_icon,
    row,
)

PHOTO = "basics.image"
_SUFFIXES = (".png", ".jpg", ".jpeg")
_WHEN_PRINTED = "Some looks print it: “Show the photo” in Export."
_LINK = "A link to a picture; it is not printed."
_OFFER = "PNG or JPEG; you can also drop one here."


class PhotoCircle(QWidget):
    """The photo as a small round picture, or an icon while there is none."""

    def __init__(self, side: int) -> None:
        super().__init__()
        self._picture = QPixmap()
        self._icon = "user"
        self._is_lit = False
        self.setFixedSize(side, side)

    def show_picture(self, picture: QImage, icon: str) -> None:
        """``icon`` for when the picture is empty."""
        self._icon = icon
        self._picture = QPixmap.fromImage(_middle(picture)) if not picture.isNull() else QPixmap()
        self.update()

    @property
    def has_picture(self) -> bool:
        return not self._picture.isNull()

    def light(self, *, over: bool) -> None:
        """Something that could be let go here is over it."""
        self._is_lit = over
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = current_theme(), QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        round_edge = QPainterPath()
        round_edge.addEllipse(area)
        painter.fillPath(round_edge, theme.color("sunken"))
        if self.has_picture:
            painter.setClipPath(round_edge)
            painter.drawPixmap(area, self._picture, QRectF(self._picture.rect()))
            painter.setClipping(False)
        else:
            paint_icon(painter, self._icon, "third", QRectF(self.rect()), 20)
        painter.setPen(QPen(theme.color("accent" if self._is_lit else "line"), 2 if self._is_lit else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(area)


class PhotoRow(LabelledRow):
    """Shows ``basics.image`` and writes it. It is out of sight until ``serve`` says who chooses and draws pictures, and
    while a résumé that is being checked has none."""

    SIDE = 48
    is_typing = False
    """Among the fields of a form: nothing here waits to be taken."""

    def __init__(self, context: FormContext) -> None:
        self._data: Callable[[], ResumeData] = context.data
        self._commit = context.commit
        self._checking = context.checking
        self._choose: Callable[[Path | None], object] | None = None
        self._draw: Callable[[str], object] | None = None
        self._shown: str | None = None
        self.circle = PhotoCircle(self.SIDE)
        self.choose_button = Button("Choose a photo…", compact=True)
        self.remove_button = Button("Remove", "ghost", compact=True, name="Remove the photo")
        self._caption = Text("", size=Size.SMALL, tone="third", wrap=True)
        buttons = row(self.choose_button, self.remove_button, STRETCH, spacing=Space.S)
        beside = row(self.circle, column(buttons, self._caption, spacing=Space.XS), spacing=Space.M)
        beside.setAlignment(self.circle, Qt.AlignmentFlag.AlignTop)
        super().__init__("Photo", column(beside))
        self.path = PHOTO
        self.setProperty(PATH, PHOTO)
        self.setAcceptDrops(True)
        self.choose_button.clicked.connect(lambda: self._wish(None))
        self.remove_button.clicked.connect(self._remove)
        self.hide()

    @property
    def widget(self) -> Button:
        """Where the keyboard goes."""
        return self.choose_button

    def serve(self, choose: Callable[[Path | None], object], draw: Callable[[str], object]) -> None:
        """``choose(path)`` is asked for a photo from a file, or from one that is yet to be chosen, and answers with
        ``take``; ``draw(image)`` for what to show, and answers with ``show_picture``."""
        self._choose, self._draw = choose, draw
        self.show_value()

    def take(self, image: str) -> None:
        """Keep a photo that was prepared."""
        had = bool(self._image)
        edits = typed(self._data(), PHOTO, image)
        if edits:
            self._commit(edits, "Another photo" if had else "New photo")

    def show_picture(self, image: str, picture: QImage) -> None:
        """What ``draw`` found; too late when there is another photo by now."""
        if image == self._shown:
            self.circle.show_picture(picture, "link-simple" if _is_link(image) else "image")

    def show_value(self) -> None:
        """Show what the résumé says now."""
        image = self._image
        if self._draw is None:
            return
        self.setVisible(bool(image) or not self._checking)
        if image == self._shown:
            return
        self._shown = image
        had_keyboard = self.remove_button.hasFocus()
        self.choose_button.setText("Replace…" if image else "Choose a photo…")
        self.choose_button.setAccessibleName("Replace the photo" if image else "Choose a photo")
        self.remove_button.setVisible(bool(image))
        self._caption.setText(_LINK if _is_link(image) else _WHEN_PRINTED if image else _OFFER)
        self.choose_button.setAccessibleDescription(self._caption.text())
        if had_keyboard and not image:
            self.choose_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.circle.show_picture(QImage(), "link-simple" if _is_link(image) else "user")
        if image and not _is_link(image):
            self._draw(image)

    def flush(self) -> bool:
        """As fields have it."""
        return True

    def let_go(self) -> None:
        """The form shows another résumé; the row goes."""
        self._choose = self._draw = None

    @property
    def _image(self) -> str:
        return self._data().basics.image

    def _wish(self, path: Path | None) -> None:
        if self._choose is not None:
            self._choose(path)

    def _remove(self) -> None:
        edits = typed(self._data(), PHOTO, "")
        if edits:
            self._commit(edits, "Removal of the photo")

    # --- dropping ----------------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData(), _SUFFIXES):
            event.acceptProposedAction()
            self.circle.light(over=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self.circle.light(over=False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.circle.light(over=False)
        files = dropped_files(event.mimeData(), _SUFFIXES)
        if files:
            event.acceptProposedAction()
            self._wish(files[0])


def _is_link(image: str) -> bool:
    return bool(image) and not image.lower().startswith("data:")


def _middle(picture: QImage) -> QImage:
    """The largest square; of an upright one from its top, where faces are."""
    side = min(picture.width(), picture.height())
    top = (picture.height() - side) // 4
    size = QSize(side, side)
    return picture.copy((picture.width() - side) // 2, top, size.width(), size.height())
