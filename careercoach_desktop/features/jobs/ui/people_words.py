"""People in words: what they are for a job, when one was in touch, how they are reached."""

from __future__ import annotations

from datetime import date
from urllib.parse import quote

from careercoach_desktop.features.jobs.capture.urls import looks_like_url, site_of
from careercoach_desktop.features.jobs.model import Contact, Imported, ImportOutcome, Relation
from careercoach_desktop.features.jobs.ui.days import near_day
from careercoach_desktop.features.jobs.ui.words import short_date, tr

RELATION_WORDS = {
    Relation.RECRUITER: "Recruiter",
    Relation.HIRING_MANAGER: "Hiring manager",
    Relation.INTERVIEWER: "Interviewer",
    Relation.REFERRAL: "Referral",
    Relation.COLLEAGUE: "Future colleague",
    Relation.OTHER: "Other",
}
VCARD_FILTERS = ("vCard (*.vcf *.vcard)",)
VCARD_SUFFIXES = (".vcf", ".vcard")


def relation_word(relation: Relation) -> str:
    return tr(RELATION_WORDS[relation])


def work_words(contact: Contact) -> str:
    """``Recruiter · Halden Rail``."""
    return " · ".join(part for part in (contact.role, contact.company) if part)


def touch_words(contact: Contact, today: date) -> str:
    """``Last in touch yesterday``; empty when never."""
    if contact.last_contact is None:
        return ""
    ago = (today - contact.last_contact).days
    near = near_day(contact.last_contact, today) if ago in (0, 1) else short_date(contact.last_contact, today)
    return tr("Last in touch {0}").format(near)


def follow_up_words(contact: Contact, today: date) -> str:
    """``Follow up Friday``, ``Follow up since 3 Nov``; empty when nothing is planned."""
    day = contact.next_follow_up
    if day is None:
        return ""
    return tr("Follow up since {0}" if day < today else "Follow up {0}").format(near_day(day, today))


def is_due(contact: Contact, today: date) -> bool:
    return contact.next_follow_up is not None and contact.next_follow_up <= today


def mail_address(contact: Contact) -> str:
    """``mailto:…``; empty for what is no address."""
    return f"mailto:{quote(contact.email, safe='@.+-_')}" if "@" in contact.email else ""


def call_address(contact: Contact) -> str:
    """``tel:…``; empty for what holds no number."""
    number = "".join(sign for sign in contact.phone if sign.isdecimal() or sign == "+")
    return f"tel:{number}" if number else ""


def web_address(contact: Contact) -> str:
    """An address of the web, and no other kind: ``file:`` or ``javascript:`` would do something else."""
    return looks_like_url(contact.link) or ""


def link_words(contact: Contact) -> str:
    """``linkedin.com``."""
    return site_of(web_address(contact)) or contact.link


def person_count(count: int) -> str:
    """``1 person``, ``12 people``."""
    return tr("1 person") if count == 1 else tr("{0} people").format(count)


def import_words(imported: Imported) -> str:
    """``3 people added, 2 completed, 1 was there already; 1 entry had no name.``"""
    added, completed = imported.count(ImportOutcome.ADDED), imported.count(ImportOutcome.COMPLETED)
    known, refused = imported.count(ImportOutcome.KNOWN), imported.count(ImportOutcome.REFUSED)
    parts = [tr("{0} added").format(person_count(added))] if added else []
    if completed:
        parts.append(tr("{0} completed").format(completed if added else person_count(completed)))
    if known:
        parts.append(tr("{0} there already").format(known if parts else person_count(known)))
    if refused:
        parts.append(tr("1 entry without a name left out") if refused == 1 else tr("{0} left out").format(refused))
    return ", ".join(parts) + "."
