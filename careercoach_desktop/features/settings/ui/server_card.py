"""The server that is asked: Anthropic's own, or another one that speaks the same protocol, for instance at home."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.settings.model import ClaudeOverview
from careercoach_desktop.features.settings.ui.choices import Choices
from careercoach_desktop.features.settings.ui.page_parts import Decided, Said, below, line, small, tr
from careercoach_desktop.foundation.settings.endpoints import checked_endpoint
from careercoach_desktop.foundation.uikit import (
    STRETCH,
    Button,
    Card,
    MenuEntry,
    SegmentedControl,
    Space,
    TextField,
    holder,
    open_menu,
    row,
)

SETTING = "claude_endpoint"
PRESETS = (
    ("Ollama", "http://localhost:11434"),
    ("LM Studio", "http://localhost:1234"),
    ("llama.cpp", "http://localhost:8080"),
)


class ServerCard(Card):
    """An address is used when its button is pressed: half a typed one must not be asked."""

    def __init__(self, choices: Choices) -> None:
        super().__init__(tr("Server"), spacing=Space.M)
        self._choices = choices
        self._endpoint = ""
        self.which = SegmentedControl([("anthropic", "Anthropic"), ("other", tr("Another server"))], tr("Server"))
        self.which.changed.connect(self._turn)
        self.address = TextField(tr("Address of the server"), placeholder="http://localhost:11434")
        self.address.textEdited.connect(lambda _text: self._judge())
        self.address.returnPressed.connect(self._use)
        self.presets = Button(tr("Presets"), name=tr("Addresses of well-known servers"))
        self.presets.set_trailing_icon("caret-down")
        self.presets.clicked.connect(self._open_presets)
        self.use = Button(tr("Use this address"))
        self.use.clicked.connect(self._use)
        self._decided = Decided()
        self._wrong = Said()
        self._wordy = Said()
        self._other: QWidget = line(tr("Address"), self.address, self.presets, self.use)
        self.add(
            line(tr("Ask"), holder(row(self.which, STRETCH))),
            self._other,
            below(
                self._decided,
                self._wrong,
                self._wordy,
                small(
                    tr(
                        "Another server can be one on your own computer: then nothing leaves it. Each server has a key "
                        "and models of its own."
                    )
                ),
            ),
        )

    def show_overview(self, overview: ClaudeOverview) -> None:
        self._endpoint = overview.in_force.settings.claude_endpoint
        variable = overview.in_force.decided.get(SETTING)
        if not self.address.isModified() or not self.address.hasFocus():
            self.address.setText(self._endpoint)
            self._wrong.say("")
            self.address.set_state("plain")
            self.which.set_value("other" if self._endpoint else "anthropic")
        self._decided.show_for(variable, self.which, self.address, self.presets, self.use)
        self._wordy.say(
            tr("Answers are checked and repaired here, because this server can’t be held to a form.")
            if overview.wordy
            else ""
        )
        self._judge()

    def _turn(self, which: str) -> None:
        self._judge()
        if which == "anthropic":
            self._wrong.say("")
            if self._endpoint:
                self._choices.save(SETTING, "", tr("the server"))
        else:
            self.address.setFocus()

    def _judge(self) -> None:
        """The button is there while there is something to use."""
        self._other.setVisible(self.which.value() == "other")
        text = self.address.text().strip().rstrip("/")
        self.use.setEnabled(bool(text) and text != self._endpoint and self.address.isEnabled())

    def _use(self) -> None:
        try:
            address = checked_endpoint(self.address.text())
        except ValueError as wrong:
            self.address.set_state("error")
            said = str(wrong)
            self._wrong.say(f"{said[:1].upper()}{said[1:]}.", "bad")
            return
        self.address.set_state("plain")
        self.address.setModified(False)
        self._wrong.say("")
        self._choices.save(SETTING, address, tr("the server"), refused=lambda why: self._wrong.say(why, "bad"))

    def _open_presets(self) -> None:
        entries = [MenuEntry(f"{name}   {address}", partial(self._fill, address)) for name, address in PRESETS]
        open_menu(self.presets, entries)

    def _fill(self, address: str) -> None:
        self.address.setText(address)
        self._use()
