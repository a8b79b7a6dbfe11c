"""How long somebody says they have done something, against what the dates of their entries add up to."""

from __future__ import annotations

import re

from careercoach_desktop.features.evidence.career import PassageKind, years_covered
from careercoach_desktop.features.evidence.model import ClaimKind
from careercoach_desktop.features.evidence.truth.base import EvidenceBase, Fragment
from careercoach_desktop.features.evidence.truth.doing import LED, leads_in
from careercoach_desktop.features.evidence.truth.figures import Figure
from careercoach_desktop.features.evidence.truth.saying import Found, Saying
from careercoach_desktop.features.evidence.truth.wording import content_words, shared
from careercoach_desktop.features.evidence.vocabulary.occupations import namings
from careercoach_desktop.features.evidence.vocabulary.skills import Skill, SkillKind, skill_list
from careercoach_desktop.features.evidence.vocabulary.tokens import tokenize

_EXPERIENCE = re.compile(
    r"experien|expérien|erfahrung|berufspraxis|\bpraxis\b|background|career|berufsleben|carrera|carrière|trayectoria|"
    r"\bwork(?:ed|ing)?\b|gearbeitet|arbeite\b|tätig|travail|trabaj|"
    r"(?:years?|months?) (?:as|in|of|at|with|on|teaching|cooking|nursing|selling|managing|leading|running|building)|"
    r"(?:jahren?|monaten?) (?:als|in|im|bei|am|mit|lang)|(?:ans|années|mois) (?:comme|en|dans|d['’e]|chez|à|au|avec|"
    r"auprès)|"
    r"(?:años|meses|año) (?:como|en|de|con|al frente)|"
    r"\bfor (?:the (?:last|past) )?(?:over |more than |almost |nearly |about )?[\w-]+ years|seit (?:über |mehr als |"
    r"fast |rund )?[\w-]+ jahren|"
    r"depuis (?:plus de |près de |presque )?[\w-]+ (?:ans|mois)|(?:llevo|desde hace|durante) [\w\s]{0,14}(?:años|"
    r"meses)|il y a",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r"\b(?:within|in under|after|inside|over|per|every|each|once a|in|innerhalb(?: von)?|binnen|nach|in nur|pro|alle|"
    r"je|im|"
    r"en|en moins de|au bout d|après|(?<!commencé )par|tous les|chaque|sur|"
    r"en menos de|tras|al cabo de|por|cada|al)\s*(?:only |just |the first |d['’]|de |nur |l['’])?$",
    re.IGNORECASE,
)
_AFTER = re.compile(r"\b(?:after|nach|après|tras|después de)\s(?:\S+\s){0,3}$", re.IGNORECASE)
_AS_WHAT = re.compile(
    r"['’]?\s(?:of|as|at|in|with|als|in|im|bei|beim|am|de|d['’]|chez|comme|dans|en|au|como|con)\b", re.IGNORECASE
)
"""“After eleven years as …” tells how long somebody worked, “after two years” alone when something happened."""
_SINCE_YEAR = re.compile(r"\b(?:since|seit|depuis|desde)\s(?:\S+\s){0,2}?((?:19|20)\d\d)\b", re.IGNORECASE)
_ROUNDING = 0.1


def is_experience(said: Saying, figure: Figure) -> bool:
    """Whether the figure says how long the person has worked, not how long something took."""
    if figure.unit != "month":
        return False
    if figure.at_least and re.match(r"\s(?:of|in|as|at|with)\b", said.text[figure.end :]):
        return True  # "over eight years in customer service"
    around = said.text[max(0, figure.start - 28) : figure.end + 40]
    if _WITHIN.search(said.text[: figure.start]) and not re.search(
        r"\b(?:experience|Erfahrung|expérience|experiencia)\b", around
    ):
        return (
            _AFTER.search(said.text[: figure.start]) is not None and _AS_WHAT.match(said.text, figure.end) is not None
        )
    before = said.text[max(0, figure.start - 28) : figure.start]
    if re.search(r"\b(?:old|aged|alt|âgé)\b", said.text[figure.end : figure.end + 6]):
        return False
    return _EXPERIENCE.search(before + said.text[figure.start : figure.end + 40]) is not None or (
        not said.at.is_bullet and not _WITHIN.search(before) and max(figure.values) >= 12
    )


