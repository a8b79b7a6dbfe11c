"""What happens to résumés, as the bus tells it: within the transaction and after it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ResumeImported:
    """A file was stored; reading it has been queued."""

    resume_id: int


@dataclass(frozen=True, slots=True)
class ResumeRead:
    """The original was read (or could not be: see the card's ``state``)."""

    resume_id: int


@dataclass(frozen=True, slots=True)
class ResumeChanged:
    """Data, title, tags, look, primary mark or thumbnail changed."""

    resume_id: int


@dataclass(frozen=True, slots=True)
class ResumeRestored:
    """An earlier version is the present one again; its bullets may have other ids. Told inside the transaction, too."""

    resume_id: int


@dataclass(frozen=True, slots=True)
class ResumeDuplicated:
    """A copy was made; its bullets have the ids of the original's. Told inside the transaction, too."""

    resume_id: int
    copy_id: int


@dataclass(frozen=True, slots=True)
class ResumeRemoved:
    resume_id: int


@dataclass(frozen=True, slots=True)
class ProposalChanged:
    """Corrections were suggested for a résumé, one was skipped, or they were put away."""

    resume_id: int
