"""The two résumés of a review as blocks to read side by side, with word-level differences."""

from careercoach_desktop.features.tailoring.comparing.blocks import Block, BlockKind, BlockState, Comparison, compare
from careercoach_desktop.features.tailoring.comparing.words import Segment, Tone, difference

__all__ = ["Block", "BlockKind", "BlockState", "Comparison", "Segment", "Tone", "compare", "difference"]
