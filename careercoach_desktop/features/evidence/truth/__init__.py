"""The truth check: everything a generated text claims is traced to the person's own evidence, or named as
unsupported."""

from careercoach_desktop.features.evidence.truth.aligning import aligned
from careercoach_desktop.features.evidence.truth.base import EvidenceBase, Fragment
from careercoach_desktop.features.evidence.truth.check import check, check_text

__all__ = ["EvidenceBase", "Fragment", "aligned", "check", "check_text"]
