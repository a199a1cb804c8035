//! Which bytes of a text are these code points, and the other way round?

use std::ops::Range;

/// The bytes of a span of code points; none where it goes beyond the text or backwards.
pub(super) fn bytes(text: &str, points: &Range<u32>) -> Option<Range<usize>> {
    let start = byte(text, points.start)?;
    let length = points.end.checked_sub(points.start)?;
    Some(start..start + byte(&text[start..], length)?)
}

/// The code points of a span of bytes.
pub(super) fn points(text: &str, bytes: &Range<usize>) -> Range<u32> {
    let start = text[..bytes.start].chars().count() as u32;
    start..start + text[bytes.clone()].chars().count() as u32
}

fn byte(text: &str, point: u32) -> Option<usize> {
    let starts = text.char_indices().map(|(at, _)| at);
    starts.chain([text.len()]).nth(point as usize)
}
