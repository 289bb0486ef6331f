title = أخبرنا أنك تنتقل إلى منزل جديد
summary = الانتقال إلى المنطقة أو منها أو داخلها، لضريبة المجلس. وللمؤجرين أيضًا.
start = تحتاج إلى التواريخ والعنوانين. إن كانت لديك فاتورة ضريبة المجلس فأبقها قريبة منك. يستغرق الأمر نحو ثماني دقائق ويمكنك الحفظ والعودة.

section-move = انتقالك
section-old = المنزل الذي تتركه
section-new = المنزل الجديد
section-people = من يسكن فيه
section-paying = الدفع

page-old-home = عن المنزل القديم
page-old-after = بعد مغادرتك
page-new-home = عن المنزل الجديد
page-pay = دفع الفاتورة

question-move = ماذا يحدث؟
option-move-in = أنتقل إلى المنطقة
option-move-out = أغادر المنطقة
option-move-within = أنتقل من منزل إلى آخر داخل المنطقة
option-move-landlord = أنا مؤجر أو وكيل، والمستأجرون يتغيرون
question-as = أي من هذه ينطبق عليك؟
option-as-owner = المالك
option-as-tenant = مستأجر
option-as-council-tenant = مستأجر من المجلس
option-as-lodger = ساكن في غرفة
option-as-executor = أتولى منزل شخص توفي
option-as-other = صفة أخرى
question-moved_on = متى تنتقل أو متى انتقلت؟
question-moved_on-hint = يمكنك إخبارنا قبل ثلاثة أشهر على الأكثر.
question-moved_on-error-too-late = أخبرنا قبل اليوم بثلاثة أشهر على الأكثر. عد عندما يقترب الموعد
question-account_number = ما رقم حساب ضريبة المجلس؟
question-account_number-hint = ثمانية أو تسعة أرقام على فاتورتك. اتركه فارغًا إن لم يكن لديك.
question-account_number-error-pattern = اكتب الأرقام الثمانية أو التسعة من فاتورتك أو اتركه فارغًا

question-old_address = ما عنوان المنزل الذي تتركه؟
question-old_tenure = هل كنت تملكه أم تستأجره؟
option-old_tenure-owned = كنت أملكه
option-old_tenure-rented-private = كنت أستأجره من مؤجر خاص
option-old_tenure-rented-council = كنت أستأجره من المجلس
option-old_tenure-rented-association = كنت أستأجره من جمعية إسكان
option-old_tenure-with-family = كنت أسكن مع العائلة أو الأصدقاء
option-old_tenure-other = شيء آخر
question-old_ends_on = متى ينتهي إيجارك أو ملكك؟
question-old_ends_on-hint = قد يكون بعد يوم الانتقال. وقد تدفع حتى ذلك اليوم.
question-old_after = ماذا يحدث للمنزل القديم؟
option-old_after-sold = بيع المنزل
option-old_after-landlord-back = يعود إلى المؤجر
option-old_after-still-mine-empty = ما زال لي وهو خالٍ
option-old_after-let = أؤجره
option-old_after-others-stay = يبقى آخرون فيه
option-old_after-not-known = لا أعرف
question-old_new_people = من يسكن فيه الآن أو من اشتراه؟
question-old_landlord = من مؤجر المنزل القديم أو وكيله؟

question-new_address = ما عنوان المنزل الجديد؟
question-new_tenure = هل تملكه أم تستأجره؟
option-new_tenure-owned = أملكه
option-new_tenure-rented-private = أستأجره من مؤجر خاص
option-new_tenure-rented-council = أستأجره من المجلس
option-new_tenure-rented-association = أستأجره من جمعية إسكان
option-new_tenure-with-family = أسكن مع العائلة أو الأصدقاء
option-new_tenure-other = شيء آخر
question-new_starts_on = متى يبدأ إيجارك أو ملكك؟
question-new_furnished = هل يسكن فيه أحد؟
option-new_furnished-lived-in = نعم، من يوم الانتقال
option-new_furnished-furnished = لا، مفروش وخالٍ
option-new_furnished-empty = لا، خالٍ وغير مفروش
option-new_furnished-being-repaired = لا، يحتاج إلى إصلاح كبير
question-new_landlord = من مؤجر المنزل الجديد أو وكيله؟

