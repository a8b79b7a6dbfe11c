"""SAP SuccessFactors' career sites."""

from __future__ import annotations

from careercoach_desktop.features.jobs.capture.sites.rules import SiteRules

RULES = SiteRules(
    name="successfactors",
    marks='[data-careersite-propertyid="title"]',
    title=('[data-careersite-propertyid="title"]',),
    company=('[data-careersite-propertyid="company"]', 'meta[itemprop="hiringOrganization"]'),
    location=('[data-careersite-propertyid="location"]', '[data-careersite-propertyid="city"]'),
    posted_date=('[data-careersite-propertyid="date"]',),
    description=('[data-careersite-propertyid="description"]',),
)
