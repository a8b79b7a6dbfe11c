"""What the accepted changes are worth, before and after: the local matcher's score and keywords, the rules' ATS score.

No word of a model goes into any of it.
"""

from __future__ import annotations

from datetime import date

from careercoach_desktop.features.analysis.looking import analysis_of
from careercoach_desktop.features.analysis.model import ScoreKind
from careercoach_desktop.features.analysis.rules import Situation as Look
from careercoach_desktop.features.jobs.model import Posting
from careercoach_desktop.features.matching.scoring import match
from careercoach_desktop.features.profile.model import Preferences
from careercoach_desktop.features.resumes.model import ResumeData
from careercoach_desktop.features.tailoring.engine.apply import apply_changes
from careercoach_desktop.features.tailoring.model import Alignment, Draft


def measured(draft: Draft, resume: ResumeData, posting: Posting, preferences: Preferences, today: date) -> Draft:
    """The draft with all its figures; ``resume`` is what it started from."""
    result = apply_changes(resume, draft.changes)
    before, after = (match(each, posting, preferences, today) for each in (resume, result))
    said = {keyword.term for keyword in after.keywords if keyword.found}
    return draft.model_copy(
        update={
            "score_before": before.score,
            "score_after": after.score,
            "ats_before": ats_score(resume, today),
            "ats_after": ats_score(result, today),
            "alignment": [
                Alignment(term=each.term, need=each.need, before=each.found, after=each.term in said)
                for each in before.keywords
            ],
        }
    )


def ats_score(resume: ResumeData, today: date) -> int:
    """By what it says; the look of the page is the template's, which programs read well."""
    return analysis_of(Look.of(resume, today)).score(ScoreKind.ATS)
