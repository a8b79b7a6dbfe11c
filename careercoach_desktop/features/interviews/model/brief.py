"""Briefings: what helps in a conversation, what was found about a company or a person, and where it was found.

Research is outside information. It never becomes evidence about the person, and every claim names its page.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field

FRESH_FOR = timedelta(days=7)
"""How long research counts as fresh; after that it says how old it is and can be looked up again."""


class BriefKind(StrEnum):
    PREPARATION = "PREPARATION"
    COMPANY = "COMPANY"
    INTERVIEWER = "INTERVIEWER"


class BriefOrigin(StrEnum):
    SEARCH = "SEARCH"
    """Claude searched the web."""
    PASTED = "PASTED"
    """Claude summarised what the person pasted."""
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

    def is_fresh(self, now: datetime) -> bool:
        return now - self.created < FRESH_FOR
