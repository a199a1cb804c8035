//! Does every command do what the contract says, with the real program? Texts only; what
//! needs records is in `archives.rs`.

mod program;

use std::{
    fs,
    io::Write,
    path::Path,
    process::{Command, Stdio},
};

use program::{Run, Shelf, said};
use serde_json::Value;

const TEXT: &str = "# عنوان المقال\n\nقال الوزير إن الاتفاق وقع يوم الخميس في العاصمة.\n\nوأضاف أن التفاصيل ستعلن قريبا.\n";

#[test]
fn an_article_goes_in_is_listed_and_shown() {
    let shelf = Shelf::new();
    let file = shelf.file("a.md", TEXT);
    let added = shelf.run(["add", &file]);
    assert_eq!(added.code, 0);
    assert_eq!(added.out, "One article was added.\n");
    let again = shelf.run(["add", &file]);
    assert_eq!(again.out, "One article was there already.\n");
    let id = shelf.ids().pop().unwrap();
    let listed = shelf.run(["list"]);
    assert_eq!(listed.out.lines().count(), 1);
    assert!(listed.out.starts_with(&id) && listed.out.contains("عنوان المقال"));
    for target in [id.as_str(), &id[..4], &file] {
        let shown = shelf.run(["show", target]);
        assert!(
            shown.out.contains("وأضاف أن التفاصيل ستعلن قريبا."),
            "{target}"
        );
        let raw = shelf.run(["show", target, "--raw"]);
        assert_eq!(raw.out, TEXT);
    }
    assert_eq!(shelf.ids().len(), 1);
}

#[test]
fn shown_json_has_every_field_and_true_offsets() {
    let shelf = Shelf::new();
    let file = shelf.file("a.md", TEXT);
    shelf.run(["add", &file]);
    let id = shelf.ids().pop().unwrap();
    let json: Value = serde_json::from_str(&shelf.run(["show", &id, "--json"]).out).unwrap();
    for key in [
        "id",
        "source_id",
        "title",
        "author",
        "source",
        "section",
        "url",
        "date",
        "precision",
        "language",
        "text",
        "flaws",
        "blocks",
    ] {
        assert!(json.get(key).is_some(), "{key}");
    }
    assert_eq!(json["id"], id.as_str());
    let text: Vec<char> = json["text"].as_str().unwrap().chars().collect();
    for block in json["blocks"].as_array().unwrap() {
        let (Some(start), Some(end)) = (block["start"].as_u64(), block["end"].as_u64()) else {
            continue;
        };
        let there: String = text[start as usize..end as usize].iter().collect();
        assert_eq!(block["text"], there);
        assert_eq!(block["direction"], "rtl");
    }
    let unread: Value = serde_json::from_str(&shelf.run(["show", &file, "--json"]).out).unwrap();
    assert_eq!(unread["id"], Value::Null);
}

#[test]
fn standard_input_is_added_and_shown() {
    let shelf = Shelf::new();
    let shown = shelf.fed(["show", "-"], TEXT);
    assert!(shown.out.contains("وأضاف أن التفاصيل"));
    assert!(!shelf.has_library());
    let added = shelf.fed(["add", "-"], TEXT);
    assert_eq!((added.code, shelf.ids().len()), (0, 1));
}

#[test]
fn looking_at_nothing_is_an_empty_answer() {
    let shelf = Shelf::new();
    let listed = shelf.run(["list", "--json"]);
    assert_eq!((listed.code, listed.out.trim()), (0, "[]"));
    assert_eq!(shelf.run(["list"]).code, 0);
    assert_eq!(shelf.run(["show", "abcd"]).code, 1);
    assert_eq!(shelf.run(["edit", "abcd", "--title", "x"]).code, 1);
    assert_eq!(shelf.run(["remove", "abcd"]).code, 1);
    assert!(!shelf.has_library());
}

