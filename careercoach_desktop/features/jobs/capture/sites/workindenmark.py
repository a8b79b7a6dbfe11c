"""Work in Denmark, as its pages were until 2021."""

from __future__ import annotations

from careercoach_desktop.features.jobs.capture.sites.rules import SiteRules

RULES = SiteRules(
    name="workindenmark",
    marks="h1.widk-h1-black",
    title=("h1.widk-h1-black",),
    company=('[id$="EntireJobPostingSpan"] > h2',),
)
