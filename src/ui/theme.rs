//! In which colours and weights is each thing seen?
//!
//! Sixteen colours, so that the terminal's own palette holds; a tint sets both the letters
//! and what is behind them. Without colours bold, underline and reverse carry the meaning.

use ratatui_core::style::{Color, Modifier, Style};

use crate::config::Theme as Choice;

/// What the terminal's colours are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colours {
    /// There are to be none.
    None,
    /// On a background that is dark, or not known.
    OnDark,
    /// On a background that is light.
    OnLight,
}

/// The style of each thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    /// Text.
    pub plain: Style,
    /// Sources, dates, rules, what stands back.
    pub dim: Style,
    /// Titles, keys, what is not read yet.
    pub bold: Style,
    /// Headings and what is current.
    pub accent: Style,
    /// The cluster under the cursor.
    pub cursor: Style,
    /// The same within what is selected.
    pub cursor_selected: Style,
    /// What is selected.
    pub selection: Style,
    /// What was found.
    pub hit: Style,
    /// The one of them that the cursor is on.
    pub current_hit: Style,
    /// Links.
    pub link: Style,
    /// What went wrong.
    pub error: Style,
    /// Stars.
    pub star: Style,
}

impl Theme {
    /// The styles of a choice; none of its colours where there are to be none.
    pub fn new(choice: Choice, colours: Colours) -> Self {
        let style = Style::new();
        let bold = style.add_modifier(Modifier::BOLD);
        let reversed = style.add_modifier(Modifier::REVERSED);
        let plain = Self {
            plain: style,
            dim: style.add_modifier(Modifier::DIM),
            bold,
            accent: bold,
            cursor: reversed.add_modifier(Modifier::BOLD),
            cursor_selected: style
                .add_modifier(Modifier::BOLD | Modifier::UNDERLINED)
                .remove_modifier(Modifier::REVERSED),
            selection: reversed,
            hit: style.add_modifier(Modifier::UNDERLINED),
            current_hit: style.add_modifier(Modifier::UNDERLINED | Modifier::BOLD),
            link: style.add_modifier(Modifier::UNDERLINED),
            error: bold,
            star: style,
        };
        let (accent, dim, hit) = match choice {
            _ if colours == Colours::None => return plain,
            Choice::Mono => return plain,
            Choice::Auto if colours == Colours::OnLight => (Color::Blue, plain.dim, Color::Yellow),
            Choice::Auto => (Color::Cyan, plain.dim, Color::Yellow),
            Choice::Dark => (
                Color::LightCyan,
                style.fg(Color::Gray).add_modifier(Modifier::DIM),
                Color::Yellow,
            ),
            Choice::Light => (Color::Blue, style.fg(Color::DarkGray), Color::LightYellow),
        };
        Self {
            dim,
            accent: bold.fg(accent),
            // some terminals brighten bold black
            cursor: style
                .fg(Color::Black)
                .bg(accent)
                .remove_modifier(Modifier::BOLD),
            cursor_selected: style
                .fg(Color::Black)
                .bg(accent)
                .remove_modifier(Modifier::REVERSED | Modifier::BOLD),
            hit: style
                .fg(Color::Black)
                .bg(hit)
                .remove_modifier(Modifier::BOLD),
            current_hit: style
                .fg(Color::Black)
                .bg(Color::LightGreen)
                .remove_modifier(Modifier::BOLD),
            error: bold.fg(Color::Red),
            star: style.fg(Color::Yellow),
            ..plain
        }
    }
}
