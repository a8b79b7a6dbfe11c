"""The journey on the sample data where there is no display: ``python packaging/demo.py FOLDER [--readme]``.

The real application runs off-screen on a data folder of its own that is thrown away at the end. Every step is printed
with its result and how long it took; FOLDER receives the exported files and a picture of every screen, light and dark.
With ``--readme`` the README's pictures are renewed from them. Exit code 0 when everything came out right, 1 at the
first step that did not.
"""

from __future__ import annotations

import sys
from pathlib import Path


def main(arguments: list[str]) -> int:
    folders = [argument for argument in arguments if not argument.startswith("-")]
    options = set(arguments) - set(folders)
    if len(folders) != 1 or options - {"--readme"}:
        print(__doc__, file=sys.stderr)
        return 2
    # Imported here because the application's child process imports this file again when it starts.
    from demonstration.show import perform

    return perform(Path(folders[0]).resolve(), readme="--readme" in options)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
