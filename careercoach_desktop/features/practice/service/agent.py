"""The MockInterview agent at arm's length: its prompts (and Jinja with them) load where a request is made, in the child
process, and not with the window. The arguments are those of ``agents.mock_interview``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from careercoach_desktop.features.practice.drafting import WrittenQuestions
    from careercoach_desktop.features.practice.judging import AnalysedSession, MendedSuggestion, WeighedAnswer
    from careercoach_desktop.foundation.llm.model import Request


def questions_request(*about: Any) -> Request[WrittenQuestions]:
    from careercoach_desktop.features.practice.agents import mock_interview

    return mock_interview.questions_request(*about)


def weigh_request(*about: Any) -> Request[WeighedAnswer]:
    from careercoach_desktop.features.practice.agents import mock_interview

    return mock_interview.weigh_request(*about)


def mend_request(*about: Any) -> Request[MendedSuggestion]:
    from careercoach_desktop.features.practice.agents import mock_interview

    return mock_interview.mend_request(*about)


def analysis_request(*about: Any) -> Request[AnalysedSession]:
    from careercoach_desktop.features.practice.agents import mock_interview

    return mock_interview.analysis_request(*about)
