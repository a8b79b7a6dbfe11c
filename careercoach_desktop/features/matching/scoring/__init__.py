"""How well a résumé fits a posting: parts, keywords and a score that explains itself."""

from careercoach_desktop.features.matching.scoring.index import ResumeIndex, Standing
from careercoach_desktop.features.matching.scoring.match import WEIGHTS, match, match_index

__all__ = ["WEIGHTS", "ResumeIndex", "Standing", "match", "match_index"]
