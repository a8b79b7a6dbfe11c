"""Small rewrites that change no fact: naming the tool that notes prove, and the posting's name for the same skill."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from careercoach_desktop.features.evidence.model import Quote
from careercoach_desktop.features.evidence.service import (
    Fragment,
    Hit,
    SkillKind,
    content_words,
    same_word,
    skill_list,
    stems,
    tokenize,
)
from careercoach_desktop.features.matching.keywords import Asked
from careercoach_desktop.features.resumes.model import Highlight, Skill
from careercoach_desktop.features.tailoring.engine.naming import named
from careercoach_desktop.features.tailoring.engine.results import noted_results
from careercoach_desktop.features.tailoring.engine.situation import Entry, Situation, entry_name, listing, times
from careercoach_desktop.features.tailoring.model import Change, ChangeKind

_EQUATION = re.compile(
    r"\s(?:=|:|–|means|was|were|is|ran on|runs on|used|uses|built (?:with|in|on)|war|waren|ist|"
    r"lief(?:en)? (?:auf|mit)|c['’]est|était|sur|fue|era|con)\s|\s?[=:]\s?",
    re.IGNORECASE,
)
_MOST_REWRITES = 5
_LONG_THING = 5
"""Words from which a note says more than what a tool was for."""


@dataclass(slots=True)
class _Rewrite:
    """What happens to one bullet: its new text, and why."""

    entry: Entry
    place: int
    bullet: Highlight
    text: str
    headlines: list[str] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    evidence: list[Quote] = field(default_factory=list)


def _is_abbreviation(word: str) -> bool:
    return (
        len(word) <= 6
        and " " not in word
        and (word.isupper() or (any(char.isdigit() for char in word) and word[:1].isalpha()))
    )


def _thing_meant(note: Fragment, hit: Hit) -> set[str]:
    """What a note says the tool was used for: the other side of its equation, or its other content words."""
    text, at = note.quote.text, note.tokens.starts[hit.first]
    sides = _EQUATION.split(text, maxsplit=1)
    side = text
    if len(sides) == 2:
        side = sides[0] if at >= len(sides[0]) else sides[1]
    skill_words = {word for each in note.hits for word in note.tokens.words[each.first : each.last]}
    return {word for word in content_words(tokenize(side)) if word not in skill_words}


def _meant_bullet(
    now: Situation, note: Fragment, words: set[str], asked: Asked
) -> tuple[Entry, int, Highlight, set[str]] | None:
    """The one bullet a note speaks of: it shares most of the thing meant, and no other bullet shares as much. Two words
    in common are little where the note tells of more: a tool would be claimed for work it had no part in."""
    rated = []
    for entry, place, bullet in now.bullets():
        if note.entries and entry.id not in note.entries:
            continue
        if asked in now.asked_in(bullet.text):
            continue
        common = {
            word for word in words if any(same_word(word, other) for other in content_words(tokenize(bullet.text)))
        }
        rated.append((len(common), entry, place, bullet, common))
    rated.sort(key=lambda each: -each[0])
    needed = min(2, len(words)) if len(words) < _LONG_THING else (len(words) + 1) // 2
    if not rated or needed == 0 or rated[0][0] < needed or (len(rated) > 1 and rated[1][0] == rated[0][0]):
        return None
    if needed == 1 and rated[0][0] == 1 and not note.entries and len(next(iter(words))) < 6:
        return None
    return rated[0][1:]


def _named_by_notes(now: Situation) -> Iterator[tuple[Entry, int, Highlight, str, Asked, Quote]]:
    for note in now.evidence.fragments:
        if not note.is_note:
            continue
        for hit in note.hits:
            asked = now.asked.get(hit.skill)
            if asked is None or hit.skill.kind is not SkillKind.TOOL:
                continue
            words = _thing_meant(note, hit)
            meant = _meant_bullet(now, note, words, asked)
            if meant is None:
                continue
            entry, place, bullet, common = meant
            name = _name(now, asked, hit)
            text = named(bullet.text, common, name, note, hit, language=now.language)
            if text is not None:
                yield entry, place, bullet, text, asked, note.quote


def _name(now: Situation, asked: Asked, hit: Hit) -> str:
    """The tool as the posting names it, or the person's shorter form of the same name: "Spark" of "Apache Spark"."""
    name = now.says(asked)
    return hit.surface if name.casefold().endswith(f" {hit.surface.casefold()}") else name


def _named_by_entry(now: Situation) -> Iterator[tuple[Entry, int, Highlight, str, Asked, Quote]]:
    """An entry's own technologies or summary name the tool; a bullet speaks of what that tool is for."""
    for entry, place, bullet in now.bullets():
        for hit in skill_list().find_in(bullet.text):
            for fragment in now.evidence.of_entry(entry.id):
                if fragment.is_note or fragment.quote.path == bullet.id:
                    continue
                for other in fragment.hits:
                    asked = now.asked.get(other.skill)
                    same = other.skill.family == hit.skill.family and hit.skill.kind is SkillKind.METHOD
                    if (
                        asked is None
                        or not same
                        or other.skill.kind is not SkillKind.TOOL
                        or now.evidence.home.get(fragment.quote.path)
                    ):
                        continue
                    if any(asked in now.asked_in(each.text) for each in entry.highlights):
                        continue
                    at = bullet.text.find(hit.surface) + len(hit.surface)
                    if bullet.text[at : at + 2] != " (":
                        yield (
                            entry,
                            place,
                            bullet,
                            f"{bullet.text[:at]} ({now.says(asked)}){bullet.text[at:]}",
                            asked,
                            fragment.quote,
                        )


