"""How a briefing is told: where it is from, how old it is, and all of it as plain text for the clipboard."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from urllib.parse import urlsplit

from careercoach_desktop.features.interviews.model.brief import Brief, BriefOrigin, Preparation, Research, Source
from careercoach_desktop.foundation.llm.saying import shortened
from careercoach_desktop.foundation.llm.words import model_name

_LONGEST_TITLE = 64


def origin_words(brief: Brief, now: datetime) -> str:
    """``Looked up by Claude Sonnet 5.5 · 3 days ago``."""
    made_by = model_name(brief.made_by) if brief.made_by else ""
    match brief.origin:
        case BriefOrigin.SEARCH:
            who = f"Looked up by {made_by}"
        case BriefOrigin.PASTED:
            who = f"Summed up by {made_by} from what you pasted" if made_by else "What you pasted"
        case BriefOrigin.CLAUDE:
            who = f"Prepared by {made_by}"
        case BriefOrigin.LOCAL:
            who = "Prepared on this computer, by rules and the question bank"
    return f"{who} · {age_words(brief.created, now)}"


def age_words(created: datetime, now: datetime) -> str:
    days = (now.astimezone().date() - created.astimezone().date()).days
    return "today" if days <= 0 else "yesterday" if days == 1 else f"{days} days ago"


def host_of(source: Source) -> str:
    """The page's host, so that one sees where a link leads whatever its title says."""
    return (urlsplit(source.url).hostname or source.url).removeprefix("www.")


def title_of(source: Source) -> str:
    return shortened(source.title, _LONGEST_TITLE) if source.title else host_of(source)


def source_words(number: int, source: Source) -> str:
    """For a tip: which page, how old, and the passage."""
    head = " · ".join(part for part in (f"{number} {title_of(source)}", host_of(source), source.dated) if part)
    return f"{head}\n“{source.cited}”" if source.cited else head


def dropped_words(count: int, *, research: bool) -> str:
    """What was left out, and why; empty when nothing was."""
    if not count:
        return ""
    what = "1 sentence was" if count == 1 else f"{count} sentences were"
    if research:
        return (
            f"{what} left out: no page proves what it said."
            if count == 1
            else (f"{what} left out: no page proves what they said.")
        )
    return f"{what} left out: not proved by your résumé, notes or stories."


def as_text(brief: Brief, stories: Mapping[int, str]) -> str:
    """All of it, for the clipboard."""
    if brief.preparation is not None:
        return "\n".join(_preparation_lines(brief.title, brief.preparation, stories))
    return "\n".join(_research_lines(brief.title, brief.research or Research()))


def _preparation_lines(title: str, made: Preparation, stories: Mapping[int, str]) -> list[str]:
    lines = [title, "", made.focus] if made.focus else [title]
    if made.checklist:
        lines += ["", "Before the day", *(f"[ ] {each}" for each in made.checklist)]
    if made.likely:
        lines += ["", "They may ask"]
    for question in made.likely:
        lines.append(f"- {question.text}")
        lines += [f"  {question.because}"] if question.because else []
        named = [stories[each] for each in question.story_ids if each in stories]
        lines += [f"  Your story: {', '.join(f'“{each}”' for each in named)}"] if named else []
    if made.ask:
        lines += ["", "You could ask", *(f"- {each}" for each in made.ask)]
    return lines


def _research_lines(title: str, found: Research) -> list[str]:
    numbers = {source.url: number for number, source in enumerate(found.sources, 1)}
    lines = [title]
    for section in found.sections:
        lines += ["", section.title]
        for point in section.points:
            marks = "".join(f"[{numbers[source.url]}]" for source in point.sources)
            lines.append(f"- {point.text} {marks}".rstrip())
    if found.sources:
        lines += ["", "Sources", *(f"[{numbers[each.url]}] {each.title} {each.url}".strip() for each in found.sources)]
    return lines
