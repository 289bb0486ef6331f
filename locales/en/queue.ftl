# The queue: kiosk, ticket, board, counter and floor.

## The counter, staff only
queue-desk-title = Counter
queue-desk-open-why = Open a desk, then call whoever is next. The rule of the site says who that is.
queue-desk-which = Desk
queue-desk-choose-one = Choose a desk
queue-desk-choose = Choose the desk you sit at
queue-desk-taken = Somebody sits at desk { $desk } already. Choose another one, or ask them to close it.
queue-desk-open = Open the desk
queue-desk-at = Desk { $desk }
queue-desk-next = Call the next
queue-desk-called = Called
queue-desk-serving = With you now
queue-desk-waited = { $count ->
    [one] Waited 1 minute from the door.
   *[other] Waited { $count } minutes from the door.
}
queue-desk-calls = { $count ->
    [one] Called once, at { $time }.
   *[other] Called { $count } times, last at { $time }.
}
queue-desk-begin = They are here
queue-desk-recall = Call again
queue-desk-no-show = Did not come
queue-desk-park = They fetch something
queue-desk-contact = Open the contact and finish there
queue-desk-move-merge = Pass on, or see a family together
queue-desk-move-to = They need
queue-desk-move = Let them wait for this
queue-desk-merge-with = Belongs to them
queue-desk-merge = See them together
queue-desk-paused = You are on a break. Nobody is called to this desk.
queue-desk-pause = Go on a break
queue-desk-resume = Come back
queue-desk-close = Close the desk
queue-desk-parked = Fetching something
queue-desk-call-this = Call now
queue-desk-waiting = Waiting
queue-desk-nobody-waits = Nobody waits.
queue-desk-ticket = Ticket
queue-desk-for = For
queue-desk-since = Since
queue-desk-note = To know
queue-desk-minutes = { $count ->
    [one] 1 minute
   *[other] { $count } minutes
}
queue-desk-booked = Appointment at { $time }
queue-desk-not-here = not at this desk
queue-desk-too-long = Too long
queue-desk-missed = Did not come
queue-desk-back = They are here after all
queue-desk-late = That was not done: it is no longer so, or somebody was faster. This is how it stands now.
queue-desk-nobody = Nobody waits for this desk.
queue-desk-stale = This list is no longer up to date: nothing is heard of the server. It goes on by itself as soon as it can.
queue-desk-done = Finished. Call the next when you are ready.

queue-desk-devices = Kiosks
queue-desk-devices-why = Each kiosk is set up by a link that is opened on it once. A kiosk that is ended gives no more tickets.
queue-desk-devices-none = No kiosk is set up here.
queue-desk-device-name = What you call it
queue-desk-device-add = Set up a kiosk
queue-desk-device-end = End
queue-desk-device-link = Open this address on the kiosk. It is shown here alone: nobody else should have it.

## The lead of a site, staff only
queue-desk-lead-sites = Sites
queue-desk-lead-title = How it is going here
queue-desk-lead-wait = { $count ->
    [0] Nobody waits.
    [one] One person waits.
   *[other] { $count } people wait.
}
queue-desk-lead-longest-of = { $count ->
    [one] The longest for 1 minute.
   *[other] The longest for { $count } minutes.
}
queue-desk-lead-open = { $count ->
    [0] No desk is open.
    [one] One desk is open.
   *[other] { $count } desks are open.
}
queue-desk-lead-longest = Longest wait
queue-desk-lead-past = { $count ->
    [one] Past 1 minute
   *[other] Past { $count } minutes
}
queue-desk-lead-past-of = { $count ->
    [one] { $many } past the 1 minute we publish
   *[other] { $many } past the { $count } minutes we publish
}
queue-desk-lead-seen = Seen today
queue-desk-lead-seen-of = { $seen } of { $came } who came.
queue-desk-lead-in-time = { $count ->
    [one] { $share }% of them within 1 minute.
   *[other] { $share }% of them within { $count } minutes.
}
queue-desk-lead-gone = Gone without being seen today
queue-desk-lead-turned-away = Turned away: { $count }.
queue-desk-lead-gave-up = Left and said so: { $count }.
queue-desk-lead-missed = Called and did not come: { $count }.
queue-desk-lead-empty = Nobody waits. Whoever gets a ticket at the kiosk or from who walks the floor is shown here at once.
queue-desk-lead-desks = Desks that are open
queue-desk-lead-no-desk = No desk is open, so nobody can be called. Ask somebody who sees people to open one at the counter.
queue-desk-lead-with = With { $ticket } for { $time }.
queue-desk-lead-called = { $ticket } is on the way.
queue-desk-lead-break = On a break since { $time }.
queue-desk-lead-free = Nobody is there now.
queue-desk-lead-shut = Not open: { $desks }.
queue-desk-lead-ahead = The next hour
queue-desk-lead-ahead-why = How long somebody would wait who comes then, if people keep coming as in the last hour and no desk opens or closes. Four of five are called in the time given.
queue-desk-lead-coming = At { $time }: { $range }
queue-desk-lead-range = { $low } to { $high } minutes
queue-desk-lead-most = { $count ->
    [one] 1 minute at most
   *[other] { $count } minutes at most
}
queue-desk-lead-nobody = no desk is open for it
queue-desk-lead-closed = The site is shut.

