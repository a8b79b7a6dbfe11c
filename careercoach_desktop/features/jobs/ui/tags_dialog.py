"""Tags of several jobs at once: those on all of them, those on some, and those used elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.jobs.model import JobCard
from careercoach_desktop.features.jobs.ui.board_cards import BoardCards
from careercoach_desktop.features.jobs.ui.many_actions import ManyActions
from careercoach_desktop.features.jobs.ui.tag_field import TagField
from careercoach_desktop.features.jobs.ui.words import count_word, tr
from careercoach_desktop.foundation.uikit import (
    Chip,
    Dialog,
    FlowLayout,
    Size,
    Space,
    Text,
    Weight,
    column,
    holder,
)

_MOST = 12
_SAVE = "save"


async def ask_for_tags(many: ManyActions, cards: BoardCards, job_ids: Sequence[int], owner: QWidget) -> None:
    """Ask which tags to add to these jobs and which to take away, and do it."""
    known = [card for card in map(cards.card, job_ids) if card is not None]
    if not known:
        return
    dialog = TagsDialog(known, many.known_tags(), owner)
    if await dialog.answer() == _SAVE and (dialog.added or dialog.removed):
        await many.tag([card.id for card in known], dialog.added, dialog.removed)


class TagsDialog(Dialog):
    """After ``save``: ``added`` goes onto all of them, ``removed`` is taken from all of them."""

    def __init__(self, cards: Sequence[JobCard], known: Sequence[str], parent: QWidget | None = None) -> None:
        what = f"“{cards[0].title}”" if len(cards) == 1 else count_word(len(cards))
        super().__init__(tr("Tags of {0}").format(what), parent, width=460)
        used = Counter(tag.casefold() for card in cards for tag in {tag.casefold(): tag for tag in card.tags}.values())
        spelled = _unique(tag for card in cards for tag in card.tags)
        self._before = [tag for folded, tag in spelled.items() if used[folded] == len(cards)]
        some = [tag for folded, tag in spelled.items() if used[folded] < len(cards)]
        free = [tag for tag in known if tag.casefold() not in spelled]
        self._gone: list[str] = []
        self.field = TagField(tr("Tags"), self._before, [*some, *free])
        self.body.addWidget(self.field)
        self._some = self._part(tr("Only on some of them: choose one to put it on all"), some[:_MOST], removable=True)
        self._free = self._part(tr("Used before"), free[:_MOST], removable=False)
        self.add_button(tr("Cancel"), "")
        self.add_button(tr("Save"), _SAVE, "primary")
        self.field.changed.connect(self.fit_soon)
        self.field.begin_adding()

    @property
    def added(self) -> list[str]:
        before = {tag.casefold() for tag in self._before}
        return [tag for tag in self.field.typed() if tag.casefold() not in before]

    @property
    def removed(self) -> list[str]:
        wanted = {tag.casefold() for tag in self.field.typed()}
        return [tag for tag in (*self._before, *self._gone) if tag.casefold() not in wanted]

    def offered(self) -> list[Chip]:
        """The chips below the field that can still be chosen."""
        return [chip for chip in (*self._some, *self._free) if not chip.isHidden()]

    def _part(self, title: str, tags: Sequence[str], *, removable: bool) -> list[Chip]:
        if not tags:
            return []
        chips, flow = [], FlowLayout(6)
        for tag in tags:
            chip = Chip(tag, removable=removable, icon="plus")
            chip.setAccessibleName((tr("Put “{0}” on all of them") if removable else tr("Add “{0}”")).format(tag))
            chip.clicked.connect(lambda _on=False, chip=chip, tag=tag: self._take(chip, tag))
            chip.removed.connect(lambda chip=chip, tag=tag: self._drop(chip, tag))
            flow.addWidget(chip)
            chips.append(chip)
        head = Text(title, size=Size.SMALL, weight=Weight.MEDIUM, tone="second")
        self.body.addSpacing(Space.XS)
        self.body.addWidget(holder(column(head, flow, spacing=6)))
        return chips

    def _take(self, chip: Chip, tag: str) -> None:
        chip.hide()
        self.field.set_values([*self.field.values(), tag])
        self.fit_soon()

    def _drop(self, chip: Chip, tag: str) -> None:
        chip.hide()
        self._gone.append(tag)


def _unique(tags: Iterable[str]) -> dict[str, str]:
    """Folded → as it was written first."""
    found: dict[str, str] = {}
    for tag in tags:
        found.setdefault(tag.casefold(), tag)
    return found
