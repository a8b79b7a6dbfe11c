"""What to have done before a round, by its kind and by what is arranged for it."""

from __future__ import annotations

from datetime import timedelta

from careercoach_desktop.features.interviews.model import Interview, InterviewType

_ON_SCREEN = (InterviewType.VIDEO_CALL, InterviewType.TECHNICAL)

_OF_KIND = {
    InterviewType.PHONE_SCREEN: (
        "A quiet place with good reception, résumé and posting before you",
        "Say in one minute who you are and why this job",
        "Know the pay you want and when you could start",
    ),
    InterviewType.VIDEO_CALL: (
        "Light from the front, a calm background, notifications off",
        "Résumé and stories open beside the call",
    ),
    InterviewType.IN_PERSON: (
        "Print the résumé you sent, one for each person, and one for you",
        "Take your papers: certificates, references, an identity card for the door",
    ),
    InterviewType.TECHNICAL: (
        "Set up the tools they use, and try them",
        "Solve two tasks of this kind aloud, by the clock",
        "Go through the project you know best: choices, faults, figures",
    ),
    InterviewType.BEHAVIORAL: (
        "Choose five stories and tell each aloud in two minutes",
        "One story each: a conflict, a failure, a success, leading, learning",
    ),
    InterviewType.PANEL: ("Note what each person’s role makes them ask", "Prepare one question for each of them"),
    InterviewType.FINAL: (
        "Read your notes of the earlier rounds: what was left open?",
        "Decide what you want: pay, start, terms, and what you would give up",
        "Have your referees’ names ready, and tell them",
    ),
    InterviewType.OTHER: (
        "Ask what exactly is expected: length, tools, audience, what it is judged by",
        "Rehearse once in full, with a clock",
        "Bring it twice: as a file and on a stick, or printed",
    ),
}


def checklist(interview: Interview, own_zone: str) -> tuple[str, ...]:
    """Short things to do, in the order one does them."""
    return (*_arranged(interview, own_zone), *_OF_KIND[interview.type], *_for_all(interview))


def _arranged(interview: Interview, own_zone: str) -> list[str]:
    """What the time, the place and the people ask for."""
    found = []
    here, there = interview.when.on(own_zone), interview.when.on(interview.when.zone)
    if not interview.when.all_day and here.utcoffset() != there.utcoffset():
        note = f"Mind the time zone: it begins at {there:%H:%M} there, {here:%H:%M} where you are"
        days = (here.date() - there.date()) // timedelta(days=1)
        found.append(note + ("" if days == 0 else ", the day after" if days > 0 else ", the day before"))
    if interview.type is InterviewType.IN_PERSON or (interview.place and not interview.link):
        found.append(
            "Look up the way and plan to be there ten minutes early"
            if interview.place
            else "Ask for the address, and whom to ask for at the door"
        )
    elif interview.type is InterviewType.PHONE_SCREEN:
        found.append("Find out who calls whom, and have the number at hand")
    elif interview.link:
        found.append("Open the meeting link once: camera, microphone, your name as shown")
    elif interview.type in _ON_SCREEN:
        found.append("Ask for the meeting link; there is none in your notes yet")
    if not interview.interviewers:
        found.append("Ask who will be there, and what they do")
    return found


def _for_all(interview: Interview) -> tuple[str, ...]:
    first = "Read the posting and the résumé you sent again"
    again = "Read again what you noted after the last round"
    return (again if interview.round > 1 else first, "Have three questions of your own ready")
