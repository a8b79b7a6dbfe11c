"""Speaking instead of typing in practice: what this computer can do, which model writes down, whether sound is kept."""

from __future__ import annotations

import importlib.util
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.practice.service.speaking import FETCH, ModelLine
from careercoach_desktop.features.settings.ui.choices import Choices
from careercoach_desktop.features.settings.ui.page_parts import Decided, Said, below, line, small, stacked, tr
from careercoach_desktop.foundation.settings.model import SettingsChanged
from careercoach_desktop.foundation.speech import HOW_TO_INSTALL
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
_HOW_TO_HEAR = 'pip install "careercoach-desktop[voice]"'


def has_sound() -> bool:
    """Whether Qt’s sound and speech are installed: without them nothing is recorded and nothing read aloud."""
    return all(importlib.util.find_spec(f"PySide6.{name}") is not None for name in ("QtMultimedia", "QtTextToSpeech"))


class VoiceSection(QWidget):
    """Models are fetched by a task, which the strip below shows and can stop."""

    def __init__(self, desk: Desk, service: ChoosingService, speaking: SpeakingService) -> None:
        super().__init__()
        self._desk, self._service, self._speaking = desk, service, speaking
        self._said, self._hears = Said(), Said()
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
            self._hears,
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
        lines = await self._desk.work(self._speaking.lines)
        is_installed, hears = self._speaking.is_installed, await self._desk.work(has_sound)
        how = tr("Recording answers and reading questions aloud need Qt’s sound. In a terminal: {0}")
        self._hears.say("" if hears else how.format(_HOW_TO_HEAR), "neutral")
        for each in lines:
            self.rows[each.model.name].show_line(each, is_installed=is_installed)
        if not is_installed:
            self._said.say(
                tr("The part that recognises speech is not installed. In a terminal: {0}").format(HOW_TO_INSTALL),
                "neutral",
            )
        elif any(each.is_chosen and each.is_present for each in lines):
            spoken = tr("Your answers can be spoken, where a microphone is connected.")
            self._said.say(spoken if hears else tr("What you say can be written down."), "good")
        else:
            self._said.say(tr("Fetch a model to speak your answers. “base” is a good start."), "neutral")

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
        self._state.setText(tr("Fetching …") if line_.is_coming else "")
        self._chosen.setVisible(line_.is_chosen and line_.is_present)
        self.fetch.setVisible(is_installed and not line_.is_present and not line_.is_coming)
        self.choose.setVisible(is_installed and line_.is_present and not line_.is_chosen)
        self.remove.setVisible(line_.is_present)

    def show_fetching(self, fraction: float | None = None) -> None:
        self.fetch.hide()
        self._state.setText(
            tr("Fetching …") if fraction is None else tr("Fetching … {0} %").format(round(100 * fraction))
        )


def _size(megabytes: int) -> str:
    return tr("{0} MB").format(megabytes) if megabytes < 1_000 else tr("{0} GB").format(f"{megabytes / 1_000:.1f}")
