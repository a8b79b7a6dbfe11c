"""The Practice page: set up, question by question, result, history."""

from careercoach_desktop.features.practice.ui.practice_page import PracticePage

__all__ = ["PracticePage"]
