"""A running text (a letter, notes) against a résumé: what a sentence says of an entry that the entry says otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from careercoach_desktop.features.evidence.career import PassageKind, Span, label_of
from careercoach_desktop.features.evidence.model import ClaimKind
from careercoach_desktop.features.evidence.truth.agreeing.dates import Told, dates_told
from careercoach_desktop.features.evidence.truth.agreeing.numbers import read, rival_of
from careercoach_desktop.features.evidence.truth.agreeing.positions import names_a_position, other_title
from careercoach_desktop.features.evidence.truth.agreeing.values import Disagreement
from careercoach_desktop.features.evidence.truth.base import EvidenceBase, Fragment, sentences
from careercoach_desktop.features.evidence.truth.figures import Figure
from careercoach_desktop.features.evidence.truth.levels import level_in
from careercoach_desktop.features.evidence.truth.wording import content_words, is_content, shared
from careercoach_desktop.features.evidence.vocabulary.degrees import degrees_in, highest_degree
from careercoach_desktop.features.evidence.vocabulary.skills import SkillKind
from careercoach_desktop.features.evidence.vocabulary.tokens import stems
from careercoach_desktop.features.resumes.model import Education, Project, Volunteer, Work

Dated = Work | Volunteer | Education | Project
_THEIRS = re.compile(r"\b(?:your|[Vv]otre|[Vv]os|[Vv]uestr[oa]s?|[Ss]us?)\b|\bIhr(?:e[nmrs]?)?\b")
"""What is told of the employer who is written to is not told of the person."""
_THERE = re.compile(
    r"\b(?:work|joined|started|began|been|employed|left|arbeite|tätig|beschäftigt|angestellt|bin|war|wechselte|"
    r"travaill|rejoint|entré|suis|étais|quitté|trabaj|incorpor|entré|estoy|estuve|soy|fui|era|dejé)",
    re.IGNORECASE,
)
_AS = re.compile(
    r"\b(?:[Aa]s|[Aa]ls|[Cc]omme|[Ee]n tant qu(?:e |['’])|[Ee]n qualité d(?:e |['’])|[Cc]omo|am|was|bin|war|suis|étais|"
    r"soy|fui|era)\s+"
    r"(?:an? |the |une? |un |der |die |ein(?:e|er)? |la |el |ich )?"
    r"(?P<title>[^\W\d_][^,.;:()]*?)\s*"
    r"(?=\b(?:at|with|for|of|in|since|from|bei|beim|im|seit|chez|à|au|aux|en|depuis|desde)\b|[,.;:()]|$)"
)
_WITHIN = re.compile(
    r"\b(?:within|in|after|innerhalb|binnen|in|nach|en|dentro de|après|tras|au bout d[e'’])\s+$", re.IGNORECASE
)
_AT = re.compile(r"^[^.;:]{0,40}$")
_SAME_THING = 3
_MOST = 0.6


@dataclass(frozen=True, slots=True)
class _Papers:
    evidence: EvidenceBase
    name: str
    where: str

    def says(self, kind: ClaimKind, here: str, there: str, about: str = "") -> Disagreement:
        return Disagreement(kind, here.strip(), there.strip(), self.name, self.where, about)

    def label(self, entry: Dated) -> str:
        return label_of(self.evidence.entry_names.get(entry.id, ""), entry)


def between_text_and_resume(text: str, evidence: EvidenceBase, name: str, where: str) -> Iterator[Disagreement]:
    """What ``text`` says differently from the résumé of ``evidence``."""
    papers = _Papers(evidence, name, where)
    resume = evidence.resume
    entries: list[Dated] = [*resume.work, *resume.volunteer, *resume.education, *resume.projects]
    for sentence in sentences(text):
        said = read(sentence)
        named = [entry for entry in entries if _names(said, evidence.entry_names.get(entry.id, ""))]
        if len(named) == 1:
            yield from _dates(sentence, said, named[0], papers)
            yield from _position(sentence, named[0], papers)
            yield from _elsewhere(said, named[0], papers)
        yield from _degree(sentence, [entry for entry in named if isinstance(entry, Education)], papers)
        yield from _numbers(said, [entry.id for entry in named], papers)
        yield from _languages(said, papers)


def _names(said: Fragment, name: str) -> bool:
    """Whether the sentence has the telling words of a name, one after another: the first two, or all it has."""
    parts = [word for word in stems(name) if is_content(word)][:2]
    words = [word for word in said.tokens.words if is_content(word)]
    return bool(parts) and any(words[at : at + len(parts)] == parts for at in range(len(words)))


def _dates(sentence: str, said: Fragment, entry: Dated, papers: _Papers) -> Iterator[Disagreement]:
    span = papers.evidence.spans.get(entry.id)
    if span is None:
        return
    there = _THERE.search(sentence) is not None
    for date in dates_told(sentence):
        true = _meant(date, entry) if there and _beside(date, sentence, entry, papers) else None
        if true is not None:
            if date.differs_from(true) and not _told_of_it(date, entry, papers):
                yield papers.says(ClaimKind.DATE, date.text, true, papers.label(entry))
        elif date.year not in _years(span) and not _known_year(date, papers):
            yield papers.says(ClaimKind.DATE, date.text, _period(entry), papers.label(entry))
    for figure in said.figures:
        if _lasted(figure, sentence, papers.evidence.entry_names[entry.id]) and not _fits(figure, span):
            yield papers.says(ClaimKind.DATE, figure.text, _period(entry), papers.label(entry))


def _meant(date: Told, entry: Dated) -> str | None:
    """The date of the entry that a told one claims to be."""
    if date.begins:
        return entry.start
    return entry.end if date.ends else None


def _beside(date: Told, sentence: str, entry: Dated, papers: _Papers) -> bool:
    """Whether nothing but words of one clause stands between the date and the entry's name."""
    at = _place(papers.evidence.entry_names[entry.id], sentence)
    between = sentence[min(date.end, at) : max(date.start, at)]
    return at >= 0 and not re.search(r"[,;:.!?()]", between)


