"""What is asked of a page in a browser: how far it is, and at the end all it shows, as one piece of HTML.

The scripts run in a world of their own, where the page can't have put anything in the place of what they call.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from careercoach_desktop.foundation.web.walls import asks_for_a_person

MOST_ELEMENTS = 150_000
_LITTLE_TEXT = 600
_SAID = 4000

STATE = f"""(() => {{
  const nodes = document.getElementsByTagName('*').length;
  const body = nodes > {MOST_ELEMENTS} ? null : document.body;
  const text = body ? body.innerText : '';
  const seen = node => node.getClientRects().length > 0;
  return {{
    nodes: nodes,
    length: text.length,
    said: (document.title + ' ' + text).slice(0, {_SAID}),
    complete: document.readyState !== 'loading',
    guarded: !!body && !!body.querySelector(
      'iframe[src*="challenges.cloudflare.com"], iframe[src*="hcaptcha.com"], iframe[src*="captcha-delivery.com"], ' +
      'iframe[src*="/recaptcha/"], .g-recaptcha, .h-captcha, .cf-turnstile, #challenge-running, #challenge-form'),
    password: !!body && [...body.querySelectorAll('input[type=password]')].some(seen),
  }};
}})()"""

# Open shadow roots are put in the place where they show, frames by number where they stood (``with_frames``); code and
# its stand-ins go, data in scripts (JSON) stays. Of a page in a frame only what its body shows, and such data. Where
# the page's scripts and frames came from is told in its head (``LOADED``): it says which system a careers page runs on.
_PICTURE = """((most, framed, inside) => {
  const unfold = root => {
    for (const host of [...root.querySelectorAll('*')]) {
      if (!host.shadowRoot) continue;
      unfold(host.shadowRoot);
      for (const slot of [...host.shadowRoot.querySelectorAll('slot')]) {
        const given = slot.assignedNodes();
        if (given.length) slot.replaceWith(...given);
      }
      host.replaceChildren(...host.shadowRoot.childNodes);
    }
  };
  const root = document.documentElement;
  if (root.textContent.length > most) return null;
  const frames = [...document.querySelectorAll('iframe')];
  const loaded = new Set(
    [...[...document.scripts, ...frames].map(node => node.src), ...performance.getEntriesByType('resource')
      .filter(entry => ['script', 'iframe', 'fetch', 'xmlhttprequest'].includes(entry.initiatorType))
      .map(entry => entry.name)].filter(url => /^https?:/.test(url) && url.length <= __LONGEST__));
  for (const number of framed) {
    const place = document.createElement('div');
    place.dataset.framed = number;
    frames[number].replaceWith(place);
  }
  unfold(root);
  for (const node of [...root.querySelectorAll('script, noscript, style, link[rel=preload], link[rel=modulepreload]')])
    if (node.localName !== 'script' || !/json/i.test(node.type)) node.remove();
  for (const url of inside ? [] : [...loaded].slice(0, __MOST__)) {
    const place = document.createElement('meta');
    place.name = '__LOADED__';
    place.content = url;
    document.head.append(place);
  }
  const data = [...document.head.querySelectorAll('script')].map(node => node.outerHTML).join('');
  const html = inside ? data + document.body.innerHTML : '<!doctype html>\\n' + root.outerHTML;
  return html.length > most ? null : html;
})"""

FRAME_NUMBER = "node => [...document.querySelectorAll('iframe')].indexOf(node)"
LOADED = "career-coach-loaded"
"""The name under which a picture's head tells an address that the page loaded code, data or a frame from."""
_MOST_LOADED = 100
_LONGEST_ADDRESS = 400
MOST_FRAMES = 4
SMALLEST_FRAME = (200, 100)
"""Pixels in width and height; what is smaller counts visitors or shows a sign."""


class Session(Protocol):
    """A line to a page over which the browser's debugging protocol is spoken."""

    async def send(self, method: str, params: dict[str, Any] | None = None) -> dict[str, Any]: ...


class NotTold(Exception):  # noqa: N818 - the page is between two documents, or a script of ours met something odd
    """The page gave no answer to what it was asked."""


def picture(most: int, framed: Iterable[int] = (), *, inside: bool = False) -> str:
    """The script that gives what a page shows as HTML; null when that is longer than ``most`` characters.

    ``framed``: numbers of the frames that are shown too; ``inside``: the page is itself in a frame.
    """
    script = _PICTURE.replace("__LOADED__", LOADED).replace("__MOST__", str(_MOST_LOADED))
    script = script.replace("__LONGEST__", str(_LONGEST_ADDRESS))
    return f"{script}({most}, {list(framed)}, {str(inside).lower()})"


def with_frames(html: str, shown: Mapping[int, str]) -> str:
    """``html`` with what each frame shows in the frame's place."""
    for number, inside in shown.items():
        html = html.replace(f'<div data-framed="{number}"></div>', f"<div>{inside}</div>", 1)
    return html


async def ask(session: Session, script: str, frame_url: str | None = None) -> Any:
    """What ``script`` gives, run beside the page's own scripts and out of their reach. Raises NotTold.

    ``frame_url``: run it in the frame with this address instead of in the page itself.
    """
    frames = [frame["id"] for frame in _frames((await session.send("Page.getFrameTree"))["frameTree"], frame_url)]
    if not frames:
        raise NotTold("that frame is gone")
    world = await session.send("Page.createIsolatedWorld", {"frameId": frames[0], "worldName": "career-coach"})
    told = await session.send(
        "Runtime.evaluate",
        {"expression": script, "contextId": world["executionContextId"], "returnByValue": True},
    )
    if "exceptionDetails" in told:
        raise NotTold("a script of ours failed in the page")
    return told["result"].get("value")


def _frames(tree: dict[str, Any], url: str | None) -> Iterator[dict[str, Any]]:
    if url is None or tree["frame"]["url"] == url.partition("#")[0]:
        yield tree["frame"]
    for child in tree.get("childFrames", ()):
        yield from _frames(child, url)


@dataclass(frozen=True, slots=True)
class PageState:
    """How far a page is. ``length``: characters of visible text; ``said``: the first of them, the title before."""

    nodes: int = 0
    length: int = 0
    said: str = ""
    complete: bool = False
    guarded: bool = False
    password: bool = False

    @classmethod
    def of(cls, told: Any) -> PageState:
        """From what ``STATE`` gave."""
        return cls(**{name: told[name] for name in cls.__slots__})

    @property
    def is_too_large(self) -> bool:
        return self.nodes > MOST_ELEMENTS

    @property
    def has_little_text(self) -> bool:
        return self.length < _LITTLE_TEXT

    @property
    def wants_a_person(self) -> bool:
        """Whether the page is a captcha or a browser check and hardly anything else."""
        return self.has_little_text and (self.guarded or asks_for_a_person(self.said))

    @property
    def wants_a_password(self) -> bool:
        return self.has_little_text and self.password
