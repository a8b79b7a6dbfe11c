"""A calendar on a server: where, as whom, which; when it was last kept up to date, and what went wrong."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from PySide6.QtCore import Qt

from careercoach_desktop.features.settings.ui.page_parts import Decided, Said, below, line, small, tr
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.settings.keychain import SecretPlace
from careercoach_desktop.foundation.uikit import (
    STRETCH,
    Button,
    Card,
    ComboButton,
    Desk,
    Dialog,
    IconView,
    Size,
    Space,
    Text,
    TextField,
    Weight,
    column,
    holder,
    moment_words,
    row,
)

if TYPE_CHECKING:
    from careercoach_desktop.features.interviews.service.syncing import SyncService, SyncState


_UNTIL_CLOSED = "No keychain answers on this computer, so the password is kept until Career Coach is closed."


class PasswordField(TextField):
    """Shows dots only, and forgets what was typed when it is cleared."""

    def __init__(self) -> None:
        super().__init__(tr("Password of the calendar server"))
        self.setEchoMode(TextField.EchoMode.Password)
        hidden, exact = Qt.InputMethodHint.ImhSensitiveData, Qt.InputMethodHint.ImhNoPredictiveText
        self.setInputMethodHints(hidden | exact | Qt.InputMethodHint.ImhNoAutoUppercase)


class CalendarServerCard(Card):
    """Nothing is kept before a calendar was found and chosen."""

    def __init__(self, desk: Desk, sync: SyncService) -> None:
        super().__init__(tr("Calendar on a server"), spacing=Space.M)
        self._desk, self._sync = desk, sync
        self._state: SyncState | None = None
        self._changing = False
        self.address = TextField(tr("Address of the calendar server"), placeholder="https://cloud.example.com")
        self.user = TextField(tr("User name on the calendar server"))
        self.password = PasswordField()
        self.test = Button(tr("Test and choose calendar"))
        self.calendars = ComboButton([], tr("Calendar"))
        self.keep = Button(tr("Keep interviews here"), "primary")
        self.never_mind = Button(tr("Cancel"), "ghost")
        self.now = Button(tr("Update now"), compact=True)
        self.change = Button(tr("Change"), compact=True, name=tr("Change the calendar server"))
        self.stop = Button(tr("Stop"), compact=True, name=tr("Stop keeping interviews on the server"))
        self._name = Text("", size=Size.LARGE, weight=Weight.BOLD, elide=True)
        self._place = Text("", size=Size.SMALL, tone="third", elide=True)
        self.said = Said()
        self._decided = Decided()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        words = tr(
            "Your interviews appear in a calendar of yours (CalDAV: Nextcloud, iCloud, Fastmail and many others), and "
            "what you change there changes here. Other events are never touched, and your notes stay on this computer."
        )
        known = holder(column(self._name, self._place, spacing=2))
        there = row(IconView("calendar-check", "second"), known, self.now, self.change, self.stop, spacing=Space.M)
        there.setStretch(1, 1)
        self._connected = holder(there)
        chosen = line(tr("Calendar"), holder(row(self.calendars, self.keep, STRETCH)))
        self._choosing = chosen
        self._entry = holder(
            column(
                line(tr("Address"), self.address),
                line(tr("User name"), self.user),
                line(tr("Password"), self.password),
                below(holder(row(self.test, self.never_mind, STRETCH))),
                chosen,
                below(
                    small(
                        tr(
                            "Some services want a password made for one app; their own help says how. Google’s and "
                            "Microsoft’s calendars can’t be reached this way: use the file below, or “Add to Google "
                            "Calendar” in an interview’s menu."
                        )
                    )
                ),
                spacing=Space.M,
            )
        )
        self.add(small(words, "second"), self._connected, self._entry, self._decided, self.said)
        for part in (self._connected, self._entry, self._choosing):
            part.hide()

    def _connect(self) -> None:
        desk = self._desk
        self.test.clicked.connect(lambda: desk.start(self._find(), owner=self))
        self.password.returnPressed.connect(lambda: desk.start(self._find(), owner=self))
        self.keep.clicked.connect(lambda: desk.start(self._use(), owner=self))
        self.now.clicked.connect(lambda: desk.start(self._update(), owner=self))
        self.stop.clicked.connect(lambda: desk.start(self._forget(), owner=self))
        self.change.clicked.connect(lambda: self._turn(on=True))
        self.never_mind.clicked.connect(lambda: self._turn(on=False))
        for field in (self.address, self.user, self.password):
            field.textEdited.connect(self._on_typed)

    def _on_typed(self) -> None:
        """What was found, or refused, was about what stood there before."""
        self._choosing.hide()
        self.said.say("")

    # Showing --------------------------------------------------------------------------------------------------

    def show_state(self, state: SyncState, variable: str | None) -> None:
        fresh = self._state is None or self._state.calendar != state.calendar
        self._state = state
        if fresh and not self.address.hasFocus():
            self.address.setText(state.server)
            self.user.setText(state.user)
        controls = (self.address, self.user, self.password, self.test, self.keep, self.change, self.stop)
        self._decided.show_for(variable, *controls)
        self._show_parts()
        self.password.setPlaceholderText(tr("The one that is kept") if state.has_password else "")
        if not state.calendar:
            return
        self._name.setText(state.title or _last_part(state.calendar))
        host = urlsplit(state.server).netloc
        self._place.setText(tr("{0} at {1} · {2}").format(state.user, host, _last_words(state)))
        if state.problem and not self._changing:
            self.said.say(state.problem, "bad")
        elif not state.has_password:
            self.said.say(tr("Its password is not on this computer any more. Enter it again under Change."), "warn")
        elif not self._changing and not state.running:
            self.said.say(state.told[0] if state.told else tr(_UNTIL_CLOSED) if state.until_closed else "")

    def _show_parts(self) -> None:
        has_one = self._state is not None and bool(self._state.calendar)
        self._connected.setVisible(has_one)
        self._entry.setVisible(not has_one or self._changing)
        self.never_mind.setVisible(has_one)

    def _turn(self, *, on: bool) -> None:
        self._changing = on
        self.password.setText("")
        self._choosing.hide()
        self.said.say("")
        self._show_parts()
        (self.address if on else self.change).setFocus(Qt.FocusReason.OtherFocusReason)

    # Doing ----------------------------------------------------------------------------------------------------

    async def _find(self) -> None:
        self.said.say(tr("Asking…"))
        self.test.setEnabled(False)
        try:
            found = await self._desk.work(
                self._sync.find_calendars, self.address.text(), self.user.text(), self.password.text()
            )
        except UserError as error:
            self.said.say(str(error), "bad")
            return
        finally:
            self.test.setEnabled(True)
        self.calendars.set_choices([(each.address, each.name) for each in found])
        chosen = self._state.calendar if self._state is not None else ""
        self.calendars.set_value(chosen if chosen in {each.address for each in found} else found[0].address)
        self._choosing.show()
        self.said.say(tr("The server answers. Choose the calendar your interviews are to appear in."), "good")
        self.keep.setFocus(Qt.FocusReason.OtherFocusReason)

    async def _use(self) -> None:
        typed = self.address.text(), self.user.text(), self.password.text()
        calendar, title = self.calendars.value(), self.calendars.text()
        before, along = self._state, False
        if before is not None and before.calendar and before.calendar != calendar:
            choice = await self._choice(
                tr("Move your interviews there?"),
                tr("They stand in “{0}” now. They can move to “{1}”, or stay in the old one as well.").format(
                    before.title or _last_part(before.calendar), title
                ),
                (tr("Leave them there"), "leave"),
                (tr("Move them"), "take"),
            )
            if not choice:
                return
            along = choice == "take"
        use = partial(self._sync.use, take_along=along)
        place = await self._desk.work(use, *typed, calendar, title)
        self._changing = False
        self.password.setText("")
        self._choosing.hide()
        self._show_parts()
        kept = place is SecretPlace.KEYCHAIN
        self.said.say(
            tr("Your interviews are on their way there.")
            if kept
            else tr("Your interviews are on their way there. {0}").format(tr(_UNTIL_CLOSED)),
            "good" if kept else "neutral",
        )

    async def _update(self) -> None:
        self.said.say(tr("Asking…"))
        await self._desk.run(self._sync.start_sync)

    async def _forget(self) -> None:
        choice = await self._choice(
            tr("Stop keeping interviews there?"),
            tr(
                "Your interviews stay here, and the password is forgotten. What is in that calendar can stay there or "
                "be taken out."
            ),
            (tr("Stop and take them out"), "take"),
            (tr("Stop"), "leave"),
        )
        if not choice:
            return
        await self._desk.work(partial(self._sync.forget, take_out=choice == "take"))
        self.said.say(
            tr("Interviews are being taken out of that calendar.")
            if choice == "take"
            else tr("Interviews are not kept on the server any more.")
        )

    async def _choice(self, title: str, words: str, *choices: tuple[str, str]) -> str:
        """One of two ways to go on, or "" for none."""
        dialog = Dialog(title, self._desk.window, width=460)
        dialog.body.addWidget(Text(words, tone="second", wrap=True))
        dialog.add_button(tr("Cancel"), "")
        (second, other), (first, default) = choices
        dialog.add_button(second, other)
        dialog.add_button(first, default, "primary")
        return await dialog.answer()


def _last_part(address: str) -> str:
    return urlsplit(address).path.rstrip("/").rpartition("/")[2] or address


def _last_words(state: SyncState) -> str:
    if state.running:
        return tr("being updated")
    return tr("last updated {0}").format(moment_words(state.last)) if state.last else tr("not updated yet")
