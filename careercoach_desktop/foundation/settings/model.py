"""Every setting there is, in one typed place: what it is called, what it may be, what it is before anybody chose.

A setting named ``claude_endpoint`` is also the variable ``CAREERCOACH_CLAUDE_ENDPOINT``, which wins.
Widths, places of windows and the like are not settings: the window remembers them by itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from careercoach_desktop.foundation.settings.endpoints import checked_endpoint

ENVIRONMENT_PREFIX = "CAREERCOACH_"

Endpoint = Annotated[str, AfterValidator(checked_endpoint)]
ModelName = Annotated[str, Field(max_length=200)]


class Settings(BaseModel):
    """What is in force. ``description`` says each in words a person understands (the command line prints them)."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    appearance_theme: Literal["system", "light", "dark"] = Field("system", description="Look of the window.")
    claude_endpoint: Endpoint = Field(
        "", description="Address of a server that speaks Claude’s protocol; empty means Anthropic’s own."
    )
    claude_model_reading: ModelName = Field(
        "claude-haiku-5-5", description="Model that corrects what was read from résumés and postings."
    )
    claude_model_matching: ModelName = Field(
        "claude-haiku-5-5", description="Model that judges how well jobs fit, many at a time."
    )
    claude_model_writing: ModelName = Field("claude-sonnet-5-5", description="Model that tailors a résumé to a job.")
    claude_model_letters: ModelName = Field("claude-sonnet-5-5", description="Model that writes cover letters.")
    claude_model_analysis: ModelName = Field(
        "claude-sonnet-5-5", description="Model that judges a résumé and reads a job between the lines."
    )
    claude_model_interviews: ModelName = Field(
        "claude-sonnet-5-5", description="Model that prepares interviews and looks companies up."
    )
    claude_model_practice: ModelName = Field(
        "claude-sonnet-5-5", description="Model that asks in practice interviews and weighs your answers."
    )
    claude_web_search: Literal["on", "off"] = Field(
        "on", description="Whether Claude may search the web for a briefing you ask for."
    )
    claude_search_price: float = Field(
        10.0, ge=0, le=1_000, description="US dollars a thousand web searches cost, for estimates and the ledger."
    )
    claude_contact: Literal["hidden", "sent"] = Field(
        "hidden", description="Whether your contact details are replaced by placeholders before anything is sent."
    )
    claude_at_once: int = Field(2, ge=1, le=8, description="How many things Claude may work on at the same time.")
    claude_monthly_budget: float | None = Field(
        10.0,
        ge=0,
        le=100_000,
        description="US dollars a month after which Claude is not asked any more; “none” lifts it.",
    )
    claude_budget_lifted: str = Field(
        "", pattern=r"^(\d{4}-\d{2})?$", description="The month (2026-11) for which you lifted that stop."
    )
    claude_environment_key: Literal["ask", "yes", "no"] = Field(
        "ask", description="Whether the window may use a key found in ANTHROPIC_API_KEY; it asks once."
    )
    notifications: Literal["on", "off"] = Field(
        "on", description="Whether the system shows a notification when something is due."
    )
    reminder_deadline_days: int = Field(
        3, ge=0, le=60, description="How many days before its deadline a job you have not applied for is due."
    )
    reminder_no_answer_days: int = Field(
        10, ge=1, le=180, description="After how many days without an answer an application is due."
    )
    interview_notices: str = Field(
        "1440 60",
        pattern=r"^(\d{1,5}( \d{1,5}){0,4})?$",
        description="How many minutes before an interview the system tells of it; empty never does.",
    )
    time_zone: str = Field("", description="The time zone you live in (Europe/Berlin); empty is the computer’s.")
    calendar_file: str = Field(
        "", description="A folder in which a calendar file with your interviews is kept up to date; empty keeps none."
    )
    calendar_server: str = Field("", description="Address of a calendar server (CalDAV) that interviews are kept on.")
    calendar_user: str = Field("", description="Your name on that server; the password is in the keychain.")
    calendar_name: str = Field("", description="Address of the calendar on that server.")
    calendar_title: str = Field("", max_length=200, description="What that calendar is called there.")
    speech_model: str = Field(
        "", pattern=r"^(tiny|base|small|medium)?$", description="Model that writes down spoken answers; empty is none."
    )
    keep_recordings: Literal["on", "off"] = Field(
        "off", description="Whether the sound of a spoken answer is kept beside what was written down."
    )
    web_browser: Literal["auto", "off"] = Field(
        "auto", description="Open pages that need JavaScript in an installed Chrome, Edge or Chromium."
    )


class Origin(StrEnum):
    """Where a setting's value comes from, the strongest last."""

    DEFAULT = "default"
    STORED = "stored"
    ENVIRONMENT = "environment"


@dataclass(frozen=True, slots=True)
class SettingsChanged:
    """``names`` of the settings that were chosen anew."""

    names: tuple[str, ...]
