"""A page may be built before its services stand: it holds stand-ins, and who calls one waits for the real thing."""

from __future__ import annotations

import threading
from concurrent.futures import CancelledError, ThreadPoolExecutor

import pytest

from careercoach_desktop.foundation.feature import Provider


class Greeter:
    def greet(self, name: str, *, warmly: bool = False) -> str:
        return f"Dear {name}" if warmly else f"Hello {name}"


def test_a_call_waits_until_the_services_stand_and_reaches_the_real_one() -> None:
    provider = Provider(stands=False)
    greeter = provider.later(lambda services: services.get(Greeter))
    with ThreadPoolExecutor(1) as background:
        calling = threading.Event()
        answer = background.submit(lambda: (calling.set(), greeter.greet("Lena", warmly=True))[1])
        calling.wait()
        assert not answer.done()
        provider.offer(Greeter, Greeter)
        provider.stand()
        assert answer.result(timeout=10) == "Dear Lena"


def test_it_is_the_same_service_everybody_else_gets() -> None:
    provider = Provider()
    provider.offer(Greeter, Greeter)
    asked: list[Greeter] = []

    def find(services: Provider) -> Greeter:
        asked.append(services.get(Greeter))
        return asked[-1]

    stand_in = provider.later(find)
    assert asked == [], "nothing is looked up before it is needed"
    assert stand_in.greet("Lena") == "Hello Lena"
    assert asked == [provider.get(Greeter)]


def test_whoever_waits_for_services_that_never_come_is_cancelled() -> None:
    provider = Provider(stands=False)
    greeter = provider.later(lambda services: services.get(Greeter))
    with ThreadPoolExecutor(1) as background:
        answer = background.submit(greeter.greet, "Lena")
        provider.give_up()
        with pytest.raises(CancelledError):
            answer.result(timeout=10)
