"""Time zones as people know them: the one they live in, how they look one up, and what a time is called in two of them.

Pure: names and clocks in, names and words out. Looking a zone up (``zones``) brings the names of all
countries along, and is imported where it is done.
"""

from careercoach_desktop.features.interviews.timing.here import computer_zone, zone_of_windows
from careercoach_desktop.features.interviews.timing.words import (
    Clocks,
    both_clocks,
    day_words,
    length_words,
    place_of,
    when_words,
)

__all__ = [
    "Clocks",
    "both_clocks",
    "computer_zone",
    "day_words",
    "length_words",
    "place_of",
    "when_words",
    "zone_of_windows",
]
