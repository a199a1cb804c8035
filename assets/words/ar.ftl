# كل جمل الواجهة. للّغتين المفاتيح نفسها بالمعطيات نفسها.

## ما تعذّر، وما يلزم

error-missing = لا وجود لـ{ $path }؛ يلزم التحقق من المسار.
error-denied = قراءة { $path } غير مسموح بها؛ يلزم تعديل أذوناته.
error-no-articles = لا مقالات في المجلد { $path }؛ المقروء ملفات النصوص وMarkdown وHTML وJSON.
error-empty = { $name } فارغ: لا شيء فيه للقراءة.
error-binary = { $name } ليس نصًّا؛ المقروء النصوص وMarkdown وHTML وJSON.
error-too-large = { $name } أكبر من حدّ المقال ({ $limit } ميبيبايت)؛ يلزم تقسيمه.
error-record = { $name }، السطر { $line }: تعذّرت قراءة هذا السجل ({ $why })؛ ولا أثر لذلك في غيره.
error-unreadable = تعذّرت قراءة { $name } ({ $why }).
error-no-such-article = لا مقال باسم «{ $name }»؛ عرض المقالات ومعرّفاتها بالأمر hashiya list.
error-no-such-block = لا سطر رقمه { $number } الآن في المقال { $name }؛ إعادة فتحه تُظهر سطوره.
error-no-source = المقال { $name } بلا مصدر تُقصد سطوره؛ تحديد المصدر بالأمر hashiya edit --source.
error-ambiguous = «{ $name }» اسم لأكثر من واحد؛ يلزم واحد من هذه المعرّفات: { $found }
error-no-library = لا مكتبة بعدُ في { $path }؛ إنشاؤها بالأمر hashiya add.
error-newer = المكتبة { $path } من صنع إصدار أحدث من حاشية (صيغتها { $found }، والمعروف هنا { $known })؛ يلزم فتحها بالإصدار الأحدث.
error-damaged = المكتبة { $path } تالفة ({ $why })؛ لم يتغيّر فيها شيء، والأمر hashiya restore يعرض النسخ الاحتياطية ويستعيد إحداها بعد وضع المكتبة جانبًا.
error-read-only = الكتابة في { $path } غير ممكنة؛ يلزم تعديل الأذونات أو تحديد مكتبة أخرى بالخيار --library.
error-locked = برنامج آخر يشغل المكتبة { $path }؛ تلزم إعادة المحاولة لاحقًا.
error-disk-full = لا مساحة باقية لـ{ $path }؛ المؤكَّد محفوظ، وما زاد تلزمه مساحة.
error-spellings = { $path }، السطر { $line }: لا تُضمّ صورة وحدها؛ في المجموعة صورتان أو أكثر.
error-no-index = لا فهرس للبحث فيه بعدُ؛ بناؤه جارٍ.
error-index = الفهرس غير صالح ({ $why })؛ يُبنى من جديد من المكتبة.
error-no-home = لا مجلد منزل لحفظ المكتبة؛ تحديدها بالخيار --library.
error-bad-date = «{ $value }» ليس تاريخًا؛ صور التاريخ: { $year } أو { $month } أو { $day } أو { $minute }.
error-bad-value = «{ $value }» قيمة لا تصلح للحقل { $field }.
error-packed = { $name } مضغوط؛ يلزم فكّ ضغطه أولًا.
error-remote = { $name } عنوان على الشبكة، وهذا الإصدار يقرأ الملفات وحدها؛ إضافة نسخة محفوظة منه ممكنة.
error-many = في { $name } مقالات كثيرة؛ عرض كل منها بمعرّفه بعد إضافتها بالأمر hashiya add.
error-directory = { $path } مجلد، والمطلوب هنا ملف.
error-no-opener = تعذّر تشغيل { $name }؛ نُسخ الرابط، والإعداد opener يسمّي أمرًا آخر.
error-unforeseen = حدث خلل غير متوقع ({ $why })؛ لم يضع شيء، والقراءة مستمرة.
error-system = { $path }: رسالة النظام «{ $why }».
error-no-such-version = لا صيغة رقمها { $number } لهذا المقال؛ عرض الحالية بالأمر hashiya show --json.
error-no-such-passage = لا مقطع باسم «{ $name }»؛ عرض المقاطع ومعرّفاتها بالأمر hashiya passages.
error-no-such-tag = لا وسم باسم «{ $name }»؛ عرض الوسوم كلها بالأمر hashiya tags.
error-no-such-tag-near = لا وسم باسم «{ $name }» تمامًا؛ وهذه قريبة منه: { $near }
error-empty-quote = الاقتباس فارغ؛ المطلوب كلمات من المقال.
error-no-such-quote = لا يرد «{ $quote }» في المقال؛ طباعة نصه بالأمر hashiya show.
error-no-such-quote-near = لا يرد «{ $quote }» هكذا في المقال؛ وهذه مواضع قريبة منه: { $near }
error-many-quotes = { PLURAL($count) ->
    [zero] لا يرد «{ $quote }» في المقال.
    [one] يرد «{ $quote }» في موضع واحد: { $found }
    [two] يرد «{ $quote }» في موضعين، والتمييز بينهما بـ --prefix أو --suffix: { $found }
    [few] يرد «{ $quote }» في { $count } مواضع، والتمييز بينها بـ --prefix أو --suffix: { $found }
    [many] يرد «{ $quote }» في { $count } موضعًا، والتمييز بينها بـ --prefix أو --suffix: { $found }
   *[other] يرد «{ $quote }» في { $count } موضع، والتمييز بينها بـ --prefix أو --suffix: { $found }
}
error-bad-span = لا كلمات في المقال { $name } من { $start } إلى { $end }؛ عرض نصّه ومواضعه بالأمر hashiya show --json.
error-bad-tag-name = { $why ->
    [control] اسم الوسم حروف وعلامات ظاهرة؛ لا يصلح فيه سطر جديد ولا غيره من علامات التحكّم.
    [long] هذا أطول من حدّ اسم الوسم؛ يلزم اسم أقصر.
   *[empty] لا بدّ للوسم من اسم فيه حرف على الأقل.
  }
error-tag-exists = اسم «{ $name }» لوسم آخر؛ دمج الوسمين بالأمر hashiya tags merge.
error-tag-cycle = الوسم «{ $parent }» هو «{ $name }» نفسه أو تحته؛ يلزم موضع آخر.
error-not-touching = لا يُدمج إلا مقاطع مقال واحد متداخلة أو متلاصقة؛ توسيع أحدها قد يكفي.
error-with-itself = الصلة تكون بين مقالين مختلفين؛ يلزم مقال آخر.
error-long-note = حدّ الملاحظة { $limit } ميبيبايت؛ يلزم اختصارها.
error-no-such-backup = لا نسخة احتياطية اسمها «{ $name }»؛ وقائمتها بالأمر hashiya restore.
error-bad-backup = ليس { $path } نسخة احتياطية تمكن استعادتها ({ $why })؛ لم يتغيّر شيء، وقائمة النسخ بالأمر hashiya restore.
error-no-editor = تعذّر تشغيل { $name }؛ المتغيّر EDITOR يسمّي محرّرًا آخر.
error-editor-failed = أبلغ { $name } بخلل فيه؛ الملاحظة على حالها، وكتابتها هنا ممكنة.
error-editor-left = أبلغ { $name } بخلل فيه؛ نسخ ما كُتب ممكن من { $path }، والملاحظة على حالها.
error-not-utf8 = ليس المكتوب بترميز UTF-8؛ بعد حفظ { $path } به يمكن النسخ منه، والملاحظة على حالها.

## خطأ في الاستعمال

usage-unknown = «{ $argument }» غير معروف هنا؛ عرض المعروف بالأمر hashiya --help.
usage-word = «{ $argument }» ليس خيارًا هنا؛ موضع كلمة أولها شَرطة بعد «--»، أو مع أول كلمة بين علامتي اقتباس.
usage-value = «{ $value }» قيمة لا تصلح لـ{ $argument }؛ الممكن: { $possible }
usage-bad-value = «{ $value }» قيمة لا تصلح لـ{ $argument }.
usage-missing = { $argument } ناقص؛ عرض طريقة الاستعمال بالأمر hashiya --help.
usage-conflict = لا يجتمع { $argument } و{ $other }.
usage-other = الأمر غير مفهوم ({ $why })؛ عرض طريقة الاستعمال بالأمر hashiya --help.

## ما تركته الصفحة مفتوحًا

flaw-no-title = لا عنوان في الصفحة؛ أولى كلماتها تقوم مقامه.
flaw-no-date = لا تاريخ للمقال في الصفحة.
flaw-doubtful-date = التاريخ غير مؤكد: لا تذكر الصفحة يوم نشرها، بل يوم تحديث أو زيارة ({ $detail })؛ ولضبطه: hashiya edit --date.
flaw-invalid-bytes = استُبدلت بايتات لا تقابل أي حرف ({ $detail }).
flaw-charset = ترميز الصفحة غير المعلن فيها؛ قُرئت بترميز { $detail }.
flaw-controls = حُذفت محارف تحكّم ({ $detail }).
flaw-doubtful-clutter = سطر قد يكون من الزوائد أُبقي نصًّا: «{ $detail }».
flaw-not-an-article = تبدو الصفحة قائمة مقالات لا مقالًا.
flaw-front-matter = تعذّرت قراءة البيانات في صدر الملف؛ أُبقيت نصًّا ({ $detail }).
flaw-field = حقل تعذّرت قراءة صورته: { $detail }.
flaw-no-text = لا نص في الصفحة سوى الزوائد.

## النتائج

