//! Where does a passage stand in this version of its article?
//!
//! A passage is made on one version and must stand on the same words in every later one, or
//! nowhere: a wrong guess is worse than an orphan.
//!
//! # Steps
//! 1. The words at their place, with what stood before or after them there: **same**.
//! 2. Every place where the very words stand (linear), as words where they
//!    were marked as words. One alone at its old place: **same**. One that is clearly better
//!    than all others, and around which something is as it was: **only**, where it is alone,
//!    else **context**.
//! 3. Every place where the letters stand with errors (in stretches found by their grams,
//!    then bit by bit in parallel), those of step 2 too. The one that is clearly better than all
//!    others and has enough in common: **near**, or as in step 2.
//! 4. Else **orphan**.
//!
//! # Words
//! A letter is one of the folded text: harakat, spelling of hamza, spaces and quotation marks
//! count for nothing. What a place has in **common** with the selector are letters: of the
//! words, and of at most 32 code points on each side, less twice the errors (so that what has
//! nothing to do with each other has nothing in common). **Clearly better** is 6 points of
//! 92, of which the words give 50, each side 20 and the nearness of the place 2 (as
//! Hypothesis weighs them; readers of it complain that it has no cut-off).
//!
//! # Laws (`tests/passages.rs` holds them over generated texts and edits)
//! - On the version it was made on a passage stands at its own place, [`How::Same`].
//! - Where it stands, its folded words are those of the quote or nearly so (three letters
//!   in ten may differ between sides that are known, half as many elsewhere).
//! - A placement covers whole clusters; a near one whole words, where whole words were marked.
//! - What is unchanged itself and on one side is found wherever it moved, unless it stands
//!   there twice.
//! - Time grows with the text, whatever it holds; a quote of a whole article is bounded.
//!
//! # Deviations, and what a reader sees of them
//! - The only occurrence of a few letters, in surroundings that are all other, is no place:
//!   a name that stood in a paragraph now gone does not jump to another mention of it.
//! - Words at their old place give way where the same words stand elsewhere in the old
//!   surroundings.
//! - Of two copies side by side neither is taken, unless one is at the old place.
//! - A quote of more than 2,048 letters is found by its beginning and its end; between
//!   them at most 512 may differ.

use super::{
    How, Placement, Selector,
    ground::{Ground, Place},
    loose::occurrences,
    span,
};
use crate::text::whole;

/// More places than this are too many to tell apart.
pub(super) const MOST: usize = 16_384;
/// Letters in common around a place that show that it is the old one.
pub(super) const KNOWN: usize = 16;
/// Of 920 points: how much better the best must be than the second.
const CLEARLY: usize = 60;

/// Where what was marked stands in a text, in code points of it.
pub fn place(selector: &Selector, text: &str) -> Placement {
    if stands(selector, text) {
        return settled(selector, text, selector.start, How::Same);
    }
    let Some(exact) = exactly(selector, text) else {
        return Placement::Orphan;
    };
    if exact == [selector.start] {
        return settled(selector, text, selector.start, How::Same);
    }
    let ground = Ground::new(selector, text);
    let mut places: Vec<Place> = exact.iter().map(|start| ground.exact(*start)).collect();
    let at_once = clearly_best(&places).filter(|best| best.around >= KNOWN);
    let best = if at_once.is_some() {
        at_once
    } else if let Some(near) = ground.near(&places) {
        places.extend(near);
        clearly_best(&places).filter(|best| best.old || ground.accepts(best))
    } else {
        None
    };
    let Some(best) = best else {
        return Placement::Orphan;
    };
    match best.exact {
        Some(start) if best.old => settled(selector, text, start, How::Same),
        Some(start) if exact.len() == 1 => settled(selector, text, start, How::Only),
        Some(start) => settled(selector, text, start, How::Context),
        None => {
            let bytes = span::bytes(text, &ground.points(best)).unwrap_or_default();
            Placement::At(span::points(text, &whole(text, bytes)), How::Near)
        }
    }
}

/// Whether the words stand at their place, and what stood before or after them too.
fn stands(selector: &Selector, text: &str) -> bool {
    let Some(bytes) = span::bytes(text, &(selector.start..selector.start)) else {
        return false;
    };
    let (before, after) = text.split_at(bytes.start);
    let Some(after) = after.strip_prefix(selector.quote.as_str()) else {
        return false;
    };
    let (prefix, suffix) = (&*selector.prefix, &*selector.suffix);
    (!prefix.is_empty() && before.ends_with(prefix))
        || (!suffix.is_empty() && after.starts_with(suffix))
        || (prefix.is_empty() && suffix.is_empty())
}

