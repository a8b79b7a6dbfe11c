"""Short ways to write down the parts of a résumé."""

from __future__ import annotations

from careercoach_desktop.features.resumes.model import Basics, Highlight, Location, Skill


def points(*texts: str) -> list[Highlight]:
    return [Highlight(text=text) for text in texts]


def basics(name: str, label: str, email: str, phone: str, place: str, url: str = "", summary: str = "") -> Basics:
    return Basics(
        name=name, label=label, email=email, phone=phone, location=Location(text=place), url=url, summary=summary
    )


def skills(**groups: str) -> list[Skill]:
    return [Skill(name=name, keywords=words.split("; ")) for name, words in groups.items()]