#[test]
fn what_cannot_be_added_is_said_in_one_sentence() {
    let shelf = Shelf::new();
    let empty = shelf.path("void");
    fs::create_dir(&empty).unwrap();
    for (source, part) in [
        (shelf.path("missing.txt"), "does not exist"),
        (empty, "holds no article"),
        (shelf.file("empty.txt", ""), "is empty"),
        (
            shelf.file(
                "picture.png",
                b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x10\0\0\0\x10\x08",
            ),
            "is no text",
        ),
        (shelf.file("archive.gz", b"\x1f\x8b\x08rest"), "unpacked"),
        (
            shelf.file("archive.zst", b"\x28\xb5\x2f\xfdrest"),
            "unpacked",
        ),
        ("https://example.org/feed".to_owned(), "reads files only"),
    ] {
        let run = shelf.run(["add", &source]);
        assert_eq!((run.code, run.out.as_str()), (1, ""), "{source}");
        assert_eq!(run.err.lines().count(), 1, "{}", run.err);
        assert!(run.err.contains(part), "{}", run.err);
    }
    assert!(!shelf.has_library());
    let good = shelf.file("good.txt", TEXT);
    let missing = shelf.path("missing.txt");
    let run = shelf.run(["add", &missing, &good, "--json"]);
    let report: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(run.code, 1);
    assert_eq!(report["added"].as_array().unwrap().len(), 1);
    assert_eq!(report["failed"][0]["source"], missing.as_str());
    assert!(
        report["failed"][0]["error"]
            .as_str()
            .unwrap()
            .contains("does not exist")
    );
}

#[test]
fn a_directory_is_walked_in_order_and_hidden_files_are_not() {
    let shelf = Shelf::new();
    for (name, text) in [
        ("dir/b.txt", "الثاني من الأخبار"),
        ("dir/a/1.txt", "الأول من الأخبار"),
        ("dir/.hidden", "لا يُقرأ"),
        ("dir/empty.txt", ""),
    ] {
        shelf.file(name, text);
    }
    let run = shelf.run(["add", &shelf.path("dir")]);
    assert_eq!(run.out, "2 articles were added.\n");
    assert_eq!((run.code, run.err.as_str()), (0, ""));
}

#[test]
fn a_trial_writes_nothing() {
    let shelf = Shelf::new();
    let file = shelf.file("a.md", TEXT);
    let copy = shelf.file("copy.md", TEXT);
    let run = shelf.run(["add", "--dry-run", &file, &copy]);
    assert!(
        run.out
            .starts_with("One article was added.\nOne article was there already.\n")
    );
    assert!(!shelf.has_library());
    shelf.run(["add", &file]);
    let before = shelf.run(["list", "--json"]).out;
    let other = shelf.file("b.txt", "خبر آخر لا صلة له");
    let run = shelf.run(["add", "--dry-run", "--json", &file, &other]);
    let report: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(report["added"].as_array().unwrap().len(), 1);
    assert_eq!(report["unchanged"].as_array().unwrap().len(), 1);
    assert_eq!(shelf.run(["list", "--json"]).out, before);
}

#[test]
fn fields_are_set_and_cleared_by_hand() {
    let shelf = Shelf::new();
    shelf.run([
        "add",
        &shelf.file("a.md", TEXT),
        &shelf.file("b.txt", "خبر ثانٍ غيره"),
    ]);
    let ids = shelf.ids();
    let (one, two) = (ids[0].as_str(), ids[1].as_str());
    let run = shelf.run([
        "edit",
        one,
        two,
        "--author",
        "كاتب",
        "--date",
        "2025-06",
        "--url",
        "https://example.org/x",
    ]);
    assert_eq!(
        (run.code, run.out.as_str()),
        (0, "2 articles were changed.\n")
    );
    let listed: Value = serde_json::from_str(&shelf.run(["list", "--json"]).out).unwrap();
    assert_eq!(listed[1]["author"], "كاتب");
    assert_eq!(listed[1]["date"], "2025-06");
    shelf.run(["edit", one, "--author", "", "--date", ""]);
    let shown: Value = serde_json::from_str(&shelf.run(["show", one, "--json"]).out).unwrap();
    assert_eq!(shown["author"], Value::Null);
    assert_eq!(shown["date"], Value::Null);
    let bad = shelf.run(["edit", one, "--date", "20 يونيو"]);
    assert_eq!(bad.code, 2);
    assert!(bad.err.contains("is no date"));
    assert_eq!(shelf.run(["edit", one]).code, 2);
    assert_eq!(shelf.run(["edit", one, "zzzz", "--title", "x"]).code, 1);
    let shown: Value = serde_json::from_str(&shelf.run(["show", one, "--json"]).out).unwrap();
    assert_ne!(shown["title"], "x");
}

