"""Does a picture show the same cells as another, however each terminal draws its letters?

Steps
1. The grid is where a card that fills it has been ([`Grid.find`]).
2. Each cell becomes its background and its ink: how far each point of a raster of 12 by 24 is
   from the background. Ink is taken at half that size, so that hinting counts for little.
3. Two cells agree by the correlation of their inks. Terminals place letters a point higher or
   lower: the shift with which most cells agree counts for the whole picture.
4. A row is wrong if cells of it disagree that have ink, if a word agrees better turned round or
   shifted, or if a background (the cursor, a tag, a selection) is not where it should be.
"""

import math
import re
import subprocess
from collections import Counter

WIDTH, HEIGHT = 12, 24
SAMPLES = 4
# ink fainter than this, of 255, is none
FAINT = 40
# so far marks of the rows above and below, and letters of both sides, reach into a cell where
# they are not clipped
OUTER, SIDE = 4, 2
# cells that agree less than this differ
ALIKE = 0.5
# so many cells of a row may differ (some terminals clip the tails of letters), or one in so many
FEW, MANY = 4, 12
# turned round or shifted, a word has to agree by so much more
BETTER = 0.15


def magick(*words, data=None):
    """What ImageMagick makes of it."""
    done = subprocess.run(["convert", *words], input=data, capture_output=True, check=False)
    if done.returncode:
        raise RuntimeError(f"convert: {done.stderr.decode(errors='replace').strip()}")
    return done.stdout


def near(one, other, distance=48):
    return all(abs(a - b) <= distance for a, b in zip(one, other))


class Grid:
    """Where the cells are in a picture: pixels, and how many there are."""

    def __init__(self, left, top, width, height, columns, rows):
        self.left, self.top, self.width, self.height = left, top, width, height
        self.columns, self.rows = columns, rows

    @classmethod
    def find(cls, path, columns, rows):
        """The bounds of the red that fills it."""
        # what is white already is not the card
        others = ["-fill", "black", "-opaque", "white"]
        card = ["-fuzz", "20%", "-fill", "white", "-opaque", "#ff0000"]
        card += ["-fuzz", "0", "-fill", "black", "+opaque", "white"]
        # what is cut away is as the corners are
        bounds = ["-bordercolor", "black", "-border", "1", "-trim", "-format", "%wx%h%O", "info:"]
        found = re.match(r"(\d+)x(\d+)\+(\d+)\+(\d+)", magick(path, *others, *card, *bounds).decode())
        width, height, left, top = map(int, found.groups()) if found else (0, 0, 1, 1)
        return cls(left - 1, top - 1, width, height, columns, rows)

    def is_sound(self):
        """Whether cells have whole pixels, or nearly, and are higher than wide."""
        wide, high = self.width / self.columns, self.height / self.rows
        return 6 <= wide <= 20 and 1.4 < high / wide < 3

    def pixel(self, column, row):
        """A pixel within a cell, left of its middle: from there on some terminals report the
        next column."""
        x = self.left + (column + 0.3) * self.width / self.columns
        return round(x), round(self.top + (row + 0.5) * self.height / self.rows)

    def crop(self):
        return f"{self.width}x{self.height}+{self.left}+{self.top}"


class Cell:
    """What is behind, and the ink before it."""

    def __init__(self, background, points):
        self.background = background
        self.points = points
        ground = Counter(points).most_common(1)[0][0]
        self.ink = [abs(point - ground) for point in points]
        lines = (self.ink[y * WIDTH + SIDE : (y + 1) * WIDTH - SIDE] for y in range(OUTER, HEIGHT - OUTER))
        self.is_blank = max(map(max, lines)) < FAINT
        self.half = {}

    def is_rule(self):
        """Whether the ink is that of a horizontal line, which may be higher or lower, down to
        where marks of the next row would reach."""
        lines = (self.ink[y * WIDTH : (y + 1) * WIDTH] for y in range(HEIGHT))
        return max(self.ink) >= FAINT and all(max(line) - min(line) < FAINT for line in lines)

    def raster(self, right, down):
        """The ink at half its size, without its mean, of length one."""
        if (right, down) not in self.half:
            values = []
            for y in range(down, HEIGHT + down, 2):
                for x in range(right, WIDTH + right, 2):
                    values.append(sum(self._at(x + dx, y + dy) for dx in (0, 1) for dy in (0, 1)))
            mean = sum(values) / len(values)
            values = [value - mean for value in values]
            length = math.sqrt(sum(value * value for value in values)) or 1
            self.half[right, down] = [value / length for value in values]
        return self.half[right, down]

    def _at(self, x, y):
        inside = 0 <= x < WIDTH and 0 <= y < HEIGHT
        return self.ink[y * WIDTH + x] if inside else 0


class Picture:
    """The cells of a picture's grid."""

    def __init__(self, path, grid):
        columns, rows = grid.columns, grid.rows
        crop = [path, "-crop", grid.crop(), "+repage"]
        fine = ["-filter", "box", "-resize", f"{columns * WIDTH}x{rows * HEIGHT}!"]
        grey = magick(*crop, *fine, "-grayscale", "average", "-depth", "8", "gray:-")
        coarse = ["-sample", f"{columns * SAMPLES}x{rows * SAMPLES * 2}!"]
        rgb = magick(*crop, *coarse, "-depth", "8", "rgb:-")
        self.cells = [
            [Cell(background(rgb, columns, x, y), points(grey, columns, x, y)) for x in range(columns)]
            for y in range(rows)
        ]
        grounds = Counter(cell.background for row in self.cells for cell in row)
        self.ground = grounds.most_common(1)[0][0]


