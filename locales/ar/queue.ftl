# الطابور.

## ما حدث
queue-fact-joined = حصل على تذكرة
queue-fact-called = نودي عليه
queue-fact-recalled = نودي عليه مرة أخرى
queue-fact-began = بدأت مقابلته
queue-fact-no-show = لم يحضر عند النداء
queue-fact-back = عاد
queue-fact-parked = ذهب لإحضار شيء
queue-fact-moved = حُوّل
queue-fact-triaged = سُئل عما يحتاج إليه
queue-fact-merged = قوبل مع شخص آخر
queue-fact-left = غادر
queue-fact-finished = انتهت الزيارة

## حالة الزيارة
queue-state-waiting = ينتظر
queue-state-called = نودي عليه
queue-state-serving = تجري مقابلته
queue-state-parked = يحضر شيئًا
queue-state-done = تمت مقابلته
queue-state-left = غادر
queue-state-no-show = لم يحضر
queue-state-merged = قوبل مع شخص آخر
