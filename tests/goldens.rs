//! Do rows look as a person would set them? Goldens in CapRTL, which no viewer can reorder.

use std::{fs, path::Path};

use hashiya::text::{At, Content, Direction, Justify, Options, Page, Source, Style};

/// A text in CapRTL as real characters: capitals become Hebrew letters, subscript digits Arabic ones.
fn real(text: &str) -> String {
    let map = |c: char| match c {
        'A'..='Z' => char::from_u32(0x5d0 + (c as u32 - 'A' as u32)),
        '₀'..='₉' => char::from_u32(0x660 + (c as u32 - '₀' as u32)),
        '¶' => Some('\n'),
        '→' => Some('\u{200e}'),
        '←' => Some('\u{200f}'),
        '⟨' => Some('\u{2067}'),
        '⟩' => Some('\u{2069}'),
        _ => Some(c),
    };
    text.chars().filter_map(map).collect()
}

fn cap(text: &str) -> String {
    let map = |c: char| match c {
        '\u{5d0}'..='\u{5ea}' => char::from_u32(c as u32 - 0x5d0 + 'A' as u32),
        '٠'..='٩' => char::from_u32(c as u32 - 0x660 + '₀' as u32),
        _ => Some(c),
    };
    text.chars().filter_map(map).collect()
}

/// The lines of one block at a width, as cells; `_` where nothing stands.
fn shown(text: &str, width: usize, style: Style, options: Options) -> Vec<String> {
    let source = Source {
        text: real(text),
        style,
        insertions: Vec::new(),
    };
    let mut page = Page::new(vec![source], options, Direction::Ltr, width);
    page.prepare(At::default(), 1000);
    let mut lines = vec![vec!["_".to_owned(); width]; page.extent(At::default()).0];
    for placed in page.rows(0) {
        let paragraph = &page.paragraphs(0)[placed.paragraph];
        for cell in placed.cells(paragraph).cells() {
            lines[placed.line][cell.column] = match cell.content {
                Content::Cluster(at) => cap(paragraph.cluster(at).face),
                Content::Blank(_) => "~".to_owned(),
                Content::Tatweel(_) => "=".to_owned(),
            };
        }
    }
    lines.into_iter().map(|cells| cells.concat()).collect()
}

#[test]
fn rows_are_as_drawn() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/goldens/caprtl.txt");
    let golden = fs::read_to_string(&path).unwrap();
    let mut written = String::new();
    let mut lines = golden.lines().peekable();
    while let Some(line) = lines.next() {
        written.extend([line, "\n"]);
        let Some(case) = line.strip_prefix("> ") else {
            continue;
        };
        let mut words = case.splitn(2, ' ');
        let width = words.next().unwrap().parse().unwrap();
        let mut text = words.next().unwrap();
        let (mut style, mut options) = (Style::default(), Options::default());
        while let Some((option, rest)) = text.strip_prefix(':').and_then(|t| t.split_once(' ')) {
            match option {
                "verse" => style.verse = true,
                "indent" => (style.indent, style.hang) = (2, 1),
                "isolate" => options.isolate = true,
                "spaces" => options.justify = Justify::Spaces,
                other => panic!("{other}"),
            }
            text = rest;
        }
        for row in shown(text, width, style, options) {
            written.extend([&row, "\n"]);
        }
        while lines.next_if(|l| !l.is_empty()).is_some() {}
    }
    if std::env::var_os("HASHIYA_WRITE_GOLDENS").is_some() {
        fs::write(&path, &written).unwrap();
    }
    assert!(
        golden == written,
        "not as drawn; HASHIYA_WRITE_GOLDENS=1 writes what is shown:\n{written}"
    );
}
