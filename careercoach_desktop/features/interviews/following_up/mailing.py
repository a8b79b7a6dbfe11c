"""``mailto:`` addresses that mail programs understand (RFC 6068), and what becomes of a message too long for one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

LONGEST = 1_900
"""Windows hands programs about 2,000 characters of an address; some mail programs cut what is longer."""
_ADDRESS = re.compile(r"[^\s<>,;:@\"()\[\]\\]+@[^\s<>,;:@\"()\[\]\\]+")


@dataclass(frozen=True, slots=True)
class MailLink:
    """``whole`` is false where the text did not fit: then it is not in the address, and to be pasted."""

    url: str
    whole: bool


def mail_link(recipients: Sequence[str], subject: str, text: str) -> MailLink:
    """An address that opens a message to these people. What is no e-mail address is left out."""
    known = [each.strip() for each in recipients if _ADDRESS.fullmatch(each.strip())]
    to = ",".join(quote(each, safe="@.+-_") for each in dict.fromkeys(known))
    head = f"mailto:{to}?subject={_encoded(' '.join(subject.split()))}"
    whole = f"{head}&body={_encoded(text)}"
    return MailLink(whole, whole=True) if len(whole) <= LONGEST else MailLink(head[:LONGEST], whole=False)


def _encoded(text: str) -> str:
    """Line ends as mail has them; a plus stays a plus."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "%0D%0A".join(quote(line, safe="") for line in lines)
