# صفحات تشمل عدة أقسام: البداية والحساب والتواصل والأخطاء.

server-start-title = ماذا تحتاج؟
server-start-lead = أخبرنا بكلماتك. يمكنك إنجاز كل شيء هنا، ليلاً أو نهاراً، بحساب أو من دونه.
server-start-search = ابحث عن خدمة
server-start-search-hint = مثلاً: لم تُجمع القمامة، الانتقال إلى منزل جديد، براز الكلاب
server-start-button = بحث
server-start-often = كثيراً ما يحتاج الناس إلى
server-start-browse = جميع الخدمات
server-start-browse-link = عرض كل الخدمات مرتبة
server-start-follow = هل طلبت منا شيئاً من قبل؟
server-start-follow-words = اعرف أين وصل طلبك برقم المرجع.

server-account-title = حسابك
server-account-hello = مرحباً { $name }
server-account-cases = طلباتك
server-account-no-cases = لم تطلب منا شيئاً بعد. عندما تفعل، يمكنك متابعته هنا.
server-account-first = ابحث عن خدمة
server-account-drafts = بدأته ولم ترسله
server-account-no-drafts = لا شيء ينتظر الإكمال.
server-account-draft-carry-on = أكمل
server-account-draft-saved = حُفظ في { $date }
server-account-draft-until = نحتفظ به حتى { $date }
server-account-details = بياناتك وطريقة تسجيل دخولك
server-account-older = طلبات أقدم
server-account-older-drafts = ما بدأته قبل هذه
server-account-reference = رقم المرجع
server-account-status = أين وصل
server-account-promise = وعدنا
server-account-late = لقد تأخرنا. نعتذر.
server-account-unread = { $n ->
    [one] رسالة جديدة واحدة
    [two] رسالتان جديدتان
    [few] { $n } رسائل جديدة
   *[other] { $n } رسالة جديدة
 }

server-visit-title = زُرنا
server-visit-lead = يمكنك الحضور من دون موعد. لا نردّ أحداً.
server-visit-where = المكان
server-visit-when = المواعيد
server-visit-hours = من الاثنين إلى الجمعة، من 9 صباحاً إلى 5 مساءً. نغلق في العطل الرسمية.
server-visit-help = المساعدة عند حضورك
server-visit-help-words = يمكنك استخدام حواسيبنا وهواتفنا. يمكن لأحدنا أن ينجز الأمر معك أو نيابة عنك. أخبرنا إن كنت تحتاج إلى مترجم أو غرفة خاصة أو مدخل بلا درج.
server-visit-closed = عندما نكون مغلقين
server-visit-closed-words = لأمر لا يحتمل الانتظار، اتصل على

server-error-home = إلى صفحة البداية
server-error-not-found-title = لا نجد هذه الصفحة
server-error-not-found = قد يكون العنوان مكتوباً خطأ، أو ليس مسموحاً لك برؤية هذا. إن كنت تبحث عن طلب قدمته فاستخدم «تابع طلبًا» مع رقم المرجع.
server-error-forbidden-title = لا يمكنك فعل هذا
server-error-forbidden = أنت مسجّل الدخول، لكن هذا ليس لك لتراه أو تغيّره. إن كنت ترى غير ذلك فتواصل معنا.
server-error-sign-in-title = سجّل الدخول أولاً
server-error-sign-in = تحتاج إلى تسجيل الدخول لرؤية هذه الصفحة.
server-signed-out-title = تم تسجيل خروجك
server-signed-out = تم تسجيل خروجك قبل إرسال هذا، لذلك لم يُرسَل. ما كتبته موجود أدناه ولم يضِع. سجّل الدخول في نافذة أخرى، ثم عُد إلى هذه الصفحة وأرسله مرة أخرى.
server-signed-out-door = تسجيل الدخول في نافذة أخرى
server-signed-out-typed = ما كتبته
server-signed-out-again = أرسله مرة أخرى
server-error-changed-title = لقد تغيّر هذا
server-error-changed = غيّر أحدهم هذا بينما كنت تنظر إليه. لم يُفقد شيء ولم يُستبدل. ارجع وحمّل الصفحة من جديد وانظر قبل أن تحاول مرة أخرى.
server-error-refused-title = لم نتمكن من فعل هذا
server-error-cross-site = لم يأت هذا الطلب من إحدى صفحاتنا، فلم ننفذه. افتح موقعنا وحاول من هناك.
server-error-wrong-method = لا يمكن استخدام هذا العنوان بهذه الطريقة. افتح موقعنا وحاول مرة أخرى هناك.
server-error-bad-request-title = لم نفهم هذا
server-error-too-many-title = انتظر لحظة
server-error-too-many = كانت هناك محاولات كثيرة. لم يُقفل شيء.
server-error-seconds = { $seconds ->
    [one] حاول مجدداً بعد ثانية واحدة.
    [two] حاول مجدداً بعد ثانيتين.
    [few] حاول مجدداً بعد { $seconds } ثوانٍ.
   *[other] حاول مجدداً بعد { $seconds } ثانية.
 }
