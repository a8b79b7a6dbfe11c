"""Pay, read out of the ways people write it: ranges, symbols, codes, thousands in any country's style, any period."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from careercoach_desktop.features.jobs.capture.wording import visible
from careercoach_desktop.features.jobs.model import SalaryPeriod


@dataclass(frozen=True, slots=True)
class Salary:
    """Pay per ``period`` in ``currency`` (ISO 4217, empty when it was not said); None where the text names no bound."""

    minimum: float | None
    maximum: float | None
    currency: str = ""
    period: SalaryPeriod | None = None


# ``kr`` has no currency of its own: the country decides.
_SYMBOLS = """
    us$=USD a$=AUD au$=AUD c$=CAD ca$=CAD nz$=NZD s$=SGD hk$=HKD r$=BRL mx$=MXN $=USD €=EUR £=GBP ¥=JPY ₹=INR
    ₪=ILS ₺=TRY ₽=RUB ₴=UAH ₩=KRW kč=CZK zł=PLN ft=HUF lei=RON лв=BGN руб=RUB грн=UAH fr.=CHF sfr=CHF kr= kr.=
    tl=TRY euro=EUR euros=EUR eur.=EUR dollars=USD pounds=GBP rs.=INR rs=INR lpa=INR
"""
_CURRENCY_WORDS = dict(pair.split("=") for pair in _SYMBOLS.split())
_KNOWN_CODES = """
    USD EUR GBP CHF CZK PLN HUF RON BGN SEK NOK DKK ISK CAD AUD NZD SGD HKD JPY CNY INR KRW BRL MXN ARS CLP COP
    ZAR ILS TRY RUB UAH AED SAR QAR EGP NGN KES PHP IDR MYR THB VND TWD PKR
