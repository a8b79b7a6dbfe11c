"""What is asked of a language model, what comes back, and what it costs: values without any library behind them.

Money is in *nano-dollars* (billionths of a US dollar) as whole numbers, so that sums are exact: one token at two
dollars a million costs 2,000 of them. None means that nobody knows the price; it is never shown as nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Generic, TypeVar

from pydantic import BaseModel

T = TypeVar("T", bound=BaseModel)

NANO = 1_000_000_000


class Effort(StrEnum):
    """How hard a model should think (models without that knob are not told)."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class Purpose(StrEnum):
    """What a conversation is for; the setting ``claude_model_<purpose>`` says which model serves it."""

    READING = "reading"
    MATCHING = "matching"
    WRITING = "writing"
    LETTERS = "letters"
    ANALYSIS = "analysis"
    INTERVIEWS = "interviews"
    PRACTICE = "practice"


class ContactKind(StrEnum):
    """What a contact detail is; its placeholder is called so (``[[EMAIL]]``)."""

    NAME = "NAME"
    FIRST_NAME = "FIRST_NAME"
    LAST_NAME = "LAST_NAME"
    EMAIL = "EMAIL"
    PHONE = "PHONE"
    ADDRESS = "ADDRESS"
    LINK = "LINK"


@dataclass(frozen=True, slots=True)
class ContactDetail:
    """Something by which the person can be found, as they write it."""

    kind: ContactKind
    text: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that is sent as it is: a PDF, PNG or JPEG. ``pages`` tells what it will cost."""

    data: bytes
    media_type: str
    pages: int = 1
    name: str = ""

    @property
    def tokens(self) -> int:
        """What it is likely to take: the vendor says 1,500 to 3,000 for a page."""
        return 2_300 * self.pages


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of what is sent. ``settled``: the same agent sends exactly this again (another job with the same
    résumé), so everything up to here is worth keeping in the prompt cache. ``attachment`` stands for the text."""

    text: str
    settled: bool = False
    attachment: Attachment | None = None


