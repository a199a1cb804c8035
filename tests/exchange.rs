//! Does everything that the reader made leave in open formats, and come back?

mod program;

use std::{collections::BTreeSet, fs, path::Path};

use hashiya::{
    article::ArticleId,
    desk::Desk,
    passage::{Colour, Deed, Naming, TagId, Work},
};
use program::{Run, Shelf};
use serde_json::{Value, json};

const FIRST: &str = "---\nurl: https://example.org/first?utm_source=x\nsource: صحيفة\nauthor: كاتبة\ndate: 2025-06-20\n---\n# عنوان المقال الأول\n\nقال الوزير 😀 إن الاتفاق وُقِّع يوم الخميس في العاصمة.\n\nوأضاف أن التفاصيل ستعلن قريبا، ثم قال إن الأمر انتهى.\n";

const SECOND: &str = "---\nid: B-2\nsource: صحيفة أخرى\n---\n# عنوان المقال الثاني\n\n= ليس هذا الكلام في غيره من المقالات.\n\n- سطر يبدو كأنه بند من قائمة.\n";

/// A library of two articles: the ids of the first and the second.
fn shelf() -> (Shelf, [String; 2]) {
    let shelf = Shelf::new();
    let (first, second) = (
        shelf.file("first.md", FIRST),
        shelf.file("second.md", SECOND),
    );
    shelf.run(["add", &first, &second]);
    let listed: Value = serde_json::from_str(&shelf.run(["list", "--json"]).out).unwrap();
    let id = |title: &str| {
        let all = listed.as_array().unwrap().iter();
        let mut found = all.filter(|e| e["title"].as_str().unwrap().contains(title));
        found.next().unwrap()["id"].as_str().unwrap().to_owned()
    };
    let ids = [id("الأول"), id("الثاني")];
    (shelf, ids)
}

fn ran(run: Run) -> String {
    assert_eq!((run.code, &*run.err), (0, ""), "{run:?}");
    run.out
}

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

fn exported(shelf: &Shelf) -> Value {
    parsed(&ran(shelf.run(["export", "--format", "json"])))
}

fn imported(shelf: &Shelf, file: &str) -> Value {
    parsed(&ran(
        shelf.run(["import", "--format", "json", "--json", file])
    ))
}

/// Marks in both articles, a tree of tags with all that tags have, sheets.
fn coded() -> (Shelf, [String; 2]) {
    let (shelf, ids) = shelf();
    let [first, second] = &ids;
    let quote = "--quote";
    ran(shelf.run([
        "tag",
        first,
        "السياسة",
        "وسم آخر",
        quote,
        "الاتفاق وقع",
        "--note",
        "ملاحظة **مهمة**\n\n> قول",
    ]));
    ran(shelf.run(["tag", first, "السياسة", quote, "قال الوزير"]));
    // once more the very same
    ran(shelf.run(["tag", first, "السياسة", quote, "قال الوزير"]));
    ran(shelf.run(["tag", second, "وسم آخر", quote, "= ليس هذا الكلام"]));
    ran(shelf.run(["tag", second, "=خطر", quote, "سطر يبدو"]));
    ran(shelf.run(["tag", second, "مقال كامل", "--article"]));
    ran(shelf.run(["tags", "move", "وسم آخر", "السياسة"]));
    let mut desk = Desk::new(Some(shelf.path("library").into()), "ليلى".to_owned());
    let tag = |desk: &mut Desk, name: &str| -> TagId {
        desk.codebook().unwrap().named(name).unwrap().tag.id.clone()
    };
    let (politics, other) = (tag(&mut desk, "السياسة"), tag(&mut desk, "وسم آخر"));
    let id = |id: &str| ArticleId::from_stored(id.to_owned());
    let marked = desk.coding(&id(first)).unwrap().passages[0].id.clone();
    desk.code(&[
        Deed::Describe(politics.clone(), "ما يتصل بالحكم\nوالدولة".to_owned()),
        Deed::Pin(politics, Some('س')),
        Deed::Paint(other, Colour::Cyan),
        Deed::NewTag("لا يُستعمل".to_owned(), None),
        Deed::Colour(vec![marked], Some(Colour::Red)),
        Deed::NoteArticle(id(second), "عن المقال كله".to_owned()),
        Deed::Work(vec![id(first)], Some(Work::Coded)),
        Deed::TagArticles(vec![id(second)], vec![Naming::Name("ثانٍ".to_owned())]),
    ])
    .unwrap();
    (shelf, ids)
}

