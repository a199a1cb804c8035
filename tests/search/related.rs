//! Are articles of one story found among strangers, and does the reader have the last word?

use hashiya::{desk::Desk, text::fold};
use serde_json::Value;

use super::{
    program::Shelf,
    sample::{
        ASH, BREAD, ECHO, LAVA, MATCH, REPRINT, SLEEP, TREATY, VISIT, asked, id, lines, names,
        objects, records, set, shelf,
    },
};

/// The names of an answer's articles and of those printed under them.
fn told(objects: &[Value], shelf: &Shelf) -> Vec<String> {
    let listed = asked(shelf, &["list"]);
    let name = |id: &Value| {
        let own = listed.iter().find(|own| own["id"] == *id).unwrap();
        own["source_id"].as_str().unwrap().to_owned()
    };
    let all = objects.iter().flat_map(|object| {
        let also = object["also"].as_array().unwrap().iter();
        also.chain([&object["id"]])
    });
    let mut all: Vec<String> = all.map(name).collect();
    all.sort_unstable();
    all
}

#[test]
fn a_story_is_found_among_strangers() {
    let shelf = shelf();
    for name in [VISIT, TREATY, ECHO] {
        let near = asked(&shelf, &["related", name]);
        let mut story = vec![VISIT, TREATY, REPRINT, ECHO];
        story.retain(|own| *own != name);
        story.sort_unstable();
        assert_eq!(told(&near, &shelf), story, "{name}");
    }
    assert_eq!(names(&asked(&shelf, &["related", LAVA])), [ASH]);
    assert_eq!(names(&asked(&shelf, &["related", ASH])), [LAVA]);
    for name in [BREAD, MATCH, SLEEP] {
        assert_eq!(
            asked(&shelf, &["related", name]),
            [Value::Null; 0],
            "{name}"
        );
    }
}

#[test]
fn what_is_related_has_every_field_and_its_reasons() {
    let shelf = shelf();
    let near = asked(&shelf, &["related", VISIT]);
    let listed = asked(&shelf, &["list"]);
    let text = asked(&shelf, &["search", "معاهدة"]);
    let text = &text.iter().find(|own| own["source_id"] == VISIT).unwrap();
    assert_eq!(text["title"], "بوتين يصل إلى بيونغ يانغ في زيارة نادرة");
    let shown: Value = serde_json::from_str(&shelf.run(["show", VISIT, "--json"]).out).unwrap();
    let words = fold(shown["text"].as_str().unwrap());
    let mut last = f64::INFINITY;
    for near in &near {
        let own = listed.iter().find(|own| own["id"] == near["id"]).unwrap();
        for key in ["source_id", "title", "source", "date"] {
            assert_eq!(near[key], own[key], "{key}");
        }
        let score = near["score"].as_f64().unwrap();
        assert!((0.15..=1.2).contains(&score) && score <= last, "{score}");
        last = score;
        let terms = near["terms"].as_array().unwrap();
        assert!(!terms.is_empty());
        for term in terms {
            let term = term.as_str().unwrap();
            assert!(words.contains(&fold(term)), "{term}");
        }
        assert_eq!(near["by_hand"], false);
    }
}

#[test]
fn a_reprint_stands_under_what_it_repeats() {
    let shelf = shelf();
    let near = asked(&shelf, &["related", TREATY]);
    let both = [id(&shelf, VISIT), id(&shelf, REPRINT)];
    let first = near
        .iter()
        .find(|near| both.iter().any(|id| near["id"] == **id));
    let first = first.unwrap();
    let other = both.iter().find(|id| first["id"] != ***id).unwrap();
    assert_eq!(first["also"], serde_json::json!([other]));
    assert!(near.iter().all(|near| near["id"] != **other));
    let printed = shelf.run(["related", TREATY]).out;
    assert!(printed.contains("Also in "), "{printed}");
}

#[test]
fn what_is_far_is_shown_when_all_is_asked_for() {
    let shelf = shelf();
    let near = asked(&shelf, &["related", VISIT]);
    let all = asked(&shelf, &["related", VISIT, "--all"]);
    assert!(all.len() > near.len(), "{all:?}");
    assert_eq!(all[..near.len()], near);
    let far = &all[near.len()..];
    assert!(far.iter().all(|far| far["score"].as_f64().unwrap() < 0.2));
    assert_eq!(asked(&shelf, &["related", VISIT, "-n", "1"]), near[..1]);
    assert_eq!(
        asked(&shelf, &["related", VISIT, "-n", "0"]),
        [Value::Null; 0]
    );
    let run = shelf.run(["related", BREAD]);
    assert_eq!((run.code, run.out.as_str()), (0, ""));
    assert!(run.err.contains("--all"), "{}", run.err);
}

