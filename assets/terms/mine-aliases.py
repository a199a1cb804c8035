#!/usr/bin/env python3
"""Finds spellings of one word in an archive: candidates for aliases.txt, to be read by eye.

  ./mine-aliases.py ARCHIVE.jsonl > candidates.tsv

Two words are candidates when they have one skeleton (letters for sounds that papers write in
several ways are one, long vowels fall), are written nearly alike, stand among the same words,
and seldom both in one article: a paper keeps to its spelling, while two words for two things
meet. Columns: nearness of contexts, share of the rarer one's articles that hold both, articles
of either, the two words. Needs python3 alone; some minutes and a gigabyte for 30,000 articles.
"""
import collections, json, math, re, sys

DROP = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\u061c\u00ad]")
FOLD = str.maketrans("أإآٱىیېئةؤکگڤپچژ", "ااااييييهوككفبجز", "ء")
WORD = re.compile(r"[^\W\d_]+")
PREFIXES = ["ال", "وال", "بال", "كال", "فال", "لل", "و"]
SUFFIXES = ["ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي"]
ALIKE = str.maketrans("غقكطصثزذظضح", "جججتسسسسسده")


def stem(word):
    n = len(word)
    for p in PREFIXES:
        if word.startswith(p) and n >= (4 if len(p) == 1 else len(p) + 2):
            word = word[len(p):]
            break
    for s in SUFFIXES:
        if word.endswith(s) and len(word) >= len(s) + 2:
            word = word[:-len(s)]
    return word


def together(word):
    hard = len(word) >= 5
    return "".join("ج" if c == "غ" and (hard or i == len(word) - 1 and i > 1 and word[i - 1] == "ن") else c
                   for i, c in enumerate(word))


def term(word):
    return stem(together(word))


def skeleton(word):
    like = word.translate(ALIKE)
    like = like[0] + re.sub("[اويه]", "", like[1:-1]) + re.sub("[اويه]$", "", like[-1])
    return re.sub(r"(.)\1+", r"\1", like.replace("ع", "ا"))


def distance(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (x != y))
    return row[-1]


def articles(path):
    for line in open(path, encoding="utf-8"):
        record = json.loads(line)
        text = DROP.sub("", f"{record.get('title') or ''}\n{record.get('body') or ''}").translate(FOLD)
        yield WORD.findall(text)


def main(path, fewest=3, span=3, most=400):
    known = {}
    of = lambda w: known[w] if w in known else known.setdefault(w, term(w))
    count = 0
    where = collections.defaultdict(list)
    spelled = collections.defaultdict(collections.Counter)
    for number, words in enumerate(articles(path)):
        count += 1
        for word in set(words):
            where[of(word)].append(number)
            spelled[of(word)][word] += 1
    where = {t: sorted(set(w)) for t, w in where.items()}
    groups = collections.defaultdict(list)
    for t, w in where.items():
        if len(w) >= fewest and len(t) >= 3 and "\u0620" <= t[0] <= "\u064a" and len(skeleton(t)) >= 2:
            groups[skeleton(t)].append(t)
    pairs = []
    for group in groups.values():
        for i, a in enumerate(group):
            for b in group[i + 1:]:
                if distance(a.translate(ALIKE), b.translate(ALIKE)) <= (3 if min(len(a), len(b)) > 7 else 2):
                    both = len(set(where[a]) & set(where[b])) / min(len(where[a]), len(where[b]))
                    if both <= 0.6:
                        pairs.append((a, b, both))
    wanted = {t for a, b, _ in pairs for t in (a, b)}
    print(count, "articles", len(wanted), "terms", len(pairs), "pairs", file=sys.stderr)
    idf = {t: math.log(count / len(w)) for t, w in where.items()}
    around = {t: collections.Counter() for t in wanted}
    seen = collections.Counter()
    for words in articles(path):
        terms = [sys.intern(of(w)) for w in words]
        for i, t in enumerate(terms):
            if t in wanted and seen[t] < most:
                seen[t] += 1
                around[t].update(x for x in terms[max(0, i - span):i + span + 1] if x != t and len(where[x]) > 1)
    vectors = {}
    for t, words in around.items():
        v = {w: (1 + math.log(n)) * idf[w] for w, n in words.items()}
        norm = math.sqrt(sum(x * x for x in v.values())) or 1
        vectors[t] = {w: x / norm for w, x in v.items()}
    rows = []
    for a, b, both in pairs:
        x, y = sorted((vectors[a], vectors[b]), key=len)
        rows.append((sum(v * y.get(w, 0) for w, v in x.items()), both, a, b))
    for near, both, a, b in sorted(rows, reverse=True):
        name = lambda t: spelled[t].most_common(1)[0][0]
        print(f"{near:.3f}\t{both:.2f}\t{len(where[a])}\t{len(where[b])}\t{name(a)}\t{name(b)}")


main(sys.argv[1])