/// An export but for what is its library's own: its name, and when versions were made.
fn content(mut json: Value) -> Value {
    for item in json["first"]["items"].as_array_mut().unwrap() {
        item["target"]["state"] = Value::Null;
    }
    json["id"] = Value::Null;
    json["first"]["id"] = Value::Null;
    json["first"]["partOf"] = Value::Null;
    json["last"] = Value::Null;
    json
}

#[test]
fn all_that_was_made_comes_back_exactly_and_once() {
    let (here, _) = coded();
    let file = here.path("out.json");
    ran(here.run(["export", "--format", "json", "-o", &file]));
    let (there, ids) = shelf();
    let report = imported(&there, &file);
    let count = |report: &Value, name: &str| report[name].as_array().unwrap().len();
    assert_eq!(
        (count(&report, "added"), count(&report, "orphans")),
        (5, 0),
        "{report}"
    );
    assert_eq!(
        (count(&report, "tags"), count(&report, "articles")),
        (6, 2),
        "{report}"
    );
    assert_eq!(content(exported(&there)), content(exported(&here)));
    for command in [["passages", "--json"], ["tags", "--json"]] {
        assert_eq!(there.run(command).out, here.run(command).out);
    }
    let again = imported(&there, &file);
    assert_eq!(
        (count(&again, "added"), count(&again, "unchanged")),
        (0, 6),
        "{again}"
    );
    assert_eq!(
        (count(&again, "tags"), count(&again, "articles")),
        (0, 0),
        "{again}"
    );
    assert_eq!(content(exported(&there)), content(exported(&here)));
    // one change, and the second was none
    ran(there.run(["undo"]));
    let nothing = exported(&there);
    assert_eq!(
        (&nothing["total"], &nothing["hashiya:tags"]),
        (&json!(0), &json!([]))
    );
    assert_eq!(nothing["hashiya:articles"], json!([]));
    ran(there.run(["redo"]));
    assert_eq!(content(exported(&there)), content(exported(&here)));
    assert_eq!(ids.len(), 2);
}

#[test]
fn a_passage_that_moved_comes_back_as_it_was_made() {
    let (here, [first, _]) = coded();
    let (there, _) = shelf();
    for shelf in [&here, &there] {
        let file = shelf.file(
            "first.md",
            FIRST.replace("\n\nقال", "\n\nمقدمة جديدة.\n\nقال"),
        );
        assert!(ran(shelf.run(["add", &file])).contains("updated"));
    }
    let passages = parsed(&here.run(["passages", "--article", &first, "--json"]).out);
    assert!(
        passages
            .as_array()
            .unwrap()
            .iter()
            .all(|p| p["state"] == "moved")
    );
    let file = here.file("out.json", exported(&here).to_string());
    assert_eq!(
        imported(&there, &file)["added"].as_array().unwrap().len(),
        5
    );
    assert_eq!(content(exported(&there)), content(exported(&here)));
    assert_eq!(
        there.run(["passages", "--json"]).out,
        here.run(["passages", "--json"]).out
    );
}

