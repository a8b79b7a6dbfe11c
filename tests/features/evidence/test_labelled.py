"""The labelled set: twenty people, 750 texts, half of them with something invented."""

from __future__ import annotations

from collections import Counter

from careercoach_desktop.features.evidence.model import Claim, ClaimKind
from tests.features.evidence.labelled import Case, Verdict, judged, labelled


def test_each_language_has_at_least_forty_honest_texts_and_forty_inventions() -> None:
    same = Counter((case.language, case.honest) for case in labelled() if not case.across)
    for language in ("en", "de", "fr", "es"):
        assert same[language, True] >= 40
        assert same[language, False] >= 40


def test_no_text_is_there_twice() -> None:
    assert all(times == 1 for times in Counter(_told(case) for case in labelled()).values())


def test_every_bullet_belongs_to_an_entry_of_its_person() -> None:
    for case in labelled():
        entries = [*case.resume.work, *case.resume.volunteer, *case.resume.projects, *case.resume.education]
        assert not case.entry or case.entry in {entry.id for entry in entries}, case.id


def _told(case: Case) -> tuple[str, str, str]:
    return (case.person, case.place, case.text)


def test_an_invention_is_caught_by_a_claim_about_its_own_words_only() -> None:
    case = next(case for case in labelled() if not case.honest and case.place == "bullet" and case.kind == "NUMBER")

    def verdict(text: str) -> Verdict:
        return Verdict(case, (Claim(kind=ClaimKind.NUMBER, text=text, supported=False),))

    assert verdict(case.invented[0]).caught
    assert verdict(case.text).caught, "a claim about the whole sentence names every word of it"
    assert not verdict(case.text.split()[0]).caught
    assert not Verdict(case, ()).caught


def test_at_least_98_of_100_inventions_are_caught_and_at_most_3_of_100_honest_texts_flagged() -> None:
    verdicts = list(judged(labelled()))
    inventions = [each.caught for each in verdicts if not each.case.honest]
    honest = [each.flagged for each in verdicts if each.case.honest]
    assert sum(inventions) >= 0.98 * len(inventions)
    assert sum(honest) <= 0.03 * len(honest)
