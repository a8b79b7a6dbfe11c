"""SEEK, JobStreet and Jobsdb."""

from __future__ import annotations

from careercoach_desktop.features.jobs.capture.sites.rules import SiteRules

RULES = SiteRules(
    name="seek",
    marks='[data-automation="job-detail-title"]',
    title=('[data-automation="job-detail-title"]',),
    company=('[data-automation="advertiser-name"]',),
    location=('[data-automation="job-detail-location"]',),
    work_mode=('[data-automation="job-detail-location"]',),
    job_type=('[data-automation="job-detail-work-type"]',),
    salary=('[data-automation="job-detail-salary"]',),
    posted_date=('[data-automation="job-detail-date"]',),
    description=('[data-automation="jobAdDetails"]', '[data-automation="jobDescription"]'),
)
