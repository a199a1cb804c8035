//! How do the lines of a scraped page become blocks, each of its kind?
//!
//! First the body is found (the run of long lines with stops), then the lines above it,
//! inside and below are settled one by one. Every line becomes a block: nothing is
//! dropped and nothing made up.

mod body;
mod clean;
mod credits;
mod head;
mod inside;
mod line;
mod sign;
mod split;
mod tail;
mod title;
mod topic;

use self::line::{Line, Shape};
use crate::article::{Article, Block, Flaw, FlawKind, Inline, Kind, Meta, opening};
use crate::import::verse::is_verse;

/// A line as a form of document gives it.
#[derive(Debug, Clone)]
pub struct Raw {
    /// Its text, trimmed, never empty.
    pub text: String,
    /// Inline spans.
    pub spans: Vec<Inline>,
    /// What the markup says that it is.
    pub hint: Option<Kind>,
    /// Blank lines before it.
    pub blanks: usize,
}

/// The lines of a plain text, blank ones counted.
pub fn raw_lines(text: &str) -> Vec<Raw> {
    let mut blanks = 0;
    let mut lines = Vec::new();
    for line in text.split('\n') {
        let line = line.trim();
        if line.is_empty() {
            blanks += 1;
            continue;
        }
        lines.push(Raw {
            text: untabbed(line),
            spans: Vec::new(),
            hint: None,
            blanks,
        });
        blanks = 0;
    }
    lines
}

/// A tab is a space, between hemistichs three.
fn untabbed(line: &str) -> String {
    if !line.contains('\t') {
        return line.to_owned();
    }
    let wide = line.replace('\t', "   ");
    if is_verse(&wide) {
        wide
    } else {
        line.replace('\t', " ")
    }
}

/// Reads a page from its lines. What `meta` holds already is believed before the page's lines.
pub fn read(raw: Vec<Raw>, meta: Meta, flaws: &mut Vec<Flaw>) -> Article {
    let lines = raw.into_iter().map(Line::from).collect();
    let mut lines = split::part(lines);
    say_title(&mut lines, &meta.title);
    lone_verse(&mut lines);
    body::set_run_apart(&mut lines);
    let title = match body::find(&lines) {
        Some(mut body) => {
            let apart = body::set_end_apart(&mut lines, &mut body);
            let title = head::settle(&mut lines, &body);
            inside::settle(&mut lines, &body, title);
            let doubtful = tail::settle(&mut lines, &body, title);
            for at in apart.chain(doubtful) {
                flaws.push(Flaw::new(
                    FlawKind::DoubtfulClutter,
                    opening(&lines[at].text),
                ));
            }
            title
        }
        None => bare(&mut lines),
    };
    if is_list(&lines) {
        flaws.push(Flaw::new(FlawKind::NotAnArticle, ""));
    }
    let meta = credits::of(&lines, title, meta, flaws);
    let blocks = lines.into_iter().map(block).collect();
    Article { meta, blocks }
}

/// Reads a text that is already clean: a record's, or one whose lines know their kinds.
pub fn read_clean(raw: Vec<Raw>, meta: Meta, flaws: &mut Vec<Flaw>) -> Article {
    let line = |raw| Line::with_labels(raw, clean::LONGEST_LABEL);
    let mut lines: Vec<Line> = raw.into_iter().map(line).collect();
    lone_verse(&mut lines);
    clean::read(lines, meta, flaws)
}

/// A title that the document's head states is the first line that says the same.
fn say_title(lines: &mut [Line], title: &str) {
    if title.is_empty() || lines.iter().any(|l| l.hint == Some(Kind::Title)) {
        return;
    }
    let key = label_key(title);
    if let Some(line) = lines.iter_mut().find(|l| l.key() == key && l.is_open()) {
        line.hint = Some(Kind::Title);
    }
}

/// One line of two halves is no poem: only `***` says so by itself.
fn lone_verse(lines: &mut [Line]) {
    let verses = lines.iter().filter(|l| l.shape == Shape::Verse).count();
    for line in lines {
        if line.shape == Shape::Verse && verses < 2 && !line.text.contains("***") {
            line.shape = Shape::Short;
        }
    }
}

/// So many short lines without running text are no article.
const MANY: usize = 8;

