"""Titles and rank: what people were, and words that quietly promote them ("Senior", "Head of", "Leiter")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from careercoach_desktop.features.evidence.career import PassageKind
from careercoach_desktop.features.evidence.model import ClaimKind
from careercoach_desktop.features.evidence.truth.base import EvidenceBase, Fragment
from careercoach_desktop.features.evidence.truth.doing import HELPED
from careercoach_desktop.features.evidence.truth.naming import LIMITING, composed, is_short_for, nobodys
from careercoach_desktop.features.evidence.truth.saying import Found, Saying
from careercoach_desktop.features.evidence.truth.wishes import post_wished
from careercoach_desktop.features.evidence.truth.wording import is_content, same_word
from careercoach_desktop.features.evidence.vocabulary.occupations import PLAIN, Naming, namings, neutral_words
from careercoach_desktop.features.evidence.vocabulary.skills import skill_list

_SELF = re.compile(
    r"(?:\b(?:as|als|en tant que|en tant qu['’]|comme|como|en calidad de|i am|i['’]m|i was|i have been|been|became|"
    r"become|"
    r"named|appointed(?: as)?|promoted to|ich bin|bin ich|ich war|war ich|wurde ich|zum|zur|je suis|suis|étais|"
    r"j['’]étais|promue?|nommée?|"
    r"devenue?|soy|era|fui|ascendid[oa] a|nombrad[oa]|ascendí a|role of|role as|position of|title of|job as|"
    r"career as|work as|"
    r"function of|funktion|poste de|puesto de|cargo de)"
    r"\s+(?:a |an |the |die |der |ein(?:e[nr]?)? |une? |le |la |el |una? )?)(?:[\w-]+\s){0,2}$",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?:the|our|my|their|his|her|its|your|der|die|das|dem|den|des|unser\w*|mein\w*|ihr\w*|le|la|les|l['’]|du|au|aux|"
    r"notre|nos|mon|ma|mes|votre|vos|el|los|las|del|al|nuestr\w+|mi|mis|su|sus|with|alongside|mit|avec|con|for|für|"
    r"pour|"
    r"para|each|every|several|jede\w*|chaque|cada|between|zwischen|entre|other|andere\w*|autres?|otr[oa]s?|"
    r"\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|zwei|drei|vier|fünf|sechs|deux|trois|quatre|cinq|dos|"
    r"tres|cuatro|"
    r"cinco|seis)\s+(?:[\w-]+\s){0,1}$",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"^[\W_]*(?:(?:an?|the|ein(?:e[nr]?)?|une?|una?|experienced|qualified|trained|certified|dedicated|committed|"
    r"motivated|reliable|friendly|"
    r"erfahrene[rn]?|gelernte[rn]?|engagierte[rn]?|examinierte[rn]?|ausgebildete[rn]?|zuverlässige[rn]?|\w+(?:ed|"
    r"ing))\s+){0,3}$",
    re.IGNORECASE,
)
_APPOSED = re.compile(r"^[^,.;:]{0,90},\s*(?:I|my|ich|je|j['’]|mon|ma|mes|yo|mi|mis)\b", re.IGNORECASE)
"""“Civil engineer from …, I am looking for …”"""
_SUMMARY = "basics.summary"
_PLURAL = re.compile(r"s$")


@dataclass(frozen=True, slots=True)
class _Held:
    fragment: Fragment
    naming: Naming


def same_title(draft: str, held: str) -> bool:
    """Whether a draft's title says no more than the one held, in any of the four languages: nothing added, nothing that
    limited it dropped."""
    mine, theirs = set(neutral_words(draft)), set(neutral_words(held))
    if not (mine - theirs):
        return not {word for word in theirs - mine if word in LIMITING}
    said, had = namings(draft), namings(held)
    if not said or not had:
        return False
    covered = {word for naming in (*said, *had) for word in naming.words}
    rest = [word for word in mine - covered if is_content(word)]
    known = [word for word in theirs - covered if is_content(word)]
    if any(not any(same_word(word, other) for other in known) for word in rest):
        return False
    return all(any(_fits(naming, other) and naming.rank == other.rank for other in had) for naming in said)


def titles(said: Saying) -> Iterator[Found]:
    """Every title the sentence claims for the person."""
    named = namings(said.text, said.read.tokens)
    if not named:
        return
    starts = said.read.tokens.starts
    for naming in named:
        if naming.words <= _NOBODY:
            continue
        start = starts[naming.first]
        if said.voice.theirs(start, said.read.tokens.ends[naming.last - 1]):
            continue
        if (said.at.is_letter or said.at.path == _SUMMARY) and post_wished(said.text, start):
            continue
        claimed = _claimed(said, naming, start)
        if claimed:
            yield _judged(said, naming, start, firmly=claimed == "self")


def _claimed(said: Saying, naming: Naming, start: int) -> str:
    """ "self" when the person is called so, "open" when the sentence opens with it, "" when it is somebody else."""
    before = said.text[:start]
    if nobodys(said, naming, before):
        return ""
    if _SELF.search(before):
        return "self"
    if _OTHERS.search(before) or re.match(r"^['’]s?\b", said.text[said.read.tokens.ends[naming.last - 1] :]):
        return ""
    # What is many is somebody else: "store managers", "responsables de magasin".
    head = naming.first if said.read.language in {"fr", "es"} else naming.last - 1
    last = said.read.tokens.surface(head, head + 1)
    if _PLURAL.search(last) and not last.casefold().endswith(("ss", "us", "is", "as")) and not _english_s(last):
        return ""
    if _OPENS.match(before) and said.at.is_letter and _APPOSED.match(said.text):
        return "open"
    if _OPENS.match(before):
        return (
            "self"
            if said.at.path == "basics.summary"
            else ""
            if said.voice.speaks_of_me and not naming.ranked
            else "open"
        )
    if naming.ranked and naming.rank > PLAIN and (naming.occupations or _IS_HEAD.match(said.text, 0)):
        return "open"
    return "open" if not said.at.is_bullet and said.at.path else ""


_IS_HEAD = re.compile(
    r"^(?:(?!\w+(?:ed|ing)\b)[A-Z]\w+ ){1,2}(?:[Mm]anager|[Hh]ead|[Dd]irector|[Ll]eader|[Ss]upervisor)\b"
    r"(?=\s(?:of|at|for|in)\b|[,.:;])"
)
"""“Reception manager of a small inn, …”"""


def _english_s(word: str) -> bool:
    return word.casefold() in {"sales", "operations", "commis"}


def _held(evidence: EvidenceBase, scope: list[Fragment]) -> list[_Held]:
    found = []
    for each in scope:
        found += [_Held(each, one) for one in evidence.namings_of(each) if _own_title(each, one)]
    return found


def _own_title(each: Fragment, naming: Naming) -> bool:
    """A bullet also names others' titles ("covered for the ward manager"): those are not held."""
    if each.kind is not PassageKind.BULLET and not each.is_note:
        return True
    before = each.quote.text[: each.tokens.starts[naming.first]]
    return not _OTHERS.search(before) and not HELPED.search(before)


