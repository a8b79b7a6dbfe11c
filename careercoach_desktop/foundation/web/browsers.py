"""The browsers this computer already has, looked for where each system keeps programs. Nothing is ever downloaded.

Chrome, Edge and Chromium: the ones Playwright knows how to drive. Others built on Chromium (Brave, Vivaldi, Opera) call
home in ways of their own that no switch of ours is known to stop, and a browser in a Flatpak cannot be driven (its
sandbox closes the pipe); both are left alone. Written after each system's documentation; tried on Linux only.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

_LINUX_NAMES = (
    ("Chrome", ("google-chrome", "google-chrome-stable")),
    ("Edge", ("microsoft-edge", "microsoft-edge-stable")),
    ("Chromium", ("chromium", "chromium-browser")),
)
_MAC_APPS = (
    ("Chrome", "Google Chrome.app/Contents/MacOS/Google Chrome"),
    ("Edge", "Microsoft Edge.app/Contents/MacOS/Microsoft Edge"),
    ("Chromium", "Chromium.app/Contents/MacOS/Chromium"),
)
_WINDOWS_FOLDERS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "PROGRAMW6432", "LOCALAPPDATA")
_WINDOWS_PROGRAMS = (
    ("Chrome", "chrome.exe", ("Google", "Chrome", "Application", "chrome.exe")),
    ("Edge", "msedge.exe", ("Microsoft", "Edge", "Application", "msedge.exe")),
    ("Chromium", "", ("Chromium", "Application", "chrome.exe")),
)
_VERSION = re.compile(r"\d+(?:\.\d+){2,3}\Z")


@dataclass(frozen=True, slots=True)
class Browser:
    """An installed browser. ``version`` is empty where learning it would mean starting the program (Linux)."""

    name: str
    path: Path
    version: str = ""


@dataclass(frozen=True)
class Computer:
    """Where to look; by default the computer this runs on. Tests describe others.

    ``registered``: the path that Windows' registry has for a program's file name ("App Paths"), or an empty string.
    """

    system: str = sys.platform
    environment: Mapping[str, str] = field(default_factory=lambda: os.environ)
    home: Path | None = None
    root: Path = Path("/")
    registered: Callable[[str], str] | None = None


def found_browsers(computer: Computer | None = None) -> list[Browser]:
    """The installed browsers, the one to use first; each program once. Looks at a few paths, so milliseconds."""
    computer = computer or Computer()
    if computer.system == "win32":
        candidates = _on_windows(computer)
    elif computer.system == "darwin":
        candidates = _on_mac(computer)
    else:
        candidates = _on_linux(computer)
    found: dict[Path, Browser] = {}
    for browser in candidates:
        found.setdefault(browser.path.resolve(), browser)
    return list(found.values())


def browser_environment(ours: Mapping[str, str], folder: str) -> dict[str, str | float | bool]:
    """What the browser is told of ours: everything but keys. Pages of strangers run in it."""
    plain = {name: value for name, value in ours.items() if not name.upper().startswith("ANTHROPIC_")}
    return {**plain, "BREAKPAD_DUMP_LOCATION": folder}


def _on_windows(computer: Computer) -> Iterator[Browser]:
    registered = computer.registered or _registered_program
    for name, program, parts in _WINDOWS_PROGRAMS:
        folders = [Path(folder) for key in _WINDOWS_FOLDERS if (folder := computer.environment.get(key))]
        paths = [folder.joinpath(*parts) for folder in folders]
        if program and (known := registered(program)):
            paths.append(Path(known.strip('"')))
        for path in paths:
            if path.is_file():
                yield Browser(name, path, _version_beside(path))


def _version_beside(program: Path) -> str:
    """Chrome and its kin keep each version in a folder of that name beside the program; the newest one."""
    versions = [entry.name for entry in program.parent.iterdir() if _VERSION.match(entry.name) and entry.is_dir()]
    return max(versions, key=lambda version: [int(part) for part in version.split(".")], default="")


def _registered_program(program: str) -> str:
    if sys.platform == "win32":
        import winreg

        key = rf"SOFTWARE\Microsoft\Windows\CurrentVersion\App Paths\{program}"
        for hive in (winreg.HKEY_CURRENT_USER, winreg.HKEY_LOCAL_MACHINE):
            try:
                return str(winreg.QueryValue(hive, key))
            except OSError:
                continue
    return ""


def _on_mac(computer: Computer) -> Iterator[Browser]:
    home = computer.home or Path.home()
    for name, inside in _MAC_APPS:
        for folder in (computer.root / "Applications", home / "Applications"):
            path = folder / inside
            if path.is_file():
                yield Browser(name, path, _version_of_bundle(path.parent.parent))


def _version_of_bundle(contents: Path) -> str:
    import plistlib

    try:
        with (contents / "Info.plist").open("rb") as file:
            return str(plistlib.load(file).get("CFBundleShortVersionString", ""))
    except (OSError, plistlib.InvalidFileException, ValueError):
        return ""


def _on_linux(computer: Computer) -> Iterator[Browser]:
    snaps = computer.root / "snap" / "bin"
    path = os.pathsep.join(filter(None, (computer.environment.get("PATH", ""), str(snaps))))
    for name, programs in _LINUX_NAMES:
        for program in programs:
            found = shutil.which(program, path=path)
            if found is not None and not _only_promises(Path(found), snaps):
                yield Browser(name, Path(found))


def _only_promises(program: Path, snaps: Path) -> bool:
    """Whether this is Ubuntu's script that stands in for Chromium and only says that the snap should be installed."""
    try:
        with program.open("rb") as file:
            start = file.read(4096)
    except OSError:
        return True
    return start.startswith(b"#!") and b"/snap/bin/chromium" in start and not (snaps / "chromium").exists()
