"""What a posting asks for: its lines, its terms, its years and its degree."""

from careercoach_desktop.features.matching.keywords.asked import Asked, AskedDegree, AskedYears, Demands, ask, demands
from careercoach_desktop.features.matching.keywords.kinds import Line, LineKind
from careercoach_desktop.features.matching.keywords.lines import lines_of

__all__ = ["Asked", "AskedDegree", "AskedYears", "Demands", "Line", "LineKind", "ask", "demands", "lines_of"]
