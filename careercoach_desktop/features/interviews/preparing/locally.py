"""The local preparation: likely questions with reasons and stories, questions to ask, the checklist, the focus."""

from __future__ import annotations

from collections.abc import Sequence
from zlib import crc32

from careercoach_desktop.features.evidence.bank import BankQuestion, QuestionBank, Wanted
from careercoach_desktop.features.evidence.model import Story
from careercoach_desktop.features.evidence.service import skill_list
from careercoach_desktop.features.evidence.telling import StoryRanking
from careercoach_desktop.features.interviews.model import Interview, InterviewType
from careercoach_desktop.features.interviews.model.brief import LikelyQuestion, Preparation
from careercoach_desktop.features.interviews.preparing.asking import questions_to_ask
from careercoach_desktop.features.interviews.preparing.ticking import checklist
from careercoach_desktop.features.jobs.model import Posting
from careercoach_desktop.features.jobs.model.posting_words import description_words

HOW_MANY = {InterviewType.PHONE_SCREEN: 7, InterviewType.FINAL: 8}
_USUALLY = 9
MOST_STORIES = 3
_LONGEST_POSTING = 12_000
_FOCUS = {
    InterviewType.PHONE_SCREEN: "A first conversation: in a few minutes they want to hear who you are, why this job, "
    "and whether the terms fit. Short answers win.",
    InterviewType.VIDEO_CALL: "They want to get to know you and how you work. Two or three of your stories, told in "
    "two minutes each, carry most of it.",
    InterviewType.IN_PERSON: "They want to see how you would fit in and how you work. Bring stories with an end, and "
    "questions of your own.",
    InterviewType.TECHNICAL: "They want to see how you think. Say aloud what you are doing, ask before you assume, and "
    "check your result.",
    InterviewType.BEHAVIORAL: "They ask what you did, not what you would do. Each answer is a story: situation, task, "
    "what you did, what came of it.",
    InterviewType.PANEL: "Several people with different questions. Answer the one who asked, and look at all of them.",
    InterviewType.FINAL: "They are close to a decision. It is about why you, why them, and whether the terms work for "
    "both.",
    InterviewType.OTHER: "Find out beforehand what exactly awaits you, how long it takes and what it is judged by.",
}
_BECAUSE_OF_KIND = {
    InterviewType.PHONE_SCREEN: "Often asked in a first call",
    InterviewType.VIDEO_CALL: "Often asked in a first longer conversation",
    InterviewType.IN_PERSON: "Often asked in a conversation at their place",
    InterviewType.TECHNICAL: "Often asked in technical rounds",
    InterviewType.BEHAVIORAL: "A question that wants a story",
    InterviewType.PANEL: "Often asked by panels",
    InterviewType.FINAL: "Often asked in a final round",
    InterviewType.OTHER: "Often asked in rounds like this",
}


def prepared_here(
    interview: Interview, posting: Posting, stories: Sequence[Story], bank: QuestionBank, own_zone: str
) -> Preparation:
    """For this very round; the same round gives the same. ``own_zone``: where the person lives."""
    text = description_words(posting, _LONGEST_POSTING)
    fields = bank.fields_for(f"{posting.title}\n{text}")
    wanted = Wanted(
        type=interview.type.value,
        count=HOW_MANY.get(interview.type, _USUALLY),
        fields=fields,
        posting=f"{posting.title}\n{text}",
        seed=crc32(interview.uid.encode()),
    )
    ranking = StoryRanking(stories)
    names = {field.id: field.name for field in bank.fields()}
    likely = tuple(_likely(each, interview.type, text, ranking, names) for each in bank.choose(wanted))
    return Preparation(
        likely=likely,
        ask=questions_to_ask(interview, posting),
        checklist=checklist(interview, own_zone),
        focus=_FOCUS[interview.type],
    )


def _likely(
    question: BankQuestion, kind: InterviewType, posting: str, ranking: StoryRanking, names: dict[str, str]
) -> LikelyQuestion:
    matches = ranking.best(question.text, question.key_points, (question.category,), MOST_STORIES)
    return LikelyQuestion(
        text=question.text,
        because=_because(question, kind, posting, names),
        story_ids=tuple(match.story.id for match in matches),
        bank_id=question.id,
    )


def _because(question: BankQuestion, kind: InterviewType, posting: str, names: dict[str, str]) -> str:
    """The posting's own terms first; else the field of work; else the kind of the round."""
    asked = {hit.skill for hit in skill_list().find_in(question.text)}
    named = [hit.surface for hit in skill_list().find_in(posting) if hit.skill in asked]
    if named:
        return f"The posting names {named[0]}."
    if question.field and question.field in names:
        return f"A usual question in this field ({names[question.field]})."
    return f"{_BECAUSE_OF_KIND[kind]}."
