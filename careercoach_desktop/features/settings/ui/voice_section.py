"""Speaking instead of typing in practice: what this computer can do, which model writes down, whether sound is kept."""

from __future__ import annotations

import importlib.util
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.practice.service.speaking import FETCH, ModelLine
from careercoach_desktop.features.settings.ui.choices import Choices
from careercoach_desktop.features.settings.ui.page_parts import Decided, Said, below, line, small, stacked, tr
from careercoach_desktop.foundation.installation import how_to_add
from careercoach_desktop.foundation.settings.model import SettingsChanged
from careercoach_desktop.foundation.storage.watching import ChangedElsewhere
from careercoach_desktop.foundation.tasks.model import TaskChanged
from careercoach_desktop.foundation.uikit import (
    STRETCH,
    Button,
    Card,
    Desk,
    SegmentedControl,
    Size,
    Tag,
    Text,
    column,
    holder,
    row,
)

if TYPE_CHECKING:
    from careercoach_desktop.features.practice.service.speaking import SpeakingService
    from careercoach_desktop.features.settings.service import ChoosingService

_KEEP = "keep_recordings"
_SOUND, _RECOGNITION = "voice", "transcription"


def has_sound() -> bool:
    """Whether Qt’s sound and speech are installed: without them nothing is recorded and nothing read aloud."""
    return all(importlib.util.find_spec(f"PySide6.{name}") is not None for name in ("QtMultimedia", "QtTextToSpeech"))


@dataclass(frozen=True, slots=True)
class _Machine:
    """What this computer can do. ``how``: the command that adds what is missing; empty where nothing can be added."""

    lines: list[ModelLine]
    hears: bool
    recognises: bool
    how: str


class VoiceSection(QWidget):
    """Models are fetched by a task, which the strip below shows and can stop."""

    def __init__(self, desk: Desk, service: ChoosingService, speaking: SpeakingService) -> None:
        super().__init__()
        self._desk, self._service, self._speaking = desk, service, speaking
        self._said, self._missing = Said(), Said()
        self._command = Text("", size=Size.SMALL, selectable=True, wrap=True)
        self._command.setAccessibleName(tr("The command that adds it"))
        self._command.hide()
        self.rows = {each.model.name: _ModelRow(each) for each in speaking.offered()}
        self.keep = SegmentedControl([("off", tr("Delete it")), ("on", tr("Keep it"))], tr("The sound of an answer"))
        choices = Choices(desk, service)
        self.keep.changed.connect(lambda key: choices.save(_KEEP, key, tr("what becomes of recordings")))
        self._decided = Decided()
        self.setLayout(column(stacked(self._models_card(), self._sound_card(), name=tr("Voice")), spacing=0))
        for event in (SettingsChanged, ChangedElsewhere):
            desk.on(event, lambda _event: self._load(), owner=self)
        desk.on(TaskChanged, self._on_task, owner=self)
        desk.start(self._load(), owner=self)

    def _models_card(self) -> Card:
        card = Card(tr("Speaking your answers"))
        card.add(
            small(
                tr(
                    "In practice you can speak instead of typing. What you say is written down on this computer by a "
                    "speech model you choose; it never leaves it. The model is fetched once from its makers’ page."
                ),
                "second",
            ),
            self._said,
            self._missing,
            self._command,
        )
        for name, each in self.rows.items():
            each.fetch.clicked.connect(lambda _checked=False, name=name: self._desk.start(self._fetch(name)))
            each.choose.clicked.connect(lambda _checked=False, name=name: self._desk.start(self._choose(name)))
            each.remove.clicked.connect(lambda _checked=False, name=name: self._desk.start(self._remove(name)))
            card.add(each)
        return card

    def _sound_card(self) -> Card:
        card = Card(tr("The sound itself"))
        card.add(
            line(tr("After writing down"), holder(row(self.keep, STRETCH))),
            below(self._decided),
            small(tr("Kept sound is in your data file, and in its backups: about two megabytes a minute."), "second"),
        )
        return card

    async def _load(self) -> None:
        in_force = await self._desk.run(self._service.in_force)
        self._decided.show_for(in_force.decided.get(_KEEP), self.keep)
        self.keep.set_value(in_force.settings.keep_recordings)
        machine = await self._desk.work(self._look)
        for each in machine.lines:
            self.rows[each.model.name].show_line(each, is_installed=machine.recognises)
        self._said.say(*_state(machine))
        self._missing.say(_what_is_missing(machine), "neutral")
        self._command.setText(machine.how)
        self._command.setVisible(bool(machine.how))

    def _look(self) -> _Machine:
        hears, recognises = has_sound(), self._speaking.is_installed
        missing = [part for part, here in ((_SOUND, hears), (_RECOGNITION, recognises)) if not here]
        return _Machine(self._speaking.lines(), hears, recognises, how_to_add(*missing) if missing else "")

    async def _fetch(self, name: str) -> None:
        await self._desk.run(self._speaking.fetch, name)
        self.rows[name].show_fetching()

    async def _choose(self, name: str) -> None:
        await self._desk.run(self._speaking.choose, name)

    async def _remove(self, name: str) -> None:
        await self._desk.run(self._speaking.remove, name)
        await self._load()

    def _on_task(self, event: TaskChanged) -> None:
        if event.task.kind != FETCH:
            return
        if event.task.state.is_over:
            self._desk.start(self._load(), owner=self)
        else:
            self.rows[str(event.task.payload["name"])].show_fetching(event.task.progress)


