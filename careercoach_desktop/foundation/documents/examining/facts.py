"""The value an examination returns; stored as JSON, so a new meaning needs a new ``FACTS_VERSION``."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

FACTS_VERSION = 1


class SeenAt(BaseModel):
    """A rectangle on a page, as fractions (0..1) of its width and height, origin top left; ``page`` counts from 0."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    page: int
    left: float
    top: float
    right: float
    bottom: float


class FileFacts(BaseModel):
    """Shares are fractions (0..1) of the lines or letters of the whole file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    media_type: str
    size: int
    """Bytes."""
    pages: int = 0
    """0 for formats without pages."""
    letters: int = 0
    """Letters and figures that a program gets out of the file."""
    unreadable: float = 0.0
    """Share of drawn letters that stand for no letter, because the font does not say which."""
    picture_pages: list[int] = Field(default_factory=list)
    """Pages (from 0) that are a picture with next to no text."""
    pictures: int = 0
    """Pictures that could carry words: neither tiny nor shaped like a photo nor a whole page."""
    body_size: float = 0.0
    """The size in points in which most letters are set; 0 when unknown."""
    columns: float = 0.0
    """Share of lines that stand beside a line of another column."""
    jumps: float = 0.0
    """Share of lines that the file stores before the line above them."""
    torn: float = 0.0
    """Share of lines whose words are stored far apart."""
    tables: float = 0.0
    """Share of letters that stand in tables."""
    text_boxes: float = 0.0
    """Share of letters that stand in text boxes."""
    only_in_margin: list[str] = Field(default_factory=list)
    """E-mail addresses and phone numbers that stand only in a header or footer."""
    hidden_targets: list[str] = Field(default_factory=list)
    """Mail and phone links whose address is not printed anywhere."""
    copy_forbidden: bool = False
    tracked_changes: int = 0
    comments: int = 0
    seen: dict[str, SeenAt] = Field(default_factory=dict)
    """Where a fact shows first, by the name of the fact."""
