"""Skills: groups with a label, comma lists, bullets, table cells; and languages with their level."""

from __future__ import annotations

import re
from itertools import pairwise

from careercoach_desktop.features.resumes.model import Interest, Language, Skill

from .headings import plain
from .items import Item, Role, forced_break, items, right_edges
from .sections import SectionText
from .spans import Span, Tracer

_LABEL = re.compile(r"^\s*([^,;:：•|\t]{2,45}?)\s*[:：]\s*(?=\S|$)")
_SEPARATOR = re.compile(r"\s*[,，、;；]\s*|\s*[•●▪■◦·|‖∙]\s*|\t+|\s{3,}|\s+/\s+|\s[–—]\s")
_LEAD = re.compile(
    r"^(?:and|und|et|y|e|en)\s+|^(?:proficient|fluent|experienced?|skilled|competent|familiar"
    r"|knowledgeable)\s+(?:in|with|at)\s+"
    r"|^(?:knowledge of|experience (?:with|in)|working knowledge of|familiarity with|strong|good"
    r"|excellent|basic)\s+(?-i:(?=[A-Z]))",
    re.IGNORECASE,
)
_LEVEL = re.compile(
    r"[\s,:(–—-]*\(?\b((?:\d{1,2}\s?\+?\s*(?:yrs?|years?|jahre|ans|a[ñn]os|anni|jaar)\.?)|expert|advanced"
    r"|intermediate|beginner|basic|proficient|fluent"
    r"|sehr gut|gut|grundkenntnisse|fortgeschritten|experte|avanc[ée]|interm[ée]diaire|d[ée]butant"
    r"|avanzado|intermedio|b[áa]sico)\)?\s*$",
    re.IGNORECASE,
)
_HOW_MUCH = re.compile(r"\d{1,3}\s?%|\d{1,2}\s?/\s?\d{1,2}")
"""What stands at the end of a bar: no skill of its own."""
_AND = re.compile(r"\s+(?:and|und|et|y|e|en|&)\s+")
_TOO_LONG = 60
_Listed = tuple[str, str, list[Span]]
"""An entry of a list: its words, its level and where it stands."""
_FLUENCY = re.compile(
    r"\b(?:native(?: speaker| language)?|mother tongue|bilingual|fluent(?:ly)?"
    r"|full professional(?: proficiency)?|professional(?: working)?(?: proficiency)?"
    r"|proficient|advanced|upper intermediate|intermediate|conversational|elementary|basic|beginner"
    r"|limited working(?: proficiency)?|business fluent|good|very good|excellent"
    r"|muttersprache|muttersprachlich|flie(?:ß|ss)end|verhandlungssicher|sehr gut|gut|grundkenntnisse"
    r"|gute kenntnisse|schulkenntnisse"
    r"|langue maternelle|courant|couramment|bilingue|interm[ée]diaire|notions|d[ée]butant|scolaire|avanc[ée]"
    r"|nativo|nativa|lengua materna|fluido|fluente|avanzado|avan[çc]ado|intermedio|intermedi[áa]rio"
    r"|b[áa]sico|l[íi]ngua materna"
    r"|madrelingua|fluente|ottimo|buono|discreto|scolastico|moedertaal|vloeiend|goed|basis"
    r"|[abc][12]\+?(?:\s*[-/–]\s*[abc][12])?|母语|流利|熟练|ネイティブ|母国語|日常会話|ビジネス)\b",
    re.IGNORECASE,
)


def read_skills(section: SectionText, tracer: Tracer) -> list[Skill]:
    """Skill groups and single skills in the order of the section."""
    out: list[Skill] = []
    label: Skill | None = None
    cells = _label_cells(section)
    for item in _rows(section):
        spans = item.spans
        several = _several_groups(spans, cells=cells)
        for title, listed in several:
            label = _group(title, tracer)
            out.append(label)
            _fill(label, listed, tracer)
        if several:
            continue
        named = _label(spans[0])
        if named is not None:
            name, rest = named
            label = _group(name, tracer)
            out.append(label)
            values = ([rest] if rest is not None else []) + spans[1:]
            _fill(label, values, tracer)
        elif label is not None and not label.keywords and item.role is not Role.BULLET:
            _fill(label, spans, tracer)
        elif item.role is Role.HEAD and len(item.lines) == 1 and _is_label(item, section):
            label = _group(spans[0], tracer)
            out.append(label)
        elif label is not None and _belongs(item, label):
            _fill(label, spans, tracer)
        else:
            out += _loose(item, tracer)
    return _tidy(out)


