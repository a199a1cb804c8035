//! Hashiya reads Arabic in a terminal.
//!
//! The order of the modules is the order of dependency: a module names only
//! modules above it. `tests/house.rs` holds this, and which outside crates each may use.

// What can go wrong at the edges?
pub mod error;

// How is it said?
pub mod words;

// What does a paragraph look like on a grid of cells?
pub mod text;

// What is read, and how is a place in it named?
pub mod article;

// What is a tagged passage, and where does it stand in this version?
pub mod passage;

// What has the reader chosen?
pub mod config;

// How does a raw document become an article and a list of flaws?
pub mod import;

// How do passages leave, and how do they come back?
pub mod exchange;

// What is a text about?
pub mod terms;

// What is kept?
pub mod store;

// What is found?
pub mod index;

// What may be asked, and the answer?
pub mod desk;

// What does the reader do?
pub mod app;

// What does the reader see?
pub mod ui;

// What must this terminal be sent, and what did it send?
pub mod screen;

// How does the reader live in a terminal?
pub mod run;

// What does the command line do?
pub mod cli;
