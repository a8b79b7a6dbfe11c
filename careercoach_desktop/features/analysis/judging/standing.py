"""How suggestions stand to the résumé as it is now, and the edits that apply one."""

from __future__ import annotations

from collections.abc import Iterable

from careercoach_desktop.features.analysis.model.judgement import Suggestion, SuggestionState
from careercoach_desktop.features.resumes.editing import Edit, apply, typed, value_at
from careercoach_desktop.features.resumes.model import ResumeData


def states_of(suggestions: Iterable[Suggestion], data: ResumeData) -> dict[str, SuggestionState]:
    """By id, for those that can be applied."""
    return {each.id: _state(each, data) for each in suggestions if each.is_edit}


def edits_for(suggestion: Suggestion, data: ResumeData) -> list[Edit]:
    """Those that put ``after`` where ``before`` stands; none where it stands no more. They are made in ``data``."""
    if _state(suggestion, data) is not SuggestionState.OPEN:
        return []
    edits = typed(data, suggestion.path, suggestion.after)
    for edit in edits:
        apply(data, edit)
    return edits


def without_applied(suggestions: Iterable[Suggestion], data: ResumeData) -> ResumeData:
    """The résumé as it was before the suggestions that stand in it were applied: whoever follows advice has not made
    it old."""
    earlier = data.model_copy(deep=True)
    for each in suggestions:
        if each.is_edit and _state(each, earlier) is SuggestionState.APPLIED:
            for edit in typed(earlier, each.path, each.before):
                apply(earlier, edit)
    return earlier


def _state(suggestion: Suggestion, data: ResumeData) -> SuggestionState:
    try:
        present = value_at(data, suggestion.path)
    except KeyError:
        return SuggestionState.CHANGED
    if present == suggestion.before:
        return SuggestionState.OPEN
    return SuggestionState.APPLIED if present == suggestion.after else SuggestionState.CHANGED
