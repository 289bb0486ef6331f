services-yes = نعم
services-no = لا

# ما الخطأ في الإجابة.
services-error-missing = أجب عن هذا السؤال
services-error-missing-choice = اختر إجابة واحدة
services-error-missing-choices = اختر إجابة واحدة على الأقل
services-error-missing-date = اكتب التاريخ
services-error-missing-number = اكتب رقمًا
services-error-missing-email = اكتب عنوان بريد إلكتروني
services-error-missing-phone = اكتب رقم هاتف
services-error-missing-name = اكتب الاسم الكامل
services-error-missing-postcode = اكتب الرمز البريدي
services-error-missing-plate = اكتب رقم اللوحة
services-error-missing-address = اكتب رقم المنزل واسم الشارع
services-error-missing-place = حدّد المكان: شارع أو معلم أو رمز بريدي
services-error-missing-file = اختر ملفًا
services-error-too-long = اجعل النص { $max } حرفًا أو أقل
services-error-control = في النص رموز لا تُرى. اكتبه من جديد بدونها
services-error-direction = في النص علامات خفية تقلب اتجاه الكتابة. اكتبه من جديد بدونها
services-error-address-too-long = { $part ->
    [line1] اجعل رقم المنزل والشارع { $max } حرفًا أو أقل
    [line2] اجعل الشقة أو المبنى { $max } حرفًا أو أقل
   *[town] اجعل المدينة { $max } حرفًا أو أقل
}
services-error-address-control = { $part ->
    [line1] في رقم المنزل والشارع رموز لا تُرى. اكتبهما من جديد بدونها
    [line2] في الشقة أو المبنى رموز لا تُرى. اكتبها من جديد بدونها
   *[town] في المدينة رموز لا تُرى. اكتبها من جديد بدونها
}
services-error-address-direction = { $part ->
    [line1] في رقم المنزل والشارع علامات خفية تقلب اتجاه الكتابة. اكتبهما من جديد بدونها
    [line2] في الشقة أو المبنى علامات خفية تقلب اتجاه الكتابة. اكتبها من جديد بدونها
   *[town] في المدينة علامات خفية تقلب اتجاه الكتابة. اكتبها من جديد بدونها
}
services-error-pattern = { $given } ليس بالصيغة الصحيحة. راجع كل حرف ورقم
services-error-not-known = اختر إحدى الإجابات الموجودة في الصفحة
services-error-exclusive = اختر إما الإجابة الأخيرة أو الإجابات الأخرى، لا كليهما
services-error-not-whole = اكتب عددًا صحيحًا مثل 12
services-error-not-money = اكتب مبلغًا بالجنيه مثل 12.50
services-error-too-small = اكتب { $min } أو أكثر
services-error-too-big = اكتب { $max } أو أقل
services-error-date-day = اكتب اليوم
services-error-date-month = اكتب الشهر
services-error-date-year = اكتب السنة
services-error-date-year-digits = اكتب السنة بأربعة أرقام مثل 2026
services-error-date-unreal = لا يوجد تاريخ كهذا. راجع اليوم والشهر
services-error-too-early = اكتب تاريخًا في { $min } أو بعده
services-error-too-late = اكتب تاريخًا في { $max } أو قبله
services-error-not-email = اكتب عنوان بريد إلكتروني مثل name@example.com
services-error-not-phone = اكتب رقم هاتف مثل 01223 000000 أو 07700 900000
services-error-not-postcode = اكتب رمزًا بريديًا كاملًا مثل CB1 1AA
services-error-not-plate = اكتب رقم لوحة مثل AB12 CDE
services-error-not-point = اكتب الموقع كرقمين مثل 52.2053, 0.1218
services-error-place-vague = أضف رمزًا بريديًا أو موقعًا لنجد المكان. إن كنت لا تعرف سوى الشارع فضع علامة في المربع أدناه

