"""One function for each thing that can be wrong."""

from __future__ import annotations

import logging
import platform
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from importlib import metadata
from pathlib import Path
from tempfile import TemporaryDirectory

from careercoach_desktop import __version__
from careercoach_desktop.features.settings.diagnosis.finding import Finding, State
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.events import Bus
from careercoach_desktop.foundation.llm.claude import claude_on
from careercoach_desktop.foundation.settings.endpoints import host_of
from careercoach_desktop.foundation.storage.backup import list_backups
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.storage.database import metadata as tables
from careercoach_desktop.foundation.storage.files import DATABASE_NAME, size_with_log
from careercoach_desktop.foundation.storage.inspection import Condition, inspect
from careercoach_desktop.foundation.storage.opening import open_database
from careercoach_desktop.foundation.storage.revisions import known_revisions
from careercoach_desktop.foundation.traces import frames

log = logging.getLogger(__name__)

LITTLE_ROOM = 500 * 2**20
LIBRARIES = ("PySide6-Essentials", "SQLAlchemy", "pydantic", "typst", "pypdfium2", "anthropic", "httpx", "typer")

Check = Callable[[Path], Finding]


def diagnose(folder: Path) -> list[Finding]:
    """Every check on this data folder; one that fails itself is a finding, too."""
    return [_checked(check, folder) for check in CHECKS]


def check_data_file(folder: Path) -> Finding:
    """Is the data file ours, whole, and does everything in it refer to something that is there?"""
    path = folder / DATABASE_NAME
    condition = inspect(path, known_revisions()).condition
    match condition:
        case Condition.ABSENT | Condition.EMPTY:
            return Finding("Data file", State.OK, f"none yet in {folder}")
        case Condition.NEWER:
            return Finding(
                "Data file", State.BAD, "made by a newer version", "Update Career Coach; the file is untouched."
            )
        case Condition.FOREIGN:
            return Finding("Data file", State.BAD, "belongs to another program", "Choose another data folder.")
        case Condition.DAMAGED:
            return _damaged()
    broken, dangling = _integrity(path)
    if broken:
        return _damaged()
    size = f"{size_with_log(path) / 2**20:.1f} MB in {folder}"
    if dangling:
        return Finding(
            "Data file", State.WARN, f"{dangling} rows refer to something missing, {size}", "Please report this."
        )
    older = " (brought up to date at the next start)" if condition is Condition.OLDER else ""
    return Finding("Data file", State.OK, f"whole, {size}{older}")


def check_backups(folder: Path) -> Finding:
    """Is there something to go back to?"""
    backups = list_backups(folder)
    if not backups:
        has_data = (folder / DATABASE_NAME).exists()
        state, to_do = (State.WARN, "Run: careercoach backup FILE") if has_data else (State.OK, "")
        return Finding("Backups", state, "none yet", to_do)
    newest = backups[0].made.astimezone()
    return Finding("Backups", State.OK, f"{len(backups)}, the newest of {newest:%Y-%m-%d %H:%M}")


def check_keychain(_folder: Path) -> Finding:
    """Is there a place for the Claude key that other programs can't read?"""
    from careercoach_desktop.foundation.settings.keychain import Keychain

    name = Keychain().backend_name()
    if not name:
        return Finding(
            "Keychain",
            State.WARN,
            "none that works",
            "Keys are kept for one session only. Install and unlock the system’s keychain (on Linux a Secret Service, "
            "such as GNOME Keyring or KWallet).",
        )
    return Finding("Keychain", State.OK, name)


def check_claude(folder: Path) -> Finding:
    """Is there a key, and does the server accept it? (It is asked for its list of models, which costs nothing.)"""
    with _database(folder) as database:
        claude = claude_on(database, asks_first=False)
        try:
            status = claude.status()
            if not status.ready:
                return Finding(
                    "Claude", State.OK, f"no key for {host_of(status.endpoint)}; everything else works",
                    "To use Claude, enter a key in Settings or set ANTHROPIC_API_KEY.",
                )  # fmt: skip
            claude.test()
        except UserError as problem:
            return Finding("Claude", State.WARN, problem.message, problem.next_step)
        finally:
            claude.stop()
    where = {"keychain": "key from the keychain", "environment": "key from ANTHROPIC_API_KEY"}.get(status.key_place)
    models = f"{status.model_reading} to read, {status.model_writing} to write"
    return Finding("Claude", State.OK, f"{host_of(status.endpoint)} answers ({where or 'no key needed'}); {models}")


