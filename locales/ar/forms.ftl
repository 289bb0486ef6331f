# كلمات الرحلة عبر النموذج: الأسئلة، ومراجعة الإجابات، والمتابعة لاحقًا.

forms-continue = متابعة
forms-change = تغيير
forms-not-answered = لا توجد إجابة
forms-later = احفظ وتابع لاحقًا
forms-tasks-prove = تأكيد كيف نتواصل معك
forms-later-without = المغادرة من دون هذه الإجابات والمتابعة لاحقًا
forms-later-not-yet = لا يمكن حفظ هذه الإجابات كما هي. صحّحها أو غادر من دونها.
forms-delete = احذف هذه الإجابات

forms-in-another-window = تغيّر هذا في نافذة أخرى أو غيّره شخص آخر
forms-in-another-window-words = إجابتك هنا محفوظة. تظهر بجانبها الإجابة التي حُفظت في هذه الأثناء. اختر «متابعة» للإبقاء على إجابتك، أو غيّرها أولًا.
forms-saved-meanwhile = حُفظ في هذه الأثناء: { $answer }
forms-answers-changed = تغيّرت إجاباتك في نافذة أخرى. يُرجى مراجعتها مرة أخرى قبل إرسالها.

# One of several questions of a page, and what is wrong with its answer.
forms-error-of = { $question }: { $error }

forms-tasks-done = أكملت { $done } من أصل { $all } من الأقسام.
forms-task-completed = مكتمل
forms-task-in-progress = قيد الإنجاز
forms-task-not-started = لم يبدأ
forms-task-not-yet = لا يمكن البدء بعد
forms-tasks-kept = نحتفظ بإجاباتك حتى { $date }.

forms-contact = كيف نتواصل معك
forms-contact-intro = نستخدم هذا لهذا الطلب فقط.
forms-contact-name = اسمك
forms-contact-way = كيف تريد أن نتواصل معك؟
forms-contact-way-email = البريد الإلكتروني
forms-contact-way-text = رسالة نصية
forms-contact-way-call = مكالمة هاتفية
forms-contact-way-call-hint = يمكن أن يكون هاتفًا أرضيًا.
forms-contact-way-letter = رسالة بالبريد
forms-contact-way-none = لا تتواصلوا معي
forms-contact-way-none-hint = يمكنك متابعة الطلب بالرقم المرجعي إذا اتصلت بنا.
forms-contact-email = عنوان البريد الإلكتروني
forms-contact-mobile = رقم الهاتف المحمول
forms-contact-phone = رقم الهاتف
forms-contact-town = المدينة
forms-contact-name-missing = اكتب اسمك
forms-contact-way-missing = اختر كيف نتواصل معك
forms-contact-email-missing = اكتب عنوان بريدك الإلكتروني
forms-contact-email-wrong = اكتب عنوان بريد إلكتروني مثل name@example.org
forms-contact-mobile-missing = اكتب رقم هاتفك المحمول
forms-contact-mobile-wrong = اكتب رقم هاتف محمول مثل 07700 900123، أو اختر «مكالمة هاتفية» للهاتف الأرضي
forms-contact-phone-missing = اكتب رقم هاتفك
forms-contact-phone-wrong = اكتب رقم هاتف مثل 01632 960123 أو 07700 900123
forms-contact-line1-missing = اكتب رقم المنزل والشارع
forms-contact-town-missing = اكتب مدينتك
forms-contact-postcode-missing = اكتب الرمز البريدي
forms-contact-postcode-wrong = اكتب رمزًا بريديًا مثل EM1 1AA

