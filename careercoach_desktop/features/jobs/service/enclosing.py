"""What could have been sent with an application: the résumés, and what higher features made for the job."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from careercoach_desktop.features.jobs.model import Enclosure, EnclosureKind, OfferedEnclosure

if TYPE_CHECKING:
    from careercoach_desktop.features.resumes.service import ResumeService

Offers = Callable[[int], Sequence[OfferedEnclosure]]
"""What fills the slot ``jobs.enclosures``: for a job by its id, what a higher feature made for it, the likeliest first.
Called off the Qt thread."""


class EnclosureOffers:
    """Asked each time an application is recorded or corrected."""

    def __init__(self, resumes: ResumeService, others: Sequence[Offers] = ()) -> None:
        self._resumes = resumes
        self._others = tuple(others)

    def offered(self, job_id: int) -> list[OfferedEnclosure]:
        """The likeliest first: what was made for this job, then the main résumé, then the others."""
        made = [one for offers in self._others for one in offers(job_id)]
        cards = sorted(self._resumes.cards(), key=lambda card: (not card.is_primary, -card.updated.timestamp()))
        return made + [
            OfferedEnclosure(
                Enclosure(kind=EnclosureKind.RESUME, ref=f"resume:{card.id}", version=card.version, title=card.title),
                "your primary résumé" if card.is_primary else "",
            )
            for card in cards
            if card.version
        ]
