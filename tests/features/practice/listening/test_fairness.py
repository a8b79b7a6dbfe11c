"""Better answers are worth more, whoever gives them: in short sentences, in a second language, in few words."""

from __future__ import annotations

import pytest

from careercoach_desktop.features.practice.listening import local_feedback
from careercoach_desktop.features.practice.model import Length, QuestionContent

MISTAKE = QuestionContent(
    text="Describe something that went wrong because of you. What did you do next?",
    category="learning from mistakes",
    key_points=(
        "A real mistake with real consequences",
        "Told the people concerned without delay",
        "Limited the damage",
        "A habit or rule that came of it",
    ),
    wants_story=True,
)
LATE = QuestionContent(
    text="The nightly pipeline finished at noon, and reports were wrong all morning. What do you change?",
    category="reliability",
    field="data",
    key_points=(
        "Tells users and marks the data as stale",
        "Finds the slow or failing step",
        "Makes runs repeatable without double counting",
        "Alarms on freshness and volume",
    ),
)
LEAVING = QuestionContent(
    text="Why do you want to leave the position you have, or why did you leave the last one?",
    category="motivation",
    key_points=(
        "A reason that looks towards something",
        "Nothing bitter about people",
        "What was tried before leaving",
    ),
)

PRINTER = (
    "In my second year at the print shop I sent a catalogue of 64 pages to press with last year’s prices in it. "
    "Nobody had told me to check them, but the order was mine. I noticed it the same evening, rang the customer "
    "before they could find out, and told my manager what it would cost. I stopped the second half of the run and"
    " drove to the bindery myself, so only 400 of the 3,000 copies were wrong. Since then every job has a sheet "
    "on which two people sign off prices, and a year later that sheet caught a wrong phone number on a poster."
)
WAREHOUSE = (
    "In my last job I was working in warehouse and I made mistake with big order. I send 200 boxes to wrong city."
    " When I see it I go directly to my boss and I say it is my fault. Then I call the driver and he stop after "
    "80 km, and I call the client and explain that they will have the boxes one day later. The client was not "
    "happy but he say thank you for the honesty. After this I make a new rule for me: before every truck I read "
    "the address loud with a colleague. In two years it did not happen again."
)
BAKERY = (
    "At the bakery I once forgot to order flour for the weekend. I told my boss straight away, called three other"
    " bakeries and borrowed 150 kilos. We opened on time. Since then the order is on a list that two of us tick "
    "off."
)
ONLY_WE = (
    "We had a project where some things went wrong with the planning. We then had meetings and we tried to "
    "communicate better and we worked on our processes as a team. In the end we delivered it and it was fine."
)
WOULD = (
    "If something goes wrong because of me I would always be honest about it. I think everybody makes mistakes "
    "and the most important thing is to learn from them. I would talk to my manager and look for a solution."
)
HOBBIES = (
    "I love working with people and I have always been interested in technology. My hobbies are cycling and "
    "cooking, and at the weekend I often go to the mountains with friends. In my opinion the best teams are those"
    " that have fun together, and I bring a lot of energy. I also speak three languages and I am learning a "
    "fourth one."
)
THOROUGH = (
    "First I find out which step is late and tell the people who wait for the report when they will have it. Then"
    " I look at the logs and at what changed: data volume, a new query, a slow source. If the load can be run "
    "again safely I rerun only the missing partitions, because the writes are idempotent. Afterwards I add an "
    "alert on the start time."
)
BRIEF = (
    "Tell the people who need the report first, with a time. Then check which step is late and whether the "
    "source, the volume or the code changed, and rerun only that step. Afterwards add an alert and write down the"
    " cause."
)
SECOND_LANGUAGE = (
    "I first say to users that report come later and when. I look in the monitoring which job is slow and since "
    "when. If possible I start again only this job, because it is idempotent. After I make alarm so we know "
    "before users."
)
ONE_SENTENCE = (
    "I tell the users when to expect it, find the late step in th"
    "e logs, rerun only that step and add an alert afterwards."
)
EAGER = (
    "I would look at the problem and try to find a solution as quickly as possible. It depends on the situation, "
    "but I would stay calm and work hard on it with my team until it works."
)
TOOLS = (
    "We use Airflow, Spark, Kafka, Snowflake, dbt and Kubernetes and I have a lot of experience with all of these"
    " modern tools in the cloud."
)
OUTGROWN = (
    "I am there since five years and I learned everything from purchasing to delivery. I asked my boss for more "
    "responsibility and she tried, but the company is small and there is no place. So I look for a bigger team "
    "where I can grow, because I want to lead people."
)
MOVED = (
    "My department was moved to another city in June, and I would have had to move with it. I asked whether I "
    "could stay with the customers here, and for half a year that worked. I learned a lot there about planning, "
    "and now I look for a post in which I can lead a small team, which that company doesn’t have here."
)
CLOSED = (
    "The company closed its office in our town, so I look for a post that keeps what I liked: planning with "
    "customers, in a larger team."
)
BITTER = (
    "My boss was horrible and the pay was a joke. Nobody there knew what they were doing and I was always the one"
    " who had to fix it. I just had enough of these people and want to get out."
)