forms-check = راجع إجاباتك
forms-check-contact = كيف نتواصل معك
forms-check-contact-name = الاسم
forms-check-contact-way = التواصل عبر
forms-check-next = ماذا يحدث بعد ذلك
forms-check-promise = سننجز هذا بحلول { $date }.
forms-check-identity = قبل أن نقرر قد نطلب منك إثبات هويتك، كي لا يفعل أحد هذا باسمك.
forms-check-fee = التكلفة { $amount }.
forms-check-declare = قبل أن ترسل
forms-check-declaration = بإرسالك هذا تقول إن ما أخبرتنا به صحيح على حد علمك.
forms-check-send = إرسال
forms-check-missing = لا تزال بعض الأسئلة بحاجة إلى إجابة
forms-check-passed-on = نحيل هذا إلى { $to }. { $reason }
forms-check-cannot-pass-on = هذا من شأن { $to }. نحتفظ ببلاغك، لكننا لا نستطيع إحالته إليهم: يرجى إبلاغهم بنفسك. { $how }
forms-check-joined = يصبح بلاغك جزءًا من بلاغ موجود لدينا.

forms-danger-words = قد يعني شيء مما كتبته أن شخصًا ما يحتاج إلى المساعدة الآن.
forms-danger-duty = ثم أخبر فريق الطوارئ لدينا أيضًا: { $phone }. وعندما نكون مغلقين: { $closed }.
forms-danger-carry-on = يمكنك متابعة النموذج بعد أن تتصل.
forms-danger-no-form = يُرجى عدم استخدام النموذج لهذا. اتصل الآن: سيساعدك شخص.

forms-stop-title-not-ours = هذا ليس من اختصاصنا
forms-stop-not-ours = يُرجى التوجه إلى { $to }.
forms-stop-title-pass-on = نحيل هذا إلى جهة أخرى
forms-stop-pass-on = هذا من اختصاص { $to }. يمكنك المتابعة هنا: نرسل بلاغك إليهم ونخبرك بذلك.
forms-stop-cannot-pass-on = هذا من شأن { $to }، ولا نستطيع إحالته إليهم. يرجى إبلاغهم بنفسك. { $how } إذا واصلت هنا احتفظنا ببلاغك، لكنه لا يصلهم منا.
forms-stop-carry-on = متابعة
forms-stop-change = تغيير إجاباتي

forms-nearby = ربما أخبرنا أحدهم بذلك من قبل
forms-nearby-intro = يوجد بلاغ من النوع نفسه بالقرب من المكان. إذا كان بلاغك هو نفسه، نضيفك إليه ونخبرك عند حدوث شيء.
forms-nearby-question = هل هو البلاغ نفسه؟
forms-nearby-same = نعم، هو هذا: { $title }
forms-nearby-since = أُبلغ عنه في { $date }. { $status }.
forms-nearby-others = { $count ->
    [one] أخبرنا به شخص واحد.
    [two] أخبرنا به شخصان.
    [few] أخبرنا به { $count } أشخاص.
    [many] أخبرنا به { $count } شخصًا.
   *[other] أخبرنا به { $count } شخص.
 }
forms-nearby-metres = على بعد نحو { $metres } متر من المكان الذي ذكرته.
forms-nearby-postcode = في مكان ما ضمن { $postcode }، مثل مكانك.
forms-nearby-here = في المكان نفسه الذي ذكرته.
forms-nearby-street = ذكر صاحب البلاغ: { $street }.
forms-nearby-different = لا، بلاغي شيء آخر
forms-nearby-missing = قل هل بلاغك هو نفسه أم شيء آخر

forms-save = احفظ وتابع لاحقًا
forms-save-account = إجاباتك محفوظة في حسابك حتى { $date }.
forms-save-account-link = اذهب إلى حسابك
forms-save-intro = نرسل إليك رابطًا. افتحه على أي هاتف أو حاسوب للمتابعة. ستحتاج إلى رمز نرسله إلى العنوان نفسه.
forms-save-kept = نحتفظ بإجاباتك حتى { $date }. في كل مرة تضيف فيها شيئًا نحتفظ بها 28 يومًا أخرى.
forms-save-to = عنوان البريد الإلكتروني أو رقم الهاتف المحمول
forms-save-send = أرسلوا إليّ الرابط
forms-saved = إجاباتك محفوظة
forms-saved-sent = أرسلنا الرابط إلى { $to }.
forms-saved-until = نحتفظ بإجاباتك حتى { $date }.
forms-saved-back = تابع الآن
forms-saved-home = اذهب إلى صفحة البداية

