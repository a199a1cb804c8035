//! Does what was confirmed outlive whatever happens to program, disk and neighbours?
//!
//! `HASHIYA_FAULTS=1000` makes the loops long: see benches/README.md.

mod program;

use std::{
    collections::BTreeSet,
    env, fs,
    io::Read,
    path::Path,
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use program::{Run, Shelf, said};
use rusqlite::Connection;
use serde_json::Value;

const TEXT: &str =
    "# عنوان\n\nقال الوزير إن الميزانية أُقرّت أمس، وأضاف أن العجز أقل مما كان متوقعًا.\n";

/// How often: so often here, or as often as it is asked for.
fn times(few: usize) -> usize {
    let asked = env::var("HASHIYA_FAULTS").ok();
    asked.and_then(|count| count.parse().ok()).unwrap_or(few)
}

/// A library of one article, and its id.
fn one() -> (Shelf, String) {
    let shelf = Shelf::new();
    shelf.run(["add", &shelf.file("a.md", TEXT)]);
    let id = shelf.ids().pop().unwrap();
    (shelf, id)
}

/// The words that tag a span of an article.
fn tagging<'a>(id: &'a str, tag: &'a str) -> [&'a str; 8] {
    ["tag", id, tag, "--start", "6", "--end", "16", "--json"]
}

/// The ids of the passages that were confirmed.
fn confirmed(out: &str) -> Vec<String> {
    let whole = out
        .lines()
        .filter_map(|line| serde_json::from_str(line).ok());
    whole
        .map(|line: Value| line["id"].as_str().unwrap().to_owned())
        .collect()
}

