"""Skills made visible: what bullets or notes prove and the posting asks joins the skills list, in the posting's
words."""

from __future__ import annotations

from collections.abc import Iterator

from careercoach_desktop.features.evidence.model import Quote
from careercoach_desktop.features.evidence.service import PassageKind, SkillKind, skill_list
from careercoach_desktop.features.matching.keywords import Asked
from careercoach_desktop.features.matching.model import Need
from careercoach_desktop.features.resumes.model import Skill as Group
from careercoach_desktop.features.tailoring.engine.situation import Situation, listing
from careercoach_desktop.features.tailoring.model import Change, ChangeKind

_MOST_ADDED = 5


def _proof(now: Situation, asked: Asked) -> list[Quote]:
    """Where bullets, entries or notes prove a skill that the skills list does not name."""
    if asked.skill is None:
        return []
    work = {PassageKind.BULLET, PassageKind.PROSE, PassageKind.SKILL}
    fragments = [
        each for each in now.evidence.skills.get(asked.skill, []) if each.kind in work or each.quote.label == "Skills"
    ]
    direct = [each for each in fragments if any(hit.skill is asked.skill for hit in each.hits)]
    if asked.skill in {
        hit.skill for paper in now.resume.certificates for hit in skill_list().find_in(paper.name, listed=True)
    }:
        return []
    if any(each.quote.label == "Skills" for each in direct):
        return []
    return [each.quote for each in direct]


def _home(now: Situation, asked: Asked) -> Group | None:
    """The group a skill belongs in: most of its family, then of its category, else the first group with keywords."""
    groups = [group for group in now.resume.skills if group.keywords and group.id not in now.resume.hidden]
    if not groups or asked.skill is None:
        return None
    skill, skills = asked.skill, skill_list()

    def closeness(group: Group) -> tuple[int, int, int]:
        members = [known for word in group.keywords if (known := skills.lookup(word)) is not None]
        family = sum(1 for each in members if each.family == skill.family and skill.family)
        kind = sum(1 for each in members if each.category == skill.category and each.kind == skill.kind)
        spoken = sum(1 for each in members if each.kind is SkillKind.LANGUAGE)
        return family, kind, -spoken

    return max(groups, key=closeness)


def _wording(now: Situation, asked: Asked, group: Group | None) -> str:
    """The posting's words, so that a search finds them; a method as a noun, with a capital where the list has
    capitals."""
    if asked.skill is None or asked.skill.kind is not SkillKind.METHOD:
        return now.says(asked)
    surfaces = [
        hit.surface for each in now.evidence.skills[asked.skill] for hit in each.hits if hit.skill is asked.skill
    ]
    words = now.noun(asked, surfaces[0] if surfaces else "")
    capital = group is None or any(word[:1].isupper() for word in group.keywords)
    return words[:1].upper() + words[1:] if capital else words


def surfaced(now: Situation) -> Iterator[Change]:
    """One change per group that gains skills."""
    gains: dict[str, list[tuple[str, Asked, list[Quote]]]] = {}
    count = 0
    for asked in now.terms:
        method = asked.skill is not None and asked.skill.kind is SkillKind.METHOD
        proof = _proof(now, asked)
        if not proof or count == _MOST_ADDED or (method and asked.need is not Need.MUST):
            continue
        group = _home(now, asked)
        word = _wording(now, asked, group)
        if not word:
            continue
        gains.setdefault(group.id if group else "skills", []).append((word, asked, proof))
        count += 1
    for target, found in gains.items():
        yield _change(now, target, found)


def _source(proof: Quote) -> str:
    return "in your notes" if proof.path.startswith(("profile", "extra")) else f"under {proof.label.split(',')[0]}"


def _change(now: Situation, target: str, found: list[tuple[str, Asked, list[Quote]]]) -> Change:
    words = [word for word, _, _ in found]
    group = next((each for each in now.resume.skills if each.id == target), None)
    before = group.keywords if group else now.resume.skill_names()
    sources = listing(list(dict.fromkeys(_source(proof[0]) for _, _, proof in found)))
    named = listing([now.named(asked) for _, asked, _ in found])
    it = "it stands" if len(words) == 1 else "they stand"
    return Change(
        id=f"surface-{target}",
        kind=ChangeKind.SKILLS_ORDER,
        target=target,
        title="Skills · added",
        headline=f"Lists {listing(words)}",
        reason=f"The posting asks for {named}; {it} {sources}, but not in your skills list, where many look first.",
        evidence=[proof[0] for _, _, proof in found],
        before="\n".join(before),
        after="\n".join([*before, *words]),
        order=[*before, *words] if group else [],
        added=words,
    )
