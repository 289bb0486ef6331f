# Spaces inside telephone numbers are no-break spaces: others would turn the order of the groups round.
# تسجيل الدخول وإنشاء الحساب وحساب المقيم نفسه.

residents-sign-in = تسجيل الدخول
residents-sign-in-intro = اكتب عنوان بريدك الإلكتروني أو رقم هاتفك المحمول. سنرسل إليك رمزًا لتسجيل الدخول.
residents-sign-up = إنشاء حساب
residents-sign-up-intro = اكتب عنوان بريدك الإلكتروني أو رقم هاتفك المحمول. سنرسل إليك رمزًا لنتأكد من أنه لك.
residents-sign-in-password = تسجيل الدخول بكلمة مرور
residents-address = البريد الإلكتروني أو رقم الهاتف المحمول
residents-address-hint = مثل name@post.example أو 07700 900123
residents-send-code = أرسلوا إليّ رمزًا
residents-use-password = تسجيل الدخول بكلمة مرور بدلًا من ذلك
residents-use-code = تسجيل الدخول برمز بدلًا من ذلك
residents-have-account = هل لديك حساب؟
residents-no-account = ليس لديك حساب بعد؟
residents-not-needed = لا تحتاج إلى حساب لاستخدام خدمة مرة واحدة.

residents-address-empty = اكتب عنوان بريدك الإلكتروني أو رقم هاتفك المحمول
residents-address-shape = اكتب عنوان بريد إلكتروني مثل name@post.example أو رقم هاتف مثل 07700 900123
residents-address-landline = لا نستطيع إرسال رسالة نصية إلى هذا الرقم. اكتب بريدًا إلكترونيًا أو رقم هاتف محمول
residents-address-no-texts = لا نستطيع إرسال رسائل نصية بعد. اكتب عنوان بريد إلكتروني، أو اتصل بنا على { $phone }
residents-email-empty = اكتب عنوان بريد إلكتروني
residents-email-shape = اكتب عنوان بريد إلكتروني مثل name@post.example
residents-phone-empty = اكتب رقم هاتف
residents-phone-shape = اكتب رقم هاتف مثل 07700 900123 أو 01632 960123
residents-codes-too-many = { $minutes ->
    [one] أرسلنا عدة رموز بالفعل. استخدم أحدثها أو اطلب رمزًا آخر بعد دقيقة
    [two] أرسلنا عدة رموز بالفعل. استخدم أحدثها أو اطلب رمزًا آخر بعد دقيقتين
    [few] أرسلنا عدة رموز بالفعل. استخدم أحدثها أو اطلب رمزًا آخر بعد { $minutes } دقائق
   *[other] أرسلنا عدة رموز بالفعل. استخدم أحدثها أو اطلب رمزًا آخر بعد { $minutes } دقيقة
 }
residents-codes-linked = { $minutes ->
    [one] أرسلنا عدة رموز بالفعل. في أحدث رسالة رابط يعمل بدون رمز. أو اطلب رمزًا آخر بعد دقيقة
    [two] أرسلنا عدة رموز بالفعل. في أحدث رسالة رابط يعمل بدون رمز. أو اطلب رمزًا آخر بعد دقيقتين
    [few] أرسلنا عدة رموز بالفعل. في أحدث رسالة رابط يعمل بدون رمز. أو اطلب رمزًا آخر بعد { $minutes } دقائق
   *[other] أرسلنا عدة رموز بالفعل. في أحدث رسالة رابط يعمل بدون رمز. أو اطلب رمزًا آخر بعد { $minutes } دقيقة
 }
residents-codes-sign-in = { $minutes ->
    [one] أرسلنا عدة رسائل إلى هناك بالفعل. سجّل الدخول فلا تحتاج إلى رسالة، أو اطلب مرة أخرى بعد دقيقة
    [two] أرسلنا عدة رسائل إلى هناك بالفعل. سجّل الدخول فلا تحتاج إلى رسالة، أو اطلب مرة أخرى بعد دقيقتين
    [few] أرسلنا عدة رسائل إلى هناك بالفعل. سجّل الدخول فلا تحتاج إلى رسالة، أو اطلب مرة أخرى بعد { $minutes } دقائق
   *[other] أرسلنا عدة رسائل إلى هناك بالفعل. سجّل الدخول فلا تحتاج إلى رسالة، أو اطلب مرة أخرى بعد { $minutes } دقيقة
 }
