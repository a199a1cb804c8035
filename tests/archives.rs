//! What becomes of records: archives of JSON lines and arrays, their fields, their identity?

mod program;

use program::Shelf;
use serde_json::{Value, json};

fn archive(records: &[Value]) -> String {
    let lines: Vec<String> = records.iter().map(Value::to_string).collect();
    lines.join("\n") + "\n"
}

fn records() -> Vec<Value> {
    vec![
        json!({"id": "n-1", "url": "https://www.example.org/1?utm_source=x", "title": "الخبر الأول",
            "body": "قال الوزير إن الاتفاق وقع.", "date": "2018-06-20T10:00:00Z", "source": "صحيفة",
            "section": "سياسة", "author": "كاتب"}),
        json!({"id": "n-2", "url": "https://example.org/2", "title": "الخبر الثاني",
            "body": "فاز المنتخب في المباراة.", "date": "2018-06-21", "source": "جريدة"}),
        json!({"id": "n-3", "title": "الخبر الثالث", "body": "هطلت أمطار على الساحل."}),
    ]
}

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn fields_of_records_are_listed() {
    let shelf = Shelf::new();
    let run = shelf.run(["add", &shelf.file("a.jsonl", archive(&records()))]);
    assert_eq!(
        (run.code, run.out.as_str()),
        (0, "3 articles were added.\n")
    );
    let listed = parsed(&shelf.run(["list", "--json"]).out);
    let first = listed.as_array().unwrap().last().unwrap();
    let expected = json!({"source_id": "n-1", "title": "الخبر الأول", "author": "كاتب",
        "source": "صحيفة", "section": "سياسة", "date": "2018-06-20T10:00Z",
        "url": "https://www.example.org/1?utm_source=x", "read": false, "tags": [], "passages": 0});
    for (key, value) in expected.as_object().unwrap() {
        assert_eq!(&first[key], value, "{key}");
    }
    assert!(first["words"].as_u64().unwrap() >= 5 && first.get("language").is_some());
    let titles = |words: &[&str]| -> Vec<String> {
        let listed = parsed(&shelf.run([&["list", "--json"], words].concat()).out);
        let listed = listed.as_array().unwrap().iter();
        listed
            .map(|e| e["source_id"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(titles(&[]), ["n-3", "n-2", "n-1"]);
    assert_eq!(titles(&["-n", "2"]), ["n-3", "n-2"]);
    assert_eq!(titles(&["--source", "جريدة"]), ["n-2"]);
    assert_eq!(titles(&["--since", "2018-06-21"]), ["n-2"]);
    assert_eq!(titles(&["--until", "2018-06-20"]), ["n-1"]);
    assert_eq!(
        titles(&["--since", "2018", "--until", "2018"]),
        ["n-2", "n-1"]
    );
    assert_eq!(titles(&["--unread"]).len(), 3);
    assert_eq!(titles(&["--tag", "وسم"]), [""; 0]);
}

#[test]
fn a_target_is_an_id_a_name_an_address_or_a_path() {
    let shelf = Shelf::new();
    let mut all = records();
    let one = shelf.file("one.json", all.remove(0).to_string());
    shelf.run(["add", &one, &shelf.file("a.jsonl", archive(&all))]);
    for target in [
        "n-1",
        "http://example.org/1",
        "https://www.example.org/1/#top",
        &one,
    ] {
        let run = shelf.run(["show", target]);
        assert!(
            run.out.contains("قال الوزير إن الاتفاق وقع."),
            "{target}: {}",
            run.err
        );
    }
    let many = shelf.run(["show", &shelf.path("a.jsonl")]);
    assert!(
        many.code == 1 && many.err.contains("many articles"),
        "{}",
        many.err
    );
    // the same name in two sources
    let twin = json!({"id": "n-2", "title": "توأم", "body": "كلام آخر.", "source": "غيرها"});
    shelf.run(["add", &shelf.file("b.jsonl", archive(&[twin]))]);
    let run = shelf.run(["show", "n-2"]);
    assert_eq!(run.code, 1);
    assert!(
        run.err.contains("توأم") && run.err.contains("الخبر الثاني"),
        "{}",
        run.err
    );
}

#[test]
fn a_broken_record_is_named_by_its_line_and_the_others_go_on() {
    let shelf = Shelf::new();
    let mut text = archive(&records());
    text.insert(0, '\n');
    text.push_str("{\"title\": \"مقطوع\n{\"title\": \"بعده\", \"body\": \"نصّ بعده.\"}\n");
    let run = shelf.run(["add", &shelf.file("a.jsonl", text), "--json"]);
    let report = parsed(&run.out);
    assert_eq!(run.code, 1);
    assert_eq!(report["added"].as_array().unwrap().len(), 4);
    let failed = report["failed"].as_array().unwrap();
    assert_eq!(failed.len(), 1);
    assert!(
        failed[0]["error"].as_str().unwrap().contains("line 5"),
        "{failed:?}"
    );
}

#[test]
fn an_archive_again_changes_nothing_and_a_changed_record_is_a_version() {
    let shelf = Shelf::new();
    let mut all = records();
    all.push(
        json!({"id": "n-9", "url": "https://example.org/2", "title": "الخبر الثاني",
        "body": "فاز المنتخب في المباراة بهدفين."}),
    );
    let file = shelf.file("a.jsonl", archive(&all));
    let first = shelf.run(["add", &file]);
    assert_eq!(
        first.out,
        "3 articles were added.\nOne article was updated.\n"
    );
    let again = shelf.run(["add", &file]);
    assert_eq!(again.out, "4 articles were there already.\n");
    all[2]["body"] = "هطلت أمطار غزيرة على الساحل.".into();
    shelf.file("a.jsonl", archive(&all));
    let changed = parsed(&shelf.run(["add", &file, "--json"]).out);
    assert_eq!(changed["updated"].as_array().unwrap().len(), 1);
    assert_eq!(changed["unchanged"].as_array().unwrap().len(), 3);
    assert_eq!(shelf.ids().len(), 3);
}

#[test]
fn an_array_is_an_archive() {
    let shelf = Shelf::new();
    let file = shelf.file("a.json", Value::from(records()).to_string());
    let run = shelf.run(["add", &file]);
    assert_eq!(
        (run.code, run.out.as_str()),
        (0, "3 articles were added.\n")
    );
    let broken = shelf.run(["add", &shelf.file("b.json", "[{\"title\": \"a\"}, {")]);
    assert_eq!(
        (broken.code, broken.err.lines().count()),
        (1, 1),
        "{}",
        broken.err
    );
}

#[test]
fn json_escapes_what_commands_and_keeps_what_is_said() {
    let shelf = Shelf::new();
    let record = json!({"id": "x", "title": "عنوان \u{202e}معكوس", "body": "نصّ\u{202b} هنا",
        "author": "a\u{1b}[31m"});
    shelf.run(["add", &shelf.file("a.jsonl", archive(&[record]))]);
    for words in [
        vec!["list", "--json"],
        vec!["show", "x", "--json"],
        vec!["list"],
        vec!["show", "x"],
    ] {
        let run = shelf.run(&words);
        assert!(!run.out.is_empty(), "{}", run.err);
        let command = run
            .out
            .chars()
            .find(|c| c.is_control() && *c != '\n' || ('\u{202a}'..='\u{202e}').contains(c));
        assert_eq!(command, None, "{}", run.out);
    }
    let shown = parsed(&shelf.run(["show", "x", "--json"]).out);
    assert!(shown["text"].as_str().unwrap().contains('\u{202b}'));
}

#[test]
fn archives_in_utf_16_are_read() {
    let shelf = Shelf::new();
    let wide = |text: &str| {
        [0xfeff]
            .into_iter()
            .chain(text.encode_utf16())
            .flat_map(u16::to_le_bytes)
            .collect::<Vec<u8>>()
    };
    let array = Value::from(records()).to_string();
    for (name, text) in [("a.jsonl", archive(&records())), ("b.json", array)] {
        let run = shelf.run(["add", &shelf.file(name, wide(&text))]);
        assert_eq!(run.code, 0, "{}", run.err);
    }
    let listed = parsed(&shelf.run(["list", "--json"]).out);
    let titles: Vec<&str> = listed
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|a| a["title"].as_str())
        .collect();
    assert!(
        titles.contains(&"الخبر الثاني") && titles.iter().all(|t| t.starts_with("الخبر")),
        "{titles:?}"
    );
}

#[test]
fn what_is_no_address_makes_no_two_articles_one() {
    let shelf = Shelf::new();
    let records: Vec<Value> = ["#", "/", "N/A", ""]
        .iter()
        .enumerate()
        .map(|(n, url)| json!({"url": url, "title": format!("عنوان {n}"), "body": format!("نص رقم {n} وحده.")}))
        .collect();
    let run = shelf.run(["add", &shelf.file("a.jsonl", archive(&records))]);
    assert_eq!(run.out, "4 articles were added.\n");
}

#[test]
fn a_broken_first_line_is_told_and_the_others_are_added() {
    let shelf = Shelf::new();
    for (name, first) in [
        ("a.jsonl", "oops"),
        ("b.jsonl", "{\"title\": \"x\""),
        ("c.json", "{\"title\": \"x\""),
    ] {
        let text = format!("{first}\n{}", archive(&records()));
        let run = shelf.run(["add", "--json", &shelf.file(name, text)]);
        let report = parsed(&run.out);
        assert_eq!(
            (run.code, report["failed"].as_array().unwrap().len()),
            (1, 1),
            "{name}"
        );
        let added = report["added"].as_array().unwrap().len()
            + report["unchanged"].as_array().unwrap().len()
            + report["updated"].as_array().unwrap().len();
        assert_eq!(added, 3, "{name}");
    }
}

#[test]
fn compressed_data_is_no_article() {
    let shelf = Shelf::new();
    // a fixed run of bytes without order, as compressed data has
    let mut seed = 1u32;
    let noise: Vec<u8> = (0..5000)
        .map(|_| {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (seed >> 24) as u8
        })
        .collect();
    let run = shelf.run(["show", &shelf.file("noise.txt", noise)]);
    assert_eq!((run.code, run.out.as_str()), (1, ""));
}
