"""A letter made on this computer: a structured draft from the person's evidence, with places to fill in.

Everything it states is the person's own text or follows from their dates; what only they can say (why this company,
what closes a gap) is left to them as a place in brackets. Pure; about 50 ms, so in the child process.
"""

from careercoach_desktop.features.letters.outlining.outline import outlined

__all__ = ["outlined"]
