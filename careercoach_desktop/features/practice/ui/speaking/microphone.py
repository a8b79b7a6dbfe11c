"""The microphone, through Qt's multimedia add-on; an optional part of the installation."""

from __future__ import annotations

import importlib
from array import array
from typing import TYPE_CHECKING

from PySide6.QtCore import QIODevice, QMicrophonePermission, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from careercoach_desktop.foundation.speech import SAMPLE_RATE

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioSource

_LOUD = 12_000
"""A sample of somebody who speaks up, of 32,767."""


class Microphone(QObject):
    """``arrived`` brings samples (16 kHz, one channel, 16 bits) as bytes; ``failed`` says that no more will come."""

    arrived = Signal(bytes)
    failed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source: QAudioSource | None = None
        self._device: QIODevice | None = None
        self._is_loaded = False

    def load(self) -> None:
        """Bring the add-on into memory, where it is installed: reads the disk, so never on the Qt thread."""
        try:
            importlib.import_module("PySide6.QtMultimedia")
        except ImportError:  # not installed, or without a library of the system it needs
            return
        self._is_loaded = True

    @property
    def is_there(self) -> bool:
        """Whether the add-on is loaded and the system has a microphone."""
        if not self._is_loaded:
            return False
        from PySide6.QtMultimedia import QMediaDevices

        return not QMediaDevices.defaultAudioInput().isNull()

    @property
    def is_refused(self) -> bool:
        """Whether the person told the system that Career Coach may not listen."""
        application = QApplication.instance()
        return (
            application is not None
            and application.checkPermission(QMicrophonePermission()) is Qt.PermissionStatus.Denied
        )

    def begin(self) -> None:
        """Samples arrive from now on; the system may ask the person first."""
        application = QApplication.instance()
        permission = QMicrophonePermission()
        if application is not None and application.checkPermission(permission) is Qt.PermissionStatus.Undetermined:
            application.requestPermission(permission, self, self._on_permission)
        else:
            self._open()

    def end(self) -> None:
        if self._source is not None:
            self._take()
            self._source.stop()
            self._source.deleteLater()
            self._source, self._device = None, None

    def _on_permission(self, *_asked: object) -> None:
        self.failed.emit() if self.is_refused else self._open()

    def _open(self) -> None:
        from PySide6.QtMultimedia import QAudioFormat, QAudioSource, QMediaDevices

        wanted = QAudioFormat()
        wanted.setSampleRate(SAMPLE_RATE)
        wanted.setChannelCount(1)
        wanted.setSampleFormat(QAudioFormat.SampleFormat.Int16)
        self._source = QAudioSource(QMediaDevices.defaultAudioInput(), wanted, self)
        self._device = self._source.start()
        if self._device is None:
            self.end()
            self.failed.emit()
            return
        self._device.readyRead.connect(self._take)

    def _take(self) -> None:
        if self._device is not None and (samples := bytes(self._device.readAll().data())):
            self.arrived.emit(samples)


def level_of(samples: bytes) -> float:
    """0 to 1: how loud it is, for showing that something is heard."""
    values = array("h")
    values.frombytes(samples[: len(samples) // 2 * 2])
    return min(1.0, max(map(abs, values), default=0) / _LOUD)
