# كلمات الإطار والمكوّنات، وتظهر في كل صفحة.

page-skip = انتقل إلى المحتوى الرئيسي
page-error = خطأ
page-error-summary = توجد مشكلة
page-warning = تحذير
page-back = رجوع
page-breadcrumbs = أنت هنا
page-menu = القائمة
page-service-information = الخدمة
page-language = اللغة
page-yes = نعم
page-no = لا

page-date-day = اليوم
page-date-month = الشهر
page-date-year = السنة

page-password-show = إظهار
page-password-hide = إخفاء
page-password-show-label = إظهار كلمة المرور
page-password-hide-label = إخفاء كلمة المرور
page-password-shown = كلمة المرور ظاهرة
page-password-hidden = كلمة المرور مخفية

page-characters-limit = الحد الأقصى لعدد الأحرف: { $count }
page-characters-left = الأحرف المتبقية
page-characters-none = لم تبقَ أي أحرف
page-characters-over = عدد الأحرف الزائدة

page-banner-important = مهم
page-banner-success = تم

page-pagination = الصفحات
page-previous = الصفحة السابقة
page-previous-hidden = { "" }
page-next = الصفحة التالية
page-next-hidden = { "" }

page-copy = نسخ
page-copied = تم النسخ

page-home = الصفحة الرئيسية
page-account = حسابك
page-keys = مفاتيح للبرامج
page-account-of = سجّلت الدخول باسم
page-sign-in = تسجيل الدخول
page-sign-out = تسجيل الخروج
page-services = الخدمات
page-track = تابع طلبًا
page-navigation = الأقسام الرئيسية

page-person-title = تحدّث إلى شخص
page-person-intro = يمكنك دائمًا الوصول إلى شخص يساعدك. اختر ما يناسبك.
page-person-call = اتصل بنا
page-person-callback = اطلب أن نتصل بك
page-person-callback-hint = اختر الوقت المناسب. لن تدفع ثمن المكالمة.
page-person-visit = زرنا
page-person-visit-hint = عناويننا وأوقات عملنا.
page-person-message = أرسل إلينا رسالة
page-person-message-hint = نرد عليك كتابةً.

page-footer = عن هذا الموقع
page-help = أسئلة وأجوبة
page-promises = وعودنا: ما وفينا به وما لم نفِ به
page-accessibility = بيان سهولة الوصول
page-privacy = الخصوصية
page-cookies = ملفات تعريف الارتباط
page-emergency = هل أنت في خطر الآن؟ اتصل بالرقم 999.
page-person-hours = من الاثنين إلى الجمعة، من التاسعة صباحًا إلى الخامسة مساءً. يجيبك شخص.
page-demo = تجربة
page-demo-words = هذا مجلس وهمي. لا يصل أي شيء تكتبه هنا إلى مجلس حقيقي.
page-demo-link = ما الذي يمكنك تجربته

page-field-empty = املأ هذا الحقل
page-field-too-long = يجب ألا يزيد عدد الأحرف على { $most }
page-field-control = احذف الأحرف التي لا يمكن رؤيتها أو طباعتها. تساعد عادةً كتابة النص من جديد.
page-field-direction = احذف العلامات المخفية التي تغيّر اتجاه النص. تساعد عادةً كتابة النص من جديد.
page-address-not-understood = في عنوان هذه الصفحة خطأ ما. تحقق منه، أو ابحث عن الصفحة من جديد من صفحة البداية.
page-form-not-understood = لم نتمكن من قراءة ما أُرسل. ارجع وأعد تحميل الصفحة ثم حاول مرة أخرى.
page-form-too-many-fields = أُرسل هذا النموذج بحقول أكثر مما في أي صفحة من صفحاتنا، ولذلك لم نقرأه. ارجع وأعد تحميل الصفحة ثم حاول مرة أخرى.
page-reference-mistyped = يوجد خطأ في هذا الرقم المرجعي. تحقق من كل حرف ورقم.

page-file-hint = يمكنك إرسال ما يصل إلى { $most } من الملفات، حجم كل منها 20 ميغابايت على الأكثر: صور (JPEG أو PNG أو WebP) أو ملفات PDF. نحذف من الصور مكان التقاطها.
page-file-not-there = لم يعد هذا الملف موجودًا، أو أُرسل معه شيء من قبل. أرسله مرة أخرى.
page-file-slow = أرسلت ملفات كثيرة في وقت قصير. ما أرسلته من قبل محفوظ. حاول مرة أخرى بعد ساعة.
page-file-empty = الملف “{ $name }” فارغ. اختره مرة أخرى.
page-file-too-large = الملف “{ $name }” أكبر من 20 ميغابايت. أرسل ملفًا أصغر.
page-file-too-many = لم نضف “{ $name }”: بلغت أكبر عدد من الملفات يمكنك إرساله. احذف ملفًا أولًا.
page-file-too-much = لم نضف “{ $name }”: يجب ألا يزيد حجم الملفات كلها معًا على 100 ميغابايت. احذف ملفًا أولًا.
page-file-kind = لا يمكننا قبول “{ $name }”. أرسل صورة (JPEG أو PNG أو WebP) أو ملف PDF.
page-file-kind-photo = “{ $name }” ليس صورة يمكننا قبولها. أرسل صورة JPEG أو PNG أو WebP.
page-file-kind-pdf = “{ $name }” ليس ملف PDF. أرسل ملف PDF.
page-file-heic = لا يمكننا قراءة “{ $name }” لأنها صورة HEIC. افتحها على هاتفك والتقط صورة للشاشة ثم أرسلها.
page-file-broken = لا يمكننا قراءة “{ $name }”. ربما يكون تالفًا. أرسله مرة أخرى أو أرسل ملفًا آخر.
page-file-pixels = الصورة “{ $name }” أكبر مما نستطيع قبوله. أرسل صورة أصغر.
page-file-virus = وجدنا فيروسًا في “{ $name }”، لذلك لم نحفظه. قد يحتاج الجهاز الذي جاء منه إلى فحص.
page-file-no-room = لا يمكننا حفظ “{ $name }” الآن. لم يضع شيء آخر. حاول مرة أخرى بعد بضع دقائق.
