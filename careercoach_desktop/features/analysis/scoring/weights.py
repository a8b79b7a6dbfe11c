"""How many points each rule can take from each score when all of the résumé is concerned: the one place to calibrate.

A part that is missing loses at least as much as the same part could lose by being badly done, so that adding it never
scores less.
"""

from __future__ import annotations

from careercoach_desktop.features.analysis.model import ScoreKind

_ATS, _READ = ScoreKind.ATS, ScoreKind.READABILITY
_SUM, _EXP, _EDU, _SKILL = ScoreKind.SUMMARY, ScoreKind.EXPERIENCE, ScoreKind.EDUCATION, ScoreKind.SKILLS

SHARES: dict[ScoreKind, int] = {_ATS: 30, _READ: 20, _EXP: 25, _SKILL: 10, _EDU: 8, _SUM: 7}
"""What each score counts for in the overall one, in percent."""

POINTS: dict[str, dict[ScoreKind, int]] = {
    # The file
    "file.picture-pages": {_ATS: 100},
    "file.unreadable-letters": {_ATS: 80},
    "file.copy-forbidden": {_ATS: 50},
    "file.reading-order": {_ATS: 40},
    "file.torn-lines": {_ATS: 15},
    "file.columns": {_ATS: 12},
    "file.tables": {_ATS: 20},
    "file.text-boxes": {_ATS: 50},
    "file.pictures": {_ATS: 4},
    "file.contact-in-margin": {_ATS: 20},
    "file.contact-behind-link": {_ATS: 10},
    "file.tracked-changes": {_ATS: 15, _READ: 30},
    "file.comments": {_ATS: 5, _READ: 20},
    "file.headings": {_ATS: 12},
    "file.size": {_ATS: 10},
    "file.pages": {_READ: 15},
    "file.small-letters": {_READ: 8},
    "file.kind": {_ATS: 6},
    "file.name": {_ATS: 3},
    # Nothing at all
    "content.empty": dict.fromkeys((_ATS, _READ, _SUM, _EXP, _EDU, _SKILL), 100),
    # Contact
    "contact.name": {_ATS: 30},
    "contact.email": {_ATS: 30},
    "contact.email-form": {_ATS: 25},
    "contact.email-case": {_ATS: 1},
    "contact.phone": {_ATS: 12},
    "contact.phone-form": {_ATS: 1},
    "contact.place": {_ATS: 6},
    "contact.link": {_ATS: 3},
    "contact.link-form": {_ATS: 2},
    # The summary
    "summary.missing": {_SUM: 100, _READ: 8},
    "summary.short": {_SUM: 30},
    "summary.long": {_SUM: 45, _READ: 6},
    # Experience
    "experience.missing": {_EXP: 100, _ATS: 20, _READ: 20},
    "experience.names": {_EXP: 40, _ATS: 25},
    "experience.silent": {_EXP: 60},
    "experience.many-bullets": {_EXP: 6, _READ: 8},
    "experience.bullets-twice": {_EXP: 10, _READ: 10},
    "dates.missing": {_EXP: 25, _ATS: 25},
    "dates.open": {_EXP: 10, _ATS: 8},
    "dates.backwards": {_EXP: 15, _ATS: 10},
    "dates.future": {_EXP: 8},
    "dates.gap": {_EXP: 12},
    "dates.overlap": {_EXP: 2},
    "dates.order": {_EXP: 10, _READ: 6},
    "dates.precision": {_EXP: 4, _ATS: 3},
    "dates.writing": {_ATS: 4},
    "wording.weak": {_EXP: 30, _READ: 12},
    "wording.tense": {_EXP: 12, _READ: 10},
    "wording.present": {_EXP: 3},
    "wording.figures": {_EXP: 28},
    # How it is written
    "wording.repeated": {_EXP: 6, _READ: 12},
    "wording.overused": {_READ: 8},
    "wording.first-person": {_EXP: 6, _READ: 14, _SUM: 10},
    "wording.buzz": {_READ: 12, _SUM: 10},
    "writing.long-bullets": {_READ: 35, _EXP: 8},
    "writing.short-bullets": {_READ: 6, _EXP: 12},
    "writing.brief": {_READ: 20, _EXP: 25},
    "writing.lengthy": {_READ: 35},
    "writing.full-stops": {_READ: 6},
    "writing.spaces": {_READ: 6},
    "writing.unreadable-signs": {_ATS: 15, _READ: 8},
    "writing.drawn-signs": {_ATS: 4, _READ: 4},
    "writing.hidden-signs": {_ATS: 8},
    # Education and skills
    "education.missing": {_EDU: 100, _ATS: 6},
    "education.school": {_EDU: 40, _ATS: 4},
    "education.degree": {_EDU: 35},
    "education.dates": {_EDU: 20},
    "skills.missing": {_SKILL: 100, _ATS: 15},
    "skills.few": {_SKILL: 45, _ATS: 6},
    "skills.many": {_SKILL: 20, _READ: 4},
    "skills.sentences": {_SKILL: 20, _ATS: 4},
    "skills.twice": {_SKILL: 5},
}
