"""A scripted Claude that judges: it answers under the ids it was given, as JobMatcher's prompt asks."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from careercoach_desktop.features.jobs.model import Posting
from tests.support.claude import Asked, ClaudeServer
from tests.support.workspace import Place

Score = Callable[[str], int]
"""From the words of one job to its score."""
REASON = "Six years of pipelines answer what they ask."
GAP = "They require Spark in production; your résumé does not show it."


def jobs_in(asked: Asked) -> dict[str, str]:
    """The words of each job that was asked about, by its id."""
    return dict(re.findall(r"<job>\nid: (\w+)\n(.*?)\n</job>", asked.user, re.DOTALL))


def judge(server: ClaudeServer, score: Score | int, *, but: Callable[[str], bool] = lambda _words: False) -> None:
    """Score every job; leave out those that ``but`` holds for."""

    def answer(asked: Asked) -> dict[str, Any]:
        said = [
            {
                "job": name,
                "score": score if isinstance(score, int) else score(words),
                "reasons": [REASON],
                "gaps": [GAP],
            }
            for name, words in jobs_in(asked).items()
            if not but(words)
        ]
        return {"jobs": said}

    server.answer("Verdicts", answer)


def many_jobs(place: Place, count: int) -> list[int]:
    return [
        place.add_job(Posting(title=f"Data Engineer {number}", company="Northwind", description=_DESCRIPTION))
        for number in range(count)
    ]


_DESCRIPTION = (
    "We look for a data engineer who knows SQL, Python and Airflow, and who likes to explain things. "
    "Spark in production is required. You work in Leeds or from home."
)
