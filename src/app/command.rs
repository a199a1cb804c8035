//! What can be done, with which keys, and where? The one table of commands.
//!
//! It feeds the keymap, the hints, the help page, the palette, the table in the README and
//! what a reader may override by name. Every command has a binding that can be typed with
//! the Arabic layout on; `tests/keymap.rs` holds that.

use super::{
    App, Effects, articles, coding, copy, find, history, hunt, look, menu, movement as go, pages,
    pane, related, select,
};

/// A row of the table.
#[derive(Debug, Clone, Copy)]
pub struct Command {
    /// Its name: in `keys.toml`, and with `do-` before it the key of its sentence.
    pub name: &'static str,
    /// Sequences of keys, the one for hints first.
    pub keys: &'static [&'static str],
    /// Where it holds.
    pub scope: Scope,
    /// Under which heading it is explained.
    pub group: Group,
    /// What it does.
    pub run: fn(&mut App, Given) -> Effects,
}

/// Places where keys mean something; several at once are added up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scope(u16);

impl Scope {
    /// The list of articles.
    pub const LIST: Self = Self(1);
    /// The open article.
    pub const READER: Self = Self(2);
    /// The open article while something is selected; what is not found here is the reader's.
    pub const SELECT: Self = Self(4);
    /// The open article while tags stick; what is not found here is the reader's.
    pub const STICKY: Self = Self(8);
    /// The page of passages.
    pub const PASSAGES: Self = Self(16);
    /// The codebook.
    pub const CODEBOOK: Self = Self(32);
    /// The page of counts.
    pub const COUNTS: Self = Self(64);
    /// The page of what was searched for.
    pub const SEARCH: Self = Self(128);
    /// The page of a story.
    pub const STORY: Self = Self(256);
    /// The pane of related articles.
    pub const RELATED: Self = Self(512);
    /// Pages.
    pub const PAGES: Self = Self(16 | 32 | 64 | 128 | 256);
    /// Everywhere.
    pub const ALL: Self = Self(1 | 2 | 16 | 32 | 64 | 128 | 256 | 512);
    /// Everywhere but in the codebook.
    pub const TO_CODEBOOK: Self = Self(1 | 2 | 16 | 64 | 128 | 256);
    /// Passages and codebook.
    pub const TO_COUNTS: Self = Self(16 | 32);
    /// List and reader.
    pub const BOTH: Self = Self(3);
    /// List and reader, and the pane of what is related.
    pub const WITH_RELATED: Self = Self(1 | 2 | 512);

    /// All places, one by one.
    pub const EACH: [Self; 10] = [
        Self::LIST,
        Self::READER,
        Self::SELECT,
        Self::STICKY,
        Self::PASSAGES,
        Self::CODEBOOK,
        Self::COUNTS,
        Self::SEARCH,
        Self::STORY,
        Self::RELATED,
    ];

    /// Whether one of the places is among these.
    pub fn has(self, place: Self) -> bool {
        self.0 & place.0 != 0
    }
}

/// Headings of the help page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// Where the cursor goes.
    Move,
    /// From article to article.
    Articles,
    /// Finding and filtering.
    Find,
    /// Selecting, copying, marks.
    Select,
    /// Tagging and writing in the margin.
    Tag,
    /// How it looks.
    View,
    /// The program.
    Program,
}

impl Group {
    /// All of them, in the order of the help page.
    pub const ALL: [Self; 7] = [
        Self::Move,
        Self::Articles,
        Self::Find,
        Self::Select,
        Self::Tag,
        Self::View,
        Self::Program,
    ];

    /// The key of its heading.
    pub fn heading(self) -> &'static str {
        match self {
            Self::Move => "group-move",
            Self::Articles => "group-articles",
            Self::Find => "group-find",
            Self::Select => "group-select",
            Self::Tag => "group-tag",
            Self::View => "group-view",
            Self::Program => "group-program",
        }
    }
}

impl Command {
    /// The command of a name.
    pub fn named(name: &str) -> Option<&'static Self> {
        TABLE.iter().find(|command| command.name == name)
    }
}

/// What was typed beside the command's own keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Given {
    /// The number before it.
    pub count: Option<usize>,
    /// The letter after it, where it takes one ([`LETTER`]).
    pub letter: Option<char>,
}

impl Given {
    /// The number, 1 where none was typed.
    pub fn times(self) -> usize {
        self.count.unwrap_or(1).max(1)
    }
}

/// Stands in a sequence of keys for any letter.
pub const LETTER: &str = "<Letter>";

