"""Who the person is and what they look for."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict, Field


class Preferences(BaseModel):
    """What a job should be like; empty means no preference. Work modes and job types are the names of the enums."""

    model_config = ConfigDict(extra="forbid")

    desired_titles: list[str] = Field(default_factory=list)
    work_modes: list[str] = Field(default_factory=list)
    job_types: list[str] = Field(default_factory=list)
    locations: list[str] = Field(default_factory=list)
    willing_to_relocate: bool = False
    salary_min: float | None = None
    salary_currency: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """Contact data as a résumé states it, offered to the profile."""

    name: str = ""
    headline: str = ""
    email: str = ""
    phone: str = ""
    location: str = ""
    links: tuple[str, ...] = ()

    def as_fields(self) -> dict[str, str | list[str]]:
        """The same by field names of ``Profile``, trimmed, links without empty ones."""
        return {
            "name": self.name.strip(),
            "headline": self.headline.strip(),
            "email": self.email.strip(),
            "phone": self.phone.strip(),
            "location": self.location.strip(),
            "links": [link.strip() for link in self.links if link.strip()],
        }


class Profile(BaseModel):
    """Contact data and preferences. Contact is filled from the first primary résumé, then belongs to the person."""

    model_config = ConfigDict(extra="forbid")

    name: str = ""
    headline: str = ""
    email: str = ""
    phone: str = ""
    location: str = ""
    links: list[str] = Field(default_factory=list)
    notes: str = ""
    """Facts the person wrote about themselves; they count as evidence."""
    preferences: Preferences = Field(default_factory=Preferences)

    def initials(self) -> str:
        """At most two letters for the avatar."""
        words = [word for word in self.name.split() if word[0].isalpha()]
        return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()


@dataclass(frozen=True, slots=True)
class ProfileChanged:
    """Contact or preferences changed."""