/// A page without running text: labels are clutter, the first line may be a title.
fn bare(lines: &mut [Line]) -> Option<usize> {
    // A few short lines are notes; many are a page, and may have its menus.
    let menu = lines.len() >= MANY;
    for line in lines.iter_mut().filter(|l| l.is_open()) {
        line.kind = match line.label {
            Some(label) if !label.weak || menu => Some(Kind::Clutter(label.reason)),
            _ if line.author().is_some() => Some(Kind::Byline),
            _ if line.dates().is_some() => Some(Kind::Dateline),
            _ => None,
        };
    }
    let open: Vec<usize> = (0..lines.len()).filter(|at| lines[*at].is_open()).collect();
    let stated = open
        .iter()
        .copied()
        .find(|at| lines[*at].hint == Some(Kind::Title));
    let title = stated.or_else(|| {
        let first = *open.first().filter(|_| open.len() > 1)?;
        (lines[first].words <= 25 && lines[first].shape == Shape::Short).then_some(first)
    });
    for at in open {
        let line = &mut lines[at];
        line.kind = Some(match line.hint {
            _ if title == Some(at) => Kind::Title,
            Some(hint) if hint != Kind::Title => hint,
            _ if line.shape == Shape::Verse => Kind::Verse,
            _ => Kind::Paragraph,
        });
    }
    title
}

/// Whether the page is a list of articles: many short lines or teasers, hardly any text.
fn is_list(lines: &[Line]) -> bool {
    let prose = lines.iter().filter(|l| l.is_prose());
    let cut = prose
        .clone()
        .filter(|l| l.end == line::End::Cut || l.text.ends_with("المزيد"))
        .count();
    let (prose, verse) = (
        prose.count(),
        lines.iter().filter(|l| l.shape == Shape::Verse).count(),
    );
    let short = lines
        .iter()
        .filter(|l| l.shape == Shape::Short && l.words >= 3)
        .count();
    cut >= 3 && cut * 2 > prose || prose <= 1 && verse == 0 && short >= MANY
}

/// The letters of a title, to compare with those of lines.
fn label_key(title: &str) -> String {
    super::label::squeeze(&crate::text::fold(title))
}

