//! In which colours and weights is each thing seen?
//!
//! Sixteen colours, so that the terminal's own palette holds; a tint sets both the letters
//! and what is behind them. Without colours bold, underline and reverse carry the meaning.

use ratatui_core::style::{Color, Modifier, Style};

use crate::{config::Theme as Choice, passage::Colour};

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
    /// Whether there are colours.
    coloured: bool,
    /// Whether letters in a colour need its brighter one to be read.
    bright: bool,
}

impl Theme {
    /// The styles of a choice; none of its colours where there are to be none.
    pub fn new(choice: Choice, colours: Colours) -> Self {
        let style = Style::new();
        let bold = style.add_modifier(Modifier::BOLD);
        // dim letters on a ground that is not their own can hardly be read
        let clear = style.remove_modifier(Modifier::DIM);
        let reversed = clear.add_modifier(Modifier::REVERSED);
        let plain = Self {
            plain: style,
            dim: style.add_modifier(Modifier::DIM),
            bold,
            accent: bold,
            cursor: reversed.add_modifier(Modifier::BOLD),
            cursor_selected: clear
                .add_modifier(Modifier::BOLD | Modifier::UNDERLINED)
                .remove_modifier(Modifier::REVERSED),
            selection: reversed,
            hit: clear.add_modifier(Modifier::UNDERLINED | Modifier::BOLD),
            current_hit: clear.add_modifier(Modifier::UNDERLINED | Modifier::BOLD),
            link: style.add_modifier(Modifier::UNDERLINED),
            error: bold,
            star: style,
            coloured: false,
            bright: false,
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
        // what can be read on it
        let ink = if accent == Color::Blue {
            Color::White
        } else {
            Color::Black
        };
        Self {
            dim,
            accent: bold.fg(accent),
            // some terminals brighten bold black; underlined, for a passage beside it may have
            // the same colours
            cursor: clear
                .fg(ink)
                .bg(accent)
                .add_modifier(Modifier::UNDERLINED)
                .remove_modifier(Modifier::BOLD),
            cursor_selected: clear
                .fg(ink)
                .bg(accent)
                .add_modifier(Modifier::UNDERLINED)
                .remove_modifier(Modifier::REVERSED | Modifier::BOLD),
            // a passage may have the same colours
            hit: clear
                .fg(Color::Black)
                .bg(hit)
                .add_modifier(Modifier::UNDERLINED)
                .remove_modifier(Modifier::BOLD),
            current_hit: clear
                .fg(Color::Black)
                .bg(Color::LightGreen)
                .add_modifier(Modifier::UNDERLINED)
                .remove_modifier(Modifier::BOLD),
            error: bold.fg(Color::Red),
            star: style.fg(Color::Yellow),
            coloured: true,
            bright: match choice {
                Choice::Light => false,
                Choice::Dark => true,
                _ => colours == Colours::OnDark,
            },
            selection: reversed.fg(Color::Reset).bg(Color::Reset),
            ..plain
        }
    }

    /// A tag of a colour, its name or its rule.
    pub fn tag(&self, colour: Option<Colour>) -> Style {
        match colour {
            Some(colour) if self.bright => self.plain.fg(brighter(colour)),
            Some(colour) if self.coloured => self.plain.fg(paint(colour)),
            _ => self.plain,
        }
    }

    /// The cluster under the cursor, in what has this style; `selected` within a selection.
    pub fn under_cursor(&self, style: Style, selected: bool) -> Style {
        let cursor = if selected {
            self.cursor_selected
        } else {
            self.cursor
        };
        match cursor.bg {
            // where a passage has the cursor's colour, letters and ground change places
            Some(ground) if !selected && style.bg.map(dark) == Some(dark(ground)) => style
                .patch(cursor)
                .fg(dark(ground))
                .bg(Color::Reset)
                .add_modifier(Modifier::BOLD),
            _ => style.patch(cursor),
        }
    }

    /// Text in a passage of a colour; without colours it is underlined.
    pub fn tinted(&self, style: Style, colour: Option<Colour>) -> Style {
        match colour {
            Some(colour) if self.coloured => {
                let ink = match colour {
                    Colour::Blue | Colour::Magenta | Colour::Red => Color::White,
                    Colour::Yellow | Colour::Green | Colour::Cyan => Color::Black,
                };
                // some terminals brighten bold black
                let style = style.remove_modifier(Modifier::DIM | Modifier::BOLD);
                let style = match colour {
                    // underlined, they are what was found
                    Colour::Yellow | Colour::Green => style.remove_modifier(Modifier::UNDERLINED),
                    _ => style,
                };
                style.fg(ink).bg(paint(colour))
            }
            // bold and underlined is what was found
            _ => style
                .remove_modifier(Modifier::BOLD)
                .add_modifier(Modifier::UNDERLINED),
        }
    }
}

fn paint(colour: Colour) -> Color {
    match colour {
        Colour::Blue => Color::Blue,
        Colour::Yellow => Color::Yellow,
        Colour::Magenta => Color::Magenta,
        Colour::Green => Color::Green,
        Colour::Red => Color::Red,
        Colour::Cyan => Color::Cyan,
    }
}

/// A terminal of eight colours has these for the brighter ones.
fn dark(colour: Color) -> Color {
    match colour {
        Color::LightCyan => Color::Cyan,
        Color::LightBlue => Color::Blue,
        other => other,
    }
}

fn brighter(colour: Colour) -> Color {
    match colour {
        Colour::Blue => Color::LightBlue,
        Colour::Yellow => Color::LightYellow,
        Colour::Magenta => Color::LightMagenta,
        Colour::Green => Color::LightGreen,
        Colour::Red => Color::LightRed,
        Colour::Cyan => Color::LightCyan,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_marked_is_not_dim() {
        for choice in [Choice::Auto, Choice::Dark, Choice::Light, Choice::Mono] {
            let theme = Theme::new(choice, Colours::OnDark);
            let marks = [theme.selection, theme.hit, theme.current_hit];
            let marks = marks
                .into_iter()
                .chain([theme.cursor, theme.cursor_selected]);
            for mark in marks {
                let marked = theme.plain.add_modifier(Modifier::DIM).patch(mark);
                assert!(!marked.add_modifier.contains(Modifier::DIM), "{choice:?}");
            }
        }
    }
}
