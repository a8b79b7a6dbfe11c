"""Letters as a model writes them for Lena and the data job: one that her evidence proves, and inventions."""

from __future__ import annotations

from careercoach_desktop.features.letters.drafting import WrittenLetter, WrittenParagraph
from careercoach_desktop.features.letters.model import LetterWishes

WISHES = LetterWishes()


def paragraph(text: str, *rests_on: str) -> WrittenParagraph:
    return WrittenParagraph(text=text, rests_on=list(rests_on))


OPENING = paragraph(
    "You are looking for a Senior Data Engineer, and at Brightwater I migrated 140 jobs from cron to Airflow.", "w1.1"
)
PROOF = paragraph("I rebuilt the nightly batch jobs and cut their run time from 6 h to 50 min.", "w1.2")
WHY = paragraph("Your team runs Apache Spark in production. I would be glad to talk about that with you.")
HONEST = WrittenLetter(
    subject="Senior Data Engineer: application of Lena Marsh",
    greeting="Dear hiring team,",
    paragraphs=[OPENING, PROOF, WHY],
    closing="Kind regards,",
    key_points=["140 jobs moved to Airflow"],
    suggestions=["Say how many people relied on the batch jobs."],
)
INVENTED = paragraph("I rebuilt 900 jobs at Google and hold a PhD in physics.", "w1.2")


def with_paragraphs(*paragraphs: WrittenParagraph) -> WrittenLetter:
    return HONEST.model_copy(update={"paragraphs": list(paragraphs)})
