"""Order: what the posting asks for comes first, in bullets, in skills and among projects. No word changes."""

from __future__ import annotations

from collections.abc import Iterator

from careercoach_desktop.features.evidence.model import Quote
from careercoach_desktop.features.resumes.model import Highlight, Skill
from careercoach_desktop.features.tailoring.engine.situation import Entry, Situation, entry_name, listing, times
from careercoach_desktop.features.tailoring.model import Change, ChangeKind

_MOST_NAMED = 3


def _short(text: str, most: int = 60) -> str:
    text = text.strip().rstrip(".;")
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0].rstrip(",;:") + "…"


def bullet_orders(now: Situation) -> Iterator[Change]:
    """For each entry, the bullets that answer the posting before those that don't; ties keep the person's order."""
    for entry in now.entries():
        bullets = entry.highlights
        if len(bullets) < 2:
            continue
        worth = {bullet.id: now.relevance(bullet.text) for bullet in bullets}
        ordered = sorted(bullets, key=lambda bullet: -worth[bullet.id])
        moved = [bullet for bullet in ordered if ordered.index(bullet) < bullets.index(bullet)]
        if not moved or (worth[ordered[0].id] <= worth[bullets[0].id] and ordered[:2] == bullets[:2]):
            continue
        yield _bullet_order(now, entry, bullets, ordered, moved[0])


def _bullet_order(
    now: Situation, entry: Entry, before: list[Highlight], after: list[Highlight], lead: Highlight
) -> Change:
    terms = now.asked_in(lead.text)
    named = listing([now.named(each) for each in terms[:_MOST_NAMED]])
    asked = f"The posting asks for {named}" + (
        f" {times(terms[0].times)}" if len(terms) == 1 and terms[0].times > 1 else ""
    )
    if focus := now.focused(lead.text):
        named = named or listing(focus)
        asked = f"You want to bring out {listing(focus)}"
    place = "first" if after[0] is lead else "near the top"
    return Change(
        id=f"order-{entry.id}",
        kind=ChangeKind.BULLET_ORDER,
        target=entry.id,
        title=f"{entry_name(entry)} · order",
        headline=f"Brings {named} {'to the top' if after[0] is lead else 'up'}",
        reason=f"{asked}. The bullet that shows it now stands {place}; no wording changes.",
        evidence=[now.quote(lead.id, lead.text)],
        before="\n".join(bullet.text for bullet in before),
        after="\n".join(bullet.text for bullet in after),
        order=[bullet.id for bullet in after],
    )


def _rank(now: Situation, word: str) -> int:
    """The place of the most wanted term a keyword answers; far behind when it answers none."""
    terms = now.asked_in(word, listed=True)
    return now.terms.index(terms[0]) if terms else len(now.terms) + 1


def skills_orders(now: Situation, added: dict[str, list[str]]) -> Iterator[Change]:
    """Keywords of each group, then the groups. ``added`` tells what another change adds to a group, so it gets a
    rank too."""
    groups = [group for group in now.resume.skills if group.id not in now.resume.hidden]
    for group in groups:
        ranked = sorted([*group.keywords, *added.get(group.id, [])], key=lambda word: _rank(now, word))
        ordered = [word for word in ranked if word in group.keywords]
        wanted = [bool(now.asked_in(word, listed=True)) for word in group.keywords]
        if wanted != sorted(wanted, reverse=True):
            yield _keyword_order(now, group, ranked, ordered)
    if len(groups) > 1:
        yield from _group_order(now, groups)


def _keyword_order(now: Situation, group: Skill, ranked: list[str], ordered: list[str]) -> Change:
    first = [word for word in ordered if now.asked_in(word, listed=True)]
    single = len([each for each in now.resume.skills if each.keywords]) == 1
    name = "order" if single or not group.name else group.name
    return Change(
        id=f"skills-{group.id}",
        kind=ChangeKind.SKILLS_ORDER,
        target=group.id,
        title=f"Skills · {name}",
        headline=f"{', '.join(first[:_MOST_NAMED])} first",
        reason=f"The posting asks for {listing(first[:4])}; readers look at the start of a list. Nothing is added.",
        evidence=[Quote(path=f"{group.id}.keywords", label="Skills", text=", ".join(group.keywords))],
        before="\n".join(group.keywords),
        after="\n".join(ordered),
        order=ranked,
    )


def _group_order(now: Situation, groups: list[Skill]) -> Iterator[Change]:
    worth = {
        group.id: sum(1 for word in group.keywords or [group.name] if now.asked_in(word, listed=True))
        for group in groups
    }
    plain = all(not group.keywords for group in groups)
    if plain:
        ordered = sorted(groups, key=lambda group: _rank(now, group.name))
    else:
        ordered = sorted(groups, key=lambda group: -worth[group.id])
        if worth[ordered[0].id] < worth[groups[0].id] + 1:
            return
    if ordered == groups:
        return
    names = [group.name or ", ".join(group.keywords[:2]) for group in ordered if worth[group.id]]
    what = "skills" if plain else "groups"
    yield Change(
        id="skills-groups",
        kind=ChangeKind.SKILLS_ORDER,
        target="skills",
        title="Skills · order" if plain else "Skills · groups",
        headline=f"{', '.join(names[:_MOST_NAMED])} first",
        reason=f"These {what} hold what the posting asks for, so they lead the section. Nothing is added or dropped.",
        evidence=[Quote(path="skills", label="Skills", text=", ".join(group.name for group in groups if group.name))],
        before="\n".join(group.name for group in groups),
        after="\n".join(group.name for group in ordered),
        order=[group.id for group in ordered],
    )


def project_order(now: Situation) -> Iterator[Change]:
    """Projects that answer the posting first. Jobs stay as they are: their order is time."""
    projects = [project for project in now.resume.projects if project.id not in now.resume.hidden]
    if len(projects) < 2:
        return
    worth = {
        project.id: now.relevance(
            ". ".join([project.name, project.description, *(bullet.text for bullet in project.highlights)])
        ) + now.relevance(", ".join(project.keywords), listed=True)
        for project in projects
    }  # fmt: skip
    ordered = sorted(projects, key=lambda project: -worth[project.id])
    if ordered[0] is projects[0] or worth[ordered[0].id] <= worth[projects[0].id]:
        return
    lead = ordered[0]
    text = ". ".join(
        [lead.name, lead.description, *(bullet.text for bullet in lead.highlights), ", ".join(lead.keywords)]
    )
    named = listing([now.named(each) for each in now.asked_in(text)[:_MOST_NAMED]])
    yield Change(
        id="order-projects",
        kind=ChangeKind.ENTRY_ORDER,
        target="projects",
        title="Projects · order",
        headline=f"{lead.name or 'The closest project'} first",
        reason=f"The posting asks for {named or 'what this project shows'}; this project is your closest match.",
        evidence=[now.quote(f"{lead.id}.name", _short(text))],
        before="\n".join(project.name for project in projects),
        after="\n".join(project.name for project in ordered),
        order=[project.id for project in ordered],
    )
