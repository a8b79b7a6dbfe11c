"""Which model does what: from the server's list, or by name where the server is another one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.settings.ui.choices import Choices
from careercoach_desktop.features.settings.ui.page_parts import Decided, Said, below, line, small, tr
from careercoach_desktop.features.settings.ui.words import day_words, model_line, price_words, warning_words
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.llm.model import Lifecycle, ModelList, ModelOption, Purpose
from careercoach_desktop.foundation.uikit import (
    Button,
    Card,
    ComboButton,
    Desk,
    MenuEntry,
    Space,
    TextField,
    column,
    holder,
    open_menu,
    row,
)

if TYPE_CHECKING:
    from careercoach_desktop.features.settings.model import ClaudeOverview
    from careercoach_desktop.features.settings.service import ClaudeSettings


_TASKS = (
    (Purpose.READING, "For reading", "Corrects what was understood from résumés and postings."),
    (Purpose.MATCHING, "For comparing jobs", "Judges how well jobs fit, many at a time."),
    (Purpose.ANALYSIS, "For judging", "Reads a résumé or a posting with a coach’s eye."),
    (Purpose.WRITING, "For tailoring", "Rewords a résumé for a job."),
    (Purpose.LETTERS, "For letters", "Writes cover letters."),
    (Purpose.INTERVIEWS, "For interviews", "Prepares you for a conversation and looks the company up."),
    (Purpose.PRACTICE, "For practice", "Asks what they might ask and weighs your answers."),
)


class ModelCard(Card):
    """``warned`` is told what there is to say about the chosen models, for the top of the section."""

    def __init__(
        self, desk: Desk, service: ClaudeSettings, choices: Choices, warned: Callable[[list[str]], object]
    ) -> None:
        super().__init__(tr("Models"), spacing=Space.M)
        self._desk = desk
        self._service = service
        self._warned = warned
        self._known = service.known_models()
        self._endpoint: str | None = None
        self._overview: ClaudeOverview | None = None
        self.pickers = {
            purpose: ModelPicker(f"claude_model_{purpose.value}", tr(label), service, choices)
            for purpose, label, _does in _TASKS
        }
        for purpose, _label, does in _TASKS:
            self.pickers[purpose].setToolTip(tr(does))
        self.refresh = Button(tr("Ask for the current list"), "link")
        self.refresh.clicked.connect(lambda: desk.start(self._ask(), owner=self))
        self._source = small()
        self._said = Said()
        source = row(self._source, self.refresh)
        source.setStretch(0, 1)
        self.add(
            small(
                tr("A small model reads and compares for a fraction of a cent, a larger one writes better."),
                "second",
            ),
            *self.pickers.values(),
            self._said,
            holder(source),
        )

    def show_overview(self, overview: ClaudeOverview) -> None:
        self._overview = overview
        endpoint = overview.in_force.settings.claude_endpoint
        if endpoint != self._endpoint:  # another server has other models, and has not been asked
            self._endpoint = endpoint
            self._known = ModelList((), live=False, checked_on=self._known.checked_on) if endpoint else self._own()
            self._said.say("")
        self._show()

    def _own(self) -> ModelList:
        return self._service.known_models()

    def _show(self) -> None:
        if self._overview is None:
            return
        settings, decided = self._overview.in_force.settings, self._overview.in_force.decided
        for picker in self.pickers.values():
            value = str(getattr(settings, picker.setting))
            picker.show_choice(value, self._known.models, decided.get(picker.setting), by_name=bool(self._endpoint))
        checked = tr("Prices checked on {day}.").format(day=day_words(self._known.checked_on))
        listed = tr("Models as the server lists them now.") if self._known.live else ""
        self._source.setText(f"{listed} {checked}".strip() if not self._endpoint else listed)
        can_ask = self._overview.status is not None and self._overview.status.ready
        self.refresh.setVisible(can_ask)
        self._warned([warning_words(one) for one in self._service.warnings(self._known, settings)])

    async def _ask(self) -> None:
        endpoint = self._endpoint or ""
        self.refresh.setEnabled(False)
        try:
            found = await self._desk.work(self._service.ask_for_models)
        except UserError as error:
            self._said.say(tr("{problem} You can type a model’s name.").format(problem=error.message), "warn")
            return
        finally:
            self.refresh.setEnabled(True)
        if endpoint == (self._endpoint or ""):
            self._known = found
            self._said.say(_unlisted_words(endpoint) if not found.live else "", "warn")
            self._show()


def _unlisted_words(endpoint: str) -> str:
    if endpoint:
        return tr("This server does not list its models. Type the name of one.")
    return tr("The list could not be had just now; this is the one that came with Career Coach.")


class ModelPicker(QWidget):
    """One choice: a menu for Anthropic's models, a name for another server's."""

    def __init__(self, setting: str, label: str, service: ClaudeSettings, choices: Choices) -> None:
        super().__init__()
        self.setting = setting
        self._service = service
        self._choices = choices
        self._label = label
        self._options: tuple[ModelOption, ...] = ()
        self.menu = ComboButton((), tr("Model {purpose}").format(purpose=label.lower()))
        self.menu.changed.connect(self._choose)
        self.name = TextField(tr("Name of the model {purpose}").format(purpose=label.lower()))
        self.name.committed.connect(self._choose_name)
        self.listed = Button(tr("Choose"), name=tr("Choose a model {purpose}").format(purpose=label.lower()))
        self.listed.set_trailing_icon("caret-down")
        self.listed.clicked.connect(self._open_list)
        self._detail = small()
        self._decided = Decided()
        self._wrong = Said()
        labelled = line(label, self.menu, self.name, self.listed)
        self._line = labelled
        self.setLayout(column(labelled, below(self._detail, self._decided, self._wrong), spacing=Space.XS))

    def show_choice(self, value: str, options: tuple[ModelOption, ...], decided: str | None, *, by_name: bool) -> None:
        """``by_name``: the model belongs to another server and is typed."""
        self._options = options
        self.menu.setVisible(not by_name)
        self.name.setVisible(by_name)
        self.listed.setVisible(by_name and bool(options))
        if self.name.text() != value and not (self.name.hasFocus() and self.name.isModified()):
            self.name.setText(value)
        offered = [one for one in options if one.lifecycle is not Lifecycle.RETIRED or one.id == value]
        entries = [(one.id, model_line(one, self._service.rates(one.id))) for one in offered]
        if value not in [one.id for one in offered]:
            entries.append((value, value))
        self.menu.set_choices(entries)
        self.menu.set_value(value)
        chosen = next((one for one in options if one.id == value), None)
        self.menu.setText(chosen.name if chosen is not None else value)
        price = price_words(self._service.rates(value))
        good_for = f"{chosen.good_for}. " if chosen is not None and chosen.good_for else ""
        self._detail.setText(f"{good_for}{price[:1].upper()}{price[1:]}.")
        self._decided.show_for(decided, self.menu, self.name, self.listed)

    def _choose(self, model: str) -> None:
        self._wrong.say("")
        self.name.set_state("plain")
        self._choices.save(self.setting, model, tr("the model"), refused=self._refuse)

    def _choose_name(self, text: str) -> None:
        if text.strip():
            self._choose(text.strip())
        else:
            self._refuse(tr("A model has a name, such as llama3.3."))

    def _refuse(self, why: str) -> None:
        self.name.set_state("error")
        self._wrong.say(why, "bad")

    def _open_list(self) -> None:
        entries = [
            MenuEntry(one.name, partial(self._choose, one.id), checked=one.id == self.name.text())
            for one in self._options
        ]
        open_menu(self.listed, entries)
