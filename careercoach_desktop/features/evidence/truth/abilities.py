"""Skills, tools and methods a sentence claims, each to be found in the evidence that may prove it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from careercoach_desktop.features.evidence.career import PassageKind
from careercoach_desktop.features.evidence.model import ClaimKind
from careercoach_desktop.features.evidence.truth.base import Fragment
from careercoach_desktop.features.evidence.truth.saying import Found, Saying
from careercoach_desktop.features.evidence.truth.wording import is_content, same_word, shared
from careercoach_desktop.features.evidence.vocabulary.actions import ROOTS
from careercoach_desktop.features.evidence.vocabulary.degrees import degrees_in
from careercoach_desktop.features.evidence.vocabulary.fields import fields_in
from careercoach_desktop.features.evidence.vocabulary.meanings import compound_head
from careercoach_desktop.features.evidence.vocabulary.skills import Hit, SkillKind
from careercoach_desktop.features.evidence.vocabulary.tokens import stems

_GRADE = re.compile(r"(?<!\w)\d+(?!\w)")
_CLAIMED = re.compile(
    r"\b(?:skilled|experience[d]?|knowledge|expert(?:ise)?|speciali[sz]\w+|trained|proficient|using|mit|kenntniss?e?n?|"
    r"erfahrung(?:en)?|spezialis\w+|expert\w+|schwerpunkt\w*|maîtrise|connaissances?|spécialis\w+|formée?|"
    r"conocimientos?|"
    r"especiali\w+|experiencia|dominio|manejo|experto|experta)(?:\s[\w’'-]+){0,4}\s(?:in|with|of|mit|von|en|de|du|à|"
    r"con|la|le|et de)(?: la| le| l['’]|l['’])?\s?$",
    re.IGNORECASE,
)


_CLAIMED_AFTER = re.compile(
    r"^\s(?:experience|expertise|skills|background|knowledge|kenntnisse|erfahrung)\b", re.IGNORECASE
)
_LEARNING = re.compile(
    r"\b(?:learn\w*|spare time|own time|self-taught|not (?:yet )?used|at home|hobby|private\w*|privat|freizeit|lerne|"
    r"selbststudium|zu hause|"
    r"temps libre|autodidacte|apprend\w*|chez moi|tiempo libre|autodidacta|aprend\w*|en casa)\b",
    re.IGNORECASE,
)


def abilities(said: Saying) -> Iterator[Found]:
    """Every skill of the sentence but traits and spoken languages."""
    for hit in said.read.hits:
        if hit.skill.kind in {SkillKind.SOFT, SkillKind.LANGUAGE}:
            continue
        start, end = said.read.tokens.starts[hit.first], said.read.tokens.ends[hit.last - 1]
        if said.voice.theirs(start, end) or _from_posting(said, hit, start):
            continue
        if said.in_seekers_name(hit.first, hit.last) or _everyday(hit):
            continue
        yield _traced(said, hit, start)


_EVERYDAY_WORDS = """
    creo primavera angular unity groovy elixir postman linear procreate confluence rust scala perl delphi redis gatsby
    lightspeed looker cassandra amadeus fidelio sage notion monday canvas slack zoom spring swift ruby dash spark storm
    hive express react vue meteor ember next sketch blender maya rhino puppet chef salt ansible helm consul vault nomad
    packer bamboo circle basecamp shortcut jest cypress cucumber insomnia harvest base pages numbers keynote bridge
    flash framer abstract mode segment amplitude heap drift front scout frame fleet edge safari opera brave signal
    square clover toast sling deputy agenda exact crystal scheme ada logo processing racket dart expert inventor fusion
    step asta sabre epic oracle visual flink beam luigi prefect great stitch query pivot presto glue lambda connect lex
    polly compass pulse atlas nova titan access excel word outlook teams project office publisher power automate
    premiere illustrator affinity marvel principle quark director stream flow forms planner bookings sway whiteboard
    ventas gestor factor contacto norma casa sol mar luz prisma meta promo navigator plus plan
