//! What do the settled lines say of title, author, source, section and date?

use super::{head, line::Line};
use crate::import::letter::is_letter;
use crate::{
    article::{Date, Flaw, FlawKind, Kind, Meta, Precision, Reason, first_words},
    import::{byline, date},
};

/// So many characters tell the language.
const SAMPLE: usize = 600;

/// Fills what `meta` lacks from the page's lines.
pub fn of(lines: &[Line], title: Option<usize>, mut meta: Meta, flaws: &mut Vec<Flaw>) -> Meta {
    let text = |line: &&Line| line.kind.is_some_and(Kind::in_text);
    if let Some(title) = title {
        meta.title.clone_from(&lines[title].text);
    } else if meta.title.is_empty() {
        let first = lines.iter().find(text).or(lines.first());
        meta.title = first.map_or_else(String::new, |l| first_words(&l.text));
        flaws.push(Flaw::new(FlawKind::NoTitle, ""));
    }
    if !lines.iter().any(|l| text(&l)) {
        flaws.push(Flaw::new(FlawKind::NoText, ""));
    }
    meta.author = meta.author.or_else(|| author(lines));
    meta.source = meta.source.or_else(|| source(lines));
    meta.section = meta.section.or_else(|| section(lines, title));
    meta.language = meta.language.or_else(|| language(lines));
    if meta.date.is_none() {
        dates(lines, &mut meta, flaws);
    }
    meta
}

fn author(lines: &[Line]) -> Option<String> {
    let bylines = || lines.iter().filter(|l| l.kind == Some(Kind::Byline));
    let stated = bylines().find_map(Line::author);
    let placed = || bylines().find_map(|l| byline::after_place(&l.text));
    let alone = || {
        bylines()
            .map(|l| byline::bare(&l.text))
            .find(|n| byline::is_personal(n))
    };
    let name = stated.or_else(placed).or_else(alone)?;
    (!byline::is_agency(name)).then(|| name.to_owned())
}

fn source(lines: &[Line]) -> Option<String> {
    let datelines = lines.iter().filter(|l| l.kind == Some(Kind::Dateline));
    let mut sources = datelines.filter_map(Line::source);
    sources.next().map(str::to_owned)
}

/// The section named above the title; a menu of many names none.
fn section(lines: &[Line], title: Option<usize>) -> Option<String> {
    let above = &lines[..title.unwrap_or(0)];
    let names = |line: &Line| head::section(line).is_some() && line.hint.is_none();
    let last = above.iter().rposition(names)?;
    let menu = last >= 2 && above[last - 2..last].iter().all(names);
    (!menu).then(|| above[last].text.clone())
}

/// Arabic where most letters are, and few are those of its neighbours.
fn language(lines: &[Line]) -> Option<String> {
    let (mut arabic, mut other, mut neighbours) = (0usize, 0usize, 0usize);
    let text = lines.iter().filter(|l| l.kind.is_some_and(Kind::in_text));
    for c in text.flat_map(|l| l.text.chars()).take(SAMPLE) {
        match c {
            'پ' | 'چ' | 'ژ' | 'گ' | 'ک' | 'ی' | 'ێ' | 'ۆ' | 'ڕ' | 'ڵ' | 'ە' | 'ے' | 'ں' | 'ٹ'
            | 'ڈ' => neighbours += 1,
            '\u{620}'..='\u{64a}' => arabic += 1,
            c if is_letter(c) => other += 1,
            _ => {}
        }
    }
    (arabic > other && arabic > neighbours * 12).then(|| "ar".to_owned())
}

fn dates(lines: &[Line], meta: &mut Meta, flaws: &mut Vec<Flaw>) {
    let of_kind = |kind: Kind| {
        lines
            .iter()
            .filter(move |l| l.kind == Some(kind))
            .filter_map(|l| l.dates())
    };
    let stated = |kind| of_kind(kind).find_map(|d| d.published().map(|s| s.date));
    let updated = of_kind(Kind::Dateline).find_map(|d| d.updated().map(|s| s.date));
    meta.updated = meta.updated.or(updated);
    meta.date = stated(Kind::Dateline)
        .or_else(|| opening(lines))
        .or_else(|| today(lines));
    if meta.date.is_some() {
        return;
    }
    // a clock shows the day of the visit: it is told, not believed
    let clock =
        of_kind(Kind::Clutter(Reason::Clock)).find_map(|d| d.stamps.first().map(|s| s.date));
    meta.date = updated;
    flaws.push(match updated.or(clock) {
        Some(hint) => Flaw::new(FlawKind::DoubtfulDate, hint.to_string()),
        None => Flaw::new(FlawKind::NoDate, ""),
    });
}

/// A date within the place and agency that open the text: «بغداد (وكالة) 31-8-2025 - …».
fn opening(lines: &[Line]) -> Option<Date> {
    const OPENING: usize = 90;
    const SIGNS: [char; 7] = ['-', '–', '—', ':', '|', '/', ')'];
    let first = lines.iter().find(|l| l.kind == Some(Kind::Paragraph))?;
    let head: String = first.text.chars().take(OPENING).collect();
    let dates = date::scan(&head);
    let stamp = dates.published()?;
    let (before, after) = (&head[..stamp.bytes.start], &head[stamp.bytes.end..]);
    // A date of figures alone is not said within a sentence; one with a month's name may be.
    let figures = !head[stamp.bytes.clone()].contains(is_letter);
    let soon: String = after.split_inclusive(' ').take(4).collect();
    let closed = after
        .trim_start_matches([' ', ')', 'م', 'ه', 'ـ'])
        .starts_with(SIGNS)
        || figures && (soon.contains(SIGNS) || before.contains(SIGNS));
    let near = before.split_whitespace().count() <= 6;
    (near && closed && stamp.date.precision() >= Precision::Day).then_some(stamp.date)
}

/// «اليوم 19 يونيو 2024» in the text dates it.
fn today(lines: &[Line]) -> Option<Date> {
    lines
        .iter()
        .filter(|l| {
            matches!(
                l.kind,
                Some(Kind::Paragraph | Kind::Standfirst | Kind::Quote)
            )
        })
        .filter(|l| l.text.contains("اليوم") || l.text.contains("oday"))
        .find_map(|l| {
            let dates = date::scan(&l.text);
            dates
                .stamps
                .iter()
                .find(|s| s.today && s.date.precision() >= Precision::Day)
                .map(|s| s.date)
        })
}
