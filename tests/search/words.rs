//! Is found what is searched for, and shown as it was asked?

use std::path::Path;

use hashiya::text::fold;
use serde_json::Value;

use super::{
    program::Shelf,
    sample::{
        ASH, BREAD, ECHO, LAVA, MATCH, REPRINT, SLEEP, TREATY, VISIT, asked, id, names, objects,
        set, shelf,
    },
};

fn sorted<const N: usize>(mut names: [&str; N]) -> [&str; N] {
    names.sort_unstable();
    names
}

/// What a snippet has between the code points of its hits.
fn marked(found: &Value) -> Vec<String> {
    let snippet: Vec<char> = found["snippet"].as_str().unwrap().chars().collect();
    let hits = found["hits"].as_array().unwrap();
    let hits = hits.iter().map(|hit| {
        let [start, end] = [0, 1].map(|at| hit[at].as_u64().unwrap() as usize);
        assert_eq!(hit.as_array().unwrap().len(), 2);
        snippet[start..end].iter().collect()
    });
    hits.collect()
}

#[test]
fn what_is_found_has_every_field_and_hits_that_point_at_the_words() {
    let shelf = shelf();
    let found = asked(&shelf, &["search", "معاهدة"]);
    assert_eq!(set(&found), sorted([VISIT, TREATY, REPRINT, ECHO]));
    let listed = asked(&shelf, &["list"]);
    let mut last = f64::INFINITY;
    for found in &found {
        let own = listed.iter().find(|own| own["id"] == found["id"]).unwrap();
        for key in ["source_id", "title", "source", "date"] {
            assert_eq!(found[key], own[key], "{key}");
        }
        let score = found["score"].as_f64().unwrap();
        assert!(score > 0.0 && score <= last, "{score} after {last}");
        last = score;
        let words = marked(found);
        assert!(!words.is_empty());
        for word in words {
            assert!(fold(&word).contains("معاهد"), "{word}");
        }
    }
}

#[test]
fn a_word_is_found_however_it_is_spelled_and_shown_as_its_author_did() {
    let shelf = shelf();
    for query in ["بيونغ يانغ", "بيونغيانغ", "بِيُونْغ يَانْغ"] {
        let found = asked(&shelf, &["search", query]);
        assert_eq!(
            set(&found),
            sorted([VISIT, TREATY, REPRINT, ECHO]),
            "{query}"
        );
    }
    // a word that is split is not spelled otherwise too
    let found = asked(&shelf, &["search", "بيونجيانج"]);
    for name in [TREATY, ECHO] {
        assert!(names(&found).contains(&name), "{name}");
    }
    for query in ["بوتين", "بوتن"] {
        let found = asked(&shelf, &["search", query]);
        assert_eq!(
            set(&found),
            sorted([VISIT, TREATY, REPRINT, ECHO]),
            "{query}"
        );
    }
    let found = asked(&shelf, &["search", "اتنا"]);
    assert_eq!(set(&found), sorted([LAVA, ASH]));
    let words: Vec<Vec<String>> = found.iter().map(marked).collect();
    assert!(
        words.iter().flatten().any(|word| word == "إتنا"),
        "{words:?}"
    );
    let found = asked(&shelf, &["search", "المسؤول الكوري"]);
    assert!(names(&found).contains(&ECHO), "{found:?}");
}

#[test]
fn all_words_are_wanted_and_some_are_said_to_be_some() {
    let shelf = shelf();
    let found = asked(&shelf, &["search", "بركان", "صقلية", "كيلومترات"]);
    assert_eq!(names(&found), [ASH]);
    assert_eq!(found, asked(&shelf, &["search", "بركان صقلية كيلومترات"]));
    let run = shelf.run(["search", "--json", "--", "بركان", "صقلية كيلومترات"]);
    assert_eq!(found, objects(&run));
    let run = shelf.run(["search", "معاهدة إتنا", "--json"]);
    assert_eq!(run.code, 0);
    assert!(!objects(&run).is_empty());
    assert!(run.err.contains("No article holds all"), "{}", run.err);
    assert_eq!(run.err.lines().count(), 1);
}

