//! Can every command be run everywhere, on any screen, without harm?

use hashiya::app::command::{Command, Given, LETTER, Scope, TABLE};

use crate::{journey::Journey, laws::holds, search::found};

const SIZES: [(u16, u16); 5] = [(30, 8), (80, 24), (300, 100), (1, 1), (40, 9)];

fn run_all(language: &str, place: Scope, enter: &str) {
    run_after(place, |width, height| {
        let mut journey = Journey::speaking(language, width, height);
        journey.keys(enter);
        journey
    });
}

fn run_after(place: Scope, begin: impl Fn(u16, u16) -> Journey) {
    for (width, height) in SIZES {
        for command in TABLE.iter().filter(|command| command.scope.has(place)) {
            let mut journey = begin(width, height);
            assert_eq!(journey.app.place(), place);
            journey.keys(&keys(command));
            holds(&mut journey);
            // and what it opened is left again
            journey.keys("j<Esc>").keys("<Esc>");
            holds(&mut journey);
        }
    }
}

/// The first keys of a command, with a letter where it takes one.
fn keys(command: &Command) -> String {
    command.keys[0].replace(LETTER, "a")
}

#[test]
fn every_command_of_the_list() {
    run_all("en", Scope::LIST, "j");
    run_all("ar", Scope::LIST, "G");
}

#[test]
fn every_command_of_the_reader() {
    run_all("en", Scope::READER, "<Enter>5j");
    run_all("ar", Scope::READER, "3j<Enter>G");
}

#[test]
fn every_command_of_a_selection() {
    run_all("en", Scope::SELECT, "<Enter>5jvw");
    run_all("ar", Scope::SELECT, "3j<Enter>GVk");
}

#[test]
fn every_command_of_the_passages() {
    run_all("en", Scope::PASSAGES, "<Enter>5jviwa<Enter><Esc>p");
    run_all("ar", Scope::PASSAGES, "p");
}

#[test]
fn every_command_of_the_codebook() {
    run_all("en", Scope::CODEBOOK, "<Enter>5jviwta<Enter>c");
    run_all("ar", Scope::CODEBOOK, "c");
}

#[test]
fn every_command_of_the_counts() {
    run_all("en", Scope::COUNTS, "<Enter>5jviwta<Enter>p=");
    run_all("ar", Scope::COUNTS, "c=");
}

#[test]
fn every_command_of_what_is_related() {
    run_all("en", Scope::RELATED, "r");
    run_all("ar", Scope::RELATED, "<Enter>5jr");
}

#[test]
fn every_command_of_a_story() {
    run_all("en", Scope::STORY, "gy");
    run_all("ar", Scope::STORY, "<Enter>rgy");
}

#[test]
fn every_command_of_a_search() {
    run_all("en", Scope::SEARCH, "g/");
    for (language, enter) in [("en", "g/x<Enter>"), ("ar", "<Enter>g/x<Enter>j")] {
        run_after(Scope::SEARCH, |width, height| {
            let mut journey = Journey::speaking(language, width, height);
            journey.found = Some(found().clone());
            journey.keys(enter);
            journey
        });
    }
}

#[test]
fn every_command_while_tags_stick() {
    run_all("en", Scope::STICKY, "<Enter>JJgtx<Enter>");
}

#[test]
fn every_command_does_without_an_article() {
    for command in TABLE {
        let dir = tempfile::tempdir().unwrap();
        crate::journey::add(dir.path(), Vec::new());
        let mut journey = Journey::begin(dir, "ar", 80, 24);
        for title in journey.titles() {
            assert!(!title.is_empty());
            journey.keys("xj<Enter>");
        }
        assert!(journey.app.list.is_empty());
        let given = Given {
            count: Some(3),
            letter: Some('a'),
        };
        (command.run)(&mut journey.app, given);
        journey.resize(80, 24);
        holds(&mut journey);
    }
}

#[test]
fn every_command_does_in_a_place_that_is_not_its_own() {
    for command in TABLE {
        for enter in ["j", "<Enter>", "<Enter>v"] {
            let mut journey = Journey::new(80, 24);
            journey.keys(enter);
            for count in [None, Some(0), Some(7), Some(1_000_000)] {
                let given = Given {
                    count,
                    letter: Some('\''),
                };
                (command.run)(&mut journey.app, given);
                journey.resize(80, 24);
                holds(&mut journey);
            }
        }
    }
}
