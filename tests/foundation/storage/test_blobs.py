"""Original files inside the database: stored once, and never handed out changed."""

from __future__ import annotations

import hashlib

import pytest

from careercoach_desktop.features.jobs.store import JobStore
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.storage.blobs import BlobRow, BlobStore
from careercoach_desktop.foundation.storage.database import Database

PDF = b"%PDF-1.7\x00\xff" * 1000


def test_what_goes_in_comes_out(database: Database) -> None:
    with database.write() as unit:
        sha256 = BlobStore(unit.session).put(PDF, "application/pdf")
    assert sha256 == hashlib.sha256(PDF).hexdigest()
    with database.read() as session:
        store = BlobStore(session)
        assert store.get(sha256) == PDF
        assert store.media_type(sha256) == "application/pdf"
        assert store.size(sha256) == len(PDF)


def test_the_same_content_is_stored_once(database: Database) -> None:
    with database.write() as unit:
        first = BlobStore(unit.session).put(PDF, "application/pdf")
    with database.write() as unit:
        store = BlobStore(unit.session)
        assert store.put(PDF, "application/octet-stream") == first
        assert store.media_type(first) == "application/pdf"
        assert unit.session.connection().exec_driver_sql("SELECT count(*) FROM blob").scalar() == 1


def test_an_empty_file_is_a_file(database: Database) -> None:
    with database.write() as unit:
        store = BlobStore(unit.session)
        assert store.get(store.put(b"", "text/plain")) == b""


def test_what_is_not_there_is_a_key_error(database: Database) -> None:
    with database.read() as session:
        for ask in (BlobStore(session).get, BlobStore(session).media_type, BlobStore(session).size):
            with pytest.raises(KeyError):
                ask("0" * 64)


def test_content_that_changed_on_the_disk_is_noticed(database: Database) -> None:
    with database.write() as unit:
        sha256 = BlobStore(unit.session).put(PDF, "application/pdf")
    with database.write() as unit:
        row = unit.session.get(BlobRow, sha256)
        assert row is not None
        row.data = PDF[:-1] + b"?"
    with database.read() as session, pytest.raises(UserError) as caught:
        BlobStore(session).get(sha256)
    assert caught.value.code == "blob-damaged"


def test_only_what_nothing_refers_to_is_forgotten(database: Database) -> None:
    with database.write() as unit:
        store = BlobStore(unit.session)
        used, unused = store.put(b"archived page", "text/html"), store.put(PDF, "application/pdf")
        job = {"title": "Baker", "page_sha256": used, "rank": 1.0}
        JobStore(unit.session).insert(job)
    with database.write() as unit:
        store = BlobStore(unit.session)
        assert store.forget_unused() == 1
        assert store.get(used) == b"archived page"
        with pytest.raises(KeyError):
            store.size(unused)
