"""A job site on loopback for every test of fetching and rendering."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytest_httpserver import HTTPServer

from tests.support.job_site import JobSite


@pytest.fixture
def site() -> Iterator[JobSite]:
    with HTTPServer(host="127.0.0.1", threaded=True) as server:
        site = JobSite(server)
        yield site
        site.release.set()
