"""Suggestions against the original: what it says becomes a difference to offer, what it doesn't say is left out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from pydantic import BaseModel

from careercoach_desktop.features.resumes.correcting.difference import Difference, DifferenceKind, state_of
from careercoach_desktop.features.resumes.correcting.entries import EntryJudge
from careercoach_desktop.features.resumes.correcting.fields import SECTIONS, TITLES
from careercoach_desktop.features.resumes.correcting.finding import Lines
from careercoach_desktop.features.resumes.correcting.homes import Homes
from careercoach_desktop.features.resumes.correcting.listing import LOOSE, Handles
from careercoach_desktop.features.resumes.correcting.losing import with_losses
from careercoach_desktop.features.resumes.correcting.showing import bullets_text, called, entry_text
from careercoach_desktop.features.resumes.correcting.suggested import (
    BulletsCorrection,
    Corrections,
    FieldCorrection,
    Removal,
    SkillsCorrection,
)
from careercoach_desktop.features.resumes.correcting.truth import NotSaid, Said, Values
from careercoach_desktop.features.resumes.correcting.visits import Judged
from careercoach_desktop.features.resumes.editing import (
    Edit,
    InsertItem,
    RemoveItem,
    SetTrace,
    SetValue,
    apply,
    entries,
    value_at,
)
from careercoach_desktop.features.resumes.model import Highlight, Location, ResumeData, Skill
from careercoach_desktop.foundation.documents.model import SourceText

MOST_REASON = 140
_AT_THE_END = 10_000
"""Where a list is shorter, the item is appended, whatever else was accepted before."""


def judge(source: SourceText, data: ResumeData, suggested: Corrections) -> Judged:
    """Pure: neither ``data`` nor the source changes."""
    return _Judge(source, data).all_of(suggested)


class _Judge:
    """Every method gives a difference, None when nothing would change, and raises ``NotSaid`` for an invention."""

    def __init__(self, source: SourceText, data: ResumeData) -> None:
        self._data = data
        self._handles = Handles(data)
        lines = Lines(source)
        self._homes = Homes(lines, source.pages, data)
        self._values = Values(lines, source.pages)
        self._entry_judge = EntryJudge(self._values, self._homes, data)
        self._left_out = 0

    def all_of(self, suggested: Corrections) -> Judged:
        found: list[Difference] = []
        rebuilt = {one.entry.strip() for one in suggested.bullets}
        found += self._each(suggested.fields, self._field)
        found += self._each(suggested.entries, self._entry_judge.entry)
        self._left_out += self._entry_judge.left_out
        found += self._each(suggested.bullets, self._bullets)
        found += self._each(suggested.skills, self._skills)
        removals = [
            one for one in suggested.removals if one.item.partition(".")[0] not in rebuilt or "." not in one.item
        ]
        found += self._each(removals, self._removal)
        unique = {(one.kind, one.target): one for one in found}
        numbered = [replace(one, id=f"c{at}") for at, one in enumerate(unique.values(), 1)]
        return Judged(tuple(with_losses(numbered, self._data)), self._left_out)

    def _each(self, suggested: Sequence[Any], judge_one: Callable[[Any], Difference | None]) -> list[Difference]:
        found = []
        for one in suggested:
            try:
                difference = judge_one(one)
            except NotSaid:
                self._left_out += 1
                continue
            if difference is not None:
                found.append(self._with_states(difference))
        return found

    def _with_states(self, one: Difference) -> Difference:
        """What the résumé says there now, and what it would say after it was accepted."""
        after = self._data.model_copy(deep=True)
        before = state_of(self._data, one.kind, one.target)
        for edit in one.edits:
            apply(after, edit)
        return replace(one, before=before, after=state_of(after, one.kind, one.target))

    # --- one field ---------------------------------------------------------------------------------------------

    def _field(self, one: FieldCorrection) -> Difference | None:
        where, entry, name = self._owner(one.path.strip())
        path = f"basics.{name}" if entry is None else f"{getattr(entry, 'id', '')}.{name}"
        said = self._values.said(name, one.text, one.lines)
        if entry is not None and said.numbers:
            strange = not self._homes.is_home(entry, said.numbers)
            if strange or self._homes.is_taken(where, entry, name, said.value, said.numbers):
                raise NotSaid
        edits = self._setting(path, said)
        now, proposed = self._shown(path), said.shown
        if now == proposed:
            return None
        title = f"{called(where, entry)} · {SECTIONS[where][name]}" if entry is not None else SECTIONS[where][name]
        return Difference("", DifferenceKind.FIELD, title, now, proposed, path, tuple(edits), said.line,
                          tuple(said.trace.regions) if said.trace else ())  # fmt: skip

    def _owner(self, path: str) -> tuple[str, BaseModel | None, str]:
        """The section, the entry (None: the contact data) and the field. Raises NotSaid when there is none."""
        handle, _, name = path.rpartition(".")
        if handle == "basics":
            where, entry = "basics", None
        else:
            found = self._handles.entry(handle)
            if found is None:
                raise NotSaid
            where, entry = found
        if name not in SECTIONS[where]:
            raise NotSaid
        return where, entry, name

    def _setting(self, path: str, said: Said) -> list[Edit]:
        traces = self._data.traces
        current = f"{path.removesuffix('end')}current"
        edits: list[Edit] = [SetValue(path, self._present(path), said.value)]
        if path == "basics.location":
            edits = [SetValue(path, self._data.basics.location.model_copy(deep=True), Location(text=str(said.value)))]
        if path.endswith(".end"):
            if value_at(self._data, current) != said.current:
                edits.append(SetValue(current, not said.current, said.current))
            key, other = (current, path) if said.current else (path, current)
            edits.append(SetTrace(key, traces.get(key), said.trace))
            if other in traces:
                edits.append(SetTrace(other, traces[other], None))
            return edits
        return [*edits, SetTrace(path, traces.get(path), said.trace)]

    def _present(self, path: str) -> Any:
        value = value_at(self._data, path)
        return list(value) if isinstance(value, list) else value

    def _shown(self, path: str) -> str:
        value = self._present(path)
        if path.endswith(".end") and value is None and value_at(self._data, f"{path.removesuffix('end')}current"):
            return "now"
        return ", ".join(value) if isinstance(value, list) else self._values.shown(value)

    # --- bullets, skills, removals -----------------------------------------------------------------------------

    def _bullets(self, one: BulletsCorrection) -> Difference | None:
        found = self._handles.entry(one.entry)
        if found is None or "highlights" not in type(found[1]).model_fields:
            raise NotSaid
        where, entry = found
        old: list[Highlight] = getattr(entry, "highlights", [])
        entry_id = str(getattr(entry, "id", ""))
        said = [self._values.bullet(names) for names in one.bullets]
        if any(not self._homes.is_home(entry, each.numbers, window=12) for each in said):
            raise NotSaid
        new, traces = [], []
        for each in said:
            kept = next((bullet for bullet in old if bullet.text == each.value and bullet not in new), None)
            bullet = kept or Highlight(text=str(each.value))
            new.append(bullet)
            traces.append(SetTrace(bullet.id, self._data.traces.get(bullet.id), each.trace))
        if [bullet.text for bullet in new] == [bullet.text for bullet in old]:
            return None
        edits: list[Edit] = [RemoveItem(f"{entry_id}.highlights", 0, bullet) for bullet in old]
        edits += [InsertItem(f"{entry_id}.highlights", at, bullet) for at, bullet in enumerate(new)]
        line, regions = self._values.places(said)
        return Difference("", DifferenceKind.BULLETS, f"{called(where, entry)} · Bullets", bullets_text(old),
                          bullets_text(new), entry_id, (*edits, *traces), line, regions)  # fmt: skip

    def _skills(self, one: SkillsCorrection) -> Difference | None:
        items, dropped = self._values.items(one.items, one.lines)
        self._left_out += dropped
        handle = one.group.strip()
        if not items and (one.items or handle == LOOSE):
            raise NotSaid
        if handle == LOOSE:
            return self._loose_skills(items)
        name = self._values.name_of_group(one.name, one.lines)
        found = self._handles.entry(handle)
        if found is None or found[0] != "skills":
            if handle != "new" or not items:
                raise NotSaid
            return self._new_group(name, items)
        return self._known_group(found[1], name, items)

    def _loose_skills(self, items: list[Said]) -> Difference | None:
        old = self._handles.loose_skills()
        names = [str(item.value) for item in items]
        if names == [skill.name for skill in old]:
            return None
        kept = {skill.name: skill for skill in old}
        new = [kept.get(name) or Skill(name=name) for name in names]
        places = [self._data.skills.index(skill) for skill in old]
        edits: list[Edit] = [
            RemoveItem("skills", place - gone, skill)
            for gone, (place, skill) in enumerate(zip(places, old, strict=True))
        ]
        first = places[0] if places else 0
        edits += [InsertItem("skills", first + at, skill) for at, skill in enumerate(new)]
        for skill, said in zip(new, items, strict=True):
            path = f"{skill.id}.name"
            edits.append(SetTrace(path, self._data.traces.get(path), said.trace))
        return self._skills_difference("Skills", ", ".join(s.name for s in old), names, LOOSE, edits, items)

    def _new_group(self, name: str, items: list[Said]) -> Difference:
        group = Skill(name=name, keywords=[str(item.value) for item in items])
        edits: list[Edit] = [InsertItem("skills", _AT_THE_END, group)]
        edits.append(SetTrace(f"{group.id}.keywords", None, self._values.joined_trace(items)))
        title = f"Skills · {name}" if name else "Skills"
        return self._skills_difference(title, "", group.keywords, group.id, edits, items)

    def _known_group(self, entry: BaseModel, name: str, items: list[Said]) -> Difference | None:
        group = entry if isinstance(entry, Skill) else Skill()
        words, name = [str(item.value) for item in items] or list(group.keywords), name or group.name
        if words == group.keywords and name == group.name:
            return None
        path = f"{group.id}.keywords"
        edits: list[Edit] = [SetValue(path, list(group.keywords), words)]
        if items:
            edits.append(SetTrace(path, self._data.traces.get(path), self._values.joined_trace(items)))
        if name != group.name:
            edits.append(SetValue(f"{group.id}.name", group.name, name))
        label = f"{group.name} → {name}" if name != group.name and group.name else name
        title = f"Skills · {label}" if label else "Skills"
        return self._skills_difference(title, ", ".join(group.keywords), words, group.id, edits, items)

    def _skills_difference(
        self, title: str, now: str, words: Sequence[str], target: str, edits: list[Edit], items: list[Said]
    ) -> Difference:
        line, regions = self._values.places(items)
        return Difference("", DifferenceKind.SKILLS, title, now, ", ".join(words), target, tuple(edits), line, regions)

    def _removal(self, one: Removal) -> Difference | None:
        reason = " ".join(one.reason.split())[:MOST_REASON]
        bullet = self._handles.bullet(one.item)
        if bullet is not None:
            owner, item = bullet
            where = next(w for w, e in map(self._handles.entry, self._handles.handles()) if e is owner)  # type: ignore[misc]
            at = getattr(owner, "highlights", []).index(item)
            edit = RemoveItem(f"{getattr(owner, 'id', '')}.highlights", at, item)
            title, now, target = f"{called(where, owner)} · Bullet", item.text, item.id
        else:
            found = self._handles.entry(one.item)
            if found is None:
                raise NotSaid
            where, entry = found
            target = str(getattr(entry, "id", ""))
            edit = RemoveItem(where, entries(self._data, where).index(entry), entry)
            title, now = f"{TITLES[where]} · {called(where, entry)}", entry_text(where, entry)
        line, regions = self._homes.place_of(target)
        return Difference("", DifferenceKind.REMOVAL, title, now, "", target, (edit,), line, regions, reason)
