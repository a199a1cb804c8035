#!/usr/bin/env python3
"""Is the picture right in every terminal? Runs the reader in real ones and compares them with xterm.

Each terminal gets a virtual screen of its own, the same font and size, and a library of its own
with the articles of the reader and one of mixed directions (article.md) in which a passage is
tagged. The same keys are typed in each, the last with the Arabic layout on; the mouse is used
where the reader has one, so not in screen. Every picture is compared cell by cell with that of
xterm, which has no bidi (picture.py says how); the report has them side by side. It ends with 1 if
a picture is wrong, 2 if something is missing.

The comparison helps, the eye decides: look at the pictures of the report.

Packages (Debian): xvfb x11-xkb-utils imagemagick x11-apps libxtst6 fonts-dejavu dbus-x11
bsdutils tmux screen xterm konsole qterminal mlterm pterm kitty alacritty foot weston
rxvt-unicode stterm zutty xfce4-terminal gir1.2-vte-2.91 python3-gi chromium npm
"""

import argparse
import json
import os
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from emulators import EMULATORS, Place, through
from hands import Hands
from picture import Comparison, Grid, Picture
from report import Result, write_report

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parent.parent
COLUMNS, ROWS = 100, 30
REFERENCE = "xterm"
LAYERED = [
    *("tmux+xterm", "tmux+vte", "tmux+konsole", "tmux+kitty", "tmux+mlterm"),
    *("screen+xterm", "screen+vte", "screen+konsole", "screen+mlterm"),
]
SCREEN = "1920x1200x24"

QUOTE = "تموز 2024م) يعرض «لا إله إلا الله» عرضًا صحيحًا، وإنَّ الملف README.md لا يُقرأ"

# what is done, and the name of the picture of what is seen then, if one is taken
KEYS = ["j", "j", "w", "l", "w", "l", "l", "k", "w", "l"]
MOUSE = [
    ("click", [("click", 50, 8)]),
    ("drag", [("drag", 60, 8, 40, 9)]),
    (None, ["Escape"]),
]
PLAY = [
    ("list", []),
    ("tagged", ["Return", "g", "g", "j", "j", "w", "w", "l", "l"]),
    ("moves", KEYS),
    ("arabic", ["g", "g", ("lay", "ara"), *KEYS, ("lay", "us")]),
    ("select", ["v", "w", "w"]),
    ("escape", ["Escape"]),
    *MOUSE,
    ("hints", ["g", "g", ("lay", "ara"), "g", ("lay", "us")]),
    ("left", ["Escape", "q", "q"]),
]

# what runs in the terminal: a card that fills the grid, then the reader
SCRIPT = """#!/bin/sh
cd {directory}
exec 2>errors
i=0 right=0
while [ $i -lt 150 ] && [ $right -lt 8 ]; do
    sleep 0.1
    i=$((i + 1))
    stty size >size
    if [ "$(cat size)" = '{rows} {columns}' ]; then right=$((right + 1)); else right=0; fi
done
printf '\\033[?25l\\033[48;5;196m\\033[2J\\033[H'
i=0
while [ $i -lt {rows} ]; do
    [ $i -gt 0 ] && printf '\\r\\n'
    printf '%{columns}s' ''
    i=$((i + 1))
done
touch card
until [ -e go ]; do sleep 0.05; done
printf '\\033[m\\033[2J\\033[H'
script -qec '{hashiya} doctor --json' doctor </dev/tty >/dev/tty
printf '\\033[2J\\033[H'
touch open
{hashiya}
printf 'left with %s\\033[?25l\\r\\n' $?
touch closed
cat
"""


class Missing(Exception):
    """Something that has to be installed."""


class Failed(Exception):
    """A terminal that did not come to show anything."""


