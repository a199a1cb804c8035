"""Whole processes, in turn, medians of five: `python3 benches/whole.py TEXT [ARCHIVE]`.

TEXT is a plain text of Arabic prose (10 MB give steady figures), ARCHIVE a file of JSON lines.
Needs the release binary and FriBidi's command (Debian: libfribidi-bin).
"""

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time

HASHIYA = os.path.join(os.path.dirname(__file__), "..", "target", "release", "hashiya")
RUNS = 5


def seconds(command, library):
    environment = {**os.environ, "HASHIYA_LIBRARY": library}
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, env=environment, check=True)
    return time.perf_counter() - start


def in_turn(commands):
    with tempfile.TemporaryDirectory() as empty:
        runs = [[seconds(c, empty) for c in commands] for _ in range(RUNS + 1)][1:]
    return [statistics.median(r[n] for r in runs) for n in range(len(commands))]


def main():
    text = sys.argv[1]
    show = [HASHIYA, "show", text, "--width", "76", "--order", "visual"]
    fribidi = ["fribidi", "-w", "76", "--nopad", text]
    ours, theirs = in_turn([show, fribidi])
    size = os.path.getsize(text) / 1e6
    print(f"show of {size:.0f} MB: {ours:.2f} s, fribidi {theirs:.2f} s, ratio {ours / theirs:.2f}")
    with tempfile.NamedTemporaryFile("wb", suffix=".txt") as page:
        with open(text, "rb") as whole:
            page.write(whole.read(10_000).rsplit(b"\n", 1)[0])
        page.flush()
        ours, nothing = in_turn([[HASHIYA, "show", page.name, "--width", "76"], ["true"]])
    print(f"show of 10 KB: {ours * 1000:.1f} ms (`true`: {nothing * 1000:.1f} ms)")
    if len(sys.argv) > 2:
        lines = sum(1 for _ in open(sys.argv[2], "rb"))
        with tempfile.TemporaryDirectory() as library:
            took = seconds([HASHIYA, "add", sys.argv[2]], os.path.join(library, "first"))
            peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
        print(f"add of {lines} articles: {took:.2f} s, {lines / took:.0f} a second, peak {peak} MB")


main()