def tenure(said: Saying, figure: Figure) -> Found:
    """The claim of a duration: written in evidence, or no more than the dates give."""
    evidence, years = said.evidence, max(figure.values) / 12
    slack = 0.6 if figure.about else _ROUNDING
    tools = _tools_beside(said, figure)
    direct = [
        each
        for each in said.scope(figure.start)
        for other in each.figures
        if figure.agrees(other)
        and shared(said.content, each.content)
        and all(any(hit.skill is tool for hit in each.hits) for tool in tools)
    ]
    if direct:
        return Found(ClaimKind.NUMBER, figure.text, tuple(direct))
    if since := _since_then(said, figure):
        return Found(ClaimKind.NUMBER, figure.text, tuple(since))
    told = [each for each in said.scope(figure.start) if each.is_note and shared(said.content, each.content) >= 2]
    shorter = [other for each in told for other in each.figures if other.unit == figure.unit]
    if shorter and all(max(other.values) < max(figure.values) for other in shorter):
        return Found(ClaimKind.NUMBER, figure.text, (), f"Your notes say {shorter[0].text}.")
    for skill in tools:
        if evidence.years_with(skill) + slack < years:
            return Found(
                ClaimKind.NUMBER, figure.text, (), f"Your dated entries don’t show {figure.text} with {skill.name}."
            )
    entries, reason = _spent_on(said, figure)
    if fitting := [entry for entry in said.entries if _years(evidence, {entry}) + slack >= years]:
        entries = {fitting[0]}
    covered = _years(evidence, entries)
    if years > covered + slack:
        return Found(ClaimKind.NUMBER, figure.text, (), reason.format(years=_told(covered)))
    dated = [
        each
        for each in evidence.fragments
        if each.entry in entries and each.quote.path.endswith((".position", ".name", ".study_type", ".institution"))
    ]
    return Found(ClaimKind.NUMBER, figure.text, tuple(dated or evidence.fragments[:1]))


def _since_then(said: Saying, figure: Figure) -> list[Fragment]:
    """ "for ten years", where evidence says of the same thing "since 2016"."""
    today = said.evidence.today.year
    return [
        each
        for each in said.scope(figure.start)
        if (found := _SINCE_YEAR.search(each.quote.text)) is not None
        and 0 <= today - int(found[1]) - max(figure.values) / 12 + 0.1 <= 1.2
        and shared(said.content, each.content)
    ][:1]


def _years(evidence: EvidenceBase, entries: set[str]) -> float:
    return years_covered(evidence.spans[entry] for entry in entries if entry in evidence.spans)


def _told(years: float) -> str:
    whole = int(years + _ROUNDING)
    return f"{whole} years" if whole >= 1 else f"{round(years * 12)} months"


def _tools_beside(said: Saying, figure: Figure) -> list[Skill]:
    """Tools named right after a figure, or right before it: "six years of *Airflow*", "*Python* for five years"."""
    text, tokens = said.text, said.read.tokens
    found = []
    for hit in said.read.hits:
        if hit.skill.kind is not SkillKind.TOOL:
            continue
        start, end = tokens.starts[hit.first], tokens.ends[hit.last - 1]
        after = start >= figure.end and re.fullmatch(r"[^,.;]{0,34}", text[figure.end : start])
        before = end <= figure.start and re.fullmatch(r"[^,.;]{0,24}", text[end : figure.start])
        if after or before:
            found.append(hit.skill)
    return found


def _spent_on(said: Saying, figure: Figure) -> tuple[set[str], str]:
    """The entries whose time is claimed, and what to say when it is less."""
    evidence = said.evidence
    named = said.entries_at(figure.start) or (frozenset({said.at.entry}) if said.at.is_bullet else frozenset())
    dated = {entry for entry in named if entry in evidence.spans}
    if dated and not _adds_up(said, figure):
        return dated, "Your dates there give {years}."
    work = {job.id for job in evidence.resume.work}
    led = _of_leading(said, figure, work)
    if led is not None:
        return led, "Your dates give {years} of leading."
    trade = _of_the_trade(said, figure, work)
    if trade is not None and trade:
        return trade, "Your dates give {years} of this."
    field = _of_the_field(said, figure, work)
    if field:
        return field, "Your dates give {years} of this."
    volunteer = {post.id for post in evidence.resume.volunteer}
    if re.search(r"volunt|ehrenamt|bénévol|freiwillig", said.text, re.IGNORECASE):
        return volunteer, "Your dates give {years} of this."
    return work, "Your dates add up to {years} of work."


_LEADERSHIP = re.compile(
    r"\s*(?:of |in |d['’]|de |als |as |en |an )?(?:\w+ ){0,2}?(?:leadership|leading|management experience|"
    r"people management|"
    r"führungs\w+|leitungs\w+|personalverantwortung|encadrement|management|liderazgo|dirección de equipos|"
    r"dirigiendo|liderando)\b",
    re.IGNORECASE,
)


