api-title = لمن يبنون البرامج
api-page-intro = تستطيع البرامج أن تقرأ هنا وتفعل ما يفعله الناس في صفحاتنا، وفق القواعد نفسها.
api-page-document = الوصف المخصص للبرامج (OpenAPI 3.1)
api-page-keys = المفاتيح
api-page-keys-words = يحمل البرنامج مفتاحًا في الترويسة “Authorization: Bearer”. المفتاح يفعل ما يحق لصاحبه فعله، ولا يتجاوز ما تسمح به صلاحياته.
api-page-operations = ما هو متاح
api-keys-title = مفاتيح للبرامج
api-keys-intro = البرنامج الذي يحمل مفتاحك يقرأ هنا ويفعل ما تستطيعه أنت، بقدر ما يسمح به المفتاح. لا تعطه لأحد آخر، وأوقفه عندما لا تعود بحاجة إليه.
api-keys-made = هذا مفتاحك. نعرضه مرة واحدة فقط: انسخه الآن.
api-keys-yours = مفاتيحك
api-keys-made-on = أُنشئ في { $when }.
api-keys-used = آخر استخدام في { $when }.
api-keys-unused = لم يُستخدم قط.
api-keys-expires = يعمل حتى { $when }.
api-keys-ended = أُوقف في { $when }.
api-keys-over = انتهت مدته.
api-keys-end = أوقفه
api-keys-earlier = مفاتيح سابقة لم تعد تعمل
api-keys-new = إنشاء مفتاح
api-keys-name = ما الغرض منه؟
api-keys-name-hint = لتعرف لاحقًا أي مفتاح توقفه.
api-keys-name-empty = اكتب الغرض من المفتاح
api-keys-name-taken = لديك مفتاح بهذا الاسم. اختر اسمًا آخر
api-keys-too-many = لديك أكبر عدد مسموح من المفاتيح. أوقف واحدًا أولًا
api-keys-scopes = ماذا يُسمح له أن يفعل؟
api-keys-scopes-empty = اختر ما يُسمح للمفتاح أن يفعله
api-keys-scope-own-read = قراءة حسابي وطلباتي
api-keys-scope-own-write = إرسال الطلبات والكتابة عنها نيابة عني
api-keys-scope-desk-read = قراءة ما يحق لي قراءته في المكتب
api-keys-scope-desk-write = فعل ما يحق لي فعله في المكتب
api-keys-scope-hooks = رؤية ما أُبلغت به الأنظمة الأخرى، وإبلاغها من جديد
api-keys-until = كم مدة عمله؟
api-keys-until-empty = اختر مدة عمل المفتاح
api-keys-days = { $days } يومًا
api-keys-make = إنشاء المفتاح

# يُرسل بالبريد الإلكتروني أو برسالة نصية عند إنشاء مفتاح.
api-told-key-subject = أُنشئ مفتاح لبرنامج
api-told-key-body = أنشأ شخص سجّل الدخول إلى حسابك مفتاحًا لبرنامج. يستطيع البرنامج به أن يقرأ هنا أو يفعل ما يسمح به المفتاح.

    إذا لم تفعل ذلك بنفسك فأنهِ المفتاح من صفحة مفاتيح البرامج في حسابك، أو اتصل بنا على { $phone }.
api-told-key-text = { $council }: أُنشئ مفتاح لبرنامج في حسابك. إذا لم تفعل ذلك بنفسك فاتصل على { $phone }.
