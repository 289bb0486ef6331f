//! Words to fill the gallery with, in two directions of writing.

use kit::Lang;

macro_rules! samples {
    ($($name:ident: $en:literal, $ar:literal;)+) => {
        /// Sample words in one language.
        #[derive(Clone, Copy)]
        pub struct Samples { $(pub $name: &'static str,)+ }

        impl Samples {
            /// The words in this language.
            pub fn of(lang: Lang) -> Samples {
                if lang == Lang::AR { Samples { $($name: $ar,)+ } } else { Samples { $($name: $en,)+ } }
            }
        }
    };
}

samples! {
    title: "Report a street problem", "أبلغ عن مشكلة في الشارع";
    service: "Streets", "الشوارع";
    where_is_it: "Where is the problem?", "أين المشكلة؟";
    postcode: "Postcode", "الرمز البريدي";
    postcode_hint: "For example, EM1 1AA", "مثال: EM1 1AA";
    postcode_error: "Enter a postcode in Eastmere", "أدخل رمزًا بريديًا في إيستمير";
    kind: "What is wrong?", "ما المشكلة؟";
    pothole: "A hole in the road", "حفرة في الطريق";
    light: "A street light is out", "مصباح شارع معطّل";
    rubbish: "Rubbish left in the street", "قمامة متروكة في الشارع";
    rubbish_hint: "Bags, furniture or building waste", "أكياس أو أثاث أو مخلفات بناء";
    how_much: "How much is there?", "كم الكمية؟";
    or: "or", "أو";
    other: "Something else", "شيء آخر";
    choose: "Choose what is wrong", "اختر المشكلة";
    tell: "Which news would you like?", "ما الأخبار التي تريدها؟";
    by_email: "By email", "بالبريد الإلكتروني";
    by_text: "By text message", "برسالة نصية";
    none: "No news", "بلا أخبار";
    when: "When did you see it?", "متى رأيتها؟";
    when_error: "The date must be today or before", "يجب أن يكون التاريخ اليوم أو قبله";
    about: "Tell us more", "أخبرنا بالمزيد";
    about_hint: "Say how we can find it. Leave out names.", "صف كيف نجدها. لا تذكر أسماء.";
    typed: "Outside the blue door, next to the bus stop.", "أمام الباب الأزرق بجانب موقف الحافلات.";
    email: "Email", "البريد الإلكتروني";
    phone: "Phone number", "رقم الهاتف";
    password: "Password", "كلمة المرور";
    cost: "Cost in pounds", "التكلفة بالجنيه";
    ward: "Ward", "الدائرة";
    north: "North", "الشمال";
    south: "South", "الجنوب";
    next: "Continue", "متابعة";
    save: "Save for later", "احفظ لوقت لاحق";
    withdraw: "Withdraw this request", "اسحب هذا الطلب";
    start: "Start now", "ابدأ الآن";
    late_banner: "We are late with this. The new date is 3 December 2026.", "تأخرنا في هذا. الموعد الجديد 3 ديسمبر 2026.";
    done_banner: "Your message has been sent.", "أُرسلت رسالتك.";
    warning: "You cannot change this after you send it.", "لا يمكنك تغيير هذا بعد إرساله.";
    inset: "We look at every report within 3 working days.", "ننظر في كل بلاغ خلال 3 أيام عمل.";
    more: "What counts as urgent", "ما الذي يُعد عاجلًا";
    more_body: "Anything that could hurt somebody today.", "أي شيء قد يؤذي أحدًا اليوم.";
    danger: "If somebody is in danger, call 999.", "إذا كان أحد في خطر فاتصل بالرقم 999.";
    name: "Name", "الاسم";
    person: "Ana Example", "آنا مثال";
    change: "Change", "تغيير";
    request: "Your request", "طلبك";
    tasks: "What there is to do", "ما يجب عمله";
    completed: "Completed", "مكتمل";
    incomplete: "Incomplete", "غير مكتمل";
    not_yet: "Cannot start yet", "لا يمكن البدء بعد";
    about_you: "About you", "معلومات عنك";
    check: "Check and send", "تحقق وأرسل";
    sent: "Report sent", "أُرسل البلاغ";
    reference: "Your reference", "رقمك المرجعي";
    what_next: "What happens next", "ماذا يحدث بعد ذلك";
    promise: "We will answer by Thursday 3 December 2026.", "سنرد بحلول الخميس 3 ديسمبر 2026.";
    history: "What has happened", "ما الذي حدث";
    we_asked: "We asked you a question", "سألناك سؤالًا";
    you_wrote: "You wrote to us", "كتبت إلينا";
    question: "Is the hole deeper than a brick?", "هل الحفرة أعمق من طوبة؟";
    answer: "Yes, about twice that.", "نعم، نحو ضعف ذلك.";
    search: "What do you need?", "ماذا تحتاج؟";
    find: "Find", "ابحث";
    cases: "Cases", "الحالات";
    mine: "Mine", "حالاتي";
    team: "My team's", "حالات فريقي";
    late: "Late", "متأخرة";
    stale: "Stale", "راكدة";
    unowned: "Nobody's", "بلا مسؤول";
    in_time: "In time", "في الموعد";
    owner: "Owner", "المسؤول";
    due: "Promised", "الموعد";
    status: "Status", "الحالة";
    apply: "Apply filters", "طبّق المرشحات";
}
