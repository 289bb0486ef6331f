# متابعة الطلب.

cases-reference = رقمك المرجعي:
cases-now = أين وصل الطلب الآن
cases-promised = موعدنا لك
cases-owner = مع من هو
cases-next-action = خطوتنا التالية بحلول
cases-next-action-past = كنا ننوي القيام بالخطوة التالية بحلول
cases-next-past = { $next }. لقد مضى هذا اليوم.
cases-place = المكان
cases-outcome = النتيجة
cases-late = لقد تأخرنا. قلنا إننا سننجز هذا بحلول { $due } ولم نفعل. نعتذر منك. وسنخبرك بموعد جديد.
cases-stale = لم يتقدم هذا كما ينبغي. كنا ننوي القيام بالخطوة التالية بحلول { $next }. ويرى رئيس الفريق ذلك أيضًا.
cases-promise-replaced = كنا قد قلنا قبل ذلك { $due }.
cases-owner-team = الفريق: { $team }
cases-owner-person = { $person }، { $team }
cases-with = مع من أيضًا
cases-with-asked = طلبنا من { $name } إنجاز هذا في { $since }. لم يصلنا جوابهم بعد.
cases-with-accepted = تتولى { $name } هذا نيابة عنا منذ { $since }. رقمه عندهم { $reference }.
cases-with-planned = تتولى { $name } هذا نيابة عنا، وتنوي إنجازه في { $date }. رقمه عندهم { $reference }.
cases-with-started = تتولى { $name } هذا نيابة عنا، وقد بدأت العمل. رقمه عندهم { $reference }.
cases-with-delayed = تتولى { $name } هذا نيابة عنا، وقد تأخرت. الموعد الجديد { $date }. رقمه عندهم { $reference }.
cases-with-messages = ما تكتبونه لنا هنا يصل إلى { $name } أيضًا ما دام الأمر عندهم.
cases-undated = لا نعرف متى أُبلغ عن هذا أول مرة. التاريخ المعروض هو يوم وصوله إلينا.

cases-answers = ما أخبرتنا به
cases-contact-way = وسيلة التواصل معي
cases-contact-way-email = البريد الإلكتروني
cases-contact-way-text = رسالة نصية
cases-contact-way-call = مكالمة هاتفية
cases-contact-way-letter = رسالة بالبريد
cases-contact-way-none = لا تتواصلوا معي
cases-contact-address = عنوان الرسائل البريدية

cases-status-open = نعمل عليه
cases-status-waiting = نحتاج شيئًا منك
cases-status-decided = اتخذنا القرار
cases-status-passed-on = ليس من عملنا
cases-status-closed = انتهى
cases-status-withdrawn = سحبته
cases-status-words-open = على أحد موظفينا القيام بالخطوة التالية. ليس عليك فعل شيء.
cases-status-words-waiting = سألناك سؤالًا. يرجى الإجابة أدناه.
cases-status-words-decided = اتخذنا القرار. يمكنك قراءة النتيجة أدناه. وقد يبقى بعض العمل.
cases-status-words-passed-on = هذا ليس من عملنا. أحلناه إلى { $to }. يرجى سؤالهم عن تقدمه.
cases-status-words-not-passed-on = هذا ليس من عملنا، ولا نستطيع إحالته. يرجى إبلاغ { $to } بنفسك. { $how }
cases-status-words-closed = انتهينا من هذا.
cases-status-words-withdrawn = لقد سحبت هذا الطلب. لن نفعل شيئًا آخر.

cases-messages = الرسائل
cases-messages-none = لا توجد رسائل بعد.
cases-messages-older = عرض الرسائل الأقدم
cases-message-new = جديدة
cases-message-title = اكتب إلينا
cases-message-label = اكتب إلينا عن هذا الطلب
cases-message-send = إرسال الرسالة
cases-message-kept = تُرسَل هذه معها
cases-message-file-again = لم يعد ملف أضفته من قبل محفوظًا هنا. اختره مرة أخرى.
cases-message-files = صور أو مستندات (يمكنك ترك هذا)
cases-message-empty = اكتب رسالتك
cases-done-message = وصلتنا رسالتك.
cases-done-withdrawn = لقد سحبت هذا الطلب.
cases-done-reopened = فتحنا هذا الطلب من جديد.

cases-happened = ما الذي حدث
cases-older = عرض ما حدث قبل ذلك

