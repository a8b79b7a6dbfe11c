"""Pracuj.pl."""

from __future__ import annotations

from careercoach_desktop.features.jobs.capture.sites.rules import SiteRules

RULES = SiteRules(
    name="pracuj",
    marks='[data-test="text-positionName"]',
    title=('[data-test="text-positionName"]',),
    company=('[data-test="text-employerName"]',),
    location=(
        '[data-test="sections-benefit-workplaces"] [data-test="offer-badge-title"]',
        '[data-test="sections-benefit-workplaces"]',
    ),
    work_mode=('[data-test="sections-benefit-work-modes-text"]', '[data-test^="sections-benefit-work-modes"]'),
    job_type=('[data-test^="sections-benefit-work-schedule"]', '[data-test^="sections-benefit-contracts"]'),
    salary=('[data-test="text-earningAmount"]', '[data-test="section-salary"]'),
)
