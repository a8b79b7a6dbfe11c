"""SimplyHired."""

from __future__ import annotations

from careercoach_desktop.features.jobs.capture.sites.rules import SiteRules

RULES = SiteRules(
    name="simply_hired",
    marks='[data-testid="viewJobBodyJobFullDescriptionContent"], [data-testid="viewJobTitle"]',
    title=('[data-testid="viewJobTitle"]',),
    company=('[data-testid="viewJobCompanyName"] [data-testid="detailText"]', '[data-testid="viewJobCompanyName"]'),
    location=(
        '[data-testid="viewJobCompanyLocation"] [data-testid="detailText"]',
        '[data-testid="viewJobCompanyLocation"]',
    ),
    job_type=('[data-testid="viewJobBodyJobDetailsJobType"]',),
    salary=('[data-testid="viewJobBodyJobCompensation"]',),
    description=('[data-testid="viewJobBodyJobFullDescriptionContent"]',),
)