added = { PLURAL($count) ->
    [zero] لم يُضَف أي مقال.
    [one] أُضيف مقال واحد.
    [two] أُضيف مقالان.
    [few] أُضيفت { $count } مقالات.
    [many] أُضيف { $count } مقالًا.
   *[other] أُضيف { $count } مقال.
}
updated = { PLURAL($count) ->
    [zero] لم يُحدَّث أي مقال.
    [one] حُدّث مقال واحد.
    [two] حُدّث مقالان.
    [few] حُدّثت { $count } مقالات.
    [many] حُدّث { $count } مقالًا.
   *[other] حُدّث { $count } مقال.
}
unchanged = { PLURAL($count) ->
    [zero] لم يكن أي مقال موجودًا من قبل.
    [one] كان مقال واحد موجودًا من قبل.
    [two] كان مقالان موجودين من قبل.
    [few] كانت { $count } مقالات موجودة من قبل.
    [many] كان { $count } مقالًا موجودًا من قبل.
   *[other] كان { $count } مقال موجودًا من قبل.
}
tried = لم يُكتب شيء: كانت هذه تجربة.
edited = { PLURAL($count) ->
    [zero] لم يلزم تعديل أي مقال.
    [one] عُدّل مقال واحد.
    [two] عُدّل مقالان.
    [few] عُدّلت { $count } مقالات.
    [many] عُدّل { $count } مقالًا.
   *[other] عُدّل { $count } مقال.
}
tags-renamed = صار اسم الوسم «{ $name }» «{ $other }».
tag-alike = «{ $name }» يشبه «{ $other }»؛ جعلهما وسمًا واحدًا بالأمر hashiya tags merge.
tags-merged = دُمج الوسم «{ $name }» في «{ $other }».
tags-moved = صار الوسم «{ $name }» تحت «{ $other }».
tags-moved-top = صار الوسم «{ $name }» في أعلى الدليل.
tags-deleted = حُذف الوسم «{ $name }»، وبقيت مقاطعه.
tags-line = { PLURAL($passages) ->
    [zero] بلا مقاطع
    [one] مقطع واحد
    [two] مقطعان
    [few] { $passages } مقاطع
    [many] { $passages } مقطعًا
   *[other] { $passages } مقطع
} | { PLURAL($articles) ->
    [zero] بلا مقالات
    [one] مقال واحد
    [two] مقالان
    [few] { $articles } مقالات
    [many] { $articles } مقالًا
   *[other] { $articles } مقال
}
removed = { PLURAL($count) ->
    [zero] لم يُزَل أي مقال.
    [one] أُزيل مقال واحد.
    [two] أُزيل مقالان.
    [few] أُزيلت { $count } مقالات.
    [many] أُزيل { $count } مقالًا.
   *[other] أُزيل { $count } مقال.
}
purged = { PLURAL($count) ->
    [zero] لم يُحذف أي مقال.
    [one] حُذف مقال واحد؛ والنسخة الاحتياطية { $backup }.
    [two] حُذف مقالان؛ والنسخة الاحتياطية { $backup }.
    [few] حُذفت { $count } مقالات؛ والنسخة الاحتياطية { $backup }.
    [many] حُذف { $count } مقالًا؛ والنسخة الاحتياطية { $backup }.
   *[other] حُذف { $count } مقال؛ والنسخة الاحتياطية { $backup }.
}
progress = { PLURAL($count) ->
    [zero] لا مقالات بعدُ
    [one] مقال واحد
    [two] مقالان
    [few] { $count } مقالات
    [many] { $count } مقالًا
   *[other] { $count } مقال
} | { $rate } في الثانية
library-count = { PLURAL($count) ->
    [zero] لا مقالات
    [one] مقال واحد
    [two] مقالان
    [few] { $count } مقالات
    [many] { $count } مقالًا
   *[other] { $count } مقال
}{ PLURAL($unread) ->
    [zero] { PLURAL($count) ->
        [zero] { "" }
        [one] ، مقروء
        [two] ، كلاهما مقروء
       *[other] ، كلها مقروءة
    }
    [one] { PLURAL($count) ->
        [one] ، غير مقروء
       *[other] ، واحد غير مقروء
    }
    [two] { PLURAL($count) ->
        [two] ، كلاهما غير مقروء
       *[other] ، اثنان غير مقروءين
    }
    [few] ، { $unread } غير مقروءة
   *[other] ، { $unread } غير مقروء
}
empty-list = لا مقالات؛ إضافتها بالأمر hashiya add FILE.
how-to-show = عرض مقال بالأمر hashiya show ID.

## البحث والأخبار ذات الصلة

search-nothing = لا مقال في المكتبة فيه هذا.
search-some = لا مقال فيه هذا كله؛ وفي هذه بعضه.
in-note = ملاحظة:
in-tag = وسم:
related-none = لا مقال في المكتبة قريب بما يكفي ليُعدّ ذا صلة؛ وعرض الأبعد أيضًا بالخيار --all.
related-nothing = ليس في المكتبة ما له أي صلة.
near-by-hand = ذو صلة باليد
also-in = نُشر أيضًا في { $sources }
relate-done = «{ $name }» و«{ $other }» معدودان من الآن ذوي صلة.
relate-not = «{ $name }» و«{ $other }» معدودان من الآن بلا صلة.
relate-clear = الصلة بين «{ $name }» و«{ $other }» عادت إلى ما تقوله كلماتهما.
index-anew = تعذّر استعمال الفهرس ({ $why })، وصنعه جارٍ من جديد.
index-stale = تعذّر تحديث الفهرس، فالبحث كان في ما هو فيه. { $why }
index-progress = الفهرس: { $count } من { $of }
undated = بلا تاريخ

## الفحص

doctor-terminal = الطرفية { $name } (TERM={ $term }).
doctor-unnamed = لا تذكر الطرفية اسمها (TERM={ $term }).
doctor-no-terminal = ليس الخرج طرفية.
doctor-asked = طريقة خدمتها «{ $strategy }»، بحسب الطلب.
doctor-remembered = طريقة خدمتها «{ $strategy }»، بحسب ما اختير لها.
doctor-answered = المعروف عنها: { $answers }
doctor-through = بينها وبين حاشية { $name }.
doctor-chosen = طريقة خدمة { $key } من الآن «{ $strategy }».
doctor-unchosen = تُخدم { $key } من الآن بحسب التعرّف عليها.
doctor-given = تُقدَّم عليه «{ $strategy }» المطلوبة (بالخيار --bidi أو المتغيّر HASHIYA_BIDI أو الإعداد bidi).
doctor-choose-nowhere = الاختيار للطرفية التي يُختار فيها، وليس الخرج طرفية.
doctor-environment = طريقة خدمتها «{ $strategy }»، بحسب متغيّرات البيئة.
doctor-answers = طريقة خدمتها «{ $strategy }»، بحسب أجوبتها.
doctor-tmux = طريقة خدمتها «{ $strategy }»، بحسب ما يقوله tmux عمّا يُعرض فيه.
doctor-unknown = طريقة خدمتها «{ $strategy }»، إذ لا يُعرف عنها شيء.
doctor-samples = إن كان السليم غير المختار من هذه السطور (أوّله ١ في أقصى اليمين وآخره ٢٠٢٥) فرقمه للأمر hashiya doctor --choose:
doctor-sample = ١ أوّلُه «هُنا» ٢ لا 25 ٣ (Rust 1.80) ٤ وآخِرُه ٢٠٢٥
doctor-library = { PLURAL($count) ->
    [zero] المكتبة { $path } سليمة، ولا مقالات فيها.
    [one] المكتبة { $path } سليمة، وفيها مقال واحد.
    [two] المكتبة { $path } سليمة، وفيها مقالان.
    [few] المكتبة { $path } سليمة، وفيها { $count } مقالات.
    [many] المكتبة { $path } سليمة، وفيها { $count } مقالًا.
   *[other] المكتبة { $path } سليمة، وفيها { $count } مقال.
}
doctor-no-library = لا مكتبة بعدُ في { $path }.
doctor-no-index = لا فهرس بعدُ؛ أول بحث يصنعه.
doctor-index = { PLURAL($count) ->
    [zero] لا مقالات في الفهرس، وحجمه { $size }.
    [one] في الفهرس مقال واحد، وحجمه { $size }.
    [two] في الفهرس مقالان، وحجمه { $size }.
    [few] في الفهرس { $count } مقالات، وحجمه { $size }.
    [many] في الفهرس { $count } مقالًا، وحجمه { $size }.
   *[other] في الفهرس { $count } مقال، وحجمه { $size }.
}
doctor-index-behind = { PLURAL($count) ->
    [zero] وهو محدَّث.
    [one] ومقال واحد ليس فيه بحاله الآن؛ البحث التالي يضيفه.
    [two] ومقالان ليسا فيه بحالهما الآن؛ البحث التالي يضيفهما.
    [few] و{ $count } مقالات ليست فيه بحالها الآن؛ البحث التالي يضيفها.
    [many] و{ $count } مقالًا ليست فيه بحالها الآن؛ البحث التالي يضيفها.
   *[other] و{ $count } مقال ليست فيه بحالها الآن؛ البحث التالي يضيفها.
}
doctor-bad-index = تعذّر استعمال الفهرس ({ $why })؛ البحث التالي يصنعه من جديد.
doctor-backups = { PLURAL($count) ->
    [zero] لا نسخ احتياطية بعد.
    [one] هناك نسخة احتياطية واحدة، من { $date }.
    [two] هناك نسختان احتياطيتان، أحدثهما من { $date }.
    [few] هناك { $count } نسخ احتياطية، أحدثها من { $date }.
    [many] هناك { $count } نسخة احتياطية، أحدثها من { $date }.
   *[other] هناك { $count } نسخة احتياطية، أحدثها من { $date }.
}
doctor-bad-backup = أحدث نسخة احتياطية، من { $date }، تالفة؛ وقائمة غيرها بالأمر hashiya restore.
doctor-versions = حاشية { $hashiya }، SQLite { $sqlite }

## النسخ الاحتياطية

backup = { $number }  { $date } | { $holds } | { $size } | { $occasion }
backup-day = النسخة اليومية
backup-form = قبل نقل المكتبة إلى صيغة أحدث
backup-purge = مقالات محذوفة
backup-restore = قبل استعادة نسخة
backup-unreadable = تالفة
backup-holds = { $passages }، { $tags }، { $articles }
holds-passages = { PLURAL($count) ->
    [zero] بلا مقاطع
    [one] مقطع واحد
    [two] مقطعان
    [few] { $count } مقاطع
    [many] { $count } مقطعًا
   *[other] { $count } مقطع
}
holds-tags = { PLURAL($count) ->
    [zero] بلا وسوم
    [one] وسم واحد
    [two] وسمان
    [few] { $count } وسوم
    [many] { $count } وسمًا
   *[other] { $count } وسم
}
holds-articles = { PLURAL($count) ->
    [zero] بلا مقالات
    [one] مقال واحد
    [two] مقالان
    [few] { $count } مقالات
    [many] { $count } مقالًا
   *[other] { $count } مقال
}
size-kb = { $size } كيلوبايت
size-mb = { $size } ميغابايت
no-backups = لا نسخ احتياطية للمكتبة { $path } بعد.
restored = عادت النسخة الاحتياطية إلى المكتبة، وما جاء معها: { $holds }.
put-aside = ما كان في المكتبة قبلها محفوظ في { $path }.
backup-failed = التغيير محفوظ، لكن تعذّر حفظ نسخة احتياطية. { $why }

## التواريخ

