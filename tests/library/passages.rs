//! Are passages found where they stand, in the order that is asked for, and counted rightly?

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
    sync::atomic::AtomicBool,
};

use hashiya::{
    desk::{Coding, Group, Grouping, Kept, PassageOrder, Standing, View, Wanted},
    passage::{Deed, How, Naming, Passage, PassageId, Placement, TagId, Wish, Work},
    text::fold,
};

use super::*;

const LINES: [&str; 3] = [
    "قالت الوزارة إن المشروع سيبدأ في الربيع",
    "أكد اتحاد المزارعين أن الأسعار ارتفعت خلال عام",
    "يرى سكان الحي القديم أن الخطة ما زالت قائمة",
];

fn page(nth: u32) -> Meta {
    at(&format!("https://example.org/{nth}"))
}

fn named(name: &str) -> Naming {
    Naming::Name(name.to_owned())
}

impl Library {
    fn works(&self) -> Desk {
        Desk::new(Some(self.dir.path().to_owned()), String::from("سلمى"))
    }

    fn says(&mut self, nth: u32, lines: &[&str]) -> ArticleId {
        let document = document(&page(nth), &lines.join("\n"), &archive("a"));
        self.add(&document).0
    }

    /// Marks the first place of these words.
    fn mark(&self, id: &ArticleId, words: &str, tags: &[&str], note: &str) -> PassageId {
        let loaded = self.store.load(id).unwrap();
        let text = loaded.article.text();
        let start = text[..text.find(words).unwrap()].chars().count() as u32;
        let wish = Wish {
            article: id.clone(),
            version: loaded.entry.version,
            range: start..start + words.chars().count() as u32,
        };
        let tags = tags.iter().map(|tag| named(tag)).collect();
        let deed = Deed::Mark(wish, tags, note.to_owned());
        let mut coded = self.works().code(&[deed]).unwrap();
        coded.passages.pop().unwrap().id
    }

    fn coding(&self, id: &ArticleId) -> Coding {
        self.works().open(id).unwrap().coding
    }

    fn only(&self, id: &ArticleId) -> Passage {
        let mut passages = self.coding(id).passages;
        assert_eq!(passages.len(), 1);
        passages.remove(0)
    }

    fn passages_order(&self, wanted: &Wanted, grouping: Grouping) -> PassageOrder {
        let never = AtomicBool::new(false);
        let order = self.works().passages_order(wanted, grouping, &never);
        order.unwrap().unwrap()
    }

    fn kept(&self, wanted: &Wanted, grouping: Grouping) -> Vec<Kept> {
        let rows = self.passages_order(wanted, grouping).rows;
        self.works().passages(&rows).unwrap()
    }

    fn all(&self) -> Vec<Kept> {
        self.kept(&Wanted::default(), Grouping::Time)
    }

    fn tag(&self, name: &str) -> TagId {
        let book = self.works().codebook().unwrap();
        book.named(name).unwrap().tag.id.clone()
    }

    /// Six articles of two sources and of none, and 180 passages with up to three of five tags;
    /// of some the words are no longer where they were, or nowhere.
    fn coded() -> Self {
        let mut library = Self::new();
        let lines: Vec<String> = (0..30)
            .map(|nth| format!("{} رقم {nth}", LINES[nth % 3]))
            .collect();
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        let meta = |nth: u32| Meta {
            source: ["الراية", "النهار"]
                .get(nth as usize % 3)
                .map(|s| (*s).to_owned()),
            date: (nth > 0).then(|| format!("2025-0{nth}-11").parse().unwrap()),
            ..page(nth)
        };
        let mut desk = library.works();
        let mut seed = 7_u32;
        let mut pick = |n: u32| {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (seed >> 16) % n
        };
        let mut ids = Vec::new();
        for nth in 0..6 {
            let text = lines.join("\n");
            let (id, _) = library.add(&document(&meta(nth), &text, &archive("a")));
            let length = library
                .store
                .load(&id)
                .unwrap()
                .article
                .text()
                .chars()
                .count() as u32;
            let mut deeds = Vec::new();
            for _ in 0..30 {
                let start = pick(length - 40);
                let wish = Wish {
                    article: id.clone(),
                    version: 1,
                    range: start..start + 5 + pick(30),
                };
                let tags: BTreeSet<u32> = (0..pick(4)).map(|_| pick(5)).collect();
                let tags = tags
                    .iter()
                    .map(|tag| named(&format!("وسم {tag}")))
                    .collect();
                let note = ["", "ملاحظة عن المدينة", "انظر الميناء"][pick(3) as usize];
                deeds.push(Deed::Mark(wish, tags, note.to_owned()));
            }
            desk.code(&deeds).unwrap();
            ids.push(id);
        }
        let later = [&["خبر عاجل"], &lines[..8], &lines[20..]].concat();
        let changed = document(&meta(2), &later.join("\n"), &archive("a"));
        assert_eq!(library.add(&changed), (ids[2].clone(), Outcome::Updated));
        desk.remove(&ids[4..5]).unwrap();
        library
    }
}

