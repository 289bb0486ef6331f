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
residents-sessions-intro = أنهِ الجلسة التي لا تعرفها ثم غيّر كلمة المرور. ينهي ذلك مفاتيح البرامج أيضًا، وكذلك إنهاء كل الجلسات الأخرى.
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
residents-fact-imported = نُقل من سجل آخر
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
residents-told-answer = يمكنك أيضًا الرد على هذه الرسالة مباشرة. يضاف ما تكتبه إلى طلبك، ومعه صورك.
residents-told-closing = { $council }
    الهاتف { $phone }
residents-told-code-subject = رمزك: { $code }
residents-told-code-body = رمزك هو { $code }. وهو صالح لمدة { $minutes } دقائق.

    اكتبه في صفحتنا فقط. لن نطلبه منك أبدًا بالهاتف. إذا لم تطلب رمزًا فلا تفعل شيئًا.
residents-told-code-text = { $code } هو رمزك لدى { $council }. وهو صالح لمدة { $minutes } دقائق. لا تخبر به أحدًا.
residents-told-read-out-subject = رمز لقراءته بصوت مسموع: { $code }
residents-told-read-out-body = رمزك هو { $code }. وهو صالح لمدة { $minutes } دقائق.

    أنت تتحدث مع موظف في { $council } طلب منا إرساله. اقرأه له. وإذا لم تكن تتحدث معنا الآن فلا تخبر به أحدًا: ربما يسأل شخص ما باسمك.
residents-told-read-out-text = { $code } هو الرمز الذي تقرؤه لموظف { $council } إذا كنت تتحدث معنا الآن. وإلا فلا تخبر به أحدًا.
residents-told-join-code-subject = رمز لإثبات أن حسابين لك: { $code }
residents-told-join-code-body = رمزك هو { $code }. وهو صالح لمدة { $minutes } دقائق.

    طلبه شخص سجّل الدخول إلى حساب آخر. كل من يكتبه هناك يرى كل ما في حسابك. اكتبه فقط إذا كان ذلك الحساب لك أيضًا، وعلى صفحتنا نحن فقط.

    لا نطلبه أبدًا عبر الهاتف. إذا لم تطلب رمزًا فلا تفعل شيئًا، ولا تخبر به أحدًا: فقد يكون هناك من يطلبه باسمك.
residents-told-join-code-text = { $code } يثبت لدى { $council } أن حسابين لك. كل من يكتبه يرى كل ما في هذا الحساب. إذا لم تطلبه فلا تخبر به أحدًا.
residents-told-join-read-out-subject = رمز لقراءته بصوت مسموع بشأن حسابين: { $code }
residents-told-join-read-out-body = رمزك هو { $code }. وهو صالح لمدة { $minutes } دقائق.

    أنت تتحدث مع موظف لدى { $council } بشأن حسابين. اقرأه له فقط إذا كان الحسابان لك: من تلك اللحظة يعرض كل منهما كل ما في الآخر.

    إذا لم تكن تتحدث معنا الآن فلا تخبر به أحدًا: فقد يكون هناك من يطلبه باسمك.
residents-told-join-read-out-text = { $code } هو الرمز الذي تقرؤه لموظف { $council } إذا كنت تتحدث معنا الآن بشأن حسابين كلاهما لك. وإلا فلا تخبر به أحدًا.
residents-told-join-subject = هل لديك حساب آخر أيضًا؟
residents-told-join-body = نعتقد أن لديك حسابًا آخر لدينا. لا يعرض أي من الحسابين شيئًا من الآخر، ولم يُعرض شيء يخصك على أحد.

    إذا كان لك: سجّل الدخول إلى الحساب الأحدث واطلب رمزًا هناك. سيصل إلى هذا الحساب.

    إذا لم يكن لك: سجّل الدخول إلى هذا الحساب وافتح الصفحة أدناه واختر «هذا ليس أنا»، أو اتصل بنا على { $phone }.
residents-told-join-text = { $council }: نعتقد أن لديك حسابًا آخر لدينا. لم يُعرض شيء يخصك. إذا لم يكن لديك حساب آخر فأخبرنا من حسابك أو اتصل على { $phone }.
residents-told-join-proved-subject = حسابان لك يعرضان الآن الشيء نفسه
residents-told-join-proved-body = أُثبت لنا أن حسابًا آخر لك أيضًا. من الآن يعرض كل منهما طلبات الحسابين.

    إذا لم تفعل ذلك بنفسك فسجّل الدخول إلى هذا الحساب وافتح الصفحة أدناه واختر «هذا ليس أنا»، أو اتصل بنا على { $phone }. من تلك اللحظة لا يعرض أي منهما شيئًا من الآخر.
