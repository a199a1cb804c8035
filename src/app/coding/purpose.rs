//! What are tags picked for, if not to be given?

use super::{Choice, Picker, Target, code};
use crate::{
    app::{App, Effects},
    desk::Wanted,
    passage::{Codebook, Deed, TagId},
};

/// What tags are picked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Purpose {
    /// This tag becomes part of the one picked.
    Merge(TagId),
    /// This tag stands below the one picked.
    Move(TagId),
    /// Passages shall bear all of those picked.
    All,
    /// They shall bear one of them.
    Any,
    /// They shall bear none of them.
    None,
}

impl Purpose {
    /// The key of the picker's heading.
    pub fn heading(&self) -> &'static str {
        match self {
            Self::Merge(_) => "picker-merge",
            Self::Move(_) => "picker-move",
            Self::All => "picker-with-all",
            Self::Any => "picker-with-any",
            Self::None => "picker-without",
        }
    }

    /// Whether one tag is picked, not several.
    pub fn is_single(&self) -> bool {
        matches!(self, Self::Merge(_) | Self::Move(_))
    }

    /// What can be picked of the tags that were found.
    pub(super) fn choices(&self, found: Vec<usize>, all: bool, codebook: &Codebook) -> Vec<Choice> {
        let id = |at: &usize| &codebook.entries[*at].tag.id;
        let rows = found.into_iter();
        match self {
            Self::Merge(own) => rows.filter(|at| id(at) != own).map(Choice::Tag).collect(),
            Self::Move(own) => {
                // not itself, nor what stands below it
                let from = codebook.entries.iter().position(|e| e.tag.id == *own);
                let from = from.unwrap_or(codebook.entries.len());
                let under = from..=from + codebook.below(own).len();
                let top = all.then_some(Choice::Top);
                let other = rows.filter(|at| !under.contains(at)).map(Choice::Tag);
                top.into_iter().chain(other).collect()
            }
            Self::All | Self::Any | Self::None => rows.map(Choice::Tag).collect(),
        }
    }
}

impl Picker {
    /// Whether several tags are picked at once.
    pub(super) fn takes_several(&self) -> bool {
        !self.takes && !matches!(&self.target, Target::Choice(purpose) if purpose.is_single())
    }
}

/// Tags were picked; none for a move means the top.
pub(super) fn picked(app: &mut App, purpose: Purpose, tags: Vec<TagId>) -> Effects {
    match purpose {
        Purpose::Merge(id) => {
            if let Some(other) = tags.into_iter().next() {
                app.ask_merge(id, other);
            }
            Effects::new()
        }
        Purpose::Move(id) => code(vec![Deed::Move(id, tags.into_iter().next())]),
        Purpose::All => app.want(|wanted| Wanted {
            all: tags,
            ..wanted
        }),
        Purpose::Any => app.want(|wanted| Wanted {
            any: tags,
            ..wanted
        }),
        Purpose::None => app.want(|wanted| Wanted {
            none: tags,
            ..wanted
        }),
    }
}
