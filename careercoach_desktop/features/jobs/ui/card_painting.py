"""One card of the board, painted once per content and state and then copied from a cache.

Painting text is what makes boards slow: eighty cards take 29 ms painted, 8 ms copied. A picture is keyed by everything
it shows, so it never needs to be invalidated, only to fall out of the cache.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPixmap, QPixmapCache, QTextLayout

from careercoach_desktop.features.jobs.model import CaptureState, JobCard, JobStatus
from careercoach_desktop.features.jobs.ui.highlights import mark_behind
from careercoach_desktop.features.jobs.ui.meeting_words import interview_words, next_interview
from careercoach_desktop.features.jobs.ui.words import (
    DUE_SOON_DAYS,
    age_words,
    deadline_words,
    due_word,
    place_words,
    tr,
    wants_follow_up,
)
from careercoach_desktop.foundation.uikit.icons import icon_pixmap
from careercoach_desktop.foundation.uikit.painting import raised, surface
from careercoach_desktop.foundation.uikit.theme import current_theme
from careercoach_desktop.foundation.uikit.tokens import Radius, Size, Space, Weight

CARD_HEIGHT = 106
CACHE_KIB = 40_960
"""Room for the visible cards of a large screen at double density."""

PADDING = 11
LINES = (20.0, 39.0, 58.0)
"""Middle of the title, company and place lines."""
FOOT = 84.0
"""Middle of the row of pill, tags and age."""
PILL_HEIGHT = 20.0
DRAG_ALPHA = 218
DRAG_BESIDE = (24, 12)
"""How far right of and below its place a dragged card hangs."""


@dataclass(frozen=True, slots=True)
class CardLook:
    """What besides the job changes a card's picture. ``progress`` 0..1 while it is read. ``words`` are marked."""

    selected: bool = False
    hovered: bool = False
    dragged: bool = False
    progress: float | None = None
    words: tuple[str, ...] = ()


