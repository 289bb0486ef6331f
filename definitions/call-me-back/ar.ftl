title = اطلب أن نتصل بك
summary = اترك رقمًا وسنتصل بك. لن يكلفك ذلك شيئًا.
start = نتصل من رقمنا المعتاد، ونحاول ثلاث مرات.

page-about = عن المكالمة
question-about = ما الموضوع؟
option-about-council-tax = ضريبة المجلس
option-about-benefits = الإعانات أو المساعدة المالية
option-about-housing = منزلك أو إصلاح فيه
option-about-parking = مواقف السيارات
option-about-bins = حاويات القمامة وإعادة التدوير
option-about-streets = الشوارع والطرق
option-about-registrars = المواليد والوفيات والزواج
option-about-something-else = شيء آخر
question-details = هل هناك ما ينبغي أن نعرفه قبل الاتصال؟

question-language = بأي لغة نتحدث؟
option-language-english = الإنجليزية
option-language-cymraeg = الويلزية
option-language-arabic = العربية
option-language-bengali = البنغالية
option-language-polish = البولندية
option-language-somali = الصومالية
option-language-turkish = التركية
option-language-sign-language = لغة الإشارة البريطانية عبر خدمة وسيطة
option-language-other = لغة أخرى

question-best_time = ما الوقت المناسب؟
option-best_time-soon = في أقرب وقت ممكن
option-best_time-morning = يوم العمل القادم صباحًا
option-best_time-afternoon = يوم العمل القادم بعد الظهر
option-best_time-after-four = يوم العمل القادم بعد الساعة الرابعة

reason-usual = نعاود الاتصال خلال أربع ساعات عمل.
reason-chosen = نتصل في الوقت الذي اخترته.

outcome-reached = تحدثنا معك
outcome-no-answer = اتصلنا ثلاث مرات ولم يرد أحد
outcome-wrong-number = الرقم لا يعمل

next = سنتصل بك. إن لم يرد أحد نحاول مرتين أخريين في أوقات أخرى من اليوم.
