//! Is all that the log holds taken back and made again just so, and never over what came since?

use hashiya::{
    desk::{Reach, Undo, Undone},
    passage::{Colour, Deed, PassageId, TagId, Work},
};

use super::{
    coding::{Coding, named},
    *,
};

fn done(undo: Undo) -> Undone {
    match undo {
        Undo::Done(undone) => *undone,
        other => panic!("{other:?}"),
    }
}

/// Numbers that look like chance and are the same each time.
pub(super) struct Dice(pub(super) u64);

impl Dice {
    pub(super) fn below(&mut self, end: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end
    }

    fn one<T: Clone>(&mut self, of: &[T]) -> Option<T> {
        (!of.is_empty()).then(|| of[self.below(of.len())].clone())
    }
}

const NAMES: [&str; 12] = [
    "خبر",
    "قول",
    "وزير",
    "سياسة",
    "حدود",
    "نفط",
    "حرب",
    "سلم",
    "بحر",
    "مطر",
    "شعر",
    "علم",
];

/// Something that a reader may do; that much of it is refused is part of the game.
fn deed(coding: &Coding, dice: &mut Dice) -> Option<Deed> {
    let all = |question: &str| -> Vec<String> {
        let ids: Option<String> = coding.sql(&format!("SELECT group_concat(id) FROM ({question})"));
        let ids = ids.unwrap_or_default();
        ids.split(',')
            .filter(|id| !id.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let passages = all("SELECT id FROM passage ORDER BY id");
    let tags = all("SELECT id FROM tag ORDER BY id");
    let passage = dice.one(&passages).map(PassageId::from_stored);
    let other = dice.one(&passages).map(PassageId::from_stored);
    let some: Vec<PassageId> = [&passage, &other].into_iter().flatten().cloned().collect();
    let tag = dice.one(&tags).map(TagId::from_stored);
    let second = dice.one(&tags).map(TagId::from_stored);
    let name = NAMES[dice.below(NAMES.len())];
    let article = dice.below(coding.ids.len());
    let ids = vec![coding.ids[article].clone()];
    let start = dice.below(40) as u32;
    let wish = coding.wish(article, start..start + 1 + dice.below(12) as u32);
    let note = NAMES[dice.below(NAMES.len())].repeat(dice.below(3));
    let letter = [None, Some('أ'), Some('ب')][dice.below(3)];
    let colour = Colour::ALL[dice.below(6)];
    let related = [None, Some(true), Some(false)][dice.below(3)];
    Some(match dice.below(28) {
        0..=4 => Deed::Mark(wish, named(&[name]), note),
        5 => Deed::Bound(passage?, wish),
        6..=8 => Deed::Tag(some, named(&[name])),
        9 => Deed::Untag(some, second.into_iter().collect()),
        10 => Deed::Note(passage?, note),
        11 => Deed::Colour(some, (dice.below(2) == 0).then_some(colour)),
        12 => {
            let near = all("SELECT p.id FROM passage p JOIN passage o USING (article) \
                 WHERE o.row < p.row AND o.end >= p.start AND p.end >= o.start \
                 AND p.end - o.start < 30");
            let near = dice.one(&near).map(PassageId::from_stored)?;
            let quote = format!(
                "SELECT o.id FROM passage p JOIN passage o USING (article) \
                 WHERE p.id = '{near}' AND o.end >= p.start AND p.end >= o.start"
            );
            Deed::Join(
                all(&quote)
                    .into_iter()
                    .map(PassageId::from_stored)
                    .collect(),
            )
        }
        13 => Deed::Delete(some),
        14 => Deed::TagArticles(ids, named(&[name])),
        15 => Deed::UntagArticles(ids, Vec::new()),
        16 => Deed::NoteArticle(ids[0].clone(), note),
        17 => Deed::Work(ids, [None, Some(Work::Coded)][dice.below(2)]),
        18 => Deed::NewTag(name.to_owned(), tag),
        19 => Deed::Rename(tag?, name.to_owned()),
        20 => Deed::Merge(tag?, second?),
        21 => Deed::Move(tag?, second),
        22 => Deed::Split(tag?, name.to_owned(), some),
        23 => Deed::DeleteTag(tag?),
        24 => Deed::Paint(tag?, colour),
        25 => Deed::Describe(tag?, note),
        26 => {
            let near = dice.one(&coding.ids)?;
            Deed::Relate(ids[0].clone(), near, related)
        }
        _ => Deed::Pin(tag?, letter),
    })
}

/// Does something by chance, in whichever run of the program.
pub(super) fn change(coding: &mut Coding, dice: &mut Dice) {
    let ids = coding.ids[dice.below(coding.ids.len())..][..1].to_vec();
    let row: i64 = coding.sql(&format!("SELECT row FROM article WHERE id = '{}'", ids[0]));
    let on = dice.below(2) == 0;
    match dice.below(20) {
        0 => drop(coding.desk.set_read(&[row], on)),
        1 => drop(coding.desk.set_starred(&[row], on)),
        2 => {
            let field = Field::ALL[dice.below(4)];
            let value = (dice.below(3) > 0).then(|| NAMES[dice.below(NAMES.len())].to_owned());
            drop(coding.desk.edit(&ids, &[Edit { field, value }]));
        }
        3 => {
            let kind = [None, Some(Kind::Heading(2)), Some(BY_HAND)][dice.below(3)];
            drop(
                coding
                    .desk
                    .set_kind(&ids[0], 1 + dice.below(2), kind, Scope::Article),
            );
        }
        4 if dice.below(8) == 0 => drop(coding.desk.remove(&ids)),
        5 => {
            let deeds: Vec<Deed> = (0..3).filter_map(|_| deed(coding, dice)).collect();
            drop(coding.desk.code(&deeds));
        }
        _ => drop(deed(coding, dice).map(|deed| coding.desk.code(&[deed]))),
    }
}

#[test]
fn five_hundred_changes_are_taken_back_and_made_again_one_by_one() {
    let mut coding = Coding::new(12);
    let mut dice = Dice(7);
    let lines = |coding: &Coding| coding.sql::<u32>("SELECT count(*) FROM log") as usize;
    let mut states = vec![coding.dump()];
    while states.len() <= 500 {
        if dice.below(50) == 0 {
            coding.desk = coding.other();
        }
        change(&mut coding, &mut dice);
        if lines(&coding) == states.len() {
            states.push(coding.dump());
        }
    }
    let kinds: String = coding.sql("SELECT group_concat(DISTINCT kind) FROM log");
    assert_eq!(kinds.split(',').count(), 27, "{kinds}");
    for (nth, state) in states.iter().enumerate().rev().skip(1) {
        done(coding.desk.undo(&Reach::Library).unwrap());
        assert_eq!(coding.dump(), *state, "change {}", nth + 1);
    }
    assert_eq!(coding.desk.undo(&Reach::Library).unwrap(), Undo::Nothing);
    for (nth, state) in states.iter().enumerate().skip(1) {
        done(coding.desk.redo(&Reach::Library).unwrap());
        assert_eq!(coding.dump(), *state, "change {nth}");
    }
    assert_eq!(coding.desk.redo(&Reach::Library).unwrap(), Undo::Nothing);
    assert_eq!(coding.sql::<String>("PRAGMA integrity_check"), "ok");
}

#[test]
fn a_run_takes_back_its_own_and_says_what_lies_beyond() {
    let mut coding = Coding::new(1);
    let mut other = coding.other();
    let first = coding.mark(6..16, &["قول"]).id;
    let theirs = Deed::Mark(coding.wish(0, 10..16), named(&["خبر"]), String::new());
    other.code(&[theirs]).unwrap();
    let third = coding.mark(17..19, &[]).id;
    let undone = done(coding.desk.undo(&Reach::Session).unwrap());
    assert_eq!(undone.coded.gone[0].id, third);
    assert_eq!(
        (undone.kind.as_str(), undone.coder.as_str()),
        ("mark", "سلمى")
    );
    let undone = done(coding.desk.undo(&Reach::Session).unwrap());
    assert_eq!(
        (undone.subject.name.as_str(), undone.subject.count),
        ("قال الوزير", 1)
    );
    assert_eq!(undone.coded.gone[0].id, first);
    let before = coding.dump();
    let Undo::Beyond(beyond) = coding.desk.undo(&Reach::Session).unwrap() else {
        panic!("their change is beyond");
    };
    assert_eq!(
        (beyond.subject.name.as_str(), beyond.own),
        ("الوزير", false)
    );
    assert_eq!(coding.dump(), before);
    assert!(!done(coding.desk.undo(&Reach::Library).unwrap()).own);
    assert_eq!(coding.desk.undo(&Reach::Session).unwrap(), Undo::Nothing);
    // made again in the order of their taking back, own ones first
    let redone = done(coding.desk.redo(&Reach::Session).unwrap());
    assert_eq!(redone.coded.passages[0].id, first);
    let redone = done(coding.desk.redo(&Reach::Session).unwrap());
    assert_eq!(redone.coded.passages[0].id, third);
    let beyond = coding.desk.redo(&Reach::Session).unwrap();
    assert!(matches!(beyond, Undo::Beyond(_)), "{beyond:?}");
    done(coding.desk.redo(&Reach::Library).unwrap());
    assert_eq!(coding.desk.redo(&Reach::Library).unwrap(), Undo::Nothing);
}

#[test]
fn a_new_change_leaves_nothing_to_be_made_again() {
    let mut coding = Coding::new(1);
    let mut other = coding.other();
    coding.mark(6..16, &[]);
    done(coding.desk.undo(&Reach::Session).unwrap());
    let theirs = Deed::Mark(coding.wish(0, 10..16), Vec::new(), String::new());
    other.code(std::slice::from_ref(&theirs)).unwrap();
    // another run's change is in nobody's way but that of the whole library
    assert_eq!(other.redo(&Reach::Library).unwrap(), Undo::Nothing);
    done(coding.desk.redo(&Reach::Session).unwrap());
    done(coding.desk.undo(&Reach::Session).unwrap());
    coding.code(&[theirs]);
    assert_eq!(coding.desk.redo(&Reach::Session).unwrap(), Undo::Nothing);
    assert_eq!(coding.sql::<i64>("SELECT count(*) FROM log"), 3);
}

#[test]
fn what_others_have_changed_since_is_left_alone() {
    let mut coding = Coding::new(1);
    let mut other = coding.other();
    let passage = coding.mark(6..16, &["قول"]).id;
    let tag = coding.tag("قول").id;
    let rename = |name: &str| Deed::Rename(tag.clone(), name.to_owned());
    let note = |text: &str| Deed::Note(passage.clone(), text.to_owned());
    let new = |name: &str| Deed::NewTag(name.to_owned(), Some(tag.clone()));
    let whole = Deed::NoteArticle(coding.ids[0].clone(), "لي".to_owned());
    let theirs = Deed::NoteArticle(coding.ids[0].clone(), "لهم".to_owned());
    let pin = |letter| Deed::Pin(tag.clone(), letter);
    for (own, since) in [
        (note("لي"), note("لهم")),
        (note("لنا"), Deed::Delete(vec![passage.clone()])),
        (
            Deed::Tag(vec![passage.clone()], named(&["خبر"])),
            note("لهم"),
        ),
        (whole, theirs),
        (rename("لي"), rename("لهم")),
        (
            new("جديد"),
            Deed::Tag(vec![passage.clone()], named(&["جديد"])),
        ),
        (pin(Some('ب')), pin(None)),
    ] {
        coding.code(std::slice::from_ref(&own));
        other.code(std::slice::from_ref(&since)).unwrap();
        let before = coding.dump();
        let undone = coding.desk.undo(&Reach::Session).unwrap();
        assert!(matches!(undone, Undo::Changed(_)), "{own:?}: {undone:?}");
        assert_eq!(coding.dump(), before, "{own:?}");
        // once theirs is taken back, it can be
        done(other.undo(&Reach::Session).unwrap());
        done(coding.desk.undo(&Reach::Session).unwrap());
    }
}

#[test]
fn a_name_or_a_letter_that_another_tag_took_meanwhile_stays_with_it() {
    let mut coding = Coding::new(1);
    let mut other = coding.other();
    coding.code(&[Deed::NewTag("قول".to_owned(), None)]);
    let tag = coding.tag("قول").id;
    coding.code(&[Deed::Pin(tag.clone(), Some('ق'))]);
    for (own, theirs) in [
        (
            Deed::Rename(tag.clone(), "كلام".to_owned()),
            Deed::NewTag("قول".to_owned(), None),
        ),
        (
            Deed::Pin(tag.clone(), None),
            Deed::NewTag("خبر".to_owned(), None),
        ),
    ] {
        coding.code(&[own]);
        let made = other.code(&[theirs]).unwrap().tags.remove(0).id;
        other.code(&[Deed::Pin(made, Some('ق'))]).unwrap();
        let before = coding.dump();
        let undone = coding.desk.undo(&Reach::Session).unwrap();
        assert!(matches!(undone, Undo::Changed(_)), "{undone:?}");
        assert_eq!(coding.dump(), before);
        done(other.undo(&Reach::Session).unwrap());
        done(other.undo(&Reach::Session).unwrap());
        done(coding.desk.undo(&Reach::Session).unwrap());
    }
}

#[test]
fn a_tag_never_comes_to_stand_below_itself() {
    let mut coding = Coding::new(1);
    let mut other = coding.other();
    coding.code(&[Deed::NewTag("أب".to_owned(), None)]);
    let parent = coding.tag("أب").id;
    coding.code(&[Deed::NewTag("ابن".to_owned(), Some(parent.clone()))]);
    let son = coding.tag("ابن").id;
    coding.code(&[Deed::Move(son.clone(), None)]);
    other
        .code(&[Deed::Move(parent.clone(), Some(son.clone()))])
        .unwrap();
    let undone = coding.desk.undo(&Reach::Session).unwrap();
    assert!(matches!(undone, Undo::Changed(_)), "{undone:?}");
    assert_eq!(coding.tag("أب").parent, Some(son));
}

#[test]
fn what_was_purged_cannot_be_brought_back() {
    let mut coding = Coding::new(2);
    let passage = coding.mark(6..16, &["قول"]).id;
    coding.code(&[Deed::Delete(vec![passage])]);
    let purged = coding.ids[..1].to_vec();
    coding.desk.purge(&purged).unwrap();
    for _ in 0..2 {
        let undone = coding.desk.undo(&Reach::Library).unwrap();
        let Undo::Changed(undone) = undone else {
            panic!("{undone:?}");
        };
        assert_eq!(undone.subject.name, "قال الوزير");
    }
    for gone in ["read", "star", "remove", "edit", "kind"] {
        let ids = coding.ids[1..].to_vec();
        let row: i64 = coding.sql("SELECT row FROM article");
        match gone {
            "read" => drop(coding.desk.set_read(&[row], true).unwrap()),
            "star" => drop(coding.desk.set_starred(&[row], true).unwrap()),
            "remove" => drop(coding.desk.remove(&ids).unwrap()),
            "kind" => {
                let none = coding
                    .desk
                    .set_kind(&ids[0], 1, Some(BY_HAND), Scope::Article);
                assert_eq!(none.unwrap(), ids);
            }
            _ => {
                let edit = Edit {
                    field: Field::Author,
                    value: Some("كاتب".to_owned()),
                };
                assert_eq!(coding.desk.edit(&ids, &[edit]).unwrap(), ids);
            }
        }
        coding.desk.purge(&ids).unwrap();
        let undone = coding.desk.undo(&Reach::Session).unwrap();
        assert!(
            matches!(&undone, Undo::Changed(undone) if undone.kind == gone),
            "{undone:?}"
        );
        coding.add(&document(
            &at("https://example.org/1"),
            "نصّ\nآخر",
            &archive("a"),
        ));
    }
}

#[test]
fn an_edit_taken_back_gives_what_the_page_states_by_now() {
    let mut coding = Coding::new(1);
    let ids = coding.ids.clone();
    let edit = Edit {
        field: Field::Title,
        value: Some("باليد".to_owned()),
    };
    coding.desk.edit(&ids, &[edit]).unwrap();
    let renamed = Meta {
        title: "جديد".to_owned(),
        ..at("https://example.org/0")
    };
    coding.add(&document(&renamed, "نصّ", &archive("a")));
    let undone = done(coding.desk.undo(&Reach::Session).unwrap());
    assert_eq!(
        (undone.subject.name.as_str(), undone.coded.articles),
        ("باليد", ids.clone())
    );
    let title = |coding: &mut Coding| coding.desk.load(&ids[0]).unwrap().article.meta.title;
    assert_eq!(title(&mut coding), "جديد");
    done(coding.desk.redo(&Reach::Session).unwrap());
    assert_eq!(title(&mut coding), "باليد");
}

#[test]
fn what_is_merely_opened_is_read_and_nothing_to_be_taken_back() {
    let mut coding = Coding::new(1);
    let seen = answer(&mut coding.desk, Request::See(1));
    assert!(matches!(seen, Ok(Answer::Marked(rows)) if rows == [1]));
    let again = answer(&mut coding.desk, Request::See(1));
    assert!(matches!(again, Ok(Answer::Marked(rows)) if rows.is_empty()));
    assert_eq!(coding.desk.undo(&Reach::Library).unwrap(), Undo::Nothing);
    coding.desk.set_read(&[1], false).unwrap();
    let undone = answer(&mut coding.desk, Request::Undo(Reach::Session));
    let Ok(Answer::Undone(undone)) = undone else {
        panic!("{undone:?}");
    };
    assert_eq!(done(*undone).kind, "read");
    assert!(coding.sql::<bool>("SELECT read IS NOT NULL FROM article"));
}

#[test]
fn what_was_asked_about_is_taken_back_and_nothing_newer() {
    let mut coding = Coding::new(1);
    let mut other = coding.other();
    let mark = |coding: &Coding| Deed::Mark(coding.wish(0, 10..16), Vec::new(), String::new());
    other.code(&[mark(&coding)]).unwrap();
    let Undo::Beyond(asked) = coding.desk.undo(&Reach::Session).unwrap() else {
        panic!("their change is beyond");
    };
    other.code(&[mark(&coding)]).unwrap();
    let before = coding.dump();
    let Undo::Beyond(newer) = coding.desk.undo(&Reach::Change(asked.number)).unwrap() else {
        panic!("another change is next");
    };
    assert_eq!(coding.dump(), before);
    done(coding.desk.undo(&Reach::Change(newer.number)).unwrap());
    done(coding.desk.undo(&Reach::Change(asked.number)).unwrap());
}
