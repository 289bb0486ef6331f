# كلمات تعرضها أنظمة أخرى على من أبلغ عن شيء.
open311-notice-due = سنتعامل مع هذا بحلول { $due }.
open311-notice-joined = أبلغنا شخص بهذا من قبل، فجمعنا البلاغين معًا.
open311-notice-links = لم نتمكن من حفظ كل رابط إلى صورة: يجب أن يكون الرابط عنوان ويب لا يزيد على 2000 حرف، ونحفظ 20 رابطًا على الأكثر.
open311-notice-no-pictures = لا تقبل هذه الخدمة صورًا، فلم نحتفظ بصورك.
open311-notice-passed-on = هذا من شأن { $to } وليس من عملنا.
open311-update-decided = القرار: { $outcome }.
open311-update-closed = أُغلق هذا البلاغ.
open311-update-closed-with = أُغلق هذا البلاغ: { $outcome }.
open311-update-withdrawn = سحب صاحب البلاغ بلاغه.
open311-update-reopened = أُعيد فتح هذا البلاغ.
