"""What a whole session came to, by rules: scores, what went well, what to work on, and the next steps."""

from careercoach_desktop.features.practice.summing.result import result_of

__all__ = ["result_of"]