#[test]
fn quotes_ask_for_these_letters_in_this_order() {
    let shelf = shelf();
    for query in ["\"مجلس الأمن\"", "«مجلس الأمن»", "“مجلس الامن”", "\"مجلس الأمن"]
    {
        assert_eq!(names(&asked(&shelf, &["search", query])), [ECHO], "{query}");
    }
    for query in ["\"الأمن مجلس\"", "\"مجالس الأمن\"", "\"مجلس أمن\""] {
        assert_eq!(
            asked(&shelf, &["search", query]),
            [Value::Null; 0],
            "{query}"
        );
    }
    let found = asked(&shelf, &["search", "\"بيونغ يانغ\""]);
    assert_eq!(set(&found), sorted([VISIT, REPRINT]));
    assert_eq!(set(&asked(&shelf, &["search", "=علي"])), [BREAD]);
    assert!(!names(&asked(&shelf, &["search", "=على"])).contains(&BREAD));
}

#[test]
fn what_is_negated_is_not_found() {
    let shelf = shelf();
    let visits = sorted([VISIT, REPRINT]);
    for words in [
        &["search", "معاهدة -سيول"][..],
        &["search", "معاهدة −سيول"],
        &["search", "معاهدة ليس:سيول"],
        &["search", "-سيول معاهدة"],
        &["search", "-سيول", "معاهدة", "-n", "5"],
        &["search", "معاهدة -\"وأبدت سيول\" -السفير"],
    ] {
        assert_eq!(set(&asked(&shelf, words)), visits, "{words:?}");
    }
    let run = shelf.run(["search", "--json", "--", "معاهدة", "-سيول"]);
    assert_eq!(set(&objects(&run)), visits);
    let run = shelf.run(["search", "معاهدة", "-سيول"]);
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert!(run.err.contains("“--”"), "{}", run.err);
}

#[test]
fn fields_and_dates_say_where_and_when() {
    let shelf = shelf();
    for (query, expected) in [
        ("source:المرصد", &sorted([VISIT, ECHO, LAVA])[..]),
        ("مصدر:المرصد معاهدة", &sorted([VISIT, ECHO])),
        ("معاهدة -مصدر:المرصد", &sorted([TREATY, REPRINT])),
        ("مصدر:\"صدى الشرق\"", &sorted([TREATY, ASH])),
        ("title:معاهدة", &sorted([TREATY, ECHO])),
        ("عنوان:صقلية", &sorted([LAVA, ASH])),
        ("معاهدة after:2024-06-20", &sorted([TREATY, ECHO])),
        (
            "معاهدة before:2024-06-21",
            &sorted([VISIT, TREATY, REPRINT]),
        ),
        ("معاهدة قبل:٢٠٢٤-٠٦-٢٠", &sorted([VISIT, REPRINT])),
        ("بعد:2025", &sorted([LAVA, ASH])),
        ("قبل:نوفمبر 2023", &[MATCH]),
        ("after:2023-11 before:2024", &[BREAD]),
        ("-معاهدة before:2024", &sorted([BREAD, MATCH])),
    ] {
        assert_eq!(set(&asked(&shelf, &["search", query])), expected, "{query}");
    }
}

#[test]
fn a_date_that_cannot_be_read_is_told_and_the_rest_is_searched() {
    let shelf = shelf();
    let run = shelf.run(["search", "معاهدة before:قريبًا", "--json"]);
    assert_eq!(run.code, 0);
    assert_eq!(set(&objects(&run)), sorted([VISIT, TREATY, REPRINT, ECHO]));
    assert!(
        run.err.contains("قريبًا") && run.err.contains("no date"),
        "{}",
        run.err
    );
    assert_eq!(run.err.lines().count(), 1);
    let alone = shelf.run(["search", "before:قريبًا", "--json"]);
    assert_eq!((alone.code, objects(&alone).len()), (0, 0));
}

