"""Practice interviews as values: what was chosen, the questions, the answers, what was thought of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field

from careercoach_desktop.features.evidence.model import Claim
from careercoach_desktop.features.interviews.model import InterviewType

LOCAL = "local"
"""Made on this computer, as ``made_by`` names it; otherwise it is the model's name."""
FAR_APART = 40
"""Points between Claude's score and the rules' that are worth a remark."""
WEAK = 60
"""Below this an answer is asked about once more."""


class Difficulty(StrEnum):
    EASY = "EASY"
    MEDIUM = "MEDIUM"
    HARD = "HARD"


class PracticeMethod(StrEnum):
    """What the questions are made from."""

    JOB = "JOB"
    JOB_COMPANY = "JOB_COMPANY"
    JOB_COMPANY_INTERVIEWERS = "JOB_COMPANY_INTERVIEWERS"


class Asker(StrEnum):
    """Who thinks up the questions."""

    BANK = "BANK"
    CLAUDE = "CLAUDE"


class SessionState(StrEnum):
    RUNNING = "RUNNING"
    PAUSED = "PAUSED"
    FINISHED = "FINISHED"


class QuestionState(StrEnum):
    WAITING = "WAITING"
    ASKED = "ASKED"
    """It is, or was, the one on the screen; its time runs."""
    ANSWERED = "ANSWERED"
    SKIPPED = "SKIPPED"


class PracticeSetup(BaseModel):
    """What a person chooses. ``job_id`` or ``role`` says what for. ``language``: a code such as ``de``."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    job_id: int | None = None
    interview_id: int | None = None
    role: str = ""
    type: InterviewType = InterviewType.BEHAVIORAL
    difficulty: Difficulty = Difficulty.MEDIUM
    count: int = Field(default=6, ge=1, le=20)
    language: str = "en"
    method: PracticeMethod = PracticeMethod.JOB
    asker: Asker = Asker.BANK
    follow_ups: bool = True
    """Whether a weak answer is asked about once more (Claude only)."""
    evaluate_ahead: bool = True
    """Whether Claude weighs an answer while the next question is being answered."""


class QuestionContent(BaseModel):
    """A question and what a good answer to it has. ``category`` is the skill it looks for (``system design``)."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: str
    category: str = ""
    field: str = ""
    """The trade whose knowledge it asks for (``finance``); empty: it could be asked anybody."""
    difficulty: Difficulty = Difficulty.MEDIUM
    key_points: tuple[str, ...] = ()
    criteria: tuple[str, ...] = ()
    good_answer: str = ""
    """What a good answer contains, in general; never a claim about the person."""
    why: str = ""
    """What in the posting makes it likely, in a few words."""
    wants_story: bool = False
    """It asks for something that happened (so STAR is looked at)."""
    bank_id: str = ""
    asks_again: bool = False
    """It asks for what an answer left out: a sentence or two may say it all."""


class StarPart(StrEnum):
    SITUATION = "SITUATION"
    TASK = "TASK"
    ACTION = "ACTION"
    RESULT = "RESULT"


class StarFinding(BaseModel):
    """``quote`` is where the answer has that part, in its own words; empty: it is missing. ``offer`` is something of
    the person's own evidence that would fill the gap."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    part: StarPart
    quote: str = ""
    offer: str = ""


class Speech(BaseModel):
    """How an answer was spoken, measured where it was written down from sound. Times in seconds."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    seconds: float
    words: int
    words_per_minute: float
    pauses: int = 0
    """Silences of a second and more."""
    longest_pause: float = 0.0
    fillers: dict[str, int] = Field(default_factory=dict)
    """Each filler word with how often it was said."""
    engine: str = ""


class Length(StrEnum):
    """How long an answer is, for what was asked."""

    SHORT = "SHORT"
    GOOD = "GOOD"
    LONG = "LONG"


