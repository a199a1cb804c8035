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
//!    then bit by bit in parallel), or where the beginning and, not far behind, the end do,
//!    each trimmed to words of the quote; those of step 2 too. The one that is clearly better
//!    than all others and has enough in common: **near**, or as in step 2.
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
//!   in ten may differ or be lost between sides that are known, half as many elsewhere). What
//!   was put in between stays, up to the length of the quote.
//! - Its first and its last word are the quote's, but for fewer than a third of their letters.
//! - No 24 letters of the quote in a row that it lacks stand elsewhere in the text.
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
//!   them at most 614 may differ, and at most 512 be put in.
//! - A part of the words that was moved elsewhere makes an orphan of the rest: nobody says
//!   which of both is meant.

use std::ops::Range;

use super::{
    How, Placement, Selector,
    ground::Ground,
    loose::occurrences,
    sides::{Place, Sides},
    span,
};
use crate::text::whole;

/// More places than this are too many to tell apart.
pub(super) const MOST: usize = 4096;
/// Letters in common around a place that show that it is the old one.
pub(super) const KNOWN: usize = 16;
/// Of 920 points: how much better the best must be than the second.
const CLEARLY: usize = 60;

/// Where what was marked stands in a text, in code points of it.
pub fn place(selector: &Selector, text: &str) -> Placement {
    if let Some(bytes) = stands(selector, text) {
        return settled(text, bytes, How::Same);
    }
    let Some(exact) = exactly(selector, text) else {
        return Placement::Orphan;
    };
    if let [(start, bytes)] = &exact[..]
        && *start == selector.start
    {
        return settled(text, bytes.clone(), How::Same);
    }
    let sides = Sides::new(selector, text);
    let mut places: Vec<Place> = exact
        .into_iter()
        .map(|(start, bytes)| sides.exact(text, bytes, start))
        .collect();
    let alone = places.len() == 1;
    let enough = KNOWN.min(sides.len().div_ceil(2));
    let known = clearly_best(&places).filter(|best| best.around >= enough);
    let best = if known.is_some() {
        known
    } else {
        let ground = Ground::new(selector, &sides, text);
        let Some(near) = ground.near(&places) else {
            return Placement::Orphan;
        };
        places.extend(near);
        clearly_best(&places).filter(|best| best.old || ground.accepts(best))
    };
    let Some(best) = best else {
        return Placement::Orphan;
    };
    let how = match best {
        Place { old: true, .. } => How::Same,
        Place { exact: true, .. } if alone => How::Only,
        Place { exact: true, .. } => How::Context,
        _ => How::Near,
    };
    settled(text, span::bytes(text, &best.span).unwrap_or_default(), how)
}

/// The bytes of the words at their place, if what stood before or after them is there too.
fn stands(selector: &Selector, text: &str) -> Option<Range<usize>> {
    let start = span::bytes(text, &(selector.start..selector.start))?.start;
    let (before, after) = text.split_at(start);
    let after = after.strip_prefix(selector.quote.as_str())?;
    let (prefix, suffix) = (&*selector.prefix, &*selector.suffix);
    let known = (!prefix.is_empty() && before.ends_with(prefix))
        || (!suffix.is_empty() && after.starts_with(suffix))
        || (prefix.is_empty() && suffix.is_empty());
    known.then(|| start..start + selector.quote.len())
}

/// Where the very words stand, as words where they were marked as words: their first code
/// point, and their bytes. None where they are too many.
fn exactly(selector: &Selector, text: &str) -> Option<Vec<(u32, Range<usize>)>> {
    let quote = selector.quote.as_str();
    let (begins, ends) = selector.word_edges();
    let mut found = Vec::new();
    let (mut byte, mut point) = (0, 0);
    for start in occurrences(text.as_bytes(), quote.as_bytes()) {
        point += text[byte..start].chars().count() as u32;
        byte = start;
        let end = start + quote.len();
        let within = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        if (begins && within(text[..start].chars().next_back()))
            || (ends && within(text[end..].chars().next()))
        {
            continue;
        }
        if found.len() == MOST {
            return None;
        }
        found.push((point, start..end));
    }
    Some(found)
}

/// Some words, found in this way; only nearly the same where they cut a cluster there.
fn settled(text: &str, bytes: Range<usize>, how: How) -> Placement {
    let whole = whole(text, bytes.clone());
    let how = if whole == bytes { how } else { How::Near };
    Placement::At(span::points(text, &whole), how)
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
        marked_in(TEXT, quote)
    }

    fn marked_in(text: &str, quote: &str) -> Selector {
        let at = text.find(quote).unwrap();
        let range = span::points(text, &(at..at + quote.len()));
        Selector::mark(1, text, range).unwrap()
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

    /// A paragraph that has nothing to do with any other here.
    const FOREIGN: &str =
        "تحدثت الشرطة المحلية عن حريق كبير في مصنع للنسيج صباح الثلاثاء، دون إصابات تذكر.";

    #[test]
    fn a_paragraph_put_in_between_leaves_both_ends_their_own() {
        let first = "قال رئيس الوزراء إن المفاوضات بلغت مرحلتها الأخيرة وإن الاتفاق قريب جدا.";
        let second = "ونفت المعارضة ذلك وطالبت بانتخابات مبكرة في الربيع.";
        let third = "وأضاف الناطق أن لا جديد.";
        let old = format!("عنوان\n{first}\n{second}\n{third}");
        let quote = format!("{first}\n{second}\nوأضاف ا");
        let selector = marked_in(&old, &quote);
        let new = format!("عنوان\n{first}\n{FOREIGN}\n{second}\n{third}");
        let whole = format!("{first}\n{FOREIGN}\n{second}\nوأضاف ا");
        assert_eq!(stands(&selector, &new), (whole, How::Near));
        // without its second half, what comes behind is none of its own
        let new = format!("عنوان\n{first}\n{FOREIGN}\nوأشار الناطق إلى ذلك.");
        assert_eq!(place(&selector, &new), Placement::Orphan);
        // a half that stands too far away is not left behind
        let (_, end) = second.split_at(second.find(" في").unwrap());
        let selector = marked_in(&old, &format!("{first}\n{}", second.replace(end, "")));
        let new = format!(
            "عنوان\n{first}\n{}{second}",
            [FOREIGN, "\n"].concat().repeat(3)
        );
        assert_eq!(place(&selector, &new), Placement::Orphan);
    }

    #[test]
    fn no_letters_of_a_foreign_word_are_taken() {
        let caption = "عرض عسكري في بيونغ يانغالمصدر: رويترز";
        let rest = "في مشهد لافت حضره الزعيم الكوري الشمالي وكبار الضيوف.";
        let old = format!("كوريا الشمالية تستعرض قوتها\n{caption}\n{rest}");
        let selector = marked_in(&old, &format!("{caption}\nفي مشهد ل"));
        let new = format!("كوريا الشمالية تستعرض قوتها\n{caption}\n{FOREIGN}\n{rest}");
        assert_eq!(stands(&selector, &new), (caption.into(), How::Near));
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
