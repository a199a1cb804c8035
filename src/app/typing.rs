//! Which key is meant, and to whom does it go?

use super::{
    App, Code, Drawer, Effects, Key, Meaning, coding,
    command::{Command, Given, Scope},
    menu, pages, prompt,
};

/// No more keys wait for an article.
const MOST_HELD: usize = 1000;

/// Keys that came in one read.
pub(super) fn keys(app: &mut App, keys: &[Key]) -> Effects {
    let mut effects = Effects::new();
    let mut rest = keys;
    while let Some((first, after)) = rest.split_first() {
        if let Some(held) = &mut app.asked.held {
            held.extend(rest.iter().take(MOST_HELD.saturating_sub(held.len())));
            break;
        }
        // on a page the line says what was done there: Esc leaves the page
        let told = app.notice.is_some() && app.menu.is_none();
        app.see_notice();
        let seen = told && app.sticky.is_none() && !app.is_typing() && app.pending.is_empty();
        if seen && first.code == Code::Esc {
            // what the line said has been seen, and nothing else happens
            app.notice = None;
            rest = after;
            continue;
        }
        if app.is_typing() {
            // text entry takes letters as they are, commands under Control by their place
            let held = first.ctrl || first.alt;
            let meant = app.keyboard.translate(rest).filter(|_| held);
            let (key, eaten) = meant.map_or((*first, 1), |meant| (meant.key, meant.eaten));
            effects.extend(entry(app, key));
            rest = &rest[eaten..];
            continue;
        }
        // the other half of a key that came in two reads
        let half = app.half.take().filter(|_| !app.pending.is_empty());
        if let Some(whole) = half.and_then(|half| app.keyboard.joined(half, *first)) {
            app.pending.pop();
            effects.extend(key(app, whole));
            rest = after;
            continue;
        }
        let Some(meant) = app.keyboard.translate(rest) else {
            rest = after;
            continue;
        };
        if let Some(script) = meant.script {
            app.script = script;
        }
        rest = &rest[meant.eaten..];
        if rest.is_empty() && meant.eaten == 1 {
            app.half = Some(*first);
        }
        effects.extend(key(app, meant.key));
    }
    effects
}

/// A pasted text goes where text is typed; elsewhere it means nothing.
pub(super) fn paste(app: &mut App, text: &str) -> Effects {
    if let Some(menu) = &mut app.menu {
        menu.paste(text);
        return Effects::new();
    }
    if app.drawer.as_ref().is_some_and(Drawer::is_typing) {
        Drawer::paste(app, text);
        return Effects::new();
    }
    if app.prompt.is_some() {
        return prompt::paste(app, text);
    }
    if app.is_typing() {
        return pages::paste(app, text);
    }
    app.tell("paste-nowhere", &[]);
    Effects::new()
}

fn entry(app: &mut App, key: Key) -> Effects {
    if app.menu.is_some() {
        return menu::key(app, key);
    }
    if app.drawer.as_ref().is_some_and(Drawer::is_typing) {
        return coding::key(app, key);
    }
    if app.prompt.is_some() {
        return prompt::key(app, key);
    }
    pages::key(app, key)
}

fn key(app: &mut App, key: Key) -> Effects {
    if app.menu.is_some() {
        return menu::key(app, key);
    }
    if app.pending.is_empty()
        && let Code::Char(digit @ '0'..='9') = key.code
        && !key.ctrl
        && !key.alt
        && (digit != '0' || app.count.is_some())
        // favourite tags
        && (digit == '0' || app.place() != Scope::SELECT)
    {
        let digit = digit as usize - '0' as usize;
        let count = app.count.unwrap_or(0).saturating_mul(10);
        app.count = Some(count.saturating_add(digit).min(1_000_000));
        return Effects::new();
    }
    let cancels = key.code == Code::Esc || key == Key::ctrl('c');
    if cancels && (!app.pending.is_empty() || app.count.is_some()) {
        app.pending.clear();
        app.count = None;
        return Effects::new();
    }
    app.pending.push(key);
    match app
        .keymap
        .meaning(&app.pending, app.place(), app.mirrored())
    {
        Meaning::Command(command, letter) => {
            app.pending.clear();
            let count = app.count.take();
            let letter = letter.or(match key.code {
                Code::Char(digit @ '1'..='9') => Some(digit),
                _ => None,
            });
            app.run(command, Given { count, letter })
        }
        Meaning::Pending => Effects::new(),
        Meaning::Nothing if may_go_on(app) => Effects::new(),
        Meaning::Nothing => {
            let keys: String = app.pending.iter().map(|key| app.key_label(*key)).collect();
            let count = app.pending.len() as u64;
            app.pending.clear();
            app.count = None;
            let help = app.key_of("help");
            app.tell(
                "no-such-key",
                &[
                    ("keys", (&keys).into()),
                    ("count", count.into()),
                    ("help", (&help).into()),
                ],
            );
            Effects::new()
        }
    }
}

/// Whether what was typed last means nothing only because half of its key is still to come.
fn may_go_on(app: &App) -> bool {
    let (Some(half), Some((_, before))) = (app.half, app.pending.split_last()) else {
        return false;
    };
    app.keyboard.begun(half).any(|whole| {
        let keys = [before, &[whole]].concat();
        let meaning = app.keymap.meaning(&keys, app.place(), app.mirrored());
        !matches!(meaning, Meaning::Nothing)
    })
}

impl App {
    /// Carries out a command.
    pub(super) fn run(&mut self, command: &Command, given: Given) -> Effects {
        (command.run)(self, given)
    }

    /// Whether keys are text.
    pub fn is_typing(&self) -> bool {
        let on_page = self.results().is_some_and(|page| page.typing);
        let typed = self.is_typing_below() || on_page;
        typed && self.menu.is_none() || self.menu.as_ref().is_some_and(super::Menu::is_typing)
    }
    /// Whether they are text in the line at the bottom, or in what is open above it.
    pub(super) fn is_typing_below(&self) -> bool {
        let drawer = self.drawer.as_ref().is_some_and(Drawer::is_typing);
        self.prompt.is_some() || drawer
    }
}