fn standing(passage: &Passage) -> Standing {
    match passage.placement {
        Placement::At(_, How::Same) => Standing::Placed,
        Placement::At(..) => Standing::Moved,
        Placement::Orphan => Standing::Orphan,
    }
}

#[test]
fn a_passage_follows_its_words_is_an_orphan_without_them_and_comes_back() {
    let mut library = Library::new();
    let id = library.says(1, &LINES);
    let words = "المزارعين أن الأسعار";
    library.mark(&id, words, &["اقتصاد"], "");
    let made = library.only(&id);
    assert_eq!(standing(&made), Standing::Placed);
    let above = ["سطر جديد فوق الكل", LINES[0], LINES[1]];
    for (lines, version, state) in [
        (&above[..], 2, Standing::Moved),
        (&LINES[..1], 3, Standing::Orphan),
        (&LINES[..2], 4, Standing::Placed),
        (&LINES[2..], 5, Standing::Orphan),
        (&above[..], 6, Standing::Moved),
    ] {
        let before = library.store.state().unwrap();
        assert_eq!(library.says(1, lines), id);
        let loaded = library.store.load(&id).unwrap();
        assert_eq!(loaded.entry.version, version);
        let passage = library.only(&id);
        assert_eq!(standing(&passage), state);
        assert_eq!(passage.selector, made.selector);
        let text = library.all().remove(0).text;
        assert_eq!(
            text.as_deref(),
            (state != Standing::Orphan).then_some(words)
        );
        if let Some(range) = passage.placement.range() {
            let text: Vec<char> = loaded.article.text().chars().collect();
            let there = &text[range.start as usize..range.end as usize];
            assert_eq!(there.iter().collect::<String>(), words);
        }
        assert!(library.store.state().unwrap().coding > before.coding);
    }
    // where it was made it can still be read
    let mut desk = library.works();
    for (version, lines) in [(1, &LINES[..]), (2, &above), (5, &LINES[2..])] {
        let text = desk.version(&id, version).unwrap().text();
        assert_eq!(text, format!("عنوان\n{}", lines.join("\n")));
    }
    let missing = desk.version(&id, 7);
    assert!(matches!(missing, Err(Error::NoSuchVersion(7))));
}

#[test]
fn words_that_changed_a_little_are_shown_as_they_are_now() {
    let mut library = Library::new();
    let id = library.says(1, &LINES);
    library.mark(&id, LINES[1], &[], "");
    let changed = LINES[1].replace("ارتفعت", "إرتفعت");
    library.says(1, &[LINES[0], &changed, LINES[2]]);
    let kept = library.all().remove(0);
    assert_eq!(kept.text.as_deref(), Some(changed.as_str()));
    assert_eq!(kept.passage.selector.quote, LINES[1]);
    assert_eq!(standing(&kept.passage), Standing::Moved);
}

#[test]
fn a_block_that_leaves_the_text_moves_the_passages_behind_it_and_orphans_its_own() {
    let mut library = Library::new();
    let id = library.says(1, &LINES);
    let own = library.mark(&id, LINES[0], &[], "");
    let behind = library.mark(&id, LINES[2], &[], "");
    library.kind(&id, 1, Some(BY_HAND), Scope::Article);
    let found = library.coding(&id).passages;
    let found: Vec<_> = found.iter().map(|p| (&p.id, standing(p))).collect();
    assert_eq!(
        found,
        [(&behind, Standing::Moved), (&own, Standing::Orphan)]
    );
    library.kind(&id, 1, None, Scope::Article);
    let found = library.coding(&id).passages;
    let found: Vec<_> = found.iter().map(|p| (&p.id, standing(p))).collect();
    assert_eq!(
        found,
        [(&own, Standing::Placed), (&behind, Standing::Placed)]
    );
}