/// The ids of the passages that the library of a directory holds, after every part of each
/// has been found in its place.
fn sound(library: &Path) -> BTreeSet<String> {
    let db = Connection::open(library.join("library.db")).unwrap();
    let ask = |question: &str| -> Vec<String> {
        let mut asked = db.prepare(question).unwrap();
        let rows = asked.query_map([], |r| r.get(0)).unwrap();
        rows.collect::<Result<_, _>>().unwrap()
    };
    assert_eq!(ask("PRAGMA integrity_check"), ["ok"]);
    assert_eq!(
        ask("SELECT \"table\" FROM pragma_foreign_key_check"),
        [""; 0]
    );
    let half_made = ask("SELECT p.id FROM passage p
         LEFT JOIN placement l ON l.passage = p.row AND l.start IS NOT NULL
         LEFT JOIN passage_tag t ON t.passage = p.row
         LEFT JOIN log g ON instr(g.after, p.id)
         WHERE p.quote = '' OR l.passage IS NULL OR t.tag IS NULL OR g.number IS NULL");
    assert_eq!(half_made, [""; 0]);
    let lines = "SELECT count(*) FROM log WHERE kind = 'mark'";
    let lines: u32 = db.query_row(lines, [], |r| r.get(0)).unwrap();
    let held: BTreeSet<String> = ask("SELECT id FROM passage").into_iter().collect();
    assert_eq!(lines as usize, held.len(), "a line of the log for each");
    let counted = "SELECT coalesce(sum(passages), 0) FROM tag";
    let counted: u32 = db.query_row(counted, [], |r| r.get(0)).unwrap();
    assert_eq!(counted as usize, held.len(), "the codebook counts each");
    held
}

fn library(shelf: &Shelf) -> std::path::PathBuf {
    shelf.path("library").into()
}

fn start(shelf: &Shelf, words: &[&str]) -> Child {
    let mut program = shelf.program();
    program
        .args(words)
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    program.spawn().unwrap()
}

/// Ends a program after a while as if the machine had been switched off for it; what it had
/// said until then.
fn killed(mut child: Child, after: Duration) -> String {
    thread::sleep(after);
    child.kill().unwrap();
    child.wait().unwrap();
    let mut out = String::new();
    child.stdout.unwrap().read_to_string(&mut out).unwrap();
    out
}

/// Instants that fall everywhere between none and somewhat more than a whole run.
fn instants(count: usize, whole: Duration) -> impl Iterator<Item = Duration> {
    // steps of the golden ratio leave no gap
    let shares = (0..count).scan(0.0_f64, |share, _| {
        *share = (*share + 0.618_034).fract();
        Some(*share)
    });
    shares.map(move |share| whole.mul_f64(1.2 * share))
}

#[test]
fn what_was_confirmed_outlives_a_kill_at_any_instant() {
    let (shelf, id) = one();
    let begun = Instant::now();
    assert_eq!(shelf.run(tagging(&id, "اقتصاد")).code, 0);
    let mut kept: BTreeSet<String> = sound(&library(&shelf));
    for (nth, instant) in instants(times(20), begun.elapsed()).enumerate() {
        let tag = format!("وسم {}", nth % 7);
        let out = killed(start(&shelf, &tagging(&id, &tag)), instant);
        kept.extend(confirmed(&out));
        if nth % 10 == 9 {
            // the backup of the day is made in the middle of it too
            let _ = fs::remove_dir_all(shelf.path("library/backups"));
        }
        if nth % 50 == 19 {
            assert!(sound(&library(&shelf)).is_superset(&kept));
        }
    }
    let held = sound(&library(&shelf));
    assert!(held.is_superset(&kept));
    let run = shelf.run(["passages", "--json"]);
    let listed: Vec<Value> = serde_json::from_str(&run.out).unwrap();
    assert_eq!(listed.len(), held.len());
    println!("{} confirmed, {} made", kept.len(), held.len());
}

#[test]
fn an_import_that_is_killed_leaves_whole_articles() {
    let (shelf, _) = one();
    let archive = shelf.file("archive.jsonl", records(600));
    let begun = Instant::now();
    let trial = Shelf::new();
    trial.run(["add", &archive]);
    for instant in instants(times(20) / 4, begun.elapsed()) {
        killed(start(&shelf, &["add", &archive]), instant);
        sound(&library(&shelf));
    }
    assert_eq!(shelf.run(["add", &archive]).code, 0);
    sound(&library(&shelf));
    assert_eq!(shelf.ids().len(), 601);
}

#[test]
fn a_restore_that_is_killed_has_brought_back_all_or_nothing() {
    let (shelf, id) = one();
    let tag = |name: &str| assert_eq!(shelf.run(tagging(&id, name)).code, 0);
    tag("أول");
    let backup = fs::read_dir(shelf.path("library/backups")).unwrap().next();
    let backup = backup.unwrap().unwrap().path();
    let backup = backup.to_str().unwrap();
    tag("ثانٍ");
    let begun = Instant::now();
    assert_eq!(shelf.run(["restore", backup]).code, 0);
    let whole = begun.elapsed();
    for instant in instants(times(20) / 4, whole) {
        let before = sound(&library(&shelf)).len();
        if before == 1 {
            tag("ثانٍ");
        }
        killed(start(&shelf, &["restore", backup]), instant);
        let after = sound(&library(&shelf)).len();
        assert!([1, 2].contains(&after), "{after}");
    }
    assert_eq!(shelf.run(["restore", backup]).code, 0);
    assert_eq!(sound(&library(&shelf)).len(), 1);
    let rest = fs::read_dir(shelf.path("library/backups")).unwrap();
    let rest = rest.map(|file| file.unwrap().path());
    let left = rest.filter(|path| path.extension() != Some("zst".as_ref()));
    assert_eq!(left.count(), 0);
}

#[test]
fn four_programs_that_tag_one_article_at_once_all_do() {
    let (shelf, id) = one();
    let each = times(25);
    let names = ["أ", "ب", "ج", "اقتصاد"];
    let made: Vec<String> = thread::scope(|scope| {
        let (shelf, id) = (&shelf, &id);
        let taggers = names.map(|name| {
            scope.spawn(move || {
                let tag = |_| {
                    let run = shelf.run(tagging(id, name));
                    assert_eq!((run.code, run.err.as_str()), (0, ""));
                    confirmed(&run.out).pop().unwrap()
                };
                (0..each).map(tag).collect::<Vec<_>>()
            })
        });
        taggers
            .into_iter()
            .flat_map(|t| t.join().unwrap())
            .collect()
    });
    let held = sound(&library(&shelf));
    assert_eq!(held.len(), 4 * each);
    assert_eq!(held, made.into_iter().collect());
    let tags: Vec<Value> = serde_json::from_str(&shelf.run(["tags", "--json"]).out).unwrap();
    assert_eq!(tags.len(), names.len());
    assert!(tags.iter().all(|tag| tag["passages"] == each));
}

/// Lines of an archive.
fn records(count: usize) -> String {
    let record = |nth: usize| {
        let body = "جملة من نص المقال لا يتكرر فيها إلا رقمها ".repeat(20);
        format!(
            "{{\"id\": \"{nth}\", \"title\": \"خبر رقم {nth}\", \"source\": \"صحيفة\", \
             \"url\": \"https://example.org/{nth}\", \"text\": \"{body}{nth}\"}}\n"
        )
    };
    (0..count).map(record).collect()
}

#[test]
fn tags_given_while_an_import_runs_are_kept() {
    let (shelf, id) = one();
    let archive = env::var("HASHIYA_ARCHIVE").ok();
    let archive = archive.unwrap_or_else(|| shelf.file("archive.jsonl", records(3000)));
    let mut import = start(&shelf, &["add", &archive]);
    // it has begun once something of it is there
    while shelf
        .run(["list", "-n", "2", "--json"])
        .out
        .matches("\"id\"")
        .count()
        < 2
    {
        assert!(
            import.try_wait().unwrap().is_none(),
            "nothing to run beside"
        );
    }
    let began = Instant::now();
    let runs = ["أول", "ثانٍ"].map(|tag| shelf.run(tagging(&id, tag)));
    println!("two tags beside an import: {:?}", began.elapsed());
    let still = import.try_wait().unwrap().is_none();
    assert!(runs.iter().all(|run| run.code == 0), "{runs:?}");
    assert!(import.wait().unwrap().success());
    assert_eq!(sound(&library(&shelf)).len(), 2);
    println!("the import was still running: {still}");
}

/// Runs a script in which `$hashiya` is the program, `$id` the article and `$library` the
/// library's directory, after what is given of the shell's own.
fn script(shelf: &Shelf, id: &str, shell: &[&str], lines: &str) -> Run {
    let program = shelf.program();
    let mut command = shelf.command(shell[0]);
    command.args(&shell[1..]).arg(lines);
    command.env("hashiya", program.get_program()).env("id", id);
    command
        .env("library", shelf.path("library"))
        .env("shelf", shelf.path(""));
    said(command.output().unwrap())
}

/// A shell that may mount disks of its own; none where that is not permitted.
const OWN_DISKS: [&str; 4] = ["unshare", "-rm", "sh", "-c"];

fn own_disks() -> bool {
    let mounted = Command::new(OWN_DISKS[0])
        .args(&OWN_DISKS[1..])
        .arg("mount -t tmpfs none /mnt")
        .output();
    let may = mounted.is_ok_and(|tried| tried.status.success());
    if !may {
        eprintln!("no disk of its own may be mounted: not tested");
    }
    may
}

/// Tags until that is refused.
const FILL: &str = r#"
    note=$(head -c 3000 /dev/zero | tr '\0' x)
    while "$hashiya" tag "$id" وسم --start 6 --end 16 --note "$note" --json >>"$shelf/out" 2>"$shelf/err"
    do cp "$shelf/err" "$shelf/before"; done
"#;

#[test]
fn a_full_disk_is_said_and_costs_nothing_that_was_confirmed() {
    if !own_disks() {
        return;
    }
    let (shelf, id) = one();
    let run = script(
        &shelf,
        &id,
        &OWN_DISKS,
        &format!(
            r#"cp -r "$library" "$shelf/copy"; mount -t tmpfs -o size=1500k none "$library"
            cp -r "$shelf/copy/." "$library"; head -c 500000 /dev/zero >"$library/filler"
            {FILL}
            cat "$shelf/err"; rm "$library/filler"
            "$hashiya" tag "$id" وسم --start 6 --end 16 --json >>"$shelf/out" || echo still full
            rm -r "$shelf/copy"; cp -r "$library" "$shelf/copy""#
        ),
    );
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    assert_eq!(run.out.lines().count(), 1, "{}", run.out);
    assert!(run.out.contains("no space left"), "{}", run.out);
    let out = fs::read_to_string(shelf.path("out")).unwrap();
    let kept: BTreeSet<String> = confirmed(&out).into_iter().collect();
    assert!(kept.len() > 10, "{}", kept.len());
    assert_eq!(sound(Path::new(&shelf.path("copy"))), kept);
}

#[test]
fn a_file_that_may_not_grow_is_said_and_costs_nothing_that_was_confirmed() {
    let (shelf, id) = one();
    let limits = format!("trap '' XFSZ; ulimit -f 800\n{FILL}cat \"$shelf/err\"");
    let run = script(&shelf, &id, &["sh", "-c"], &limits);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    assert_eq!(run.out.lines().count(), 1, "{}", run.out);
    let out = fs::read_to_string(shelf.path("out")).unwrap();
    let kept: BTreeSet<String> = confirmed(&out).into_iter().collect();
    assert!(kept.len() > 10, "{}", kept.len());
    assert_eq!(sound(&library(&shelf)), kept);
    assert_eq!(shelf.run(tagging(&id, "وسم")).code, 0);
}

#[test]
fn a_disk_that_is_read_only_is_read_and_the_rest_is_said() {
    if !own_disks() {
        return;
    }
    let (shelf, id) = one();
    shelf.run(tagging(&id, "وسم"));
    let before = sound(&library(&shelf));
    let run = script(
        &shelf,
        &id,
        &OWN_DISKS,
        r#"mount --bind "$library" "$library"; mount -o remount,bind,ro "$library"
        "$hashiya" tag "$id" وسم --start 6 --end 16 2>&1; echo $?
        "$hashiya" restore 1 2>&1; echo $?
        "$hashiya" passages --json | grep -c quote; "$hashiya" doctor >"$shelf/doctor"; echo $?"#,
    );
    let lines: Vec<&str> = run.out.lines().collect();
    assert_eq!(run.err, "");
    let [tag, "1", restore, "1", "1", "0"] = lines[..] else {
        panic!("{lines:?}");
    };
    assert!(tag.contains("cannot be written"), "{tag}");
    assert!(restore.contains("cannot be written"), "{restore}");
    assert_eq!(sound(&library(&shelf)), before);
}

#[test]
fn a_backup_that_cannot_be_made_is_told_and_the_change_stands() {
    let (shelf, id) = one();
    shelf.file("library/backups", "in the way");
    let run = shelf.run(tagging(&id, "وسم"));
    assert_eq!((run.code, confirmed(&run.out).len()), (0, 1));
    assert!(run.err.contains("no backup could be made"), "{}", run.err);
    assert_eq!(run.err.lines().count(), 1, "{}", run.err);
    assert_eq!(sound(&library(&shelf)).len(), 1);
}
