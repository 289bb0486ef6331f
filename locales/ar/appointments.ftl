# المواعيد.

## الحالة
appointments-state-booked = قادم
appointments-state-cancelled = أُلغي
appointments-state-came = حضر
appointments-state-missed = لم يحضر

## ما حدث
appointments-fact-booked = حجز موعدًا
appointments-fact-moved = غيّر وقت موعد
appointments-fact-cancelled = ألغى موعدًا
appointments-fact-came = حضر موعدًا
appointments-fact-missed = لم يحضر موعدًا
appointments-fact-erased = لم يعد معروفًا لمن كان الموعد

## ما يمكن حجزه
appointments-title = حجز موعد
appointments-lead = اختر الغرض من الموعد. يمكنك رؤية الأوقات قبل أن تخبرنا من أنت.
appointments-minutes = { $count ->
    [one] دقيقة واحدة
    [two] دقيقتان
    [few] { $count } دقائق
   *[other] { $count } دقيقة
}
appointments-without = بدون موعد
appointments-without-why = يمكنك دائمًا الحضور مباشرة. جزء من وقت من يقدمون المساعدة محفوظ لمن ليس لديهم موعد.
appointments-without-where = أين تأتي ومتى

## الأوقات
appointments-takes = يستغرق نحو { $count ->
    [one] دقيقة واحدة.
    [two] دقيقتين.
    [few] { $count } دقائق.
   *[other] { $count } دقيقة.
}
appointments-what = الغرض
appointments-when = الوقت
appointments-where = المكان
appointments-how = الطريقة
appointments-way-in-person = حضوريًا
appointments-way-phone = بالهاتف: نحن نتصل بك
appointments-needs = ما يساعدك
appointments-needs-ask = ما الذي يساعدك هناك؟
appointments-language = اللغة
appointments-language-ask = بأي لغة نتحدث؟
appointments-language-hint = إذا لم يكن أحد هناك يتحدثها نطلب مترجمًا. لا يكلفك ذلك شيئًا.
appointments-language-any = الإنجليزية
appointments-interpreter = { $language }، مع مترجم
appointments-bring = ما تحضره معك
appointments-show = عرض الأوقات
appointments-times = الأوقات التي يمكنك حجزها
appointments-weeks = أسابيع أخرى
appointments-earlier = أوقات أبكر
appointments-later = أوقات لاحقة
appointments-no-calls = طلبت منا ألا نتصل بك، لذلك لا تظهر مواعيد بالهاتف. اختر الحضور شخصيًا، أو غيّر ما طلبته.
appointments-calls-after = طلبت منا ألا نتصل بك إلا ابتداءً من الساعة { $hour }، لذلك لا تظهر مواعيد أبكر بالهاتف.
appointments-calls-change = تغيير ما طلبته
appointments-none = لم يبق وقت هذا الأسبوع لما اخترته. انظر إلى أوقات لاحقة، أو اختر أقل، أو اتصل بالرقم { $phone }.
appointments-none-here = لم يبق وقت هذا الأسبوع. انظر إلى أوقات لاحقة.
appointments-kept = { $percent }٪ من وقت من يقومون بهذا محفوظ لمن ليس لديهم موعد: يمكنك أيضًا الحضور مباشرة.
appointments-lost = حجز شخص آخر هذا الوقت للتو، أو أنه قريب جدًا. اختر وقتًا آخر.

## لمن الموعد
appointments-details = لمن الموعد؟
appointments-other-times = أوقات أخرى
appointments-gone = حجز شخص آخر هذا الوقت للتو. اختر وقتًا آخر: كل ما كتبته ما زال هنا
appointments-nearest = أقرب الأوقات المتبقية
appointments-name = الاسم
appointments-name-empty = اكتب اسمًا
appointments-reach = يمكنك ترك هذين فارغين. بأحدهما نؤكد الموعد ونخبرك إذا تغير شيء.
appointments-reach-call = نتصل بهذا الرقم في الوقت الذي اخترته.
appointments-phone = رقم الهاتف
appointments-phone-to-ring = رقم الهاتف الذي نتصل به
appointments-phone-empty = اكتب الرقم الذي نتصل به
appointments-phone-wrong = اكتب رقم هاتف مثل 07700 900123 أو 01632 960123
appointments-email = عنوان البريد الإلكتروني
appointments-email-wrong = اكتب عنوان بريد إلكتروني مثل name@post.example
appointments-book = احجز

## صفحته
appointments-booked = تم حجز موعدك
appointments-cancelled = أُلغي هذا الموعد
appointments-came = حضرت هذا الموعد
appointments-missed = لم تحضر هذا الموعد
appointments-reference = الرقم المرجعي: { $reference }
appointments-we-ring = نتصل بالرقم { $phone }
appointments-told = أرسلنا إليك تأكيدًا فيه رابط هذه الصفحة.
appointments-note-it = دوّن الرقم المرجعي والوقت، أو احتفظ بعنوان هذه الصفحة: فهو الطريق الوحيد للعودة إليها.
appointments-calendar = أضفه إلى تقويمك
appointments-change = إذا لم تستطع الحضور
appointments-move = اختر وقتًا آخر
appointments-cancel = ألغِ الموعد
appointments-cancel-why = عندها يمكن لشخص آخر أن يأخذ الوقت. لا يمكن التراجع عن ذلك، لكن يمكنك الحجز من جديد.
appointments-cancel-now = نعم، ألغِه
appointments-again = احجز موعدًا آخر
appointments-ring-us = يمكنك أيضًا تغييره بالهاتف: { $phone }.
appointments-moved = موعدك الآن في الوقت الجديد.
appointments-late = لم يتم ذلك: تغير الموعد في هذه الأثناء، أو أنه بدأ. هذا ما هو عليه الآن.
appointments-back = الموعد
appointments-now-at = هو الآن في { $when }.
appointments-then-at = هل تريده في { $when } بدلًا من ذلك؟
appointments-move-now = نعم، غيّر الوقت

## الرسائل
appointments-told-booked-subject = موعدك: { $what }، { $when }
appointments-told-booked-body = تم حجز موعدك: { $what }.

    الوقت: { $when }

    المكان: { $where }

    { $bring }

    بالرابط يمكنك اختيار وقت آخر أو إلغاء الموعد أو إضافته إلى تقويمك.
appointments-told-booked-text = { $council }: { $what }، { $when }، { $where }. للتغيير أو الإلغاء:
appointments-told-moved-subject = موعدك في وقت جديد: { $when }
appointments-told-moved-body = تغير وقت موعدك: { $what }.

    الوقت: { $when }

    المكان: { $where }

    { $bring }
appointments-told-moved-text = { $council }: الوقت الجديد { $when }. { $what }، { $where }.
appointments-told-cancelled-subject = أُلغي موعدك: { $what }، { $when }
appointments-told-cancelled-body = أُلغي موعدك: { $what }، { $when }.

    يمكنك حجز موعد آخر في أي وقت، أو الحضور مباشرة.
appointments-told-cancelled-text = { $council }: أُلغي: { $what }، { $when }.
