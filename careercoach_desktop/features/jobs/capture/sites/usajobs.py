"""USAJOBS: the United States' public service."""

from __future__ import annotations

from careercoach_desktop.features.jobs.capture.sites.rules import SiteRules

RULES = SiteRules(
    name="usajobs",
    marks=".usajobs-joa-banner__title",
    title=(".usajobs-joa-banner__title",),
    company=(".usajobs-joa-banner__agency", ".usajobs-joa-banner__dept"),
    location=(".usajobs-joa-locations__city", ".usajobs-joa-locations__list"),
    salary=(".usajobs-joa-summary__salary",),
)
