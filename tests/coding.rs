//! Do the commands on passages, tags and notes keep the contract, with the real program?

mod program;

use std::fs;

use program::{Run, Shelf};
use serde_json::{Value, json};

const TEXT: &str = "# عنوان الخبر\n\nقال الوزير إن الاتفاق وُقّع يوم الخميس في العاصمة.\n\nوأضاف الوزير أن التفاصيل ستعلن قريبا.\n";

/// A library with one article, and the article's id.
fn shelf() -> (Shelf, String) {
    let shelf = Shelf::new();
    let file = shelf.file("a.md", TEXT);
    shelf.run(["add", &file]);
    let id = shelf.ids().pop().unwrap();
    (shelf, id)
}

#[track_caller]
fn json(run: &Run) -> Value {
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    serde_json::from_str(&run.out).unwrap()
}

/// Tags a quote.
fn tagged(shelf: &Shelf, article: &str, quote: &str, tags: &[&str]) -> Value {
    let words = [&["tag", article], tags, &["--quote", quote, "--json"]].concat();
    json(&shelf.run(words))
}

fn passages<const N: usize>(shelf: &Shelf, words: [&str; N]) -> Vec<Value> {
    let run = shelf.run([&["passages", "--json"], &words[..]].concat());
    json(&run).as_array().unwrap().clone()
}

fn text(shelf: &Shelf, article: &str) -> Vec<char> {
    let shown = json(&shelf.run(["show", article, "--json"]));
    shown["text"].as_str().unwrap().chars().collect()
}

#[track_caller]
fn refused(run: &Run, code: i32, parts: &[&str]) {
    assert_eq!((run.code, run.out.as_str()), (code, ""), "{}", run.err);
    assert_eq!(run.err.lines().count(), 1, "{}", run.err);
    for part in parts {
        assert!(run.err.contains(part), "{part}: {}", run.err);
    }
}

#[test]
fn a_passage_is_made_printed_and_listed_with_every_field() {
    let (shelf, id) = shelf();
    let made = json(&shelf.run([
        "tag",
        &id,
        "سياسة",
        "اتفاقات دولية",
        "--quote",
        "الاتفاق وقع",
        "--note",
        "مهم",
        "--json",
    ]));
    assert_eq!(made["article"], id.as_str());
    // the text's own words, marks and all
    assert_eq!(made["quote"], "الاتفاق وُقّع");
    assert_eq!(made["text"], made["quote"]);
    assert_eq!(made["tags"], json!(["سياسة", "اتفاقات دولية"]));
    assert_eq!(made["note"], "مهم");
    assert_eq!(
        (&made["state"], &made["colour"]),
        (&json!("placed"), &json!("blue"))
    );
    let text = text(&shelf, &id);
    let (start, end) = (
        made["start"].as_u64().unwrap(),
        made["end"].as_u64().unwrap(),
    );
    let there: String = text[start as usize..end as usize].iter().collect();
    assert_eq!(made["quote"], there);
    let before: String = text[..start as usize].iter().collect();
    assert!(before.ends_with(made["prefix"].as_str().unwrap()));
    for key in ["id", "suffix", "coder", "created", "modified"] {
        assert!(made[key].is_string(), "{key}");
    }
    assert_eq!(passages(&shelf, []), std::slice::from_ref(&made));
    let listed = json(&shelf.run(["list", "--json"]));
    assert_eq!(listed[0]["passages"], 1);
    assert_eq!(listed[0]["tags"], json!(["اتفاقات دولية", "سياسة"]));
    let line = shelf.run(["passages"]).out;
    assert_eq!(line.lines().count(), 1);
    assert!(
        line.contains("الاتفاق وُقّع | #سياسة") && line.contains("مهم"),
        "{line}"
    );
}

#[test]
fn a_span_is_taken_by_its_numbers_and_widened_to_clusters() {
    let (shelf, id) = shelf();
    let text: String = text(&shelf, &id).into_iter().collect();
    let at = text[..text.find("وُقّع").unwrap()].chars().count();
    let (start, end) = (at.to_string(), (at + 3).to_string());
    let made = json(&shelf.run(["tag", &id, "و", "--start", &start, "--end", &end, "--json"]));
    assert_eq!(made["quote"], "وُقّ");
    // always a new one, also on the same span
    let again = json(&shelf.run(["tag", &id, "و", "--start", &start, "--end", &end, "--json"]));
    assert_ne!(made["id"], again["id"]);
    assert_eq!(passages(&shelf, []).len(), 2);
    let run = shelf.run(["tag", &id, "و", "--start", "5", "--end", "99999"]);
    refused(&run, 1, &["99999"]);
}