def check_browser(_folder: Path) -> Finding:
    """Can pages that need JavaScript be read?"""
    from careercoach_desktop.foundation.web.browsers import found_browsers

    found = found_browsers()
    if not found:
        return Finding(
            "Browser", State.WARN, "no Chrome, Edge or Chromium",
            "Pages that need JavaScript can’t be read; install one of them, or paste such postings as text.",
        )  # fmt: skip
    return Finding("Browser", State.OK, f"{found[0].name} for pages that need JavaScript")


def check_fonts(_folder: Path) -> Finding:
    """Can exported pages be set, and in which scripts?"""
    from careercoach_desktop.foundation.documents.typesetting.fonts import chinese_japanese_korean, own_fonts

    own = own_fonts()
    if len(own) < 4:
        return Finding("Fonts", State.BAD, "the application’s own fonts are missing", "Install Career Coach again.")
    asian = chinese_japanese_korean()
    if not asian:
        return Finding(
            "Fonts",
            State.WARN,
            f"{len(own)} of our own; none for Chinese, Japanese or Korean",
            "Only if you write in one of these: install a font for it, such as Noto Sans CJK.",
        )
    return Finding("Fonts", State.OK, f"{len(own)} of our own; {asian[0]} for Chinese, Japanese and Korean")


def check_scans(_folder: Path) -> Finding:
    """Can scanned résumés and photographs of them be read, and in which languages?"""
    from careercoach_desktop.foundation.documents import ocr

    program = ocr.find()
    if program is None:
        return Finding(
            "Scans", State.WARN, "no Tesseract",
            f"Only if you have scanned résumés: {ocr.how_to_install()}.",
        )  # fmt: skip
    return Finding("Scans", State.OK, f"read by Tesseract at {program.path} ({', '.join(program.languages)})")


def check_disk(folder: Path) -> Finding:
    """Is there room to save, and to copy before an update?"""
    there = next(place for place in (folder, *folder.parents) if place.exists())
    free = shutil.disk_usage(there).free
    path = folder / DATABASE_NAME
    needed = size_with_log(path) if path.exists() else 0
    words = f"{free / 2**30:.1f} GB free"
    if free < needed + 2**20:
        return Finding("Disk", State.BAD, words, "Free some space: a backup would not fit.")
    if free < needed * 2 + LITTLE_ROOM:
        return Finding("Disk", State.WARN, words, "Free some space soon.")
    return Finding("Disk", State.OK, words)


def check_versions(_folder: Path) -> Finding:
    """What this is made of, for a report of a bug."""
    parts = [f"Career Coach {__version__}", f"Python {platform.python_version()}", f"SQLite {sqlite3.sqlite_version}"]
    missing = []
    for library in LIBRARIES:
        try:
            parts.append(f"{library} {metadata.version(library)}")
        except metadata.PackageNotFoundError:
            missing.append(library)
    if missing:
        return Finding("Versions", State.BAD, f"missing: {', '.join(missing)}", "Install Career Coach again.")
    return Finding("Versions", State.OK, ", ".join([*parts, platform.platform(terse=True)]))


CHECKS: tuple[Check, ...] = (
    check_data_file,
    check_backups,
    check_keychain,
    check_claude,
    check_browser,
    check_fonts,
    check_scans,
    check_disk,
    check_versions,
)


def _checked(check: Check, folder: Path) -> Finding:
    name = check.__name__.removeprefix("check_").replace("_", " ").capitalize()
    try:
        return check(folder)
    except (UserError, OSError, sqlite3.Error) as problem:
        return Finding(name, State.BAD, f"could not be looked at ({problem})", "Check that the drive is connected.")
    except Exception as problem:  # noqa: BLE001 - the other checks matter all the more
        log.error("a check failed: %s", frames(problem))  # noqa: TRY400 - see frames
        return Finding(name, State.BAD, f"the check itself failed ({type(problem).__name__})", "Please report this.")


@contextmanager
def _database(folder: Path) -> Iterator[Database]:
    """The person's, or an empty one where there is none yet, so that looking makes no data folder."""
    if (folder / DATABASE_NAME).exists():
        database = Database(folder / DATABASE_NAME)
        try:
            yield database
        finally:
            database.close()
        return
    with TemporaryDirectory(prefix="career-coach-") as place:
        database = open_database(Path(place), Bus(), tables())
        try:
            yield database
        finally:
            database.close()


def _damaged() -> Finding:
    return Finding(
        "Data file", State.BAD, "damaged", "Open the window; it offers your last good backup and keeps the file."
    )


def _integrity(path: Path) -> tuple[bool, int]:
    """Whether a page or an index is broken, and how many rows refer to what is not there. Reads the whole file."""
    with closing(sqlite3.connect(path.resolve().as_uri() + "?mode=ro", uri=True, timeout=10)) as connection:
        broken = connection.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",)
        dangling = 0 if broken else len(connection.execute("PRAGMA foreign_key_check").fetchall())
    return broken, dangling