"""
_CODES = tuple(_KNOWN_CODES.split())
_KRONA_BY_COUNTRY = {"SE": "SEK", "NO": "NOK", "DK": "DKK", "IS": "ISK"}
_DOLLAR_BY_COUNTRY = {"CA": "CAD", "AU": "AUD", "NZ": "NZD", "SG": "SGD", "HK": "HKD"}
# Where pay is customarily quoted by the month, so that a bare figure of this size is a month's.
_MONTHLY = {
    "CZK": (10_000, 400_000),
    "PLN": (2_500, 80_000),
    "HUF": (200_000, 4_000_000),
    "EUR": (800, 9_000),
    "UAH": (5_000, 400_000),
    "RON": (1_500, 40_000),
    "RUB": (20_000, 900_000),
    "BRL": (1_000, 60_000),
}
_YEARLY_FROM = {
    "USD": 14_000,
    "GBP": 12_000,
    "EUR": 14_000,
    "CHF": 30_000,
    "CAD": 20_000,
    "AUD": 25_000,
    "INR": 150_000,
    "SGD": 25_000,
}

_CURRENCY = (
    r"(?:(?<![\w])R(?=\s?\d{1,3}[ ,]\d{3})|"
    + "|".join(
        [
            re.escape(word)
            for word in sorted((w for w in _CURRENCY_WORDS if not w[0].isalpha() or "$" in w), key=len, reverse=True)
        ]
        + [
            rf"\b{re.escape(word)}(?!\w)"
            for word in sorted((w for w in _CURRENCY_WORDS if w[0].isalpha() and "$" not in w), key=len, reverse=True)
        ]
        + [rf"(?<![A-Za-z]){code}(?![A-Za-z])" for code in _CODES]
    )
    + ")"
)
_NUMBER = (
    r"\d{1,3}(?:[ .,'’]\d{3}){1,4}(?:[.,]\d{1,2}(?!\d))?|\d{1,2}(?:,\d{2}){1,3},\d{3}|\d{1,12}(?:[.,]\d{1,2}(?!\d))?"
)
_DIGITS = re.compile(r"\d{13,}")
_SCALE = r"(?:\s?(?:k|K|t(?=\s?€|\s?eur)|tis\.?|tys\.?|tsd\.?|mio\.?|lakhs?|lacs?|lpa)(?!\w))"
_AMOUNT = (
    rf"(?P<@cur>{_CURRENCY})?\s?(?P<@num>{_NUMBER})(?:,--?"
    rf"|\.-(?!\w))?(?P<@scale>{_SCALE})?(?P<@plus>\+)?\s?(?P<@cur2>{_CURRENCY})?"
)
_PER = (
    r"(?:\s*(?:/|per|an?|p\.?|pro|par|por|al|a|za|na)\s?(?:hour|hr|h|day|week|month|mo|year|yr|annum|anno|stunde"
    r"|monat|jahr|mois|an|mes|año|měsíc|rok|mies\.?|hod\.?)\b\.?)?"
)
_TO = r"\s*(?:-{1,2}|~|to|until|and|bis(?: zu)?|und|à|a|al|et|y|e|hasta|do|až|tot|en|til|till|och|og|до|–)\s*"
_RANGE = re.compile(
    _AMOUNT.replace("@", "a") + _PER + _TO + r"(?:(?:up to|max\.?)\s)?" + _AMOUNT.replace("@", "b"), re.IGNORECASE
)
_SINGLE = re.compile(_AMOUNT.replace("@", "a"), re.IGNORECASE)
_FLOOR = re.compile(
    r"(?:\b(?:from|starting (?:at|from)|at least|min(?:imum|imálně|\.)?|ab|mindestens|à partir de|dès|desde"
    r"|a partir de|da|a partire da|vanaf|minimaal|od|"
    r"fra|från|alkaen|от)|>=?|≥)\s*(?:of\s)?(?:\w+\s)?\Z",
    re.IGNORECASE,
)
_CEILING = re.compile(
    r"(?:\b(?:up to|max(?:imum|imálně|\.)?|no more than|bis(?: zu)?|jusqu['’]?à|hasta|fino a|até|tot|do|až(?: do)?"
    r"|op til|upp till|opp til|до)|<=?|≤)\s*(?:of\s)?\Z",
    re.IGNORECASE,
)
_PERIODS: tuple[tuple[SalaryPeriod, re.Pattern[str]], ...] = (
    (
        SalaryPeriod.HOUR,
        re.compile(
            r"(?:/\s?(?:h|hr|hrs|hour|std|stunde|hod|godz|uur|ora|heure|hora|u|t)\b|\b(?:per|an|pr\.?|pro|par|por|all"
            r"|de l|à l|za|na|i)['’ ]{1,2}(?:hour|hr|stunde|heure|hora|ora|uur|"
            r"hodinu|godzinę|time|timme|timen)\b|\bhourly\b|\bp/?h\b|\bstundenlohn\b|\bhr\b|\bphr\b)",
            re.IGNORECASE,
        ),
    ),
    (
        SalaryPeriod.DAY,
        re.compile(
            r"(?:/\s?(?:d|day|tag|jour|día|giorno|dag|den|md|manday)\b|\b(?:per|a|pro|par|por|al|za|na) (?:day|tag"
            r"|jour|día|giorno|dag|den|dzień|man[ -]?day)\b|\bdaily\b|"
            r"\b(?:day rate|tagessatz|tjm)\b|\bp\.?d\.?\b)",
            re.IGNORECASE,
        ),
    ),
    (
        SalaryPeriod.WEEK,
        re.compile(
            r"(?:/\s?(?:w|wk|week|woche|semaine|semana)\b|\b(?:per|a|pro|par|por) (?:week|woche|semaine|semana)\b"
            r"|\bweekly\b|\bwöchentlich\b|\bpw\b)",
            re.IGNORECASE,
        ),
    ),
    (
        SalaryPeriod.MONTH,
        re.compile(
            r"(?:/\s?(?:m|mo|mon|mth|month|monat|mois|mes|mese|maand|měs(?:íc)?|mies(?:iąc)?|mc|mdr|mån)\b|\b(?:per|a"
            r"|pro|im|par|por|al|za|na|pr\.?|i|pe|ao) ?(?:month|monat|mois|mes|mese|maand|"
            r"měsíc|miesiąc|måned|månad|hónap|mês|lun[ăa]|mesiac|mėn|kuu)\w*\b|\bв месяц\b|/\s?(?:hó|kk|lună"
            r"|mėn)\b|\bmonthly\b|\bmonatlich\w*|\bmensual\w*|\bmensuel\w*|\bmensil\w*"
            r"|\bměsíčn\w+|\bmiesięczn\w+|\bmaandelijks\b|\bp\.?c?\.?m\.?(?!\w)|"
            r"\bmonatsgehalt\b|\bmånedlig\w*)",
            re.IGNORECASE,
        ),
    ),
    (
        SalaryPeriod.YEAR,
        re.compile(
            r"(?:/\s?(?:y|yr|year|annum|a|jahr|an|año|anno|jaar|rok)\b|\b(?:per|a|pro|im|par|por|al|all|za"
            r"|na)['’ ]{1,2}(?:year|annum|yr|jahr|an|année|año|anno|jaar|rok|år)\b|\b(?:yearly|annual\w*|annum)\b|"
            r"\bp\.?\s?a\.?(?!\w)|\bjährlich\w*|\bjahres\w*|\banuel\w*|\bannuel\w*|\banual\w*|\bannu[oai]\w*|\bročn\w+"
            r"|\brocznie\b|\bral\b|\blpa\b|\bårlig\w*|\bOTE\b|\bbrutto/jahr)",
            re.IGNORECASE,
        ),
    ),
)
_TELLING = ((re.compile(r"\b(?:lpa|lakhs?|lacs?)\b|\d\s?lpa", re.IGNORECASE), "INR"), (re.compile(r"\bRAL\b"), "EUR"))
_PAY_WORD = re.compile(
    r"\b(?:salar(?:y|ies|is|io|ié|iale?)|compensation|pay(?: range| rate| scale)?|wages?|remuneration|base|ote"
    r"|earn|gehalt\w*|\w*vergütung|entgelt|lohn\w*|verdienst|brutto\w*|gross|salaire|"
    r"rémunération|fixe|sueldo|retribuci[óo]n|retribuzione|stipendio|ral|mzd[aouy]\w*|plat\w{0,2}|odměn\w+"
    r"|wynagrodzeni\w+|pensja|zarobki|salaris|brutoloon|loon|lønn?|lön|palkka|fizetés|bér|salário|"
    r"hourly|per hour|rate|per annum|annual|an hour|a year|per year|p\.a\.)\b",
    re.IGNORECASE,
)
_NOT_PAY = re.compile(
    r"\b(?:bonus\w*|budget|sign(?:ing)?[ -]?on|referral|allowance|stipend|revenue|turnover|funding|raised"
    r"|valu(?:ation|ed)|series [a-e]|401|stock|worth|grant|vouchers?|umsatz|prämie|prime|"
    r"příspěv\w+|sales target|clients?|customers?|users?|assets|donat\w+|saved|fee|cost|relocation|reimburse\w*"
    r"|discount|p&l|portfolio)\b",
    re.IGNORECASE,
)


def read_salary(text: str, *, country: str = "", bare: bool = False) -> Salary | None:
    """The pay a short, labelled text states, or None.

    ``country``: ISO 3166 code that says whose dollars or kronor are meant. ``bare``: accept figures without a currency.
    """
    text = _plain(text)
    for pattern in (_RANGE, _SINGLE):
        for match in pattern.finditer(text):
            salary = _of_match(match, text, country)
            if salary is not None and (salary.currency or _has_currency(match) or (bare and _sizeable(salary))):
                return salary
    return None


def salary_in_prose(text: str, *, country: str = "") -> Salary | None:
    """The pay stated somewhere in ``text``, taken only where the words around it speak of pay and of nothing else."""
    for line in _plain(text).splitlines():
        if len(line) > 20_000 or not any(char.isdigit() for char in line):
            continue
        for pattern in (_RANGE, _SINGLE):
            for match in pattern.finditer(line):
                if not _has_currency(match):
                    continue
                before, after = line[max(0, match.start() - 80) : match.start()], line[match.end() : match.end() + 40]
                nearby = before + match.group() + after
                pay = (
                    _PAY_WORD.search(before[-80:])
                    or _PAY_WORD.search(after)
                    or (pattern is _RANGE and _period(after[:25]))
                )
                if not pay or _NOT_PAY.search(before[-35:]) or _NOT_PAY.search(after[:25]):
                    continue
                salary = _of_match(match, nearby, country, start=len(before))
                if salary is not None and _sizeable(salary):
                    return salary
    return None


def salary_in_title(title: str, *, country: str = "") -> Salary | None:
    """A pay range that a job's title carries (``… | 50-80.000 Kč``), or None."""
    text = _plain(title)
    match = _RANGE.search(text)
    salary = _of_match(match, text, country) if match and _has_currency(match) else None
    return salary if salary is not None and _sizeable(salary) else None


