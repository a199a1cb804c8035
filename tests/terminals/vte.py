#!/usr/bin/python3
"""The smallest VTE terminal: `vte.py COLUMNS ROWS FONT COMMAND…`; needs gir1.2-vte-2.91."""

import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("Vte", "2.91")
from gi.repository import GLib, Gtk, Pango, Vte  # noqa: E402

columns, rows, font, *command = sys.argv[1:]
terminal = Vte.Terminal()
terminal.set_size(int(columns), int(rows))
terminal.set_font(Pango.FontDescription(font))
terminal.connect("child-exited", lambda *_: Gtk.main_quit())
window = Gtk.Window()
window.set_decorated(False)
window.connect("destroy", Gtk.main_quit)
window.add(terminal)
window.show_all()
window.move(0, 0)
flags = (Vte.PtyFlags.DEFAULT, None, command, None, GLib.SpawnFlags.DEFAULT)
terminal.spawn_async(*flags, None, None, -1, None, None)
Gtk.main()