GERMAN = {
    "good": "In meinem zweiten Lehrjahr habe ich einen Katalog mit alten Preisen in den Druck gegeben. Die "
    "Freigabe lag bei mir. Ich habe sofort den Kunden angerufen, meiner Chefin gesagt, was es kostet, und"
    " die zweite Hälfte der Auflage gestoppt. Am Ende waren nur 400 von 3.000 Heften falsch. Seitdem "
    "unterschreiben zwei Leute jede Preisliste.",
    "vague": "Wir hatten mal ein Projekt, da lief einiges nicht so gut. Wir haben dann viel geredet und unsere "
    "Prozesse verbessert. Am Ende hat es irgendwie geklappt.",
    "would": "Wenn etwas durch mich schiefgeht, würde ich immer ehrlich sein. Ich glaube, jeder macht Fehler, und"
    " wichtig ist, daraus zu lernen.",
}
FRENCH = {
    "good": "Il y a deux ans, j’ai envoyé un catalogue à l’imprimerie avec les anciens prix. C’était à moi de "
    "vérifier. J’ai appelé le client le soir même, prévenu ma responsable et arrêté la moitié du tirage. "
    "Au final, 400 exemplaires sur 3 000 étaient faux. Depuis, deux personnes signent chaque liste de "
    "prix.",
    "vague": "On a eu un projet qui s’est mal passé. On a beaucoup parlé en équipe et voilà, au final ça a marché.",
    "would": "Si quelque chose se passe mal, je serais honnête. Je pense que tout le monde fait des erreurs et "
    "qu’il faut apprendre.",
}
SPANISH = {
    "good": "El año pasado mandé a imprenta un catálogo con los precios antiguos. La revisión era mía. Llamé al "
    "cliente esa misma tarde, avisé a mi jefa y paré la mitad de la tirada. Al final solo 400 de 3.000 "
    "ejemplares salieron mal. Desde entonces dos personas firman cada lista.",
    "vague": "Tuvimos un proyecto que salió mal. Hablamos mucho en el equipo y al final más o menos funcionó.",
    "would": "Si algo sale mal por mi culpa, siempre sería sincero. Creo que todos cometemos errores y hay que "
    "aprender de ellos.",
}
STORIES = {
    "en": (
        "A parent was furious because her son had failed maths.",
        "I wanted her to leave with a plan rather than an apology.",
        "I let her talk first, then laid the last four tests on the table.",
        "By June he had passed, and she sent me a card.",
    ),
    "de": (
        "Letzten Herbst ist in der Kita die Heizung ausgefallen.",
        "Ich sollte dafür sorgen, dass die Kinder trotzdem kommen können.",
        "Ich rief die Gemeinde an, organisierte zwei Räume und schrieb allen Eltern.",
        "Am nächsten Morgen waren 40 von 44 Kindern da.",
    ),
    "fr": (
        "Pendant mon stage, le serveur est tombé en panne un dimanche.",
        "On m’a demandé de remettre le site en ligne avant lundi.",
        "J’ai appelé l’hébergeur, restauré la sauvegarde et vérifié chaque page.",
        "Lundi à huit heures tout marchait et personne n’a rien remarqué.",
    ),
    "es": (
        "En mi primer trabajo se cayó el sistema de reservas en plena temporada.",
        "Tenía que atender a los huéspedes sin ordenador.",
        "Imprimí la lista del día anterior y llamé a cada habitación.",
        "No perdimos ninguna reserva.",
    ),
}