def _rows(section: SectionText) -> list[Item]:
    out: list[Item] = []
    right = right_edges(section.lines)
    for item in [part for whole in items(section.lines) for part in _by_label(whole)]:
        last = out[-1] if out else None
        if last is not None and item.role is not Role.BULLET and _wraps(last, item, right):
            last.lines += item.lines
        else:
            out.append(item)
    return out


def _by_label(item: Item) -> list[Item]:
    """Full lines below each other look like a paragraph; where each begins with a label they are groups."""
    if _label(Span.whole(item.lines[0])) is None:
        return [item]
    out = [Item(item.role, [item.lines[0]])]
    for line in item.lines[1:]:
        begins = _LABEL.match(line.text) is not None and line.text[:1].isupper()
        if begins and not out[-1].lines[-1].text.rstrip().endswith((",", "&", "/")):
            out.append(Item(item.role, [line]))
        else:
            out[-1].lines.append(line)
    return out


def _wraps(last: Item, item: Item, right: dict[tuple[int, int], float]) -> bool:
    """A list that goes on in the next line: the line above ends in a comma or this one begins small."""
    above, line = last.lines[-1], item.lines[0]
    if above.page != line.page or _label(Span.whole(line)) is not None or line.bold != above.bold:
        return False
    if above.text.rstrip().endswith((",", "/", "&", "-", "\u00ad", " and")):
        return True
    if "\t" in above.text or "\t" in line.text:
        return False
    in_list = "," in above.text or (len(last.lines) > 1 and last.lines[-2].text.rstrip().endswith(","))
    return in_list and (line.text[:1].islower() or forced_break(above, line, right))


def _label(span: Span) -> tuple[Span, Span | None] | None:
    found = _LABEL.match(span.text)
    if found is None:
        return _label_by_look(span)
    if span.text[found.end() :].startswith("//"):
        return None
    name = span.sub(found.start(1), found.end(1))
    rest = span.sub(found.end(), len(span.text))
    return name, rest if rest.text else None


_INNER = re.compile(r"(?:^|[;.|]\s+|\t+|\s{3,})(?=[^\W\d_][\w &/+-]{1,30}:\s)")


def _several_groups(spans: list[Span], *, cells: bool) -> list[tuple[Span, list[Span]]]:
    """``Proficient: SAP, Excel; Familiar: Python``: the groups of one line, each with its label; also a label in a
    cell of its own where all rows of the section have one."""
    first = spans[0]
    if cells and "\t" in first.text:
        place = first.text.index("\t")
        return [(first.sub(0, place), [first.sub(place, len(first.text)), *spans[1:]])]
    begins = [found.end() for found in _INNER.finditer(first.text)]
    if len(begins) < 2 or begins[0] != 0:
        return []
    out = []
    for begin, end in pairwise([*begins, len(first.text)]):
        part = first.sub(begin, end)
        colon = part.text.index(":")
        out.append((part.sub(0, colon), [part.sub(colon + 1, len(part.text))]))
    out[-1][1].extend(spans[1:])
    return out


def _label_cells(section: SectionText) -> bool:
    """Whether the rows are ``label ⇥ list`` throughout, in two cells that begin at the same places."""
    rows = [line for line in section.lines if "\t" in line.text]
    if len(rows) < 2 or any(line.bullet or line.text.count("\t") != 1 for line in rows):
        return False
    seconds = set()
    lists = 0
    for line in rows:
        place = line.text.index("\t")
        if "," in line.text[:place] or ":" in line.text[:place]:
            return False
        lists += "," in line.text[place:]
        second = [word.box for word in line.words if word.start > place and word.box is not None]
        if not second:
            return False
        seconds.add(round(second[0].left / 3))
    return lists > 0 and len(seconds) == 1


