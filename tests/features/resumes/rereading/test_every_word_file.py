"""The Word file of every sample, in every look, read back whole."""

from __future__ import annotations

import pytest

from careercoach_desktop.features.resumes.model import ResumeData, ResumeStyle
from careercoach_desktop.features.resumes.rereading import reread
from careercoach_desktop.features.resumes.typeset import TEMPLATES, typeset_docx
from tests.features.resumes.typeset import varied
from tests.features.resumes.typeset.samples import everything, long, sample, short

PEOPLE = [
    *(sample("lena-marsh"), sample("camille-bergmann"), everything(), short(), long()),
    *(varied.student(), varied.academic(), varied.german(), varied.french(), varied.spanish()),
    *(varied.chinese(), varied.japanese(), varied.climber(), varied.wordy(), varied.emphatic()),
]


@pytest.mark.parametrize("template", [each.name for each in TEMPLATES])
@pytest.mark.parametrize("data", PEOPLE, ids=lambda data: data.basics.name)
def test_no_field_is_lost(data: ResumeData, template: str) -> None:
    report = reread(data, typeset_docx(data, ResumeStyle(template=template)), "export.docx")
    assert report.sentences() == []
    assert report.checked >= 5
