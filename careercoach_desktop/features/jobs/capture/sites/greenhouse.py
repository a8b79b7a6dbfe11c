"""Pages of Greenhouse's hosted boards, old and new."""

from __future__ import annotations

from careercoach_desktop.features.jobs.capture.sites.rules import SiteRules

RULES = SiteRules(
    name="greenhouse",
    marks="#app_body .app-title, #header .app-title, .job__title, .job-post-container",
    title=(".app-title", ".job__title h1", ".job__title"),
    company=("#header .company-name", ".company-name", ".main-header .logo img", ".image-container img"),
    location=("#header .location", ".job__location"),
    description=("#content", ".job__description"),
)