def _label_by_look(span: Span) -> tuple[Span, Span] | None:
    """``**Languages** ⇥ Python, Go``: a bold first cell beside plain words."""
    text = span.text
    if "\t" not in text:
        return None
    first = span.sub(0, text.index("\t"))
    rest = span.sub(text.index("\t"), len(text))
    if first.bold and not rest.bold and "," not in first.text and not _LEVEL.fullmatch(" " + rest.text):
        return first, rest
    return None


def _group(name: Span, tracer: Tracer) -> Skill:
    skill = Skill(name=name.text.strip(" :："))
    tracer.put(f"{skill.id}.name", name, confidence=0.9)
    return skill


def _is_label(item: Item, section: SectionText) -> bool:
    """A bold line above plain ones names them."""
    line = item.lines[0]
    if "," in line.text or "\t" in line.text or not line.bold:
        return line.text.rstrip().endswith((":", "："))
    plain_below = [other for other in section.lines if not other.bold]
    return len(plain_below) >= 1 and len(line.text) <= 40 and len(plain_below) * 2 >= len(section.lines)


def _belongs(item: Item, label: Skill) -> bool:
    return item.role is not Role.PROSE and bool(label.id)


def _fill(group: Skill, spans: list[Span], tracer: Tracer) -> None:
    words = _listed(spans)
    group.keywords += [text for text, _, _ in words]
    traced = [span for _, _, places in words for span in places]
    if traced:
        old = tracer.traces.get(f"{group.id}.keywords")
        tracer.put(f"{group.id}.keywords", traced, confidence=0.9)
        if old is not None:
            new = tracer.traces[f"{group.id}.keywords"]
            new.regions = old.regions + new.regions
            new.text = f"{old.text} {new.text}"


def _loose(item: Item, tracer: Tracer) -> list[Skill]:
    out = []
    for text, level, places in _listed(item.spans):
        skill = Skill(name=text, level=level)
        tracer.put(f"{skill.id}.name", places, confidence=0.9 if len(text) <= _TOO_LONG else 0.5)
        out.append(skill)
    return out


def _listed(spans: list[Span]) -> list[_Listed]:
    """The entries of a list printed on several lines; one that a line break tore apart is put together."""
    out: list[_Listed] = []
    open_end = False
    for span in spans:
        found = split_list(span)
        if open_end and found and out and "\t" not in span.text:
            text, level, place = found.pop(0)
            before, _, places = out[-1]
            whole = before[:-1] + text if before.endswith("\u00ad") else f"{before} {text}"
            out[-1] = (whole, level, [*places, place])
        out += [(text, level, [place]) for text, level, place in found]
        tail = span.text.rstrip()
        open_end = bool(tail) and not _SEPARATOR.search(tail[-1] + " ") and tail[-1] not in ",;.:"
    return [(text.replace("\u00ad", ""), level, places) for text, level, places in _last_pair_parted(spans, out)]


def _last_pair_parted(spans: list[Span], found: list[_Listed]) -> list[_Listed]:
    """``Word, Excel & Outlook``: what "and" joins at the end of a list with commas are two entries, as a sentence
    would have it; where another entry holds an "and" too (``Agile and Scrum, Git and GitHub``) each is a pair."""
    if len(found) < 2 or not any("," in span.text for span in spans):
        return found
    text, level, places = found[-1]
    halves = places[-1].split(_AND)
    whole = len(places) == 1 and len(halves) == 2 and text.endswith(halves[1].text)
    short = all(len(half.text.split()) <= 3 for half in halves)
    alone = not any(_AND.search(other) for other, _, _ in found[:-1])
    if not (whole and short and alone):
        return found
    return [*found[:-1], (halves[0].text, "", [halves[0]]), (halves[1].text, level, [halves[1]])]


