//! Which bytes of a block are links, strong or stressed?

use std::ops::Range;

use crate::article::{Inline, InlineKind};

/// Bytes of a block that inline spans cover, and what they are there. Spans may lie in one
/// another; runs do not, so that the one around a byte is found without the others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The block of the page.
    pub block: usize,
    /// The bytes in it.
    pub bytes: Range<usize>,
    /// Whether they lead somewhere.
    pub link: bool,
    /// Whether they are of strong importance.
    pub strong: bool,
    /// Whether they are stressed.
    pub emphasis: bool,
}

/// Spans of a text in its bytes, each in its place: one walk over the text for all of them.
pub(super) fn in_bytes(text: &str, spans: &[Inline]) -> Vec<Range<usize>> {
    let ends = |span: &Inline| [span.range.start, span.range.end];
    let mut edges: Vec<u32> = spans.iter().flat_map(ends).collect();
    edges.sort_unstable();
    edges.dedup();
    let mut starts = text.char_indices().map(|(byte, _)| byte);
    let mut passed = 0;
    let mut bytes = Vec::with_capacity(edges.len());
    for edge in edges.iter().map(|edge| *edge as usize) {
        bytes.push(starts.nth(edge - passed).unwrap_or(text.len()));
        passed = edge + 1;
    }
    let byte = |edge| bytes[edges.partition_point(|own| *own < edge)];
    let range = |span: &Inline| byte(span.range.start)..byte(span.range.end);
    spans.iter().map(range).collect()
}

/// The spans of a block, which stand at these bytes, cut wherever one begins or ends.
pub(super) fn cut(block: usize, spans: &[Inline], bytes: &[Range<usize>]) -> Vec<Run> {
    let mut edges = Vec::new();
    for (span, bytes) in spans.iter().zip(bytes) {
        let kind = match span.kind {
            InlineKind::Link(_) => 0,
            InlineKind::Strong => 1,
            InlineKind::Emphasis => 2,
            InlineKind::Code => continue,
        };
        if !bytes.is_empty() {
            edges.extend([(bytes.start, kind, 1), (bytes.end, kind, -1)]);
        }
    }
    edges.sort_unstable();
    let mut runs = Vec::new();
    let mut open = [0_i32; 3];
    let mut from = 0;
    for (byte, kind, change) in edges {
        if from < byte && open != [0; 3] {
            let [link, strong, emphasis] = open.map(|count| count > 0);
            runs.push(Run {
                block,
                bytes: from..byte,
                link,
                strong,
                emphasis,
            });
        }
        open[kind] += change;
        from = byte;
    }
    runs
}
