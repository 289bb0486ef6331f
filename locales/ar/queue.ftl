# الطابور.

## ما حدث
queue-fact-joined = حصل على تذكرة
queue-fact-called = نودي عليه
queue-fact-recalled = نودي عليه مرة أخرى
queue-fact-began = بدأت مقابلته
queue-fact-no-show = لم يحضر عند النداء
queue-fact-back = عاد
queue-fact-parked = ذهب لإحضار شيء
queue-fact-moved = حُوّل
queue-fact-triaged = سُئل عما يحتاج إليه
queue-fact-merged = قوبل مع شخص آخر
queue-fact-stepped-out = خرج للحظة
queue-fact-text-asked = ترك رقمًا لرسالة نصية عند اقتراب دوره
queue-fact-text-dropped = سحب الرقم المتروك لرسالة نصية
queue-fact-told-near = أُرسلت إليه رسالة نصية باقتراب دوره
queue-fact-left = غادر
queue-fact-finished = انتهت الزيارة

## حالة الزيارة
queue-state-waiting = ينتظر
queue-state-called = نودي عليه
queue-state-serving = تجري مقابلته
queue-state-parked = يحضر شيئًا
queue-state-done = تمت مقابلته
queue-state-left = غادر
queue-state-no-show = لم يحضر
queue-state-merged = قوبل مع شخص آخر

## جهاز الاستقبال
queue-kiosk-title = أهلًا بك
queue-kiosk-begin = المس هنا للبدء
queue-kiosk-what = ما سبب زيارتك؟
queue-kiosk-shut = نحن مغلقون الآن. يمكنك أخذ تذكرة مع ذلك، وسيقابلك أحد الموظفين عند الافتتاح.
queue-kiosk-again = ابدأ من جديد
queue-kiosk-ring = إذا احتجت إلى شخص، فاسأل عند المكتب أو اتصل على
queue-kiosk-low = اجعل الأزرار أدنى
queue-kiosk-high = أعد الأزرار إلى مكانها
queue-kiosk-still = هل ما زلت هنا؟
queue-kiosk-still-why = تعود هذه الشاشة إلى البداية بعد 20 ثانية.
queue-kiosk-still-yes = نعم، تابع
queue-kiosk-finish = إنهاء
queue-kiosk-yours = هذه تذكرتك
queue-kiosk-picture = عنوان تذكرتك لكاميرا الهاتف
queue-kiosk-phone = وجّه كاميرا هاتفك إلى هنا لتأخذ التذكرة معك. أو تذكر الرقم: ستتم المناداة به على اللوحة.
queue-kiosk-not-set-up = هذا الجهاز غير معد كجهاز استقبال. خذ تذكرة من الاستقبال أو اسأل أحد الموظفين.

