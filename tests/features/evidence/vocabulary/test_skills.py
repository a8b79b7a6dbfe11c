"""The skills list: sound data, and everyday words that are skills only in company."""

from __future__ import annotations

from pathlib import Path

import pytest

from careercoach_desktop.features.evidence.vocabulary.skills import SkillKind, read_skills, skill_list


def names(text: str, *, listed: bool = False) -> list[str]:
    return [hit.skill.name for hit in skill_list().find_in(text, listed=listed)]


def test_the_list_is_large_and_sound() -> None:
    skills = skill_list()
    assert len(skills.skills) >= 1200
    assert len({skill.name for skill in skills.skills}) == len(skills.skills)
    for skill in skills.skills:
        assert skill.name == skill.name.strip()
        assert all(alias.strip() for alias in skill.aliases)
        for name in skill.implies:
            assert skills.get(name) is not None, f"{skill.name} implies {name}, which is not on the list"
    assert {skill.kind for skill in skills.skills} == set(SkillKind)
    assert len({skill.category for skill in skills.skills}) >= 20


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
        ("Go to market strategy", []),
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
