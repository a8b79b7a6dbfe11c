"""The frames a person keeps for letters: use one, write one, let one go."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.letters.model import LetterDraft, LetterTemplate
from careercoach_desktop.foundation.uikit import (
    STRETCH,
    Button,
    Desk,
    Dialog,
    IconButton,
    Scroll,
    Size,
    Space,
    Text,
    TextArea,
    TextField,
    Weight,
    clear,
    column,
    holder,
    row,
)

if TYPE_CHECKING:
    from careercoach_desktop.features.letters.service import LetterService

_FIELDS = "{company}, {role} and {name} are filled in for each job; {body} is where the letter’s own paragraphs go."
_FIRST = "Dear hiring team at {company},\n\n{body}\n\nKind regards,\n{name}"
_ROOM = 260


def frame_of(draft: LetterDraft, company: str, role: str) -> str:
    """A letter's frame: what stands around its paragraphs, with what belongs to this job made general."""
    around = "\n\n".join((draft.greeting, "{body}", "\n".join(filter(None, (draft.closing, draft.signature)))))
    for words, field in ((company, "{company}"), (role, "{role}"), (draft.signature, "{name}")):
        if words.strip():
            around = around.replace(words.strip(), field)
    return around if draft.greeting or draft.closing else _FIRST


class TemplateDialog(Dialog):
    """Write one frame: its name and its text."""

    def __init__(self, parent: QWidget, name: str, content: str) -> None:
        super().__init__("Letter template", parent, width=560)
        self._name = TextField("Name", text=name, placeholder="What it is for")
        self._content = TextArea("Text", text=content, min_lines=8, max_lines=14)
        self.body.addWidget(Text("Name", size=Size.SMALL, weight=Weight.MEDIUM, tone="second"))
        self.body.addWidget(self._name)
        self.body.addWidget(Text("Text", size=Size.SMALL, weight=Weight.MEDIUM, tone="second"))
        self.body.addWidget(self._content)
        self.body.addWidget(Text(_FIELDS, size=Size.SMALL, tone="third", wrap=True))
        self.add_button("Cancel", "")
        self._save = self.add_button("Save template", "save", "primary")
        for changed in (self._name.textChanged, self._content.changed):
            changed.connect(lambda *_: self._allow())
        self._allow()
        self._name.setFocus()

    async def written(self) -> tuple[str, str] | None:
        """Name and text, or None."""
        if await self.answer() != "save":
            return None
        return self._name.text().strip(), self._content.text().strip()

    def _allow(self) -> None:
        self._save.setEnabled(bool(self._name.text().strip() and self._content.text().strip()))


class TemplatesDialog(Dialog):
    """All frames. Answers with the one to use from now on (``use:3``), or nothing."""

    def __init__(self, desk: Desk, letters: LetterService, parent: QWidget, suggested: str = "") -> None:
        super().__init__("Letter templates", parent, width=560)
        self._desk, self._letters = desk, letters
        self._suggested = suggested or _FIRST
        self._rows = column(spacing=Space.XS)
        self._list = Scroll(self._rows, "Templates")
        self.body.addWidget(Text("A template is what stands around a letter’s own words.", tone="second", wrap=True))
        self.body.addWidget(self._list)
        new = Button("New from this letter" if suggested else "New template", icon="plus", compact=True)
        new.clicked.connect(lambda: self._start(self._write("", self._suggested)))
        self.body.addLayout(row(new, STRETCH))
        self.add_button("Close", "", "primary")
        self._start(self._load())

    async def chosen(self) -> int | None:
        """The template to use, or None."""
        answer = await self.answer()
        return int(answer.removeprefix("use:")) if answer.startswith("use:") else None

    def _start(self, coroutine: object) -> None:
        self._desk.start(coroutine, owner=self)  # type: ignore[arg-type]  # a coroutine of ours

    async def _load(self) -> None:
        self._show(await self._desk.run(self._letters.templates))

    def _show(self, templates: Sequence[LetterTemplate]) -> None:
        clear(self._rows)
        if not templates:
            self._rows.addWidget(Text("None yet.", size=Size.SMALL, tone="third"))
        for each in templates:
            self._rows.addWidget(self._row(each))
        self._rows.addStretch(1)
        self._list.take_height(self.width() - 2 * Space.XXL, _ROOM)
        self.fit_soon()

    def _row(self, template: LetterTemplate) -> QWidget:
        use = Button("Use", compact=True, name=f"Use {template.name}")
        use.clicked.connect(lambda: self._close_with(f"use:{template.id}"))
        edit = IconButton("pencil-simple", f"Edit {template.name}")
        edit.clicked.connect(lambda: self._start(self._write(template.name, template.content, template.id)))
        remove = IconButton("trash", f"Remove {template.name}")
        remove.clicked.connect(lambda: self._start(self._remove(template)))
        line = row(Text(template.name, elide=True), edit, remove, use, spacing=Space.XS)
        line.setStretch(0, 1)
        return holder(line)

    async def _write(self, name: str, content: str, instead_of: int | None = None) -> None:
        written = await TemplateDialog(self, name, content).written()
        if written is None or written == (name, content):
            return
        saved = await self._desk.run(self._letters.save_template, *written)
        if instead_of is not None and saved != instead_of:
            await self._desk.run(self._letters.remove_template, instead_of)
        self._push("writing a template", saved, instead_of if saved != instead_of else None)
        await self._load()

    def _push(self, label: str, saved: int, before: int | None) -> None:
        async def swap(away: int | None, back: int | None) -> None:
            if away is not None:
                await self._desk.run(self._letters.remove_template, away)
            if back is not None:
                await self._desk.run(self._letters.bring_back_template, back)

        self._desk.undo.push(label, lambda: swap(saved, before), lambda: swap(before, saved))

    async def _remove(self, template: LetterTemplate) -> None:
        async def remove() -> None:
            await self._desk.run(self._letters.remove_template, template.id)

        async def bring_back() -> None:
            await self._desk.run(self._letters.bring_back_template, template.id)

        await remove()
        change = self._desk.undo.push("removing a template", bring_back, remove)
        self._desk.offer_undo(f"“{template.name}” removed.", change)
        await self._load()