## صفحة الزائر
queue-ticket-title = التذكرة { $ticket }
queue-ticket-waiting = أنت في الانتظار.
queue-ticket-called = حان دورك الآن.
queue-ticket-desk = تفضل إلى المكتب { $desk }.
queue-ticket-serving = يقابلك أحد الموظفين الآن.
queue-ticket-parked = عد إلى المكتب عندما يكون لديك ما تحتاج إليه. ستتم مناداتك مرة أخرى.
queue-ticket-done = انتهت زيارتك. شكرًا لحضورك.
queue-ticket-left = لقد غادرت الطابور. إذا عدت اليوم، فأظهر هذه الصفحة في الاستقبال وستحتفظ بمكانك.
queue-ticket-no-show = تمت مناداتك ولم تحضر. أظهر هذه الصفحة في الاستقبال: ستحتفظ بمكانك.
queue-ticket-merged = ستتم مقابلتك مع أحد أفراد عائلتك.
queue-ticket-ahead = { $count ->
    [0] أنت التالي.
    [one] شخص واحد قبلك.
    [two] شخصان قبلك.
    [few] { $count } أشخاص قبلك.
   *[other] { $count } شخصًا قبلك.
}
queue-ticket-range = سيستغرق الأمر من { $low } إلى { $high } دقيقة أخرى.
queue-ticket-about = سيستغرق الأمر حوالي { $count } دقيقة أخرى.
queue-ticket-within = سيستغرق الأمر { $count } دقيقة على الأكثر.
queue-ticket-nobody-can-say = لا يوجد مكتب مفتوح لهذا الآن، فلا يمكن لأحد أن يقول كم سيستغرق.
queue-ticket-back-by = إذا خرجت، فعد قبل { $time }.
queue-ticket-late = أنا متأخر
queue-ticket-late-why = لن يناديك أحد في هذه الأثناء، وستحتفظ بمكانك.
queue-ticket-out = أحتاج إلى { $count } دقائق
queue-ticket-out-until = لن نناديك قبل { $time }. أنت تحتفظ بمكانك.
queue-ticket-back = لقد عدت
queue-ticket-go = لا أستطيع الانتظار أكثر
queue-ticket-go-why = ستغادر الطابور. أخبرنا بالسبب في أي وقت: نحن نحصي كل من يغادر دون مقابلة.
queue-ticket-go-now = مغادرة الطابور
queue-ticket-too-late = لم يعد ذلك ممكنًا. هذا هو الوضع الآن.

## A text when the turn is near
queue-text-title = احصل على رسالة نصية عندما يقترب دورك
queue-text-why = اترك رقم هاتف محمول وانتظر حيث تشاء. نرسل إليه رسالة نصية واحدة عندما يقترب دورك.
queue-text-consent = نستخدم الرقم لهذه الرسالة الواحدة فقط. نحذفه عندما تنتهي زيارتك، أو عند منتصف الليل على أبعد تقدير. يمكنك سحبه في أي وقت.
queue-text-number = رقم الهاتف المحمول
queue-text-hint = مثل 07700 900123
queue-text-send = أرسلوا إليّ رسالة واحدة
queue-text-to = سنرسل رسالة نصية واحدة إلى الرقم الذي ينتهي بـ { $end } عندما يقترب دورك.
queue-text-stop = لا ترسلوا إليّ رسالة
queue-text-sent = أرسلنا إليك رسالة نصية الساعة { $time }: اقترب دورك.
queue-text-back = العودة إلى تذكرتك
queue-text-empty = اكتب رقم هاتف محمول، أو عد إلى تذكرتك
queue-text-shape = اكتب رقم هاتف محمول مثل 07700 900123
queue-text-landline = لا نستطيع إرسال رسالة نصية إلى هذا الرقم. اكتب رقم هاتف محمول
queue-text-near = { $council }: التذكرة { $ticket }، { $site }. اقترب دورك. يُرجى الحضور الآن.

## دقة أوقات الانتظار
queue-accuracy-title = ما مدى دقة أوقات الانتظار لدينا
queue-accuracy-why = كل من يأخذ تذكرة يُخبر بمدة الانتظار. نحتفظ بما قلناه ونقارنه بالمدة الفعلية. هذه هي الأسابيع الأربعة الأخيرة.
queue-accuracy-few = لم يأت عدد كاف من الناس بعد لنقول.
queue-accuracy-count = أُخبر { $count } من الناس ثم نودي عليهم.
queue-accuracy-held = نودي على { $share }٪ منهم في الوقت الذي قلناه. هدفنا 80٪.
queue-accuracy-early = نودي على { $share }٪ قبل الوقت الذي قلناه.
queue-accuracy-wrong = في المتوسط أخطأنا بمقدار { $wrong } دقيقة، وكان المدى الذي أعطيناه { $wide } دقيقة.

## اللوحة
queue-board-ticket = تذكرة
queue-board-desk = مكتب
queue-board-room = غرفة
queue-board-come = يُرجى الحضور الآن
queue-board-before = نودي عليهم سابقًا
queue-board-wait = يُرجى الانتظار حتى يظهر رقمكم هنا
queue-board-stale = هذه الشاشة غير محدَّثة. يُرجى سؤال أحد الموظفين.
queue-board-sound = تشغيل الصوت

