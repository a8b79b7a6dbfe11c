"""The summary: the person's own words stay; a sentence or two from their evidence joins them.

A summary that is already there is never rewritten, only continued with what the posting asks for and the work proves.
Where there is none, title, years and employer open it. A modest, correct summary beats a clever one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from careercoach_desktop.features.evidence.model import Quote
from careercoach_desktop.features.evidence.service import PassageKind, SkillKind, check_text, label_of
from careercoach_desktop.features.matching.keywords import Asked
from careercoach_desktop.features.matching.model import Need
from careercoach_desktop.features.matching.scoring import Standing
from careercoach_desktop.features.resumes.model import Highlight, Work
from careercoach_desktop.features.tailoring.engine.phrases import PHRASES, Phrases
from careercoach_desktop.features.tailoring.engine.results import result_clause
from careercoach_desktop.features.tailoring.engine.situation import Situation, listing, times
from careercoach_desktop.features.tailoring.model import Change, ChangeKind

_LONG_SUMMARY = 75
_ROOM_FOR_ACHIEVEMENT = 45
_LONGEST_ACHIEVEMENT = 26
_TOOLS, _METHODS = 3, 3


class _Summary:
    """Collects sentences and what proves them."""

    def __init__(self, now: Situation, phrases: Phrases) -> None:
        self._now = now
        self._phrases = phrases
        self.sentences: list[str] = []
        self.evidence: list[Quote] = []
        self.named: list[Asked] = []
        self.achievement: Highlight | None = None

    def open_with_title(self) -> None:
        """Title, years and employer, for résumés without a summary."""
        job = _latest(self._now.resume.work)
        if job is None or not job.position or not job.name:
            return
        years = int(self._now.evidence.years_of_work() + 0.05)
        phrases = self._phrases
        if years >= 2:
            template = phrases.title_years_now if job.current else phrases.title_years_past
        else:
            template = phrases.title_now if job.current else phrases.title_past
        title = re.sub(r"\s*\((?:[mwdfhx]/?)+\)", "", job.position).strip()
        title = title.title() if title.isupper() and len(title) > 5 else title
        text = template.format(title=title, years=phrases.number(years), employer=job.name)
        self.sentences.append(text.replace("..", "."))
        self.evidence.append(Quote(path=f"{job.id}.position", label=label_of(job.name, job), text=job.position))

    def name_skills(self, existing: str) -> None:
        """What is asked, stands in the work, and is not said yet."""
        said = {each.term for each in self._now.asked_in(existing)} if existing else set()
        tools: list[str] = []
        methods: list[str] = []
        for asked in self._now.terms:
            if asked.skill is None or asked.term in said or asked.skill.kind is SkillKind.CERTIFICATE:
                continue
            standing = self._proof(asked)
            if standing is None:
                continue
            names, most = (tools, _TOOLS) if asked.skill.kind is SkillKind.TOOL else (methods, _METHODS)
            word = self._word(asked, standing)
            if len(names) == most or not word or (asked.skill.kind is SkillKind.METHOD and asked.need is not Need.MUST):
                continue
            names.append(word)
            self.named.append(asked)
            self.evidence.append(
                Quote(path=standing.passage.path, label=standing.passage.label, text=standing.passage.text)
            )
        if existing and not tools and len(methods) < 2:
            # One general activity is not worth a sentence beside the person's own.
            self.named.clear()
            return
        areas = self._phrases.area if len(methods) == 1 else self._phrases.areas
        for names, template in ((tools, self._phrases.hands_on), (methods, areas)):
            if names:
                self.sentences.append(template.format(names=self._phrases.joined(names)))

    def _proof(self, asked: Asked) -> Standing | None:
        """Tools and methods must stand in the work itself; "hands-on" is not said of a bare list."""
        if asked.skill is None:
            return None
        kinds = {PassageKind.BULLET, PassageKind.PROSE, PassageKind.SKILL}
        return next(
            (
                each
                for each in self._now.index.standing_of(asked.skill, asked.term)
                if each.in_work and each.passage.kind in kinds
            ),
            None,
        )

    def _word(self, asked: Asked, standing: Standing) -> str:
        """Tools as the posting writes them, methods as nouns in the résumé's language."""
        if asked.skill is None or asked.skill.kind is SkillKind.TOOL:
            return self._now.says(asked)
        word = self._now.noun(asked, standing.surface)
        lower = self._now.language != "de" and not word[1:2].isupper()
        return word[:1].lower() + word[1:] if lower else word

    def close_with_achievement(self) -> None:
        """The result of the bullet that answers most of the posting, as a clause of its own: the bullet itself is read
        a few lines further down. Without such a clause, or when its proof fails, nothing is said."""
        found = _achievement(self._now)
        clause = result_clause(found[1].text, self._phrases.language) if found else ""
        if found is None or not clause:
            return
        job, bullet = found
        sentence = self._phrases.at_employer.format(employer=job.name, text=clause)
        if check_text(sentence, self._now.evidence, path="basics.summary").unsupported:
            return
        self.sentences.append(sentence)
        self.achievement = bullet
        self.evidence.append(Quote(path=bullet.id, label=label_of(job.name, job), text=bullet.text))


