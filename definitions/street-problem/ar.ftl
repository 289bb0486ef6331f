title = الإبلاغ عن مشكلة في الشارع
summary = الحفر وإنارة الشوارع والنفايات وبراز الكلاب والكتابة على الجدران والمصارف والأشجار والمركبات المهجورة.
start = أخبرنا ما المشكلة وأين مكانها. لست مضطرًا لذكر اسمك. يستغرق ذلك نحو ثلاث دقائق.

page-description = هل من شيء آخر؟
page-hole = عن الحفرة
page-light = عن الإنارة
page-rubbish = عن النفايات
page-graffiti = عن الكتابة على الجدران
page-vehicle = عن المركبة

question-kind = ما المشكلة؟
option-kind-pothole = حفرة في الطريق
option-kind-pavement = رصيف مكسور أو غير مستوٍ
option-kind-street-light = إنارة الشارع
option-kind-litter = قمامة أو شارع يحتاج إلى تنظيف
option-kind-fly-tip = نفايات ملقاة بصورة غير قانونية
option-kind-dog-mess = براز كلاب
option-kind-graffiti = كتابة على الجدران
option-kind-drain = مصرف مسدود أو تجمع مياه
option-kind-tree = شجرة أو سياج نباتي
option-kind-sign = لافتة أو حاجز أو مقعد
option-kind-vehicle = مركبة مهجورة
option-kind-trolley = عربة تسوق مهجورة
option-kind-other = شيء آخر

question-hurt_now = هل يمكن أن يصاب أحد بأذى شديد الآن؟
question-hurt_now-hint = مثلًا: أسلاك مكشوفة، أو حفرة عميقة جدًا، أو شجرة على وشك السقوط، أو غطاء مصرف مفقود.
question-hurt_now-short = قد يؤذي أحدًا الآن
question-hurt_now-yes = نعم
question-hurt_now-no = لا

question-place = أين المكان؟
question-place-hint = اكتب اسم الشارع وأقرب رقم منزل أو متجر أو معلم آخر. أضف الرمز البريدي إن كنت تعرفه.

question-hole_depth = ما عمق الحفرة؟
option-hole_depth-golf-ball = أقل من كرة الغولف
option-hole_depth-fist = بعمق قبضة اليد تقريبًا
option-hole_depth-deeper = أعمق من ذلك
option-hole_depth-not-sure = لست متأكدًا
question-hole_where = أين توجد الحفرة؟
option-hole_where-road = في الطريق
option-hole_where-cycle-lane = في مسار الدراجات
option-hole_where-crossing = في ممر المشاة
option-hole_where-pavement = في الرصيف

question-light_fault = ما مشكلة الإنارة؟
option-light_fault-out = لا تضيء
option-light_fault-on-in-day = تضيء في النهار
option-light_fault-flickering = تومض أو ضوؤها خافت
option-light_fault-damaged = العمود أو المصباح متضرر
option-light_fault-wires = الأسلاك ظاهرة
question-column_number = ما الرقم المكتوب على العمود؟
question-column_number-hint = يكون عادة على لوحة صغيرة بمستوى الرأس.

question-rubbish_what = ماذا أُلقي؟
option-rubbish_what-bags = أكياس قمامة
option-rubbish_what-furniture = أثاث أو مرتبة أو ثلاجة
option-rubbish_what-building = مخلفات بناء
option-rubbish_what-garden = مخلفات حدائق
option-rubbish_what-tyres = إطارات
option-rubbish_what-chemicals = مواد كيميائية أو زيت أو أسطوانات غاز أو أسبستوس
option-rubbish_what-needles = إبر
option-rubbish_what-other = شيء آخر
question-rubbish_size = ما كميتها؟
option-rubbish_size-bag = كيس واحد أو شيء واحد
option-rubbish_size-boot = بقدر صندوق سيارة
option-rubbish_size-van = بقدر شاحنة صغيرة
option-rubbish_size-lorry = حمولة شاحنة كبيرة أو أكثر

