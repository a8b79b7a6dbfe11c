"""What a language model found on a page, confirmed in the page's own lines before it counts.

Pure, and run in the child process. A value must stand in the lines that are named for it, or follow from them by our
own readers; nothing else gets in, so an invention can't, and neither can an order that a page gives the model.
"""

from careercoach_desktop.features.jobs.filling.confirming import Confirmed, confirm
from careercoach_desktop.features.jobs.filling.findings import Fact, Pay, PostingFindings
from careercoach_desktop.features.jobs.filling.gaps import gaps, is_worth_asking
from careercoach_desktop.features.jobs.filling.page_lines import PageLines

__all__ = ["Confirmed", "Fact", "PageLines", "Pay", "PostingFindings", "confirm", "gaps", "is_worth_asking"]