#[test]
fn articles_are_hidden_or_deleted_after_a_backup() {
    let shelf = Shelf::new();
    let file = shelf.file("a.md", TEXT);
    shelf.run(["add", &file]);
    let id = shelf.ids().pop().unwrap();
    let run = shelf.run(["remove", &id]);
    assert_eq!(
        (run.code, run.out.as_str()),
        (0, "One article was removed.\n")
    );
    assert_eq!(shelf.ids(), Vec::<String>::new());
    assert_eq!(shelf.run(["show", &id]).code, 1);
    shelf.run(["add", &file]);
    assert_eq!(shelf.ids(), [id.as_str()]);
    let run = shelf.run(["remove", &id, "--purge"]);
    assert_eq!(run.code, 0);
    assert!(run.out.contains("backups"), "{}", run.out);
    assert_eq!(shelf.ids(), Vec::<String>::new());
    let run = shelf.run(["restore", "1"]);
    assert_eq!(run.code, 0);
    assert!(run.out.contains("put-aside"), "{}", run.out);
    assert_eq!(shelf.ids(), [id.as_str()]);
}

#[test]
fn no_control_reaches_the_terminal() {
    let shelf = Shelf::new();
    let hostile = "قال\u{1b}[2J\u{1b}]0;x\u{7}\u{9b}31m\u{7f}\u{202e}نعم\u{2066}\r\u{85}";
    let file = shelf.file(
        "a\u{1b}[31m\u{202e}.txt",
        format!("{hostile}\n\n{hostile} وأضاف\n"),
    );
    let gone = shelf.path("gone\u{1b}[31m\u{9b}\u{202e}.txt");
    let add = shelf.run(["add", &file]);
    let missing = shelf.run(["add", &gone, "--json"]);
    let wrong = shelf.run(["list", "--f\u{1b}[31m"]);
    let id = shelf.ids().pop().unwrap();
    let edit = shelf.run(["edit", &id, "--title", hostile]);
    assert_eq!(edit.code, 2);
    let runs = [
        add,
        missing,
        wrong,
        edit,
        shelf.run(["list"]),
        shelf.run(["list", "--json"]),
        shelf.run(["show", &id]),
        shelf.run(["show", &id, "--clutter"]),
        shelf.run(["show", &id, "--json"]),
        shelf.run(["show", &gone]),
        shelf.run([""; 0]),
    ];
    for run in runs {
        for text in [&run.out, &run.err] {
            let command = text
                .chars()
                .find(|c| c.is_control() && *c != '\n' || ('\u{202a}'..='\u{202e}').contains(c));
            assert_eq!(command, None, "{text:?}");
        }
    }
}

#[test]
fn without_a_command_the_articles_are_listed_and_files_are_added() {
    let shelf = Shelf::new();
    let file = shelf.file("a.md", TEXT);
    let run = shelf.run([&file]);
    assert_eq!(run.code, 0);
    assert!(run.out.contains("وأضاف أن التفاصيل"));
    assert_eq!(shelf.ids().len(), hashiya::desk::SEEDS.len() + 1);
    let run = shelf.run([""; 0]);
    assert!(run.out.contains("عنوان المقال") && run.out.contains("hashiya show"));
}

#[test]
fn the_seeds_come_first_and_never_again_by_themselves() {
    let shelf = Shelf::new();
    let run = shelf.run([""; 0]);
    assert_eq!(run.code, 0, "{}", run.err);
    let seeds = shelf.ids();
    assert_eq!(seeds.len(), hashiya::desk::SEEDS.len());
    shelf.run(["remove", &seeds[0]]);
    shelf.run([""; 0]);
    assert_eq!(shelf.ids().len(), seeds.len() - 1);
    assert_eq!(shelf.run(["add", "--seeds"]).code, 0);
    assert_eq!(shelf.ids(), seeds);
    let other = Shelf::new();
    other.run(["add", &other.file("a.md", TEXT)]);
    other.run([""; 0]);
    assert_eq!(other.ids().len(), 1);
}

#[test]
fn wrong_use_is_said_in_one_sentence() {
    let shelf = Shelf::new();
    for (words, part) in [
        (vec!["add"], "SOURCE"),
        (vec!["show"], "TARGET"),
        (vec!["list", "--nonsense"], "--nonsense"),
        (vec!["list", "-n", "many"], "many"),
        (vec!["list", "--since", "soon"], "soon"),
        (vec!["list", "--bidi", "sideways"], "auto, visual, explicit"),
        (vec!["list", "--lang", "fr"], "ar, en"),
        (vec!["show", "a", "--raw", "--json"], "--raw"),
        (vec!["completions", "csh"], "bash"),
    ] {
        let run = shelf.run(&words);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{words:?}");
        assert_eq!(run.err.lines().count(), 1, "{}", run.err);
        assert!(run.err.contains(part), "{}", run.err);
    }
    let mut program = shelf.program();
    program.env("HASHIYA_BIDI", "sideways").arg("list");
    let run = said(program.output().unwrap());
    assert_eq!(run.code, 2);
    assert!(run.err.contains("auto, visual, explicit"), "{}", run.err);
    // what is wrong is said of where it was written
    for (words, name) in [
        (&["list"][..], "HASHIYA_BIDI"),
        (&["list", "--bidi", "sideways"], "--bidi"),
    ] {
        let mut program = shelf.program();
        program.env("HASHIYA_BIDI", "sideways").args(words);
        let run = said(program.output().unwrap());
        let names = ["--bidi", "HASHIYA_BIDI"].map(|name| run.err.contains(name));
        assert_eq!(names, ["--bidi", "HASHIYA_BIDI"].map(|own| own == name));
    }
}

