"""Skills as chips: single skills in one flow, named groups each in a row of their own."""

from __future__ import annotations

import re
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from careercoach_desktop.features.resumes.editing import Edit, InsertItem, RemoveItem, put, typed
from careercoach_desktop.features.resumes.model import Skill
from careercoach_desktop.features.resumes.ui.editor_chips import MovableChips
from careercoach_desktop.features.resumes.ui.editor_reorder import Gap, gaps_between
from careercoach_desktop.features.resumes.ui.editor_rows import FormContext, Grip
from careercoach_desktop.features.resumes.ui.form_field import PATH, FormField, is_step, path_of
from careercoach_desktop.features.resumes.ui.form_plan import FieldPlan, SectionPlan
from careercoach_desktop.foundation.uikit import (
    Card,
    Chip,
    ChipInput,
    Space,
    Text,
    TextField,
    clear,
    column,
    holder,
    row,
)

_NAME_WIDTH = 144
_GROUP = FieldPlan("name", "Group")


class SkillsCard(Card):
    """Rebuilt as a whole when a group comes or goes: there are few, and chips are cheap."""

    def __init__(self, plan: SectionPlan, context: FormContext) -> None:
        super().__init__("Skills")
        self.plan = plan
        self._context = context
        self._rows = column(spacing=Space.M)
        self.body.addLayout(self._rows)
        self._inputs: dict[str, ChipInput] = {}
        more = Chip("Group", icon="plus")
        more.setAccessibleName("Add a group of skills")
        more.clicked.connect(self.begin_group)
        if not context.checking:
            self.add_beside(more)
        self._paths: list[str] = []
        self._boxes: dict[str, QWidget] = {}
        self._draft: QWidget | None = None
        self.sync()

    def sync(self) -> None:
        """Show the skills as they are now."""
        groups = [skill for skill in self._skills() if skill.keywords]
        wanted = [skill.id for skill in groups]
        if wanted != [key for key in self._inputs if key] or "" not in self._inputs:
            self._rebuild(groups)
        for skill in groups:
            _show(self._inputs[skill.id], skill.keywords)
        _show(self._inputs[""], [_said(skill) for skill in self._single() if skill.name])
        count = len(self._context.data().skill_names())
        self.set_title(f"Skills · {count}" if count else "Skills")

    def focus_on(self, path: str) -> QWidget:
        """The widget that writes ``path`` (the keywords of a group, or a single skill)."""
        return self._inputs.get(path.partition(".")[0], self._inputs[""])

    def gaps(self, content: QWidget) -> list[Gap]:
        """Where a group of skills may be dropped: beside another group that has a name."""
        ids = [skill.id for skill in self._skills()]
        shown = [each for each in ids if each in self._boxes]
        found = gaps_between("skills", [self._boxes[each] for each in shown], content)
        return [replace(gap, index=ids.index(shown[gap.index]) if gap.index < len(shown) else ids.index(shown[-1]) + 1)
                for gap in found]  # fmt: skip

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt with the arrow keys moves the group that has the keyboard."""
        skill_id = path_of(QApplication.focusWidget()).partition(".")[0]
        if not is_step(event) or skill_id not in self._boxes:
            super().keyPressEvent(event)
            return
        self._context.flush()
        shown = [skill.id for skill in self._skills() if skill.id in self._boxes]
        beside = shown.index(skill_id) + (-1 if event.key() == Qt.Key.Key_Up else 1)
        if not 0 <= beside < len(shown):
            return
        ids = [skill.id for skill in self._skills()]
        gap = ids.index(shown[beside]) + (event.key() == Qt.Key.Key_Down)
        self._context.commit(put(self._context.data(), skill_id, "skills", gap), "moved a group of skills")
        self._context.go_to(f"{skill_id}.name")

    def begin_group(self) -> None:
        """A row for a group to come: it begins to be one with its first skill."""
        if self._draft is not None:
            return
        name = TextField("Name of the group", placeholder="Group")
        name.setFixedWidth(_NAME_WIDTH)
        chips = ChipInput("Skills of the new group")
        chips.changed.connect(lambda words: self._take_draft(name.text().strip(), words))
        self._draft = _beside(name, chips)
        self._rows.addWidget(self._draft)
        self._draft.show()
        name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_draft(self, name: str, words: list[str]) -> None:
        self._context.flush()
        skills = self._skills()
        at = max((place + 1 for place, skill in enumerate(skills) if skill.keywords), default=0)
        group = Skill(name=name, keywords=words)
        self._context.commit([InsertItem("skills", at, group)], "added a group of skills")
        self._context.go_to(f"{group.id}.keywords")

    def _rebuild(self, groups: list[Skill]) -> None:
        for path in self._paths:
            field = self._context.fields.pop(path, None)
            if field is not None:
                field.let_go()
        clear(self._rows)
        self._draft = None
        self._inputs, self._paths, self._boxes = {}, [], {}
        for group in groups:
            self._rows.addWidget(self._group_row(group))
        single = MovableChips("Skills" if not groups else "Other skills")
        single.setProperty(PATH, "skills")
        single.changed.connect(self._take_single)
        self._inputs[""] = single
        are_named = bool(groups) and (any(group.name for group in groups) or not self._context.checking)
        self._rows.addWidget(self._others(single) if are_named else single)

    def _group_row(self, group: Skill) -> QWidget:
        chips = MovableChips(group.name or "Skills", group.keywords)
        chips.setProperty(PATH, f"{group.id}.keywords")
        chips.changed.connect(lambda words, skill_id=group.id: self._take_group(skill_id, words))
        self._inputs[group.id] = chips
        if not group.name and self._context.checking:
            return chips
        context = self._context
        field = FormField(f"{group.id}.name", _GROUP, context.data, context.commit, ticks=context.checking)
        context.fields[field.path] = field
        self._paths.append(field.path)
        field.widget.setFixedWidth(_NAME_WIDTH)
        grip = Grip(self)
        box = _beside(field.widget, chips, grip)
        grip.stand_in(box)
        grip.setAccessibleName(f"Drag {group.name or 'this group'}")
        box.setAttribute(Qt.WidgetAttribute.WA_Hover)
        context.reordering.offer(grip, group.id, box)
        self._boxes[group.id] = box
        return box

    def _others(self, single: ChipInput) -> QWidget:
        words = Text("Others", tone="second")
        words.setFixedSize(_NAME_WIDTH, 32)
        return _beside(words, single)

    def _take_group(self, skill_id: str, words: list[str]) -> None:
        skills = self._skills()
        position = next((at for at, skill in enumerate(skills) if skill.id == skill_id), None)
        if position is None:
            return
        if words:
            edits = typed(self._context.data(), f"{skill_id}.keywords", words)
        else:
            edits = [RemoveItem("skills", position, skills[position].model_copy(deep=True))]
        if edits:
            self._context.commit(edits, "changed the skills")

    def _take_single(self, words: list[str]) -> None:
        skills = self._skills()
        edits: list[Edit] = []
        kept = len(skills)
        for position in reversed(range(len(skills))):
            skill = skills[position]
            if not skill.keywords and _said(skill) not in words:
                edits.append(RemoveItem("skills", position, skill.model_copy(deep=True)))
                kept -= 1
        there = {_said(skill) for skill in self._single()}
        with_levels = any(skill.level for skill in self._single())
        for word in words:
            if word not in there:
                edits.append(InsertItem("skills", kept, _skill(word, with_level=with_levels)))
                kept += 1
        edits = edits or self._reordered(words)
        if edits:
            self._context.commit(edits, "changed the skills")

    def _reordered(self, words: list[str]) -> list[Edit]:
        """The edit that puts one single skill where the chips have it now."""
        before = [skill for skill in self._single() if skill.name]
        changed = [at for at, (skill, word) in enumerate(zip(before, words, strict=False)) if _said(skill) != word]
        if not changed or sorted(words) != sorted(_said(skill) for skill in before):
            return []
        first, last = changed[0], changed[-1]
        moved_down = _said(before[first]) == words[last]
        skill = before[first if moved_down else last]
        ids = [each.id for each in self._skills()]
        gap = ids.index(before[last].id) + 1 if moved_down else ids.index(before[first].id)
        return put(self._context.data(), skill.id, "skills", gap)

    def _skills(self) -> list[Skill]:
        return self._context.data().skills

    def _single(self) -> list[Skill]:
        return [skill for skill in self._skills() if not skill.keywords]


def _said(skill: Skill) -> str:
    """A single skill as its chip says it, and as it is printed."""
    return f"{skill.name} ({skill.level})" if skill.level else skill.name


def _skill(word: str, *, with_level: bool) -> Skill:
    """What a person typed as a single skill; in a résumé that says levels, ``Welsh (fluent)`` is one with its level."""
    parts = re.fullmatch(r"(.+?) \(([^()]+)\)", word) if with_level else None
    return Skill(name=parts[1], level=parts[2]) if parts else Skill(name=word)


def _beside(name: QWidget, chips: QWidget, grip: Grip | None = None) -> QWidget:
    """A name and its words; between them there is room for a grip, whether there is one or not."""
    whole = row(spacing=0)
    whole.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
    if grip is not None:
        whole.addWidget(grip, 0, Qt.AlignmentFlag.AlignTop)
    else:
        whole.addSpacing(Grip.WIDTH)
    whole.addLayout(column(chips, margins=(0, Space.XS, 0, 0)), 1)
    return holder(whole)


def _show(chips: ChipInput, words: list[str]) -> None:
    if chips.values() != words:
        chips.set_values(words)
