"""What the matching feature lets others put on screen."""

from careercoach_desktop.features.matching.ui.match_panel import MatchAction, MatchPanel

__all__ = ["MatchAction", "MatchPanel"]
