"""Name, e-mail address, telephone number and headline, wherever two papers give them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from careercoach_desktop.features.evidence.model import ClaimKind
from careercoach_desktop.features.evidence.truth.agreeing.positions import other_title
from careercoach_desktop.features.evidence.truth.agreeing.values import Disagreement
from careercoach_desktop.features.evidence.vocabulary.tokens import stems
from careercoach_desktop.features.profile.model import Profile
from careercoach_desktop.features.resumes.model import Basics, ResumeData

_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_NATIONAL = 7
"""Digits at the end of a telephone number that are the same however its country is written."""


def about_contact(profile: Profile, resume: ResumeData, where: str) -> Iterator[Disagreement]:
    """The profile against the head of a résumé."""
    basics, mine = resume.basics, "Your profile"
    if profile.name and basics.name and not _same_person(profile.name, basics.name):
        yield Disagreement(ClaimKind.STATEMENT, profile.name, basics.name, mine, where, "name")
    if profile.email and basics.email and profile.email.casefold() != basics.email.casefold():
        yield Disagreement(ClaimKind.STATEMENT, profile.email, basics.email, mine, where, "e-mail address")
    if profile.phone and basics.phone and _digits(profile.phone) != _digits(basics.phone):
        yield Disagreement(ClaimKind.STATEMENT, profile.phone, basics.phone, mine, where, "telephone number")
    held = next((job.position for job in resume.work if job.current), "")
    for title in filter(None, (basics.label, held)):
        if profile.headline and not other_title(profile.headline, title):
            return
    if profile.headline and (basics.label or held) and other_title(profile.headline, basics.label or held):
        yield Disagreement(ClaimKind.TITLE, profile.headline, basics.label or held, mine, where, "title")


def contact_told(text: str, basics: Basics, name: str, where: str) -> Iterator[Disagreement]:
    """An e-mail address in a text that is nearly the person's own: same people write to other addresses, too."""
    for mail in _MAIL.findall(text):
        if basics.email and mail.casefold() != basics.email.casefold() and _alike(mail, basics.email):
            yield Disagreement(ClaimKind.STATEMENT, mail, basics.email, name, where, "e-mail address")


def _same_person(one: str, other: str) -> bool:
    """The same name but for order, accents, a title before it or a middle name."""
    mine, theirs = set(stems(one)), set(stems(other))
    return mine <= theirs or theirs <= mine


def _digits(phone: str) -> str:
    return re.sub(r"\D", "", phone)[-_NATIONAL:]


def _alike(one: str, other: str) -> bool:
    """The same mailbox at another host, or the same host with a name that shares a part: one of the two is old or
    mistyped."""
    (box, host), (other_box, other_host) = (mail.casefold().rsplit("@", 1) for mail in (one, other))
    if box == other_box:
        return True
    parts, other_parts = (set(re.split(r"[._+-]", each)) for each in (box, other_box))
    return host == other_host and any(len(part) > 2 for part in parts & other_parts)
