"""One entry of a section (a job, a school) as rows of fields and its bullets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QEnterEvent, QFocusEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from careercoach_desktop.features.resumes.editing import InsertItem, RemoveItem, entry_with_id
from careercoach_desktop.features.resumes.model import Highlight, ResumeData
from careercoach_desktop.features.resumes.ui.form_field import Commit, FormField
from careercoach_desktop.features.resumes.ui.form_plan import FieldPlan, Kind, RowPlan, SectionPlan
from careercoach_desktop.foundation.uikit import IconButton, MenuEntry, Space, Text, column, holder, open_menu, row

LABEL_WIDTH = 112
NARROW = 420
"""Pixels of a row below which two fields beside their label leave no room for what is in them."""
_ANY_WIDTH = (1 << 24) - 1
"""Qt's own "no maximum"."""
_BULLET = FieldPlan("text", "Bullet", Kind.LONG)


@dataclass(frozen=True)
class FormContext:
    """What every part of the form works with: the résumé as it is now, where edits go, who knows the fields."""

    data: Callable[[], ResumeData]
    commit: Commit
    fields: dict[str, FormField]


class QuietButton(IconButton):
    """A small button that shows only while the pointer or the keyboard is at its entry; it keeps its place."""

    def __init__(self, icon: str, name: str, whose: QWidget) -> None:
        super().__init__(icon, name, size=24, color="third")
        self._whose = whose

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._whose.underMouse() or self.hasFocus():
            super().paintEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()