cases-event-opened-for = ملأناه نيابةً عنك كما طلبت
cases-event-opened = وصلنا الطلب
cases-event-imported = نُقل من قائمة أخرى
cases-event-joined = أبلغ شخص آخر عن الأمر نفسه
cases-event-joined-you = أبلغت أنت عنه أيضًا
cases-event-joined-again = أبلغ الشخص نفسه عنه مرة أخرى
cases-event-passed-on = استُلم؛ ليس من عملنا
cases-event-assigned-team = سُلّم إلى { $team }
cases-event-assigned-person = سُلّم إلى { $person } في { $team }
cases-event-handed-over = طُلب من { $name } إنجازه
cases-event-handed-taken-back = استُعيد من { $name }
cases-event-handed-accepted = قبلته { $name }. رقمه عندهم { $reference }
cases-event-handed-refused = لا تستطيع { $name } إنجازه. نبحث عن طريقة أخرى
cases-event-handed-planned = تنوي { $name } إنجازه في { $date }
cases-event-handed-started = بدأت { $name } العمل
cases-event-handed-delayed = تأخرت { $name }. الموعد الجديد { $date }
cases-event-handed-done = انتهت { $name }: { $outcome }
cases-event-noted = ملاحظة
cases-event-messaged = رسالة
cases-event-messaged-email = رسالة بالبريد الإلكتروني
cases-event-messaged-post = رسالة بالبريد
cases-event-asked = طُرح سؤال
cases-event-called-rung = اتصلنا بك هاتفيا
cases-event-called-written = كتبنا إليك رسالة
cases-event-called-met = تحدثنا معك
cases-event-called-left-word = تركنا لك خبرا
cases-event-called-no-answer = اتصلنا بك ولم يجب أحد
cases-event-planned = الخطوة التالية بحلول { $due }
cases-event-promised = موعد جديد: { $due }
cases-event-late = أخبرنا بأننا تأخرنا
cases-event-decided = القرار: { $outcome }
cases-event-decided-delegated = القرار: { $outcome }، بموجب { $scheme } من لائحة التفويض
cases-on-the-spot-money = ، { $amount }
cases-event-closed = انتهى
cases-event-reopened = فُتح من جديد
cases-event-withdrawn = سُحب
cases-event-erased = أُزيلت هذه الكلمات.
cases-by-you = أنت
cases-by-council = المجلس
cases-by-resident = المقيم
cases-by-somebody = شخص آخر

cases-withdraw-heading = إذا لم تعد بحاجة إلى هذا
cases-withdraw-link = سحب الطلب
cases-withdraw-not = لا يمكن سحب هذا من هنا. يرجى الكتابة إلينا أو الاتصال بنا.
cases-withdraw-shared = أبلغ أشخاص آخرون عن الأمر نفسه، لذلك يبقى مفتوحًا.
cases-withdraw-title = سحب هذا الطلب
cases-withdraw-words = سنتوقف عن العمل عليه. { $days ->
    [one] يمكنك فتحه من جديد حتى نهاية الغد.
    [two] يمكنك فتحه من جديد خلال يومين.
    [few] يمكنك فتحه من جديد خلال { $days } أيام.
    [many] يمكنك فتحه من جديد خلال { $days } يومًا.
   *[other] يمكنك فتحه من جديد خلال { $days } يوم.
}
cases-withdraw-for-good = سنتوقف عن العمل عليه. لا يمكنك فتحه من جديد بعد ذلك.
cases-withdraw-reason = لماذا؟ لا يلزمك أن تقول
cases-withdraw-button = سحب الطلب
cases-withdraw-keep = الإبقاء عليه
cases-reopen-heading = إذا لم يُحل الأمر
cases-reopen-heading-withdrawn = إذا احتجت إليه رغم ذلك
cases-reopen-until = يمكنك فتح هذا من جديد حتى { $until }.
cases-reopen-button = فتحه من جديد
cases-reopen-title = فتح هذا من جديد
cases-reopen-words = أخبرنا بما لم يُحل بعد. وسنعطيك موعدًا جديدًا.
cases-reopen-reason = ما الذي لم يُحل بعد؟
cases-reopen-empty = أخبرنا بما لم يُحل بعد
cases-reopen-send = فتحه من جديد
cases-appeal = إذا كنت لا توافق

cases-refused-ended = انتهى هذا الطلب. يجب فتحه من جديد أولًا.
cases-refused-live = هذا الطلب مفتوح بالفعل. يمكنك أن تكتب إلينا من صفحته.
cases-refused-withdraw = لم يعد من الممكن سحب هذا الطلب: أبلغ شخص آخر عن الأمر نفسه، أو انتهى الطلب. يرجى الكتابة إلينا من صفحته أو الاتصال بنا.
cases-refused-reopen = انتهت المهلة لفتح هذا الطلب من جديد. يرجى تقديم طلب جديد أو الاتصال بنا.

