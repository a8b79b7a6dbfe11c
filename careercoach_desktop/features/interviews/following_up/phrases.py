"""The sentences, in the four languages they are written in; all free of grammatical gender, which nobody was asked
for. Where a language tells one reader from several, there are two: (one, several)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from careercoach_desktop.features.interviews.model import InterviewType

Both = tuple[str, str]
"""To one reader, to several."""


@dataclass(frozen=True, slots=True)
class Phrases:
    """Braces are filled in: ``{names}``, ``{talk}`` (what it was), ``{day}``, ``{role}`` (the whole “about the role
    of …”), ``{topic}``. ``gap_*`` are what brackets ask for."""

    hello: str
    hello_all: str
    """When no name is known."""
    and_: str
    talks: Mapping[InterviewType, str]
    today: str
    yesterday: str
    weekday: str
    """Takes ``{day}``: the weekday's name."""
    on: str
    """Takes ``{day}``: day and month."""
    day_format: str
    role: str
    """Takes ``{title}`` and ``{at}``."""
    role_plain: str
    """Without a title; takes ``{at}``."""
    at: str
    thanks_subject: str
    """Takes ``{title}``."""
    thanks_subject_plain: str
    thanks: Both
    stayed: str
    """Takes ``{topic}``."""
    stayed_list: str
    gap_stayed: str
    onward: Both
    open_questions: Both
    ask_subject: str
    ask_subject_plain: str
    asking: Both
    asking_next: Both
    asking_open: Both
    closing: str
    gap_name: str


EN = Phrases(
    hello="Dear {names},",
    hello_all="Hello,",
    and_="and",
    talks={
        InterviewType.PHONE_SCREEN: "the call",
        InterviewType.VIDEO_CALL: "the conversation",
        InterviewType.IN_PERSON: "the conversation in person",
        InterviewType.TECHNICAL: "the technical interview",
        InterviewType.BEHAVIORAL: "the conversation",
        InterviewType.PANEL: "the panel interview",
        InterviewType.FINAL: "the last round of conversations",
        InterviewType.OTHER: "the conversation",
    },
    today="today",
    yesterday="yesterday",
    weekday="on {day}",
    on="on {day}",
    day_format="d MMMM",
    role="about the role of {title}{at}",
    role_plain="about the role{at}",
    at=" at {company}",
    thanks_subject="Thank you for the conversation: {title}",
    thanks_subject_plain="Thank you for the conversation",
    thanks=("Thank you for {talk} {day} {role}, and for the time you took.",) * 2,
    stayed="What has stayed with me: {topic}.",
    stayed_list="What has stayed with me:",
    gap_stayed="one thing from the conversation that stayed with you, and why it matters for the role",
    onward=("I would be glad to go on to the next step with you.",) * 2,
    open_questions=("If anything is still open on your side, I am happy to answer.",) * 2,
    ask_subject="{title}: following up on our conversation",
    ask_subject_plain="Following up on our conversation",
    asking=("We spoke {day} {role}. Thank you again for the time you took.",) * 2,
    asking_next=("Could you tell me how things stand, and when I may expect to hear from you?",) * 2,
    asking_open=("If you need anything more from me, I am happy to send it.",) * 2,
    closing="Kind regards",
    gap_name="your name",
)

DE = Phrases(
    hello="Guten Tag {names},",
    hello_all="Guten Tag,",
    and_="und",
    talks={
        InterviewType.PHONE_SCREEN: "das Telefongespräch",
        InterviewType.VIDEO_CALL: "das Gespräch",
        InterviewType.IN_PERSON: "das persönliche Gespräch",
        InterviewType.TECHNICAL: "das Fachgespräch",
        InterviewType.BEHAVIORAL: "das Gespräch",
        InterviewType.PANEL: "das Gespräch in großer Runde",
        InterviewType.FINAL: "das abschließende Gespräch",
        InterviewType.OTHER: "das Gespräch",
    },
    today="heute",
    yesterday="gestern",
    weekday="am {day}",
    on="am {day}",
    day_format="d. MMMM",
    role="über die Stelle „{title}“{at}",
    role_plain="über die Stelle{at}",
    at=" bei {company}",
    thanks_subject="Vielen Dank für das Gespräch: {title}",
    thanks_subject_plain="Vielen Dank für das Gespräch",
    thanks=(
        "vielen Dank für {talk} {day} {role} und für die Zeit, die Sie sich genommen haben.",
        "vielen Dank für {talk} {day} {role} und für die Zeit, die Sie sich alle genommen haben.",
    ),
    stayed="Besonders in Erinnerung geblieben ist mir: {topic}.",
    stayed_list="Besonders in Erinnerung geblieben ist mir:",
    gap_stayed="ein Punkt aus dem Gespräch, der Ihnen in Erinnerung geblieben ist, und was er für die Stelle bedeutet",
    onward=("Über den nächsten Schritt mit Ihnen würde ich mich freuen.",) * 2,
    open_questions=("Wenn auf Ihrer Seite noch etwas offen ist, beantworte ich es gern.",) * 2,
    ask_subject="{title}: Nachfrage zu unserem Gespräch",
    ask_subject_plain="Nachfrage zu unserem Gespräch",
    asking=("wir haben {day} {role} gesprochen. Vielen Dank noch einmal für die Zeit.",) * 2,
    asking_next=("Darf ich fragen, wie der Stand ist und wann ich mit einer Rückmeldung rechnen kann?",) * 2,
    asking_open=("Wenn Sie noch etwas von mir brauchen, schicke ich es gern.",) * 2,
    closing="Freundliche Grüße",
    gap_name="Ihr Name",
)

