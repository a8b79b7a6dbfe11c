"""Pages that are none of our templates: ways other people set a résumé, combined by chance, as Typst sources."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random

from tests.features.resumes.reading.invented import Job, Person, School

Dates = Callable[[Person, Job], str]
Entry = Callable[["Style", str, str, str, str], str]
Part = tuple[str, str]


@dataclass(frozen=True)
class Style:
    """One choice for everything a designer decides."""

    page: str
    entry: str
    heading: str
    contact: str
    dates: str
    skills: str
    school: str
    separator: str
    bullet: str
    order: str


PAGES = ("single", "single", "left sidebar", "right sidebar", "labels in the margin", "halves", "band")
ENTRIES = (
    "title then employer", "employer then title", "one line", "comma line", "stacked", "dates in the margin",
    "dates on a line of their own", "dash", "table", "dates first", "employer in brackets", "place on the right",
)  # fmt: skip
HEADINGS = ("bold", "capitals", "spaced capitals", "ruled", "coloured", "centred", "small capitals", "boxed")
CONTACTS = ("one line", "lines", "labels", "right", "icons")
DATES = ("short", "numbers", "dotted", "years", "iso", "slash years", "to")
SKILL_LISTS = ("commas", "bullets", "grouped", "columns", "pills", "separated")
SCHOOLS = ("school first", "degree first", "one line", "dates in the margin", "comma line")
SEPARATORS = (" | ", " · ", " – ", " • ", ", ")
BULLETS = ("•", "–", "▪", "‣", "-", "drawn")
ORDERS = ("work first", "education first")


def style(chance: Random, pages: tuple[str, ...] = PAGES) -> Style:
    """Any combination, on one of these pages."""
    return Style(
        chance.choice(pages),
        chance.choice(ENTRIES),
        chance.choice(HEADINGS),
        chance.choice(CONTACTS),
        chance.choice(DATES),
        chance.choice(SKILL_LISTS),
        chance.choice(SCHOOLS),
        chance.choice(SEPARATORS),
        chance.choice(BULLETS),
        chance.choice(ORDERS),
    )


def plain(text: str) -> str:
    """Words as Typst markup that shows exactly them."""
    return re.sub(r"([\\#*_`$<>@\[\]~/=+\-'\"])", r"\\\1", text)


def source(person: Person, look: Style, chance: Random) -> str:
    """The whole page."""
    return _setup(look) + _PAGES[look.page](person, look, chance)


def _setup(look: Style) -> str:
    marker = "box(circle(radius: 1.6pt, fill: black), baseline: -2pt)" if look.bullet == "drawn" else f"[{look.bullet}]"
    return f"#set list(marker: {marker}, indent: 6pt)\n#set par(leading: 0.6em)\n"


# Dates


def _month(person: Person, point: tuple[int, int], look: Style) -> str:
    year, month = point
    if look.dates in {"short", "to"}:
        return f"{person.words.months[month - 1]} {year}"
    if look.dates == "numbers":
        return f"{month:02d}/{year}"
    if look.dates == "dotted":
        return f"{month:02d}.{year}"
    if look.dates == "iso":
        return f"{year}-{month:02d}"
    return str(year)


def dates(person: Person, job: Job, look: Style) -> str:
    """The period of a job as this page writes it."""
    end = person.words.now if job.end is None else _month(person, job.end, look)
    dash = {"slash years": "-", "to": "—", "dotted": " - "}.get(look.dates, " – ")
    return f"{_month(person, job.start, look)}{dash}{end}"


# Headings and lists


def heading(text: str, look: Style) -> str:
    """A section heading."""
    shown = plain(text)
    upper = plain(text.upper())
    spaced = " ".join(upper.replace("\\", "")).replace("   ", "  ~ ")
    made = {
        "bold": f'#text(size: 13pt, weight: "bold")[{shown}]',
        "capitals": f'#text(weight: "bold")[{upper}]',
        "spaced capitals": f"#text(size: 11pt)[{spaced}]" if look.heading == "spaced capitals" else "",
        "ruled": f"#text(size: 12pt)[{upper}]\n#v(-8pt)\n#line(length: 100%, stroke: 0.5pt)",
        "coloured": f'#text(size: 14pt, fill: rgb("#1d6f6f"))[{shown}]',
        "centred": f'#align(center)[#text(size: 12pt, weight: "bold")[{shown}]]',
        "small capitals": f"#text(size: 13pt)[#smallcaps[{shown}]]",
        "boxed": f'#block(fill: luma(220), width: 100%, inset: 3pt)[#text(weight: "bold")[{upper}]]',
    }[look.heading]
    return f"\n#v(8pt)\n{made}\n#v(2pt)\n"


def _bullets(job: Job) -> str:
    return "\n".join(f"- {plain(bullet)}" for bullet in job.bullets)


# Jobs


def job(person: Person, one: Job, look: Style) -> str:
    """One job with its bullets."""
    head = _ENTRIES[look.entry](
        look, plain(one.title), plain(one.employer), plain(one.place), plain(dates(person, one, look))
    )
    if look.entry in {"dates in the margin", "table"}:
        gutter = "stroke: 0.4pt, inset: 5pt" if look.entry == "table" else "column-gutter: 12pt"
        kind = "table" if look.entry == "table" else "grid"
        when = plain(dates(person, one, look))
        return f"#{kind}(columns: (95pt, 1fr), {gutter}, [{when}], [{head}\n\n{_bullets(one)}])\n"
    return f"{head}\n\n{_bullets(one)}\n"


def _separated(look: Style, *parts: str) -> str:
    return plain(look.separator).join(parts)


_ENTRIES: Mapping[str, Entry] = {
    "title then employer": lambda s, t, e, p, d: f"*{t}* #h(8pt) #h(1fr) {d}\n\n_{e}_, {p}",
    "employer then title": lambda s, t, e, p, d: f"*{e}* #h(8pt) #h(1fr) {p}\n\n_{t}_ #h(8pt) #h(1fr) {d}",
    "one line": lambda s, t, e, p, d: f"*{t}*{plain(s.separator)}{e} #h(8pt) #h(1fr) {d}",
    "comma line": lambda s, t, e, p, d: f"*{t}*, {e}, {p} #h(8pt) #h(1fr) {d}",
    "stacked": lambda s, t, e, p, d: f"*{t}* \\\n{e} \\\n{d} | {p}",
    "dates in the margin": lambda s, t, e, p, d: f"*{t}* \\\n{e}, {p}",
    "table": lambda s, t, e, p, d: f"*{t}* \\\n{e}, {p}",
    "dates on a line of their own": lambda s, t, e, p, d: f"*{e}*, {p} \\\n{t} \\\n_{d}_",
    "dash": lambda s, t, e, p, d: f"*{e} — {t}* ({d})",
    "dates first": lambda s, t, e, p, d: f"{d} \\\n*{t}*{plain(s.separator)}{e}",
    "employer in brackets": lambda s, t, e, p, d: f"*{t}* ({e}) #h(8pt) #h(1fr) {d}",
    "place on the right": lambda s, t, e, p, d: f"*{t}* #h(8pt) #h(1fr) {p} \\\n{e} #h(8pt) #h(1fr) {d}",
}


# Studies


def school(one: School, person: Person, look: Style) -> str:
    """One degree."""
    degree = plain(f"{one.degree}{person.words.join}{one.area}")
    when = plain(f"{one.start} – {one.end}")
    name = plain(one.name)
    return {
        "school first": f"*{name}* #h(8pt) #h(1fr) {when} \\\n{degree}\n",
        "degree first": f"*{degree}* \\\n{name} \\\n{when}\n",
        "one line": f"*{degree}*{plain(look.separator)}{name} #h(8pt) #h(1fr) {when}\n",
        "comma line": f"{degree}, {name}, {when}\n",
        "dates in the margin": f"#grid(columns: (95pt, 1fr), column-gutter: 12pt, [{when}], [*{degree}* \\\n{name}])\n",
    }[look.school]


# Skills


def skills(person: Person, look: Style) -> str:
    """The skills as this page lists them."""
    names = [plain(name) for name in person.skills]
    half = len(names) // 2
    pill = "#box(stroke: 0.5pt, inset: 3pt, radius: 2pt)[{}]"
    return {
        "commas": ", ".join(names),
        "bullets": "\n".join(f"- {name}" for name in names),
        "grouped": f"*Tools:* {', '.join(names[:half])} \\\n*Software:* {', '.join(names[half:])}",
        "columns": "#grid(columns: (1fr, 1fr), row-gutter: 6pt, " + ", ".join(f"[{name}]" for name in names) + ")",
        "pills": " #h(4pt) ".join(pill.format(name) for name in names),
        "separated": (" | " if look.separator in {", ", " – "} else look.separator).join(names),
    }[look.skills]


# The page


def _contact(person: Person, look: Style) -> str:
    facts = [plain(fact) for fact in (person.email, person.phone, person.place, person.link)]
    if look.contact == "lines":
        return " \\\n".join(facts)
    if look.contact == "labels":
        names = ("Email", "Tel", "Address", "Web")
        return " \\\n".join(f"{name}: {fact}" for name, fact in zip(names, facts, strict=True))
    if look.contact == "icons":
        return " #h(10pt) ".join(f"#box(circle(radius: 3pt, fill: gray)) {fact}" for fact in facts)
    if look.contact == "right":
        return "#align(right)[" + " \\\n".join(facts) + "]"
    return (" | " if look.separator == ", " else plain(look.separator)).join(facts)


def _name(person: Person, look: Style) -> str:
    return f'#text(size: 22pt, weight: "bold")[{plain(person.name)}] \\\n{plain(person.headline)}\n\n'


def _sections(person: Person, look: Style, chance: Random) -> dict[str, str]:
    titles = [chance.choice(options) for options in person.words.headings]
    gap = "\n#v(4pt)\n"
    summary, work, education, named, tongues, contact = titles
    return {
        "summary": heading(summary, look) + plain(person.summary),
        "work": heading(work, look) + gap.join(job(person, one, look) for one in person.jobs),
        "education": heading(education, look) + gap.join(school(one, person, look) for one in person.schools),
        "skills": heading(named, look) + skills(person, look),
        "tongues": heading(tongues, look) + " \\\n".join(plain(one) for one in person.tongues),
        "contact": heading(contact, look) + _contact(person, look),
    }


def _story(look: Style) -> tuple[str, ...]:
    return ("work", "education") if look.order == "work first" else ("education", "work")


def _joined(parts: dict[str, str], *names: str) -> str:
    return "\n".join(parts[name] for name in names)


def _single(person: Person, look: Style, chance: Random) -> str:
    head = _name(person, look) + _contact(person, look)
    if look.contact != "right" and look.heading == "centred":
        head = f"#align(center)[{head}]"
    parts = _sections(person, look, chance)
    return head + "\n" + _joined(parts, "summary", *_story(look), "skills", "tongues")


def _narrow(look: Style) -> Style:
    """What fits a narrow column."""
    from dataclasses import replace

    return replace(
        look,
        contact="lines" if look.contact in {"one line", "right", "icons"} else look.contact,
        skills="bullets" if look.skills in {"grouped", "separated"} else look.skills,
    )


def _sidebar(person: Person, look: Style, chance: Random, *, left: bool) -> str:
    look = _narrow(look)
    parts = _sections(person, look, chance)
    side = _joined(parts, "contact", "skills", "tongues")
    main = _joined(parts, "summary", *_story(look))
    columns, cells = ("(140pt, 1fr)", f"[{side}], [{main}]") if left else ("(1fr, 140pt)", f"[{main}], [{side}]")
    return f"{_name(person, look)}#grid(columns: {columns}, column-gutter: 22pt, {cells})\n"


def _band(person: Person, look: Style, chance: Random) -> str:
    """Name left and contact data right in one coloured band."""
    facts = " \\\n".join(plain(fact) for fact in (person.email, person.phone, person.place, person.link))
    head = (
        f'#block(fill: rgb("#dde8ee"), width: 100%, inset: 10pt)[#grid(columns: (1fr, auto), [{_name(person, look)}],'
        f" align(right)[{facts}])]\n"
    )
    return head + _joined(_sections(person, look, chance), "summary", *_story(look), "skills", "tongues")


def _labels(person: Person, look: Style, chance: Random) -> str:
    """Headings in a margin of their own, beside their sections."""
    titles = [chance.choice(options) for options in person.words.headings]
    work = "\n#v(4pt)\n".join(job(person, one, look) for one in person.jobs)
    education = "\n#v(4pt)\n".join(school(one, person, look) for one in person.schools)
    tongues = " \\\n".join(plain(one) for one in person.tongues)
    bodies = (plain(person.summary), work, education, skills(person, look), tongues)
    rows = ", ".join(f"[*{plain(title)}*], [{body}]" for title, body in zip(titles, bodies, strict=False))
    head = _name(person, look) + _contact(person, look)
    return f"{head}\n#v(8pt)\n#grid(columns: (100pt, 1fr), column-gutter: 14pt, row-gutter: 14pt, {rows})\n"


def _halves(person: Person, look: Style, chance: Random) -> str:
    """Two columns of about the same width."""
    look = _narrow(look)
    parts = _sections(person, look, chance)
    left, right = _joined(parts, "work"), _joined(parts, "summary", "education", "skills", "tongues")
    head = _name(person, look) + _contact(person, look)
    return f"{head}\n#grid(columns: (1.2fr, 1fr), column-gutter: 24pt, [{left}], [{right}])\n"


_PAGES: Mapping[str, Callable[[Person, Style, Random], str]] = {
    "single": _single,
    "left sidebar": lambda person, look, chance: _sidebar(person, look, chance, left=True),
    "right sidebar": lambda person, look, chance: _sidebar(person, look, chance, left=False),
    "labels in the margin": _labels,
    "halves": _halves,
    "band": _band,
}
