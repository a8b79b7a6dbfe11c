"""Welcome to the Jungle."""

from __future__ import annotations

from careercoach_desktop.features.jobs.capture.sites.rules import SiteRules

RULES = SiteRules(
    name="welcome_to_the_jungle",
    marks='[data-testid="job-metadata-block"]',
    title=('[data-testid="job-metadata-block"] h2', '[data-testid="job-metadata-block"] h1'),
    company=(
        '[data-testid="job-metadata-block"] a[href*="/companies/"] span',
        '[data-testid="job-metadata-block"] a > span',
    ),
    location=(
        '[data-testid="job-metadata-block"] i[name="location"] + span',
        '[data-testid="job-metadata-block"] div:has(> i[name="location"])',
    ),
    work_mode=('[data-testid="job-metadata-block"] div:has(> i[name="remote"])',),
    job_type=('[data-testid="job-metadata-block"] div:has(> i[name="contract"])',),
    salary=('[data-testid="job-metadata-block"] div:has(> i[name="salary"])',),
    posted_date=('[data-testid="job-metadata-block"] time',),
    description=('[data-testid="job-section-description"]', '[data-testid="job-section"]'),
)
