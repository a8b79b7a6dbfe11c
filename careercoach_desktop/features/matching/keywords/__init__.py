"""What a posting asks for: its lines, its terms, its years and its degree."""

from careercoach_desktop.features.matching.keywords.asked import Asked, AskedDegree, AskedYears, Demands, ask, demands
from careercoach_desktop.features.matching.keywords.lines import Line, LineKind, lines_of

__all__ = ["Asked", "AskedDegree", "AskedYears", "Demands", "Line", "LineKind", "ask", "demands", "lines_of"]
