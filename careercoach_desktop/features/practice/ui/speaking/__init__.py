"""Reading aloud and recording, where Qt's add-ons and a microphone are there; and the line that shows it."""

from careercoach_desktop.features.practice.ui.speaking.machine_voice import MachineVoice
from careercoach_desktop.features.practice.ui.speaking.voice_line import VoiceLine

__all__ = ["MachineVoice", "VoiceLine"]
