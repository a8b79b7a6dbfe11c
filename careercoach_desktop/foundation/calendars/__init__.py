"""The door to a calendar server (CalDAV): which calendars there are, and events put there, read and taken away.

Knows no feature: an event is the bytes of a calendar file under an address of its own. The caldav library is used here
and nowhere else.
"""

from careercoach_desktop.foundation.calendars.model import (
    Account,
    EventChanged,
    EventGone,
    NameTaken,
    ServerCalendar,
    StoredEvent,
)

__all__ = ["Account", "EventChanged", "EventGone", "NameTaken", "ServerCalendar", "StoredEvent"]
