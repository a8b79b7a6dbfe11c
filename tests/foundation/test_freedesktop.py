"""Notifications of a Linux desktop, on a session bus of the test’s own, with a service that notes what it is told."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from queue import Queue
from threading import Thread
from typing import Any

import pytest

from careercoach_desktop.foundation.freedesktop import DesktopNotifications

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux") or shutil.which("dbus-daemon") is None, reason="needs a D-Bus daemon"
)
NAME = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A session bus that ends with the test."""
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert daemon.stdout is not None
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", daemon.stdout.readline().strip())
    yield
    daemon.terminate()
    daemon.wait()
    daemon.stdout.close()


class Service:
    """As a desktop's: ``told`` gets every notification, ``click`` presses on one."""

    def __init__(self) -> None:
        from jeepney.bus_messages import message_bus
        from jeepney.io.threading import DBusRouter, Proxy, open_dbus_connection

        self.told: Queue[tuple[Any, ...]] = Queue()
        self._connection = open_dbus_connection()
        with DBusRouter(self._connection) as router:
            Proxy(message_bus, router).RequestName(NAME)
        self._thread = Thread(target=self._serve, daemon=True)
        self._thread.start()

    def click(self, number: int) -> None:
        from jeepney import DBusAddress, new_signal

        address = DBusAddress(PATH, interface=NAME)
        self._connection.send(new_signal(address, "ActionInvoked", "us", (number, "default")))

    def close(self) -> None:
        self._connection.interrupt()
        self._thread.join()
        self._connection.close()

    def _serve(self) -> None:
        from jeepney import HeaderFields, MessageType, new_method_return
        from jeepney.io.threading import ReceiveStopped

        while True:
            try:
                message = self._connection.receive()
            except ReceiveStopped:
                return
            if message.header.message_type is not MessageType.method_call:
                continue
            if message.header.fields[HeaderFields.member] == "Notify":
                self.told.put(message.body)
                self._connection.send(new_method_return(message, "u", (7,)))
            else:
                self._connection.send(new_method_return(message, "as", (["actions", "body", "body-markup"],)))


@pytest.fixture
def service(bus: None) -> Iterator[Service]:
    made = Service()
    yield made
    made.close()


def test_what_is_shown_arrives_and_a_click_comes_back(service: Service) -> None:
    clicked: Queue[str] = Queue()
    door = DesktopNotifications(clicked.put)
    assert door.show("Closes Friday", "Engineer, R&D <Ltd>", "12")
    name, replaces, _icon, title, text, actions, hints, _timeout = service.told.get(timeout=10)
    assert (name, replaces, title) == ("Career Coach", 0, "Closes Friday")
    assert text == "Engineer, R&amp;D &lt;Ltd&gt;", "what a company is called is no markup"
    assert actions[0] == "default"
    assert hints["desktop-entry"] == ("s", "careercoach")
    service.click(99)  # somebody else's
    service.click(7)
    assert clicked.get(timeout=10) == "12"
    door.close()
    assert not door.show("Too late", "", "13")


def test_a_desktop_without_the_service_is_said_to_have_none(bus: None) -> None:
    assert not DesktopNotifications(print).show("Closes Friday", "Engineer", "12")


def test_no_bus_at_all_is_no_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/at/all")
    assert not DesktopNotifications(print).show("Closes Friday", "Engineer", "12")
