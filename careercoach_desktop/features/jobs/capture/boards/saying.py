"""What a board's answer says, offered to a draft: values as boards write them become fields as postings keep them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from careercoach_desktop.features.jobs.capture import terms
from careercoach_desktop.features.jobs.capture.dates import read_date
from careercoach_desktop.features.jobs.capture.draft import Draft
from careercoach_desktop.features.jobs.capture.markdown import from_markup, plain
from careercoach_desktop.features.jobs.capture.place import join_places, read_place
from careercoach_desktop.features.jobs.capture.salary import Salary, read_currency, read_period, read_salary
from careercoach_desktop.features.jobs.capture.sections import items_of
from careercoach_desktop.features.jobs.capture.urls import without_tracking
from careercoach_desktop.features.jobs.capture.wording import folded, value_of
from careercoach_desktop.features.jobs.model import JobType, SalaryPeriod, WorkMode

SURE = 0.95
_FROM_THE_TEXT = 0.7
_GUESS = 0.4
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_MODE = r"(?P<%s>(?:fully )?remote|hybrid|on-?site|in-office)"
_PLACE = r"(?P<%s>[^()]{2,120}?)"
_MODE_BESIDE = re.compile(
    rf"{_MODE % 'mode'}(?:\s*\({_PLACE % 'inside'}\)|\s[-–—|]\s*{_PLACE % 'after'})"
    rf"|{_PLACE % 'before'}(?:\s*\({_MODE % 'added'}\)|\s[-–—|]\s*{_MODE % 'behind'})",
    re.IGNORECASE,
)
_DRESSING = re.compile(r"(?:inc|llc|ltd|gmbh|jobs|careers|career|hq|global|group|\d+)\Z")

Record = dict[str, object]


class Saying:
    """Offers to one draft in the name of one board."""

    def __init__(self, draft: Draft, source: str) -> None:
        self.draft = draft
        self.source = source

    def title(self, text: object) -> None:
        self.draft.offer("title", value_of(words(text)), self.source, SURE)

    def company(self, text: object) -> None:
        self.draft.offer("company", value_of(words(text)), self.source, SURE)

    def company_of(self, slug: str) -> None:
        """For boards whose answers leave the company out: its name as the text spells it, else a guess from ``slug``.

        Call it after ``text``.
        """
        self.draft.offer("company", spelled(slug, plain(self.draft.text("description"))), self.source, _FROM_THE_TEXT)
        name = re.sub(r"[-_.+]+|%20", " ", slug).strip()
        self.draft.offer("company", name if name != name.lower() else name.title(), "guess", _GUESS)

    def company_link(self, url: object) -> None:
        self.draft.offer("company_url", without_tracking(words(url)), self.source, SURE)

    def places(self, labels: Iterable[object]) -> None:
        """Several places, the first the main one. ``Hybrid (Leeds)`` and ``Leeds - Remote`` name a work mode too."""
        parted = [_parted(words(label)) for label in labels]
        self.draft.offer("location", join_places(read_place(place) for place, _ in parted), self.source, SURE)
        modes = {mode for _, mode in parted}
        if len(modes) == 1:
            self.mode(modes.pop())

    def mode(self, text: object) -> None:
        """A work mode in the board's words (``on_site``, ``Fully remote``, ``OnSite``)."""
        found = terms.work_mode(_CAMEL.sub(" ", words(text)).replace("_", " "))
        self.draft.offer("work_mode", found, self.source, SURE)

    def mode_flags(self, *, remote: object, hybrid: object = None, onsite: object = None) -> None:
        """The same as yes and no; the one most at home with others wins, since boards tick several."""
        flags = ((hybrid, WorkMode.HYBRID), (remote, WorkMode.REMOTE), (onsite, WorkMode.ONSITE))
        self.draft.offer("work_mode", next((mode for flag, mode in flags if flag is True), None), self.source, SURE)

    def kind(self, *texts: object) -> None:
        """A job type in the board's words (``FullTime``, ``fulltime_permanent``, ``SALARIED_FT``), the first that names
        one."""
        for text in texts:
            found = terms.job_type(_CAMEL.sub(" ", words(text)).replace("_", " ").replace("-", " "))
            if found is None and (short := re.search(r"(?:_|\b)([FP]T)\b", words(text))):
                found = JobType.FULL_TIME if short[1] == "FT" else JobType.PART_TIME
            self.draft.offer("job_type", found, self.source, SURE)
            if found is not None:
                return

    def pay(self, low: object, high: object, currency: object, period: object) -> None:
        """Pay from figures (numbers, or texts of digits); ``period`` in the board's words."""
        bounds = [number(low) or None, number(high) or None]
        figures = [bound for bound in bounds if bound is not None]
        if not figures or min(figures) < 0 or max(figures) > 1e10:
            return
        if len(figures) == 2 and figures[0] > figures[1]:
            bounds.reverse()
        per = pay_period(words(period))
        if words(period) and per is None:
            return  # by the fortnight, or once: a figure we have no word for would be taken for another
        salary = Salary(bounds[0], bounds[1], read_currency(words(currency)), per)
        self.draft.offer_salary(salary, self.source, SURE)

    def pay_words(self, text: object) -> None:
        """Pay as a line of text."""
        self.draft.offer_salary(read_salary(words(text)), self.source, 0.85)

    def posted(self, text: object) -> None:
        self.draft.offer("posted_date", read_date(words(text)), self.source, SURE)

    def deadline(self, text: object) -> None:
        self.draft.offer("deadline", read_date(words(text)), self.source, SURE)

    def closed(self, over: object) -> None:
        """Whether the board itself calls the posting over."""
        self.draft.offer("closed", over is True, self.source, SURE)

    def link(self, url: object) -> None:
        """The address the board itself gives for the posting."""
        self.draft.offer("url", without_tracking(words(url)), self.source, SURE)

    def board_id(self, board: str, slug: str, number_: object) -> None:
        """The posting's number where the answer knows a better one than the address."""
        if name := words(number_):
            self.draft.values["board_id"] = f"{board}:{slug}:{name}".lower()

    def text(self, *parts: tuple[object, object]) -> None:
        """The description from headed parts of HTML or text; a heading may be empty."""
        written: list[str] = []
        for heading, markup in parts:
            body = from_markup(words(markup))
            head = value_of(words(heading), most=120).rstrip(":")
            if body:
                written.append(f"## {head}\n\n{body}" if head else body)
        self.draft.offer("description", "\n\n".join(written), self.source, SURE)

    def items(self, name: str, markup: object) -> None:
        """A list field (requirements, responsibilities, benefits) from a part of its own."""
        self.draft.offer(name, items_of(from_markup(words(markup))), self.source, SURE)