def _judged(said: Saying, naming: Naming, start: int, *, firmly: bool) -> Found:
    scope = said.scope(start)
    held = _held(said.evidence, scope)
    foreign = said.evidence.resume.language != said.language
    fitting = [each for each in held if _fits(naming, each.naming, foreign=foreign)]
    enough = [each for each in fitting if _high_enough(naming, each)]
    if enough:
        return Found(ClaimKind.TITLE, naming.text, tuple(each.fragment for each in enough))
    shorter = [each for each in held if is_short_for(naming, each.naming) and _is_position(each.fragment)]
    if shorter:
        return Found(ClaimKind.TITLE, naming.text, tuple(each.fragment for each in shorter))
    if not _promotes(naming) and (other := composed(said.evidence, naming)):
        return Found(ClaimKind.TITLE, naming.text, tuple(other))
    same = [
        each
        for each in scope
        if _says(naming, each, said.evidence)
        and not _of_somebody_else(naming, each)
        and (not _promotes(naming) or each.kind in _HEADINGS)
    ]
    if same and not fitting:
        return Found(ClaimKind.TITLE, naming.text, tuple(same))
    if foreign and not (naming.ranked and naming.rank > PLAIN) and naming.inner <= PLAIN:
        strange = [each for each in scope if _is_position(each) and not said.evidence.namings_of(each)]
        if strange and not fitting:
            return Found(ClaimKind.TITLE, naming.text, tuple(strange))  # a title no list can translate
    if not _promotes(naming):
        trade = [each for each in _same_trade(naming.text, said.evidence) if not said.at.is_bullet or each in scope]
        if trade and not fitting and not any(each.naming.occupations for each in held if _is_position(each.fragment)):
            return Found(ClaimKind.TITLE, naming.text, tuple(trade))
        if said.at.is_bullet and not firmly:
            known = [each for each in scope if each.quote.path.endswith(".position")][:1]
            if known and not (naming.occupations and said.evidence.namings_of(known[0])):
                return Found(ClaimKind.TITLE, naming.text, tuple(known))
    return Found(ClaimKind.TITLE, naming.text, (), f"“{naming.text}” is not a title in your evidence.")


