"""Briefings: what helps in a conversation, what was found about a company or a person, and where it was found.

Research is outside information. It never becomes evidence about the person, and every claim names its page.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field

from careercoach_desktop.foundation.tasks.model import Task

PREPARE, RESEARCH, SUMMARISE = "interviews.prepare", "interviews.research", "interviews.summarise"
TASK_KINDS = (PREPARE, RESEARCH, SUMMARISE)
"""What is asked of Claude about briefings, as kinds of tasks."""
FRESH_FOR = timedelta(days=7)
"""How long research counts as fresh; after that it says how old it is and can be looked up again."""


class BriefKind(StrEnum):
    PREPARATION = "PREPARATION"
    COMPANY = "COMPANY"
    INTERVIEWER = "INTERVIEWER"


SEARCHES = {BriefKind.COMPANY: 5, BriefKind.INTERVIEWER: 4}
"""How often the web may be searched for one."""


class BriefOrigin(StrEnum):
    SEARCH = "SEARCH"
    """Claude searched the web."""
    PASTED = "PASTED"
    """Claude summarised what the person pasted; without a model's name (``Brief.made_by``) it is kept as it was."""
    CLAUDE = "CLAUDE"
    """Claude, from the posting and the person's own material."""
    LOCAL = "LOCAL"
    """Rules and the question bank on this computer."""


class Source(BaseModel):
    """A page a claim rests on. ``cited`` is the passage the server quoted, when it did; ``dated`` how old the page says
    it is, in its own words."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    url: str
    title: str = ""
    cited: str = ""
    dated: str = ""


LONGEST_PASTE = 60_000
"""Signs of a text that may be pasted: a long page has 30,000."""


class BriefPoint(BaseModel):
    """One claim. ``sources`` are empty only where the person pasted the text it was made from."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: str
    sources: tuple[Source, ...] = ()


class BriefSection(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    title: str
    points: tuple[BriefPoint, ...] = ()


class Research(BaseModel):
    """A briefing about a company or an interviewer."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    sections: tuple[BriefSection, ...] = ()
    searches: int = 0
    """How many searches it took."""
    dropped: int = 0
    """How many claims were left out because no page was named for them (or, of a pasted text, because they do not
    stand in it)."""
    is_part: bool = False
    """It had no room for its end."""

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every page once, in the order they are first named: their places are the numbers beside the claims."""
        found: dict[str, Source] = {}
        for section in self.sections:
            for point in section.points:
                for source in point.sources:
                    found.setdefault(source.url, source)
        return tuple(found.values())

    @property
    def is_empty(self) -> bool:
        return not any(section.points for section in self.sections)


class LikelyQuestion(BaseModel):
    """``story_ids`` are stories of the person's own that answer it, the best first; ``because`` says why it is
    likely."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: str
    because: str = ""
    story_ids: tuple[int, ...] = ()
    bank_id: str = ""
    """The question of the bank it is, when it is one."""


class Preparation(BaseModel):
    """What to know before a round."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    likely: tuple[LikelyQuestion, ...] = ()
    ask: tuple[str, ...] = ()
    """Questions to ask them."""
    checklist: tuple[str, ...] = ()
    focus: str = ""
    """One or two sentences: what this round is about."""
    dropped: int = 0
    """How many remarks of Claude's were left out: they said of the person what nothing proves, or named no page."""
    is_part: bool = False
    """Claude did not get to the end."""

    @property
    def story_ids(self) -> frozenset[int]:
        """Every story that is named for some question."""
        return frozenset(each for question in self.likely for each in question.story_ids)


class Brief(BaseModel):
    """``subject`` names what it is about: ``company:<folded name>``, ``contact:<id>`` or ``interview:<id>``.
    ``ticked``: positions of the checklist that were done."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: int
    kind: BriefKind
    subject: str
    title: str
    """The company's or the person's name."""
    origin: BriefOrigin
    made_by: str = ""
    """The model's name; empty for what was made here."""
    preparation: Preparation | None = None
    research: Research | None = None
    ticked: tuple[int, ...] = Field(default=())
    basis: str = ""
    """A digest of what it was made from; another one says that it is old."""
    created: datetime
    cost: int | None = None
    """Nano-dollars; None when nobody knows."""

    def is_fresh(self, now: datetime) -> bool:
        return now - self.created < FRESH_FOR


@dataclass(frozen=True, slots=True)
class ResearchAbout:
    """Whom or what to look up, and what is known of it here. ``subject`` as ``Brief.subject`` has it; ``link`` an
    address that belongs to it; ``role`` what an interviewer does there; ``place`` where the job is."""

    kind: BriefKind
    subject: str
    name: str
    job_id: int
    company: str = ""
    role: str = ""
    link: str = ""
    place: str = ""
    job_title: str = ""
    contact_id: int | None = None


@dataclass(frozen=True, slots=True)
class BriefSheet:
    """How a briefing stands. ``is_old``: research is older than a week, or what a preparation rests on has changed.
    ``task``: what asks now, waits, or was interrupted. ``stories``: the person's own, by id, for naming them."""

    brief: Brief | None
    is_old: bool = False
    task: Task | None = None
    stories: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class BriefChanged:
    """A briefing came, was ticked off or went; ``subject`` as in ``Brief``."""

    kind: BriefKind
    subject: str


@dataclass(frozen=True, slots=True)
class BriefReplaced:
    """A new briefing took the place of one about the same; ``BriefService.put_back`` brings either back."""

    before: Brief
    after: Brief


@dataclass(frozen=True, slots=True)
class BriefGrew:
    """What Claude has written so far for the task: a preparation as far as it goes, or the last line of research."""

    task_id: int
    kind: BriefKind
    subject: str
    line: str = ""
    preparation: Preparation | None = None
