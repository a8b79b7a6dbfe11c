"""What a résumé says on paper against what our importer reads back from that paper."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import TypeVar

from careercoach_desktop.features.resumes.model import (
    Award,
    Certificate,
    Education,
    Highlight,
    Project,
    Publication,
    ResumeData,
    Volunteer,
    Work,
)
from careercoach_desktop.features.resumes.rereading.report import LostField, RereadReport
from careercoach_desktop.features.resumes.rereading.sameness import address, degree, digits, plain
from careercoach_desktop.features.resumes.typeset.labels import month, period
from careercoach_desktop.features.resumes.typeset.lines import link_target
from careercoach_desktop.foundation.documents.model import SourceText
from careercoach_desktop.foundation.errors import UserError

EntryT = TypeVar("EntryT", Work, Education)
_NO_LINKS = ".txt"
"""Plain text has no links but those that are printed."""
_PARTS = re.compile(r"\s*\n\s*|\s+[-–—·|]\s+")
_NEAR = 0.6
"""How alike two texts must be before one is shown as what stands in the place of the other."""


def reread(data: ResumeData, document: bytes, file_name: str, *, left_out: Sequence[str] = ()) -> RereadReport:
    """Read ``document`` (PDF or DOCX bytes made from ``data``) back and compare it with what it should say.

    Fields are looked for in what a person can see; whether titles lead to their links is looked at besides. Hidden
    entries must not come back, empty fields and the sections ``left_out`` (kinds, or ids of sections of the person's
    own) are not looked for. A file that can't be read at all is reported as lost, not raised. Takes as long as an
    import (some 50 ms); run it in the child process.
    """
    expected = _shown(data, left_out)
    try:
        found, text, links = _read(document, file_name)
    except UserError as problem:
        unreadable = LostField("", "The file", "a readable résumé", problem.message)
        return RereadReport(1, (unreadable,)) if _has_text(expected) else RereadReport()
    comparison = _Comparison(text)
    comparison.basics(expected, found)
    comparison.work(expected, found)
    comparison.education(expected, found)
    comparison.skills(expected, found)
    comparison.the_rest(expected)
    comparison.further(expected)
    comparison.dates(expected)
    comparison.links(expected, links)
    comparison.orders(expected)
    comparison.hidden(data, found)
    return RereadReport(comparison.checked, tuple(comparison.lost))


def _read(document: bytes, file_name: str) -> tuple[ResumeData, str, tuple[str, ...]]:
    """What our importer makes of what can be seen, the text of that, and where links lead."""
    from careercoach_desktop.features.resumes.reading.assemble import assemble
    from careercoach_desktop.features.resumes.reading.headings import opens_section
    from careercoach_desktop.foundation.documents.reading import read_document

    source = read_document(document, file_name, opens_section)
    visible: SourceText = replace(source, links=(), lines=tuple(replace(line, links=()) for line in source.lines))
    return assemble(visible), visible.text, () if file_name.endswith(_NO_LINKS) else source.links


def _shown(data: ResumeData, left_out: Sequence[str] = ()) -> ResumeData:
    """``data`` without what is hidden or left out."""
    hidden = {*data.hidden, *left_out}
    shown = data.model_copy(deep=True)
    if "summary" in hidden:
        shown.basics.summary = ""
    for name in hidden.intersection((*_LISTS, "work", "education", "skills")):
        setattr(shown, name, [])
    for name in (*_LISTS, "work", "education", "skills"):
        entries = [entry for entry in getattr(shown, name) if entry.id not in hidden]
        for entry in entries:
            if hasattr(entry, "highlights"):
                entry.highlights = [each for each in entry.highlights if each.id not in hidden]
        setattr(shown, name, entries)
    shown.basics.profiles = [each for each in shown.basics.profiles if each.id not in hidden]
    return shown


_MORE: dict[str, dict[str, str]] = {
    "work": {"summary": "The description of a job", "location": "The place of a job"},
    "education": {"location": "The place of a school"},
    "projects": {"description": "The description of a project", "entity": "The owner of a project"},
    "certificates": {"issuer": "The issuer of a certificate"},
    "publications": {"publisher": "The publisher", "summary": "The description of a publication"},
    "awards": {"awarder": "The giver of an award", "summary": "The description of an award"},
    "volunteer": {"position": "The role", "summary": "The description of a role"},
    "languages": {"fluency": "The level of a language"},
    "references": {"reference": "The words of a reference"},
}
"""What else an entry prints: its words have to be there, wherever."""
_ADDRESSES = {"projects": "The address of a project", "publications": "The address of a publication"}
"""Printed as they are."""
_LINKED = {"work": "name", "education": "institution", "volunteer": "organization", "certificates": "name"}
"""Entries whose title leads to their address, and the field that is the title."""
_DATED = {
    "projects": "The dates of a project",
    "volunteer": "The dates of a role",
    "certificates": "The date of a certificate",
    "publications": "The date of a publication",
    "awards": "The date of an award",
}
_ORDERED = {
    "work": ("name", "position"),
    "education": ("institution", "study_type"),
    "projects": ("name", "entity"),
    "volunteer": ("organization", "position"),
    "sections": ("title", "title"),
}
"""Entries with bullets, and what names them."""
_LISTS = {
    "projects": ("name", "The project"),
    "certificates": ("name", "The certificate"),
    "publications": ("name", "The publication"),
    "awards": ("title", "The award"),
    "volunteer": ("organization", "The organisation"),
    "languages": ("language", "The language"),
    "interests": ("name", "The interest"),
    "references": ("name", "The reference"),
    "sections": ("title", "The heading"),
}


def _has_text(data: ResumeData) -> bool:
    return data.model_copy(update={"language": "en", "hidden": [], "traces": {}}) != ResumeData()


@dataclass(slots=True)
class _Looked:
    """A value to look for, and the test that says whether what came back is the same."""

    path: str
    label: str
    expected: str
    same: Callable[[str, str], bool]


def _same_words(one: str, other: str) -> bool:
    return plain(one) == plain(other)


class _Comparison:
    """Collects what was looked for and what was lost."""

    def __init__(self, text: str) -> None:
        self.checked = 0
        self.lost: list[LostField] = []
        self._text = plain(text)

    def _look(self, looked: _Looked, candidates: Sequence[str]) -> None:
        """``candidates``: the values that may hold it; the nearest one is told when none is the same."""
        if not looked.expected.strip():
            return
        self.checked += 1
        if any(looked.same(looked.expected, each) for each in candidates):
            return
        found = _nearest(looked.expected, candidates, at_least=0.0 if len(candidates) == 1 else _NEAR)
        self.lost.append(LostField(looked.path, looked.label, looked.expected, found))

    def basics(self, expected: ResumeData, found: ResumeData) -> None:
        want, got = expected.basics, found.basics
        same_number: Callable[[str, str], bool] = lambda a, b: digits(a) == digits(b)  # noqa: E731
        same_address: Callable[[str, str], bool] = lambda a, b: address(a) == address(b)  # noqa: E731
        self._look(_Looked("basics.name", "The name", want.name, _same_words), [got.name])
        self._look(_Looked("basics.email", "The e-mail address", want.email, _same_words), [got.email])
        self._look(_Looked("basics.phone", "The phone number", want.phone, same_number), [got.phone])
        links = [got.url, *(profile.url for profile in got.profiles)]
        self._look(_Looked("basics.url", "The web address", want.url, same_address), links)
        for profile in want.profiles:
            self._look(_Looked(f"{profile.id}.url", "The link", profile.url, same_address), links)
        self._visible("basics.label", "The headline", want.label)
        self._visible("basics.location", "The place", want.location.text or want.location.city)
        self._visible("basics.summary", "The summary", want.summary)

    def work(self, expected: ResumeData, found: ResumeData) -> None:
        for want, got in _paired(expected.work, found.work, lambda entry: f"{entry.name} {entry.position}"):
            names = [got.name, got.position] if got and not (want.name and want.position) else None
            self._look(_Looked(f"{want.id}.name", "The employer", want.name, _same_words), names or _of(got, "name"))
            self._look(
                _Looked(f"{want.id}.position", "The job title", want.position, _same_words),
                names or _of(got, "position"),
            )
            self._dates(want, got, want.name or want.position)
            self._bullets(want.highlights, got.highlights if got else [], want.name or want.position)
            for word in want.technologies:
                self._visible(f"{want.id}.technologies", "The technology", word)

    def education(self, expected: ResumeData, found: ResumeData) -> None:
        pairs = _paired(expected.education, found.education, lambda entry: f"{entry.institution} {_degree(entry)}")
        same_degree: Callable[[str, str], bool] = lambda a, b: degree(a) == degree(b)  # noqa: E731
        for want, got in pairs:
            schools = [got.institution, _degree(got)] if got and not (want.institution and _degree(want)) else None
            self._look(
                _Looked(f"{want.id}.institution", "The school", want.institution, _same_words),
                schools or _of(got, "institution"),
            )
            self._look(
                _Looked(f"{want.id}.study_type", "The degree", _degree(want), same_degree),
                schools or ([_degree(got)] if got else []),
            )
            self._visible(f"{want.id}.score", "The grade", want.score)
            self._dates(want, got, want.institution or _degree(want))
            for bullet in want.highlights:
                self._visible(bullet.id, f"A point under {want.institution}", bullet.text)

    def skills(self, expected: ResumeData, found: ResumeData) -> None:
        names = found.skill_names()
        for group in expected.skills:
            for name in group.keywords or [group.name]:
                spelled = [*names, *([name] if f"{plain(name)} ({plain(group.level)})" in map(plain, names) else [])]
                self._look(_Looked(f"{group.id}.keywords", "The skill", name, _same_words), spelled)

    def the_rest(self, expected: ResumeData) -> None:
        """Parts other systems rarely take apart: their words have to be there, wherever."""
        for name, (title, label) in _LISTS.items():
            for entry in getattr(expected, name):
                if name != "sections" or entry.highlights:
                    self._visible(f"{entry.id}.{title}", label, getattr(entry, title))
                for bullet in getattr(entry, "highlights", []):
                    # a dated line of a section is set as title, names, date and text, each in its place
                    for part in _PARTS.split(bullet.text) if name == "sections" else [bullet.text]:
                        self._visible(bullet.id, f"A point under {getattr(entry, title)}", part)

    def further(self, expected: ResumeData) -> None:
        """The other words of every entry."""
        for kind, labels in _MORE.items():
            for entry in getattr(expected, kind):
                for name, label in labels.items():
                    self._visible(f"{entry.id}.{name}", label, getattr(entry, name))

    def dates(self, expected: ResumeData) -> None:
        """Dates of parts that are not taken apart: as they are printed, and as often as they are meant."""
        times: Counter[str] = Counter()
        for kind, what in _DATED.items():
            for entry in getattr(expected, kind):
                printed = _printed_date(entry, expected.language)
                if printed:
                    times[plain(printed)] += 1
                    field = "release_date" if kind == "publications" else "date"
                    path = f"{entry.id}.{field if hasattr(entry, field) else 'start' if entry.start else 'end'}"
                    self._visible(path, what, printed, times=times[plain(printed)])

    def links(self, expected: ResumeData, targets: Sequence[str]) -> None:
        """Addresses that are printed have to be there, however their lines break; of a title that is a link, where it
        leads, in files that have links."""
        unbroken = _unbroken(self._text)
        for kind, what in _ADDRESSES.items():
            for entry in getattr(expected, kind):
                if entry.url:
                    self._there(f"{entry.id}.url", what, entry.url, _unbroken(plain(address(entry.url))) in unbroken)
        reached = {address(target) for target in targets}
        for kind, title in _LINKED.items() if targets else ():
            for entry in getattr(expected, kind):
                if link_target(entry.url) and getattr(entry, title):
                    there = address(entry.url) in reached
                    self._there(f"{entry.id}.url", f"The link of {getattr(entry, title)}", entry.url, there)

    def orders(self, expected: ResumeData) -> None:
        """Bullets that are all there have to follow each other as they were meant."""
        for kind, names in _ORDERED.items():
            for entry in getattr(expected, kind):
                texts = [plain(each.text) for each in entry.highlights if plain(each.text)]
                if len(texts) < 2 or not all(text in self._text for text in texts):
                    continue
                where = next((text for name in names if (text := getattr(entry, name))), "an entry")
                ordered = _follow_each_other(texts, self._text)
                self._there(entry.highlights[0].id, f"The order of the points of {where}", "as they were put", ordered)

    def hidden(self, data: ResumeData, found: ResumeData) -> None:
        """What was left off must not be on the page."""
        hidden = set(data.hidden)
        shown = {plain(each.text) for each in _all_bullets(_shown(data))}
        read = {plain(each.text) for each in _all_bullets(found)}
        for bullet in _all_bullets(data):
            if bullet.id in hidden and plain(bullet.text) in read - shown:
                self.lost.append(LostField(bullet.id, "A point that is left off", "nothing", bullet.text))

    def _dates(self, want: Work | Education, got: Work | Education | None, where: str) -> None:
        start, end = want.start or "", "" if want.current else want.end or ""
        read = [got.start or "", got.end or ""] if got else []
        single = not want.current and (not start or not end or start[:7] == end[:7])
        same_month: Callable[[str, str], bool] = lambda a, b: a[:7] == b[:7]  # noqa: E731
        first = read if single else read[:1]
        last = read if single else read[1:]
        self._look(_Looked(f"{want.id}.start", f"The start at {where}", start, same_month), first)
        self._look(_Looked(f"{want.id}.end", f"The end at {where}", end, same_month), last)
        if want.current and start:
            ongoing = ["present"] if got and got.current else read[1:]
            self._look(_Looked(f"{want.id}.end", f"The end at {where}", "present", _same_words), ongoing)

    def _bullets(self, want: list[Highlight], got: list[Highlight], where: str) -> None:
        texts = [bullet.text for bullet in got]
        for bullet in want:
            self._look(_Looked(bullet.id, f"A bullet of {where}", bullet.text, _same_words), texts)

    def _visible(self, path: str, label: str, text: str, *, times: int = 1) -> None:
        if text.strip():
            self._there(path, label, text, self._text.count(plain(text)) >= times)

    def _there(self, path: str, label: str, text: str, is_there: bool) -> None:
        self.checked += 1
        if not is_there:
            self.lost.append(LostField(path, label, text))


def _printed_date(entry: Project | Volunteer | Certificate | Publication | Award, language: str) -> str:
    if isinstance(entry, Project | Volunteer):
        return period(entry.start, entry.end, current=entry.current, language=language)
    value = entry.release_date if isinstance(entry, Publication) else entry.date
    return month(value, language) if value else ""


def _unbroken(text: str) -> str:
    return re.sub(r"\s", "", text)


def _follow_each_other(texts: Iterable[str], within: str) -> bool:
    """Whether ``within`` says each of ``texts`` after the one before."""
    at = 0
    for text in texts:
        found = within.find(text, at)
        if found < 0:
            return False
        at = found + len(text)
    return True


def _all_bullets(data: ResumeData) -> list[Highlight]:
    return [
        bullet
        for part in (data.work, data.volunteer, data.education, data.projects, data.sections)
        for entry in part
        for bullet in entry.highlights
    ]


def _degree(education: Education) -> str:
    return " ".join(part for part in (education.study_type, education.area) if part)


def _of(entry: Work | Education | None, field: str) -> list[str]:
    return [str(getattr(entry, field))] if entry is not None else []


def _nearest(expected: str, candidates: Sequence[str], *, at_least: float) -> str:
    scored = [(_likeness(expected, each), each) for each in candidates if each]
    score, best = max(scored, default=(0.0, ""))
    return best if score >= at_least else ""


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, plain(one), plain(other), autojunk=False).ratio()


def _paired(want: list[EntryT], got: list[EntryT], name: Callable[[EntryT], str]) -> list[tuple[EntryT, EntryT | None]]:
    """Each expected entry with the one read back in its place: by order when as many came back, else the likest."""
    if len(want) == len(got):
        return list(zip(want, got, strict=True))
    left = list(got)
    pairs: list[tuple[EntryT, EntryT | None]] = []
    for entry in want:
        best = max(left, key=lambda each: _likeness(name(entry), name(each)), default=None)
        if best is not None and _likeness(name(entry), name(best)) < _NEAR:
            best = None
        if best is not None:
            left.remove(best)
        pairs.append((entry, best))
    return pairs
