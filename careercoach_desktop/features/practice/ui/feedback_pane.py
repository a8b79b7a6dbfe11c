"""What was thought of an answer: at once by rules here, and by Claude beside it, never instead of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from careercoach_desktop.features.practice.model import Answer, EvaluationGrew, Question
from careercoach_desktop.features.practice.ui.claim_line import ClaimLine
from careercoach_desktop.features.practice.ui.feedback_words import Growing, Opinion, opinions, speech_words
from careercoach_desktop.features.practice.ui.lists import listed
from careercoach_desktop.features.practice.ui.marked_text import changes, suggestion
from careercoach_desktop.features.practice.ui.star_rows import StarRows
from careercoach_desktop.features.practice.ui.task_bar import ClaudeOffer, TaskBar
from careercoach_desktop.features.practice.ui.words import HERE as HERE_WORDS
from careercoach_desktop.features.practice.ui.words import word_count
from careercoach_desktop.foundation.tasks.model import Task
from careercoach_desktop.foundation.uikit import (
    STRETCH,
    Badge,
    Banner,
    Button,
    ComboButton,
    Heading,
    IconButton,
    IconView,
    Line,
    ScoreRing,
    Scroll,
    SegmentedControl,
    Size,
    Space,
    Text,
    clear,
    column,
    holder,
    row,
)

_RING = 76
CLAUDE, HERE = "claude", "here"
_SAVE, _SAVE_TIP = "Save as story", "Keep it among your stories, to tell it again"
_KEPT, _KEPT_TIP = "In your stories", "Open the story"


class FeedbackPane(QWidget):
    """``again_wanted`` and ``story_wanted`` are about the answer that is shown; ``ask_wanted`` asks Claude for it,
    ``evidence_wanted`` brings a claim of the suggestion that the person wants to prove.

    A part is built anew only when what it shows has changed: the keyboard stays on the button it was on.
    """

    again_wanted = Signal()
    story_wanted = Signal()
    ask_wanted = Signal()
    evidence_wanted = Signal(object)
    cancel_wanted = Signal()
    retry_wanted = Signal()
    settings_wanted = Signal(str)
    turned = Signal()
    """Another try is shown now."""
    walked = Signal(int)
    """The answer to a question before (-1) or after (1) this one is asked for."""

    def __init__(self) -> None:
        super().__init__()
        self._question: Question | None = None
        self._answer_id: int | None = None
        self._number = ""
        self._growing: Growing | None = None
        self._view = ""
        self._shown: dict[str, object] = {}
        self._parts: dict[str, QVBoxLayout] = {}
        self._title = Heading("", level=3)
        self._tries = ComboButton([], "Which try", compact=True)
        self._asked = Text("", size=Size.SMALL, tone="third", elide=True)
        self.earlier = IconButton("caret-left", "The answer before")
        self.later = IconButton("caret-right", "The next answer")
        self._sides = SegmentedControl([(CLAUDE, "Claude"), (HERE, "This computer")], "Whose view")
        self._ring = ScoreRing(None, size=_RING, name="Score")
        self._summary = Text("", size=Size.SMALL, tone="second", wrap=True)
        self._by = Text("", size=Size.TINY, tone="third")
        self._change = Badge("", "neutral", name="Score before and after")
        self.task_bar, self.offer = TaskBar(), ClaudeOffer()
        self.again = Button("Answer again", tip="Answer this question once more and see the difference (Ctrl+R)")
        self.story = Button(_SAVE, "ghost", tip=_SAVE_TIP)
        self._lay_out()
        self._connect()

    def show_answer(self, question: Question, number: str, *, answer_id: int | None = None) -> None:
        """Show one try of a question that was answered; without ``answer_id`` the last."""
        is_other = self._question is None or self._question.id != question.id
        chosen = next((each for each in question.answers if each.id == answer_id), question.latest)
        if chosen is None:
            raise ValueError("the question was not answered")
        if chosen.id != self._answer_id:
            self._growing, self._view = None, ""
            self.show_kept(chosen.id, kept=False)
        self._question, self._answer_id = question, chosen.id
        self._number = number
        self._title.setText(f"Question {number} · your answer")
        self._asked.setText(question.content.text)
        self._show_tries(question, chosen)
        self._show_chosen(chosen)
        if is_other:
            self._scroll.verticalScrollBar().setValue(0)

    @property
    def answer(self) -> Answer | None:
        """The try that is shown."""
        answers = self._question.answers if self._question is not None else ()
        return next((each for each in answers if each.id == self._answer_id), None)

    @property
    def question(self) -> Question | None:
        return self._question

    def show_neighbours(self, *, before: bool, after: bool) -> None:
        """Whether other answers of the session can be looked at."""
        for button, can in ((self.earlier, before), (self.later, after)):
            button.setVisible(before or after)
            button.setEnabled(can)

    def show_kept(self, answer_id: int, kept: bool) -> None:
        """Whether the answer that is shown is among the stories, where the button leads then."""
        if answer_id == self._answer_id or not kept:
            self.story.setText(_KEPT if kept else _SAVE)
            self.story.setToolTip(_KEPT_TIP if kept else _SAVE_TIP)
            self.story.set_icon("check" if kept else "")

    def show_follow_up(self, number: str) -> None:
        """What the question is called that asks about this answer once more; empty: none does (any more)."""
        words = f"Claude asks about this once more: question {number}."
        self._put("again", number, lambda: [Banner(words, "neutral", icon="question")] if number else [])

    def show_growing(self, event: EvaluationGrew) -> None:
        """As much of Claude's view as has come."""
        answer = self.answer
        if answer is not None and answer.id == event.answer_id and answer.evaluation is None:
            self._growing = Growing(event.evaluation, event.has_score)
            self._show_chosen(answer)

    def show_task(self, task: Task | None, *, what: str = "Claude is reading your answer") -> None:
        """Claude's work on the answer that is shown; None: nothing to say."""
        self.task_bar.show_task(task, what=what)
        if task is not None and task.state.is_over and self._growing is not None and self.answer is not None:
            self._growing = None
            self._show_chosen(self.answer)

    # --- building ----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        head = row(self._title, STRETCH, self._change, self._tries, spacing=Space.S)
        words = column(self._summary, self._by, STRETCH, spacing=Space.XS)
        score = row(spacing=Space.L)
        score.addWidget(self._ring, 0, Qt.AlignmentFlag.AlignTop)
        score.addLayout(words, 1)
        self._body = column(spacing=Space.L, margins=(Space.XXL, Space.XL, Space.XXL, Space.XXL))
        asked = row(self._asked, self.earlier, self.later, spacing=Space.XS)
        asked.setStretch(0, 1)
        self._body.addLayout(column(head, asked, spacing=Space.XS))
        self._body.addLayout(row(self._sides, STRETCH))
        self._body.addLayout(score)
        self._body.addWidget(self.task_bar)
        for name in ("again", "apart", "star", "notes", "speech", "strengths", "improvements", "points", "suggested"):
            self._add_part(name)
        self._add_part("changes")
        self._body.addStretch(1)
        self._scroll = Scroll(self._body, "Feedback")
        foot = column(row(self.again, self.story, STRETCH, spacing=Space.S), self.offer, spacing=Space.M)
        foot.setContentsMargins(Space.XXL, Space.M, Space.XXL, Space.L)
        whole = column(self._scroll, Line(), foot, spacing=0)
        whole.setStretch(0, 1)
        self.setLayout(whole)

    def _add_part(self, name: str) -> None:
        self._parts[name] = column(spacing=Space.S)
        place = holder(self._parts[name])
        place.setVisible(False)
        self._body.addWidget(place)

    def _connect(self) -> None:
        self._tries.changed.connect(self._on_try)
        self._sides.changed.connect(self._on_side)
        self.earlier.clicked.connect(lambda: self.walked.emit(-1))
        self.later.clicked.connect(lambda: self.walked.emit(1))
        self.again.clicked.connect(self.again_wanted)
        self.story.clicked.connect(self.story_wanted)
        self.offer.wanted.connect(self.ask_wanted)
        self.offer.settings_wanted.connect(self.settings_wanted)
        self.task_bar.cancel_wanted.connect(self.cancel_wanted)
        self.task_bar.again_wanted.connect(self.retry_wanted)
        self.task_bar.settings_wanted.connect(self.settings_wanted)

    def _on_try(self, key: str) -> None:
        if self._question is not None:
            self.show_answer(self._question, self._number, answer_id=int(key))
            self.turned.emit()

    def _on_side(self, side: str) -> None:
        self._view = side
        if (answer := self.answer) is not None:
            self._show_chosen(answer)

    # --- showing -----------------------------------------------------------------------------------------------------

    def _show_tries(self, question: Question, chosen: Answer) -> None:
        several = len(question.answers) > 1
        self._tries.setVisible(several)
        self._tries.set_choices([(str(each.id), f"Try {each.attempt}") for each in question.answers])
        self._tries.set_value(str(chosen.id))
        before = previous(question, chosen)
        self._put("changes", (chosen.id, before.id if before else 0), lambda: _changed(before, chosen))

    def _show_chosen(self, answer: Answer) -> None:
        local, claude = opinions(answer, self._growing)
        self._sides.setVisible(claude is not None)
        side = (self._view or CLAUDE) if claude is not None else HERE
        self._sides.set_value(side)
        opinion = claude if side == CLAUDE and claude is not None else local
        self._show_step(answer, by_claude=opinion is claude)
        self._ring.set_score(opinion.score)
        self._summary.setText(opinion.summary)
        self._by.setText(opinion.by)
        apart = _apart(answer)
        self._put("apart", apart, lambda: [Banner(apart, "neutral", icon="scales")] if apart else [])
        self._show_opinion(opinion)
        spoken = speech_words(answer)
        self._put("speech", spoken, lambda: [Text(spoken, size=Size.SMALL, tone="second", wrap=True)] * bool(spoken))
        self.story.setVisible(self._question is not None and self._question.content.wants_story)

    def _show_step(self, answer: Answer, *, by_claude: bool) -> None:
        """From the try before to this one, both by whose view is shown."""
        before = previous(self._question, answer) if self._question is not None else None
        step = None
        if before is not None and not by_claude:
            step = before.local.score, answer.local.score
        elif before is not None and answer.evaluation is not None:
            step = answer.step_from(before)
        self._change.setVisible(step is not None)
        if step is not None:
            self._change.setText(f"{step[0]} → {step[1]}")
            self._change.set_tone("good" if step[1] > step[0] else "neutral")

    def _show_opinion(self, opinion: Opinion) -> None:
        self._put("star", opinion.star, lambda: [StarRows(opinion.star)] if opinion.star else [])
        self._put("notes", (opinion.warning, opinion.notes), lambda: _remarks(opinion))
        self._put("strengths", opinion.strengths, lambda: listed("What is good", opinion.strengths))
        self._put(
            "improvements", opinion.improvements, lambda: listed("What would make it better", opinion.improvements)
        )
        points = (opinion.by == HERE_WORDS, opinion.covered, opinion.missing)
        self._put("points", points, lambda: _points(opinion))
        claims = [claim.model_dump_json() for claim in opinion.claims]
        self._put("suggested", (opinion.suggested, claims), lambda: self._suggested(opinion))

    def _suggested(self, opinion: Opinion) -> list[QWidget]:
        """What could be said, from the person's own evidence; what nothing proves says so."""
        if not opinion.suggested:
            return []
        lines = [ClaimLine(claim) for claim in opinion.claims]
        for line, claim in zip(lines, opinion.claims, strict=True):
            line.evidence_wanted.connect(partial(self.evidence_wanted.emit, claim))
        title = Heading("A stronger answer, from your evidence", level=3)
        return [title, suggestion(opinion.suggested, opinion.claims), *lines]

    def _put(self, name: str, what: object, build: object) -> None:
        if self._shown.get(name) == what:
            return
        self._shown[name] = what
        part = self._parts[name]
        clear(part)
        made: Sequence[QWidget] = build()  # type: ignore[operator]
        for widget in made:
            part.addWidget(widget)
        place = part.parentWidget()
        if place is not None:
            place.setVisible(bool(made))


