"""Interviews on screen, and what higher features add to a round."""

from careercoach_desktop.features.interviews.ui.interview_action import InterviewAction
from careercoach_desktop.features.interviews.ui.words import TYPE_ICONS, clock, length_words, people_words, type_word
from careercoach_desktop.features.interviews.ui.zone_field import ZoneField

__all__ = ["TYPE_ICONS", "InterviewAction", "ZoneField", "clock", "length_words", "people_words", "type_word"]