@dataclass(frozen=True, slots=True)
class Request(Generic[T]):
    """One conversation of one agent, ready to be sent; agents build it, ``Claude`` asks it.

    ``agent`` is the name the ledger shows; ``version`` changes with the prompt, so that kept answers of an older one
    are not used. ``system`` holds the rules, ``parts`` the inputs, what stays first. ``expected_tokens``: a usual
    answer with its thinking, for the estimate; ``max_tokens`` the most it may be. ``contact`` is what is known of the
    person's contact details (``contact_of``): with the setting ``claude_contact`` at ``hidden`` placeholders are sent
    in their place, unless ``shows_contact`` says that reading them is the very task, or that a file is sent.
    ``searches``: how often the web may be searched for it; above nothing, the answer is text that names its pages
    (``output`` is ``Cited``), because a server can't be held to a schema and to citations at once.
    """

    agent: str
    version: int
    purpose: Purpose
    system: str
    parts: tuple[Part, ...]
    output: type[T]
    effort: Effort = Effort.LOW
    max_tokens: int = 16_000
    expected_tokens: int = 1_000
    contact: tuple[ContactDetail, ...] = ()
    shows_contact: bool = False
    searches: int = 0


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens of one call, and the web searches it took. ``input`` leaves out what was read from or written to the
    prompt cache."""

    input: int = 0
    output: int = 0
    cache_read: int = 0
    cache_write: int = 0
    searches: int = 0

    @property
    def prompt(self) -> int:
        return self.input + self.cache_read + self.cache_write


@dataclass(frozen=True, slots=True)
class Estimate:
    """What a request would take, guessed from its length: having it counted would send it before the person said yes.

    ``cost``: nano-dollars, None when the price is unknown. ``kept``: the answer is here already and costs nothing.
    ``seconds``: how long it usually takes, None when nobody knows. ``left``: what is left of the month's budget before
    it, None without one or when it was lifted. ``replaced``: the placeholders that go out for contact details;
    ``shows_contact``: the details themselves go out. ``retires``: the day the model is no longer there, once told.
    """

    model: str
    input_tokens: int
    output_tokens: int
    cost: int | None
    kept: bool = False
    seconds: float | None = None
    left: int | None = None
    replaced: tuple[str, ...] = ()
    shows_contact: bool = False
    retires: date | None = None
    searches: int = 0
    """How often the web may be searched; ``cost`` has the price of all of them."""


@dataclass(frozen=True, slots=True)
class Answer(Generic[T]):
    """``value`` is what the model said, checked against the agent's output type. ``cost`` sums every call it took.
    ``missing``: contact details it put a placeholder for that are not known (``phone``); a gap stands there now."""

    value: T
    model: str
    usage: Usage
    cost: int | None
    kept: bool
    call_ids: tuple[int, ...] = ()
    missing: tuple[str, ...] = ()


class Outcome(StrEnum):
    """What became of a call."""

    STARTED = "STARTED"
    ANSWERED = "ANSWERED"
    KEPT = "KEPT"
    """No call was made: the same had been asked before."""
    TRUNCATED = "TRUNCATED"
    REFUSED = "REFUSED"
    CANCELLED = "CANCELLED"
    CUT = "CUT"
    """The connection broke while the answer was coming."""
    FAILED = "FAILED"
    INTERRUPTED = "INTERRUPTED"
    """Career Coach ended while it was waiting; what it cost is unknown."""


@dataclass(frozen=True, slots=True)
class AiCall:
    """One row of the ledger. ``seconds`` until the end, ``first_token`` until the first word; ``error`` a code."""

    id: int
    agent: str
    model: str
    endpoint: str
    outcome: Outcome
    usage: Usage
    cost: int | None
    started: datetime
    seconds: float | None
    first_token: float | None
    request_id: str
    error: str
    task_id: int | None
    subject: str
    batch: bool = False
    """Handed over with others, at half price."""


@dataclass(frozen=True, slots=True)
class SentPart:
    """A piece of what was sent. ``attachment`` says which file it was (its kind, name and size, never itself); ``text``
    is empty then. ``kept``: up to here it was to stay in the prompt cache."""

    role: str
    text: str
    attachment: str = ""
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Sent:
    """Exactly what one call sends or sent. ``schema`` None: the form of the answer was asked for in words. ``reply``:
    what came back as it was received, placeholders included, and as much as came; empty while or when nothing did."""

    model: str
    system: str
    parts: tuple[SentPart, ...]
    schema: dict[str, Any] | None
    effort: str
    max_tokens: int
    reply: str = ""
    replaced: tuple[str, ...] = ()
    """The placeholders in it that stand for contact details, each once (``[[NAME]]``)."""
    searches: int = 0
    """How often it may search the web."""


@dataclass(frozen=True, slots=True)
class CallFilter:
    """Which calls are meant; what is None or empty does not matter. ``since`` inclusive, ``until`` exclusive.
    ``subject``: the record they were about, or with a colon at the end (``job:``) any of its kind."""

    since: datetime | None = None
    until: datetime | None = None
    agent: str = ""
    model: str = ""
    outcomes: tuple[Outcome, ...] = ()
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Spent:
    """Sums over calls. ``unknown``: how many of them have no known price."""

    calls: int = 0
    kept: int = 0
    cost: int = 0
    unknown: int = 0
    usage: Usage = field(default_factory=Usage)


@dataclass(frozen=True, slots=True)
class Budget:
    """This month's spending against the limit (None: no limit), both nano-dollars. ``lifted``: the person let it go on
    this month in spite of the limit."""

    spent: int
    limit: int | None
    lifted: bool = False

    @property
    def left(self) -> int | None:
        """What may still be spent; None when nothing stops it."""
        return None if self.limit is None or self.lifted else max(0, self.limit - self.spent)

    @property
    def stops(self) -> bool:
        """Whether no call is made any more this month."""
        return self.is_reached and not self.lifted

    @property
    def share(self) -> float | None:
        """Spent part of the limit, 0..; None without one. A limit of nothing is used up from the start."""
        if self.limit is None:
            return None
        return self.spent / self.limit if self.limit else 1.0

    @property
    def is_nearly_reached(self) -> bool:
        """Whether it is time for a word: four fifths are spent, or more."""
        return self.share is not None and self.share >= 0.8

    @property
    def is_reached(self) -> bool:
        return self.limit is not None and self.spent >= self.limit


class Lifecycle(StrEnum):
    ACTIVE = "active"
    DEPRECATED = "deprecated"
    RETIRED = "retired"


@dataclass(frozen=True, slots=True)
class ModelOption:
    """A model one can choose. None: unknown (other servers say less about theirs)."""

    id: str
    name: str
    good_for: str = ""
    lifecycle: Lifecycle = Lifecycle.ACTIVE
    retires: date | None = None
    context: int | None = None
    max_output: int | None = None
    effort: bool | None = None
    structured_outputs: bool | None = None
    priced: bool = False
    cache_minimum: int | None = None
    """Tokens below which a beginning is not kept in the prompt cache."""
    tokens_a_second: float | None = None
    web_search: bool | None = None


@dataclass(frozen=True, slots=True)
class ModelList:
    """``live``: asked from the server just now, rather than from our own list of ``checked_on``."""

    models: tuple[ModelOption, ...]
    live: bool
    checked_on: date


@dataclass(frozen=True, slots=True)
class Status:
    """Whether Claude can be asked, and how. ``key_place`` is ``keychain``, ``session``, ``environment`` or ``""``;
    ``key_hint`` its last characters. ``offers_environment``: a key stands in the environment and waits for a yes."""

    ready: bool
    endpoint: str
    is_anthropic: bool
    key_place: str
    key_hint: str
    keychain: str
    offers_environment: bool
    model_reading: str
    model_writing: str


@dataclass(frozen=True, slots=True)
class CallRecorded:
    """A row of the ledger was written or completed."""

    call: AiCall


@dataclass(frozen=True, slots=True)
class BudgetNearlyReached:
    """A call took the month's spending over four fifths of the limit (told once for each limit and month)."""

    budget: Budget


@dataclass(frozen=True, slots=True)
class ClaudeUnreachable:
    """The endpoint can't be reached (told when that begins, not at every failure after)."""

    endpoint: str


@dataclass(frozen=True, slots=True)
class ClaudeReached:
    """The endpoint answers again."""

    endpoint: str


@dataclass(frozen=True, slots=True)
class KeyChanged:
    """A key was entered or removed; ``present`` says whether there is one now."""

    present: bool
