"""The figure that counts: of sentences labelled by hand, how many inventions are caught, how many honest flagged."""

from __future__ import annotations

import pytest

from careercoach_desktop.features.evidence.model import Claim
from careercoach_desktop.features.evidence.truth import check_text
from tests.features.evidence.truth.people import EVIDENCE
from tests.features.evidence.truth.sentences import HONEST, INVENTED


def unsupported(person: str, path: str, text: str) -> list[Claim]:
    return check_text(text, EVIDENCE[person], path=path).unsupported


def test_at_least_ninety_five_in_a_hundred_inventions_are_caught() -> None:
    missed = [case for case in INVENTED if not unsupported(*case)]
    assert len(missed) <= 0.05 * len(INVENTED), missed


def test_at_most_five_in_a_hundred_honest_rewrites_are_flagged() -> None:
    flagged = [(case[2], [claim.reason for claim in found]) for case in HONEST if (found := unsupported(*case))]
    assert len(flagged) <= 0.05 * len(HONEST), flagged


@pytest.mark.parametrize("case", INVENTED, ids=lambda case: case[2][:60])
def test_every_objection_is_one_short_sentence(case: tuple[str, str, str]) -> None:
    for claim in unsupported(*case):
        assert claim.reason.endswith(".")
        assert len(claim.reason) <= 120
        assert claim.evidence == []


def test_every_supported_claim_quotes_the_evidence() -> None:
    for person, path, text in HONEST:
        for claim in check_text(text, EVIDENCE[person], path=path).claims:
            if claim.supported:
                assert claim.evidence, (text, claim)
                assert all(quote.text for quote in claim.evidence)