#[test]
fn what_is_related_is_sifted_and_ordered() {
    let shelf = shelf();
    let of = |words: &[&str]| {
        let near = asked(&shelf, &[&["related", TREATY], words].concat());
        told(&near, &shelf)
    };
    assert_eq!(of(&["--before"]), [REPRINT, VISIT]);
    assert_eq!(of(&["--after"]), [ECHO]);
    let others = asked(&shelf, &["related", VISIT, "--other-sources"]);
    assert!(others.iter().all(|near| near["source"] != "المرصد") && !others.is_empty());
    let by_date = asked(&shelf, &["related", TREATY, "--sort", "date"]);
    let dates: Vec<&str> = by_date
        .iter()
        .map(|near| near["date"].as_str().unwrap())
        .collect();
    assert!(
        dates.is_sorted_by(|a, b| a >= b) && dates.len() > 1,
        "{dates:?}"
    );
    for name in [TREATY, ECHO] {
        assert_eq!(shelf.run(["tag", name, "قمة", "--article"]).code, 0);
    }
    assert_eq!(of(&["--tagged"]), [ECHO]);
    let tagged = asked(&shelf, &["related", TREATY, "--tagged"]);
    assert_eq!(tagged[0]["tags"], serde_json::json!(["قمة"]));
    let mut desk = Desk::new(Some(shelf.path("library").into()), String::new());
    let echo = desk.find(ECHO, false).unwrap().unwrap();
    let row = desk.load(&echo).unwrap().entry.row();
    desk.set_read(&[row], true).unwrap();
    assert_eq!(of(&["--unread"]), [REPRINT, VISIT]);
    let both = shelf.run(["related", TREATY, "--before", "--after"]);
    assert_eq!(both.code, 2);
}

#[test]
fn a_text_that_is_in_no_library_has_its_neighbours_too() {
    let shelf = shelf();
    let mut own = records().swap_remove(1);
    own["title"] = "ما في معاهدة روسيا وكوريا الشمالية".into();
    own["id"] = "x".into();
    let text = format!(
        "# {}\n\n{}\n",
        own["title"].as_str().unwrap(),
        own["body"].as_str().unwrap()
    );
    let file = shelf.file("own.md", &text);
    let near = asked(&shelf, &["related", &file]);
    let found = told(&near, &shelf);
    assert!(
        found.contains(&ECHO.to_owned()) && found.contains(&VISIT.to_owned()),
        "{found:?}"
    );
    assert!(!found.contains(&LAVA.to_owned()));
    let fed = shelf.fed(["related", "-", "--json"], &text);
    assert_eq!(objects(&fed), near);
    assert_eq!(shelf.ids().len(), records().len());
    let part = asked(
        &shelf,
        &["related", &file, "--quote", "معاهدة للشراكة الاستراتيجية"],
    );
    assert!(!part.is_empty());
}

#[test]
fn a_part_of_an_article_has_neighbours_of_its_own() {
    let shelf = shelf();
    let shown: Value = serde_json::from_str(&shelf.run(["show", ECHO, "--json"]).out).unwrap();
    let length = shown["text"].as_str().unwrap().chars().count();
    let quote = "معاهدة الدفاع التي وقّعها فلاديمير بوتين وكيم جونغ أون في بيونغيانغ";
    let part = asked(&shelf, &["related", ECHO, "--quote", quote]);
    assert!(names(&part).contains(&TREATY), "{part:?}");
    let whole: Vec<char> = shown["text"].as_str().unwrap().chars().collect();
    for near in &part {
        let place = near["place"].as_u64().unwrap() as usize;
        let text = shelf
            .run(["show", near["id"].as_str().unwrap(), "--json"])
            .out;
        let text: Value = serde_json::from_str(&text).unwrap();
        assert!(place < text["text"].as_str().unwrap().chars().count());
    }
    let start = (0..whole.len()).find(|at| {
        let rest: String = whole[*at..].iter().collect();
        rest.starts_with(quote)
    });
    let start = start.unwrap();
    let (start, end) = (
        start.to_string(),
        (start + quote.chars().count()).to_string(),
    );
    let span = ["related", ECHO, "--start", &start, "--end", &end];
    assert_eq!(asked(&shelf, &span), part);
    let beyond = (length + 1).to_string();
    for words in [
        &["--start", "0", "--end", &beyond][..],
        &["--start", "5", "--end", "5"],
        &["--quote", "ليس هذا هنا"],
        &["--quote", " "],
    ] {
        let run = shelf.run([&["related", ECHO], words].concat());
        assert_eq!((run.code, run.out.as_str()), (1, ""), "{words:?}");
        assert_eq!(run.err.lines().count(), 1, "{}", run.err);
    }
    let both = [
        "related",
        ECHO,
        "--quote",
        "معاهدة",
        "--start",
        "0",
        "--end",
        "4",
    ];
    assert_eq!(shelf.run(both).code, 2);
    assert_eq!(shelf.run(["related", ECHO, "--start", "0"]).code, 2);
}

