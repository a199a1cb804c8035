//! Are settings shown and set at the command line?

mod program;

use std::fs;

use hashiya::config::SETTINGS;
use program::{Run, Shelf};

fn config(shelf: &Shelf, words: &[&str]) -> Run {
    let file = shelf.path("config.toml");
    shelf.run([["config", "--config", &file].as_slice(), words].concat())
}

#[test]
fn all_settings_are_shown_with_their_values_and_help() {
    let shelf = Shelf::new();
    shelf.file("config.toml", "measure = 66\n");
    for language in ["en", "ar"] {
        let shown = config(&shelf, &["--lang", language]);
        assert_eq!(shown.code, 0);
        for setting in SETTINGS {
            let line = format!("{} =", setting.key);
            assert!(shown.out.lines().any(|l| l.starts_with(&line)), "{line}");
        }
        assert!(shown.out.contains("\nmeasure = 66\n") && !shown.out.contains("setting-"));
    }
}

#[test]
fn one_setting_is_set_and_then_shown() {
    let shelf = Shelf::new();
    assert_eq!(config(&shelf, &["theme"]).out, "auto\n");
    assert_eq!(config(&shelf, &["theme", "dark"]).code, 0);
    assert_eq!(config(&shelf, &["theme"]).out, "dark\n");
    assert_eq!(config(&shelf, &["editor", "--wait"]).code, 0);
    assert_eq!(config(&shelf, &["editor"]).out, "--wait\n");
    assert_eq!(config(&shelf, &["editor", ""]).code, 0);
    assert_eq!(config(&shelf, &["editor"]).out, "\n");
    let file = fs::read_to_string(shelf.path("config.toml")).unwrap();
    assert_eq!(file, "theme = \"dark\"\neditor = \"\"\n");
}

#[test]
fn the_file_is_in_the_configuration_directory() {
    let shelf = Shelf::new();
    let mut program = shelf.program();
    program.env("XDG_CONFIG_HOME", shelf.path("home"));
    let set = program.args(["config", "dense", "on"]).output().unwrap();
    assert!(set.status.success());
    let file = fs::read_to_string(shelf.path("home/hashiya/config.toml"));
    assert_eq!(file.unwrap(), "dense = true\n");
}

#[test]
fn a_wrong_key_or_value_is_wrong_usage_and_says_what_is_possible() {
    let shelf = Shelf::new();
    let key = config(&shelf, &["colour", "red"]);
    assert_eq!((key.code, key.out.as_str()), (2, ""));
    assert!(key.err.contains("“colour” is no setting"));
    for (setting, possible) in [
        ("theme", "auto|dark|light|mono"),
        ("measure", "40–120"),
        ("mouse", "on|off"),
    ] {
        let value = config(&shelf, &[setting, "pink"]);
        assert_eq!(value.code, 2);
        assert!(value.err.contains(possible), "{}", value.err);
    }
    assert_eq!(config(&shelf, &["editor", "a\nb"]).code, 2);
    assert!(fs::metadata(shelf.path("config.toml")).is_err());
}

#[test]
fn what_is_wrong_in_the_file_is_said_with_its_line() {
    let shelf = Shelf::new();
    shelf.file(
        "config.toml",
        "measure = 70\ncolour = 'red'\nmouse = 'maybe'\n",
    );
    let shown = config(&shelf, &["measure"]);
    assert_eq!((shown.code, shown.out.as_str()), (0, "70\n"));
    assert!(shown.err.contains("line 2") && shown.err.contains("“colour”"));
    assert!(shown.err.contains("line 3") && shown.err.contains("on|off"));
    assert_eq!(shown.err.lines().count(), 2);
}
