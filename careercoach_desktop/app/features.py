"""The features of the product, lowest first. Adding one is one line here, its folder and a migration."""

from __future__ import annotations

from careercoach_desktop.features.activity.feature import FEATURE as ACTIVITY
from careercoach_desktop.features.analysis.feature import FEATURE as ANALYSIS
from careercoach_desktop.features.documents.feature import FEATURE as DOCUMENTS
from careercoach_desktop.features.evidence.feature import FEATURE as EVIDENCE
from careercoach_desktop.features.interviews.feature import FEATURE as INTERVIEWS
from careercoach_desktop.features.jobs.feature import FEATURE as JOBS
from careercoach_desktop.features.letters.feature import FEATURE as LETTERS
from careercoach_desktop.features.matching.feature import FEATURE as MATCHING
from careercoach_desktop.features.practice.feature import FEATURE as PRACTICE
from careercoach_desktop.features.profile.feature import FEATURE as PROFILE
from careercoach_desktop.features.reminders.feature import FEATURE as REMINDERS
from careercoach_desktop.features.resumes.feature import FEATURE as RESUMES
from careercoach_desktop.features.settings.feature import FEATURE as SETTINGS
from careercoach_desktop.features.tailoring.feature import FEATURE as TAILORING
from careercoach_desktop.features.today.feature import FEATURE as TODAY
from careercoach_desktop.foundation.feature import Feature, Page
from careercoach_desktop.foundation.storage.search.model import SearchSource

FEATURES: tuple[Feature, ...] = (
    PROFILE,
    RESUMES,
    EVIDENCE,
    REMINDERS,
    JOBS,
    MATCHING,
    DOCUMENTS,
    ANALYSIS,
    INTERVIEWS,
    TAILORING,
    LETTERS,
    PRACTICE,
    ACTIVITY,
    SETTINGS,
    TODAY,
)


def pages() -> list[Page]:
    """Every page of every feature, in the sidebar's order."""
    return sorted((page for feature in FEATURES for page in feature.pages), key=lambda page: page.order)


def searched() -> list[SearchSource]:
    """Every kind of record that can be found, in the order of the pages they are opened on."""
    place = {page.name: page.order for page in pages()}
    found = [source for feature in FEATURES for source in feature.searches]
    return sorted(found, key=lambda source: place[source.page])