#[test]
fn an_empty_variable_is_none() {
    let shelf = Shelf::new();
    let mut program = shelf.program();
    program.env("HASHIYA_BIDI", "").env("HASHIYA_LIBRARY", "");
    program
        .env("XDG_DATA_HOME", shelf.path("data"))
        .arg("doctor");
    let run = said(program.output().unwrap());
    assert_eq!(run.code, 0, "{}", run.err);
    let library = format!("{}/hashiya", shelf.path("data"));
    assert!(run.out.contains(&library), "{}", run.out);
}

#[test]
fn both_languages_are_spoken() {
    let shelf = Shelf::new();
    let arabic = shelf.run(["--lang", "ar", "show", "zzzz"]);
    assert!(
        arabic.err.starts_with("لا مقال باسم «zzzz»"),
        "{}",
        arabic.err
    );
    let mut program = shelf.program();
    program
        .env("LC_ALL", "ar_EG.UTF-8")
        .args(["list", "--help"]);
    let help = said(program.output().unwrap());
    assert!(help.out.contains("الخيارات") && help.code == 0);
}

#[test]
fn shells_and_man_get_their_pages() {
    let shelf = Shelf::new();
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let run = shelf.run(["completions", shell]);
        assert!(run.code == 0 && run.out.contains("dry-run"), "{shell}");
    }
    let page = shelf.run(["man"]);
    assert!(page.code == 0 && page.out.contains(".TH hashiya"));
}

#[test]
fn a_closed_pipe_ends_quietly() {
    let shelf = Shelf::new();
    let files: Vec<String> = (0..200)
        .map(|n| {
            shelf.file(
                &format!("dir/{n}.txt"),
                format!("خبر رقم {n} {}", "كلمة ".repeat(200)),
            )
        })
        .collect();
    shelf.run(["add", &shelf.path("dir")]);
    for words in [vec!["list", "--json"], vec!["show", &files[0]]] {
        let mut child = shelf
            .program()
            .args(words)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let end = child.wait_with_output().unwrap();
        assert_eq!(String::from_utf8_lossy(&end.stderr), "");
        assert!(end.status.success());
    }
}

#[test]
fn two_adds_at_once_both_arrive() {
    let shelf = Shelf::new();
    for (dir, n) in ["one", "two"]
        .iter()
        .flat_map(|d| (0..300).map(move |n| (d, n)))
    {
        shelf.file(
            &format!("{dir}/{n}.txt"),
            format!("خبر {dir} رقم {n} من الأخبار"),
        );
    }
    let children = ["one", "two"].map(|dir| {
        let mut program = shelf.program();
        program
            .args(["add", &shelf.path(dir)])
            .stdout(Stdio::null());
        program.spawn().unwrap()
    });
    for mut child in children {
        assert!(child.wait().unwrap().success());
    }
    assert_eq!(shelf.ids().len(), 600);
}

#[test]
fn a_killed_import_leaves_a_sound_library() {
    let shelf = Shelf::new();
    for n in 0..1500 {
        let text = format!("خبر رقم {n} {}", "كلام كثير ".repeat(100));
        shelf.file(&format!("dir/{n}.txt"), &text);
    }
    for pause in [20, 40, 60, 90] {
        let mut child = shelf
            .program()
            .args(["add", &shelf.path("dir")])
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(std::time::Duration::from_millis(pause));
        let _ = child.kill();
        child.wait().unwrap();
        if shelf.has_library() {
            let db = rusqlite::Connection::open(shelf.path("library/library.db")).unwrap();
            let sound: String = db
                .query_row("PRAGMA integrity_check", [], |r| r.get(0))
                .unwrap();
            assert_eq!(sound, "ok");
        }
    }
    assert_eq!(shelf.run(["add", &shelf.path("dir")]).code, 0);
    assert_eq!(shelf.ids().len(), 1500);
}

