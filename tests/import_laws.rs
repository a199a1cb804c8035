//! What holds for every document, however broken?

use std::{
    fmt::Write,
    time::{Duration, Instant},
};

use hashiya::{
    article::{Article, Kind},
    import::{Form, Refusal, form, read},
};
use proptest::prelude::*;

const FORMS: [Form; 6] = [
    Form::Plain,
    Form::Markdown,
    Form::Html,
    Form::Json,
    Form::JsonLines,
    Form::JsonArray,
];

/// Lines of the kinds that pages are made of.
const LINES: [&str; 34] = [
    "",
    " ",
    "\u{a0}",
    "logo",
    "العالم",
    "الرئيسية - اقتصاد - عودة القوارب إلى الميناء",
    "عودة القوارب إلى الميناء",
    "عودة القوارب إلى الميناء القديم بعد شهرين من الغياب",
    "قوارب عند الرصيفالمصدر: رويترز",
    "20 يونيو 2025، 5:00 م",
    " date 2025-10-03 عودة القوارب",
    "22 نوفمبر, 2018 - 11:31:00 عادت القوارب إلى الميناء القديم صباح أمس بعد غياب طال شهرين كاملين وفرح الناس.",
    "عودة القوارب إلى الميناء القديم بعد شهرين من الغياب 22 نوفمبر, 2018 - 11:31:00 عادت القوارب إلى الميناء القديم صباح أمس.",
    "8 mins read",
    "9485",
    "كتب: سعيد منصور",
    "سلمى حداد",
    "عادت القوارب إلى الميناء القديم صباح أمس بعد غياب طال شهرين كاملين، وقال الصيادون إن البحر كان كريما معهم هذه المرة.",
    "وقال شيخ الصيادين إن الموسم المقبل سيكون أفضل إذا سمحت الرياح بذلك ولم تتأخر الشباك الجديدة.",
    "باب قصير",
    "هل يعود الموسم؟",
    "* سؤال طويل عن البحر والناس؟",
    "- جواب قصير.",
    "أخبار ذات صلة",
    "خبر آخر عن مدينة بعيدة",
    "اقرأ أيضا: خبر ثالث",
    "شارك الخبر",
    "جميع الحقوق محفوظة © 2031 دار ما",
    "يا دارُ أينَ الذي قد كان يسكنها *** وأينَ نارٌ على الشطين موقدُها",
    "خبر أول    خبر ثان    خبر ثالث    خبر رابع طويل",
    "ﻣﺮﺣﺒﺎ ﺑﻜﻢ",
    "نص\u{1b}[31m أحمر\u{7}",
    "— سعيد (@said) March 3, 2025",
    "---",
];

fn squeeze(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Every line of the page stands in the blocks, in order.
fn loses_nothing(page: &str, article: &Article) -> Result<(), String> {
    let all: String = article.blocks.iter().map(|b| squeeze(&b.text)).collect();
    (all == squeeze(page))
        .then_some(())
        .ok_or_else(|| format!("{all}\n{}", squeeze(page)))
}

fn is_sound(article: &Article) {
    assert!(!article.meta.title.is_empty());
    for block in &article.blocks {
        let code = block.kind == Kind::Code;
        assert!(
            !block
                .text
                .chars()
                .any(|c| c.is_control() && !(code && c == '\n')),
            "{block:?}"
        );
        assert!(!block.text.trim().is_empty());
        let length = block.text.chars().count() as u32;
        let mut start = 0;
        for span in &block.spans {
            assert!(
                span.range.start < span.range.end && span.range.end <= length,
                "{block:?}"
            );
            assert!(span.range.start >= start, "{block:?}");
            start = span.range.start;
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 400,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = form(&bytes, Some("a.md"));
        for form in FORMS {
            if let Ok(reading) = read(&bytes, form, None) {
                is_sound(&reading.article);
            }
        }
    }

    #[test]
    fn any_text_is_read(text in "\\PC{0,80}(\n[ \ta-zء-ي*_`#>0-9.:/\\[\\]()<&;-]{0,60}){0,8}") {
        for form in FORMS {
            if let Ok(reading) = read(text.as_bytes(), form, None) {
                is_sound(&reading.article);
            }
        }
    }

    #[test]
    fn no_line_is_lost_however_lines_are_mixed(picks in proptest::collection::vec(0..LINES.len(), 1..40)) {
        let page: Vec<&str> = picks.iter().map(|p| LINES[*p]).collect();
        let page = page.join("\n");
        match read(page.as_bytes(), Form::Plain, None) {
            Ok(reading) => {
                is_sound(&reading.article);
                let plain = page.replace("ﻣﺮﺣﺒﺎ ﺑﻜﻢ", "مرحبا بكم");
                loses_nothing(&plain, &reading.article).unwrap();
                let again = read(page.as_bytes(), Form::Plain, None).unwrap();
                prop_assert_eq!(reading, again);
            }
            Err(refusal) => prop_assert_eq!(refusal, Refusal::Empty),
        }
    }
}

/// Reading takes time in proportion to the length: each of these is some megabytes.
#[test]
fn hostile_documents_take_linear_time() {
    let word = "كلمة ";
    let short = "سطر قصير بلا نقطة\n";
    let prose = "عادت القوارب إلى الميناء القديم صباح أمس بعد غياب طال شهرين، وقال الصيادون إن البحر كريم.\n";
    let mut pairs = String::new();
    for n in 0..50_000 {
        writeln!(pairs, "عنوان مختلف رقم {n} هنا").unwrap();
    }
    let documents = [
        ("marks", format!("ب{}", "\u{64e}".repeat(1_000_000))),
        ("one line", word.repeat(1_100_000)),
        ("one word", "ك".repeat(5_000_000)),
        ("short lines", short.repeat(100_000)),
        (
            "different lines and prose",
            format!("{pairs}{prose}{pairs}"),
        ),
        ("prose", prose.repeat(30_000)),
        ("dates", "20 يونيو 2025\n".repeat(100_000)),
        ("labels", "أخبار ذات صلة\nخبر\n".repeat(50_000)),
        (
            "marks of markdown",
            "> - *a* [b](c) `d` **e**\n".repeat(20_000),
        ),
        ("nested marks", "> ".repeat(20_000)),
        ("tags", "<b><i><p>".repeat(100_000)),
        ("open brackets", "[".repeat(200_000)),
    ];
    for (name, document) in documents {
        for form in [Form::Plain, Form::Markdown, Form::Html] {
            let start = Instant::now();
            if let Ok(reading) = read(document.as_bytes(), form, None) {
                assert!(!reading.article.meta.title.is_empty());
            }
            let took = start.elapsed();
            println!("{name} {form:?}: {took:?}");
            assert!(
                took < Duration::from_secs(20),
                "{name} as {form:?} took {took:?}"
            );
        }
    }
}
