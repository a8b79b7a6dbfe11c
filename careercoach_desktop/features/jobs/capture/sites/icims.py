"""iCIMS."""

from __future__ import annotations

from careercoach_desktop.features.jobs.capture.sites.rules import SiteRules

RULES = SiteRules(
    name="icims",
    marks=".iCIMS_Header_JobTitle, .iCIMS_JobHeaderGroup, .iCIMS_JobContent",
    title=(".iCIMS_Header_JobTitle", "h1.iCIMS_Header", ".iCIMS_Header h1"),
    description=(".iCIMS_JobContent",),
    asides=(".iCIMS_JobOptions, .iCIMS_PageFooter, .iCIMS_Navigation"),
)
