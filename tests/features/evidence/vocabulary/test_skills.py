"""The skills list: sound data, and everyday words that are skills only in company."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from careercoach_desktop.features.evidence.vocabulary.skills import SkillKind, read_skills, skill_list
from careercoach_desktop.features.evidence.vocabulary.tokens import stems

EVERYDAY = """
    go rest spark express swift ruby dash access outlook word excel teams zoom slack notion sketch spring react
    ember flask vault helm puppet salt ant make bash basic logo scheme racket julia dart crystal
    nim elm kong consul nomad envoy harbor tempo loki jest mocha karma cucumber cypress robot insomnia
    fiddler charles remedy reach safe dora sage wave gusto deputy fourth ran soar shap slam ray ram sam tea may
    till open turn turning bend bending facing pressing pilot drive driven claims bids buying influence sound
    light stage set house table line floor front back field ground market culture cultures management operations
    governance cloud mobile network interface storage backup release feature test testable bug ticket board
    draft edit press publish read write speak listen think plan work team lead help care serve clean wait
    later buffer mural loom gong drift front clay maze craft foundry forge mill grind stamp cast mold tune
"""
"""Words a sentence may hold without naming a tool, however many tools are called like them."""


def names(text: str, *, listed: bool = False) -> list[str]:
    return [hit.skill.name for hit in skill_list().find_in(text, listed=listed)]


def test_the_list_is_large_and_sound() -> None:
    skills = skill_list()
    assert len(skills.skills) >= 3900
    assert len({skill.name for skill in skills.skills}) == len(skills.skills)
    for skill in skills.skills:
        assert skill.name == skill.name.strip()
        assert all(alias.strip() for alias in skill.aliases)
        for name in skill.implies:
            assert skills.get(name) is not None, f"{skill.name} implies {name}, which is not on the list"
    assert {skill.kind for skill in skills.skills} == set(SkillKind)
    assert len({skill.category for skill in skills.skills}) >= 20


def test_no_wording_belongs_to_two_skills() -> None:
    owners: dict[tuple[str, ...], set[str]] = {}
    for skill in skill_list().skills:
        for wording in (skill.name, *skill.aliases):
            owners.setdefault(stems(wording.lstrip("!?")), set()).add(skill.name)
    assert {words: names for words, names in owners.items() if len(names) > 1} == {}


def test_no_name_differs_from_another_only_in_its_capitals() -> None:
    seen: dict[str, str] = {}
    twice = [(skill.name, seen[skill.name.casefold()]) for skill in skill_list().skills if _seen(skill.name, seen)]
    assert twice == []


def _seen(name: str, seen: dict[str, str]) -> bool:
    return seen.setdefault(name.casefold(), name) is not name


@pytest.mark.parametrize("word", EVERYDAY.split())
def test_an_everyday_word_in_a_sentence_is_no_skill(word: str) -> None:
    assert names(f"We think that {word} things happen") == []


def test_every_trade_is_there() -> None:
    counts = Counter(skill.category for skill in skill_list().skills)
    for category in (
        *("health", "education", "construction", "manufacturing", "logistics", "hospitality", "retail", "legal"),
        *("finance", "human resources", "marketing", "sales", "science", "design", "social", "public sector"),
    ):
        assert counts[category] >= 30, category


def test_every_skill_is_found_by_its_own_name() -> None:
    skills = skill_list()
    lost = [
        skill.name
        for skill in skills.skills
        if [hit.skill for hit in skills.find_in(skill.name, listed=True)] != [skill]
    ]
    assert lost == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("K8s, node.js and REST APIs", ["Kubernetes", "Node.js", "REST"]),
        ("JS/TS", ["JavaScript", "TypeScript"]),
        ("PySpark on EMR", ["Apache Spark", "Amazon EMR"]),
        ("C++ and C#", ["C++", "C#"]),
        ("sehr gute Englischkenntnisse", ["English"]),
        ("Kenntnisse in der Lohnbuchhaltung", ["payroll"]),
        ("soins des plaies", ["wound care"]),
        ("carretillas elevadoras", ["forklift operation"]),
        ("Amazon Web Services (AWS)", ["AWS", "AWS"]),
        ("SQL. Server room", ["SQL"]),
    ],
)
def test_wordings(text: str, found: list[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We go to market fast", []),
        ("Go to market strategy", ["product marketing"]),
        ("services in Go", ["Go"]),
        ("Go, Rust and Python", ["Go", "Rust", "Python"]),
        ("You excel at numbers", []),
        ("Excel at what you do", []),
        ("advanced Excel", ["Excel"]),
        ("Word of mouth", []),
        ("MS Word", ["Word"]),
        ("Access to buildings", []),
        ("R. Smith", []),
        ("R, SPSS", ["R", "SPSS"]),
        ("C-level executives", []),
        ("a well earned rest", []),
        ("spark interest", []),
        ("the German market", []),
        ("fluent German", ["German"]),
        ("5+ years in security", []),
        ("mes élèves", []),
    ],
)
def test_everyday_words_need_company(text: str, found: list[str]) -> None:
    assert names(text) == found


def test_an_item_of_a_list_needs_no_company() -> None:
    assert names("Go", listed=True) == ["Go"]
    assert names("German B2", listed=True) == ["German"]


def test_neighbours_and_implied_skills() -> None:
    skills = skill_list()
    assert skills["BigQuery"] in skills.neighbours(skills["Snowflake"])
    assert skills["Snowflake"] not in skills.neighbours(skills["Snowflake"])
    assert skills["Java"] in list(skills.implied(skills["Spring Boot"]))
    assert skills.lookup("js") is None, "its mark says exactly JS"
    assert skills.lookup("JS") is skills["JavaScript"]


def test_a_malformed_line_is_named(tmp_path: Path) -> None:
    file = tmp_path / "bad.tsv"
    file.write_text("category\tfamily\tkind\tname\taliases\timplies\nsoftware\tx\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"bad\.tsv, line 2"):
        read_skills([file])