#[test]
fn an_article_opens_with_what_is_said_of_it() {
    let mut library = Library::new();
    let (id, other) = (library.says(1, &LINES), library.says(2, &LINES));
    let mut desk = library.works();
    assert_eq!(library.coding(&id), Coding::default());
    let late = library.mark(&id, "سكان الحي", &["مدن", "بيوت"], "");
    let short = library.mark(&id, "قالت الوزارة", &[], "");
    let long = library.mark(&id, LINES[0], &["بيوت"], "");
    desk.code(&[
        Deed::TagArticles(vec![id.clone()], vec![named("مهم"), named("مدن")]),
        Deed::NoteArticle(id.clone(), "عن المقال".to_owned()),
        Deed::Work(vec![id.clone()], Some(Work::InProgress)),
    ])
    .unwrap();
    let coding = library.coding(&id);
    let found: Vec<_> = coding.passages.iter().map(|passage| &passage.id).collect();
    assert_eq!(found, [&long, &short, &late]);
    assert_eq!(
        coding.passages[2].tags,
        [library.tag("مدن"), library.tag("بيوت")]
    );
    assert_eq!(coding.passages[0].coder, "سلمى");
    assert_eq!(coding.sheet.tags, [library.tag("مهم"), library.tag("مدن")]);
    assert_eq!(coding.sheet.note, "عن المقال");
    assert_eq!(coding.sheet.work, Some(Work::InProgress));
    assert_eq!(coding.number, library.store.state().unwrap().coding);
    let home = desk.home(5).unwrap().open.unwrap().unwrap();
    assert_eq!(home.coding, library.coding(&home.loaded.entry.id));
    let empty = library.coding(&other);
    assert!(empty.passages.is_empty() && empty.sheet == hashiya::passage::Sheet::default());
}

type Answers<'a> = Box<dyn Fn(&Kept) -> bool + 'a>;