const fn row(
    name: &'static str,
    keys: &'static [&'static str],
    scope: Scope,
    group: Group,
    run: fn(&mut App, Given) -> Effects,
) -> Command {
    Command {
        name,
        keys,
        scope,
        group,
        run,
    }
}

use Group::{Articles, Find, Move, Program, Select, Tag, View};

const LIST: Scope = Scope::LIST;
const READER: Scope = Scope::READER;
const SELECT: Scope = Scope::SELECT;
const STICKY: Scope = Scope::STICKY;
const PASSAGES: Scope = Scope::PASSAGES;
const CODEBOOK: Scope = Scope::CODEBOOK;
const COUNTS: Scope = Scope::COUNTS;
const PAGES: Scope = Scope::PAGES;
const SEARCH: Scope = Scope::SEARCH;
const ALL: Scope = Scope::ALL;
const BOTH: Scope = Scope::BOTH;
const STORY: Scope = Scope::STORY;
const RELATED: Scope = Scope::RELATED;
const WITH_RELATED: Scope = Scope::WITH_RELATED;

/// The table.
#[rustfmt::skip]
pub const TABLE: &[Command] = &[
    row("row-down", &["j", "<Down>"], ALL, Move, go::row_down),
    row("row-up", &["k", "<Up>"], ALL, Move, go::row_up),
    row("left", &["h", "<Left>"], READER, Move, go::left),
    row("right", &["l", "<Right>"], READER, Move, go::right),
    row("page-down", &["<Space>", "<PageDown>", "<C-f>"], WITH_RELATED, Move, go::page_down),
    row("page-up", &["<PageUp>", "<C-b>"], WITH_RELATED, Move, go::page_up),
    row("page-of-rows-down", &["<PageDown>", "<C-f>", "zj"], PAGES, Move, go::page_down),
    row("page-of-rows-up", &["b", "<PageUp>", "<C-b>", "zk"], PAGES, Move, go::page_up),
    row("list-page-up", &["b"], LIST, Move, go::page_up),
    row("half-page-down", &["<C-d>", "gJ"], ALL, Move, go::half_down),
    row("half-page-up", &["<C-u>", "gK"], ALL, Move, go::half_up),
    row("first", &["gg", "<Home>"], ALL, Move, go::first),
    row("last", &["G", "<End>"], ALL, Move, go::last),
    row("scroll-down", &["<C-e>", "zj"], READER, Move, go::scroll_down),
    row("scroll-up", &["<C-y>", "zk"], READER, Move, go::scroll_up),
    row("row-start", &["0", "^"], READER, Move, go::row_start),
    row("row-end", &["$"], READER, Move, go::row_end),
    row("word-next", &["w"], READER, Move, go::word_next),
    row("word-back", &["b"], READER, Move, go::word_back),
    row("word-end", &["e"], READER, Move, go::word_end),
    row("clause-next", &["W", "g)"], READER, Move, go::clause_next),
    row("clause-back", &["B", "g("], READER, Move, go::clause_back),
    row("sentence-next", &[")", "gs"], READER, Move, go::sentence_next),
    row("sentence-back", &["(", "gS"], READER, Move, go::sentence_back),
    row("paragraph-next", &["}", "J"], READER, Move, go::paragraph_next),
    row("paragraph-back", &["{", "K"], READER, Move, go::paragraph_back),
    row("to-middle", &["zz"], READER, Move, go::to_middle),
    row("to-top", &["zt"], READER, Move, go::to_top),
    row("to-bottom", &["zb"], READER, Move, go::to_bottom),
    row("open", &["<Enter>", "l", "<Forward>"], LIST, Articles, articles::open),
    row("back", &["q", "<Esc>", "<Backspace>"], READER, Articles, pane::back),
    row("next-article", &["gj", "<C-n>"], READER, Articles, articles::next),
    row("previous-article", &["gu", "<C-p>"], READER, Articles, articles::previous),
    row("list-next-unread", &["n", "gn"], LIST, Articles, articles::next_unread),
    row("next-unread", &["gn"], READER, Articles, articles::next_unread),
    row("history-back", &["H", "<C-o>", "<A-Left>"], BOTH, Articles, history::back),
    row("history-forward", &["gi", "L", "<A-Right>"], BOTH, Articles, history::forward),
    row("toggle-read", &["N"], LIST, Articles, articles::toggle_read),
    row("all-read", &["A"], LIST, Articles, articles::all_read),
    row("star", &["s"], BOTH, Articles, articles::star),
    row("browse", &["o"], BOTH, Articles, articles::browse),
    row("follow-link", &["gl"], READER, Articles, articles::follow),
    row("link-by-number", &["<Enter>"], READER, Articles, articles::follow),
    row("edit-fields", &["ge"], READER, Articles, menu::edit_fields),
    row("list-edit-fields", &["e", "ge"], LIST, Articles, menu::edit_fields),
    row("block-kind", &["gk"], READER, Articles, menu::block_kind),
    row("remove", &["x"], LIST, Articles, articles::remove),
    row("related", &["r"], BOTH, Articles, related::pane),
    row("open-related", &["<Enter>", "l", "<Forward>"], RELATED, Articles, related::open),
    row("leave-related", &["q", "<Esc>", "<Backspace>", "r"], RELATED, Articles, related::leave),
    row("related-unread", &["n"], RELATED, Articles, related::unread),
    row("related-elsewhere", &["o"], RELATED, Articles, related::elsewhere),
    row("related-before", &["b"], RELATED, Articles, related::before),
    row("related-after", &["a"], RELATED, Articles, related::after),
    row("related-tagged", &["t"], RELATED, Articles, related::tagged),
    row("related-order", &["s"], RELATED, Articles, related::order),
    row("not-related", &["x"], RELATED, Articles, related::not_related),
    row("told-apart", &["X"], RELATED, Articles, related::apart),
    row("story", &["gy"], WITH_RELATED, Articles, pages::story),
    row("open-told", &["<Enter>", "l", "<Forward>"], STORY, Articles, pages::open_told),
    row("leave-story", &["<Esc>"], STORY, Articles, pages::leave),
    row("find", &["/"], READER, Find, find::start),
    row("hit-next", &["n"], READER, Find, find::next),
    row("hit-back", &["N"], READER, Find, find::previous),
    row("search", &["g/"], ALL, Find, pages::search),
    row("mention", &["gw"], READER, Find, hunt::mention),
    row("open-found", &["<Enter>", "l", "<Forward>"], SEARCH, Find, pages::open_found),
    row("search-again", &["f", "/"], SEARCH, Find, pages::again),
    row("relate-found", &["+", "gr"], SEARCH, Find, pages::relate),
    row("leave-search", &["<Esc>"], SEARCH, Find, pages::leave),
    row("filter", &["f", "/"], LIST, Find, articles::filter),
    row("clear-filter", &["<Esc>"], LIST, Find, articles::clear_filter),
    row("which", &["gw"], LIST, Find, articles::which),
    row("sort", &["gs"], LIST, Find, articles::sort),
    row("select", &["v"], READER, Select, coding::bounds),
    row("select-rows", &["V", "gr"], READER, Select, select::rows),
    row("select-again", &["gv"], READER, Select, select::again),
    row("swap-ends", &["o", ";"], SELECT, Select, select::swap),
    row("quotation", &["iq"], SELECT, Select, select::quotation),
    row("quotation-around", &["iQ", "gq"], SELECT, Select, select::quotation_around),
    row("clause", &["ic"], SELECT, Select, select::clause),
    row("sentence", &["is"], SELECT, Select, select::sentence),
    row("paragraph", &["ip"], SELECT, Select, select::paragraph),
    row("word", &["iw"], SELECT, Select, select::word),
    row("reselect", &["v"], SELECT, Select, coding::unselect),
    row("deselect", &["<Esc>", "q"], SELECT, Select, select::stop),
    row("copy", &["y"], BOTH, Select, copy::copy),
    row("cite", &["Y"], BOTH, Select, copy::cite),
    row("mark", &["m<Letter>"], READER, Select, history::mark),
    row("to-mark", &["'<Letter>"], BOTH, Select, history::to_mark),
    row("tag", &["t"], READER, Tag, coding::tag),
    row("untag", &["T"], READER, Tag, coding::untag),
    row("tag-again", &["."], READER, Tag, coding::repeat),
    row("favourite-tag", &["1", "2", "3", "4", "5", "6", "7", "8", "9"], SELECT, Tag, coding::favourite),
    row("sticky-tag", &["gt"], READER, Tag, coding::sticky),
    row("tag-unit", &["<Space>"], STICKY, Tag, coding::stick),
    row("end-sticky", &["<Esc>", "q"], STICKY, Tag, coding::sticky),
    row("note", &["a"], READER, Tag, coding::note),
    row("store-bounds", &["<Enter>"], SELECT, Tag, coding::bind),
    row("next-passage", &["]", "gf"], READER, Tag, coding::next),
    row("previous-passage", &["[", "gb"], READER, Tag, coding::previous),
    row("other-passage", &["go"], READER, Tag, coding::other),
    row("passages", &["p"], BOTH, Tag, pages::passages),
    row("go-to-passage", &["<Enter>", "l", "<Forward>"], PASSAGES, Tag, pages::open),
    row("mark-passage", &["<Space>", "m"], PASSAGES, Tag, pages::mark),
    row("tag-passages", &["t"], PASSAGES, Tag, pages::tag),
    row("untag-passages", &["T"], PASSAGES, Tag, pages::untag),
    row("passage-note", &["a"], PASSAGES, Tag, pages::note),
    row("join-passages", &["J"], PASSAGES, Tag, pages::join),
    row("delete-passages", &["x"], PASSAGES, Tag, pages::delete),
    row("group-passages", &["gs"], PASSAGES, Tag, pages::group),
    row("passages-with", &["f", "/"], PASSAGES, Tag, pages::find),
    row("attach-passage", &["r"], PASSAGES, Tag, pages::attach),
    row("orphans", &["o"], PASSAGES, Tag, pages::orphans),
    row("passages-here", &["s"], PASSAGES, Tag, pages::this_article),
    row("all-passages", &["<Esc>"], PASSAGES, Tag, pages::clear),
    row("with-all", &["+"], PASSAGES, Tag, pages::with_all),
    row("with-any", &["*"], PASSAGES, Tag, pages::with_any),
    row("without", &["-"], PASSAGES, Tag, pages::without),
    row("untagged", &["g-"], PASSAGES, Tag, pages::untagged),
    row("split-passages", &["n"], PASSAGES, Tag, pages::split_off),
    row("codebook", &["c"], Scope::TO_CODEBOOK, Tag, pages::codebook),
    row("passages-of-tag", &["<Enter>", "l", "<Forward>"], CODEBOOK, Tag, pages::bearers),
    row("new-tag", &["n"], CODEBOOK, Tag, pages::beside),
    row("new-tag-below", &["N"], CODEBOOK, Tag, pages::below),
    row("rename-tag", &["e"], CODEBOOK, Tag, pages::rename),
    row("merge-tag", &["m"], CODEBOOK, Tag, pages::merge),
    row("move-tag", &["i", ">"], CODEBOOK, Tag, pages::place),
    row("split-tag", &["s"], CODEBOOK, Tag, pages::split),
    row("delete-tag", &["x"], CODEBOOK, Tag, pages::discard),
    row("paint-tag", &["gc"], CODEBOOK, Tag, pages::paint),
    row("describe-tag", &["a"], CODEBOOK, Tag, pages::describe),
    row("pin-tag", &["t<Letter>"], CODEBOOK, Tag, pages::pin),
    row("find-tag", &["f", "/"], CODEBOOK, Tag, pages::find_tag),
    row("all-tags", &["<Esc>"], CODEBOOK, Tag, pages::all_tags),
    row("counts", &["="], Scope::TO_COUNTS, Tag, pages::counts),
    row("passages-counted", &["<Enter>", "l", "<Forward>"], COUNTS, Tag, pages::counted),
    row("leave-counts", &["<Esc>"], COUNTS, Tag, pages::leave),
    row("sheet", &["gm"], BOTH, Tag, menu::sheet),
    row("leave-page", &["q", "<Backspace>"], PAGES, Tag, pages::leave),
    row("undo", &["u"], ALL, Tag, coding::back),
    row("redo", &["<C-r>", "U", "zu"], ALL, Tag, coding::again),
    row("other-pane", &["<Tab>", "<S-Tab>"], BOTH, View, pane::other),
    row("pin-list", &["\\", "gp"], BOTH, View, pane::pin),
    row("direction", &["gd"], READER, View, look::direction),
    row("clutter", &["gc"], READER, View, look::clutter),
    row("zen", &["gz"], READER, View, look::zen),
    row("theme", &["<C-t>", "gT"], ALL, View, look::theme),
    row("settings", &["S"], ALL, View, menu::settings),
    row("terminal", &["zl"], ALL, View, menu::terminal),
    row("help", &["?", "<F1>"], ALL, Program, menu::help),
    row("palette", &[":", "ga"], ALL, Program, menu::palette),
    row("redraw", &["<C-l>", "gR"], ALL, Program, pane::redraw),
    row("suspend", &["<C-z>", "gX"], ALL, Program, pane::suspend),
    row("cancel", &["<C-c>", "gx"], ALL, Program, pane::cancel),
    row("leave", &["q"], LIST, Program, pane::quit),
    row("quit", &["Q"], ALL, Program, pane::quit),
];
