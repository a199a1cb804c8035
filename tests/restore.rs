//! Do backups come and go at the command line as it promises, with the real program?

mod program;

use std::fs;

use program::Shelf;
use serde_json::Value;

const TEXT: &str = "# عنوان\n\nنص المقال هنا.\n";

fn listed(shelf: &Shelf) -> Vec<Value> {
    let run = shelf.run(["restore", "--json"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    serde_json::from_str(&run.out).unwrap()
}

/// A library of an article whose author a hand has set, which a backup holds.
fn edited() -> (Shelf, String) {
    let shelf = Shelf::new();
    shelf.run(["add", &shelf.file("a.md", TEXT)]);
    let id = shelf.ids().pop().unwrap();
    let run = shelf.run(["edit", &id, "--author", "كاتبة"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    (shelf, id)
}

fn author(shelf: &Shelf, id: &str) -> Value {
    let shown: Value = serde_json::from_str(&shelf.run(["show", id, "--json"]).out).unwrap();
    shown["author"].clone()
}

#[test]
fn without_a_backup_there_is_none_to_bring_back() {
    let shelf = Shelf::new();
    assert_eq!(listed(&shelf), [Value::Null; 0]);
    let run = shelf.run(["restore"]);
    assert!(run.out.contains("no backup"), "{}", run.out);
    let run = shelf.run(["restore", "1"]);
    assert_eq!((run.code, run.out.as_str()), (1, ""));
    assert!(run.err.contains("“1”") && run.err.contains("hashiya restore"));
    assert!(!shelf.has_library());
}

#[test]
fn what_was_changed_is_kept_once_a_day_and_listed() {
    let (shelf, id) = edited();
    shelf.run(["edit", &id, "--author", "كاتب"]);
    let all = listed(&shelf);
    let [backup] = &all[..] else {
        panic!("{all:?}");
    };
    assert_eq!(backup["number"], 1);
    assert_eq!(backup["kind"], "day");
    assert_eq!(backup["articles"], 1);
    assert_eq!(
        (&backup["passages"], &backup["tags"]),
        (&0.into(), &0.into())
    );
    let path = format!(
        "library/backups/{}.db.zst",
        backup["name"].as_str().unwrap()
    );
    let bytes = fs::metadata(shelf.path(&path)).unwrap().len();
    assert_eq!(backup["bytes"], bytes);
    let english = shelf.run(["restore"]).out;
    assert!(english.starts_with("1  "), "{english}");
    assert!(
        english.contains("no passages, no tags, one article"),
        "{english}"
    );
    let arabic = shelf.run(["restore", "--lang", "ar"]).out;
    assert!(arabic.contains("بلا مقاطع، بلا وسوم، مقال واحد"), "{arabic}");
}

#[test]
fn a_backup_comes_back_by_its_number_its_name_and_its_path() {
    let (shelf, id) = edited();
    let name = listed(&shelf)[0]["name"].as_str().unwrap().to_owned();
    let file = format!("{name}.db.zst");
    let copy = shelf.path("copy");
    fs::copy(shelf.path(&format!("library/backups/{file}")), &copy).unwrap();
    for (nth, backup) in ["1", &name, &file, &copy].into_iter().enumerate() {
        shelf.run(["edit", &id, "--author", "كاتب"]);
        let run = shelf.run(["restore", backup, "--json"]);
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{backup}");
        let report: Value = serde_json::from_str(&run.out).unwrap();
        let aside = report["put_aside"].as_str().unwrap();
        assert!(fs::exists(aside).unwrap());
        assert_eq!(author(&shelf, &id), "كاتبة", "{backup}");
        let all = listed(&shelf);
        assert_eq!(all.len(), nth + 2);
        assert_eq!(all[0]["kind"], "restore");
    }
    let aside = fs::read_dir(shelf.path("library/put-aside")).unwrap();
    assert_eq!(aside.count(), 4);
}

#[test]
fn a_damaged_library_names_the_way_back() {
    let (shelf, id) = edited();
    let file = shelf.path("library/library.db");
    fs::write(&file, "no database ".repeat(1000)).unwrap();
    let run = shelf.run(["list"]);
    assert_eq!((run.code, run.out.as_str()), (1, ""));
    assert!(run.err.contains("hashiya restore"), "{}", run.err);
    assert_eq!(shelf.run(["add", &shelf.path("a.md")]).code, 1);
    let run = shelf.run(["doctor", "--json"]);
    let found: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(
        (run.code, &found["library"]["state"]),
        (1, &"damaged".into())
    );
    assert_eq!(found["backups"]["count"], 1);
    assert_eq!(found["backups"]["whole"], true);
    let run = shelf.run(["restore", "1"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    assert_eq!(author(&shelf, &id), "كاتبة");
    assert_eq!(shelf.run(["doctor"]).code, 0);
}

#[test]
fn the_doctor_finds_a_newest_backup_that_is_damaged() {
    let (shelf, _) = edited();
    let said = shelf.run(["doctor"]);
    assert!(said.out.contains("one backup"), "{}", said.out);
    let name = listed(&shelf)[0]["name"].as_str().unwrap().to_owned();
    let path = shelf.path(&format!("library/backups/{name}.db.zst"));
    let mut bytes = fs::read(&path).unwrap();
    let last = bytes.len() - 1;
    bytes[last] ^= 1;
    fs::write(&path, bytes).unwrap();
    let said = shelf.run(["doctor"]);
    assert_eq!(said.code, 1);
    assert!(said.out.contains("newest backup"), "{}", said.out);
    let run = shelf.run(["restore", "1"]);
    assert_eq!(run.code, 1);
    assert!(run.err.contains("nothing was changed"), "{}", run.err);
}
