"""Sound written down on this computer, by a recogniser the person chose and fetched; without one, nothing here to use.

Nothing spoken ever leaves the computer: the only thing that is fetched is the recogniser's model, once, when asked.
"""

from careercoach_desktop.foundation.speech.catalogue import KNOWN_MODELS, ModelFile, RecogniserModel
from careercoach_desktop.foundation.speech.model import Recogniser, SpokenWord, Transcript
from careercoach_desktop.foundation.speech.models import SpeechModels, models_folder
from careercoach_desktop.foundation.speech.sound import BYTES_PER_SECOND, SAMPLE_RATE, Recording, seconds_of

__all__ = [
    "BYTES_PER_SECOND",
    "KNOWN_MODELS",
    "SAMPLE_RATE",
    "ModelFile",
    "Recogniser",
    "RecogniserModel",
    "Recording",
    "SpeechModels",
    "SpokenWord",
    "Transcript",
    "models_folder",
    "seconds_of",
]