#[test]
fn a_quote_that_is_missing_or_not_alone_says_what_was_found() {
    let (shelf, id) = shelf();
    let many = shelf.run(["tag", &id, "و", "--quote", "الوزير"]);
    refused(
        &many,
        1,
        &["2 places", "--prefix", "16–22", "وأضاف الوزير أن"],
    );
    let one = [
        "tag",
        &id,
        "و",
        "--quote",
        "الوزير",
        "--prefix",
        "وأضاف",
        "--json",
    ];
    assert_eq!(json(&shelf.run(one))["quote"], "الوزير");
    let elsewhere = ["tag", &id, "و", "--quote", "الاتفاق", "--prefix", "وأضاف"];
    refused(&shelf.run(elsewhere), 1, &["come near", "إن الاتفاق وُقّع"]);
    let near = "قال الوزير إن الإتفاق وقع يوم الخميس في عاصمة";
    refused(
        &shelf.run(["tag", &id, "و", "--quote", near]),
        1,
        &["come near", "وُقّع"],
    );
    let missing = shelf.run(["tag", &id, "و", "--quote", "لا شيء كهذا"]);
    refused(&missing, 1, &["does not stand", "hashiya show"]);
    let empty = shelf.run(["tag", &id, "و", "--quote", " "]);
    refused(&empty, 1, &["The quote is empty"]);
    assert_eq!(passages(&shelf, []).len(), 1);
    // nothing was made by what failed
    assert_eq!(
        json(&shelf.run(["tags", "--json"]))
            .as_array()
            .unwrap()
            .len(),
        1
    );
}

#[test]
fn wrong_uses_are_told() {
    let (shelf, id) = shelf();
    for words in [
        &["tag", &id, "و"][..],
        &["tag", &id, "--quote", "الاتفاق"],
        &["tag", &id, "و", "--quote", "الاتفاق", "--article"],
        &["tag", &id, "و", "--start", "3"],
        &[
            "tag", &id, "و", "--start", "3", "--end", "5", "--prefix", "x",
        ],
        &["passages", "--state", "lost"],
        &["tags", "paint"],
        &["note", "abcd"],
    ] {
        refused(&shelf.run(words), 2, &[]);
    }
    refused(
        &shelf.run(["tag", "nothing", "و", "--article"]),
        1,
        &["nothing"],
    );
    refused(&shelf.run(["untag", "abcdef"]), 1, &["hashiya passages"]);
    for name in ["", " \u{200f} ", "أ\u{1b}[2J"] {
        refused(&shelf.run(["tag", &id, name, "--article"]), 1, &["tag"]);
    }
    assert!(passages(&shelf, []).is_empty());
}

#[test]
fn without_a_library_there_is_nothing_and_none_is_made() {
    let shelf = Shelf::new();
    for command in ["passages", "tags"] {
        let run = shelf.run([command, "--json"]);
        assert_eq!((run.code, run.out.trim()), (0, "[]"));
    }
    for command in ["undo", "redo"] {
        let run = shelf.run([command, "--json"]);
        assert_eq!(json(&run), json!({"done": null, "passages": []}));
    }
    refused(&shelf.run(["note", "abcd", "x"]), 1, &["hashiya add"]);
    assert!(!shelf.has_library());
}

#[test]
fn a_passage_is_changed_and_what_was_undone_is_named() {
    let (shelf, id) = shelf();
    let made = tagged(&shelf, &id, "الاتفاق", &["سياسة", "اقتصاد"]);
    let name = made["id"].as_str().unwrap();
    let untagged = json(&shelf.run(["untag", name, "السياسه", "--json"]));
    assert_eq!(untagged["tags"], json!(["اقتصاد"]));
    refused(&shelf.run(["untag", name, "سياصة"]), 1, &["سياسة"]);
    let noted = json(&shelf.run(["note", name, "- سطر\n- آخر", "--json"]));
    assert_eq!(noted["note"], "- سطر\n- آخر");
    let moved = json(&shelf.run(["passage", name, "--start", "12", "--end", "16", "--json"]));
    assert_eq!(
        (&moved["quote"], &moved["id"]),
        (&json!("قال"), &made["id"])
    );
    let back = json(&shelf.run(["undo", "--json"]));
    assert!(back["done"].as_str().unwrap().contains("bounds"), "{back}");
    assert_eq!(back["passages"][0]["quote"], "الاتفاق");
    shelf.run(["undo"]);
    shelf.run(["undo"]);
    assert_eq!(passages(&shelf, []), std::slice::from_ref(&made));
    let gone = json(&shelf.run(["undo", "--json"]));
    assert_eq!(gone["passages"][0]["state"], "gone");
    assert_eq!(gone["passages"][0]["tags"], made["tags"]);
    assert!(passages(&shelf, []).is_empty());
    assert_eq!(json(&shelf.run(["tags", "--json"])), json!([]));
    let again = json(&shelf.run(["redo", "--json"]));
    assert_eq!(again["passages"], json!([made]));
    for _ in 0..3 {
        assert!(json(&shelf.run(["redo", "--json"]))["done"].is_string());
    }
    assert_eq!(passages(&shelf, []), [moved]);
    assert_eq!(json(&shelf.run(["redo", "--json"]))["done"], Value::Null);
}