def points(grey, columns, x, y):
    stride = columns * WIDTH
    starts = range((y * HEIGHT) * stride + x * WIDTH, ((y + 1) * HEIGHT) * stride, stride)
    return b"".join(grey[start : start + WIDTH] for start in starts)


def background(rgb, columns, x, y):
    stride = columns * SAMPLES * 3
    high = SAMPLES * 2
    starts = range(y * high * stride + x * SAMPLES * 3, (y + 1) * high * stride, stride)
    colours = Counter()
    for start in starts:
        line = rgb[start : start + SAMPLES * 3]
        colours.update(zip(line[::3], line[1::3], line[2::3]))
    return colours.most_common(1)[0][0]


class Comparison:
    """How a picture stands to the one it should show the same as."""

    def __init__(self, reference, picture, shift=None):
        self.reference, self.picture = reference, picture
        self.shift = shift or self._shift()
        self.partners = self._partners()
        # (row, why) of what is wrong
        self.wrong = []
        self.differing = 0
        for y in range(len(reference.cells)):
            why = self._row(y)
            if why:
                self.wrong.append((y, why))

    def alike(self, one, other):
        """From -1 to 1."""
        if one.is_rule() and other.is_rule():
            return 1.0
        if one.is_blank or other.is_blank:
            return 1.0 if one.is_blank == other.is_blank else 0.0
        return correlation(one, other, self.shift)

    def _shift(self):
        """The shift with which a sample of cells agrees most."""
        pairs = [
            (one, other)
            for mine, its in zip(self.reference.cells, self.picture.cells)
            for one, other in zip(mine, its)
            if not one.is_blank and not other.is_blank
        ][::3][:300]
        best = (-1.0, (0, 0))
        for right in range(-2, 3):
            for down in range(-4, 5):
                self.shift = (right, down)
                # of equals, the smaller shift
                score = sum(self.alike(*pair) for pair in pairs) - abs(right) - abs(down)
                best = max(best, (score, (right, down)))
        return best[1]

    def _partners(self):
        """The background that mostly stands where the reference has this one."""
        seen = {}
        for mine, its in zip(self.reference.cells, self.picture.cells):
            for one, other in zip(mine, its):
                seen.setdefault(one.background, Counter())[other.background] += 1
        return {colour: others.most_common(1)[0][0] for colour, others in seen.items()}

    def _row(self, y):
        mine, its = self.reference.cells[y], self.picture.cells[y]
        grounds = [x for x in range(len(mine)) if not self._same_ground(mine[x], its[x])]
        if grounds:
            return f"background of columns {spans(grounds)}"
        scores = self._scores(mine, its)
        self.differing += sum(score < ALIKE for score in scores)
        for start, end in words(mine):
            better = self._turned(mine, its, scores, start, end)
            if better:
                return f"columns {start}–{end - 1} are {better}"
        bad = [x for x, score in enumerate(scores) if score < ALIKE]
        inked = sum(not cell.is_blank for cell in mine)
        if len(bad) > max(FEW, inked // MANY):
            return f"columns {spans(bad)} differ"
        return None

    def _scores(self, mine, its):
        """How much each cell of a row agrees. A browser's letters drift from the grid: the row
        may be shifted as a whole, by less than a quarter of a cell."""
        scores = [self.alike(one, other) for one, other in zip(mine, its)]
        usual = self.shift
        if sum(score < ALIKE for score in scores) > FEW:
            for step in (-2, -1, 1, 2):
                self.shift = (usual[0] + step, usual[1])
                shifted = [self.alike(one, other) for one, other in zip(mine, its)]
                scores = max(scores, shifted, key=sum)
        self.shift = usual
        return scores

    def _same_ground(self, one, other):
        marked = not near(one.background, self.reference.ground)
        if marked != (not near(other.background, self.picture.ground)):
            return False
        return not marked or near(other.background, self.partners[one.background])

    def _turned(self, mine, its, scores, start, end):
        """Whether a word agrees better in another place or order."""
        straight = sum(scores[start:end]) / (end - start)
        if end - start < 2 or straight > 0.75:
            return None
        word = mine[start:end]
        others = {"turned round": its[start:end][::-1]}
        for step in (-2, -1, 1, 2):
            if 0 <= start + step and end + step <= len(its):
                others[f"shifted by {step}"] = its[start + step : end + step]
        for name, cells in others.items():
            pairs = zip(word, cells)
            if sum(self.alike(*pair) for pair in pairs) / len(word) > straight + BETTER:
                return name
        return None


def correlation(one, other, shift):
    return sum(a * b for a, b in zip(one.raster(0, 0), other.raster(*shift)))


def words(cells):
    """Start and end of each stretch of cells with ink."""
    start = None
    for x, cell in enumerate([*cells, None]):
        inked = cell is not None and not cell.is_blank
        if inked and start is None:
            start = x
        elif not inked and start is not None:
            yield start, x
            start = None


def spans(columns):
    """`3–5, 9`"""
    groups = []
    for x in columns:
        if groups and groups[-1][1] == x - 1:
            groups[-1][1] = x
        else:
            groups.append([x, x])
    return ", ".join(f"{a}" if a == b else f"{a}–{b}" for a, b in groups)