def split_list(span: Span) -> list[tuple[str, str, Span]]:
    """The entries of a list in one line: text, level and place; separators inside brackets do not count."""
    out: list[tuple[str, str, Span]] = []
    text = span.text
    begin = 0
    cuts = [found for found in _SEPARATOR.finditer(text) if not _inside_brackets(text, found.start())]
    for start, finish in [*((found.start(), found.end()) for found in cuts), (len(text), len(text))]:
        piece = span.sub(begin, start)
        begin = finish
        while (lead := _LEAD.match(piece.text)) and lead.end() < len(piece.text):
            piece = piece.sub(lead.end(), len(piece.text))
            pair = piece.split(_AND)
            if "in " in lead.group() and len(pair) == 2:
                # "Proficient in Windows and Mac OS": a sentence, so the "and" parts two skills.
                out.append((pair[0].text, "", pair[0]))
                piece = pair[1]
        piece = piece.strip(" .,;•·*")
        level = _LEVEL.search(piece.text)
        if level is not None and level.start() == 0 and out:
            text_before, _, place = out[-1]
            out[-1] = (text_before, level.group(1), place)
            continue
        name = piece
        if level is not None and level.start() > 0:
            name = piece.sub(0, level.start())
        if any(char.isalnum() for char in name.text) and not _HOW_MUCH.fullmatch(name.text):
            out.append((" ".join(name.text.split()), level.group(1) if level else "", name))
    return out


def _inside_brackets(text: str, at: int) -> bool:
    return text.count("(", 0, at) > text.count(")", 0, at) and ")" in text[at:]


def _tidy(found: list[Skill]) -> list[Skill]:
    """Without repeats and empty groups that only were a stray heading."""
    out: list[Skill] = []
    seen: set[str] = set()
    for skill in found:
        key = plain(skill.name)
        if not skill.keywords and key in seen:
            continue
        seen.add(key)
        out.append(skill)
    return out


def read_languages(section: SectionText, tracer: Tracer) -> list[Language]:
    """Languages with their level, however the two are set beside each other."""
    out: list[Language] = []
    for item in items(section.lines):
        for span in item.spans:
            for text, _, place in _language_parts(span):
                level = _FLUENCY.search(text)
                if level is not None and level.start() == 0 and out and not out[-1].fluency:
                    out[-1].fluency = text.strip(" ()")
                    continue
                name = re.split(r"\s*[(:–—]|\s-\s", text, maxsplit=1)[0].strip(" ,")
                fluency = text[len(name) :].strip(" ()[]:–—-,")
                if level is not None and level.start() > 0 and level.start() < len(name):
                    name, fluency = text[: level.start()].strip(" ,("), text[level.start() :].strip(" ()")
                language = Language(language=name, fluency=fluency)
                tracer.put(f"{language.id}.language", place)
                if fluency:
                    tracer.put(f"{language.id}.fluency", place, confidence=0.9)
                out.append(language)
    return [language for language in out if language.language]


def _language_parts(span: Span) -> list[tuple[str, str, Span]]:
    out = []
    for piece in span.split(re.compile(r"\t+|\s*[,;|•·]\s+(?![^()]*\))|\s+(?:and|und|et|y)\s+(?=[A-ZÀ-Þ])")):
        text = piece.text.strip(" .,;•")
        text = (
            re.sub(r"^(?:fluent|native|conversational)\s+in\s+", "", text, flags=re.IGNORECASE)
            if " in " in text
            else text
        )
        if any(char.isalpha() for char in text):
            out.append((text, "", piece))
    return out


def read_interests(section: SectionText, tracer: Tracer) -> list[Interest]:
    """Interests as separate entries."""
    out = []
    for item in _rows(section):
        listed = [(item.text, "", item.spans)] if item.role is Role.PROSE else _listed(item.spans)
        for text, _, places in listed:
            interest = Interest(name=text)
            tracer.put(f"{interest.id}.name", places)
            out.append(interest)
    return out
