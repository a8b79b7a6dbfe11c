"""All commands under one name, and what becomes of everything they raise: words and an exit code, never a trace."""

from __future__ import annotations

import io
import logging
import os
import sys
import tempfile
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from careercoach_desktop import __version__
from careercoach_desktop.app.features import FEATURES
from careercoach_desktop.app.workspace import Workspace, chosen_folder, default_folder, open_workspace
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.terminal.commands import CommandLine, DataDir, Json
from careercoach_desktop.foundation.terminal.shell import Shell
from careercoach_desktop.foundation.traces import frames

if TYPE_CHECKING:
    from careercoach_desktop.foundation.tasks.child import ChildProcess

FINE, FAILED, STOPPED = 0, 1, 130
"""Typer itself ends with 2 for wrong usage."""
LOG_NAME = "commands.log"
HELP = """Career Coach on this computer: résumés, jobs, matching and tailoring.

Without a command it opens the window (with sample data: --demo; in another look: --theme light or dark).
Nothing leaves this machine but for asking for the pages you name, and for tailor with a Claude key: it says first what
is sent where, and with --offline sends nothing."""
EXAMPLES = """[dim]Examples[/dim]

[cyan]careercoach[/cyan] [dim](opens the window)[/dim]
[cyan]careercoach resumes import cv.pdf[/cyan]
[cyan]careercoach jobs add https://example.com/jobs/42[/cyan]
[cyan]careercoach match primary "data engineer"[/cyan]
[cyan]careercoach tailor primary 42 --to tailored.pdf[/cyan]

[dim]Exit codes: 0 fine, 1 not possible (the reason is on stderr), 2 wrong usage.[/dim]"""

log = logging.getLogger(__name__)


def run_command(words: Sequence[str]) -> int:
    """One command from its words to its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a program of Windows without a console has none
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    shell = Shell(_opened, lambda: chosen_folder(default_folder()))
    logging.getLogger().handlers = [LogWhenNeeded(shell)]
    threading.excepthook = _log_uncaught_in_thread
    try:
        command_line(shell)(args=list(words), prog_name="careercoach")
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else FAILED
    except BaseException as problem:  # noqa: BLE001 - typer itself, or the way there
        return _told(shell, problem)
    return FINE


def _say_version(value: bool) -> None:
    if value:
        typer.echo(f"Career Coach {__version__}")
        raise typer.Exit


Version = Annotated[
    bool,
    typer.Option("--version", callback=_say_version, is_eager=True, help="Say which version this is.", metavar=" "),
]


def command_line(shell: Shell) -> typer.Typer:
    """Every command there is."""
    root = typer.Typer(
        help=HELP,
        epilog=EXAMPLES,
        add_completion=False,
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        rich_markup_mode="rich",
        context_settings={"help_option_names": ["--help", "-h"]},
    )
    line = CommandLine(root, shell, lambda work: guarded(shell, work))

    @root.callback()
    def options(
        *,
        as_json: Json = False,
        data_dir: DataDir = None,
        _version: Version = False,
    ) -> None:
        said = os.environ.get("CAREERCOACH_DATA_DIR")
        shell.json |= as_json
        shell.chosen_folder = data_dir or (Path(said) if said else None)

    for feature in FEATURES:
        if feature.commands is not None:
            feature.commands(line)
    from careercoach_desktop.app.cli.own import add_own_commands

    add_own_commands(line)
    return root


def guarded(shell: Shell, work: Callable[[], None]) -> int:
    """Run ``work`` and leave nothing open behind it, whatever happens; the exit code."""
    try:
        try:
            work()
        finally:
            _close(shell)
    except typer.Exit as leaving:
        return leaving.exit_code
    except BaseException as problem:  # Ctrl+C included: each becomes words and an exit code, none a traceback
        if type(problem).__module__.startswith(("typer.", "click.")):  # a wrong value: typer says so in its own way
            raise
        return _told(shell, problem)
    return FAILED if shell.has_failed else FINE


def _told(shell: Shell, problem: BaseException) -> int:
    """Say what went wrong; the exit code it has."""
    match problem:
        case UserError():
            log.info("told the person: %s", problem.code)
            shell.apologise(problem)
            return FAILED
        case KeyboardInterrupt():
            shell.say("Stopped.")
            return STOPPED
        case BrokenPipeError():  # whoever read our output has had enough
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return FAILED
        case Exception():
            return _tell_of_bug(shell, problem)
    raise problem


def _tell_of_bug(shell: Shell, problem: Exception) -> int:
    log.error("a command failed: %s", frames(problem))
    place = _log_folder(shell) / LOG_NAME
    shell.say(f"Something went wrong on our side; your data is safe. What happened is in {place}")
    return FAILED


def _log_folder(shell: Shell) -> Path:
    """Beside the data; where that can't be written, among the system's temporary files."""
    folder = shell.folder / "logs"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return Path(tempfile.gettempdir()) / "careercoach-logs"
    return folder if os.access(folder, os.W_OK) else Path(tempfile.gettempdir()) / "careercoach-logs"


class LogWhenNeeded(logging.Handler):
    """Opens the log at the first warning: most commands have none, and the log's library takes its time to load."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(logging.WARNING)
        self._shell = shell

    def emit(self, record: logging.LogRecord) -> None:
        from careercoach_desktop.app.logs import keep_logs_in

        keep_logs_in(_log_folder(self._shell), LOG_NAME)  # takes our place
        logging.getLogger().handle(record)


def _log_uncaught_in_thread(details: threading.ExceptHookArgs) -> None:
    if details.exc_value is not None:
        log.critical("uncaught error in a thread: %s", frames(details.exc_value))


def _opened(folder: Path, child: ChildProcess) -> Workspace:
    """The data folder with every service, and no workers: a command runs only its own tasks."""
    from careercoach_desktop.foundation.events import Bus

    return open_workspace(folder, Bus(), workers=0, child=child, asks_first=False)


def _close(shell: Shell) -> None:
    if isinstance(shell.opened, Workspace):
        shell.opened.close(back_up=shell.has_changed_something)
    else:
        shell.stop_child()
