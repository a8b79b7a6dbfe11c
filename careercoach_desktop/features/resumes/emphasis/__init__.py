"""Bold, italic and links inside a bullet: plain text cut into runs; marks carried along when the text changes."""

from careercoach_desktop.features.resumes.emphasis.moving import moved
from careercoach_desktop.features.resumes.emphasis.runs import Run, marks_of, runs

__all__ = ["Run", "marks_of", "moved", "runs"]
