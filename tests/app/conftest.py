"""The whole application on folders of its own."""

from __future__ import annotations

from tests.support.application import running  # noqa: F401 - fixture
from tests.support.claude.fixtures import claude  # noqa: F401 - fixture
from tests.support.keychain import keychain  # noqa: F401 - fixture
from tests.support.windows import await_, bus, desk, qt_loop, show  # noqa: F401 - fixtures
from tests.support.workspace import child, place  # noqa: F401 - fixtures
