# The words of kiosks and boards in Bengali. The pages are not written in it; a key that is not here is said in English.

## The kiosk
queue-kiosk-title = স্বাগতম
queue-kiosk-begin = শুরু করতে এখানে স্পর্শ করুন
queue-kiosk-what = আপনি কী জন্য এসেছেন?
queue-kiosk-shut = আমরা এখন বন্ধ। তবুও আপনি একটি টিকিট নিতে পারেন; আমরা খুললে কেউ আপনার সঙ্গে দেখা করবেন।
queue-kiosk-again = আবার শুরু করুন
queue-kiosk-ring = কারও সাহায্য দরকার হলে ডেস্কে জিজ্ঞাসা করুন বা ফোন করুন
queue-kiosk-low = বোতামগুলো নিচে নামান
queue-kiosk-high = বোতামগুলো আগের জায়গায় ফেরান
queue-kiosk-still = আপনি কি এখনও আছেন?
queue-kiosk-still-why = এই পর্দা 20 সেকেন্ডের মধ্যে শুরুতে ফিরে যাবে।
queue-kiosk-still-yes = হ্যাঁ, চালিয়ে যান
queue-kiosk-finish = শেষ করুন
queue-kiosk-yours = এটি আপনার টিকিট
queue-kiosk-picture = ফোনের ক্যামেরার জন্য আপনার টিকিটের ঠিকানা
queue-kiosk-phone = টিকিটটি সঙ্গে নিতে আপনার ফোনের ক্যামেরা এখানে ধরুন। অথবা নম্বরটি মনে রাখুন: এটি বোর্ডে ডাকা হবে।
queue-kiosk-not-set-up = এই যন্ত্রটি কিয়স্ক হিসেবে চালু করা হয়নি। অভ্যর্থনা থেকে টিকিট নিন, অথবা একজন কর্মীকে জিজ্ঞাসা করুন।

## How it stands, on the ticket at the kiosk
queue-ticket-ahead = { $count ->
    [0] এরপর আপনার পালা।
    [1] আপনার আগে একজন আছেন।
   *[other] আপনার আগে { $count } জন আছেন।
}
queue-ticket-range = আরও { $low } থেকে { $high } মিনিট লাগবে।
queue-ticket-about = আরও প্রায় { $count } মিনিট লাগবে।
queue-ticket-within = আরও সর্বোচ্চ { $count } মিনিট লাগবে।
queue-ticket-nobody-can-say = এর জন্য এখন কোনো ডেস্ক খোলা নেই, তাই কত সময় লাগবে কেউ বলতে পারে না।

## The board
queue-board-ticket = টিকিট
queue-board-desk = ডেস্ক
queue-board-room = কক্ষ
queue-board-come = অনুগ্রহ করে এখন আসুন
queue-board-before = আগে ডাকা হয়েছে
queue-board-wait = আপনার নম্বর এখানে দেখা না যাওয়া পর্যন্ত অপেক্ষা করুন
queue-board-stale = এই পর্দা হালনাগাদ নয়। অনুগ্রহ করে একজন কর্মীকে জিজ্ঞাসা করুন।
queue-board-sound = শব্দ চালু করুন
