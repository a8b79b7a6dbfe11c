"""How work and calls are put into words: states, times, tokens, months, by the person's locale."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from careercoach_desktop.foundation.llm.model import NANO, Spent
from careercoach_desktop.foundation.llm.words import dollars
from careercoach_desktop.foundation.tasks.model import Task, TaskState
from careercoach_desktop.foundation.uikit import moment_words
from careercoach_desktop.foundation.uikit.moments import clock_words

_STATES = {
    TaskState.QUEUED: ("Waiting for its turn", "clock", "second"),
    TaskState.RUNNING: ("Running", "lightning", "accent"),
    TaskState.RETRYING: ("Will be tried again", "timer", "amber"),
    TaskState.SUCCEEDED: ("Done", "check-circle", "green"),
    TaskState.FAILED: ("Did not work", "warning-circle", "red"),
    TaskState.CANCELLED: ("Cancelled", "x-circle", "second"),
}
_TIMES = ("never", "once", "twice")


def tr(text: str) -> str:
    """Ready for translation."""
    return QCoreApplication.translate("activity", text)


def state_look(task: Task) -> tuple[str, str, str]:
    """What became of a task: in a word or two, as an icon, in which colour."""
    if task.interrupted:
        return tr("Interrupted"), "warning", "amber"
    if task.cancelling:
        return tr("Stopping…"), "lightning", "second"
    if task.rests:
        return tr("Waiting"), "clock", "second"
    words, icon, ink = _STATES[task.state]
    return tr(words), icon, ink


def task_line(task: Task) -> str:
    """State, when, how often it was tried, what it says of itself: ``Done · 14:19 · took 2.3 s``."""
    parts = [state_look(task)[0]]
    if task.state is TaskState.RETRYING:
        parts.append(tr("tried {times} so far").format(times=_often(task.attempts)))
        if task.next_attempt is not None:
            parts.append(tr("next try at {time}").format(time=clock_words(task.next_attempt)))
    elif task.state.is_over and task.finished is not None:
        parts.append(moment_words(task.finished))
        if task.state is TaskState.SUCCEEDED and task.started is not None:
            parts.append(tr("took {time}").format(time=duration_words(task.finished - task.started)))
        elif task.state is TaskState.FAILED and task.attempts > 1:
            parts.append(tr("tried {times}").format(times=_often(task.attempts)))
    elif task.state is TaskState.QUEUED:
        parts.append(tr("since {time}").format(time=moment_words(task.created)))
        if task.rests and task.next_attempt is not None:
            parts.append(tr("looks again at {time}").format(time=clock_words(task.next_attempt)))
    if task.note and not task.state.is_over:
        parts.append(task.note)
    return " · ".join(parts)


def duration_words(time: timedelta) -> str:
    """``0.4 s``, ``12 s``, ``3 min 5 s``."""
    seconds = max(time.total_seconds(), 0.0)
    if seconds < 10:
        return f"{QLocale().toString(seconds, 'f', 1)} s"
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"


def count_words(number: int) -> str:
    """``12,345``, as people here write it."""
    return QLocale().toString(number)


def tokens_words(number: int) -> str:
    """``950``, ``12.3k``, ``1.2M``."""
    if number < 10_000:
        return count_words(number)
    unit, sign = (1000, "k") if number < 999_500 else (1_000_000, "M")
    rounded = round(number / unit, 0 if unit == 1000 and number >= 99_950 else 1)
    return f"{QLocale().toString(rounded, 'f', 0 if rounded == int(rounded) else 1)}{sign}"


def price_words(cost: int | None) -> str:
    """The price of one call, fine enough to add up: ``$0.0312``, ``–`` for nothing, ``unknown``."""
    if cost is None:
        return tr("unknown")
    return f"${cost / NANO:,.4f}" if cost else "–"


def sum_words(spent: Spent) -> str:
    """``128 calls · $1.42 · 1.2M tokens in, 80k out``, and what has no known price."""
    calls = tr("1 call") if spent.calls == 1 else tr("{count} calls").format(count=count_words(spent.calls))
    parts = [calls, dollars(spent.cost)]
    used = spent.usage
    parts.append(
        tr("{sent} tokens in, {received} out").format(
            sent=tokens_words(used.prompt), received=tokens_words(used.output)
        )
    )
    if spent.unknown:
        parts.append(unknown_words(spent.unknown))
    return " · ".join(parts)


def unknown_words(number: int) -> str:
    """What is left out of a sum because nobody knows its price."""
    if number == 1:
        return tr("the price of 1 call is unknown")
    return tr("the price of {count} calls is unknown").format(count=count_words(number))


def month_words(begin: datetime) -> str:
    """``November 2026``."""
    local = begin.astimezone()
    return QLocale().toString(QDate(local.year, local.month, 1), "MMMM yyyy")


def _often(times: int) -> str:
    return _TIMES[times] if times < len(_TIMES) else tr("{count} times").format(count=times)
