"""Claims a sentence makes, each traced: skills, figures, dates, names, titles, degrees, awards, and the part played.

Where the sentence stands decides what may prove it. A bullet is proved by itself as it was, by its own entry, and by
notes that speak of the same thing; the summary by anything, as long as claim and context belong together; a letter
likewise, and there only what is told of the person is a claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from careercoach_desktop.features.evidence.model import Claim, ClaimKind
from careercoach_desktop.features.evidence.truth.abilities import abilities
from careercoach_desktop.features.evidence.truth.amounts import amounts
from careercoach_desktop.features.evidence.truth.base import Fragment, glossed_in
from careercoach_desktop.features.evidence.truth.belonging import belonging
from careercoach_desktop.features.evidence.truth.claimed import claimed
from careercoach_desktop.features.evidence.truth.dating import dates
from careercoach_desktop.features.evidence.truth.deciding import decisions
from careercoach_desktop.features.evidence.truth.deeds import deeds
from careercoach_desktop.features.evidence.truth.doing import parts_played
from careercoach_desktop.features.evidence.truth.honours import honours
from careercoach_desktop.features.evidence.truth.names import name_words, unknown_names
from careercoach_desktop.features.evidence.truth.outcomes import outcomes
from careercoach_desktop.features.evidence.truth.qualifications import qualifications
from careercoach_desktop.features.evidence.truth.reach import reaches
from careercoach_desktop.features.evidence.truth.saying import Found, Saying, Standpoint
from careercoach_desktop.features.evidence.truth.titles import titles
from careercoach_desktop.features.evidence.truth.tongues import tongues
from careercoach_desktop.features.evidence.truth.turns import turns
from careercoach_desktop.features.evidence.vocabulary.degrees import degrees_in
from careercoach_desktop.features.evidence.vocabulary.skills import SkillKind, skill_list
from careercoach_desktop.features.evidence.vocabulary.tokens import stems

MOST_QUOTES = 3

__all__ = ["Standpoint", "claims_of"]


def claims_of(said: Saying) -> Iterator[Claim]:
    """Every checkable claim of the sentence, supported or not."""
    unchanged = [each for each in said.own if _same_text(each.quote.text, said.text)]
    kinds = (_as_it_was,) if unchanged else _KINDS
    for kind in kinds:
        for found in kind(said):
            yield _claim(said, found)


def _claim(said: Saying, found: Found) -> Claim:
    quotes = list(dict.fromkeys(each.quote for each in found.proof))[:MOST_QUOTES]
    return Claim(
        kind=found.kind,
        text=found.text,
        path=said.at.path,
        supported=not found.reason,
        evidence=[] if found.reason else quotes,
        reason=found.reason,
    )


def _as_it_was(said: Saying) -> Iterator[Found]:
    proof = tuple(each for each in said.own if _same_text(each.quote.text, said.text))[:1]
    for hit in said.read.hits:
        if hit.skill.kind is not SkillKind.SOFT:
            yield Found(ClaimKind.SKILL, hit.surface, proof)
    for figure in said.read.figures:
        if not figure.one:
            yield Found(ClaimKind.NUMBER, figure.text, proof)


def _employers(said: Saying) -> Iterator[Found]:
    """Employers, schools and projects of the résumé that the sentence names."""
    told: set[frozenset[str]] = set()
    for _, entries in said.named:
        if entries not in told:
            told.add(entries)
            proof = [each for each in said.evidence.fragments if each.entry in entries and _is_name(each)]
            if proof:
                yield Found(ClaimKind.EMPLOYER, proof[0].quote.text, tuple(proof))


def _is_name(each: Fragment) -> bool:
    return each.quote.path.endswith((".name", ".organization", ".institution"))


_FIRM = re.compile(
    r"\b((?:[A-ZÄÖÜÉ][\w&’'-]+\s){1,4}(?:GmbH|AG|SE|KG|Ltd|LLP|Inc|PLC|SAS|SARL)\b)|"
    r"\b(?:bei(?: der| dem)?|beim)\s((?:[A-ZÄÖÜ][\w&-]+\s){1,3}[A-ZÄÖÜ][\w&-]+)"
)


def _firms(said: Saying) -> Iterator[Found]:
    """Firms by their legal form, or by two capitals after "bei", of which evidence knows no word."""
    for found in _FIRM.finditer(said.text):
        name = found[1] or found[2]
        if said.voice.theirs(found.start(), found.end()) or said.told_to(name):
            continue
        known = [word for word in name_words(name) if word in said.evidence.words and word not in _FORMS]
        if not known and not skill_list().find_in(name):
            yield Found(ClaimKind.EMPLOYER, name, (), f"{name} is not in your evidence.")


_FORMS = frozenset(stems("GmbH AG SE KG Ltd LLP Inc PLC SAS SARL"))


def _names(said: Saying) -> Iterator[Found]:
    spans = [(hit.first, hit.last) for hit in said.read.hits]
    tools = [(hit.first, hit.last) for hit in said.read.hits if hit.skill.kind is SkillKind.TOOL]
    glossed = glossed_in(said.text)
    for name, is_employer, start in unknown_names(
        said.read.tokens, spans, tools, said.evidence.words, said.language or said.evidence.resume.language
    ):
        if (
            said.voice.theirs(start, start + len(name))
            or said.evidence.knows_name(name)
            or said.told_to(name)
            or degrees_in(name)
            or name in glossed
        ):
            continue
        kind = ClaimKind.EMPLOYER if is_employer else ClaimKind.SKILL
        yield Found(kind, name, (), f"{name} is not in your evidence.")


def _qualified(said: Saying) -> Iterator[Found]:
    yield from qualifications(said)


_KINDS = (
    _employers,
    _firms,
    abilities,
    tongues,
    amounts,
    dates,
    _names,
    titles,
    parts_played,
    decisions,
    belonging,
    turns,
    honours,
    outcomes,
    reaches,
    claimed,
    deeds,
    _qualified,
)


def _same_text(one: str, other: str) -> bool:
    return " ".join(one.split()).casefold().rstrip(".") == " ".join(other.split()).casefold().rstrip(".")
