//! Does the open article look as its spans, hits and cursor say?

use hashiya::{
    app::{App, Effect, Effects, Key, Msg, Part, update},
    article::{Article, Block, Inline, InlineKind, Kind, Meta},
    config::Settings,
    desk::{Desk, answer},
    store::{Access, Origin, Packer, Store},
    text::{Content, fold, fold_with_offsets},
    ui::{self, Colours, Theme},
    words::Locale,
};
use proptest::prelude::*;
use ratatui_core::{
    buffer::{Buffer, Cell},
    layout::Rect,
    style::{Modifier, Style},
};
use tempfile::TempDir;

const WIDTH: u16 = 60;
const HEIGHT: u16 = 12;

/// A reader with one article, and its library.
struct Rig {
    app: App,
    desk: Desk,
    _dir: TempDir,
}

impl Rig {
    /// The article is open in a small window.
    fn new(blocks: Vec<Block>) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let mut store = Store::open(dir.path(), Access::Write).unwrap();
        let run = store.run().unwrap();
        let meta = Meta {
            title: "t".into(),
            ..Meta::default()
        };
        let article = Article { meta, blocks };
        let document = Packer::default().prepare(article, &[], Origin::default(), b"raw");
        store.write(|w| w.add(&document, run)).unwrap();
        let today = jiff::civil::date(2026, 1, 1);
        let mut rig = Self {
            app: App::new(
                Locale::plain(),
                Settings::default(),
                &[],
                (WIDTH, HEIGHT),
                today,
            ),
            desk: Desk::new(Some(dir.path().to_owned()), "me".into()),
            _dir: dir,
        };
        let home = rig.app.ask_home();
        rig.answer(vec![home]);
        rig.press("<Enter>");
        rig
    }

    /// Answers questions at once.
    fn answer(&mut self, effects: Effects) {
        for effect in effects {
            if let Effect::Ask(slot, number, request) = effect {
                let reply = answer(&mut self.desk, request);
                let more = update(&mut self.app, Msg::Answer(slot, number, reply));
                self.answer(more);
            }
        }
    }

    fn press(&mut self, keys: &str) {
        let effects = update(&mut self.app, Msg::Keys(Key::sequence(keys).unwrap()));
        self.answer(effects);
    }
}

/// The style of a byte, by trying every span and every hit of its block.
fn plain(app: &App, needle: &str, block: usize, byte: usize) -> Style {
    let theme = Theme::new(app.settings.theme, Colours::OnDark);
    let reader = app.reader.as_ref().unwrap();
    let page = &reader.paper.page;
    let text = &page.source(block).text;
    let mut style = match reader.paper.parts[block] {
        Part::Block(at) if reader.loaded.article.blocks[at].kind == Kind::Paragraph => theme.plain,
        Part::Block(_) | Part::Title => theme.bold,
        Part::Facts | Part::Aside | Part::Remark => theme.dim,
        Part::Rule => theme.plain,
        Part::Heading => theme.accent,
        Part::Note(_) | Part::Near(_) => unreachable!("there are no passages, and nothing related"),
    };
    if let Part::Block(at) = reader.paper.parts[block] {
        for span in &reader.loaded.article.blocks[at].spans {
            let start = page.byte_of(block, span.range.start as usize);
            let end = page.byte_of(block, span.range.end as usize);
            if (start..end).contains(&byte) {
                style = match span.kind {
                    InlineKind::Link(_) => style.patch(theme.link),
                    InlineKind::Strong => style.add_modifier(Modifier::BOLD),
                    InlineKind::Emphasis => style.add_modifier(Modifier::ITALIC),
                    InlineKind::Code => style,
                };
            }
        }
    }
    // what stands below the text is not looked through
    let text = if block < reader.paper.body { text } else { "" };
    let folded = fold_with_offsets(text);
    let cursor = reader.cursor;
    for (at, found) in folded.text.match_indices(&fold(needle)) {
        let hit = folded.source(at..at + found.len());
        if hit.contains(&byte) {
            let current = cursor.block == block && hit.contains(&cursor.byte);
            style = style.patch(if current {
                theme.current_hit
            } else {
                theme.hit
            });
        }
    }
    let selected = reader.shown_span();
    let inside = selected.and_then(|span| span.within(block, text.len()));
    if inside.is_some_and(|inside| inside.contains(&byte)) {
        style = style.patch(theme.selection);
    }
    if (cursor.block, cursor.byte) == (block, byte) {
        style = style.patch(if selected.is_some() {
            theme.cursor_selected
        } else {
            theme.cursor
        });
    }
    style
}

