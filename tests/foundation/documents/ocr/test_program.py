"""Which Tesseract is run: one that was installed, never one that lies about."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from careercoach_desktop.foundation.documents.ocr import program


@pytest.mark.skipif(os.name == "nt", reason="a script is no program there")
def test_only_whole_places_of_the_search_path_count(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = "#!/bin/sh\necho 'List of available languages'; echo {}\n"
    for folder, language in (("downloads", "xxx"), ("installed", "eng")):
        (tmp_path / folder).mkdir()
        script = tmp_path / folder / "tesseract"
        script.write_text(said.format(language))
        script.chmod(0o755)
    monkeypatch.chdir(tmp_path / "downloads")
    monkeypatch.setenv("PATH", os.pathsep.join(["", ".", str(tmp_path / "installed"), "/usr/bin", "/bin"]))
    found = program.find()
    assert found is not None
    assert (found.path, found.languages) == (tmp_path / "installed" / "tesseract", ("eng",))
