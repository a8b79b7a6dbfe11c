"""One entry of a section (a job, a school) as rows of fields and its bullets."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QEnterEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from careercoach_desktop.features.resumes.editing import (
    Edit,
    InsertItem,
    RemoveItem,
    entry_with_id,
    step,
    written,
)
from careercoach_desktop.features.resumes.emphasis import Marked, joined
from careercoach_desktop.features.resumes.model import Highlight
from careercoach_desktop.features.resumes.ui.bullet_field import BulletField, BulletFormField
from careercoach_desktop.features.resumes.ui.editor_rows import FormContext, Grip, LabelledRow, QuietButton, field_row
from careercoach_desktop.features.resumes.ui.form_field import is_step, path_of
from careercoach_desktop.features.resumes.ui.form_plan import FieldPlan, Kind, RowPlan, SectionPlan
from careercoach_desktop.foundation.uikit import MenuEntry, Space, column, holder, open_menu, row

_BULLET = FieldPlan("text", "Bullet", Kind.LONG)


class EntryEditor(QWidget):
    """``remove`` is called when the person takes the whole entry away. What an entry may have but does not (a place, a
    link, bullets) is offered in its menu instead of standing there empty."""

    def __init__(self, plan: SectionPlan, entry_id: str, context: FormContext, remove: Callable[[], None]) -> None:
        super().__init__()
        self.entry_id = entry_id
        self._plan = plan
        self._context = context
        self._remove = remove
        self._paths: list[str] = []
        self._shown: list[RowPlan] = []
        self._bullet_rows: QVBoxLayout = column(spacing=Space.S)
        self._boxes: dict[str, QWidget] = {}
        self._bullets_row: QWidget | None = None
        self.setProperty("kit", "plain")
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._rows = column(spacing=Space.S)
        self.menu_button = QuietButton("dots-six-vertical", f"More for {self._called}", self)
        self.menu_button.setToolTip("More; drag, or Alt with the arrow keys, to move it")
        self.menu_button.clicked.connect(self._open_menu)
        self._build_rows()
        if plan.bullets and self._bullets():
            self._show_bullets()
        self.setLayout(self._rows)
        self._order_tabs()

    def forget(self) -> None:
        """Take the entry's fields out of the form's index, before the widget goes."""
        for path in (*self._paths, *self._boxes):
            self._forget_path(path)

    def bullet_boxes(self) -> list[QWidget]:
        """What the bullets stand in, from the top."""
        return [self._boxes[bullet.id] for bullet in self._bullets() if bullet.id in self._boxes]

    def sync_bullets(self) -> None:
        """Show the bullets as they are now, after one was added, removed, moved or brought back."""
        wanted = [bullet.id for bullet in self._bullets()]
        if self._bullets_row is None:
            if wanted:
                self._show_bullets()
            return
        for bullet_id in [each for each in self._boxes if each not in wanted]:
            box = self._boxes.pop(bullet_id)
            self._forget_path(bullet_id)
            box.hide()
            self._bullet_rows.removeWidget(box)
            box.deleteLater()
        for position, bullet_id in enumerate(wanted):
            box = self._boxes.get(bullet_id) or self._bullet(bullet_id)
            if self._bullet_rows.indexOf(box) != position:
                self._bullet_rows.removeWidget(box)
                self._bullet_rows.insertWidget(position, box)
                box.show()
        self._bullets_row.setVisible(bool(wanted))
        self._order_tabs()

    def add_bullet(self) -> None:
        """Append an empty bullet and put the keyboard into it."""
        self._context.flush()
        bullet = Highlight(text="")
        self._context.commit([InsertItem(self._where, len(self._bullets()), bullet)], "added a bullet")
        self._context.go_to(bullet.id)

    def menu_entries(self) -> list[MenuEntry]:
        """What the menu of this entry offers."""
        entries = [MenuEntry("Add a bullet", self.add_bullet, icon="plus")] if self._plan.bullets else []
        for plan in self._plan.rows:
            if plan not in self._shown:
                label = f"Add {plan.label[0].lower()}{plan.label[1:]}"
                entries.append(MenuEntry(label, partial(self._add_row, plan), icon="plus"))
        for words, by, icon, keys in (
            ("Move up", -1, "caret-up", "Alt+Up"),
            ("Move down", 1, "caret-down", "Alt+Down"),
        ):
            if step(self._context.data(), self.entry_id, by):
                entries.append(MenuEntry(words, partial(self.step, by), icon=icon, shortcut=keys))
        entries.append(MenuEntry(f"Remove {self._called}", self._remove, icon="trash", danger=True))
        return entries

    def step(self, by: int) -> None:
        """Put the entry one place up (-1) or down (1); at the end of the list it stays."""
        self._context.flush()
        edits = step(self._context.data(), self.entry_id, by)
        if edits:
            self._context.commit(edits, f"moved {self._called}")
            focused = QApplication.focusWidget()
            self._context.reveal(focused if focused is not None and self.isAncestorOf(focused) else self.menu_button)

    def move_bullet(self, bullet_id: str, by: int) -> None:
        """The same with a bullet, which goes on into the entry above or below."""
        self._context.flush()
        edits = step(self._context.data(), bullet_id, by)
        if edits:
            self._context.commit(edits, "moved a bullet")
            self._context.go_to(bullet_id)

    def tab_order(self) -> list[QWidget]:
        """Its widgets in the order in which Tab goes through them: fields, bullets, then the quiet buttons."""
        fields = self._context.fields
        paths = [
            f"{self.entry_id}.{each.name}" for plan in self._plan.rows if plan in self._shown for each in plan.fields
        ]
        found: list[QWidget] = [fields[path].widget for path in paths if path in fields]
        found += [fields[bullet.id].widget for bullet in self._bullets() if bullet.id in self._boxes]
        return [*found, *(each for each in self.findChildren(QuietButton) if not isinstance(each, Grip))]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        path = path_of(QApplication.focusWidget())
        if not is_step(event):
            super().keyPressEvent(event)
        elif path in self._boxes:
            self.move_bullet(path, -1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            self.step(-1 if event.key() == Qt.Key.Key_Up else 1)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.repaint_quiet()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.repaint_quiet()

    @property
    def _where(self) -> str:
        return f"{self.entry_id}.highlights"

    @property
    def _called(self) -> str:
        entry = entry_with_id(self._context.data(), self.entry_id)
        name = str(getattr(entry, self._plan.rows[0].fields[0].name, "") or "")
        return f"“{name}”" if name else f"this {self._plan.one}"

    def _open_menu(self) -> None:
        open_menu(self.menu_button, self.menu_entries())

    def repaint_quiet(self) -> None:
        """Its quiet buttons show while the pointer or the keyboard is in it."""
        for button in self.findChildren(QuietButton):
            button.update()

    def _build_rows(self) -> None:
        entry = entry_with_id(self._context.data(), self.entry_id)
        for plan in self._plan.rows:
            if plan.always or _filled(entry, plan):
                self._insert_row(plan)

    def _insert_row(self, plan: RowPlan) -> None:
        order = [each for each in self._plan.rows if each in self._shown or each is plan]
        beside = self.menu_button if plan is self._plan.rows[0] else None
        made = field_row(plan, self.entry_id, self._context, self._called, beside)
        self._rows.insertWidget(order.index(plan), made)
        if self.isVisible():
            made.show()
        self._shown.append(plan)
        self._paths.extend(f"{self.entry_id}.{each.name}" for each in plan.fields)

    def _add_row(self, plan: RowPlan) -> None:
        self._insert_row(plan)
        self._order_tabs()
        self._context.go_to(f"{self.entry_id}.{plan.fields[0].name}")

    def _show_bullets(self) -> None:
        for bullet in self._bullets():
            self._bullet_rows.addWidget(self._bullet(bullet.id))
        more = QuietButton("plus", f"Add a bullet to {self._called}", self)
        more.clicked.connect(self.add_bullet)
        self._bullets_row = LabelledRow("Bullets", column(self._bullet_rows), more, inset=Grip.WIDTH)
        self._rows.addWidget(self._bullets_row)
        if self.isVisible():
            self._bullets_row.show()
            self._order_tabs()

    def _order_tabs(self) -> None:
        for one, other in pairwise(self.tab_order()):
            QWidget.setTabOrder(one, other)

    # --- bullets -----------------------------------------------------------------------------------------------

    def _bullet(self, bullet_id: str) -> QWidget:
        remove = partial(self._remove_bullet, bullet_id)
        context = self._context
        field = BulletFormField(
            bullet_id, _BULLET, context.data, context.commit, on_remove=remove, ticks=context.checking
        )
        field.widget.splits = not context.checking
        field.widget.split.connect(partial(self._split, bullet_id))
        field.widget.join_requested.connect(partial(self._join, bullet_id))
        context.attend(field.widget)
        context.fields[bullet_id] = field
        inside = row(spacing=0)
        box = holder(inside)
        grip = Grip(box)
        inside.addWidget(grip, 0, Qt.AlignmentFlag.AlignTop)
        inside.addWidget(field.widget, 1)
        box.setAttribute(Qt.WidgetAttribute.WA_Hover)
        context.reordering.offer(grip, bullet_id, box)
        self._boxes[bullet_id] = box
        return box

    def _remove_bullet(self, bullet_id: str) -> None:
        bullets = self._bullets()
        position = self._place_of(bullet_id)
        if position is None:
            return
        had_keyboard = self._context.fields[bullet_id].widget.hasFocus()
        bullet = bullets[position].model_copy(deep=True)
        self._context.commit([RemoveItem(self._where, position, bullet)], "removed a bullet")
        neighbours = self._bullets()
        if had_keyboard and neighbours:
            self._context.go_to(neighbours[max(0, position - 1)].id)

    def _split(self, bullet_id: str, pieces: list[Marked], pasted: bool) -> None:
        """The first piece stays, the others become bullets below it."""
        self._context.flush()
        position = self._place_of(bullet_id)
        if position is None:
            return
        (text, marks), *rest = pieces
        if not pasted and not text and rest[0][0]:  # at the start: the new one stands above, and is written next
            above = Highlight(text="")
            self._context.commit([InsertItem(self._where, position, above)], "added a bullet")
            self._context.go_to(above.id)
            return
        fresh = [Highlight(text=text, marks=marks) for text, marks in rest]
        edits: list[Edit] = written(self._context.data(), bullet_id, text, marks)
        edits += [InsertItem(self._where, position + at, bullet) for at, bullet in enumerate(fresh, start=1)]
        self._context.commit(edits, f"pasted {len(pieces)} bullets" if pasted else "added a bullet")
        self._focus_bullet(fresh[-1].id, len(fresh[-1].text) if pasted else 0)

    def _join(self, bullet_id: str) -> None:
        """Join a bullet to the one above it."""
        self._context.flush()
        position = self._place_of(bullet_id)
        if not position:
            return
        above, below = self._bullets()[position - 1], self._bullets()[position]
        length = len(above.text)
        text, marks = joined((above.text, above.marks), (below.text, below.marks))
        edits: list[Edit] = [
            *written(self._context.data(), above.id, text, marks),
            RemoveItem(self._where, position, below.model_copy(deep=True)),
        ]
        self._context.commit(edits, "joined two bullets")
        self._focus_bullet(above.id, length)

    def _focus_bullet(self, bullet_id: str, at: int) -> None:
        self._context.go_to(bullet_id)
        field = self._context.fields.get(bullet_id)
        if field is not None and isinstance(field.widget, BulletField):
            field.widget.put_cursor(at)

    def _bullets(self) -> list[Highlight]:
        entry = entry_with_id(self._context.data(), self.entry_id)
        found: list[Highlight] = getattr(entry, "highlights", [])
        return found

    def _forget_path(self, path: str) -> None:
        field = self._context.fields.get(path)
        if field is not None and self.isAncestorOf(field.widget):  # else it stands in another entry by now
            del self._context.fields[path]
            field.let_go()

    def _place_of(self, bullet_id: str) -> int | None:
        return next((at for at, bullet in enumerate(self._bullets()) if bullet.id == bullet_id), None)


def _filled(entry: object, plan: RowPlan) -> bool:
    return any(getattr(entry, each.name, "") for each in plan.fields)


def repaint_quiet_around(widget: QWidget) -> None:
    """The keyboard has come to this widget or left it."""
    around: QWidget | None = widget
    while around is not None and not isinstance(around, EntryEditor):
        around = around.parentWidget()
    if around is not None:
        around.repaint_quiet()


def entry_title(entry: object, plan: SectionPlan) -> str:
    """An entry in a few words, for its folded row and for what a screen reader says."""
    names = [str(getattr(entry, field.name, "") or "") for field in plan.rows[0].fields]
    return " — ".join(name for name in names if name) or f"Empty {plan.one}"
