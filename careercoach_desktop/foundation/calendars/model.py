"""Values of a calendar server."""

from __future__ import annotations

from dataclasses import dataclass

from careercoach_desktop.foundation.errors import UserError


@dataclass(frozen=True, slots=True)
class Account:
    """Where, as whom, and how to prove it. ``password`` is left out of ``repr``, so that it can't slip into a log."""

    address: str
    user: str
    password: str

    def __repr__(self) -> str:
        return f"Account({self.address!r}, {self.user!r}, …)"


@dataclass(frozen=True, slots=True)
class ServerCalendar:
    """``address`` is whole, so that it can be kept."""

    address: str
    name: str


@dataclass(frozen=True, slots=True)
class StoredEvent:
    """``etag`` names its version; empty where the server names none."""

    address: str
    etag: str
    data: bytes


class EventChanged(Exception):  # noqa: N818 - not an error: somebody else was quicker
    """The event is not the version it was taken for (or is there already)."""


class EventGone(Exception):  # noqa: N818 - as above
    """There is no event at that address."""


class NameTaken(Exception):  # noqa: N818 - as above
    """The calendar has an event of that name (UID) at another address, which somebody else put there."""


PLACE = "settings.calendar"


def offline(detail: str = "") -> UserError:
    """Nobody answered."""
    return UserError(
        f"The calendar server could not be reached{detail}.",
        "Nothing is lost. It is tried again by itself; check the network and the address if it goes on.",
        code="calendar-offline",
        transient=True,
    )