FR = Phrases(
    hello="Bonjour {names},",
    hello_all="Bonjour,",
    and_="et",
    talks={
        InterviewType.PHONE_SCREEN: "notre échange téléphonique",
        InterviewType.VIDEO_CALL: "notre entretien",
        InterviewType.IN_PERSON: "votre accueil et notre entretien",
        InterviewType.TECHNICAL: "l’entretien technique",
        InterviewType.BEHAVIORAL: "notre entretien",
        InterviewType.PANEL: "l’entretien avec le panel",
        InterviewType.FINAL: "ce dernier entretien",
        InterviewType.OTHER: "notre entretien",
    },
    today="d’aujourd’hui",
    yesterday="d’hier",
    weekday="de {day}",
    on="du {day}",
    day_format="d MMMM",
    role="au sujet du poste « {title} »{at}",
    role_plain="au sujet du poste{at}",
    at=" chez {company}",
    thanks_subject="Merci pour notre entretien : {title}",
    thanks_subject_plain="Merci pour notre entretien",
    thanks=("Merci pour {talk} {day} {role}, et pour le temps que vous m’avez accordé.",) * 2,
    stayed="Ce que j’en retiens surtout : {topic}.",
    stayed_list="Ce que j’en retiens surtout :",
    gap_stayed="un point de l’entretien que vous retenez, et ce qu’il signifie pour le poste",
    onward=("Je poursuivrais volontiers le processus avec vous.",) * 2,
    open_questions=("Si une question reste ouverte de votre côté, j’y répondrai avec plaisir.",) * 2,
    ask_subject="{title} : suite à notre entretien",
    ask_subject_plain="Suite à notre entretien",
    asking=("Je reviens vers vous après notre entretien {day} {role}. Merci encore pour le temps accordé.",) * 2,
    asking_next=("Pourriez-vous me dire où en est le processus et quand je peux espérer une réponse ?",) * 2,
    asking_open=("S’il vous manque un élément de ma part, je vous l’enverrai volontiers.",) * 2,
    closing="Bien cordialement",
    gap_name="votre nom",
)

ES = Phrases(
    hello="Buenos días, {names}:",
    hello_all="Buenos días:",
    and_="y",
    talks={
        InterviewType.PHONE_SCREEN: "la llamada",
        InterviewType.VIDEO_CALL: "la conversación",
        InterviewType.IN_PERSON: "la conversación en persona",
        InterviewType.TECHNICAL: "la entrevista técnica",
        InterviewType.BEHAVIORAL: "la conversación",
        InterviewType.PANEL: "la entrevista con el panel",
        InterviewType.FINAL: "la última entrevista",
        InterviewType.OTHER: "la conversación",
    },
    today="de hoy",
    yesterday="de ayer",
    weekday="del {day}",
    on="del {day}",
    day_format="d 'de' MMMM",
    role="sobre el puesto «{title}»{at}",
    role_plain="sobre el puesto{at}",
    at=" en {company}",
    thanks_subject="Gracias por la conversación: {title}",
    thanks_subject_plain="Gracias por la conversación",
    thanks=(
        "Muchas gracias por {talk} {day} {role} y por el tiempo que me dedicó.",
        "Muchas gracias por {talk} {day} {role} y por el tiempo que me dedicaron.",
    ),
    stayed="Lo que más recuerdo de la conversación: {topic}.",
    stayed_list="Lo que más recuerdo de la conversación:",
    gap_stayed="algo de la conversación que recuerde y lo que significa para el puesto",
    onward=(
        "Me alegraría dar el siguiente paso con usted.",
        "Me alegraría dar el siguiente paso con ustedes.",
    ),
    open_questions=(
        "Si le queda alguna pregunta, la respondo con mucho gusto.",
        "Si les queda alguna pregunta, la respondo con mucho gusto.",
    ),
    ask_subject="{title}: seguimiento de nuestra conversación",
    ask_subject_plain="Seguimiento de nuestra conversación",
    asking=(
        "Le escribo por nuestra conversación {day} {role}. Gracias de nuevo por su tiempo.",
        "Les escribo por nuestra conversación {day} {role}. Gracias de nuevo por su tiempo.",
    ),
    asking_next=(
        "¿Podría decirme cómo va el proceso y cuándo puedo esperar una respuesta?",
        "¿Podrían decirme cómo va el proceso y cuándo puedo esperar una respuesta?",
    ),
    asking_open=(
        "Si necesita algo más de mi parte, se lo envío con gusto.",
        "Si necesitan algo más de mi parte, se lo envío con gusto.",
    ),
    closing="Un cordial saludo",
    gap_name="su nombre",
)

PHRASES = {"en": EN, "de": DE, "fr": FR, "es": ES}
