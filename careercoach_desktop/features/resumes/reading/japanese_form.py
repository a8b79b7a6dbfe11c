"""The Japanese standard form (JIS 履歴書): one table of years and months for school and work alike.

The form says by verbs what other résumés say by layout: 入学 and 入社 begin, 卒業, 修了 and 退職 end, 同 repeats the
name above. It is read by rows of the page, because its boxes are neither columns nor running text.
"""

from __future__ import annotations

import re

from careercoach_desktop.features.resumes.model import (
    Basics,
    Education,
    Highlight,
    Interest,
    ResumeData,
    Section,
    Skill,
    Work,
)
from careercoach_desktop.foundation.documents.model import CELL, Line, SourceText, Word

from .contact import read_contact
from .places import location
from .spans import Span, Tracer

_ROW = re.compile(
    r"^(?P<year>(?:令和|平成|昭和)?\s?[\dX元]{1,4})年?\s*[\t ]\s*(?P<month>\d{1,2})月?\s*[\t ]\s*(?P<text>.+)$"
)
_BEGINS = re.compile(r"\s*(入学|編入学|転入学|入社|入所|入庁|着任|就任|就職|入職)\s*$")
_ENDS = re.compile(r"\s*(卒業見込み?|修了見込み?|卒業|修了|中退|退学|退職|退社|退任|辞職|一身上の都合により退職)\s*$")
_NOW = re.compile(r"現在に(?:至る|いたる)|在職中|在学中")
_SAME = re.compile(r"^(?:同上?|〃)(?:\s|$)")
_ADDRESS = re.compile(r"[都道府県市区町村郡]")
_CODE = re.compile(r"〒?\d{3}-\d{4}")
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925}
_TITLES = {
    "学歴": "education",
    "職歴": "work",
    "免許・資格": "skills",
    "資格": "skills",
    "免許": "skills",
    "趣味・特技": "interests",
    "志望動機": "summary",
    "志望の動機": "summary",
    "自己PR": "summary",
    "本人希望記入欄": "other",
    "通勤時間": "other",
}


def is_form(source: SourceText) -> bool:
    """Whether the text is such a form: its two headings and its verbs are there."""
    text = source.text.replace(" ", "").replace(CELL, "")
    told = sum(bool(_BEGINS.search(line.text) or _ENDS.search(line.text)) for line in source.lines)
    return "学歴" in text and told >= 2 and "氏名" in text


def read_form(source: SourceText) -> ResumeData:
    """The form as résumé data with traces."""
    tracer = Tracer(source.pages)
    rows = _rows(source)
    data = ResumeData(language="ja")
    head = [row for row in rows if row.page == rows[0].page]
    data.basics = _basics(head, rows, tracer)
    kind = ""
    for row in rows:
        bare = row.text.replace(CELL, "").replace(" ", "")
        title = next(
            (name for name in _TITLES if bare == name or (bare.endswith(name) and bare.startswith("年月"))), ""
        )
        if title:
            kind = _TITLES[title]
            if kind == "other":
                data.sections.append(Section(title=title))
        elif bare == "以上":
            kind = "other"
        elif kind and not bare.startswith("年月"):
            _take(kind, row, data, tracer)
    data.sections = [section for section in data.sections if section.highlights]
    data.traces = tracer.traces
    return data


def _rows(source: SourceText) -> list[Line]:
    """All words of each page by printed row, wide gaps as cells."""
    out: list[Line] = []
    words = [(line.page, word) for line in source.lines for word in line.words if word.box is not None]
    for page in range(len(source.pages)):
        rows: list[list[Word]] = []
        for _, word in sorted(
            ((p, w) for p, w in words if p == page), key=lambda pair: pair[1].box.bottom if pair[1].box else 0
        ):
            last = rows[-1][-1].box if rows else None
            if last is not None and word.box is not None and abs(last.bottom - word.box.bottom) < 4:
                rows[-1].append(word)
            else:
                rows.append([word])
        out += [_line(row, page) for row in rows]
    return out or list(source.lines)


def _line(row: list[Word], page: int) -> Line:
    row = sorted(row, key=lambda word: word.box.left if word.box else 0.0)
    text, words, box = "", [], None
    for word in row:
        if text and box is not None and word.box is not None:
            text += CELL if word.box.left - box.right > 1.2 * word.size else " "
        words.append(Word(word.text, len(text), word.box, word.size, word.bold, word.italic))
        text += word.text
        box = word.box
    whole = words[0].box
    for word in words[1:]:
        whole = whole.union(word.box) if whole is not None and word.box is not None else whole
    return Line(text, page, tuple(words), whole, words[0].size)


