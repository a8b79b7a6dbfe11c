"""The command's counterpart of the window's ``Desk``: services on first use, results to stdout, words to stderr."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as NotYet
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TextIO, TypeVar

from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.terminal.words import as_json, clean, one_line

if TYPE_CHECKING:
    from careercoach_desktop.foundation.feature import Provider
    from careercoach_desktop.foundation.tasks.child import ChildProcess
    from careercoach_desktop.foundation.tasks.model import Task
    from careercoach_desktop.foundation.web.rendering import PageRenderer

T = TypeVar("T")

_MANY = 4
_AT_ONCE = 2
_GLANCE = 0.2
"""Seconds: how long Ctrl+C may wait. A wait without end cannot be interrupted on Windows."""


class OpenFolder(Protocol):
    """A data folder with every service on it (the application's ``Workspace``)."""

    @property
    def folder(self) -> Path: ...

    @property
    def provider(self) -> Provider: ...


class Shell:
    """One for one command. ``opening`` opens a data folder, at the first service that is asked for; commands that need
    none never open it. ``usual`` is the folder when none was chosen."""

    def __init__(self, opening: Callable[[Path, ChildProcess], OpenFolder], usual: Callable[[], Path]) -> None:
        self._opening = opening
        self._usual = usual
        self._opened: OpenFolder | None = None
        self._child: ChildProcess | None = None
        self._queued: list[Task] = []
        self.json = False
        self.chosen_folder: Path | None = None
        """What ``--data-dir`` or ``CAREERCOACH_DATA_DIR`` said; None for the usual place."""
        self.has_changed_something = False
        self.has_failed = False

    # --- services ----------------------------------------------------------------------------------------------

    def get(self, kind: type[T]) -> T:
        """The one service of this kind; opens the data folder when that has not been done. UserError as opening it."""
        return self.open().provider.get(kind)

    def open(self) -> OpenFolder:
        if self._opened is None:
            if self.chosen_folder is not None and not self.folder.exists():
                self.say(f"This folder is new: {self.folder}")  # or its name has a slip
            opened = self._opened = self._opening(self.folder, self.child)
            self._note_changes(opened.provider)
        return self._opened

    def page_renderer(self) -> PageRenderer:
        """For a page that needs a browser; the setting counts, without a data folder the one of the environment."""
        from careercoach_desktop.foundation.storage.files import DATABASE_NAME
        from careercoach_desktop.foundation.web.rendering import PageRenderer

        if self._opened is not None or (self.folder / DATABASE_NAME).exists():
            return self.get(PageRenderer)
        return PageRenderer(lambda: os.environ.get("CAREERCOACH_WEB_BROWSER") != "off")

    @property
    def folder(self) -> Path:
        """Where the data is, opened or not."""
        return self.chosen_folder.expanduser() if self.chosen_folder else self._usual()

    @property
    def opened(self) -> OpenFolder | None:
        """The data folder, when a command needed it."""
        return self._opened

    @property
    def child(self) -> ChildProcess:
        """Where untrusted files are read. It starts by itself; call ``child.begin(os.getpid)`` to start it early."""
        if self._child is None:
            from careercoach_desktop.foundation.tasks.child import ChildProcess

            self._child = ChildProcess()
        return self._child

    def warm_child(self) -> None:
        """Let the child process start while this one imports what it needs."""
        child = self.child
        child.end(child.begin(os.getpid))

    def stop_child(self) -> None:
        if self._child is not None:
            self._child.stop()

    # --- long work ---------------------------------------------------------------------------------------------

    def finish(self, task_id: int, *, leave: bool = False) -> Task:
        """Run this task here and show how far it is; as it ended.

        Ctrl+C cancels it, or with ``leave`` puts it back for whoever comes next, and raises KeyboardInterrupt.
        """
        from careercoach_desktop.foundation.tasks.queue import TaskQueue

        queue = self.get(TaskQueue)
        with ThreadPoolExecutor(1, thread_name_prefix="foreground") as thread, self.progress() as show:
            ending = thread.submit(queue.run_here, task_id, lambda task: show(progress_words(task)))
            try:
                ended: Task = _watched(ending)
            except KeyboardInterrupt:
                if leave:
                    queue.stop()
                else:
                    queue.cancel(task_id)
                _watched(ending)
                raise
        return ended

    def finish_own(self) -> None:
        """Run everything this command has queued, in order, many tasks two at a time; what others queued stays theirs.

        Ctrl+C cancels what was asked for; what only follows from it (matching every job anew) is left for later.
        """
        asked = {task.id for task in self._queued}
        if len(self._queued) >= _MANY:
            tasks, self._queued = self._queued, []
            self.finish(tasks[0].id)  # alone: the first one makes the queue appear to others
            self._finish_together(tasks[1:], before=1)
        while self._queued:
            task = self._queued.pop(0)
            self.finish(task.id, leave=task.id not in asked)

    def _finish_together(self, tasks: list[Task], before: int) -> None:
        from careercoach_desktop.foundation.tasks.queue import TaskQueue

        queue, total = self.get(TaskQueue), before + len(tasks)
        with ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="foreground") as threads, self.progress() as show:
            endings = [threads.submit(queue.run_here, task.id) for task in tasks]
            try:
                for number, ending in enumerate(endings, before + 1):
                    show(f"{number} of {total}")
                    _watched(ending)
            except KeyboardInterrupt:
                for task in tasks:
                    queue.cancel(task.id)
                for ending in endings:
                    _watched(ending)
                raise

    def require_done(self, task: Task) -> Task:
        """The task, when it succeeded; UserError with what it says about why not."""
        from careercoach_desktop.foundation.tasks.model import TaskState

        if task.state is TaskState.CANCELLED:
            raise UserError("This was cancelled.", "Nothing of it was kept.", code="cancelled")
        if task.state is not TaskState.SUCCEEDED:
            raise UserError(task.error, task.next_step, code="task-failed")
        return task

    # --- words -------------------------------------------------------------------------------------------------

    def answer(self, value: object, lines: Iterable[str]) -> None:
        """The result, on stdout: ``value`` as JSON where that was asked for, otherwise ``lines`` for a person."""
        if self.json:
            _write(sys.stdout, as_json(value))
        else:
            for line in lines:
                _write(sys.stdout, clean(line))

    def say(self, words: str) -> None:
        """Something about what goes on, on stderr, so that the result can be piped elsewhere."""
        _write(sys.stderr, clean(words))

    def apologise(self, problem: UserError) -> None:
        """What went wrong and what to do now, on stderr; the command may go on, and ends with exit code 1."""
        self.has_failed = True
        self.say(f"{one_line(problem.message)}\n{one_line(problem.next_step)}".strip())

    @contextmanager
    def progress(self) -> Iterator[Callable[[str], None]]:
        """Give it words for a line on stderr that is written over, where somebody can see it."""
        shown = 0

        def show(words: str) -> None:
            nonlocal shown
            if sys.stderr is not None and sys.stderr.isatty():
                sys.stderr.write("\r" + words.ljust(shown))
                sys.stderr.flush()
                shown = len(words)

        try:
            yield show
        finally:
            if shown:
                sys.stderr.write("\r" + " " * shown + "\r")
                sys.stderr.flush()

    def _note_changes(self, provider: Provider) -> None:
        from careercoach_desktop.foundation.storage.database import Database
        from careercoach_desktop.foundation.tasks.model import TaskChanged, TaskState

        def note(happened: object) -> None:
            self.has_changed_something = True
            if isinstance(happened, TaskChanged):
                task = happened.task
                if task.state is TaskState.QUEUED and task.started is None:  # not one left behind that was taken over
                    self._queued.append(task)

        provider.get(Database).bus.after_any(note)