#[test]
fn the_reader_has_the_last_word() {
    let shelf = shelf();
    let near = asked(&shelf, &["related", LAVA]);
    assert_eq!(names(&near), [ASH]);
    let run = shelf.run(["relate", LAVA, ASH, "--not"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    assert!(run.out.contains("not related"), "{}", run.out);
    for [one, other] in [[LAVA, ASH], [ASH, LAVA]] {
        let left = asked(&shelf, &["related", one, "--all"]);
        assert!(!names(&left).contains(&other), "{left:?}");
    }
    assert_eq!(shelf.run(["undo"]).code, 0);
    assert_eq!(asked(&shelf, &["related", LAVA]), near);
    assert_eq!(shelf.run(["redo"]).code, 0);
    assert_eq!(asked(&shelf, &["related", LAVA]), [Value::Null; 0]);
    assert_eq!(shelf.run(["relate", ASH, LAVA, "--clear"]).code, 0);
    assert_eq!(asked(&shelf, &["related", LAVA]), near);
    assert_eq!(shelf.run(["relate", LAVA, BREAD]).code, 0);
    for [one, other] in [[LAVA, BREAD], [BREAD, LAVA]] {
        let near = asked(&shelf, &["related", one]);
        let by_hand = near.iter().find(|near| near["source_id"] == other);
        assert_eq!(by_hand.unwrap()["by_hand"], true);
    }
    assert!(shelf.run(["related", BREAD]).out.contains("by hand"));
    assert_eq!(shelf.run(["relate", LAVA, ASH, "--not", "--clear"]).code, 2);
    let same = shelf.run(["relate", LAVA, LAVA]);
    assert_eq!((same.code, same.err.lines().count()), (1, 1), "{same:?}");
}

#[test]
fn an_article_is_named_in_every_way() {
    let shelf = shelf();
    let near = asked(&shelf, &["related", VISIT]);
    let whole = id(&shelf, VISIT);
    for name in [&whole, &whole[..6], "https://example.org/visit"] {
        assert_eq!(asked(&shelf, &["related", name]), near, "{name}");
    }
    let mut twin = records().swap_remove(0);
    twin["source"] = "مرصد آخر".into();
    twin["url"] = Value::Null;
    twin["body"] = "نص آخر لا صلة له بما سبق، عن حديقة في الضاحية.".into();
    shelf.run(["add", &shelf.file("twin.jsonl", lines(&[twin]))]);
    for command in ["related", "story"] {
        let run = shelf.run([command, VISIT]);
        assert_eq!((run.code, run.out.as_str()), (1, ""));
        assert!(run.err.contains(&whole), "{}", run.err);
        assert_eq!(shelf.run([command, "zzzz"]).code, 1);
    }
}

#[test]
fn a_story_is_told_from_its_beginning() {
    let shelf = shelf();
    let story = asked(&shelf, &["story", TREATY]);
    let mut all = told(&story, &shelf);
    all.sort_unstable();
    assert_eq!(all, [REPRINT, VISIT, ECHO, TREATY]);
    let dates: Vec<&str> = story
        .iter()
        .map(|told| told["date"].as_str().unwrap())
        .collect();
    assert!(dates.is_sorted(), "{dates:?}");
    let here: Vec<&Value> = story.iter().filter(|told| told["here"] == true).collect();
    assert_eq!(here.len(), 1);
    assert_eq!(here[0]["source_id"], TREATY);
    let printed = shelf.run(["story", TREATY]).out;
    assert_eq!(printed.lines().count(), story.len());
    let here: Vec<&str> = printed
        .lines()
        .filter(|line| line.starts_with('>'))
        .collect();
    assert!(
        here.len() == 1 && here[0].contains(&id(&shelf, TREATY)),
        "{printed}"
    );
    assert_eq!(names(&asked(&shelf, &["story", SLEEP])), [SLEEP]);
    assert_eq!(set(&asked(&shelf, &["story", LAVA])), [LAVA, ASH]);
}