#[test]
fn an_article_is_tagged_as_a_whole() {
    let (shelf, id) = shelf();
    let whole = json(&shelf.run([
        "tag",
        &id,
        "مهم",
        "--article",
        "--note",
        "يُقرأ ثانية",
        "--json",
    ]));
    assert_eq!(
        (&whole["article"], &whole["tags"]),
        (&json!(id), &json!(["مهم"]))
    );
    assert_eq!(whole["note"], "يُقرأ ثانية");
    assert!(passages(&shelf, []).is_empty());
    let listed = json(&shelf.run(["list", "--json", "--tag", "المهم"]));
    assert_eq!(
        (&listed[0]["tags"], &listed[0]["passages"]),
        (&json!(["مهم"]), &json!(0))
    );
    // nothing bears it, and what comes near is told
    let nothing = shelf.run(["list", "--json", "--tag", "مهن"]);
    assert_eq!((nothing.code, nothing.out.as_str()), (0, "[]\n"));
    assert!(nothing.err.contains("مهم"), "{}", nothing.err);
    assert!(json(&shelf.run(["undo", "--json"]))["done"].is_string());
    assert_eq!(json(&shelf.run(["list", "--json"]))[0]["tags"], json!([]));
}

#[test]
fn passages_are_chosen_by_tags_article_and_state() {
    let (shelf, id) = shelf();
    let first = tagged(&shelf, &id, "الاتفاق", &["أ", "ب"]);
    let second = tagged(&shelf, &id, "العاصمة", &["أ"]);
    assert_eq!(passages(&shelf, ["--tag", "أ"]), [first.clone(), second]);
    assert_eq!(passages(&shelf, ["--tag", "أ", "--tag", "ب"]), [first]);
    assert_eq!(passages(&shelf, ["--article", &id[..6]]).len(), 2);
    assert_eq!(passages(&shelf, ["--state", "orphan"]), [Value::Null; 0]);
    let nothing = shelf.run(["passages", "--json", "--tag", "ج"]);
    assert_eq!((nothing.code, nothing.out.as_str()), (0, "[]\n"));
    assert!(nothing.err.contains("hashiya tags"), "{}", nothing.err);
    refused(
        &shelf.run(["passages", "--article", "nothing"]),
        1,
        &["nothing"],
    );
}

#[test]
fn passages_follow_their_words_into_a_new_version_or_are_orphans() {
    let (shelf, id) = shelf();
    tagged(&shelf, &id, "الاتفاق وُقّع يوم الخميس في العاصمة", &["أ"]);
    tagged(&shelf, &id, "التفاصيل ستعلن", &["أ"]);
    let text = TEXT
        .replace("وأضاف الوزير أن التفاصيل ستعلن قريبا.", "ولم يقل شيئا آخر.")
        .replace("قال الوزير", "وفي بيان مفاجئ قال الوزير")
        .replace("الخميس", "الجمعة");
    fs::write(shelf.path("a.md"), text).unwrap();
    shelf.run(["add", &shelf.path("a.md")]);
    let moved = passages(&shelf, ["--state", "moved"]);
    assert_eq!(moved.len(), 1);
    assert_eq!(moved[0]["text"], "الاتفاق وُقّع يوم الجمعة في العاصمة");
    assert_eq!(moved[0]["quote"], "الاتفاق وُقّع يوم الخميس في العاصمة");
    let orphans = passages(&shelf, ["--state", "orphan"]);
    assert_eq!(orphans.len(), 1);
    for key in ["start", "end", "text"] {
        assert_eq!(orphans[0][key], Value::Null, "{key}");
    }
    assert_eq!(orphans[0]["quote"], "التفاصيل ستعلن");
    let lines = shelf.run(["passages"]).out;
    assert!(lines.contains("without a place"), "{lines}");
}