question-adults = كم شخصًا عمره 18 سنة أو أكثر يسكن فيه؟
question-adults-hint = احسب نفسك. إن كان واحدًا فالفاتورة أقل بنسبة 25%.
question-adult_names = ما أسماء البالغين؟
question-adult_names-hint = اسم في كل سطر كما في الأوراق الرسمية. قد يكون عليهم جميعًا الدفع. إن كنت المؤجر فاكتب أسماء المستأجرين الجدد.
question-reductions = هل ينطبق أي من هذا على أحد الساكنين؟
question-reductions-hint = قد يخفض كل منها الفاتورة. نطلب الإثبات لاحقًا، لا أولًا.
option-reductions-none = لا شيء من هذا
option-reductions-student = طالب متفرغ أو متدرب
option-reductions-carer = مقدم رعاية يسكن مع الشخص
option-reductions-disabled-home = منزل عُدّل أو اختير لشخص ذي إعاقة
option-reductions-severe-impairment = قصور ذهني شديد، كالخرف
option-reductions-care-leaver = شخص دون 25 سنة خرج من رعاية المجلس
option-reductions-armed-forces = فرد من القوات المسلحة بعيد عن المنزل
option-reductions-low-income = دخل منخفض
option-reductions-not-sure = لست متأكدًا
question-forwarding_address = إلى أين نرسل آخر فاتورة أو المبلغ المسترد؟

question-pay_how = كيف تريد أن تدفع؟
option-pay_how-direct-debit-have = بالخصم المباشر الذي لدي الآن
option-pay_how-direct-debit-want = أريد إعداد خصم مباشر
option-pay_how-card = بالبطاقة، عبر الإنترنت أو الهاتف
option-pay_how-cash = نقدًا في متجر أو مكتب بريد
option-pay_how-other = بطريقة أخرى
question-hard_to_pay = هل سيكون الدفع صعبًا؟
question-hard_to_pay-hint = يمكننا تقسيطها والتحقق من المساعدة التي تستحقها.
question-hard_to_pay-yes = نعم
question-hard_to_pay-no = لا

reason-usual = نرسل فاتورة جديدة خلال عشرة أيام عمل.
reason-hard = أخبرتنا أن الدفع سيكون صعبًا، لذلك نتحدث معك أولًا.
reason-long-ago = كان الانتقال قبل أكثر من سنة، فعلينا النظر في فواتير أكثر من سنة.
reason-landlord = نتحقق من المستأجرين الذين انتقلوا.
reason-single = يسكن فيه بالغ واحد، فالفاتورة أقل بنسبة 25%.
reason-not-single = يسكن فيه أكثر من بالغ، أو لا يسكن فيه أحد.

outcome-bill-sent = أُرسلت فاتورة جديدة
outcome-account-closed = أُغلق الحساب
outcome-refund = أُغلق مع رد مبلغ إليك
outcome-more-needed = نحتاج منك إلى شيء آخر
outcome-no-change = لا يتغير شيء

withdraw-why = متى أخبرتنا بانتقال وجب علينا العمل به. إن كان هناك خطأ أو أُلغي الانتقال فأرسل إلينا رسالة ونصححه.
appeal = إن رأيت أن الفاتورة خاطئة فأخبرنا أولًا: ننظر فيها ثانية خلال شهرين. إن بقيت غير موافق فلك أن تستأنف مجانًا أمام محكمة التقييم خلال شهرين من ردنا.
next = نغير حسابك ونرسل إليك فاتورة تبين طريقة حسابها. واصل دفع فاتورتك القديمة حتى ذلك الحين.

# ما تستنتجه القواعد من الإجابات.
compute-long_ago = حدث الانتقال قبل أكثر من سنة

delegated-small-refund = إغلاق حساب من انتقل من منزله مع رد ما يصل إلى 150 جنيهًا إسترلينيًا، بعد الاطلاع على انتهاء عقد الإيجار
seen-end-of-tenancy = رسالة أو عقد يبيّن تاريخ انتهاء الإيجار
