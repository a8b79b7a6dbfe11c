"""The skills list: what a skill is called, in which wordings, and what stands next to it.

``resources/skills/*.tsv`` has one skill a line: category, family, kind, name, aliases, implied skills. A wording
that is
also an everyday word carries a mark: ``!`` counts only in exactly this case (``REST``), ``?`` also needs company:
another
skill beside it in a list, or a word such as "in" or "Microsoft" before it (``Go``, ``R``, ``Excel``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from pathlib import Path

from careercoach_desktop.features.evidence.vocabulary.phrases import Phrases
from careercoach_desktop.features.evidence.vocabulary.tokens import Tokens, stem, stems, tokenize
from careercoach_desktop.foundation.resources import resource


class SkillKind(StrEnum):
    """TOOL: a name (product, language, standard); METHOD: an activity or subject; SOFT: a trait; the rest as they
    say."""

    TOOL = "tool"
    METHOD = "method"
    SOFT = "soft"
    CERTIFICATE = "certificate"
    LANGUAGE = "language"


@dataclass(frozen=True, slots=True, eq=False)
class Skill:
    """One entry of the list. Compared by identity: there is one object per skill."""

    name: str
    kind: SkillKind
    category: str
    family: str
    aliases: tuple[str, ...] = ()
    implies: tuple[str, ...] = ()

    def listed_form(self, surface: str) -> str:
        """The list's own wording for an inflected one (``Monatsabschlusses`` → ``Monatsabschlüsse``), else as it is."""
        words = stems(surface)
        forms = [form.lstrip("!?") for form in (self.name, *self.aliases)]
        return surface if surface in forms else next((form for form in forms if stems(form) == words), surface)

    @property
    def display(self) -> str:
        """As a heading or list item shows it: ``patient care`` → ``Patient care``, ``dbt`` stays."""
        if self.kind in {SkillKind.METHOD, SkillKind.SOFT}:
            return self.name[:1].upper() + self.name[1:]
        return self.name


@dataclass(frozen=True, slots=True)
class Hit:
    """A skill found in a text: words ``first`` up to ``last`` of its tokens, ``surface`` as written there."""

    skill: Skill
    first: int
    last: int
    surface: str


@dataclass(frozen=True, slots=True)
class _Wording:
    skill: Skill
    exact: str
    """Empty, or the only spelling that counts."""
    needs_company: bool


_COMPANY_BEFORE_WORDS = """
    in with using microsoft ms office google apple adobe via language programming fluent fluently native speak
    speaking spoken written read write knowledge advanced basic good excellent proficient business conversational
    intermediate learn learning mit von microsofts fliessend fließende fliessende sehr gute gutes
    verhandlungssicher verhandlungssicheres muttersprache deutsch avec en sous langue courant parle maitrise
    anglais bilingue con de idioma nivel dominio hablo ingles manejo le du d und and et y oder or ou o e
    especially specifically including insbesondere notamment
"""
_COMPANY_BEFORE = frozenset(stem(word) for word in _COMPANY_BEFORE_WORDS.split())
_COMPANY_AFTER_WORDS = """
    programming language developer developers skills kenntnisse code script scripts scripting macros spreadsheets
    pivot formulas templates speaker speaking fluent native proficiency fliessend fließend verhandlungssicher
    muttersprache sprachkenntnisse courant bilingue langue nativo fluido alto a1 a2 b1 b2 c1 c2 services
    microservices backend
"""
_COMPANY_AFTER = frozenset(stem(word) for word in _COMPANY_AFTER_WORDS.split())
_LANGUAGE_BEFORE_WORDS = """
    native level communicative strong great confident professional both verbal fluency command conversant proficiency
    additional second foreign either preferably also like mindestens sicheres sichere fließend muy alto parfait
    parfaitement lu ecrit oral technique
"""
_LANGUAGE_BEFORE = frozenset(stem(word) for word in _LANGUAGE_BEFORE_WORDS.split())
_LANGUAGE_AFTER_WORDS = """
    is are as at level levels required essential must preferred desirable would mandatory beneficial advantageous plus
    mother conversational verbal written oral erforderlich wünschenswert ist sind auf in est serait souhaité exigé
    indispensable professionnel technique imprescindible deseable valorable je na
"""
_LANGUAGE_AFTER = frozenset(stem(word) for word in _LANGUAGE_AFTER_WORDS.split())
"""Beside the name of a language, and of nothing else: "English is a must" asks for it, "the German market" does not."""
_LIST_WORDS = frozenset({"and", "or", "und", "oder", "et", "ou", "y", "e", "o", "u", "sowie"})
_LIST_MARKS = frozenset(",;/|•·()[]:\n\t–—")
_COMPOUND_ENDINGS = (
    *(
        "kenntnisse",
        "kenntnissen",
        "kenntniss",
        "kenntnis",
        "erfahrung",
        "erfahrungen",
        "anlage",
        "anlagen",
        "arbeiten",
    ),
    *("umfeld", "bereich", "wesen", "system", "systeme", "systemen", "zertifikat", "schein", "entwicklung", "tools"),
    *("software", "technik", "schulung", "schulungen", "zertifizierung", "programmierung", "beratung"),
)
"""What German puts behind a skill to talk about it: ``Photovoltaikanlagen``, ``Englischkenntnisse``."""
_LONG_ENOUGH = 11


