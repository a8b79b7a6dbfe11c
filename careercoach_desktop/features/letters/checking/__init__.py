"""Whether a letter says what the person's evidence says, and which of the posting's demands it answers.

Pure, and run in the child process: reading the evidence takes some tens of milliseconds of Python.
"""

from careercoach_desktop.features.letters.checking.letter import checked, unproved
from careercoach_desktop.features.letters.checking.material import Material, evidence_of
from careercoach_desktop.features.letters.checking.removing import without

__all__ = ["Material", "checked", "evidence_of", "unproved", "without"]
