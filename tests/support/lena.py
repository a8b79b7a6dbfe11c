"""Lena's résumé and a job for her, on a workspace's own file: where tailoring and letters begin.

Import the fixtures into a ``conftest.py``::

    from tests.support.lena import data_job, lena  # noqa: F401
"""

from __future__ import annotations

import pytest

from careercoach_desktop.features.profile.model import Profile
from careercoach_desktop.features.profile.service import ProfileService
from tests.features.tailoring.engine.people import DATA_JOB, LENA, LENA_NOTES
from tests.support.workspace import Place


@pytest.fixture
def lena(place: Place) -> int:
    """Lena's résumé, the primary one, and what she wrote about herself."""
    place.get(ProfileService).save(Profile(notes=LENA_NOTES))
    return place.add_resume(LENA, "lena.txt")


@pytest.fixture
def data_job(place: Place) -> int:
    return place.add_job(DATA_JOB)