def _is_list_gap(gap: str) -> bool:
    return any(mark in gap for mark in _LIST_MARKS)


@dataclass(slots=True)
class SkillList:
    """All skills, with a hash of every wording's words for finding them in one pass over a text."""

    skills: list[Skill] = field(default_factory=list)
    _by_words: dict[tuple[str, ...], list[_Wording]] = field(default_factory=dict)
    _lengths: dict[str, tuple[int, ...]] = field(default_factory=dict)
    _families: dict[str, list[Skill]] = field(default_factory=dict)
    _names: dict[str, Skill] = field(default_factory=dict)
    _phrases: Phrases[_Wording] = field(default_factory=Phrases)

    def add(self, skill: Skill, mark: str = "") -> None:
        """Register ``skill``; ``mark`` is the rule (``!``, ``?`` or nothing) of its own name."""
        self.skills.append(skill)
        self._names[skill.name] = skill
        if skill.family:
            self._families.setdefault(skill.family, []).append(skill)
        for wording in (mark + skill.name, *skill.aliases):
            self._add_wording(skill, wording)

    def _add_wording(self, skill: Skill, wording: str) -> None:
        bare = wording.lstrip("!?")
        rule = wording[: len(wording) - len(bare)]
        words = stems(bare)
        entry = _Wording(skill, bare if rule else "", rule == "?")
        known = self._by_words.setdefault(words, [])
        if all(other.skill is not skill or other.exact != entry.exact for other in known):
            known.append(entry)
        if skill.kind is SkillKind.METHOD and not rule:
            self._phrases.add(words, entry)
        lengths = set(self._lengths.get(words[0], ())) | {len(words)}
        self._lengths[words[0]] = tuple(sorted(lengths, reverse=True))

    def __getitem__(self, name: str) -> Skill:
        return self._names[name]

    def get(self, name: str) -> Skill | None:
        """The skill of exactly this canonical name."""
        return self._names.get(name)

    def lookup(self, wording: str) -> Skill | None:
        """The skill a whole text names ("JS" → JavaScript), or None when it names none, or more than one word of
        another."""
        words = stems(wording)
        for entry in self._by_words.get(words, ()):
            if not entry.exact or entry.exact == wording.strip():
                return entry.skill
        return None

    def neighbours(self, skill: Skill) -> list[Skill]:
        """Skills of the same family, in list order, without the skill itself."""
        return [other for other in self._families.get(skill.family, ()) if other is not skill] if skill.family else []

    def implied(self, skill: Skill) -> Iterator[Skill]:
        """What somebody who has this skill also has (PostgreSQL → SQL), transitively."""
        for name in skill.implies:
            other = self._names.get(name)
            if other is not None:
                yield other
                yield from self.implied(other)

    def find(self, tokens: Tokens, *, listed: bool = False) -> list[Hit]:
        """Skills named in a text, left to right, the longest wording first, never overlapping.

        ``listed`` says that the text as a whole is a list item (a keyword of a skills group), so that "Go" needs
        no company.
        """
        raw = list(self._raw(tokens))
        if not any(entry.needs_company for entry, _, _ in raw):
            return [Hit(entry.skill, first, last, tokens.surface(first, last)) for entry, first, last in raw]
        sure_ends = {last for entry, _, last in raw if not entry.needs_company}
        hits = []
        for entry, first, last in raw:
            spoken = entry.skill.kind is SkillKind.LANGUAGE
            if not entry.needs_company or _has_company(tokens, first, last, sure_ends, listed=listed, spoken=spoken):
                sure_ends.add(last)
                hits.append(Hit(entry.skill, first, last, tokens.surface(first, last)))
        return hits

    def find_in(self, text: str, *, listed: bool = False) -> list[Hit]:
        """``find`` on a plain text."""
        return self.find(tokenize(text), listed=listed)

    def _raw(self, tokens: Tokens) -> Iterator[tuple[_Wording, int, int]]:
        words, joined, lengths = tokens.words, tokens.joined, self._lengths
        index, count = 0, len(words)
        while index < count:
            sizes = lengths.get(words[index])
            entry, last = self._longest(tokens, index, sizes, joined) if sizes is not None else (None, index)
            if entry is None:
                entry, last = self._less_plain(tokens, index)
            if entry is None:
                index += 1
                continue
            yield entry, index, last
            index = last

    def _less_plain(self, tokens: Tokens, index: int) -> tuple[_Wording | None, int]:
        """What no wording of the list says word by word: turned phrases, compounds, halves of compounds."""
        if (found := self._phrases.at(tokens, index)) is not None:
            return found
        word = tokens.words[index]
        if len(word) >= _LONG_ENOUGH and (entry := self._compound(word)) is not None:
            return entry, index + 1
        if tokens.text[tokens.ends[index] : tokens.ends[index] + 2] == "- " and (entry := self._half(tokens, index)):
            return entry, index + 1
        return None, index

    def _longest(
        self, tokens: Tokens, index: int, sizes: tuple[int, ...], joined: list[bool]
    ) -> tuple[_Wording | None, int]:
        for size in sizes:
            last = index + size
            if last > len(tokens.words) or not all(joined[index + 1 : last]):
                continue
            for entry in self._by_words.get(tuple(tokens.words[index:last]), ()):
                if not entry.exact or entry.exact == tokens.surface(index, last):
                    return entry, last
        return None, index

    def _compound(self, word: str) -> _Wording | None:
        """German compounds: ``Englischkenntnisse`` names English."""
        for ending in _COMPOUND_ENDINGS:
            if word.endswith(ending):
                bare = word[: -len(ending)]
                for first in (bare, bare.removesuffix("s")):
                    for entry in self._by_words.get((stem(first),), ()):
                        return _Wording(entry.skill, "", needs_company=False)
        return None

    def _half(self, tokens: Tokens, index: int) -> _Wording | None:
        """ "Grund- und Behandlungspflege": the first half lacks an ending that a word soon after has."""
        word = tokens.words[index]
        for after in range(index + 1, min(index + 4, len(tokens))):
            whole = tokens.words[after]
            for cut in range(3, len(whole) - 3):
                for entry in self._by_words.get((word + whole[cut:],), ()):
                    if not entry.exact:
                        return entry
        return None


