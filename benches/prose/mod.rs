//! Which prose is measured? Sentences of our own, recombined by a fixed rule.

/// Arabic prose of about this many bytes: paragraphs of two to five clauses, one a line.
pub fn arabic(bytes: usize) -> String {
    const SUBJECTS: [&str; 8] = [
        "قالت الوزارة",
        "أعلن مجلس المدينة",
        "ذكرت الباحثة ليلى سعيد",
        "أكّد اتحاد المزارعين",
        "أضاف المتحدث باسم الميناء",
        "يرى سكان الحي القديم",
        "أوضحت شركة المياه",
        "كشف تقرير من 48 صفحة",
    ];
    const VERBS: [&str; 8] = [
        "أن المشروع سيبدأ في 12 مارس 2026",
        "أن الأسعار ارتفعت بنسبة 5.5% خلال عام",
        "أن (خطة الطوارئ) ما زالت قائمة",
        "أن الاتفاق الجديد يشمل ثلاث مدن ساحلية",
        "أن نظام GPS لم يتعطل سوى ساعة",
        "أن نحو ١٢٠٠ أسرة عادت إلى بيوتها",
        "أنّ الأمطارَ الغزيرةَ أوقفت العمل",
        "أن الدراسة «لم تكتمل بعد»",
    ];
    const TAILS: [&str; 6] = [
        "، وهو ما نفته الجهات المعنية في بيان لاحق",
        "؛ لكن المهندسين طلبوا مهلة أخرى",
        "، بحسب ما نقلته صحف محلية عن مصادرها",
        ". ولم يصدر تعليق من الطرف الآخر",
        "، مشيرة إلى أن الأولوية للمدارس والمستشفيات",
        "، في وقت تتواصل فيه المشاورات بين العواصم الثلاث",
    ];
    let mut prose = String::with_capacity(bytes + 400);
    let mut seed = 7u32;
    let mut pick = |n: usize| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 16) as usize % n
    };
    while prose.len() < bytes {
        for _ in 0..2 + pick(4) {
            for part in [SUBJECTS[pick(8)], " ", VERBS[pick(8)], TAILS[pick(6)], ". "] {
                prose.push_str(part);
            }
        }
        prose.push('\n');
    }
    prose
}

/// English prose of about this many bytes.
pub fn english(bytes: usize) -> String {
    "The ministry said that the project would begin in March, although engineers asked for more time. "
        .repeat(5)
        .lines()
        .cycle()
        .scan(0, |length, line| {
            *length += line.len();
            (*length < bytes).then(|| format!("{line}\n"))
        })
        .collect()
}
