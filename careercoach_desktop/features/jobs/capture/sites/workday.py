"""Workday, once a browser has built the page."""

from __future__ import annotations

from careercoach_desktop.features.jobs.capture.sites.rules import SiteRules

RULES = SiteRules(
    name="workday",
    marks='[data-automation-id="jobPostingHeader"]',
    title=('[data-automation-id="jobPostingHeader"]',),
    location=('[data-automation-id="locations"] dd',),
    work_mode=('[data-automation-id="remoteType"] dd',),
    job_type=('[data-automation-id="time"] dd',),
    posted_date=('[data-automation-id="postedOn"] dd',),
    description=('[data-automation-id="jobPostingDescription"]',),
)
