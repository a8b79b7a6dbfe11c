"""A posting read closely: by rules, and Claude's remarks held against the words they claim to rest on.

Pure: no database, no network.
"""

from careercoach_desktop.features.analysis.appraising.answer import JobView
from careercoach_desktop.features.analysis.appraising.by_rules import by_rules
from careercoach_desktop.features.analysis.appraising.confirming import confirmed
from careercoach_desktop.features.analysis.appraising.pay import pays_of, usual_currency
from careercoach_desktop.features.analysis.appraising.posting_text import PostingText

__all__ = ["JobView", "PostingText", "by_rules", "confirmed", "pays_of", "usual_currency"]
