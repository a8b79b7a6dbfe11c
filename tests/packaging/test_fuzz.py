"""The nastiest of the hostile files, each in the real child process: read or refused, never a crash.

``packaging/dev.py fuzz`` tries some thousands more.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from tests.packaging.conftest import ROOT, SCRIPTS

SCRIPT = """
import json, sys
from itertools import islice
from fuzz import calendars, pdfs, postings, texts, zips
from fuzz.__main__ import mutations, run
from fuzz.trial import Case

NASTY = {
    "a page tree that is its own child", "10,000 pages declared, one there", "a form that draws itself",
    "forms two to the thirtieth", "a content stream packed three times", "five million letters",
    "a pattern of specks", "a picture of 100,000 × 100,000", "a page as high as a tower", "50,000 links",
    "a letter drawn with itself", "an object stream inside itself", "arrays 100,000 deep",
    "a cross-reference that names itself", "scripts and programs to start",
    "a part of 64 MB of blanks", "parts that lie over each other", "a billion laughs", "a billion laughs in EBCDIC",
    "a file of the computer as an entity", "XML 240 levels deep", "a table of 2,000 × 2,000", "macros",
    "a template and pictures somewhere else", "relations in a ring", "styles that are based on each other",
    "no main part", "a cell that is there a billion times", "styles that are each other's parents",
    "a quote that never ends", "a million columns", "groups a million deep", "elements 200,000 deep",
    "100,000 attributes", "stars and letters", "half links", "one word of ten megabytes", "lists a million deep",
    "a million bullets", "elements 100,000 deep", "100,000 teasers", "a line of capitals", "a line of digits",
    "objects 100,000 deep in JSON-LD", "a string that never ends", "the wrong charset",
    "a rule for every second", "a zone that changes every second", "a million properties", "a line of ten megabytes",
    "equals signs at every end", "unknown components a million deep", "a mail in a mail in a mail",
}
SOURCES = (pdfs, zips, texts, postings, calendars)
made = (Case(*case) for source in SOURCES for case in source.hostile() if case[1] in NASTY)
tally = run(iter([*made, *mutations(40, seed=7)]))
print(json.dumps([len(tally.trials), [[t.case.how, t.end, t.code] for t in tally.bad if t.end != "read"]]))
"""


@pytest.mark.timeout(600)  # on a machine that runs every other test beside it
def test_hostile_files_do_no_harm() -> None:
    environment = {**os.environ, "PYTHONPATH": f"{SCRIPTS}{os.pathsep}{ROOT}"}
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], env=environment, cwd=ROOT, capture_output=True, text=True, check=True
    )
    count, bad = json.loads(done.stdout.splitlines()[-1])
    assert count > 75
    assert bad == []
