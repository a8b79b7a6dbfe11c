"""What a language model proposes, made into changes a person can trust: looked up, quoted, checked, off where unproved.

Pure, and run in the child process. The model's word counts for wording only: what a change rests on is looked up in the
person's own evidence, and whether it is true is decided here.
"""

from careercoach_desktop.features.tailoring.drafting.carrying import kept_changes, merged, settled
from careercoach_desktop.features.tailoring.drafting.draft import Material, draft_from
from careercoach_desktop.features.tailoring.drafting.growing import growing_changes
from careercoach_desktop.features.tailoring.drafting.mending import Unproved, mended, unproved_wordings
from careercoach_desktop.features.tailoring.drafting.names import Names
from careercoach_desktop.features.tailoring.drafting.proof import unproved
from careercoach_desktop.features.tailoring.drafting.proposal import Edit, EditKind, Mended, Mending, Proposal

__all__ = [
    "Edit",
    "EditKind",
    "Material",
    "Mended",
    "Mending",
    "Names",
    "Proposal",
    "Unproved",
    "draft_from",
    "growing_changes",
    "kept_changes",
    "mended",
    "merged",
    "settled",
    "unproved",
    "unproved_wordings",
]
