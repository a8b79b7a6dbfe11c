"""What a language model proposes, made into changes a person can trust: looked up, quoted, checked, off where unproved.

Pure, and run in the child process. The model's word counts for wording only: what a change rests on is looked up in the
person's own evidence, and whether it is true is decided here.
"""

from careercoach_desktop.features.tailoring.drafting.draft import draft_from
from careercoach_desktop.features.tailoring.drafting.names import Names
from careercoach_desktop.features.tailoring.drafting.proof import unproved
from careercoach_desktop.features.tailoring.drafting.proposal import Edit, EditKind, Proposal

__all__ = ["Edit", "EditKind", "Names", "Proposal", "draft_from", "unproved"]