forms-resume = تابع نموذجك
forms-resume-intro = للحفاظ على خصوصية إجاباتك، نرسل رمزًا إلى عنوان البريد الإلكتروني أو رقم الهاتف المحمول الذي كتبته عند حفظها.
forms-resume-send = أرسلوا إليّ رمزًا
forms-resume-code = الرمز
forms-resume-code-hint = 6 أرقام. يعمل لمدة 10 دقائق.
forms-resume-code-sent = إذا كانت هذه الإجابات لا تزال هنا، فالرمز في طريقه إليك.
forms-resume-code-again = أرسلوا رمزًا جديدًا
forms-resume-none = لم تعد هذه الإجابات هنا. ربما أُرسلت أو حُذفت، أو انتهت مدة 28 يومًا.

forms-delete-title = هل تريد حذف إجاباتك؟
forms-delete-words = يُحذف كل ما أجبت عنه في «{ $service }». لا يمكن التراجع عن ذلك.
forms-delete-done = حُذفت إجاباتك.
forms-delete-yes = احذف إجاباتي
forms-delete-no = أبقِها

forms-told-saved-subject = تابع: { $service }
forms-told-saved-body = حفظت إجاباتك في «{ $service }». استخدم الرابط للمتابعة. نحتفظ بها حتى { $date }.

forms-closed = هذه الخدمة غير متاحة على الإنترنت حاليًا. يُرجى الاتصال بنا.

forms-or = أو
forms-date-hint = مثلًا: 27 3 2026
forms-place-position = اكتب الموقع بدلًا من ذلك
forms-check-reference = رقمك المرجعي

forms-code = اكتب الرمز الذي أرسلناه إليك
forms-code-sent = أرسلنا رمزًا إلى { $to }. به نعرف أنه يمكننا الوصول إليك هناك.
forms-code-another-way = لم يصلني: اختر طريقة أخرى، أو أرسله مرة أخرى

forms-files-hint-photo = يمكنك إرسال ما يصل إلى { $most } من الصور، حجم كل منها 20 ميغابايت على الأكثر (JPEG أو PNG أو WebP). نحذف من الصور مكان التقاطها.
forms-files-hint-pdf = يمكنك إرسال ما يصل إلى { $most } من ملفات PDF، حجم كل منها 20 ميغابايت على الأكثر.
forms-files-sent = الملفات التي أضفتها
forms-files-remove = حذف
forms-files-add = إضافة هذه الملفات
forms-files-waiting = ما زلنا نفحصه بحثًا عن الفيروسات.
forms-files-infected = وجدنا فيه فيروسًا وحذفناه.
forms-whole-not-asked = هذا السؤال لا يُطرح هنا، أو لا يُطرح بعد الإجابات الأخرى. اتركه.
forms-whole-not-proved = اكتب البريد الإلكتروني أو رقم الجوال المسجّل في حسابك: يجب أن نتأكد من أنه لك.


forms-told-for-subject = ملأنا استمارة نيابةً عنك: { $service }
forms-told-for-body = طلبت منا أن نملأ "{ $service }" نيابةً عنك. أرسلناها بما قلته لنا. الرقم المرجعي هو { $reference }. إذا لم تطلب ذلك أو كان فيها خطأ فأخبرنا من فضلك.
forms-for-words-other = سأملأ هذه الاستمارة نيابةً عن { $name } بما تقوله لي، وأقرؤها عليك قبل أن أرسلها. ستصل رسالة إلى { $name }، ويمكن رؤية الاستمارة في الحساب. هل هذا ما تريده؟
forms-for-words = سأملأ هذه الاستمارة نيابةً عنك بما تقوله لي، وأقرؤها عليك قبل أن أرسلها. ستصلك رسالة، ويمكنك رؤيتها في حسابك. هل هذا ما تريده؟

forms-fact-started = بُدئ نموذج
forms-fact-answered = أُجيب عن صفحة من نموذج
forms-fact-saved = حُفظ نموذج لوقت لاحق
forms-fact-deleted = حُذف نموذج
forms-fact-expired = أُزيل نموذج لم يُرسل
