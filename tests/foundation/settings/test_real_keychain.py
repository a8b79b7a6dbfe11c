"""The keychain of a Linux desktop, for real: a Secret Service on a message bus of its own, unlocked as at a login."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

STEPS = """
from careercoach_desktop.foundation.settings.keychain import Keychain
import sys

keychain = Keychain()
print(keychain.backend_name())
match sys.argv[1]:
    case "keep":
        print(keychain.keep("api.anthropic.com", "sk-ant-kept-by-the-desktop"))
    case "find":
        found = keychain.find("api.anthropic.com")
        print(found.text if found else "nothing", found.place if found else "")
    case "remove":
        keychain.remove("api.anthropic.com")
"""
LOGIN = """
set -e
echo -n "a login password" | gnome-keyring-daemon --unlock --components=secrets >/dev/null
for step in keep find remove find; do "$0" -c "$1" $step; done
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the Secret Service is Linux’s; others have their own")
def test_a_key_is_kept_by_the_desktops_own_keychain(tmp_path: Path) -> None:
    bus = shutil.which("dbus-run-session")
    assert bus is not None, "packaging/dev.py installs dbus and gnome-keyring"
    home = {"HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path), "XDG_DATA_HOME": str(tmp_path / "data")}
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON_KEYRING", "DBUS"))}
    done = subprocess.run(
        [bus, "--", "bash", "-c", LOGIN, sys.executable, STEPS],
        env=environment | home,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    name, place, _, found, _, _, gone = done.stdout.splitlines()
    assert "Secret Service" in name or "SecretService" in name
    assert place == "keychain"
    assert found == "sk-ant-kept-by-the-desktop keychain"
    assert gone.strip() == "nothing"
    stored = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert stored, "the desktop keeps it in a file of its own"
    assert not any(b"sk-ant-kept" in file.read_bytes() for file in stored), "and encrypted"