"""
_EVERYDAY = frozenset(_EVERYDAY_WORDS.split())


def _everyday(hit: Hit) -> bool:
    """A product whose name is an everyday word is one only where it is written like a name ("creo" is "I think")."""
    return hit.skill.kind is SkillKind.TOOL and hit.surface in _EVERYDAY and hit.skill.name[:1].isupper()


def _studied(said: Saying, hit: Hit) -> list[Fragment]:
    """A subject beside a degree ("a BEng in electrical engineering"), where evidence has the degree in that field."""
    fields = fields_in(hit.surface)
    if not fields or not (degrees_in(said.text) or _STUDY.search(said.text)):
        return []
    return [
        each
        for each in said.evidence.fragments
        if each.kind is PassageKind.DEGREE and fields & fields_in(each.quote.text)
    ]


_STUDY = re.compile(
    r"\b(?:stud\w+|degree|graduat\w+|abschluss|étud\w+|diplôm\w+|estud\w+|titulad\w+|grado)\b", re.IGNORECASE
)


def _from_posting(said: Saying, hit: Hit, start: int) -> bool:
    """A skill of the posting in a clause of a letter that speaks to the employer and not of the person."""
    posting = said.posting
    asked = posting is not None and any(other.skill is hit.skill for other in posting.hits)
    return asked and said.voice.unclaimed(start) and said.voice.speaks_to_them


def _traced(said: Saying, hit: Hit, start: int) -> Found:
    kind = ClaimKind.CERTIFICATE if hit.skill.kind is SkillKind.CERTIFICATE else ClaimKind.SKILL
    proof = said.evidence.skills.get(hit.skill, [])
    named = said.entries_at(start)
    here = _proof_here(said, proof) if said.at.is_bullet else _proof_there(said, proof, start)
    if not here and hit.skill.kind is SkillKind.METHOD and not _spelled(hit):
        here = proof or _in_other_words(said, hit, start) or _of_its_trade(said, hit)
    if not here and not proof:
        here = [each for each in _word_for_word(said, hit, start) if not named or not _LEARNING.search(each.quote.text)]
    if not here and hit.skill.kind is SkillKind.TOOL and len(hit.surface) <= _SHORT:
        here = [each for each in said.scope(start) if _as_written(hit, each)]
    here = _same_grade(hit, here or ([] if proof else _studied(said, hit)))
    if here:
        return Found(kind, hit.surface, tuple(here))
    if proof:
        return Found(kind, hit.surface, (), f"Your evidence does not tie {hit.surface} to {_place(said, start)}.")
    return Found(kind, hit.surface, (), f"{hit.skill.display} is not in your evidence.")


_SHORT = 2
"""Names so short ("R", "C", "Go") that a list sees them only in company."""


def _as_written(hit: Hit, each: Fragment) -> bool:
    """Whether evidence has the very letters as a word of their own ("une bibliothèque R")."""
    return re.search(rf"(?<!\w){re.escape(hit.surface)}(?![\w&])", each.quote.text) is not None


def _spelled(hit: Hit) -> bool:
    """A method whose name is spelled like a product's ("A/B tests", "SEO") is not told in other words."""
    return any(part.isupper() for part in re.split(r"[\s/-]", hit.surface)) and not _shouted(hit)


def _shouted(hit: Hit) -> bool:
    """Several long words in capitals are only written large."""
    parts = hit.surface.split()
    return len(parts) > 1 and all(len(part) > 3 and part.isupper() for part in parts)


def _place(said: Saying, start: int) -> str:
    names = [
        said.evidence.entry_names.get(entry, "")
        for entry in ({said.at.entry} if said.at.is_bullet else said.entries_at(start))
    ]
    return next((name for name in names if name), "this entry")


def _proof_here(said: Saying, proof: list[Fragment]) -> list[Fragment]:
    """Evidence of the same entry, or notes that speak of the same thing."""
    skill_words = {word for hit in said.read.hits for word in said.read.tokens.words[hit.first : hit.last]}
    return [
        each
        for each in proof
        if (each.entry and each.entry == said.at.entry)
        or said.at.entry in each.entries
        or (each.is_note and not each.entries and shared(said.content - skill_words, each.content))
    ]


def _proof_there(said: Saying, proof: list[Fragment], start: int) -> list[Fragment]:
    """Where an employer is named, what was learned at another proves nothing; what stands in no job does."""
    named = said.entries_at(start)
    if not named:
        return proof
    free = said.evidence.entry_names
    return [
        each
        for each in proof
        if each.entry in named
        or named & each.entries
        or (each.entry not in free and not each.entries and not _LEARNING.search(each.quote.text))
    ]


