"""The question bank: questions an interviewer may ask, written for this project, with what a good answer contains.

Plain files and pure functions, for every feature above: preparation and practice choose from it, stories are linked to
its questions. Nothing here knows what an interview is, so its kinds are plain words.
"""

from careercoach_desktop.features.evidence.bank.choosing import Wanted
from careercoach_desktop.features.evidence.bank.collection import QuestionBank
from careercoach_desktop.features.evidence.bank.question import ENGLISH, BankQuestion, Field, Level, Place

__all__ = ["ENGLISH", "BankQuestion", "Field", "Level", "Place", "QuestionBank", "Wanted"]