/// The code points at which the very words stand, as words where they were marked as words;
/// none where they are too many.
fn exactly(selector: &Selector, text: &str) -> Option<Vec<u32>> {
    let quote = selector.quote.as_str();
    let (begins, ends) = selector.word_edges();
    let mut found = Vec::new();
    let (mut byte, mut point) = (0, 0);
    for start in occurrences(text.as_bytes(), quote.as_bytes()) {
        point += text[byte..start].chars().count() as u32;
        byte = start;
        let before = text[..start].chars().next_back();
        let after = text[start + quote.len()..].chars().next();
        let within = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        if (begins && within(before)) || (ends && within(after)) {
            continue;
        }
        if found.len() == MOST {
            return None;
        }
        found.push(point);
    }
    Some(found)
}

/// The very words at this code point; nearly they, where they cut a cluster there.
fn settled(selector: &Selector, text: &str, start: u32, how: How) -> Placement {
    let points = start..start + selector.quote.chars().count() as u32;
    let bytes = span::bytes(text, &points).unwrap_or_default();
    let whole = whole(text, bytes.clone());
    if whole == bytes {
        Placement::At(points, how)
    } else {
        Placement::At(span::points(text, &whole), How::Near)
    }
}

/// The place that is better than all others; words at their old place need only be no worse.
fn clearly_best(places: &[Place]) -> Option<&Place> {
    let best = places
        .iter()
        .max_by_key(|place| (place.points, place.old))?;
    let others = places.iter().filter(|other| !std::ptr::eq(*other, best));
    let second = others.map(|other| other.points).max().unwrap_or(0);
    (best.old || best.points >= second + CLEARLY).then_some(best)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "عنوان الخبر\nقال الوزير إن الحرب انتهت قبل يومين في العاصمة.\n\
                        وأضاف أن الحكومة ستجتمع غدا للنظر في الميزانية الجديدة.\nوقال الناطق لا.";

    fn marked(quote: &str) -> Selector {
        let at = TEXT.find(quote).unwrap();
        let range = span::points(TEXT, &(at..at + quote.len()));
        Selector::mark(1, TEXT, range).unwrap()
    }

    #[track_caller]
    fn stands(selector: &Selector, text: &str) -> (String, How) {
        match place(selector, text) {
            Placement::At(range, how) => (text[span::bytes(text, &range).unwrap()].to_owned(), how),
            Placement::Orphan => panic!("it is an orphan"),
        }
    }

    #[test]
    fn on_its_own_version_it_stands_where_it_was_marked() {
        for quote in ["الحرب", "قال", "عنوان", "لا.", TEXT] {
            assert_eq!(stands(&marked(quote), TEXT), (quote.to_owned(), How::Same));
        }
    }

    #[test]
    fn it_moves_with_its_words() {
        let moved = format!("خبر عاجل\n{TEXT}");
        assert_eq!(
            stands(&marked("الحرب"), &moved),
            ("الحرب".into(), How::Only)
        );
        let twice = format!("الحرب مستمرة\n{TEXT}");
        assert_eq!(
            stands(&marked("الحرب"), &twice),
            ("الحرب".into(), How::Context)
        );
    }

    #[test]
    fn small_changes_of_its_words_do_not_lose_it() {
        let text = TEXT.replace("الحرب انتهت", "الحربُ إنتهت");
        let found = stands(&marked("الحرب انتهت قبل"), &text);
        assert_eq!(found, ("الحربُ إنتهت قبل".into(), How::Near));
        let text = TEXT.replace("ستجتمع غدا", "ستجتمع بعد غد");
        let found = stands(&marked("الحكومة ستجتمع غدا للنظر في الميزانية"), &text);
        assert_eq!(
            found,
            ("الحكومة ستجتمع بعد غد للنظر في الميزانية".into(), How::Near)
        );
    }

    #[test]
    fn what_is_gone_jumps_to_no_other_mention() {
        let text = TEXT.replace("قال الوزير إن الحرب انتهت قبل يومين في العاصمة.\n", "");
        for quote in ["الحرب", "قال", "قال الوزير إن الحرب انتهت"] {
            assert_eq!(place(&marked(quote), &text), Placement::Orphan, "{quote}");
        }
        let other = format!("{text}\nبدأ الكلام عن الحرب في كل مكان آخر من البلاد");
        assert_eq!(place(&marked("الحرب"), &other), Placement::Orphan);
    }

    #[test]
    fn nobody_says_which_of_two_copies_it_is() {
        let line = "وأضاف أن الحكومة ستجتمع غدا للنظر في الميزانية الجديدة.\n";
        let text = format!("خبر\n{}", TEXT.replace(line, &line.repeat(2)));
        assert_eq!(place(&marked(line.trim()), &text), Placement::Orphan);
    }

    #[test]
    fn hostile_texts_end() {
        let long = "أ ".repeat(100_000);
        let marked = format!("{}ب", &long[..long.len() / 2]);
        let selector = Selector::mark(1, &marked, 0..marked.chars().count() as u32 - 1).unwrap();
        let moved = format!("ب {long}");
        assert_eq!(place(&selector, &moved), Placement::Orphan);
        assert_eq!(place(&selector, ""), Placement::Orphan);
    }
}
