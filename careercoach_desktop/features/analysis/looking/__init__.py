"""A résumé file looked at in the child process: its facts, or with everything the rules say of it. No database."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from careercoach_desktop.features.analysis.model import Analysis
from careercoach_desktop.features.analysis.rules import RULES_VERSION, Situation, findings
from careercoach_desktop.features.analysis.scoring import scores_of
from careercoach_desktop.features.resumes.model import ResumeData
from careercoach_desktop.foundation.documents.examining import FileFacts, examine
from careercoach_desktop.foundation.documents.reading import refusals
from careercoach_desktop.foundation.errors import UserError

if TYPE_CHECKING:
    from careercoach_desktop.foundation.tasks.child import ChildProcess

_NO_TEXT = refusals.no_text().code


def look_at(path: Path, child: ChildProcess, today: date) -> Analysis:
    """What the rules say of a file that is not kept. UserError as ``resumes.looking.look_at``, but pictures of pages
    are no error: that they are is what there is to say."""
    from careercoach_desktop.features.resumes.looking import read_upload, refuse_hopeless

    data = read_upload(path)
    refuse_hopeless(data, path.name)
    analysis: Analysis = child.call(analysis_of_file, data, path.name, today)
    return analysis


def analysis_of_file(data: bytes, file_name: str, today: date) -> Analysis:
    """In the child process: read, examined and judged in one visit."""
    from careercoach_desktop.features.resumes.reading import read_resume

    facts = facts_of_file(data, file_name)
    try:
        resume = read_resume(data, file_name).data
    except UserError as problem:
        if problem.code != _NO_TEXT:
            raise
        resume = ResumeData()
    return analysis_of(Situation.of(resume, today, facts, file_name))


def facts_of_file(data: bytes, file_name: str) -> FileFacts:
    """In the child process. Raises ``UserError`` as ``examine``."""
    from careercoach_desktop.features.resumes.reading.headings import opens_section

    return examine(data, file_name, opens_section)


def analysis_of(situation: Situation) -> Analysis:
    """Rules and scores: some milliseconds."""
    found = findings(situation)
    return Analysis(scores=scores_of(found), findings=found, rules_version=RULES_VERSION)
