"""xterm.js in a page: `server.py MODULES RENDERER COLUMNSxROWS FONT PIXELS COMMAND PORTFILE`.

The page reads what the command writes from `/out`, without end, and posts what is typed to `/in`.
MODULES is where npm has put the packages.
"""

import fcntl
import json
import os
import pty
import struct
import sys
import termios
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

FILES = {
    "/xterm.css": ("text/css", "@xterm/xterm/css/xterm.css"),
    "/xterm.js": ("text/javascript", "@xterm/xterm/lib/xterm.js"),
    "/webgl.js": ("text/javascript", "@xterm/addon-webgl/lib/addon-webgl.js"),
}
PAGE = """<!doctype html><meta charset=utf-8><link rel=stylesheet href=/xterm.css>
<style>html, body { margin: 0; background: #444; overflow: hidden }
.xterm-viewport { overflow: hidden !important }</style>
<div id=grid style="display: inline-block"></div>
<script src=/xterm.js></script><script src=/webgl.js></script><script>
const terminal = new Terminal(OPTIONS);
terminal.open(document.getElementById("grid"));
if (WEBGL) terminal.loadAddon(new WebglAddon.WebglAddon());
let sent = Promise.resolve();
const send = (body) => { sent = sent.then(() => fetch("/in", { method: "POST", body })); };
terminal.onData(send);
terminal.onBinary((text) => send(Uint8Array.from(text, (c) => c.charCodeAt(0))));
terminal.focus();
fetch("/out").then(async (answer) => {
  const reader = answer.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    terminal.write(value);
  }
});
</script>"""


def main():
    modules, renderer, size, font, pixels, command, port_file = sys.argv[1:]
    columns, rows = map(int, size.split("x"))
    options = {"cols": columns, "rows": rows, "fontFamily": font, "fontSize": int(pixels)}
    page = PAGE.replace("OPTIONS", json.dumps({**options, "scrollback": 0}))
    page = page.replace("WEBGL", json.dumps(renderer == "webgl"))
    child, device = pty.fork()
    if child == 0:
        environment = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        # what is asked for before the page is there would not be answered
        os.read(0, 1)
        os.execve(command, [command], environment)
    fcntl.ioctl(device, termios.TIOCSWINSZ, struct.pack("4H", rows, columns, 0, 0))

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_):
            pass

        def answer(self, kind, body=b""):
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def do_GET(self):
            if self.path == "/out":
                return self.stream()
            if self.path not in FILES:
                return self.answer("text/html", page.encode())
            kind, file = FILES[self.path]
            with open(os.path.join(modules, file), "rb") as content:
                return self.answer(kind, content.read())

        def do_POST(self):
            os.write(device, self.rfile.read(int(self.headers["Content-Length"])))
            self.answer("text/plain")

        def stream(self):
            self.send_response(200)
            self.send_header("Content-Type", "application/octet-stream")
            self.end_headers()
            os.write(device, b"\n")
            try:
                while chunk := os.read(device, 65536):
                    self.wfile.write(chunk)
            except OSError:
                pass  # the command has ended

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    with open(f"{port_file}.new", "w", encoding="ascii") as file:
        file.write(str(server.server_port))
    os.rename(f"{port_file}.new", port_file)
    server.serve_forever()


main()
