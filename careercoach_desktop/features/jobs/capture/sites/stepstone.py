"""StepStone and its sisters (Totaljobs, Jobsite, CWJobs, IrishJobs, NIJobs, …)."""

from __future__ import annotations

from careercoach_desktop.features.jobs.capture.sites.rules import SiteRules

RULES = SiteRules(
    name="stepstone",
    marks='[data-at="header-job-title"], [data-at="metadata-company-name"]',
    title=('[data-at="header-job-title"]',),
    company=('[data-at="metadata-company-name"]', '[data-at="header-company-name"]'),
    location=('[data-at="metadata-location"]',),
    work_mode=('[data-at="metadata-location-type"]', '[data-at="metadata-work-type"]'),
    job_type=('[data-at="metadata-work-type"]', '[data-at="metadata-contract-type"]'),
    salary=('[data-at="salary-range"]', '[data-at="metadata-salary"]'),
    posted_date=('[data-at="metadata-online-date"]',),
    description=('[data-at="job-ad-content"]', '[data-at^="section-text-"][data-at$="-content"]'),
)
