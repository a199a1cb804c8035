//! Does one come in the real program from an article to what is related to it, and back?

use crate::{
    home::Home,
    screen::{said, shown},
    terminal::Terminal,
};

const DAM: &str = "---\ntitle: سدّ وادي الغزال يُفتح بعد عشر سنوات\nsource: صدى الوادي\n\
    date: 2025-03-10\n---\n\nافتُتح أمس سدّ وادي الغزال بعد عشر سنوات من البناء. وقال المهندس \
    سالم البدري إن خزان السدّ يكفي مزارع الوادي ثلاث سنوات من الجفاف.\n\nوكان سكان قرية الطرفة قد \
    رفضوا الرحيل حتى تُبنى لهم بيوت فوق منسوب الخزان.\n";
const FLOOD: &str = "---\ntitle: سكان الطرفة يعودون إلى ضفاف سدّ وادي الغزال\nsource: دفتر الريف\n\
    date: 2025-03-13\n---\n\nعاد سكان قرية الطرفة إلى ضفاف سدّ وادي الغزال، وبيوتهم الجديدة فوق \
    منسوب الخزان. وقال سالم البدري مهندس السدّ إن الخزان بلغ نصف سعته.\n";
const BREAD: &str = "---\ntitle: خبز الشعير على الحطب\nsource: مائدة\ndate: 2024-01-02\n---\n\n\
    يُعجن الدقيق بالماء والملح، ويُترك حتى يختمر، ثم يُخبز على صاج فوق نار هادئة.\n";

/// A reader of three articles, two of which tell one story.
fn begun() -> (Home, Terminal) {
    let home = Home::new();
    let files = [("a.md", DAM), ("b.md", FLOOD), ("c.md", BREAD)];
    home.cli(
        ["add".to_owned()]
            .into_iter()
            .chain(files.map(|(name, text)| home.file(name, text))),
    );
    // the index is as the library is before the reader asks
    home.cli(["related", &home.ids()[0], "--json"]);
    let terminal = home.reader().size(120, 36).go();
    terminal.wait_list();
    (home, terminal)
}

#[test]
fn what_is_related_is_entered_and_left_again() {
    let (_home, mut terminal) = begun();
    terminal.keys("\r");
    terminal.wait_reader();
    terminal.wait_for(&said("related", &[]));
    terminal.wait_for("3 days before");
    // its first entry, opened and left again
    terminal.keys("GG{\r");
    terminal.wait_for("افتُتح أمس");
    terminal.wait_for("3 days after");
    terminal.keys("H");
    terminal.wait_for("عاد سكان");
    // as a pane under the text; a day before is no day after
    terminal.keys("r");
    terminal.wait_hint("x", "not-related");
    terminal.keys("a");
    terminal.wait_for(&said("related-none-such", &[]));
    terminal.keys("a");
    // under the text and in the pane
    let both = |screen: &str| screen.matches("3 days before").count() == 2;
    terminal.wait("what is related again", |screen| both(&screen.text()));
    terminal.keys("\r");
    terminal.wait_for("افتُتح أمس");
    terminal.keys("Q");
    terminal.ended_well();
}

#[test]
fn what_is_not_related_is_gone_until_that_is_undone() {
    let (_home, mut terminal) = begun();
    terminal.wait_for("3 days before");
    terminal.keys("r");
    terminal.wait_hint("x", "not-related");
    terminal.keys("x");
    terminal.wait_for(&said("related-none-here", &[]));
    terminal.keys("u");
    terminal.wait_for("3 days before");
    terminal.keys("Q");
    terminal.ended_well();
}

#[test]
fn a_story_is_read_from_its_beginning() {
    let (_home, mut terminal) = begun();
    terminal.keys("gy");
    terminal.wait_for(&said("page-story", &[]));
    let [first, last] = ["سدّ وادي الغزال يُفتح", "سكان الطرفة يعودون"].map(shown);
    terminal.wait("both articles in order", |screen| {
        let text = screen.text();
        let rows: Vec<&str> = text.lines().skip(1).collect();
        let row = |title: &str| rows.iter().position(|row| row.contains(title));
        row(&first).is_some() && row(&first) < row(&last)
    });
    terminal.keys("gg\r");
    terminal.wait_for("افتُتح أمس");
    terminal.keys("q");
    terminal.wait_hint("q", "leave-page");
    terminal.keys("Q");
    terminal.ended_well();
}
