"""Finding installed browsers. Windows and macOS are made-up trees after their documentation, never the real systems."""

from __future__ import annotations

import plistlib
from pathlib import Path

import pytest

from careercoach_desktop.foundation.web.browsers import Browser, Computer, found_browsers


def program(path: Path, text: str = "#!/bin/sh\n") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    path.chmod(0o755)
    return path


def linux(folder: Path, *places: str) -> Computer:
    return Computer("linux", {"PATH": ":".join(str(folder / place) for place in places)}, root=folder)


def test_on_linux_programs_on_the_path_are_found_chrome_first(tmp_path: Path) -> None:
    chromium = program(tmp_path / "usr/bin/chromium")
    chrome = program(tmp_path / "opt/google-chrome-stable")
    assert found_browsers(linux(tmp_path, "usr/bin", "opt")) == [
        Browser("Chrome", chrome),
        Browser("Chromium", chromium),
    ]


def test_on_linux_a_program_with_two_names_is_one_browser(tmp_path: Path) -> None:
    chromium = program(tmp_path / "bin/chromium")
    (tmp_path / "bin/chromium-browser").symlink_to(chromium)
    assert found_browsers(linux(tmp_path, "bin")) == [Browser("Chromium", chromium)]


def test_on_linux_a_snap_is_found_without_its_folder_being_on_the_path(tmp_path: Path) -> None:
    snap = program(tmp_path / "snap/bin/chromium")
    assert found_browsers(linux(tmp_path, "bin")) == [Browser("Chromium", snap)]


def test_on_linux_a_script_that_only_asks_for_the_snap_is_none(tmp_path: Path) -> None:
    stand_in = program(tmp_path / "bin/chromium-browser", "#!/bin/sh\nexec /snap/bin/chromium\n")
    assert found_browsers(linux(tmp_path, "bin")) == []
    program(tmp_path / "snap/bin/chromium")
    assert stand_in in [browser.path for browser in found_browsers(linux(tmp_path, "bin"))]


def test_on_linux_a_file_that_is_no_program_is_none(tmp_path: Path) -> None:
    program(tmp_path / "bin/chromium").chmod(0o644)
    assert found_browsers(linux(tmp_path, "bin")) == []


@pytest.mark.parametrize("key", ["PROGRAMFILES", "PROGRAMFILES(X86)", "PROGRAMW6432", "LOCALAPPDATA"])
def test_on_windows_programs_folders_are_searched_and_the_newest_version_told(tmp_path: Path, key: str) -> None:
    edge = program(tmp_path / "Microsoft/Edge/Application/msedge.exe")
    for name in ("99.0.1.2", "156.0.8078.108", "SetupMetrics"):
        (edge.parent / name).mkdir()
    computer = Computer("win32", {key: str(tmp_path)}, registered=lambda _: "")
    assert found_browsers(computer) == [Browser("Edge", edge, "156.0.8078.108")]


def test_on_windows_the_registry_knows_other_places(tmp_path: Path) -> None:
    chrome = program(tmp_path / "Apps/chrome.exe")
    known = {"chrome.exe": f'"{chrome}"', "msedge.exe": str(tmp_path / "gone.exe")}
    assert found_browsers(Computer("win32", {}, registered=known.__getitem__)) == [Browser("Chrome", chrome)]


def test_on_windows_a_program_in_two_lists_is_one_browser(tmp_path: Path) -> None:
    chrome = program(tmp_path / "Google/Chrome/Application/chrome.exe")
    folders = {"PROGRAMFILES": str(tmp_path), "PROGRAMW6432": str(tmp_path)}
    assert found_browsers(Computer("win32", folders, registered=lambda _: str(chrome))) == [Browser("Chrome", chrome)]


@pytest.mark.parametrize("folder", ["Applications", "home/Applications"])
def test_on_a_mac_applications_of_all_and_of_one_person_are_found(tmp_path: Path, folder: str) -> None:
    contents = tmp_path / folder / "Google Chrome.app/Contents"
    chrome = program(contents / "MacOS/Google Chrome")
    (contents / "Info.plist").write_bytes(plistlib.dumps({"CFBundleShortVersionString": "156.0.8078.108"}))
    computer = Computer("darwin", {}, home=tmp_path / "home", root=tmp_path)
    assert found_browsers(computer) == [Browser("Chrome", chrome, "156.0.8078.108")]


def test_on_a_mac_a_bundle_that_does_not_tell_its_version_is_found_all_the_same(tmp_path: Path) -> None:
    edge = program(tmp_path / "Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge")
    (edge.parent.parent / "Info.plist").write_text("not a list")
    computer = Computer("darwin", {}, home=tmp_path / "home", root=tmp_path)
    assert found_browsers(computer) == [Browser("Edge", edge)]


def test_here_it_looks_at_this_computer() -> None:
    assert all(browser.path.is_file() for browser in found_browsers())
