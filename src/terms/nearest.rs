//! Where does a text come nearest to certain words?

use std::collections::HashMap;

use super::Analyser;

/// The code point at which the line of a text begins that these terms weigh most in, by how
/// many words it has; none where none of them is in it.
pub fn nearest(text: &str, terms: &[(String, f32)], analyser: &mut Analyser) -> Option<u32> {
    let weights: HashMap<&str, usize> = terms
        .iter()
        .enumerate()
        .map(|(at, (term, _))| (term.as_str(), at))
        .collect();
    let mut best = None;
    let mut most = 0.0;
    let mut start = 0;
    let mut met = vec![0; terms.len()];
    for (line, number) in text.split_inclusive('\n').zip(1..) {
        let mut sum = 0.0;
        let mut words = 0_u16;
        analyser.words(line, |word| {
            words = words.saturating_add(1);
            // a word counts once a line
            if let Some(at) = weights.get(word.forms.term.as_str())
                && std::mem::replace(&mut met[*at], number) != number
            {
                sum += terms[*at].1;
            }
        });
        // a short line says less than its share of words; a long one has more of them by chance
        let weight = sum / (f32::from(words) + 16.0).sqrt();
        if weight > most {
            most = weight;
            best = Some(start);
        }
        start += line.chars().count() as u32;
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(text: &str, terms: &[(&str, f32)]) -> Option<u32> {
        let terms: Vec<(String, f32)> = terms
            .iter()
            .map(|(term, weight)| ((*term).to_owned(), *weight))
            .collect();
        nearest(text, &terms, &mut Analyser::default())
    }

    #[test]
    fn the_line_with_the_weightiest_terms_is_nearest() {
        let text = "عنوان\nقال الوزير كلاما\nوقعت الهدنة في القاهرة\nوزير وزير وزير وزير";
        assert_eq!(near(text, &[("وزير", 1.0), ("هدن", 2.0)]), Some(23));
        assert_eq!(near(text, &[("وزير", 1.0), ("كلام", 1.0)]), Some(6));
    }

    #[test]
    fn a_text_without_them_has_no_such_line() {
        assert_eq!(near("سطر\nوسطر", &[("هدن", 1.0)]), None);
        assert_eq!(near("", &[("هدن", 1.0)]), None);
        assert_eq!(near("سطر", &[]), None);
    }
}
