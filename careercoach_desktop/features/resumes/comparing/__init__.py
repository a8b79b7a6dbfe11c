"""What changed between two texts, and what moved between two lists: for corrections, versions and reviews alike."""

from careercoach_desktop.features.resumes.comparing.order import moved, moved_first
from careercoach_desktop.features.resumes.comparing.pairs import paired
from careercoach_desktop.features.resumes.comparing.words import Segment, Tone, difference, merged

__all__ = ["Segment", "Tone", "difference", "merged", "moved", "moved_first", "paired"]
