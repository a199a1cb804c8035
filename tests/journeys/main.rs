//! What does the reader do and show, key by key? Without threads, terminal or clock: see
//! [`journey`].

mod codebook;
mod commands;
mod journey;
mod laws;
mod list;
mod pages;
mod reading;
mod search;
mod selecting;
mod tagging;
