"""Skills as chips: single skills in one flow, named groups each in a row of their own."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.resumes.editing import Edit, InsertItem, RemoveItem, typed
from careercoach_desktop.features.resumes.model import Skill
from careercoach_desktop.features.resumes.ui.entry_editor import FormContext
from careercoach_desktop.features.resumes.ui.form_field import PATH, FormField
from careercoach_desktop.features.resumes.ui.form_plan import FieldPlan, SectionPlan
from careercoach_desktop.foundation.uikit import Card, ChipInput, Space, Text, clear, column, holder, row

_NAME_WIDTH = 128
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
        self._paths: list[str] = []
        self.sync()

    def sync(self) -> None:
        """Show the skills as they are now."""
        groups = [skill for skill in self._skills() if skill.keywords]
        wanted = [skill.id for skill in groups]
        if wanted != [key for key in self._inputs if key] or "" not in self._inputs:
            self._rebuild(groups)
        for skill in groups:
            _show(self._inputs[skill.id], skill.keywords)
        _show(self._inputs[""], [skill.name for skill in self._single() if skill.name])
        count = len(self._context.data().skill_names())
        self.set_title(f"Skills · {count}" if count else "Skills")

    def focus_on(self, path: str) -> QWidget:
        """The widget that writes ``path`` (the keywords of a group, or a single skill)."""
        return self._inputs.get(path.partition(".")[0], self._inputs[""])

    def _rebuild(self, groups: list[Skill]) -> None:
        for path in self._paths:
            self._context.fields.pop(path, None)
        clear(self._rows)
        self._inputs, self._paths = {}, []
        for group in groups:
            self._rows.addWidget(self._group_row(group))
        single = ChipInput("Skills" if not groups else "Other skills")
        single.setProperty(PATH, "skills")
        single.changed.connect(self._take_single)
        self._inputs[""] = single
        self._rows.addWidget(single if not groups or not any(group.name for group in groups) else self._others(single))

    def _group_row(self, group: Skill) -> QWidget:
        chips = ChipInput(group.name or "Skills", group.keywords)
        chips.setProperty(PATH, f"{group.id}.keywords")
        chips.changed.connect(lambda words, skill_id=group.id: self._take_group(skill_id, words))
        self._inputs[group.id] = chips
        if not group.name:
            return chips
        field = FormField(f"{group.id}.name", _GROUP, self._context.data, self._context.commit)
        self._context.fields[field.path] = field
        self._paths.append(field.path)
        field.widget.setFixedWidth(_NAME_WIDTH)
        return _beside(field.widget, chips)

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
            self._context.commit(edits, "Change of skills")

    def _take_single(self, words: list[str]) -> None:
        skills = self._skills()
        edits: list[Edit] = []
        kept = len(skills)
        for position in reversed(range(len(skills))):
            skill = skills[position]
            if not skill.keywords and skill.name not in words:
                edits.append(RemoveItem("skills", position, skill.model_copy(deep=True)))
                kept -= 1
        there = {skill.name for skill in self._single()}
        for word in words:
            if word not in there:
                edits.append(InsertItem("skills", kept, Skill(name=word)))
                kept += 1
        if edits:
            self._context.commit(edits, "Change of skills")

    def _skills(self) -> list[Skill]:
        return self._context.data().skills

    def _single(self) -> list[Skill]:
        return [skill for skill in self._skills() if not skill.keywords]


def _beside(name: QWidget, chips: ChipInput) -> QWidget:
    whole = row(spacing=Space.M)
    whole.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
    whole.addLayout(column(chips, margins=(0, Space.XS, 0, 0)), 1)
    return holder(whole)


def _show(chips: ChipInput, words: list[str]) -> None:
    if chips.values() != words:
        chips.set_values(words)