#[test]
fn a_line_of_a_hundred_megabytes_is_passed_over() {
    let shelf = Shelf::new();
    let file = shelf.path("long.jsonl");
    let mut out = fs::File::create(&file).unwrap();
    out.write_all(b"{\"title\": \"\xd8\xa3\", \"body\": \"one\"}\n")
        .unwrap();
    let chunk = vec![b'x'; 1 << 20];
    for _ in 0..100 {
        out.write_all(&chunk).unwrap();
    }
    out.write_all(b"\n{\"title\": \"\xd8\xa8\", \"body\": \"two\"}\n")
        .unwrap();
    drop(out);
    let run = shelf.run(["add", &file]);
    assert_eq!(
        (run.code, run.out.as_str()),
        (1, "2 articles were added.\n")
    );
    assert!(run.err.contains("long.jsonl:2 is larger"), "{}", run.err);
    assert_eq!(run.err.lines().count(), 1);
}

#[test]
fn another_charset_is_no_reason_to_fail() {
    let shelf = Shelf::new();
    let bytes: Vec<u8> =
        b"\xc7\xe1\xe3\xde\xc7\xe1 \xc7\xe1\xc3\xe6\xe1 \xe3\xe4 \xc7\xe1\xce\xc8\xd1\n".repeat(20);
    let run = shelf.run(["add", &shelf.file("cp1256.txt", &bytes)]);
    assert_eq!(run.code, 0, "{}", run.err);
}

#[test]
fn damaged_and_newer_libraries_are_named_and_left_alone() {
    let shelf = Shelf::new();
    let file = shelf.file("a.md", TEXT);
    let database = shelf.file("library/library.db", "not a database".repeat(500));
    for words in [vec!["list"], vec!["add", &file]] {
        let run = shelf.run(&words);
        assert_eq!(run.code, 1);
        assert!(run.err.contains("damaged"), "{}", run.err);
    }
    // a file can be read all the same
    assert_eq!(shelf.run(["show", &file]).code, 0);
    assert_eq!(
        fs::read(&database).unwrap(),
        "not a database".repeat(500).as_bytes()
    );
}

#[test]
fn a_library_that_cannot_be_written_can_be_read() {
    let shelf = Shelf::new();
    let file = shelf.file("a.md", TEXT);
    shelf.run(["add", &file]);
    let Some(_guard) = Frozen::new(&shelf.path("library")) else {
        eprintln!("skipped: no directory can be made read-only here");
        return;
    };
    let listed = shelf.run(["list"]);
    assert_eq!(
        (listed.code, listed.out.lines().count()),
        (0, 1),
        "{}",
        listed.err
    );
    let id = shelf.ids().pop().unwrap();
    assert_eq!(shelf.run(["show", &id]).code, 0);
    for words in [
        vec!["add", &file],
        vec!["edit", &id, "--title", "x"],
        vec!["remove", &id],
    ] {
        let run = shelf.run(&words);
        assert_eq!(run.code, 1, "{words:?}");
        assert!(run.err.contains("cannot be written"), "{}", run.err);
    }
}

/// A directory that is mounted read-only over itself while this lives.
struct Frozen(String);

impl Frozen {
    fn new(dir: &str) -> Option<Self> {
        let mount = |arguments: &[&str]| -> bool {
            let mut mount = Command::new("mount");
            mount.args(arguments).stderr(Stdio::null());
            mount.status().is_ok_and(|status| status.success())
        };
        if !mount(&["--bind", dir, dir]) {
            return None;
        }
        let guard = Self(dir.to_owned());
        mount(&["-o", "remount,bind,ro", dir]).then_some(guard)
    }
}

impl Drop for Frozen {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(&self.0).status();
    }
}

#[test]
fn what_may_not_be_read_is_said() {
    let shelf = Shelf::new();
    let file = shelf.file("secret.txt", TEXT);
    close(Path::new(&file));
    if fs::read(&file).is_ok() {
        eprintln!("skipped: this user may read everything");
        return;
    }
    let run: Run = shelf.run(["add", &file]);
    assert_eq!(run.code, 1);
    assert!(run.err.contains("not permitted"), "{}", run.err);
}

fn close(file: &Path) {
    let mut permissions = fs::metadata(file).unwrap().permissions();
    std::os::unix::fs::PermissionsExt::set_mode(&mut permissions, 0);
    fs::set_permissions(file, permissions).unwrap();
}
