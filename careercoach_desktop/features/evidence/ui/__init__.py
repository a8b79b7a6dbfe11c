"""What evidence does at the bullets of a résumé, and how anything that was written asks for what proves it."""

from careercoach_desktop.features.evidence.ui.bullet_actions import EvidenceActions
from careercoach_desktop.features.evidence.ui.evidence_dialog import EvidenceDialog

__all__ = ["EvidenceActions", "EvidenceDialog"]