def target(path: Path, *, force: bool) -> Path:
    """Where a result goes. UserError ``folder-missing``, and ``file-exists`` unless it may be written over."""
    path = path.expanduser()
    if not path.parent.is_dir():
        raise UserError(
            f"There is no folder “{path.parent}”.", "Make it first, or choose another.", code="folder-missing"
        )
    if path.exists() and not force:
        raise UserError(
            f"“{path.name}” is there already, so nothing was written.",
            "Choose another name, or add --force to replace it.",
            code="file-exists",
        )
    return path


def progress_words(task: Task) -> str:
    """``Reading “cv.pdf” · 40 % · Drawing the first page``, short enough for one line."""
    share = f"{task.progress:.0%}".replace("%", " %") if task.progress is not None else ""
    waits = "trying again soon" if task.next_attempt is not None else ""
    words = " · ".join(part for part in (one_line(task.title), share, one_line(task.note), waits) if part)
    return words if len(words) <= 78 else f"{words[:77]}…"


def _watched(ending: Future[Any]) -> Any:
    while True:
        try:
            return ending.result(_GLANCE)
        except NotYet:
            if ending.done():
                raise


def _write(stream: TextIO | None, text: str) -> None:
    if stream is None:  # a program of Windows without a console
        return
    stream.write(text + "\n")
    stream.flush()
