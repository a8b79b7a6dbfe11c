"""XING."""

from __future__ import annotations

from careercoach_desktop.features.jobs.capture.sites.rules import SiteRules

RULES = SiteRules(
    name="xing",
    marks='[data-testid="job-details-title"], [data-testid="job-details-company-info-name"]',
    title=('[data-testid="job-details-title"] h1', '[data-testid="job-details-title"]', "h1"),
    company=('[data-testid="job-details-company-info-name"]',),
    location=(
        '[data-testid="job-details-location"]',
        '[class*="multi-location-display"]',
        '[data-testid="company-card-location"]',
    ),
    work_mode=('ul[aria-label] li[role="status"]',),
    job_type=('ul[aria-label] li[role="status"]',),
    posted_date=('[data-testid="job-details-published-date"] time',),
    description=('[data-testid="expandable-content"]',),
)
