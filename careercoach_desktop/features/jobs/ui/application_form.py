"""The form of an application: what was sent, where, when, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from careercoach_desktop.features.jobs.capture.urls import looks_like_url
from careercoach_desktop.features.jobs.model import (
    Application,
    ApplicationMethod,
    ApplicationStatus,
    Enclosure,
    EnclosureKind,
    OfferedEnclosure,
)
from careercoach_desktop.features.jobs.ui.application_words import METHOD_WORDS, STATUS_WORDS
from careercoach_desktop.features.jobs.ui.days import read_day, refuse_day, such_as_day, written_day
from careercoach_desktop.features.jobs.ui.typed_values import refuse_link
from careercoach_desktop.features.jobs.ui.words import tr
from careercoach_desktop.foundation.uikit import (
    STRETCH,
    ComboButton,
    Size,
    Space,
    Text,
    TextArea,
    TextField,
    holder,
    row,
)

NOTHING = "-"
_MOST_VERSIONS = 20
_LEAST = 96


class EnclosureChoice(QWidget):
    """Which one was sent, and in which version. ``enclosure()`` is None for none."""

    changed = Signal()

    def __init__(self, name: str, kind: EnclosureKind) -> None:
        super().__init__()
        self.kind = kind
        self._offered: list[Enclosure] = []
        self.which = ComboButton([], name, placeholder=tr("None"), compact=True)
        self.which.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.which.setMinimumWidth(_LEAST)  # a long title is cut
        self.version = ComboButton([], tr("Version of the {0}").format(name.lower()), compact=True)
        self.which.changed.connect(self._choose)
        self.version.changed.connect(lambda _key: self.changed.emit())
        self.setLayout(row(self.which, self.version, STRETCH, spacing=Space.S))

    def offer(self, offered: Sequence[OfferedEnclosure], sent: Enclosure | None) -> None:
        """Let these be chosen; ``sent`` is, though it may not be among them any more."""
        of_kind = [one for one in offered if one.enclosure.kind is self.kind]
        refs = {one.enclosure.ref for one in of_kind}
        if sent is not None and sent.ref not in refs:
            of_kind.insert(0, OfferedEnclosure(sent, ""))
        self._offered = [one.enclosure for one in of_kind]
        labels = [f"{one.enclosure.title} · {one.hint}" if one.hint else one.enclosure.title for one in of_kind]
        self.which.set_choices([*((str(at), label) for at, label in enumerate(labels)), (NOTHING, tr("None"))])
        at = next((at for at, one in enumerate(self._offered) if sent is not None and one.ref == sent.ref), None)
        self.which.set_value(NOTHING if at is None else str(at))
        self._offer_versions(sent.version if sent is not None else None)

    @property
    def has_choices(self) -> bool:
        return bool(self._offered)

    def enclosure(self) -> Enclosure | None:
        chosen = self._chosen()
        if chosen is None or chosen.version is None:
            return chosen
        return chosen.model_copy(update={"version": int(self.version.value() or chosen.version)})

    def _choose(self, _key: str) -> None:
        self._offer_versions(None)
        self.changed.emit()

    def _offer_versions(self, version: int | None) -> None:
        newest = self._chosen().version if self._chosen() is not None else None  # type: ignore[union-attr]  # just asked
        newest = max(newest or 0, version or 0)
        numbers = range(newest, max(0, newest - _MOST_VERSIONS), -1)
        self.version.set_choices([(str(number), tr("version {0}").format(number)) for number in numbers])
        self.version.set_value(str(version or newest) if newest else "")
        self.version.setVisible(newest > 1)

    def _chosen(self) -> Enclosure | None:
        key = self.which.value()
        return self._offered[int(key)] if key.isdigit() else None


class ApplicationForm(QWidget):
    """``whole`` shows everything that can be recorded, else only what is known when an application is sent.
    ``application()`` is what stands in it; ``submitted`` when Enter is pressed in a field."""

    changed = Signal()
    submitted = Signal()

    def __init__(self, *, whole: bool) -> None:
        super().__init__()
        self._application = Application(job_id=0)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Space.S)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self.resume = EnclosureChoice(tr("Résumé"), EnclosureKind.RESUME)
        self.letter = EnclosureChoice(tr("Letter"), EnclosureKind.COVER_LETTER)
        self.portal = TextField(tr("Where it was sent"), placeholder="https://")
        self.confirmation = TextField(tr("Confirmation number"), placeholder=tr("if they gave one"))
        self.sent = TextField(tr("Sent on"), placeholder=such_as_day())
        self.answered = TextField(tr("Answered on"), placeholder=such_as_day())
        methods = [(each.value, tr(word)) for each, word in METHOD_WORDS.items()]
        statuses = [(each.value, tr(word)) for each, word in STATUS_WORDS.items()]
        self.method = ComboButton(methods, tr("How"), compact=True)
        self.status = ComboButton(statuses, tr("State"), compact=True)
        self.notes = TextArea(tr("Notes on the application"), min_lines=2, max_lines=6)
        self._lay_out(whole)
        for field in (self.portal, self.confirmation, self.sent, self.answered):
            field.setProperty("kit", "compact")
            field.textChanged.connect(self._check)
        for choice in (self.resume, self.letter, self.method, self.status, self.notes):
            choice.changed.connect(self.changed)

    def show_application(self, application: Application, offered: Sequence[OfferedEnclosure]) -> None:
        """Show what is recorded, and what can be chosen."""
        self._application = application
        for choice in (self.resume, self.letter):
            sent = next((one for one in application.enclosures if one.kind is choice.kind), None)
            choice.offer(offered, sent)
        self._letter_name.setVisible(self.letter.has_choices)
        self.letter.setVisible(self.letter.has_choices)
        self._resume_name.setVisible(self.resume.has_choices)
        self.resume.setVisible(self.resume.has_choices)
        self.portal.setText(application.portal_url)
        self.confirmation.setText(application.confirmation)
        self.sent.setText(written_day(application.submitted))
        self.answered.setText(written_day(application.responded))
        self.method.set_value(application.method.value)
        self.status.set_value(application.status.value)
        self.notes.setText(application.notes)

    @property
    def is_right(self) -> bool:
        return not any(self._wrong().values())

    def application(self) -> Application:
        """What stands in the form; only when it ``is_right``."""
        choices = (self.resume.enclosure(), self.letter.enclosure())
        others = [one for one in self._application.enclosures if one.kind is EnclosureKind.OTHER]
        typed = self.portal.text().strip()
        return self._application.model_copy(
            update={
                "enclosures": [one for one in choices if one is not None] + others,
                "portal_url": typed if typed == self._application.portal_url else looks_like_url(typed) or "",
                "confirmation": self.confirmation.text().strip(),
                "submitted": read_day(self.sent.text().strip()),
                "responded": read_day(self.answered.text().strip()),
                "method": ApplicationMethod(self.method.value()),
                "status": ApplicationStatus(self.status.value()),
                "notes": self.notes.text().strip(),
            }
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.is_right:
            self.submitted.emit()
            return
        super().keyPressEvent(event)

    def _lay_out(self, whole: bool) -> None:
        if whole:
            self._line(tr("State"), holder(row(self.status, self.method, STRETCH, spacing=Space.S)))
        self._resume_name = self._line(tr("Résumé"), self.resume)
        self._letter_name = self._line(tr("Letter"), self.letter)
        self._line(tr("Where"), self.portal)
        self._line(tr("Number"), self.confirmation)
        self._line(tr("Sent on"), self.sent)
        if whole:
            self._line(tr("Answered"), self.answered)
            self._line(tr("Notes"), self.notes)
        else:
            for spare in (self.status, self.method, self.answered, self.notes):
                spare.setParent(self)
                spare.hide()

    def _line(self, name: str, widget: QWidget) -> Text:
        at = self._grid.rowCount()
        label = Text(name, size=Size.SMALL, tone="third")
        self._grid.addWidget(label, at, 0)
        self._grid.addWidget(widget, at, 1)
        if self.layout() is None:
            self.setLayout(self._grid)
        return label

    def _wrong(self) -> dict[TextField, str]:
        typed = self.portal.text().strip()
        return {
            self.portal: "" if typed == self._application.portal_url else refuse_link(typed),
            self.sent: refuse_day(self.sent.text().strip()),
            self.answered: refuse_day(self.answered.text().strip()),
        }

    def _check(self) -> None:
        for field, why in self._wrong().items():
            if (field.state == "error") != bool(why):
                field.set_state("error" if why else "plain", why)
        self.changed.emit()


def prefilled(application: Application, offered: Sequence[OfferedEnclosure], portal: str, today: date) -> Application:
    """What is likely for an application nobody described yet: the likeliest résumé and letter, the posting's address,
    today. What is recorded already stays."""
    if application.enclosures or application.portal_url or application.confirmation:
        return application
    likely = []
    for kind in (EnclosureKind.RESUME, EnclosureKind.COVER_LETTER):
        likely += [one.enclosure for one in offered if one.enclosure.kind is kind][:1]
    return application.model_copy(
        update={"enclosures": likely, "portal_url": portal, "submitted": application.submitted or today}
    )