# أجزاء التاريخ والعنوان والمكان.
services-address-line1 = رقم المنزل والشارع
services-address-line2 = الشقة أو المبنى (يمكنك تركه فارغًا)
services-address-town = المدينة (يمكنك تركها فارغة)
services-address-postcode = الرمز البريدي
services-place-street = الشارع أو المعلم
services-place-postcode = الرمز البريدي إن كنت تعرفه
services-place-point = الموقع على الخريطة مثل 52.2053, 0.1218 (يمكنك تركه فارغًا)
services-place-anywhere = لا أعرف سوى الشارع
services-optional = { $label } (يمكنك تركه فارغًا)

# قائمة الخدمات.
services-list-title = كل الخدمات
services-list-intro = اختر خدمة أو اكتب ما المشكلة.
services-state-promised = عبر الإنترنت بحلول { $by }
services-state-not-planned = غير متاحة عبر الإنترنت
services-state-online = عبر الإنترنت
services-state-tried = قيد التجربة مع بعض الناس

# البحث.
services-search-title = البحث
services-search-label = ماذا تحتاج؟
services-search-hint = استخدم كلماتك، مثل "لم تُجمع القمامة" أو "الانتقال إلى منزل جديد".
services-search-button = بحث
services-search-results = نتائج البحث عن «{ $words }»
services-search-did-you-mean = هل تقصد { $words }؟
services-search-nothing = لم نجد شيئًا عن «{ $words }».
services-search-nothing-next = جرّب كلمات أخرى، أو تصفح كل الخدمات، أو اسألنا.
services-search-answers = أجوبة عن أسئلة
services-search-ask = اسألنا

# الخطر.
services-danger-title = إذا كان أحد في خطر
services-danger-call = اتصل بالرقم { $number }
services-danger-out-of-hours = عندما نكون مغلقين اتصل بالرقم { $number }.
services-danger-emergency = الشرطة أو الإطفاء أو الإسعاف: 999. إذا شممت رائحة غاز فاتصل بالرقم 0800 111 999.
services-danger-child-at-risk = إذا كان طفل في خطر فأخبر فريق الأطفال المناوب لدينا الآن. وإذا كان الخطر في هذه اللحظة فاتصل بالرقم 999.
services-danger-adult-at-risk = إذا كان شخص بالغ في خطر فأخبر فريق البالغين المناوب لدينا الآن. وإذا كان الخطر في هذه اللحظة فاتصل بالرقم 999.
services-danger-homeless-tonight = إذا لم يكن لديك مكان تنام فيه الليلة فأخبر فريق الإسكان المناوب لدينا الآن.

# بداية الخدمة.
services-start-button = ابدأ
services-start-today = كيف تحصل على هذه الخدمة اليوم
services-start-today-call = أو اتصل بنا على { $phone }. يمكنك أيضًا أن تأتي إلينا: { $address }.
services-start-promised = ستتمكن من القيام بذلك عبر الإنترنت بحلول { $by }.
services-start-not-planned = هذه الخدمة غير متاحة عبر الإنترنت.
services-start-tried-staff = نجرّب هذه الخدمة مع موظفينا أولًا.
services-start-tried-wards = نجرّب هذه الخدمة في بعض المناطق أولًا: { $wards }.
services-start-tried-share = نجرّب هذه الخدمة أولًا مع { $percent } من كل 100 شخص. اختر «ابدأ» لتعرف هل أنت منهم.
services-start-tried-staff-only = لا يستطيع بدء هذه الخدمة عبر الإنترنت الآن إلا موظفونا.
services-start-tried-not-you = لست من الأشخاص الذين نجرّب معهم هذه الخدمة. يمكنك الحصول عليها اليوم بطريقة أخرى.
services-start-tried-elsewhere = هذا الرمز البريدي ليس في منطقة نجرّب فيها هذه الخدمة. يمكنك الحصول عليها اليوم بطريقة أخرى.
services-start-tried-postcode = رمزك البريدي
services-start-tried-postcode-hint = نستخدمه فقط لنعرف هل تسكن في إحدى هذه المناطق.
services-start-tried-unknown = لا نعرف هذا الرمز البريدي. تحقق منه، أو احصل على الخدمة بطريقة أخرى اليوم
services-start-fee = التكلفة { $fee }.
services-start-free = الخدمة مجانية.
services-start-contact-optional = لست مضطرًا لذكر اسمك أو طريقة التواصل معك.
services-start-by-when = ننجز ذلك عادة خلال { $within }.
services-start-by-when-range = يستغرق إنجاز هذا { $range }، بحسب إجاباتك. ترى الموعد قبل أن ترسل الطلب.
services-start-kept = كم مرة نفي بهذا الوعد
services-promise-range = من { $least } إلى { $most }
services-working-days = { $n ->
    [one] يوم عمل واحد
    [two] يومي عمل
    [few] { $n } أيام عمل
   *[other] { $n } يوم عمل
 }
