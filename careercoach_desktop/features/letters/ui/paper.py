"""The letter on its sheet: subject, greeting, paragraphs, closing and name, each written where it stands.

The sheet keeps its rows: what is shown anew changes only where it differs, so nothing flickers while a letter grows
and the keyboard stays where it is.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from careercoach_desktop.features.evidence.model import Claim
from careercoach_desktop.features.letters.model import LetterDraft, Paragraph
from careercoach_desktop.features.letters.ui.letter_field import LetterField
from careercoach_desktop.features.letters.ui.part_row import MARK, TOOLS, ParagraphRow, PartRow
from careercoach_desktop.features.letters.ui.places import Place, claim_place, claim_places, gaps, next_place
from careercoach_desktop.foundation.uikit import (
    Button,
    Line,
    Radius,
    Size,
    Skeleton,
    Space,
    Text,
    Weight,
    column,
    current_theme,
    drop_shadow,
    row,
    surface,
)

WIDEST = 760
EDGE = 12
SUBJECT, GREETING, CLOSING, SIGNATURE = "subject", "greeting", "closing", "signature"


class LetterPaper(QWidget):
    """Signals name the row (a ``PartRow``) and say what the person does with it."""

    typed = Signal(object)
    split = Signal(object, int)
    join_wanted = Signal(object)
    wanted = Signal(object, str)
    """A paragraph, and what its menu was asked for."""
    add_wanted = Signal()
    claims_wanted = Signal(str)
    entered = Signal(str)
    """The keyboard is in this part now."""

    def __init__(self) -> None:
        super().__init__()
        self.setMaximumWidth(WIDEST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._still = False
        self._can_rewrite = False
        self._rewriting: set[str] = set()
        self._paragraphs: list[ParagraphRow] = []
        self._subject = self._part(SUBJECT, "Subject", "What the letter is about", bold=True)
        self._greeting = self._part(GREETING, "Greeting", "Dear …,")
        self._closing = self._part(CLOSING, "Closing", "Kind regards,")
        self._signature = self._part(SIGNATURE, "Your name", "Your name")
        self._column = column(spacing=Space.S)
        self._waiting = Skeleton(4, "The letter is about to come")
        self._add = Button("Add a paragraph", "link", icon="plus", compact=True)
        self._add.clicked.connect(self.add_wanted)
        caption = row(
            Text("Subject", size=Size.SMALL, tone="third", weight=Weight.MEDIUM), margins=(MARK + 10, 0, 0, 0)
        )
        rule = row(Line(), margins=(MARK + 10, Space.XS, TOOLS, Space.S))
        waiting = row(self._waiting, margins=(MARK + 10, Space.S, TOOLS, Space.S))
        more = row(self._add, margins=(MARK + 6, 0, 0, Space.S))
        more.addStretch(1)
        body = column(caption, self._subject, rule, self._greeting, self._column, waiting, more, spacing=Space.S)
        body.addLayout(column(self._closing, self._signature, spacing=0))
        body.setContentsMargins(Space.XXL, Space.XXXL, Space.M, Space.XXXL + Space.S)
        self.setLayout(column(body, spacing=0, margins=(EDGE, EDGE, EDGE, EDGE + 6)))
        self._waiting.hide()

    # --- showing -----------------------------------------------------------------------------------------------

    def show_draft(self, draft: LetterDraft, *, still: bool = False, keep: Collection[str] = ()) -> None:
        """Show the letter. ``still``: it is being written and can't be typed in. ``keep`` names the parts whose words
        somebody is typing: those stay."""
        texts = {SUBJECT: draft.subject, GREETING: draft.greeting, CLOSING: draft.closing, SIGNATURE: draft.signature}
        for shown in self._fixed():
            if shown.part not in keep:
                shown.show_text(texts[shown.part])
        self._show_paragraphs(draft.paragraphs, keep, still=still)
        self.set_still(still=still)
        self._waiting.setVisible(still and not draft.paragraphs)

    def set_still(self, *, still: bool) -> None:
        self._still = still
        for shown in self._fixed():
            shown.field.set_still(still=still)
        for shown in self._paragraphs:
            shown.set_still(still=still)
        self._add.setVisible(not still)

    def set_can_rewrite(self, *, can: bool) -> None:
        self._can_rewrite = can
        for shown in self._paragraphs:
            shown.set_can_rewrite(can=can)

    def set_rewriting(self, parts: Collection[str]) -> None:
        """These paragraphs are being written anew."""
        self._rewriting = set(parts)
        for shown in self._paragraphs:
            shown.set_rewriting(rewriting=shown.part in self._rewriting)

    # --- rows --------------------------------------------------------------------------------------------------

    def rows(self) -> list[PartRow]:
        """Every part, in the order of the letter."""
        return [self._subject, self._greeting, *self._paragraphs, self._closing, self._signature]

    def paragraphs(self) -> list[ParagraphRow]:
        return list(self._paragraphs)

    def row(self, part: str) -> PartRow | None:
        return next((each for each in self.rows() if each.part == part), None)

    def row_with_keyboard(self) -> PartRow | None:
        """The one somebody is in, with its field or its buttons."""
        focused = QApplication.focusWidget()
        return next((each for each in self.rows() if focused is not None and each.isAncestorOf(focused)), None)

    def insert_row(self, at: int, text: str = "") -> ParagraphRow:
        """A paragraph that is only on the sheet yet: it has no name until it is stored."""
        made = self._make("")
        self._paragraphs.insert(at, made)
        self._column.insertWidget(at, made)
        made.show_paragraph(Paragraph(id="", text=text), at + 1, len(self._paragraphs))
        made.show()
        return made

    def take_row(self, shown: ParagraphRow) -> None:
        """Take a paragraph off the sheet."""
        self._paragraphs.remove(shown)
        self._column.removeWidget(shown)
        shown.hide()
        shown.deleteLater()

    # --- places ------------------------------------------------------------------------------------------------

    def go_to_gap(self, shown: PartRow | None, step: int) -> bool:
        """Choose the next gap after (or before) where the keyboard is; False when there is none."""
        return self._go(shown, step, lambda each: gaps(each.field.text()))

    def go_to_claim(self, step: int) -> bool:
        """The same for what nothing proves; goes round at the end."""

        def unproved(each: PartRow) -> list[Place]:
            claims = each.open_claims()
            places = claim_places(each.field.text(), claims)
            return places or ([(0, 0)] if claims else [])

        here = self.row_with_keyboard()
        return self._go(here, step, unproved) or self._go(None, step, unproved)

    def go_to_words(self, part: str, claim: Claim) -> None:
        """Choose the words of a claim, or go to its paragraph."""
        shown = self.row(part)
        if shown is not None:
            shown.field.select(claim_place(shown.field.text(), claim) or (0, 0))

    # --- Qt ----------------------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = current_theme(), QPainter(self)
        area = QRectF(self.rect()).adjusted(EDGE, EDGE, -EDGE, -EDGE - 6)
        drop_shadow(painter, area, 14, 3)
        surface(painter, area, Radius.CONTROL, theme.color("surface"), theme.color("line"))

    # --- inside ------------------------------------------------------------------------------------------------

    def _fixed(self) -> tuple[PartRow, ...]:
        return self._subject, self._greeting, self._closing, self._signature

    def _part(self, part: str, name: str, placeholder: str, *, bold: bool = False) -> PartRow:
        field = LetterField(name, placeholder=placeholder, bold=bold, on_tab=lambda step: self.go_to_gap(made, step))
        made = PartRow(part, field)
        self._listen(made)
        return made

    def _make(self, part: str) -> ParagraphRow:
        made = ParagraphRow(part, on_tab=self.go_to_gap)
        self._listen(made)
        made.set_can_rewrite(can=self._can_rewrite)
        made.set_rewriting(rewriting=part in self._rewriting)
        made.set_still(still=self._still)
        made.field.split.connect(lambda at: self.split.emit(made, at))
        made.field.join_wanted.connect(lambda: self.join_wanted.emit(made))
        made.wanted.connect(lambda what: self.wanted.emit(made, what))
        made.claims_wanted.connect(lambda: self.claims_wanted.emit(made.part))
        return made

    def _listen(self, made: PartRow) -> None:
        made.typed.connect(lambda: self.typed.emit(made))
        made.field.stepped.connect(lambda step: self._step(made, step))
        made.field.focused.connect(lambda: self.entered.emit(made.part))

    def _step(self, shown: PartRow, step: int) -> None:
        rows = self.rows()
        to = rows.index(shown) + step
        if 0 <= to < len(rows):
            rows[to].field.go_to(0 if step > 0 else len(rows[to].field.text()))

    def _go(self, shown: PartRow | None, step: int, places: Callable[[PartRow], Sequence[Place]]) -> bool:
        rows = self.rows() if step > 0 else self.rows()[::-1]
        start = rows.index(shown) if shown in rows else 0
        for number, each in enumerate(rows[start:]):
            begin, end = each.field.selection()
            here = number == 0 and each is shown
            at = (end if step > 0 else begin) if here else (0 if step > 0 else len(each.field.text()))
            found = next_place(places(each), at, step)
            if found is not None and not (here and found == (begin, end)):
                each.field.select(found)
                return True
        return False

    def _show_paragraphs(self, paragraphs: Sequence[Paragraph], keep: Collection[str], *, still: bool) -> None:
        self._match_rows(paragraphs, still=still)
        for number, (shown, paragraph) in enumerate(zip(self._paragraphs, paragraphs, strict=True), 1):
            if paragraph.id in keep:
                shown.show_state(paragraph, number, len(paragraphs))
            else:
                shown.show_paragraph(paragraph, number, len(paragraphs))

    def _match_rows(self, paragraphs: Sequence[Paragraph], *, still: bool) -> None:
        """The same rows in the same order as the paragraphs: by name, or while a letter grows by place."""
        if still and len(self._paragraphs) <= len(paragraphs):
            for shown, paragraph in zip(self._paragraphs, paragraphs, strict=False):
                shown.part = paragraph.id
        wanted = [paragraph.id for paragraph in paragraphs]
        for shown in [each for each in self._paragraphs if each.part not in wanted]:
            self.take_row(shown)
        if [each.part for each in self._paragraphs] == wanted:
            return
        known = {each.part: each for each in self._paragraphs}
        self._paragraphs = [known.get(part) or self._make(part) for part in wanted]
        focused = self.row_with_keyboard()
        for at, shown in enumerate(self._paragraphs):
            self._column.insertWidget(at, shown)
            shown.show()
        if focused is not None and QApplication.focusWidget() is None:
            focused.field.setFocus(Qt.FocusReason.OtherFocusReason)
