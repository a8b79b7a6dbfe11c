"""The rules of ``ARCHITECTURE.md`` that import contracts cannot say, read from the code's own imports."""

from __future__ import annotations

from functools import cache

import grimp
import pytest

PACKAGE = "careercoach_desktop"


@cache
def graph() -> grimp.ImportGraph:
    return grimp.build_graph(PACKAGE, include_external_packages=True, exclude_type_checking_imports=True)


def importers(library: str) -> list[str]:
    """Modules of ours that import ``library`` directly."""
    if library not in graph().modules:
        return []
    return sorted(graph().find_modules_that_directly_import(library))


def within(module: str, *places: str) -> bool:
    """``features.*.ui`` style patterns, relative to the package."""
    parts = module.removeprefix(f"{PACKAGE}.").split(".")
    for place in places:
        wanted = place.split(".")
        if len(parts) >= len(wanted) and all(w in ("*", p) for w, p in zip(wanted, parts, strict=False)):
            return True
    return False


@pytest.mark.parametrize(
    ("library", "places"),
    [
        ("PySide6", ("app", "features.*.ui", "foundation.uikit")),
        ("qasync", ("app",)),
        ("httpx", ("foundation.web",)),
        ("httpcore", ("foundation.web",)),
        ("playwright", ("foundation.web.visiting",)),
        ("sqlalchemy", ("foundation.storage", "foundation.*.store", "features.*.store")),
        ("sqlmodel", ("foundation.storage", "foundation.*.store", "features.*.store")),
        ("anthropic", ("foundation.llm.adapter",)),
        ("httpx2", ("foundation.llm.adapter",)),
        ("keyring", ("foundation.settings.keychain",)),
        ("alembic", ("foundation.storage",)),
        ("typst", ("foundation.documents.typesetting",)),
        ("pypdfium2", ("foundation.documents",)),
        ("caldav", ("foundation.calendars",)),
        ("niquests", ("foundation.calendars",)),
        ("icalendar", ("features.interviews.invitations",)),
        ("pebble", ("foundation.tasks",)),
        ("jinja2", ("foundation.llm.prompts",)),
        ("typer", ("app.cli", "features.*.cli", "foundation.terminal.commands")),
    ],
)
def test_a_library_is_used_only_where_it_belongs(library: str, places: tuple[str, ...]) -> None:
    assert importers(library), f"nothing imports {library} any more: drop it from the dependencies and from here"
    strangers = [module for module in importers(library) if not within(module, *places)]
    assert strangers == []


def test_a_feature_knows_another_only_by_its_faces() -> None:
    private = ("feature", "store", "cli")
    trespasses = []
    for module in graph().modules:
        if not within(module, "features.*.*"):
            continue
        for imported in graph().find_modules_directly_imported_by(module):
            if not within(imported, "features.*.*") or imported.split(".")[2] == module.split(".")[2]:
                continue
            layer, *inner = imported.split(".")[3:]
            if layer in private or (layer == "ui" and inner):
                trespasses.append(f"{module} imports {imported}")
    assert trespasses == []


def test_only_the_application_lists_features() -> None:
    listed = [module for module in graph().modules if within(module, "features.*.feature")]
    assert listed
    for module in listed:
        assert graph().find_modules_that_directly_import(module) == {f"{PACKAGE}.app.features"}


def test_no_module_is_named_for_nothing() -> None:
    vague = {"utils", "util", "helpers", "common", "misc", "manager"}
    assert [module for module in graph().modules if vague & set(module.split("."))] == []
