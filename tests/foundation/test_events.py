"""The bus: who hears what, and when."""

from __future__ import annotations

from dataclasses import dataclass

from careercoach_desktop.foundation.events import Bus


@dataclass(frozen=True)
class JobMoved:
    job_id: int


@dataclass(frozen=True)
class JobMovedTwice(JobMoved):
    pass


def test_after_listeners_hear_exactly_their_own_kind_and_any_hears_all() -> None:
    bus, own, everything = Bus(), [], []
    bus.after(JobMoved, own.append)
    bus.after_any(everything.append)
    bus.deliver_after(JobMoved(1))
    bus.deliver_after(JobMovedTwice(2))
    assert own == [JobMoved(1)]
    assert everything == [JobMoved(1), JobMovedTwice(2)]


def test_inside_listeners_get_the_unit_of_work_and_hear_nothing_afterwards() -> None:
    bus, heard, unit = Bus(), [], object()
    bus.within(JobMoved, lambda happened, within: heard.append((happened, within)))
    bus.deliver_within(JobMoved(1), unit)
    bus.deliver_after(JobMoved(1))
    assert heard == [(JobMoved(1), unit)]


def test_listeners_are_called_in_the_order_they_came() -> None:
    bus, order = Bus(), []
    bus.after_any(lambda _: order.append("any"))
    bus.after(JobMoved, lambda _: order.append("first"))
    bus.after(JobMoved, lambda _: order.append("second"))
    bus.deliver_after(JobMoved(1))
    assert order == ["first", "second", "any"]


def test_one_may_stop_listening_even_while_being_told() -> None:
    bus, heard = Bus(), []

    def once(happened: JobMoved) -> None:
        heard.append(happened)
        stop()

    stop = bus.after(JobMoved, once)
    other: list[JobMoved] = []
    bus.after(JobMoved, other.append)
    bus.deliver_after(JobMoved(1))
    bus.deliver_after(JobMoved(2))
    stop()
    assert heard == [JobMoved(1)]
    assert other == [JobMoved(1), JobMoved(2)]


def test_what_happened_outside_a_transaction_is_told_to_those_who_listen_afterwards() -> None:
    bus, heard, inside = Bus(), [], []
    bus.within(JobMoved, lambda happened, within: inside.append((happened, within)))
    bus.after(JobMoved, heard.append)
    bus.tell(JobMoved(1))
    assert (heard, inside) == ([JobMoved(1)], [])