#[test]
fn each_filter_lets_through_what_answers_to_it_and_nothing_else() {
    let library = Library::coded();
    let all = library.all();
    assert_eq!(all.len(), 150);
    let states: Vec<Standing> = all.iter().map(|kept| standing(&kept.passage)).collect();
    for state in [Standing::Placed, Standing::Moved, Standing::Orphan] {
        assert!(states.contains(&state), "{state:?}");
    }
    let tag = |nth: u32| library.tag(&format!("وسم {nth}"));
    let bears = |kept: &Kept, nth: u32| kept.passage.tags.contains(&tag(nth));
    let some = all[40].passage.article.clone();
    let says = |kept: &Kept, words: &[&str]| {
        let said = fold(&format!(
            "{}\n{}",
            kept.passage.selector.quote, kept.passage.note
        ));
        words.iter().all(|word| said.contains(word))
    };
    let plain = Wanted::default;
    let questions: Vec<(Wanted, Answers<'_>)> = vec![
        (
            Wanted {
                all: vec![tag(0), tag(3)],
                ..plain()
            },
            Box::new(|kept| bears(kept, 0) && bears(kept, 3)),
        ),
        (
            Wanted {
                any: vec![tag(0), tag(3)],
                ..plain()
            },
            Box::new(|kept| bears(kept, 0) || bears(kept, 3)),
        ),
        (
            Wanted {
                none: vec![tag(0), tag(3)],
                ..plain()
            },
            Box::new(|kept| !bears(kept, 0) && !bears(kept, 3)),
        ),
        (
            Wanted {
                all: vec![tag(1)],
                any: vec![tag(2), tag(3)],
                none: vec![tag(4)],
                ..plain()
            },
            Box::new(|kept| {
                bears(kept, 1) && (bears(kept, 2) || bears(kept, 3)) && !bears(kept, 4)
            }),
        ),
        (
            Wanted {
                article: Some(some.clone()),
                ..plain()
            },
            Box::new(|kept| kept.passage.article == some),
        ),
        (
            Wanted {
                source: Some("النهار".to_owned()),
                ..plain()
            },
            Box::new(|kept| kept.source.as_deref() == Some("النهار")),
        ),
        (
            Wanted {
                since: "2025-02".parse().ok(),
                until: "2025-03".parse().ok(),
                ..plain()
            },
            Box::new(|kept| {
                let date = kept.date.map(|date| date.to_string());
                ["2025-02-11", "2025-03-11"]
                    .iter()
                    .any(|d| date.as_deref() == Some(d))
            }),
        ),
        (
            Wanted {
                words: "المدينه  وَزارة".to_owned(),
                ..plain()
            },
            Box::new(|kept| says(kept, &["المدينه", "وزاره"])),
        ),
        (
            Wanted {
                state: Some(Standing::Placed),
                ..plain()
            },
            Box::new(|kept| standing(&kept.passage) == Standing::Placed),
        ),
        (
            Wanted {
                state: Some(Standing::Moved),
                ..plain()
            },
            Box::new(|kept| standing(&kept.passage) == Standing::Moved),
        ),
        (
            Wanted {
                state: Some(Standing::Orphan),
                any: vec![tag(2)],
                ..plain()
            },
            Box::new(|kept| standing(&kept.passage) == Standing::Orphan && bears(kept, 2)),
        ),
        (
            Wanted {
                untagged: true,
                words: "الميناء".to_owned(),
                ..plain()
            },
            Box::new(|kept| kept.passage.tags.is_empty() && says(kept, &["الميناء"])),
        ),
        (
            Wanted {
                untagged: true,
                none: vec![tag(2)],
                ..plain()
            },
            Box::new(|kept| kept.passage.tags.is_empty()),
        ),
    ];
    for (wanted, answers) in &questions {
        let right: Vec<&Kept> = all.iter().filter(|kept| answers(kept)).collect();
        assert!(!right.is_empty() && right.len() < all.len(), "{wanted:?}");
        for grouping in [Grouping::Time, Grouping::Article, Grouping::Tag] {
            let found: BTreeSet<i64> = library
                .passages_order(wanted, grouping)
                .rows
                .into_iter()
                .collect();
            let right: BTreeSet<i64> = right.iter().map(|kept| kept.row).collect();
            assert_eq!(found, right, "{wanted:?} {grouping:?}");
        }
    }
    let gone = TagId::from_stored("gone".to_owned());
    for wanted in [
        Wanted {
            all: vec![gone.clone()],
            ..plain()
        },
        Wanted {
            any: vec![gone],
            ..plain()
        },
        Wanted {
            article: Some(ArticleId::from_stored("gone".to_owned())),
            ..plain()
        },
        Wanted {
            all: vec![tag(0)],
            untagged: true,
            ..plain()
        },
    ] {
        assert!(
            library
                .passages_order(&wanted, Grouping::Article)
                .rows
                .is_empty(),
            "{wanted:?}"
        );
    }
}

#[test]
fn each_grouping_has_its_order_and_its_groups() {
    let library = Library::coded();
    let all = library.all();
    let times: Vec<i64> = all.iter().map(|kept| kept.passage.created).collect();
    assert!(times.is_sorted_by_key(|time| Reverse(*time)));
    assert_eq!(
        library
            .passages_order(&Wanted::default(), Grouping::Time)
            .groups,
        []
    );

    // articles as the list has them, in each by place
    let listed = library.store.list(&Filter::default(), None, 100).unwrap();
    let newness = |id: &ArticleId| listed.iter().position(|entry| entry.id == *id);
    let mut right = all.clone();
    right.sort_by_key(|kept| {
        let range = kept.passage.placement.range();
        let place = range.map_or((u32::MAX, 0), |range| (range.start, range.end));
        (
            newness(&kept.passage.article),
            place.0,
            Reverse(place.1),
            kept.row,
        )
    });
    let order = library.passages_order(&Wanted::default(), Grouping::Article);
    let rows: Vec<i64> = right.iter().map(|kept| kept.row).collect();
    assert_eq!(order.rows, rows);
    let with: Vec<&Entry> = listed
        .iter()
        .filter(|entry| right.iter().any(|kept| kept.passage.article == entry.id))
        .collect();
    assert_eq!(order.groups.len(), with.len());
    for ((start, group), entry) in order.groups.iter().zip(with) {
        assert_eq!(*group, Group::Article(entry.row()));
        let first = right
            .iter()
            .position(|kept| kept.passage.article == entry.id);
        assert_eq!(first, Some(*start as usize));
    }

    // each tag's own, in the order of the codebook
    let order = library.passages_order(&Wanted::default(), Grouping::Tag);
    let mut groups = Vec::new();
    let mut rows: Vec<i64> = Vec::new();
    let mut add = |group: Group, bears: &dyn Fn(&Passage) -> bool| {
        groups.push((rows.len() as u32, group));
        let own = right.iter().filter(|kept| bears(&kept.passage));
        rows.extend(own.map(|kept| kept.row));
    };
    for entry in library.works().codebook().unwrap().entries {
        let id = &entry.tag.id;
        add(Group::Tag(id.clone()), &|passage| passage.tags.contains(id));
    }
    add(Group::Untagged, &|passage| passage.tags.is_empty());
    assert_eq!((order.rows, order.groups), (rows, groups));
}

