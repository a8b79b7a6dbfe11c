"""Words go in, hits come out: whatever people write, whatever they type."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from typing import Any

import pytest

from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.storage.inspection import is_whole
from careercoach_desktop.foundation.storage.search.index import SearchIndex
from careercoach_desktop.foundation.storage.search.model import Hit, Marked, SearchEntry, SearchSource
from careercoach_desktop.foundation.storage.search.service import AT_ONCE, SearchService
from careercoach_desktop.foundation.storage.search.words import MOST_WORDS


def put(database: Database, *entries: SearchEntry, kind: str = "job") -> None:
    with database.write() as unit:
        index = SearchIndex(unit.session)
        for entry in entries:
            index.put(kind, entry)


def search(database: Database, typed: str, kind: str | None = None, limit: int = 50) -> list[Hit]:
    return SearchService(database, []).search(typed, kind, limit)


def found(database: Database, typed: str, kind: str | None = None) -> list[int]:
    return [hit.record for hit in search(database, typed, kind)]


def test_a_word_is_found_in_title_context_and_body_and_the_title_counts_most(database: Database) -> None:
    put(
        database,
        SearchEntry(1, "Data Engineer", "Northwind · Leeds", "We move meters to Kafka."),
        SearchEntry(2, "Kafka Specialist", "Halden Rail", "Streaming."),
        SearchEntry(3, "Gardener", "Kafka Gardens", "Roses."),
    )
    assert found(database, "kafka") == [2, 3, 1]


def test_every_word_must_be_there_in_any_order_and_the_last_may_be_unfinished(database: Database) -> None:
    put(
        database,
        SearchEntry(1, "Senior Data Engineer", "Leeds"),
        SearchEntry(2, "Data Analyst", "Leeds"),
        SearchEntry(3, "Senior Data Engineer", "York"),
    )
    assert sorted(found(database, "leeds data")) == [1, 2]
    assert found(database, "leeds engin") == [1]
    assert found(database, "engin leeds") == [], "only the last word may be unfinished"


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Lebenslauf für Köln", "koln"),
        ("Résumé of Zoë", "resume zoe"),
        ("resume", "RÉSUMÉ"),
        ("C++ and C# developer", "c++"),
        ("C++ and C# developer", "C#"),
        ("5+ years", "5 years"),
        ("node.js and .NET", "node.js"),
        ("node.js and .NET", ".net"),
        ("Full-time, part-time", "full-t"),
        ("Ключевой инженер", "инжен"),
        ("東京都のデータエンジニア", "東京"),
        ("東京都のデータエンジニア", "エンジニア"),
        ("我们招聘数据工程师", "工程师"),
        ("데이터엔지니어 채용", "엔지니어"),
        ("シニア Python エンジニア", "python エンジ"),
        ("Zoe\u0308 with a combining accent", "zoë"),
    ],
)
def test_people_write_in_many_ways(database: Database, written: str, typed: str) -> None:
    put(database, SearchEntry(1, written), SearchEntry(2, "Something else"))
    (hit,) = search(database, typed)
    assert hit.record == 1
    assert hit.title.ranges, "nothing is marked"
    assert "\u200b" not in hit.title.text


def test_c_plus_plus_is_not_c(database: Database) -> None:
    put(database, SearchEntry(1, "C developer"), SearchEntry(2, "C++ developer"), SearchEntry(3, "C# developer"))
    assert found(database, "c++") == [2]
    assert found(database, "c# dev") == [3]


def test_the_words_are_marked_where_they_stand(database: Database) -> None:
    body = "We are a company. " * 30 + "You know Spark, and more Spark." + " And so on." * 30
    put(database, SearchEntry(1, "Spark Engineer", "Sparks & Sons · Leeds", body))
    (hit,) = search(database, "spark")
    assert hit.title == Marked("Spark Engineer", ((0, 5),))
    assert [hit.context.text[begin:end] for begin, end in hit.context.ranges] == ["Sparks"]
    assert [hit.snippet.text[begin:end] for begin, end in hit.snippet.ranges] == ["Spark", "Spark"]
    assert hit.snippet.text.startswith("…")
    assert len(hit.snippet.text) < 200


def test_neighbouring_characters_without_spaces_are_one_mark(database: Database) -> None:
    put(database, SearchEntry(1, "東京都のデータエンジニア"))
    (hit,) = search(database, "データ")
    assert hit.title == Marked("東京都のデータエンジニア", ((4, 7),))


HOSTILE = [
    '"', '""', '"unclosed', "NEAR", "NEAR(a b, 3)", "a NEAR b", "AND", "OR", "NOT a", "a AND", "*", "a*b", "-a", "^a",
    "title:a", "{title}:a", "kind:job", "(", ")", "a'b", "';--", "%", "_", "\\", "\x00", "a\x00b", "\x02a\x03", "🙂",
    "👩‍👩‍👧", "\ud800", "\u200b", "+", "#", "++", "c+", "x" * 10_000, "a " * 5_000, '"' * 10_000, "数" * 10_000, "\t\n",
    "", "   ",
]  # fmt: skip


@pytest.mark.parametrize("typed", HOSTILE, ids=lambda text: ascii(text)[:24])
def test_anything_typed_is_harmless(database: Database, typed: str) -> None:
    put(database, SearchEntry(1, "Plain Engineer", "Leeds", "An ordinary text."))
    search(database, typed)
    search(database, typed, "job")
    with database.read() as session:
        SearchIndex(session).records_with("job", typed)
    assert found(database, "engineer") == [1]


@pytest.mark.parametrize("written", HOSTILE, ids=lambda text: ascii(text)[:24])
def test_anything_written_can_be_put_in_and_the_rest_of_it_is_found(database: Database, written: str) -> None:
    put(database, SearchEntry(1, f"Harbour {written} ", written, written))
    (hit,) = search(database, "harbour")
    assert hit.title.text.startswith("Harbour")
    assert [hit.title.text[begin:end] for begin, end in hit.title.ranges] == ["Harbour"]


def test_operators_are_words(database: Database) -> None:
    put(database, SearchEntry(1, "Near and not"), SearchEntry(2, "Far"))
    assert found(database, "NOT near") == [1]
    assert found(database, "title:far") == []


def test_only_so_many_words_are_looked_at(database: Database) -> None:
    put(database, SearchEntry(1, " ".join(f"w{number}" for number in range(MOST_WORDS))))
    assert found(database, " ".join(f"w{number}" for number in range(40))) == [1]


def test_one_kind_and_all_kinds(database: Database) -> None:
    put(database, SearchEntry(1, "Lena Marsh"), kind="resume")
    put(database, SearchEntry(1, "Marsh warden"), SearchEntry(2, "Resume writer"))
    assert found(database, "marsh", "resume") == [1]
    assert {(hit.kind, hit.record) for hit in search(database, "marsh")} == {("resume", 1), ("job", 1)}
    assert {(hit.kind, hit.record) for hit in search(database, "resume")} == {("job", 2)}, "a kind's name is no word"
    with pytest.raises(ValueError, match="cannot name a kind"):
        search(database, "marsh", 'job" OR x')


def test_many_jobs_do_not_hide_the_one_resume(database: Database) -> None:
    put(database, *(SearchEntry(number, f"Data Engineer {number}") for number in range(1, 60)))
    put(database, SearchEntry(1, "Lena Marsh", "", "Moved data " + "for years " * 50), kind="resume")
    sources = [source(kind, []) for kind in ("job", "resume", "document")]
    each = SearchService(database, sources).search_each("data", limit=5)
    assert list(each) == ["job", "resume"]
    assert len(each["job"]) == 5
    assert [hit.record for hit in each["resume"]] == [1]


def test_putting_again_replaces_and_removing_removes(database: Database) -> None:
    put(database, SearchEntry(1, "Old words"))
    put(database, SearchEntry(1, "New words"))
    assert found(database, "old") == []
    assert found(database, "new") == [1]
    with database.write() as unit:
        SearchIndex(unit.session).remove("job", 1)
        SearchIndex(unit.session).remove("job", 99)
    assert found(database, "words") == []


def test_what_was_taken_back_is_not_found(database: Database) -> None:
    def put_and_fail() -> None:
        with database.write() as unit:
            SearchIndex(unit.session).put("job", SearchEntry(1, "Half done"))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        put_and_fail()
    assert found(database, "half") == []


# Filling -------------------------------------------------------------------------------------------------------


def source(kind: str, entries: Sequence[SearchEntry], version: int = 1) -> SearchSource:
    def some(_session: Any, after: int, limit: int) -> list[SearchEntry]:
        return [entry for entry in entries if entry.record > after][:limit]

    return SearchSource(kind, kind.title(), "files", kind, some, version)


def test_a_file_without_an_index_is_filled_once(database: Database) -> None:
    jobs = [SearchEntry(number, f"Job {number}") for number in range(1, AT_ONCE * 2 + 1)]
    service = SearchService(database, [source("job", jobs), source("document", [])])
    assert not service.is_whole()
    assert service.fill_stale() == ["job", "document"]
    assert service.count() == len(jobs)
    assert service.is_whole()
    assert service.fill_stale() == []


def test_a_newer_source_fills_its_kind_afresh_and_drops_what_is_gone(database: Database) -> None:
    put(database, *(SearchEntry(number, "Gone") for number in (1, 50, 500)))
    SearchService(database, [source("job", [SearchEntry(2, "Here")])]).fill_stale()
    assert found(database, "gone") == []
    newer = SearchService(database, [source("job", [SearchEntry(2, "Here, better")], version=2)])
    assert not newer.is_whole()
    assert newer.fill_stale() == ["job"]
    assert found(database, "better") == [2]


def test_a_filling_that_was_stopped_begins_again_at_the_next_start(database: Database) -> None:
    jobs = [SearchEntry(number, f"Job {number}") for number in range(1, AT_ONCE * 3)]
    first = SearchService(database, [])

    def stopping(session: Any, after: int, limit: int) -> list[SearchEntry]:
        if after:
            first.stop()
        return list(source("job", jobs).entries(session, after, limit))

    first.sources = (SearchSource("job", "Jobs", "files", "jobs", stopping),)
    assert first.fill_stale() == []
    assert 0 < first.count() < len(jobs)
    assert SearchService(database, [source("job", jobs)]).fill_stale() == ["job"]
    assert SearchService(database, []).count() == len(jobs)


def test_a_damaged_index_is_noticed_and_made_anew(database: Database) -> None:
    service = SearchService(database, [source("job", [SearchEntry(1, "Engineer")])])
    service.fill_stale()
    with database.write() as unit:
        unit.session.connection().exec_driver_sql("DELETE FROM search_index_data WHERE id > 10")
    assert not service.is_whole()
    with closing(sqlite3.connect(database.path)) as connection:
        assert is_whole(connection, thorough=True, version=(3, 45, 0)), "the file is not damaged for that"
    assert service.rebuild() == 1
    assert service.is_whole()
    assert found(database, "engineer") == [1]
