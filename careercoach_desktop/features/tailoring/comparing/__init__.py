"""The two résumés of a review as blocks to read side by side, with word-level differences."""

from careercoach_desktop.features.resumes.comparing import Segment, Tone, difference
from careercoach_desktop.features.tailoring.comparing.blocks import Block, BlockKind, BlockState, Comparison, compare
from careercoach_desktop.features.tailoring.comparing.sections import Section, sections

__all__ = [
    "Block",
    "BlockKind",
    "BlockState",
    "Comparison",
    "Section",
    "Segment",
    "Tone",
    "compare",
    "difference",
    "sections",
]
