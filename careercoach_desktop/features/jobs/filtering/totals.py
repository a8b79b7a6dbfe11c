"""What a column comes to: how many cards, how well they match, what they pay."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, median

from careercoach_desktop.features.jobs.filtering.pay import middle_year
from careercoach_desktop.features.jobs.model import JobCard


@dataclass(frozen=True, slots=True)
class Totals:
    """``average_match`` of the ``matched`` cards; ``median_pay`` a year of the ``paying`` ones that name their pay in
    ``currency``, the commonest one (pay in others can't be compared). None where nothing is known."""

    count: int
    average_match: float | None
    matched: int
    median_pay: float | None
    currency: str
    paying: int


def totals_of(cards: Sequence[JobCard]) -> Totals:
    scores = [card.score for card in cards if card.score is not None]
    paid = [(card.salary_currency, pay) for card in cards if (pay := middle_year(card)) is not None]
    currency = Counter(one for one, _pay in paid).most_common(1)[0][0] if paid else ""
    pays = [pay for one, pay in paid if one == currency]
    return Totals(
        count=len(cards),
        average_match=fmean(scores) if scores else None,
        matched=len(scores),
        median_pay=median(pays) if pays else None,
        currency=currency,
        paying=len(pays),
    )
