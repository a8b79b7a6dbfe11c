"""The error people read."""

from __future__ import annotations

import pickle

from careercoach_desktop.foundation.errors import UserError


def test_it_reads_as_sentences() -> None:
    assert str(UserError("The file is empty.", "Choose another.")) == "The file is empty. Choose another."
    assert str(UserError("The file is empty.")) == "The file is empty."


def test_it_is_plain_unless_said_otherwise() -> None:
    error = UserError("No.")
    assert (error.message, error.next_step, error.code, error.transient) == ("No.", "", "user-error", False)


def test_it_survives_the_trip_out_of_a_child_process() -> None:
    error = pickle.loads(pickle.dumps(UserError("Slow.", "Wait.", code="web-timeout", transient=True)))
    assert type(error) is UserError
    assert (error.message, error.next_step, error.code, error.transient) == ("Slow.", "Wait.", "web-timeout", True)