cases-received-title = وصلنا طلبك
cases-received-reference = رقمك المرجعي
cases-received-sent = أُرسل في { $when }
cases-received-next = ما الذي سيحدث بعد ذلك
cases-received-joined = سبق أن أخبرنا شخص آخر بهذا. أضفناك، وسنخبرك عندما يكون هناك جديد.
cases-received-due = نعدك بإنجاز هذا بحلول { $due }.
cases-received-email = أرسلنا نسخة إلى { $to }.
cases-received-text = أرسلنا رسالة نصية إلى { $to }.
cases-received-rung = سنتصل بك على الرقم { $phone } عندما يكون هناك جديد.
cases-received-no-copy = لا يمكننا إرسال نسخة إليك. دوّن الرقم المرجعي. اتصل بنا على { $phone } واذكره لنا، وسنخبرك كيف يسير الأمر.
cases-received-follow = متابعة طلبك
cases-received-account = كل شيء في مكان واحد
cases-received-account-words = مع الحساب ترى كل طلباتك ورسائلك على أي جهاز.
cases-received-account-link = إنشاء حساب
cases-received-how = كيف تتابعه
cases-received-how-words = احتفظ بهذا الرقم المرجعي. به وبالبريد الإلكتروني أو رقم الهاتف الذي أعطيته يمكنك أن ترى كيف يسير الأمر.

cases-track-title = متابعة طلب
cases-track-words = تحتاج إلى الرقم المرجعي الذي أعطيناك إياه. نرسل رمزًا إلى البريد الإلكتروني أو رقم الهاتف المحمول الذي أعطيته معه.
cases-track-reference = الرقم المرجعي
cases-track-reference-hint = تسعة أحرف وأرقام، مثل 4KD 93T 7QM
cases-track-reference-empty = اكتب الرقم المرجعي
cases-track-contact = البريد الإلكتروني أو رقم الهاتف
cases-track-contact-hint = الذي أعطيتنا إياه
cases-track-send = أرسلوا لي رمزًا
cases-track-phone = ليس لديك بريد إلكتروني أو هاتف محمول؟ اتصل بنا على { $phone } واقرأ لنا الرقم المرجعي، وسنخبرك كيف يسير الأمر.
cases-track-landline = لا يمكننا إرسال رمز إلى هذا الرقم. اتصل بنا على { $phone } واقرأ لنا الرقم المرجعي، وسنخبرك كيف يسير الأمر.
cases-code-title = اكتب الرمز
cases-code-words = إذا كان الرقم المرجعي والعنوان لشخص واحد، فقد أرسلنا رمزًا من ستة أرقام إلى:
cases-code-label = الرمز
cases-code-hint = يصلح لمدة 10 دقائق
cases-code-send = متابعة
cases-code-again = طلب رمز جديد

# ما يُقال بالبريد الإلكتروني أو برسالة نصية.
cases-told-opened-subject = وصلنا طلبك { $reference }
cases-told-opened-body = وصلنا طلبك: { $title }.

    رقمك المرجعي هو { $reference }.

    نعدك بإنجاز هذا بحلول { $due }.

    ما يحدث بعد ذلك: { $next }
cases-told-opened-text = { $council }: وصلنا طلبك { $reference }. نعدك بإنجازه بحلول { $due }.
cases-told-joined-subject = وصلنا بلاغك { $reference }
cases-told-joined-body = سبق أن أخبرنا شخص آخر بهذا: { $title }.

    أضفناك. رقمك المرجعي الخاص هو { $reference }.

    نعدك بإنجاز هذا بحلول { $due }، وسنخبرك عندما يكون هناك جديد.
cases-told-joined-text = { $council }: سبق أن أخبرنا شخص آخر. رقمك المرجعي { $reference }. سننجزه بحلول { $due }.
cases-told-passed-on-subject = طلبك { $reference } عند جهة أخرى
cases-told-passed-on-body = طلبك ليس من عملنا: { $title }.

    أحلناه إلى { $to }. يرجى سؤالهم عن تقدمه.

    رقمك المرجعي لدينا هو { $reference }.
cases-told-passed-on-text = { $council }: أحلنا طلبك { $reference } إلى { $to }.
cases-told-not-passed-on-subject = طلبك { $reference } من شأن جهة أخرى
cases-told-not-passed-on-body = طلبك ليس من عملنا: { $title }.

    لا نستطيع إحالته. يرجى إبلاغ { $to } بنفسك. { $how }

    رقمك المرجعي عندنا هو { $reference }.
