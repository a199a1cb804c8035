//! Does each deed do what it says, and does taking it back bring back just what was?

use std::fmt::Write;

use hashiya::{
    desk::{Coded, Reach, Undo},
    passage::{Colour, Deed, How, Naming, Passage, PassageId, Placement, Tag, TagId, Wish, Work},
};

use super::*;

/// The text of every article here, after its title of five letters.
const TEXT: &str = "قال الوزير إن الأمر كذا\nثم عاد الوفد إلى بلده";

/// A library of some articles, and a desk at it.
pub(super) struct Coding {
    library: Library,
    db: Connection,
    pub(super) desk: Desk,
    pub(super) ids: Vec<ArticleId>,
}

impl Coding {
    pub(super) fn new(articles: usize) -> Self {
        let mut library = Library::new();
        let ids = (0..articles).map(|nth| {
            let meta = at(&format!("https://example.org/{nth}"));
            library.add(&document(&meta, TEXT, &archive("a"))).0
        });
        let ids = ids.collect();
        let desk = Desk::new(Some(library.dir.path().to_owned()), "سلمى".to_owned());
        let db = Connection::open(library.dir.path().join("library.db")).unwrap();
        Self {
            library,
            db,
            desk,
            ids,
        }
    }

    /// Another run of the program.
    pub(super) fn other(&self) -> Desk {
        Desk::new(Some(self.library.dir.path().to_owned()), String::new())
    }

    pub(super) fn sql<T: rusqlite::types::FromSql>(&self, question: &str) -> T {
        self.db.query_row(question, [], |r| r.get(0)).unwrap()
    }

    pub(super) fn store(&self) -> &Store {
        &self.library.store
    }

    pub(super) fn add(&mut self, document: &Prepared) {
        self.library.add(document);
    }

    pub(super) fn wish(&self, nth: usize, range: std::ops::Range<u32>) -> Wish {
        Wish {
            article: self.ids[nth].clone(),
            version: 1,
            range,
        }
    }

    pub(super) fn code(&mut self, deeds: &[Deed]) -> Coded {
        self.desk.code(deeds).unwrap()
    }

    /// A passage of the first article.
    pub(super) fn mark(&mut self, range: std::ops::Range<u32>, tags: &[&str]) -> Passage {
        let deed = Deed::Mark(self.wish(0, range), named(tags), String::new());
        self.code(&[deed]).passages.remove(0)
    }

    pub(super) fn passage(&mut self, id: &PassageId) -> Passage {
        self.desk.passage(id.as_str()).unwrap()
    }

    pub(super) fn tag(&mut self, name: &str) -> Tag {
        let book = self.desk.codebook().unwrap();
        let entry = book.entries.iter().find(|entry| entry.tag.name == name);
        entry.unwrap().tag.clone()
    }

    /// The names of a passage's tags.
    fn tags_of(&mut self, id: &PassageId) -> Vec<String> {
        let tags = self.passage(id).tags;
        tags.iter().map(|tag| self.name(tag)).collect()
    }

    fn name(&self, tag: &TagId) -> String {
        self.sql(&format!("SELECT name FROM tag WHERE id = '{tag}'"))
    }

    /// The tree of names: each with that of its parent.
    fn tree(&self) -> String {
        self.sql(
            "SELECT ifnull(group_concat(t.name || '<' || ifnull(p.name, '') ORDER BY t.name), '') \
             FROM tag t LEFT JOIN tag p ON p.row = t.parent",
        )
    }

