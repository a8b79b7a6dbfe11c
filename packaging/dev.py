#!/usr/bin/env python3
"""The two commands of the README, and three more: set everything up on a fresh machine, then do what was asked.

    python3 packaging/dev.py run [--demo] [options of the application]
    python3 packaging/dev.py test [options of pytest]
    python3 packaging/dev.py bench [options]
    python3 packaging/dev.py fuzz [options]
    python3 packaging/dev.py lock [--upgrade]

Needs a stock Python 3.11 or newer and nothing else. Everything goes into ``.venv`` beside this folder; delete that
folder and nothing is left. System libraries are installed with apt when the user is root, otherwise the line to run
is printed. A half-made or moved ``.venv`` is noticed and made again.
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Sequence
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
LOCKS = {"run": ROOT / "packaging" / "requirements.txt", "test": ROOT / "packaging" / "requirements-dev.txt"}

# What Qt's xcb and offscreen platforms load on Debian and Ubuntu: shared library → package.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libX11-xcb.so.1": "libx11-xcb1",
}
INSTALL = ["apt-get", "install", "-y", "--no-install-recommends"]
NO_DISPLAY = """There is no display here, so no window can open. To see the application perform its main job off-screen:

    python3 packaging/dev.py run --demo
"""
TEST_PROGRAMS = {
    "Xvfb": "xvfb",
    "openbox": "openbox",
    "xdotool": "xdotool",
    "xclip": "xclip",
    "dbus-run-session": "dbus",
    "gnome-keyring-daemon": "gnome-keyring",
    "chromium": "chromium",
    "soffice": "libreoffice-writer-nogui",
    "pdftotext": "poppler-utils",
    "tesseract": "tesseract-ocr tesseract-ocr-deu",
    "/usr/share/tesseract-ocr/5/tessdata/jpn.traineddata": "tesseract-ocr-jpn",
    "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc": "fonts-noto-cjk",
}


def main(arguments: Sequence[str]) -> int:
    command, rest = (arguments[0], list(arguments[1:])) if arguments else ("", [])
    if sys.version_info < (3, 11):  # noqa: UP036  this file runs before there is a .venv
        print("Career Coach needs Python 3.11 or newer; this is", sys.version.split()[0], file=sys.stderr)
        return 2
    if command not in ("run", "test", "bench", "fuzz", "lock"):
        print(__doc__, file=sys.stderr)
        return 2
    try:
        if command == "lock":
            return lock(rest)
        set_up("test" if command == "test" else "run")
        compile_sources()
        if command == "test":
            return test(rest)
        if command in ("bench", "fuzz"):
            return packaged(command, rest)
        return demo() if "--demo" in rest and not has_display() else run(rest)
    except KeyboardInterrupt:
        return 130


def run(options: list[str]) -> int:
    if needs_display(options) and not has_display():
        print(NO_DISPLAY, file=sys.stderr)
        return 1
    return subprocess.call([PYTHON, "-m", "careercoach_desktop", *options], cwd=ROOT)


def demo() -> int:
    """Without a display: perform the journey on the sample data off-screen and leave pictures in ``demo-output``."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.call([PYTHON, ROOT / "packaging" / "demo.py", ROOT / "demo-output"], cwd=ROOT, env=environment)


def test(options: list[str]) -> int:
    """Lint, types, contracts, scores where the scored files are, then every test; stops at the first failure."""
    checks: list[list[str | Path]] = [
        [BIN / "ruff", "check", "."],
        [BIN / "ruff", "format", "--check", "."],
        [BIN / "mypy"],
        [BIN / "lint-imports"],
    ]
    for check in checks:
        print("\n$", " ".join(str(part) for part in check[:2]), flush=True)
        if code := subprocess.call(check, cwd=ROOT):
            return code
    if (ROOT.parent / "shared" / "eval").is_dir() and not options:
        print("\n$ scores", flush=True)
        if code := subprocess.call([PYTHON, ROOT / "packaging" / "score.py"], cwd=ROOT):
            return code
    print("\n$ pytest", flush=True)
    workers = ["-n", str(max(2, os.cpu_count() or 2)), "--dist", "loadgroup"] if not options else []
    with display() as environment:
        return subprocess.call([PYTHON, "-m", "pytest", *workers, *options], cwd=ROOT, env=environment)