/// The rules that the W3C's model sets with MUST, as far as they concern what is written.
#[test]
fn an_export_keeps_the_musts_of_the_model() {
    const ANNO: &str = "http://www.w3.org/ns/anno.jsonld";
    let (shelf, _) = coded();
    let json = exported(&shelf);
    let iri = |value: &Value| {
        let text = value.as_str().unwrap();
        let (scheme, rest) = text.split_once(':').unwrap();
        assert!(scheme.bytes().all(|b| b.is_ascii_alphanumeric()) && !rest.is_empty());
        assert!(!text.contains(char::is_whitespace), "{text}");
    };
    let moment = |value: &Value| {
        let text = value.as_str().unwrap();
        assert!(
            text.ends_with('Z') && text.parse::<jiff::Timestamp>().is_ok(),
            "{text}"
        );
    };
    let context = json["@context"].as_array().unwrap();
    assert!(context.contains(&json!(ANNO)));
    let own: Vec<&str> = context[1]
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    assert!(
        own.iter().all(|term| term.starts_with("hashiya")),
        "no term of the model is redefined"
    );
    assert_eq!(json["type"], "AnnotationCollection");
    iri(&json["id"]);
    let page = &json["first"];
    assert_eq!(
        (&page["type"], &page["startIndex"]),
        (&json!("AnnotationPage"), &json!(0))
    );
    assert_eq!((page.get("@context"), page.get("next")), (None, None));
    assert_eq!((&page["partOf"], &json["last"]), (&json["id"], &page["id"]));
    iri(&page["id"]);
    let items = page["items"].as_array().unwrap();
    assert_eq!(json["total"], items.len());
    let mut ids = BTreeSet::new();
    let text = parsed(&shelf.run(["passages", "--json"]).out);
    for item in items {
        iri(&item["id"]);
        assert!(ids.insert(item["id"].to_string()), "{item}");
        assert_eq!(item["type"], "Annotation");
        let motivation = item["motivation"].as_str().unwrap();
        assert!(["tagging", "commenting", "highlighting"].contains(&motivation));
        for body in item["body"].as_array().unwrap() {
            assert_eq!(body["type"], "TextualBody");
            assert!(body["value"].is_string() && body["purpose"].is_string());
            let direction = body.get("textDirection");
            assert!(
                direction.is_none_or(|d| ["ltr", "rtl", "auto"].contains(&d.as_str().unwrap()))
            );
        }
        let target = &item["target"];
        assert_eq!(target["type"], "SpecificResource");
        iri(&target["source"]);
        let Some(selectors) = target.get("selector") else {
            continue;
        };
        moment(&item["created"]);
        moment(&item["modified"]);
        assert_eq!(target["state"]["type"], "TimeState");
        moment(&target["state"]["sourceDate"]);
        let [quote, position] = &selectors.as_array().unwrap()[..] else {
            panic!("{selectors}")
        };
        assert_eq!(quote["type"], "TextQuoteSelector");
        assert_eq!(position["type"], "TextPositionSelector");
        let (start, end) = (
            position["start"].as_u64().unwrap(),
            position["end"].as_u64().unwrap(),
        );
        let exact = quote["exact"].as_str().unwrap();
        assert_eq!(exact.chars().count() as u64, end - start);
        assert!(text.to_string().contains(&json!(exact).to_string()));
    }
}

#[test]
fn the_export_of_hypothesis_comes_in() {
    let (shelf, [first, _]) = shelf();
    let note = |exact: &str, start: u32, end: u32, uri: &str| {
        json!({"id": format!("h {exact}"), "created": "2021-05-05T10:11:12.123456+00:00",
            "updated": "2021-05-05T10:11:13+00:00", "user": "acct:layla@hypothes.is", "uri": uri,
            "text": "ملاحظة", "tags": ["وسم"], "target": [{"source": uri, "selector": [
                {"type": "TextPositionSelector", "start": start, "end": end},
                {"type": "TextQuoteSelector", "exact": exact, "prefix": "", "suffix": ""}]}]})
    };
    let uri = "http://www.example.org/first#top";
    let text = parsed(&shelf.run(["show", &first, "--json"]).out)["text"]
        .as_str()
        .unwrap()
        .to_owned();
    // the second one of two, by its place after an emoji, in UTF-16
    let at = text.rfind("قال").unwrap();
    let unit = text[..at].encode_utf16().count() as u32;
    let export = json!([
        note("الاتفاق  وقع", 0, 3, uri),
        note("قال", unit, unit + 3, uri),
        note("كلام لم يقله أحد في هذا المقال", 0, 3, uri),
    ]);
    let file = shelf.file("h.json", export.to_string());
    let report = imported(&shelf, &file);
    assert_eq!(report["added"].as_array().unwrap().len(), 3, "{report}");
    assert_eq!(report["orphans"].as_array().unwrap().len(), 1, "{report}");
    assert_eq!(report["tags"], json!(["وسم"]));
    let passages = parsed(&shelf.run(["passages", "--json"]).out);
    let [one, two, three] = &passages.as_array().unwrap()[..] else {
        panic!("{passages}")
    };
    assert_eq!(
        (&one["text"], &one["coder"]),
        (&json!("الاتفاق وُقِّع"), &json!("layla"))
    );
    assert_eq!(two["start"], text[..at].chars().count());
    assert_eq!(
        (&three["state"], &three["text"]),
        (&json!("orphan"), &Value::Null)
    );
    let again = imported(&shelf, &file);
    assert_eq!(again["unchanged"].as_array().unwrap().len(), 3, "{again}");
    assert_eq!(parsed(&shelf.run(["passages", "--json"]).out), passages);
}