#[test]
fn tags_and_notes_are_searched_with_the_text() {
    let shelf = shelf();
    let article = id(&shelf, VISIT);
    let tag = [
        "tag",
        &article,
        "قمة",
        "--quote",
        "سلّم الطائرة",
        "--note",
        "تُراجَع أسطورة المطار",
    ];
    assert_eq!(shelf.run(tag).code, 0);
    let whole = [
        "tag",
        &id(&shelf, BREAD),
        "مأكولات",
        "--article",
        "--note",
        "وصفة الجدّات",
    ];
    assert_eq!(shelf.run(whole).code, 0);
    for (query, expected) in [
        ("tag:قمة", VISIT),
        ("وسم:قمة معاهدة", VISIT),
        ("note:أسطورة", VISIT),
        ("ملاحظة:اسطوره", VISIT),
        ("أسطورة", VISIT),
        ("tag:مأكولات", BREAD),
        ("note:وصفة", BREAD),
    ] {
        assert_eq!(
            names(&asked(&shelf, &["search", query])),
            [expected],
            "{query}"
        );
    }
    let found = asked(&shelf, &["search", "note:أسطورة"]);
    assert_eq!(found[0]["in"], "note");
    assert_eq!(marked(&found[0]), ["أسطورة"]);
    let found = asked(&shelf, &["search", "معاهدة -tag:قمة"]);
    assert_eq!(set(&found), sorted([TREATY, REPRINT, ECHO]));
    assert_eq!(shelf.run(["undo"]).code, 0);
    assert_eq!(asked(&shelf, &["search", "note:وصفة"]), [Value::Null; 0]);
}

#[test]
fn so_many_are_printed_as_are_asked_for() {
    let shelf = shelf();
    let count = |n: &str| asked(&shelf, &["search", "معاهدة", "-n", n]).len();
    let counts = ["0", "1", "3", "4000000000", "18446744073709551615"].map(count);
    assert_eq!(counts, [0, 1, 3, 4, 4]);
    let all = asked(&shelf, &["search", "معاهدة"]);
    assert_eq!(asked(&shelf, &["search", "معاهدة", "-n", "2"]), all[..2]);
}

#[test]
fn what_is_found_is_printed_for_people() {
    let shelf = shelf();
    let run = shelf.run(["search", "بركان كيلومترات"]);
    let lines: Vec<&str> = run.out.lines().collect();
    assert_eq!(lines[0], "رحلات صقلية تعود بعد رماد بركان اتنا");
    assert!(lines[1].contains("صدى الشرق") && lines[1].contains("12 February 2025"));
    assert!(lines[1].contains(&id(&shelf, ASH)));
    assert!(lines[2].contains("كيلومترات"));
    assert!(!run.out.contains('\u{1b}') && lines.len() == 3);
    let coloured = shelf.run(["search", "بركان كيلومترات", "--color", "always"]);
    assert!(
        coloured.out.contains("\u{1b}[1mكيلومترات\u{1b}[22m"),
        "{}",
        coloured.out
    );
    let plain = coloured.out.replace("\u{1b}[1m", "");
    let plain = plain.replace("\u{1b}[2m", "").replace("\u{1b}[22m", "");
    assert_eq!(plain, run.out);
    let nothing = shelf.run(["search", "زرافة"]);
    assert_eq!((nothing.code, nothing.out.as_str()), (0, ""));
    assert_eq!(nothing.err, "No article of the library holds this.\n");
    assert_eq!(asked(&shelf, &["search", "زرافة"]), [Value::Null; 0]);
}