def score(question: QuestionContent, answer: str, language: str = "en") -> int:
    return local_feedback(question, answer, 60, language=language).score


@pytest.mark.parametrize(
    ("question", "good", "weak"),
    [
        (MISTAKE, (PRINTER, WAREHOUSE, BAKERY), (ONLY_WE, WOULD, HOBBIES)),
        (LATE, (THOROUGH, SECOND_LANGUAGE, BRIEF, ONE_SENTENCE), (EAGER, TOOLS, HOBBIES)),
        (LEAVING, (OUTGROWN, MOVED, CLOSED), (BITTER, "I just want something new, I guess.")),
    ],
)
def test_every_good_answer_is_worth_clearly_more_than_every_weak_one(
    question: QuestionContent, good: tuple[str, ...], weak: tuple[str, ...]
) -> None:
    assert min(score(question, answer) for answer in good) > max(score(question, answer) for answer in weak) + 5


def test_a_story_told_in_a_second_language_is_a_story() -> None:
    feedback = local_feedback(MISTAKE, WAREHOUSE, 60)
    assert all(finding.quote for finding in feedback.star)
    assert feedback.score >= score(MISTAKE, PRINTER) - 10


def test_one_sentence_answers_a_question_of_a_trade_but_tells_no_story() -> None:
    sentence = "I told the customer at once, called three other bakeries, borrowed flour, and we opened on time."
    assert score(LATE, ONE_SENTENCE) > 40
    assert "start" in local_feedback(MISTAKE, sentence, 60).summary
    assert "start" not in local_feedback(LATE, ONE_SENTENCE, 60).summary


@pytest.mark.parametrize(("language", "answers"), [("de", GERMAN), ("fr", FRENCH), ("es", SPANISH)])
def test_it_is_no_different_in_other_languages(language: str, answers: dict[str, str]) -> None:
    good, vague, would = (score(MISTAKE, answers[kind], language) for kind in ("good", "vague", "would"))
    assert good > vague + 20
    assert vague >= would


@pytest.mark.parametrize("language", sorted(STORIES))
def test_each_part_is_heard_where_it_is_told_and_missed_where_it_is_left_out(language: str) -> None:
    told = STORIES[language]
    whole = local_feedback(MISTAKE, " ".join(told), 60, language=language)
    assert [bool(finding.quote) for finding in whole.star] == [True] * 4
    for left_out in range(4):
        rest = " ".join(sentence for at, sentence in enumerate(told) if at != left_out)
        finding = local_feedback(MISTAKE, rest, 60, language=language).star[left_out]
        assert finding.quote == "", f"{finding.part.value} was left out"


def test_what_one_would_do_is_no_story_and_is_kindly_told_so() -> None:
    feedback = local_feedback(MISTAKE, WOULD, 60)
    assert "Tell of one time it really happened" in feedback.summary
    assert "Heard" not in feedback.summary


def test_an_everyday_question_answered_in_other_words_is_not_called_elsewhere() -> None:
    assert "does this answer it" not in local_feedback(LEAVING, MOVED, 60).summary
    assert "does this answer it" in local_feedback(LATE, HOBBIES, 60).summary


def test_length_alone_touches_no_points() -> None:
    """Two hundred words about other things: some of them stand in any list."""
    rambling = f"{HOBBIES} {OUTGROWN} {MOVED}"
    assert len(local_feedback(LATE, rambling, 60).covered) <= 1
    assert len(local_feedback(LATE, THOROUGH, 60).covered) > 1


def test_a_follow_up_can_be_answered_in_one_sentence_and_not_with_a_phrase() -> None:
    """It asks for the one thing an answer left out."""
    asked = QuestionContent(
        text="What did the shorter run change for the people who used it?",
        category="pipelines",
        key_points=("what came of it",),
    )
    again = asked.model_copy(update={"asks_again": True})
    precise = "As a result the billing team had its readings at seven instead of noon."
    heard = local_feedback(again, precise, 9)
    assert heard.length is Length.GOOD
    assert heard.score >= local_feedback(asked, precise, 9).score + 8
    assert "start" not in heard.summary
    assert local_feedback(again, "It was better then.", 5).score <= 25
    vague = local_feedback(again, "I don’t know, people liked it I think, you know.", 5)
    assert vague.score <= heard.score - 15