question-offensive = هل هي مسيئة أو تهدد أحدًا؟
question-offensive-hint = مثلًا: عنصرية أو جنسية أو موجهة إلى شخص.
question-offensive-yes = نعم
question-offensive-no = لا
question-graffiti_on = على ماذا كُتبت؟
option-graffiti_on-council = شيء يعتني به المجلس
option-graffiti_on-private = منزل أو متجر أو جدار خاص
option-graffiti_on-not-sure = لست متأكدًا

question-plate = ما رقم لوحة المركبة؟
question-plate-hint = اتركه فارغًا إن لم تكن هناك لوحة.
question-vehicle_looks = كيف يبدو شكلها؟
question-vehicle_looks-hint = مثلًا: سيارة حمراء صغيرة إطاراتها فارغة.
question-vehicle_since = متى رأيتها هناك أول مرة؟

question-description = هل هناك شيء آخر ينبغي أن نعرفه؟
question-photos = صور
question-photos-hint = الصورة تبين لنا ما المشكلة وأين هي. تجنب إظهار وجوه الناس إن أمكن.

reason-usual = هذا هو الوقت المعتاد لهذا النوع من المشكلات.
reason-hurt-now = أخبرتنا أن أحدًا قد يصاب بأذى شديد.
reason-wires = الأسلاك المكشوفة خطرة، لذلك نأتي فورًا.
reason-harmful = ما أُلقي قد يؤذي الناس أو الحيوانات.
reason-offensive = نزيل الكتابات المسيئة خلال يوم عمل واحد.
reason-deep = الحفرة عميقة بما يكفي لإتلاف عجلة أو لسقوط شخص.
reason-trip = يمكن لحفرة أو درجة بهذا العمق في الرصيف أن تُسقط شخصًا.
reason-clean = تأتي فرق نظافة الشوارع خلال ثلاثة أيام عمل.
reason-light = تُصلح إنارة الشوارع خلال خمسة أيام عمل.
reason-vehicle = يلزمنا القانون بالبحث عن المالك قبل إزالة المركبة.
reason-trunk-road = هذا طريق رئيسي تعتني به هيئة الطرق الوطنية.
reason-outside = المكان خارج منطقتنا.
reason-ours = المكان داخل منطقتنا.
reason-cleaning-team = يتولى فريق نظافة الشوارع هذا الأمر.
reason-lighting-team = يتولى فريق إنارة الشوارع هذا الأمر.
reason-trees-team = يتولى فريق الأشجار والحدائق هذا الأمر.
reason-parking-team = يتولى فريق مواقف السيارات أمر المركبات المهجورة.
reason-highways-team = يتولى فريق الطرق هذا الأمر.

to-national-highways = هيئة الطرق الوطنية (National Highways)
to-national-highways-tell = يمكنك الاتصال بهم على الرقم ‎0300 123 5000 في أي وقت.
to-other-council = المجلس المسؤول عن تلك المنطقة
to-other-council-find = اعثر على ذلك المجلس على GOV.UK
to-other-council-link = https://www.gov.uk/find-local-council

outcome-mended = تم الإصلاح أو الإزالة
outcome-made-safe = أصبح آمنًا، وسيتبعه إصلاح كامل
outcome-nothing-found = ذهبنا ولم نجد مشكلة
outcome-planned = غير عاجل: أُدرج في قائمة الأعمال المخططة
outcome-not-ours = ليس من اختصاصنا: تمت إحالته

next = نراجع بلاغك ونرسل من يعاينه. إذا أعطيتنا بريدًا إلكترونيًا أو رقم هاتف فسنخبرك بما فعلناه.

# ما تستنتجه القواعد من الإجابات.
compute-here = المكان ضمن منطقة هذا المجلس
compute-trunk_road = المكان على طريق سريع أو رئيسي: ذكرت اسم الطريق، أو موقعك على بعد 50 مترًا أو أقل من منتصفه
compute-harmful = في النفايات إبر أو مواد كيميائية

delegated-seen-mended = إنهاء البلاغ على أنه أُصلح عندما تُظهر صورة ذلك، ما لم يكن هناك خطر على أحد
handover-street-works-messages = يجدون المكان أسرع بما تكتبونه لاحقًا.
seen-mended-picture = صورة تُظهر أنه أُصلح