def packaged(name: str, options: list[str]) -> int:
    """``bench`` measures the application on this machine, ``fuzz`` tries hostile files on it."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "packaging")}
    return subprocess.call([PYTHON, "-m", name, *options], cwd=ROOT, env=environment)


def set_up(purpose: str) -> None:
    """Make or refresh ``.venv``; does nothing when it already matches the lock file."""
    system_packages({} if purpose == "run" else TEST_PROGRAMS)
    if is_ready(purpose):
        return
    if not works(PYTHON):
        make_environment()
    print("Installing what Career Coach needs (once; some 800 MB on disk) …", flush=True)
    for name in LOCKS:
        stamp(name).unlink(missing_ok=True)  # a set-up that breaks off is not mistaken for a finished one
    pip("--require-hashes", "-r", str(LOCKS[purpose]))
    pip("--no-deps", "--no-build-isolation", "-e", ".")
    stamp(purpose).write_text(digest(purpose))


def compile_sources() -> None:
    """As an installed copy has them: a start that has to compile first takes a quarter longer (this takes 30 ms)."""
    subprocess.call([PYTHON, "-m", "compileall", "-q", "careercoach_desktop", "packaging"], cwd=ROOT)


def stamp(purpose: str) -> Path:
    return VENV / f".installed-{purpose}"


def digest(purpose: str) -> str:
    """Changes with the lock file, with pyproject.toml and with the folder, which an editable install remembers."""
    told = [LOCKS[purpose].read_bytes(), (ROOT / "pyproject.toml").read_bytes(), os.fsencode(ROOT)]
    return hashlib.sha256(b"\0".join(told)).hexdigest()


def is_ready(purpose: str) -> bool:
    """Whether ``.venv`` holds what the lock file says; one made for the tests holds everything needed to run."""
    if not PYTHON.exists():
        return False
    good_for = [name for name in LOCKS if name in (purpose, "test")]
    return any(stamp(name).is_file() and stamp(name).read_text() == digest(name) for name in good_for)


def works(python: Path) -> bool:
    """Whether this is a whole environment: its Python starts, is new enough and has pip."""
    check = "import sys, pip; sys.exit(sys.version_info < (3, 11))"
    try:
        return subprocess.run([python, "-c", check], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def pip(*arguments: str) -> None:
    """Install; ends the program with one sentence when that fails (pip has said why)."""
    command = [PYTHON, "-m", "pip", "--disable-pip-version-check", "--quiet", "install", *arguments]
    if subprocess.call(command, cwd=ROOT):
        sys.exit("Installing did not work; the lines above say why. Run the same command again when that is solved.")


def make_environment() -> None:
    """A fresh ``.venv``, whatever stood there before."""
    print("Making .venv …", flush=True)
    try:
        venv.EnvBuilder(with_pip=True, clear=True).create(VENV)
    except subprocess.CalledProcessError:
        # Debian and Ubuntu ship Python without ensurepip.
        apt(["python3-venv"], "Python's venv module is missing.")
        venv.EnvBuilder(with_pip=True, clear=True).create(VENV)


def system_packages(programs: dict[str, str]) -> None:
    """The shared libraries Qt needs and, for tests, a display, a keychain, a browser, a word processor and OCR."""
    if not sys.platform.startswith("linux"):
        return
    missing = [package for library, package in QT_LIBRARIES.items() if not loads(library)]
    absent = [package for name, package in programs.items() if not (shutil.which(name) or Path(name).is_file())]
    missing += [package for packages in absent for package in packages.split()]
    if missing:
        apt(missing, "Some system packages are missing.")


def loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def apt(packages: list[str], why: str) -> None:
    """Install Debian packages as root, or say the one line to run and stop."""
    may_install = shutil.which("apt-get") is not None and os.geteuid() == 0
    if not may_install:
        sys.exit(advice(packages, why, has_apt=shutil.which("apt-get") is not None))
    print(f"{why} Installing {' '.join(packages)} …", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update", "-qq"], [*INSTALL, "-qq", *packages]):
        if subprocess.call(command, stdout=subprocess.DEVNULL, env=environment):
            sys.exit(advice(packages, "Installing system packages did not work.", has_apt=True))


def advice(packages: list[str], why: str, *, has_apt: bool) -> str:
    """What the person can do about missing system packages, as one line to run where there is apt."""
    if not has_apt:
        return f"{why} Install these with your system's package manager (Debian's names): {' '.join(packages)}"
    return f"{why} Run this once, then try again:\n\n    sudo {' '.join([*INSTALL, *packages])}\n"


def needs_display(options: Sequence[str]) -> bool:
    """Whether these options open a window on the screen; a command other than the gallery does not."""
    if {"--help", "-h", "--version"}.intersection(options) or "QT_QPA_PLATFORM" in os.environ:
        return False
    before = ["", *options]
    words = [word for last, word in zip(before, options, strict=False) if last not in ("--data-dir", "--theme")]
    commands = [word for word in words if not word.startswith("-")]
    return not commands or (commands[0] == "gallery" and "--to" not in options)


def has_display() -> bool:
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


@contextmanager
def display():
    """A virtual display with a window manager for the real-window tests (Linux), or the environment as it is."""
    environment = dict(os.environ)
    if not sys.platform.startswith("linux"):
        yield environment
        return
    read_end, write_end = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write_end), "-screen", "0", "1440x900x24", "-nolisten", "tcp"],
        pass_fds=[write_end],
        stderr=subprocess.DEVNULL,
    )
    os.close(write_end)
    with os.fdopen(read_end) as answer:
        number = answer.readline().strip()
    if not number:
        server.wait(timeout=10)
        sys.exit("The virtual display (Xvfb) did not start, so the tests that use a real window can't run.")
    environment["DISPLAY"] = f":{number}"
    manager = subprocess.Popen(["openbox"], env=environment, stderr=subprocess.DEVNULL)
    try:
        yield environment
    finally:
        for process in (manager, server):
            process.terminate()
            process.wait(timeout=10)


def lock(options: list[str]) -> int:
    """Bring both lock files in line with pyproject.toml, for every platform; versions stay unless ``--upgrade``."""
    resolve = [uv(), "pip", "compile", "pyproject.toml", str(ROOT / "packaging" / "build-backend.in"), *options]
    universal = ["--universal", "--python-version", "3.11", "--generate-hashes"]
    plain = ["--no-emit-index-url", "--no-emit-find-links", "--no-header", "--quiet", "--no-annotate"]
    for name, extra in (("run", []), ("test", ["--group", "dev"])):
        if code := subprocess.call([*resolve, *extra, *universal, *plain, "-o", str(LOCKS[name])], cwd=ROOT):
            return code
    return 0


def uv() -> str:
    """The program that resolves for every platform at once: the one on the path, else one put into ``.venv``."""
    found = shutil.which("uv") or shutil.which("uv", path=str(BIN))
    if found is None:
        if not works(PYTHON):
            make_environment()
        print("Installing uv, which writes the lock files, into .venv …", flush=True)
        pip("uv")
        found = shutil.which("uv", path=str(BIN)) or "uv"
    return found


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
