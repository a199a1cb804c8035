//! Is the answer the same, whatever befalls the index, and is that said in one line?

use std::{
    fs::{self, File},
    path::{Path, PathBuf},
    process::{Child, Stdio},
    thread,
    time::{Duration, Instant},
};

use serde_json::{Value, json};

use super::{
    program::{Run, Shelf, said},
    sample::{SLEEP, VISIT, asked, lines, names, objects, records, shelf},
};

/// What is asked, before and after.
fn answers(shelf: &Shelf) -> [Vec<Value>; 2] {
    [
        asked(shelf, &["search", "معاهدة بيونغ يانغ"]),
        asked(shelf, &["related", VISIT]),
    ]
}

/// The directory that holds the index.
fn index(shelf: &Shelf) -> PathBuf {
    let library = PathBuf::from(shelf.path("library"));
    let entries = fs::read_dir(&library)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let mut own: Vec<PathBuf> = entries.filter(|path| is_index(path)).collect();
    assert_eq!(own.len(), 1, "{own:?}");
    own.remove(0)
}

fn is_index(path: &Path) -> bool {
    let name = path.file_name().unwrap().to_string_lossy();
    name.starts_with("index.") && path.is_dir()
}

/// Its files.
fn files(shelf: &Shelf) -> Vec<PathBuf> {
    let entries = fs::read_dir(index(shelf)).unwrap();
    let files = entries.map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> = files.filter(|path| path.is_file()).collect();
    files.sort_unstable();
    files
}

/// Spoils the index, and sees that it is made anew at once, with at most one word.
fn mended(shelf: &Shelf, before: &[Vec<Value>; 2], what: &str, spoil: impl FnOnce()) -> Run {
    spoil();
    let run = shelf.run(["search", "معاهدة بيونغ يانغ", "--json"]);
    assert_eq!(run.code, 0, "{what}: {run:?}");
    assert_eq!(objects(&run), before[0], "{what}");
    assert!(run.err.lines().count() <= 1, "{what}: {}", run.err);
    assert!(!run.err.contains("panicked"), "{what}");
    assert_eq!(answers(shelf), *before, "{what}");
    run
}

#[test]
fn adding_does_not_touch_the_index_and_searching_makes_it() {
    let shelf = shelf();
    let entries = fs::read_dir(shelf.path("library")).unwrap();
    assert!(
        !entries
            .map(|entry| entry.unwrap().path())
            .any(|path| is_index(&path))
    );
    let doctor = |key: &str| {
        let run = shelf.run(["doctor", "--json"]);
        let report: Value = serde_json::from_str(&run.out).unwrap();
        assert_eq!(run.code, 0);
        report["index"][key].clone()
    };
    assert_eq!(doctor("state"), "none");
    answers(&shelf);
    assert_eq!(doctor("state"), "sound");
    assert_eq!(doctor("articles"), records().len());
    assert!(doctor("bytes").as_u64().unwrap() > 0);
    let more =
        json!({"id": "z", "title": "قنفذ في الحديقة", "body": "رأى الأطفال قنفذًا تحت الشجرة."});
    shelf.run(["add", &shelf.file("more.jsonl", lines(&[more]))]);
    assert_eq!(
        (doctor("state"), doctor("behind")),
        ("behind".into(), 1.into())
    );
    assert!(
        shelf
            .run(["doctor"])
            .out
            .contains("the next search brings it")
    );
    assert_eq!(names(&asked(&shelf, &["search", "قنفذ"])), ["z"]);
    assert_eq!(doctor("behind"), 0);
}

#[test]
fn an_index_that_is_gone_is_made_again() {
    let shelf = shelf();
    let before = answers(&shelf);
    mended(&shelf, &before, "the directory", || {
        fs::remove_dir_all(index(&shelf)).unwrap();
    });
    mended(&shelf, &before, "the line that names it", || {
        fs::remove_file(shelf.path("library/CURRENT")).unwrap();
    });
    for at in 0..files(&shelf).len() {
        let files = files(&shelf);
        let Some(file) = files.get(at) else { break };
        let what = file.to_string_lossy().into_owned();
        mended(&shelf, &before, &what, || fs::remove_file(file).unwrap());
    }
}