#[test]
fn the_codebook_is_shown_and_changed() {
    let (shelf, id) = shelf();
    tagged(&shelf, &id, "الاتفاق", &["أ", "ب"]);
    tagged(&shelf, &id, "العاصمة", &["ب", "ج"]);
    let tags = || {
        json(&shelf.run(["tags", "--json"]))
            .as_array()
            .unwrap()
            .clone()
    };
    let names = || -> Vec<String> {
        let names = tags()
            .into_iter()
            .map(|tag| tag["name"].as_str().unwrap().to_owned());
        names.collect()
    };
    let of = |name: &str| tags().into_iter().find(|tag| tag["name"] == name).unwrap();
    assert_eq!(names(), ["أ", "ب", "ج"]);
    assert_eq!(
        (&of("ب")["passages"], &of("ب")["articles"]),
        (&json!(2), &json!(1))
    );
    for key in ["id", "colour", "description"] {
        assert!(of("أ")[key].is_string(), "{key}");
    }
    shelf.run(["tags", "move", "ج", "أ"]);
    assert_eq!(names(), ["أ", "ج", "ب"]);
    assert_eq!(of("ج")["parent"], "أ");
    assert!(
        shelf
            .run(["tags"])
            .out
            .contains("\n  ج | 1 passage | 1 article\n")
    );
    refused(&shelf.run(["tags", "move", "أ", "ج"]), 1, &["أ", "ج"]);
    shelf.run(["tags", "move", "ج"]);
    assert_eq!(of("ج")["parent"], Value::Null);
    let named = of("أ")["id"].clone();
    assert_eq!(shelf.run(["tags", "rename", "أ", " سياسة  عامة "]).code, 0);
    assert_eq!(of("سياسة عامة")["id"], named);
    refused(
        &shelf.run(["tags", "rename", "ب", "ج"]),
        1,
        &["hashiya tags merge"],
    );
    assert_eq!(shelf.run(["tags", "merge", "ب", "ج"]).code, 0);
    assert_eq!(of("ج")["passages"], 2);
    assert_eq!(passages(&shelf, [])[1]["tags"], json!(["ج"]));
    assert_eq!(shelf.run(["tags", "delete", "ج"]).code, 0);
    assert_eq!(passages(&shelf, [])[1]["tags"], json!([]));
    refused(&shelf.run(["tags", "delete", "ج"]), 1, &["ج"]);
    for _ in 0..2 {
        shelf.run(["undo"]);
    }
    assert_eq!(names(), ["ب", "ج", "سياسة عامة"]);
}

#[test]
fn a_new_tag_that_is_found_like_another_is_made_and_said() {
    let (shelf, id) = shelf();
    tagged(&shelf, &id, "الاتفاق", &["السياسة"]);
    tagged(&shelf, &id, "الخميس", &["#السياسة", "اقتصاد"]);
    let alike = ["tag", &id, "سياسه", "دين", "--quote", "العاصمة", "--json"];
    let run = shelf.run(alike);
    assert_eq!(run.code, 0);
    let made: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(made["tags"], json!(["سياسه", "دين"]));
    assert_eq!(run.err.lines().count(), 1, "{}", run.err);
    for part in ["سياسه", "السياسة", "hashiya tags merge"] {
        assert!(run.err.contains(part), "{}", run.err);
    }
    // it is there now
    json(&shelf.run(alike));
    let whole = ["--lang", "ar", "tag", &id, "الدين", "--article"];
    assert!(shelf.run(whole).err.contains("«دين»"));
}

#[test]
fn a_passage_of_several_lines_is_listed_in_one() {
    let (shelf, id) = shelf();
    let lines = "العاصمة.\nوأضاف";
    shelf.run(["tag", &id, "و", "--quote", lines, "--note", "أول\nثان"]);
    let run = shelf.run(["passages"]);
    assert_eq!(run.out.lines().count(), 1, "{}", run.out);
    for part in ["العاصمة. وأضاف", "أول ثان"] {
        assert!(run.out.contains(part), "{}", run.out);
    }
}

#[test]
fn nothing_that_is_printed_commands_the_terminal() {
    let (shelf, id) = shelf();
    let note = "أ\u{1b}]0;x\u{7}\u{202e}ب\n\u{9b}2J";
    shelf.run(["tag", &id, "وسم", "--quote", "الاتفاق", "--note", note]);
    for words in [
        &["passages"][..],
        &["passages", "--json"],
        &["undo"],
        &["redo", "--json"],
    ] {
        let run = shelf.run(words);
        let bad = |c: char| (c.is_control() && c != '\n') || c == '\u{202e}';
        assert!(!run.out.contains(bad), "{:?}", run.out);
    }
}

#[test]
fn the_arabic_interface_has_its_own_sentences() {
    let (shelf, id) = shelf();
    let run = shelf.run(["--lang", "ar", "tag", &id, "و", "--quote", "الوزير"]);
    refused(&run, 1, &["في موضعين", "--prefix"]);
    shelf.run(["tag", &id, "سياسة", "--quote", "الاتفاق"]);
    let undone = shelf.run(["--lang", "ar", "undo"]);
    assert!(
        undone.out.contains("الاتفاق") && !undone.out.contains("change-"),
        "{}",
        undone.out
    );
}