def with_customary_period(salary: Salary) -> Salary:
    """``salary`` with the period its size can only mean, where its text did not say one."""
    largest = salary.maximum or salary.minimum
    if salary.period is not None or largest is None:
        return salary
    low, high = _MONTHLY.get(salary.currency, (0, -1))
    if low <= largest <= high:
        return replace(salary, period=SalaryPeriod.MONTH)
    if largest >= _YEARLY_FROM.get(salary.currency, float("inf")):
        return replace(salary, period=SalaryPeriod.YEAR)
    return salary


def read_period(text: str) -> SalaryPeriod | None:
    """The period a unit text names: schema.org's ``YEAR``, UN/CEFACT's ``ANN``, or words."""
    word = text.strip().upper()
    codes = {
        "ANN": "YEAR",
        "HUR": "HOUR",
        "MON": "MONTH",
        "WEE": "WEEK",
        "HOURLY": "HOUR",
        "P1Y": "YEAR",
        "PER_HOUR": "HOUR",
        "PER_YEAR": "YEAR",
    }
    word = codes.get(word, word)
    if word in SalaryPeriod.__members__:
        return SalaryPeriod[word]
    return _period(text) or _period(f"per {text.lower().strip()}") or _period(f"/{text.lower().strip()}")


def read_currency(text: str, country: str = "") -> str:
    """ISO 4217 code of a symbol, code or word; empty when it is none."""
    word = text.strip()
    if word == "R":
        return "ZAR"
    if word.upper() in _CODES:
        return word.upper()
    code = _CURRENCY_WORDS.get(word.lower())
    if word == "$":
        return _DOLLAR_BY_COUNTRY.get(country, "USD")
    return code or (_KRONA_BY_COUNTRY.get(country, "") if word.lower().rstrip(".") == "kr" else "")


