//! Do our rows agree with GNU FriBidi's: reordered, mirrored and shaped, on wrapped rows?
//!
//! FriBidi (Debian: libfribidi0) is asked through Python; without either the test says so
//! and passes, except in continuous integration.

use std::{
    fs,
    io::Write,
    path::Path,
    process::{Command, Stdio},
};

use hashiya::text::{Direction, Paragraph, Row, Typesetter};
use proptest::{prelude::*, strategy::ValueTree, test_runner::TestRunner};

/// What FriBidi does otherwise: it joins lam and alef only where no mark stands between,
/// and knows no emoji sequences.
fn differs_by_design(text: &str) -> bool {
    if text.contains('\u{200d}') {
        return true;
    }
    let is_mark = |c: char| ('\u{64b}'..='\u{65f}').contains(&c) || c == '\u{670}';
    let mut lam = false;
    let mut marked = false;
    for c in text.chars() {
        match c {
            'ل' => (lam, marked) = (true, false),
            'ا' | 'أ' | 'إ' | 'آ' if lam && marked => return true,
            c if is_mark(c) => marked = true,
            _ => lam = false,
        }
    }
    false
}

/// The paragraphs laid out at this width agree row by row; answers how many rows were compared.
fn compare(texts: &[String], width: usize) -> usize {
    let mut setter = Typesetter::default();
    let mut jobs = String::new();
    let mut ours = Vec::new();
    for text in texts.iter().filter(|t| !differs_by_design(t)) {
        let paragraph = setter.set(text, Direction::Ltr, &[]);
        let rows = paragraph.wrap(width);
        let spans: Vec<[usize; 2]> = rows.iter().map(|row| shown(&paragraph, row)).collect();
        let base = paragraph.direction().level();
        jobs += &serde_json::json!({"text": text, "base": base, "rows": spans}).to_string();
        jobs.push('\n');
        for row in &rows {
            let mut visual = String::new();
            row.push_visual(&paragraph, false, &mut visual);
            ours.push((text.clone(), visual.replace('\u{25cc}', "")));
        }
    }
    let Some(theirs) = ask(&jobs) else {
        return ours.len();
    };
    assert_eq!(ours.len(), theirs.lines().count());
    for ((text, ours), theirs) in ours.iter().zip(theirs.lines()) {
        assert_eq!(
            ours,
            theirs,
            "\nours   {}\ntheirs {}\nof {text:?}",
            ours.escape_unicode(),
            theirs.escape_unicode()
        );
    }
    ours.len()
}

/// The code points that take cells.
fn shown(paragraph: &Paragraph, row: &Row) -> [usize; 2] {
    let (_, chars) = paragraph.span(row.shown());
    [chars.start, chars.end]
}

fn ask(jobs: &str) -> Option<String> {
    match answer(jobs) {
        Ok(rows) => Some(rows),
        Err(why) => {
            assert!(
                std::env::var_os("CI").is_none(),
                "python3 and libfribidi0 are needed: {why}"
            );
            eprintln!("python3 or libfribidi0 is missing: not compared ({why})");
            None
        }
    }
}

fn answer(jobs: &str) -> Result<String, String> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/oracle/fribidi.py");
    let mut child = Command::new("python3")
        .arg(script)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|e| e.to_string())?;
    let mut input = child.stdin.take().expect("it is piped");
    let jobs = jobs.to_owned();
    let writer = std::thread::spawn(move || input.write_all(jobs.as_bytes()));
    let output = child.wait_with_output().map_err(|e| e.to_string())?;
    let _ = writer.join();
    if output.status.success() {
        return String::from_utf8(output.stdout).map_err(|e| e.to_string());
    }
    Err(String::from_utf8_lossy(&output.stderr).into_owned())
}

#[test]
fn rows_of_the_bundled_articles_agree() {
    let mut texts = Vec::new();
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds")).unwrap() {
        let text = fs::read_to_string(entry.unwrap().path()).unwrap();
        texts.extend(text.lines().filter(|l| !l.is_empty()).map(str::to_owned));
    }
    for width in [20, 40, 76, 1000] {
        assert!(compare(&texts, width) > 300);
    }
}

#[test]
fn rows_of_generated_text_agree() {
    let piece = prop_oneof![
        6 => "[ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءآأؤإئ]{1,6}",
        2 => "[\u{64b}-\u{652}]",
        3 => Just(" ".to_owned()),
        2 => "[0-9]{1,4}",
        2 => "[٠-٩]{1,4}",
        2 => "[a-zA-Z]{1,5}",
        2 => "[-+/.,:%()\\[\\]{}«»<>\"'،؛؟!]",
        1 => "[پچژگڤیکڵے]",
        1 => "[\u{200c}\u{200f}][بتسعهوr1]",
        1 => Just("\u{200e} ".to_owned()),
        1 => "[אבגדה]{1,3}",
    ];
    let texts = prop::collection::vec(piece, 1..40).prop_map(|pieces| pieces.concat());
    let mut runner = TestRunner::deterministic();
    let texts: Vec<String> = (0..20_000)
        .map(|_| texts.new_tree(&mut runner).unwrap().current())
        .collect();
    for width in [12, 33] {
        assert!(compare(&texts, width) > 20_000);
    }
}