def _basics(head: list[Line], rows: list[Line], tracer: Tracer) -> Basics:
    first = next((i for i, row in enumerate(head) if "学歴" in row.text.replace(CELL, "")), len(head))
    basics = read_contact(head[:first], [], rows, tracer).basics
    basics.name = basics.label = ""
    for path in ("basics.name", "basics.label"):
        tracer.traces.pop(path, None)
    for index, row in enumerate(head[:first]):
        cells = row.text.replace(" ", "")
        if re.match(rf"^氏{CELL}?名", cells):
            spans = [Span.whole(row).split(re.compile(r"^氏\s*名\s*"))]
            found = spans[0] or [Span.whole(head[index + 1])] if index + 1 < len(head) else spans[0]
            if found:
                name = _same_size(found[0])
                basics.name = " ".join(name.text.split())
                tracer.put("basics.name", name, confidence=0.9)
        elif cells.startswith("現住所") and index + 1 < len(head):
            cells_beside = Span.whole(row).split(re.compile(CELL))
            coded = [(cell, place) for cell in cells_beside if (place := _CODE.search(cell.text))]
            beside = [cell.sub(place.end(), len(cell.text)) for cell, place in coded]
            below = [cell for line in head[index + 1 : index + 3] for cell in Span.whole(line).split(re.compile(CELL))]
            below = [cell for cell in beside if _ADDRESS.search(cell.text)] or below
            address = next((cell for cell in below if _ADDRESS.search(cell.text)), below[0])
            code = _CODE.search(row.text)
            basics.location = location(address.text)
            basics.location.postal_code = code.group().lstrip("〒") if code else ""
            tracer.put("basics.location", address, confidence=0.9)
    return basics


def _same_size(span: Span) -> Span:
    """The name without the small print of the photo box beside it."""
    words = span.words
    kept = [word for word in words if abs(word.size - words[0].size) < 1]
    return Span(span.line, words[0].start, kept[-1].end)


def _take(kind: str, row: Line, data: ResumeData, tracer: Tracer) -> None:
    if kind in {"education", "work"}:
        _history(kind, row, data, tracer)
        return
    found = _ROW.match(row.text)
    span = Span.whole(row).sub(found.start("text"), found.end("text")) if found else Span.whole(row)
    text = " ".join(span.text.split())
    if kind == "skills" and found:
        skill = Skill(name=text)
        data.skills.append(skill)
        tracer.put(f"{skill.id}.name", span)
    elif kind == "interests":
        interest = Interest(name=text)
        data.interests.append(interest)
        tracer.put(f"{interest.id}.name", span)
    elif kind == "summary":
        data.basics.summary = f"{data.basics.summary}\n{text}".strip()
        tracer.put("basics.summary", span)
    else:
        if not data.sections:
            data.sections.append(Section(title=""))
        bullet = Highlight(text=text)
        data.sections[-1].highlights.append(bullet)
        tracer.put(bullet.id, span)


def _history(kind: str, row: Line, data: ResumeData, tracer: Tracer) -> None:
    found = _ROW.match(row.text)
    text = (found.group("text") if found else row.text).strip()
    span = Span.whole(row).sub(found.start("text"), found.end("text")) if found else Span.whole(row)
    entries: list[Education] | list[Work] = data.education if kind == "education" else data.work
    date, note = _date(found) if found else (None, "")
    if _NOW.search(text):
        if entries:
            entries[-1].current, entries[-1].end = True, None
            tracer.put(f"{entries[-1].id}.current", span)
        return
    ends = _ENDS.search(text)
    name = _ENDS.sub("", _BEGINS.sub("", text)).strip(" \u3000" + CELL)
    if ends and entries and (_SAME.match(text) or not name or name in _name(entries[-1]) or _name(entries[-1]) in name):
        _put_date(entries[-1], "end", date, note, span, tracer)
    elif _BEGINS.search(text) or ends:
        entry = _new(kind, name, data)
        tracer.put(f"{entry.id}.{'institution' if kind == 'education' else 'name'}", span, confidence=0.9)
        _put_date(entry, "end" if ends else "start", date, note, span, tracer)
    elif entries:
        bullet = Highlight(text=text)
        entries[-1].highlights.append(bullet)
        tracer.put(bullet.id, span)


def _name(entry: Education | Work) -> str:
    return entry.institution if isinstance(entry, Education) else entry.name


def _new(kind: str, name: str, data: ResumeData) -> Education | Work:
    if kind == "education":
        study = Education(institution=name)
        data.education.append(study)
        return study
    job = Work(name=name)
    data.work.append(job)
    return job


def _put_date(entry: Education | Work, field: str, date: str | None, note: str, span: Span, tracer: Tracer) -> None:
    if date:
        setattr(entry, field, date)
        tracer.put(f"{entry.id}.{field}", Span.whole(span.line), confidence=0.95, note=note)


def _date(found: re.Match[str]) -> tuple[str | None, str]:
    """Year and month of a row as ``YYYY-MM``; years of an era are counted from its beginning."""
    text = found.group("year").replace(" ", "")
    era = next((name for name in _ERAS if text.startswith(name)), "")
    number = text.removeprefix(era).replace("元", "1")
    if not number.isdigit() or (not era and len(number) != 4):
        return None, ""
    year = int(number) + (_ERAS[era] if era else 0)
    month = int(found.group("month"))
    if not 1900 <= year <= 2100 or not 1 <= month <= 12:
        return None, ""
    return f"{year:04d}-{month:02d}", f"from “{text}”" if era else ""