residents-told-join-proved-text = { $council }: حساب آخر يعرض الآن طلباتك لأنه أُثبت أنه لك. إذا لم تفعل ذلك بنفسك فأخبرنا من حسابك أو اتصل على { $phone }.
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

residents-needs = ما يساعدك
residents-needs-some = أخبرتنا بما يساعدك
residents-needs-none = لم تخبرنا بشيء
residents-done-needs = حُفظ ما يساعدك.
residents-needs-lead = أخبرنا مرة واحدة بما يجعل التعامل معنا صعبًا وبما يساعدك. نلتزم به بعد ذلك في كل خطاب ورسالة ومكالمة.
residents-needs-why = لا يلزمك أن تجيب عن شيء، ولا يطلب منك أحد إثباتًا. يمكنك تغيير كل إجابة أو سحبها هنا في أي وقت.
residents-needs-barriers = ما الذي يجعل الأمر صعبًا؟
residents-needs-barriers-hint = اختر كل ما ينطبق.
residents-needs-help = ما الذي يساعدك؟
residents-needs-interpreter = هل تحتاج إلى مترجم؟
residents-needs-interpreter-none = لا
residents-needs-calls = هل يمكننا الاتصال بك هاتفيًا؟
residents-needs-calls-any = نعم، في أي وقت من يوم عملنا
residents-needs-calls-from = نعم، ولكن بعد { $hour } فقط
residents-needs-calls-never = لا، لا تتصلوا بي أبدًا
residents-needs-channel = كيف نخبرك بالأمور؟
residents-needs-channel-hint = إذا اخترت طريقة واحدة فلن نستخدم غيرها.
residents-needs-channel-any = أي طريقة مناسبة
residents-needs-only-email = بالبريد الإلكتروني فقط
residents-needs-only-text = برسالة نصية فقط
residents-needs-only-letter = بخطاب فقط
residents-needs-only-phone = بالهاتف فقط: اتصلوا بي
residents-needs-write-to = عنوان آمن للخطابات
residents-needs-write-to-hint = فقط إذا كان يجب ألا تصل الخطابات إلى منزلك. من دون اسمك، والسطر الأخير هو الرمز البريدي.
residents-needs-write-to-wrong = اكتب العنوان في سطرين إلى ستة أسطر، آخرها رمز بريدي مثل EM1 1AA
residents-needs-copy-name = شخص يحصل على نسخة: اسمه
residents-needs-copy-hint = يحصل على نسخة مما نخبرك به عن طلباتك. اسأله أولًا.
residents-needs-copy-email = بريده الإلكتروني
residents-needs-copy-name-empty = اكتب اسم من يحصل على نسخة
residents-needs-copy-email-empty = اكتب البريد الإلكتروني لمن يحصل على نسخة
residents-needs-choice = اختر من الإجابات الموجودة
residents-needs-no-email = ليس لدينا بريد إلكتروني لك. أضف واحدًا أولًا أو اختر طريقة أخرى
residents-needs-no-mobile = ليس لدينا رقم هاتف محمول لك. أضف واحدًا أولًا أو اختر طريقة أخرى
residents-needs-no-phone = ليس لدينا رقم هاتف لك. أضف واحدًا أولًا أو اختر طريقة أخرى
residents-needs-rung-or-not = قلت أيضًا ألا نتصل بك أبدًا. غيّر أحد الأمرين
residents-needs-changed = غيّر شخص ما هذه الإجابات منذ فتحت الصفحة. المحفوظ الآن مذكور في النهاية؛ راجع إجاباتك واحفظها مرة أخرى
residents-needs-consent = إذا كنت موافقًا
residents-needs-consent-words = قد تتعلق بعض هذه الإجابات بصحتك. لا نحتفظ بها إلا إذا وافقت. يراها موظفونا ليفعلوا ما تطلبه. ولا تُستخدم لأي شيء آخر: لا ضدك أبدًا ولا في أي قرار يخص المال أو الغرامات. وتُحذف عندما تسحبها.
residents-needs-agree = أوافق على أن يحتفظ المجلس بهذه الإجابات ويعمل بها
residents-needs-agree-empty = ضع علامة في المربع إذا كنت موافقًا. وحتى لا نحتفظ بشيء، اسحب كل الإجابات
residents-needs-told = ما أخبرتنا به
residents-needs-by-you = أخبرتنا به في { $when }.
residents-needs-by-staff = كتبه أحد موظفينا نيابة عنك في { $when }.
residents-needs-offered = نعرض عليك مساعدة إضافية.
residents-needs-offered-by = بسبب هذه القاعدة: { $rule }.
residents-needs-offered-how = اتصل على { $phone } أو تعال إلينا: يملأ أحدنا أي استمارة معك أو نيابة عنك.
residents-needs-line-large-print = خطابات بأحرف كبيرة
residents-needs-line-no-calls = لا مكالمات هاتفية
residents-needs-line-calls-after = مكالمات هاتفية بعد { $hour } فقط
residents-needs-line-interpreter = مترجم: { $language }
residents-needs-line-sign-language = مترجم لغة الإشارة البريطانية
residents-needs-line-write-to = تُرسل الخطابات إلى { $address }
residents-needs-line-copy-to = تُرسل نسخة إلى { $whom }
residents-needs-may-large-print = خطابات بأحرف كبيرة
residents-needs-may-no-calls = لا مكالمات هاتفية
residents-needs-may-calls-after = مكالمات هاتفية بعد ساعة تحددها فقط
residents-needs-may-interpreter = مترجم
residents-needs-may-sign-language = مترجم لغة الإشارة البريطانية
residents-needs-may-write-to = خطابات إلى عنوان آمن
residents-needs-may-copy-to = نسخة لشخص آخر
residents-needs-may-channel = أن تُخبَر بالأمور بطريقة واحدة فقط
residents-told-copy = هذه نسخة مما أخبرنا به { $whom }، الذي طلب منا إرسال نسخة إليك.

