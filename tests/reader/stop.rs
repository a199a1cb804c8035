//! Does the program step into the background and come back?

use std::fs;

use rustix::process::Signal;

use crate::{
    home::{Home, program},
    terminal::Terminal,
};

/// Whether the process is stopped.
fn stopped(terminal: &Terminal) -> bool {
    let pid = terminal.pid().as_raw_nonzero();
    let told = fs::read_to_string(format!("/proc/{pid}/stat")).unwrap();
    told.rsplit(')')
        .next()
        .unwrap()
        .trim_start()
        .starts_with('T')
}

fn wait_until(so: impl Fn() -> bool) {
    for _ in 0..2000 {
        if so() {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    panic!("it never came to that");
}

#[test]
fn in_a_shell_the_program_stops_gives_the_terminal_back_and_comes_again() {
    let home = Home::with_seeds();
    let mut shell = home
        .program("sh")
        .args(["-i"])
        .env("PS1", "here> ")
        .env("ENV", "")
        .go();
    shell.wait_for("here>");
    shell.keys("stty -g >before\n");
    shell.keys(&format!("{}\n", program()));
    shell.wait_list();
    shell.keys("j\r");
    shell.wait_reader();
    shell.keys("\x1a");
    shell.wait("the shell's screen", |screen| {
        screen.has("Stopped") && screen.bottom_of_text() == "here>"
    });
    shell.keys("stty -g >meanwhile\n");
    wait_until(|| fs::read(home.path("meanwhile")).is_ok_and(|read| read.ends_with(b"\n")));
    shell.keys("fg\n");
    shell.wait_reader();
    shell.keys("qq");
    shell.wait("the shell's screen", |screen| {
        screen.bottom_of_text() == "here>"
    });
    shell.keys("stty -g >after\n");
    wait_until(|| fs::read(home.path("after")).is_ok_and(|read| read.ends_with(b"\n")));
    shell.keys("exit\n");
    shell.ended_well();
    let read = |name: &str| fs::read_to_string(home.path(name)).unwrap();
    assert_eq!(read("meanwhile"), read("before"));
    assert_eq!(read("after"), read("before"));
}

#[test]
fn a_stop_from_outside_gives_the_terminal_back_and_comes_again() {
    let home = Home::with_seeds();
    let mut terminal = home.reader().go();
    terminal.wait_list();
    terminal.signal(Signal::TSTP);
    wait_until(|| stopped(&terminal));
    assert_eq!(terminal.modes(), terminal.found());
    terminal.wait("the screen before", |screen| {
        screen.text().trim().is_empty()
    });
    let from = terminal.written();
    terminal.resize(90, 30);
    terminal.signal(Signal::CONT);
    terminal.wait_bytes(from, |bytes| bytes.starts_with(b"\x1b[?1049h"));
    terminal.wait_list();
    terminal.keys("\r");
    terminal.wait_reader();
    terminal.keys("Q");
    terminal.ended_well();
    assert_eq!(terminal.modes(), terminal.found());
}

#[test]
fn a_stop_that_cannot_be_caught_is_followed_by_a_whole_frame() {
    let home = Home::with_seeds();
    let mut terminal = home.reader().go();
    terminal.wait_list();
    let raw = terminal.modes();
    terminal.signal(Signal::STOP);
    wait_until(|| stopped(&terminal));
    // what a shell does meanwhile
    let path = terminal.master().tty_name().unwrap();
    let done = std::process::Command::new("stty")
        .args(["-F", path.to_str().unwrap(), "sane"])
        .status();
    assert!(done.unwrap().success());
    let from = terminal.written();
    terminal.signal(Signal::CONT);
    terminal.wait_bytes(from, |bytes| {
        bytes.windows(4).any(|four| four == b"\x1b[2J")
    });
    wait_until(|| terminal.modes() == raw);
    terminal.keys("Q");
    terminal.ended_well();
    assert_eq!(terminal.modes(), terminal.found());
}