class LocalFeedback(BaseModel):
    """What rules here say of an answer, at once and without a key."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    score: int = Field(ge=0, le=100)
    summary: str
    words: int
    spoken: float = 0.0
    """Seconds it took to say, or would take."""
    length: Length = Length.GOOD
    star: tuple[StarFinding, ...] = ()
    """Empty where the question asks for no story."""
    covered: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    """Key points that were, and were not, touched."""
    numbers: tuple[str, ...] = ()
    """Figures of the answer, as written."""
    fillers: dict[str, int] = Field(default_factory=dict)
    notes: tuple[str, ...] = ()
    """Remarks for the person, each a sentence: on length, time, numbers, fillers."""


class Evaluation(BaseModel):
    """What Claude says of an answer. ``claims``: what nothing proves in ``suggested``."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    score: int = Field(ge=0, le=100)
    summary: str = ""
    strengths: tuple[str, ...] = ()
    improvements: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    star: tuple[StarFinding, ...] = ()
    suggested: str = ""
    claims: tuple[Claim, ...] = ()
    made_by: str = ""


class Answer(BaseModel):
    """One try. ``attempt`` counts from 1; every try stays."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: int
    question_id: int
    attempt: int
    text: str
    seconds: int
    speech: Speech | None = None
    local: LocalFeedback
    evaluation: Evaluation | None = None
    recording: str = ""
    """SHA-256 of the sound as it is kept; empty when nothing was recorded or kept."""
    created: datetime

    @property
    def score(self) -> int:
        """Claude's when there is one, else the rules'."""
        return self.local.score if self.evaluation is None else self.evaluation.score

    def step_from(self, before: Answer) -> tuple[int, int] | None:
        """(the score then, the score now) where the same judge gave both: Claude is not the rules' measure."""
        if (self.evaluation is None) is not (before.evaluation is None):
            return None
        return before.score, self.score

    @property
    def is_disputed(self) -> bool:
        """Whether Claude's score is so far from the rules' that the person should look at both: what was read to
        Claude (a posting, a page about the company) may have misled it."""
        return self.evaluation is not None and abs(self.evaluation.score - self.local.score) >= FAR_APART


class Question(BaseModel):
    """A question of a session, in its place. ``draft`` is what stands in the answer's field, kept while it is typed;
    ``seconds`` the time that ran for it: since the question was shown, or since the last answer was handed in.
    ``follows`` is the question this one asks about once more."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: int
    session_id: int
    position: float
    """Orders the questions; a follow-up stands between two others."""
    content: QuestionContent
    made_by: str = LOCAL
    state: QuestionState = QuestionState.WAITING
    follows: int | None = None
    draft: str = ""
    seconds: int = 0
    answers: tuple[Answer, ...] = ()

    @property
    def latest(self) -> Answer | None:
        return self.answers[-1] if self.answers else None


class SessionResult(BaseModel):
    """What a session came to. Scores 0–100; None where no question looked for it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    overall: int = Field(ge=0, le=100)
    technical: int | None = None
    communication: int | None = None
    problem_solving: int | None = None
    summary: str = ""
    strengths: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    next_steps: tuple[str, ...] = ()
    skills: dict[str, int] = Field(default_factory=dict)
    """Category → average score of its answers."""
    made_by: str = LOCAL


