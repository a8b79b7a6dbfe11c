"""An answer heard by rules: at once, on this computer, without a key.

Rules can tell whether an answer has a beginning and an end, what it leaves out, how long it is and how it is said. They
can't tell whether it is true or wise; whoever shows this says so.
"""

from careercoach_desktop.features.practice.listening.feedback import local_feedback

__all__ = ["local_feedback"]