def _of_leading(said: Saying, figure: Figure, work: set[str]) -> set[str] | None:
    """ "For twelve years I have led teams": the entries in which evidence says that the person led."""
    left, right = said.part(figure.start)
    leads = _LEADERSHIP.match(said.text, figure.end) or (
        _SINCE.search(said.text, left, figure.end) and LED.search(said.text, figure.end, min(right, figure.end + 40))
    )
    if not leads:
        return None
    return {each.entry for each in said.evidence.fragments if each.entry in work and leads_in(said, each)}


_SINCE = re.compile(r"\b(?:for|seit|depuis|desde hace|llevo|since|durante)\b", re.IGNORECASE)


def _adds_up(said: Saying, figure: Figure) -> bool:
    """ "Seven years of experience, most recently at Brightwater" is about all of them."""
    left, right = said.part(figure.start)
    here = any(left <= place < right for place, _ in said.named)
    return not here and not said.at.is_bullet and not re.match(r"\s*(?:at|bei|chez|en)\b", said.text[figure.end :])


def _of_the_trade(said: Saying, figure: Figure, work: set[str]) -> set[str] | None:
    """ "three years as head chef": entries with that title, or one that is as high."""
    after = said.text[figure.end : figure.end + 60]
    found = re.match(
        r"\s*(?:of experience |Erfahrung |d['’]expérience |de experiencia )?(?:as|als|comme|en tant que|como|"
        r"en qualité de)\s(?:an? |eine?r? |une? )?",
        after,
    )
    if not found:
        return None
    named = [naming for naming in namings(after[found.end() :]) if naming.first <= 2]
    if not named:
        return None
    naming = named[0]
    return {
        each.entry
        for each in said.evidence.fragments
        if each.entry in work and each.quote.path.endswith(".position")
        for held in said.evidence.namings_of(each)
        if (
            not naming.occupations
            or not held.occupations
            or naming.occupations & held.occupations
            or naming.words <= held.words
        )
        and (not naming.ranked or held.rank >= naming.rank)
    }


_FIELD = re.compile(
    r"['’]?s?\s*(?:of |d['’]|de |an )?(?:professional |work |berufs|praktischer |hands-on )?"
    r"(?:experience|erfahrung|berufserfahrung|praxis|expérience|experiencia)?\s*(?:professionnelle|profesional)?\s*"
    r"(?:in|in der|im|of|with|mit|en|dans|de|avec|con|del|dans l[ea]s?|en el|en la)\s+(?:the |der |die |den |le |la |"
    r"l['’]|el |los )?([^,.;:()]{3,40})",
    re.IGNORECASE,
)


def _of_the_field(said: Saying, figure: Figure, work: set[str]) -> set[str]:
    """ "nine years in digital products": the entries that speak of it, when some do and some do not."""
    found = _FIELD.match(said.text, figure.end)
    if not found:
        return set()
    covered: set[str] = set()
    for field in re.split(r"\b(?:and|und|et|y|sowie)\b", found[1]):
        words = {word for word in content_words(tokenize(field)) if not word[:1].isdigit()}
        entries = {entry for entry in work if _speaks_of(words, said.evidence, entry)}
        if not words or not entries or any(word in _TOO_WIDE for word in words):
            break  # what follows the first field may be anything: "and a sense of order"
        covered |= entries
    return covered


def _speaks_of(words: set[str], evidence: EvidenceBase, entry: str) -> bool:
    """Whether an entry is about a field: by its title or name, by how a bullet begins, or by more than one sentence."""
    if trades := {hit.skill.category for hit in skill_list().find_in(" ".join(words)) if hit.skill.name in _TRADES}:
        hits = [hit for each in _of_entry(evidence, entry) for hit in each.hits]
        if any(hit.skill.category in trades for hit in hits):
            return True
    spoken = [each for each in _of_entry(evidence, entry) if shared(words, each.content) * 2 >= len(words) > 0]
    titled = any(each.kind is PassageKind.NAME or shared(words, set(each.tokens.words[:1])) for each in spoken)
    return titled or len(spoken) > 1


_TRADES = {
    "logistics",
    "hospitality",
    "health",
    "retail",
    "education",
    "construction",
    "manufacturing",
    "cooking",
    "warehouse work",
    "teaching",
    "nursing",
}
"""Trades of which every job in them is a part."""
_TOO_WIDE = {
    "area",
    "team",
    "role",
    "bereich",
    "branche",
    "industry",
    "secteur",
    "sector",
    "experience",
    "job",
    "practice",
}


def _of_entry(evidence: EvidenceBase, entry: str) -> list[Fragment]:
    return [each for each in evidence.fragments if each.entry == entry]