def read_number(text: str) -> float | None:
    """A written number, thousands marks of any country allowed; None when ``text`` is no number."""
    digits = re.sub(r"[ '’]", "", _plain(text).strip())
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", digits) or re.fullmatch(r"\d{1,2}(?:,\d{2})+,\d{3}", digits):
        digits = re.sub(r"[.,]", "", digits)
    else:
        whole, mark, cents = re.fullmatch(r"(.*?)(?:([.,])(\d{1,2}|\d{4,}))?", digits).groups()  # type: ignore[union-attr]  # it matches anything
        digits = re.sub(r"[.,]", "", whole or "") + (f".{cents}" if mark else "")
    return float(digits) if re.fullmatch(r"\d{1,12}(?:\.\d+)?", digits) else None


def _plain(text: str) -> str:
    # longer runs of digits are no pay, and what reads pay takes long over them
    return _DIGITS.sub(" ", re.sub("[‐‑‒–—―−]", "-", visible(text).replace("\u200d", "")))


def _has_currency(match: re.Match[str]) -> bool:
    return any(value for name, value in match.groupdict().items() if "cur" in name)


def _sizeable(salary: Salary) -> bool:
    largest = salary.maximum or salary.minimum or 0
    return largest >= 1_000 or (
        salary.period in {SalaryPeriod.HOUR, SalaryPeriod.DAY, SalaryPeriod.WEEK} and largest >= 4
    )


def _of_match(match: re.Match[str], text: str, country: str, start: int | None = None) -> Salary | None:
    found = match.groupdict()
    first, second = _amount(found, "a"), _amount(found, "b")
    if first is None or (second is None and "bnum" in found):
        return None
    at = match.start() if start is None else start
    if second is None:
        before = text[:at]
        low, high = (
            (None, first)
            if _CEILING.search(before)
            else (first, None if found["aplus"] or _FLOOR.search(before) else first)
        )
    else:
        # "50-80k", "12-18 LPA", "50-80.000": the first figure borrows the second's thousands
        if not found["ascale"] and first < 1000 <= second:
            borrowed = first * _factor(found["bscale"] or "k")
            first = borrowed if borrowed <= second else first
        low, high = min(first, second), max(first, second)
        if high > low * 20:
            return None
    if (low or high or 0) <= 0 or (high or 0) > 1e10:
        return None
    symbol = next((found[name] for name in ("bcur2", "acur2", "acur", "bcur") if found.get(name)), "")
    period = _period(text[at : at + len(match.group()) + 40]) or _period(text[:at])
    written = match.group().lower()
    currency = read_currency(symbol, country)
    if not currency:
        # words that only one country counts pay with
        currency = next((code for pattern, code in _TELLING if pattern.search(text[max(0, at - 8) : at + 60])), "")
    return Salary(low, high, currency, SalaryPeriod.YEAR if "lpa" in written else period)


def _amount(found: dict[str, str | None], which: str) -> float | None:
    number = read_number(found.get(f"{which}num") or "")
    return None if number is None else number * _factor(found.get(f"{which}scale") or "")


def _factor(scale: str) -> float:
    lakh = dict.fromkeys(("lakh", "lakhs", "lac", "lacs", "lpa"), 1e5)
    return {"": 1.0, "mio": 1e6, **lakh}.get(scale.strip().lower().rstrip("."), 1000.0)


def _period(text: str) -> SalaryPeriod | None:
    spots = [(found.start(), period) for period, pattern in _PERIODS if (found := pattern.search(text))]
    return min(spots)[1] if spots else None
