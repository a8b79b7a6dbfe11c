"""The cards of the form: contact, summary, and one per section with its entries."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel
from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from careercoach_desktop.features.resumes.editing import (
    ENTRY_LISTS,
    InsertItem,
    RemoveItem,
    entries,
    entry_with_id,
    id_of,
    is_doubtful,
    shown_date,
    step,
    trace_of,
)
from careercoach_desktop.features.resumes.ui.editor_reorder import Gap, gaps_between
from careercoach_desktop.features.resumes.ui.editor_rows import LABEL_WIDTH, FormContext, field_row
from careercoach_desktop.features.resumes.ui.entry_editor import EntryEditor, entry_title
from careercoach_desktop.features.resumes.ui.form_field import FormField, LongField, is_step
from careercoach_desktop.features.resumes.ui.form_plan import CONTACT, FieldPlan, Kind, SectionPlan
from careercoach_desktop.features.resumes.ui.photo_row import PhotoRow
from careercoach_desktop.foundation.uikit import (
    Card,
    Chip,
    Line,
    Radius,
    Size,
    Space,
    column,
    current_theme,
    holder,
    paint_icon,
    surface,
)

UNFOLDED = 8
"""In a section with more entries than this, the rest start as one-line rows: hundreds of fields help nobody."""


class ContactCard(Card):
    """Name, headline, how to reach the person."""

    def __init__(self, context: FormContext) -> None:
        super().__init__("Contact")
        basics = context.data().basics
        for plan in CONTACT:
            if plan.always or not context.checking or any(getattr(basics, field.name) for field in plan.fields):
                self.add(field_row(plan, "basics", context))
        photo = PhotoRow(context)
        context.fields[photo.path] = photo
        self.add(photo)
        context.attend_photo(photo)


class SummaryCard(Card):
    """The paragraph at the top of a résumé."""

    def __init__(self, context: FormContext) -> None:
        super().__init__("Summary")
        plan = FieldPlan("summary", "Summary", Kind.LONG)
        field = FormField("basics.summary", plan, context.data, context.commit, ticks=context.checking)
        context.fields[field.path] = field
        if isinstance(field.widget, LongField):
            context.attend(field.widget)
        self.add(field.widget)


class FoldedEntry(QPushButton):
    """One line for an entry that is not unfolded: its names, its period, whether something in it is worth a look."""

    def __init__(self, plan: SectionPlan, entry_id: str, context: FormContext) -> None:
        super().__init__()
        self.entry_id = entry_id
        entry = entry_with_id(context.data(), entry_id)
        self.title = entry_title(entry, plan)
        start = shown_date(getattr(entry, "start", None))
        end = shown_date(getattr(entry, "end", None), current=bool(getattr(entry, "current", False)))
        self._period = " – ".join(part for part in (start, end) if part)
        paths = [f"{entry_id}.{field.name}" for row in plan.rows for field in row.fields]
        paths += [bullet.id for bullet in getattr(entry, "highlights", ())]
        self._doubtful = any(is_doubtful(trace_of(context.data(), path)) for path in paths)
        self.setAccessibleName(f"{self.title}, {self._period}".strip(", "))
        self.setAccessibleDescription("unfold" + (", worth a look" if self._doubtful else ""))
        self.setFixedHeight(32)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_step(event):
            event.ignore()  # for Qt, arrows on a button go to the next one
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(200, 32)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = current_theme(), QPainter(self)
        area = QRectF(self.rect())
        if self.underMouse() or self.hasFocus():
            line = theme.color("accent") if self.hasFocus() else None
            surface(painter, area, Radius.CONTROL, theme.color("hover"), line, 2.0 if line else 1.0)
        paint_icon(painter, "caret-right", "third", QRectF(6, 0, 16, area.height()), 12)
        ink, icon = ("amber", "warning") if self._doubtful else ("green", "check-circle")
        paint_icon(painter, icon, ink, QRectF(area.width() - 26, 0, 16, area.height()))
        painter.setFont(theme.font(Size.SMALL))
        painter.setPen(theme.color("third"))
        period = painter.fontMetrics().horizontalAdvance(self._period)
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(QRectF(area.width() - 36 - period, 0, period + 2, area.height()), middle, self._period)
        painter.setFont(theme.font())
        painter.setPen(theme.color("text"))
        room = area.width() - 36 - period - 40
        title = painter.fontMetrics().elidedText(self.title, Qt.TextElideMode.ElideRight, round(room))
        painter.drawText(QRectF(28, 0, room, area.height()), middle, title)


class SectionCard(Card):
    """The entries of one list. ``append`` builds them one by one, so that the form can spread the work."""

    def __init__(self, plan: SectionPlan, context: FormContext) -> None:
        super().__init__("…")
        self.plan = plan
        self._context = context
        self._boxes: dict[str, QWidget] = {}
        self._entries: QVBoxLayout = column(spacing=Space.M)
        self.body.addLayout(self._entries)
        more = Chip("Add", icon="plus")
        self._a_new = f"{'an' if plan.one[0] in 'aeiou' else 'a'} {plan.one}"
        more.setAccessibleName(f"Add {self._a_new}")
        more.clicked.connect(self.add_entry)
        self.add_beside(more)
        self._retitle()

    def append(self, entry_id: str, position: int) -> None:
        """Build one more entry at the end; the form spreads these calls over time. From ``UNFOLDED`` on, folded."""
        if entry_with_id(self._context.data(), entry_id) is None:
            return  # removed while the form was still being built
        inner = self._folded(entry_id) if position >= UNFOLDED else self._editor(entry_id)
        self._insert(self._entries.count(), inner)

    def sync(self) -> None:
        """Show the entries as they are now, after one was added, removed or brought back."""
        wanted = [id_of(entry) for entry in self._list()]
        for position in reversed(range(self._entries.count())):
            widget = self._widget_at(position)
            if widget is not None and _entry_of(widget) not in wanted:
                self._drop(widget)
        for position, entry_id in enumerate(wanted):
            box = self._boxes.get(entry_id)
            if box is None:
                self._insert(position, self._editor(entry_id))
            elif self._entries.indexOf(box) != position:
                self._entries.removeWidget(box)
                self._entries.insertWidget(position, box)
        self._draw_lines()
        self._retitle()

    def boxes(self) -> list[QWidget]:
        """What the entries stand in, from the top."""
        return [box for at in range(self._entries.count()) if (box := self._widget_at(at)) is not None]

    def bullet_gaps(self, content: QWidget) -> Iterator[Gap]:
        """Where a bullet may be dropped in here: between the bullets of the unfolded entries, or below an entry that
        has none yet."""
        if not self.plan.bullets:
            return
        for editor in self.editors():
            where, boxes = f"{editor.entry_id}.highlights", editor.bullet_boxes()
            if boxes:
                yield from gaps_between(where, boxes, content)
            else:
                corner = editor.mapTo(content, QPoint(0, 0))
                left = LABEL_WIDTH + Space.S
                yield Gap(where, 0, corner.y() + editor.height() + 3, corner.x() + left, editor.width() - left)

    def editors(self) -> list[EntryEditor]:
        """The entries that are unfolded, from the top."""
        inner = (box.property("inner") for box in self.boxes())
        return [each for each in inner if isinstance(each, EntryEditor)]

    def editor_of(self, entry_id: str) -> EntryEditor | None:
        """The entry unfolded; None when it is not in this card (yet)."""
        box = self._boxes.get(entry_id)
        if box is None:
            return None
        inner = box.property("inner")
        if isinstance(inner, FoldedEntry):
            return self._unfold(self._entries.indexOf(box), entry_id)
        return inner if isinstance(inner, EntryEditor) else None

    def add_entry(self) -> None:
        """Append an empty entry and put the keyboard into its first field."""
        self._context.flush()
        entry = ENTRY_LISTS[self.plan.where]()
        self._context.commit([InsertItem(self.plan.where, len(self._list()), entry)], f"added {self._a_new}")
        self._context.go_to(f"{id_of(entry)}.{self.plan.rows[0].fields[0].name}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt with the arrow keys moves a folded entry; one that is unfolded sees to that itself."""
        focused = QApplication.focusWidget()
        if not is_step(event) or not isinstance(focused, FoldedEntry):
            super().keyPressEvent(event)
            return
        edits = step(self._context.data(), focused.entry_id, -1 if event.key() == Qt.Key.Key_Up else 1)
        if edits:
            self._context.commit(edits, f"moved “{focused.title}”")
            self._context.reveal(focused)

    def remove_entry(self, entry_id: str) -> None:
        self._context.flush()
        found = self._list()
        for position, entry in enumerate(found):
            if id_of(entry) == entry_id:
                label = f"removed “{entry_title(entry, self.plan)}”"
                self._context.commit([RemoveItem(self.plan.where, position, entry.model_copy(deep=True))], label)
                return

    def _editor(self, entry_id: str) -> EntryEditor:
        return EntryEditor(self.plan, entry_id, self._context, lambda: self.remove_entry(entry_id))

    def _folded(self, entry_id: str) -> FoldedEntry:
        made = FoldedEntry(self.plan, entry_id, self._context)
        made.clicked.connect(lambda: self._open(entry_id))
        return made

    def _open(self, entry_id: str) -> None:
        editor = self.editor_of(entry_id)
        first = self._context.fields.get(f"{entry_id}.{self.plan.rows[0].fields[0].name}")
        if editor is not None and first is not None:
            first.widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _unfold(self, position: int, entry_id: str) -> EntryEditor:
        widget = self._widget_at(position)
        if widget is not None:
            self._drop(widget)
        editor = self._editor(entry_id)
        self._insert(position, editor)
        return editor

    def _insert(self, position: int, inner: EntryEditor | FoldedEntry) -> None:
        box = self._framed(inner, position)
        self._entries.insertWidget(position, box)
        box.show()  # now, not when Qt gets round to it: the keyboard may be sent to it at once

    def _framed(self, inner: EntryEditor | FoldedEntry, position: int) -> QWidget:
        """The entry with a hairline above it, except above the first."""
        line = Line()
        if not self._is_parted(inner, position):
            line.hide()
        box = holder(column(line, inner, spacing=Space.M))
        box.setProperty("line", line)
        box.setProperty("inner", inner)
        box.setProperty("entry", getattr(inner, "entry_id", ""))
        self._boxes[_entry_of(box)] = box
        by = inner.menu_button if isinstance(inner, EntryEditor) else inner
        self._context.reordering.offer(by, inner.entry_id, box)
        return box

    def _draw_lines(self) -> None:
        for position, box in enumerate(self.boxes()):
            box.property("line").setVisible(self._is_parted(box.property("inner"), position))

    def _is_parted(self, inner: QWidget, position: int) -> bool:
        has_many_rows = self.plan.bullets or len(self.plan.rows) > 1
        return position > 0 and has_many_rows and not isinstance(inner, FoldedEntry)

    def _drop(self, box: QWidget) -> None:
        inner = box.property("inner")
        if isinstance(inner, EntryEditor):
            inner.forget()
        self._boxes.pop(_entry_of(box), None)
        box.hide()
        self._entries.removeWidget(box)
        box.deleteLater()

    def _widget_at(self, position: int) -> QWidget | None:
        item = self._entries.itemAt(position)
        return item.widget() if item is not None else None

    def _list(self) -> list[BaseModel]:
        return entries(self._context.data(), self.plan.where)

    def _retitle(self) -> None:
        count = len(self._list())
        nouns = f" {self.plan.one if count == 1 else self.plan.many}" if self.plan.many == "entries" else ""
        named = f" · {count}{nouns}"
        self.set_title(self.plan.title + (named if count else ""))


def _entry_of(box: QWidget) -> str:
    return str(box.property("entry") or "")
