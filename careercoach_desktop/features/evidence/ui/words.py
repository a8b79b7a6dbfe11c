"""The sentences several places of this feature say alike."""

from __future__ import annotations

from careercoach_desktop.features.evidence.model import MarkedBullet, Standing

PROMPTS = {
    "situation": ("Situation", "Where were you, and what was going on?"),
    "task": ("Task", "What was yours to do? What made it hard?"),
    "action": ("Action", "What did you do yourself, step by step?"),
    "result": ("Result", "What came of it? A figure says most, if you have one."),
}
_STANDING = {
    Standing.SAME: "",
    Standing.REWORDED: "reworded since it was marked",
    Standing.GONE: "no longer in the résumé",
}


def figures_line(numbers: tuple[str, ...]) -> str:
    """``Figures in it: 31 % · 40 · two``"""
    return "Figures in it: " + " · ".join(numbers) if numbers else ""


def badge_words(bullet: MarkedBullet) -> str:
    """``Evidence · story “The flood” · Delft3D, Leadership``."""
    parts = ["Evidence"]
    if bullet.story_title:
        parts.append(f"story “{bullet.story_title}”")
    if bullet.mark.skills:
        parts.append(", ".join(bullet.mark.skills))
    if bullet.standing is Standing.REWORDED:
        parts.append(_STANDING[bullet.standing])
    return " · ".join(parts)


def bullet_line(bullet: MarkedBullet) -> str:
    """``Lena Marsh · no longer in the résumé · story “The flood” · Delft3D``."""
    parts = [bullet.resume_title, _STANDING[bullet.standing]]
    if bullet.story_title:
        parts.append(f"story “{bullet.story_title}”")
    parts.append(", ".join(bullet.mark.skills))
    return " · ".join(part for part in parts if part)
