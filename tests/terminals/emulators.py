"""How is each terminal emulator started so that all of them show the same grid in the same font?

An emulator is a function of a `Place` that writes what settings it needs below the place's own
home and answers the words of its command. Each is told the place's font, columns and rows, to
draw no bars around the grid, and to run the place's script.
"""

import os
import shlex
import subprocess
import tempfile

FONT = "DejaVu Sans Mono"
POINTS = 13
PIXELS = 17
PACKAGES = ["@xterm/xterm@5.5.0", "@xterm/addon-webgl@0.18.0"]

EMULATORS = {}


class Place:
    """Where one emulator runs: a directory, a size, what it is to run."""

    def __init__(self, directory, columns, rows, script):
        self.directory = directory
        self.columns = columns
        self.rows = rows
        self.script = script
        self.environment = {
            "HOME": f"{directory}/home",
            "XDG_CONFIG_HOME": f"{directory}/home/.config",
            "XDG_DATA_HOME": f"{directory}/home/.local/share",
            "XDG_CACHE_HOME": f"{directory}/home/.cache",
            "XDG_RUNTIME_DIR": f"{directory}/run",
            "PATH": "/usr/local/bin:/usr/bin:/bin:/usr/games:/usr/sbin:/sbin",
            "LANG": "C.UTF-8",
            "LC_ALL": "C.UTF-8",
            "LIBGL_ALWAYS_SOFTWARE": "1",
            "GDK_BACKEND": "x11",
            "QT_QPA_PLATFORM": "xcb",
            "NO_AT_BRIDGE": "1",
        }
        for name in ("home", "home/.config", "home/.local/share", "home/.cache", "run"):
            os.makedirs(f"{directory}/{name}", mode=0o700, exist_ok=True)

    @property
    def size(self):
        return f"{self.columns}x{self.rows}"

    def write(self, name, text, mode=0o644):
        """Writes a file below the directory; answers its path."""
        path = os.path.join(self.directory, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        os.chmod(path, mode)
        return path


def emulator(*programs, name=None):
    """Takes a function up; `programs` are what has to be installed for it."""

    def take(function):
        key = name or function.__name__
        function.programs = programs
        EMULATORS[key] = function
        return function

    return take


@emulator("xterm")
def xterm(place):
    # without this it shows one mark on a letter; shadda and fatha are two
    marks = ["-xrm", "xterm*combiningChars:2"]
    where = ["-geometry", f"{place.size}+0+0", "-b", "2", "+sb", "-u8"]
    # as most others are
    colours = ["-bg", "black", "-fg", "grey90"]
    words = ["xterm", "-fa", FONT, "-fs", str(POINTS), *where, *colours, *marks]
    return [*words, "-e", place.script]


@emulator("python3")
def vte(place):
    with open(os.path.join(os.path.dirname(__file__), "vte.py"), encoding="utf-8") as file:
        program = place.write("vte.py", file.read())
    font = f"{FONT} {POINTS}"
    size = [str(place.columns), str(place.rows)]
    return ["/usr/bin/python3", program, *size, font, place.script]


@emulator("xfce4-terminal", "dbus-run-session", name="xfce4-terminal")
def xfce4_terminal(place):
    bare = ["--hide-menubar", "--hide-toolbar", "--hide-scrollbar", "--hide-borders"]
    return [
        *("dbus-run-session", "--", "xfce4-terminal", "--disable-server", *bare),
        *(f"--font={FONT} {POINTS}", f"--geometry={place.size}+0+0", "-x", place.script),
    ]


@emulator("konsole", "dbus-run-session")
def konsole(place):
    place.write(
        "home/.local/share/konsole/P.profile",
        f"[Appearance]\nFont={FONT},{POINTS},-1,5,50,0,0,0,0,0\n"
        f"[General]\nName=P\nParent=FALLBACK/\nTerminalColumns={place.columns}\n"
        f"TerminalRows={place.rows}\nTerminalMargin=1\n"
        "[Scrolling]\nScrollBarPosition=2\nHistoryMode=0\n",
    )
    place.write(
        "home/.config/konsolerc",
        "[Desktop Entry]\nDefaultProfile=P.profile\n"
        "[KonsoleWindow]\nUseSingleInstance=false\nRememberWindowSize=false\n"
        "[MainWindow]\nMenuBar=Disabled\nToolBarsMovable=Disabled\n"
        "[MainWindow][Toolbar mainToolBar]\nHidden=true\n"
        "[MainWindow][Toolbar sessionToolbar]\nHidden=true\n",
    )
    bare = ["--hide-menubar", "--hide-tabbar", "--separate", "--nofork", "--profile", "P"]
    return ["dbus-run-session", "--", "konsole", *bare, "-e", place.script]


@emulator("qterminal", "dbus-run-session")
def qterminal(place):
    # it knows no size in cells: the window is larger than the grid has to be
    place.write(
        "home/.config/qterminal.org/qterminal.ini",
        f"[General]\nfontFamily={FONT}\nfontSize={POINTS}\nHideTabBarWithOneTab=true\n"
        "MenuVisible=false\nScrollbarPosition=0\nTerminalMargin=0\nAskOnExit=false\n"
        f"[MainWindow]\nsize=@Size({place.columns * 11 + 9} {place.rows * 22 + 13})\n",
    )
    return ["dbus-run-session", "--", "qterminal", "-e", place.script]


@emulator("mlterm")
def mlterm(place):
    blocks = ("DEFAULT", "ISO10646_UCS4_1", "ISO10646_UCS4_1_FULLWIDTH", "UNICODE")
    place.write("home/.mlterm/aafont", "".join(f"{block}={FONT}\n" for block in blocks))
    bare = ["--sbmod=none", "--km=utf8", "--type=xft", f"--fontsize={PIXELS}"]
    # light, it would have other colours than the reference
    bare += ["--bg=black", "--fg=white"]
    return ["mlterm", *bare, f"--geometry={place.size}+0+0", "-e", place.script]


@emulator("pterm")
def pterm(place):
    font = ["-fn", f"client:{FONT} {POINTS}", "-xrm", "pterm*CharSet: UTF-8"]
    return ["pterm", *font, "-geometry", f"{place.size}+0+0", "+sb", "-e", place.script]


@emulator("kitty")
def kitty(place):
    settings = {
        "font_family": FONT,
        "font_size": POINTS,
        "remember_window_size": "no",
        "initial_window_width": f"{place.columns}c",
        "initial_window_height": f"{place.rows}c",
        "window_padding_width": 0,
        "window_margin_width": 0,
        "update_check_interval": 0,
        "linux_display_server": "x11",
        "confirm_os_window_close": 0,
    }
    options = [word for item in settings.items() for word in ("-o", f"{item[0]}={item[1]}")]
    return ["kitty", "--config", "NONE", *options, place.script]


@emulator("alacritty")
def alacritty(place):
    # each version reads the one of these that it knows
    place.write(
        "home/.config/alacritty/alacritty.toml",
        f"[window]\ndimensions = {{ columns = {place.columns}, lines = {place.rows} }}\n"
        f'[font]\nsize = {POINTS}\nnormal = {{ family = "{FONT}" }}\n',
    )
    place.write(
        "home/.config/alacritty/alacritty.yml",
        f"window:\n  dimensions: {{columns: {place.columns}, lines: {place.rows}}}\n"
        f'font:\n  size: {POINTS}\n  normal: {{family: "{FONT}"}}\n',
    )
    return ["alacritty", "-e", place.script]


@emulator("foot", "weston")
def foot(place):
    weston = place.write(
        "weston.ini",
        "[core]\nshell=desktop-shell.so\nidle-time=0\nxwayland=false\n"
        "[keyboard]\nkeymap_layout=us,ara\n"
        "[shell]\npanel-position=none\nlocking=false\nanimation=none\nstartup-animation=none\n",
    )
    settings = place.write(
        "foot.ini",
        f"[main]\nfont={FONT}:size={POINTS}\ninitial-window-size-chars={place.size}\n"
        "pad=0x0\n[csd]\npreferred=none\n",
    )
    socket = f"{place.environment['XDG_RUNTIME_DIR']}/wayland-0"
    inner = shlex.join(["foot", f"--config={settings}", place.script])
    start = place.write(
        "foot.sh",
        "weston --backend=x11-backend.so --use-pixman --width=1600 --height=1100 "
        f"--socket=wayland-0 --config={shlex.quote(weston)} &\n"
        f"until [ -S {shlex.quote(socket)} ]; do sleep 0.1; done\n"
        f"WAYLAND_DISPLAY=wayland-0 exec {inner}\n",
    )
    return ["sh", start]


@emulator("urxvt")
def urxvt(place):
    font = ["-fn", f"xft:{FONT}:size={POINTS}", "-letsp", "0"]
    # light, it would have other colours than the reference
    colours = ["-bg", "black", "-fg", "grey90"]
    return ["urxvt", *font, *colours, "-geometry", f"{place.size}+0+0", "+sb", "-e", place.script]


@emulator("stterm")
def st(place):
    return ["stterm", "-f", f"{FONT}:size={POINTS}", "-g", f"{place.size}+0+0", "-e", place.script]


@emulator("zutty")
def zutty(place):
    size = ["-fontsize", str(PIXELS), "-geometry", place.size]
    return ["zutty", *size, "-font", FONT.replace(" ", ""), "-e", place.script]


def modules():
    """Where the packages of xterm.js are; npm brings them there once."""
    place = os.path.join(tempfile.gettempdir(), "hashiya-xtermjs")
    found = os.path.join(place, "node_modules")
    if not os.path.exists(os.path.join(found, "@xterm/addon-webgl")):
        os.makedirs(place, exist_ok=True)
        words = ["npm", "install", "--no-audit", "--no-fund", "--prefix", place, *PACKAGES]
        subprocess.run(words, check=True, stdout=subprocess.DEVNULL)
    return found


def xtermjs(renderer):
    """xterm.js in a browser; `server.py` stands between it and the script."""

    @emulator("chromium", "npm", name=f"xtermjs-{renderer}")
    def start(place):
        here = os.path.dirname(os.path.abspath(__file__))
        server = [
            *("python3", os.path.join(here, "server.py"), modules(), renderer, place.size),
            *(FONT, str(PIXELS), place.script, f"{place.directory}/port"),
        ]
        flags = [
            *("--no-sandbox", "--test-type", "--no-first-run", "--disable-sync"),
            *("--disable-background-networking", "--disable-component-update"),
            *("--no-default-browser-check", "--use-gl=angle", "--use-angle=swiftshader"),
            *("--enable-unsafe-swiftshader", "--window-position=0,0"),
            *("--window-size=1600,1100", f"--user-data-dir={place.directory}/chromium"),
        ]
        port = shlex.quote(f"{place.directory}/port")
        script = place.write(
            "xtermjs.sh",
            f"{shlex.join(server)} &\nuntil [ -s {port} ]; do sleep 0.1; done\n"
            f'exec chromium {shlex.join(flags)} --app="http://127.0.0.1:$(cat {port})/"\n',
        )
        return ["dbus-run-session", "--", "sh", script]


xtermjs("dom")
xtermjs("webgl")


def through(multiplexer, place):
    """Has the place's script run within tmux or screen from now on; answers what ends it."""
    inner, directory = shlex.quote(place.script), shlex.quote(place.directory)
    if multiplexer == "tmux":
        place.write("tmux.conf", "set -g status off\nset -g escape-time 10\n")
        tmux = f"tmux -u -S {directory}/tmux.sock"
        start = f"exec {tmux} -f {directory}/tmux.conf new-session {inner}"
        end = f"{tmux} kill-server"
    else:
        os.makedirs(f"{place.directory}/screen", mode=0o700)
        screen = f"SCREENDIR={directory}/screen screen"
        start = f"exec env {screen} -U -c /dev/null -S s {inner}"
        end = f"{screen} -S s -X quit"
    place.script = place.write("through.sh", f"#!/bin/sh\n{start}\n", 0o755)
    return ["sh", "-c", end]