services-working-hours = { $n ->
    [one] ساعة عمل واحدة
    [two] ساعتي عمل
    [few] { $n } ساعات عمل
   *[other] { $n } ساعة عمل
 }
services-days = { $n ->
    [one] يوم واحد
    [two] يومين
    [few] { $n } أيام
   *[other] { $n } يومًا
 }
services-hours = { $n ->
    [one] ساعة واحدة
    [two] ساعتين
    [few] { $n } ساعات
   *[other] { $n } ساعة
 }

# القواعد المنشورة للخدمة.
services-rules-link = القواعد التي نتبعها
services-rules-title = قواعد «{ $service }»
services-rules-intro = تقرر هذه الخدمة وفق هذه القواعد وحدها. هذا هو الإصدار { $version }، المنشور في { $day }.
services-rules-intro-folder = تقرر هذه الخدمة وفق هذه القواعد وحدها. هذا هو الإصدار { $version }.
services-rules-first = تُقرأ كل قائمة من أعلاها. أول سطر يناسب إجاباتك هو الذي يُعمل به.
services-rules-promise = كم يستغرق ذلك
services-rules-team = من يتولى ذلك
services-rules-priority = ما الذي يأتي أولًا
services-rules-stop = متى عليك أن تتوجه إلى جهة أخرى
services-rules-value = ما الذي نقرره أيضًا
services-rules-when = عندما يتحقق كل ما يلي:
services-rules-always = دائمًا
services-rules-otherwise = في كل حالة أخرى
services-rules-fits = { $question }: { $answer }
services-rules-answered = أي إجابة
services-rules-not-answered = بلا إجابة
services-rules-or = {" أو "}
services-rules-at-least = { $n } أو أكثر
services-rules-at-most = { $n } أو أقل
services-rules-urgent = فورًا
services-rules-high = قبل غيره
services-rules-normal = بحسب الدور
services-rules-low = بعد غيره
services-rules-carry-on = يمكنك المتابعة عبر الإنترنت.
services-rules-danger-first = نعرض عليك أولًا الرقم الذي تتصل به، ثم يمكنك المتابعة.
services-rules-danger-only = نعرض عليك الرقم الذي تتصل به. لا يمكن القيام بذلك عبر الإنترنت.
services-rules-not-ours = هذا ليس من اختصاصنا. يُرجى إبلاغ هذه الجهة: { $to }.
services-rules-pass-on = نحيله إلى هذه الجهة: { $to }.
services-rules-why = السبب: { $reason }

# أي فريق يتولى أي خدمة (المكتب).
services-teams-title = الخدمات وفرقها
services-teams-intro = تذهب الحالات الجديدة لكل خدمة إلى فريقها. قد ترسل قاعدة في تعريف الخدمة بعضها إلى فريق آخر.
services-teams-service = الخدمة
services-teams-team = الفريق
services-teams-save = حفظ
services-teams-saved = أصبحت { $service } من اختصاص { $team }.
services-teams-unknown = اختر أحد الفرق.
services-teams-overtaken = أعطى شخص ما { $service } إلى { $team } بينما كنت تنظر. لم يُحفظ اختيارك. اختر من جديد إذا كان يجب أن يتولاها فريق آخر.
services-teams-version = الإصدار
services-teams-state = عبر الإنترنت
services-teams-choose = فريق { $service }
