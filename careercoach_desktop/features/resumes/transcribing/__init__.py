"""What Claude reads off a picture of a résumé, and how it becomes résumé data nobody has to believe.

There is no text here to compare with what it says, so every value stays doubtful until the person has looked at it.
"""

from __future__ import annotations

from careercoach_desktop.features.resumes.transcribing.sendable import Sendable, sendable
from careercoach_desktop.features.resumes.transcribing.transcript import Transcript, data_of, is_doubted, is_empty

__all__ = ["TRANSCRIBE_TASK", "Sendable", "Transcript", "data_of", "is_doubted", "is_empty", "sendable"]

TRANSCRIBE_TASK = "resumes.transcribe"
