"""Interviews from a terminal: saved as a calendar file, taken in from an invitation."""

from __future__ import annotations

from pathlib import Path

from careercoach_desktop.features.interviews.invitations.reading import read_invitations
from tests.features.interviews.invitations.files import event, invitation_file, marlow
from tests.support.terminal import Terminal, _hunt, hunting, terminal  # noqa: F401 - fixtures


def test_an_invitation_is_taken_in_and_goes_out_again(hunting: Terminal, tmp_path: Path) -> None:  # noqa: F811
    invite = tmp_path / "invite.ics"
    invite.write_bytes(invitation_file(marlow(sequence=2)))
    told = hunting.fine("interviews", "import", invite, "--job", "1", "--json").json
    assert [each["news"] for each in told["events"]] == ["NEW"]
    assert len(told["interview_ids"]) == 1
    assert "known already" in hunting.fine("interviews", "import", invite).out
    target = tmp_path / "all.ics"
    hunting.fine("interviews", "export", "--to", target)
    (read,) = read_invitations(target.read_bytes(), "Europe/Berlin").invitations
    assert read.uid == "round-2@marlow.example"
    assert hunting("interviews", "export", "--to", target).code != 0, "a file that is there is not replaced unasked"
    hunting.fine("interviews", "export", "--to", target, "--force", "--job", "1")


def test_which_job_it_is_for_is_asked(hunting: Terminal) -> None:  # noqa: F811
    said = hunting("interviews", "import", "-", piped=invitation_file(marlow()))
    assert said.code != 0
    assert "Which job" in said.err


def test_one_may_only_look(hunting: Terminal) -> None:  # noqa: F811
    said = hunting("interviews", "import", "-", "--look", piped=invitation_file(event(DTSTART=":20270310T140000")))
    assert said.code == 0
    assert said.out.startswith("new  2027-03-10")
    assert "names no time zone" in said.out
    assert hunting("interviews", "export", "--to", "x.ics").code != 0, "there is nothing yet"


def test_a_cancellation_is_taken_in(hunting: Terminal) -> None:  # noqa: F811
    hunting("interviews", "import", "-", "--job", "1", piped=invitation_file(marlow()))
    said = hunting("interviews", "import", "-", piped=invitation_file(marlow(sequence=1), method="CANCEL"))
    assert said.code == 0, said.err
    assert "1 changed." in said.out


def test_without_a_calendar_there_is_nothing_to_sync(hunting: Terminal) -> None:  # noqa: F811
    said = hunting("interviews", "sync")
    assert said.code != 0
    assert "No calendar on a server is chosen" in said.err
