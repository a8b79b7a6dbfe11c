"""Jobs.cz and Prace.cz, old and new looks."""

from __future__ import annotations

from careercoach_desktop.features.jobs.capture.sites.rules import SiteRules

RULES = SiteRules(
    name="jobs_cz",
    marks='[data-track-event="JD.Map"], [data-track-event="JD.Reply"]',
    location=('a[data-track-event="JD.Map"]',),
    many_places=True,
    asides=(
        "[data-favorite-text], "
        "[data-favorite-toggle], "
        ".low-replied-jd__text, "
        '[data-track-event="JD.Reply"], '
        '[data-track-event="JD.Print"], '
        '[data-track-event="JD.Map"], '
        '[data-test="jd-contact-company"], '
        '[id^="link-modal-"]'
    ),
)
