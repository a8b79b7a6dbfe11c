"""A whole entry that the local reading missed, built from nothing but what the lines say."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from careercoach_desktop.features.resumes.correcting.difference import Difference, DifferenceKind
from careercoach_desktop.features.resumes.correcting.fields import SECTIONS, TITLES, naming_fields
from careercoach_desktop.features.resumes.correcting.homes import Homes
from careercoach_desktop.features.resumes.correcting.showing import called, entry_text
from careercoach_desktop.features.resumes.correcting.suggested import NewEntry, NewField
from careercoach_desktop.features.resumes.correcting.truth import NotSaid, Said, Values
from careercoach_desktop.features.resumes.editing import ENTRY_LISTS, Edit, InsertItem, SetTrace, entries
from careercoach_desktop.features.resumes.model import Highlight, ResumeData


class EntryJudge:
    """``left_out`` counts the parts of otherwise good entries that the file does not say."""

    def __init__(self, values: Values, homes: Homes, data: ResumeData) -> None:
        self._values = values
        self._homes = homes
        self._data = data
        self._made: list[tuple[str, BaseModel]] = []
        self.left_out = 0

    def entry(self, one: NewEntry) -> Difference | None:
        """None when the résumé has that entry already. Raises NotSaid."""
        where = one.section
        fields = self._fields(where, one)
        head = [number for said in fields.values() for number in said.numbers]
        if not any(name in fields for name in naming_fields(where)) or not self._homes.stand_together(head):
            raise NotSaid
        bullets = self._bullets(where, one, head)
        entry = _made(where, fields, bullets)
        others = [*entries(self._data, where), *(made for there, made in self._made if there == where)]
        if any(_same(where, entry, other) for other in others):
            return None
        self._made.append((where, entry))
        entry_id = str(getattr(entry, "id", ""))
        traced = [(_key(entry_id, name, said), said) for name, said in fields.items()]
        traced += [(b.id, said) for b, said in zip(getattr(entry, "highlights", ()), bullets, strict=True)]
        edits: list[Edit] = [InsertItem(where, self._index(where, head), entry)]
        edits += [SetTrace(path, None, said.trace) for path, said in traced if said.trace]
        line, regions = self._values.places([*fields.values()])
        title = f"{TITLES[where]} · {called(where, entry)}"
        return Difference("", DifferenceKind.ENTRY, title, "", entry_text(where, entry), entry_id, tuple(edits),
                          line, regions)  # fmt: skip

    def _fields(self, where: str, one: NewEntry) -> dict[str, Said]:
        found: dict[str, Said] = {}
        for given in one.fields:
            name = given.field.strip().rpartition(".")[2]
            said = self._field(where, name, given)
            if said is None:
                self.left_out += 1
            elif said.shown:
                found[name] = said
        return found

    def _field(self, where: str, name: str, given: NewField) -> Said | None:
        if name not in SECTIONS[where]:
            return None
        try:
            said = self._values.said(name, given.text, given.lines)
        except NotSaid:
            return None
        return None if self._homes.is_taken(where, None, name, said.value, said.numbers) else said

    def _bullets(self, where: str, one: NewEntry, head: list[int]) -> list[Said]:
        if "highlights" not in ENTRY_LISTS[where].model_fields:
            return []
        out: list[Said] = []
        last = max(head)
        for names in one.bullets:
            said = self._bullet(names, last)
            if said is None:
                self.left_out += 1
            else:
                last = max(said.numbers)
                out.append(said)
        return out

    def _bullet(self, names: list[str], last: int) -> Said | None:
        try:
            said = self._values.bullet(names)
        except NotSaid:
            return None
        return said if self._homes.stand_together([last, *said.numbers], window=12) else None

    def _index(self, where: str, head: list[int]) -> int:
        """Before the first entry that stands further down in the file."""
        for at, other in enumerate(entries(self._data, where)):
            home = self._homes.lines_of(other)
            if home and home[0] > min(head):
                return at
        return len(entries(self._data, where))


def _made(where: str, fields: dict[str, Said], bullets: list[Said]) -> BaseModel:
    values: dict[str, Any] = {name: said.value for name, said in fields.items()}
    if "end" in fields and fields["end"].current:
        values["current"] = True
    if bullets:
        values["highlights"] = [Highlight(text=str(said.value)) for said in bullets]
    return ENTRY_LISTS[where](**values)


def _key(entry_id: str, name: str, said: Said) -> str:
    return f"{entry_id}.current" if name == "end" and said.current else f"{entry_id}.{name}"


def _same(where: str, one: BaseModel, other: BaseModel) -> bool:
    """The same names and the same beginning."""
    names = [*naming_fields(where), *(name for name in ("start", "date") if name in SECTIONS[where])]
    return all(getattr(one, name) == getattr(other, name) for name in names)