class Session(BaseModel):
    """A practice interview, whole. ``seconds`` is the time spent on answers."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: int
    setup: PracticeSetup
    title: str
    """“Technical interview · Staff Data Engineer, Marlow Energy”."""
    state: SessionState
    questions: tuple[Question, ...] = ()
    result: SessionResult | None = None
    """The latest: rules' first, then Claude's in its place when there is one."""
    created: datetime
    updated: datetime
    finished: datetime | None = None

    @property
    def seconds(self) -> int:
        """Every try, and what runs at the moment."""
        return sum(each.seconds + sum(answer.seconds for answer in each.answers) for each in self.questions)

    @property
    def answered(self) -> tuple[Question, ...]:
        return tuple(each for each in self.questions if each.answers)

    @property
    def answered_count(self) -> int:
        """How many of the questions it is to have were answered."""
        return sum(each.follows is None for each in self.answered)

    @property
    def still_to_come(self) -> int:
        """How many of the questions that were asked for nobody has written yet."""
        return max(0, self.setup.count - sum(each.follows is None for each in self.questions))

    @property
    def total(self) -> int:
        """How many questions it is to have; a follow-up is part of the one it follows."""
        return sum(each.follows is None for each in self.questions) + self.still_to_come

    @property
    def done(self) -> int:
        """Of those, how many were answered or left out."""
        over = (QuestionState.ANSWERED, QuestionState.SKIPPED)
        return sum(each.follows is None and each.state in over for each in self.questions)

    def number_of(self, question_id: int) -> str:
        """What a question is called: ``2``, and ``2a`` for the one that asks about it once more. So none is called
        anything else when a follow-up comes. Raises KeyError when there is none."""
        wanted = self.question(question_id)
        asked = wanted.id if wanted.follows is None else wanted.follows
        numbers = {each.id: number for number, each in enumerate(self._asked_for, 1)}
        again = [each.id for each in self.questions if each.follows == asked]
        return f"{numbers[asked]}{chr(ord('a') + again.index(wanted.id)) if wanted.id in again else ''}"

    @property
    def _asked_for(self) -> tuple[Question, ...]:
        return tuple(each for each in self.questions if each.follows is None)

    def question(self, question_id: int) -> Question:
        """Raises KeyError when there is none."""
        for each in self.questions:
            if each.id == question_id:
                return each
        raise KeyError(question_id)

    @property
    def current(self) -> Question | None:
        """The one that is asked, else the first that waits."""
        asked = next((one for one in self.questions if one.state is QuestionState.ASKED), None)
        return asked or next((one for one in self.questions if one.state is QuestionState.WAITING), None)


@dataclass(frozen=True, slots=True)
class SessionLine:
    """A session as the history shows it. ``answered`` of ``count`` questions, follow-ups not counted."""

    id: int
    title: str
    job_id: int | None
    type: InterviewType
    state: SessionState
    answered: int
    count: int
    overall: int | None
    made_by: str
    created: datetime
    seconds: int


@dataclass(frozen=True, slots=True)
class SampleAnswer:
    """What the sample person said to a question of the bank, or has typed so far; neither: it waits."""

    bank_id: str
    text: str = ""
    draft: str = ""
    seconds: int = 0


@dataclass(frozen=True, slots=True)
class HistoryFilter:
    """Which sessions are meant; what is empty or None does not matter. ``text`` is looked for in titles."""

    text: str = ""
    types: tuple[InterviewType, ...] = ()
    job_id: int | None = None
    states: tuple[SessionState, ...] = ()


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """A score of a session, when it was finished."""

    when: datetime
    score: int
    session_id: int


@dataclass(frozen=True, slots=True)
class Trend:
    """How scores went, oldest first: a session's overall score by its type, its answers' average by the skill they
    show. Finished sessions only; the latest try at an answer counts."""

    types: dict[InterviewType, tuple[TrendPoint, ...]]
    skills: dict[str, tuple[TrendPoint, ...]]


@dataclass(frozen=True, slots=True)
class EvaluationGrew:
    """Claude is writing what it thinks of an answer: as far as it has come, not checked yet. ``has_score`` says whether
    the score is there. Told while it is written, outside any transaction."""

    session_id: int
    question_id: int
    answer_id: int
    task_id: int
    evaluation: Evaluation
    has_score: bool


@dataclass(frozen=True, slots=True)
class AnalysisGrew:
    """The same of a whole session."""

    session_id: int
    task_id: int
    result: SessionResult


@dataclass(frozen=True, slots=True)
class PracticeChanged:
    """A session, one of its questions, answers or feedback is not as it was. ``question_id`` None: the session."""

    session_id: int
    question_id: int | None = None
