"""Commands at a data folder of their own."""

from __future__ import annotations

from tests.support.terminal import terminal  # noqa: F401 - fixture
