"""The profile on the settings page: contact, what a job should be like, facts that count as evidence.

Every change is saved when its field is left and can be undone; there is no Save button to forget.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from careercoach_desktop.features.profile.model import Profile, ProfileChanged
from careercoach_desktop.foundation.storage.watching import ChangedElsewhere
from careercoach_desktop.foundation.uikit import (
    Card,
    CheckBox,
    Chip,
    ChipInput,
    Desk,
    Size,
    Space,
    Text,
    TextArea,
    TextField,
    column,
    holder,
    row,
)
from careercoach_desktop.foundation.uikit.amounts import read_amount

if TYPE_CHECKING:
    from careercoach_desktop.features.profile.service import ProfileService

_LABEL_WIDTH = 128
_WORK_MODES = (("REMOTE", "Remote"), ("HYBRID", "Hybrid"), ("ONSITE", "On-site"))
_JOB_TYPES = (
    ("FULL_TIME", "Full-time"),
    ("PART_TIME", "Part-time"),
    ("CONTRACT", "Contract"),
    ("INTERNSHIP", "Internship"),
    ("TEMPORARY", "Temporary"),
)


class ProfilePanel(QWidget):
    """Loads itself, follows changes made elsewhere, and saves what the person changes."""

    def __init__(self, desk: Desk, service: ProfileService) -> None:
        super().__init__()
        self._desk = desk
        self._service = service
        self._notes_shown = ""
        self._shows: list[Callable[[Profile], None]] = []
        self.setLayout(column(self._contact(), self._wishes(), self._facts(), spacing=Space.L))
        for event in (ProfileChanged, ChangedElsewhere):
            desk.on(event, self._reload, owner=self)
        desk.start(self._load(), owner=self)

    # --- the cards ---------------------------------------------------------------------------------------------

    def _contact(self) -> Card:
        card = Card("You")
        card.add(
            _line("Name", self._text("name", "Name")),
            _line("Headline", self._text("headline", "Headline", "What you are, in a few words")),
            _line("E-mail, phone", self._text("email", "E-mail"), self._text("phone", "Phone")),
            _line("Place", self._text("location", "Place")),
            _line("Links", self._words("links", "Links")),
        )
        return card

    def _wishes(self) -> Card:
        card = Card("What you look for")
        relocate = CheckBox("I would move for the right job")
        relocate.toggled.connect(lambda checked: self._change(_wish("willing_to_relocate"), checked, "Moving"))
        self._shows.append(lambda profile: _quietly(relocate, profile.preferences.willing_to_relocate))
        card.add(
            _line("Job titles", self._words("preferences.desired_titles", "Job titles")),
            _line("Work mode", self._choices("work_modes", "Work mode", _WORK_MODES)),
            _line("Kind of job", self._choices("job_types", "Kind of job", _JOB_TYPES)),
            _line("Places", self._words("preferences.locations", "Places")),
            _line("", relocate),
            _line("Salary from", self._salary(), self._currency(), None),
        )
        card.add(Text("Leave empty what does not matter to you.", size=Size.SMALL, tone="third"))
        return card

    def _facts(self) -> Card:
        card = Card("Facts about me")
        area = TextArea("Facts about me", placeholder="One fact per line: numbers, tools, results…", min_lines=4)
        area.committed.connect(lambda text: self._rewrite_notes(text.strip()))

        def show(profile: Profile) -> None:
            _unless_typing(area, profile.notes)
            if area.text() == profile.notes:
                self._notes_shown = profile.notes

        self._shows.append(show)
        hint = (
            "What you write here counts as your evidence when a résumé is tailored. It is kept on this computer; "
            "when you ask Claude for help, it goes along."
        )
        card.add(area, Text(hint, size=Size.SMALL, tone="third", wrap=True))
        return card

    # --- fields ------------------------------------------------------------------------------------------------

    def _text(self, field: str, name: str, placeholder: str = "") -> TextField:
        made = TextField(name, placeholder=placeholder)
        made.committed.connect(lambda text: self._change(field, text.strip(), name))
        self._shows.append(lambda profile: _unless_typing(made, getattr(profile, field)))
        return made

    def _words(self, path: str, name: str) -> ChipInput:
        made = ChipInput(name)
        made.changed.connect(lambda words: self._change(path, words, name))
        owner, _, field = path.rpartition(".")
        if owner:
            self._shows.append(lambda profile: _show_words(made, getattr(profile.preferences, field)))
        else:
            self._shows.append(lambda profile: _show_words(made, getattr(profile, field)))
        return made

    def _choices(self, field: str, name: str, choices: tuple[tuple[str, str], ...]) -> QWidget:
        chips = {key: Chip(label, checkable=True) for key, label in choices}

        def take() -> None:
            self._change(_wish(field), [key for key, chip in chips.items() if chip.isChecked()], name)

        def show(profile: Profile) -> None:
            for key, chip in chips.items():
                chip.setChecked(key in getattr(profile.preferences, field))

        for chip in chips.values():
            chip.clicked.connect(take)
        self._shows.append(show)
        line = row(*chips.values(), spacing=6)
        line.addStretch(1)
        made = holder(line)
        made.setAccessibleName(name)
        return made

    def _salary(self) -> TextField:
        made = TextField("Salary from, per year", placeholder="Per year")

        def take(text: str) -> None:
            if not text.strip():
                made.set_state("plain")
                self._change(_wish("salary_min"), None, "Salary")
                return
            amount = read_amount(text)
            if not amount:
                made.set_state("error", "Write it like 52000")
                return
            made.set_state("plain")
            self._change(_wish("salary_min"), amount, "Salary")

        made.committed.connect(take)
        self._shows.append(lambda profile: _unless_typing(made, _written(profile.preferences.salary_min)))
        return made

    def _currency(self) -> TextField:
        made = TextField("Currency", placeholder="EUR, GBP, USD…")
        made.setMaxLength(3)
        made.committed.connect(lambda text: self._change(_wish("salary_currency"), text.strip().upper(), "Currency"))
        self._shows.append(lambda profile: _unless_typing(made, profile.preferences.salary_currency))
        return made

    # --- saving ------------------------------------------------------------------------------------------------

    def _change(self, field: str, value: Any, name: str) -> None:
        self._desk.start(self._keep(field, value, name))

    async def _keep(self, field: str, value: Any, name: str) -> None:
        change = self._service.change
        before = await self._desk.run(change, field, value)
        if before != value:
            self._desk.undo.push(
                f"Change of {name}",
                lambda: self._desk.run(change, field, before),
                lambda: self._desk.run(change, field, value),
            )

    def _rewrite_notes(self, written: str) -> None:
        shown, self._notes_shown = self._notes_shown, written
        self._desk.start(self._keep_notes(shown, written))

    async def _keep_notes(self, shown: str, written: str) -> None:
        rewrite = self._service.rewrite_notes
        before = await self._desk.run(rewrite, shown, written)
        if before != written:
            self._desk.undo.push(
                "Change of Facts about me",
                lambda: self._desk.run(rewrite, written, before),
                lambda: self._desk.run(rewrite, before, written),
            )

    # --- showing -----------------------------------------------------------------------------------------------

    async def _reload(self, _event: object) -> None:
        await self._load()

    async def _load(self) -> None:
        profile = await self._desk.run(self._service.profile)
        for show in self._shows:
            show(profile)


def _wish(field: str) -> str:
    """The path of a field of the preferences."""
    return f"preferences.{field}"


def _line(label: str, *fields: QWidget | None) -> QWidget:
    """A row of the form; None leaves an empty place of a field's width."""
    words = Text(label, tone="second")
    words.setFixedSize(_LABEL_WIDTH, 32)
    line = row(spacing=10)
    line.addWidget(words, 0, Qt.AlignmentFlag.AlignTop)
    for field in fields:
        if field is None:
            line.addStretch(1)
        elif isinstance(field, TextField):
            line.addWidget(field, 1)
        else:
            line.addLayout(_lowered(field), 1)
    return holder(line)


def _lowered(field: QWidget) -> QVBoxLayout:
    """Chips are lower than fields; this puts their middle where a field's would be."""
    return column(field, margins=(0, Space.XS, 0, 0))


def _unless_typing(field: TextField | TextArea, text: str) -> None:
    touched = field.isModified() if isinstance(field, TextField) else field.document().isModified()
    if not (field.hasFocus() and touched) and field.text() != text:
        field.setText(text)


def _show_words(field: ChipInput, words: list[str]) -> None:
    if field.values() != words:
        field.set_values(words)


def _quietly(box: CheckBox, checked: bool) -> None:
    box.blockSignals(True)  # noqa: FBT003 - Qt's signature
    box.setChecked(checked)
    box.blockSignals(False)  # noqa: FBT003 - Qt's signature
    box.update()


def _written(amount: float | None) -> str:
    return "" if amount is None else QLocale().toString(amount, "f", 0)