#[test]
fn an_article_is_found_by_its_quote_where_nothing_names_it() {
    let (shelf, [_, second]) = shelf();
    let about = |source: &str, exact: &str| json!({"target": {"source": source, "selector": {"type": "TextQuoteSelector", "exact": exact}}});
    let quote = "ليس هذا الكلام في غيره";
    let file = shelf.file(
        "a.json",
        json!([about("https://elsewhere.org/x", quote)]).to_string(),
    );
    ran(shelf.run(["import", "--format", "json", &file]));
    let passages = parsed(&shelf.run(["passages", "--json"]).out);
    assert_eq!(
        (&passages[0]["article"], &passages[0]["text"]),
        (&json!(second), &json!(quote))
    );
    let before = exported(&shelf);
    // in both articles, in none
    for exact in ["عنوان المقال", "شيء لم يقله أحد قط"] {
        let known = about("https://example.org/first", "قال الوزير");
        let lost = about("https://elsewhere.org/y", exact);
        let file = shelf.file("b.json", json!([known, lost]).to_string());
        let run = shelf.run(["import", "--format", "json", &file]);
        assert_eq!((run.code, &*run.out), (1, ""), "{run:?}");
        assert!(run.err.contains("https://elsewhere.org/y"), "{run:?}");
        assert_eq!(exported(&shelf), before);
    }
}

#[test]
fn what_is_there_already_stays_as_it_is() {
    let (shelf, [first, _]) = shelf();
    ran(shelf.run([
        "tag",
        &first,
        "وسم",
        "--quote",
        "قال الوزير",
        "--note",
        "لي",
    ]));
    let mine = exported(&shelf)["first"]["items"][0].clone();
    let mut same = mine.clone();
    same["id"] = json!("https://example.org/annotations/1");
    let mut other = same.clone();
    other["id"] = json!("https://example.org/annotations/2");
    other["body"][1]["value"] = json!("لغيري");
    let file = shelf.file("a.json", json!([mine, same, other]).to_string());
    let report = imported(&shelf, &file);
    // the file knows mine by its id, so what says the same beside it is another one
    assert_eq!(report["unchanged"].as_array().unwrap().len(), 1, "{report}");
    assert_eq!(report["added"].as_array().unwrap().len(), 2, "{report}");
    ran(shelf.run(["undo"]));
    let file = shelf.file("b.json", json!([same, other]).to_string());
    let report = imported(&shelf, &file);
    assert_eq!(report["unchanged"].as_array().unwrap().len(), 1, "{report}");
    assert_eq!(report["added"].as_array().unwrap().len(), 1, "{report}");
}

#[test]
fn what_is_broken_says_what_to_do_and_changes_nothing() {
    let (shelf, [first, _]) = coded();
    let before = exported(&shelf);
    let deep = format!("{{\"items\": [{}", "[".repeat(1 << 22));
    let quote = json!({"type": "TextQuoteSelector", "exact": "قال الوزير"});
    let good = json!({"target": {"source": format!("urn:hashiya:{first}"), "selector": quote}});
    let with = |field: &str, value: Value| {
        let mut bad = good.clone();
        bad[field] = value;
        json!([good, bad]).to_string()
    };
    let tag = |name: &str| json!({"type": "TextualBody", "purpose": "tagging", "value": name});
    let id = |last: u8| format!("urn:uuid:0198c5de-0000-7000-8000-0000000000{last:02x}");
    let term = |own: u8, above: u8| json!({"id": id(own), "skos:prefLabel": format!("t{own}"), "skos:broader": {"id": id(above)}});
    let circle = json!({"hashiya:tags": [term(1, 2), term(2, 1)], "items": [good]});
    for text in [
        "",
        "{",
        "[{\"target\": ",
        "نص لا غير",
        "{}",
        "[1]",
        &deep,
        &with("target", json!(7)),
        &with("body", json!([7])),
        &with("body", tag("\u{1b}[2J")),
        &with("body", tag(" \u{200f} ")),
        &with("body", tag(&"س".repeat(201))),
        &with("created", json!(7)),
        &circle.to_string(),
    ] {
        let file = shelf.file("bad.json", text);
        let run = shelf.run(["import", "--format", "json", &file]);
        assert_eq!((run.code, &*run.out), (1, ""), "{run:?}");
        assert_eq!(run.err.lines().count(), 1, "{run:?}");
        assert!(!run.err.contains(['\u{1b}', '\u{9b}']), "{run:?}");
        assert_eq!(exported(&shelf), before);
    }
    let missing = shelf.run(["import", "--format", "json", &shelf.path("none.json")]);
    assert_eq!(missing.code, 1);
    assert_eq!(shelf.run(["import", "--format", "csv", "x"]).code, 2);
    assert_eq!(shelf.run(["export"]).code, 2);
}

