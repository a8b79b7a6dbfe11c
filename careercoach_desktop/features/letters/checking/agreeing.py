"""Where a letter, the résumé made for the same job, and the résumé both rest on tell different things."""

from __future__ import annotations

from collections.abc import Iterator

from careercoach_desktop.features.evidence.model import ClaimKind
from careercoach_desktop.features.letters.checking.letter import unproved
from careercoach_desktop.features.letters.checking.material import Material, evidence_of
from careercoach_desktop.features.resumes.model import ResumeData, Work

_VALUES = (ClaimKind.NUMBER, ClaimKind.DATE, ClaimKind.TITLE, ClaimKind.EMPLOYER, ClaimKind.DEGREE)


def disagreements(letter: str, material: Material, tailored: ResumeData | None) -> list[str]:
    """A sentence for each."""
    found = [
        f"The letter says “{claim.text}”, your résumé does not."
        for claim in unproved(letter, evidence_of(material), material.posting)
        if claim.kind in _VALUES
    ]
    if tailored is not None:
        found += _between(material.resume, tailored)
    return list(dict.fromkeys(found))


def _between(base: ResumeData, tailored: ResumeData) -> Iterator[str]:
    """Employers, titles and dates that the résumé made for the job tells otherwise."""
    known = {job.id: job for job in base.work}
    for job in tailored.work:
        if job.id in known:
            for word, (one, other) in _facts(known[job.id], job).items():
                if one != other:
                    yield f"{word} at {known[job.id].name}: “{one}” in your résumé, “{other}” in the one for this job."


def _facts(one: Work, other: Work) -> dict[str, tuple[str, str]]:
    return {
        "Title": (one.position, other.position),
        "Employer": (one.name, other.name),
        "Start": (one.start or "", other.start or ""),
        "End": (one.end or "now", other.end or "now"),
    }