## The floor, staff only
queue-staff-floor-title = Greet somebody
queue-staff-floor-walk = Walk the floor
queue-staff-floor-phones = On a phone, whoever walks the floor signs in and opens
queue-staff-floor-shut = The site is shut now. Whoever takes a ticket is seen when it opens.
queue-staff-floor-door = Somebody is at the door
queue-staff-floor-at-door = At the door since { $time }.
queue-staff-floor-what = What have they come for?
queue-staff-floor-need = Do they need to be seen sooner?
queue-staff-floor-no-need = No
queue-staff-floor-initials = Initials
queue-staff-floor-initials-why = If they like. Never shown on the board.
queue-staff-floor-language = Language they want
queue-staff-floor-add = Add them
queue-staff-floor-choose = Choose what they have come for
queue-staff-floor-not-today = Nobody sees people for this here today. Choose something else they can be helped with now.
queue-staff-floor-no-such-need = The rule of the site has changed. Choose again whether they need to be seen sooner.
queue-staff-floor-initials-wrong = Enter two or three letters, or nothing
queue-staff-floor-door-wrong = The press at the door was more than an hour ago. Add them if they are here: their wait counts from now.
queue-staff-floor-other-day = They came on another day. If they are here now, add them: their wait counts from now.
queue-staff-floor-since = Since { $time }, { $waited }
queue-staff-floor-phone = They point the camera of their phone at the picture, or open
queue-staff-floor-next = Greet the next
queue-staff-floor-ask = Change what they came for, or say that they left
queue-staff-floor-save = Save
queue-staff-floor-gone = They have left
queue-staff-floor-to = Back to the floor
queue-staff-floor-changed = Saved. Everybody’s waiting time follows.
queue-staff-floor-left = Noted: they have left. They are counted.
queue-staff-floor-unsent = Not sent yet
queue-staff-floor-unsent-why = Each goes by itself, in this order, as soon as there is signal. Keep this page open.
queue-staff-floor-mark = There is no signal. Write { $mark } down for them: it stands in the list until they have a number, and beside it afterwards.
queue-staff-floor-sent = { $mark } is now { $ticket }.
queue-staff-floor-stay = There is no signal. This can be opened when it is back.
queue-staff-floor-signed-out = You are signed out. Nothing is lost: open this page again, sign in, and it is sent.
queue-staff-floor-refused = The server did not take this. Open this page anew, then put it into the form again.
queue-staff-floor-again = Put it into the form again
queue-staff-floor-drop = They are gone
queue-staff-floor-late = Somebody else was faster: this is how it stands now. Look again, then save.

## Facts
queue-fact-joined = Got a ticket
queue-fact-called = Called
queue-fact-recalled = Called again
queue-fact-began = Seen
queue-fact-no-show = Did not come when called
queue-fact-back = Came back
queue-fact-parked = Went to fetch something
queue-fact-moved = Passed on
queue-fact-triaged = Asked what they need
queue-fact-merged = Seen together with somebody else
queue-fact-stepped-out = Stepped out for a moment
queue-fact-text-asked = Left a number for a text when their turn is near
queue-fact-text-dropped = Took back the number for a text
queue-fact-told-near = Was sent a text that their turn is near
queue-fact-left = Left
queue-fact-finished = Visit ended

## Where a visit stands
queue-state-waiting = Waiting
queue-state-called = Called
queue-state-serving = Being seen
queue-state-parked = Fetching something
queue-state-done = Seen
queue-state-left = Left
queue-state-no-show = Did not come
queue-state-merged = Seen together with somebody

## The kiosk
queue-kiosk-title = Welcome
queue-kiosk-begin = Touch here to begin
queue-kiosk-what = What have you come for?
queue-kiosk-shut = We are shut now. You can take a ticket all the same, and somebody will see you when we open.
queue-kiosk-again = Begin again
queue-kiosk-ring = If you need a person, ask at the desk or ring
queue-kiosk-low = Put the buttons lower
queue-kiosk-high = Put the buttons back
queue-kiosk-still = Are you still there?
queue-kiosk-still-why = This screen goes back to the beginning in 20 seconds.
queue-kiosk-still-yes = Yes, go on
queue-kiosk-finish = Finish
queue-kiosk-yours = This is your ticket
queue-kiosk-picture = The address of your ticket, for the camera of a phone
queue-kiosk-phone = Point the camera of your phone here to take the ticket with you. Or remember the number: it is called on the board.
queue-kiosk-not-set-up = This device is not set up as a kiosk. Take a ticket at the reception, or ask a member of staff.

