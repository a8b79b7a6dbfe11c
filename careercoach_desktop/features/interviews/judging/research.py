"""Research with its sources: lines of text become claims, and what no page is cited for is left out.

Pages are strangers' words, and some give orders. Headings are ours, addresses in the text are taken for nothing (a page
is named by its citation alone), and of a person nothing private is kept, wherever it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from textwrap import wrap

from careercoach_desktop.features.evidence.truth.base import sentences
from careercoach_desktop.features.interviews.model.brief import BriefKind, BriefPoint, BriefSection, Research, Source
from careercoach_desktop.foundation.llm.citing import Citation, Cited, CitedPiece
from careercoach_desktop.foundation.llm.saying import has_new_link, line_of, shortened

HEADINGS: dict[BriefKind, tuple[str, ...]] = {
    BriefKind.COMPANY: (
        "What it does",
        "Products and customers",
        "Size and places",
        "Culture and values",
        "News of the last months",
        "How they hire",
        "Worth asking about",
    ),
    BriefKind.INTERVIEWER: (
        "Role",
        "Background",
        "Talks and articles",
        "Worth talking about",
    ),
}
"""The sections of a briefing, as the prompts name them; what comes under another heading goes into the last one."""
MOST_POINTS = 8
_LONGEST_CLAIM = 420
_LEAST_CITED = 0.5
_LONGEST_GAP = 7
"""Words in a row of a sentence that nothing is cited for."""
_LONGEST_NOTE, _MOST_NOTES = 1_500, 60
_HEADING = re.compile(r"^\s*(?:#{1,4}\s*(?P<hashed>.+?)|\*\*(?P<bold>[^*]+?)\*\*)\s*:?\s*#*\s*$")
_PRIVATE = re.compile(
    r"\b(?:married|divorced|widow(?:er|ed)?|husband|wife|spouse|fianc[ée]e?|girlfriend|boyfriend"
    r"|(?:his|her|their|two|three) (?:children|kids|sons?|daughters?)|pregnan\w+|maternity"
    r"|(?:is|openly) gay|lesbian|bisexual|transgender|religio\w+|(?:a|devout) christian|muslim|jewish|hindu|buddhist"
    r"|catholic|(?:was )?born (?:in|on)|years old|aged \d+|birthday|home address|lives (?:in|at|with)|net worth"
    r"|salary of|diagnos\w+|illness|disabilit\w+|votes? for|party member|donated to|arrested"
    r"|lawsuit against (?:him|her)|verheiratet|geschieden|Ehefrau|Ehemann|Kinder|geboren|wohnt|Religion"
    r"|mari[ée]e?|divorc[ée]e?|enfants|casad[oa]|hij[oa]s|naci[óo])\b",
    re.IGNORECASE,
)
"""What is nobody's business in an interview, in a sentence about a person."""
_NUMBER_TO_CALL = re.compile(r"\+?\d[\d ()./-]{7,}\d")


def research_of(cited: Cited, kind: BriefKind, name: str) -> Research:
    """The answer's claims under our headings, each with the pages it rests on. ``name`` of the company or the person,
    which may look like an address itself."""
    headings = HEADINGS[kind]
    found: dict[str, list[BriefPoint]] = {heading: [] for heading in headings}
    under, dropped = "", 0
    for line in cited.lines:
        text = "".join(piece.text for piece in line)
        if (title := _heading_in(text)) is not None:
            under = next((heading for heading in headings if _same(heading, title)), headings[-1])
            continue
        if not under and not any(piece.citations for piece in line):
            continue  # what is said before the briefing begins
        point, lost = _claim(line, kind, name)
        dropped += lost
        points = found[under or headings[0]]
        if point is not None and len(points) < MOST_POINTS and all(each.text != point.text for each in points):
            points.append(point)
    sections = tuple(BriefSection(title=title, points=tuple(points)) for title, points in found.items() if points)
    return Research(sections=sections, searches=cited.searches, dropped=dropped, is_part=cited.cut)


def note_of(pasted: str) -> Research:
    """What the person pasted, all of it: one section of its lines, of very many some together."""
    lines = [line_of(part, _LONGEST_NOTE) or part for each in _paragraphs(pasted) for part in wrap(each, _LONGEST_NOTE)]
    together = -(-len(lines) // _MOST_NOTES)
    points = tuple(
        BriefPoint(text="\n".join(lines[at : at + together])) for at in range(0, len(lines), max(together, 1))
    )
    return Research(sections=(BriefSection(title="What you pasted", points=points),) if points else ())


def is_private(sentence: str) -> bool:
    """Whether a sentence about a person says what a conversation about work need not know."""
    return _PRIVATE.search(sentence) is not None or _NUMBER_TO_CALL.search(sentence) is not None


def _paragraphs(text: str) -> list[str]:
    return [" ".join(each.split()) for each in re.split(r"\n\s*\n|\n", text) if each.strip()]


def _heading_in(line: str) -> str | None:
    found = _HEADING.match(line)
    return None if found is None else (found["hashed"] or found["bold"]).strip(" *:")


def _same(heading: str, title: str) -> bool:
    return heading.casefold() == " ".join(title.split()).casefold()


def _claim(line: Sequence[CitedPiece], kind: BriefKind, name: str) -> tuple[BriefPoint | None, int]:
    """The sentences of a line that rest on pages, as one claim; and how many do not."""
    text = "".join(piece.text for piece in line)
    cited = _cited_letters(line)
    known = " ".join([name, *(citation.url for piece in line for citation in piece.citations)])
    kept: list[str] = []
    sources: dict[str, Source] = {}
    dropped, at = 0, 0
    for sentence in sentences(text):
        begin = text.find(sentence, at)
        at = begin + len(sentence) if begin >= 0 else at
        if not re.search(r"\w", sentence):
            continue
        private = kind is BriefKind.INTERVIEWER and is_private(sentence)
        said = _said(sentence, known)
        if begin < 0 or private or not said or not _rests(sentence, cited[begin:at]):
            dropped += 1
            continue
        kept.append(said)
        for citation in _citations(line, begin, at):
            sources.setdefault(citation.url, _source(citation))
    if not kept:
        return None, dropped
    return BriefPoint(text=" ".join(kept), sources=tuple(sources.values())[:4]), dropped


def _said(sentence: str, known: str) -> str:
    """The sentence as it may be shown; empty when it brings an address along that is none of the pages it rests on."""
    flat = line_of(sentence, 4_000)
    return "" if has_new_link(flat, known) else shortened(flat, _LONGEST_CLAIM)


def _cited_letters(line: Sequence[CitedPiece]) -> list[bool]:
    """Of each sign of the line, whether something is cited for it."""
    return [bool(piece.citations) for piece in line for _ in piece.text]


def _rests(sentence: str, cited: Sequence[bool]) -> bool:
    """Whether most of it is cited, and no longer run of words stands beside that."""
    letters = [sure for sign, sure in zip(sentence, cited, strict=False) if sign.isalnum()]
    if not letters or sum(letters) < _LEAST_CITED * len(letters):
        return False
    gap = 0
    for word in re.finditer(r"\w+", sentence):
        gap = 0 if any(cited[word.start() : word.end()]) else gap + 1
        if gap > _LONGEST_GAP:
            return False
    return True


def _citations(line: Sequence[CitedPiece], begin: int, end: int) -> Iterator[Citation]:
    at = 0
    for piece in line:
        if at < end and at + len(piece.text) > begin:
            yield from piece.citations
        at += len(piece.text)


def _source(citation: Citation) -> Source:
    return Source(url=citation.url, title=citation.title, cited=citation.cited, dated=citation.dated)
