//! Do passages stand on their own words, whatever becomes of the text?

use std::ops::Range;

use hashiya::{
    passage::{How, Placement, Selector, find_quote, place},
    text::{fold, whole},
};
use proptest::prelude::*;

/// A word of an article, and which of the words of its first version it is.
#[derive(Debug, Clone)]
struct Word {
    text: String,
    own: Option<usize>,
}

/// Where a word stands, in code points, and which of the first version it is.
type Stand = (Range<u32>, Option<usize>);

/// Paragraphs of words.
type Page = Vec<Vec<Word>>;

#[derive(Debug, Clone)]
enum Edit {
    Insert(usize, Vec<usize>),
    Delete(usize, usize),
    Replace(usize, usize),
    Marks(usize, usize),
    Respell,
    MoveParagraph(usize, usize),
    DeleteParagraph(usize),
    NewParagraph(usize, Vec<usize>),
    DoubleParagraph(usize),
}

/// Marks and spellings of hamza aside, no two of the words are alike.
fn word(number: usize) -> String {
    const LETTERS: [char; 24] = [
        'ب', 'ت', 'ث', 'ج', 'ح', 'خ', 'د', 'ذ', 'ر', 'ز', 'س', 'ش', 'ص', 'ض', 'ط', 'ظ', 'ع', 'غ',
        'ف', 'ق', 'ك', 'ل', 'م', 'ن',
    ];
    // neighbours in number are nothing alike
    let mut rest = (number + 1) * 2_654_435_761 % (24 * 24 * 24 * 24);
    let mut text = String::from(if number.is_multiple_of(3) { "أ" } else { "" });
    for _ in 0..3 + number % 3 {
        text.push(LETTERS[rest % 24]);
        rest = rest / 24 + number;
    }
    text
}

fn pages(words: usize) -> impl Strategy<Value = Page> {
    let paragraph = prop::collection::vec(0..words, 1..30);
    prop::collection::vec(paragraph, 1..7).prop_map(|paragraphs| {
        let mut own = 0..;
        let word = |number: usize| Word {
            text: word(number),
            own: own.next(),
        };
        let numbers = paragraphs.concat();
        let mut words = numbers.into_iter().map(word);
        let lengths = paragraphs.iter().map(Vec::len);
        lengths.map(|n| words.by_ref().take(n).collect()).collect()
    })
}

fn edits(words: usize) -> impl Strategy<Value = Vec<Edit>> {
    let at = 0..1000usize;
    let fresh = prop::collection::vec(0..words, 1..8);
    let edit = prop_oneof![
        (at.clone(), fresh.clone()).prop_map(|(at, new)| Edit::Insert(at, new)),
        (at.clone(), 1..12usize).prop_map(|(at, n)| Edit::Delete(at, n)),
        (at.clone(), 0..words).prop_map(|(at, new)| Edit::Replace(at, new)),
        (at.clone(), 1..20usize).prop_map(|(at, n)| Edit::Marks(at, n)),
        Just(Edit::Respell),
        (at.clone(), at.clone()).prop_map(|(from, to)| Edit::MoveParagraph(from, to)),
        at.clone().prop_map(Edit::DeleteParagraph),
        (at.clone(), fresh).prop_map(|(at, new)| Edit::NewParagraph(at, new)),
        at.prop_map(Edit::DoubleParagraph),
    ];
    prop::collection::vec(edit, 1..6)
}

/// How many letters of its first and last word a passage leaves out.
fn cuts() -> impl Strategy<Value = (u32, u32)> {
    prop_oneof![2 => Just((0, 0)), 1 => (0..3u32, 0..3u32)]
}

fn fresh(numbers: &[usize]) -> Vec<Word> {
    let word = |number: &usize| Word {
        text: word(*number),
        own: None,
    };
    numbers.iter().map(word).collect()
}

