"""Rules for common job boards and applicant systems, told by their markup: one small file per site, one table of them.

Most of these sites also carry JSON-LD, which is surer; the rules serve saved fragments, signed-in views and the fields
that a site's JSON-LD leaves out. Adding a site is one file and one line here.
"""

from __future__ import annotations

from careercoach_desktop.features.jobs.capture.page import Page
from careercoach_desktop.features.jobs.capture.sites import (
    dice,
    glassdoor,
    greenhouse,
    headhunter,
    icims,
    indeed,
    jobs_cz,
    lever,
    linkedin,
    monster,
    pracuj,
    seek,
    simply_hired,
    stepstone,
    successfactors,
    usajobs,
    welcome_to_the_jungle,
    workday,
    workindenmark,
    xing,
)
from careercoach_desktop.features.jobs.capture.sites.rules import SiteRules, asides_of, offer_site

SITES: tuple[SiteRules, ...] = (
    linkedin.RULES,
    indeed.RULES,
    stepstone.RULES,
    glassdoor.RULES,
    monster.RULES,
    xing.RULES,
    seek.RULES,
    simply_hired.RULES,
    dice.RULES,
    usajobs.RULES,
    welcome_to_the_jungle.RULES,
    jobs_cz.RULES,
    pracuj.RULES,
    headhunter.RULES,
    workindenmark.RULES,
    greenhouse.RULES,
    lever.RULES,
    workday.RULES,
    icims.RULES,
    successfactors.RULES,
)

__all__ = ["SITES", "SiteRules", "asides_of", "offer_site", "rules_for"]


def rules_for(page: Page) -> SiteRules | None:
    """The rules of the site whose markup the page has, if it is one of them."""
    return next((rules for rules in SITES if page.tree.css_first(rules.marks) is not None), None)