server-error-flood-title = طلبات كثيرة في وقت واحد
server-error-flood = تصلنا من شبكتك طلبات أكثر مما نستطيع الرد عليه، ولذلك لم ننظر في هذا الطلب. انتظر بضع ثوانٍ ثم حاول مرة أخرى.
server-error-slow-title = استغرق هذا وقتًا طويلًا
server-error-slow = لم يصلنا ما أرسلته في الوقت المحدد، أو لم نتمكن من الرد في الوقت المحدد. تحقق من اتصالك ثم حاول مرة أخرى. إذا كان الأمر لا يحتمل الانتظار فاتصل بنا.
server-error-too-large-title = هذا كثير دفعة واحدة
server-error-too-large = ما أرسلته أكبر مما نستطيع استلامه. أرسل نصاً أقل أو قسّمه.
server-error-unavailable-title = لا نستطيع حفظ هذا الآن
server-error-unavailable = لم يُخزَّن شيء ولم يُفقد شيء. ارجع وحاول بعد دقيقة. إن كان الأمر لا يحتمل الانتظار فاتصل بنا.
server-error-internal-title = حدث خطأ من جانبنا
server-error-internal = ليس هذا ذنبك، وقد سجّلناه. ارجع وحاول مرة أخرى. إن تكرر فاتصل بنا.

server-access-title = بيان إمكانية الوصول
server-access-how-title = كيف ينبغي أن تتمكن من استخدام هذا الموقع
server-access-how = يمكنك التكبير إلى 400% من دون أن يخرج النص عن الشاشة، واستخدام لوحة المفاتيح وحدها، واستخدام قارئ شاشة، واستخدامه بلا برامج نصية، وقراءته من اليمين إلى اليسار بالعربية.
server-access-status-title = مدى إمكانية الوصول
server-access-status = بُني هذا الموقع ليستوفي إرشادات الوصول إلى محتوى الويب الإصدار 2.2 المستوى AA. يُفحص كل نوع من الصفحات آلياً بكل لغة وبعرض الهاتف والحاسوب كلما تغيّر الموقع.
server-access-known-title = ما ليس متاحاً
server-access-known = لا نعرف شيئاً الآن. لم يختبر مستخدمو التقنيات المساعدة كل صفحة بعد؛ وما يجدونه يُذكر هنا.
server-access-tell-title = أخبرنا
server-access-tell = إن وجدت شيئاً لا تستطيع استخدامه، أو احتجت إلى هذا بخط كبير أو بلغة مبسطة أو صوتاً أو بلغة أخرى، فاتصل بنا أو راسلنا. نرد خلال 5 أيام عمل.
server-access-enforce-title = إن لم يرضك ردنا
server-access-enforce = تطبّق لجنة المساواة وحقوق الإنسان القواعد. ويمكن لخدمة المشورة والدعم في المساواة أن تنصحك.

