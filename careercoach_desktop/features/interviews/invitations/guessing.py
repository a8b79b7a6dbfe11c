"""Which job an invitation is probably about. A suggestion with its reason: the person decides."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from careercoach_desktop.features.interviews.model.exchange import JobGuess
from careercoach_desktop.features.interviews.model.invitation import Invitation
from careercoach_desktop.features.jobs.duplicates import company_key, title_key

_MAIL_FOR_ALL = {
    *("gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "live.com", "icloud.com", "me.com", "yahoo.com"),
    *("gmx.de", "gmx.net", "web.de", "t-online.de", "proton.me", "protonmail.com", "aol.com", "mail.ru", "qq.com"),
    *("orange.fr", "free.fr", "libero.it"),
}
"""An address there says nothing of an employer."""


@dataclass(frozen=True, slots=True)
class JobToGuess:
    """A job that could be meant; ``emails`` of its people."""

    id: int
    title: str
    company: str
    emails: tuple[str, ...] = ()


def guess_jobs(invitation: Invitation, jobs: Iterable[JobToGuess], most: int = 5) -> list[JobGuess]:
    """The likeliest first; nothing for jobs that nothing speaks for."""
    emails = {invitation.organiser.lower(), *(each.email.lower() for each in invitation.interviewers)} - {""}
    words = _plain(f"{invitation.summary}\n{invitation.place}\n{invitation.text[:4000]}")
    names = _runs(words.split()[:600])
    title_words = title_key(invitation.summary)
    found = (_judged(job, emails, words, names, title_words) for job in jobs)
    return sorted((each for each in found if each is not None), key=lambda each: (-each.points, each.job_id))[:most]


def _judged(
    job: JobToGuess, emails: set[str], words: str, names: Collection[str], title_words: Collection[str]
) -> JobGuess | None:
    points, reasons = 0, list[str]()
    company = company_key(job.company)
    if emails & {each.lower() for each in job.emails}:
        points, reasons = points + 100, [*reasons, "somebody you know there"]
    elif company and any(_belongs(_domain(each), company) for each in emails):
        points, reasons = points + 50, [*reasons, "the sender’s address"]
    if len(company) >= 3 and company in names:
        points, reasons = points + 40, [*reasons, "the company’s name"]
    title, plain = set(title_key(job.title)), _plain(job.title)
    if (len(title) >= 2 and title <= set(title_words)) or (plain and plain in words):
        points, reasons = points + 20, [*reasons, "the title"]
    return JobGuess(job.id, " and ".join(reasons), points) if points >= 40 else None


def _runs(words: Sequence[str]) -> set[str]:
    """Up to five words after each other written as one, as ``company_key`` writes a name."""
    return {"".join(words[at : at + length]) for at in range(len(words)) for length in range(1, 6)}


def _belongs(domain: str, company: str) -> bool:
    """``marlow-energy.com`` to Marlow Energy, ``mail.marlow.de`` to Marlow."""
    if not domain or domain in _MAIL_FOR_ALL:
        return False
    labels = [re.sub(r"[\W_]", "", label) for label in domain.split(".")[:-1]]
    return any(
        label == company or (min(len(label), len(company)) >= 5 and (label in company or company in label))
        for label in labels
    )


def _domain(address: str) -> str:
    return address.rpartition("@")[2].lower()


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[\W_]+", " ", text.casefold()).split())
