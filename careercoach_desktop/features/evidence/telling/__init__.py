"""Stories as they are told in an interview: what one lacks, which question it answers, what a bullet gives for one."""

from careercoach_desktop.features.evidence.telling.answering import StoryRanking, best_questions
from careercoach_desktop.features.evidence.telling.beginning import story_of_bullet
from careercoach_desktop.features.evidence.telling.lacking import gaps, numbers_in

__all__ = ["StoryRanking", "best_questions", "gaps", "numbers_in", "story_of_bullet"]
