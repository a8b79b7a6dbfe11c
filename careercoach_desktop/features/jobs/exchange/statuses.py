"""Where somebody stands with a job, in the words of many tables and languages, as one of the eight columns."""

from __future__ import annotations

import re
from functools import lru_cache

from careercoach_desktop.features.jobs.capture.wording import folded
from careercoach_desktop.features.jobs.model import JobStatus

_WORDINGS = {
    JobStatus.ACCEPTED: """accepted|offer accepted|accepted offer|hired|got it|got the job|signed|started|joined|won
        |angenommen|zugesagt|eingestellt|accepte|embauche|aceptado|contratado|accettato|assunto|aangenomen|prijato
        |zaakceptowano""",
    JobStatus.REJECTED: """rejected|declined|rejection|no|not selected|unsuccessful|turned down|denied|regret|closed
        |position filled|filled|ghosted|no response|not moving forward|passed over|failed|lost|expired
        |abgelehnt|absage|abgesagt|refuse|rejete|refus|rechazado|descartado|rifiutato|respinto|afgewezen|zamitnuto
        |odmitnuto|odrzucono|odrzucony|afslag|avslag|hylatty""",
    JobStatus.WITHDRAWN: """withdrawn|withdrew|i declined|declined by me|offer declined|declined offer|not interested
        |cancelled|canceled|skipped|pass|dropped|ignored|zuruckgezogen|storniert|retire|abandonne|retirado|ritirato
        |teruggetrokken|stazeno|wycofano|archived""",
    JobStatus.OFFER_RECEIVED: """offer|offer received|offered|job offer|verbal offer|negotiating|negotiation|angebot
        |offre|oferta|offerta|aanbod|nabidka|tilbud|erbjudande""",
    JobStatus.INTERVIEW_COMPLETED: """interview completed|interviewed|interview done|after interview|awaiting decision
        |awaiting feedback|waiting for decision|final stage|post interview|interview finished|decision pending
        |gesprach gehabt|interview gehabt|entretien passe|entrevistado|entrevista realizada|colloquio fatto""",
    JobStatus.INTERVIEW_SCHEDULED: """interview scheduled|interview|interviewing|interviews|interview invited
        |phone screen
        |phone interview|screening|screen|recruiter screen|hr interview|technical interview|onsite|onsite interview
        |first interview|second interview|final interview|1st interview|2nd interview|3rd interview|invited|assessment
        |test task|take home|coding challenge|case study|in process|in progress|gesprach|vorstellungsgesprach
        |eingeladen
        |entretien|entrevista|colloquio|gesprek|sollicitatiegesprek|pohovor|rozmowa|rozmowa kwalifikacyjna|samtale
        |intervju""",
    JobStatus.APPLIED: """applied|application sent|sent|submitted|application submitted|pending|waiting
        |under review|in review
        |awaiting response|awaiting reply|no reply yet|no response yet|waiting for response|yes|done|follow up
        |followed up
        |beworben|bewerbung verschickt|verschickt|bewerbung gesendet|gesendet|postule|candidature envoyee|envoye
        |en attente|aplicado|solicitado|enviado|candidatura inviata|candidato|inviata|inviato|gesolliciteerd|verstuurd
        |odeslano|prihlaseno|aplikowano|wyslano|wyslane|ansogt|sokt|haettu""",
    JobStatus.INTERESTED: """interested|wishlist|wish list|saved|bookmarked|to apply|not applied
        |not yet applied|todo|to do|new
        |open|lead|found|considering|researching|planned|shortlist|maybe|backlog|draft|preparing|interessant|merkliste
        |offen|gemerkt|geplant|interesse|a postuler|interesse|interesado|guardado|pendiente de enviar|por aplicar
        |interessato|salvato|opgeslagen|zajima me|ulozeno|do aplikowania|zapisane""",
}  # fmt: skip
_KNOWN = {
    " ".join(wording.split()): status for status, wordings in _WORDINGS.items() for wording in wordings.split("|")
}
_ROUND = re.compile(r"\b(?:round|r|runde|stage|step|tour|kolo)?\s*\d+(?:st|nd|rd|th)?\b|\b(?:round|stage|runde)\b")
_NEGATED = re.compile(r"\b(?:not|never|no|nicht|pas|non|niet|ne|nie)\b")


@lru_cache(maxsize=2_000)
def read_status(text: str) -> JobStatus | None:
    """The column a cell means, None when it says something else.

    ``Rejected (12 May)`` and ``❌ rejected after 2nd interview`` are read by the first known words in them.
    """
    words = folded(text.replace("_", " "))
    if words in _KNOWN:
        return _KNOWN[words]
    bare = " ".join(_ROUND.sub(" ", words).split())
    if bare in _KNOWN:
        return _KNOWN[bare]
    if not words or len(words) > 80 or _NEGATED.search(words):
        return None
    at = [
        (found, -len(known), status)
        for known, status in _KNOWN.items()
        if len(known) > 3 and (found := f" {words} ".find(f" {known} ")) >= 0
    ]
    return min(at)[2] if at else None
