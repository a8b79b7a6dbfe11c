"""What the menu on a card (or several) offers."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from functools import partial
from typing import Any

from careercoach_desktop.features.jobs.model import JobCard, JobStatus
from careercoach_desktop.features.jobs.ui.board_actions import BoardActions
from careercoach_desktop.features.jobs.ui.jobs_action import JobsAction
from careercoach_desktop.features.jobs.ui.words import status_word, tr
from careercoach_desktop.foundation.uikit import Desk
from careercoach_desktop.foundation.uikit.menus import SEPARATOR, MenuEntry


def card_entries(
    cards: Sequence[JobCard],
    actions: BoardActions,
    desk: Desk,
    open_job: Callable[[int], None] | None,
    remind: Callable[[list[int], str], Coroutine[Any, Any, object]] | None = None,
    more: Sequence[JobsAction] = (),
) -> list[Any]:
    """Open (with ``open_job``), mark, archive, move, remove; ``cards`` are the selected ones, at least one. ``more``:
    what higher features can do with them."""
    ids = [card.id for card in cards]
    marked = all(card.priority for card in cards)
    mark = tr("No longer a priority") if marked else tr("Mark as priority")
    entries: list[Any] = []
    if len(ids) == 1 and open_job is not None:
        entries.append(MenuEntry(tr("Open"), lambda: open_job(ids[0]), icon="eye", shortcut="Return"))
    entries.append(MenuEntry(mark, lambda: desk.start(actions.set_priority(ids, not marked)), icon="flag"))
    if remind is not None:
        entries.append(MenuEntry(tr("Remind me…"), lambda: desk.start(remind(ids, cards[0].title)), icon="bell"))
    if len(ids) == 2:
        compare = MenuEntry(tr("Compare and merge…"), lambda: desk.start(actions.many.compare(ids)), icon="columns")
        entries.append(compare)
    entries.extend(MenuEntry(one.text, partial(one.run, ids), icon=one.icon) for one in more)
    entries.append(_archive_entry(cards, actions, desk))
    entries.append(SEPARATOR)
    targets = [status for status in JobStatus if any(card.status != status for card in cards)]
    entries.extend(_move_entry(ids, status, actions, desk) for status in targets)
    remove = MenuEntry(
        tr("Remove"), lambda: desk.start(actions.delete(ids)), icon="trash", shortcut="Delete", danger=True
    )
    return [*entries, SEPARATOR, remove]


def _archive_entry(cards: Sequence[JobCard], actions: BoardActions, desk: Desk) -> MenuEntry:
    ids, back = [card.id for card in cards], all(card.archived for card in cards)
    text = tr("Bring back from the archive") if back else tr("Archive")
    return MenuEntry(text, lambda: desk.start(actions.many.archive(ids, archived=not back)), icon="archive")


def _move_entry(ids: list[int], status: JobStatus, actions: BoardActions, desk: Desk) -> MenuEntry:
    text = tr("Move to {0}").format(status_word(status))
    return MenuEntry(text, lambda: desk.start(actions.move_to_top(ids, status)), icon="arrow-right")