    /// All that the reader made, by ids, and what follows from it.
    pub(super) fn dump(&self) -> String {
        let all = [
            "SELECT t.id, t.name, t.key, p.id, t.colour, t.description, t.letter, t.passages, \
                    t.articles FROM tag t LEFT JOIN tag p ON p.row = t.parent ORDER BY t.id",
            "SELECT p.id, a.id, p.version, p.start, p.end, p.quote, p.prefix, p.suffix, p.note, \
                    p.words, p.colour, p.coder, p.created, p.modified, l.start, l.end, l.how \
             FROM passage p JOIN article a ON a.row = p.article \
             LEFT JOIN placement l ON l.passage = p.row ORDER BY p.id",
            "SELECT p.id, t.id, b.nth FROM passage_tag b JOIN passage p ON p.row = b.passage \
             JOIN tag t ON t.row = b.tag ORDER BY p.id, b.nth",
            "SELECT a.id, t.id, b.nth FROM article_tag b JOIN article a ON a.row = b.article \
             JOIN tag t ON t.row = b.tag ORDER BY a.id, b.nth",
            "SELECT a.id, s.note, s.work FROM sheet s JOIN article a ON a.row = s.article \
             ORDER BY a.id",
            "SELECT one, other, related, made, coder FROM bond ORDER BY one, other",
            "SELECT t.id, a.id, b.whole, b.passages FROM bearing b JOIN tag t ON t.row = b.tag \
             JOIN article a ON a.row = b.article ORDER BY t.id, a.id",
            "SELECT id, title, author, source, url, words, read, starred, removed FROM article \
             ORDER BY id",
            "SELECT a.id, h.field, h.value, h.stated FROM hand h \
             JOIN article a ON a.row = h.article ORDER BY a.id, h.field",
            "SELECT article, source, hex(words), kind FROM override ORDER BY 1, 2, 3",
        ];
        let mut dump = String::new();
        for question in all {
            let mut statement = self.db.prepare(question).unwrap();
            let columns = statement.column_count();
            let mut rows = statement.query([]).unwrap();
            while let Some(row) = rows.next().unwrap() {
                for column in 0..columns {
                    let value: rusqlite::types::Value = row.get(column).unwrap();
                    write!(dump, "{value:?} ").unwrap();
                }
                dump.push('\n');
            }
            dump.push_str("---\n");
        }
        dump
    }

    /// Does deeds; taking them back brings back all that was, doing them again all that is.
    fn there_and_back(&mut self, deeds: &[Deed]) -> Coded {
        let before = self.dump();
        let coded = self.code(deeds);
        let after = self.dump();
        assert_ne!(before, after, "{deeds:?}");
        assert_eq!(coded.kind, deeds[0].kind());
        let undone = self.desk.undo(&Reach::Session).unwrap();
        let Undo::Done(undone) = undone else {
            panic!("{deeds:?}: {undone:?}");
        };
        assert_eq!((undone.kind.as_str(), undone.own), (coded.kind, true));
        assert_eq!(self.dump(), before, "{deeds:?}");
        let redone = self.desk.redo(&Reach::Session).unwrap();
        assert!(matches!(redone, Undo::Done(_)), "{deeds:?}: {redone:?}");
        assert_eq!(self.dump(), after, "{deeds:?}");
        coded
    }

    fn refused(&mut self, deed: Deed) -> Error {
        let before = self.dump();
        let refused = self.desk.code(&[deed]).unwrap_err();
        assert_eq!(self.dump(), before);
        refused
    }
}

pub(super) fn named(tags: &[&str]) -> Vec<Naming> {
    let names = tags.iter().map(|name| (*name).to_owned());
    names.map(Naming::Name).collect()
}

fn name(tag: &str) -> String {
    tag.to_owned()
}

#[test]
fn a_passage_is_marked_tagged_noted_and_deleted() {
    let mut coding = Coding::new(1);
    let wish = coding.wish(0, 6..16);
    let deed = Deed::Mark(wish, named(&["قول", "وزير", "قول"]), "نعم\r\n".to_owned());
    let coded = coding.there_and_back(&[deed]);
    let [passage] = &coded.passages[..] else {
        panic!("{coded:?}");
    };
    assert_eq!(passage.selector.quote, "قال الوزير");
    assert_eq!(passage.selector.prefix, "عنوان\n");
    assert_eq!(passage.placement, Placement::At(6..16, How::Same));
    assert_eq!(
        (passage.note.as_str(), passage.coder.as_str()),
        ("نعم", "سلمى")
    );
    assert_eq!(passage.created, passage.modified);
    assert_eq!(coded.articles, coding.ids);
    assert_eq!(coded.tags.len(), 2);
    let id = passage.id.clone();
    assert_eq!(coding.tags_of(&id), ["قول", "وزير"]);
    coding.there_and_back(&[Deed::Tag(vec![id.clone()], named(&["وزير", "خبر"]))]);
    assert_eq!(coding.tags_of(&id), ["قول", "وزير", "خبر"]);
    let first = coding.tag("قول").id;
    coding.there_and_back(&[Deed::Untag(vec![id.clone()], vec![first])]);
    assert_eq!(coding.tags_of(&id), ["وزير", "خبر"]);
    coding.there_and_back(&[Deed::Untag(vec![id.clone()], Vec::new())]);
    assert!(coding.passage(&id).tags.is_empty());
    coding.there_and_back(&[Deed::Note(id.clone(), "لا".to_owned())]);
    coding.there_and_back(&[Deed::Colour(vec![id.clone()], Some(Colour::Red))]);
    let passage = coding.passage(&id);
    assert_eq!(
        (passage.note.as_str(), passage.colour),
        ("لا", Some(Colour::Red))
    );
    assert!(passage.modified > passage.created);
    let coded = coding.there_and_back(&[Deed::Delete(vec![id.clone()])]);
    assert_eq!(coded.gone, [passage]);
    assert_eq!(
        coding.sql::<String>("SELECT group_concat(DISTINCT id) FROM passage_gone"),
        id.as_str()
    );
}