class LabelledRow(QWidget):
    """A row of the form: the label in its own column, perhaps a button at that column's end, then the fields.

    Where the row is narrow the label stands above and every field has a line of its own.
    """

    def __init__(self, label: str, content: QHBoxLayout | QVBoxLayout, beside: QWidget | None = None) -> None:
        super().__init__()
        self.setProperty("kit", "plain")
        self._content = content
        self._stacks = isinstance(content, QHBoxLayout)
        self._words = Text(label, tone="second")
        head = row(self._words, spacing=0)
        head.addStretch(1)
        if beside is not None:
            head.addWidget(beside)
        self._left = holder(head)
        self._whole = row(spacing=Space.S)
        self._whole.addWidget(self._left, 0, Qt.AlignmentFlag.AlignTop)
        self._whole.addLayout(content, 1)
        self.setLayout(self._whole)
        self._narrow: bool | None = None
        self._arrange(narrow=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(narrow=event.size().width() < NARROW)

    def _arrange(self, *, narrow: bool) -> None:
        if narrow == self._narrow:
            return
        self._narrow = narrow
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._whole.setDirection(down if narrow else across)
        self._whole.setSpacing(2 if narrow else Space.S)
        self._words.setFixedHeight(20 if narrow else 32)
        self._left.setMinimumWidth(0 if narrow else LABEL_WIDTH)
        self._left.setMaximumWidth(_ANY_WIDTH if narrow else LABEL_WIDTH)
        if self._stacks:
            self._content.setDirection(down if narrow else across)


def labelled(label: str, content: QHBoxLayout | QVBoxLayout, beside: QWidget | None = None) -> QWidget:
    """``LabelledRow`` as an ordinary widget."""
    return LabelledRow(label, content, beside)


def field_row(plan: RowPlan, owner: str, context: FormContext, of: str = "", beside: QWidget | None = None) -> QWidget:
    """The fields of one row, tied to ``<owner>.<name>`` and made known to the form."""
    fields = row(spacing=10)
    for each in plan.fields:
        field = FormField(f"{owner}.{each.name}", each, context.data, context.commit, of=of)
        context.fields[field.path] = field
        fields.addWidget(field.widget, 1, Qt.AlignmentFlag.AlignTop)
    return labelled(plan.label, fields, beside)


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
        self._bullets_row: QWidget | None = None
        self.setProperty("kit", "plain")
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._rows = column(spacing=Space.S)
        self._menu_button = QuietButton("dots-three", f"More for {self._called}", self)
        self._menu_button.clicked.connect(self._open_menu)
        self._build_rows()
        if plan.bullets and self._bullets():
            self._show_bullets()
        self.setLayout(self._rows)
        self._order_tabs()

    def forget(self) -> None:
        """Take the entry's fields out of the form's index, before the widget goes."""
        for path in self._paths:
            self._context.fields.pop(path, None)

    def sync_bullets(self) -> None:
        """Show the bullets as they are now, after one was added, removed or brought back."""
        wanted = [bullet.id for bullet in self._bullets()]
        if self._bullets_row is None:
            if wanted:
                self._show_bullets()
            return
        for position in reversed(range(self._bullet_rows.count())):
            item = self._bullet_rows.itemAt(position)
            widget = item.widget() if item else None
            if widget is not None and widget.property("bullet") not in wanted:
                self._forget_path(str(widget.property("bullet")))
                widget.hide()
                self._bullet_rows.removeWidget(widget)
                widget.deleteLater()
        for position, bullet_id in enumerate(wanted):
            if bullet_id not in self._context.fields:
                box = self._bullet(bullet_id)
                self._bullet_rows.insertWidget(position, box)
                box.show()
        self._bullets_row.setVisible(bool(wanted))

    def add_bullet(self) -> None:
        """Append an empty bullet and put the keyboard into it."""
        bullet = Highlight(text="")
        self._context.commit([InsertItem(f"{self.entry_id}.highlights", len(self._bullets()), bullet)], "New bullet")
        self._focus(bullet.id)

    def menu_entries(self) -> list[MenuEntry]:
        """What the menu of this entry offers."""
        entries = [MenuEntry("Add a bullet", self.add_bullet, icon="plus")] if self._plan.bullets else []
        for plan in self._plan.rows:
            if plan not in self._shown:
                label = f"Add {plan.label[0].lower()}{plan.label[1:]}"
                entries.append(MenuEntry(label, partial(self._add_row, plan), icon="plus"))
        entries.append(MenuEntry(f"Remove {self._called}", self._remove, icon="trash", danger=True))
        return entries

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._repaint_quiet()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._repaint_quiet()

    @property
    def _called(self) -> str:
        entry = entry_with_id(self._context.data(), self.entry_id)
        name = str(getattr(entry, self._plan.rows[0].fields[0].name, "") or "")
        return f"“{name}”" if name else f"this {self._plan.one}"

    def _open_menu(self) -> None:
        open_menu(self._menu_button, self.menu_entries())

    def _repaint_quiet(self) -> None:
        for button in self.findChildren(QuietButton):
            button.update()

    def _build_rows(self) -> None:
        entry = entry_with_id(self._context.data(), self.entry_id)
        for plan in self._plan.rows:
            if plan.always or _filled(entry, plan):
                self._insert_row(plan)

    def _insert_row(self, plan: RowPlan) -> None:
        order = [each for each in self._plan.rows if each in self._shown or each is plan]
        beside = self._menu_button if plan is self._plan.rows[0] else None
        made = field_row(plan, self.entry_id, self._context, self._called, beside)
        self._rows.insertWidget(order.index(plan), made)
        if self.isVisible():
            made.show()
        self._shown.append(plan)
        self._paths.extend(f"{self.entry_id}.{each.name}" for each in plan.fields)

    def _add_row(self, plan: RowPlan) -> None:
        self._insert_row(plan)
        self._focus(f"{self.entry_id}.{plan.fields[0].name}")

    def _show_bullets(self) -> None:
        for bullet in self._bullets():
            self._bullet_rows.addWidget(self._bullet(bullet.id))
        more = QuietButton("plus", f"Add a bullet to {self._called}", self)
        more.clicked.connect(self.add_bullet)
        self._bullets_row = labelled("Bullets", column(self._bullet_rows), more)
        self._rows.addWidget(self._bullets_row)
        if self.isVisible():
            self._bullets_row.show()

    def _order_tabs(self) -> None:
        """The fields first, then the quiet buttons, whatever the order on the screen."""
        fields = [self._context.fields[path].widget for path in self._paths if path in self._context.fields]
        for one, other in pairwise([*fields, *self.findChildren(QuietButton)]):
            QWidget.setTabOrder(one, other)

    def _bullet(self, bullet_id: str) -> QWidget:
        remove = partial(self._remove_bullet, bullet_id)
        field = FormField(bullet_id, _BULLET, self._context.data, self._context.commit, on_remove=remove)
        self._context.fields[bullet_id] = field
        self._paths.append(bullet_id)
        box = holder(column(field.widget))
        box.setProperty("bullet", bullet_id)
        return box

    def _remove_bullet(self, bullet_id: str) -> None:
        bullets = self._bullets()
        position = next((at for at, bullet in enumerate(bullets) if bullet.id == bullet_id), None)
        if position is None:
            return
        had_keyboard = self._context.fields[bullet_id].widget.hasFocus()
        where, bullet = f"{self.entry_id}.highlights", bullets[position].model_copy()
        self._context.commit([RemoveItem(where, position, bullet)], "Removal of a bullet")
        neighbours = self._bullets()
        if had_keyboard and neighbours:
            self._focus(neighbours[max(0, position - 1)].id)

    def _focus(self, path: str) -> None:
        field = self._context.fields.get(path)
        if field is not None:
            field.widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _bullets(self) -> list[Highlight]:
        entry = entry_with_id(self._context.data(), self.entry_id)
        found: list[Highlight] = getattr(entry, "highlights", [])
        return found

    def _forget_path(self, path: str) -> None:
        self._context.fields.pop(path, None)
        if path in self._paths:
            self._paths.remove(path)


def _filled(entry: object, plan: RowPlan) -> bool:
    return any(getattr(entry, each.name, "") for each in plan.fields)


def entry_title(entry: object, plan: SectionPlan) -> str:
    """An entry in a few words, for its folded row and for what a screen reader says."""
    names = [str(getattr(entry, field.name, "") or "") for field in plan.rows[0].fields]
    return " — ".join(name for name in names if name) or f"Empty {plan.one}"
