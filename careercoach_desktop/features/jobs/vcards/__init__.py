"""Address-book files (vCard 2.1, 3.0 and 4.0, as Apple, Google, Outlook and telephones write them), read and written.

Our own, because the one library that is still looked after reads 3.0 only, gives up the whole file for one bad entry,
and brings three others along.
"""

from careercoach_desktop.features.jobs.vcards.cards import LARGEST_FILE, BadCard, Card, read_cards
from careercoach_desktop.features.jobs.vcards.writing import write_cards

__all__ = ["LARGEST_FILE", "BadCard", "Card", "read_cards", "write_cards"]
