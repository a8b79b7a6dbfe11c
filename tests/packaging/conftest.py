"""The scripts of ``packaging/`` are no package of the product; tests load them from their files."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = ROOT / "packaging"


@pytest.fixture
def dev(tmp_path: Path) -> ModuleType:
    """``packaging/dev.py`` working on an empty project in ``tmp_path`` instead of this one."""
    spec = importlib.util.spec_from_file_location("dev_under_test", SCRIPTS / "dev.py")
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    script.ROOT = tmp_path
    script.VENV = tmp_path / ".venv"
    script.PYTHON = script.VENV / "bin" / "python"
    script.LOCKS = {"run": tmp_path / "run.txt", "test": tmp_path / "test.txt"}
    (tmp_path / "run.txt").write_text("one==1\n")
    (tmp_path / "test.txt").write_text("one==1\ntwo==2\n")
    (tmp_path / "pyproject.toml").write_text("[project]\n")
    return script


@pytest.fixture
def importable_scripts(monkeypatch: pytest.MonkeyPatch) -> None:
    """``import demonstration`` works, as it does for ``packaging/demo.py``."""
    monkeypatch.setattr(sys, "path", [*sys.path, str(SCRIPTS)])