residents-too-many = { $minutes ->
    [one] محاولات كثيرة جدًا. حاول مرة أخرى بعد دقيقة أو سجّل الدخول برمز
    [two] محاولات كثيرة جدًا. حاول مرة أخرى بعد دقيقتين أو سجّل الدخول برمز
    [few] محاولات كثيرة جدًا. حاول مرة أخرى بعد { $minutes } دقائق أو سجّل الدخول برمز
   *[other] محاولات كثيرة جدًا. حاول مرة أخرى بعد { $minutes } دقيقة أو سجّل الدخول برمز
 }

residents-code = راجع رسائلك
residents-code-sent = أرسلنا رمزًا من ستة أرقام إلى
residents-code-lasts = الرمز صالح لمدة 10 دقائق. قد يستغرق وصوله دقيقة.
residents-code-label = الرمز
residents-code-missing = لم يصلك شيء؟
residents-code-again = إرسال رمز جديد
residents-address-other = استخدام بريد إلكتروني أو رقم آخر
residents-continue = متابعة
residents-code-shape = اكتب الرمز المكوّن من ستة أرقام الذي أرسلناه إليك
residents-code-wrong = { $left ->
    [one] هذا ليس الرمز. بقيت لك محاولة واحدة
    [two] هذا ليس الرمز. بقيت لك محاولتان
    [few] هذا ليس الرمز. بقيت لك { $left } محاولات
   *[other] هذا ليس الرمز. بقيت لك { $left } محاولة
 }
residents-code-over = لم يعد هذا الرمز صالحًا. اطلب رمزًا جديدًا
residents-link = المتابعة بدون رمز
residents-link-sent = أُرسل هذا الرابط إلى
residents-link-intro = اضغط الزر للمتابعة. يعمل الرابط مرة واحدة.
residents-link-over = لم يعد هذا الرابط صالحًا
residents-link-over-intro = يعمل لمدة ساعة ومرة واحدة فقط. يمكنك طلب رمز جديد.
residents-link-again = طلب رمز جديد

residents-details-new = معلومات عنك
residents-details-new-intro = ستسجّل الدخول باستخدام
residents-name = الاسم
residents-name-hint = بماذا نناديك؟
residents-name-empty = اكتب اسمك
residents-name-long = يمكن أن يتكوّن اسمك من { $most } حرف على الأكثر
residents-name-marks = اكتب اسمك بالحروف فقط. فيه علامات مخفية
residents-name-changed = تغيّر الاسم في هذه الأثناء إلى { $name }. احفظ مرة أخرى لتغييره
residents-make-account = إنشاء حسابي

residents-password = كلمة المرور
residents-password-optional = كلمة المرور (اختيارية)
residents-password-hint = 10 أحرف أو أكثر. ثلاث كلمات لا يجمعها أحد غيرك خيار جيد. من دون كلمة مرور نرسل إليك رمزًا في كل مرة.
residents-password-empty = اكتب كلمة المرور
residents-password-wrong = البريد الإلكتروني أو الرقم أو كلمة المرور غير صحيحة. حاول مرة أخرى أو سجّل الدخول برمز
residents-password-short = يجب أن تتكوّن كلمة المرور من { $least } أحرف أو أكثر
residents-password-long = يمكن أن تتكوّن كلمة المرور من { $most } حرفًا على الأكثر
residents-password-common = كلمة المرور هذه من أول ما يخمّنه الناس. اختر غيرها
residents-password-own = يجب ألا تكون كلمة المرور اسمك أو عنوانك أو اسم المجلس
residents-password-repeated = كلمة المرور هذه تكرر نفسها. اختر غيرها
residents-password-run = كلمة المرور هذه صف من المفاتيح أو الأرقام. اختر غيرها
residents-password-set = محددة
residents-password-none = غير محددة. نرسل إليك رمزًا في كل مرة
residents-password-choose = اختيار كلمة مرور
residents-password-change = تغيير كلمة المرور
residents-password-intro = بعد ذلك تبقى مسجّل الدخول هنا ويُسجّل خروجك من كل مكان آخر.
residents-password-current = كلمة مرورك الحالية
residents-password-current-wrong = هذه ليست كلمة مرورك الحالية
residents-password-new = كلمة المرور الجديدة
residents-password-remove = إزالة كلمة المرور
residents-password-remove-intro = اكتب كلمة مرورك الحالية أعلاه. بعد ذلك نرسل إليك رمزًا في كل مرة.