residents-more-help = مساعدة إضافية
residents-more-help-lead = يجد بعض الناس صعوبة في التعامل معنا. نعرض عليهم مساعدة إضافية، وهذه هي القواعد التي نتبعها.
residents-more-help-what = المساعدة الإضافية تعني أن يملأ أحدنا أي استمارة معك أو نيابة عنك، عند الشباك أو بالهاتف ({ $phone })، وأن يأخذ ما يلزم من وقت. يحق للجميع طلبها. ومن تذكرهم القواعد تُعرض عليهم.
residents-more-help-who = من تُعرض عليه المساعدة الإضافية
residents-more-help-edition = هذه هي النسخة { $n } من هذه القواعد. نحفظ مع إجاباتك القاعدة التي استُخدمت ونسختها، ويمكنك قراءتها هناك.
residents-more-help-asks = ما يحق لأي شخص أن يطلبه
residents-more-help-kept = نلتزم بذلك في كل ما نرسله. وإذا فعل أحد موظفينا غير ذلك فعليه الإبلاغ عنه مع ذكر السبب.
residents-more-help-tell = أخبرنا بما يساعدك
residents-needs-lang-ar = العربية
residents-needs-lang-bn = البنغالية
residents-needs-lang-cy = الويلزية
residents-needs-lang-fa = الفارسية
residents-needs-lang-fr = الفرنسية
residents-needs-lang-gu = الغوجاراتية
residents-needs-lang-lt = الليتوانية
residents-needs-lang-pa = البنجابية
residents-needs-lang-pl = البولندية
residents-needs-lang-pt = البرتغالية
residents-needs-lang-ro = الرومانية
residents-needs-lang-so = الصومالية
residents-needs-lang-tr = التركية
residents-needs-lang-uk = الأوكرانية
residents-needs-lang-ur = الأردية
residents-needs-lang-zh = الصينية

