"""What is asked of a page in a browser: how far it is, and at the end all it shows, as one piece of HTML.

The scripts run in a world of their own, where the page can't have put anything in the place of what they call.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

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

# Open shadow roots are put in the place where they show; code and its stand-ins go, data in scripts (JSON) stays.
PICTURE = """(most => {
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
  unfold(root);
  for (const node of [...root.querySelectorAll('script, noscript, style, link[rel=preload], link[rel=modulepreload]')])
    if (node.localName !== 'script' || !/json/i.test(node.type)) node.remove();
  const html = '<!doctype html>\\n' + root.outerHTML;
  return html.length > most ? null : html;
})"""


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
