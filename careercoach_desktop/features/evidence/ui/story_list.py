"""The stories under each other, and below them the bullets that are marked as evidence."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.evidence.model import MarkedBullet, Standing, Story
from careercoach_desktop.features.evidence.ui.words import bullet_line
from careercoach_desktop.foundation.uikit import (
    ClickCard,
    IconView,
    Scroll,
    Size,
    Space,
    Text,
    Weight,
    clear,
    column,
    row,
)

_WIDTH = 340


class StoryRow(ClickCard):
    """``walked`` when an arrow key asks for a neighbour; ``delete_wanted`` on Delete."""

    walked = Signal(int)
    delete_wanted = Signal()

    def __init__(self, story: Story) -> None:
        text = story.text
        told = sum(bool(part.strip()) for _name, part in text.parts)
        parts = [
            text.happened,
            f"{told} of 4 parts told" if told < len(text.parts) else "",
            _counted(story.bullets, "bullet"),
            _counted(len(story.questions), "question"),
        ]
        figures = " · ".join(part for part in parts if part)
        super().__init__(", ".join(part for part in (text.title, figures) if part))
        self.story_id = story.id
        self.add(Text(text.title, weight=Weight.BOLD, elide=True))
        if figures:
            self.add(Text(figures, size=Size.SMALL, tone="third", elide=True))
        if text.skills:
            self.add(Text(", ".join(text.skills), size=Size.SMALL, tone="second", elide=True))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in steps:
            self.walked.emit(steps[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_wanted.emit()
        else:
            super().keyPressEvent(event)


class BulletRow(ClickCard):
    """A marked bullet; a click leads to its résumé."""

    def __init__(self, bullet: MarkedBullet) -> None:
        super().__init__(f"{bullet.now}, {bullet_line(bullet)}")
        self.bullet = bullet
        gone = bullet.standing is Standing.GONE
        icon = IconView("warning" if gone else "medal", "amber" if gone else "accent", size=16)
        words = column(
            Text(bullet.now, wrap=True),
            Text(bullet_line(bullet), size=Size.SMALL, tone="amber" if gone else "third", wrap=True),
            spacing=2,
        )
        line = row(spacing=Space.S)
        line.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        self.add(line)


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing if number == 1 else f'{thing}s'}" if number else ""


class StoryList(QWidget):
    """``chosen`` brings a story's id; ``bullet_chosen`` and ``bullet_menu`` a marked bullet."""

    chosen = Signal(int)
    delete_wanted = Signal(int)
    bullet_chosen = Signal(object)
    bullet_menu = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[StoryRow] = []
        self._bullets: list[BulletRow] = []
        self._column = column(spacing=Space.S, margins=(Space.XL, Space.L, Space.L, Space.XL))
        self._scroll = Scroll(self._column, "Stories and marked bullets")
        self.setLayout(column(self._scroll, spacing=0))
        self.setFixedWidth(_WIDTH)

    def rows(self) -> list[StoryRow]:
        return list(self._rows)

    def bullets(self) -> list[BulletRow]:
        return list(self._bullets)

    def show_all(self, stories: Sequence[Story], bullets: Sequence[MarkedBullet], chosen: int | None) -> None:
        """Show these; the keyboard stays where it was."""
        here = next((each.story_id for each in self._rows if each.hasFocus()), None)
        clear(self._column)
        self._rows = [self._row(story) for story in stories]
        for shown in self._rows:
            self._column.addWidget(shown)
            shown.show()
            shown.set_selected(shown.story_id == chosen)
            if shown.story_id == here:
                shown.setFocus(Qt.FocusReason.OtherFocusReason)
        self._bullets = [self._bullet(bullet) for bullet in bullets]
        if bullets:
            self._column.addSpacing(Space.M if stories else 0)
            self._column.addWidget(Text("Marked bullets", size=Size.SMALL, weight=Weight.BOLD, tone="second"))
        for each in self._bullets:
            self._column.addWidget(each)
        self._column.addStretch(1)

    def select(self, story_id: int | None) -> None:
        for each in self._rows:
            each.set_selected(each.story_id == story_id)

    def _row(self, story: Story) -> StoryRow:
        shown = StoryRow(story)
        for pressed in (shown.clicked, shown.opened):
            pressed.connect(lambda: self.chosen.emit(story.id))
        shown.walked.connect(lambda step: self._walk(story.id, step))
        shown.delete_wanted.connect(lambda: self.delete_wanted.emit(story.id))
        return shown

    def _bullet(self, bullet: MarkedBullet) -> BulletRow:
        shown = BulletRow(bullet)
        for pressed in (shown.clicked, shown.opened):
            pressed.connect(lambda: self.bullet_chosen.emit(shown))
        shown.menu_requested.connect(lambda _at: self.bullet_menu.emit(shown))
        return shown

    def _walk(self, story_id: int, step: int) -> None:
        ids = [each.story_id for each in self._rows]
        to = ids.index(story_id) + step
        if 0 <= to < len(ids):
            self._rows[to].setFocus(Qt.FocusReason.TabFocusReason)
            self._scroll.ensureWidgetVisible(self._rows[to])
            self.chosen.emit(ids[to])
