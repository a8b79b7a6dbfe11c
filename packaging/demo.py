"""The journey on the sample data where there is no display: ``python packaging/demo.py FOLDER``.

The real application runs off-screen on a data folder of its own that is thrown away at the end. Every step is printed
with its result and how long it took; FOLDER receives the exported files and a picture of every screen, light and dark.
Exit code 0 when everything came out right, 1 at the first step that did not.
"""

from __future__ import annotations

import sys
from pathlib import Path


def main(arguments: list[str]) -> int:
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    # Imported here because the application's child process imports this file again when it starts.
    from demonstration.show import perform

    return perform(Path(arguments[0]).resolve())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
