"""The local engine: a résumé for one posting from the person's own evidence, without any model."""

from careercoach_desktop.features.tailoring.engine.apply import apply_changes
from careercoach_desktop.features.tailoring.engine.measuring import measured
from careercoach_desktop.features.tailoring.engine.spares import OtherResume, Spare, Told, spares, with_spares
from careercoach_desktop.features.tailoring.engine.tailor import tailor

__all__ = ["OtherResume", "Spare", "Told", "apply_changes", "measured", "spares", "tailor", "with_spares"]