#[test]
fn bounds_are_taken_up_again_also_of_an_orphan() {
    let mut coding = Coding::new(2);
    let id = coding.mark(6..16, &["قول"]).id;
    coding.there_and_back(&[Deed::Bound(id.clone(), coding.wish(0, 10..16))]);
    assert_eq!(coding.passage(&id).selector.quote, "الوزير");
    let elsewhere = Deed::Bound(id.clone(), coding.wish(1, 6..16));
    let refused = coding.refused(elsewhere);
    assert!(matches!(refused, Error::BadSpan(..)), "{refused:?}");
    let other = document(&at("https://example.org/0"), "كلام آخر", &archive("a"));
    coding.add(&other);
    assert_eq!(coding.passage(&id).placement, Placement::Orphan);
    let wish = Wish {
        version: 2,
        ..coding.wish(0, 6..10)
    };
    coding.there_and_back(&[Deed::Bound(id.clone(), wish)]);
    assert_eq!(coding.passage(&id).selector.quote, "كلام");
}

#[test]
fn passages_that_overlap_or_touch_become_the_first_of_them() {
    let mut coding = Coding::new(2);
    let first = coding.mark(6..16, &["قول", "وزير"]).id;
    let second = coding.mark(10..19, &["وزير", "خبر"]).id;
    let third = coding.mark(20..25, &[]).id;
    let far = coding.mark(35..39, &[]).id;
    coding.code(&[
        Deed::Note(first.clone(), "أول".to_owned()),
        Deed::Note(second.clone(), "ثانٍ".to_owned()),
        Deed::Note(third.clone(), "أول".to_owned()),
    ]);
    let all = [&third, &first, &second].map(Clone::clone);
    let coded = coding.there_and_back(&[Deed::Join(all.to_vec())]);
    assert_eq!(coded.gone.len(), 2);
    let joined = coding.passage(&first);
    assert_eq!(joined.selector.quote, "قال الوزير إن الأمر");
    assert_eq!(joined.note, "أول\n\nثانٍ");
    assert_eq!(coding.tags_of(&first), ["قول", "وزير", "خبر"]);
    let elsewhere = Deed::Mark(coding.wish(1, 6..16), Vec::new(), String::new());
    let elsewhere = coding.code(&[elsewhere]).passages.remove(0).id;
    for other in [far, elsewhere] {
        let refused = coding.refused(Deed::Join(vec![first.clone(), other]));
        assert!(matches!(refused, Error::NotTouching), "{refused:?}");
    }
}

#[test]
fn an_article_as_a_whole_is_tagged_noted_and_worked_on() {
    let mut coding = Coding::new(2);
    let ids = coding.ids.clone();
    let coded = coding.there_and_back(&[Deed::TagArticles(ids.clone(), named(&["خبر", "سياسة"]))]);
    assert_eq!(coded.articles.len(), 2);
    coding.there_and_back(&[Deed::NoteArticle(ids[0].clone(), "مهم".to_owned())]);
    coding.there_and_back(&[Deed::Work(ids.clone(), Some(Work::Coded))]);
    let news = coding.tag("خبر").id;
    coding.there_and_back(&[Deed::UntagArticles(ids[..1].to_vec(), vec![news])]);
    let sheet = coding.desk.coding(&ids[0]).unwrap().sheet;
    let politics = coding.tag("سياسة").id;
    assert_eq!(sheet.tags, [politics]);
    assert_eq!(
        (sheet.note.as_str(), sheet.work),
        ("مهم", Some(Work::Coded))
    );
    coding.there_and_back(&[Deed::UntagArticles(ids[1..].to_vec(), Vec::new())]);
    coding.there_and_back(&[Deed::Work(ids, None)]);
    assert_eq!(coding.sql::<i64>("SELECT count(*) FROM sheet"), 1);
}