date-ago = { PLURAL($days) ->
    [zero] اليوم
    [one] أمس
    [two] قبل يومين
    [few] قبل { $days } أيام
    [many] قبل { $days } يومًا
   *[other] قبل { $days } يوم
}
date-this-year = { $day } { $month }
date-month = { $month } { $year }
date-day = { $day } { $month } { $year }
date-minute = { $day } { $month } { $year }، { $clock }
months = يناير,فبراير,مارس,أبريل,مايو,يونيو,يوليو,أغسطس,سبتمبر,أكتوبر,نوفمبر,ديسمبر
months-short = { months }
months-levant = كانون الثاني,شباط,آذار,نيسان,أيار,حزيران,تموز,آب,أيلول,تشرين الأول,تشرين الثاني,كانون الأول
months-maghreb = جانفي,فيفري,مارس,أفريل,ماي,جوان,جويلية,أوت,سبتمبر,أكتوبر,نوفمبر,ديسمبر
months-morocco = يناير,فبراير,مارس,أبريل,ماي,يونيو,يوليوز,غشت,شتنبر,أكتوبر,نونبر,دجنبر

## الإعدادات

config-broken = { $file }، السطر { $line }: ليس هذا بصيغة TOML ({ $why })؛ القيم الأصلية سارية إلى حين إصلاحه.
config-unknown = { $file }، السطر { $line }: لا إعداد باسم «{ $key }»؛ عرض الإعدادات كلها بالأمر hashiya config.
config-bad-value = { $file }، السطر { $line }: «{ $value }» قيمة لا تصلح لـ{ $key }؛ الممكن: { $possible }
config-bad-text = { $file }، السطر { $line }: «{ $value }» قيمة لا تصلح لـ{ $key }؛ المطلوب سطر نص واحد.
config-bad-keys = { $file }، السطر { $line }: مفاتيح { $command } تُكتب نصًّا واحدًا أو قائمة نصوص.
config-bad-terminal = { $file }، السطر { $line }: «{ $value }» ليست طريقة تُخدم بها { $terminal }؛ الممكن: { $possible }
config-no-setting = لا إعداد باسم «{ $key }»؛ عرض الإعدادات كلها بالأمر hashiya config.
config-no-home = لا مجلد منزل لحفظ الإعدادات؛ تحديد ملف لها بالخيار --config.
config-default = القيمة الأصلية: { $value }
config-unset = القيمة الأصلية: لا شيء
setting-language = لغة الواجهة؛ تلقائيًّا: لغة البيئة
setting-digits = أرقام الواجهة؛ تلقائيًّا: أرقام المنطقة
setting-months = أسماء الشهور بالعربية؛ تلقائيًّا: أسماء المنطقة
setting-text-digits = أرقام المقالات
setting-harakat = حركات المقالات
setting-justify = ملء السطور: بالفراغات، أو بالكشيدة معها
setting-isolate = إبقاء الروابط وأرقام الهواتف وأشباهها متصلة
setting-measure = أقصى عرض لسطر النص، بالخلايا
setting-title-rows = سطور العنوان في القائمة
setting-dense = سطر واحد لكل مقال في القائمة
setting-pin-list = إبقاء القائمة بجانب المقال
setting-theme = المظهر؛ تلقائيًّا: ألوان الطرفية
setting-mouse = استعمال الفأرة
setting-keyboard = تخطيط لوحة المفاتيح حين لا تكتب اللاتينية
setting-bidi = طريقة خدمة الطرفية؛ تلقائيًّا: بحسب التعرّف عليها
setting-ambiguous = عرض “ … — │ و é في الطرفية؛ تلقائيًّا: كما تقول هي
setting-mark-read = متى يُعدّ المقال مقروءًا
setting-citation = صيغة الاستشهاد؛ الفارغة: صيغة اللغة
setting-editor = محرّر الملاحظات الطويلة؛ الفارغ: VISUAL أو EDITOR
setting-opener = أمر فتح الروابط؛ الفارغ: لا أمر

## المساعدة

help-usage = الاستعمال
help-commands = الأوامر
help-arguments = المعطيات
help-options = الخيارات
about = قارئ للعربية في الطرفية: مقالات، ونص ثنائي الاتجاه سليم، ومقاطع وملاحظات
about-add = إضافة ملفات ومجلدات وأرشيفات والدخل القياسي
about-list = سرد المقالات، الأحدث أولًا
about-show = عرض مقال واحد
about-search = البحث عن كلمات، كيفما كُتبت
about-related = عرض الأخبار ذات الصلة بمقال، وسبب صلتها
about-story = عرض مسار القصة التي منها المقال، بترتيب التاريخ
about-relate = القول باليد إن مقالين ذوا صلة أو بلا صلة؛ والتراجع ممكن
about-edit = ضبط حقول باليد؛ تبقى بعد كل استيراد
about-config = عرض الإعدادات، أو ضبط واحد منها
about-remove = إخفاء مقالات بكل علاماتها
about-tag = وسم جزء من مقال، أو المقال كله
about-untag = نزع وسوم عن مقطع؛ كلها إن لم يُذكر وسم
about-note = كتابة الملاحظة على مقطع
about-passage = نقل حدَّي مقطع
about-passages = سرد المقاطع
about-tags = عرض دليل الوسوم أو تغييره
about-tags-rename = إعادة تسمية وسم
about-tags-merge = دمج وسم في آخر
about-tags-move = نقل وسم تحت آخر، أو إلى أعلى الدليل
about-tags-delete = حذف وسم؛ تبقى مقاطعه
about-undo = التراجع عن آخر تغيير في المكتبة
about-redo = إعادة آخر ما تُراجع عنه
about-restore = عرض النسخ الاحتياطية أو استعادة إحداها
about-doctor = فحص الطرفية والمكتبة: ما يعمل منهما وكيف
about-completions = طباعة إكمال الأوامر لصدفة
about-man = طباعة صفحة الدليل
about-help = عرض هذه المساعدة
arg-files = ملفات للفتح
arg-plain = بلا شاشة قراءة: سطور لقارئات الشاشة والأنابيب
arg-library = مجلد المكتبة (HASHIYA_LIBRARY)
arg-config = ملف الإعدادات
arg-lang = لغة الواجهة: ar أو en
arg-bidi = طريقة خدمة الطرفية: { $names } (HASHIYA_BIDI)
arg-color = الألوان: auto أو always أو never (NO_COLOR)
arg-help = عرض المساعدة
arg-version = عرض رقم الإصدار
arg-sources = ملفات، مجلدات، أرشيفات JSON سطرية، أو - للدخل القياسي
arg-seeds = مع المقالات المرفقة بحاشية
arg-dry-run = بيان ما كان سيحدث دون كتابة شيء
arg-choose = حفظ طريقة خدمة هذه الطرفية: رقم السطر أو اسمه، أو auto
arg-json = طباعة وثيقة JSON واحدة
arg-count = أكبر عدد
arg-most = أكبر عدد؛ ودونه { $count }
arg-query = المبحوث عنه، في كلمة أو أكثر
arg-all = مع ما هو أبعد من أن يُعدّ ذا صلة
arg-other-sources = ما تقوله مصادر أخرى وحده
arg-before = ما نُشر قبله وحده
arg-after = ما نُشر بعده وحده
arg-tagged = ما عليه وسم من وسومه وحده
arg-sort = الترتيب: near أو date
arg-one = مقال: معرّف أو أوله، أو اسمه عند مصدره، أو رابط
arg-not = هما بلا صلة
arg-clear = لا قول فيهما بعد ذلك
examples-search = أمثلة:
      hashiya search بيونغ يانغ
      hashiya search '"مجلس الأمن" -سوريا'
      hashiya search 'عنوان:القمة مصدر:الأمل قبل:2025-06'
      hashiya search 'title:القمة -tag:سياسة since:2025'
      hashiya search =على -n 5
    
    المطلوب كل الكلمات كيفما كُتبت، وما بين علامتي اقتباس بحروفه وترتيبه؛ الشَّرطة قبل كلمة
    تستبعدها، و«=» تطلب رسمًا واحدًا. الحقول: عنوان ومصدر ووسم وملاحظة وقبل وبعد، بالعربية
    أو الإنكليزية. وما أوله شَرطة وليس أول كلمة فموضعه بعد «--»، أو مع غيره بين علامتي اقتباس.
examples-related = أمثلة:
      hashiya related ID
      hashiya related ID --other-sources --after --sort date
      hashiya related ID --quote 'معاهدة الشراكة'
      hashiya related page.html --all --json
    
    مع --quote، أو --start و--end، يُقارَن جزء من المقال لا كله؛ والنص الذي ليس في المكتبة
    يُقرأ ولا يُضاف.
arg-unread = غير المقروء وحده
arg-tag = ما عليه هذا الوسم وحده
arg-source = هذا المصدر وحده
arg-since = من هذا التاريخ فصاعدًا
arg-until = حتى هذا التاريخ
arg-target = معرّف أو أوله، أو اسم المقال عند مصدره، أو رابط، أو مسار، أو -
arg-width = عدد أعمدة السطر
arg-order = ترتيب السطر: logical أو visual
arg-clutter = مع ما نُحّي جانبًا من الزوائد
arg-raw = البايتات كما وردت
arg-ids = معرّفات مقالات
arg-edit-title = العنوان؛ الفارغ: كما في الصفحة
arg-edit-author = الكاتب؛ الفارغ: لا كاتب
arg-edit-source = المصدر؛ الفارغ: لا مصدر
arg-edit-section = القسم؛ الفارغ: لا قسم
arg-edit-date = التاريخ؛ الفارغ: بلا تاريخ
arg-edit-url = الرابط؛ الفارغ: لا رابط
arg-purge = حذف لا رجعة فيه، بعد نسخة احتياطية
arg-tags = وسوم بأسمائها
arg-quote = كلمات الجزء كما هي في النص
arg-prefix = ما يسبقها
arg-suffix = ما يليها
arg-start = رقم أول رمز من الجزء في النص، والعدّ من 0
arg-end = رقم الرمز الذي يلي آخره
arg-whole-article = المقال كله
arg-note = ملاحظة
arg-passage = معرّف مقطع أو أوله
arg-text = الملاحظة بصيغة Markdown؛ الفارغة تزيلها
arg-article = مقاطع هذا المقال وحده
arg-state = ما هو على هذه الحال وحده: placed أو moved أو orphan
arg-tag-tag = اسم وسم
arg-tag-new = اسمه الجديد
arg-tag-other = الوسم الباقي
arg-tag-parent = الوسم الأعلى؛ ودونه أعلى الدليل
arg-backup = النسخة الاحتياطية: رقمها في القائمة أو اسمها أو مسارها
arg-shell = الصدفة: bash أو elvish أو fish أو powershell أو zsh
arg-key = الإعداد
arg-value = قيمته الجديدة

