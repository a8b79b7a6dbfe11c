"""The key: entered, tested, replaced, removed; never shown but for its last characters, and where it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices

from careercoach_desktop.features.settings.ui.page_parts import Said, small, tr
from careercoach_desktop.features.settings.ui.words import keychain_words, no_keychain_words, session_words
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.llm.model import Status
from careercoach_desktop.foundation.settings.endpoints import host_of, is_this_computer
from careercoach_desktop.foundation.settings.keychain import SecretPlace
from careercoach_desktop.foundation.uikit import (
    STRETCH,
    Banner,
    Button,
    Card,
    Desk,
    IconView,
    Size,
    Space,
    Text,
    TextField,
    Weight,
    holder,
    row,
)

if TYPE_CHECKING:
    from careercoach_desktop.features.settings.model import ClaudeOverview
    from careercoach_desktop.features.settings.service import ClaudeSettings

_ACCOUNT = "https://platform.claude.com"


class KeyField(TextField):
    """Shows dots only, gives nothing to copy, and forgets what was typed when it is cleared, its undo included."""

    def __init__(self) -> None:
        super().__init__(tr("Claude key"), placeholder=tr("Paste your key here"))
        self.setEchoMode(TextField.EchoMode.Password)
        hidden, exact = Qt.InputMethodHint.ImhSensitiveData, Qt.InputMethodHint.ImhNoPredictiveText
        self.setInputMethodHints(hidden | exact | Qt.InputMethodHint.ImhNoAutoUppercase)

    def forget(self) -> None:
        self.setText("")
        self.set_state("plain")


class KeyCard(Card):
    """Shows what ``show_overview`` says; its verbs ask the service and say the result here."""

    def __init__(self, desk: Desk, service: ClaudeSettings) -> None:
        super().__init__(tr("Your key"), spacing=Space.M)
        self._desk = desk
        self._service = service
        self._replacing = False
        self._status: Status | None = None
        self._kept_icon = IconView("key", "second")
        self._hint = Text("", size=Size.LARGE, weight=Weight.BOLD)
        self._place = Text("", size=Size.SMALL, tone="third", wrap=True)
        self.field = KeyField()
        self.save = Button(tr("Save key"), "primary")
        self.try_typed = Button(tr("Test"), name=tr("Test the key that was typed"))
        self.never_mind = Button(tr("Cancel"), "ghost")
        self.test = Button(tr("Test"), compact=True, name=tr("Test your key"))
        self.replace = Button(tr("Replace"), compact=True, name=tr("Replace your key"))
        self.remove = Button(tr("Remove"), compact=True, name=tr("Remove your key"))
        self.retry = Button(tr("Try again"), compact=True, name=tr("Open the keychain again"))
        self.said = Said()
        self._why = small("", "second")
        self._account = Button(tr("Where to get a key"), "link")
        self._account.clicked.connect(lambda: QDesktopServices.openUrl(QUrl(_ACCOUNT)))
        self.use_after_all = Button(tr("Use the key in ANTHROPIC_API_KEY"), "link")
        self._no_keychain = Said()
        self.offer = Banner(
            tr("A key was found in the environment (ANTHROPIC_API_KEY)."), "accent", icon="key", action=tr("Use it")
        )
        self.decline = Button(tr("Not now"), "ghost", compact=True, name=tr("Do not use the key of the environment"))
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        kept = row(self._kept_icon, self._hint, self._place, self.test, self.replace, self.remove, self.retry)
        kept.setStretch(2, 1)
        self._kept = holder(kept)
        self._entry = holder(row(self.field, self.try_typed, self.save, self.never_mind))
        self._account_line = holder(row(self._account, self.use_after_all, STRETCH, spacing=Space.L))
        offered = row(self.offer, self.decline)
        offered.setStretch(0, 1)
        self._offered = holder(offered)
        parts = (self._offered, self._why, self._kept, self._entry, self.said, self._no_keychain, self._account_line)
        self.add(*parts)
        for part in parts:
            part.hide()

    def _connect(self) -> None:
        desk = self._desk
        self.save.clicked.connect(lambda: desk.start(self._keep(), owner=self))
        self.field.returnPressed.connect(lambda: desk.start(self._keep(), owner=self))
        self.field.textEdited.connect(lambda _text: self._while_typing())
        self.try_typed.clicked.connect(lambda: desk.start(self._test(self.field.text()), owner=self))
        self.test.clicked.connect(lambda: desk.start(self._test(None), owner=self))
        self.replace.clicked.connect(lambda: self._replace(on=True))
        self.never_mind.clicked.connect(lambda: self._replace(on=False))
        self.remove.clicked.connect(lambda: desk.start(self._remove(), owner=self))
        self.offer.acted.connect(lambda: desk.start(self._answer(use=True), owner=self))
        self.use_after_all.clicked.connect(lambda: desk.start(self._answer(use=True), owner=self))
        self.decline.clicked.connect(lambda: desk.start(self._answer(use=False), owner=self))

    # Showing --------------------------------------------------------------------------------------------------

    def show_overview(self, overview: ClaudeOverview) -> None:
        status = self._status = overview.status
        has_key = status is not None and bool(status.key_place)
        ready = status is not None and status.ready
        self._replacing = self._replacing and ready
        self._kept.setVisible(ready or status is None)
        self.retry.setVisible(status is None)
        self.test.setVisible(ready)
        self.replace.setVisible(ready)
        self.replace.setText(tr("Replace") if has_key else tr("Add a key"))
        self.remove.setVisible(has_key)
        self._entry.setVisible(status is not None and (not ready or self._replacing))
        self.never_mind.setVisible(self._replacing)
        self._offered.setVisible(status is not None and status.offers_environment)
        if status is None:
            self._show_locked(overview.keychain_problem)
            return
        self.set_title(_title_words(status))
        self._hint.setText(status.key_hint)
        self._hint.setVisible(has_key)
        self._hint.setAccessibleName(tr("Key ending in {hint}").format(hint=status.key_hint))
        self._place.setText(_place_words(status))
        self._why.setText("" if ready else _why_words(status))
        self._why.setVisible(not ready)
        self._account_line.setVisible(not has_key and status.is_anthropic)
        self.use_after_all.setVisible(overview.declined)
        warns = not status.keychain and status.key_place != SecretPlace.ENVIRONMENT and _wants_key(status)
        self._no_keychain.say(no_keychain_words() if warns else "", "warn")

    def _show_locked(self, problem: UserError | None) -> None:
        self._hint.hide()
        self._place.setText(str(problem) if problem is not None else "")
        for part in (self._why, self._account_line, self._no_keychain):
            part.hide()

    def _while_typing(self) -> None:
        self.field.set_state("plain")
        self.said.say("")

    def _replace(self, *, on: bool) -> None:
        self._replacing = on
        self._entry.setVisible(on)
        self.never_mind.setVisible(on)
        self.field.forget()
        self.said.say("")
        (self.field if on else self.replace).setFocus(Qt.FocusReason.OtherFocusReason)

    # Doing ----------------------------------------------------------------------------------------------------

    async def _keep(self) -> None:
        try:
            place = await self._desk.work(self._service.keep_key, self.field.text())
        except UserError as error:
            if error.code != "key-malformed":
                raise
            self.field.set_state("error")
            self.said.say(str(error), "bad")
            return
        self.field.forget()
        self._replacing = False
        self._entry.hide()
        kept = place is SecretPlace.KEYCHAIN
        self.said.say(
            tr("Your key is saved. Press Test to see whether it works.")
            if kept
            else tr("Your key is kept until Career Coach is closed. Press Test to see whether it works."),
            "good" if kept else "neutral",
        )

    async def _test(self, typed: str | None) -> None:
        if typed is not None and not typed.strip():
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        buttons = (self.test, self.try_typed)
        for button in buttons:
            button.setEnabled(False)
        self.said.say(tr("Asking…"))
        try:
            await self._desk.work(self._service.test_key, typed)
        except UserError as error:
            self.said.say(str(error), "bad")
        else:
            has_key = typed is not None or (self._status is not None and bool(self._status.key_place))
            self.said.say(tr("Your key works.") if has_key else tr("The server answers."), "good")
        finally:
            for button in buttons:
                button.setEnabled(True)

    async def _remove(self) -> None:
        from_environment = self._status is not None and self._status.key_place == SecretPlace.ENVIRONMENT
        if not from_environment and not await self._desk.ask(
            tr("Remove your key?"),
            tr(
                "Career Coach forgets it, and Claude is not asked any more. It stays valid: you can enter it again, or "
                "delete it in your account."
            ),
            confirm=tr("Remove"),
            danger=True,
        ):
            return
        await self._desk.work(self._service.remove_key)
        said = tr("The key of the environment is not used any more.") if from_environment else tr("The key is removed.")
        self.said.say(said)

    async def _answer(self, *, use: bool) -> None:
        await self._desk.run(lambda: self._service.answer_offer(use=use))
        self.said.say(tr("The key of the environment is used.") if use else "", "good")


def _title_words(status: Status) -> str:
    return tr("Your key") if status.is_anthropic else tr("Key for {host}").format(host=host_of(status.endpoint))


def _place_words(status: Status) -> str:
    match status.key_place:
        case SecretPlace.KEYCHAIN:
            return tr("in {keychain}").format(keychain=keychain_words(status.keychain))
        case SecretPlace.ENVIRONMENT:
            return tr("from ANTHROPIC_API_KEY in the environment")
        case SecretPlace.SESSION:
            return session_words(has_keychain=bool(status.keychain))
        case _:
            return tr("This server is on your own computer and needs no key, unless you gave it one.")


def _wants_key(status: Status) -> bool:
    return not is_this_computer(status.endpoint)


def _why_words(status: Status) -> str:
    if status.is_anthropic:
        return tr(
            "With a key of your own, Claude checks what was read and words things better. You pay Anthropic for what "
            "is used, nothing to us. Without a key, everything else works."
        )
    return tr("This server has a key of its own; the one for Anthropic is never sent to it.")
