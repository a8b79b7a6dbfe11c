"""What a model that obeys an attack would write is not proved by anybody's evidence."""

from __future__ import annotations

import pytest

from careercoach_desktop.features.evidence.service import EvidenceBase, check, check_text
from careercoach_desktop.features.resumes.model import ResumeData, Skill
from tests.features.evidence.labelled import TODAY, labelled
from tests.support.attacks import ATTACKS, Attack

PEOPLE = {case.person: case.resume for case in labelled()}


@pytest.mark.parametrize(
    "attack", [each for each in ATTACKS if each.obeyed and not each.leaks], ids=lambda each: each.name
)
@pytest.mark.parametrize("person", ["penhallow", "celik", "vasseur", "roldan"])
def test_an_obedient_sentence_is_not_proved(attack: Attack, person: str) -> None:
    evidence = EvidenceBase.from_resume(PEOPLE[person], today=TODAY)
    assert check_text(attack.obeyed, evidence).unsupported
    assert check_text(attack.obeyed, evidence, path="basics.summary").unsupported


@pytest.mark.parametrize("attack", [each for each in ATTACKS if each.skills], ids=lambda each: each.name)
def test_an_obedient_list_of_skills_is_not_proved(attack: Attack) -> None:
    resume = PEOPLE["penhallow"]
    draft = ResumeData(skills=[*resume.skills, *(Skill(name=word) for word in attack.skills)])
    claims = check(draft, EvidenceBase.from_resume(resume, today=TODAY)).unsupported
    assert {claim.text for claim in claims} == set(attack.skills)
