"""Declaring commands: what a feature's ``cli.py`` is handed. The only place, beside the features' ``cli.py`` and
``app.cli``, that knows typer.

Every command gets ``--json`` and ``--data-dir`` beside its own options, and whatever it raises becomes words on stderr
and an exit code: 1 for what a person can act on, 130 for Ctrl+C, 1 and a line in the log for a bug.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from functools import wraps
from pathlib import Path
from typing import Annotated, Any

import typer

from careercoach_desktop.foundation.terminal.shell import Shell

Function = Callable[..., None]
Guard = Callable[[Callable[[], None]], int]
"""Runs a command and returns its exit code, whatever happens in it."""

EVERYWHERE = "Everywhere"
Json = Annotated[
    bool, typer.Option("--json", metavar=" ", help="Print the result as JSON.", rich_help_panel=EVERYWHERE)
]
DataDir = Annotated[
    Path | None,
    typer.Option(
        "--data-dir",
        metavar="FOLDER",
        help="The folder that holds everything; also CAREERCOACH_DATA_DIR.",
        rich_help_panel=EVERYWHERE,
    ),
]


class CommandLine:
    """The root, or a group of commands (``jobs``)."""

    def __init__(self, typed: typer.Typer, shell: Shell, guard: Guard) -> None:
        self.typed = typed
        self.shell = shell
        self._guard = guard

    def group(self, name: str, help_text: str) -> CommandLine:
        """Commands that share a noun."""
        group = typer.Typer(no_args_is_help=True, rich_markup_mode="rich")
        self.typed.add_typer(group, name=name, help=help_text)
        return CommandLine(group, self.shell, self._guard)

    def command(self, name: str, *, examples: Sequence[str] = ()) -> Callable[[Function], Function]:
        """Decorator: the function's docstring is the help, its parameters are the arguments and options."""

        def declare(function: Function) -> Function:
            self.typed.command(name, epilog=_shown(examples))(self._everywhere(function))
            return function

        return declare

    def _everywhere(self, function: Function) -> Function:
        plain = inspect.signature(function, eval_str=True)

        @wraps(function)
        def run(*, as_json: bool, data_dir: Path | None, **own: Any) -> None:
            self.shell.json |= as_json
            self.shell.chosen_folder = data_dir or self.shell.chosen_folder
            if code := self._guard(lambda: function(**own)):
                raise typer.Exit(code)

        further = [
            inspect.Parameter("as_json", inspect.Parameter.KEYWORD_ONLY, default=False, annotation=Json),
            inspect.Parameter("data_dir", inspect.Parameter.KEYWORD_ONLY, default=None, annotation=DataDir),
        ]
        run.__signature__ = plain.replace(parameters=[*plain.parameters.values(), *further])  # type: ignore[attr-defined]
        run.__annotations__ = {each.name: each.annotation for each in run.__signature__.parameters.values()}  # type: ignore[attr-defined]
        return run


def choice(value: str, allowed: Sequence[str], option: str) -> str:
    """``value`` as it is spelled in ``allowed``, whatever its case, spaces and hyphens; a usage error for any other."""
    spelled = {_bare(each): each for each in allowed}
    if _bare(value) not in spelled:
        raise typer.BadParameter(f"“{value}” is none of {', '.join(allowed)}.", param_hint=option)
    return spelled[_bare(value)]


def ending(path: Path, allowed: Sequence[str], option: str) -> Path:
    """``path``, when its name ends in one of ``allowed``; a usage error otherwise."""
    if path.suffix.lower() not in allowed:
        raise typer.BadParameter(f"The name must end in {', '.join(allowed)}.", param_hint=option)
    return path


def _bare(word: str) -> str:
    return "".join(letter for letter in word.casefold() if letter.isalnum())


def _shown(examples: Sequence[str]) -> str | None:
    """For the end of the help."""
    lines = "\n".join(f"[cyan]{example}[/cyan]" for example in examples)
    return f"[dim]Examples[/dim]\n\n{lines}" if examples else None
