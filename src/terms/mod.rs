//! What is a text about?
//!
//! # Steps
//! 1. [`Analyser::words`] reads a text word by word. Each word has three forms: as it is
//!    **spelled** (marks, tatweel and invisible signs apart), **exact** (the seat of a hamza
//!    apart too), and its **term**, by which it is found.
//! 2. A term is the folded word ([`fold`](crate::text::fold)) with the letters that papers
//!    write for sounds Arabic lacks brought together, and what the light stemmer `light10`
//!    (Larkey, Ballesteros and Connell 2002) takes from both ends.
//! 3. Names from abroad have a [`skeleton`](skeleton()) besides, the same for all their spellings;
//!    other spellings are [`Aliases`]. Both widen a [`Query`], and change no term.
//! 4. A query finds its words in a text again, and shows its best sentence ([`excerpt`](excerpt())).
//!    What is [`Typed`] to be found in one text is found letter by letter.
//!
//! # Laws
//! - One path for what is indexed and what is asked: the same words have the same terms.
//! - Every word keeps its place in the text, so that it is shown as its author spelled it.
//! - Nothing here reads a file: tables are assets.

mod alias;
mod background;
mod counts;
mod excerpt;
mod hits;
mod item;
mod nearest;
mod parse;
mod query;
mod skeleton;
mod sketch;
mod stem;
mod stop;
mod typed;
mod word;

pub use alias::Aliases;
pub use background::Background;
pub use counts::{Count, Counts};
pub use excerpt::{Excerpt, excerpt};
pub use nearest::nearest;
pub use query::{Part, Place, Query, Sense, Sought};
pub use skeleton::skeleton;
pub use sketch::Sketch;
pub use stem::term;
pub use stop::{is_link, is_stop, is_stop_term};
pub use typed::{Heard, Typed};
pub use word::{Analyser, Forms, Word};