def _place(name: str, sentence: str, after: int = 0) -> int:
    """Where the first telling word of a name stands in a sentence that has it."""
    word = next((word for word in name.split() if len(word) > 3), name)
    return sentence.casefold().find(word.casefold(), after)


def _told_of_it(date: Told, entry: Dated, papers: _Papers) -> bool:
    """Whether something of the entry has that year itself ("link nurse since 2023")."""
    return any(date.year in each.years for each in papers.evidence.of_entry(entry.id))


def _known_year(date: Told, papers: _Papers) -> bool:
    """Whether anything else in the résumé has that year: the sentence may be about that."""
    evidence = papers.evidence
    days = [*(each.date for each in evidence.resume.certificates), *(each.date for each in evidence.resume.awards)]
    known = {year for each in evidence.fragments for year in each.years}
    known |= {int(day[:4]) for day in days if day}
    known |= {year for span in evidence.spans.values() for year in (span.first // 12, (span.last - 1) // 12)}
    return date.year in known


def _years(span: Span) -> range:
    return range(span.first // 12, (span.last - 1) // 12 + 1)


def _period(entry: Dated) -> str:
    return f"{entry.start or ''} – {'now' if entry.current else entry.end or ''}".strip(" –")


def _lasted(figure: Figure, sentence: str, name: str) -> bool:
    """Whether a time is how long somebody was there: "two years at Quillmere", not "within two years"."""
    if figure.unit != "month" or max(figure.values) < 12 or _WITHIN.search(sentence[: figure.start]):
        return False
    at = _place(name, sentence, figure.end)
    return at >= 0 and _AT.match(sentence[figure.end : at]) is not None


def _fits(figure: Figure, span: Span) -> bool:
    """Within a year of what the dates give: people round their working lives."""
    return any(abs(months - span.months) < 12 for months in figure.values)


def _position(sentence: str, entry: Dated, papers: _Papers) -> Iterator[Disagreement]:
    if not isinstance(entry, Work | Volunteer) or not entry.position:
        return
    for found in _AS.finditer(sentence):
        title = " ".join(found["title"].split()[:6])
        if names_a_position(title) and other_title(title, entry.position, told=True):
            yield papers.says(ClaimKind.TITLE, title, entry.position, papers.label(entry))


def _degree(sentence: str, schools: list[Education], papers: _Papers) -> Iterator[Disagreement]:
    told = degrees_in(sentence)
    held = [highest_degree(f"{school.study_type} {school.area}") for school in schools]
    if told and None not in held and held and all(level != told[0][0] for level in held):
        school = schools[0]
        degree = " ".join(filter(None, (school.study_type, school.area)))
        yield papers.says(ClaimKind.DEGREE, told[0][1], degree, papers.label(school))


def _elsewhere(said: Fragment, entry: Dated, papers: _Papers) -> Iterator[Disagreement]:
    """An achievement told of one employer that the résumé has at another, nearly word by word."""
    if not isinstance(entry, Work | Volunteer):
        return
    content = content_words(said.tokens)
    best: dict[str, tuple[float, str]] = {}
    for each in papers.evidence.fragments:
        if each.kind is PassageKind.BULLET:
            words = content_words(each.tokens)
            found = shared(words, content)
            likeness = found / max(len(words), 1) if found > _SAME_THING else 0.0
            best[each.entry] = max(best.get(each.entry, (0.0, "")), (likeness, each.quote.text))
    home = max(best, key=lambda each: best[each][0], default="")
    likeness, text = best.get(home, (0.0, ""))
    if home != entry.id and likeness >= _MOST and best.get(entry.id, (0.0, ""))[0] < likeness - 0.25:
        names = papers.evidence.entry_names
        yield papers.says(ClaimKind.EMPLOYER, names[entry.id], names.get(home, ""), text.rstrip("."))


def _numbers(said: Fragment, named: list[str], papers: _Papers) -> Iterator[Disagreement]:
    if not said.figures:
        return
    kinds = {PassageKind.BULLET, PassageKind.PROSE}
    fragments = [each for each in papers.evidence.fragments if each.figures and each.kind in kinds]
    content = content_words(said.tokens)
    alike = {id(each): shared(content, content_words(each.tokens)) for each in fragments}
    for figure in said.figures:
        if _of_the_reader(figure, said) or any(
            figure.agrees(other) for each in fragments if alike[id(each)] for other in each.figures
        ):
            continue
        rivals = [
            (alike[id(each)], rival, each)
            for each in fragments
            if _same_thing(alike[id(each)], each)
            and (not named or each.entry in named)
            and (rival := rival_of(figure, said, each)) is not None
        ]
        if rivals:
            _, rival, each = max(rivals, key=lambda found: found[0])
            yield papers.says(ClaimKind.NUMBER, figure.text, rival.text, each.quote.label)


def _same_thing(alike: int, fragment: Fragment) -> bool:
    words = len(content_words(fragment.tokens))
    return alike >= _SAME_THING or (alike >= 2 and alike >= _MOST * words)


def _of_the_reader(figure: Figure, said: Fragment) -> bool:
    text = said.quote.text
    clause = max(text.rfind(mark, 0, figure.start) for mark in ",;:.(") + 1
    return _THEIRS.search(text, clause, figure.start) is not None


def _languages(said: Fragment, papers: _Papers) -> Iterator[Disagreement]:
    """A level in the clause of the only language a sentence names that is above the résumé's."""
    tongues = [hit for hit in said.hits if hit.skill.kind is SkillKind.LANGUAGE]
    if len({hit.skill for hit in tongues}) != 1:
        return
    text, at = said.quote.text, said.tokens.starts[tongues[0].first]
    start = max(text.rfind(mark, 0, at) for mark in ",;:.") + 1
    end = min((place for mark in ",;:." if (place := text.find(mark, at)) >= 0), default=len(text))
    told = level_in(text[start:end])
    for each in papers.evidence.skills.get(tongues[0].skill, ()):
        held = level_in(each.quote.text) if each.kind is PassageKind.LANGUAGE else None
        if told is not None and held is not None and told > held:
            yield papers.says(ClaimKind.SKILL, text[start:end], each.quote.text)
