"""Rows as GNU FriBidi lays them out: reads a JSON object a line, {"text", "base", "rows": [[start, end]]}
in code points, and prints each row's visual string (reordered, mirrored, shaped)."""

import ctypes
import json
import sys

lib = ctypes.CDLL("libfribidi.so.0")
MIRRORING, REORDER_NSM, PRESENTATION, LIGATURES = 0x1, 0x2, 0x100, 0x200
LTR, RTL = 0x110, 0x111
INVISIBLE = {0xFEFF, 0xAD, 0x61C, *range(0x200B, 0x2010), *range(0x2028, 0x202F), *range(0x2060, 0x206A), *range(0x20), 0x7F}

for line in sys.stdin:
    job = json.loads(line)
    text = [ord(c) for c in job["text"]]
    size = len(text)
    chars = (ctypes.c_uint32 * size)(*text)
    types, brackets = (ctypes.c_uint32 * size)(), (ctypes.c_uint32 * size)()
    levels, joins = (ctypes.c_int8 * size)(), (ctypes.c_uint8 * size)()
    base = ctypes.c_uint32(RTL if job["base"] else LTR)
    lib.fribidi_get_bidi_types(chars, size, types)
    lib.fribidi_get_bracket_types(chars, size, types, brackets)
    lib.fribidi_get_par_embedding_levels_ex(types, brackets, size, ctypes.byref(base), levels)
    lib.fribidi_get_joining_types(chars, size, joins)
    lib.fribidi_join_arabic(types, size, levels, joins)
    lib.fribidi_shape(MIRRORING | PRESENTATION | LIGATURES, levels, size, joins, chars)
    for start, end in job["rows"]:
        row = (ctypes.c_uint32 * size)(*chars)
        row_levels = (ctypes.c_int8 * size)(*levels)
        if end > start:
            lib.fribidi_reorder_line(REORDER_NSM, types, end - start, start, base, row_levels, row, None)
        print("".join(chr(c) for c in row[start:end] if c not in INVISIBLE))
