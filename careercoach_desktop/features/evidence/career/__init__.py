"""A résumé read as a working life: its passages with labels, and its years without double counting."""

from careercoach_desktop.features.evidence.career.passages import Passage, PassageKind, passages, place_text
from careercoach_desktop.features.evidence.career.spans import Span, label_of, span_of, years_covered

__all__ = ["Passage", "PassageKind", "Span", "label_of", "passages", "place_text", "span_of", "years_covered"]