/// The paragraph and place of the word that a number chooses.
fn spot(page: &Page, at: usize) -> Option<(usize, usize)> {
    let spots: Vec<_> = (0..page.len())
        .flat_map(|p| (0..page[p].len()).map(move |w| (p, w)))
        .collect();
    (!spots.is_empty()).then(|| spots[at * spots.len() / 1000])
}

fn apply(page: &mut Page, edit: &Edit) {
    let paragraph = |at: usize, page: &Page| at * page.len() / 1000;
    match edit {
        Edit::Insert(at, new) => {
            if let Some((p, w)) = spot(page, *at) {
                page[p].splice(w..w, fresh(new));
            }
        }
        Edit::Delete(at, count) => {
            if let Some((p, w)) = spot(page, *at) {
                let end = page[p].len().min(w + count);
                page[p].drain(w..end);
            }
        }
        Edit::Replace(at, new) => {
            if let Some((p, w)) = spot(page, *at) {
                page[p][w] = fresh(&[*new]).remove(0);
            }
        }
        Edit::Marks(at, count) => {
            if let Some((p, w)) = spot(page, *at) {
                for word in page[p].iter_mut().skip(w).take(*count) {
                    word.text = word.text.chars().flat_map(|c| [c, '\u{64e}']).collect();
                }
            }
        }
        Edit::Respell => page
            .iter_mut()
            .flatten()
            .for_each(|word| word.text = word.text.replace('أ', "ا")),
        Edit::MoveParagraph(from, to) if !page.is_empty() => {
            let moved = page.remove(paragraph(*from, page));
            page.insert(paragraph(*to, page), moved);
        }
        Edit::DeleteParagraph(at) if !page.is_empty() => {
            page.remove(paragraph(*at, page));
        }
        Edit::NewParagraph(at, new) => page.insert(paragraph(*at, page), fresh(new)),
        Edit::DoubleParagraph(at) if !page.is_empty() => {
            let at = paragraph(*at, page);
            page.insert(at, page[at].clone());
        }
        _ => {}
    }
    page.retain(|paragraph| !paragraph.is_empty());
}

/// The text, and for each word its code points.
fn text(page: &Page) -> (String, Vec<Stand>) {
    let mut text = String::new();
    let mut words = Vec::new();
    for paragraph in page {
        for (at, word) in paragraph.iter().enumerate() {
            if !text.is_empty() {
                text.push(if at == 0 { '\n' } else { ' ' });
            }
            let start = text.chars().count() as u32;
            text.push_str(&word.text);
            words.push((start..text.chars().count() as u32, word.own));
        }
    }
    (text, words)
}

fn part(text: &str, points: &Range<u32>) -> String {
    let chars = text.chars().skip(points.start as usize);
    chars.take((points.end - points.start) as usize).collect()
}

/// The span of words from one place on, and its selector; of several words so many letters
/// are cut from the first and from the last one.
fn marked(page: &Page, from: usize, count: usize, cut: (u32, u32)) -> (Range<usize>, Selector) {
    let (text, words) = text(page);
    let first = from * words.len() / 1000;
    let last = (first + count).min(words.len()) - 1;
    let cut = if first < last { cut } else { (0, 0) };
    let points = words[first].0.start + cut.0..words[last].0.end - cut.1;
    let selector = Selector::mark(1, &text, points).unwrap();
    (first..last + 1, selector)
}

/// How many letters of one text are not, in their order, in another, row by row.
fn lost(one: &str, other: &str) -> usize {
    let one: Vec<char> = one.chars().collect();
    let mut column = vec![0; one.len() + 1];
    for letter in other.chars() {
        let mut before = 0;
        for row in 1..column.len() {
            let same = before + usize::from(one[row - 1] == letter);
            before = column[row];
            column[row] = same.max(column[row]).max(column[row - 1]);
        }
    }
    one.len() - column[one.len()]
}

