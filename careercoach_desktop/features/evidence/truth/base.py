"""The person's evidence, cut into fragments that can be quoted: what a claim is traced to.

The résumé gives fragments that know their entry; profile notes and anything the person adds give fragments that
belong to
the entries they name. A posting is never evidence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from careercoach_desktop.features.evidence.career import PassageKind, Span, passages, place_text, span_of, years_covered
from careercoach_desktop.features.evidence.model import Quote
from careercoach_desktop.features.evidence.truth.figures import Figure, calendar_years, figures
from careercoach_desktop.features.evidence.truth.names import name_words
from careercoach_desktop.features.evidence.truth.wording import Words, content_words, is_content
from careercoach_desktop.features.evidence.vocabulary.abbreviations import written_out
from careercoach_desktop.features.evidence.vocabulary.degrees import DegreeLevel
from careercoach_desktop.features.evidence.vocabulary.occupations import Naming, namings, neutral
from careercoach_desktop.features.evidence.vocabulary.skills import Hit, Skill, SkillKind, skill_list
from careercoach_desktop.features.evidence.vocabulary.tokens import Tokens, fold, language_told, stems, tokenize
from careercoach_desktop.features.resumes.model import Education, Project, ResumeData, Volunteer, Work
from careercoach_desktop.foundation.clock import today_here

NOTES = "profile.notes"
_CLOSING = "\"'”’»)\\]"
_SENTENCE = re.compile(
    rf"(?<=[^\W\d_][.!?])\s+(?=\S)|(?<=[\d%‰€£${_CLOSING}][.!?])\s+(?=[A-ZÀ-Þ])|"
    rf"(?<=[.!?][{_CLOSING}])\s+(?=[A-ZÀ-Þ])|\n+"
)
"""After a word; after a figure, a sign or a bracket, before or after the stop, when a capital begins the next."""
_SHORTENED = re.compile(
    r"(?:\b[A-Za-zÄÖÜ]|\b(?:ca|bzw|inkl|usw|evtl|ggf|sog|vgl|Dr|Prof|Mr|Mrs|Ms|St|Ste|No|Nr|approx|incl|e\.g|i\.e|"
    r"env|Mme|Mlle|Sr|Sra|"
    r"Dpto|Ltd|Inc|Co|Corp|max|min|Mio|Mrd|Tsd|Std|Abt|Str|ej|aprox|vs|resp|Jan|Feb|Aug|Sept|Oct|Okt|Nov|Dec|Dez))\.$"
)


def sentences(text: str) -> list[str]:
    """Sentences and lines of a text, none empty; "v. H." and "S. L." end none."""
    found: list[str] = []
    for line in text.split("\n"):
        first = True
        for part in _SENTENCE.split(line):
            if not part.strip():
                continue
            if not first and _SHORTENED.search(found[-1]):
                found[-1] += f" {part.strip()}"
            else:
                found.append(part.strip())
            first = False
    return [piece for part in found for piece in _pieces(part)]


_LONGEST = 1500


def _pieces(sentence: str) -> Iterator[str]:
    """Nobody writes longer sentences; a text without an end is read in pieces, so that time stays in proportion."""
    while len(sentence) > _LONGEST:
        cut = sentence.rfind(" ", 0, _LONGEST)
        cut = cut if cut > 0 else _LONGEST
        yield sentence[:cut]
        sentence = sentence[cut:].strip()
    if sentence:
        yield sentence


@dataclass(slots=True)
class Fragment:
    """A sentence of evidence, read once."""

    quote: Quote
    entry: str
    kind: PassageKind
    tokens: Tokens
    hits: list[Hit]
    figures: list[Figure]
    years: set[int]
    language: str
    entries: set[str] = field(default_factory=set)
    """For notes: the entries whose employer or project they name."""
    namings: list[Naming] | None = None
    neutral: frozenset[str] | None = None
    degrees: set[DegreeLevel] | None = None
    months: list[tuple[int, int | None]] | None = None
    """Years with their months, as they are written."""
    words: set[str] = field(init=False)
    content: Words = field(init=False)
    """Those of the words that carry meaning."""

    def __post_init__(self) -> None:
        self.words = set(self.tokens.words)
        self.content = content_words(self.tokens)

    @property
    def is_note(self) -> bool:
        return self.quote.path == NOTES or self.quote.path.startswith("extra")


_NAMES = {SkillKind.TOOL, SkillKind.CERTIFICATE}


def _is_a_name(hit: Hit) -> bool:
    """A product, a paper, or a method of several words written like a name ("Lean *Six* Sigma")."""
    return hit.skill.kind in _NAMES or (hit.last - hit.first > 1 and hit.surface.istitle())


def read_fragment(quote: Quote, entry: str, kind: PassageKind, language: str = "", *, ones: bool = True) -> Fragment:
    """Tokens, skills, figures and years of one sentence."""
    tokens = tokenize(quote.text)
    language = language_told(quote.text, language)
    listed = kind in {PassageKind.SKILL, PassageKind.LANGUAGE, PassageKind.CERTIFICATE}
    hits = skill_list().find(tokens, listed=listed)
    # Numbers in a name ("ISO 27001") are no figures of a sentence, but "level 2" of a certificate may be told of alone.
    spans = [] if listed else [(tokens.starts[hit.first], tokens.ends[hit.last - 1]) for hit in hits if _is_a_name(hit)]
    years = {year for year, _, _ in calendar_years(quote.text)}
    return Fragment(quote, entry, kind, tokens, hits, figures(quote.text, spans, language, ones=ones), years, language)


_GLOSS = re.compile(r"(?<!\w)((?:[\w’'-]+\s){2,8})\(([A-ZÀ-Þ]{2,6})\)")


def glossed_in(text: str) -> set[str]:
    """Short forms in brackets behind what they are short for, in whatever order their letters stand in another language
    ("Agence européenne des médicaments (*EMA*)")."""
    found = set()
    for gloss in _GLOSS.finditer(text):
        letters = sorted(fold(gloss[2]))
        heads = [word[:1] for part in gloss[1].split() if is_content(word := fold(part.split("'")[-1].split("’")[-1]))]
        if sorted(heads[-len(letters) :]) == letters:
            found.add(gloss[2])
    return found


def initials_of(tokens: Tokens) -> set[str]:
    """What two to five words of a phrase are shortened to (``intensive care unit`` → ``icu``), without small words."""
    found = set()
    for first in range(len(tokens)):
        letters = ""
        for at in range(first, min(first + 6, len(tokens))):
            if at > first and not tokens.joined[at]:
                break
            if at == first or is_content(tokens.words[at]):
                letters += tokens.words[at][:1]
            if len(letters) >= 2 and is_content(tokens.words[at]):
                found.add(letters)
    return found


@dataclass(slots=True)
class EvidenceBase:
    """Everything that may be claimed. Build it with ``from_resume``."""

    resume: ResumeData
    today: date
    fragments: list[Fragment] = field(default_factory=list)
    by_path: dict[str, list[Fragment]] = field(default_factory=dict)
    by_entry: dict[str, list[Fragment]] = field(default_factory=dict)
    """Fragments of an entry and the notes that name it."""
    words: set[str] = field(default_factory=set)
    skills: dict[Skill, list[Fragment]] = field(default_factory=dict)
    spans: dict[str, Span] = field(default_factory=dict)
    entry_names: dict[str, str] = field(default_factory=dict)
    """Entry id → employer, organisation, school or project."""
    texts: dict[str, Quote] = field(default_factory=dict)
    """Whole texts of the résumé, lower case, for values that stay as they are."""
    named_by: dict[str, set[str]] = field(default_factory=dict)
    """Comparable word → entries whose employer, school or project it names."""
    initials: set[str] = field(default_factory=set)
    """What names of several words in evidence are shortened to: ``ils`` for Immediate Life Support."""
    dates: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Entry id → the days it began and ended, as written; a paper has one day for both."""
    papers: set[str] = field(default_factory=set)
    """Ids of schools, certificates, awards and publications: what is obtained on a day, not done over years."""
    awards: set[str] = field(default_factory=set)
    """Ids of awards."""
    tongues: dict[str, Skill] = field(default_factory=dict)
    """Comparable name → language of the résumé."""
    home: dict[str, str] = field(default_factory=dict)
    """Bullet id → id of the entry it stands in."""

    @classmethod
    def from_resume(
        cls, resume: ResumeData, profile_notes: str = "", extra: Sequence[Quote] = (), *, today: date | None = None
    ) -> EvidenceBase:
        """The evidence of a résumé (hidden parts included: they are true all the same), the notes and ``extra`` quotes.

        ``today`` ends current jobs when years are added up; without it the real date is asked.
        """
        base = cls(resume, today or today_here())
        base._name_entries()
        for passage in passages(resume, with_hidden=True):
            whole = Quote(path=passage.path, label=passage.label, text=passage.text)
            base.texts.setdefault(passage.text.casefold().strip(), whole)
            for text in sentences(passage.text):
                quote = Quote(path=passage.path, label=passage.label, text=text)
                base._add(read_fragment(quote, passage.entry, passage.kind, resume.language))
            if passage.kind is PassageKind.BULLET:
                base.home[passage.path] = passage.entry
        base._add_details()
        notes = [Quote(path=NOTES, label="Your notes", text=text) for text in sentences(profile_notes)]
        for quote in notes:
            base._add_told([quote])
        for path in dict.fromkeys(quote.path for quote in extra):
            base._add_told([quote for quote in extra if quote.path == path])
        return base

    def _add_details(self) -> None:
        """What stands in fields that are no passages: grades, levels, days of papers, where the person lives."""
        resume, language = self.resume, self.resume.language
        details = [(f"{school.id}.score", school.id, school.score) for school in resume.education]
        details += [(f"{group.id}.level", group.id, group.level) for group in resume.skills]
        details += [(f"{paper.id}.date", paper.id, f"{paper.name} {paper.date or ''}") for paper in resume.certificates]
        details += [(f"{award.id}.date", award.id, f"{award.title} {award.date or ''}") for award in resume.awards]
        details += [
            (f"{work.id}.release_date", work.id, f"{work.name} {work.release_date or ''}")
            for work in resume.publications
        ]
        details += [(f"{job.id}.location", job.id, job.location) for job in resume.work]
        details += [(f"{school.id}.location", school.id, school.location) for school in resume.education]
        days = [(paper.id, paper.date) for paper in resume.certificates]
        days += [(award.id, award.date) for award in resume.awards]
        days += [(work.id, work.release_date) for work in resume.publications]
        for paper_id, day in days:
            self.papers.add(paper_id)
            if day:
                self.dates[paper_id] = (day, day)
        for tongue in resume.languages:
            listed = skill_list().find_in(tongue.language, listed=True)
            skill = listed[0].skill if listed else Skill(tongue.language, SkillKind.LANGUAGE, "languages", "")
            for word in stems(tongue.language)[:1]:
                self.tongues[word] = skill
            if not listed:
                self.skills.setdefault(skill, []).extend(each for each in self.fragments if each.entry == tongue.id)
        self.awards = {award.id for award in resume.awards}
        self.papers |= {school.id for school in resume.education}
        details.append(("basics.name", "", resume.basics.name))
        details.append(("basics.location", "", place_text(resume.basics.location)))
        details.append(("basics.location", "", resume.basics.location.city))
        for path, entry, text in details:
            if text.strip():
                label = "Details" if not entry else self.entry_names.get(entry, "Details")
                quote = Quote(path=path, label=label, text=text.strip())
                self._add(read_fragment(quote, entry, PassageKind.OTHER, language))

    def _add_told(self, quotes: Sequence[Quote]) -> None:
        """What the person tells in one go: a story that names an employer once is about that employer throughout."""
        told = [
            read_fragment(quote.model_copy(update={"text": text}), "", PassageKind.PROSE, self.resume.language)
            for quote in quotes
            for text in sentences(quote.text)
        ]
        named = {entry for fragment in told for entry in self._entries_named(fragment)}
        for fragment in told:
            fragment.entries = named
            self._add(fragment)

    def _name_entries(self) -> None:
        resume = self.resume
        for job in resume.work:
            self.entry_names[job.id] = job.name
        for post in resume.volunteer:
            self.entry_names[post.id] = post.organization
        for project in resume.projects:
            self.entry_names[project.id] = project.name
        for school in resume.education:
            self.entry_names[school.id] = school.institution
        for named, name in self.entry_names.items():
            for word in name_words(name):
                self.named_by.setdefault(word, set()).add(named)
        dated: list[Work | Volunteer | Project | Education] = [
            *resume.work,
            *resume.volunteer,
            *resume.projects,
            *resume.education,
        ]
        for entry in dated:
            if entry.start or entry.end:
                self.dates[entry.id] = (entry.start or "", entry.end or "")
            span = span_of(entry, self.today)
            if span is not None:
                self.spans[entry.id] = span

    def _entries_named(self, fragment: Fragment) -> set[str]:
        return {entry for word in fragment.words for entry in self.named_by.get(word, ())}

    def _add(self, fragment: Fragment) -> None:
        self.fragments.append(fragment)
        self.by_path.setdefault(fragment.quote.path, []).append(fragment)
        for entry in {fragment.entry, *fragment.entries} - {""}:
            self.by_entry.setdefault(entry, []).append(fragment)
        self.words.update(fragment.tokens.words)
        self.initials.update(initials_of(fragment.tokens))
        for hit in fragment.hits:
            self.skills.setdefault(hit.skill, []).append(fragment)
            for other in skill_list().implied(hit.skill):
                self.skills.setdefault(other, []).append(fragment)

    def knows_name(self, name: str) -> bool:
        """Whether a name stands in evidence in short, or in full where the draft shortens it."""
        words = stems(name)
        if self.in_full(words):
            return True
        return all(word in self.words or word in self.initials or self.in_full((word,)) for word in words) or (
            len(words) > 1 and "".join(word[:1] for word in words) in self.words
        )

    def in_full(self, words: tuple[str, ...]) -> list[Fragment]:
        """Fragments that write a short form out, or shorten what is written out, in any of the four languages."""
        others = [other for other in written_out(words) if other and all(word in self.words for word in other)]
        return [each for each in self.fragments if any(each.words.issuperset(other) for other in others)]

    def namings_of(self, fragment: Fragment) -> list[Naming]:
        """The titles a fragment names, read when first asked."""
        if fragment.namings is None:
            fragment.namings = namings(fragment.quote.text, fragment.tokens)
        return fragment.namings

    def neutral_of(self, fragment: Fragment) -> frozenset[str]:
        """Its words without grammatical gender."""
        if fragment.neutral is None:
            fragment.neutral = frozenset(neutral(word) for word in fragment.words)
        return fragment.neutral

    def of_entry(self, entry: str) -> list[Fragment]:
        """Fragments of one entry and the notes that name it."""
        return self.by_entry.get(entry, [])

    def years_of_work(self) -> float:
        """Years in work, overlaps counted once."""
        return years_covered(self.spans[job.id] for job in self.resume.work if job.id in self.spans)

    def years_with(self, skill: Skill) -> float:
        """Years in those jobs whose own text names the skill."""
        jobs = {job.id for job in self.resume.work}
        entries = {each.entry for each in self.skills.get(skill, ()) if each.entry in jobs}
        return years_covered(self.spans[entry] for entry in entries if entry in self.spans)

    def calendar_of(self, entry: str) -> set[int]:
        """The years an entry covers, first and last included."""
        span = self.spans.get(entry)
        return set(range(span.first // 12, span.last // 12 + 1)) if span else set()
