"""What is read: Markdown without surprises from the network, pages with their marks, empty states, banners, drops."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDesktopServices, QDropEvent, QImage, QTextCharFormat
from PySide6.QtWidgets import QSplitter, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from careercoach_desktop.foundation import uikit
from careercoach_desktop.foundation.uikit.buttons import Button
from careercoach_desktop.foundation.uikit.cards import Card, PageHeader, Rows
from careercoach_desktop.foundation.uikit.chips import Tag
from careercoach_desktop.foundation.uikit.dropzone import DropZone
from careercoach_desktop.foundation.uikit.gallery import build_gallery, write_gallery
from careercoach_desktop.foundation.uikit.layouts import FlowLayout, Scroll, Splitter, holder
from careercoach_desktop.foundation.uikit.markdown import MarkdownView
from careercoach_desktop.foundation.uikit.notices import Banner, EmptyState
from careercoach_desktop.foundation.uikit.pages import Highlight, ImagePages
from careercoach_desktop.foundation.uikit.scores import Bar, ScoreRing, Spinner
from careercoach_desktop.foundation.uikit.texts import Text
from careercoach_desktop.foundation.uikit.theme import Theme
from tests.support.windows import settle

Show = Callable[..., Any]


# Markdown


def test_headings_are_bold_in_the_kits_sizes_and_bold_is_semibold(theme: Theme, show: Show) -> None:
    view = MarkdownView("Posting", "# Role\n\nA **great** team")
    show(view)
    block = view.document().begin()
    heading = block.begin().fragment().charFormat()
    assert (heading.font().pixelSize(), heading.fontWeight()) == (17, 600)
    weights = []
    part = block.next().begin()
    while not part.atEnd():
        weights.append((part.fragment().text(), part.fragment().charFormat().fontWeight()))
        part += 1
    assert [weight for text, weight in weights if text == "great"] == [600]


def test_it_is_as_tall_as_its_text_and_taller_when_narrow(theme: Theme, show: Show) -> None:
    view = MarkdownView("Posting", "Data and more data. " * 30)
    window = show(view)
    window.resize(700, 400)
    settle_height = view.height()
    window.resize(300, 400)
    assert view.height() > settle_height
    view.set_markdown("short")
    assert view.height() < 60


@pytest.mark.parametrize(
    ("link", "opened"),
    [
        ("https://jobs.example/7", True),
        ("mailto:lena@marsh.example", True),
        ("file:///etc/passwd", False),
        ("javascript:alert(1)", False),
    ],
)
def test_only_safe_links_leave_the_application(
    theme: Theme, show: Show, monkeypatch: pytest.MonkeyPatch, link: str, *, opened: bool
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: asked.append(url.toString()))
    view = MarkdownView("Posting", f"[apply]({link})")
    show(view)
    view.anchorClicked.emit(QUrl(link))
    assert asked == ([link] if opened else [])


def test_pictures_are_named_and_never_fetched(theme: Theme, show: Show, httpserver: Any, tmp_path: Path) -> None:
    httpserver.expect_request("/pixel.png").respond_with_data(b"", content_type="image/png")
    local = tmp_path / "secret.png"
    QImage(4, 4, QImage.Format.Format_RGB32).save(str(local))
    view = MarkdownView("Posting", f"![our office]({httpserver.url_for('/pixel.png')}) ![x](file://{local})")
    show(view)
    view.grab()
    assert view.toPlainText().strip() == "[picture: our office] [picture: x]"
    assert view.loadResource(2, QUrl.fromLocalFile(str(local))) is None
    assert httpserver.log == []


def test_bullets_are_small_and_keep_their_distance(theme: Theme, show: Show) -> None:
    view = MarkdownView("Posting", "Asked:\n\n- Spark\n- Airflow\n\n1. Call\n")
    show(view)
    image = view.viewport().grab().toImage()
    block = view.document().begin().next()
    area = view.document().documentLayout().blockBoundingRect(block)
    text_from = area.left() + block.layout().lineAt(0).position().x()
    ground = image.pixelColor(image.width() - 2, 2)
    inked = [
        x
        for x in range(round(text_from) + 4)
        for y in range(round(area.top()), round(area.bottom()))
        if abs(image.pixelColor(x, y).lightness() - ground.lightness()) > 40
    ]
    dot = [x for x in inked if x < text_from - 1]
    assert dot, "there is a dot"
    assert max(dot) - min(dot) <= 4
    assert text_from - max(dot) >= 6
    assert view.toPlainText().split("\n")[1:3] == ["Spark", "Airflow"]


def test_html_in_markdown_stays_text(theme: Theme, show: Show) -> None:
    view = MarkdownView("Posting", "Hello <img src=x> <b>you</b>")
    show(view)
    assert "<b>you</b>" in view.toPlainText()


def test_its_colours_follow_the_theme(theme: Theme, show: Show) -> None:
    view = MarkdownView("Posting", "[apply](https://jobs.example)")
    show(view)

    def ink() -> QColor:
        form: QTextCharFormat = view.document().begin().begin().fragment().charFormat()
        return form.foreground().color()

    assert ink() == theme.color("on_soft")
    theme.choose("dark")
    assert ink() == theme.color("on_soft")


def test_a_view_that_is_gone_does_not_hear_the_theme(theme: Theme, show: Show, qapp: Any) -> None:
    view = MarkdownView("Posting", "text")
    window = show(view)
    window.layout().removeWidget(view)
    view.setParent(None)
    view.deleteLater()
    del view
    settle(qapp)
    theme.choose("dark")  # would raise inside the slot, which pytest-qt reports


# Pages


def png(width: int, height: int, colour: str) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


@pytest.fixture
def pages(theme: Theme, show: Show) -> ImagePages:
    pages = ImagePages("Résumé")
    show(pages).resize(500, 400)
    return pages


def test_only_pages_near_the_view_are_wanted(pages: ImagePages, qtbot: QtBot) -> None:
    wanted: list[tuple[int, int]] = []
    pages.page_wanted.connect(lambda page, width: wanted.append((page, width)))
    pages.set_pages([(595, 842)] * 30)
    qtbot.waitUntil(lambda: bool(wanted))
    assert {page for page, _width in wanted} == {0}
    pages.verticalScrollBar().setValue(pages.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: any(page == 29 for page, _width in wanted))
    assert len(wanted) < 6


def test_zooming_asks_for_a_sharper_picture(pages: ImagePages, qtbot: QtBot) -> None:
    wanted: list[int] = []
    pages.page_wanted.connect(lambda _page, width: wanted.append(width))
    pages.set_pages([(595, 842)])
    qtbot.waitUntil(lambda: len(wanted) == 1)
    qtbot.keyClick(pages, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(wanted) == 2)
    assert wanted[1] > wanted[0]
    qtbot.keyClick(pages, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(wanted) == 3)
    assert wanted[2] == wanted[0]


def test_the_picture_and_its_marks_are_painted(pages: ImagePages, theme: Theme) -> None:
    pages.set_pages([(600, 600)])
    pages.set_page(0, png(60, 60, "#FFFFFF"))
    middle = QPoint(pages.viewport().width() // 2, pages.viewport().height() // 2)
    clean = pages.viewport().grab().toImage().pixelColor(middle)
    assert clean == QColor("white")
    pages.set_highlights([Highlight(0, 0.2, 0.2, 0.6, 0.6)])
    marked = pages.viewport().grab().toImage().pixelColor(middle)
    assert marked.blue() > marked.green()


def test_a_mark_keeps_off_the_lines_around_it_and_is_seen_on_a_coloured_band(pages: ImagePages, theme: Theme) -> None:
    pages.set_pages([(595, 595)])
    band = QColor("#5442C9")
    pages.set_page(0, png(60, 60, band.name()))
    area = pages._area(0)
    pages.set_highlights([Highlight(0, 0.2, 0.4, 0.6, 0.1)])
    seen = pages.viewport().grab().toImage()
    top, across = round(area.top() + 0.4 * area.height()), round(area.center().x())
    assert seen.pixelColor(across, top - 4) == band, "the line above is left alone"
    frame = [seen.pixelColor(across, top - far).lightness() for far in range(4)]
    assert max(frame) > band.lightness() + 60


def test_a_mark_further_down_is_brought_into_view(pages: ImagePages, qtbot: QtBot) -> None:
    pages.set_pages([(595, 842)] * 3)
    pages.show_highlight(Highlight(2, 0.1, 0.5, 0.2, 0.02))
    assert pages.verticalScrollBar().value() > 800


def test_a_click_tells_its_place_on_the_page(pages: ImagePages, qtbot: QtBot) -> None:
    pages.set_pages([(600, 600)])
    with qtbot.waitSignal(pages.page_clicked) as heard:
        qtbot.mouseClick(pages.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(pages.viewport().width() // 2, 50))
    page, across, down = heard.args
    assert page == 0
    assert across == pytest.approx(0.5, abs=0.02)
    assert 0 < down < 0.1


def test_a_long_document_keeps_only_pictures_near_the_view(pages: ImagePages, qtbot: QtBot) -> None:
    asked: list[int] = []

    def answer(page: int, _width: int) -> None:
        asked.append(page)
        pages.set_page(page, png(8, 8, "#FFFFFF"))

    pages.page_wanted.connect(answer)
    pages.set_pages([(595, 842)] * 500)
    bar = pages.verticalScrollBar()
    for step in range(40):
        bar.setValue(bar.maximum() * step // 40)
        qtbot.waitUntil(lambda: not pages._rest.isActive())
    assert len(set(asked)) > 30
    assert len(pages._pictures) < 15
    bar.setValue(0)
    qtbot.waitUntil(lambda: not pages._rest.isActive())
    assert asked.count(0) == 2


def test_broken_picture_data_leaves_the_waiting_page(pages: ImagePages) -> None:
    pages.set_pages([(595, 842)])
    before = pages.viewport().grab().toImage()
    pages.set_page(0, b"not a picture")
    assert pages.viewport().grab().toImage() == before


# Notices and drops


def test_an_empty_state_offers_one_way_and_perhaps_a_second(theme: Theme, qtbot: QtBot, show: Show) -> None:
    empty = EmptyState("briefcase", "Paste a link to begin.", action="Add job", link="Explore sample data")
    show(empty)
    with qtbot.waitSignal(empty.acted):
        empty.button.click()
    with qtbot.waitSignal(empty.link_followed):
        empty.link.click()


def test_a_banner_can_change_its_words(theme: Theme, show: Show) -> None:
    banner = Banner("2 of 31 fields are worth a look.", "warn", trailing="1 of 2")
    show(banner)
    banner.set_text("Nothing is left to check.")
    banner.set_trailing("")
    assert (banner.text(), banner.accessibleName()) == ("Nothing is left to check.",) * 2


def test_a_long_banner_grows_instead_of_cutting(theme: Theme, show: Show) -> None:
    banner = Banner("This sentence is far too long for one line of a narrow window, so it takes several. " * 2)
    window = show(banner)
    window.resize(320, 300)
    assert banner.height() >= banner.heightForWidth(banner.width()) > 60


def test_nothing_flashes_as_a_window_of_its_own_while_a_page_is_built(
    theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(Text, "showEvent", lambda self, _event: shown.append(f"Text {self.text()}"), raising=False)
    monkeypatch.setattr(Button, "showEvent", lambda self, _event: shown.append(f"Button {self.text()}"), raising=False)
    gallery = build_gallery(theme)
    assert shown == []
    gallery.deleteLater()


def drop(zone: DropZone, *files: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    zone.dropEvent(QDropEvent(QPointF(9, 9), copy, data, Qt.MouseButton.LeftButton, none))


def test_a_drop_zone_takes_only_the_files_it_knows(theme: Theme, qtbot: QtBot, tmp_path: Path) -> None:
    zone = DropZone("Drop your résumé here", suffixes=(".pdf",), button="Choose a file…")
    qtbot.addWidget(zone)
    with qtbot.waitSignal(zone.dropped) as heard:
        drop(zone, tmp_path / "lena.PDF", tmp_path / "virus.exe")
    assert heard.args == [[tmp_path / "lena.PDF"]]
    with qtbot.assertNotEmitted(zone.dropped):
        drop(zone, tmp_path / "virus.exe")


# Figures and layouts


def test_figures_are_said(theme: Theme, qtbot: QtBot) -> None:
    ring = ScoreRing(None)
    qtbot.addWidget(ring)
    assert ring.accessibleName() == "Match: not computed yet"
    ring.set_score(86)
    assert ring.accessibleName() == "Match: 86 of 100"
    with pytest.raises(ValueError, match="101"):
        ring.set_score(101)


def test_a_bar_is_cut_to_its_range_and_moves_only_while_it_is_seen(theme: Theme, show: Show, qtbot: QtBot) -> None:
    bar = Bar(1.7, name="Education")
    window = show(bar, Spinner())
    assert (bar.value(), bar.accessibleDescription()) == (1.0, "100 %")
    bar.set_value(None)
    assert bar._clock.isActive()
    window.hide()
    assert not bar._clock.isActive()


def test_a_flow_breaks_its_line_where_the_width_ends(theme: Theme, show: Show) -> None:
    flow = FlowLayout(6)
    for number in range(12):
        flow.addWidget(Tag(f"skill {number}"))
    box = holder(flow)
    show(box)
    assert flow.heightForWidth(2000) < flow.heightForWidth(200) < flow.heightForWidth(60)


def test_a_splitter_comes_back_as_it_was_left(theme: Theme, show: Show) -> None:
    def make() -> Splitter:
        split = Splitter(QWidget(), QWidget(), remember="test.splitter")
        show(split).resize(640, 200)
        split.grab()
        return split

    first = make()
    first.setSizes([400, 180])
    QSplitter.moveSplitter(first, 410, 1)
    second = make()
    assert abs(second.sizes()[0] - first.sizes()[0]) <= 2


def test_rows_and_headers_hold_what_they_are_given(theme: Theme, show: Show, qapp: Any) -> None:
    rows, header, card = Rows("Keywords"), PageHeader("Jobs", back=True), Card("Contact")
    card.add(Text("Name"))
    show(header, rows, card)
    rows.add(Text("dbt"), Text("Spark"))
    assert [text.text() for text in rows.findChildren(Text)] == ["dbt", "Spark"]
    rows.clear()
    settle(qapp)
    assert rows.findChildren(Text) == []
    header.set_title("Today")
    assert header.title() == "Today"


def test_every_control_of_the_gallery_has_a_name(theme: Theme, qtbot: QtBot) -> None:
    gallery = build_gallery(theme)
    qtbot.addWidget(gallery)
    gallery.show()
    nameless = [
        type(widget).__name__
        for widget in gallery.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisibleTo(gallery)
        and not isinstance(widget, (QTextBrowser, Scroll, QSplitter))
        and not (widget.accessibleName() or widget.accessibleDescription())
    ]
    assert nameless == []


def test_the_gallery_shows_every_widget_there_is(theme: Theme, qtbot: QtBot) -> None:
    """What is exported from the kit and is a widget can be looked at; a new one without a place there fails here."""
    gallery = build_gallery(theme)
    qtbot.addWidget(gallery)
    exported = [getattr(uikit, name) for name in uikit.__all__]
    kinds = [kind for kind in exported if isinstance(kind, type) and issubclass(kind, QWidget)]
    assert len(kinds) > 30
    assert [kind.__name__ for kind in kinds if not gallery.findChildren(kind)] == []


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_the_gallery_is_drawn_in_both_themes(theme: Theme, tmp_path: Path, choice: str) -> None:
    before = theme.choice
    files = {file.stem: file for file in write_gallery(tmp_path / "pictures")}
    picture = QImage(str(files[f"gallery-{choice}"]))
    assert picture.width() >= 1720
    theme.choose(choice)
    assert picture.pixelColor(picture.width() - 4, picture.height() - 80) == theme.color("window")
    theme.choose(before)
