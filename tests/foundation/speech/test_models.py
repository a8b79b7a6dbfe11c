"""Speech models are fetched when asked, whole or not at all, and only as their makers published them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer

from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.speech import KNOWN_MODELS, SpeechModels
from careercoach_desktop.foundation.tasks.context import Cancelled
from tests.support.model_hub import PUBLISHED, ModelHub, lay_down, small_model


@pytest.fixture
def hub(httpserver: HTTPServer) -> Iterator[ModelHub]:
    made = ModelHub(httpserver)
    yield made
    made.release.set()


@pytest.fixture
def models(hub: ModelHub, tmp_path: Path) -> SpeechModels:
    return SpeechModels(tmp_path, [small_model("base"), small_model("tiny")], hub.address)


def quietly(_fraction: float) -> None:
    """Nobody looks how far it is."""


def names(models: SpeechModels) -> list[str]:
    return [model.name for model in models.present()]


def test_a_model_is_there_once_it_was_fetched_and_gone_once_it_was_removed(
    models: SpeechModels, tmp_path: Path
) -> None:
    assert names(models) == []
    said: list[float] = []
    models.fetch("base", said.append)
    assert names(models) == ["base"]
    assert {path.name: path.read_bytes() for path in (tmp_path / "base").iterdir()} == PUBLISHED
    assert all(0 <= fraction < 1 for fraction in said)
    assert models.on_disk(models.known[0]) == sum(map(len, PUBLISHED.values()))
    models.remove("base")
    assert names(models) == []
    assert models.on_disk(models.known[0]) == 0


def test_a_line_that_breaks_again_and_again_is_gone_on_with_where_it_broke(models: SpeechModels, hub: ModelHub) -> None:
    hub.breaks_after = 100_000
    models.fetch("base", quietly)
    assert names(models) == ["base"]
    starts = [start for name, start in hub.asked if name == "model.bin"]
    assert starts == sorted(set(starts)), "each from where the last one broke"
    assert len(starts) == 3


def test_a_server_that_knows_no_parts_is_read_from_the_beginning(models: SpeechModels, hub: ModelHub) -> None:
    hub.breaks_after = 100_000
    hub.ignores_ranges = True
    with pytest.raises(UserError, match="was not reached"):
        models.fetch("base", quietly)
    hub.breaks_after = None
    models.fetch("base", quietly)
    assert names(models) == ["base"]


def test_what_was_stopped_stays_to_be_gone_on_with_and_can_be_removed(
    models: SpeechModels, hub: ModelHub, tmp_path: Path
) -> None:
    hub.hangs = True

    def stop(_fraction: float) -> None:
        """What the progress of a cancelled task does."""
        if hub.has_begun.is_set() and models.on_disk(models.known[0]) > 100_000:
            raise Cancelled

    with pytest.raises(Cancelled):
        models.fetch("base", stop)
    assert names(models) == []
    came = (tmp_path / "base.part" / "model.bin").stat().st_size
    assert came > 0

    hub.hangs = False
    hub.release.set()
    hub.asked.clear()
    models.fetch("base", quietly)
    assert hub.asked == [("model.bin", came)], "the rest of the one that was not whole"
    assert names(models) == ["base"]

    (tmp_path / "tiny.part").mkdir()
    (tmp_path / "tiny.part" / "model.bin").write_bytes(b"half")
    models.remove("tiny")
    assert not (tmp_path / "tiny.part").exists()


def test_somebody_elses_file_is_thrown_away_and_what_was_there_stays(
    models: SpeechModels, hub: ModelHub, tmp_path: Path
) -> None:
    models.fetch("base", quietly)
    hub.files["model.bin"] = b"\1" + PUBLISHED["model.bin"][1:]
    with pytest.raises(UserError, match="as its makers published it") as raised:
        models.fetch("base", quietly)
    assert not raised.value.transient, "it would be the same the next time"
    assert not (tmp_path / "base.part" / "model.bin").exists()
    assert names(models) == ["base"]
    assert (tmp_path / "base" / "model.bin").read_bytes() == PUBLISHED["model.bin"]


def test_a_guest_network_that_answers_for_everybody_spoils_nothing(
    models: SpeechModels, hub: ModelHub, tmp_path: Path
) -> None:
    half = PUBLISHED["model.bin"][:1000]
    (tmp_path / "base.part").mkdir()
    (tmp_path / "base.part" / "model.bin").write_bytes(half)
    hub.answers(200, "<h1>Welcome, please sign in</h1>")
    with pytest.raises(UserError) as raised:
        models.fetch("base", quietly)
    assert "sign in" in raised.value.next_step
    assert (tmp_path / "base.part" / "model.bin").read_bytes() == half


@pytest.mark.parametrize(
    ("status", "words", "again"), [(404, "no longer", "never"), (429, "error (429)", "later"), (503, "(503)", "later")]
)
def test_a_page_that_gives_nothing_is_told_as_it_is(
    models: SpeechModels, hub: ModelHub, status: int, words: str, again: str
) -> None:
    hub.answers(status)
    with pytest.raises(UserError) as raised:
        models.fetch("base", quietly)
    assert words in raised.value.message
    assert raised.value.transient is (again == "later")


def test_nobody_there_is_nobody_reached(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="was not reached") as raised:
        SpeechModels(tmp_path, [small_model()], "http://localhost:9").fetch("base", quietly)
    assert raised.value.transient


def test_a_full_disk_is_told_before_anything_is_fetched(
    models: SpeechModels, hub: ModelHub, monkeypatch: pytest.MonkeyPatch
) -> None:
    nearly_full = shutil.disk_usage("/")._replace(free=5_000_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: nearly_full)
    with pytest.raises(UserError, match="5 MB are free"):
        models.fetch("base", quietly)
    assert hub.asked == []


def test_a_disk_that_fills_up_on_the_way_is_told_and_what_came_stays(models: SpeechModels, tmp_path: Path) -> None:
    resource = pytest.importorskip("resource", reason="only POSIX systems can make a file that takes no more")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, hard))
    try:
        with pytest.raises(UserError, match="no room left on the disk"):
            models.fetch("base", quietly)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert (tmp_path / "base.part" / "model.bin").stat().st_size == 100_000
    models.fetch("base", quietly)
    assert names(models) == ["base"]


def test_a_model_that_is_not_whole_is_not_there(tmp_path: Path) -> None:
    models = SpeechModels(tmp_path)
    lay_down(KNOWN_MODELS[0], tmp_path)
    assert names(models) == ["tiny"]
    (tmp_path / "tiny" / "vocabulary.txt").unlink()
    assert names(models) == []


def test_every_model_that_is_offered_says_exactly_what_it_is() -> None:
    for model in KNOWN_MODELS:
        assert len(model.revision) == 40, "a commit, never a branch"
        assert {file.name for file in model.files} == {"config.json", "tokenizer.json", "vocabulary.txt", "model.bin"}
        assert all(len(file.digest) == 64 and file.size > 0 for file in model.files)
    assert len({file.digest for model in KNOWN_MODELS for file in model.files}) == 2 + 2 * len(KNOWN_MODELS)


def test_without_a_model_there_is_nobody_to_write_down(tmp_path: Path) -> None:
    assert SpeechModels(tmp_path).recogniser("base") is None