/// The distance of two texts, row by row.
fn distance(one: &str, other: &str) -> usize {
    let one: Vec<char> = one.chars().collect();
    let mut column: Vec<usize> = (0..=one.len()).collect();
    for letter in other.chars() {
        let mut before = column[0];
        column[0] += 1;
        for row in 1..column.len() {
            let changed = before + usize::from(one[row - 1] != letter);
            before = column[row];
            column[row] = changed.min(column[row] + 1).min(column[row - 1] + 1);
        }
    }
    column[one.len()]
}

/// A span with the rest of the words that it cuts.
fn whole_words(text: &str, points: &Range<u32>) -> String {
    let chars: Vec<char> = text.chars().collect();
    let (before, after) = (
        &chars[..points.start as usize],
        &chars[points.end as usize..],
    );
    let of_word = |c: &&char| !c.is_whitespace();
    let left = before.iter().rev().take_while(of_word).count() as u32;
    let right = after.iter().take_while(of_word).count() as u32;
    read(&part(text, &(points.start - left..points.end + right)))
}

/// Whether a word is one of these, but for fewer than a third of its letters.
fn among(word: &str, words: &str) -> bool {
    let count = |text: &str| text.chars().count();
    words
        .split(' ')
        .any(|own| own == word || distance(own, word) * 3 < count(own).max(count(word)))
}

