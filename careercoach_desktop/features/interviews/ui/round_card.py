"""One round as a card in the job's drawer: what, when, where, with whom, and what can be done now."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QSizePolicy, QWidget

from careercoach_desktop.features.interviews.model import InterviewLine, InterviewOutcome
from careercoach_desktop.features.interviews.model.naming import OUTCOME_NAMES
from careercoach_desktop.features.interviews.model.when import zone_of
from careercoach_desktop.features.interviews.ui.interview_actions import InterviewActions
from careercoach_desktop.features.interviews.ui.meeting_links import is_link, meeting_name
from careercoach_desktop.features.interviews.ui.round_entries import PAGE, open_address, round_entries
from careercoach_desktop.features.interviews.ui.words import (
    TYPE_ICONS,
    clash_words,
    own_words,
    people_words,
    round_words,
    there_words,
    tr,
)
from careercoach_desktop.foundation.uikit import (
    STRETCH,
    Button,
    Card,
    FlowLayout,
    IconButton,
    IconView,
    Size,
    Space,
    Tag,
    Text,
    Weight,
    holder,
    open_menu,
    row,
)

TONES = {
    InterviewOutcome.PENDING: "neutral",
    InterviewOutcome.PASSED: "good",
    InterviewOutcome.FAILED: "bad",
    InterviewOutcome.CANCELLED: "neutral",
    InterviewOutcome.NO_DECISION: "neutral",
}


class RoundCard(Card):
    """``own`` is the person's zone."""

    def __init__(self, actions: InterviewActions, line: InterviewLine, own: str) -> None:
        super().__init__(spacing=6)
        self._actions, self.line, self._own = actions, line, own
        now = actions.now()
        today = now.astimezone(zone_of(own)).date()
        self.setAccessibleName(f"{round_words(line.interview)}, {own_words(line.interview.when, own, today)}")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.add(self._head(), *when_lines(line, own, today), *place_lines(actions, line), *self._who(), self._doing())

    def _head(self) -> QWidget:
        one = self.line.interview
        quiet = one.cancelled
        name = Text(round_words(one), weight=Weight.BOLD, elide=True, tone="third" if quiet else "text")
        name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        more = IconButton("dots-three", tr("More about {0}").format(round_words(one)))
        more.clicked.connect(lambda: open_menu(more, round_entries(self._actions, self.line, opens=True)))
        parts: list[QWidget] = [IconView(TYPE_ICONS[one.type], "third" if quiet else "accent"), name]
        if (tag := outcome_tag(self.line)) is not None:
            parts.append(tag)
        line = row(*parts, more, spacing=Space.S)
        line.setStretch(1, 1)
        return holder(line)

    def _who(self) -> list[QWidget]:
        people = self.line.interview.interviewers
        if not people:
            return []
        words = Text(people_words(people), size=Size.SMALL, tone="second", elide=True)
        line = row(IconView("users", "second", size=14), words, spacing=6)
        line.setStretch(1, 1)
        return [holder(line)]

    def _doing(self) -> QWidget:
        one, actions, start = self.line.interview, self._actions, self._actions.desk.start
        now = actions.now()
        flow = FlowLayout(Space.S)
        named = round_words(one)
        if one.awaits_word(now):
            took = Button(tr("It took place…"), icon="check-circle", compact=True,
                          name=tr("It took place: {0}").format(named))  # fmt: skip
            took.clicked.connect(lambda: start(actions.complete(self.line)))
            flow.addWidget(took)
        elif one.completed is not None and one.followed_up is None and not one.cancelled:
            thank = Button(tr("Thank them…"), icon="paper-plane-tilt", compact=True,
                           name=tr("Thank them for {0}").format(named))  # fmt: skip
            thank.clicked.connect(lambda: start(actions.thank(one.id)))
            flow.addWidget(thank)
        ahead = one.is_ahead(now)
        opened = Button(tr("Details"), "ghost", compact=True, name=tr("Details of {0}").format(named))
        if ahead:  # that is where the preparation stands
            opened = Button(tr("Prepare"), icon="lightbulb", compact=True, name=tr("Prepare for {0}").format(named))
        opened.clicked.connect(lambda: actions.desk.open(PAGE, one.id))
        change = Button(tr("Change…"), "ghost", compact=True, name=tr("Change {0}").format(named))
        change.clicked.connect(lambda: start(actions.edit(self.line)))
        flow.addWidget(opened)
        for extra in self._actions.extra() if ahead else ():
            button = Button(extra.label, icon=extra.icon, compact=True, name=f"{extra.label}: {named}")
            button.clicked.connect(lambda _checked=False, extra=extra: extra.run(self.line))
            flow.addWidget(button)
        flow.addWidget(change)
        place = holder(flow)
        place.setContentsMargins(0, 4, 0, 0)
        return place


def outcome_tag(line: InterviewLine) -> Tag | None:
    """What came of it; nothing for a round that is still to come."""
    one = line.interview
    if one.outcome is InterviewOutcome.PENDING and one.completed is None:
        return None
    return Tag(tr(OUTCOME_NAMES[one.outcome]), TONES[one.outcome])


def when_lines(line: InterviewLine, own: str, today: date, clashes: Sequence[InterviewLine] = ()) -> list[QWidget]:
    """The time on the person's clocks, below it the time there where that differs, and that it overlaps another: which,
    where ``clashes`` says."""
    when = line.interview.when
    ink = "third" if line.interview.cancelled else "text"
    words = Text(own_words(when, own, today), tone=ink, wrap=True)
    found: list[QWidget] = [words]
    if there := there_words(when, own):
        found.append(Text(there, size=Size.SMALL, tone="second"))
    if line.conflicts and not line.interview.cancelled:
        told = tr("At the same time: {0}.").format(clash_words(clashes, own, today)) if clashes else ""
        warn = Text(told or tr("Overlaps another interview"), size=Size.SMALL, tone="amber", wrap=bool(told))
        beside = row(IconView("warning", "amber", size=14), warn, spacing=6)
        beside.setStretch(1, 1)
        found.append(holder(beside))
    return found


def place_lines(actions: InterviewActions, line: InterviewLine) -> list[QWidget]:
    """The place, and the link to join at."""
    one, found = line.interview, list[QWidget]()
    if one.place:
        words = Text(one.place, size=Size.SMALL, tone="second", selectable=True, wrap=True)
        beside = row(IconView("map-pin", "second", size=14), words, spacing=6)
        beside.setStretch(1, 1)
        found.append(holder(beside))
    if one.link and is_link(one.link):
        name = meeting_name(one.link)
        words_ = tr("Join on {0}").format(name) if name else tr("Open the link")
        button = Button(words_, "link", icon="video-camera" if name else "link", compact=True,
                        name=f"{words_}: {round_words(one)}")  # fmt: skip
        button.clicked.connect(lambda: open_address(actions.desk, one.link))
        found.append(holder(row(button, STRETCH)))
    return found