#[test]
fn an_index_that_is_spoilt_is_made_anew_and_that_is_said_once() {
    let shelf = shelf();
    let before = answers(&shelf);
    for (what, spoil) in [
        ("emptied", (|_| Vec::new()) as fn(Vec<u8>) -> Vec<u8>),
        ("cut in half", |mut bytes| {
            bytes.truncate(bytes.len() / 2);
            bytes
        }),
        ("one bit", |mut bytes| {
            let middle = bytes.len() / 2;
            bytes[middle] ^= 1;
            bytes
        }),
        ("garbage", |bytes| {
            b"\xff\x00garbage\n".repeat(bytes.len() / 9 + 1)
        }),
    ] {
        let count = files(&shelf).len();
        for at in 0..count {
            let files = files(&shelf);
            let Some(file) = files.get(at) else { break };
            let bytes = fs::read(file).unwrap();
            if bytes.is_empty() {
                continue;
            }
            let name = file.file_name().unwrap().to_string_lossy().into_owned();
            mended(&shelf, &before, &format!("{name}: {what}"), || {
                fs::write(file, spoil(bytes)).unwrap();
            });
        }
    }
    let meta = index(&shelf).join("meta.json");
    let run = mended(&shelf, &before, "no list of parts", || {
        fs::write(&meta, "{}").unwrap();
    });
    assert!(run.err.contains("made anew"), "{}", run.err);
    for line in [
        "",
        "index.v0.1\n",
        "../../etc\n",
        "\u{1b}[2J\n",
        "backups\n",
    ] {
        mended(&shelf, &before, line, || {
            fs::write(shelf.path("library/CURRENT"), line).unwrap();
        });
    }
    // what was put aside does not pile up
    index(&shelf);
}

#[test]
fn an_index_of_another_library_is_not_believed() {
    let shelf = shelf();
    let before = answers(&shelf);
    let other = Shelf::new();
    let record = json!({"id": "o", "title": "معاهدة بيونغ يانغ", "body": "نص آخر في مكتبة أخرى."});
    other.run(["add", &other.file("o.jsonl", lines(&[record]))]);
    asked(&other, &["search", "معاهدة"]);
    let foreign = index(&other);
    mended(&shelf, &before, "another library's", || {
        let own = index(&shelf);
        fs::remove_dir_all(&own).unwrap();
        fs::create_dir(&own).unwrap();
        for file in fs::read_dir(&foreign).unwrap() {
            let file = file.unwrap();
            fs::copy(file.path(), own.join(file.file_name())).unwrap();
        }
    });
}

#[test]
fn an_index_that_another_program_holds_is_read_as_it_is() {
    let shelf = shelf();
    let before = answers(&shelf);
    let lock = index(&shelf).join(".tantivy-writer.lock");
    let held = File::options()
        .create(true)
        .append(true)
        .open(lock)
        .unwrap();
    held.lock().unwrap();
    // nothing is to be written: nobody is waited for
    assert_eq!(answers(&shelf), before);
    let more = json!({"id": "z", "title": "قنفذ", "body": "رأى الأطفال قنفذًا تحت الشجرة."});
    shelf.run(["add", &shelf.file("more.jsonl", lines(&[more]))]);
    let run = shelf.run(["search", "معاهدة بيونغ يانغ", "--json"]);
    assert_eq!(run.code, 0);
    assert_eq!(names(&objects(&run)), names(&before[0]));
    assert_eq!(run.err.lines().count(), 1, "{}", run.err);
    assert!(run.err.contains("could not be brought up"), "{}", run.err);
    drop(held);
    assert_eq!(names(&asked(&shelf, &["search", "قنفذ"])), ["z"]);
}

/// A library of many articles, of which one alone is about sleep.
fn many(count: usize) -> Shelf {
    let shelf = Shelf::new();
    let mut records: Vec<Value> = (0..count)
        .map(|nth| {
            let body = format!("جملة من نص الخبر رقم {nth} عن السوق والبحر والطريق. ").repeat(12);
            json!({"id": nth.to_string(), "title": format!("خبر رقم {nth}"), "body": body})
        })
        .collect();
    records.extend(super::sample::records().pop());
    shelf.run(["add", &shelf.file("archive.jsonl", lines(&records))]);
    shelf
}

fn start(shelf: &Shelf, words: &[&str]) -> Child {
    let mut program = shelf.program();
    program
        .args(words)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    program.spawn().unwrap()
}

#[test]
fn programs_that_search_at_once_all_find() {
    let shelf = many(400);
    let running: Vec<Child> = (0..4)
        .map(|_| start(&shelf, &["search", "الذاكرة", "--json"]))
        .collect();
    for child in running {
        let run = said(child.wait_with_output().unwrap());
        assert_eq!(run.code, 0, "{run:?}");
        assert_eq!(names(&objects(&run)), [SLEEP], "{}", run.err);
    }
}