def _spelled_out(surface: str, posting: str) -> str:
    """``Kubernetes (K8s)`` from the résumé's and the posting's wording, or nothing when neither abbreviates the
    other."""
    if stems(surface) == stems(posting):
        return ""
    if _is_abbreviation(surface) and not _is_abbreviation(posting) and len(posting) > len(surface) + 2:
        return f"{posting} ({surface})"
    if _is_abbreviation(posting) and not _is_abbreviation(surface) and len(surface) > len(posting) + 2:
        return f"{surface} ({posting})"
    return ""


def _literal(now: Situation, asked: Asked) -> bool:
    """Whether the résumé already has the posting's wording somewhere."""
    words = stems(now.says(asked))
    return asked.skill is None or any(
        stems(place.surface) == words for place in now.index.standing.get(asked.skill, ())
    )


def renamings(now: Situation) -> Iterator[Change]:
    """Keywords of the skills list in the posting's wording: ``K8s`` → ``Kubernetes (K8s)``."""
    for group in now.resume.skills:
        renamed: dict[str, str] = {}
        wanted: list[Asked] = []
        for word in group.keywords:
            for asked in now.asked_in(word, listed=True):
                longer = _spelled_out(word, now.says(asked)) if not _literal(now, asked) else ""
                if longer and asked.skill is skill_list().lookup(word) and word not in renamed:
                    renamed[word] = longer
                    wanted.append(asked)
        if renamed and group.id not in now.resume.hidden:
            yield _renaming(now, group, renamed, wanted)


def _renaming(now: Situation, group: Skill, renamed: dict[str, str], wanted: list[Asked]) -> Change:
    after = [renamed.get(word, word) for word in group.keywords]
    posting = listing([f"“{now.says(each)}”" for each in wanted])
    return Change(
        id=f"rename-{group.id}",
        kind=ChangeKind.SKILLS_ORDER,
        target=group.id,
        title="Skills · wording",
        headline=f"Writes {listing(list(renamed.values()))}",
        reason=f"The posting writes {posting}. It is the same skill; both wordings make it easy to find.",
        evidence=[Quote(path=f"{group.id}.keywords", label="Skills", text=listing(list(renamed)))],
        before="\n".join(group.keywords),
        after="\n".join(after),
        renamed=renamed,
    )


def _rewrites(now: Situation) -> dict[str, _Rewrite]:
    found: dict[str, _Rewrite] = {}
    done: set[str] = set()
    for entry, place, bullet, text, asked, quote in (*_named_by_notes(now), *_named_by_entry(now)):
        if bullet.id in found or (entry.id + asked.term) in done:
            continue
        done.add(entry.id + asked.term)
        source = "your notes do" if quote.path.startswith(("profile", "extra")) else "the entry does"
        count = f"asks for {asked.term} {times(asked.times)}" if asked.times > 1 else f"asks for {asked.term}"
        found[bullet.id] = _Rewrite(
            entry, place, bullet, text, [f"Names the {now.says(asked)} work they ask for"],
            [f"The posting {count}; your bullet describes the work without naming it, {source}."], [quote],
        )  # fmt: skip
    _spell_out_bullets(now, found)
    _add_results(now, found)
    return found


def _add_results(now: Situation, found: dict[str, _Rewrite]) -> None:
    for each in noted_results(now):
        bullet = each.bullet
        rewrite = found.setdefault(bullet.id, _Rewrite(each.entry, each.place, bullet, bullet.text))
        end = "." if rewrite.text.rstrip().endswith(".") else ""
        rewrite.text = rewrite.text.rstrip().rstrip(".") + each.clause + end
        rewrite.headlines.append(f"Adds the {each.figure} you wrote in your notes")
        rewrite.reasons.append("Your notes give the result of this work; a figure shows what it was worth.")
        rewrite.evidence.append(each.quote)


def _spell_out_bullets(now: Situation, found: dict[str, _Rewrite]) -> None:
    """Abbreviations in bullets, once per skill, when no skills list can carry the wording instead."""
    listed = {skill for word in now.resume.skill_names() if (skill := skill_list().lookup(word)) is not None}
    done: set[str] = set()
    for entry, place, bullet in now.bullets():
        for hit in skill_list().find_in(bullet.text):
            asked = now.asked.get(hit.skill)
            if asked is None or hit.skill in listed or asked.term in done or _literal(now, asked):
                continue
            longer = _spelled_out(hit.surface, now.says(asked))
            if not longer or bullet.text.count(hit.surface) != 1 or f"({hit.surface})" in bullet.text:
                continue
            done.add(asked.term)
            rewrite = found.setdefault(bullet.id, _Rewrite(entry, place, bullet, bullet.text))
            rewrite.text = rewrite.text.replace(hit.surface, longer, 1)
            rewrite.headlines.append(f"Writes {longer}")
            rewrite.reasons.append(
                f"The posting writes “{now.says(asked)}”. It is the same skill; both wordings make it easy to find."
            )
            rewrite.evidence.append(now.quote(bullet.id, bullet.text))


def rewrites(now: Situation) -> Iterator[Change]:
    """At most five bullets in better words."""
    for each in list(_rewrites(now).values())[:_MOST_REWRITES]:
        yield Change(
            id=f"rewrite-{each.bullet.id}",
            kind=ChangeKind.REWRITE,
            target=each.bullet.id,
            title=f"{entry_name(each.entry)} · bullet {each.place}",
            headline=each.headlines[0],
            reason=" ".join(each.reasons),
            evidence=each.evidence,
            before=each.bullet.text,
            after=each.text,
        )
