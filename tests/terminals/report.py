"""What was seen: a page with a table of verdicts and the pictures side by side."""

import html
import subprocess

STYLE = """
body { font-family: sans-serif; margin: 1rem; background: #fff; color: #111 }
table { border-collapse: collapse } td, th { border: 1px solid #bbb; padding: .2rem .5rem }
.right { background: #d8f0d8 } .wrong { background: #f6c8c8 }
figure { display: inline-block; margin: .3rem; vertical-align: top }
img { width: 46vw; border: 1px solid #888 }
"""

# so many wrong rows of a picture are told at once; the page has them all
FEW = 3


class Result:
    """What became of a terminal: `compared` has a comparison for each picture that was
    taken, or none for the reference; without a grid nothing was seen."""

    def __init__(self, name, doctor, grid, compared):
        self.name, self.doctor, self.grid, self.compared = name, doctor, grid, compared

    def is_right(self):
        return self.grid is not None and not any(c and c.wrong for c in self.compared.values())

    def line(self):
        """One line for the console, and one for each of the first rows that are wrong."""
        verdicts = {name: verdict(c) for name, c in self.compared.items()}
        said = " ".join(f"{name}: {what}" for name, what in verdicts.items())
        lines = [f"{self.name} [{self.doctor}] {said}"]
        for name, comparison in self.compared.items():
            for row, why in comparison.wrong[:FEW] if comparison else []:
                lines.append(f"    {name} row {row}: {why}")
        return "\n".join(lines)


def verdict(comparison):
    if comparison is None:
        return "reference"
    if comparison.wrong:
        return f"WRONG in {len(comparison.wrong)} rows"
    return f"right, {comparison.differing} cells differ"


def crop(report, name, picture, result):
    """A picture cut down to its grid, with an outline around the rows that are wrong."""
    path = report / "pictures" / f"{name}-{picture}.png"
    shown = report / "shown" / f"{name}-{picture}.png"
    words = ["convert", str(path), "-crop", result.grid.crop(), "+repage"]
    comparison = result.compared[picture]
    if comparison and comparison.wrong:
        words += ["-fill", "none", "-stroke", "red"]
        high = result.grid.height / result.grid.rows
        for row, _ in comparison.wrong:
            box = f"0,{row * high:.0f} {result.grid.width - 1},{(row + 1) * high - 1:.0f}"
            words += ["-draw", f"rectangle {box}"]
    subprocess.run([*words, str(shown)], check=True)


def write_report(report, results):
    """Writes `index.html` and what it shows beside the pictures."""
    (report / "shown").mkdir(exist_ok=True)
    seen = [result for result in results if result.grid]
    names = list(seen[0].compared)
    head = "".join(f"<th>{html.escape(name)}</th>" for name in names)
    rows, sections = [], []
    for result in results:
        cells = ""
        for picture in names if result.grid else []:
            if picture not in result.compared:
                cells += "<td>–</td>"
                continue
            comparison = result.compared[picture]
            kind = "wrong" if comparison and comparison.wrong else "right"
            link = f"#{result.name}-{picture}"
            cells += f'<td class={kind}><a href="{link}">{html.escape(verdict(comparison))}</a></td>'
        if not result.grid:
            cells = f"<td class=wrong colspan={len(names)}>nothing was seen</td>"
        doctor = html.escape(result.doctor)
        rows.append(f"<tr><th>{html.escape(result.name)}</th><td>{doctor}</td>{cells}</tr>")
    for result in seen:
        for picture in result.compared:
            crop(report, result.name, picture, result)
    for result in seen[1:]:
        for picture in result.compared:
            figures = "".join(
                f'<figure><img src="shown/{name}-{picture}.png"><figcaption>{name}</figcaption></figure>'
                for name in (seen[0].name, result.name)
            )
            wrong = "".join(
                f"<li>row {row}: {html.escape(why)}</li>" for row, why in result.compared[picture].wrong
            )
            title = f"{result.name}: {picture}"
            sections.append(f'<h3 id="{result.name}-{picture}">{title}</h3><ul>{wrong}</ul>{figures}')
    table = f"<table><tr><th>terminal</th><th>strategy</th>{head}</tr>{''.join(rows)}</table>"
    page = f"<!doctype html><meta charset=utf-8><title>Terminals</title><style>{STYLE}</style>"
    body = f"<h1>Terminals</h1>{table}{''.join(sections)}"
    (report / "index.html").write_text(page + body, encoding="utf-8")