def _has_company(
    tokens: Tokens, first: int, last: int, sure_ends: set[int], *, listed: bool, spoken: bool = False
) -> bool:
    if listed and (first == 0 or last == len(tokens)):
        return True
    before = tokens.words[first - 1] if first and tokens.joined[first] else ""
    after = tokens.words[last] if last < len(tokens) and tokens.joined[last] else ""
    gap_before, gap_after = tokens.gap(first), tokens.gap(last)
    if spoken and gap_after == "- ":
        return True  # "Deutsch- und Englischkenntnisse"
    if gap_after[:1] in {"-", "'", "’", "&"} or (
        gap_after[:1] == "." and gap_after[1:2] != "" and last - first == 1 and len(tokens.words[first]) == 1
    ):
        return False
    if before in _LIST_WORDS:
        return first - 1 in sure_ends or _bounded_after(tokens, last)
    if before in _COMPANY_BEFORE or after in _COMPANY_AFTER:
        return True
    if spoken and (before in _LANGUAGE_BEFORE or after in _LANGUAGE_AFTER):
        return True
    opens = first == 0 or _is_list_gap(gap_before)
    closes = last == len(tokens) or _is_list_gap(gap_after) or gap_after.startswith(".") or after in _LIST_WORDS
    return opens and closes


def _bounded_after(tokens: Tokens, last: int) -> bool:
    return last == len(tokens) or _is_list_gap(tokens.gap(last)) or tokens.gap(last).startswith(".")


def read_skills(files: Iterable[Path]) -> SkillList:
    """The list of TSV files. Raises ValueError naming the line that is malformed."""
    found = SkillList()
    for file in files:
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            if number == 1 or not line.strip():
                continue
            columns = line.split("\t")
            if len(columns) != 6:
                raise ValueError(f"{file.name}, line {number}: expected 6 columns, found {len(columns)}")
            category, family, kind, name, aliases, implies = columns
            bare = name.lstrip("!?")
            split = tuple(part for part in aliases.split("; ") if part)
            implied = tuple(part for part in implies.split("; ") if part)
            found.add(Skill(bare, SkillKind(kind), category, family, split, implied), name[: len(name) - len(bare)])
    return found


@cache
def skill_list() -> SkillList:
    """The list the application ships, read once (about 20 ms)."""
    return read_skills(sorted(resource("skills").glob("*.tsv")))
