//! Is what the screen called done still there after a kill?
//!
//! `HASHIYA_KILLS` says how often the reader is killed; a few times where it says nothing.

use std::{env, thread, time::Duration};

use rusqlite::Connection;
use rustix::process::{Signal, kill_process};

use crate::home::Home;

#[test]
fn what_the_reader_confirmed_outlives_a_kill_at_any_instant() {
    let kills = env::var("HASHIYA_KILLS").map_or(8, |count| count.parse().unwrap());
    let home = Home::with_seeds();
    let id = home.ids().remove(0);
    home.cli(["tag", &id, "سوق", "--article"]);
    let mut confirmed = 0;
    for nth in 0..kills {
        let mut terminal = home.reader().go();
        terminal.wait_list();
        terminal.keys("\r");
        terminal.wait_hint("t", "tag");
        let pid = terminal.pid();
        // spread over what a tag takes, from its keys to its frame
        let wait = Duration::from_micros(2_000 + 2_311 * (nth * 7919 % 97));
        let killer = thread::spawn(move || {
            thread::sleep(wait);
            kill_process(pid, Signal::KILL).unwrap();
        });
        let mut seen = 0;
        loop {
            // a selection always makes a new passage
            terminal.keys("v1");
            let done = terminal.sees(|screen| screen.bottom().contains("is tagged"));
            if !done {
                break;
            }
            seen += 1;
            // the line is empty again before the next one
            terminal.keys("w");
            if !terminal.sees(|screen| !screen.bottom().contains("is tagged")) {
                break;
            }
        }
        killer.join().unwrap();
        assert!(!terminal.ended().success());
        drop(terminal);
        let there = sound(&home);
        confirmed += seen;
        assert!(
            there >= confirmed,
            "{there} of {confirmed} are there, kill {nth}"
        );
        // what was under way may be there too
        confirmed = there;
    }
    eprintln!("{kills} kills, {confirmed} passages");
}

/// How many passages a library holds that is sound.
fn sound(home: &Home) -> usize {
    let db = Connection::open(home.database()).unwrap();
    let check: String = db
        .query_row("PRAGMA integrity_check", [], |row| row.get(0))
        .unwrap();
    assert_eq!(check, "ok");
    let half = "SELECT count(*) FROM passage p \
                LEFT JOIN placement l ON l.passage = p.row \
                LEFT JOIN passage_tag t ON t.passage = p.row \
                LEFT JOIN log g ON instr(g.after, p.id) \
                WHERE p.quote = '' OR l.passage IS NULL OR t.tag IS NULL OR g.number IS NULL";
    let half: u32 = db.query_row(half, [], |row| row.get(0)).unwrap();
    assert_eq!(half, 0, "half-made passages");
    let all: u32 = db
        .query_row("SELECT count(*) FROM passage", [], |row| row.get(0))
        .unwrap();
    all as usize
}
