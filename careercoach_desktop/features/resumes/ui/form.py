"""The résumé as a form: one card per section, built in small steps so that five hundred entries never freeze it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import pairwise

import shiboken6
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from careercoach_desktop.features.resumes.editing import (
    Edit,
    InsertItem,
    MoveItem,
    RemoveItem,
    apply,
    doubtful_paths,
    entries,
    entry_with_id,
    id_of,
    looked_at,
    place_of,
    put,
)
from careercoach_desktop.features.resumes.model import Highlight, ResumeData
from careercoach_desktop.features.resumes.ui.bullet_field import BulletField
from careercoach_desktop.features.resumes.ui.bullet_tools import BulletTools
from careercoach_desktop.features.resumes.ui.editor_gaps import gaps_for
from careercoach_desktop.features.resumes.ui.editor_reorder import Gap, Reordering
from careercoach_desktop.features.resumes.ui.editor_rows import FormContext
from careercoach_desktop.features.resumes.ui.entry_editor import EntryEditor, entry_title, repaint_quiet_around
from careercoach_desktop.features.resumes.ui.form_building import StepwiseBuilding
from careercoach_desktop.features.resumes.ui.form_field import Field, LongField, path_of
from careercoach_desktop.features.resumes.ui.form_plan import LINKS, SECTIONS, SectionPlan
from careercoach_desktop.features.resumes.ui.form_sight import KeptInSight
from careercoach_desktop.features.resumes.ui.section_cards import ContactCard, SectionCard, SummaryCard
from careercoach_desktop.features.resumes.ui.skills_card import SkillsCard
from careercoach_desktop.foundation.uikit import (
    STRETCH,
    Button,
    Card,
    MenuEntry,
    Scroll,
    Space,
    clear,
    column,
    open_menu,
    row,
)


class ResumeForm(QWidget):
    """``edited`` brings the edits a person made and a label for undo (they are applied to ``data`` already);
    ``focused`` the path of the value that has the keyboard; ``walked`` that Enter found nothing more to look at;
    ``replayed`` that undo or redo changed the data; ``bullet_made`` the field of every bullet that is built,
    ``photo_made`` the row of the photo.

    ``checking``: Enter walks through what is worth a look; otherwise it goes from field to field and begins bullets."""

    edited = Signal(object, str)
    focused = Signal(str)
    doubts_changed = Signal()
    walked = Signal()
    replayed = Signal()
    bullet_made = Signal(object)
    photo_made = Signal(object)

    def __init__(self, name: str = "What was read", *, checking: bool = True) -> None:
        super().__init__()
        self._data = ResumeData()
        self._checking = checking
        self.attends: Callable[[LongField], None] | None = None
        """Told of every field in which sentences are written, as it is made."""
        self._cards: dict[str, SectionCard | SkillsCard] = {}
        self._building = StepwiseBuilding(self)
        self._focused = ""
        self._cards_column = column(spacing=14)
        self._more = Button("Add a section", "ghost", icon="plus", compact=True)
        self._more.clicked.connect(self._offer_sections)
        below = row(self._more, STRETCH)
        self._content = column(self._cards_column, below, STRETCH, spacing=Space.M)
        self._scroll = Scroll(self._content, name)
        self._sight = KeptInSight(self._scroll, self._content)
        self._ground: QWidget = self._scroll.widget() or QWidget()
        self._reordering = Reordering(self._scroll, self._ground, self._gaps, self._words_of)
        self._reordering.dropped.connect(self._on_dropped)
        self._tools = BulletTools(self._ground)
        self._context = FormContext(
            lambda: self._data,
            self._commit,
            {},
            self.go_to,
            self.flush,
            self._attend,
            self.photo_made.emit,
            self._reordering,
            checking,
            self._sight.reveal,
        )
        self._scroll.verticalScrollBar().rangeChanged.connect(self._make_room)
        self._make_room(0, 0)
        self.setLayout(column(self._scroll))
        self._retab = QTimer(self)
        self._retab.setSingleShot(True)
        self._retab.setInterval(0)
        self._retab.timeout.connect(self._order_tabs)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)

    # --- showing -----------------------------------------------------------------------------------------------

    @property
    def data(self) -> ResumeData:
        """The résumé as the form shows it."""
        return self._data

    @property
    def focused_path(self) -> str:
        """The path of the value that has (or last had) the keyboard; empty when none."""
        return self._focused

    @property
    def is_building(self) -> bool:
        return self._building.is_under_way

    def show_data(self, data: ResumeData) -> None:
        """Show another résumé (or this one changed elsewhere). The form keeps and changes ``data`` itself."""
        self._data = data
        for field in self._context.fields.values():
            field.let_go()
        self._context.fields.clear()
        self._cards.clear()
        self._focused = ""
        clear(self._cards_column)
        self._scroll.verticalScrollBar().setValue(0)
        self._building.begin(self._steps())

    def replay(self, edits: Sequence[Edit]) -> None:
        """Apply edits that undo or redo already saved, and show where they happened. KeyError as ``editing.apply``."""
        for edit in edits:
            apply(self._data, edit)
        self._reflect(edits)
        self.replayed.emit()
        here = self._focused
        for path in (place_of(edit) for edit in reversed(edits)):
            if path and path != here and self.go_to(path):
                return
            if path and path == here and path in self._context.fields:
                return

    def flush(self) -> None:
        """Take what is being typed in this moment."""
        for field in [field for field in self._context.fields.values() if field.is_typing]:
            field.flush()

    def go_to(self, path: str) -> bool:
        """Put the keyboard into the field of ``path``, unfolding or building what is needed; false if there is none.
        The name of a section leads to the first field in it."""
        widget = self._widget_of(self._first_in(path))
        if widget is None:
            return False
        self._content.activate()
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        self._sight.go_to(widget, path)
        return True

    def focus_first(self) -> None:
        """Put the keyboard where the person starts: the first value worth a look, else the name."""
        doubts = self.doubts()
        self.go_to(doubts[0] if doubts else "basics.name")

    # --- the walk through what is worth a look -----------------------------------------------------------------

    def doubts(self) -> list[str]:
        """Paths worth a look, in the order of the form."""
        return doubtful_paths(self._data)

    def walk_on(self) -> None:
        """The value with the keyboard has been looked at: go to the next one that is worth it."""
        before = self.doubts()
        here = self._focused
        after_here = before[before.index(here) + 1 :] if here in before else before
        edits = looked_at(self._data, here) if here in before else []
        if edits:
            self._commit(edits, "looked at a field")
        left = after_here or self.doubts()
        if not left or not self.go_to(left[0]):
            self.walked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._checking:
                self.walk_on()
            else:
                self.focusNextChild()
            return
        super().keyPressEvent(event)

    # --- building ----------------------------------------------------------------------------------------------

    def _steps(self) -> Iterable[Callable[[], object]]:
        yield lambda: self._put(ContactCard(self._context))
        if entries(self._data, LINKS.where):
            yield from self._card_steps(LINKS)
        yield lambda: self._put(SummaryCard(self._context))
        for plan in SECTIONS:
            if plan.always or entries(self._data, plan.where):
                yield from self._card_steps(plan)

    def _card_steps(self, plan: SectionPlan) -> Iterable[Callable[[], object]]:
        yield partial(self._add_card, plan)
        if plan.where != "skills":
            for position, entry in enumerate(entries(self._data, plan.where)):
                yield partial(self._add_entry, plan.where, id_of(entry), position)

    def _add_card(self, plan: SectionPlan) -> SectionCard | SkillsCard:
        card = SkillsCard(plan, self._context) if plan.where == "skills" else SectionCard(plan, self._context)
        self._cards[plan.where] = card
        self._put(card, 1 if plan is LINKS else -1)  # links are printed with the contact data
        return card

    def _put(self, card: Card, at: int = -1) -> None:
        self._cards_column.insertWidget(at, card)
        card.show()  # now, not when Qt gets round to it: the keyboard may be sent to it at once

    def _add_entry(self, where: str, entry_id: str, position: int) -> None:
        card = self._cards[where]
        if isinstance(card, SectionCard):
            card.append(entry_id, position)

    def _make_room(self, _least: int, most: int) -> None:
        """The cards keep their right edge under the banner's, with and without a scroll bar."""
        bar = self._scroll.verticalScrollBar().sizeHint().width() if most > 0 else 0
        self._content.setContentsMargins(Space.XXL, 0, Space.XXL - bar, Space.XL)
        self._sight.settled(is_growing=self.is_building)

    # --- edits -------------------------------------------------------------------------------------------------

    def _commit(self, edits: list[Edit], label: str) -> None:
        for edit in edits:
            apply(self._data, edit)
        self._reflect(edits)
        self.edited.emit(edits, label)

    def _reflect(self, edits: Sequence[Edit]) -> None:
        lists = False
        for edit in edits:
            if isinstance(edit, InsertItem | RemoveItem | MoveItem):
                self._reflect_list(edit.where)
                lists = True
            else:
                self._reflect_value(edit.path)
        if lists:
            self._retab.start()
        self.doubts_changed.emit()

    def _attend(self, field: LongField) -> None:
        if isinstance(field, BulletField):
            self._tools.attend(field)
            self.bullet_made.emit(field)
        if self.attends is not None:
            self.attends(field)

    def _order_tabs(self) -> None:
        """Tab goes through the entries as they stand, wherever they were put."""
        last: QWidget | None = None
        for card in self._cards.values():
            for editor in card.editors() if isinstance(card, SectionCard) else ():
                order = editor.tab_order()
                for one, other in pairwise([last, *order] if last is not None else order):
                    QWidget.setTabOrder(one, other)
                last = order[-1] if order else last
            last = None

    # --- dragging ----------------------------------------------------------------------------------------------

    def _gaps(self, item_id: str) -> Iterable[Gap]:
        return gaps_for(item_id, self._data, self._cards, self._ground)

    def _words_of(self, item_id: str) -> str:
        """What is dragged, in a few words."""
        item = entry_with_id(self._data, item_id)
        if isinstance(item, Highlight):
            return item.text
        for plan in (*SECTIONS, LINKS):
            if plan.rows and any(id_of(entry) == item_id for entry in entries(self._data, plan.where)):
                return entry_title(item, plan)
        return str(getattr(item, "name", "")) or "Skills"

    def _on_dropped(self, item_id: str, where: str, index: int) -> None:
        self.flush()
        try:
            edits = put(self._data, item_id, where, index)
        except KeyError:  # it went while it was being dragged
            return
        if edits:
            self._commit(edits, "moved a bullet" if where.endswith(".highlights") else "moved an entry")
            self.go_to(item_id if item_id in self._context.fields else self._first_path(where, item_id))

    def _first_path(self, where: str, entry_id: str) -> str:
        plan = next(plan for plan in (*SECTIONS, LINKS) if plan.where == where)
        return f"{entry_id}.{plan.rows[0].fields[0].name if plan.rows else 'keywords'}"

    def _reflect_value(self, path: str) -> None:
        owner, _, name = path.rpartition(".")
        shown = f"{owner}.end" if name == "current" else path
        field = self._context.fields.get(shown)
        if field is not None:
            field.show_value()
        elif name == "keywords" and isinstance(card := self._cards.get("skills"), SkillsCard):
            card.sync()

    def _reflect_list(self, where: str) -> None:
        if where.endswith(".highlights"):
            editor = self._editor_of(where.removesuffix(".highlights"))
            if editor is not None:
                editor.sync_bullets()
            return
        self._building.until(lambda: where in self._cards)
        card = self._cards.get(where)
        if card is None:
            plan = next(plan for plan in (*SECTIONS, LINKS) if plan.where == where)
            card = self._add_card(plan)
        self._building.finish()
        card.sync()
        if not entries(self._data, where) and not card.plan.always:
            self._drop_card(where)

    def _drop_card(self, where: str) -> None:
        card = self._cards.pop(where)
        self._cards_column.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _offer_sections(self) -> None:
        absent = self.absent_sections()
        open_menu(self._more, [MenuEntry(plan.title, partial(self.start_section, plan)) for plan in absent])

    def absent_sections(self) -> list[SectionPlan]:
        """What "Add a section" offers."""
        return [plan for plan in (*SECTIONS, LINKS) if plan.where not in self._cards]

    def start_section(self, plan: SectionPlan) -> None:
        """Add the section with a first, empty entry."""
        card = self._add_card(plan)
        if isinstance(card, SectionCard):
            card.add_entry()

    # --- finding -----------------------------------------------------------------------------------------------

    def _widget_of(self, path: str) -> QWidget | None:
        field = self._field_of(path)
        if field is not None:
            return field.widget
        skills = {skill.id for skill in self._data.skills}
        if path == "skills" or path.partition(".")[0] in skills:
            self._building.until(lambda: "skills" in self._cards)
            card = self._cards["skills"]
            return card.focus_on(path) if isinstance(card, SkillsCard) else None
        return None

    def _first_in(self, path: str) -> str:
        if path == "summary":
            return "basics.summary"
        plan = next((plan for plan in (*SECTIONS, LINKS) if plan.where == path and plan.rows), None)
        found = entries(self._data, path) if plan is not None else []
        return f"{id_of(found[0])}.{plan.rows[0].fields[0].name}" if plan is not None and found else path

    def _field_of(self, path: str) -> Field | None:
        if path not in self._context.fields:
            owner = self._owner_of(path)
            self._building.until(lambda: path in self._context.fields or self._editor_of(owner) is not None)
            self._editor_of(owner)  # unfolds it when it was built folded
        return self._context.fields.get(path)

    def _owner_of(self, path: str) -> str:
        """The id of the entry a path belongs to; for a bullet, of the entry it stands in."""
        if "." in path:
            return path.partition(".")[0]
        for plan in SECTIONS:
            for entry in entries(self._data, plan.where):
                if any(bullet.id == path for bullet in getattr(entry, "highlights", ())):
                    return id_of(entry)
        return path

    def _editor_of(self, entry_id: str) -> EntryEditor | None:
        for card in self._cards.values():
            if isinstance(card, SectionCard):
                editor = card.editor_of(entry_id)
                if editor is not None:
                    return editor
        return None

    def _on_focus(self, old: QWidget | None, now: QWidget | None) -> None:
        for each in (old, now):
            if each is not None and shiboken6.isValid(each) and self.isAncestorOf(each):
                repaint_quiet_around(each)
        if now is None or not self.isAncestorOf(now):
            return
        path = path_of(now)
        if path != self._focused:
            self._focused = path
            self.focused.emit(path)
        self._scroll.ensureWidgetVisible(now, 0, 48)
