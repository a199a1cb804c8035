//! The binary.

use std::process::ExitCode;

fn main() -> ExitCode {
    hashiya::cli::run(std::env::args_os())
}
