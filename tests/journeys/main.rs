//! What does the reader do and show, key by key? Without threads, terminal or clock: see
//! [`journey`].

mod arabic;
mod bytes;
mod codebook;
mod commands;
mod indexing;
mod journey;
mod laws;
mod list;
mod mouse;
mod pages;
mod reading;
mod related;
mod search;
mod selecting;
mod story;
mod tagging;
mod terminal;
