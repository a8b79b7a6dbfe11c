"""An invitation as it was read, before anything is done with it: the person says which job it is for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.interviews.invitations.words import REMARK_WORDS
from careercoach_desktop.features.interviews.model import Interview, When
from careercoach_desktop.features.interviews.model.exchange import Choice, News, Offer
from careercoach_desktop.features.interviews.model.invitation import Invitation, Remark, RemarkKind
from careercoach_desktop.features.interviews.ui.form_dialog import FormDialog
from careercoach_desktop.features.interviews.ui.suggest_field import SuggestField
from careercoach_desktop.features.interviews.ui.type_choice import TypeChoice
from careercoach_desktop.features.interviews.ui.words import own_words, own_words_inside, people_words, there_words, tr
from careercoach_desktop.features.interviews.ui.zone_field import ZoneField
from careercoach_desktop.foundation.uikit import (
    STRETCH,
    Banner,
    CheckBox,
    Desk,
    Dialog,
    Scroll,
    Size,
    Text,
    TextArea,
    column,
    holder,
    row,
)

ADD, SKIP, READ = "add", "skip", "read"
_WIDTH = 560
_SHORT = 36
"""Letters of a title that have room beside a time."""
_ZONE_DOUBTS = (RemarkKind.FLOATING, RemarkKind.ZONE_UNKNOWN, RemarkKind.ZONE_AS_OFFSET)
_CHANGE_WORDS = {"when": "Time", "place": "Place", "link": "Link", "interviewers": "People", "outcome": "Takes place"}


@dataclass(frozen=True)
class Showing:
    """What one dialog stands on. ``jobs`` are (id, label); ``last_job`` the one chosen for the invitation before;
    ``number`` of ``count`` where there are several."""

    own_zone: str
    today: date
    jobs: Sequence[tuple[int, str]] = field(default_factory=list)
    last_job: int | None = None
    number: int = 1
    count: int = 1


class InvitationDialog(FormDialog):
    """After ``ADD``: ``choice()``. ``SKIP`` leaves this one out."""

    def __init__(self, desk: Desk, offer: Offer, showing: Showing) -> None:
        super().__init__(_title(offer, showing), desk.window, width=_WIDTH)
        self._desk, self._offer, self._showing = desk, offer, showing
        one = offer.invitation
        self.job = SuggestField(tr("Job"), placeholder=tr("Type a title or a company"))
        self.kind = TypeChoice(one.type)
        self.zone: ZoneField | None = None
        if one.when is not None and any(each.kind in _ZONE_DOUBTS for each in one.remarks):
            self.zone = ZoneField(desk, showing.own_zone, one.when.zone, one.when.start)
            self.zone.changed.connect(self._zone_changed)
        self.when = Text("", wrap=True)
        self.there = Text("", size=Size.SMALL, tone="second", wrap=True)
        self.text = CheckBox(tr("Keep its description among the notes"))
        self.text.setChecked(True)
        self._zone_said = not one.needs_zone
        self._show_facts()
        if offer.news is News.NEW:
            self._ask_job()
        self._buttons_for(offer)
        self._show_when()
        self._check()

    def choice(self) -> Choice:
        """Only after ``ADD``."""
        one, new = self._offer.invitation, self._offer.news is News.NEW
        zone = self.zone.zone() if self.zone is not None else ""
        unchanged = one.when is None or zone == one.when.zone
        return Choice(
            one,
            self._job_id() if new else None,
            zone="" if unchanged and not one.needs_zone else zone,
            type=self.kind.kind() if new else None,
            with_text=self.text.isChecked(),
            anyway=self._offer.news is News.OLDER,
        )

    def is_changed(self) -> bool:
        return False  # the file is still there: nothing that was typed is lost

    # Its parts -------------------------------------------------------------------------------------------------

    def _show_facts(self) -> None:
        one, news = self._offer.invitation, self._offer.news
        if words := _news_words(news):
            tone = "warn" if news in (News.OLDER, News.CANCELLED) else "neutral"
            self.body.insertWidget(0, Banner(words, tone))
        self.line(tr("Invitation"), Text(one.summary or tr("Without a title"), wrap=True, selectable=True))
        self._fact(tr("When"), holder(column(self.when, self.there, spacing=2)))
        if self.zone is not None:
            self.line(tr("Time zone"), holder(row(self.zone, STRETCH)))
        if news is News.CHANGED and self._offer.there is not None:
            self._show_changes(self._offer.there)
        if one.place:
            self._fact(tr("Place"), Text(one.place, wrap=True, selectable=True))
        if one.link:
            self.line(tr("Link"), Text(one.link, elide=True, selectable=True))
        if one.interviewers:
            self.line(tr("With"), Text(people_words(one.interviewers), wrap=True))
        for remark in one.remarks:
            self.below(Text(remark_said(remark), size=Size.SMALL, tone="amber", wrap=True))

    def _fact(self, name: str, words: QWidget) -> None:
        """Words, of which there may be several lines, with their name beside the first."""
        self.line(name, words, top=True).setContentsMargins(0, 1, 0, 0)

    def _show_changes(self, there: Interview) -> None:
        named = [tr(_CHANGE_WORDS[each]) for each in self._offer.changes if each in _CHANGE_WORDS]
        before = own_words_inside(there.when, self._showing.own_zone, self._showing.today)
        words = tr("{0} (until now: {1})").format(", ".join(named), before) if "when" in self._offer.changes else ""
        self._fact(tr("New"), Text(words or ", ".join(named), wrap=True))

    def _ask_job(self) -> None:
        jobs, guesses = dict(self._showing.jobs), self._offer.guesses
        first = [(each.job_id, jobs[each.job_id]) for each in guesses if each.job_id in jobs]
        self.job.offer([*first, *(each for each in self._showing.jobs if each not in first)])
        self.line(tr("Job"), self.job)
        guess = first[0][0] if first else self._showing.last_job
        if guess is not None:
            self.job.setText(self.job.label_of(guess))
        if first:
            because = tr("Suggested because of {0}. Check it.").format(tr(guesses[0].because))
            self.below(Text(because, size=Size.SMALL, tone="second", wrap=True))
        self.line(tr("Kind"), holder(row(self.kind, STRETCH)))
        if self._offer.invitation.text:
            self.below(self.text)
        self.job.textChanged.connect(self._check)

    def _buttons_for(self, offer: Offer) -> None:
        several = self._showing.count > 1
        self.add_button(tr("Not now") if offer.news is News.CANCELLED else tr("Cancel"), "")
        if several:
            self.add_button(tr("Leave this one out"), SKIP)
        self.add = self.add_button(_add_words(offer), ADD, "primary")
        (self.job if offer.news is News.NEW and not self.job.text() else self.add).setFocus()

    def _zone_changed(self) -> None:
        self._zone_said = True
        self._show_when()
        self._check()

    def _show_when(self) -> None:
        when = self._when()
        if when is None:
            self.when.setText(tr("The invitation says no time."))
            self.there.hide()
            return
        if self.zone is not None:
            self.zone.set_moment(when.start)
        self.when.setText(own_words(when, self._showing.own_zone, self._showing.today))
        there = there_words(when, self._showing.own_zone)
        self.there.setText(there)
        self.there.setVisible(bool(there))
        self.fit_soon()

    def _when(self) -> When | None:
        when = self._offer.invitation.when
        if when is None or self.zone is None:
            return when
        return when.model_copy(update={"zone": self.zone.zone()})

    def _check(self) -> None:
        needs_job = self._offer.news is News.NEW
        self.add.setEnabled(self._zone_said and not (needs_job and self._job_id() is None))

    def _job_id(self) -> int | None:
        key = self.job.key_of(self.job.text().strip())
        return key if isinstance(key, int) else None


class PickInvitations(Dialog):
    """A calendar with many events: which of them are interviews. After ``ADD``: ``picked()``."""

    def __init__(self, parent: QWidget | None, offers: Sequence[Offer], showing: Showing) -> None:
        super().__init__(tr("Which of these are interviews?"), parent, width=_WIDTH)
        self._offers = list(offers)
        self.boxes = [CheckBox(_short(each.invitation, showing)) for each in self._offers]
        for box, offer in zip(self.boxes, self._offers, strict=True):
            box.setChecked(bool(offer.guesses) or offer.news is not News.NEW)
            box.toggled.connect(self._check)
        words = tr("This calendar has {0} events. Those that seem to belong to a job of yours are marked.")
        self.body.addWidget(Text(words.format(len(self._offers)), tone="second", wrap=True))
        scroll = Scroll(holder(column(*self.boxes, STRETCH, spacing=2)), tr("Events"))
        scroll.setFixedHeight(300)
        self.body.addWidget(scroll)
        self.add_button(tr("Cancel"), "")
        self.go_on = self.add_button(tr("Go on"), ADD, "primary")
        self._check()

    def picked(self) -> list[Offer]:
        return [offer for box, offer in zip(self.boxes, self._offers, strict=True) if box.isChecked()]

    def _check(self) -> None:
        self.go_on.setEnabled(any(box.isChecked() for box in self.boxes))


class PasteInvitation(FormDialog):
    """``copied`` is what the clipboard holds anyway; ``problem`` why ``text`` could not be read. After ``READ``:
    ``text()``."""

    def __init__(self, parent: QWidget | None, text: str = "", *, copied: str = "", problem: str = "") -> None:
        warning = tr("Not read yet. Escape once more leaves without it.")
        super().__init__(tr("Paste an invitation"), parent, width=_WIDTH, warning=warning)
        self._copied = copied
        words = tr("Paste all of the calendar text (from BEGIN:VCALENDAR on), or the source of the e-mail it came in.")
        self.across(Text(words, tone="second", wrap=True))
        self.field = TextArea(tr("Invitation"), text=text, min_lines=8, max_lines=12, placeholder="BEGIN:VCALENDAR …")
        self.field.changed.connect(self._check)
        self.field.changed.connect(self.fit_soon)
        self.across(self.field)
        if problem:
            self.across(Banner(problem, "bad"))
        self.add_button(tr("Cancel"), "")
        self.read = self.add_button(tr("Read"), READ, "primary")
        self._check()
        self.field.setFocus()

    def text(self) -> str:
        return self.field.text()

    def is_changed(self) -> bool:
        return self.field.text().strip() not in ("", self._copied.strip())

    def _check(self) -> None:
        self.read.setEnabled(bool(self.field.text().strip()))


def remark_said(remark: Remark) -> str:
    return tr(REMARK_WORDS[remark.kind]).format(about=remark.about)


def _title(offer: Offer, showing: Showing) -> str:
    words = {
        News.NEW: tr("Add an interview"),
        News.CHANGED: tr("The invitation has changed"),
        News.OLDER: tr("An older invitation"),
        News.CANCELLED: tr("The interview is cancelled"),
    }[offer.news]
    return words if showing.count == 1 else tr("{0} ({1} of {2})").format(words, showing.number, showing.count)


def _news_words(news: News) -> str:
    return {
        News.OLDER: tr("This was sent before what you have now, so nothing changes by itself."),
        News.CANCELLED: tr("They called it off. The interview stays here, marked as cancelled."),
    }.get(news, "")


def _add_words(offer: Offer) -> str:
    return {
        News.NEW: tr("Add interview"),
        News.CHANGED: tr("Take the changes"),
        News.OLDER: tr("Use it anyway"),
        News.CANCELLED: tr("Mark as cancelled"),
    }[offer.news]


def _short(invitation: Invitation, showing: Showing) -> str:
    time = own_words(invitation.when, showing.own_zone, showing.today) if invitation.when is not None else ""
    name = invitation.summary or tr("Without a title")
    name = name if len(name) <= _SHORT else f"{name[:_SHORT].rstrip()}…"
    return " · ".join(part for part in (name, time) if part)
