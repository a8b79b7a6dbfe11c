"""Claims a résumé makes by its fields: employers, titles, dates, degrees, certificates, and where a bullet stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from careercoach_desktop.features.evidence.career import label_of
from careercoach_desktop.features.evidence.model import Claim, ClaimKind, Quote
from careercoach_desktop.features.evidence.truth.base import EvidenceBase
from careercoach_desktop.features.evidence.truth.levels import level_in
from careercoach_desktop.features.evidence.truth.titles import same_title
from careercoach_desktop.features.evidence.truth.wording import is_content, same_word
from careercoach_desktop.features.evidence.vocabulary.degrees import highest_degree
from careercoach_desktop.features.evidence.vocabulary.tokens import stems
from careercoach_desktop.features.resumes.model import (
    Award,
    Certificate,
    Education,
    Highlight,
    Language,
    Project,
    Publication,
    ResumeData,
    Volunteer,
    Work,
)

Dated = Work | Volunteer | Education | Project


def _claim(kind: ClaimKind, text: str, path: str, label: str, proof: str, reason: str) -> Claim:
    quotes = [] if reason else [Quote(path=path, label=label, text=proof or text)]
    return Claim(kind=kind, text=text, path=path, supported=not reason, evidence=quotes, reason=reason)


def same_name(draft: str, known: str) -> bool:
    """Names of firms, schools, certificates: the same words but for case, legal form, and a part left out."""
    mine = [word for word in stems(draft) if is_content(word)]
    theirs = [word for word in stems(known) if is_content(word)]
    if not mine or not theirs:
        return mine == theirs or draft.strip() == known.strip()
    extra = [word for word in mine if not any(same_word(word, other) for other in theirs)]
    return not [
        word
        for word in extra
        if word not in {"ltd", "limited", "inc", "gmbh", "ag", "llc", "plc", "sa", "sarl", "sl", "se", "kg", "co"}
    ] and len(extra) < len(mine)


def name_of(entry: Dated) -> str:
    """The employer, organisation, school or project of an entry."""
    if isinstance(entry, Volunteer):
        return entry.organization
    return entry.institution if isinstance(entry, Education) else entry.name


class Records:
    """Compares a draft's entries with the evidence's, by id; an entry with an unknown id by its name."""

    def __init__(self, draft: ResumeData, evidence: EvidenceBase) -> None:
        self._draft = draft
        self._known = evidence.resume
        self._evidence = evidence

    def claims(self) -> Iterator[Claim]:
        """Claims of every entry in the order of the résumé."""
        draft, known = self._draft, self._known
        for job in draft.work:
            yield from self._job(job, self._find(job, known.work))
        for post in draft.volunteer:
            yield from self._post(post, self._find(post, known.volunteer))
        for project in draft.projects:
            yield from self._project(project, self._find(project, known.projects))
        for school in draft.education:
            yield from self._school(school, self._find(school, known.education))
        for paper in draft.certificates:
            yield from self._paper(paper)
        for award in draft.awards:
            yield from self._honour(award)
        for work in draft.publications:
            yield from self._honour(work)
        for tongue in draft.languages:
            yield from self._tongue(tongue)

    def _find(self, entry: Dated, known: Sequence[Dated]) -> Dated | None:
        by_id = [each for each in known if each.id == entry.id]
        return by_id[0] if by_id else next((each for each in known if same_name(name_of(entry), name_of(each))), None)

    def _named(self, entry: Dated, known: Dated | None, kind: ClaimKind) -> Iterator[Claim]:
        name = name_of(entry)
        if not name:
            return
        fields: dict[type, str] = {Volunteer: "organization", Education: "institution"}
        path = f"{entry.id}.{fields.get(type(entry), 'name')}"
        fits = known is not None and same_name(name, name_of(known))
        reason = "" if fits else f"{name} is not in your evidence."
        yield _claim(kind, name, path, label_of(name, entry), name_of(known) if known else "", reason)

    def _job(self, job: Work, known: Dated | None) -> Iterator[Claim]:
        yield from self._named(job, known, ClaimKind.EMPLOYER)
        held = known.position if isinstance(known, Work) else ""
        yield from self._title(job.id, job.position, held, label_of(job.name, job))
        yield from self._dates(job, known)
        yield from self._bullets(job.id, job.highlights)

    def _post(self, post: Volunteer, known: Dated | None) -> Iterator[Claim]:
        yield from self._named(post, known, ClaimKind.EMPLOYER)
        held = known.position if isinstance(known, Volunteer) else ""
        yield from self._title(post.id, post.position, held, label_of(post.organization, post))
        yield from self._dates(post, known)
        yield from self._bullets(post.id, post.highlights)

    def _title(self, entry: str, title: str, held: str, label: str) -> Iterator[Claim]:
        if not title:
            return
        reason = (
            ""
            if held and same_title(title, held)
            else f"Your title was {held}."
            if held
            else f"{title} is not a title in your evidence."
        )
        yield _claim(ClaimKind.TITLE, title, f"{entry}.position", label, held, reason)

    def _project(self, project: Project, known: Dated | None) -> Iterator[Claim]:
        yield from self._named(project, known, ClaimKind.EMPLOYER)
        yield from self._dates(project, known)
        yield from self._bullets(project.id, project.highlights)

    def _dates(self, entry: Dated, known: Dated | None) -> Iterator[Claim]:
        label = label_of(name_of(entry), entry)
        for field in ("start", "end"):
            said: str | None = getattr(entry, field)
            if not said:
                continue
            true: str = (getattr(known, field) if known else None) or ""
            fits = bool(true) and true.startswith(said)
            reason = (
                "" if fits else (f"Your evidence says {true}." if true else f"The date {said} is not in your evidence.")
            )
            yield _claim(ClaimKind.DATE, said, f"{entry.id}.{field}", label, true, reason)
        if entry.current and not (known and known.current):
            yield _claim(
                ClaimKind.DATE,
                "current",
                f"{entry.id}.current",
                label,
                "",
                "Your evidence does not say that this goes on.",
            )
        elif known and known.end and not entry.end and not entry.current:
            yield _claim(
                ClaimKind.DATE,
                "no end",
                f"{entry.id}.end",
                label,
                "",
                f"Your evidence says that this ended in {known.end}.",
            )

    def _bullets(self, entry: str, highlights: list[Highlight]) -> Iterator[Claim]:
        for bullet in highlights:
            home = self._evidence.home.get(bullet.id)
            if home is not None and home != entry:
                name = self._evidence.entry_names.get(home) or "another entry"
                yield _claim(ClaimKind.EMPLOYER, bullet.text, bullet.id, "", "", f"This belongs to {name}.")

    def _school(self, school: Education, known: Dated | None) -> Iterator[Claim]:
        yield from self._named(school, known, ClaimKind.EMPLOYER)
        yield from self._dates(school, known)
        label = label_of(school.institution, school)
        held = known if isinstance(known, Education) else Education()
        true = " ".join(part for part in (held.study_type, held.area) if part)
        said = " ".join(part for part in (school.study_type, school.area) if part)
        if said:
            level, have = highest_degree(said), highest_degree(true)
            fits = same_name(said, true) or (
                level is not None and level == have and (not school.area or same_name(school.area, true))
            )
            reason = "" if fits else (f"Your evidence says {true}." if true else f"{said} is not in your evidence.")
            yield _claim(ClaimKind.DEGREE, said, f"{school.id}.study_type", label, true, reason)
        if school.score:
            fits = stems(school.score) == stems(held.score) or school.score.strip() == held.score.strip()
            reason = (
                ""
                if fits
                else (f"Your evidence says {held.score}." if held.score else "This grade is not in your evidence.")
            )
            yield _claim(ClaimKind.NUMBER, school.score, f"{school.id}.score", label, held.score, reason)
        yield from self._bullets(school.id, school.highlights)

    def _paper(self, paper: Certificate) -> Iterator[Claim]:
        known = next(
            (each for each in self._known.certificates if each.id == paper.id and same_name(paper.name, each.name)),
            None,
        )
        known = known or next((each for each in self._known.certificates if same_name(paper.name, each.name)), None)
        notes = [each for each in self._evidence.fragments if each.is_note]
        words = [word for word in stems(paper.name) if is_content(word)]
        noted = next((each for each in notes if words and all(word in each.words for word in words)), None)
        proof = known.name if known else (noted.quote.text if noted else "")
        reason = "" if proof else f"{paper.name} is not in your evidence."
        yield _claim(ClaimKind.CERTIFICATE, paper.name, f"{paper.id}.name", "Certificates", proof, reason)
        if paper.date and known is not None:
            fits = bool(known.date) and (known.date or "").startswith(paper.date)
            reason = (
                ""
                if fits
                else (f"Your evidence says {known.date}." if known.date else "This date is not in your evidence.")
            )
            yield _claim(ClaimKind.DATE, paper.date, f"{paper.id}.date", "Certificates", known.date or "", reason)
        if paper.issuer and known is not None and not same_name(paper.issuer, known.issuer):
            yield _claim(
                ClaimKind.CERTIFICATE,
                paper.issuer,
                f"{paper.id}.issuer",
                "Certificates",
                "",
                f"{paper.issuer} is not the issuer in your evidence.",
            )

    def _honour(self, thing: Award | Publication) -> Iterator[Claim]:
        name = thing.title if isinstance(thing, Award) else thing.name
        field = "title" if isinstance(thing, Award) else "name"
        known = [each.title for each in self._known.awards] + [each.name for each in self._known.publications]
        proof = next((each for each in known if same_name(name, each)), "")
        if name:
            reason = "" if proof else f"{name} is not in your evidence."
            yield _claim(ClaimKind.CERTIFICATE, name, f"{thing.id}.{field}", name, proof, reason)

    def _tongue(self, tongue: Language) -> Iterator[Claim]:
        known = next((each for each in self._known.languages if same_name(tongue.language, each.language)), None)
        text = " ".join(part for part in (tongue.language, tongue.fluency) if part)
        said, have = level_in(tongue.fluency), level_in(known.fluency) if known else None
        raised = said is not None and known is not None and said > (have or 0)
        reason = (
            ""
            if known and not raised
            else (
                f"Your evidence says {known.fluency or known.language}."
                if known
                else f"{tongue.language} is not in your evidence."
            )
        )
        proof = " ".join(part for part in (known.language, known.fluency) if part) if known else ""
        yield _claim(ClaimKind.SKILL, text, f"{tongue.id}.language", "Languages", proof, reason)
