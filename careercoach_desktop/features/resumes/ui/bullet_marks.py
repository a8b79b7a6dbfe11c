"""Bullets and what higher features say of them: entries in a bullet's menu, and a badge at the bullet.

Who fills the slot ``resumes.bullet_actions`` gives a ``BulletActions``; this feature knows nothing of what it means.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint

from careercoach_desktop.features.resumes.editing import entry_with_id
from careercoach_desktop.features.resumes.model import Highlight
from careercoach_desktop.features.resumes.ui.bullet_field import BulletField
from careercoach_desktop.features.resumes.ui.form import ResumeForm
from careercoach_desktop.features.resumes.ui.form_field import path_of
from careercoach_desktop.foundation.uikit import IconButton, MenuEntry, open_menu

_SIZE = 22
_FROM_RIGHT = 50
"""Pixels from a bullet's right edge: the place right of it belongs to the mark of checking and the cross."""
_ROOM = 24


@dataclass(frozen=True)
class BulletBadge:
    """``words`` is the badge's tip and what a screen reader says."""

    icon: str
    words: str


class BulletActions(Protocol):
    """What a higher feature offers at the bullets of a résumé.

    ``changed`` is a Qt signal that brings the id of a résumé whose marks changed (or have just been read).
    """

    changed: Any

    def attend(self, resume_id: int) -> None:
        """This résumé is shown: read its marks (off the Qt thread) and tell ``changed``."""

    def entries_for(self, resume_id: int, bullet: Highlight) -> list[MenuEntry]:
        """Entries for the menu of a bullet."""

    def marks(self, resume_id: int) -> dict[str, BulletBadge]:
        """Badges by the bullet's id, as far as they are known by now; must be quick."""


class BulletMarks(QObject):
    """Brings actions to the bullets of a form. ``resume_id`` tells which résumé the form shows."""

    def __init__(self, form: ResumeForm, actions: Sequence[BulletActions], resume_id: Callable[[], int | None]) -> None:
        super().__init__(form)
        self._form = form
        self._actions = tuple(actions)
        self._resume_id = resume_id
        self._attended: int | None = None
        self._fields: dict[str, BulletField] = {}
        self._badges: dict[str, IconButton] = {}
        form.bullet_made.connect(self._attend)
        for each in self._actions:
            each.changed.connect(self._on_changed)

    def badge_of(self, bullet_id: str) -> IconButton | None:
        """The badge that is shown at a bullet."""
        return self._badges.get(bullet_id)

    def entries(self, bullet_id: str) -> list[MenuEntry]:
        """What the actions offer for a bullet."""
        resume_id, bullet = self._resume_id(), entry_with_id(self._form.data, bullet_id)
        if resume_id is None or not isinstance(bullet, Highlight) or not bullet.text.strip():
            return []
        return [entry for each in self._actions for entry in each.entries_for(resume_id, bullet)]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and isinstance(watched, BulletField):
            badge = self._badges.get(path_of(watched))
            if badge is not None:
                badge.move(watched.width() - _FROM_RIGHT, 5)
        return False

    def _attend(self, field: BulletField) -> None:
        bullet_id, resume_id = path_of(field), self._resume_id()
        self._fields[bullet_id] = field
        self._badges.pop(bullet_id, None)
        field.offer(partial(self._offer, bullet_id), last=True)
        field.installEventFilter(self)
        if resume_id is not None and resume_id != self._attended:
            self._attended = resume_id
            for each in self._actions:
                each.attend(resume_id)
        self._show_badge(bullet_id)

    def _offer(self, bullet_id: str, _at: QPoint) -> list[MenuEntry]:
        self._form.flush()  # the mark remembers what the bullet says, to the last letter
        return self.entries(bullet_id)

    def _on_changed(self, resume_id: int) -> None:
        if resume_id == self._resume_id():
            for bullet_id in list(self._fields):
                self._show_badge(bullet_id)

    def _show_badge(self, bullet_id: str) -> None:
        field, resume_id = self._fields[bullet_id], self._resume_id()
        if not shiboken6.isValid(field):  # the bullet is gone
            self._fields.pop(bullet_id)
            self._badges.pop(bullet_id, None)
            return
        found = [each.marks(resume_id).get(bullet_id) for each in self._actions] if resume_id is not None else []
        said = next((badge for badge in found if badge is not None), None)
        shown = self._badges.pop(bullet_id, None)
        if shown is not None:
            shown.hide()
            shown.deleteLater()
        field.leave_room(_ROOM if said is not None else 0)
        if said is not None:
            badge = IconButton(said.icon, said.words, size=_SIZE, color="accent")
            badge.setParent(field)
            badge.move(field.width() - _FROM_RIGHT, 5)
            badge.clicked.connect(lambda: open_menu(badge, self.entries(bullet_id)))
            badge.show()
            self._badges[bullet_id] = badge
