"""A photo somebody chooses: drawn anew in the child process, upright, small, and refused in words when it is none."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from careercoach_desktop.features.resumes.correcting.listing import listing
from careercoach_desktop.features.resumes.editing import values
from careercoach_desktop.features.resumes.handover import make
from careercoach_desktop.features.resumes.interchange import from_json_resume
from careercoach_desktop.features.resumes.model import ResumeData, ResumeStyle, VersionReason
from careercoach_desktop.features.resumes.revisions import tally
from careercoach_desktop.features.resumes.service import PhotoService, ResumeService
from careercoach_desktop.features.resumes.service.photo import MAX_BYTES, PHOTO_PX
from careercoach_desktop.features.resumes.ui.version_words import few_words
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.storage.search.index import SearchIndex
from careercoach_desktop.foundation.tasks.child import ChildProcess
from tests.features.resumes import photos
from tests.features.resumes.people import ines


@pytest.fixture
def service(child: ChildProcess) -> PhotoService:
    return PhotoService(child)


def prepared(service: PhotoService, folder: Path, data: bytes, name: str) -> QImage:
    (folder / name).write_bytes(data)
    return QImage.fromData(service.prepare(folder / name), "PNG")


def is_like(one: QColor, other: QColor) -> bool:
    return all(
        abs(a - b) < 12 for a, b in zip(one.getRgb()[:3], other.getRgb()[:3], strict=True)  # JPEG is not exact
    )  # fmt: skip


def top_and_bottom(image: QImage) -> tuple[QColor, QColor]:
    middle = image.width() // 2
    return image.pixelColor(middle, image.height() // 8), image.pixelColor(middle, image.height() * 7 // 8)


def test_a_photo_becomes_small_and_keeps_its_shape(service: PhotoService, tmp_path: Path) -> None:
    image = prepared(service, tmp_path, photos.as_jpeg(photos.portrait(800, 1000)), "me.jpg")
    assert PHOTO_PX - 2 <= image.height() <= PHOTO_PX
    assert abs(image.width() - PHOTO_PX * 0.8) <= 1
    top, bottom = top_and_bottom(image)
    assert is_like(top, photos.SKY)
    assert is_like(bottom, photos.COAT)


def test_one_that_is_wider_than_high_is_as_wide_as_can_be(service: PhotoService, tmp_path: Path) -> None:
    image = prepared(service, tmp_path, photos.as_png(photos.portrait(900, 300)), "me.png")
    assert image.width() == PHOTO_PX
    assert abs(image.height() - PHOTO_PX / 3) <= 1
    assert is_like(image.pixelColor(5, image.height() - 1), photos.COAT), "no line of white paper at the edge"


def test_what_is_see_through_becomes_white(service: PhotoService, tmp_path: Path) -> None:
    image = prepared(service, tmp_path, photos.as_png(photos.portrait(see_through=True)), "me.png")
    top, bottom = top_and_bottom(image)
    assert is_like(top, QColor("white"))
    assert is_like(bottom, photos.COAT)
    assert not image.hasAlphaChannel()


def test_a_photo_taken_with_the_camera_on_its_side_stands_upright(service: PhotoService, tmp_path: Path) -> None:
    from PySide6.QtGui import QTransform

    lying = photos.portrait().transformed(QTransform().rotate(-90))  # turned clockwise once it is upright: 6
    image = prepared(service, tmp_path, photos.as_jpeg(lying, orientation=6), "me.jpeg")
    assert image.height() > image.width()
    top, bottom = top_and_bottom(image)
    assert is_like(top, photos.SKY)
    assert is_like(bottom, photos.COAT)


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b"Dear Sir or Madam", "me.jpg", "photo-kind"),
        (b"", "me.png", "photo-kind"),
        (b"GIF89a\x01\x00\x01\x00", "me.gif", "photo-kind"),
        (b"%PDF-1.4\n", "me.png", "photo-kind"),
        (photos.png_that_claims(10_000, 5_000), "me.png", "photo-blank"),
        (photos.png_that_claims(60_000, 60_000), "me.png", "picture-kind"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "me.jpg", "file-damaged"),
    ],
    ids=["text", "empty", "gif", "pdf", "50 megapixels of nothing", "3600 megapixels", "cut off"],
)
def test_what_is_no_photo_is_refused_in_words(
    service: PhotoService, tmp_path: Path, data: bytes, name: str, code: str
) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(UserError) as refused:
        service.prepare(tmp_path / name)
    assert refused.value.code == code
    assert refused.value.next_step


def test_a_file_that_is_too_large_or_not_there_is_not_read(service: PhotoService, tmp_path: Path) -> None:
    huge = tmp_path / "huge.png"
    with huge.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    with pytest.raises(UserError) as refused:
        service.prepare(huge)
    assert refused.value.code == "photo-too-large"
    with pytest.raises(UserError) as missing:
        service.prepare(tmp_path / "gone.png")
    assert missing.value.code == "file-unreadable"


def test_what_came_with_somebodys_json_is_drawn_in_the_child_or_not_at_all(service: PhotoService) -> None:
    shown = QImage.fromData(service.thumbnail(photos.address(photos.as_png(photos.portrait())), 96), "PNG")
    assert 90 < shown.height() <= 96
    for image in ("", "https://example.com/me.png", "data:image/png;base64,iVBORw0KGgo=", "data:text/html,x"):
        assert service.thumbnail(image, 96) == b""


# --- where a photo does not belong ------------------------------------------------------------------------------


@pytest.fixture
def with_photo() -> ResumeData:
    data = ines()
    data.basics.image = photos.address(photos.as_jpeg(photos.portrait(60, 80)), "jpeg")
    return data


def test_a_photo_is_no_field_and_is_neither_searched_nor_told_to_claude(
    with_photo: ResumeData, resumes: ResumeService, database: Database
) -> None:
    assert values(with_photo) == values(ines())
    assert listing(with_photo) == listing(ines())
    resume_id = resumes.import_file(b"Ines", "ines.txt").resume_id
    resumes.save_data(resume_id, with_photo, VersionReason.EDITED)
    assert resumes.cards()[0].fields == len(values(ines()))
    with database.read() as session:
        found = SearchIndex(session)
        assert found.search(with_photo.basics.name)
        assert not found.search("base64")


@pytest.mark.parametrize("kind", ["txt", "md", "html", "docx"])
def test_files_without_a_place_for_it_are_the_same(with_photo: ResumeData, kind: str) -> None:
    style = ResumeStyle(photo=True)
    if kind == "docx":
        (bare, one), (with_it, other) = (make(data, style, "docx") for data in (ines(), with_photo))
        assert abs(len(with_it) - len(bare)) < 64  # the moment it was made may differ
        assert one.survived == other.survived
    else:
        assert make(with_photo, style, kind)[0] == make(ines(), style, kind)[0]  # type: ignore[arg-type]


def test_json_resume_keeps_it(with_photo: ResumeData) -> None:
    import json

    written, _report = make(with_photo, ResumeStyle(), "json")
    assert from_json_resume(json.loads(written)).basics.image == with_photo.basics.image


def test_versions_say_that_it_changed_and_not_how(with_photo: ResumeData) -> None:
    assert few_words(tally(ines(), with_photo)) == "Photo changed"
    other = with_photo.model_copy(deep=True)
    other.basics.image = photos.address(photos.as_png(photos.portrait(20, 20)))
    assert few_words(tally(with_photo, other)) == "Photo changed"
    assert few_words(tally(with_photo, with_photo.model_copy(deep=True))) == "No words changed"