## ما يُنشر
queue-open-title = الأماكن التي يمكنكم زيارتها
queue-open-lead = في كل مكان طابور واحد وقاعدة واحدة للجميع. القاعدة منشورة هنا.
queue-rule-title = من يُنادى ومتى: { $site }
queue-rule-lead = هناك طابور واحد، وهذه قاعدته.
queue-rule-first = من يأتي أولًا يُنادى أولًا. يبدأ احتساب الوقت عند الباب.
queue-rule-desks-differ = لا يستطيع كل مكتب المساعدة في كل شيء، لذلك قد يُنادى رقم بعد رقمكم إلى مكتب لا يستطيع مساعدتكم.
queue-rule-secret = تعرض اللوحات الأرقام والمكاتب، ولا تعرض اسمًا ولا سبب مناداة أحد.
queue-rule-opening = ساعات العمل
queue-rule-closed = مغلق
queue-rule-desks = المكاتب وما تساعد فيه
queue-rule-step-free = بدون درج
queue-rule-partners = جهات أخرى في المبنى وأيام وجودها
queue-rule-edition = هذه هي النسخة { $count } من القاعدة.
queue-day-mon = الاثنين
queue-day-tue = الثلاثاء
queue-day-wed = الأربعاء
queue-day-thu = الخميس
queue-day-fri = الجمعة
queue-day-sat = السبت
queue-day-sun = الأحد
queue-rule-aim = { $count ->
    [one] نريد أن نستقبلكم خلال دقيقة واحدة من دخولكم.
    [two] نريد أن نستقبلكم خلال دقيقتين من دخولكم.
    [few] نريد أن نستقبلكم خلال { $count } دقائق من دخولكم.
   *[other] نريد أن نستقبلكم خلال { $count } دقيقة من دخولكم.
}
queue-rule-appointment = { $count ->
    [one] إذا كان لديكم موعد فتُنادَون كأنكم أتيتم قبله بـ دقيقة واحدة.
    [two] إذا كان لديكم موعد فتُنادَون كأنكم أتيتم قبله بـ دقيقتين.
    [few] إذا كان لديكم موعد فتُنادَون كأنكم أتيتم قبله بـ { $count } دقائق.
   *[other] إذا كان لديكم موعد فتُنادَون كأنكم أتيتم قبله بـ { $count } دقيقة.
}
queue-rule-late = { $count ->
    [one] إذا تأخرتم عنه أكثر من دقيقة واحدة فتنتظرون كما ينتظر الجميع.
    [two] إذا تأخرتم عنه أكثر من دقيقتين فتنتظرون كما ينتظر الجميع.
    [few] إذا تأخرتم عنه أكثر من { $count } دقائق فتنتظرون كما ينتظر الجميع.
   *[other] إذا تأخرتم عنه أكثر من { $count } دقيقة فتنتظرون كما ينتظر الجميع.
}
queue-rule-need = { $count ->
    [one] تُنادَون كأنكم أتيتم قبل ذلك بـ دقيقة واحدة.
    [two] تُنادَون كأنكم أتيتم قبل ذلك بـ دقيقتين.
    [few] تُنادَون كأنكم أتيتم قبل ذلك بـ { $count } دقائق.
   *[other] تُنادَون كأنكم أتيتم قبل ذلك بـ { $count } دقيقة.
}
queue-rule-bound = { $count ->
    [one] لا يُنادى قبلكم من أتى بعدكم أكثر من مرة واحدة.
    [two] لا يُنادى قبلكم من أتى بعدكم أكثر من مرتين.
    [few] لا يُنادى قبلكم من أتى بعدكم أكثر من { $count } مرات.
   *[other] لا يُنادى قبلكم من أتى بعدكم أكثر من { $count } مرة.
}