#[test]
fn what_was_being_indexed_when_it_was_killed_is_found_afterwards() {
    let shelf = many(1500);
    let begun = Instant::now();
    let trial = many(0);
    asked(&trial, &["search", "الذاكرة"]);
    let least = begun.elapsed();
    for nth in 0..6 {
        if nth == 3 {
            fs::remove_file(shelf.path("library/CURRENT")).unwrap_or_default();
        }
        let mut child = start(&shelf, &["search", "السوق", "--json"]);
        thread::sleep(least.mul_f64(0.2) + Duration::from_millis(40 * nth));
        child.kill().unwrap();
        child.wait().unwrap();
    }
    assert_eq!(names(&asked(&shelf, &["search", "الذاكرة"])), [SLEEP]);
    assert_eq!(
        asked(&shelf, &["search", "السوق", "-n", "9999"]).len(),
        1500
    );
}

/// Runs lines of a shell that has disks of its own, in which `$hashiya` is the program and
/// `$library` the library's directory; none where that is not permitted.
fn with_own_disks(shelf: &Shelf, script: &str) -> Option<Run> {
    let shell = |lines: &str| {
        let mut command = shelf.command("unshare");
        command.args(["-rm", "sh", "-c", lines]);
        command.env("hashiya", shelf.program().get_program());
        command
            .env("library", shelf.path("library"))
            .env("shelf", shelf.path(""));
        command.output()
    };
    let may = shell("mount -t tmpfs none /mnt").is_ok_and(|tried| tried.status.success());
    if !may {
        eprintln!("no disk of its own may be mounted: not tested");
        return None;
    }
    Some(said(shell(script).unwrap()))
}

#[test]
fn on_a_disk_that_is_read_only_what_is_there_is_searched() {
    const READ_ONLY: &str = r#"mount --bind "$library" "$library"
        mount -o remount,bind,ro "$library"
        "$hashiya" search معاهدة --json 2>"$shelf/said"; echo $?"#;
    let shelf = shelf();
    let Some(without) = with_own_disks(&shelf, READ_ONLY) else {
        return;
    };
    let told = fs::read_to_string(shelf.path("said")).unwrap();
    assert_eq!(
        (without.out.as_str(), told.lines().count()),
        ("1\n", 1),
        "{told}"
    );
    assert!(told.contains("cannot be written"), "{told}");
    let before = answers(&shelf);
    let more = json!({"id": "z", "title": "قنفذ", "body": "رأى الأطفال قنفذًا تحت الشجرة."});
    shelf.run(["add", &shelf.file("more.jsonl", lines(&[more]))]);
    let run = with_own_disks(&shelf, READ_ONLY).unwrap();
    let told = fs::read_to_string(shelf.path("said")).unwrap();
    let (found, code) = run.out.trim_end().rsplit_once('\n').unwrap();
    let found: Vec<Value> = serde_json::from_str(found).unwrap();
    assert_eq!((code, found.len()), ("0", before[0].len()));
    assert_eq!(told.lines().count(), 1, "{told}");
    assert!(told.contains("could not be brought up"), "{told}");
}

#[test]
fn on_a_full_disk_what_is_there_is_searched() {
    let shelf = shelf();
    let before = answers(&shelf);
    let run = with_own_disks(
        &shelf,
        r#"cp -r "$library" "$shelf/copy"; mount -t tmpfs -o size=8m none "$library"
        cp -r "$shelf/copy/." "$library"; "$hashiya" add "$shelf/archive.jsonl" >/dev/null
        "$hashiya" edit s-1 --title "عنوان جديد" >/dev/null
        head -c 20000000 /dev/zero >"$library/filler" 2>/dev/null; truncate -s -40960 "$library/filler"
        "$hashiya" search معاهدة --json 2>"$shelf/said"; echo $?
        rm "$library/filler"
        "$hashiya" search عنوان:جديد --json 2>"$shelf/after"; echo $?"#,
    );
    let Some(run) = run else { return };
    let told = fs::read_to_string(shelf.path("said")).unwrap();
    let lines: Vec<&str> = run.out.lines().collect();
    let [found, "0", after, "0"] = lines[..] else {
        panic!("{lines:?}: {told}");
    };
    let found: Vec<Value> = serde_json::from_str(found).unwrap();
    assert_eq!(found.len(), before[0].len());
    assert!(
        told.contains("no space left") && told.lines().count() == 1,
        "{told}"
    );
    let after: Vec<Value> = serde_json::from_str(after).unwrap();
    assert_eq!(names(&after), ["s-1"]);
}
