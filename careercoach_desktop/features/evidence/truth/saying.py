"""One sentence of a draft at its place, read once: what every kind of claim is looked for in."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from careercoach_desktop.features.evidence.career import PassageKind
from careercoach_desktop.features.evidence.model import ClaimKind, Quote
from careercoach_desktop.features.evidence.truth.addressing import addressed_by, is_told_of_me
from careercoach_desktop.features.evidence.truth.base import EvidenceBase, Fragment, read_fragment
from careercoach_desktop.features.evidence.truth.voice import Voice
from careercoach_desktop.features.evidence.truth.wishes import WISH
from careercoach_desktop.features.evidence.truth.wording import Words, content_words, is_content, shared
from careercoach_desktop.features.evidence.vocabulary.tokens import stems

_PARTS = re.compile(
    r"[;!?()\n–—]|(?<!\d)[,.:]|[,.:](?!\d)|\s-\s|\b(?:and|und|et|y|while|whereas|sowie|puis|then)\b", re.IGNORECASE
)
_SINCE = re.compile(
    r"\b(?:since|seit|depuis|desde|(?:started|began|begun|joined|angefangen|begann|begonnen|startete|commencé|débuté|"
    r"empecé|comencé|entré)(?: out)?(?: in| en| im)?)\b[^,;]{0,16}?\b((?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_SUMMARY = "basics.summary"
_EARLIER = re.compile(
    r"\b(?:previously|before that|earlier|formerly|beforehand|prior to that|davor|zuvor|vorher|früher|"
    r"auparavant|précédemment|avant cela|plus tôt|antes|anteriormente|previamente)\b",
    re.IGNORECASE,
)
"""A part of the sentence that is about another place than the one named."""
_NEXT = re.compile(
    r"\b(?:then|finally|lastly|afterwards|subsequently|later|next|dann|danach|schließlich|zuletzt|anschließend|später|"
    r"puis|ensuite|enfin|finalement|luego|después|finalmente|por último|más tarde|posteriormente)\b",
    re.IGNORECASE,
)
"""A step to the next place of a life told in order."""
_ONWARDS = re.compile(
    r"^(?:since then|ever since|seitdem|seither|depuis|desde entonces|today|now|heute|aujourd['’]hui|hoy|ahora)\b",
    re.IGNORECASE,
)
"""“Since then I …”: goes on in what is held now."""
_THERE = re.compile(
    r"^(?:it was there|that is where|there|here|c['’]est là|fue allí|es war dort|in (?:this|that|my current|"
    r"my) (?:role|position|job|post)|during (?:this|that) time|since then|"
    r"dort|hier|in dieser (?:rolle|position|funktion|stelle|zeit)|seitdem|seither|da habe ich|"
    r"là|ici|j['’]y|dans ce (?:poste|rôle|cadre)|à ce poste|depuis|"
    r"allí|ahí|aquí|en (?:este|ese|dicho) (?:puesto|cargo)|desde entonces)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Standpoint:
    """Where a sentence stands: its path in the draft and the entry around it (both empty for plain text)."""

    path: str = ""
    entry: str = ""

    @property
    def is_bullet(self) -> bool:
        return bool(self.entry)

    @property
    def is_letter(self) -> bool:
        return not self.path and not self.entry


@dataclass(frozen=True, slots=True)
class Found:
    """A claim that was found, and what was found for it; ``reason`` is the objection, empty when it is proved."""

    kind: ClaimKind
    text: str
    proof: tuple[Fragment, ...] = ()
    reason: str = ""


@dataclass(slots=True)
class Saying:
    """The sentence, who speaks in it, and the evidence that may prove it."""

    evidence: EvidenceBase
    at: Standpoint
    text: str
    carried: frozenset[str] = frozenset()
    """Entries the sentence before spoke of, when this one goes on about them ("There I …")."""
    posting: Fragment | None = None
    addressee: frozenset[str] = frozenset()
    """Comparable words of the employer's name a letter is written to."""
    language: str = ""
    read: Fragment = field(init=False)
    voice: Voice = field(init=False)
    own: list[Fragment] = field(init=False)
    content: Words = field(init=False)
    named: list[tuple[int, frozenset[str]]] = field(init=False)
    """Places at which an entry is named, with the entries meant."""

    def __post_init__(self) -> None:
        quote = Quote(path=self.at.path, label="", text=self.text)
        self.read = read_fragment(quote, self.at.entry, PassageKind.PROSE, self.language)
        self.voice = Voice(self.text, self.at.is_letter, self.language, summary=self.at.path == _SUMMARY)
        self.own = self.evidence.by_path.get(self.at.path, []) if self.at.path else []
        self.content = content_words(self.read.tokens)
        self.named = [] if self.at.is_bullet else self._named()
        if not _THERE.match(self.text):
            self.carried = frozenset()
        elif self.carried and _ONWARDS.match(self.text):
            self.carried |= {job.id for job in self.evidence.resume.work if job.current or not job.end}

    def _named(self) -> list[tuple[int, frozenset[str]]]:
        tokens, found = self.read.tokens, []
        for at, word in enumerate(tokens.words):
            entries = self.evidence.named_by.get(word)
            if entries and tokens.surface(at, at + 1)[:1].isupper():
                found.append((tokens.starts[at], frozenset(self._meant(word, entries))))
        return found

    def _meant(self, word: str, entries: set[str]) -> set[str]:
        """Of entries that share a word ("Leeds"), those of which the sentence says another word too."""
        if len(entries) < 2:
            return entries
        others = self.read.content - {word}
        closer = {
            entry
            for entry in entries
            if shared(
                {each for each in stems(self.evidence.entry_names[entry]) if is_content(each) and each != word}, others
            )
        }
        return closer or entries

    @property
    def entries(self) -> frozenset[str]:
        """All entries the sentence is about, by name."""
        return frozenset(entry for _, entries in self.named for entry in entries) or self.carried

    def entries_at(self, start: int) -> frozenset[str]:
        """The entries that what stands at ``start`` is told of: named in the same part of the sentence, or before."""
        if not self.named:
            return self.carried
        left, right = self.part(start)
        nearest = sorted(self.named, key=lambda pair: abs(pair[0] - start))
        inside = [entries for place, entries in nearest if left <= place < right]
        if not inside and _EARLIER.search(self.text, left, right):
            return frozenset()
        if not inside and (begun := self._begun(left, right)):
            return begun
        before = [entries for place, entries in self.named if place < start]
        if inside or before:
            return (inside or before[-1:])[0]
        place, entries = min(((place, entries) for place, entries in self.named), key=lambda pair: pair[0])
        return frozenset() if self._comes_later(start, place) else entries

    def _comes_later(self, start: int, place: int) -> bool:
        """Whether a name stands in its own clause or after a step in time: "…, but at Acme I", "…, finally Acme"."""
        own_clause = self.voice.speaks_of_me and self.voice.clause(start) != self.voice.clause(place)
        return own_clause or _NEXT.search(self.text, start, place) is not None

    def told_to(self, name: str) -> bool:
        """Whether it is the name of the employer addressed, or of something that employer's posting speaks of, in a
        sentence that does not say the person had to do with it."""
        words = stems(name)
        if words and all(word in self.addressee for word in words):
            return True
        start = self.text.find(name)
        if self.seeker and self._names_the_seeker(words, start):
            return True
        return (
            self.posting is not None
            and self.voice.unclaimed(start)
            and all(word in self.posting.words for word in words)
        )

    @property
    def seeker(self) -> frozenset[str]:
        """Comparable words of who seeks in the posting, and where."""
        return addressed_by(self.posting.quote.text) if self.posting is not None else frozenset()

    def _names_the_seeker(self, words: tuple[str, ...], start: int) -> bool:
        spoken_to = self.at.is_letter or (self.at.path == _SUMMARY and WISH.search(self.text) is not None)
        named = all(word in self.seeker or not is_content(word) for word in words)
        return spoken_to and named and not is_told_of_me(self.text, start)

    def in_seekers_name(self, first: int, last: int) -> bool:
        """Whether words ``first`` up to ``last`` are a part of the name of who seeks ("Sulmtal *Hydraulik* SE")."""
        tokens, seeker = self.read.tokens, self.seeker
        beside = [at for at in (first - 1, last) if 0 <= at < len(tokens) and tokens.gap(max(at, first)) in {" ", "-"}]
        return all(tokens.words[at] in seeker for at in range(first, last)) and any(
            tokens.words[at] in seeker and tokens.surface(at, at + 1)[:1].isupper() for at in beside
        )

    def _begun(self, left: int, right: int) -> frozenset[str]:
        """ "and since June 2019 …": a part that names no entry, but the year another one began."""
        since = _SINCE.search(self.text, left, right)
        if since is None:
            return frozenset()
        began = {entry for entry, (start, _) in self.evidence.dates.items() if start[:4] == since[1]}
        return frozenset(began - self.evidence.papers)

    def part(self, start: int) -> tuple[int, int]:
        """Where the part of the sentence around ``start`` begins and ends: up to the next comma or "and"."""
        left, right = 0, len(self.text)
        for found in _PARTS.finditer(self.text):
            if found.end() <= start:
                left = found.end()
            elif found.start() >= start:
                right = found.start()
                break
        return left, right

    def parts(self) -> list[tuple[int, int]]:
        """All parts of the sentence, none empty."""
        found, left = [], 0
        for mark in _PARTS.finditer(self.text):
            found.append((left, mark.start()))
            left = mark.end()
        found.append((left, len(self.text)))
        return [(one, two) for one, two in found if self.text[one:two].strip()]

    @property
    def name_words(self) -> set[str]:
        """The words by which entries are named in the sentence."""
        return {word for word in self.read.words if word in self.evidence.named_by}

    def words_between(self, left: int, right: int) -> set[str]:
        """Content words from character ``left`` to ``right``."""
        tokens = self.read.tokens
        return {
            tokens.words[at]
            for at in range(len(tokens))
            if left <= tokens.starts[at] < right and is_content(tokens.words[at])
        }

    def scope(self, start: int = 0) -> list[Fragment]:
        """The evidence that may prove what stands at ``start``."""
        evidence = self.evidence
        if self.at.is_bullet:
            entry = evidence.of_entry(self.at.entry)
            notes = [each for each in evidence.fragments if each.is_note and not each.entries]
            return [*self.own, *(each for each in entry if each not in self.own), *notes]
        named = self.entries_at(start)
        if not named:
            return evidence.fragments
        # A sentence about one employer is not proved by what was done at another.
        return [
            each
            for each in evidence.fragments
            if each.entry in named
            or named & each.entries
            or (each.entry not in evidence.entry_names and not each.entries)
        ]

    def likest(self, words: set[str], scope: list[Fragment], least: int = 1) -> list[tuple[int, Fragment]]:
        """Fragments by how many of the words they share, the most first."""
        scored = [(shared(words, each.content), each) for each in scope]
        return sorted((pair for pair in scored if pair[0] >= least), key=lambda pair: -pair[0])
