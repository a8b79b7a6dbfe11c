"""Address-book files (vCard 2.1, 3.0 and 4.0, as Apple, Google, Outlook and telephones write them), read and written.

Our own, because vobject, the one library that is still looked after, can't read what Outlook writes (2.1: soft line
breaks, a character set of its own for each line) and gives up a whole file for one bad line.
"""

from careercoach_desktop.features.jobs.vcards.cards import LARGEST_FILE, BadCard, Card, read_cards
from careercoach_desktop.features.jobs.vcards.writing import write_cards

__all__ = ["LARGEST_FILE", "BadCard", "Card", "read_cards", "write_cards"]
