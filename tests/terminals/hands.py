"""What presses keys and buttons on a virtual screen? XTEST, as a keyboard of two layouts.

Keys are named by what a US keyboard types with them, whatever layout is on: `j` with the Arabic
layout types ت. (xdotool would look for the key that types j, and turn the layout back.)
"""

import ctypes
import subprocess
import time

CORE_KEYBOARD = 0x100
POINTER_ROOT = 1
LAYOUTS = {"us": 0, "ara": 1}
SHIFTED = dict(zip('~!@#$%^&*()_+{}|:"<>?', "`1234567890-=[]\\;',./"))
NAMES = {
    **{" ": "space", "`": "grave", "-": "minus", "=": "equal", "[": "bracketleft"},
    **{"]": "bracketright", "\\": "backslash", ";": "semicolon", "'": "apostrophe"},
    **{",": "comma", ".": "period", "/": "slash"},
}
PAUSE = 0.06
ESCAPE = 0.3


class Hands:
    """A keyboard and a mouse."""

    def __init__(self, display):
        self.x11 = ctypes.CDLL("libX11.so.6")
        self.test = ctypes.CDLL("libXtst.so.6")
        self.x11.XOpenDisplay.restype = ctypes.c_void_p
        self.x11.XDefaultRootWindow.restype = ctypes.c_ulong
        self.x11.XStringToKeysym.restype = ctypes.c_ulong
        self.display = ctypes.c_void_p(self.x11.XOpenDisplay(display.encode()))
        if not self.display:
            raise RuntimeError(f"the virtual screen {display} cannot be opened")
        self.codes = {}
        # the first key typed here sets the layouts back
        self.press("Shift_L")
        layouts = ["setxkbmap", "-display", display, "-layout", ",".join(LAYOUTS)]
        subprocess.run(layouts, check=True, capture_output=True)
        self.lay("ara")
        self.lay("us")

    def lay(self, layout):
        """Turns a layout on."""
        group, state = LAYOUTS[layout], (ctypes.c_ubyte * 64)()
        self.x11.XkbLockGroup(self.display, CORE_KEYBOARD, group)
        self._done()
        self.x11.XkbGetState(self.display, CORE_KEYBOARD, state)
        if state[0] != group:
            raise RuntimeError(f"the layout {layout} cannot be turned on")

    def press(self, key):
        """A key by what it types, or by its X name (`Escape`)."""
        if len(key) == 1 and (key.isupper() or key in SHIFTED):
            self._key("Shift_L", True)
            self._stroke(SHIFTED.get(key, key.lower()))
            self._key("Shift_L", False)
        else:
            self._stroke(key)
        if key == "Escape":
            # else it is the start of a sequence
            time.sleep(ESCAPE)

    def move(self, x, y):
        """Moves the pointer to a pixel."""
        self.test.XTestFakeMotionEvent(self.display, -1, x, y, 0)
        self._done()

    def focus(self):
        """Gives the keys to the window under the pointer: nobody else does on a bare screen,
        and not every program takes them without being told."""
        root = self.x11.XDefaultRootWindow(self.display)
        window, rest = ctypes.c_ulong(), [ctypes.byref(ctypes.c_ulong()) for _ in range(6)]
        under = ctypes.byref(window)
        self.x11.XQueryPointer(self.display, ctypes.c_ulong(root), rest[0], under, *rest[1:])
        if window.value:
            self.x11.XSetInputFocus(self.display, window, POINTER_ROOT, 0)
            self._done()

    def button(self, down):
        """Presses or releases the left button."""
        self.test.XTestFakeButtonEvent(self.display, 1, int(down), 0)
        self._done()

    def _stroke(self, key):
        self._key(key, True)
        self._key(key, False)

    def _key(self, key, down):
        if key not in self.codes:
            symbol = self.x11.XStringToKeysym(NAMES.get(key, key).encode())
            self.codes[key] = self.x11.XKeysymToKeycode(self.display, ctypes.c_ulong(symbol))
        self.test.XTestFakeKeyEvent(self.display, self.codes[key], int(down), 0)
        self._done(PAUSE / 3)

    def _done(self, pause=PAUSE):
        self.x11.XFlush(self.display)
        time.sleep(pause)