/// Compares each cell that shows a letter of the text; answers how many they are.
fn compare(app: &App, needle: &str) -> Result<usize, TestCaseError> {
    let mut buffer = Buffer::empty(Rect::new(0, 0, WIDTH, HEIGHT));
    ui::draw(app, Colours::OnDark, &mut buffer);
    let area = app.panes.text.unwrap();
    let reader = app.reader.as_ref().unwrap();
    let page = &reader.paper.page;
    let mut compared = 0;
    let mut line = Some(reader.top);
    for y in 0..area.height {
        let Some(at) = line else { break };
        for placed in page.line(at) {
            let paragraph = &page.paragraphs(at.block)[placed.paragraph];
            let start = page.paragraph_start(at.block, placed.paragraph);
            for cell in placed.cells(paragraph).cells() {
                let Content::Cluster(cluster) = cell.content else {
                    continue;
                };
                let cluster = paragraph.cluster(cluster);
                if cluster.is_insertion() {
                    continue;
                }
                let byte = start + cluster.bytes.start;
                let mut expected = Cell::default();
                expected.set_style(plain(app, needle, at.block, byte));
                let drawn = &buffer[(area.x + cell.column as u16, area.y + y)];
                prop_assert_eq!(drawn.style(), expected.style(), "{:?}, byte {}", at, byte);
                compared += 1;
            }
        }
        line = page.next(at);
    }
    Ok(compared)
}

fn paragraph() -> impl Strategy<Value = Block> {
    let kind = prop_oneof![
        Just(InlineKind::Link("https://example.org".into())),
        Just(InlineKind::Strong),
        Just(InlineKind::Emphasis),
        Just(InlineKind::Code),
    ];
    let span = (0..200_u32, 1..60_u32, kind).prop_map(|(start, length, kind)| Inline {
        range: start..start + length,
        kind,
    });
    let spans = proptest::collection::vec(span, 0..8);
    ("ب[ابأ\u{64e}c ]{1,200}", spans).prop_map(|(text, mut spans)| {
        spans.sort_by_key(|span| span.range.start);
        Block {
            spans,
            ..Block::new(Kind::Paragraph, text)
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn each_letter_looks_as_all_spans_and_hits_say(
        paragraphs in proptest::collection::vec(paragraph(), 1..4),
        needle in "[ابc]{1,2}",
        (down, right) in (1..20, 1..20),
    ) {
        let mut rig = Rig::new(paragraphs);
        prop_assert!(compare(&rig.app, "\0")? > 0);
        rig.press("/");
        update(&mut rig.app, Msg::Paste(needle.clone()));
        rig.press("<Enter>");
        // a text that is nowhere is looked for no longer
        let needle = rig.app.reader.as_ref().unwrap().found.as_ref().map_or("\0", |_| &needle);
        compare(&rig.app, needle)?;
        rig.press(&format!("v{down}j{right}h"));
        prop_assert!(rig.app.reader.as_ref().unwrap().shown_span().is_some());
        compare(&rig.app, needle)?;
    }
}

#[test]
fn the_next_hit_a_thousand_times_is_once_around() {
    let text = "واحد اثنان ثلاثة";
    let paragraphs = (0..3).map(|_| Block::new(Kind::Paragraph, text));
    let mut rig = Rig::new(paragraphs.collect());
    rig.press("/");
    update(&mut rig.app, Msg::Paste("اثنان".into()));
    rig.press("<Enter>");
    let cursor = |rig: &Rig| rig.app.reader.as_ref().unwrap().cursor;
    let first = cursor(&rig);
    rig.press("2n");
    assert_ne!(cursor(&rig), first);
    rig.press("n");
    assert_eq!(cursor(&rig), first);
    for keys in ["1000n", "1000N"] {
        rig.press(keys);
        assert_eq!(cursor(&rig), first, "{keys}");
    }
}
