"""LinkedIn: the public page of a posting, the fragment its guest address answers, and the signed-in view."""

from __future__ import annotations

from careercoach_desktop.features.jobs.capture.sites.rules import SiteRules

RULES = SiteRules(
    name="linkedin",
    marks=(
        ".top-card-layout__title, "
        ".topcard__title, "
        ".job-details-jobs-unified-top-card__job-title, "
        ".jobs-unified-top-card__job-title"
    ),
    title=(
        ".top-card-layout__title",
        ".topcard__title",
        ".job-details-jobs-unified-top-card__job-title",
        ".jobs-unified-top-card__job-title",
    ),
    company=(
        ".topcard__org-name-link",
        ".topcard__flavor:not(.topcard__flavor--bullet):not(.topcard__flavor--metadata)",
        ".job-details-jobs-unified-top-card__company-name",
        ".jobs-unified-top-card__company-name",
    ),
    location=(
        ".topcard__flavor--bullet:not(.topcard__flavor--metadata)",
        ".jobs-unified-top-card__bullet",
        ".job-details-jobs-unified-top-card__primary-description-container .tvm__text",
    ),
    work_mode=(".jobs-unified-top-card__workplace-type", ".job-details-jobs-unified-top-card__job-insight"),
    job_type=(
        ".description__job-criteria-text",
        ".job-criteria__text",
        ".job-details-jobs-unified-top-card__job-insight",
    ),
    salary=(".compensation__salary", ".salary.compensation__salary"),
    description=(".show-more-less-html__markup", ".jobs-description__content", "#job-details", ".description__text"),
)
