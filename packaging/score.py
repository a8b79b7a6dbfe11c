"""Score what the commands read on the shared test data: ``packaging/score.py [resumes|jobs]`` prints the tables.

The data and the two scoring scripts lie in ``../shared`` beside the checkout; without it there is nothing to do. Every
file is read by the command a person would type, in a process of its own.
"""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
COMMANDS = {"resumes": "resumes parse {file} --json", "jobs": "jobs read {file} --json"}
TRUTHS = {"resumes": ("truth", "truth_from_source"), "jobs": ("truth",)}


def score(kind: str, truth: str) -> bool:
    """Print the scorer's table; False when the scorer failed."""
    files = SHARED / "testdata" / kind
    print(f"== {kind}: {files.relative_to(SHARED)} against {truth}", flush=True)
    program = shlex.join([sys.executable, "-m", "careercoach_desktop"])
    command = [sys.executable, SHARED / "eval" / f"score_{kind}.py", "--files", files, "--truth", files / truth]
    run = ["--run", f"{program} {COMMANDS[kind]}"]
    done = subprocess.run([*command, *run, *_out(kind, truth)], cwd=ROOT, check=False)
    print(flush=True)
    return done.returncode == 0


def _out(kind: str, truth: str) -> list[str]:
    """Where per-file scores go, when ``SCORE_OUT`` names a folder (résumés only)."""
    folder = os.environ.get("SCORE_OUT")
    return ["--out", str(Path(folder) / f"{kind}-{truth}.json")] if folder and kind == "resumes" else []


def main(wanted: list[str]) -> int:
    """Score what was asked for, or both."""
    if not (SHARED / "eval").is_dir():
        print(f"no test data beside the checkout ({SHARED})")
        return 0
    scored = [score(kind, truth) for kind in wanted or COMMANDS for truth in TRUTHS[kind]]
    return 0 if all(scored) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
