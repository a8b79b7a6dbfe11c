"""The local engine: a résumé for one posting from the person's own evidence, without any model."""

from careercoach_desktop.features.tailoring.engine.apply import apply_changes
from careercoach_desktop.features.tailoring.engine.tailor import rescore, tailor

__all__ = ["apply_changes", "rescore", "tailor"]
