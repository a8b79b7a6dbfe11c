"""HeadHunter (hh.ru and its sisters)."""

from __future__ import annotations

from careercoach_desktop.features.jobs.capture.sites.rules import SiteRules

RULES = SiteRules(
    name="headhunter",
    marks='[data-qa="vacancy-title"]',
    title=('[data-qa="vacancy-title"]',),
    company=('[data-qa="vacancy-company-name"]', ".vacancy-company-name"),
    location=('[data-qa="vacancy-view-raw-address"]', '[data-qa="vacancy-view-location"]'),
    salary=('[data-qa="vacancy-salary"]', '[data-qa^="vacancy-salary-compensation"]'),
    description=('[data-qa="vacancy-description"]',),
)
