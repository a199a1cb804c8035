//! Do rows begin and end where a reader of Arabic expects it, at any width?

use hashiya::text::{Direction, Typesetter};

/// The rows of a text, in logical order.
fn rows(text: &str, width: usize) -> Vec<String> {
    let paragraph = Typesetter::default().set(text, Direction::Rtl, &[]);
    let rows = paragraph.wrap(width);
    rows.iter()
        .map(|row| text[paragraph.span(row.shown()).0].to_owned())
        .collect()
}

const TEXTS: [&str; 6] = [
    "قال الوزير: «لن نعود»، ثم مضى (إلى بيته)؛ أحقًا؟ نعم! بلغت ٥٪ في عام 2024/2025.",
    "في ٢٠٢٤-١٠-٠٧ زادت 5,5% وقال أ.د. سالم إن «الأمر» انتهى … ولم يعد [كذا] إلى ما كان.",
    "﴿اقرأ باسم ربك﴾ [العلق: ١]، وهي أول ما نزل؛ كذا في المتن والحاشية.",
    "نحو 30 كم شمال المدينة – وهي بعيدة – وفي سنة 61 هـ، ثم الـ 80 عامًا و 12 مليون دولار.",
    "راجع https://example.org/a/b?c=d أو اكتب إلى a@example.org في الساعة 10:30 م.",
    "عنوان: شبكة دعم متبادلة.. تحالف جديد يعيد رسم الخريطة؟!",
];

#[test]
fn no_row_begins_with_a_closing_sign_or_ends_with_an_opening_one() {
    for text in TEXTS {
        let longest = text
            .split_whitespace()
            .map(|w| w.chars().count())
            .max()
            .unwrap();
        for width in longest..60 {
            for row in rows(text, width) {
                assert!(
                    !row.starts_with(['،', '؛', '؟', '.', '!', '»', ')', '…', '٪', '%', '﴾', ':']),
                    "{row} at {width}"
                );
                assert!(!row.ends_with(['«', '(', '[', '﴿']), "{row} at {width}");
            }
        }
    }
}

#[test]
fn what_belongs_together_stays_together_where_there_is_room() {
    for (whole, text) in [
        ("2024/2025", TEXTS[0]),
        ("٢٠٢٤-١٠-٠٧", TEXTS[1]),
        ("5,5%", TEXTS[1]),
        ("أ.د. سالم", TEXTS[1]),
        ("30 كم", TEXTS[3]),
        ("المدينة –", TEXTS[3]),
        ("61 هـ،", TEXTS[3]),
        ("الـ 80", TEXTS[3]),
        ("و 12", TEXTS[3]),
        ("10:30 م.", TEXTS[4]),
        ("؟!", TEXTS[5]),
    ] {
        for width in 24..60 {
            assert!(
                rows(text, width).iter().any(|row| row.contains(whole)),
                "{whole} at {width}"
            );
        }
    }
}

#[test]
fn what_does_not_fit_breaks_at_ties_then_anywhere() {
    assert_eq!(rows("قال د. سالم", 7), ["قال", "د. سالم"]);
    assert_eq!(rows("قال د. سالم", 6), ["قال", "د.", "سالم"]);
    assert_eq!(rows("أبتثجحخدذ", 4), ["أبتث", "جحخد", "ذ"]);
}
