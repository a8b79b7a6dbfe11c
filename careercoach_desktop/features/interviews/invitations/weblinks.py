"""Addresses that open a web calendar with an interview filled in. Nothing is sent until the person clicks."""

from __future__ import annotations

from datetime import datetime, timedelta
from urllib.parse import quote, urlencode

from careercoach_desktop.features.interviews.invitations.spans import days_of, is_in_zone
from careercoach_desktop.features.interviews.invitations.words import event_title
from careercoach_desktop.features.interviews.model import InterviewLine, When


def google_link(line: InterviewLine) -> str:
    """Google Calendar's own form."""
    when = line.interview.when
    start, end = _google_times(when)
    fields = {"action": "TEMPLATE", "text": _title(line), "dates": f"{start}/{end}"}
    if is_in_zone(when):
        fields["ctz"] = when.zone
    return _address("https://calendar.google.com/calendar/render", fields | _words(line, "location", "details"))


def outlook_link(line: InterviewLine, *, work: bool = False) -> str:
    """Outlook's form on the web: of a personal account, or of one of an employer or school (``work``)."""
    when = line.interview.when
    fields = {"path": "/calendar/action/compose", "rru": "addevent", "subject": _title(line)}
    if when.all_day:
        first = when.local.date()
        fields |= {"startdt": f"{first}", "enddt": f"{first + timedelta(days=days_of(when))}", "allday": "true"}
    else:
        fields |= {"startdt": f"{when.start:%Y-%m-%dT%H:%M:%SZ}", "enddt": f"{when.end:%Y-%m-%dT%H:%M:%SZ}"}
    host = "outlook.office.com" if work else "outlook.live.com"
    return _address(f"https://{host}/calendar/0/deeplink/compose", fields | _words(line, "location", "body"))


def _google_times(when: When) -> tuple[str, str]:
    if when.all_day:
        first = when.local.date()
        return f"{first:%Y%m%d}", f"{first + timedelta(days=days_of(when)):%Y%m%d}"
    if is_in_zone(when):
        return _compact(when.on(when.zone)), _compact(when.end.astimezone(when.on(when.zone).tzinfo))
    return f"{_compact(when.start)}Z", f"{_compact(when.end)}Z"


def _compact(moment: datetime) -> str:
    return f"{moment:%Y%m%dT%H%M%S}"


def _title(line: InterviewLine) -> str:
    return event_title(line.interview.type, line.title, line.company)


def _words(line: InterviewLine, place: str, text: str) -> dict[str, str]:
    interview = line.interview
    said = "\n".join(
        part
        for part in (
            "; ".join(f"{each.name}, {each.title}" if each.title else each.name for each in interview.interviewers),
            interview.link,
        )
        if part
    )
    found = {place: interview.place or interview.link, text: said}
    return {name: value for name, value in found.items() if value}


def _address(base: str, fields: dict[str, str]) -> str:
    return f"{base}?{urlencode(fields, quote_via=quote)}"
