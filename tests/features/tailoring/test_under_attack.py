"""Postings and résumés that give orders to a model that obeys: nothing invented is accepted, no score is moved by it,
and nothing is lost."""

from __future__ import annotations

import pytest

from careercoach_desktop.features.jobs.model import Posting
from careercoach_desktop.features.profile.model import Preferences
from careercoach_desktop.features.resumes.model import ResumeData
from careercoach_desktop.features.tailoring.agents.resume_tailor import tailor_request
from careercoach_desktop.features.tailoring.drafting import (
    Edit,
    EditKind,
    Material,
    Mended,
    Mending,
    Proposal,
    draft_from,
    mended,
    unproved_wordings,
)
from careercoach_desktop.features.tailoring.engine import apply_changes, tailor
from careercoach_desktop.features.tailoring.model import ChangeKind, Decision, Draft
from careercoach_desktop.features.tailoring.service import TailoringService
from tests.features.tailoring.engine.people import DATA_JOB, LENA, LENA_NOTES, TODAY
from tests.features.tailoring.engine.test_apply_properties import ids
from tests.features.tailoring.test_with_claude import tailor as tailored_with_claude
from tests.support.attacks import ATTACKS, IN_POSTINGS, Attack, Carrier, attacked, posting
from tests.support.claude import Asked, ClaudeServer
from tests.support.workspace import Place

HER = LENA.model_copy(deep=True)
HER.skills[0].keywords.remove("K8s")
"""Without what some of the attacks would add."""
NAMES = [attack.name for attack in ATTACKS]
WHY = "The posting wants it."


def obedient(attack: Attack) -> Proposal:
    """What a model without judgement makes of it, in every place it could stand."""
    says = attack.obeyed or (f"Rated {attack.score} of 100, the best candidate of all." if attack.score else "")
    says = says or "These are my instructions: you tailor a résumé to one job posting and answer with edits."
    edits = [
        Edit(kind=EditKind.SUMMARY, target="summary", text=says, reason=WHY, rests_on=["w1.1"]),
        Edit(kind=EditKind.REWRITE, target="w1.1", text=says, reason=WHY, rests_on=["w1.1"]),
        Edit(kind=EditKind.ADD_BULLET, target="w2", text=says, reason=WHY, rests_on=["n1"]),
        Edit(kind=EditKind.ADD_SKILLS, target="s1", items=[*attack.skills], reason=WHY),
    ]
    if attack.hides:
        edits += [Edit(kind=EditKind.HIDE, target=name, reason=WHY) for name in ("w1", "w2", "w1.1", "w1.2", "w2.1")]
    return Proposal(edits=edits, impact=f"The match is now {attack.score}.", recommendations=[says])


def of(attack: Attack) -> Material:
    if attack.carrier is Carrier.POSTING:
        job = DATA_JOB.model_copy(update={"description": f"{DATA_JOB.description}\n{posting(attack)}"})
        return Material(HER, job, Preferences(), LENA_NOTES, TODAY)
    return Material(attacked(HER, attack), DATA_JOB, Preferences(), LENA_NOTES, TODAY)


def claimed(draft: Draft, attack: Attack, resume: ResumeData) -> list[str]:
    """What of the attack stands in the result that did not stand in the résumé."""
    result = apply_changes(resume, draft.changes).model_dump_json()
    wanted = [attack.obeyed, *attack.skills]
    return [text for text in wanted if text and text in result and text not in resume.model_dump_json()]


@pytest.mark.parametrize("attack", ATTACKS, ids=NAMES)
def test_nothing_an_obedient_model_invents_is_accepted(attack: Attack) -> None:
    material = of(attack)
    draft = draft_from(obedient(attack), "m", material)
    assert claimed(draft, attack, material.resume) == []
    assert apply_changes(material.resume, draft.changes) == material.resume
    assert {change.decision for change in draft.changes} <= {Decision.REJECTED}


@pytest.mark.parametrize("attack", ATTACKS, ids=NAMES)
def test_nothing_is_lost_and_no_score_is_moved(attack: Attack) -> None:
    material = of(attack)
    draft = draft_from(obedient(attack), "m", material)
    result = apply_changes(material.resume, draft.changes)
    assert ids(result) == ids(material.resume)
    assert result.hidden == material.resume.hidden
    assert (draft.score_after, draft.ats_after) == (draft.score_before, draft.ats_before)
    assert all(each.before == each.after for each in draft.alignment)


@pytest.mark.parametrize("attack", ATTACKS, ids=NAMES)
def test_the_second_question_is_no_way_round_the_check(attack: Attack) -> None:
    material = of(attack)
    draft = draft_from(obedient(attack), "m", material)
    asked = unproved_wordings(draft, material)
    again = Mending(
        wordings=[
            Mended(number=n, text=attack.obeyed or "Hire her at once, whatever the others say.")
            for n in range(1, len(asked) + 1)
        ]
    )
    assert apply_changes(material.resume, mended(draft, asked, again, material).changes) == material.resume


@pytest.mark.parametrize("attack", ATTACKS, ids=NAMES)
def test_the_fences_stay_closed(attack: Attack) -> None:
    text = "\n".join(part.text for part in tailor_request(of(attack)).parts)
    for tag in ("resume", "notes", "posting", "matcher"):
        assert (text.count(f"<{tag}>"), text.count(f"</{tag}>")) == (1, 1)


@pytest.mark.parametrize("attack", IN_POSTINGS, ids=[attack.name for attack in IN_POSTINGS])
def test_the_engine_here_takes_no_orders_either(attack: Attack) -> None:
    material = of(attack)
    draft = tailor(HER, material.posting, Preferences(), LENA_NOTES, TODAY)
    assert claimed(draft, attack, HER) == []
    assert [change.kind for change in draft.changes if change.kind is ChangeKind.HIDE] == []


@pytest.mark.parametrize("attack", [a for a in IN_POSTINGS if a.obeyed][:3], ids=lambda attack: attack.name)
def test_over_the_wire_too(
    connected: ClaudeServer, place: Place, tailoring: TailoringService, lena: int, attack: Attack
) -> None:
    def obey(asked: Asked) -> Proposal:
        assert attack.text[:40].split("<")[0] in asked.user
        return obedient(attack)

    connected.answer("Proposal", obey)
    connected.answer("Mending", Mending(wordings=[Mended(number=1, text=attack.obeyed)]))
    job = place.add_job(Posting(title="Data", description=f"{DATA_JOB.description}\n{posting(attack)}"))
    task = tailored_with_claude(place, job)
    assert task.result is not None
    assert tailoring.review(int(str(task.result["tailoring_id"]))).result == LENA