# Records that were joined, as their person reads it.
residents-held-scope-everything = كل ما يمكن أن يشمله
residents-held-scope-unsaid = لم يحدد أحد بعد ما يشمله
residents-held-authority-call = قلتَ ذلك في مكالمة
residents-held-authority-writing = كتابةً
residents-held-authority-attorney-property = وكالة في الأملاك والمال
residents-held-authority-attorney-health = وكالة في الصحة والرعاية
residents-held-authority-deputy = نائب معيّن من محكمة الحماية
residents-held-authority-appointee = معيّن لاستلام الإعانات
residents-held-authority-parent = أحد والديك
residents-held-authority-executor = منفّذ الوصية أو مدير التركة
residents-held-marker-deceased = وفاة
residents-held-marker-guarded = عنوان آمن
residents-held-marker-restricted = سري
residents-held-marker-risk = خطر
residents-joined = ما جمعناه على أنه لك
residents-joined-intro = نتعامل مع هذا الحساب والحساب الذي سجّلت الدخول إليه كحساب واحد، حتى ترى جميع طلباتك أيًّا كان الحساب الذي تسجل الدخول به.
residents-joined-none = لم نجمع شيئًا.
residents-joined-made = أُنشئ الحساب في { $date }
residents-joined-by-officer = جمعهما في { $when } موظف خدمة العملاء
residents-joined-by-leader = جمعهما في { $when } قائد فريق
residents-joined-by-somebody = جمعهما في { $when } أحد الموظفين
residents-joined-signs-in = يُسجَّل الدخول إليه بواسطة:
residents-joined-not-me-words = أليس هذا الحساب لك؟ أخبرنا. من تلك اللحظة لن يرى أي من الحسابين شيئًا من الآخر، وسنعيد النظر في الأمر.
residents-joined-not-me = هذا ليس أنا
residents-joined-parted = شكرًا. الحسابان منفصلان الآن. سنعيد النظر في الأمر.
residents-joined-sent = إذا أمكننا الوصول إلى الحساب الآخر فالرمز في طريقه إليه. وهو صالح لمدة عشر دقائق.
residents-joined-proved = شكرًا. يعرض الحسابان الآن طلباتك.
residents-joined-maybe = نعتقد أن لديك حسابًا آخر لدينا
residents-joined-maybe-apart = لا يعرض أي من الحسابين شيئًا من الآخر حتى يُثبت أن كليهما لك.
residents-joined-maybe-here = يمكننا إرسال رمز إلى البريد الإلكتروني أو رقم الهاتف الخاص بالحساب الآخر. أدخله هنا فيعرض الحسابان جميع طلباتك. إذا لم يصل شيء فاتصل بنا.
residents-joined-maybe-there = لإثبات ذلك، سجّل الدخول إلى الحساب الآخر، وهو الأحدث، واطلب رمزًا في هذه الصفحة. يصل الرمز إلى هذا الحساب.
residents-joined-send = أرسل رمزًا إلى الحساب الآخر
residents-joined-send-again = أرسل رمزًا جديدًا
residents-joined-prove = الحسابان كلاهما لي
residents-joined-waits = نعتقد أن لديك حسابًا آخر لدينا. انظر ما يمكنك فعله.
residents-joined-see = لقد جمعنا حسابين من حساباتك. اطّلع على ما جُمع.
residents-fact-linked = جُمع مع حساب آخر لهم
residents-fact-proved = أُثبت أن الحسابين لهم
residents-fact-parted = لم يعد مجموعًا مع حساب آخر
residents-fact-disputed = قالوا إن حسابًا ليس لهم

residents-held-fact-joined = أنشأت حسابًا
residents-held-fact-signed-in = سجّلت الدخول
residents-held-fact-sign-in-failed = حاول أحدهم تسجيل الدخول ولم يستطع
residents-held-fact-helped = أُنشئ الحساب مع أحد الموظفين
residents-held-fact-opened = فتح موظف سجلك للعمل على أمر يخصك
residents-held-fact-opening-reviewed = نظر مسؤول في سبب فتح سجلك
residents-held-fact-check-passed = جرى التحقق ممن سأل عنك وكان ذلك كافيًا
residents-held-fact-check-failed = جرى التحقق ممن سأل عنك ولم يكن ذلك كافيًا
residents-held-fact-check-withdrawn = كان التحقق ممن سأل عنك خطأ وسُحب
residents-held-fact-authority-given = سُجّل أن شخصًا يجوز له التحدث نيابة عنك
residents-held-fact-authority-ended = لم يعد يجوز لشخص التحدث نيابة عنك
residents-held-fact-marked = وُضع على سجلك أمر يجب أن يعرفه الموظفون
residents-held-fact-unmarked = أُزيل من سجلك أمر كان يجب أن يعرفه الموظفون
residents-held-fact-vehicle-noted = سُجلت مركبة
residents-held-fact-vehicle-gone = أُزيلت مركبة
residents-held-fact-needs-changed = تغيّر ما يساعدك
residents-held-fact-needs-decided = تقرر من جديد هل يُعرض عليك مزيد من المساعدة
residents-held-fact-adjustment-broken = لم يُراعَ شيء طلبته
residents-held-fact-changed = تغيّرت تفاصيل حسابك
residents-held-fact-linked = جُمع مع حساب آخر يُظن أنه لك
residents-held-fact-proved = أُثبت أن الحسابين لك
residents-held-fact-parted = لم يعد مجموعًا مع حساب آخر
residents-held-fact-disputed = قلت إن حسابًا ليس لك
residents-held-fact-exported = وُضع كل ما نحتفظ به عنك في ملف
residents-held-fact-erasure-asked = طلبت محو بياناتك
residents-held-fact-erased = مُحيت بيانات شخصية
residents-held-purpose-caller = سأل أحدهم عنك
residents-held-purpose-work = للعمل على أمر يخصك
