"""How asking Claude for its view is put into words: what would be asked, what it takes, what is sent."""

from __future__ import annotations

from careercoach_desktop.features.matching.model import JudgeOffer, JudgeWay
from careercoach_desktop.foundation.llm.words import dollars, estimate_words, model_name, seconds_words

OPINION = "An opinion. The score above is computed here and stays what it is."


def jobs_words(count: int) -> str:
    """``1 job``, ``38 jobs``."""
    return "1 job" if count == 1 else f"{count:,} jobs"


def asked_words(offer: JudgeOffer) -> str:
    """How many would be asked about, and what becomes of the others."""
    rest = [f"{offer.known:,} judged already"] if offer.known else []
    rest += [f"{offer.unread:,} without a posting to read"] if offer.unread else []
    return " · ".join([jobs_words(offer.jobs), *rest])


def tokens_words(offer: JudgeOffer) -> str:
    """``about 43,000 tokens``, rounded as a guess should be."""
    tokens = offer.estimate.input_tokens + offer.estimate.output_tokens
    step = 1_000 if tokens >= 10_000 else 100
    return f"about {max(step, round(tokens / step) * step):,} tokens"


def price_words(offer: JudgeOffer) -> str:
    """With what is left of the month's budget."""
    half = ", half the usual price" if offer.way is JudgeWay.BATCH and not offer.estimate.kept else ""
    left = f" · {dollars(offer.estimate.left)} left this month" if offer.estimate.left is not None else ""
    return f"{estimate_words(offer.estimate)}{half}{left}"


def time_words(offer: JudgeOffer) -> str:
    """A batch goes on without us."""
    if offer.way is JudgeWay.BATCH:
        return "within a day, often much sooner; Career Coach may be closed meanwhile"
    return seconds_words(offer.seconds) or "nobody knows yet"


def sent_words(offer: JudgeOffer, *, one: bool) -> str:
    """What leaves this computer, and for whom."""
    what = "this posting" if one else "the postings"
    return f"Sends the résumé without name and contact details, your wishes and {what} to {offer.host}."


def model_words(offer: JudgeOffer) -> str:
    return model_name(offer.estimate.model)