## سطر الأعلى وسطر الأسفل

name = حاشية
shown = { PLURAL($count) ->
    [zero] لا مقالات معروضة
    [one] مقال واحد معروض
    [two] مقالان معروضان
    [few] { $count } مقالات معروضة
    [many] { $count } مقالًا معروضًا
   *[other] { $count } مقال معروض
}
shelf-all = كل المقالات
shelf-unread = غير المقروء
shelf-starred = ذو النجمة
nth-of = { $nth } من { $of }
percent = { $percent }٪
prompt-filter = تصفية:
prompt-find = بحث:
hint-open = فتح
hint-filter = تصفية
hint-list-next-unread = غير المقروء
hint-star = نجمة
hint-sort = ترتيب
hint-help = مساعدة
hint-select = تحديد
hint-find = بحث
hint-copy = نسخ
hint-next-unread = غير المقروء
hint-back = رجوع
hint-quotation = اقتباس
hint-sentence = جملة
hint-deselect = إلغاء

## القائمة

list-empty = لا مقالات بعدُ؛ إضافتها من الطرفية بالأمر hashiya add FILE، وقراءة ملف بعينه بالأمر hashiya FILE.
list-nothing = لا مقال يطابق التصفية؛ لعرض كل المقالات: { $keys }
list-filling = المقالات قيد الإضافة…
order-oldest = الأقدم أولًا
order-title = بحسب العنوان
order-source = بحسب المصدر
order-added = آخر ما أُضيف أولًا
sort-newest = الترتيب: الأحدث أولًا.
sort-oldest = الترتيب: الأقدم أولًا.
sort-title = الترتيب: بحسب العنوان.
sort-source = الترتيب: بحسب المصدر.
sort-added = الترتيب: آخر ما أُضيف أولًا.
marked-read = { PLURAL($count) ->
    [zero] لا جديد: كل المعروض مقروء.
    [one] أصبح مقال واحد مقروءًا.
    [two] أصبح مقالان مقروءين.
    [few] أصبحت { $count } مقالات مقروءة.
    [many] أصبح { $count } مقالًا مقروءًا.
   *[other] أصبح { $count } مقال مقروءًا.
}
no-clutter = لا زوائد في هذا المقال.
import-stopped = { PLURAL($count) ->
    [zero] أُوقفت الإضافة قبل أول مقال.
    [one] أُوقفت الإضافة بعد مقال واحد.
    [two] أُوقفت الإضافة بعد مقالين.
    [few] أُوقفت الإضافة بعد { $count } مقالات.
    [many] أُوقفت الإضافة بعد { $count } مقالًا.
   *[other] أُوقفت الإضافة بعد { $count } مقال.
}
progress-stop = للإيقاف: { $keys }
indexing = فهرسة { $done } من { $total } | { $rate } في الثانية | { PLURAL($left) ->
    [zero] تكاد تتم
    [one] بقيت ثانية واحدة
    [two] بقيت ثانيتان
    [few] بقيت { $left } ثوانٍ
    [many] بقيت { $left } ثانية
   *[other] بقيت { $left } ثانية
}
indexing-minutes = فهرسة { $done } من { $total } | { $rate } في الثانية | { PLURAL($left) ->
    [zero] تكاد تتم
    [one] بقيت دقيقة واحدة
    [two] بقيت دقيقتان
    [few] بقيت { $left } دقائق
    [many] بقيت { $left } دقيقة
   *[other] بقيت { $left } دقيقة
}
index-stopped = أُوقفت الفهرسة عند { $done } من { $total }، وتُستأنف عند البدء التالي.
index-failed = لم يلحق الفهرس بالمكتبة، وستُعاد المحاولة: { $why }
nothing-unread = كل المعروض مقروء.
star-given = وُضعت النجمة.
star-taken = نُزعت النجمة.
pinned = القائمة باقية بجانب المقال.
unpinned = القائمة تنطوي عند القراءة.

## المقال

set-aside = { PLURAL($count) ->
    [zero] لم يُنحَّ أي سطر جانبًا.
    [one] سطر واحد نُحّي جانبًا؛ للإظهار: { $keys }
    [two] سطران نُحّيا جانبًا؛ للإظهار: { $keys }
    [few] { $count } سطور نُحّيت جانبًا؛ للإظهار: { $keys }
    [many] { $count } سطرًا نُحّيت جانبًا؛ للإظهار: { $keys }
   *[other] { $count } سطر نُحّيت جانبًا؛ للإظهار: { $keys }
}
clutter-shown = الزوائد ظاهرة.
clutter-hidden = الزوائد منحّاة جانبًا.
direction-rtl = الاتجاه: من اليمين إلى اليسار.
direction-ltr = الاتجاه: من اليسار إلى اليمين.
direction-own = الاتجاه: لكل فقرة اتجاهها.
theme-now = المظهر: { $theme }.
gone = أزال برنامج آخر هذا المقال؛ قراءته إلى آخره ممكنة ما دام مفتوحًا.
first-article = هذا أول مقال في القائمة.
last-article = هذا آخر مقال في القائمة.
nothing-before = لا مقال قبل هذا في سجلّ القراءة.
nothing-after = لا مقال بعد هذا في سجلّ القراءة.
not-found = لا وجود لـ«{ $text }» في المقال.
nothing-looked-for = لم يبدأ بحث في هذا المقال بعدُ.
from-the-start = لا مزيد حتى النهاية؛ المتابعة من البداية.
from-the-end = لا مزيد حتى البداية؛ المتابعة من النهاية.
no-such-unit = لا شيء من هذا النوع حول المؤشر.
no-block = ليس هذا السطر من سطور الصفحة، فلا نوع له.
mark-set = وُضعت على هذا الموضع علامة بالحرف { $letter }.
no-such-mark = لا علامة بالحرف { $letter }.
no-address = لا رابط لهذا المقال.
no-such-link = لا رابط بهذا الرقم.
no-link-here = لا رابط هنا؛ رقم الرابط قبل المفتاح يتبعه.
no-opener = لا أمر لفتح الروابط؛ تحديده في الإعدادات.
no-web-address = لا يُفتح { $url } في المتصفّح: ليس رابط صفحة.
browsing = جارٍ فتح { $url } في المتصفّح.

## النسخ

copied = نُسخ النص المحدَّد.
copied-paragraph = نُسخت الفقرة.
copied-title = نُسخ العنوان.
copied-citation = نُسخ الاستشهاد.
copied-with-citation = نُسخ النص مع الاستشهاد.
citation = { "{" }author{ "}" }، «{ "{" }title{ "}" }»، { "{" }source{ "}" }، { "{" }date{ "}" }، { "{" }url{ "}" }

## المفاتيح

no-such-key = { PLURAL($count) ->
    [one] لا أمر هنا للمفتاح { $keys }
   *[other] لا أمر هنا للمفاتيح { $keys }
}؛ المساعدة: { $help }
how-to-quit = للخروج من حاشية: { $keys }
no-background = لا شيء هنا يعيد حاشية من الخلفية؛ فالقراءة مستمرة.
paste-nowhere = اللصق في خانات الكتابة وحدها.
complaints = { $count ->
    [zero] لا أخطاء:
    [one] خطأ واحد (في hashiya doctor):
    [two] خطآن (كلاهما في hashiya doctor)؛ أولهما:
    [few] { $count } أخطاء (كلها في hashiya doctor)؛ أولها:
    [many] { $count } خطأً (كلها في hashiya doctor)؛ أولها:
   *[other] { $count } خطأ (كلها في hashiya doctor)؛ أولها:
}
keys-no-command = في keys.toml مفاتيح للأمر «{ $name }» ولا أمر بهذا الاسم؛ والأسماء كلها في العمود الأخير من جدول README.
keys-near-command = في keys.toml مفاتيح للأمر «{ $name }» ولا أمر بهذا الاسم؛ وأقرب الأسماء إليه { $near }.
keys-unreadable = في keys.toml: «{ $keys }» ليست مفاتيح معروفة؛ فلا أثر لها في الأمر { $name }.
keys-taken = في keys.toml: المفاتيح «{ $keys }» الآن للأمر { $name }؛ وفقد الأمر { $other } ما يعارضها من مفاتيحه، وله غيرها بسطر يخصّه.
keys-clash = في keys.toml: لا يجتمع «{ $keys }» للأمر { $name } و«{ $others }» للأمر { $other }؛ فهي للأمر { $name } إلى أن يُغيَّر أحد السطرين.
too-small = النافذة صغيرة؛ أقل حجم لها { $width }×{ $height }.

## الصفحات

menu-help = المساعدة
menu-palette = لوحة الأوامر
menu-settings = الإعدادات
menu-fields = بيانات المقال
menu-kinds = نوع هذه الفقرة
menu-confirm = إزالة هذا المقال بكل علاماته؟
menu-confirm-read = جعل كل المعروض مقروءًا؟
menu-confirm-keys = { $yes } نعم | { $no } لا | Enter للاختيار | Esc للرجوع
confirm-leave-unread = لا، يبقى كما هو
confirm-read = نعم، صار كله مقروءًا
menu-command-keys = Enter للتنفيذ | { $find } للتصفية | Esc للرجوع
pending-keys = تتمة المفتاح في الأعلى | Esc للإلغاء
menu-keys = Enter للاختيار | / للتصفية | Esc للرجوع
menu-number-keys = كتابة العدد بأرقامه | Enter ← → خطوةً خطوة | / للتصفية | Esc للرجوع
menu-filter-keys = Enter للاختيار | Esc للرجوع
menu-edit-keys = Enter للحفظ | Esc للإلغاء
menu-nothing = لا شيء يطابق التصفية.
confirm-no = لا، يبقى المقال
confirm-remove = نعم، إزالته بكل علاماته
field-title = العنوان
field-author = الكاتب
field-source = المصدر
field-section = القسم
field-date = التاريخ
field-url = الرابط
kind-now = النوع الحالي
kind-imported = كما حدّده الاستيراد
kinds-of-source = في كل مقالات هذا المصدر
kind-title = عنوان المقال
kind-subtitle = عنوان فرعي
kind-byline = سطر الكاتب
kind-dateline = سطر التاريخ والمكان
kind-standfirst = مقدّمة موجزة
kind-heading = عنوان داخل النص
kind-paragraph = فقرة
kind-quote = اقتباس
kind-item = عنصر في قائمة
kind-verse = بيت شعر
kind-caption = شرح صورة
kind-code = نص برمجي
kind-clutter = من الزوائد