fn block(line: Line) -> Block {
    let kind = line.kind.unwrap_or(Kind::Paragraph);
    let mut text = line.text;
    let mut spans = line.spans;
    if kind == Kind::Item && line.hint.is_none() {
        // The screen sets the bullet of an item.
        text = text
            .trim_start_matches(|c: char| c.is_whitespace() || "•▪●◦‣·*-–—✔■".contains(c))
            .to_owned();
        spans.clear();
    }
    Block { kind, text, spans }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Kind::*, Reason};

    const ONE: &str = "أقام مربو النحل في وادي الزهر سوقهم السنوي الأول بعد انقطاع دام أربعة أعوام، وعرضوا ستين صنفا من العسل جاء أكثرها من خلايا جبلية لا تصلها السيارات.";
    const TWO: &str = "وقال كبير المربين إن موسم هذا العام كان وفيرا بفضل أمطار الربيع، غير أن كلفة نقل الخلايا تضاعفت مرتين منذ الشتاء الماضي.";
    const THREE: &str = "ويأمل المربون أن يفتح السوق بابا لتصدير العسل إلى المدن الساحلية، حيث يباع بضعفي ثمنه في الوادي.";
    const TITLE: &str = "سوق العسل يعود إلى وادي الزهر";

    fn reading(page: &str) -> (Article, Vec<Flaw>) {
        let mut flaws = Vec::new();
        let page = page
            .replace("{1}", ONE)
            .replace("{2}", TWO)
            .replace("{3}", THREE);
        let page = page.replace("{title}", TITLE);
        (read(raw_lines(&page), Meta::default(), &mut flaws), flaws)
    }

    fn kinds(page: &str) -> Vec<Kind> {
        reading(page).0.blocks.iter().map(|b| b.kind).collect()
    }

    #[test]
    fn heads_are_told_from_the_text() {
        assert_eq!(
            kinds(
                "صحيفة الوادي | {title}\nمال\n{title}\n{title}\nنجلاء حمدان - الوادي\n14 مايو 2024\n3 min read\n\n{1}\n{2}"
            ),
            [
                Clutter(Reason::Navigation),
                Clutter(Reason::Navigation),
                Title,
                Clutter(Reason::Repeated),
                Byline,
                Dateline,
                Clutter(Reason::Widget),
                Paragraph,
                Paragraph
            ]
        );
        let (article, flaws) = reading("مال\n{title}\nنجلاء حمدان - الوادي\n14 مايو 2024\n{1}\n{2}");
        assert_eq!(article.meta.author.as_deref(), Some("نجلاء حمدان"));
        assert_eq!(article.meta.section, None);
        assert_eq!(article.meta.date.unwrap().to_string(), "2024-05-14");
        assert!(flaws.is_empty());
    }

    #[test]
    fn related_lines_in_the_middle_do_not_end_the_text() {
        assert_eq!(
            kinds(
                "{title}\n{1}\nأخبار ذات صلة\nسوق السكر\nأسعار السكر ترتفع في المدن\n{2}\nباب التصدير\n{3}"
            ),
            [
                Title,
                Paragraph,
                Clutter(Reason::Related),
                Clutter(Reason::Related),
                Clutter(Reason::Related),
                Paragraph,
                Heading(2),
                Paragraph
            ]
        );
    }

    #[test]
    fn prose_below_a_label_is_text_again_and_closers_end_the_label() {
        let kinds = kinds(
            "{title}\n{1}\n{2}\nروابط ذات صلة\nسوق السكر\nنهاية القائمة\nباب التصدير\nوفي ورشة مجاورة كان نجار يصقل ألواحا من خشب الجوز لأسرة طلبت خزانة كبيرة قبل العيد، ولم يكن يعلم أن ابنته رسمت على ظهرها سفينة.\nوضحك حين رأى الرسم وتركه كما هو على ظهر الخزانة.",
        );
        let related = Clutter(Reason::Related);
        assert_eq!(kinds[3..6], [related; 3]);
        assert_eq!(kinds[6..], [Heading(2), Paragraph, Paragraph]);
    }

    #[test]
    fn a_run_of_tags_below_whole_sentences_is_settled_together() {
        let kinds = kinds("{title}\n{1}\n{2}\n{3}\nوادي الزهر\nالعسل\nالأمطار");
        assert_eq!(kinds[4..], [Clutter(Reason::Tags); 3]);
    }

    #[test]
    fn titles_of_other_stories_below_the_text_are_known_without_a_label() {
        let page =
            "{title}\n{1}\n{2}\n{3}\nانطلاق دوري المدارس لكرة السلة\nافتتاح معرض الكتاب في العاصمة";
        assert_eq!(
            kinds(page)[4..],
            [Clutter(Reason::Related), Clutter(Reason::Related)]
        );
    }

    #[test]
    fn where_the_rules_cannot_know_the_line_is_text_and_a_flaw_says_so() {
        let (article, flaws) = reading("{title}\n{1}\n{2}\n{3}\nمربو النحل في وادي الزهر");
        assert_eq!(article.blocks[4].kind, Paragraph);
        assert!(flaws.iter().any(|f| f.kind == FlawKind::DoubtfulClutter));
    }

    #[test]
    fn a_text_without_title_is_named_by_its_first_words() {
        let (article, flaws) = reading("{1}\n{2}");
        assert!(article.meta.title.ends_with('…') && article.meta.title.chars().count() <= 80);
        assert!(ONE.starts_with(article.meta.title.trim_end_matches('…')));
        assert!(flaws.iter().any(|f| f.kind == FlawKind::NoTitle));
    }

    #[test]
    fn poems_have_verses_and_a_title() {
        let verse = "يا واديا نزلت به الأزهار *** وتسابقت في حضنه الأطيار";
        assert_eq!(
            kinds(&format!("قصيدة الوادي\n\n{verse}\n{verse}")),
            [Title, Verse, Verse]
        );
    }

    #[test]
    fn lists_of_stories_say_that_they_are_no_article() {
        let page: Vec<String> = [
            "أولى",
            "ثانية",
            "ثالثة",
            "رابعة",
            "خامسة",
            "سادسة",
            "سابعة",
            "ثامنة",
        ]
        .iter()
        .map(|n| format!("قصة {n} من مكان بعيد"))
        .collect();
        let (_, flaws) = reading(&format!("الرئيسية\n{}", page.join("\nالمزيد\n")));
        assert!(flaws.iter().any(|f| f.kind == FlawKind::NotAnArticle));
        let (_, flaws) = reading("ورقة\nملاحظة أولى\nملاحظة ثانية");
        assert!(!flaws.iter().any(|f| f.kind == FlawKind::NotAnArticle));
    }

    #[test]
    fn a_date_in_the_opening_of_the_text_dates_it() {
        for opening in ["الوادي (وكالة) 14-5-2024 - ", "الوادي 14-5-2024 (وكالة) - "]
        {
            let (article, _) = reading(&["{title}\n", opening, "{1}\n{2}"].concat());
            assert_eq!(
                article.meta.date.unwrap().to_string(),
                "2024-05-14",
                "{opening}"
            );
        }
    }

    #[test]
    fn today_with_a_full_date_dates_the_text_and_nothing_else_within_it_does() {
        let dated = |page: &str| reading(page).0.meta.date.map(|d| d.to_string());
        assert_eq!(
            dated("{title}\n{1} حسب ما قيل اليوم (الثلاثاء) 14 مايو 2024.\n{2}").as_deref(),
            Some("2024-05-14")
        );
        assert_eq!(
            dated("{title}\n{1} ووقع ذلك في 14 مايو 2024.\n{2} كما قيل اليوم الخميس."),
            None
        );
        assert_eq!(dated(" date 2025-10-03 {title}\n{1}"), None);
    }
}
