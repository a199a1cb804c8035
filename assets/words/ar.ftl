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
error-bad-span = لا كلمات في المقال { $name } من { $start } إلى { $end }؛ عرض نصّه ومواضعه بالأمر hashiya show --json.
error-bad-tag-name = { $why ->
    [control] اسم الوسم حروف وعلامات ظاهرة؛ لا يصلح فيه سطر جديد ولا غيره من علامات التحكّم.
    [long] هذا أطول من حدّ اسم الوسم؛ يلزم اسم أقصر.
   *[empty] لا بدّ للوسم من اسم فيه حرف على الأقل.
  }
error-tag-exists = اسم «{ $name }» لوسم آخر؛ دمج الوسمين بالأمر hashiya tags merge.
error-tag-cycle = الوسم «{ $parent }» هو «{ $name }» نفسه أو تحته؛ يلزم موضع آخر.
error-not-touching = لا يُدمج إلا مقاطع مقال واحد متداخلة أو متلاصقة؛ توسيع أحدها قد يكفي.
error-long-note = حدّ الملاحظة { $limit } ميبيبايت؛ يلزم اختصارها.
error-no-such-version = لا صيغة رقمها { $number } لهذا المقال؛ عرض الحالية بالأمر hashiya show --json.
error-no-such-passage = لا مقطع باسم «{ $name }»؛ عرض المقاطع ومعرّفاتها بالأمر hashiya passages.
error-no-such-tag = لا وسم باسم «{ $name }»؛ عرض الوسوم كلها بالأمر hashiya tags.
error-no-such-tag-near = لا وسم باسم «{ $name }» تمامًا؛ وهذه قريبة منه: { $near }
error-no-such-backup = لا نسخة احتياطية اسمها «{ $name }»؛ وقائمتها بالأمر hashiya restore.
error-bad-backup = ليس { $path } نسخة احتياطية تمكن استعادتها ({ $why })؛ لم يتغيّر شيء، وقائمة النسخ بالأمر hashiya restore.

## خطأ في الاستعمال

usage-unknown = «{ $argument }» غير معروف هنا؛ عرض المعروف بالأمر hashiya --help.
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
undated = بلا تاريخ

## الفحص

doctor-terminal = الطرفية { $name } (TERM={ $term }).
doctor-unnamed = لا تذكر الطرفية اسمها (TERM={ $term }).
doctor-no-terminal = ليس الخرج طرفية.
doctor-asked = طريقة خدمتها «{ $strategy }»، بحسب الطلب.
doctor-environment = طريقة خدمتها «{ $strategy }»، بحسب متغيّرات البيئة.
doctor-answers = طريقة خدمتها «{ $strategy }»، بحسب أجوبتها.
doctor-tmux = طريقة خدمتها «{ $strategy }»، بحسب ما يقوله tmux عمّا يُعرض فيه.
doctor-unknown = طريقة خدمتها «{ $strategy }»، إذ لا يُعرف عنها شيء.
doctor-samples = إن كان غير المختار من هذه السطور أسلم قراءةً، فاسمه للخيار --bidi:
doctor-sample = قال «المُهندس» إن 25% من (Rust 1.80) صدر في ٢٠٢٥.
doctor-library = { PLURAL($count) ->
    [zero] المكتبة { $path } سليمة، ولا مقالات فيها.
    [one] المكتبة { $path } سليمة، وفيها مقال واحد.
    [two] المكتبة { $path } سليمة، وفيها مقالان.
    [few] المكتبة { $path } سليمة، وفيها { $count } مقالات.
    [many] المكتبة { $path } سليمة، وفيها { $count } مقالًا.
   *[other] المكتبة { $path } سليمة، وفيها { $count } مقال.
}
doctor-no-library = لا مكتبة بعدُ في { $path }.
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
about-edit = ضبط حقول باليد؛ تبقى بعد كل استيراد
about-config = عرض الإعدادات، أو ضبط واحد منها
about-remove = إخفاء مقالات بكل علاماتها
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
arg-json = طباعة وثيقة JSON واحدة
arg-count = أكبر عدد
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
hint-cite = استشهاد
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
keys-no-command = في ملف المفاتيح أمر لا وجود له: «{ $name }».
keys-unreadable = «{ $keys }» ليست مفاتيح معروفة؛ فلا أثر لها في الأمر { $name }.
keys-taken = المفاتيح «{ $keys }» الآن للأمر { $name }؛ وفقد الأمر { $other } ما يعارضها من مفاتيحه.
too-small = النافذة صغيرة؛ أقل حجم لها { $width }×{ $height }.

## الصفحات

menu-help = المساعدة
menu-palette = لوحة الأوامر
menu-settings = الإعدادات
menu-fields = بيانات المقال
menu-kinds = نوع هذه الفقرة
menu-confirm = إزالة هذا المقال بكل علاماته؟
menu-confirm-read = جعل كل المعروض مقروءًا؟
menu-confirm-keys = y نعم | n لا | Enter للاختيار | Esc للرجوع
confirm-leave-unread = لا، يبقى كما هو
confirm-read = نعم، صار كله مقروءًا
menu-command-keys = Enter للتنفيذ | / للتصفية | Esc للرجوع
pending-keys = تتمة المفتاح في الأعلى | Esc للإلغاء
menu-keys = Enter للاختيار | / للتصفية | Esc للرجوع
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
value-empty = بلا قيمة
value-auto = تلقائي
value-on = نعم
value-off = لا
value-all = كلها
value-none = لا شيء
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
do-link-by-number = فتح الرابط الذي كُتب رقمه
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
