"""What the truth check is worth: of texts labelled by hand, the inventions it catches and the honest ones it flags.

The texts were written without a look at the check (``tests/features/evidence/labelled``). And what a letter costs.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.figures import Aim, Figure, timed_in_turn
from careercoach_desktop.features.evidence.service import EvidenceBase, check_text
from careercoach_desktop.features.resumes.model import ResumeData

ROOT = Path(__file__).parents[2]
CAUGHT = Aim(98, "median", least=True)
FLAGGED = Aim(3, "median")
A_LETTER = Aim(50, "median")
LANGUAGES = {"en": "English", "de": "German", "fr": "French", "es": "Spanish"}
LETTER_WORDS = 400
RUNS = 20


def figures(_folder: Path, _jobs: int) -> Iterator[Figure]:
    sys.path.insert(0, str(ROOT))
    from tests.features.evidence.labelled import TODAY, Verdict, judged, labelled

    cases = labelled()
    verdicts = list(judged(cases))
    honest = [each for each in verdicts if each.case.honest]
    invented = [each for each in verdicts if not each.case.honest]
    yield _share("inventions caught", [each.caught for each in invented], CAUGHT)
    yield _share("honest texts flagged", [each.flagged for each in honest], FLAGGED)

    def spoken(verdict: Verdict) -> str:
        return "across languages" if verdict.case.across else LANGUAGES[verdict.case.language]

    groups: dict[str, tuple[list[bool], list[bool]]] = defaultdict(lambda: ([], []))
    for verdict in verdicts:
        caught, flagged = groups[spoken(verdict)]
        (flagged if verdict.case.honest else caught).append(verdict.flagged if verdict.case.honest else verdict.caught)
    for name, (caught, flagged) in groups.items():
        yield _share(f"{name}: caught", caught)
        yield _share(f"{name}: honest flagged", flagged)
    kinds: dict[str, list[bool]] = defaultdict(list)
    for verdict in invented:
        kinds[verdict.case.kind].append(verdict.caught)
    for kind, found in sorted(kinds.items()):
        yield _share(f"{kind.lower()}: caught of {len(found)}", found)

    longest = max(cases, key=lambda case: len(case.resume.model_dump_json())).resume
    letter = _letter([case.text for case in cases if case.place == "letter" and case.language == longest.language])
    evidence = EvidenceBase.from_resume(longest, today=TODAY)
    told = longest.model_dump_json()
    samples, baseline = timed_in_turn(
        lambda: check_text(letter, evidence),
        lambda: ResumeData.model_validate_json(told),
        RUNS,
        warm_up=2,
    )
    yield Figure(f"a letter of {LETTER_WORDS} words checked", samples, "résumé from JSON", baseline, aim=A_LETTER)


def _share(name: str, found: Sequence[bool], aim: Aim | None = None) -> Figure:
    return Figure(name, [100 * sum(found) / len(found)], unit="%", aim=aim)


def _letter(texts: list[str]) -> str:
    """Texts of letters, one after the other, until it is as long as a letter gets."""
    words: list[str] = []
    for text in texts:
        words += text.split()
    return " ".join(words[:LETTER_WORDS])
