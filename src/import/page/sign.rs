//! What do single lines show by their signs alone?

use std::borrow::Cow;

use super::line::{End, Line, Shape};
use crate::import::{letter::is_letter, word::WORDS};
use crate::text::fold;

/// Marks of quotation that open and close a line.
const QUOTES: [(char, char); 4] = [('"', '"'), ('“', '”'), ('«', '»'), ('”', '“')];

/// A quotation set apart has so many words or more; a heading in marks has fewer.
const QUOTED: usize = 4;

/// A line wholly within one pair of quotation marks.
pub fn is_quoted(line: &Line) -> bool {
    let text = line.text.trim_end_matches(['.', '،', ' ']);
    line.words >= QUOTED
        && QUOTES.iter().any(|(open, close)| {
            let inner = text.strip_prefix(*open);
            inner
                .and_then(|t| t.strip_suffix(*close))
                .is_some_and(|t| !t.contains([*open, *close]))
        })
}

/// Whether a sentence ends within the line: a stop after a word, and another word.
pub fn has_inner_stop(line: &Line) -> bool {
    let mut words = line.text.split_whitespace().peekable();
    while let Some(word) = words.next() {
        let bare = word.trim_end_matches(['.', '»', '"', '”']);
        let stop = word.ends_with('.') || word.ends_with(".»") || word.ends_with(".\"");
        let sentence =
            stop && !word.contains("..") && bare.chars().filter(|c| is_letter(*c)).count() >= 3;
        if sentence && !bare.contains('.') && words.peek().is_some() {
            return true;
        }
    }
    false
}

/// A line of small Latin letters in an Arabic page: an advert's or a button's.
pub fn is_latin_scrap(line: &Line) -> bool {
    (2..=8).contains(&line.words)
        && line.shape == Shape::Short
        && line.text.chars().any(|c| c.is_ascii_lowercase())
        && line
            .text
            .chars()
            .all(|c| c.is_ascii_lowercase() || " -.…".contains(c))
}

/// The name of the site with what it is: «مدونة …», «صحيفة …».
pub fn is_masthead(line: &Line) -> bool {
    let first = line.folded().split_whitespace().next().unwrap_or_default();
    (2..=5).contains(&line.words)
        && line.end == End::Open
        && WORDS.outlets.contains(first)
        && !line.text.contains([':', '،', '"', '«', '.'])
}

/// Whether the line ends in an outlet's name in brackets.
pub fn ends_in_outlet(line: &Line) -> bool {
    let text = line.text.trim_end_matches(['.', ' ']);
    let inner = text
        .strip_suffix([')', ']'])
        .and_then(|t| t.rsplit_once(['(', '[']));
    inner.is_some_and(|(before, name)| {
        let words = name.split_whitespace().count();
        (1..=3).contains(&words)
            && before.split_whitespace().count() >= 3
            && name.chars().all(|c| is_letter(c) || " .-".contains(c))
            && name
                .split_whitespace()
                .all(|w| !WORDS.not_names.contains(&fold(w)))
    })
}

/// Whether the line tells of the site's own time and makers.
pub fn is_clock(line: &Line) -> bool {
    let folded = line.folded();
    line.words <= 40
        && folded.contains(|c: char| c.is_ascii_digit() || ('٠'..='٩').contains(&c))
        && WORDS
            .clock_signs
            .iter()
            .any(|sign| folded.contains(sign.as_str()))
}

/// The line with «12 - 03 - 2014» written as `12-03-2014`.
pub fn closed_up(text: &str) -> Cow<'_, str> {
    const SIGN: &str = " - ";
    if text.matches(SIGN).count() < 2 {
        return Cow::Borrowed(text);
    }
    let parts: Vec<&str> = text.split(SIGN).collect();
    let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    for at in 1..parts.len() - 1 {
        let (before, month, after) = (parts[at - 1], parts[at], parts[at + 1]);
        let day = before.rsplit(' ').next().unwrap_or_default();
        let year = after.split(' ').next().unwrap_or_default();
        let date = [day, month, year]
            .iter()
            .all(|p| !p.is_empty() && digits(p));
        if date
            && month.len() <= 2
            && (day.len() <= 2 && year.len() == 4 || day.len() == 4 && year.len() <= 2)
        {
            let head = parts[..at].join(SIGN);
            let tail = parts[at + 1..].join(SIGN);
            return Cow::Owned(format!("{head}-{month}-{tail}"));
        }
    }
    Cow::Borrowed(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str) -> Line {
        Line::new(text, None, 0)
    }

    #[test]
    fn lines_show_what_they_are() {
        assert!(is_quoted(&line("«لن نبيع الخلايا مهما ارتفع ثمن العسل»")));
        assert!(!is_quoted(&line("«العسل» في السوق و«الشمع» في الدكان")));
        assert!(has_inner_stop(&line("باع النحل كله. ثم ندم")));
        assert!(!has_inner_stop(&line("سوق النحل.. عودة بعد أعوام")));
        assert!(!has_inner_stop(&line("زيارة د. سامي إلى الوادي")));
        assert!(is_latin_scrap(&line("skip this advert")));
        assert!(!is_latin_scrap(&line("Honey Market News")));
        assert!(is_masthead(&line("صحيفة الوادي الأخضر")));
        assert!(ends_in_outlet(&line("خلايا نحل على سفح الجبل (الوادي نت)")));
        assert!(!ends_in_outlet(&line("سوق العسل يعود إلى الوادي (فيديو)")));
        assert_eq!(closed_up("يوم 02 - 05 - 2016"), "يوم 02-05-2016");
        assert_eq!(closed_up("مال - أعمال - 2016"), "مال - أعمال - 2016");
    }
}