## The visitor’s own page
queue-ticket-title = Ticket { $ticket }
queue-ticket-waiting = You are waiting.
queue-ticket-called = It is your turn now.
queue-ticket-desk = Please come to desk { $desk }.
queue-ticket-serving = Somebody is seeing you now.
queue-ticket-parked = Go back to the desk when you have what you need. You will be called again.
queue-ticket-done = Your visit has ended. Thank you for coming.
queue-ticket-left = You have left the queue. If you come back today, show this page at the reception and you keep your place.
queue-ticket-no-show = You were called and did not come. Show this page at the reception: you keep your place.
queue-ticket-merged = You are seen together with somebody of your family.
queue-ticket-ahead = { $count ->
    [0] You are next.
    [one] One person is before you.
   *[other] { $count } people are before you.
}
queue-ticket-range = It takes { $low } to { $high } minutes more.
queue-ticket-about = { $count ->
    [one] It takes about a minute more.
   *[other] It takes about { $count } minutes more.
}
queue-ticket-within = { $count ->
    [one] It takes a minute at most.
   *[other] It takes { $count } minutes at most.
}
queue-ticket-nobody-can-say = No desk is open for this now, so nobody can say how long it takes.
queue-ticket-back-by = If you go out, be back by { $time }.
queue-ticket-late = I am running late
queue-ticket-late-why = Nobody calls you meanwhile, and you keep your place.
queue-ticket-out = I need { $count } minutes
queue-ticket-out-until = We do not call you before { $time }. You keep your place.
queue-ticket-back = I am back
queue-ticket-go = I cannot wait any longer
queue-ticket-go-why = You leave the queue. Tell us why at any time: we count everybody who leaves without being seen.
queue-ticket-go-now = Leave the queue
queue-ticket-too-late = That could not be done any more. This is how it stands now.

## A text when the turn is near
queue-text-title = Get a text when your turn is near
queue-text-why = Leave a mobile number, and wait where you like. We send it one text when your turn is near.
queue-text-consent = We use the number for this one text alone. We delete it when your visit is over, at midnight at the latest. You can take it back at any time.
queue-text-number = Mobile number
queue-text-hint = For example 07700 900123
queue-text-send = Text me once
queue-text-to = We will send one text to the number that ends in { $end } when your turn is near.
queue-text-stop = Do not text me
queue-text-sent = We sent you a text at { $time }: your turn is near.
queue-text-back = Back to your ticket
queue-text-empty = Enter a mobile number, or go back to your ticket
queue-text-shape = Enter a mobile number, like 07700 900123
queue-text-landline = We cannot send a text to this number. Enter a mobile number
queue-text-near = { $council }: ticket { $ticket }, { $site }. Your turn is near. Please come now.

## How good the waiting times are
queue-accuracy-title = How good our waiting times are
queue-accuracy-why = Whoever takes a ticket is told how long it takes. We keep what we said and compare it with how long it was. These are the last four weeks.
queue-accuracy-few = Too few people have come yet to say.
queue-accuracy-count = { $count ->
    [one] One person was told and then called.
   *[other] { $count } people were told and then called.
}
queue-accuracy-held = { $share }% of them were called in the time we said. We aim at 80%.
queue-accuracy-early = { $share }% were called earlier than we said.
queue-accuracy-wrong = On average we were wrong by { $wrong } minutes, and the time we gave was { $wide } minutes wide.

## The board
queue-board-ticket = Ticket
queue-board-desk = Desk
queue-board-room = Room
queue-board-come = Please come now
queue-board-before = Called before
queue-board-wait = Please wait until your number is shown here
queue-board-stale = This screen is not up to date. Please ask a member of staff.
queue-board-sound = Sound on

## What is published
queue-open-title = Places you can come to
queue-open-lead = At each place there is one queue, with one rule for everybody. The rule is published here.
queue-rule-title = Who is called when: { $site }
queue-rule-lead = There is one queue, and this is its rule.
queue-rule-first = Whoever came first is called first. The clock starts at the door.
queue-rule-desks-differ = Not every desk can help with everything. So a number after yours may be called to a desk that cannot help you.
queue-rule-secret = Boards show numbers and desks, never a name and never the reason why somebody is called.
queue-rule-opening = Opening hours
queue-rule-closed = Closed
queue-rule-desks = Desks, and what they help with
queue-rule-step-free = Without steps
queue-rule-partners = Others in the building, and their days
queue-rule-edition = This is edition { $count } of the rule.
queue-day-mon = Monday
queue-day-tue = Tuesday
queue-day-wed = Wednesday
queue-day-thu = Thursday
queue-day-fri = Friday
queue-day-sat = Saturday
queue-day-sun = Sunday
queue-rule-aim = { $count ->
    [one] We want to see you within 1 minute of coming in.
   *[other] We want to see you within { $count } minutes of coming in.
}
queue-rule-appointment = { $count ->
    [one] With an appointment you are called as if you had come 1 minute before it.
   *[other] With an appointment you are called as if you had come { $count } minutes before it.
}
queue-rule-late = { $count ->
    [one] If you are more than 1 minute late for it, you wait as everybody does.
   *[other] If you are more than { $count } minutes late for it, you wait as everybody does.
}
queue-rule-need = { $count ->
    [one] called as if you had come 1 minute earlier.
   *[other] called as if you had come { $count } minutes earlier.
}
queue-rule-bound = { $count ->
    [one] Nobody who came later is called before you more than 1 time.
   *[other] Nobody who came later is called before you more than { $count } times.
}
