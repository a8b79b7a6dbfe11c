"""Questions a language model writes, made into questions of a session: cleaned, and none that was asked before."""

from careercoach_desktop.features.practice.drafting.questions import (
    WrittenQuestion,
    WrittenQuestions,
    contents_from,
    follow_up_of,
)

__all__ = ["WrittenQuestion", "WrittenQuestions", "contents_from", "follow_up_of"]
