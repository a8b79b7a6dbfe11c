"""Which files are meant by what was dropped or named: files as they are, folders with every résumé in them.

Walking is bounded, because somebody drops their whole home folder; and slow on a network disk, so it belongs on a
background thread.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

MAX_FILES = 500
MAX_DEPTH = 6
MAX_LOOKED_AT = 20_000
"""Entries of folders; enough for any place where somebody keeps résumés."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file or folder that was passed over, and why, as a sentence."""

    name: str
    why: str


@dataclass(slots=True)
class Gathered:
    """``files`` in the order they were named, those of a folder by name; ``others``: how many of other kinds."""

    files: list[Path] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    others: int = 0
    has_folders: bool = False


def gather(paths: Sequence[Path], suffixes: Sequence[str]) -> Gathered:
    """Files that were named themselves are all taken, whatever they are called: reading says what is wrong with them.

    In folders only files of these suffixes (``".pdf"``) count; hidden ones and links to other folders are passed over.
    """
    found = Gathered()
    seen: set[Path] = set()
    for path in paths:
        if path.is_dir():
            found.has_folders = True
            _walk(path, frozenset(suffixes), found, seen)
        elif path not in seen:
            seen.add(path)
            found.files.append(path)
    if len(found.files) > MAX_FILES:
        left = len(found.files) - MAX_FILES
        found.skipped.append(Skipped(f"{left} more files", f"Only {MAX_FILES} files are added at once."))
        del found.files[MAX_FILES:]
    return found


def _walk(top: Path, suffixes: frozenset[str], found: Gathered, seen: set[Path]) -> None:
    looked_at = 0
    for folder, depth, entries in _folders(top, found):
        for entry in entries:
            looked_at += 1
            if looked_at > MAX_LOOKED_AT:
                found.skipped.append(Skipped(top.name, "This folder holds too much to look through all of it."))
                return
            path = folder / entry.name
            if entry.name.startswith((".", "~$")) or _is_folder(entry) or path in seen:
                continue
            if path.suffix.lower() not in suffixes:
                found.others += 1
            else:
                seen.add(path)
                found.files.append(path)
        if depth == MAX_DEPTH and any(_is_folder(entry) and not entry.name.startswith(".") for entry in entries):
            found.skipped.append(Skipped(folder.name, "The folders inside it were not looked into: too deep."))


def _folders(top: Path, found: Gathered) -> Iterator[tuple[Path, int, list[os.DirEntry[str]]]]:
    """Every folder from here down with its entries by name, hidden ones left out."""
    waiting = [(top, 0)]
    while waiting:
        folder, depth = waiting.pop()
        try:
            with os.scandir(folder) as listing:
                entries = sorted(listing, key=lambda entry: entry.name.casefold())
        except OSError:
            found.skipped.append(Skipped(folder.name, "This folder could not be opened."))
            continue
        yield folder, depth, entries
        if depth < MAX_DEPTH:
            inner = [entry.name for entry in entries if _is_folder(entry) and not entry.name.startswith(".")]
            waiting += [(folder / name, depth + 1) for name in reversed(inner)]


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False
