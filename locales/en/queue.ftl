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
queue-desk-done = Finished. Call the next when you are ready.

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
