"""For the verbs that ask Claude: a whole workspace, connected to the fake on loopback."""

from tests.support.claude.fixtures import claude  # noqa: F401 - fixtures
from tests.support.connected import connected, no_keychain  # noqa: F401 - fixtures
from tests.support.workspace import place  # noqa: F401 - fixtures