#[test]
fn two_articles_are_said_to_be_related_or_not_whichever_is_named_first() {
    let mut coding = Coding::new(3);
    let [one, two, three] = [0, 1, 2].map(|nth| coding.ids[nth].clone());
    let relate =
        |one: &ArticleId, other: &ArticleId, said| [Deed::Relate(one.clone(), other.clone(), said)];
    let coded = coding.there_and_back(&relate(&one, &two, Some(false)));
    assert_eq!(coded.articles.len(), 2);
    coding.there_and_back(&relate(&three, &one, Some(true)));
    let bonds = |coding: &Coding, row| coding.store().bonds(row).unwrap();
    assert_eq!(bonds(&coding, 1), [(2, false), (3, true)]);
    assert_eq!(bonds(&coding, 2), [(1, false)]);
    // the same again is nothing to be taken back
    let before = coding.dump();
    let coded = coding.code(&relate(&two, &one, Some(false)));
    assert_eq!((coded.articles.len(), coding.dump()), (0, before));
    coding.there_and_back(&relate(&two, &one, Some(true)));
    coding.there_and_back(&relate(&two, &one, None));
    assert_eq!(bonds(&coding, 1), [(3, true)]);
    coding.desk.remove(std::slice::from_ref(&three)).unwrap();
    assert_eq!(bonds(&coding, 1), []);
    let itself = coding.refused(relate(&one, &one, Some(true))[0].clone());
    assert!(matches!(itself, Error::WithItself), "{itself:?}");
    let removed = coding.refused(relate(&one, &three, Some(true))[0].clone());
    assert!(matches!(removed, Error::NoSuchArticle(_)), "{removed:?}");
    coding.desk.purge(&[three]).unwrap();
    assert_eq!(coding.sql::<i64>("SELECT count(*) FROM bond"), 0);
}

#[test]
fn articles_are_known_by_the_tags_that_they_or_their_passages_bear() {
    let mut coding = Coding::new(4);
    let ids = coding.ids.clone();
    let none = coding.store().shared_tags(1, &[2, 3]).unwrap();
    assert_eq!(none, [vec![], vec![]]);
    coding.mark(6..16, &["نفط", "حرب"]);
    coding.code(&[
        Deed::TagArticles(ids[1..3].to_vec(), named(&["نفط"])),
        Deed::TagArticles(ids[1..2].to_vec(), named(&["حرب"])),
        Deed::TagArticles(ids[3..].to_vec(), named(&["بحر"])),
    ]);
    let [oil, war, sea] = ["نفط", "حرب", "بحر"].map(|name| coding.tag(name).id);
    coding.there_and_back(&[Deed::Move(sea.clone(), Some(war.clone()))]);
    let bearing = |coding: &Coding, tags: &[&TagId]| {
        let tags: Vec<TagId> = tags.iter().map(|tag| (*tag).clone()).collect();
        let mut rows = Vec::from_iter(coding.store().rows_bearing(&tags).unwrap());
        rows.sort_unstable();
        rows
    };
    assert_eq!(bearing(&coding, &[&oil]), [1, 2, 3]);
    assert_eq!(bearing(&coding, &[&war]), [1, 2]);
    assert_eq!(bearing(&coding, &[&war, &sea]), [1, 2, 4]);
    let shared = coding.store().shared_tags(1, &[4, 2, 3]).unwrap();
    assert_eq!(shared, [vec![], vec![war.clone(), oil.clone()], vec![oil]]);
    coding.desk.remove(&ids[..1]).unwrap();
    assert_eq!(bearing(&coding, &[&war]), [2]);
}

