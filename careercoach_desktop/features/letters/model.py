"""A letter for one job: what the person wishes of it, the draft paragraph by paragraph, and what nothing proves yet."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field

from careercoach_desktop.features.evidence.model import Claim, Quote
from careercoach_desktop.foundation.llm.model import Estimate

LOCAL = "local"
"""The outline made on this computer, as ``LetterDraft.engine`` names it."""
WORDS_PER_MINUTE = 200
"""How fast people read, for the reading time."""
GAP = re.compile(r"\[[^\[\]]*\]")
"""A place to fill in."""


class Tone(StrEnum):
    PROFESSIONAL = "PROFESSIONAL"
    ENTHUSIASTIC = "ENTHUSIASTIC"
    FORMAL = "FORMAL"


class LetterLength(StrEnum):
    SHORT = "SHORT"
    MEDIUM = "MEDIUM"
    LONG = "LONG"

    @property
    def words(self) -> tuple[int, int]:
        """How many words such a letter has, from … to."""
        return {"SHORT": (120, 180), "MEDIUM": (200, 300), "LONG": (320, 420)}[self.value]


class LetterFormat(StrEnum):
    """What a letter is handed over as; the value is the file's ending."""

    PDF = "pdf"
    DOCX = "docx"
    TXT = "txt"


class LetterWishes(BaseModel):
    """What the person asks for. ``language`` is a code such as ``de``; empty follows the posting."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    tone: Tone = Tone.PROFESSIONAL
    length: LetterLength = LetterLength.MEDIUM
    focus: tuple[str, ...] = ()
    """Points to dwell on, in the person's words."""
    notes: str = ""
    """Facts and wishes of the person; what they state about themselves here is evidence, like their other notes."""
    language: str = ""
    template_id: int | None = None


class Paragraph(BaseModel):
    """One paragraph. ``claims`` are those that nothing proves. ``accepted``: the person lets it stand as it is.
    ``evidence`` quotes what it was written from, as far as its writer says.
    """

    model_config = ConfigDict(extra="forbid")

    id: str
    text: str
    claims: list[Claim] = Field(default_factory=list)
    accepted: bool = False
    evidence: list[Quote] = Field(default_factory=list)

    @property
    def supported(self) -> bool:
        return not self.claims or self.accepted


class LetterDraft(BaseModel):
    """``greeting`` and ``closing`` stand on lines of their own; ``complete`` is false for one that was cut off or
    cancelled while it was written (what had come is kept)."""

    model_config = ConfigDict(extra="forbid")

    engine: str
    language: str = "en"
    subject: str = ""
    greeting: str = ""
    paragraphs: list[Paragraph] = Field(default_factory=list)
    closing: str = ""
    signature: str = ""
    key_points: list[str] = Field(default_factory=list)
    matched: list[str] = Field(default_factory=list)
    """Requirements of the posting that the letter answers, as the local matcher finds them in it."""
    missing: list[str] = Field(default_factory=list)
    """Requirements that it does not answer, must-haves first."""
    suggestions: list[str] = Field(default_factory=list)
    complete: bool = True

    @property
    def is_local(self) -> bool:
        return self.engine == LOCAL

    @property
    def text(self) -> str:
        """The letter as plain text, the subject left out."""
        parts = (self.greeting, *(each.text for each in self.paragraphs), "\n".join(filter(None, self._end)))
        return "\n\n".join(part.strip() for part in parts if part.strip())

    @property
    def _end(self) -> tuple[str, str]:
        return self.closing, self.signature

    @property
    def words(self) -> int:
        return len(self.text.split())

    @property
    def reading_seconds(self) -> int:
        return round(self.words * 60 / WORDS_PER_MINUTE)

    @property
    def has_gaps(self) -> bool:
        return GAP.search(f"{self.subject}\n{self.text}") is not None

    def paragraph(self, paragraph_id: str) -> Paragraph:
        """Raises KeyError when there is none."""
        for each in self.paragraphs:
            if each.id == paragraph_id:
                return each
        raise KeyError(paragraph_id)

    @property
    def unsupported(self) -> list[Claim]:
        return [claim for each in self.paragraphs if not each.accepted for claim in each.claims]


@dataclass(frozen=True, slots=True)
class Letter:
    """A stored letter. ``document_id`` is its document once it was saved as a version."""

    id: int
    job_id: int
    resume_id: int | None
    document_id: int | None
    base_version: int
    """Which version of the résumé it rests on."""
    wishes: LetterWishes
    draft: LetterDraft
    created: datetime
    updated: datetime


@dataclass(frozen=True, slots=True)
class LetterTemplate:
    """A frame the person keeps: its text may hold ``{company}``, ``{role}``, ``{name}``, ``{body}``."""

    id: int
    name: str
    content: str


@dataclass(frozen=True, slots=True)
class LetterOffer:
    """Writing with Claude: the model's name, what it would take (None without a key) and where the words would go."""

    model: str
    estimate: Estimate | None
    host: str


@dataclass(frozen=True, slots=True)
class LetterGrew:
    """More of a letter that is being written has come; told some 20 times a second at most, and never stored."""

    job_id: int
    task_id: int
    draft: LetterDraft


@dataclass(frozen=True, slots=True)
class LetterReady:
    letter_id: int
    job_id: int


@dataclass(frozen=True, slots=True)
class LetterChanged:
    letter_id: int
    job_id: int
