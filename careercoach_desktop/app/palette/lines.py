"""The lines of the palette: what was found, in groups, as plain values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from careercoach_desktop.app.palette.ranking import SURE, Ranked, ranked, recent_first
from careercoach_desktop.foundation.feature import Action
from careercoach_desktop.foundation.storage.search.model import Hit, Marked, SearchSource

ACTIONS = "Actions"
RECENT = "Used lately"
MOST_ACTIONS = 6
MOST_RECENT = 4


@dataclass(frozen=True, slots=True)
class Head:
    """The name of a group."""

    title: str


@dataclass(frozen=True, slots=True)
class ActionLine:
    """Something to do."""

    action: Action
    title: Marked

    @property
    def spoken(self) -> str:
        return self.action.title


@dataclass(frozen=True, slots=True)
class RecordLine:
    """Something to open; ``snippet`` is empty unless the words stand in it."""

    source: SearchSource
    hit: Hit

    @property
    def snippet(self) -> Marked:
        return self.hit.snippet if self.hit.snippet.ranges else Marked("")

    @property
    def spoken(self) -> str:
        return ", ".join(part for part in (self.hit.title.text, self.hit.context.text, self.snippet.text) if part)


Line = Head | ActionLine | RecordLine


def lines_before_typing(actions: Sequence[Action], recent: Sequence[str]) -> list[Line]:
    """What was used lately, then everything there is."""
    lately = [action for action in recent_first(actions, recent) if action.name in recent][:MOST_RECENT]
    others = [action for action in actions if action not in lately]
    return [*_action_lines(RECENT, lately), *_action_lines(ACTIONS, others)]


def lines_for(
    typed: str, actions: Sequence[Action], sources: Sequence[SearchSource], hits: Mapping[str, Sequence[Hit]]
) -> list[Line]:
    """Actions that are meant, then records, then actions that only resemble what was typed."""
    found = ranked(typed, actions)[:MOST_ACTIONS]
    meant = [one for one in found if one.score >= SURE]
    records: list[Line] = []
    for source in sources:
        of_kind = [RecordLine(source, hit) for hit in hits.get(source.kind, ())]
        records += [Head(source.title), *of_kind] if of_kind else []
    shown = _ranked_lines(found)
    return [*shown, *records] if meant else [*records, *shown]


def _action_lines(title: str, actions: Sequence[Action]) -> list[Line]:
    return [Head(title), *(ActionLine(action, Marked(action.title)) for action in actions)] if actions else []


def _ranked_lines(found: Sequence[Ranked]) -> list[Line]:
    return [Head(ACTIONS), *(ActionLine(one.action, one.title) for one in found)] if found else []
