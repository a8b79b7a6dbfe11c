"""Indeed."""

from __future__ import annotations

from careercoach_desktop.features.jobs.capture.sites.rules import SiteRules

RULES = SiteRules(
    name="indeed",
    marks=('#jobDescriptionText, [data-testid="jobsearch-JobInfoHeader-title"], .jobsearch-JobInfoHeader-title'),
    title=(
        '[data-testid="jobsearch-JobInfoHeader-title"]',
        ".jobsearch-JobInfoHeader-title",
        '[data-testid="simpler-jobTitle"]',
    ),
    company=(
        '[data-testid="inlineHeader-companyName"]',
        '[data-company-name="true"]',
        ".jobsearch-InlineCompanyRating-companyHeader",
        ".jobsearch-InlineCompanyRating > div:first-child",
    ),
    location=(
        '[data-testid="inlineHeader-companyLocation"]',
        '[data-testid="jobsearch-JobInfoHeader-companyLocation"]',
        '[data-testid="job-location"]',
    ),
    job_type=("#salaryInfoAndJobType",),
    salary=("#salaryInfoAndJobType",),
    description=("#jobDescriptionText",),
)
