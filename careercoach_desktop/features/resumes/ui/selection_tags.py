"""Tags of one résumé or of several at once: those on all of them, those on some, and those used elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.resumes.model import ResumeCard
from careercoach_desktop.foundation.uikit import (
    Chip,
    ChipInput,
    Dialog,
    FlowLayout,
    Size,
    Space,
    Text,
    Weight,
    column,
    holder,
)

_MOST_SUGGESTIONS = 12


class TagsDialog(Dialog):
    """After the answer ``tag``: ``added`` goes onto all of them, ``removed`` is taken from all of them."""

    def __init__(self, cards: Sequence[ResumeCard], known: Sequence[str], parent: QWidget | None = None) -> None:
        what = f"“{cards[0].title}”" if len(cards) == 1 else f"{len(cards)} résumés"
        super().__init__(f"Tags of {what}", parent, width=460)
        everywhere = set.intersection(*({tag.casefold() for tag in card.tags} for card in cards))
        used = list(dict.fromkeys(tag for card in cards for tag in card.tags))
        self._before = _unique([tag for tag in used if tag.casefold() in everywhere])
        self._some = _unique([tag for tag in used if tag.casefold() not in everywhere])
        self._gone: list[str] = []
        free = [tag for tag in known if tag.casefold() not in {each.casefold() for each in used}]
        self.field = ChipInput("Tags", self._before, suggestions=[*self._some, *free])
        self.body.addWidget(self.field)
        self._some_chips = self._chips([*self._some], removable=True)
        if self._some:
            self._add_part("Only on some of them: choose one to put it on all", self._some_chips)
        self._free_chips = self._chips(free[:_MOST_SUGGESTIONS], removable=False)
        if free:
            self._add_part("Used before", self._free_chips)
        hint = "Tags are for finding and for filtering. Nobody but you sees them."
        self.body.addSpacing(Space.XS)
        self.body.addWidget(Text(hint, size=Size.SMALL, tone="third", wrap=True))
        self.add_button("Cancel", "")
        self.add_button("Save", "tag", "primary")
        self.field.changed.connect(self.fit_soon)
        self.field.begin_adding()

    @property
    def added(self) -> list[str]:
        before = {tag.casefold() for tag in self._before}
        return [tag for tag in self._wanted() if tag.casefold() not in before]

    @property
    def removed(self) -> list[str]:
        wanted = {tag.casefold() for tag in self._wanted()}
        return [tag for tag in (*self._before, *self._gone) if tag.casefold() not in wanted]

    def chips(self) -> list[Chip]:
        """The chips below the field that are still offered."""
        return [chip for chip in (*self._some_chips, *self._free_chips) if not chip.isHidden()]

    def _wanted(self) -> list[str]:
        return self.field.typed()

    def _chips(self, tags: Sequence[str], *, removable: bool) -> list[Chip]:
        made = []
        for tag in tags:
            chip = Chip(tag, removable=removable, icon="plus")
            chip.setAccessibleName(f"Put “{tag}” on all of them" if removable else f"Add “{tag}”")
            chip.clicked.connect(lambda _on=False, chip=chip, tag=tag: self._take(chip, tag))
            chip.removed.connect(lambda chip=chip, tag=tag: self._drop(chip, tag))
            made.append(chip)
        return made

    def _add_part(self, title: str, chips: Sequence[Chip]) -> None:
        flow = FlowLayout(6)
        for chip in chips:
            flow.addWidget(chip)
        head = Text(title, size=Size.SMALL, weight=Weight.MEDIUM, tone="second")
        self.body.addSpacing(Space.XS)
        self.body.addWidget(holder(column(head, flow, spacing=6)))

    def _take(self, chip: Chip, tag: str) -> None:
        chip.hide()
        self.field.set_values([*self.field.values(), tag])

    def _drop(self, chip: Chip, tag: str) -> None:
        chip.hide()
        self._gone.append(tag)


def _unique(tags: Sequence[str]) -> list[str]:
    found: dict[str, str] = {}
    for tag in tags:
        found.setdefault(tag.casefold(), tag)
    return list(found.values())
