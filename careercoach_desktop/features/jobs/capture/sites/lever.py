"""Pages of Lever's hosted boards."""

from __future__ import annotations

from careercoach_desktop.features.jobs.capture.sites.rules import SiteRules

RULES = SiteRules(
    name="lever",
    marks=".posting-headline",
    title=(".posting-headline h2", ".posting-headline h1"),
    company=(".main-header-logo img", ".posting-headline .company"),
    location=(".posting-categories .location",),
    work_mode=(".posting-categories .workplaceTypes",),
    job_type=(".posting-categories .commitment",),
)
