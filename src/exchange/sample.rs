//! What do the tests of this module write and read?

use super::{About, Leaving};
use crate::{
    article::{ArticleId, Meta},
    passage::{Colour, How, Passage, PassageId, Placement, Selector, Sheet, Tag, TagId, Work},
};

/// The name of the passage.
pub const PASSAGE: &str = "0198c5de-1a2b-7c3d-8e4f-5a6b7c8d9e0f";

/// The name of another one.
pub const SECOND: &str = "0198c5de-1a2b-7c3d-8e4f-5a6b7c8d9e10";

/// Two tags, one below the other, an article and a passage of it.
pub fn all() -> (Vec<Tag>, About, Leaving) {
    let id = |last: u8| TagId::from_stored(format!("0198c5de-0000-7000-8000-0000000000{last:02x}"));
    let tags = vec![
        Tag {
            id: id(1),
            name: "السياسة".to_owned(),
            parent: None,
            colour: Colour::Green,
            description: "كل ما يتصل بالحكم".to_owned(),
            letter: Some('س'),
        },
        Tag {
            id: id(2),
            name: "سياسة خارجية".to_owned(),
            parent: Some(id(1)),
            colour: Colour::Red,
            description: String::new(),
            letter: None,
        },
    ];
    let about = About {
        id: ArticleId::from_stored("abcdefghijklmn23".to_owned()),
        meta: Meta {
            title: "عنوان: \"المقال\"".to_owned(),
            source: Some("صحيفة".to_owned()),
            url: Some("https://example.org/a".to_owned()),
            date: "2025-06-20".parse().ok(),
            ..Meta::default()
        },
        sheet: Sheet {
            tags: vec![id(1)],
            note: "عن المقال كله".to_owned(),
            work: Some(Work::InProgress),
        },
    };
    let passage = Passage {
        id: PassageId::from_stored(PASSAGE.to_owned()),
        article: about.id.clone(),
        selector: Selector {
            version: 2,
            start: 4,
            end: 8,
            quote: "نعم\u{202e}!".to_owned(),
            prefix: "قال ".to_owned(),
            suffix: " ثم".to_owned(),
        },
        placement: Placement::At(10..14, How::Only),
        tags: vec![id(1), id(2)],
        note: "ملاحظة **مهمة**\n\nوسطر آخر".to_owned(),
        colour: Some(Colour::Cyan),
        coder: "ليلى".to_owned(),
        created: 1_750_438_800_123,
        modified: 1_750_438_800_456,
    };
    let seen = Some(1_750_400_000_000);
    (tags, about, Leaving { passage, seen })
}

/// An article of which little is known.
pub fn another(about: &About) -> About {
    About {
        id: ArticleId::from_stored("bbcdefghijklmn23".to_owned()),
        meta: Meta {
            title: "آخر".to_owned(),
            ..Meta::default()
        },
        sheet: Sheet {
            note: String::new(),
            ..about.sheet.clone()
        },
    }
}

/// A passage after the first.
pub fn second(leaving: &Leaving) -> Leaving {
    let mut second = leaving.clone();
    second.passage.id = PassageId::from_stored(SECOND.to_owned());
    second.passage.selector.quote = "ثم".to_owned();
    second
}
