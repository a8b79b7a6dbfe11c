"""One round in full: when, where, with whom, what to prepare, what was asked, what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from careercoach_desktop.features.interviews.model import InterviewLine, InterviewOutcome
from careercoach_desktop.features.interviews.model.naming import OUTCOME_NAMES
from careercoach_desktop.features.interviews.model.when import zone_of
from careercoach_desktop.features.interviews.ui.interview_actions import InterviewActions
from careercoach_desktop.features.interviews.ui.interviewer_card import InterviewerCard
from careercoach_desktop.features.interviews.ui.round_card import outcome_tag, place_lines, when_lines
from careercoach_desktop.features.interviews.ui.round_entries import round_entries
from careercoach_desktop.features.interviews.ui.saved_text import SavedText
from careercoach_desktop.features.interviews.ui.words import TYPE_ICONS, round_words, tr
from careercoach_desktop.features.jobs.ui import near_day
from careercoach_desktop.foundation.uikit import (
    STRETCH,
    Button,
    ComboButton,
    FlowLayout,
    Heading,
    IconButton,
    IconView,
    Scroll,
    Size,
    Space,
    Text,
    clear,
    column,
    holder,
    open_menu,
    row,
)

if TYPE_CHECKING:
    from careercoach_desktop.features.interviews.ui.brief_view import BriefView

TEXTS = (
    ("notes", "To prepare", "What do you want to have ready?"),
    ("questions", "What they asked", "While you remember: one question a line"),
    ("feedback", "How it went", "What they said, and what you thought of it"),
)
JOBS = "jobs"


class InterviewDetail(QWidget):
    """``briefs`` stand last: what to prepare, what was found out about them. What was asked and how it went are written
    down once it has begun; before that they would only stand in the way, as an empty “To prepare” does when it is over.
    """

    close_wanted = Signal()

    def __init__(self, actions: InterviewActions, briefs: BriefView | None = None) -> None:
        super().__init__()
        self._actions, self._desk = actions, actions.desk
        self._briefs = briefs
        self._line: InterviewLine | None = None
        self._own = ""
        self._clashes: list[InterviewLine] = []
        self._facts = column(spacing=Space.S)
        self._people = column(spacing=Space.S)
        service = actions.services.interviews
        self.texts = {
            field: SavedText(actions.desk, service, field, tr(title), tr(hint)) for field, title, hint in TEXTS
        }
        self._icon = IconView("calendar-blank", "accent")
        self._title = Heading("", 2)
        self._tag_place = row(spacing=0)
        self.more = IconButton("dots-three", tr("More about this interview"))
        self.more.clicked.connect(self._open_menu)
        self._close = IconButton("x", tr("Close"))
        self._close.clicked.connect(self.close_wanted)
        head = row(self._icon, self._title, self._tag_place, self.more, self._close, spacing=Space.S)
        head.setStretch(1, 1)
        head.setContentsMargins(Space.XL, Space.M, Space.XL, 0)
        between = [briefs] if briefs is not None else []
        parts = column(self._facts, self._people, *self.texts.values(), *between, STRETCH, spacing=Space.L)
        parts.setContentsMargins(Space.XL, Space.S, Space.XL, Space.XL)
        self._scroll = Scroll(parts, tr("Interview"))
        whole = column(head, self._scroll, spacing=Space.S)
        whole.setStretch(1, 1)
        self.setLayout(whole)
        self.setFocusProxy(self.more)

    @property
    def line(self) -> InterviewLine | None:
        """What it shows."""
        return self._line

    def show_interview(self, line: InterviewLine) -> None:
        """Show a round, or what changed of it; what is being written stays."""
        self._line = line
        self._desk.start(self._load(line), owner=self)

    async def _load(self, line: InterviewLine) -> None:
        service, run = self._actions.services.interviews, self._desk.run
        own = await run(service.own_zone)  # it may be another since
        one, clashes = line.interview, list[InterviewLine]()
        if line.conflicts and not one.cancelled:
            clashes = await run(service.conflicts, one.when, one.id)
        if self._line is not line:
            return
        self._own, self._clashes = own, clashes
        if self._held():  # what has the keyboard goes with the facts; it must not wander down and take the page along
            self.more.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show(line)
        now = self._actions.now()
        over, begun = one.completed is not None or one.when.end <= now, one.has_begun(now)
        for field, text in self.texts.items():
            text.show_interview(line.interview)
            wanted = not over if field == "notes" else begun
            text.setVisible(wanted or bool(text.area.text()))
        self._order_keys()
        if self._briefs is not None:
            self._briefs.open(line.interview.id)

    def _held(self) -> bool:
        focused = self.window().focusWidget()
        inside = focused is not None and self.isAncestorOf(focused)
        stay = [*self.texts.values(), *([self._briefs] if self._briefs is not None else [])]
        return inside and not any(each.isAncestorOf(focused) for each in stay)

    def _order_keys(self) -> None:
        """Tab goes by where things stand: Qt takes what was made last, the facts, after everything else."""
        texts = list(self.texts.values())
        later = [*texts, *([self._briefs] if self._briefs is not None else [])]
        stops = [
            each
            for each in self._scroll.viewport().findChildren(QWidget)
            if each.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        facts = [each for each in stops if not any(part.isAncestorOf(each) for part in later)]
        written = [each for each in stops if any(text.isAncestorOf(each) for text in texts)]
        for before, after in pairwise([self.more, self._close, *facts, *written]):
            self.setTabOrder(before, after)

    # Its parts -------------------------------------------------------------------------------------------------

    def _show(self, line: InterviewLine) -> None:
        one, today = line.interview, self._actions.now().astimezone(zone_of(self._own)).date()
        self._icon.set_icon(TYPE_ICONS[one.type], "third" if one.cancelled else "accent")
        self._title.setText(round_words(one))
        clear(self._tag_place)
        if (tag := outcome_tag(line)) is not None:
            self._tag_place.addWidget(tag)
        clear(self._facts)
        job = " · ".join(part for part in (line.title, line.company) if part)
        opened = Button(job, "link", icon="briefcase", name=tr("Open the job {0}").format(job))
        opened.may_be_cut()
        opened.clicked.connect(lambda: self._desk.open(JOBS, one.job_id))
        self._facts.addLayout(row(opened, STRETCH))
        for widget in when_lines(line, self._own, today, self._clashes):
            self._facts.addWidget(widget)
        for widget in place_lines(self._actions, line):
            self._facts.addWidget(widget)
        self._facts.addWidget(_flow(self._buttons(line), Space.S))
        if one.completed is not None or one.outcome not in (InterviewOutcome.PENDING, InterviewOutcome.CANCELLED):
            self._facts.addLayout(self._outcome(line))
            self._facts.addLayout(self._follow_up(line, today))
        self._show_people(line)

    def _buttons(self, line: InterviewLine) -> list[QWidget]:
        one, actions, start = line.interview, self._actions, self._desk.start
        found: list[QWidget] = []
        now = actions.now()
        if one.awaits_word(now):
            took = Button(tr("It took place…"), "primary", icon="check-circle", compact=True)
            took.clicked.connect(lambda: start(actions.complete(line)))
            found.append(took)
        for extra in actions.extra() if one.is_ahead(now) else ():
            button = Button(extra.label, icon=extra.icon, compact=True)
            button.clicked.connect(lambda _checked=False, extra=extra: extra.run(line))
            found.append(button)
        change = Button(tr("Change…"), icon="pencil-simple", compact=True)
        change.clicked.connect(lambda: start(actions.edit(line)))
        return [*found, change]

    def _outcome(self, line: InterviewLine) -> QHBoxLayout:
        one = line.interview
        left_out = set() if one.cancelled else {InterviewOutcome.CANCELLED}  # its menu says that it was called off
        choices = [(each.value, tr(word)) for each, word in OUTCOME_NAMES.items() if each not in left_out]
        choice = ComboButton(choices, tr("Outcome"), value=one.outcome.value, compact=True)
        choice.changed.connect(lambda key: self._desk.start(self._actions.set_outcome(line, InterviewOutcome(key))))
        return row(Text(tr("Outcome"), size=Size.SMALL, tone="second"), choice, STRETCH, spacing=Space.M)

    def _follow_up(self, line: InterviewLine, today: date) -> QHBoxLayout:
        """Whether they were thanked; else the way to do it."""
        one, actions, start = line.interview, self._actions, self._desk.start
        if one.followed_up is not None:
            words = tr("They have heard from you ({0}).").format(near_day(one.followed_up, today))
            again = Button(tr("Write again…"), "link")
            again.clicked.connect(lambda: start(actions.thank(one.id)))
            undone = Button(tr("Not yet"), "link", name=tr("They have not heard from me yet"))
            undone.clicked.connect(lambda: start(actions.mark_followed_up(line, done=False)))
            icon = IconView("check-circle", "green", size=14)
            return row(icon, Text(words, size=Size.SMALL, tone="second"), again, undone, STRETCH, spacing=6)
        write = Button(tr("Thank them…"), icon="paper-plane-tilt", compact=True)
        write.clicked.connect(lambda: start(actions.thank(one.id)))
        sent = Button(tr("I have thanked them"), "ghost", compact=True)
        sent.clicked.connect(lambda: start(actions.mark_followed_up(line, done=True)))
        return row(write, sent, STRETCH, spacing=Space.S)

    def _show_people(self, line: InterviewLine) -> None:
        clear(self._people)
        people = line.interview.interviewers
        if people:
            self._people.addWidget(Heading(tr("Who asks"), 3))
        for person in people:
            self._people.addWidget(InterviewerCard(self._desk, person))

    def _open_menu(self) -> None:
        if self._line is not None:
            open_menu(self.more, round_entries(self._actions, self._line))


def _flow(widgets: Sequence[QWidget], gap: int) -> QWidget:
    flow = FlowLayout(gap)
    for widget in widgets:
        flow.addWidget(widget)
    return holder(flow)
