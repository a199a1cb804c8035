//! Do search, related and story do what the contract says, with the real program, and whatever
//! befalls the index?

#[path = "../program/mod.rs"]
mod program;

mod related;
mod sample;
mod trouble;
mod words;