#[test]
fn the_codebook_is_a_tree_that_can_be_built_anew() {
    let mut coding = Coding::new(1);
    coding.there_and_back(&[Deed::NewTag(name("سياسة"), None)]);
    let politics = coding.tag("سياسة").id;
    coding.there_and_back(&[Deed::NewTag(name("خارجية"), Some(politics.clone()))]);
    let foreign = coding.tag("خارجية").id;
    coding.there_and_back(&[Deed::NewTag(name("سفراء"), Some(foreign.clone()))]);
    let envoys = coding.tag("سفراء").id;
    assert_eq!(coding.tree(), "خارجية<سياسة,سفراء<خارجية,سياسة<");
    let colours = ["سياسة", "خارجية", "سفراء"].map(|name| coding.tag(name).colour);
    assert_eq!(colours, Colour::ALL[..3]);
    coding.there_and_back(&[Deed::Rename(envoys.clone(), name(" وفود "))]);
    coding.there_and_back(&[Deed::Describe(envoys.clone(), name("من يُوفَد"))]);
    coding.there_and_back(&[Deed::Paint(envoys.clone(), Colour::Cyan)]);
    coding.there_and_back(&[Deed::Pin(envoys.clone(), Some('و'))]);
    coding.there_and_back(&[Deed::Pin(politics.clone(), Some('و'))]);
    assert_eq!(coding.tag("وفود").letter, None);
    for below in [&politics, &foreign, &envoys] {
        let refused = coding.refused(Deed::Move(politics.clone(), Some(below.clone())));
        assert!(matches!(refused, Error::TagCycle(..)), "{refused:?}");
    }
    coding.there_and_back(&[Deed::Move(envoys.clone(), Some(politics.clone()))]);
    coding.there_and_back(&[Deed::Move(envoys.clone(), None)]);
    coding.there_and_back(&[Deed::Move(envoys, Some(foreign.clone()))]);
    let passage = coding.mark(6..16, &["خارجية", "وفود"]).id;
    coding.there_and_back(&[Deed::DeleteTag(foreign)]);
    assert_eq!(coding.tree(), "سياسة<,وفود<سياسة");
    assert_eq!(coding.tags_of(&passage), ["وفود"]);
}

#[test]
fn what_bears_a_merged_tag_bears_the_other_once() {
    let mut coding = Coding::new(1);
    coding.code(&[Deed::NewTag(name("أب"), None)]);
    let parent = coding.tag("أب").id;
    coding.code(&[
        Deed::NewTag(name("ابن"), Some(parent.clone())),
        Deed::NewTag(name("أخ"), Some(parent.clone())),
        Deed::Pin(parent.clone(), Some('ب')),
        Deed::Describe(parent.clone(), name("شرح")),
    ]);
    let son = coding.tag("ابن").id;
    let both = coding.mark(6..16, &["أب", "خبر", "ابن"]).id;
    let one = coding.mark(6..16, &["أب"]).id;
    let ids = coding.ids.clone();
    coding.code(&[Deed::TagArticles(ids, named(&["أب"]))]);
    let modified = coding.passage(&both).modified;
    let coded = coding.there_and_back(&[Deed::Merge(parent, son)]);
    assert_eq!((coded.passages.len(), coded.articles.len()), (0, 1));
    assert_eq!(coding.tags_of(&both), ["ابن", "خبر"]);
    assert_eq!(coding.tags_of(&one), ["ابن"]);
    assert_eq!(coding.passage(&both).modified, modified);
    assert_eq!(coding.tree(), "أخ<ابن,ابن<,خبر<");
    let heir = coding.tag("ابن");
    assert_eq!((heir.description.as_str(), heir.letter), ("شرح", Some('ب')));
}

#[test]
fn a_split_gives_the_named_passages_the_other_tag_in_the_same_place() {
    let mut coding = Coding::new(1);
    let first = coding.mark(6..16, &["قول", "خبر"]).id;
    let second = coding.mark(6..16, &["قول"]).id;
    let tag = coding.tag("قول").id;
    let deed = Deed::Split(tag, name("تصريح"), vec![first.clone()]);
    coding.there_and_back(&[deed]);
    assert_eq!(coding.tags_of(&first), ["تصريح", "خبر"]);
    assert_eq!(coding.tags_of(&second), ["قول"]);
}

