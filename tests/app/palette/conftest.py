"""The whole application on folders of its own."""

from __future__ import annotations

from tests.support.application import running  # noqa: F401 - fixture
from tests.support.windows import await_, qt_loop  # noqa: F401 - fixtures