#[test]
fn controls_in_notes_and_names_do_no_harm() {
    let (shelf, [first, _]) = shelf();
    let quote = json!({"type": "TextQuoteSelector", "exact": "قال الوزير", "prefix": "\u{1b}[2J"});
    let position = json!({"type": "TextPositionSelector", "start": 4_000_000_000_u32, "end": 4_000_000_001_u32});
    let note = json!({"creator": {"name": "\u{1b}]0;x\u{7}ليلى"}, "bodyValue": "سطر\r\nآخر\u{1b}[2J",
        "target": {"source": format!("urn:hashiya:{first}"), "selector": [quote, position]}});
    let fed = format!("\u{feff}{note}");
    let report = shelf.fed(["import", "--format", "json", "-"], &fed);
    assert_eq!(ran(report), "One passage was imported.\n");
    let passages = parsed(&shelf.run(["passages", "--json"]).out);
    assert_eq!(passages[0]["note"], "سطر\nآخر[2J");
    assert_eq!(passages[0]["coder"], "]0;xليلى");
    assert_eq!(passages[0]["state"], "placed");
}

/// Rows of cells as RFC 4180 has them.
fn rows(csv: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let (mut quoted, mut chars) = (false, csv.chars().peekable());
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => cell.extend(chars.next()),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !quoted => {
                assert_eq!(chars.next(), Some('\n'));
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            c => cell.push(c),
        }
    }
    assert!(cell.is_empty() && row.is_empty() && !quoted);
    rows
}

#[test]
fn rows_hold_what_passages_say() {
    let (shelf, _) = coded();
    let csv = ran(shelf.run(["export", "--format", "csv"]));
    let rows = rows(&csv);
    assert!(rows.iter().all(|row| row.len() == 20));
    let column = |name: &str| rows[0].iter().position(|cell| cell == name).unwrap();
    let passages = parsed(&shelf.run(["passages", "--json"]).out);
    for passage in passages.as_array().unwrap() {
        let own: Vec<_> = rows.iter().filter(|row| passage["id"] == row[0]).collect();
        let tags = passage["tags"].as_array().unwrap();
        assert_eq!(own.len(), tags.len());
        for (row, tag) in own.iter().zip(tags) {
            let bare = |name: &str| row[column(name)].trim_start_matches('\'').to_owned();
            assert_eq!(json!(bare("tag")), *tag);
            assert_eq!(row[column("start")], passage["start"].to_string());
            for name in [
                "quote", "prefix", "suffix", "note", "coder", "created", "state",
            ] {
                assert_eq!(json!(bare(name)), passage[name], "{name}");
            }
        }
    }
    assert!(
        rows.iter()
            .flatten()
            .all(|cell| !cell.starts_with(['=', '+', '-', '@']))
    );
    assert!(rows.iter().any(|row| row[column("tag")] == "'=خطر"));
    let below = rows
        .iter()
        .find(|row| row[column("tag")] == "وسم آخر")
        .unwrap();
    assert_eq!(below[column("tag_parent")], "السياسة");
    let file = shelf.path("out.csv");
    ran(shelf.run(["export", "--format", "csv", "--excel", "-o", &file]));
    assert_eq!(fs::read_to_string(file).unwrap(), format!("\u{feff}{csv}"));
    assert_eq!(shelf.run(["export", "--format", "json", "--excel"]).code, 2);
}

#[test]
fn a_part_of_the_library_leaves_with_the_tags_it_bears() {
    let (shelf, [_, second]) = coded();
    let part = |filter: [&str; 2]| {
        let json = parsed(&ran(
            shelf.run(["export", "--format", "json", filter[0], filter[1]])
        ));
        let names = json["hashiya:tags"].as_array().unwrap().iter();
        let names: BTreeSet<String> = names
            .map(|tag| tag["skos:prefLabel"].as_str().unwrap().to_owned())
            .collect();
        (
            json["total"].as_u64().unwrap(),
            names.into_iter().collect::<Vec<_>>().join(" | "),
        )
    };
    assert_eq!(
        part(["--tag", "وسم آخر"]),
        (2, "السياسة | وسم آخر".to_owned())
    );
    assert_eq!(part(["--tag", "ثانٍ"]), (1, "ثانٍ | مقال كامل".to_owned()));
    assert_eq!(part(["--source", "صحيفة"]).0, 3);
    assert_eq!(
        part(["--article", &second]),
        (3, "=خطر | السياسة | ثانٍ | مقال كامل | وسم آخر".to_owned())
    );
    assert_eq!(
        shelf
            .run(["export", "--format", "json", "--tag", "ليس وسما"])
            .code,
        1
    );
}