def _latest(jobs: list[Work]) -> Work | None:
    dated = [job for job in jobs if job.start]
    return max(dated, key=lambda job: (job.current, job.end or job.start or "", job.start or ""), default=None)


def _achievement(now: Situation) -> tuple[Work, Highlight] | None:
    best: tuple[float, Work, Highlight] | None = None
    figures = {each.quote.path for each in now.evidence.fragments if each.figures}
    measured = {each.quote.path for each in now.evidence.fragments if any(figure.unit for figure in each.figures)}
    for place, job in enumerate(now.resume.work[:3]):
        if not job.name or job.id in now.resume.hidden:
            continue
        for bullet in job.highlights:
            words = bullet.text.split()
            if (
                bullet.id in now.resume.hidden
                or bullet.id not in figures
                or not 5 <= len(words) <= _LONGEST_ACHIEVEMENT
            ):
                continue
            if re.search(r"[.!?]\s+\S", bullet.text):
                continue
            worth = now.relevance(bullet.text) + (0.75 if bullet.id in measured else 0)
            if worth >= 1.75 and (best is None or worth - 0.5 * place > best[0]):
                best = (worth - 0.5 * place, job, bullet)
    return (best[1], best[2]) if best else None


def summaries(now: Situation) -> Iterator[Change]:
    """At most one change of the summary; none when nothing true and new can be said."""
    phrases = PHRASES.get(now.language)
    existing = now.resume.basics.summary.strip()
    if phrases is None or len(existing.split()) > _LONG_SUMMARY:
        return
    summary = _Summary(now, phrases)
    if not existing:
        summary.open_with_title()
    summary.name_skills(existing)
    if len(existing.split()) <= _ROOM_FOR_ACHIEVEMENT:
        summary.close_with_achievement()
    if not summary.sentences or (not summary.named and summary.achievement is None):
        return
    ended = existing if not existing or existing.endswith((".", "!", "?")) else existing + "."
    yield Change(
        id="summary",
        kind=ChangeKind.SUMMARY,
        target="basics.summary",
        title="Summary",
        headline=_headline(now, summary, existing),
        reason=_reason(now, summary),
        evidence=summary.evidence,
        before=now.resume.basics.summary,
        after=" ".join([part for part in (ended, *summary.sentences) if part]),
    )


def _headline(now: Situation, summary: _Summary, existing: str) -> str:
    if not existing:
        return "Opens with who you are and what they ask for"
    if summary.named:
        return f"Adds your {listing([now.named(each) for each in summary.named[:2]])} experience"
    return "Adds your closest result"


def _reason(now: Situation, summary: _Summary) -> str:
    parts = []
    if summary.named:
        most = max(summary.named, key=lambda each: each.times)
        also = [now.named(each) for each in summary.named if each is not most][:3]
        often = f" {times(most.times)}" if most.times > 1 else ""
        parts.append(
            f"The posting asks for {now.named(most)}{often}"
            + (f", and for {listing(also)}" if also else "")
            + "; your work shows it."
        )
    if summary.achievement is not None:
        parts.append("The result is your own bullet’s, said shorter.")
    return " ".join(parts)
