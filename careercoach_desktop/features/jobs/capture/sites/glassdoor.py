"""Glassdoor."""

from __future__ import annotations

from careercoach_desktop.features.jobs.capture.sites.rules import SiteRules

RULES = SiteRules(
    name="glassdoor",
    marks='[class*="JobDetails_jobDescription"], #JobDescriptionContainer, [data-test="jobDescriptionContent"]',
    title=('[class*="JobDetails_jobDetailsHeader"] h1', 'h1[id^="jd-job-title"]', '[data-test="job-title"]'),
    company=(
        '[class*="JobDetails_jobDetailsHeader"] [class*="EmployerProfile_employerName"]',
        '[data-test="employer-name"]',
        '[data-test="employerName"]',
        '[class*="EmployerProfile_employerNameHeading"]',
    ),
    location=('[data-test="location"]', '[class*="JobDetails_location"]'),
    salary=('[data-test="detailSalary"]',),
    description=(
        '[class*="JobDetails_jobDescription_"]',
        '[class*="JobDetails_jobDescription"]',
        "#JobDescriptionContainer",
        '[data-test="jobDescriptionContent"]',
    ),
)