#[test]
fn notes_in_markdown_are_renewed_and_the_readers_own_words_stay() {
    let (shelf, [first, _]) = coded();
    let file = shelf.path("notes.md");
    let export = || ran(shelf.run(["export", "--format", "md", "-o", &file]));
    export();
    let text = fs::read_to_string(&file).unwrap();
    assert!(text.starts_with("---\ntitle: \"عنوان المقال"), "{text}");
    assert!(text.contains("\n> الاتفاق وُقِّع\n\n^"), "{text}");
    assert!(text.contains("\n> \\= ليس هذا الكلام\n"), "{text}");
    assert!(
        text.contains("\n#السياسة #وسم_آخر\n\nملاحظة **مهمة**\n"),
        "{text}"
    );
    assert_eq!(ran(shelf.run(["export", "--format", "md"])), text);
    export();
    assert_eq!(fs::read_to_string(&file).unwrap(), text);
    let own = text.replace("ملاحظة **مهمة**", "غيّرتها بيدي") + "\n# مذكراتي\n\n> قول لي\n";
    fs::write(&file, &own).unwrap();
    ran(shelf.run(["tag", &first, "جديد", "--quote", "في العاصمة"]));
    let run = shelf.run(["export", "--format", "md", "-o", &file]);
    assert_eq!(run.code, 0);
    assert!(
        run.err.contains("One part that was changed by hand"),
        "{run:?}"
    );
    let merged = fs::read_to_string(&file).unwrap();
    assert!(merged.ends_with("\n# مذكراتي\n\n> قول لي\n") && merged.contains("غيّرتها بيدي"));
    assert_eq!(merged.matches("#جديد").count(), 1, "{merged}");
    let added: Vec<&str> = merged.lines().filter(|line| !own.contains(line)).collect();
    assert!(
        added
            .iter()
            .all(|l| ["> في العاصمة", "#جديد"].contains(l) || l.starts_with(['^', '<'])),
        "{added:?}"
    );
}

#[test]
fn a_directory_has_a_file_an_article() {
    let (shelf, ids) = coded();
    let directory = shelf.path("notes/");
    ran(shelf.run(["export", "--format", "md", "-o", &directory]));
    let names = || -> BTreeSet<String> {
        let all = fs::read_dir(&directory).unwrap();
        all.map(|e| e.unwrap().file_name().into_string().unwrap())
            .collect()
    };
    let before = names();
    assert_eq!(before.len(), 2);
    for id in &ids {
        assert!(
            before
                .iter()
                .any(|name| name.ends_with(&format!("-{id}.md"))),
            "{before:?}"
        );
    }
    // a file that the reader calls otherwise is still its article's
    let name = before.iter().find(|name| name.contains(&ids[0])).unwrap();
    let renamed = format!("اسمي-{}.md", ids[0]);
    fs::rename(
        Path::new(&directory).join(name),
        Path::new(&directory).join(&renamed),
    )
    .unwrap();
    ran(shelf.run(["export", "--format", "md", "-o", &directory]));
    assert!(names().contains(&renamed) && names().len() == 2);
}

#[test]
fn what_cannot_be_written_says_so_and_leaves_what_was_there() {
    let (shelf, _) = coded();
    let file = shelf.file("out.md", b"\xff\xfe");
    let run = shelf.run(["export", "--format", "md", "-o", &file]);
    assert_eq!((run.code, run.err.lines().count()), (1, 1), "{run:?}");
    assert_eq!(fs::read(&file).unwrap(), b"\xff\xfe");
    let nowhere = shelf.path("none/out.json");
    let run = shelf.run(["export", "--format", "json", "-o", &nowhere]);
    assert_eq!((run.code, run.err.lines().count()), (1, 1), "{run:?}");
    let empty = Shelf::new();
    assert_eq!(exported(&empty)["total"], 0);
    assert!(!empty.has_library());
    assert_eq!(empty.run(["import", "--format", "json", &file]).code, 1);
    assert!(!empty.has_library());
}