residents-details = بياناتك
residents-change = تغيير
residents-none = غير مذكور
residents-email = البريد الإلكتروني
residents-email-change-hint = سنرسل رمزًا إلى العنوان الجديد.
residents-phone = رقم الهاتف
residents-phone-change-hint = نرسل رمزًا إلى الهاتف المحمول. ونحتفظ برقم الهاتف الأرضي لنتصل بك.
residents-phone-landline = { $number } (للمكالمات فقط)
residents-phone-last = أضف بريدًا إلكترونيًا أولًا. من دونه لن تستطيع تسجيل الدخول برقم أرضي
residents-remove = إزالته
residents-address-last = تحتاج إلى بريد إلكتروني أو رقم هاتف محمول واحد لتسجيل الدخول. أضف غيره أولًا ثم أزل هذا.
residents-address-taken = هذا العنوان مسجّل في حساب آخر. سجّل الدخول به لترى ذلك الحساب
residents-language = اللغة
residents-language-hint = لهذه الصفحات ولكل ما نرسله إليك.
residents-language-empty = اختر لغة
residents-save = حفظ

residents-sessions = أين سجّلت الدخول
residents-sessions-intro = أنهِ الجلسة التي لا تعرفها ثم غيّر كلمة المرور.
residents-session-begun = تسجيل الدخول: { $when }.
residents-session-seen = آخر استخدام: { $when }.
residents-session-this = أنت هنا الآن
residents-session-end = إنهاؤها
residents-sessions-end = إنهاء كل الجلسات الأخرى

residents-done-name = تم تغيير اسمك.
residents-done-email = تم تغيير بريدك الإلكتروني.
residents-done-phone = تم تغيير رقم هاتفك.
residents-done-email-removed = تمت إزالة بريدك الإلكتروني.
residents-done-phone-removed = تمت إزالة رقم هاتفك.
residents-done-password = تم تحديد كلمة المرور. سُجّل خروجك من كل مكان آخر.
residents-done-password-removed = تمت إزالة كلمة المرور. نرسل إليك رمزًا في كل مرة.
residents-done-language = تم تغيير لغتك.
residents-done-sessions = سُجّل خروجك من هناك.

residents-fact-joined = أُنشئ حساب
residents-fact-signed-in = تسجيل دخول
residents-fact-sign-in-failed = حاول شخص تسجيل الدخول ولم ينجح
residents-fact-changed = تغيّرت بيانات الحساب
residents-fact-exported = وُضع كل ما نحتفظ به في ملف
residents-fact-erasure-asked = طُلب المحو
residents-fact-erased = مُحيت البيانات الشخصية
residents-fact-held = وُضع حفظ قانوني
residents-fact-released = انتهى الحفظ القانوني

residents-told-hello = مرحبًا،
residents-told-dear = مرحبًا { $name }،
residents-told-link = انظر هنا:
residents-told-closing = { $council }
    الهاتف { $phone }
residents-told-code-subject = رمزك: { $code }
residents-told-code-body = رمزك هو { $code }. وهو صالح لمدة { $minutes } دقائق.

    اكتبه في صفحتنا فقط. لن نطلبه منك أبدًا بالهاتف. إذا لم تطلب رمزًا فلا تفعل شيئًا.
residents-told-code-text = { $code } هو رمزك لدى { $council }. وهو صالح لمدة { $minutes } دقائق. لا تخبر به أحدًا.
residents-told-last-code-subject = رمزك: { $code }
residents-told-last-code-body = رمزك هو { $code }. وهو صالح لمدة { $minutes } دقائق.

    طُلبت عدة رموز في وقت قصير، لذلك لن نرسل المزيد لمدة تصل إلى ساعة. لم يُقفل شيء: طوال هذا الوقت يتيح لك الرابط أدناه الدخول بدون رمز.

    استخدم كليهما في صفحتنا فقط. لن نطلبهما منك أبدًا بالهاتف. إذا لم تطلب رمزًا فلا تفعل شيئًا.
residents-told-last-code-text = { $code } هو رمزك لدى { $council }. وهو صالح لمدة { $minutes } دقائق. خلال الساعة القادمة يتيح لك هذا الرابط الدخول بدون رمز. لا تعطه لأحد.
residents-told-address-subject = لم يعد هذا عنوان حسابك
residents-told-address-body = في { $when } أُزيل هذا العنوان من حسابك أو وُضع غيره مكانه.

    إذا لم تفعل ذلك بنفسك فاتصل بنا على { $phone }.
residents-told-address-text = { $council }: في { $when } أُزيل هذا الرقم من حسابك أو وُضع غيره مكانه. إذا لم تفعل ذلك بنفسك فاتصل على { $phone }.
residents-told-password-subject = تغيّرت كلمة مرورك
residents-told-password-body = في { $when } حُددت كلمة مرور حسابك أو غُيّرت أو أُزيلت.

    إذا لم تفعل ذلك بنفسك فاتصل بنا على { $phone }.
residents-told-password-text = { $council }: في { $when } حُددت كلمة مرورك أو غُيّرت أو أُزيلت. إذا لم تفعل ذلك بنفسك فاتصل على { $phone }.
