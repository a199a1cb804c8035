//! A small library: two stories, told in several papers that spell names in several ways, and
//! articles that have nothing to do with them.

use serde_json::{Value, json};

use super::program::{Run, Shelf};

/// A visit, in the paper of the story.
pub const VISIT: &str = "m-1";
/// What came of it, in another paper and other spellings.
pub const TREATY: &str = "s-1";
/// The visit, printed elsewhere.
pub const REPRINT: &str = "k-1";
/// An echo days later, in the paper of the visit.
pub const ECHO: &str = "m-2";
/// A volcano.
pub const LAVA: &str = "m-3";
/// The same, in other spellings.
pub const ASH: &str = "s-2";
/// Bread; its writer is called علي.
pub const BREAD: &str = "k-2";
/// Football.
pub const MATCH: &str = "k-3";
/// Sleep.
pub const SLEEP: &str = "q-1";

const VISITED: &str = "وصل الرئيس الروسي فلاديمير بوتين فجر الأربعاء إلى بيونغ يانغ، وكان الزعيم \
    الكوري الشمالي كيم جونغ أون في انتظاره عند سلّم الطائرة. وعزفت فرقة عسكرية النشيدين، ثم مضى \
    الموكب في شوارع العاصمة بين صفوف من الأطفال. ويوقّع الجانبان مساء اليوم معاهدة شراكة \
    استراتيجية تشمل التعاون العسكري. وقال مسؤولون في موسكو إن الزيارة تستغرق يومًا واحدًا.";

/// The records, one for each name above.
pub fn records() -> Vec<Value> {
    let visit = "بوتين يصل إلى بيونغ يانغ في زيارة نادرة";
    vec![
        json!({"id": VISIT, "source": "المرصد", "date": "2024-06-19T07:30:00Z", "title": visit,
            "url": "https://example.org/visit", "body": VISITED}),
        json!({"id": TREATY, "source": "صدى الشرق", "date": "2024-06-20",
            "title": "روسيا وكوريا الشمالية توقعان معاهدة دفاع",
            "body": "وقّع الرئيس الروسي فلاديمير بوتن والزعيم الكوري الشمالي كيم جونج أون في \
                بيونجيانج معاهدة للشراكة الاستراتيجية يتعهد فيها البلدان بالدفاع المتبادل. وقال \
                بوتن بعد التوقيع إن موسكو لا تستبعد تعاونًا عسكريًا تقنيًا. ووصف كيم المعاهدة بأنها \
                أقوى ما وقّعه البلدان. وأبدت سيول قلقها من المعاهدة."}),
        json!({"id": REPRINT, "source": "الساحل اليوم", "date": "2024-06-19", "title": visit,
            "body": VISITED}),
        json!({"id": ECHO, "source": "المرصد", "date": "2024-06-24",
            "title": "سيول تستدعي السفير الروسي بعد معاهدة بيونغيانغ",
            "body": "استدعت سيول السفير الروسي احتجاجًا على معاهدة الدفاع التي وقّعها فلاديمير بوتين \
                وكيم جونغ أون في بيونغيانغ الأسبوع الماضي. وقال مسئول كوري جنوبي إن أي تعاون عسكري \
                بين موسكو وكوريا الشمالية يخالف قرارات مجلس الأمن. وأضاف أن المعاهدة تهدد شبه \
                الجزيرة الكورية."}),
        json!({"id": LAVA, "source": "المرصد", "date": "2025-02-11",
            "title": "حمم إتنا تقترب من طريق جبلي في صقلية",
            "body": "قذف بركان إتنا في جزيرة صقلية الإيطالية حممًا ورمادًا لليوم الثالث، واقترب سيل \
                من الحمم من طريق جبلي يقصده المتنزهون. وأغلق مطار كاتانيا ممرّين جويين بسبب رماد \
                البركان، وأُرجئت عشرات الرحلات. وقال عالم البراكين ماريو روسي إن الثوران من النوع \
                المعتاد، ولا خطر منه على القرى."}),
        json!({"id": ASH, "source": "صدى الشرق", "date": "2025-02-12",
            "title": "رحلات صقلية تعود بعد رماد بركان اتنا",
            "body": "عاد مطار كتانيا في صقلية إلى العمل بعد أن هدأ رماد بركان اتنا، واستأنفت شركات \
                الطيران رحلاتها. وكان ثوران البركان قد أرجأ عشرات الرحلات يومين. وقال علماء البراكين \
                إن سيل الحمم توقف على بعد كيلومترات من القرى الإيطالية."}),
        json!({"id": BREAD, "source": "الساحل اليوم", "date": "2023-11-03", "author": "علي الفاسي",
            "title": "الفرن المشترك يعود إلى حارات فاس",
            "body": "يحمل الحاج علي كل صباح ألواح العجين من بيوت الجيران إلى الفرن المشترك، ويعرف خبز \
                كل بيت من نقشه. وقد أعاد شبان الحي بناء الفرن بعد أن هُجر عشرين سنة، وصار الخبز فيه \
                أرخص من خبز الدكاكين."}),
        json!({"id": MATCH, "source": "الساحل اليوم", "date": "2023-10-14",
            "title": "هدف متأخر يحسم مباراة الجارين",
            "body": "سجّل المهاجم الشاب هدفه الأول مع المنتخب في الدقيقة الأخيرة، فانتهت المباراة \
                بفوز أصحاب الأرض. وقال المدرب إن اللاعبين تعبوا من السفر، وإن الحارس أنقذ كرتين."}),
        json!({"id": SLEEP, "source": "مجلة المختبر", "title": "النوم القصير يثقل الذاكرة",
            "body": "وجدت دراسة على متطوعين أصحاء أن من ينام أربع ساعات يتذكر في الصباح نصف ما حفظه. \
                ورأى الباحثون في تخطيط الدماغ موجات أبطأ، وأوصوا بقيلولة قصيرة بعد الظهر."}),
    ]
}

/// Lines of an archive.
pub fn lines(records: &[Value]) -> String {
    let lines: Vec<String> = records.iter().map(Value::to_string).collect();
    lines.join("\n") + "\n"
}

/// A library of all of them.
pub fn shelf() -> Shelf {
    let shelf = Shelf::new();
    let run = shelf.run(["add", &shelf.file("archive.jsonl", lines(&records()))]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    shelf
}

/// What a command answers as JSON, without a word beside it.
pub fn asked(shelf: &Shelf, words: &[&str]) -> Vec<Value> {
    let run = shelf.run([words, &["--json"]].concat());
    assert_eq!((run.code, run.err.as_str()), (0, ""), "{words:?}");
    objects(&run)
}

/// The objects that were printed.
pub fn objects(run: &Run) -> Vec<Value> {
    serde_json::from_str(&run.out).unwrap_or_else(|said| panic!("{said}: {run:?}"))
}

/// The names that the sources gave to articles, in order.
pub fn names(objects: &[Value]) -> Vec<&str> {
    let names = objects.iter().map(|object| object["source_id"].as_str());
    names.collect::<Option<_>>().unwrap()
}

/// The same without an order.
pub fn set(objects: &[Value]) -> Vec<&str> {
    let mut names = names(objects);
    names.sort_unstable();
    names
}

/// The id of an article by its source's name for it.
pub fn id(shelf: &Shelf, name: &str) -> String {
    let listed = asked(shelf, &["list"]);
    let own = listed.iter().find(|object| object["source_id"] == name);
    own.unwrap()["id"].as_str().unwrap().to_owned()
}