#[test]
fn what_cannot_be_is_said_and_nothing_is_done() {
    let mut coding = Coding::new(1);
    let passage = coding.mark(6..16, &["قول", "خبر"]).id;
    let tag = coding.tag("قول").id;
    for range in [6..6, 9..10, 6..900] {
        let deed = Deed::Mark(coding.wish(0, range), Vec::new(), String::new());
        let refused = coding.refused(deed);
        assert!(matches!(refused, Error::BadSpan(..)), "{refused:?}");
    }
    let nobody = PassageId::from_stored("0".repeat(36));
    let refused = coding.refused(Deed::Note(nobody, String::new()));
    assert!(matches!(refused, Error::NoSuchPassage(_)), "{refused:?}");
    let nothing = TagId::from_stored("0".repeat(36));
    let refused = coding.refused(Deed::DeleteTag(nothing));
    assert!(matches!(refused, Error::NoSuchTag(..)), "{refused:?}");
    for taken in [
        Deed::Rename(tag.clone(), name("خبر")),
        Deed::NewTag(name(" خبر"), None),
    ] {
        let refused = coding.refused(taken);
        assert!(matches!(refused, Error::TagExists(_)), "{refused:?}");
    }
    for (bad, why) in [(" ", "empty"), ("أ\u{1b}ب", "control")] {
        let refused = coding.refused(Deed::Rename(tag.clone(), name(bad)));
        assert!(matches!(refused, Error::BadTagName(said) if said == why));
    }
    let long = "x".repeat((1 << 20) + 1);
    let refused = coding.refused(Deed::Note(passage.clone(), long));
    assert!(matches!(refused, Error::LongNote(_)), "{refused:?}");
    // of several deeds that fail in the end none is done
    let lines: i64 = coding.sql("SELECT count(*) FROM log");
    let before = coding.dump();
    let deeds = [
        Deed::Delete(vec![passage.clone()]),
        Deed::Note(passage, String::new()),
    ];
    assert!(coding.desk.code(&deeds).is_err());
    assert_eq!(
        (coding.dump(), coding.sql("SELECT count(*) FROM log")),
        (before, lines)
    );
}

#[test]
fn what_is_already_so_is_no_change() {
    let mut coding = Coding::new(1);
    let passage = coding.mark(6..16, &["قول"]).id;
    let tag = coding.tag("قول").id;
    let state = (coding.dump(), coding.desk.codebook().unwrap());
    let number: i64 = coding.sql("SELECT coding FROM library");
    let coded = coding.code(&[
        Deed::Tag(vec![passage.clone()], named(&["قول"])),
        Deed::Note(passage.clone(), " \n".to_owned()),
        Deed::Rename(tag.clone(), name("قول")),
        Deed::Merge(tag.clone(), tag),
        Deed::Join(vec![passage]),
    ]);
    assert!(coded.passages.is_empty() && coded.tags.is_empty());
    assert_eq!((coding.dump(), coding.desk.codebook().unwrap()), state);
    assert_eq!(coding.sql::<i64>("SELECT coding FROM library"), number);
    assert_eq!(coding.sql::<i64>("SELECT count(*) FROM log"), 1);
}

#[test]
fn every_change_has_a_number_of_its_own() {
    let mut coding = Coding::new(1);
    let first = coding.mark(6..16, &["قول"]).id;
    let second = coding.mark(6..16, &["خبر"]).id;
    let numbers = "SELECT max(n) <= (SELECT coding FROM library) AND count(DISTINCT n) = count(n) \
         FROM (SELECT change n FROM tag UNION ALL SELECT change FROM passage \
               UNION ALL SELECT change FROM passage_gone)";
    assert!(coding.sql::<bool>(numbers));
    coding.code(&[Deed::Delete(vec![first])]);
    assert!(coding.sql::<bool>(numbers));
    let (one, other) = (coding.tag("خبر").id, coding.tag("قول").id);
    let before: i64 = coding.sql("SELECT change FROM passage");
    coding.code(&[Deed::Merge(one, other)]);
    assert!(coding.sql::<i64>("SELECT change FROM passage") > before);
    assert_eq!(coding.tags_of(&second), ["قول"]);
    let purged = coding.ids.clone();
    coding.desk.purge(&purged).unwrap();
    assert_eq!(coding.sql::<i64>("SELECT count(*) FROM passage_gone"), 2);
    assert!(coding.sql::<bool>(numbers));
}
