"""Answers told on: as stories that can be told again, and that prove something."""

from careercoach_desktop.features.practice.telling.story import story_of, tells_the_same

__all__ = ["story_of", "tells_the_same"]
