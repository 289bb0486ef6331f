contact-channel-phone = عبر الهاتف
contact-channel-counter = عند شباك الخدمة
contact-channel-email = بالبريد الإلكتروني
contact-channel-post = بالبريد
contact-channel-chat = بالمحادثة أو برسالة نصية
contact-channel-social = على شبكة اجتماعية
contact-channel-visit = أثناء زيارة

contact-help-alone = بأنفسهم
contact-help-with-me = بمساعدة موظف
contact-help-for-me = قام به موظف نيابةً عنهم

contact-outcome-answered = تمت الإجابة
contact-outcome-case-opened = تم تقديم طلب
contact-outcome-added-to-case = أُضيف إلى طلب
contact-outcome-passed-on = أُحيل إلى جهة أخرى
contact-outcome-call-back = سنعاود الاتصال
contact-outcome-abandoned = توقفوا قبل الحصول على إجابة
contact-outcome-turned-away = لم يُستقبلوا

contact-fact-started = تواصلت معنا
contact-fact-named = سجّلنا صاحب الاتصال
contact-fact-linked = سُجّل مع الطلب ما سألت عنه
contact-fact-passed = أُحلتم إلى زميل أو فريق
contact-fact-taken = تولّى زميلٌ ما سألتم عنه
contact-fact-lost = أُحلتم إلى جهة أخرى ولم يتولَّ أحدٌ الأمر في الوقت المناسب
contact-fact-finished = تم التعامل مع ما سألت عنه
contact-fact-erased = حُذف ما هو شخصي في أحد الاتصالات
