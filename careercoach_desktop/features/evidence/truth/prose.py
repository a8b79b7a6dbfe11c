"""Claims a sentence makes, each traced: skills, figures, years, names, titles, degrees and certificates.

Where the sentence stands decides what may prove it. A bullet is proved by itself as it was, by its own entry, and
by notes
that speak of the same thing; the summary by anything, as long as figure and context belong together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from careercoach_desktop.features.evidence.career import PassageKind
from careercoach_desktop.features.evidence.model import Claim, ClaimKind, Quote
from careercoach_desktop.features.evidence.truth import titles
from careercoach_desktop.features.evidence.truth.base import EvidenceBase, Fragment, read_fragment
from careercoach_desktop.features.evidence.truth.figures import Figure, calendar_years
from careercoach_desktop.features.evidence.truth.levels import level_in
from careercoach_desktop.features.evidence.truth.names import unknown_names
from careercoach_desktop.features.evidence.truth.qualifications import qualifications
from careercoach_desktop.features.evidence.truth.wording import (
    clause_words,
    content_words,
    counted_noun,
    near_words,
    same_word,
    shared,
)
from careercoach_desktop.features.evidence.vocabulary.skills import Hit, Skill, SkillKind, skill_list
from careercoach_desktop.features.evidence.vocabulary.tokens import stems

_EXPERIENCE = re.compile(
    r"experien|expérien|erfahrung|praxis|background|career|carrera|carrière|trayectoria|working|work "
    r"as|years (?:as|in|of)|jahre (?:als|in|im)|ans (?:comme|en|dans|d)|años (?:como|en|de)",
    re.IGNORECASE,
)
_GRADE = re.compile(r"(?<!\w)\d+(?!\w)")
_YEAR_WORD = re.compile(r"year|yr|jahr|\bans?\b|année|año", re.IGNORECASE)
MOST_QUOTES = 3


@dataclass(frozen=True, slots=True)
class Standpoint:
    """Where a sentence stands: its path in the draft and the entry around it (both empty for plain text)."""

    path: str = ""
    entry: str = ""

    @property
    def is_bullet(self) -> bool:
        return bool(self.entry)


class Tracer:
    """Traces the claims of one sentence at one place."""

    def __init__(self, evidence: EvidenceBase, standpoint: Standpoint, text: str) -> None:
        self._evidence = evidence
        self._at = standpoint
        quote = Quote(path=standpoint.path, label="", text=text)
        self._said = read_fragment(quote, standpoint.entry, PassageKind.PROSE)
        self._own = evidence.by_path.get(standpoint.path, []) if standpoint.path else []
        self._entry = evidence.of_entry(standpoint.entry) if standpoint.entry else []
        self._content = content_words(self._said.tokens)

    def claims(self) -> Iterator[Claim]:
        """Every checkable claim, supported or not."""
        unchanged = any(_same_text(each.quote.text, self._said.quote.text) for each in self._own)
        if unchanged:
            yield from self._as_it_was()
            return
        yield from self._skills()
        yield from self._figures()
        yield from self._calendar()
        yield from self._names()
        yield from self._titles()
        for each in qualifications(self._said.quote.text, self._evidence):
            yield self._claim(each.kind, each.text, each.proof, each.reason)

    def _claim(self, kind: ClaimKind, text: str, proof: Iterable[Fragment], reason: str = "") -> Claim:
        quotes = list(dict.fromkeys(each.quote for each in proof))[:MOST_QUOTES]
        return Claim(
            kind=kind,
            text=text,
            path=self._at.path,
            supported=not reason,
            evidence=quotes if not reason else [],
            reason=reason,
        )

    def _as_it_was(self) -> Iterator[Claim]:
        proof = [each for each in self._own if _same_text(each.quote.text, self._said.quote.text)][:1]
        for hit in self._said.hits:
            if hit.skill.kind is not SkillKind.SOFT:
                yield self._claim(ClaimKind.SKILL, hit.skill.name, proof)
        for figure in self._said.figures:
            yield self._claim(ClaimKind.NUMBER, figure.text, proof)

    def _place_name(self) -> str:
        return self._evidence.entry_names.get(self._at.entry, "") or "this entry"

    # Skills

    def _skills(self) -> Iterator[Claim]:
        for hit in self._said.hits:
            if hit.skill.kind is SkillKind.SOFT:
                continue
            kind = ClaimKind.CERTIFICATE if hit.skill.kind is SkillKind.CERTIFICATE else ClaimKind.SKILL
            proof = self._evidence.skills.get(hit.skill, [])
            here = self._proof_here(proof) if self._at.is_bullet else proof
            if hit.skill.kind is SkillKind.METHOD and not here:
                here = proof or self._in_other_words(hit) or self._of_its_trade(hit)
            here = self._same_grade(hit, here)
            if here:
                yield self._language_level(hit, here) or self._claim(kind, hit.skill.name, here)
            elif proof:
                yield self._claim(
                    kind, hit.skill.name, (), f"Your evidence does not tie {hit.skill.name} to {self._place_name()}."
                )
            else:
                yield self._claim(kind, hit.skill.name, (), f"{hit.skill.display} is not in your evidence.")

    def _same_grade(self, hit: Hit, proof: list[Fragment]) -> list[Fragment]:
        """ "Level 3" is no proof of "Level 7": grades within a certificate's name must stand in the evidence too."""
        if hit.skill.kind not in {SkillKind.CERTIFICATE, SkillKind.METHOD}:
            return proof
        grades = set(_GRADE.findall(hit.surface))
        return [each for each in proof if grades <= set(_GRADE.findall(each.quote.text))]

    def _proof_here(self, proof: list[Fragment]) -> list[Fragment]:
        """Evidence of the same entry, or notes that speak of the same thing."""
        return [
            each
            for each in proof
            if (each.entry and each.entry == self._at.entry)
            or self._at.entry in each.entries
            or (
                each.is_note
                and not each.entries
                and shared(self._content - self._skill_words(), content_words(each.tokens))
            )
        ]

    def _skill_words(self) -> set[str]:
        return {word for hit in self._said.hits for word in self._said.tokens.words[hit.first : hit.last]}

    def _in_other_words(self, hit: Hit) -> list[Fragment]:
        """A method is also proved by its words standing together elsewhere ("trained new colleagues" – staff
        training)."""
        words = [word for word in self._said.tokens.words[hit.first : hit.last] if len(word) > 2]
        return [
            each
            for each in self._evidence.fragments
            if words and all(any(same_word(word, other) for other in each.tokens.words) for word in words)
        ]

    def _of_its_trade(self, hit: Hit) -> list[Fragment]:
        """A trade as a whole ("hospitality") is proved by any of its skills."""
        if hit.skill.name != hit.skill.category:
            return []
        known = self._evidence.skills.items()
        return [each for skill, proof in known if skill.category == hit.skill.category for each in proof]

    def _language_level(self, hit: Hit, proof: list[Fragment]) -> Claim | None:
        if hit.skill.kind is not SkillKind.LANGUAGE:
            return None
        said = level_in(self._said.quote.text)
        if said is None:
            return None
        known = [level for each in proof if (level := level_in(each.quote.text)) is not None]
        if known and max(known) >= said:
            return None
        return self._claim(
            ClaimKind.SKILL, hit.skill.name, (), f"Your evidence does not show this level of {hit.skill.name}."
        )

    # Figures

    def _figures(self) -> Iterator[Claim]:
        for figure in self._said.figures:
            if figure.unit == "month" and self._is_experience(figure):
                yield self._experience(figure)
                continue
            same_value = [(each, other) for each in self._scope() for other in each.figures if figure.agrees(other)]
            proof = [each for each, other in same_value if self._in_context(figure, each, other)]
            if proof:
                yield self._claim(ClaimKind.NUMBER, figure.text, proof)
            elif same_value:
                yield self._claim(
                    ClaimKind.NUMBER, figure.text, (), f"Your evidence gives {figure.text} for something else."
                )
            else:
                yield self._claim(
                    ClaimKind.NUMBER, figure.text, (), f"The figure {figure.text} is not in your evidence here."
                )

    def _scope(self) -> list[Fragment]:
        if not self._at.is_bullet:
            named = self._named_entries()
            if not named:
                return self._evidence.fragments
            # A sentence about one employer is not proved by figures of another.
            return [each for each in self._evidence.fragments if not each.entry or each.entry in named]
        notes = [each for each in self._evidence.fragments if each.is_note and not each.entries]
        return [*self._own, *(each for each in self._entry if each not in self._own), *notes]

    def _in_context(self, figure: Figure, each: Fragment, other: Figure) -> bool:
        """Whether evidence uses the figure for the same thing: what it counts, and the clause around it."""
        said, tokens = self._said.tokens, each.tokens
        near = near_words(tokens, other.start, other.end)
        noun = counted_noun(said, figure.end)
        if not figure.unit and noun and not any(same_word(word, there) for word in noun for there in near):
            return False
        rivals = [rival for rival in each.figures if rival.unit == other.unit and rival is not other]
        if each.quote.path == self._at.path and not rivals:
            return True
        mine = clause_words(said, figure.start, figure.end)
        theirs = clause_words(tokens, other.start, other.end)
        if rivals:
            if not self._same_role(figure, each, other):
                return False
            return self._closest(mine, each, other, rivals)
        return shared(mine, theirs) >= min(2, len(mine)) or shared(self._content, content_words(tokens)) >= 3

    def _closest(self, mine: set[str], each: Fragment, other: Figure, rivals: list[Figure]) -> bool:
        """Among several figures of a sentence, the one whose clause shares most with the draft's clause."""
        score = shared(mine, clause_words(each.tokens, other.start, other.end))
        best = max(shared(mine, clause_words(each.tokens, rival.start, rival.end)) for rival in rivals)
        return score >= best and (score > 0 or not mine)

    def _same_role(self, figure: Figure, each: Fragment, other: Figure) -> bool:
        """ "from 6 h to 50 min" must not become "from 50 min to 6 h"."""
        mine, theirs = _direction(self._said.quote.text, figure), _direction(each.quote.text, other)
        return not mine or not theirs or mine == theirs

    def _is_experience(self, figure: Figure) -> bool:
        if _EXPERIENCE.search(self._said.quote.text) is not None:
            return True
        return not self._at.is_bullet and _YEAR_WORD.search(figure.text) is not None

    def _tools_after(self, figure: Figure) -> list[Skill]:
        """Tools named right after a figure: "six years of *Airflow*"."""
        text, starts = self._said.quote.text, self._said.tokens.starts
        return [
            hit.skill
            for hit in self._said.hits
            if hit.skill.kind is SkillKind.TOOL
            and starts[hit.first] > figure.end
            and re.fullmatch(r"[^,.;]{0,30}", text[figure.end : starts[hit.first]])
        ]

    def _experience(self, figure: Figure) -> Claim:
        years = max(figure.values) / 12
        for skill in self._tools_after(figure):
            if self._evidence.years_with(skill) + 0.1 < years:
                return self._claim(
                    ClaimKind.NUMBER, figure.text, (), f"Your dated entries don’t show {figure.text} with {skill.name}."
                )
        direct = [
            each
            for each in self._scope()
            for other in each.figures
            if figure.unit == other.unit and figure.agrees(other) and self._in_context(figure, each, other)
        ]
        if direct:
            return self._claim(ClaimKind.NUMBER, figure.text, direct)
        worked = self._evidence.years_of_work()
        if years > worked + 0.1:
            return self._claim(
                ClaimKind.NUMBER, figure.text, (), f"Your dates add up to {int(worked + 0.1)} years of work."
            )
        entries = {job.id for job in self._evidence.resume.work}
        dated = [
            each for each in self._evidence.fragments if each.entry in entries and each.quote.path.endswith(".position")
        ]
        return self._claim(ClaimKind.NUMBER, figure.text, dated)

    # Calendar years

    def _calendar(self) -> Iterator[Claim]:
        for year, start, end in calendar_years(self._said.quote.text):
            text = self._said.quote.text[start:end]
            if self._at.is_bullet:
                known = year in self._evidence.calendar_of(self._at.entry)
                proof = [each for each in self._entry if year in each.years or known]
            else:
                entries = self._named_entries()
                proof = [
                    each
                    for each in self._evidence.fragments
                    if (year in each.years or year in self._evidence.calendar_of(each.entry))
                    and (not entries or each.entry in entries or entries & each.entries)
                ]
            reason = "" if proof else f"The year {text} does not match the dates in your evidence."
            yield self._claim(ClaimKind.DATE, text, proof, reason)

    def _named_entries(self) -> set[str]:
        words = self._said.words
        return {
            entry
            for entry, name in self._evidence.entry_names.items()
            if (parts := [word for word in stems(name) if len(word) > 3]) and parts[0] in words
        }

    # Names, titles, degrees

    def _names(self) -> Iterator[Claim]:
        spans = [(hit.first, hit.last) for hit in self._said.hits]
        for name, is_employer in unknown_names(
            self._said.tokens, spans, self._evidence.words, self._evidence.resume.language
        ):
            kind = ClaimKind.EMPLOYER if is_employer else ClaimKind.SKILL
            yield self._claim(kind, name, (), f"{name} is not in your evidence.")

    def _titles(self) -> Iterator[Claim]:
        text = self._said.quote.text
        scope = self._entry + self._own if self._at.is_bullet else self._evidence.fragments
        words = {word for each in scope for word in each.tokens.words}
        for phrase, kind in titles.ranks_in(text):
            trade = self._same_trade(phrase) if kind == "role" else []
            if trade:
                yield self._claim(ClaimKind.TITLE, phrase, trade)
            elif titles.has_word(phrase, words):
                proof = [each for each in scope if titles.has_word(phrase, set(each.tokens.words))]
                yield self._claim(ClaimKind.TITLE, phrase, proof)
            elif kind == "rank" or not self._at.is_bullet:
                yield self._claim(ClaimKind.TITLE, phrase, (), f"“{phrase}” is not a title in your evidence.")
        led = titles.leads(text)
        if led and self._at.is_bullet and not any(titles.shows_leading(each.quote.text, "") for each in scope):
            yield self._claim(ClaimKind.TITLE, led, (), f"Your evidence does not say that you {_as_verb(led)} this.")

    def _same_trade(self, role: str) -> list[Fragment]:
        """Titles held that name the same occupation in another word ("enseignante" for "professeure")."""
        names = [hit.skill for hit in skill_list().find_in(role)]
        held = {PassageKind.NAME, PassageKind.SUMMARY}
        return [each for skill in names for each in self._evidence.skills.get(skill, ()) if each.kind in held]


def _same_text(one: str, other: str) -> bool:
    return " ".join(one.split()).casefold().rstrip(".") == " ".join(other.split()).casefold().rstrip(".")


def _as_verb(led: str) -> str:
    return led.casefold() if led.casefold().endswith(("ed", "led", "saw")) else "led"


def _direction(text: str, figure: Figure) -> str:
    before = text[max(0, figure.start - 8) : figure.start].casefold()
    found = re.search(r"\b(from|to|von|auf|de|à|desde|a|by|um)\s*[€$£]?\s?$", before)
    if not found:
        return ""
    return {
        "from": "from",
        "von": "from",
        "de": "from",
        "desde": "from",
        "to": "to",
        "auf": "to",
        "à": "to",
        "a": "to",
    }.get(found[1], "by")