## قيم الإعدادات

bad-setting = «{ $value }» قيمة لا تصلح لهذا الإعداد.
bad-number = «{ $value }» قيمة لا تصلح لهذا الإعداد؛ المطلوب عدد صحيح من { $low } إلى { $high }.
value-empty = بلا قيمة
value-auto = تلقائي
value-on = نعم
value-off = لا
value-all = كلها
value-none = لا شيء
value-narrow = ضيقة: خلية واحدة
value-wide = واسعة: خليتان
value-ar = العربية
value-en = English
value-western = غربية (123)
value-arabic = مشرقية (١٢٣)
value-european = غربية (123)
value-as-written = كما كُتبت
value-common = مصر والخليج
value-levant = الشام والعراق
value-maghreb = تونس والجزائر
value-morocco = المغرب
value-spaces = بالفراغات
value-kashida = بالفراغات والكشيدة
value-dark = داكن
value-light = فاتح
value-mono = بلا ألوان
value-arabic-101 = عربي (101)
value-arabic-102 = عربي (102)
value-arabic-mac = عربي (macOS)
value-persian = فارسي
value-hebrew = عبري
value-open = عند فتحه
value-end = عند بلوغ آخره
value-never = باليد وحدها

## الأوامر

group-move = التنقّل
group-articles = المقالات
group-find = البحث والتصفية
group-select = التحديد والنسخ والعلامات
group-view = العرض
group-program = البرنامج
do-row-down = النزول سطرًا أو مقالًا
do-row-up = الصعود سطرًا أو مقالًا
do-left = حرف إلى اليسار
do-right = حرف إلى اليمين
do-page-down = الصفحة التالية، ثم المقال التالي
do-page-up = الصفحة السابقة
do-list-page-up = الصفحة السابقة من القائمة
do-half-page-down = النزول نصف صفحة
do-half-page-up = الصعود نصف صفحة
do-first = البداية، أو ما كُتب رقمه
do-last = النهاية، أو ما كُتب رقمه
do-row-start = بداية السطر
do-row-end = نهاية السطر
do-word-next = الكلمة التالية
do-word-back = الكلمة السابقة
do-word-end = نهاية الكلمة
do-clause-next = العبارة التالية
do-clause-back = العبارة السابقة
do-sentence-next = الجملة التالية
do-sentence-back = الجملة السابقة
do-paragraph-next = الفقرة التالية
do-paragraph-back = الفقرة السابقة
do-scroll-down = تمرير النص سطرًا إلى أسفل
do-scroll-up = تمرير النص سطرًا إلى أعلى
do-to-middle = السطر الحالي إلى وسط النافذة
do-to-top = السطر الحالي إلى أعلى النافذة
do-to-bottom = السطر الحالي إلى أسفل النافذة
do-open = فتح المقال
do-back = الرجوع إلى القائمة
do-next-article = المقال التالي
do-previous-article = المقال السابق
do-list-next-unread = غير المقروء التالي في القائمة
do-next-unread = المقال غير المقروء التالي
do-history-back = الرجوع في سجلّ القراءة
do-history-forward = إلى الأمام في سجلّ القراءة
do-toggle-read = جعله مقروءًا أو غير مقروء
do-all-read = جعل كل المعروض مقروءًا
do-star = وضع النجمة أو نزعها
do-browse = فتح المقال في المتصفّح
do-follow-link = فتح الرابط تحت المؤشر
do-link-by-number = فتح رابط برقمه، أو خبر ذي صلة
do-edit-fields = تعديل بيانات المقال
do-list-edit-fields = تعديل بيانات مقال من القائمة
do-block-kind = تغيير نوع الفقرة
do-remove = إزالة المقال
do-find = البحث في المقال
do-hit-next = نتيجة البحث التالية
do-hit-back = نتيجة البحث السابقة
do-filter = تصفية القائمة
do-clear-filter = إلغاء التصفية
do-which = غير المقروء، فذو النجمة، فالكل
do-sort = تغيير ترتيب القائمة
do-select = بدء التحديد
do-select-rows = تحديد سطور كاملة
do-select-again = التحديد السابق من جديد
do-swap-ends = الطرف الآخر من التحديد
do-quotation = تحديد ما بين علامتي الاقتباس
do-quotation-around = تحديد الاقتباس بعلامتيه
do-clause = تحديد العبارة
do-sentence = تحديد الجملة
do-paragraph = تحديد الفقرة
do-word = تحديد الكلمة
do-deselect = إلغاء التحديد
do-copy = نسخ المحدَّد أو الفقرة أو العنوان
do-cite = النسخ مع الاستشهاد
do-mark = وضع علامة بحرف على الموضع
do-to-mark = الذهاب إلى علامة بحرفها
do-other-pane = من القائمة إلى المقال أو العكس
do-pin-list = إبقاء القائمة أو طيّها
do-direction = تغيير اتجاه النص
do-clutter = إظهار الزوائد أو إخفاؤها
do-zen = النص وحده، أو الشاشة كلها
do-theme = المظهر التالي
do-settings = الإعدادات
do-help = المساعدة
do-palette = لوحة الأوامر
do-redraw = رسم الشاشة من جديد
do-suspend = إلى الخلفية
do-cancel = إيقاف العمل الجاري
do-leave = الخروج من حاشية
do-quit = الخروج من حاشية من أي موضع

