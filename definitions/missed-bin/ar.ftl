title = الإبلاغ عن حاوية لم تُجمع
summary = قمامة أو مواد تدوير أو بقايا طعام أو نفايات حديقة أو نفايات طبية لم تُجمع.
start = انتظر حتى نهاية يوم الجمع قبل أن تخبرنا، فالعمال يعملون حتى الخامسة مساءً. يستغرق الأمر نحو دقيقتين.

page-out = حاويتك في ذلك اليوم
page-street = شارعك في ذلك اليوم

question-container = ما الذي لم يُجمع؟
option-container-rubbish = حاوية القمامة
option-container-recycling = مواد إعادة التدوير
option-container-food = وعاء بقايا الطعام
option-container-garden = نفايات الحديقة
option-container-clinical = نفايات طبية
option-container-clinical-hint = مثلًا: إبر أو ضمادات أو نفايات غسيل الكلى.
option-container-communal = حاوية مشتركة لعدة بيوت
option-container-bulky = شيء كبير اتفقنا على أخذه
question-address = ما هو العنوان؟
question-address-hint = للحاوية المشتركة اكتب عنوان المبنى.
question-due_on = في أي يوم كان يجب أن تُجمع؟
question-due_on-hint = حتى أسبوعين مضيا.
question-due_on-error-too-late = اختر اليوم أو يومًا من الأسبوعين الماضيين. إن كان اليوم لم يأت بعد فلا شيء للإبلاغ عنه الآن
question-due_on-error-too-early = يمكننا العودة لجمع ما فات في الأسبوعين الماضيين. لما هو أقدم أرسل إلينا رسالة
question-out_by_seven = هل كانت عند حافة ملكك بحلول السابعة صباحًا؟
question-out_by_seven-short = في الخارج بحلول السابعة صباحًا
question-out_by_seven-yes = نعم
question-out_by_seven-no = لا
question-tag = هل تركنا عليها بطاقة أو ملصقًا؟
option-tag-none = لا
option-tag-wrong-things = نعم: فيها أشياء لا تصلح
option-tag-too-heavy = نعم: ثقيلة جدًا
option-tag-lid-open = نعم: الغطاء لم يُغلق
option-tag-not-sure = لست متأكدًا
question-whole_street = هل كانت حاويتك وحدها؟
option-whole_street-mine = حاويتي وحدها
option-whole_street-some = بعض الجيران أيضًا
option-whole_street-all = الشارع كله
option-whole_street-not-sure = لست متأكدًا
question-blocked = هل كان الشارع مسدودًا ذلك اليوم؟
question-blocked-hint = مثلًا: سيارات متوقفة أو أعمال طرق أو ثلج.
question-blocked-yes = نعم
question-blocked-no = لا
question-assisted = هل نجمعها من باب بيتك لأنك لا تستطيع تحريكها؟
question-assisted-short = مساعدة في تحريك الحاوية
question-assisted-yes = نعم
question-assisted-no = لا
question-times_before = هل حدث هذا من قبل في الشهرين الماضيين؟
option-times_before-none = لا
option-times_before-once = نعم، مرة
option-times_before-more = نعم، أكثر من مرة
question-description = هل هناك شيء آخر ينبغي أن نعرفه؟
question-description-hint = مثلًا: بوابة مقفلة، أو مكان الحاوية.

reason-usual = نعود لأخذ ما لم يُجمع خلال يومي عمل.
reason-clinical = لا يجوز أن تنتظر النفايات الطبية.
reason-assisted = وعدنا بجمعها من باب بيتك ولم نفعل.
reason-not-out = لم تكن في الخارج بحلول السابعة صباحًا، فنفرغها في يوم الجمع التالي.
reason-tag = تذكر البطاقة ما ينبغي إصلاحه. نفرغها في يوم الجمع التالي.
reason-street = فات الشارع كله، فيعود العمال إليه أولًا.
reason-again = يتكرر هذا معك، لذلك ينظر فيه مشرف.
reason-bulky = اتفقنا معك على يوم، ونحجز أول يوم متاح بعده.

reason-outside = العنوان خارج منطقتنا.
reason-ours = العنوان ضمن منطقتنا.
to-other-council = المجلس المسؤول عن ذلك العنوان
to-other-council-find = اعثر على ذلك المجلس على GOV.UK
to-other-council-link = https://www.gov.uk/find-local-council

outcome-collected = جُمعت
outcome-left-tag = لم تُجمع: تذكر البطاقة ما ينبغي إصلاحه
outcome-not-out = لم تُجمع: لم تكن في الخارج
outcome-no-access = لم تُجمع: لم نتمكن من الوصول إليها
outcome-next-round = نأخذها في يوم الجمع التالي

next = اتركها في الخارج. نبلغ العمال، ونخبرك عند إنجاز الأمر إن تركت لنا بريدًا إلكترونيًا أو رقم هاتف.

# What the rules work out from the answers.
compute-here = المكان ضمن منطقة هذا المجلس

delegated-next-round = الموافقة على أخذها في يوم الجمع التالي، باستثناء النفايات الطبية