cases-told-not-passed-on-text = { $council }: طلبك { $reference } ليس من عملنا ولا نستطيع إحالته. يرجى إبلاغ { $to }. { $how }
cases-told-asked-subject = نحتاج شيئًا منك: { $reference }
cases-told-asked-body = لدينا سؤال عن طلبك: { $title }.

    { $text }

    يرجى الإجابة في صفحة طلبك. رقمك المرجعي هو { $reference }.
cases-told-asked-text = { $council }: لدينا سؤال عن طلبك { $reference }. يرجى الإجابة هنا:
cases-told-message-subject = رسالة عن طلبك { $reference }
cases-told-message-body = كتبنا إليك عن طلبك: { $title }.

    { $text }
cases-told-message-text = { $council }: هناك رسالة عن طلبك { $reference }:
cases-told-files = الملفات المرفقة بهذه الرسالة، وهي أيضًا في صفحة طلبك: { $names }
cases-told-promised-subject = موعد جديد لطلبك { $reference }
cases-told-promised-body = لا يمكننا إنجاز هذا في اليوم الذي قلناه، { $before }: { $title }.

    نعدك الآن بإنجازه بحلول { $due }. السبب: { $reason }

    نعتذر عن هذا التأخير.
cases-told-promised-text = { $council }: موعد جديد لطلبك { $reference }: { $due }. نعتذر عن التأخير.
cases-told-sooner-subject = موعد أقرب لطلبك { $reference }
cases-told-sooner-body = يمكننا إنجاز هذا قبل اليوم الذي قلناه، { $before }: { $title }.

    نعدك الآن بإنجازه بحلول { $due }. السبب: { $reason }
cases-told-sooner-text = { $council }: خبر سار عن طلبك { $reference }. نعدك الآن بإنجازه بحلول { $due }.
cases-told-late-subject = تأخرنا في طلبك { $reference }
cases-told-late-body = وعدنا بإنجاز هذا بحلول { $due } ولم ننجزه: { $title }.

    { $led ->
        [yes] نعتذر منك. أُبلغ رئيس الفريق. وسنكتب إليك بموعد جديد.
       *[no] نعتذر منك. وسنكتب إليك بموعد جديد.
    }
cases-told-late-text = { $council }: تأخرنا في طلبك { $reference } الذي وعدنا به بحلول { $due }. نعتذر. وسنخبرك بموعد جديد.
cases-told-decided-subject = اتخذنا القرار في طلبك { $reference }
cases-told-decided-body = اتخذنا القرار في طلبك: { $title }.

    النتيجة: { $outcome }

    { $reason }
cases-told-decided-text = { $council }: نتيجة طلبك { $reference }: { $outcome }.
cases-told-decided-appeal-subject = اتخذنا القرار في طلبك { $reference }
cases-told-decided-appeal-body = اتخذنا القرار في طلبك: { $title }.

    النتيجة: { $outcome }

    { $reason }

    إذا كنت لا توافق: { $appeal }
cases-told-decided-appeal-text = { $council }: نتيجة طلبك { $reference }: { $outcome }. طريقة الاعتراض في صفحته.
cases-told-handed-planned-subject = حُدد موعد لطلبك { $reference }
cases-told-handed-planned-body = هذا بشأن طلبك: { $title }.

    تتولى { $name } هذا نيابة عنا، وتنوي إنجازه في { $date }.

    { $reason }
cases-told-handed-planned-text = { $council }: تنوي { $name } إنجاز طلبك { $reference } في { $date }.
cases-told-handed-started-subject = بدأ العمل على طلبك { $reference }
cases-told-handed-started-body = هذا بشأن طلبك: { $title }.

    تتولى { $name } هذا نيابة عنا، وقد بدأت العمل.

    { $reason }
cases-told-handed-started-text = { $council }: بدأت { $name } العمل على طلبك { $reference }.
cases-told-handed-delayed-subject = طلبك { $reference } يحتاج وقتًا أطول
cases-told-handed-delayed-body = هذا بشأن طلبك: { $title }.

    تتولى { $name } هذا نيابة عنا، وقد تأخرت. الموعد الجديد { $date }. نعتذر منك.

    { $reason }
cases-told-handed-delayed-text = { $council }: تأخرت { $name } في طلبك { $reference } والموعد الجديد { $date }. نعتذر منك.
cases-told-closed-subject = انتهى طلبك { $reference }
cases-told-closed-body = انتهينا من هذا: { $title }.

    النتيجة: { $outcome }

    إذا لم يُحل الأمر فقد يمكنك فتحه من جديد في صفحته.
