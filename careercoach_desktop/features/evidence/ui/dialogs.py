"""The small dialogs at a bullet: which story tells more, which skills it shows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.evidence.model import Story
from careercoach_desktop.foundation.uikit import (
    Chip,
    ChipInput,
    ClickCard,
    Dialog,
    FlowLayout,
    Scroll,
    Size,
    Space,
    Text,
    Weight,
    column,
    holder,
)

_MOST_SUGGESTIONS = 12
_HEIGHT = 320


class LinkStoryDialog(Dialog):
    """Answers ``link`` (``chosen`` is the story, None for none) or ``new``: write one and link that."""

    def __init__(
        self, bullet: str, stories: Sequence[Story], linked: int | None, parent: QWidget | None = None
    ) -> None:
        super().__init__("Link a story", parent, width=480)
        self.chosen = linked
        self._cards: dict[int | None, ClickCard] = {}
        self.body.addWidget(Text(f"“{bullet}”", tone="second", wrap=True))
        rows = column(spacing=Space.S)
        for story in stories:
            rows.addWidget(self._card(story.id, story.text.title, _outline(story)))
        if linked is not None:
            rows.addWidget(self._card(None, "No story", "Take the link away"))
        if stories:
            whole = Scroll(rows, "Stories")
            whole.setFixedHeight(min(64 * rows.count(), _HEIGHT))
            self.body.addWidget(whole)
        else:
            self.body.addWidget(Text("You have not written a story yet. One takes a few minutes.", wrap=True))
        self.add_button("Cancel", "")
        self.add_button("Write a new story", "new", "secondary" if stories else "primary")
        if stories:
            self.link_button = self.add_button("Link", "link", "primary")
            self.link_button.setEnabled(linked is not None)
        self._mark()

    def choose(self, story_id: int | None) -> None:
        """Mark a story (None: no story)."""
        self.chosen = story_id
        self.link_button.setEnabled(True)
        self._mark()

    def _card(self, story_id: int | None, title: str, words: str) -> ClickCard:
        card = ClickCard(f"{title}, {words}" if words else title)
        card.add(Text(title, weight=Weight.MEDIUM, elide=True))
        if words:
            card.add(Text(words, size=Size.SMALL, tone="third", elide=True))
        card.clicked.connect(lambda: self.choose(story_id))
        card.opened.connect(lambda: self._take(story_id))
        self._cards[story_id] = card
        return card

    def _take(self, story_id: int | None) -> None:
        self.choose(story_id)
        self._close_with("link")

    def _mark(self) -> None:
        for story_id, card in self._cards.items():
            card.set_selected(story_id == self.chosen)


class SkillsDialog(Dialog):
    """Which skills a bullet shows; ``skills`` after the answer ``tag``."""

    def __init__(
        self, bullet: str, skills: Sequence[str], suggested: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__("Skills this shows", parent, width=480)
        self.body.addWidget(Text(f"“{bullet}”", tone="second", wrap=True))
        self.field = ChipInput("Skills", skills, suggestions=suggested)
        self.body.addWidget(self.field)
        known = {skill.casefold() for skill in skills}
        self._chips = [Chip(word, icon="plus") for word in suggested if word.casefold() not in known]
        self._chips = self._chips[:_MOST_SUGGESTIONS]
        flow = FlowLayout(6)
        for chip in self._chips:
            chip.setAccessibleName(f"Add “{chip.text()}”")
            chip.clicked.connect(lambda _on=False, chip=chip: self._take(chip))
            flow.addWidget(chip)
        if self._chips:
            head = Text("Suggested", size=Size.SMALL, weight=Weight.MEDIUM, tone="second")
            self.body.addSpacing(Space.XS)
            self.body.addWidget(holder(column(head, flow, spacing=6)))
        self.add_button("Cancel", "")
        self.add_button("Save", "tag", "primary")
        self.field.changed.connect(self.fit_soon)
        self.field.begin_adding()

    @property
    def skills(self) -> list[str]:
        return self.field.typed()

    def chips(self) -> list[Chip]:
        """The suggestions that are still offered."""
        return [chip for chip in self._chips if not chip.isHidden()]

    def _take(self, chip: Chip) -> None:
        chip.hide()
        self.field.set_values([*self.field.values(), chip.text()])


def _outline(story: Story) -> str:
    text = story.text
    return " · ".join(part for part in (text.happened, ", ".join(text.skills), text.result or text.situation) if part)