class Session:
    """An emulator that runs the reader on a virtual screen of its own."""

    def __init__(self, name, options, library):
        self.name = name
        self.options = options
        self.directory = tempfile.mkdtemp(prefix=f"hashiya-{name}-")
        self.started = []
        self.endings = []
        try:
            self._begin(library)
        except BaseException:
            self.end()
            raise

    def _begin(self, library):
        directory = Path(self.directory)
        shutil.copytree(library, directory / "library")
        hashiya = portable(self.options.program, directory)
        settings = ["--library", str(directory / "library"), "--config", str(directory / "config.toml")]
        forced = ["--bidi", self.options.bidi] if self.options.bidi and self.name != REFERENCE else []
        command = shlex.join([*hashiya, *settings, "--lang", "ar", *forced])
        place = Place(self.directory, COLUMNS, ROWS, str(directory / "script.sh"))
        script = SCRIPT.format(
            directory=shlex.quote(self.directory), columns=COLUMNS, rows=ROWS, hashiya=command
        )
        place.write("script.sh", script, 0o755)
        *multiplexers, emulator = self.name.split("+")
        for multiplexer in multiplexers:
            self.endings.append(self._inside(through(multiplexer, place)))
        self.display = self._screen()
        place.environment["DISPLAY"] = self.display
        self.environment = place.environment
        words = EMULATORS[emulator](place)
        self._start("terminal", self._inside(words), place.environment)
        self._fit()

    def _fit(self, seconds=40):
        """Waits for the card; the window of an emulator that takes no size is made to fit."""
        end = time.monotonic() + seconds
        steady = 0
        while not os.path.exists(f"{self.directory}/card"):
            if time.monotonic() > end:
                raise Failed(f"{self.name} came to nothing: {self.complaint()}")
            time.sleep(0.2)
            size = self.size()
            # at first it may not know its size
            steady = steady + 1 if size not in ([], [0, 0], [ROWS, COLUMNS]) else 0
            if steady > 10:
                steady = 0
                self._resize(*size)

    def size(self):
        """Rows and columns of the terminal, once it tells."""
        try:
            return [int(word) for word in Path(self.directory, "size").read_text().split()]
        except OSError:
            return []

    def _resize(self, rows, columns):
        """Makes the largest window larger or smaller, by as many cells as it should be."""
        find = ["xdotool", "search", "--onlyvisible", "--name", ".*"]
        environment = {**os.environ, "DISPLAY": self.display}

        def ask(*words):
            return subprocess.run(words, env=environment, capture_output=True, text=True, check=False).stdout

        windows = []
        # the first is the screen itself
        for window in ask(*find).split()[1:]:
            measures = dict(
                line.split("=") for line in ask("xdotool", "getwindowgeometry", "--shell", window).split()
            )
            windows.append((int(measures["WIDTH"]), int(measures["HEIGHT"]), window))
        if not windows:
            return
        wide, high, window = max(windows)
        width = wide + (COLUMNS - columns) * (wide // columns)
        height = high + (ROWS - rows) * (high // rows)
        ask("xdotool", "windowsize", window, str(width), str(height))

    def _screen(self):
        """Starts the virtual screen; answers its name."""
        reader, writer = os.pipe()
        words = ["Xvfb", "-displayfd", str(writer), "-screen", "0", SCREEN, "-nolisten", "tcp"]
        self._start("xvfb", words, os.environ, pass_fds=(writer,))
        os.close(writer)
        with os.fdopen(reader, encoding="ascii") as file:
            number = file.readline().strip()
        if not number:
            raise Failed("the virtual screen did not start")
        self.hands = Hands(f":{number}")
        return f":{number}"

    def _inside(self, words):
        """The command as it is run below another root, if there is one."""
        root = self.options.root
        if not root:
            return words
        root = shlex.quote(root)
        mounts = [f"mount --bind /{name} {root}/{name}" for name in ("proc", "tmp")]
        mounts.append(f"mount --rbind /dev {root}/dev")
        inner = f"{' && '.join(mounts)} && exec chroot {root} {shlex.join(words)}"
        return ["unshare", "--mount", "sh", "-c", inner]

    def _start(self, name, words, environment, **more):
        with open(f"{self.directory}/{name}.log", "wb") as log:
            process = subprocess.Popen(
                words, env=environment, stdout=log, stderr=log, stdin=subprocess.DEVNULL,
                start_new_session=True, cwd=self.directory, **more,
            )
        self.started.append(process)

    def wait_for(self, name, seconds=40):
        """Waits for a file of the script."""
        end = time.monotonic() + seconds
        while not os.path.exists(f"{self.directory}/{name}"):
            if time.monotonic() > end:
                raise Failed(f"{self.name} did not come to {name}: {self.complaint()}")
            time.sleep(0.05)

    def complaint(self):
        """The last lines of what the terminal said."""
        try:
            log = Path(self.directory, "terminal.log").read_text(errors="replace")
        except OSError:
            log = ""
        return " / ".join(log.strip().splitlines()[-3:]) or "it said nothing"

    def take(self, path, least=0.4, most=8):
        """A picture of the screen once it stands still."""
        before = None
        time.sleep(least)
        end = time.monotonic() + most
        while True:
            shot = subprocess.run(
                ["xwd", "-silent", "-root", "-display", self.display], capture_output=True, check=True
            ).stdout
            if shot == before or time.monotonic() > end:
                break
            before = shot
            time.sleep(0.3)
        subprocess.run(["convert", "xwd:-", str(path)], input=shot, check=True)

    def grid(self, card, seconds=20):
        """Where the cells are, as soon as the card is seen."""
        end = time.monotonic() + seconds
        while True:
            self.take(card)
            grid = Grid.find(card, COLUMNS, ROWS)
            if grid.is_sound():
                card.unlink()
                return grid
            if time.monotonic() > end:
                raise Failed(f"{self.name} has no grid: {grid.crop()}, {self.complaint()}")

    def end(self):
        """Ends all that was started here, and what that started."""
        for words in self.endings:
            subprocess.run(words, capture_output=True, check=False)
        for sign in (signal.SIGTERM, signal.SIGKILL):
            for process in reversed(self.started):
                try:
                    os.killpg(process.pid, sign)
                except ProcessLookupError:
                    pass
            time.sleep(0.2)
        for process in self.started:
            process.wait()
        if self.options.keep:
            print(f"{self.name}: {self.directory}")
        else:
            shutil.rmtree(self.directory, ignore_errors=True)


def portable(program, directory):
    """The words that run the program, also where the C library is an older one: with its own."""
    found = subprocess.run(["ldd", program], capture_output=True, text=True, check=True).stdout
    libraries = [word for word in found.split() if word.startswith("/")]
    home = directory / "program"
    home.mkdir()
    for file in [program, *libraries]:
        shutil.copy(file, home)
    loader = next(home / Path(file).name for file in libraries if "/ld-" in file)
    return [str(loader), "--library-path", str(home), str(home / Path(program).name)]


def library_of(program, directory):
    """A library with the articles of the reader and the one of mixed directions, tagged."""
    settings = ["--library", f"{directory}/library", "--config", f"{directory}/config.toml"]

    def run(*words):
        done = subprocess.run([program, *words, *settings], capture_output=True, text=True, check=False)
        if done.returncode:
            raise Failed(f"{program} {words[0]}: {done.stderr.strip()}")
        return done.stdout

    run("add", "--seeds")
    run("add", str(HERE / "article.md"))
    newest = run("list", "-n", "1").split()[0]
    run("tag", newest, "اتجاهان", "--quote", QUOTE, "--note", "صفّ فيه اتجاهان")
    return f"{directory}/library"


def act(session, hands, grid, what):
    """Does one thing of the play."""
    match what:
        case ("lay", layout):
            hands.lay(layout)
        case ("click", column, row):
            hands.move(*grid.pixel(column, row))
            hands.button(True)
            hands.button(False)
        case ("drag", column, row, to_column, to_row):
            hands.move(*grid.pixel(column, row))
            hands.button(True)
            hands.move(*grid.pixel((column + to_column) // 2, to_row))
            hands.move(*grid.pixel(to_column, to_row))
            hands.button(False)
        case key:
            hands.press(key)


def play(name):
    """What is done in a terminal: in screen the reader has no mouse."""
    mouseless = "screen" in name.split("+")
    return [part for part in PLAY if not (mouseless and part in MOUSE)]


def perform(name, options, library, pictures):
    """Plays the play in a terminal; answers its grid and what the doctor said there."""
    session = Session(name, options, library)
    try:
        grid = session.grid(pictures / f"{name}-card.png")
        if session.size() != [ROWS, COLUMNS]:
            raise Failed(f"{name} has rows and columns {session.size()}, not {ROWS} and {COLUMNS}")
        hands = session.hands
        hands.move(*grid.pixel(COLUMNS // 2, ROWS - 1))
        hands.focus()
        Path(session.directory, "go").touch()
        session.wait_for("open")
        least = 2.0
        for picture, actions in play(name):
            for what in actions:
                act(session, hands, grid, what)
            if picture:
                session.take(pictures / f"{name}-{picture}.png", least)
            least = 0.5
        return grid, doctor_of(session)
    finally:
        session.end()


def pictures_of(name, grid, pictures):
    """The pictures that were taken, by their names."""
    taken = [picture for picture, _ in play(name) if picture]
    return {picture: Picture(str(pictures / f"{name}-{picture}.png"), grid) for picture in taken}


def doctor_of(session):
    """What `hashiya doctor --json` said, in the terminal: strategy and why."""
    said = Path(session.directory, "doctor").read_text(errors="replace")
    for line in said.splitlines():
        start = line.find('{"terminal"')
        if start >= 0:
            bidi = json.loads(line[start:])["bidi"]
            return f"{bidi['strategy']} ({bidi['why']})"
    return "it said nothing"


def check(names, options):
    """That all is there that is needed."""
    needed = {"Xvfb", "setxkbmap", "xwd", "convert", "script"}
    inside = set()
    for name in names:
        *multiplexers, emulator = name.split("+")
        if emulator not in EMULATORS or not set(multiplexers) <= {"tmux", "screen"}:
            raise Missing(f"there is no terminal {name}; known are {', '.join([*EMULATORS, *LAYERED])}")
        inside |= {*EMULATORS[emulator].programs, *multiplexers}
    lacking = [program for program in sorted(needed) if not shutil.which(program)]
    paths = [f"{options.root or ''}/{place}" for place in ("usr/local/bin", "usr/bin", "bin", "usr/games")]
    lacking += [program for program in sorted(inside) if not shutil.which(program, path=":".join(paths))]
    if lacking:
        raise Missing(f"missing: {', '.join(lacking)}; `{sys.argv[0]} --help` lists the packages")
    if not os.access(options.program, os.X_OK):
        raise Missing(f"there is no program {options.program}: `cargo build` makes it")


def arguments():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("report", type=Path, help="the directory of the report")
    parser.add_argument("terminals", nargs="*", help=f"of these: {', '.join([*EMULATORS, *LAYERED])}")
    parser.add_argument("--program", default=str(PROJECT / "target/debug/hashiya"), help="the reader")
    parser.add_argument("--bidi", help="a strategy forced upon all but xterm, to see it go wrong")
    parser.add_argument("--root", help="another system's root directory, for its terminals (as root)")
    parser.add_argument("--keep", action="store_true", help="keeps the temporary directories")
    return parser.parse_intermixed_args()


def main():
    options = arguments()
    names = options.terminals or [*EMULATORS, *LAYERED]
    try:
        check([REFERENCE], argparse.Namespace(root=None, program=options.program))
        check(names, options)
    except Missing as error:
        print(error, file=sys.stderr)
        return 2
    pictures = options.report / "pictures"
    pictures.mkdir(parents=True, exist_ok=True)
    results = []
    with tempfile.TemporaryDirectory() as directory:
        library = library_of(options.program, directory)
        own = argparse.Namespace(**{**vars(options), "root": None})
        print(REFERENCE, flush=True)
        grid, doctor = perform(REFERENCE, own, library, pictures)
        references = pictures_of(REFERENCE, grid, pictures)
        results.append(Result(REFERENCE, doctor, grid, {picture: None for picture in references}))
        for name in names:
            if name == REFERENCE and not options.root:
                continue
            label = f"{name}@{Path(options.root).name}" if options.root else name
            try:
                grid, doctor = perform(name, options, library, pictures)
            except Failed as error:
                results.append(Result(name, str(error), None, {}))
                print(f"{label}: {error}", flush=True)
                continue
            shift, compared = None, {}
            for picture, shown in pictures_of(name, grid, pictures).items():
                compared[picture] = Comparison(references[picture], shown, shift)
                shift = compared[picture].shift
            results.append(Result(name, doctor, grid, compared))
            print(results[-1].line(), flush=True)
    write_report(options.report, results)
    return int(any(not result.is_right() for result in results))


if __name__ == "__main__":
    sys.exit(main())
