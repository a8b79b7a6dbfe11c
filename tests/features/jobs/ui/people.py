"""What the tests of people and reminders share: a panel, the page, the doors they stand on."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal

from careercoach_desktop.features.jobs.model import Contact

PRIYA = Contact(name="Priya Nair", company="Halden Rail", role="Recruiter", email="priya@halden.example")
PAUL = Contact(name="Paul Ode", company="Halden Rail", phone="+44 20 7946 0000")


class FakeSystem(QObject):
    """The operating system's notifications: written down, and clicked by the test."""

    clicked = Signal(str)

    def __init__(self, *, works: bool = True) -> None:
        super().__init__()
        self.works = works
        self.shown: list[tuple[str, str, str]] = []

    async def show(self, title: str, text: str, key: str) -> bool:
        if self.works:
            self.shown.append((title, text, key))
        return self.works


@dataclass
class Opened:
    """Where the desk was asked to go."""

    places: list[tuple[str, object]] = field(default_factory=list)

    def note(self, page: str, what: object) -> None:
        self.places.append((page, what))
