"""The level a posting is for: by its title, else by the years it asks for."""

from __future__ import annotations

import re

from careercoach_desktop.features.analysis.model.job import LevelFound, RoleLevel
from careercoach_desktop.features.jobs.model import JobType, Posting
from careercoach_desktop.features.matching.keywords import Demands

_TITLES: tuple[tuple[RoleLevel, re.Pattern[str]], ...] = tuple(
    (level, re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE))
    for level, words in (
        (
            RoleLevel.INTERNSHIP,
            (
                r"intern(?:ship)?|trainee|apprentice(?:ship)?|working student|praktik(?:um|ant(?:in)?)|"
                r"werkstudent(?:in)?|azubi|auszubildende[rn]?|ausbildung|volontär(?:in)?|volontariat|"
                r"^stage(?! (?:manager|hand|director))|stage (?:de|en)|stagiaire|alternan(?:ce|te?)|"
                r"apprenti(?:e|ssage)?|prácticas|becari[oa]|aprendiz"
            ),
        ),
        (
            RoleLevel.HEAD,
            (
                r"head of|director|vp|vice president|chief [\w ]+ officer|c[etofim]o|managing director|"
                r"geschäftsführ(?:er|ung)(?:in)?|bereichsleit(?:er|ung)(?:in)?|abteilungsleit(?:er|ung)(?:in)?|"
                r"direkt(?:or|ion)(?:in)?|direct(?:eur|rice)|director[a]?|jef[ea] de departamento"
            ),
        ),
        (
            RoleLevel.LEAD,
            (
                r"lead(?! gen)|principal|team ?lead(?:er)?|"
                r"staff(?= (?:engineer|software|data|developer|designer|scientist|product))|"
                r"team-?leit(?:er|ung)(?:in)?|schichtleit(?:er|ung)(?:in)?|"
                r"stationsleit(?:er|ung)(?:in)?|filialleit(?:er|ung)(?:in)?|projektleit(?:er|ung)(?:in)?|"
                r"leit(?:er|ung)(?:in)?|chef(?:fe)? d['’]équipe|responsable|jef[ea] de (?:equipo|turno)|supervisor[a]?|"
                r"forem[ae]n|supervisor"
            ),
        ),
        (RoleLevel.SENIOR, r"senior|sr\.?|expert(?:e|in)?|confirmée?|expérimentée?|experimentad[oa]|erfahrene[rn]?"),
        (
            RoleLevel.ENTRY,
            (r"junior|jr\.?|graduate|entry[- ]level|berufseinsteiger(?:in)?|absolvent(?:in)?|débutante?|ayudante"),
        ),
    )
)
_YEARS = ((1, RoleLevel.ENTRY), (4, RoleLevel.MID), (9, RoleLevel.SENIOR))
"""Up to so many years; more is for those who lead."""


def level_of(posting: Posting, demands: Demands) -> LevelFound | None:
    """None where neither the title nor a number of years tells."""
    by_title = title_level(posting.title)
    if by_title is not None:
        level, word = by_title
        return LevelFound(level=level, text=f"“{word}” stands in the title.", quote=posting.title)
    if posting.job_type is JobType.INTERNSHIP:
        return LevelFound(level=RoleLevel.INTERNSHIP, text="The posting calls it an internship.")
    if demands.years is not None:
        years = demands.years.years
        level = next((level for most, level in _YEARS if years <= most), RoleLevel.LEAD)
        unit = "year" if years == 1 else "years"
        return LevelFound(level=level, text=f"It asks for {years} {unit} of experience.", quote=demands.years.sentence)
    return None


def title_level(title: str) -> tuple[RoleLevel, str] | None:
    """The level a title names, and the word that does."""
    for level, pattern in _TITLES:
        found = pattern.search(title)
        if found:
            return level, found[0]
    return None
