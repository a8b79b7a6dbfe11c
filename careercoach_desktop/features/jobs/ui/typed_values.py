"""How the facts of a posting are typed: pay and links, from words to values and back."""

from __future__ import annotations

from typing import Any

from careercoach_desktop.features.jobs.capture.urls import looks_like_url
from careercoach_desktop.features.jobs.model import Posting
from careercoach_desktop.features.jobs.ui.words import PERIOD_WORDS, reading_locale, tr

SALARY_FIELDS = ("salary_min", "salary_max", "salary_currency", "salary_period")


def refuse_link(text: str) -> str:
    return tr("not a link") if text and looks_like_url(text) is None else ""


def typed_salary(posting: Posting) -> str:
    """``EUR 75,000 – 90,000 a year``: whole figures, to be edited; empty when the posting is silent."""
    low, high = posting.salary_min, posting.salary_max
    if low is None and high is None:
        return ""
    money = f"{posting.salary_currency} ".lstrip()
    if low is not None and high is not None and low != high:
        amount = f"{money}{written_number(low)} – {written_number(high)}"
    elif low is None:
        amount = tr("up to {0}").format(money + written_number(high))
    else:
        amount = tr("from {0}").format(money + written_number(low)) if high is None else money + written_number(low)
    period = tr(PERIOD_WORDS[posting.salary_period]) if posting.salary_period else ""
    return f"{amount} {period}".strip()


def salary_changes(text: str, posting: Posting) -> dict[str, Any] | None:
    """What typing this pay changes; None when it can't be understood. A currency or period that is not typed stays."""
    from careercoach_desktop.features.jobs.capture.salary import read_salary

    if not text.strip():
        return {"salary_min": None, "salary_max": None, "salary_currency": "", "salary_period": None}
    read = read_salary(text, bare=True)
    if read is None:
        return None
    return {
        "salary_min": read.minimum,
        "salary_max": read.maximum,
        "salary_currency": read.currency or posting.salary_currency,
        "salary_period": read.period or posting.salary_period,
    }


def written_number(value: float | None) -> str:
    if value is None:
        return ""
    locale = reading_locale()
    return locale.toString(int(value)) if value == int(value) else locale.toString(value, "f", 2)