class _ModelRow(QWidget):
    """One model with what can be done about it."""

    def __init__(self, line_: ModelLine) -> None:
        super().__init__()
        model = line_.model
        self._name = Text(model.name, size=Size.BODY)
        self._name.setFixedWidth(70)
        self._about = Text(f"{model.about} · {_size(model.megabytes)}", size=Size.SMALL, tone="second")
        self._chosen = Tag(tr("In use"))
        self._state = Text("", size=Size.SMALL, tone="third")
        self.fetch = Button(tr("Fetch"), icon="download-simple")
        self.choose = Button(tr("Use"))
        self.remove = Button(tr("Remove"), "ghost")
        for button in (self.fetch, self.choose, self.remove):
            button.setAccessibleName(f"{button.text()}: {model.name}")
        parts = (self._name, self._about, self._chosen, STRETCH, self._state, self.fetch, self.choose, self.remove)
        self.setLayout(row(*parts, spacing=8))
        self.show_line(line_, is_installed=False)

    def show_line(self, line_: ModelLine, *, is_installed: bool) -> None:
        part = 0 if line_.is_present else line_.on_disk
        self._state.setText(_here(line_))
        self._chosen.setVisible(line_.is_chosen and line_.is_present)
        self.fetch.setText(tr("Fetch the rest") if part else tr("Fetch"))
        self.fetch.setAccessibleName(f"{self.fetch.text()}: {line_.model.name}")
        self.fetch.setVisible(is_installed and not line_.is_present and not line_.is_coming)
        self.choose.setVisible(is_installed and line_.is_present and not line_.is_chosen)
        self.remove.setVisible(bool(line_.on_disk) and not line_.is_coming)

    def show_fetching(self, fraction: float | None = None) -> None:
        self.fetch.hide()
        self.remove.hide()
        self._state.setText(
            tr("Fetching …") if fraction is None else tr("Fetching … {0} %").format(round(100 * fraction))
        )


def _size(megabytes: int) -> str:
    return tr("{0} MB").format(megabytes) if megabytes < 1_000 else tr("{0} GB").format(f"{megabytes / 1_000:.1f}")


def _here(line_: ModelLine) -> str:
    """How much of it is on this computer."""
    if line_.is_coming:
        return tr("Fetching …")
    if line_.is_present:
        return tr("On this computer")
    if line_.on_disk:
        return tr("{0} % are here").format(round(100 * line_.on_disk / line_.model.size))
    return ""


def _state(machine: _Machine) -> tuple[str, str]:
    """What can be done now, and how good that is."""
    if not machine.recognises:
        return tr("Speech recognition is not installed, so answers are typed."), "neutral"
    if any(each.is_chosen and each.is_present for each in machine.lines):
        spoken = tr("Your answers can be spoken, where a microphone is connected.")
        return (spoken if machine.hears else tr("What you say can be written down.")), "good"
    return tr("Fetch a model to speak your answers. “base” is a good start."), "neutral"


def _what_is_missing(machine: _Machine) -> str:
    """What has to be added, and how; nothing when everything is there."""
    if machine.hears and machine.recognises:
        return ""
    if not machine.how:
        return tr(
            "This download of Career Coach comes without it, and it can’t be added. Typing does everything else. With "
            "a Career Coach that is installed into Python, answers can be spoken."
        )
    if machine.recognises:
        return tr("To record answers and have questions read aloud, run this in a terminal and start again:")
    return tr("To speak your answers, run this in a terminal and start Career Coach again:")
