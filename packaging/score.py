"""Score the readers on the shared test data: ``packaging/score.py [resumes|jobs]`` prints the scorers' tables.

The data and the two scoring scripts lie in ``../shared`` beside the checkout; without it there is nothing to do.
Files are read in a few processes at once and the results are handed to the scorers as a folder of JSON.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
sys.path.insert(0, str(ROOT))

Read = Callable[[Path], "tuple[dict[str, object], float, str]"]


def read_resume_file(path: Path) -> tuple[dict[str, object], float, str]:
    """JSON Resume, seconds and the refusal's code (``""`` when it was read)."""
    from careercoach_desktop.features.resumes.interchange import to_json_resume
    from careercoach_desktop.features.resumes.reading import read_resume
    from careercoach_desktop.foundation.errors import UserError

    try:
        read = read_resume(path.read_bytes(), path.name)
    except UserError as refusal:
        return {}, 0.0, refusal.code
    return to_json_resume(read.data), read.seconds, ""


def read_job_file(path: Path) -> tuple[dict[str, object], float, str]:
    """The fields the scorer asks for, seconds and the refusal's code; a refused page is an empty object."""
    from careercoach_desktop.features.jobs.capture import read_posting
    from careercoach_desktop.foundation.errors import UserError

    begin = time.perf_counter()
    try:
        posting = read_posting(path.read_bytes(), path.name, "")
    except UserError as refusal:
        return {}, time.perf_counter() - begin, refusal.code
    return posting.model_dump(mode="json"), time.perf_counter() - begin, ""


def score(kind: str, read: Read, files: Path, truth: Path) -> bool:
    """Read every file that has a truth and print the scorer's table; False when the scorer failed."""
    names = [path.name.removesuffix(".json") for path in sorted(truth.glob("*.json"))]
    paths = [files / name for name in names if (files / name).is_file()]
    if not paths:
        print(f"{kind}: nothing to score in {files}")
        return True
    with tempfile.TemporaryDirectory() as folder, ProcessPoolExecutor(max_workers=min(4, os.cpu_count() or 1)) as pool:
        rows = list(pool.map(read, paths))
        for path, (fields, _, _) in zip(paths, rows, strict=True):
            (Path(folder) / f"{path.name}.json").write_text(json.dumps(fields), encoding="utf-8")
        script = SHARED / "eval" / f"score_{kind}.py"
        print(f"== {kind}: {files.relative_to(SHARED)} against {truth.name}", flush=True)
        command = [sys.executable, str(script), "--files", str(files), "--truth", str(truth), "--pred", folder]
        done = subprocess.run([*command, *_out(kind, truth)], check=False)
    seconds = [row[1] for row in rows if not row[2]]
    refused = [f"{path.name} ({row[2]})" for path, row in zip(paths, rows, strict=True) if row[2]]
    if seconds:
        print(f"reading alone: median {statistics.median(seconds) * 1000:.0f} ms, max {max(seconds) * 1000:.0f} ms")
    print(f"refused: {', '.join(refused) or 'none'}\n", flush=True)
    return done.returncode == 0


def _out(kind: str, truth: Path) -> list[str]:
    """Where per-file scores go, when ``SCORE_OUT`` names a folder (résumés only)."""
    folder = os.environ.get("SCORE_OUT")
    return ["--out", str(Path(folder) / f"{kind}-{truth.name}.json")] if folder and kind == "resumes" else []


def main(wanted: list[str]) -> int:
    """Score what was asked for, or both."""
    if not (SHARED / "eval").is_dir():
        print(f"no test data beside the checkout ({SHARED})")
        return 0
    data, good = SHARED / "testdata", True
    if not wanted or "resumes" in wanted:
        for truth in ("truth", "truth_from_source"):
            good &= score("resumes", read_resume_file, data / "resumes", data / "resumes" / truth)
    if not wanted or "jobs" in wanted:
        good &= score("jobs", read_job_file, data / "jobs", data / "jobs" / "truth")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