#[test]
fn what_the_library_does_not_hold_any_more_is_not_found() {
    let shelf = shelf();
    assert_eq!(names(&asked(&shelf, &["search", "الذاكرة"])), [SLEEP]);
    let article = id(&shelf, SLEEP);
    assert_eq!(shelf.run(["remove", &article]).code, 0);
    assert_eq!(asked(&shelf, &["search", "الذاكرة"]), [Value::Null; 0]);
    assert_eq!(shelf.run(["undo"]).code, 0);
    assert_eq!(names(&asked(&shelf, &["search", "الذاكرة"])), [SLEEP]);
    let bread = id(&shelf, BREAD);
    assert_eq!(
        shelf
            .run(["edit", &bread, "--title", "الخميرة القديمة"])
            .code,
        0
    );
    let found = asked(&shelf, &["search", "عنوان:خميرة"]);
    assert_eq!(
        (names(&found), marked(&found[0])),
        (vec![BREAD], vec!["الخميرة".to_owned()])
    );
    assert_eq!(asked(&shelf, &["search", "عنوان:حارات"]), [Value::Null; 0]);
}

#[test]
fn without_a_library_none_is_made() {
    let shelf = Shelf::new();
    for words in [
        &["search", "معاهدة"][..],
        &["search", "معاهدة", "--json"],
        &["related", "abcd"],
        &["related", &shelf.file("a.txt", "نص المقال هنا.")],
        &["story", "abcd"],
    ] {
        let run = shelf.run(words);
        assert_eq!((run.code, run.out.as_str()), (1, ""), "{words:?}");
        assert_eq!(run.err.lines().count(), 1, "{}", run.err);
    }
    assert!(!Path::new(&shelf.path("library")).exists());
}

#[test]
fn whatever_is_asked_is_answered() {
    let shelf = shelf();
    let long = "معاهدة ".repeat(1500);
    let letters = "م".repeat(10_000);
    let open = "\"معاهدة «صقلية ".repeat(400);
    let minus = "-".repeat(10_000);
    for query in [
        &long,
        &letters,
        &open,
        &minus,
        "",
        " ",
        "\"",
        "«",
        "\"\"",
        "=",
        "=\"",
        "-",
        "−",
        "title:",
        "tag:",
        "note:\"",
        "before:",
        "before:99999-99-99",
        "ليس:",
        "-title:-",
        "في من على إلى",
        "و",
        "؟!،؛.…«»",
        ".*+?^${}()|[]\\",
        "(معاهدة OR صقلية) AND body:*",
        "معاهدة~2^3 [a TO z] {* TO *}",
        "\u{200f}",
        "\u{200f}معاهدة\u{200e}\u{202e}",
        "\u{64e}\u{651}\u{640}",
        "\u{feff}",
        "a\u{1b}[2Jb\u{7}",
        "😀 👩\u{200d}👩\u{200d}👧",
        "%' OR 1=1; --",
        "\n\t\r\n",
    ] {
        let run = shelf.run(["search", "--json", "--", query]);
        let start: String = query.chars().take(40).collect();
        assert!([0, 1].contains(&run.code), "{start:?}: {run:?}");
        assert!(run.err.lines().count() <= 1, "{start:?}: {}", run.err);
        assert!(!run.err.contains("panicked") && !run.err.contains('\u{1b}'));
        if run.code == 0 {
            objects(&run);
        }
    }
}

#[test]
fn spellings_of_the_readers_own_are_found_and_a_line_that_joins_nothing_is_told() {
    let shelf = shelf();
    let settings = shelf.path("own/config.toml");
    let search = ["search", "كرات", "--json", "--config", &settings];
    assert_eq!(objects(&shelf.run(search)).len(), 0);
    // with commas a spelling may have several words; with blanks each is one
    let file = shelf.file("own/aliases.txt", "# مباريات\nكرات مباراة\nوحيدة\n");
    let run = shelf.run(search);
    assert_eq!(set(&objects(&run)), [MATCH]);
    assert!(
        run.err.contains(&file) && run.err.contains('3'),
        "{}",
        run.err
    );
    assert_eq!((run.code, run.err.lines().count()), (0, 1));
    shelf.file("own/aliases.txt", "كرات، مباراة\n");
    assert_eq!(shelf.run(search).err, "");
}
