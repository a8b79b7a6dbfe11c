"""The page of stories, and what evidence does at the bullets of a résumé."""

from careercoach_desktop.features.evidence.ui.bullet_actions import EvidenceActions
from careercoach_desktop.features.evidence.ui.stories_page import StoriesPage

__all__ = ["EvidenceActions", "StoriesPage"]
