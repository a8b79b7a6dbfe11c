"""A story's beginning from a bullet of a résumé: the person's own words, put where they belong. Nothing is added."""

from __future__ import annotations

import re

from careercoach_desktop.features.evidence.career import PassageKind, passages
from careercoach_desktop.features.evidence.model import StoryText
from careercoach_desktop.features.resumes.model import ResumeData

_LONGEST_TITLE = 60
_OUTCOME = re.compile(
    r"(?:[,;:]|\s[–—-])\s+(?:and\s+|und\s+|et\s+|y\s+)?(?="
    r"(?:thereby |thus |hence |so )?(?:cutting|reducing|saving|raising|increasing|lowering|halving|doubling|tripling|"
    r"improving|boosting|growing|winning|freeing|shortening|bringing|resulting in|leading to|which|so that)\b|"
    r"(?:wodurch|womit|sodass|so dass|was zu|und damit|dadurch|damit)\b|"
    r"(?:ce qui|réduisant|augmentant|permettant|économisant|améliorant|d[’']où|si bien que)\b|"
    r"(?:lo que|reduciendo|aumentando|mejorando|ahorrando|logrando|de modo que|por lo que)\b)",
    re.IGNORECASE,
)
"""Where a bullet goes on from what was done to what came of it."""


def story_of_bullet(data: ResumeData, bullet_id: str, text: str) -> StoryText:
    """What a bullet, which says ``text``, gives for a story; a bullet that is gone gives its words alone."""
    there = [passage for passage in passages(data, with_hidden=True) if passage.path == bullet_id]
    bullet = next((passage for passage in there if passage.kind is PassageKind.BULLET), None)
    words = " ".join(text.split())
    outcome = _OUTCOME.search(words)
    entry = bullet.label if bullet is not None else ""
    role = "" if bullet is None else _role(data, bullet.entry)
    return StoryText(
        title=_title(words),
        situation=", ".join(part for part in (role, entry) if part),
        action=words[: outcome.start()] if outcome else words,
        result=words[outcome.end() :] if outcome else "",
    )


def _role(data: ResumeData, entry: str) -> str:
    """What the person was there, where the label does not say it."""
    posts = [(job.id, job.position, job.name) for job in data.work]
    posts += [(post.id, post.position, post.organization) for post in data.volunteer]
    return next((position for id_, position, name in posts if id_ == entry and name and position), "")


def _title(words: str) -> str:
    if len(words) <= _LONGEST_TITLE:
        return words.rstrip(".")
    return f"{words[:_LONGEST_TITLE].rsplit(' ', 1)[0].rstrip(',;:')} …"
