"""Monster."""

from __future__ import annotations

from careercoach_desktop.features.jobs.capture.sites.rules import SiteRules

RULES = SiteRules(
    name="monster",
    marks='[data-testid="svx-description-container-inner"], [data-testid="svx-job-view-wrapper"]',
    title=('[data-testid="svx-job-view-wrapper"] [data-testid="jobTitle"]', '[data-testid="jobTitle"]'),
    company=(
        '[data-testid="svx-job-view-wrapper"] [data-testid="company"]',
        '[data-testid="company"]',
        '[data-testid="svx_jobview-company"]',
    ),
    location=(
        '[data-testid="jobDetailLocation"]',
        '[data-testid="svx-jobview-location-value"]',
        '[data-testid="svx_jobview-location"]',
    ),
    job_type=('[data-testid="svx-jobview-employmenttype"]', '[data-testid="employmentType"]'),
    salary=('[data-testid="svx-jobview-salary"]',),
    description=('[data-testid="svx-description-container-inner"]',),
)
