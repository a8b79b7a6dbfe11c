"""The notification service of Linux desktops (org.freedesktop.Notifications), spoken to over the session bus.

Not through Qt: its tray icon brings messages only where there is a tray, which GNOME has not, and from Python its D-Bus
module can't send the unsigned number that ``Notify`` wants. Jeepney comes with keyring anyway.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from html import escape
from queue import Queue
from threading import Lock, Thread
from typing import Any

log = logging.getLogger(__name__)

_TIMEOUT = 5.0
"""Seconds; a service that does not answer by then shows nothing in time either."""
_KEPT = 50
_NAME = "org.freedesktop.Notifications"


class DesktopNotifications:
    """``on_click(key)`` is called on a thread of its own. Everything here may take a moment: not for the Qt thread."""

    def __init__(self, on_click: Callable[[str], object]) -> None:
        self._on_click = on_click
        self._lock = Lock()
        self._router: Any = None
        self._heard: Queue[Any] = Queue()
        self._keys: dict[int, str] = {}
        self._markup = False
        self._closed = False

    def show(self, title: str, text: str, key: str) -> bool:
        """False where the system has no such service, or it does not answer."""
        with self._lock:
            if self._closed:
                return False
            try:
                self._connect()
                shown = self._call(
                    "Notify",
                    "susssasa{sv}i",
                    (
                        "Career Coach",
                        0,
                        "",
                        title,
                        escape(text, quote=False) if self._markup else text,
                        ["default", "Open"],
                        {"desktop-entry": ("s", "careercoach"), "urgency": ("y", 1)},
                        -1,
                    ),
                )
            except Exception as problem:  # noqa: BLE001 - no bus, no service, a broken one: each is one of many types
                log.info("the desktop shows no notifications: %s", type(problem).__name__)
                self._disconnect()
                return False
            self._keys[int(shown[0])] = key
            for old in list(self._keys)[:-_KEPT]:
                del self._keys[old]
            return True

    def close(self) -> None:
        """Stop listening; what is shown stays until it is closed."""
        with self._lock:
            self._closed = True
            self._disconnect()

    def _connect(self) -> None:
        if self._router is not None:
            return
        from jeepney import MatchRule
        from jeepney.bus_messages import message_bus
        from jeepney.io.threading import DBusRouter, Proxy, open_dbus_connection

        self._router = DBusRouter(open_dbus_connection(bus="SESSION"))
        capabilities = self._call("GetCapabilities", "", ())[0]
        self._markup = "body-markup" in capabilities
        rule = MatchRule(type="signal", interface=_NAME, member="ActionInvoked", path="/org/freedesktop/Notifications")
        Proxy(message_bus, self._router, timeout=_TIMEOUT).AddMatch(rule)
        heard: Queue[Any] = Queue()
        self._router.filter(rule, queue=heard)
        self._heard = heard
        Thread(target=self._listen, args=(heard,), name="notifications", daemon=True).start()

    def _disconnect(self) -> None:
        router, self._router = self._router, None
        self._heard.put(None)
        if router is not None:
            router.close()
            router.conn.close()

    def _call(self, method: str, signature: str, body: tuple[Any, ...]) -> Any:
        from jeepney import DBusAddress, new_method_call
        from jeepney.wrappers import unwrap_msg

        address = DBusAddress("/org/freedesktop/Notifications", bus_name=_NAME, interface=_NAME)
        message = new_method_call(address, method, signature or None, body)
        return unwrap_msg(self._router.send_and_get_reply(message, timeout=_TIMEOUT))

    def _listen(self, heard: Queue[Any]) -> None:
        while (message := heard.get()) is not None:
            number, _action = message.body
            key = self._keys.pop(number, None)
            if key is not None:
                self._on_click(key)