def record(value: object) -> Record:
    """``value`` if it is a JSON object, else an empty one."""
    return value if isinstance(value, dict) else {}


def records(value: object, most: int = 20_000) -> list[Record]:
    """The JSON objects in a list."""
    return [item for item in value[:most] if isinstance(item, dict)] if isinstance(value, list) else []


def words(value: object) -> str:
    """The text of a value: a string, a number, or an object with a name or label; empty for all else."""
    if isinstance(value, dict):
        value = next((value[key] for key in ("name", "label", "descriptor") if isinstance(value.get(key), str)), "")
    if isinstance(value, bool):
        return ""
    return value.strip() if isinstance(value, str) else str(value) if isinstance(value, (int, float)) else ""


def number(value: object) -> float | None:
    """A figure given as a number or as a text of digits."""
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        return None
    try:
        figure = float(value)
    except (ValueError, OverflowError):
        return None
    return figure if abs(figure) < 1e12 else None


def town(*parts: object) -> str:
    """``City, Region, Country`` out of what there is of it, each once."""
    named = [value_of(words(part), most=120) for part in parts]
    return ", ".join(dict.fromkeys(part for part in named if part))


def _parted(label: str) -> tuple[str, str]:
    """A place and the work mode written beside it, which may be empty."""
    found = _MODE_BESIDE.fullmatch(label)
    if found is None:
        return label, ""
    place = found["inside"] or found["after"] or found["before"]
    return place, (found["mode"] or found["added"] or found["behind"]).lower()


def pay_period(text: str) -> SalaryPeriod | None:
    """``per-year-salary``, ``1 YEAR``, ``HOURLY``, ``per month`` …"""
    line = re.sub(r"[-_]", " ", text).strip()
    return read_period(re.sub(r"\A1 ", "", line)) if line else None


def spelled(slug: str, prose: str) -> str:
    """How ``prose`` spells the name that an address writes as ``slug`` (``acmerobotics`` → ``Acme Robotics``), or
    nothing."""
    wanted = {bare for text in (slug, _DRESSING.sub("", slug.lower().rstrip("-_"))) if len(bare := _bare(text)) >= 3}
    tokens = list(re.finditer(r"\w[\w.&'’+-]*\w|\w|&", prose[:30_000]))
    for at, first in enumerate(tokens):
        joined = ""
        for last in tokens[at : at + 5]:
            phrase = prose[first.start() : last.end()]
            joined += _bare(last[0])
            if "\n" in phrase or not any(name.startswith(joined) for name in wanted):
                break
            if joined in wanted and phrase != phrase.lower():
                return re.sub(r"['’]s\Z", "", phrase)
    return ""


def _bare(text: str) -> str:
    return re.sub(r"[\W_]", "", folded(re.sub(r"['’]s\Z", "", text)))
