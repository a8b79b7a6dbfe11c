"""How applications are put into words."""

from __future__ import annotations

from datetime import date

from careercoach_desktop.features.jobs.model import (
    Application,
    ApplicationMethod,
    ApplicationStatus,
    Enclosure,
    EnclosureKind,
)
from careercoach_desktop.features.jobs.ui.words import short_date, tr

STATUS_WORDS = {
    ApplicationStatus.DRAFT: "Draft",
    ApplicationStatus.SUBMITTED: "Sent",
    ApplicationStatus.UNDER_REVIEW: "Under review",
    ApplicationStatus.REJECTED: "Rejected",
    ApplicationStatus.ACCEPTED: "Accepted",
}
ENCLOSURE_WORDS = {
    EnclosureKind.RESUME: "Résumé",
    EnclosureKind.COVER_LETTER: "Letter",
    EnclosureKind.OTHER: "With",
}
METHOD_WORDS = {ApplicationMethod.MANUAL: "By hand", ApplicationMethod.AUTOMATED: "Through a tool or service"}


def status_words(application: Application, today: date) -> str:
    """``Sent 3 Nov``, ``Rejected 20 Nov, sent 3 Nov``."""
    word = tr(STATUS_WORDS[application.status])
    sent = short_date(application.submitted, today) if application.submitted else ""
    if application.status is ApplicationStatus.SUBMITTED and not application.responded:
        return f"{word} {sent}".strip()
    parts = [tr("sent {0}").format(sent)] if sent else []
    if application.responded:
        parts.append(tr("answered {0}").format(short_date(application.responded, today)))
    return ", ".join([word, *parts])


def enclosure_words(enclosure: Enclosure) -> str:
    """``Lena Marsh – master, version 3``."""
    if enclosure.version is None:
        return enclosure.title
    return tr("{0}, version {1}").format(enclosure.title, enclosure.version)


def known(application: Application) -> list[tuple[str, str]]:
    """What is recorded beyond its state, each with its name."""
    pairs = [(tr(ENCLOSURE_WORDS[one.kind]), enclosure_words(one)) for one in application.enclosures]
    if application.method is not ApplicationMethod.MANUAL:
        pairs.append((tr("How"), tr(METHOD_WORDS[application.method])))
    pairs += [
        (tr("Where"), application.portal_url.split("://", 1)[-1].removeprefix("www.")),
        (tr("Number"), application.confirmation),
        (tr("Notes"), application.notes),
    ]
    return [(name, value) for name, value in pairs if value]
