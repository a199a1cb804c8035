//! Does the program step into the background and come back?

use std::{fs, process::Command};

use rustix::process::{Pid, Signal};

use crate::{
    home::{Home, program},
    screen::said,
    terminal::{Terminal, wait_until},
};

/// A shell that waits for a line once the program is stopped, and then brings it back.
fn in_shell(home: &Home, line: &str) -> Terminal {
    let terminal = home.program("sh").args(["-mc", line, program()]).go();
    terminal.wait_list();
    terminal
}

fn stopped(pid: Pid) -> bool {
    let told = fs::read_to_string(format!("/proc/{}/stat", pid.as_raw_nonzero())).unwrap();
    let state = told.rsplit(')').next().unwrap().trim_start();
    state.starts_with('T')
}

/// Reads on, and leaves.
fn goes_on(mut terminal: Terminal) {
    terminal.wait_list();
    terminal.keys("\r");
    terminal.wait_reader();
    terminal.keys("Q");
    terminal.ended_well();
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
    let terminal = in_shell(&home, "\"$0\"; read line; fg");
    let pid = terminal.pid();
    terminal.signal(Signal::TSTP);
    wait_until(|| stopped(pid));
    assert_eq!(terminal.modes(), terminal.found());
    terminal.wait("the screen before", |screen| !screen.is_other());
    let from = terminal.written();
    terminal.resize(90, 30);
    terminal.keys("\n");
    terminal.wait_bytes(from, |bytes| bytes.windows(8).any(|e| e == b"\x1b[?1049h"));
    goes_on(terminal);
}

#[test]
fn what_the_shell_started_with_the_program_stops_with_it() {
    let home = Home::with_seeds();
    let line = "sh -c '\"$0\"; :' \"$0\"; read line; fg";
    let terminal = in_shell(&home, line);
    let pid = terminal.pid();
    terminal.keys("\x1a");
    wait_until(|| stopped(pid));
    terminal.wait("the screen before", |screen| !screen.is_other());
    terminal.keys("\n");
    goes_on(terminal);
}

#[test]
fn in_the_background_the_terminal_is_left_in_peace() {
    let home = Home::with_seeds();
    let terminal = in_shell(&home, "\"$0\"; bg; read line; fg");
    let pid = terminal.pid();
    terminal.keys("\x1a");
    wait_until(|| stopped(pid));
    terminal.wait("the screen before", |screen| !screen.is_other());
    assert_eq!(terminal.modes(), terminal.found());
    terminal.keys("\n");
    goes_on(terminal);
}

#[test]
fn where_no_shell_could_bring_it_back_the_program_does_not_stop() {
    let home = Home::with_seeds();
    let terminal = home.reader().go();
    terminal.wait_list();
    terminal.keys("\x1a");
    terminal.wait_bottom(&said("no-background", &[]));
    terminal.keys("jk");
    terminal.wait_list();
    terminal.signal(Signal::TSTP);
    terminal.wait_bottom(&said("no-background", &[]));
    terminal.keys("jk");
    goes_on(terminal);
}

#[test]
fn after_anything_that_continues_it_the_program_has_the_terminal() {
    let home = Home::with_seeds();
    let line = "\"$0\"; while read line && ! fg; do :; done";
    let terminal = in_shell(&home, line);
    let pid = terminal.pid();
    let path = terminal.master().tty_name().unwrap();
    // one of its own, and three that cannot be caught
    for signal in [Signal::TSTP, Signal::STOP, Signal::STOP, Signal::STOP] {
        terminal.signal(signal);
        wait_until(|| stopped(pid));
        if signal == Signal::STOP {
            // what some shells do
            let stty = Command::new("stty")
                .arg("-F")
                .arg(&path)
                .arg("sane")
                .status();
            assert!(stty.unwrap().success());
        }
        assert!(!terminal.is_raw());
        let from = terminal.written();
        terminal.keys("\n");
        terminal.wait_bytes(from, |bytes| {
            bytes.windows(4).any(|four| four == b"\x1b[2J")
        });
        assert!(terminal.is_raw());
    }
    goes_on(terminal);
}
