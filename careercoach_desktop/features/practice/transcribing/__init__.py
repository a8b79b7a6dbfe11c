"""How an answer was spoken, from the times of its words."""

from careercoach_desktop.features.practice.transcribing.measuring import speech_of

__all__ = ["speech_of"]
