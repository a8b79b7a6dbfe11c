"""The smallest instance of a schema is valid for the pydantic model it was made from."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Literal

import anthropic
from pydantic import BaseModel, Field

from tests.support.claude.schema import check, smallest


class Mode(StrEnum):
    REMOTE = "REMOTE"
    ONSITE = "ONSITE"


class Place(BaseModel):
    city: str = Field(min_length=9)
    mode: Mode


class Everything(BaseModel):
    place: Place
    places: list[Place] = Field(min_length=2, max_length=9)
    kind: Literal["a", "b"]
    day: date
    share: float = Field(gt=0, le=1)
    count: int = Field(ge=3, description="How many {in words}")
    sure: bool
    salary: int | None
    names: list[str]
    left_out: str = "as it is"


def test_the_smallest_instance_of_what_the_sdk_sends_is_valid() -> None:
    schema = anthropic.transform_schema(Everything)
    check(schema)

    everything = Everything.model_validate(smallest(schema))

    assert everything.place == Place(city="text.....", mode=Mode.REMOTE)
    assert len(everything.places) == 2
    assert (everything.count, everything.salary, everything.names, everything.left_out) == (3, None, [], "as it is")
