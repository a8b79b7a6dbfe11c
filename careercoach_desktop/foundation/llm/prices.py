"""What models cost and can do, from the one data file; a model it does not name has no known price."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from careercoach_desktop.foundation.llm.model import Lifecycle, ModelOption, Usage
from careercoach_desktop.foundation.resources import resource

_NANO_PER_TOKEN = 1_000
"""One US dollar for a million tokens, in nano-dollars for one."""


@dataclass(frozen=True, slots=True)
class _Tier:
    """Nano-dollars for one token, when the prompt is longer than ``above`` tokens."""

    above: int
    input: float
    output: float
    cache_read: float
    cache_write: float


@dataclass(frozen=True, slots=True)
class Rate:
    """US dollars for a million tokens, when the prompt is longer than ``above`` tokens."""

    above: int
    input: float
    output: float


class PriceList:
    """Read once; immutable. ``checked_on`` is the day somebody compared it with the vendor's."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.checked_on = date.fromisoformat(data["checked_on"])
        self._tiers = {model["id"]: _tiers(model["prices"]) for model in data["models"]}
        self.models = tuple(_option(model) for model in data["models"])

    def knows(self, model: str) -> bool:
        return bool(self._tiers.get(model))

    def option(self, model: str) -> ModelOption | None:
        return next((one for one in self.models if one.id == model), None)

    def rates(self, model: str) -> tuple[Rate, ...]:
        """What a person is told of its price, for short prompts first; empty when it is unknown."""
        unit = _NANO_PER_TOKEN
        return tuple(Rate(tier.above, tier.input / unit, tier.output / unit) for tier in self._tiers.get(model, ()))

    def cost(self, model: str, usage: Usage, *, batch: bool = False, search_price: int = 0) -> int | None:
        """Nano-dollars of a call, rounded up; None when the model's price is unknown. ``batch``: half of it.
        ``search_price``: nano-dollars of a web search, which a setting says and no list of ours."""
        tier = self._tier(model, usage)
        if tier is None:
            return None
        exact = (
            usage.input * tier.input
            + usage.output * tier.output
            + usage.cache_read * tier.cache_read
            + usage.cache_write * tier.cache_write
        )
        return -int(-exact * (0.5 if batch else 1) // 1) + usage.searches * search_price

    def saved(self, model: str, usage: Usage, *, batch: bool = False) -> int | None:
        """Nano-dollars that the prompt cache and the batch made the call cheaper; below nothing when what was written
        to the cache was never read. None when the model's price is unknown."""
        if self._tier(model, usage) is None:
            return None
        full = Usage(usage.prompt, usage.output)
        return (self.cost(model, full) or 0) - (self.cost(model, usage, batch=batch) or 0)

    def _tier(self, model: str, usage: Usage) -> _Tier | None:
        tiers = self._tiers.get(model, ())
        return next((one for one in reversed(tiers) if one.above == 0 or usage.prompt > one.above), None)


@cache
def price_list() -> PriceList:
    """The product's own, from ``resources``."""
    return PriceList(json.loads(resource("claude/models.json").read_text(encoding="utf-8")))


def _tiers(prices: list[dict[str, float]]) -> tuple[_Tier, ...]:
    per = dict.fromkeys(("input", "output", "cache_read", "cache_write"), _NANO_PER_TOKEN)
    tiers = [
        _Tier(int(price["above_prompt_tokens"]), **{name: price[name] * unit for name, unit in per.items()})
        for price in prices
    ]
    return tuple(sorted(tiers, key=lambda tier: tier.above))


def _option(model: dict[str, Any]) -> ModelOption:
    retires = model.get("retires")
    return ModelOption(
        id=model["id"],
        name=model["name"],
        good_for=model.get("good_for", ""),
        lifecycle=Lifecycle(model.get("lifecycle", "active")),
        retires=date.fromisoformat(retires) if retires else None,
        context=model["context"],
        max_output=model["max_output"],
        effort=model["effort"],
        structured_outputs=model["structured_outputs"],
        priced=bool(model["prices"]),
        cache_minimum=model.get("cache_minimum"),
        tokens_a_second=model.get("tokens_a_second"),
        web_search=model.get("web_search"),
    )