def _apart(answer: Answer) -> str:
    """A word where the two views are so far from each other that the person should look at both."""
    if not answer.is_disputed or answer.evaluation is None:
        return ""
    return f"Claude says {answer.evaluation.score}, the rules on this computer {answer.local.score}. Look at both."


def previous(question: Question, answer: Answer) -> Answer | None:
    """The try before this one."""
    return next((each for each in reversed(question.answers) if each.attempt < answer.attempt), None)


def _changed(before: Answer | None, answer: Answer) -> list[QWidget]:
    """What is different from the try before, with the whole answer."""
    if before is None:
        return _said(answer)
    count = word_count(answer.text) - word_count(before.text)
    more = f"{abs(count)} {'more' if count > 0 else 'fewer'} words" if count else "as many words"
    return [
        Heading(f"Since try {before.attempt} · {more}", level=3),
        changes(before.text, answer.text),
    ]


def _said(answer: Answer) -> list[QWidget]:
    return [
        Heading("What you said", level=3),
        Text(answer.text, size=Size.SMALL, tone="second", wrap=True, selectable=True),
    ]


def _remarks(opinion: Opinion) -> list[QWidget]:
    warning = [Banner(opinion.warning, "warn", icon="clock-counter-clockwise")] if opinion.warning else []
    return [*warning, *(_remark(note) for note in opinion.notes)]


