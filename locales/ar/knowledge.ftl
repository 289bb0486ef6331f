# Answers everybody may read.

knowledge-help-title = أسئلة وأجوبة
knowledge-help-label = ماذا تريد أن تعرف؟
knowledge-help-button = بحث
knowledge-help-none = ليس لدينا جواب عن ذلك هنا. يمكنك أن تسألنا: تجد الطرق في أسفل هذه الصفحة.
knowledge-help-general = عن المجلس
knowledge-help-in-english = هذا الجواب متوفر لدينا بالإنجليزية فقط حتى الآن. إذا كنت تحتاج إليه بلغة أخرى، فاسألنا.
knowledge-help-service = المزيد عن هذا:
knowledge-help-wrong = هل هذا خطأ أو صعب الفهم؟
knowledge-help-wrong-label = ما الخطأ فيه؟
knowledge-help-wrong-hint = لا نسألك من أنت، لذلك لا نستطيع أن نرد عليك. لا تكتب شيئًا عن نفسك هنا.
knowledge-help-wrong-button = أخبرنا
knowledge-help-wrong-empty = اكتب ما الخطأ، أو ما الذي لا تفهمه
knowledge-help-thanks = شكرًا لك. سيقرأ المسؤول عن هذا الجواب ما كتبته.
knowledge-help-known = شكرًا لك. أخبرنا كثيرون من قبل أن هنا خطأً، ونحن ننظر في الأمر.

# Told by email or text when an answer was put right.

knowledge-corrected-subject = قلنا لك شيئًا لم يكن صحيحًا
knowledge-corrected-body = سألتنا: { $question }

    ما قلناه لك حينها لم يكن صحيحًا، ونحن آسفون. هذا هو الجواب الصحيح:

    { $answer }

    إذا كنت قد فعلت شيئًا بسبب الجواب الخطأ، فاتصل بنا على { $phone }. سنساعدك على تصحيح ذلك.
knowledge-corrected-text = { $council }: ما قلناه لك عن «{ $question }» لم يكن صحيحًا، ونحن آسفون. الجواب الصحيح: { $answer } لديك أسئلة؟ اتصل على { $phone }.
knowledge-corrected-english-subject = قلنا لك شيئًا لم يكن صحيحًا
knowledge-corrected-english-body = سألتنا: { $question }

    ما قلناه لك حينها لم يكن صحيحًا، ونحن آسفون. هذا هو الجواب الصحيح، وهو متوفر لدينا بالإنجليزية فقط حتى الآن:

    { $answer }

    إذا كنت قد فعلت شيئًا بسبب الجواب الخطأ، أو تريد أن تسمع هذا بلغتك، فاتصل بنا على { $phone }.
knowledge-corrected-english-text = { $council }: ما قلناه لك عن «{ $question }» لم يكن صحيحًا، ونحن آسفون. الجواب الصحيح: { $answer } لتسمعه بلغتك اتصل على { $phone }.
