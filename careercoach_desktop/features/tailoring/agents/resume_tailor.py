"""ResumeTailor: a résumé and a posting in, edits by id out; at most one question more, about what nothing proves.

What stays comes first (the rules, the résumé, the person's notes), so that the next job for the same résumé reads it
from the prompt cache; the posting and what the local matcher found follow. Edits, not a rewritten document: output
costs five times input, and only an edit by id can be looked up, checked and rejected on its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from careercoach_desktop.features.jobs.model.posting_words import posting_words
from careercoach_desktop.features.matching.model import terms_of
from careercoach_desktop.features.matching.scoring import match
from careercoach_desktop.features.tailoring.drafting import Material, Mending, Names, Proposal, Unproved
from careercoach_desktop.foundation.llm.model import ContactDetail, Effort, Part, Purpose, Request
from careercoach_desktop.foundation.llm.prompts import Prompts, tagless

AGENT = "ResumeTailor"
VERSION = 2
USUAL_ANSWER = 1_600
"""Tokens of a usual answer, with the thinking before it."""
USUAL_MENDING = 500
MOST_TOKENS = 16_000
LONGEST_POSTING = 9_000
"""Letters; beyond that postings repeat what the company says about itself."""
LONGEST_NOTES = 6_000
LONGEST_FOCUS = 400
_TAGS = ("resume", "notes", "elsewhere", "posting", "matcher", "focus", "settled", "wordings")
_PROMPTS = Prompts("careercoach_desktop.features.tailoring.agents")


def tailor_request(material: Material) -> Request[Proposal]:
    """About 0.1 s of pure Python: call it in the child process or on the desk's background thread."""
    shown = material.shown(material.situation()) if material.spares else ()
    names = Names.of(material.resume, material.notes[:LONGEST_NOTES], shown)
    resume = _safe("\n".join(names.lines))
    parts = [Part(_PROMPTS.fill("resume_tailor.resume", resume=resume), settled=True)]
    if names.note_lines:
        parts.append(Part(_PROMPTS.fill("resume_tailor.notes", notes=_safe("\n".join(names.note_lines))), settled=True))
    parts.append(Part(_job(material, names)))
    return Request(
        agent=AGENT,
        version=VERSION,
        purpose=Purpose.WRITING,
        system=_PROMPTS.fill("resume_tailor.system"),
        parts=tuple(parts),
        output=Proposal,
        effort=Effort.MEDIUM,
        max_tokens=MOST_TOKENS,
        expected_tokens=USUAL_ANSWER,
        contact=material.contact,
    )


def mending_request(unproved: Sequence[Unproved], contact: tuple[ContactDetail, ...] = ()) -> Request[Mending]:
    """The one question more; only the lines it is about are sent."""
    wordings = "\n\n".join(_wording(number, each) for number, each in enumerate(unproved, 1))
    return Request(
        agent=AGENT,
        version=VERSION,
        purpose=Purpose.WRITING,
        system=_PROMPTS.fill("resume_mender.system"),
        parts=(Part(_PROMPTS.fill("resume_mender.user", wordings=_safe(wordings))),),
        output=Mending,
        effort=Effort.LOW,
        max_tokens=MOST_TOKENS,
        expected_tokens=USUAL_MENDING,
        contact=contact,
    )


def _job(material: Material, names: Names) -> str:
    keywords = match(material.resume, material.posting, material.preferences, material.today).keywords
    settled = [name for target in material.settled if (name := names.name_of(target))]
    return _PROMPTS.fill(
        "resume_tailor.user",
        posting=_safe(posting_words(material.posting, LONGEST_POSTING)),
        missing=_safe(terms_of(keywords, found=False)),
        matched=_safe(terms_of(keywords, found=True)),
        elsewhere=_safe("\n".join(names.spare_lines)),
        focus=_safe("\n".join(material.focus)[:LONGEST_FOCUS]),
        settled=", ".join(sorted(settled)),
        language=material.resume.language,
    )


def _wording(number: int, each: Unproved) -> str:
    proofs = "\n".join(f"evidence: {_flat(text)}" for text in each.proofs)
    missing = "; ".join(_flat(part) for part in each.missing)
    was = f"was: {_flat(each.before) or '(nothing)'}"
    return f"number {number}\n{was}\nwording: {_flat(each.text)}\nnot proved: {missing}\n{proofs}".strip()


def _safe(text: str) -> str:
    return tagless(text, *_TAGS)


def _flat(text: str) -> str:
    return " ".join(text.split())