#[test]
fn counts_are_those_of_a_plain_recount_whatever_comes_and_goes() {
    let mut library = Library::coded();
    let recounted = |library: &Library| {
        let mut tags: BTreeMap<TagId, (u32, BTreeSet<ArticleId>)> = BTreeMap::new();
        let mut cells: BTreeMap<(TagId, Option<String>), u32> = BTreeMap::new();
        for kept in library.all() {
            for tag in kept.passage.tags {
                let own = tags.entry(tag.clone()).or_default();
                own.0 += 1;
                own.1.insert(kept.passage.article.clone());
                *cells.entry((tag, kept.source.clone())).or_default() += 1;
            }
        }
        let tags: BTreeMap<_, _> = tags
            .into_iter()
            .map(|(tag, (passages, articles))| (tag, (passages, articles.len() as u32)))
            .collect();
        (tags, cells)
    };
    let counted = |library: &Library| {
        let entries = library.works().codebook().unwrap().entries.into_iter();
        let tags = entries.map(|entry| (entry.tag.id, (entry.passages, entry.articles)));
        let cells = library
            .works()
            .matrix(&Wanted::default())
            .unwrap()
            .into_iter();
        let cells = cells.map(|(tag, source, count)| ((tag, source), count));
        (tags.collect(), cells.collect())
    };
    assert_eq!(counted(&library), recounted(&library));
    // a removed article comes back with its page, another goes for good
    let gone = archive("a");
    let asked = Origin {
        asked: true,
        ..gone
    };
    library.add(&document(&page(4), "نص جديد", &asked));
    assert_eq!(library.all().len(), 180);
    assert_eq!(counted(&library), recounted(&library));
    let first = library.all().remove(0).passage.article;
    library.works().purge(&[first]).unwrap();
    assert_eq!(library.all().len(), 150);
    assert_eq!(counted(&library), recounted(&library));
    let only = Wanted {
        source: Some("الراية".to_owned()),
        ..Wanted::default()
    };
    let (_, mut cells) = recounted(&library);
    cells.retain(|(_, source), _| *source == only.source);
    let found = library.works().matrix(&only).unwrap().into_iter();
    let found: BTreeMap<_, _> = found.map(|(tag, source, n)| ((tag, source), n)).collect();
    assert_eq!(found, cells);
}

#[test]
fn articles_are_listed_by_the_tags_on_them_and_on_their_passages() {
    let mut library = Library::new();
    let made: Vec<ArticleId> = (0..4).map(|nth| library.says(nth, &LINES)).collect();
    let mut desk = library.works();
    library.mark(&made[1], "الأسعار", &["الاقتصاد", "أسعار"], "");
    library.mark(&made[1], "المشروع", &["الاقتصاد"], "");
    let whole =
        |nth: usize, tag: &str| Deed::TagArticles(vec![made[nth].clone()], vec![named(tag)]);
    desk.code(&[
        whole(1, "مهم"),
        whole(3, "الاقتصاد"),
        Deed::Work(made[2..].to_vec(), Some(Work::ToCode)),
    ])
    .unwrap();
    let tagged = |tag: &str| {
        let tag = Some(tag.to_owned());
        let listed = library.store.list(
            &Filter {
                tag,
                ..Filter::default()
            },
            None,
            10,
        );
        listed.map(|entries| {
            entries
                .into_iter()
                .map(|entry| entry.id)
                .collect::<Vec<_>>()
        })
    };
    for (tag, right) in [
        ("الاقتصاد", vec![&made[3], &made[1]]),
        ("إقتصاد", vec![&made[3], &made[1]]),
        ("مهم", vec![&made[1]]),
    ] {
        assert_eq!(
            tagged(tag).unwrap().iter().collect::<Vec<_>>(),
            right,
            "{tag}"
        );
    }
    let near = tagged("سعار").unwrap_err();
    assert!(matches!(near, Error::NoSuchTag(name, near) if name == "سعار" && near == ["أسعار"]));
    let view = |view: View| {
        let rows = desk
            .order(&view, &AtomicBool::new(false))
            .unwrap()
            .unwrap()
            .rows;
        let entries = library.store.entries(&rows).unwrap().into_iter();
        entries.map(|entry| entry.id).collect::<Vec<_>>()
    };
    let mut view = view;
    let (economy, to_code) = (Some(library.tag("الاقتصاد")), Some(Work::ToCode));
    let with = |tag: Option<TagId>, work| View {
        tag,
        work,
        ..View::default()
    };
    assert_eq!(
        view(with(economy.clone(), None)),
        [made[3].clone(), made[1].clone()]
    );
    assert_eq!(
        view(with(None, to_code)),
        [made[3].clone(), made[2].clone()]
    );
    assert_eq!(view(with(economy, to_code)), [made[3].clone()]);
    let rows: Vec<i64> = made
        .iter()
        .map(|id| library.store.load(id).unwrap().entry.row())
        .collect();
    let bearing = library.store.bearing(&rows).unwrap();
    assert_eq!(bearing[1].tags, ["أسعار", "الاقتصاد", "مهم"]);
    let counts: Vec<u32> = bearing.iter().map(|one| one.passages).collect();
    assert_eq!(counts, [0, 2, 0, 0]);
}