def _remark(note: str) -> QWidget:
    words = Text(note, size=Size.SMALL, tone="second", wrap=True)
    line = row(spacing=Space.S)
    line.addWidget(IconView("lightbulb", "third"), 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(words, 1)
    return holder(line)


def _points(opinion: Opinion) -> list[QWidget]:
    """What an interviewer listens for here: heard, then not heard. Rules hear a third of what is said, so they do not
    say that something was not said; Claude does."""
    if opinion.by != HERE_WORDS:
        return listed("Not said yet", opinion.missing)
    count = len(opinion.covered) + len(opinion.missing)
    if not count:
        return []
    heard = f"heard {len(opinion.covered)} of {count}" if opinion.covered else "none heard yet"
    made: list[QWidget] = [Heading(f"What they listen for · {heard}", level=3)]
    made += [_point(words, touched=True) for words in opinion.covered]
    return [*made, *(_point(words, touched=False) for words in opinion.missing)]


def _point(words: str, *, touched: bool) -> QWidget:
    icon, color = ("check-circle", "green") if touched else ("circle-dashed", "third")
    line = row(spacing=Space.S)
    line.addWidget(IconView(icon, color), 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(Text(words, size=Size.SMALL, tone="text" if touched else "second", wrap=True), 1)
    made = holder(line)
    made.setAccessibleName(f"{words}: {'heard' if touched else 'not heard yet'}")
    return made
