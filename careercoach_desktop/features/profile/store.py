"""Where the profile is kept: one row, because one file belongs to one person."""

from __future__ import annotations

import json

from sqlmodel import Field, Session, SQLModel

from careercoach_desktop.features.profile.model import Preferences, Profile

_ONLY_ROW = 1


class ProfileRow(SQLModel, table=True):
    __tablename__ = "profile"

    id: int = Field(primary_key=True)
    name: str
    headline: str
    email: str
    phone: str
    location: str
    links: str
    """A JSON list of addresses."""
    notes: str
    preferences: str
    """``Preferences`` as JSON."""


class ProfileStore:
    """The queries of the profile, on one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self) -> Profile:
        """What was saved, or an empty profile on a fresh file."""
        row = self._session.get(ProfileRow, _ONLY_ROW)
        if row is None:
            return Profile()
        return Profile(
            name=row.name,
            headline=row.headline,
            email=row.email,
            phone=row.phone,
            location=row.location,
            links=json.loads(row.links),
            notes=row.notes,
            preferences=Preferences.model_validate_json(row.preferences),
        )

    def put(self, profile: Profile) -> None:
        """Keep ``profile`` instead of what was there."""
        self._session.merge(
            ProfileRow(
                id=_ONLY_ROW,
                name=profile.name,
                headline=profile.headline,
                email=profile.email,
                phone=profile.phone,
                location=profile.location,
                links=json.dumps(profile.links, ensure_ascii=False),
                notes=profile.notes,
                preferences=profile.preferences.model_dump_json(),
            )
        )
        self._session.flush()
