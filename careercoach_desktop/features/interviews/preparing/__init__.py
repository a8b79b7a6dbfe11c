"""A round prepared on this computer at once: questions from the bank, stories matched by their words, a checklist by
the kind of the round. Rules and lists, nothing invented; the person's stories are named, never told anew."""

from careercoach_desktop.features.interviews.preparing.locally import prepared_here

__all__ = ["prepared_here"]
