# Appointments: what can be booked, booking it, its own page, messages about it, and the day at the desk.

## The day, staff only
appointments-desk-title = Appointments
appointments-desk-days = Other days and sites
appointments-desk-before = The day before
appointments-desk-after = The day after
appointments-desk-nobody = Nobody has an appointment on this day.
appointments-desk-by-phone = by telephone
appointments-desk-ring = Ring { $phone }
appointments-desk-no-ring = By telephone, and they asked not to be rung then: write to them
appointments-desk-interpreter = Interpreter for { $language }: ask for one
appointments-desk-came = They are here
appointments-desk-missed = They did not come
appointments-desk-came-ticket = Checked in. Their ticket is { $ticket }.
appointments-desk-came-done = Noted: they were there.
appointments-desk-missed-done = Noted: they did not come.
appointments-desk-late = That was not done: it is no longer so, it is too early, or somebody was faster. This is how it stands now.

## Where it stands
appointments-state-booked = To come
appointments-state-cancelled = Called off
appointments-state-came = Was there
appointments-state-missed = Did not come

## What happened
appointments-fact-booked = Booked an appointment
appointments-fact-moved = Moved an appointment
appointments-fact-cancelled = Called off an appointment
appointments-fact-came = Came to an appointment
appointments-fact-missed = Did not come to an appointment
appointments-fact-erased = Whose appointment it was is forgotten

## What can be booked
appointments-title = Book an appointment
appointments-lead = Choose what it is for. You can see the times before you tell us who you are.
appointments-minutes = { $count ->
    [one] 1 minute
   *[other] { $count } minutes
}
appointments-without = Without an appointment
appointments-without-why = You can always just come. Part of the time of those who help is kept for people without an appointment.
appointments-without-where = Where to come, and when

## Times
appointments-takes = It takes about { $count ->
    [one] 1 minute.
   *[other] { $count } minutes.
}
appointments-what = What for
appointments-when = When
appointments-where = Where
appointments-how = How
appointments-way-in-person = In person
appointments-way-phone = By phone: we ring you
appointments-needs = What helps
appointments-needs-ask = What helps you there?
appointments-language = Language
appointments-language-ask = Which language shall we speak?
appointments-language-hint = Where nobody there speaks it, we ask an interpreter to join. It costs you nothing.
appointments-language-any = English
appointments-interpreter = { $language }, with an interpreter
appointments-bring = What to have with you
appointments-show = Show times
appointments-times = Times you can book
appointments-weeks = Other weeks
appointments-earlier = Earlier times
appointments-later = Later times
appointments-no-calls = You asked us not to ring you, so no times by phone are shown. Choose in person, or change what you asked for.
appointments-calls-after = You asked us to ring you only from { $hour }, so no earlier times by phone are shown.
appointments-calls-change = Change what you asked for
appointments-none = No time is left this week for what you chose. Look at later times, choose less, or call { $phone }.
appointments-none-here = No time is left this week. Look at later times.
appointments-kept = { $percent }% of the time of those who do this is kept for people without an appointment: you can also just come.
appointments-lost = Somebody else has just booked that time, or it is too soon. Choose another.

## Who it is for
appointments-details = Who is it for?
appointments-other-times = Other times
appointments-gone = Somebody else has just booked that time. Choose another: everything you typed is still here
appointments-nearest = The nearest times that are left
appointments-name = Name
appointments-name-empty = Type a name
appointments-reach = You can leave these empty. With one of them we confirm the appointment, and tell you if something changes.
appointments-reach-call = We ring this number at the time you chose.
appointments-phone = Telephone number
appointments-phone-to-ring = Telephone number to ring
appointments-phone-empty = Type the number we should ring
appointments-phone-wrong = Type a telephone number, like 07700 900123 or 01632 960123
appointments-email = Email address
appointments-email-wrong = Type an email address like name@post.example
appointments-book = Book it

## Its own page
appointments-booked = Your appointment is booked
appointments-cancelled = This appointment was called off
appointments-came = You were at this appointment
appointments-missed = You did not come to this appointment
appointments-reference = Reference: { $reference }
appointments-we-ring = We ring { $phone }
appointments-told = We have sent you a confirmation with a link to this page.
appointments-note-it = Note the reference and the time, or keep the address of this page: it is the only way back to it.
appointments-calendar = Add it to your calendar
appointments-change = If you cannot come
appointments-move = Choose another time
appointments-cancel = Call it off
appointments-cancel-why = Somebody else can have the time then. This cannot be undone, but you can book again.
appointments-cancel-now = Yes, call it off
appointments-again = Book another appointment
appointments-ring-us = You can also change it by phone: { $phone }.
appointments-moved = Your appointment is at the new time.
appointments-late = That was not done: it was changed in the meantime, or it has begun. This is how it stands now.
appointments-back = The appointment
appointments-now-at = Now it is on { $when }.
appointments-then-at = Shall it be on { $when } instead?
appointments-move-now = Yes, move it

## Messages
appointments-told-booked-subject = Your appointment: { $what }, { $when }
appointments-told-booked-body = Your appointment is booked: { $what }.

    When: { $when }

    Where: { $where }

    { $bring }

    With the link you can choose another time, call it off, or add it to your calendar.
appointments-told-booked-text = { $council }: { $what }, { $when }, { $where }. Change or cancel:
appointments-told-moved-subject = Your appointment is at a new time: { $when }
appointments-told-moved-body = Your appointment was moved: { $what }.

    When: { $when }

    Where: { $where }

    { $bring }
appointments-told-moved-text = { $council }: moved to { $when }. { $what }, { $where }.
appointments-told-cancelled-subject = Your appointment was called off: { $what }, { $when }
appointments-told-cancelled-body = Your appointment was called off: { $what }, { $when }.

    You can book another at any time, or just come.
appointments-told-cancelled-text = { $council }: called off: { $what }, { $when }.
