"""What a practice interview is to be like; every choice has a good beginning."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.interviews.model import Interview, InterviewType
from careercoach_desktop.features.interviews.model.naming import INTERVIEW_NAMES
from careercoach_desktop.features.jobs.model import JobCard
from careercoach_desktop.features.practice.model import Asker, Difficulty, PracticeMethod, PracticeSetup
from careercoach_desktop.features.practice.ui.asker_choice import AskerChoice
from careercoach_desktop.features.practice.ui.job_field import JobField
from careercoach_desktop.features.practice.ui.words import DIFFICULTIES, LANGUAGES, METHODS
from careercoach_desktop.foundation.uikit import (
    STRETCH,
    CheckBox,
    ComboButton,
    FlowLayout,
    SegmentedControl,
    Size,
    Space,
    Text,
    Weight,
    column,
    holder,
    moment_words,
    recall,
    remember,
    row,
)

_COUNTS = ("3", "6", "10", "15")
_NO_ROUND = "none"
_ASKER, _DIFFICULTY, _COUNT, _AHEAD, _FOLLOW = (
    "practice.asker",
    "practice.difficulty",
    "practice.count",
    "practice.ahead",
    "practice.follow_ups",
)


class SetupForm(QWidget):
    """``changed`` after every choice; ``job_changed`` when another job is meant, whose rounds are asked for then."""

    changed = Signal()
    job_changed = Signal()

    def __init__(self, *, with_research: bool = True) -> None:
        """Without ``with_research`` questions come from the job alone."""
        super().__init__()
        self._with_research = with_research
        self._rounds: dict[str, Interview] = {}
        self._could = False
        self.job = JobField()
        self.round = ComboButton([(_NO_ROUND, "No particular round")], "For which round", value=_NO_ROUND)
        self.type = ComboButton([(kind.value, name) for kind, name in INTERVIEW_NAMES.items()], "Kind of interview")
        self.difficulty = SegmentedControl([(each.value, name) for each, name in DIFFICULTIES.items()], "Difficulty")
        self.count = SegmentedControl([(each, each) for each in _COUNTS], "Number of questions")
        self.language = ComboButton(LANGUAGES, "Language", value="en")
        self.asker = AskerChoice()
        self.method = ComboButton([(each.value, words) for each, words in METHODS.items()], "Questions from")
        self.missing = Text("", size=Size.SMALL, tone="amber", wrap=True)
        self.follow_ups = CheckBox("Ask once more where an answer is thin")
        self.ahead = CheckBox("Weigh each answer with Claude while I go on")
        self._lay_out()
        self._connect()
        self._show_usual()

    def setup(self) -> PracticeSetup:
        """What is chosen now."""
        chosen = self._rounds.get(self.round.value())
        return PracticeSetup(
            job_id=self.job.job_id(),
            interview_id=chosen.id if chosen is not None else None,
            role=self.job.role(),
            type=InterviewType(self.type.value()),
            difficulty=Difficulty(self.difficulty.value()),
            count=int(self.count.value()),
            language=self.language.value(),
            method=PracticeMethod(self.method.value()) if self.job.job_id() is not None else PracticeMethod.JOB,
            asker=self.asker.value(),
            follow_ups=self.follow_ups.isChecked(),
            evaluate_ahead=self.ahead.isChecked(),
        )

    def show_setup(self, setup: PracticeSetup) -> None:
        """Show these choices without telling."""
        self.job.choose(setup.job_id, setup.role)
        self.type.set_value(setup.type.value)
        self.difficulty.set_value(setup.difficulty.value)
        self.count.set_value(str(setup.count) if str(setup.count) in _COUNTS else _COUNTS[1])
        self.language.set_value(setup.language)
        self.language.set_value(self.language.value() or "en")
        self.method.set_value(setup.method.value)
        self.asker.set_value(setup.asker)
        self.follow_ups.setChecked(setup.follow_ups)
        self.ahead.setChecked(setup.evaluate_ahead)
        self._show_claude_part()

    def set_jobs(self, cards: Sequence[JobCard]) -> None:
        self.job.set_jobs(cards)

    def set_rounds(self, rounds: Sequence[Interview], choose: int | None = None) -> None:
        """The rounds of the chosen job; with ``choose`` that round, whose kind is practised then."""
        self._rounds = {str(each.id): each for each in rounds}
        choices = [(key, round_words(each)) for key, each in self._rounds.items()]
        self.round.set_choices([(_NO_ROUND, "No particular round"), *choices])
        self.round.set_value(str(choose) if choose is not None else _NO_ROUND)
        self.round.set_value(self.round.value() or _NO_ROUND)
        self.round.setEnabled(bool(rounds))
        if (chosen := self._rounds.get(self.round.value())) is not None:
            self.type.set_value(chosen.type.value)

    def show_missing(self, words: str) -> None:
        """What the chosen way would need and is not there."""
        self.missing.setText(words)
        self.missing.setVisible(bool(words))

    # --- building ----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._round_place = _named("For which round", row(self.round, STRETCH))
        self.round.setEnabled(False)  # its room is there from the beginning: nothing moves under the hand
        kinds = FlowLayout(spacing=Space.L)
        kinds.addWidget(_named("Kind of interview", row(self.type)))
        kinds.addWidget(_named("Language", row(self.language)))
        sizes = FlowLayout(spacing=Space.L)
        sizes.addWidget(_named("Difficulty", row(self.difficulty)))
        sizes.addWidget(_named("Questions", row(self.count)))
        self._method_place = _named("Claude asks from", column(row(self.method, STRETCH), self.missing, spacing=6))
        self.missing.hide()
        self.setLayout(
            column(
                _named("For which job or role", self.job),
                self._round_place,
                holder(kinds),
                holder(sizes),
                _named("Who asks", self.asker),
                self._method_place,
                self.follow_ups,
                self.ahead,
                spacing=Space.M,
            )
        )

    def _connect(self) -> None:
        self.job.changed.connect(self.job_changed)
        self.round.changed.connect(self._on_round)
        self.asker.changed.connect(self._on_asker)
        self.difficulty.changed.connect(lambda key: remember(_DIFFICULTY, key))
        self.count.changed.connect(lambda key: remember(_COUNT, key))
        self.follow_ups.clicked.connect(lambda: remember(_FOLLOW, str(int(self.follow_ups.isChecked()))))
        self.ahead.clicked.connect(lambda: remember(_AHEAD, str(int(self.ahead.isChecked()))))
        for signal in (self.type.changed, self.difficulty.changed, self.count.changed, self.language.changed):
            signal.connect(lambda _key: self.changed.emit())
        self.method.changed.connect(lambda _key: self.changed.emit())

    def _show_usual(self) -> None:
        """What was chosen last."""
        difficulty = recall(_DIFFICULTY, Difficulty.MEDIUM.value)
        count = recall(_COUNT, _COUNTS[1])
        self.show_setup(
            PracticeSetup(
                difficulty=Difficulty(difficulty if difficulty in Difficulty.__members__ else "MEDIUM"),
                count=int(count) if count in _COUNTS else int(_COUNTS[1]),
                follow_ups=recall(_FOLLOW, "1") == "1",
                evaluate_ahead=recall(_AHEAD, "1") == "1",
            )
        )

    def show_can_ask(self, *, can: bool) -> None:
        """Whether Claude can be asked here; where it can for the first time, what was chosen last holds."""
        is_first, self._could = can and not self._could, can
        if is_first:
            self.asker.show_claude(None, can=True)
            self.asker.set_value(Asker(recall(_ASKER, Asker.BANK.value)))
        self._show_claude_part()

    def _on_round(self, key: str) -> None:
        if (chosen := self._rounds.get(key)) is not None:
            self.type.set_value(chosen.type.value)
        self.changed.emit()

    def _on_asker(self) -> None:
        remember(_ASKER, self.asker.value().value)
        self._show_claude_part()
        self.changed.emit()

    def _show_claude_part(self) -> None:
        by_claude = self.asker.value() is Asker.CLAUDE
        self._method_place.setVisible(by_claude and self._with_research)
        self.follow_ups.setVisible(by_claude)
        self.ahead.setVisible(by_claude)


def round_words(interview: Interview) -> str:
    """``Round 2 · Technical interview, 3 Dec 10:00``."""
    name = INTERVIEW_NAMES[interview.type]
    return f"Round {interview.round} · {name}, {moment_words(interview.when.start)}"


def _named(name: str, content: object) -> QWidget:
    """A field under its name."""
    body = column(Text(name, size=Size.SMALL, weight=Weight.MEDIUM, tone="second"), content, spacing=6)  # type: ignore[arg-type]
    body.setAlignment(Qt.AlignmentFlag.AlignTop)
    return holder(body)
