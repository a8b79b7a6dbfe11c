"""Descriptions as clean Markdown, read back with a real Markdown parser."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from careercoach_desktop.features.jobs.capture.markdown import from_markup, from_text, plain

RICH = """<h1>About us</h1><p>We <b>bake</b> <i>well</i> &amp; early.<br>Come by.</p>
<ul><li>One<ul><li>Inner</li></ul></li><li>Two</li></ul><ol><li>First</li><li>Second</li></ol>
<p><a href="/jobs?utm_source=x&id=3">More</a> <a href="javascript:alert(1)">Bad</a></p>
<script>steal()</script><style>p{}</style><img src="https://track.example/p.gif" alt="pixel">"""


def tokens(markdown: str) -> list[str]:
    return [token.type for token in MarkdownIt().parse(markdown)]


def inline(markdown: str) -> list[str]:
    return [child.type for token in MarkdownIt().parse(markdown) for child in token.children or ()]


def test_structure_survives() -> None:
    assert from_markup(RICH, "https://example.com/a") == (
        "## About us\n\nWe **bake** *well* & early.\n\nCome by.\n\n- One\n  - Inner\n- Two\n\n1. First\n2. Second\n\n"
        "[More](https://example.com/jobs?id=3) Bad"
    )


def test_nothing_is_smuggled_in() -> None:
    written = from_markup(RICH)
    for word in ("steal", "track.example", "javascript", "<", "utm_"):
        assert word not in written


def test_text_that_looks_like_markup_is_shown_as_it_stands() -> None:
    text = "# no heading\n\n<script>alert(1)</script>\n\n"
    text += "![x](http://t.example/p.gif) [y](javascript:1) **loud** `code` &lt; a_b_ ~~z~~"
    written = from_text(text)
    assert not {"heading_open", "html_block", "fence", "code_block"} & set(tokens(written))
    assert not {"html_inline", "link_open", "image", "strong_open", "em_open", "code_inline", "s_open"} & set(
        inline(written)
    )
    assert plain(written) == text


def test_escaped_html_is_unpacked_even_twice() -> None:
    assert from_markup("&amp;lt;p&amp;gt;Bread &amp;amp;amp; butter&amp;lt;/p&amp;gt;") == "Bread & butter"


def test_bullets_typed_by_hand_become_lists() -> None:
    assert (
        from_text("You will:\n• bake\n• sell\n\n1) mix\n2) knead") == "You will:\n\n- bake\n- sell\n\n1. mix\n2. knead"
    )


def test_lines_broken_for_width_are_joined() -> None:
    wrapped = "We are a bakery in the north of the country with\n"
    wrapped += "forty shops and one oven that has been burning\nsince 1911, and we like it."
    assert "\n" not in from_text(wrapped)


def test_emphasis_that_touches_spaces_stays_valid() -> None:
    assert from_markup("<p>a<b> bold </b>c</p>") == "a **bold** c"


@given(st.text(max_size=300))
def test_no_text_becomes_markup(text: str) -> None:
    kinds = set(tokens(from_text(text))) | set(inline(from_text(text)))
    allowed = {
        "paragraph",
        "bullet_list",
        "ordered_list",
        "list_item",
        "inline",
        "text",
        "text_special",
        "softbreak",
        "hardbreak",
    }
    assert {kind.removesuffix("_open").removesuffix("_close") for kind in kinds} <= allowed


@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<b>",
                "</b>",
                "<ul>",
                "<li>",
                "</ul>",
                "<a href='//x'>",
                "</a>",
                "<h2>",
                "*",
                "_",
                "x y",
                "<br>",
                "<pre>",
                "#",
            ]
        )
    )
)
def test_no_soup_of_tags_leaves_html(soup: list[str]) -> None:
    written = from_markup("<div>" + "".join(soup))
    assert not {"html_block", "html_inline"} & (set(tokens(written)) | set(inline(written)))


def test_a_table_of_data_keeps_its_rows_and_one_that_lays_out_does_not() -> None:
    data = (
        "<table><thead><tr><th>Grade</th><th>Pay</th></tr></thead>"
        "<tbody><tr><td>A <b>new</b></td><td>€ 10 | h</td></tr></tbody></table>"
    )
    written = from_markup(f"<p>Pay:</p>{data}<p>And a bonus.</p>")
    assert written == "Pay:\n\n| Grade | Pay |\n| --- | --- |\n| A **new** | € 10 &#124; h |\n\nAnd a bonus."
    assert plain(written) == "Pay:\n\nGrade | Pay\nA new | € 10 | h\n\nAnd a bonus."
    assert "|" not in from_markup(
        "<table><tr><th>Place</th><td>Leeds</td></tr><tr><th>Pay</th><td>£ 9</td></tr></table>"
    )
    assert "|" not in from_markup(
        "<table><tr><th>A</th><th>B</th></tr><tr><td><ul><li>x</li></ul></td><td>y</td></tr></table>"
    )