cases-told-closed-text = { $council }: انتهى طلبك { $reference }. النتيجة: { $outcome }.
cases-told-reopened-subject = طلبك { $reference } مفتوح من جديد
cases-told-reopened-body = فتحنا هذا من جديد: { $title }.

    نعدك بإنجازه بحلول { $due }.
cases-told-reopened-text = { $council }: طلبك { $reference } مفتوح من جديد. سننجزه بحلول { $due }.
cases-told-reopened-why-subject = طلبك { $reference } مفتوح من جديد
cases-told-reopened-why-body = فتحنا هذا من جديد: { $title }.

    السبب: { $reason }

    نعدك بإنجازه بحلول { $due }.
cases-told-reopened-why-text = { $council }: طلبك { $reference } مفتوح من جديد. سننجزه بحلول { $due }.
cases-told-withdrawn-subject = سحبت طلبك { $reference }
cases-told-withdrawn-body = لقد سحبت هذا: { $title }. لن نفعل شيئًا آخر.
cases-told-withdrawn-text = { $council }: سحبت طلبك { $reference }.

cases-kept-title = وعودنا: ما وفينا به وما لم نفِ به
cases-kept-lead = عندما تطلب منا شيئًا نعدك بإنجازه بحلول يوم محدد. هنا ترى كم مرة وفينا بوعدنا.
cases-kept-headline = وفينا بنسبة { $percent } من وعودنا، وعددها { $promises }.
cases-kept-period = هذه هي الوعود التي حل موعدها من { $from } إلى { $until }. نحصي الأمور عند حدوثها، ويُحسب اليوم ابتداءً من الغد.
cases-kept-picture = الوعود التي وفينا بها، حسب الخدمة
cases-kept-legend = الشريط هو نسبة الوعود التي وفينا بها. والخط الرفيع عند نهايته يبين مدى دقة الرقم: كلما قلت الطلبات طال الخط.
cases-kept-promised = نعد بالإنجاز خلال:
cases-kept-range = من { $low } إلى { $high }
cases-kept-too-few = عدد الوعود أقل من أن يُعرض
cases-kept-table = الطلبات وعدد أيام العمل التي تستغرقها
cases-kept-service = الخدمة
cases-kept-requests = الطلبات
cases-kept-share = الوعود التي وفينا بها
cases-kept-half = أُنجز نصفها خلال
cases-kept-nine = أُنجز تسعة من كل عشرة خلال
cases-kept-moved = أُعطيت موعدًا لاحقًا
cases-kept-late-now = متأخرة ولم تُنجز الآن
cases-kept-all = كل الخدمات
cases-kept-few = أقل من 5
cases-kept-same-day = في اليوم نفسه
cases-kept-longer = أكثر من 60
cases-kept-not-yet = ليس بعد
cases-kept-how = كيف نحسب
cases-kept-note-first = الوعد هو أول موعد نعطيه. الموعد اللاحق لا يجعل الوعد المخلَف وعدًا موفًى، بل يُحسب إلى جانبه.
cases-kept-note-open = كل ما فات موعده ولم يُنجز بعد يُحسب وعدًا لم نفِ به.
cases-kept-note-again = الطلب الذي يُفتح من جديد يُحسب غير منجز حتى يُنجز مرة أخرى، وتُعد أيامه من يوم وصوله أول مرة.
cases-kept-note-stopped = الطلب الذي سُحب، أو حُوّل إلى غيرنا لأنه ليس من عملنا، يُحسب طلبًا ولا يُحسب وعدًا.
cases-kept-note-days = يوم العمل هو من الاثنين إلى الجمعة ما عدا العطل الرسمية. وعبارة «أُنجز نصفها خلال 3» تعني أن نصفها استغرق ثلاثة أيام عمل أو أقل.
cases-kept-note-range = «من 82% إلى 89%» هو المدى الذي تقع فيه النسبة الدائمة 95 مرة من كل 100 (مدى ويلسون).
cases-kept-note-few = حفاظًا على خصوصية الناس لا نعرض الأعداد من واحد إلى أربعة.
cases-kept-note-undated = وصل { $number } من البلاغات من نظام آخر دون ذكر وقت تقديمها، وهي ليست ضمن أي من هذه الأرقام.
cases-kept-data = الأرقام نفسها كبيانات (JSON)

cases-file-waiting = ما زلنا نفحصه بحثًا عن الفيروسات. يمكن فتحه بعد ذلك.
cases-file-infected = وجدنا فيه فيروسًا وحذفناه.
cases-file-gone = لم يعد محفوظًا.
cases-event-file-infected = وُجد فيروس في ملف وحُذف الملف