#[test]
fn who_watches_the_library_sees_that_something_is_said_but_no_article_changed() {
    let mut library = Library::new();
    let id = library.says(1, &LINES);
    let row = library.store.load(&id).unwrap().entry.row();
    let mut desk = library.works();
    let before = library.store.state().unwrap();
    assert_eq!(desk.changes(&before, &[row]).unwrap(), None);
    library.mark(&id, "المشروع", &["ربيع"], "");
    let changes = desk.changes(&before, &[row]).unwrap().unwrap();
    assert!(changes.state.coding > before.coding);
    assert_eq!(changes.state.change, before.change);
    assert!(changes.rows.is_empty());
    // what hides an article hides its passages
    let before = changes.state;
    desk.remove(&[id]).unwrap();
    assert!(library.store.state().unwrap().coding > before.coding);
    assert!(library.all().is_empty());
}

#[test]
fn a_passage_answers_to_its_id_and_to_the_start_of_it() {
    let mut library = Library::new();
    let id = library.says(1, &LINES);
    let one = library.mark(&id, "المشروع", &["ربيع"], "");
    let mut desk = library.works();
    let whole = desk.passage(one.as_str()).unwrap();
    assert_eq!((&whole.id, &whole.tags), (&one, &vec![library.tag("ربيع")]));
    let start = &one.as_str()[..8];
    assert_eq!(desk.passage(&start.to_uppercase()).unwrap(), whole);
    let missing = |name: &str, found: Result<Passage, Error>| {
        assert!(matches!(found, Err(Error::NoSuchPassage(_))), "{name}");
    };
    missing("too short", desk.passage(&start[..3]));
    missing("a pattern", desk.passage("%%%%"));
    let other = library.mark(&id, "الأسعار", &[], "");
    // both were made within one minute
    let Err(Error::Ambiguous(_, found)) = desk.passage(&one.as_str()[..4]) else {
        panic!("two passages begin so");
    };
    let found: Vec<&str> = found.iter().map(|(id, _)| id.as_str()).collect();
    assert_eq!(found, [one.as_str(), other.as_str()]);
    assert_eq!(desk.passage(other.as_str()).unwrap().id, other);
    desk.remove(&[id]).unwrap();
    missing("removed", desk.passage(one.as_str()));
}

#[test]
fn an_order_that_nobody_wants_any_more_is_not_made() {
    let library = Library::coded();
    let stopped = AtomicBool::new(true);
    for grouping in [Grouping::Article, Grouping::Tag, Grouping::Time] {
        let order = library
            .works()
            .passages_order(&Wanted::default(), grouping, &stopped);
        assert_eq!(order.unwrap(), None);
    }
    let rows = library
        .passages_order(&Wanted::default(), Grouping::Article)
        .rows;
    let twice = [rows[3], -1, rows[1], rows[3]];
    let kept = library.works().passages(&twice).unwrap();
    let kept: Vec<i64> = kept.iter().map(|kept| kept.row).collect();
    assert_eq!(kept, [rows[3], rows[1], rows[3]]);
}