server-privacy-title = خصوصيتك
server-privacy-what-title = ما نحتفظ به
server-privacy-what = ما تخبرنا به في النموذج، وطريقة التواصل معك، والرسائل بيننا، وما فعلناه بشأنها.
server-privacy-why-title = لماذا يجوز لنا ذلك
server-privacy-why = لأداء واجبات المجلس العامة والوفاء بوعودنا لك. لا نبيعه ولا نستخدمه في الإعلان.
server-privacy-long-title = كم المدة
server-privacy-long = تذكر كل خدمة المدة بعد انتهائها. النموذج الذي بدأته ولم ترسله يُحذف بعد 28 يوماً.
server-privacy-who-title = من يراه
server-privacy-who = الموظفون الذين يحتاجونه لطلبك. كلما فتح موظف شيئاً عنك نسجّل من ومتى ولماذا.
server-privacy-rights-title = حقوقك
server-privacy-rights = يمكنك أن تطلب رؤية ما لدينا، وتصحيح الأخطاء، وأن تشتكي إلينا أو إلى مفوض المعلومات.

server-cookies-title = ملفات تعريف الارتباط
server-cookies-only-title = الضروري فقط
server-cookies-only = لا نستخدم ملفات للإعلان ولا لعدّ الزوار، فليس هناك ما تقبله أو ترفضه.
server-cookies-session-title = __Host-session
server-cookies-session = يجمع ما تفعله أثناء ملء النموذج ويبقيك مسجّل الدخول. يزول بعد 30 يوماً أو عند تسجيل الخروج.
server-cookies-staff-title = __Host-staff
server-cookies-staff = الشيء نفسه لموظفي المجلس. يزول بعد 12 ساعة.
server-cookies-device-title = __Host-device
server-cookies-device = يتذكر أنك سجّلت الدخول من هذا الجهاز من قبل، كي لا يقفل حسابك غرباء يخمنون كلمة مرورك. يزول بعد 400 يوم.
server-cookies-lang-title = __Host-lang
server-cookies-lang = يتذكر اللغة التي اخترتها. يزول بعد سنة.

server-demo-title = جرّب المجلس التجريبي
server-demo-lead = إيستمير مدينة متخيلة، وأهلها متخيلون. وكل ما عدا ذلك يعمل كما لو كان لك.
server-demo-people = بأي اسم تسجّل الدخول
server-demo-residents = السكان
server-demo-staff = الموظفون
server-demo-try = ماذا تجرّب
server-demo-messages-title = الرسائل المرسلة
server-demo-messages-lead = في النسخة التجريبية لا تغادر أي رسالة هذا الجهاز. تظهر هنا كل رسالة كانت سترسل، والرموز أيضاً.
server-demo-no-messages = لا رسائل بعد. اطلب شيئاً وستظهر أول رسالة هنا.
server-demo-to = إلى
server-demo-older = رسائل أقدم
server-demo-password = لكل ساكن مذكور هنا كلمة المرور
server-demo-codes = تظهر الرموز المرسلة بالبريد أو الرسائل النصية في
server-demo-sign-in = سجّل الدخول كأحد السكان
server-demo-staff-sign-in = سجّل الدخول كموظف
server-demo-staff-how = لا كلمة مرور للموظفين في النسخة التجريبية. لكل منهم زر في صفحة تسجيل دخول الموظفين: اضغط عليه لتدخل.
server-demo-about-open = لديها طلبات مفتوحة
server-demo-about-late = ينتظر شيئاً تأخر
server-demo-about-new = لديه حساب ولا شيء فيه بعد
server-demo-about-officer = موظف خدمة العملاء: يرى كل القضايا، ويُنهي ما يتولاه منها
server-demo-about-member = يعمل في نظافة الشوارع
server-demo-about-leader = يقود فريق الإصلاحات: المتأخر والراكد وما لا صاحب له
server-demo-about-owner = يملك الخدمات: التعريفات والوعود والفرق
server-demo-about-administrator = يدير الموظفين والفرق
server-demo-try-search = ابحث مع خطأ إملائي: «bin not colected»
server-demo-try-report = أبلغ عن حفرة من هاتفك بلا حساب
server-demo-try-track = تابعها برقم المرجع ورمز
server-demo-try-desk = أجب عنها من المكتب وانظر كيف يُبلَّغ الساكن
server-demo-try-language = أنجز كل ذلك من اليمين إلى اليسار بالعربية