fn read(text: &str) -> String {
    fold(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Text as hostile as articles can be.
fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => "[ابتلمأإىةه]{1,4}",
        5 => Just(" ".to_owned()),
        3 => "لا|لأ|للّه|لَا|مِلءِ|قال قال|ﻻ|ﷺ",
        2 => "[\u{64b}-\u{652}\u{670}ـ]{1,2}",
        2 => "[a-z0-9٠-٩.,]{1,4}",
        1 => "[\u{200b}-\u{200f}\u{202a}-\u{202e}\u{61c}\u{ad}\u{feff}]",
        1 => "[\t\u{a0}\u{2028}\u{1b}\u{85}«»\"]",
        1 => "👩\u{200d}💻|🇪🇬|e\u{301}|\u{301}|漢字|\u{600}١",
        2 => "\n|\r\n",
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn a_passage_stands_where_it_was_marked(
        text in hostile(),
        from in 0..200u32,
        count in 1..60u32,
    ) {
        let Some(selector) = Selector::mark(1, &text, from..from + count) else {
            return Ok(());
        };
        let points = selector.start..selector.end;
        prop_assert_eq!(&part(&text, &points), &selector.quote);
        prop_assert_eq!(selector.quote.trim(), &selector.quote);
        let wished = text.chars().zip(0..).skip(from as usize).take(count as usize);
        let outside = |(_, at): &(char, u32)| !points.contains(at);
        let left: String = wished.filter(outside).map(|(c, _)| c).collect();
        prop_assert!(!fold(&left).contains(char::is_alphanumeric), "{}", left);
        prop_assert_eq!(place(&selector, &text), Placement::At(points.clone(), How::Same));
        let again = Selector::mark(1, &text, points.clone());
        prop_assert_eq!(again.as_ref(), Some(&selector));
        let found = find_quote(&text, &selector.quote, None, None);
        prop_assert!(found.contains(&points), "{:?}", found);
    }

    #[test]
    fn a_placement_covers_whole_clusters_of_any_text(
        text in hostile(),
        other in hostile(),
        from in 0..100u32,
        count in 1..40u32,
    ) {
        let Some(selector) = Selector::mark(1, &text, from..from + count) else {
            return Ok(());
        };
        for other in [other.clone(), format!("{other}{text}"), format!("{other}\n{text}\n{text}")] {
            if let Placement::At(points, _) = place(&selector, &other) {
                let bytes = |point: u32| other.chars().take(point as usize).map(char::len_utf8).sum();
                let range = bytes(points.start)..bytes(points.end);
                prop_assert!(!range.is_empty());
                prop_assert_eq!(whole(&other, range.clone()), range);
            }
        }
    }

    #[test]
    fn after_any_edit_a_passage_stands_on_its_own_words_or_nowhere(
        (page, edits) in prop_oneof![Just(25), Just(3_000)].prop_flat_map(|n| (pages(n), edits(n))),
        from in 0..1000usize,
        count in 1..40usize,
        cut in cuts(),
    ) {
        let (_, selector) = marked(&page, from, count, cut);
        let own = whole_words(&text(&page).0, &(selector.start..selector.end));
        let mut page = page;
        for edit in &edits {
            apply(&mut page, edit);
            let (text, _) = text(&page);
            let Placement::At(points, how) = place(&selector, &text) else { continue };
            let (found, quote) = (part(&text, &points), &selector.quote);
            let (length, lost) = (read(quote).chars().count(), lost(&read(quote), &read(&found)));
            prop_assert!(lost * 10 <= length * 3, "{} for {}", found, quote);
            prop_assert!(read(&found).chars().count() <= 3 * length, "{} for {}", found, quote);
            if how == How::Near {
                let stands = whole_words(&text, &points);
                let ends = [stands.split(' ').next(), stands.split(' ').next_back()];
                prop_assert!(ends.iter().flatten().all(|end| among(end, &own)), "{}", found);
                prop_assert!(cut != (0, 0) || stands == read(&found), "{}", found);
            } else {
                prop_assert_eq!(&found, quote);
            }
        }
    }

    #[test]
    fn where_no_two_words_are_alike_a_passage_stands_nowhere_else(
        (page, edits) in (pages(100_000), edits(100_000)),
        from in 0..1000usize,
        count in 1..40usize,
        cut in cuts(),
    ) {
        let (own, selector) = marked(&page, from, count, cut);
        let mut page = page;
        for edit in &edits {
            apply(&mut page, edit);
            let (text, words) = text(&page);
            let Placement::At(points, _) = place(&selector, &text) else { continue };
            let on = |(word, _): &&Stand| word.start < points.end && points.start < word.end;
            let is_own = |(_, word): &Stand| word.is_some_and(|word| own.contains(&word));
            let found = part(&text, &points);
            prop_assert!(words.iter().filter(on).any(is_own), "{}", found);
            // what stands elsewhere is short, or stands here too
            for run in words.chunk_by(|(_, one), (_, other)| one.map(|one| one + 1) == *other) {
                let run: Vec<&Stand> = run.iter().filter(|word| is_own(word) && !on(word)).collect();
                let [first, .., last] = run[..] else { continue };
                let apart = read(&part(&text, &(first.0.start..last.0.end)));
                let unchanged = read(&selector.quote).contains(&apart);
                let long = unchanged && apart.chars().count() >= 24;
                prop_assert!(!long || read(&found).contains(&apart), "{} without {}", found, apart);
            }
        }
    }

    #[test]
    fn an_unchanged_passage_is_found_wherever_it_moved(
        (page, edits) in (pages(100_000), edits(100_000)),
        from in 0..1000usize,
        count in 1..40usize,
    ) {
        let (own, selector) = marked(&page, from, count, (0, 0));
        let mut page = page;
        for edit in edits.iter().filter(|edit| !matches!(edit, Edit::DoubleParagraph(_))) {
            apply(&mut page, edit);
        }
        let (text, words) = text(&page);
        let first = words.iter().position(|(_, word)| *word == Some(own.start));
        let Some(first) = first.filter(|first| first + own.len() <= words.len()) else {
            return Ok(());
        };
        let points = words[first].0.start..words[first + own.len() - 1].0.end;
        let kept = |side: &str, stands: bool| stands && side.chars().count() == 32;
        let (before, after) = (0..points.start, points.end..text.chars().count() as u32);
        let follows = part(&text, &before).ends_with(&selector.prefix);
        let precedes = part(&text, &after).starts_with(&selector.suffix);
        let known = kept(&selector.prefix, follows) || kept(&selector.suffix, precedes);
        if part(&text, &points) == selector.quote && known {
            let found = place(&selector, &text);
            prop_assert_eq!(found.range(), Some(&points), "{:?}", found);
        }
    }
}
