"""The question, large, and the place to answer it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from careercoach_desktop.features.practice.model import Question
from careercoach_desktop.features.practice.ui.answer_clock import AnswerClock
from careercoach_desktop.features.practice.ui.answer_field import AnswerField
from careercoach_desktop.features.practice.ui.lists import centred
from careercoach_desktop.features.practice.ui.speaking.voice_line import VoiceLine
from careercoach_desktop.features.practice.ui.voice import Spoken
from careercoach_desktop.features.practice.ui.words import DIFFICULTIES, counted, time_words, word_count
from careercoach_desktop.foundation.uikit import (
    STRETCH,
    Button,
    FlowLayout,
    IconButton,
    Size,
    Space,
    Tag,
    Text,
    Weight,
    clear,
    column,
    holder,
    key_words,
    row,
)

WIDEST = 760
_ROOMY, _AIR = 760, 56
"""Pixels from which the sides get more air."""
_LONG_REASON = 60


class QuestionPane(QWidget):
    """``handed_in`` and ``skipped`` say what the person did with the question that is shown; ``typed`` after every
    letter, ``ticked`` while the time runs."""

    handed_in = Signal()
    skipped = Signal()
    typed = Signal()
    ticked = Signal()
    speak_wanted = Signal()
    read_wanted = Signal()

    def __init__(self, clock: AnswerClock) -> None:
        super().__init__()
        self.clock = clock
        self._question: Question | None = None
        self._busy = False
        self._spoken: Spoken | None = None
        self._last = ""
        self._tags = FlowLayout(spacing=6)
        self._text = Text("", size=Size.PAGE, weight=Weight.MEDIUM, wrap=True, selectable=True)
        self._text.setSizePolicy(_growing_down())
        self.field = AnswerField()
        self.read_aloud = IconButton("play", "Read the question aloud")
        self.speak = Button("Speak instead", icon="microphone")
        self.voice_line = VoiceLine()
        self._figures = Text("", tone="third")
        self._state = Text("", size=Size.SMALL, tone="third")
        self._use_last = Button("Start from your last answer", "link")
        self.skip = Button("Skip", tip=f"Leave this one out ({key_words('Ctrl+Shift+Return')})")
        self.done = Button(
            "Done, what do you think?", "primary", icon="check", tip=f"Hand it in ({key_words('Ctrl+Return')})"
        )
        self._lay_out()
        self._connect()
        self.offer_voice(listens=False, speaks=False)

    @property
    def question(self) -> Question | None:
        return self._question

    def show_question(self, question: Question, follows: str = "") -> None:
        """Show it with its draft and its time; the one that is shown keeps what stands in the field. ``follows`` is
        what the question is called that this one asks about once more."""
        is_same = self._question is not None and self._question.id == question.id
        self._question = question
        self._show_tags(question, follows)
        if self._text.text() != question.content.text:
            self._text.setText(question.content.text)
        if not is_same:
            self._spoken = None
            self.field.show_text(question.draft)
            self.clock.set_seconds(question.seconds if question.draft or not question.answers else 0)
            self._last = question.latest.text if question.latest is not None else ""
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._on_state()

    @property
    def spoken(self) -> Spoken | None:
        """How the answer was said, when all of it was."""
        return self._spoken

    def put_spoken(self, spoken: Spoken) -> None:
        """Write down what was said; behind words that were typed, how it was said is no measure of the whole."""
        self._spoken = spoken if not self.field.text().strip() else None
        self.field.put(spoken.text)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """No question is shown any more."""
        self._question, self._spoken = None, None
        self.clock.stop()

    def set_busy(self, *, busy: bool) -> None:
        """While an answer is being handed in, nobody can change it."""
        self._busy = busy
        self.field.setReadOnly(busy)
        self._on_state()

    def set_listening(self, *, on: bool) -> None:
        """While somebody speaks, the field waits for the words."""
        self.speak.setEnabled(not on)
        self.set_busy(busy=on)

    def offer_voice(self, *, listens: bool, speaks: bool) -> None:
        """Only where the machine can."""
        self.speak.setVisible(listens)
        self.read_aloud.setVisible(speaks)

    def show_state(self, state: str) -> None:
        words = {"unsaved": "Not kept yet; trying again"}.get(state, "")
        self._state.setText(words)
        self._state.set_tone("amber" if words else "third")

    def run_clock(self, *, on: bool) -> None:
        """Whether time may run; it does so only while the pane is in sight."""
        if on and self.isVisible() and self._question is not None:
            self.clock.start()
        else:
            self.clock.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        air = _AIR if self.width() >= _ROOMY else Space.XXXL
        self._around.setContentsMargins(air, Space.XXXL, air, Space.XXXL)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.run_clock(on=True)

    def hideEvent(self, event: QHideEvent) -> None:
        self.clock.stop()
        super().hideEvent(event)

    # --- building ----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        heads = row(holder(self._tags), self.read_aloud, spacing=Space.S)
        heads.setStretch(0, 1)
        heads.setAlignment(self.read_aloud, Qt.AlignmentFlag.AlignTop)
        words = column(self._figures, spacing=0)
        foot = row(self.speak, words, self._use_last, self._state, STRETCH, self.skip, self.done, spacing=Space.S)
        whole = column(heads, self._text, self.field, self.voice_line, foot, spacing=Space.L)
        whole.setStretch(2, 1)
        self._around = column(centred(holder(whole), WIDEST))
        self.setLayout(self._around)

    def _connect(self) -> None:
        self.field.typed.connect(self._on_typed)
        self.field.hand_in_wanted.connect(self.hand_in)
        self.field.skip_wanted.connect(self.skipped)
        self.done.clicked.connect(self.hand_in)
        self.skip.clicked.connect(self.skipped)
        self.speak.clicked.connect(self.speak_wanted)
        self.read_aloud.clicked.connect(self.read_wanted)
        self._use_last.clicked.connect(self._start_from_last)
        self.clock.ticked.connect(self._on_tick)

    def hand_in(self) -> None:
        """As if the button were pressed; nothing happens while there is nothing to hand in."""
        if self._question is not None and not self._busy and self.field.text().strip():
            self.handed_in.emit()

    def _start_from_last(self) -> None:
        self.field.put(self._last)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_tags(self, question: Question, follows: str) -> None:
        clear(self._tags)
        for words in tag_words(question, follows):
            self._tags.addWidget(Tag(words))

    def _on_typed(self) -> None:
        self._on_state()
        self.typed.emit()

    def _on_tick(self) -> None:
        self._on_state()
        self.ticked.emit()

    def _on_state(self) -> None:
        text = self.field.text()
        words = f"{time_words(self.clock.seconds)} · {counted(word_count(text), 'word')}"
        if self._figures.text() != words:
            self._figures.setText(words)
        has_words = bool(text.strip())
        self.done.setEnabled(has_words and not self._busy)
        self.skip.setEnabled(not self._busy)
        self._use_last.setVisible(bool(self._last) and not has_words)


def tag_words(question: Question, follows: str = "") -> list[str]:
    """What is said about a question: the skill it looks for, how hard it is, why it is asked."""
    content = question.content
    because = content.why if len(content.why) <= _LONG_REASON else f"{content.why[: _LONG_REASON - 1].rstrip()}…"
    return [
        *([f"Follow-up to question {follows}"] if follows else []),
        *([content.category[:1].upper() + content.category[1:]] if content.category else []),
        DIFFICULTIES[content.difficulty],
        *([f"asked because: {because}"] if because else []),
    ]


def _growing_down() -> QSizePolicy:
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    return policy
