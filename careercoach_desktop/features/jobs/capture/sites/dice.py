"""Dice."""

from __future__ import annotations

from careercoach_desktop.features.jobs.capture.sites.rules import SiteRules

RULES = SiteRules(
    name="dice",
    marks='[data-testid="job-detail-title"], [data-testid="jobDescriptionHtml"], [data-cy="companyNameLink"]',
    title=('[data-testid="job-detail-title"]', '[data-cy="jobTitle"]'),
    company=('[data-cy="companyNameLink"]', '[data-testid="company-name"]'),
    location=('[data-testid="job-detail-location"]', '[data-cy="location"]'),
    job_type=('[data-testid="employment-type"]', '[data-cy="employmentDetails"]'),
    salary=('[data-testid="salary"]', '[data-cy="payDetails"]'),
    description=('[data-testid="jobDescriptionHtml"]', "#jobDescription"),
)
