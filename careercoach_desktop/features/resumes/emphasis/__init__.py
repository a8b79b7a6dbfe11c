"""Bold, italic and links inside a bullet: plain text cut into runs; marks carried along when the text changes."""

from careercoach_desktop.features.resumes.emphasis.lines import Marked, cut, joined
from careercoach_desktop.features.resumes.emphasis.moving import moved
from careercoach_desktop.features.resumes.emphasis.pasting import good_link, pasted_html, pasted_text
from careercoach_desktop.features.resumes.emphasis.runs import Run, marks_of, runs

__all__ = ["Marked", "Run", "cut", "good_link", "joined", "marks_of", "moved", "pasted_html", "pasted_text", "runs"]