def _same_grade(hit: Hit, proof: list[Fragment]) -> list[Fragment]:
    """ "Level 3" is no proof of "Level 7": grades within a certificate's name must stand in the evidence too."""
    if hit.skill.kind not in {SkillKind.CERTIFICATE, SkillKind.METHOD}:
        return proof
    grades = set(_GRADE.findall(hit.surface))
    return [each for each in proof if grades <= set(_GRADE.findall(each.quote.text))]


def _in_other_words(said: Saying, hit: Hit, start: int) -> list[Fragment]:
    """A method is also proved by what it is about standing in evidence in other words ("trained new colleagues" – staff
    training); a word of doing alone ("teaching", "coordination") claims no method."""
    words = [word for word in said.read.tokens.words[hit.first : hit.last] if len(word) > 2]
    things = [word for word in words if word not in ROOTS] or words
    things = [word for word in things if word not in _WIDE] or things
    scope = said.scope(start)
    if len(things) == 1 and (head := compound_head(things[0])) and not _knows_head(head, scope):
        return []
    found = [each for each in scope if all(any(same_word(word, other) for other in each.words) for word in things)]
    if found:
        return found
    loose = [each for each in scope if any(any(same_word(word, other) for other in each.words) for word in things)]
    end = start + len(hit.surface)
    strong = _CLAIMED.search(said.text[:start]) or _CLAIMED_AFTER.match(said.text[end:])
    if loose and not strong:
        return loose
    asked = said.posting is not None and any(other.skill is hit.skill for other in said.posting.hits)
    if not strong and not asked and len(words) == 1 and not _in_list(said, hit):
        near = said.likest(said.content - set(words), scope, 2)
        if near:
            return [each for _, each in near[:1]]  # a word in passing, of a sentence that evidence tells
    if not strong and len(words) == 1 and (_modifies(said, hit) or _BELONGS.search(said.text[:start])):
        return scope[:1]
    if not strong and len(things) > 1 and loose and shared(said.content, loose[0].content) >= 2:
        return loose
    if all(word in ROOTS for word in words) and not strong:
        return scope[:1]
    return []


_WIDE = frozenset(stems("care cuidados cuidado soins soin service services servicios pflege versorgung"))
"""Words that need another to say what is done: intensive care, home care."""


def _knows_head(head: str, scope: list[Fragment]) -> bool:
    """Whether evidence speaks of what a compound is about: of customs for "Zollabwicklung"."""
    start = head[: max(4, len(head) - 2)]
    return any(word.startswith(start) or same_word(head, word) for each in scope for word in each.words)


def _in_list(said: Saying, hit: Hit) -> bool:
    """Whether the skill is one of several in a row."""
    ends = {other.last for other in said.read.hits} | {other.first for other in said.read.hits}
    before = said.read.tokens.gap(hit.first).strip() == "," or said.read.tokens.words[hit.first - 1] in _AND
    return bool(before and ends & {hit.first - 1, hit.first - 2})


_AND = frozenset({"and", "und", "et", "y", "sowie", "oder", "or", "ou", "o"})
_BELONGS = re.compile(r"\b(?:de|du|d['’]|of)\s?$", re.IGNORECASE)


def _modifies(said: Saying, hit: Hit) -> bool:
    """ "research cruises": one word that only tells which of another."""
    tokens = said.read.tokens
    return (
        said.read.language == "en"
        and hit.last < len(tokens)
        and tokens.joined[hit.last]
        and tokens.gap(hit.last) == " "
        and is_content(tokens.words[hit.last])
        and tokens.words[hit.last] not in ROOTS
    )


def _of_its_trade(said: Saying, hit: Hit) -> list[Fragment]:
    """A trade as a whole ("hospitality") is proved by any of its skills."""
    if hit.skill.name != hit.skill.category:
        return []
    known = said.evidence.skills.items()
    return [each for skill, proof in known if skill.category == hit.skill.category for each in proof]


def _word_for_word(said: Saying, hit: Hit, start: int) -> list[Fragment]:
    """Evidence that has the very words, though not as the list spells them; or the same initials."""
    words = said.read.tokens.words[hit.first : hit.last]
    scope = said.scope(start)
    found = [each for each in scope if all(word in each.words for word in words)]
    found = found or [each for each in said.evidence.in_full(stems(hit.surface)) if each in scope]
    if found or len(words) != 1 or not hit.surface.isupper():
        return found
    letters = words[0]
    return [each for each in said.evidence.fragments if letters in _initials(each)]


def _initials(each: Fragment) -> set[str]:
    from careercoach_desktop.features.evidence.truth.base import initials_of

    return initials_of(each.tokens)
