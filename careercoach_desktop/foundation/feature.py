"""What a feature shows of itself to the application, and how the pieces find each other.

Every ``features/<noun>/feature.py`` holds one ``FEATURE = Feature(...)``. ``app`` lists them, lowest first, installs
them and connects the slots; nothing else imports a ``feature.py``. The manifest imports lazily: the functions it names
import what they need when they are called, so that listing the features costs nothing before first paint.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import CancelledError
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, RLock
from typing import TYPE_CHECKING, Any, TypeVar, cast

from careercoach_desktop.foundation.later import later
from careercoach_desktop.foundation.storage.search.model import SearchSource

if TYPE_CHECKING:
    from careercoach_desktop.foundation.terminal.commands import CommandLine

T = TypeVar("T")


class Provider:
    """Builds each service once, on first use, from the factory its feature offered.

    Only ``app`` and ``feature.py`` see it; everything else gets what it needs through its constructor.
    """

    def __init__(self, *, stands: bool = True) -> None:
        """``stands`` False: no service is offered yet; ``stand`` or ``give_up`` says how that went."""
        self._lock = RLock()
        self._settled = Event()
        self._given_up = False
        if stands:
            self._settled.set()
        self._factories: dict[type, Callable[[], object]] = {}
        self._made: dict[type, object] = {}
        self._slots: dict[str, list[Callable[[Provider], object]]] = {}

    def offer(self, kind: type[T], factory: Callable[[], T]) -> None:
        """Say how to build the one ``kind``; called by a feature's ``install``."""
        if kind in self._factories:
            raise ValueError(f"{kind.__name__} is offered twice")
        self._factories[kind] = factory

    def offers(self, kind: type) -> bool:
        return kind in self._factories

    def get(self, kind: type[T]) -> T:
        """The one ``kind``; raises KeyError when no feature offers it."""
        with self._lock:
            if kind not in self._made:
                self._made[kind] = self._factories[kind]()
            return cast("T", self._made[kind])

    def later(self, find: Callable[[Provider], T]) -> T:
        """A stand-in for the service ``find(self)`` returns, for a page that is built before the services stand.

        Called on a background thread it waits until they do; CancelledError when the data could not be opened.
        """

        def found() -> T:
            self._settled.wait()
            if self._given_up:
                raise CancelledError
            return find(self)

        return later(found)

    def stand(self) -> None:
        """Every service is offered and whoever waits for one goes on."""
        self._settled.set()

    def give_up(self) -> None:
        """There will be no services; whoever waits for one is cancelled."""
        self._given_up = True
        self._settled.set()

    def declare_slot(self, name: str) -> None:
        if name in self._slots:
            raise ValueError(f"slot {name} is declared twice")
        self._slots[name] = []

    def fill_slot(self, name: str, build: Callable[[Provider], object]) -> None:
        """Raises KeyError when no lower feature declared the slot."""
        self._slots[name].append(build)

    def filled(self, name: str) -> list[Any]:
        """What higher features put into the slot, built now (on the Qt thread for widgets), in feature order."""
        return [build(self) for build in self._slots[name]]


@dataclass(frozen=True)
class Page:
    """One entry of the sidebar. ``build`` returns a QWidget; it may have ``open_record(record: int | None)``,
    ``open_place(place: RecordPlace)`` and ``open_section(name: str)``, which navigation calls, and ``focus_search()``,
    which Ctrl+F calls. ``came_from(page: str)`` is told before that which page was in front, for a way back;
    ``undo_scope`` is the record that is written on the page, or None (see ``UndoStack``). ``below`` puts it in the
    sidebar's lower group; ``in_sidebar`` is false for pages reached from elsewhere (they light the sidebar entry named
    by ``under``).

    ``glance`` takes a quick look at the data folder, off the Qt thread and before any service stands; what it finds
    goes to the widget's ``show_first(found)`` and is the first a person sees of the page. Such a page is built before
    its services are, so it gets them from ``Provider.later``."""

    name: str
    title: str
    icon: str
    order: int
    build: Callable[[Provider], Any]
    below: bool = False
    in_sidebar: bool = True
    under: str = ""
    glance: Callable[[Path], Any] | None = None


@dataclass(frozen=True)
class PageDoor:
    """How an action reaches a page. ``show(name, record)`` brings it to the front and returns it; ``front()`` is the
    one in front."""

    show: Callable[[str, int | None], Any]
    front: Callable[[], Any]


@dataclass(frozen=True)
class Action:
    """Something a person can do by its name, from the command palette. ``name`` is unique (``"jobs.add"``) and stays.

    ``run(provider)`` is called on the Qt thread; a coroutine it returns is started. ``available(provider)`` says
    whether it makes sense now; it must be quick and ask no service. ``keys`` (``"Ctrl+N"``) work everywhere in the
    window. ``keywords`` are other words people may look for.
    """

    name: str
    title: str
    icon: str
    run: Callable[[Provider], object]
    keys: str = ""
    keywords: tuple[str, ...] = ()
    available: Callable[[Provider], bool] | None = None


@dataclass(frozen=True)
class Keys:
    """Keys that a page of this feature handles itself, for the list of keyboard shortcuts. ``where`` heads their group;
    any of ``keys`` does what ``words`` say."""

    where: str
    keys: tuple[str, ...]
    words: str


@dataclass(frozen=True)
class Feature:
    """``install`` offers services and registers task kinds (off the Qt thread). ``slots`` are the names this feature
    declares (``"jobs.drawer"``); ``fills`` maps slots of lower features to builders of contributions. ``attend`` is
    called on the Qt thread once the workspace stands, for what must listen before any page is built. ``tidy`` is called
    off the Qt thread in an idle moment after that, to forget for good what was removed long ago. ``commands`` declares
    what this feature can do from a terminal; the window never calls it, so that it never loads typer. ``searches`` say
    how this feature's records are found, one for each kind; its store keeps the index true. ``actions`` are offered by
    the command palette, ``keys`` listed among the keyboard shortcuts."""

    name: str
    install: Callable[[Provider], None]
    pages: tuple[Page, ...] = ()
    slots: tuple[str, ...] = ()
    fills: Mapping[str, Callable[[Provider], object]] = field(default_factory=dict)
    attend: Callable[[Provider], object] | None = None
    tidy: Callable[[Provider], object] | None = None
    commands: Callable[[CommandLine], None] | None = None
    searches: tuple[SearchSource, ...] = ()
    actions: tuple[Action, ...] = ()
    keys: tuple[Keys, ...] = ()