def card_picture(card: JobCard, look: CardLook, width: int, ratio: float, today: date) -> QPixmap:
    """The card as a picture of ``width`` × ``CARD_HEIGHT`` device-independent pixels (plus one for the shadow)."""
    theme = current_theme()
    meeting = next_interview(card)  # a card knows when it is; time takes it away, and a zone moves it
    key = f"job/{hash(card)}/{hash(look)}/{width}/{ratio}/{today.toordinal()}/{theme.is_dark}/{meeting}"
    found = QPixmap()
    if QPixmapCache.find(key, found):
        return found
    made = QPixmap(round(width * ratio), round((CARD_HEIGHT + 1) * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    _CardPainter(painter, card, look, width, today).paint()
    painter.end()
    QPixmapCache.insert(key, made)
    return made


class _CardPainter:
    """The strokes of one card, top to bottom."""

    def __init__(self, painter: QPainter, card: JobCard, look: CardLook, width: int, today: date) -> None:
        self._painter = painter
        self._card = card
        self._look = look
        self._width = float(width)
        self._today = today
        self._theme = current_theme()
        self._ratio = painter.device().devicePixelRatioF()

    def paint(self) -> None:
        self._ground()
        card = self._card
        right = self._width - PADDING
        title = "text" if card.capture != CaptureState.READING else "second"
        self._text(card.title, PADDING, right, LINES[0], Size.BODY, Weight.BOLD, title)
        if card.capture == CaptureState.READING:
            self._reading()
            return
        if card.capture == CaptureState.FAILED:
            self._problem(first_sentence(card.problem))
        else:
            self._text(card.company, PADDING, right, LINES[1], Size.SMALL, Weight.NORMAL, "second")
            place = place_words(card.location, card.work_mode)
            if place:
                self._icon("map-pin", "third", PADDING - 1, LINES[2])
                self._text(place, PADDING + 18, right, LINES[2], Size.SMALL, Weight.NORMAL, "second")
        self._foot()

    def _ground(self) -> None:
        theme, look = self._theme, self._look
        area = QRectF(0, 0, self._width, CARD_HEIGHT + 1)
        face = area.adjusted(0, 0, 0, -1)
        if look.selected:
            surface(self._painter, face, Radius.CARD, theme.color("surface"))
            surface(self._painter, face, Radius.CARD, see_through("soft", 115), theme.color("accent"), 2.0)
            return
        if look.dragged:
            surface(self._painter, face, Radius.CARD, theme.color("surface"), theme.color("accent"))
            return
        line = see_through("line_strong", 130) if look.hovered else theme.color("line")
        raised(self._painter, area, Radius.CARD, theme.color("surface"), line)

    def _reading(self) -> None:
        self._text(tr("Reading…"), PADDING, self._width - PADDING, LINES[1], Size.SMALL, Weight.NORMAL, "third")
        track = QRectF(PADDING, FOOT - 1.5, self._width - 2 * PADDING, 3)
        surface(self._painter, track, 1.5, self._theme.color("line"))
        done = QRectF(track)
        done.setWidth(track.width() * max(self._look.progress or 0.0, 0.08))
        surface(self._painter, done, 1.5, self._theme.color("accent"))

    def _foot(self) -> None:
        left = float(PADDING)
        if self._card.score is not None:
            left = self._pill(str(self._card.score), left) + Space.S - 2
        right = self._right_end()
        if self._card.capture == CaptureState.FAILED and not self._card.tags:
            self._text(tr("Try again or paste it"), left, right - Space.S, FOOT, Size.SMALL, Weight.MEDIUM, "on_soft")
            return
        marks = (tr("priority"), *self._card.tags) if self._card.priority else self._card.tags
        for tag in dict.fromkeys(marks):
            end = self._tag(tag, left, right - Space.S)
            if end is None:
                break
            left = end + Space.XS

    def _right_end(self) -> float:
        """Paint what is due (an interview, a near deadline, asking after an application), else the age; the x where it
        begins."""
        card, right = self._card, self._width - PADDING
        urgent = due_words(card, self._today)
        text = urgent or age_words(card.entered_column, self._today)
        tone = "amber" if urgent else "second"
        width = self._metrics(Size.SMALL).horizontalAdvance(text)
        self._text(text, right - width - 1, right + 1, FOOT, Size.SMALL, Weight.NORMAL, tone)
        if not urgent:
            return right - width
        self._icon("calendar-check", "amber", right - width - 18, FOOT)
        return right - width - 18

    def _pill(self, text: str, left: float) -> float:
        font = self._theme.font(Size.SMALL, Weight.BOLD)
        area = QRectF(left, FOOT - PILL_HEIGHT / 2, max(QFontMetricsF(font).horizontalAdvance(text) + 14, 28), 20)
        surface(self._painter, area, PILL_HEIGHT / 2, self._theme.color("soft"))
        self._painter.setFont(font)
        self._painter.setPen(self._theme.color("on_soft"))
        self._painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)
        return area.right()

    def _tag(self, text: str, left: float, limit: float) -> float | None:
        """Paint a tag if it fits before ``limit`` (shortened if need be); the x where it ends."""
        metrics = self._metrics(Size.TINY)
        room = limit - left - 12
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        if len(shown) < min(len(text), 4) or room < 12:
            return None
        area = QRectF(left, FOOT - 10, metrics.horizontalAdvance(shown) + 12, 20)
        surface(self._painter, area, Radius.TAG, self._theme.color("sunken"))
        self._painter.setFont(self._theme.font(Size.TINY))
        self._painter.setPen(self._theme.color("second"))
        self._painter.drawText(area, Qt.AlignmentFlag.AlignCenter, shown)
        return area.right()

    def _problem(self, text: str) -> None:
        """Two lines at most, in amber, with an icon: what stands between this card and its posting."""
        self._icon("warning", "amber", PADDING - 1, LINES[1])
        font = self._theme.font(Size.SMALL)
        layout = QTextLayout(text, font)
        room = self._width - 2 * PADDING - 18
        layout.beginLayout()
        first = layout.createLine()
        first.setLineWidth(room)
        cut = first.textStart() + first.textLength()
        layout.endLayout()
        for part, middle in ((text[:cut], LINES[1]), (text[cut:], LINES[2])):
            left = PADDING + 18.0
            self._text(part.strip(), left, left + room, middle, Size.SMALL, Weight.NORMAL, "amber")

    def _icon(self, name: str, tone: str, left: float, middle: float) -> None:
        picture = icon_pixmap(name, tone, 14, self._ratio)
        self._painter.drawPixmap(QPointF(round(left), round(middle - 7)), picture)

    def _text(self, text: str, left: float, right: float, middle: float, size: int, weight: int, tone: str) -> None:
        font = self._theme.font(size, weight)
        metrics = QFontMetricsF(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, right - left)
        if self._look.words:
            mark_behind(self._painter, shown, self._look.words, metrics, left, middle)
        self._painter.setFont(font)
        self._painter.setPen(self._theme.color(tone))
        area = QRectF(left, middle - 10, right - left, 20)
        self._painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def _metrics(self, size: int) -> QFontMetricsF:
        return QFontMetricsF(self._theme.font(size))


def see_through(name: str, alpha: int) -> QColor:
    """A colour of the theme with another opacity (0..255), in a colour of its own."""
    color = QColor(current_theme().color(name))
    color.setAlpha(alpha)
    return color


def near_deadline(card: JobCard, today: date) -> date | None:
    """The deadline of a job not applied for yet, when it is a week away or less (or over)."""
    if card.deadline is None or card.status != JobStatus.INTERESTED:
        return None
    return card.deadline if (card.deadline - today).days <= DUE_SOON_DAYS else None


def due_words(card: JobCard, today: date) -> str:
    """What the person should do about this card soon: ``Thu 10:00`` for an interview, ``Closes Fri``, ``Follow up``;
    empty when nothing is due."""
    if meeting := interview_words(card, today):
        return meeting
    deadline = near_deadline(card, today)
    if card.closed and card.status == JobStatus.INTERESTED and (deadline is None or deadline >= today):
        return tr("Closed")
    if deadline is not None:
        return deadline_words(deadline, today)
    return due_word(card.status) if wants_follow_up(card, today) else ""


def first_sentence(text: str) -> str:
    """``Acme shows this page only to people who are signed in.`` of a longer problem."""
    head, stop, _rest = text.partition(". ")
    return head + stop.strip()


def drag_picture(card: JobCard, count: int, width: int, ratio: float, today: date) -> tuple[QPixmap, QPointF]:
    """What hangs on the pointer: the card, slightly tilted and see-through, with a badge when there are several.

    Also where the card's own corner would have to lie inside the picture for the card to hang where it was taken. It
    hangs a little beside that, so that the line showing where it lands is seen.
    """
    room = 12
    card_pixels = card_picture(card, CardLook(dragged=True), width, ratio, today)
    made = QPixmap(round((width + 2 * room) * ratio), round((CARD_HEIGHT + 2 * room) * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    painter.translate(room + width / 2, room + CARD_HEIGHT / 2)
    painter.rotate(1.2)
    painter.translate(-width / 2, -CARD_HEIGHT / 2)
    theme = current_theme()
    shade = see_through("window", 70) if theme.is_dark else see_through("text", 14)
    for spread in (9, 6, 3):
        area = QRectF(-spread, 4 - spread / 2, width + 2 * spread, CARD_HEIGHT + spread)
        surface(painter, area, Radius.CARD + spread, shade)
    if count > 1:
        behind = QRectF(5, 6, width - 2, CARD_HEIGHT)
        surface(painter, behind, Radius.CARD, theme.color("surface"), theme.color("accent"))
    painter.drawPixmap(QPointF(0, 0), card_pixels)
    if count > 1:
        _count_badge(painter, count, width)
    painter.resetTransform()
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    painter.fillRect(QRectF(0, 0, made.width(), made.height()), QColor(0, 0, 0, DRAG_ALPHA))
    painter.end()
    return made, QPointF(room - DRAG_BESIDE[0], room - DRAG_BESIDE[1])


def _count_badge(painter: QPainter, count: int, width: int) -> None:
    theme = current_theme()
    font = theme.font(Size.SMALL, Weight.BOLD)
    across = max(22.0, QFontMetricsF(font).horizontalAdvance(str(count)) + 12)
    area = QRectF(width - across + 6, -6, across, 22)
    surface(painter, area, 11, theme.color("accent"))
    painter.setFont(font)
    painter.setPen(theme.color("on_accent"))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, str(count))