# Tagging: the picker, notes, passages
tag-comma = ،
picker = وسم:
picker-takes = نزع:
picker-sticky = وسم متتابع:
picker-articles = وسم المقال كله:
picker-new = وسم جديد: «{ $name }»
picker-all = كل الوسوم
picker-passage = المقطع نفسه
picker-empty = دليل الوسوم خالٍ؛ اسم الوسم الأول يُكتب هنا، وEnter ينشئه.
picker-bears-none = لا وسم على هذا المقطع.
picker-type = لا وسم مختارًا؛ يُكتب اسمه أو يُختار بالسهمين.
picker-keys = Enter وسم | Tab عدة وسوم | Ctrl-v بعبارة المقطع | Esc إلغاء
picker-aim-keys = Enter وسم | { $widen } للتوسيع | Tab عدة وسوم | Ctrl-v بعبارة المقطع | Esc إلغاء
picker-takes-keys = Enter نزع | Esc إلغاء
tag-uses = { PLURAL($count) ->
    [zero] لم يُستعمل
    [one] مقطع واحد
    [two] مقطعان
    [few] { $count } مقاطع
    [many] { $count } مقطعًا
   *[other] { $count } مقطع
}
note-on-passage = ملاحظة على المقطع
note-on-article = ملاحظة على المقال كله
note-on-tag = معنى الوسم ومتى يُعطى
note-keys = Esc حفظ | Ctrl-e في المحرر | Ctrl-c إلغاء
note-left = بقيت الملاحظة كما كانت؛ وما كُتب يعود بفتحها من جديد.
rows-more = … +{ $count }
nth-passage = المقطع { $nth } من { $of }
count-passages = { PLURAL($count) ->
    [zero] لا مقاطع
    [one] مقطع واحد
    [two] مقطعان
    [few] { $count } مقاطع
    [many] { $count } مقطعًا
   *[other] { $count } مقطع
}
no-passage-here = لا مقطع عند المؤشر.
one-passage-here = لا مقطع غيره عند المؤشر.
no-passages = لا مقاطع في هذا المقال بعد.
first-passage = لا مقطع قبله في هذا المقال.
last-passage = لا مقطع بعده في هذا المقال.
no-last-tags = لم يُعطَ وسم بعد.
no-favourite = لا وسم لهذا الرقم.
nothing-to-tag = لا نص هنا يُوسم.
bounds-taken = حدود المقطع بين اليدين: الحركة تنقلها، وEnter يحفظها.
no-bounds = لا مقطع تُنقل حدوده؛ يُبدأ بـv على مقطع.
sticky = الوسم المتتابع: المسافة تسم الموضع وتمضي إلى ما بعده، وEsc ينهيه.
sticky-ended = انتهى الوسم المتتابع.
done = تمّ: { $what }.
undone = تُراجع عن: { $what }.
undone-before = تُراجع عن: { $what }. وتُرك على حاله: { $left }.
redone = أُعيد: { $what }.
nothing-to-undo = لا شيء يُتراجع عنه.
nothing-else-to-undo = لم يبقَ ما يُتراجع عنه سوى ما تُرك على حاله: { $left }.
nothing-to-redo = لا شيء يُعاد.
undo-changed = تغيّر بعد ذلك ما مسّه هذا التغيير: { $what }. لم يُغيَّر شيء.
undo-stuck = تعذّر التراجع لتغيّر طرأ بعده ({ $keys } مرة أخرى لتجاوزه): { $what }.
confirm-about-change = { $coder ->
    [none] { $what } ({ $when })
   *[other] { $what } ({ $coder }، { $when })
}
menu-confirm-undo = التغيير الأخير من جلسة أخرى
confirm-leave-done = لا، يبقى
confirm-undo = نعم، تراجع عنه
confirm-leave-undone = لا، يبقى كما هو
confirm-redo = نعم، إعادة
change-mark = تعليم المقطع «{ $name }»
change-bound = نقل حدود المقطع «{ $name }»
change-tag = { PLURAL($count) ->
    [zero] الوسم
    [one] وسم «{ $name }»
    [two] وسم مقطعين
    [few] وسم { $count } مقاطع
    [many] وسم { $count } مقطعًا
   *[other] وسم { $count } مقطع
}
change-untag = { PLURAL($count) ->
    [zero] نزع الوسم
    [one] نزع الوسم عن «{ $name }»
    [two] نزع الوسم عن مقطعين
    [few] نزع الوسم عن { $count } مقاطع
    [many] نزع الوسم عن { $count } مقطعًا
   *[other] نزع الوسم عن { $count } مقطع
}
change-note = ملاحظة على «{ $name }»
change-colour = { PLURAL($count) ->
    [zero] اللون
    [one] لون «{ $name }»
    [two] لون مقطعين
    [few] لون { $count } مقاطع
    [many] لون { $count } مقطعًا
   *[other] لون { $count } مقطع
}
change-join = دمج المقاطع في «{ $name }»
change-delete = { PLURAL($count) ->
    [zero] حذف المقاطع
    [one] حذف المقطع «{ $name }»
    [two] حذف مقطعين
    [few] حذف { $count } مقاطع
    [many] حذف { $count } مقطعًا
   *[other] حذف { $count } مقطع
}
change-tag-articles = { PLURAL($count) ->
    [zero] وسم المقالات
    [one] وسم المقال «{ $name }»
    [two] وسم مقالين
    [few] وسم { $count } مقالات
    [many] وسم { $count } مقالًا
   *[other] وسم { $count } مقال
}
change-untag-articles = { PLURAL($count) ->
    [zero] نزع الوسم عن المقالات
    [one] نزع الوسم عن المقال «{ $name }»
    [two] نزع الوسم عن مقالين
    [few] نزع الوسم عن { $count } مقالات
    [many] نزع الوسم عن { $count } مقالًا
   *[other] نزع الوسم عن { $count } مقال
}
change-note-article = ملاحظة على المقال «{ $name }»
change-work = { PLURAL($count) ->
    [zero] حال العمل
    [one] حال العمل في «{ $name }»
    [two] حال العمل في مقالين
    [few] حال العمل في { $count } مقالات
    [many] حال العمل في { $count } مقالًا
   *[other] حال العمل في { $count } مقال
}
change-relate = الصلة بالمقال «{ $name }»
change-new-tag = الوسم الجديد «{ $name }»
change-rename = إعادة تسمية الوسم «{ $name }»
change-merge = دمج الوسم «{ $name }»
change-move = نقل الوسم «{ $name }»
change-split = تقسيم الوسم «{ $name }»
change-delete-tag = حذف الوسم «{ $name }»
change-describe = معنى الوسم «{ $name }»
change-paint = لون الوسم «{ $name }»
change-pin = مفتاح الوسم «{ $name }»
change-import = { PLURAL($count) ->
    [zero] الاستيراد
    [one] استيراد المقطع «{ $name }»
    [two] استيراد مقطعين
    [few] استيراد { $count } مقاطع
    [many] استيراد { $count } مقطعًا
   *[other] استيراد { $count } مقطع
}
change-edit = { PLURAL($count) ->
    [zero] تحرير البيانات
    [one] تحرير بيانات «{ $name }»
    [two] تحرير بيانات مقالين
    [few] تحرير بيانات { $count } مقالات
    [many] تحرير بيانات { $count } مقالًا
   *[other] تحرير بيانات { $count } مقال
}
change-kind = نوع سطر في «{ $name }»
change-read = { PLURAL($count) ->
    [zero] علامة القراءة
    [one] علامة القراءة على «{ $name }»
    [two] علامة القراءة على مقالين
    [few] علامة القراءة على { $count } مقالات
    [many] علامة القراءة على { $count } مقالًا
   *[other] علامة القراءة على { $count } مقال
}
change-star = { PLURAL($count) ->
    [zero] النجمة
    [one] نجمة «{ $name }»
    [two] نجمة مقالين
    [few] نجمة { $count } مقالات
    [many] نجمة { $count } مقالًا
   *[other] نجمة { $count } مقال
}
change-remove = { PLURAL($count) ->
    [zero] إزالة المقالات
    [one] إزالة «{ $name }»
    [two] إزالة مقالين
    [few] إزالة { $count } مقالات
    [many] إزالة { $count } مقالًا
   *[other] إزالة { $count } مقال
}
hint-tag = وسم
hint-untag = نزع الوسم
hint-note = ملاحظة
hint-next-passage = المقطع التالي
hint-tag-unit = وسم والتالي
hint-end-sticky = إنهاء
group-tag = الوسم والملاحظات
do-tag = وسم المحدَّد أو المقطع أو الجملة
do-untag = نزع وسم عن المقطع، أو حذفه
do-tag-again = إعطاء آخر الوسوم من جديد
do-favourite-tag = إعطاء وسم مفضل برقمه
do-sticky-tag = الوسم المتتابع، أو إنهاؤه
do-tag-unit = وسم الموضع والمضي إلى ما بعده
do-end-sticky = إنهاء الوسم المتتابع
do-note = كتابة ملاحظة في الهامش
do-store-bounds = حفظ حدود المقطع
do-next-passage = المقطع التالي
do-previous-passage = المقطع السابق
do-other-passage = المقطع الآخر من المتداخلين
do-undo = تراجع عن آخر تغيير
do-redo = إعادة ما تُراجع عنه
page-passages = المقاطع
count-marked = { PLURAL($count) ->
    [zero] لا شيء محدَّد
    [one] مقطع محدَّد
    [two] مقطعان محدَّدان
    [few] { $count } مقاطع محدَّدة
    [many] { $count } مقطعًا محدَّدًا
   *[other] { $count } مقطع محدَّد
}
standing-placed = في موضعه
standing-moved = انتقل مع تغيّر النص
standing-orphan = بلا موضع
of-this-article = في هذا المقال
passages-none-yet = لا مقاطع بعد. أثناء القراءة: v للتحديد، وt للوسم، وa لكتابة ملاحظة في الهامش.
passages-none-such = لا مقطع كهذا؛ Esc يُظهر المقاطع كلها.
untagged = بلا وسم
prompt-passages = كلمات أو #وسم أو -#وسم:
ordered-by-tag = المقاطع بحسب الوسم
ordered-by-time = المقاطع الأحدث أولًا
ordered-by-article = المقاطع بحسب المقال
join-needs-more = يُدمج مقطعان فأكثر؛ تحديدها بالمسافة.
menu-confirm-deed = مراجعة قبل التغيير
confirm-do = نعم
confirm-join = { PLURAL($count) ->
    [zero] دمج المقاطع؟
    [one] دمج مقطع؟
    [two] دمج مقطعين في واحد؟
    [few] دمج { $count } مقاطع في واحد؟
    [many] دمج { $count } مقطعًا في واحد؟
   *[other] دمج { $count } مقطع في واحد؟
}
confirm-delete = { PLURAL($count) ->
    [zero] حذف المقاطع؟
    [one] حذف مقطع بوسومه وملاحظته؟
    [two] حذف مقطعين بوسومهما وملاحظاتهما؟
    [few] حذف { $count } مقاطع بوسومها وملاحظاتها؟
    [many] حذف { $count } مقطعًا بوسومها وملاحظاتها؟
   *[other] حذف { $count } مقطع بوسومها وملاحظاتها؟
}
hint-go-to-passage = الموضع
hint-mark-passage = تحديد
hint-tag-passages = وسم
hint-passages-with = تصفية
hint-group-passages = الترتيب
hint-leave-page = رجوع
do-passages = صفحة المقاطع كلها
do-go-to-passage = الذهاب إلى موضع المقطع
do-mark-passage = تحديد المقطع لما يلي
do-tag-passages = وسم المقاطع المحدَّدة
do-untag-passages = نزع وسم عنها، أو حذفها
do-passage-note = كتابة ملاحظة المقطع
do-join-passages = دمج المقاطع المحدَّدة
do-delete-passages = حذف المقاطع المحدَّدة
do-group-passages = ترتيب المقاطع
do-passages-with = تصفية المقاطع بكلمات
do-orphans = المقاطع التي بلا موضع
do-passages-here = مقاطع هذا المقال وحدها
do-all-passages = المقاطع كلها من جديد، أو رجوع
do-leave-page = رجوع من الصفحة
do-page-of-rows-down = صفحة إلى الأمام
do-page-of-rows-up = صفحة إلى الوراء
old-version = صيغة سابقة من المقال كما كانت عند تعليم المقطع؛ q للرجوع.
attach = إعادة التثبيت: تحديد الكلمات بـv ثم Enter.
do-attach-passage = إعادة تثبيت المقطع بتحديد كلماته

# التصدير والاستيراد
error-no-annotations = ليس في { $name } تعليقات؛ يُستورَد ما يكتبه «hashiya export --format json» وما يصدّره Hypothesis.
error-no-article-of = ليس في المكتبة مقال { $name }؛ بعد إضافته بالأمر «hashiya add» يمكن تكرار الاستيراد؛ لم يُستورَد شيء.
error-annotation-no-object = التعليق { $number } في { $name } ليس كائنًا؛ لم يُستورَد شيء.
error-annotation-no-target = التعليق { $number } في { $name } لا يذكر ما يتناوله (target)؛ لم يُستورَد شيء.
error-annotation-no-source = التعليق { $number } في { $name } لا يسمّي مقاله (source)؛ لم يُستورَد شيء.
error-annotation-no-quote = التعليق { $number } في { $name } لا يحمل الكلمات التي يتناولها (TextQuoteSelector ثم exact)؛ لم يُستورَد شيء.
error-annotation-selector = في التعليق { $number } من { $name } محدِّد (selector) ليس كائنًا؛ لم يُستورَد شيء.
error-annotation-body = في التعليق { $number } من { $name } متن (body) بلا نص؛ لم يُستورَد شيء.
error-annotation-field = في التعليق { $number } من { $name } حقل فيه غيرُ النص؛ لم يُستورَد شيء.
error-annotation-time = في التعليق { $number } من { $name } وقت ليس بصيغة ISO 8601 (مثل 2025-06-20T17:00:00Z)؛ لم يُستورَد شيء.
error-annotation-tag = في التعليق { $number } من { $name } وسم ليس نصًّا؛ لم يُستورَد شيء.
error-annotation-term = في دليل الوسوم من { $name } وسم بلا معرّف أو بلا اسم، أو فيه غيرُ النص؛ لم يُستورَد شيء.
error-annotation-label = في قائمة المقالات من { $name } مقال بلا معرّف، أو فيه غيرُ النص؛ لم يُستورَد شيء.
error-annotation-tag-name = في التعليق { $number } من { $name } وسم لا يصلح اسمه: فارغ، أو فيه محرف تحكّم، أو أطول من 200 محرف؛ لم يُستورَد شيء.
about-export = كتابة المقاطع والوسوم والملاحظات بصيغ مفتوحة
about-import = استيراد التعليقات: ما كتبه التصدير، وتعليقات W3C، وما يصدّره Hypothesis
arg-format = الصيغة: json أو csv أو md؛ والاستيراد يقرأ json
arg-output = الملف المكتوب؛ ومع md مجلد أيضًا (DIR/)، لكل مقال ملف
arg-excel = csv بعلامة ترتيب البايتات التي يحتاجها Excel
arg-file = الملف، أو - للدخل القياسي
export-kept = { PLURAL($count) ->
    [zero] لم يُغيَّر شيء باليد في { $name }.
    [one] بقي على حاله جزء غُيّر باليد في { $name }.
    [two] بقي على حالهما جزءان غُيّرا باليد في { $name }.
    [few] بقيت على حالها { $count } أجزاء غُيّرت باليد في { $name }.
    [many] بقي على حاله { $count } جزءًا غُيّر باليد في { $name }.
   *[other] بقي على حاله { $count } جزء غُيّر باليد في { $name }.
}
imported = { PLURAL($count) ->
    [zero] لم يُستورَد أي مقطع.
    [one] استُورد مقطع واحد.
    [two] استُورد مقطعان.
    [few] استُوردت { $count } مقاطع.
    [many] استُورد { $count } مقطعًا.
   *[other] استُورد { $count } مقطع.
}
import-orphans = { PLURAL($count) ->
    [zero] لها جميعًا موضعها.
    [one] منها مقطع واحد بلا موضع: ليست كلماته في مقاله (يسرده «hashiya passages --state orphan»).
    [two] منها مقطعان بلا موضع: ليست كلماتهما في مقاليهما (يسردهما «hashiya passages --state orphan»).
    [few] منها { $count } مقاطع بلا موضع: ليست كلماتها في مقالاتها (يسردها «hashiya passages --state orphan»).
    [many] منها { $count } مقطعًا بلا موضع: ليست كلماتها في مقالاتها (يسردها «hashiya passages --state orphan»).
   *[other] منها { $count } مقطع بلا موضع: ليست كلماتها في مقالاتها (يسردها «hashiya passages --state orphan»).
}
import-unchanged = { PLURAL($count) ->
    [zero] لم يكن أي تعليق موجودًا من قبل.
    [one] كان تعليق واحد موجودًا من قبل.
    [two] كان تعليقان موجودين من قبل.
    [few] كانت { $count } تعليقات موجودة من قبل.
    [many] كان { $count } تعليقًا موجودًا من قبل.
   *[other] كان { $count } تعليق موجودًا من قبل.
}
import-tags = { PLURAL($count) ->
    [zero] لا وسوم جديدة.
    [one] وسم واحد جديد.
    [two] وسمان جديدان.
    [few] { $count } وسوم جديدة.
    [many] { $count } وسمًا جديدًا.
   *[other] { $count } وسم جديد.
}
import-articles = { PLURAL($count) ->
    [zero] لا مقالات لها وسوم أو ملاحظات جديدة على المقال كله.
    [one] مقال واحد له وسوم أو ملاحظات جديدة على المقال كله.
    [two] مقالان لهما وسوم أو ملاحظات جديدة على المقال كله.
    [few] { $count } مقالات لها وسوم أو ملاحظات جديدة على المقال كله.
    [many] { $count } مقالًا له وسوم أو ملاحظات جديدة على المقال كله.
   *[other] { $count } مقال له وسوم أو ملاحظات جديدة على المقال كله.
}
import-skipped = { PLURAL($count) ->
    [zero] لم يُترَك أي رد على تعليق آخر.
    [one] تُرك رد واحد على تعليق آخر.
    [two] تُرك ردّان على تعليقات أخرى.
    [few] تُركت { $count } ردود على تعليقات أخرى.
    [many] تُرك { $count } ردًّا على تعليقات أخرى.
   *[other] تُرك { $count } رد على تعليقات أخرى.
}

