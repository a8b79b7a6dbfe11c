"""Which jobs are shown and in what order: a filter and a sort key applied to cards, and a year's pay to compare by.

Pure, and quick enough to be asked after every click with a hundred thousand cards.
"""

from careercoach_desktop.features.jobs.filtering.folding import folded, words_of
from careercoach_desktop.features.jobs.filtering.ordering import BoardKey, board_key, in_order, ordering
from careercoach_desktop.features.jobs.filtering.pay import best_year, middle_year
from careercoach_desktop.features.jobs.filtering.sifting import passes, sifted, wants_attention
from careercoach_desktop.features.jobs.filtering.totals import Totals, totals_of

__all__ = [
    "BoardKey",
    "Totals",
    "best_year",
    "board_key",
    "folded",
    "in_order",
    "middle_year",
    "ordering",
    "passes",
    "sifted",
    "totals_of",
    "wants_attention",
    "words_of",
]
