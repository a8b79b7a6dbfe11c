"""What a letter may rest on, as plain values that travel to the child process, and the evidence made of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from careercoach_desktop.features.evidence.model import Quote
from careercoach_desktop.features.evidence.service import EvidenceBase
from careercoach_desktop.features.jobs.model import Posting
from careercoach_desktop.features.resumes.model import ResumeData


@dataclass(frozen=True, slots=True)
class Material:
    """``notes``: what the person states about themselves in their profile, ``told`` in the wishes for this letter.
    ``people``: names of those the job's card knows, whom a greeting may name. ``name``: who signs."""

    resume: ResumeData
    posting: Posting
    notes: str
    stories: tuple[Quote, ...]
    today: date
    told: str = ""
    name: str = ""
    people: tuple[str, ...] = ()

    @property
    def own_words(self) -> str:
        """Everything the person states about themselves beside the résumé and the stories."""
        return "\n".join(part for part in (self.notes, self.told) if part.strip())

    def with_own_words(self) -> ResumeData:
        """The résumé as the matcher should see it for a letter: what the person wrote about themselves elsewhere shows
        a skill as well."""
        basics = self.resume.basics
        told = (basics.summary, self.own_words, *(each.text for each in self.stories))
        summary = "\n".join(part for part in told if part.strip())
        return self.resume.model_copy(update={"basics": basics.model_copy(update={"summary": summary})})


_kept: list[tuple[Material, EvidenceBase]] = []


def evidence_of(material: Material) -> EvidenceBase:
    """The evidence, read once for a letter that is being edited: the same material is asked about again and again."""
    for known, evidence in _kept:
        if known == material:
            return evidence
    made = EvidenceBase.from_resume(material.resume, material.own_words, material.stories, today=material.today)
    _kept[:] = [(material, made)]
    return made
