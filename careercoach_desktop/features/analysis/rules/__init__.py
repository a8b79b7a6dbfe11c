"""The rules: each looks at a résumé and yields what it finds. They invent nothing and never ask a network or a model.

``RULES_VERSION`` grows whenever a rule or a score changes what it says, so that stored analyses are made anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from careercoach_desktop.features.analysis.model import Finding, Severity
from careercoach_desktop.features.analysis.rules import (
    contact,
    dates,
    file,
    file_name,
    headings,
    sections,
    signs,
    wording,
    writing,
)
from careercoach_desktop.features.analysis.rules.situation import Situation
from careercoach_desktop.features.resumes.editing import values

__all__ = ["CONTENT_RULES", "FILE_RULES", "RULES_VERSION", "Situation", "findings"]

RULES_VERSION = 3

Rule = Callable[[Situation], Iterator[Finding]]

FILE_RULES: tuple[Rule, ...] = (
    file.words_out_of_reach,
    file.order_lost,
    file.layout,
    file.contact_out_of_reach,
    file.leftovers,
    file.size_and_pages,
    file_name.file_name,
)

CONTENT_RULES: tuple[Rule, ...] = (
    headings.unusual_headings,
    contact.missing_contact,
    contact.email_form,
    contact.phone_form,
    contact.link_form,
    sections.summary,
    sections.experience,
    sections.many_bullets,
    sections.bullets_twice,
    dates.missing_dates,
    dates.impossible_dates,
    dates.gaps_in_work,
    dates.overlaps_in_work,
    dates.oldest_first,
    dates.uneven_precision,
    dates.mixed_writing,
    wording.weak_openings,
    wording.tense,
    wording.figures,
    wording.same_openings,
    wording.overused,
    wording.first_person,
    wording.buzzwords,
    writing.bullet_lengths,
    writing.whole_length,
    writing.full_stops,
    writing.doubled_spaces,
    signs.odd_signs,
    sections.education,
    sections.skills,
    sections.long_skills,
    sections.skills_twice,
)

_ORDER = list(Severity)


def findings(situation: Situation) -> list[Finding]:
    """Everything the rules find, the most important first, otherwise in the order of the rules.

    Of a résumé that says nothing only that is said: it is no use to list all that is not there.
    """
    rules = (*FILE_RULES, *(CONTENT_RULES if values(situation.data) else (sections.nothing,)))
    found = [finding for rule in rules for finding in rule(situation)]
    return sorted(found, key=lambda finding: _ORDER.index(finding.severity))
