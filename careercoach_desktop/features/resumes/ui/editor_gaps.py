"""Where in the form an entry, a bullet or a group of skills may be dropped."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.resumes.editing import entries, id_of
from careercoach_desktop.features.resumes.model import ResumeData
from careercoach_desktop.features.resumes.ui.editor_reorder import Gap, gaps_between
from careercoach_desktop.features.resumes.ui.section_cards import SectionCard
from careercoach_desktop.features.resumes.ui.skills_card import SkillsCard


def gaps_for(
    item_id: str, data: ResumeData, cards: Mapping[str, SectionCard | SkillsCard], ground: QWidget
) -> Iterator[Gap]:
    """Entries stay in their section; a bullet may go to any entry that has bullets. Lines of ``ground``."""
    for where, card in cards.items():
        if any(id_of(entry) == item_id for entry in entries(data, where)):
            yield from card.gaps(ground) if isinstance(card, SkillsCard) else gaps_between(where, card.boxes(), ground)
            return
    for card in cards.values():
        if isinstance(card, SectionCard):
            yield from card.bullet_gaps(ground)