# دليل الوسوم، والإحصاء، وما يقال عن المقال كله
page-codebook = دليل الوسوم
page-counts = إحصاء الوسوم
count-tags = { PLURAL($count) ->
    [zero] لا وسوم
    [one] وسم واحد
    [two] وسمان
    [few] { $count } وسوم
    [many] { $count } وسمًا
   *[other] { $count } وسم
}
column-passages = مقاطع
column-articles = مقالات
source-none = بلا مصدر
source-others = غيرها
codebook-none-yet = لا وسوم بعد؛ n لوسم جديد، وأثناء القراءة t للوسم.
codebook-none-such = لا وسم بهذا الاسم؛ Esc يُظهر الوسوم كلها.
counts-none = لا وسوم على المقاطع المعدودة هنا.
prompt-tags = وسوم:
prompt-new-tag = وسم جديد:
prompt-new-tag-below = وسم جديد تحت «{ $name }»:
prompt-rename-tag = الاسم الجديد للوسم «{ $name }»:
prompt-split-tag = وسمها بدلًا من «{ $name }»:
picker-merge = دمج في:
picker-move = نقل إلى ما تحت:
picker-top = رأس الدليل، بلا وسم أعلى
picker-none = لا وسم بهذا الاسم.
picker-with-all = بكل هذه الوسوم:
picker-with-any = بأحد هذه الوسوم:
picker-without = بلا هذه الوسوم:
picker-one-keys = Enter اختيار | Esc إلغاء
picker-several-keys = Enter اختيار | Tab عدة وسوم | Esc إلغاء
confirm-merge = دمج «{ $name }» في «{ $other }»، فيكون الثاني على كل ما عليه الأول؟
confirm-delete-tag = حذف الوسم «{ $name }»؟ ما عليه من وسوم أخرى يبقى.
confirm-tag-passages = { PLURAL($count) ->
    [zero] ليس على أي مقطع.
    [one] هو على مقطع واحد.
    [two] هو على مقطعين.
    [few] هو على { $count } مقاطع.
    [many] هو على { $count } مقطعًا.
   *[other] هو على { $count } مقطع.
}
confirm-tag-articles = { PLURAL($count) ->
    [zero] ليس في أي مقال.
    [one] هو في مقال واحد.
    [two] هو في مقالين.
    [few] هو في { $count } مقالات.
    [many] هو في { $count } مقالًا.
   *[other] هو في { $count } مقال.
}
confirm-tag-below = { PLURAL($count) ->
    [zero] لا وسوم تحته.
    [one] تحته وسم واحد ينتقل معه.
    [two] تحته وسمان ينتقلان معه.
    [few] تحته { $count } وسوم تنتقل معه.
    [many] تحته { $count } وسمًا تنتقل معه.
   *[other] تحته { $count } وسم تنتقل معه.
}
split = { $mark } لتحديد المقاطع، ثم { $keys } لوسم جديد يحلّ فيها محلّ هذا.
split-nothing = ليس هذا الوسم على أي مقطع.
split-of-one = يُقسَّم الوسم حين تُعرض مقاطعه وحده، لا وسوم أخرى معه.
pin-taken = يبقى t بلا وسم: به يوسَّع الموسوم عند اختيار الوسوم.
pin-letter = المنتظر حرف أو رقم، أو مسافة لنزعه.
menu-sheet = المقال كله
sheet-tags = الوسوم
sheet-note = الملاحظة
sheet-work = حال العمل
work-none = غير محدَّدة
work-to-code = بانتظار الترميز
work-in-progress = قيد الترميز
work-coded = تمّ ترميزه
hint-codebook = دليل الوسوم
hint-passages-of-tag = المقاطع
hint-new-tag = جديد
hint-rename-tag = إعادة تسمية
hint-merge-tag = دمج
hint-describe-tag = المعنى
hint-find-tag = تصفية
hint-passages-counted = المقاطع
do-with-all = مقاطع تحمل كل الوسوم المختارة
do-with-any = مقاطع تحمل أحد الوسوم المختارة
do-without = مقاطع لا تحمل الوسوم المختارة
do-untagged = مقاطع بلا أي وسم
do-split-passages = وسم آخر للمقاطع المحدَّدة
do-codebook = دليل الوسوم
do-passages-of-tag = المقاطع التي عليها الوسم
do-new-tag = وسم جديد بجانب هذا
do-new-tag-below = وسم جديد تحت هذا
do-rename-tag = إعادة تسمية الوسم
do-merge-tag = دمج الوسم في وسم آخر
do-move-tag = نقل الوسم إلى ما تحت وسم آخر
do-split-tag = تقسيم الوسم
do-delete-tag = حذف الوسم
do-paint-tag = اللون التالي للوسم
do-describe-tag = كتابة معنى الوسم
do-pin-tag = حرف يعطي الوسم
do-find-tag = تصفية دليل الوسوم
do-all-tags = الوسوم كلها من جديد، أو رجوع
do-counts = إحصاء بحسب الوسم والمصدر
do-passages-counted = المقاطع المعدودة هنا
do-leave-counts = رجوع من الإحصاء
do-sheet = وسوم المقال وملاحظته والعمل عليه
tagged = وُسم «{ $quote }»: { $tags }
nothing-changed = لم يتغيّر شيء: كان كذلك من قبل.
bounds-same = لم تتغيّر الحدود.
hint-store-bounds = حفظ الحدود
hint-reselect = تحديد جديد
do-reselect = تحديد آخر داخل المقطع
attach-placed = للمقطع موضع؛ v عليه في المقال ينقل حدوده.
version-old = صيغة سابقة
text-changed = { PLURAL($count) ->
    [zero] تغيّر نص المقال، والمقاطع كلها في مواضعها.
    [one] تغيّر نص المقال؛ صار مقطع واحد بلا موضع، وهو في صفحة المقاطع.
    [two] تغيّر نص المقال؛ صار مقطعان بلا موضع، وهما في صفحة المقاطع.
    [few] تغيّر نص المقال؛ صارت { $count } مقاطع بلا موضع، وهي في صفحة المقاطع.
    [many] تغيّر نص المقال؛ صار { $count } مقطعًا بلا موضع، وهي في صفحة المقاطع.
   *[other] تغيّر نص المقال؛ صار { $count } مقطع بلا موضع، وهي في صفحة المقاطع.
}
quoted = «{ $quote }»

## ذو الصلة

