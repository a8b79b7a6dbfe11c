"""Commands at a data folder of their own, alone or beside the whole window."""

from __future__ import annotations

from tests.support.application import running  # noqa: F401 - fixture
from tests.support.terminal import terminal  # noqa: F401 - fixture
from tests.support.windows import await_, bus, desk, qt_loop, show  # noqa: F401 - fixtures
