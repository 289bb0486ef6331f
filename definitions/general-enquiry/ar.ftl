title = اسألنا
summary = أرسل رسالة إلى شخص عندما لا تجد خدمة مناسبة.
start = اكتب بكلماتك وبأي لغة. هناك من يقرأ كل رسالة. إن كان هناك خطر الآن فلا تكتب بل اتصل.

page-before = هل تواصلت معنا من قبل؟
page-date = موعدك

question-about = ما الموضوع؟
option-about-council-tax = ضريبة المجلس
option-about-benefits = الإعانات أو المساعدة المالية
option-about-housing = السكن
option-about-streets = الشوارع والطرق
option-about-bins = القمامة وإعادة التدوير
option-about-parking = مواقف السيارات
option-about-births-deaths-marriages = المواليد والوفيات والزواج
option-about-planning = التخطيط أو البناء
option-about-schools = المدارس والأطفال
option-about-care = رعاية شخص بالغ أو طفل
option-about-elections = الانتخاب
option-about-libraries-leisure = المكتبات والحدائق والترفيه
option-about-data = معلومات نحتفظ بها
option-about-data-hint = عنك أو عن المجلس.
option-about-other = شيء آخر، أو لست متأكدًا
question-message = ماذا تريد أن تسألنا أو تخبرنا؟
question-message-hint = لا تكتب أرقام حساب مصرفي أو بطاقة.
question-message-short = رسالتك
question-reference = رقم مرجع لديك منا
question-reference-hint = تجده في رسائلنا. اتركه فارغًا إن لم يكن لديك.
question-reference-error-pattern = { $given } ليس رقمًا مرجعيًا من عندنا: فيه حرف أو رقم خاطئ. قارنه برسالتنا، أو اترك هذا فارغًا
question-date_matters = هل تحتاج إلى رد بحلول تاريخ معين؟
question-date_matters-hint = مثلًا: موعد محكمة أو دفعة أو انتقال.
question-date_matters-yes = نعم
question-date_matters-no = لا
question-needed_by = أي تاريخ؟
question-needed_by-error-too-early = اكتب تاريخ اليوم أو ما بعده
question-needed_why = ماذا يحدث في ذلك التاريخ؟
question-help = هل تحتاج إلى مساعدة للتحدث معنا؟
option-help-none = لا، شكرًا
option-help-interpreter = مترجم
option-help-large-print = خط كبير
option-help-call-me = مكالمة، لأن الكتابة صعبة عليّ
option-help-read-to-me = أن تُقرأ لي الرسائل
option-help-sign-language = لغة الإشارة البريطانية
option-help-other = شيء آخر: ذكرته في رسالتي

reason-usual = نرد على الرسائل خلال خمسة أيام عمل.
reason-soon = ذكرت لنا تاريخًا خلال يومين.
reason-data = يمنحنا القانون 20 يوم عمل، أو شهرًا، للعثور على المعلومات.
reason-care = قد يحتاج أحدهم إلى رعاية، لذلك نقرأ هذا أولًا.
reason-tax-team = يرد فريق ضريبة المجلس على هذا.
reason-benefits-team = يرد فريق الإعانات على هذا.
reason-housing-team = يرد فريق خيارات السكن على هذا.
reason-streets-team = يرد فريق الطرق على هذا.
reason-bins-team = يرد فريق النفايات على هذا.
reason-parking-team = يرد فريق مواقف السيارات على هذا.
reason-registrars-team = يرد مكتب التسجيل على هذا.
reason-contact-team = يرد مركز الاتصال على هذا أو يجد من يستطيع.

outcome-answered = أُجيب
outcome-service-started = بدأنا لك الخدمة المناسبة
outcome-passed-on = أُحيل إلى جهة أخرى
outcome-no-reply = سألناك ولم يصلنا رد

next = يقرأ شخص رسالتك ويرد عليك بالطريقة التي طلبتها.

# ما تستنتجه القواعد من الإجابات.
compute-soon = الرد مطلوب خلال يومين