before-day = { PLURAL($count) ->
    [zero] في اليوم نفسه
    [one] قبله بيوم
    [two] قبله بيومين
    [few] قبله بـ{ $count } أيام
    [many] قبله بـ{ $count } يومًا
   *[other] قبله بـ{ $count } يوم
}
before-month = { PLURAL($count) ->
    [zero] في الشهر نفسه
    [one] قبله بشهر
    [two] قبله بشهرين
    [few] قبله بـ{ $count } أشهر
    [many] قبله بـ{ $count } شهرًا
   *[other] قبله بـ{ $count } شهر
}
before-year = { PLURAL($count) ->
    [zero] في السنة نفسها
    [one] قبله بسنة
    [two] قبله بسنتين
    [few] قبله بـ{ $count } سنوات
    [many] قبله بـ{ $count } سنة
   *[other] قبله بـ{ $count } سنة
}
after-day = { PLURAL($count) ->
    [zero] في اليوم نفسه
    [one] بعده بيوم
    [two] بعده بيومين
    [few] بعده بـ{ $count } أيام
    [many] بعده بـ{ $count } يومًا
   *[other] بعده بـ{ $count } يوم
}
after-month = { PLURAL($count) ->
    [zero] في الشهر نفسه
    [one] بعده بشهر
    [two] بعده بشهرين
    [few] بعده بـ{ $count } أشهر
    [many] بعده بـ{ $count } شهرًا
   *[other] بعده بـ{ $count } شهر
}
after-year = { PLURAL($count) ->
    [zero] في السنة نفسها
    [one] بعده بسنة
    [two] بعده بسنتين
    [few] بعده بـ{ $count } سنوات
    [many] بعده بـ{ $count } سنة
   *[other] بعده بـ{ $count } سنة
}
same-day = في اليوم نفسه
same-month = في الشهر نفسه
same-year = في السنة نفسها
related = أخبار ذات صلة
related-to = أخبار ذات صلة بـ«{ $title }»
related-to-passage = أخبار ذات صلة بالمقطع «{ $quote }»
related-apart = ليس ذا صلة بـ«{ $title }»
related-none-here = لا خبر في المكتبة ذا صلة بهذا.
also-printed = نُشر أيضًا في { $names }
related-none-such = لا خبر ذا صلة على الصفة المختارة أعلاه.
related-none-apart = لم يوصف أي خبر بأنه ليس ذا صلة بهذا.
related-no-index = الفهرس قيد الإعداد، وتظهر الأخبار ذات الصلة فور تمامه.
related-waiting = البحث جارٍ عمّا له صلة…
related-behind = { PLURAL($count) ->
    [zero] كل مقالات المكتبة في الفهرس.
    [one] مقال واحد في المكتبة لم يدخل الفهرس بعدُ، فلا يظهر هنا ما فيه.
    [two] مقالان في المكتبة لم يدخلا الفهرس بعدُ، فلا يظهر هنا ما فيهما.
    [few] { $count } مقالات في المكتبة لم تدخل الفهرس بعدُ، فلا يظهر هنا ما فيها.
    [many] { $count } مقالًا في المكتبة لم تدخل الفهرس بعدُ، فلا يظهر هنا ما فيها.
   *[other] { $count } مقال في المكتبة لم تدخل الفهرس بعدُ، فلا يظهر هنا ما فيها.
}
nothing-to-select = لا يُحدَّد إلا نص المقال.
related-no-article = لا مقال مفتوحًا تكون له أخبار ذات صلة.
related-by-hand = صلة مثبتة باليد
also-more = { PLURAL($count) ->
    [zero] لم يُنشر ثانية
    [one] نُشر مرة أخرى
    [two] نُشر مرتين أخريين
    [few] نُشر { $count } مرات أخرى
    [many] نُشر { $count } مرة أخرى
   *[other] نُشر { $count } مرة أخرى
}
toggle-unread = غير مقروء
toggle-elsewhere = مصادر أخرى
toggle-before = قبله
toggle-after = بعده
toggle-tagged = من وسومه
toggle-near = الأقرب أولًا
toggle-date = بالتاريخ
not-related-done = لن يُذكر «{ $title }» هنا؛ للتراجع: { $keys }
related-told = صار ذكر «{ $title }» هنا ممكنًا؛ للتراجع: { $keys }
page-story = مسار القصة
story-none = لا مقال آخر في هذه القصة.
story-count = { PLURAL($count) ->
    [zero] بلا مقالات
    [one] مقال واحد
    [two] مقالان
    [few] { $count } مقالات
    [many] { $count } مقالًا
   *[other] { $count } مقال
}
hint-related = صلات
hint-story = القصة
hint-open-related = فتح
hint-not-related = ليس ذا صلة
hint-told-apart = ما ليس ذا صلة
hint-leave-related = رجوع
hint-open-told = فتح
do-related = الأخبار ذات الصلة في لوح
do-story = مسار القصة على الخط الزمني
do-open-related = فتح الخبر ذي الصلة
do-leave-related = الرجوع من الأخبار ذات الصلة
do-related-unread = ذو الصلة: غير المقروء وحده
do-related-elsewhere = ذو الصلة: المصادر الأخرى وحدها
do-related-before = ذو الصلة: ما قبله وحده
do-related-after = ذو الصلة: ما بعده وحده
do-related-tagged = ذو الصلة: ما له وسم من وسومه
do-related-order = ذو الصلة: بالقرب أو بالتاريخ
do-not-related = عدّه غير ذي صلة، أو الرجوع عنه
do-told-apart = ما وُصف بأنه ليس ذا صلة
do-open-told = فتح مقال من القصة
do-leave-story = الرجوع من مسار القصة

## البحث في المكتبة

page-search = البحث
prompt-search = بحث:
search-keys = Enter النتائج | Esc رجوع | ↑ ↓ ما سبق البحث عنه
count-found = { PLURAL($count) ->
    [zero] لا مقالات
    [one] مقال واحد
    [two] مقالان
    [few] { $count } مقالات
    [many] { $count } مقالًا
   *[other] { $count } مقال
}
count-first-found = { PLURAL($count) ->
    [zero] لا مقالات
    [one] أقرب مقال
    [two] أقرب مقالين
    [few] أقرب { $count } مقالات
    [many] أقرب { $count } مقالًا
   *[other] أقرب { $count } مقال
}
search-no-index = الفهرس قيد الإعداد، ويبدأ البحث فور تمامه.
search-none = لا نتائج: ليست هذه الكلمات في مقال ولا في ملاحظة ولا في وسم.
search-unread-date = لم يُقرأ تاريخًا: { $dates }
search-behind = { PLURAL($count) ->
    [zero] المقالات كلها في الفهرس
    [one] مقال واحد ليس في الفهرس بعد
    [two] مقالان ليسا في الفهرس بعد
    [few] { $count } مقالات ليست في الفهرس بعد
    [many] { $count } مقالًا ليست في الفهرس بعد
   *[other] { $count } مقال ليست في الفهرس بعد
}
search-form-words = ضريبة ميناء
search-says-words = هذه الكلمات كلها، أيًّا كان رسمها وتصريفها
search-form-exact = «الميناء القديم»
search-says-exact = هذه الكلمات بهذا الترتيب
search-form-spelled = =على
search-says-spelled = هذا الرسم دون غيره
search-form-not = -ضريبة
search-says-not = بلا هذه الكلمة
search-form-fields = عنوان:ميناء مصدر:رويترز
search-says-fields = في العنوان؛ من هذا المصدر
search-form-own = وسم:تجارة ملاحظة:ميناء
search-says-own = تحت هذا الوسم؛ في ملاحظة
search-form-dates = بعد:2024 قبل:20 يونيو 2025
search-says-dates = في هذه الأيام
found-in-note = ملاحظة
found-in-sheet = ملاحظة على المقال
found-next = { $nth } من { $of }: { $title }
last-found = هذا آخر مقال في نتائج البحث.
first-found = هذا أول مقال في نتائج البحث.
no-name-here = لا كلمة تحت المؤشر للبحث عنها.
no-mention = لا مقال آخر يذكر «{ $text }».
hint-open-found = فتح
hint-search-again = بحث
do-search = البحث في المقالات كلها
do-mention = المقال التالي الذي يذكر الاسم
do-open-found = فتح النتيجة عند موضعها
do-search-again = الكتابة في سطر البحث
do-leave-search = رجوع من البحث
hint-relate-found = ذو صلة
do-relate-found = جعل النتيجة ذات صلة بما قبل البحث
relate-no-article = لم يكن مقال مفتوحًا حين بدأ البحث؛ g/ أثناء القراءة للبحث عمّا له صلة به.
relate-itself = هذا هو المقال نفسه.

## كيف تُخدم الطرفية

menu-terminal = أيّ السطور سليم؟
do-terminal = أيّ السطور سليم في هذه الطرفية
terminal-hint = السطر السليم أوّله ١ في أقصى اليمين وآخره ٢٠٢٥ في أقصى اليسار، وحروفه متصلة كما تُكتب. رقمه يختاره؛ وإن سلمت سطور عدّة فالمعلَّم منها بالعلامة >، وإلا فأوّلها.
terminal-auto = بحسب التعرّف على الطرفية
terminal-keys = ١–٩ للاختيار | ٠ بحسب التعرّف | Esc للرجوع
terminal-chosen = طريقة خدمة هذه الطرفية من الآن «{ $way }»؛ والرجوع عنها بالرقم ٠.
terminal-unchosen = تُخدم هذه الطرفية بحسب التعرّف عليها.
terminal-given = تُخدم الآن هكذا؛ وعند البدء التالي يُقدَّم عليه --bidi أو HASHIYA_BIDI.
advice-kitty = يقلب kitty الكلمات بنفسه، فتُترك هنا الحركات: مع force_ltr yes في ملف kitty.conf تصلح طريقة «visual»، والحركات معها ظاهرة.
advice-konsole = إن كان اتجاه اليمين إلى اليسار معطّلًا في ملف Konsole الشخصي فهو لا يذكر ذلك، والصالحة حينئذ «visual».
advice-putty = الرقم الملاصق لحرف عن يمينه (2025م) يظهر في الجهة الأخرى منه، والفراغ المنسوخ محرف U+2800. ومع تفعيل الخيارين Disable Arabic text shaping وDisable bidirectional text display في Terminal > Features تصلح طريقة «visual».
advice-no-marks = لا تُظهر هذه الطرفية الحركات؛ أما الحروف فسليمة.
advice-hidden-marks = الحركات متروكة: لولا ذلك لأسقط foot الحروف التي تحملها.
advice-passthrough = على tmux أن يمرّر ما يعطّل ترتيب mlterm: السطر set -g allow-passthrough on في tmux.conf، أو use_ctl=false في ‎~/.mlterm/main.
advice-mlterm-font = إن ظهرت مربعات بدل الحروف: في ‎~/.mlterm/aafont يلزم خط فيه أشكال العرض العربية مثل DejaVu Sans Mono.
advice-old-tmux = يذكر tmux اسم الطرفية التي يُعرض فيها بدءًا من 3.2؛ وهذا أقدم.
advice-hidden = لا يُعرف اسم ما يُعرض هذا فيه: في PuTTY تصلح «blank»، وفي qterminal تصلح «tint»، وفي طرفية بلا ترتيب «visual».
advice-iterm = إن كان دعم اليمين إلى اليسار مفعّلًا في iTerm2 فالصالحة «blank»، وهو لا يذكر ذلك.
advice-choose = لا يُعرف هل ترتّب هذه الطرفية العربية بنفسها: الاختيار من السطور لما يُقرأ سليمًا.
advice-console = لا تُظهر الشاشة النصية إلا حروف خطّها: يحمّل setfont خطًّا فيه أشكال العرض العربية.
advice-font = إن تباعدت الحروف أو تراكبت فخط الطرفية بلا عربية: يصلحها خط ثابت العرض فيه أشكال العرض مثل DejaVu Sans Mono.