_LEADING = 4
_HEADING = 6
_NOBODY = frozenset(
    {
        "specialist",
        "expert",
        "professional",
        "spezialist",
        "experte",
        "expertin",
        "specialiste",
        "especialista",
        "experto",
        "experta",
        "agent",
        "technicien",
        "tecnico",
    }
)
"""Words that name no trade."""
_HEADINGS = {PassageKind.NAME, PassageKind.SUMMARY}


def _promotes(naming: Naming) -> bool:
    """Whether a title says that somebody stands above others."""
    return (naming.ranked and naming.rank > PLAIN) or naming.inner > _LEADING


def _of_somebody_else(naming: Naming, each: Fragment) -> bool:
    """ "With the second cook": a bullet's words for another person."""
    if each.kind in _HEADINGS:
        return False
    found = re.search(rf"\b{re.escape(naming.text)}\b", each.quote.text, re.IGNORECASE)
    return found is not None and _OTHERS.search(each.quote.text[: found.start()]) is not None


def _is_position(each: Fragment) -> bool:
    return each.quote.path.endswith(".position")


def _says(naming: Naming, each: Fragment, evidence: EvidenceBase) -> bool:
    """Whether the words of a title stand in evidence, if only as what was done ("Tutoría" for "tutora")."""
    known = evidence.neutral_of(each)
    return all(
        (not _promotes(naming) and any(same_word(word, other) for other in each.words))
        or word in known
        or (len(word) >= 5 and any(other.startswith(word) for other in known))
        for word in naming.words
    )


def _fits(naming: Naming, other: Naming, *, foreign: bool = True) -> bool:
    """Whether both name the same work, whatever their rank."""
    if naming.occupations and other.occupations:
        return (
            not naming.occupations.isdisjoint(other.occupations) or naming.words <= other.words or _ends(naming, other)
        )
    if not naming.occupations and not other.occupations:
        if foreign and naming.ranked and other.ranked:
            return True
        return any(
            word == there or there.endswith(word) or (foreign and same_word(word, there))
            for word in naming.words
            for there in other.words
        )
    return not naming.occupations or naming.words <= other.words


def _ends(naming: Naming, other: Naming) -> bool:
    """ "Administrator" for a "Systemadministratorin"."""
    return len(naming.words) == 1 and any(word.endswith(next(iter(naming.words))) for word in other.words)


def _high_enough(naming: Naming, held: _Held) -> bool:
    """What limits a title must not be dropped, nor rank added; a title that is told of elsewhere as plain is plain."""
    if naming.inner > PLAIN and held.naming.ranked and _limits(held.naming) - _limits(naming):
        return False  # "Project lead" of a deputy
    rank = held.naming.rank
    if not naming.occupations and rank == PLAIN and not held.naming.words & {"manager"}:
        rank = max(rank, held.naming.inner)  # "Responsable de comunicación" is a head of communications
    if naming.inner >= _HEADING > held.naming.inner and (held.naming.inner or held.naming.rank < PLAIN):
        return False  # "Events manager" of an events coordinator
    if naming.rank <= PLAIN:
        return naming.rank <= max(rank, 0) or (rank < PLAIN and naming.rank <= rank)
    return rank >= naming.rank


def _limits(naming: Naming) -> frozenset[str]:
    return frozenset({"deputy"} if any(word.startswith(_STANDS_IN) for word in naming.words) else ())


_STANDS_IN = (
    "deput",
    "stellvertret",
    "vertret",
    "stv",
    "adjoint",
    "subdirect",
    "adjunt",
    "suplent",
    "vice",
    "acting",
    "interim",
    "interin",
    "kommissar",
    "suppleant",
    "remplac",
)


def _same_trade(role: str, evidence: EvidenceBase) -> list[Fragment]:
    """Titles held that name the same occupation in a word only the skills list knows."""
    names = [hit.skill for hit in skill_list().find_in(role)]
    held = {PassageKind.NAME, PassageKind.SUMMARY}
    return [each for skill in names for each in evidence.skills.get(skill, ()) if each.kind in held]
