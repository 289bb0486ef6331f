# Following a request.

cases-reference = Your reference:
cases-now = Where it is now
cases-promised = Promised by
cases-owner = Who has it
cases-next-action = Next thing we do, by
cases-next-action-past = We meant to do the next thing by
cases-next-past = { $next }. That day has passed.
cases-place = Where
cases-outcome = Result
cases-late = We are late. We said we would do this by { $due } and we have not. We are sorry. We will tell you a new date.
cases-stale = This has not moved on as it should. We meant to do the next thing by { $next }. The team leader can see that too.
cases-promise-replaced = Before that we had said { $due }.
cases-owner-team = The team: { $team }
cases-owner-person = { $person }, { $team }
cases-with = Besides us
cases-with-asked = We asked { $name } to do this, on { $since }. They have not answered yet.
cases-with-accepted = { $name } does this for us, since { $since }. Their reference is { $reference }.
cases-with-planned = { $name } does this for us. They plan to do it on { $date }. Their reference is { $reference }.
cases-with-started = { $name } does this for us, and has begun. Their reference is { $reference }.
cases-with-delayed = { $name } does this for us, and is late. They now say { $date }. Their reference is { $reference }.
cases-with-messages = What you write to us here goes to { $name } too, while they have it.
cases-undated = We do not know when this was first reported. The date shown is when we got it.

cases-answers = What you told us
cases-contact-way = Reach me by
cases-contact-way-email = Email
cases-contact-way-text = Text message
cases-contact-way-call = Phone call
cases-contact-way-letter = Letter
cases-contact-way-none = Do not contact me
cases-contact-address = Letters go to

cases-status-open = We are on it
cases-status-waiting = We need something from you
cases-status-decided = Decided
cases-status-passed-on = Not ours
cases-status-closed = Finished
cases-status-withdrawn = Taken back
cases-status-words-open = Somebody here has to do the next thing. You need do nothing.
cases-status-words-waiting = We have asked you something. Please answer below.
cases-status-words-decided = We have decided. You can read the result below. Some work may still be to do.
cases-status-words-passed-on = This is not ours to do. We have passed it on to { $to }. Please ask them how it is going.
cases-status-words-not-passed-on = This is not ours to do, and we cannot pass it on. Please tell { $to } yourself. { $how }
cases-status-words-closed = We have finished this.
cases-status-words-withdrawn = You took this back. We do nothing more.

cases-messages = Messages
cases-messages-none = No messages yet.
cases-messages-older = Show earlier messages
cases-message-new = New
cases-message-title = Write to us
cases-message-label = Write to us about this
cases-message-send = Send message
cases-message-kept = These go along with it
cases-message-file-again = A file you added earlier is no longer kept here. Choose it again.
cases-message-files = Photos or documents (you can leave this out)
cases-message-empty = Type your message
cases-done-message = We have your message.
cases-done-withdrawn = You have taken this back.
cases-done-reopened = We have opened this again.

cases-happened = What happened
cases-older = Show what happened before

cases-event-opened-for = We filled it in for you, as you asked
cases-event-opened = We got it
cases-event-imported = Taken over from another list
cases-event-joined = Somebody else reported the same thing
cases-event-joined-you = You reported it too
cases-event-joined-again = Reported once more by the same person
cases-event-passed-on = Received; not ours to do
cases-event-assigned-team = Given to { $team }
cases-event-assigned-person = Given to { $person } in { $team }
cases-event-handed-over = { $name } was asked to do it
cases-event-handed-taken-back = Taken back from { $name }
cases-event-handed-accepted = { $name } has taken it on. Their reference is { $reference }
cases-event-handed-refused = { $name } cannot do it. We look for another way
cases-event-handed-planned = { $name } plans to do it on { $date }
cases-event-handed-started = { $name } has begun
cases-event-handed-delayed = { $name } is late, and now says { $date }
cases-event-handed-done = { $name } is done: { $outcome }
cases-event-noted = Note
cases-event-messaged = Message
cases-event-messaged-email = Email
cases-event-messaged-post = Letter
cases-event-asked = A question was asked
cases-event-called-rung = We rang you
cases-event-called-written = We wrote to you
cases-event-called-met = We spoke with you
cases-event-called-left-word = We left word for you
cases-event-called-no-answer = We rang you and nobody answered
cases-event-planned = Next thing to be done by { $due }
cases-event-promised = New date promised: { $due }
cases-event-late = We said that we are late
cases-event-decided = Decided: { $outcome }
cases-event-decided-delegated = Decided: { $outcome }, under { $scheme } of the scheme of delegation
cases-on-the-spot-money = , { $amount }
cases-event-closed = Finished
cases-event-reopened = Opened again
cases-event-withdrawn = Taken back
cases-event-erased = These words have been removed.
cases-by-you = You
cases-by-council = The council
cases-by-resident = The resident
cases-by-somebody = Somebody else

cases-withdraw-heading = If you no longer need this
cases-withdraw-link = Take it back
cases-withdraw-not = This cannot be taken back here. Please write to us or call us.
cases-withdraw-shared = Other people reported the same thing, so it stays open.
cases-withdraw-title = Take this back
cases-withdraw-words = We will stop work on it. { $days ->
    [one] You can open it again until the end of tomorrow.
   *[other] You can open it again for { $days } days.
}
cases-withdraw-for-good = We will stop work on it. You cannot open it again afterwards.
cases-withdraw-reason = Why? You do not have to say
cases-withdraw-button = Take it back
cases-withdraw-keep = Keep it
cases-reopen-heading = If it is not put right
cases-reopen-heading-withdrawn = If you need it after all
cases-reopen-until = You can open this again until { $until }.
cases-reopen-button = Open it again
cases-reopen-title = Open this again
cases-reopen-words = Tell us what is still wrong. We give you a new date.
cases-reopen-reason = What is still wrong?
cases-reopen-empty = Tell us what is still wrong
cases-reopen-send = Open it again
cases-appeal = If you do not agree

cases-refused-ended = This has ended. It has to be opened again first.
cases-refused-live = This is open already. You can write to us on its page.
cases-refused-withdraw = This can no longer be taken back: somebody else reported the same thing, or it has ended. Please write to us on its page, or call us.
cases-refused-reopen = The time to open this again is over. Please make a new request, or call us.

cases-received-title = We have it
cases-received-reference = Your reference
cases-received-sent = Sent on { $when }
cases-received-next = What happens next
cases-received-joined = Somebody had told us about this already. We have added you, and we tell you when there is news.
cases-received-due = We promise to do this by { $due }.
cases-received-email = We have sent a copy to { $to }.
cases-received-text = We have sent a text message to { $to }.
cases-received-rung = When there is news we ring you on { $phone }.
cases-received-no-copy = We cannot send you a copy. Write the reference down. Call us on { $phone } with it and we tell you how it is going.
cases-received-follow = Follow your request
cases-received-account = Keep everything in one place
cases-received-account-words = With an account you see all your requests and messages on any device.
cases-received-account-link = Make an account
cases-received-how = How to follow it
cases-received-how-words = Keep this reference. With it and the email or phone number you gave, you can see how it is going.

cases-track-title = Follow a request
cases-track-words = You need the reference we gave you. We send a code to the email or mobile number you gave with it.
cases-track-reference = Reference
cases-track-reference-hint = Nine letters and numbers, like 4KD 93T 7QM
cases-track-reference-empty = Type the reference
cases-track-contact = Email or phone number
cases-track-contact-hint = The one you gave us
cases-track-send = Send me a code
cases-track-phone = No email or mobile phone? Call us on { $phone } and read us the reference. We tell you how it is going.
cases-track-landline = We cannot send a code to that number. Call us on { $phone } and read us the reference. We tell you how it is going.
cases-code-title = Type the code
cases-code-words = If the reference and the address belong together, we have sent a code of six numbers to:
cases-code-label = Code
cases-code-hint = It is good for 10 minutes
cases-code-send = Go on
cases-code-again = Ask for a new code

cases-file-waiting = We are still checking it for viruses. It can be opened after that.
cases-file-infected = We found a virus in it and deleted it.
cases-file-gone = It is no longer kept.
cases-event-file-infected = A virus was found in a file, and the file was deleted

# Told by email or text.
cases-told-opened-subject = We have your request { $reference }
cases-told-opened-body = We have your request: { $title }.

    Your reference is { $reference }.

    We promise to do this by { $due }.

    What happens next: { $next }
cases-told-opened-text = { $council }: we have your request { $reference }. We promise to do it by { $due }.
cases-told-joined-subject = We have your report { $reference }
cases-told-joined-body = Somebody had told us about this already: { $title }.

    We have added you. Your own reference is { $reference }.

    We promise to do this by { $due }, and we tell you when there is news.
cases-told-joined-text = { $council }: somebody had told us already. Your reference is { $reference }. Promised by { $due }.
cases-told-passed-on-subject = Your request { $reference } is with somebody else
cases-told-passed-on-body = Your request is not ours to do: { $title }.

    We have passed it on to { $to }. Please ask them how it is going.

    Your reference with us is { $reference }.
cases-told-passed-on-text = { $council }: we passed your request { $reference } on to { $to }.
cases-told-not-passed-on-subject = Your request { $reference } is for somebody else
cases-told-not-passed-on-body = Your request is not ours to do: { $title }.

    We cannot pass it on. Please tell { $to } yourself. { $how }

    Your reference with us is { $reference }.
cases-told-not-passed-on-text = { $council }: your request { $reference } is not ours and we cannot pass it on. Please tell { $to }. { $how }
cases-told-asked-subject = We need something from you: { $reference }
cases-told-asked-body = We have a question about your request: { $title }.

    { $text }

    Please answer on the page of your request. Your reference is { $reference }.
cases-told-asked-text = { $council }: we have a question about your request { $reference }. Please answer here:
cases-told-message-subject = A message about your request { $reference }
cases-told-message-body = We have written to you about your request: { $title }.

    { $text }
cases-told-message-text = { $council }: there is a message about your request { $reference }:
cases-told-files = Files with this message, also on the page of your request: { $names }
cases-told-promised-subject = A new date for your request { $reference }
cases-told-promised-body = We cannot do this by the day we said, { $before }: { $title }.

    We now promise to do it by { $due }. The reason: { $reason }

    We are sorry that it takes longer.
cases-told-promised-text = { $council }: new date for { $reference }: { $due }. Sorry that it takes longer.
cases-told-sooner-subject = An earlier date for your request { $reference }
cases-told-sooner-body = We can do this sooner than the day we said, { $before }: { $title }.

    We now promise to do it by { $due }. The reason: { $reason }
cases-told-sooner-text = { $council }: good news for { $reference }. We now promise it by { $due }.
cases-told-late-subject = We are late with your request { $reference }
cases-told-late-body = We promised to do this by { $due }, and we have not done it: { $title }.

    { $led ->
        [yes] We are sorry. The team leader has been told. We will write to you with a new date.
       *[no] We are sorry. We will write to you with a new date.
    }
cases-told-late-text = { $council }: we are late with { $reference }, promised by { $due }. We are sorry. We will tell you a new date.
cases-told-decided-subject = We have decided about your request { $reference }
cases-told-decided-body = We have decided about your request: { $title }.

    The result: { $outcome }

    { $reason }
cases-told-decided-text = { $council }: result for { $reference }: { $outcome }.
cases-told-decided-appeal-subject = We have decided about your request { $reference }
cases-told-decided-appeal-body = We have decided about your request: { $title }.

    The result: { $outcome }

    { $reason }

    If you do not agree: { $appeal }
cases-told-decided-appeal-text = { $council }: result for { $reference }: { $outcome }. How to disagree is on its page.
cases-told-handed-planned-subject = There is a date for your request { $reference }
cases-told-handed-planned-body = This is about your request: { $title }.

    { $name } does this for us. They plan to do it on { $date }.

    { $reason }
cases-told-handed-planned-text = { $council }: { $name } plans to do your request { $reference } on { $date }.
cases-told-handed-started-subject = The work on your request { $reference } has begun
cases-told-handed-started-body = This is about your request: { $title }.

    { $name } does this for us, and has begun.

    { $reason }
cases-told-handed-started-text = { $council }: { $name } has begun with your request { $reference }.
cases-told-handed-delayed-subject = Your request { $reference } takes longer
cases-told-handed-delayed-body = This is about your request: { $title }.

    { $name } does this for us, and is late. They now say { $date }. We are sorry.

    { $reason }
cases-told-handed-delayed-text = { $council }: { $name } is late with your request { $reference } and now says { $date }. We are sorry.
cases-told-closed-subject = Your request { $reference } is finished
cases-told-closed-body = We have finished with this: { $title }.

    The result: { $outcome }

    If it is not put right, you may be able to open it again on its page.
cases-told-closed-text = { $council }: your request { $reference } is finished. Result: { $outcome }.
cases-told-reopened-subject = Your request { $reference } is open again
cases-told-reopened-body = We have opened this again: { $title }.

    We promise to do it by { $due }.
cases-told-reopened-text = { $council }: your request { $reference } is open again. Promised by { $due }.
cases-told-reopened-why-subject = Your request { $reference } is open again
cases-told-reopened-why-body = We have opened this again: { $title }.

    The reason: { $reason }

    We promise to do it by { $due }.
cases-told-reopened-why-text = { $council }: your request { $reference } is open again. Promised by { $due }.
cases-told-withdrawn-subject = You took back your request { $reference }
cases-told-withdrawn-body = You took this back: { $title }. We do nothing more.
cases-told-withdrawn-text = { $council }: you took back your request { $reference }.

# The desk. Seen by staff only, so English alone.
cases-list-title = Cases
cases-list-back = All cases
cases-list-none = No case fits what you chose.
cases-list-none-mine = No case fits: none is yours now. Take one that nobody owns, or one of your team’s.
cases-list-none-here = No case fits. There is nothing to do in this list.
cases-list-none-at-all = No case fits. There is none yet that you may see.
cases-list-none-clear = Clear the filters
cases-list-none-unowned = Cases that nobody owns
cases-list-none-team = Cases of my teams
cases-list-none-all = All cases, also those that have ended
cases-list-first = First page
cases-find-label = Find a case by its reference
cases-find-hint = Capitals and spaces do not matter
cases-find-button = Find
cases-find-none = No case you may see has this reference. Ask them to read it once more
cases-waiting-unread = { $n ->
    [one] A resident wrote about one case and nobody has read it
    [100] Residents wrote about 100 or more cases and nobody has read it
   *[other] Residents wrote about { $n } cases and nobody has read it
}
cases-waiting-late = { $n ->
    [one] One case of your teams is past its promise
    [100] 100 or more cases of your teams are past their promise
   *[other] { $n } cases of your teams are past their promise
}
cases-waiting-untold = { $n ->
    [one] One person is to be rung or written to
    [100] 100 or more people are to be rung or written to
   *[other] { $n } people are to be rung or written to
}
cases-untold-title = To ring or write to
cases-untold-lead = We could send these people nothing, or promised to ring back. Ring or write to them, then say how it went.
cases-untold-none = Nobody waits. Whoever can only be rung or written to appears here when there is something to tell them.
cases-untold-who = Who
cases-untold-nameless = No name given
cases-untold-no-phone = No telephone number: write to them
cases-untold-what = What to tell them
cases-untold-since = Since
cases-untold-then = Afterwards
cases-untold-tried = { $n ->
    [one] Tried once, on { $when }
   *[other] Tried { $n } times, last on { $when }
}
cases-untold-what-asked = Our question
cases-untold-what-ring-back = What they asked when they rang: we promised to ring back
cases-untold-what-message = Our message
cases-untold-what-returned = What we sent, which came back: their email address does not work
cases-untold-what-promised = The new date
cases-untold-what-late = That we are late
cases-untold-what-decided = What was decided, and why
cases-untold-what-closed = That it is finished
cases-untold-what-undelivered = What we wrote, which never arrived
cases-event-undelivered = What we wrote never arrived
cases-untold-what-reopened = That it is open again, and why
cases-call-title = Say how a call went
cases-call-button = Keep this
cases-call-done = Kept.
cases-call-to = Who was it?
cases-call-to-empty = Choose who it was
cases-call-waits = To be rung or written to. { $phone }
cases-call-how = How did it go?
cases-call-how-empty = Say how it went
cases-call-how-rung = I rang and told them
cases-call-how-written = I sent a letter
cases-call-how-met = I told them in person
cases-call-how-left-word = I left word for them to ring us
cases-call-how-no-answer = Nobody answered
cases-desk-needs = They asked us:
cases-desk-needs-not-now = Do not ring now.
cases-desk-needs-never = Do not ring them.
cases-desk-needs-done = What was done as they asked?
cases-desk-needs-done-interpreter = There was an interpreter, or I spoke their language
cases-desk-needs-done-sign-language = There was a British Sign Language interpreter
cases-desk-needs-done-large-print = The letter was in large print
cases-desk-needs-done-write-to = The letter went to the address they chose
cases-desk-needs-done-copy-to = A copy went to whoever gets one
cases-desk-needs-choice = Choose from the answers there are
cases-desk-needs-against = If something was not done as they asked: why?
cases-desk-needs-against-hint = It is reported, listed and counted, and they can read it.
cases-desk-needs-against-empty = They asked for: { $what }. Say why it was done otherwise
cases-call-note = Anything to remember? For staff only; you can leave it empty
cases-tabs = Lists of cases
cases-tab-mine = Mine
cases-tab-team = My teams
cases-tab-unread = Unread
cases-tab-soon = Due soon
cases-tab-late = Late
cases-tab-stale = Stale
cases-tab-unowned = Nobody's
cases-tab-all = All
cases-filter-any = Any
cases-filter-service = Service
cases-filter-status = Status
cases-filter-ward = Ward
cases-filter-kind = Kind
cases-filter-owner = Owner
cases-filter-sort = Order
cases-sort-promised = Promised first
cases-sort-next = Next action first
cases-sort-opened = Newest first
cases-col-case = Case
cases-col-status = Status
cases-col-owner = Owner
cases-col-promised = Promised by
cases-col-next = Next action
cases-col-opened = Opened
cases-tag-late = Late
cases-tag-soon = Due soon
cases-tag-unread = New message
cases-tag-danger = Speaks of danger
cases-tag-stale = Stale
cases-tag-urgent = Urgent
cases-desk-status-open = Open
cases-desk-status-waiting = Waiting for the resident
cases-desk-status-decided = Decided
cases-desk-status-passed-on = Not ours
cases-desk-status-closed = Closed
cases-desk-status-withdrawn = Withdrawn
cases-desk-systems = { $answered } of { $all } other systems have received what was sent to them about this
cases-desk-systems-waits = { $name } has not received it since { $since }. The next try is on { $next }.
cases-desk-systems-never = { $name } never received it, and is not tried any more. An administrator can tell it again.
cases-desk-undated = The source did not say when it was reported. This is when it was imported.
cases-desk-undated-short = (imported, date not known)
cases-actions = What you can do
cases-desk-standing = Where it stands
cases-desk-ended = Ended
cases-desk-passed-to = Passed on to
cases-desk-not-passed-to = { $to }: not sent, the council has no address of theirs
cases-desk-passing-subject = { $council } passes a report on to you: { $reference }
cases-desk-passing-body = Somebody told us about this. It is yours to look after, so we pass it on to you.

    { $service }
    { $what }

    Where:
    { $place }

    Reported to us: { $opened }
    Our reference: { $reference }
cases-desk-source = How it came
cases-desk-event-came = { $what } ({ $way })
cases-desk-source-web = On the website
cases-desk-source-open311 = From another system (Open311)
cases-desk-source-writing = In writing
cases-desk-source-list = By an import ({ $list })
cases-desk-promises = Promises before
cases-desk-answers = What was asked for
cases-desk-also = Also reported: { $reference }
cases-desk-more-people = More people who reported it
cases-desk-contact = Who
cases-desk-record = Their record
cases-desk-nobody = Not known: no name, email or phone number was given
cases-desk-joined = Reported
cases-desk-silent = Asked not to be contacted
cases-desk-unreachable = No email or mobile: ring or write
cases-desk-proved = Proved by a one-time code
cases-desk-proved-yes = Yes
cases-desk-proved-account = It is their account’s: a code proved it there. None was sent for this
cases-desk-proved-no = No. We do not know that this address or number is theirs
cases-desk-given-by-staff = Filled in by staff
cases-desk-not-read = Not opened yet
cases-desk-first = First reporter
cases-changed-title = Somebody changed this case while you were typing
cases-changed-said = What was written
cases-changed-words = Nothing of theirs was overwritten and nothing of yours is lost. Read what changed, then send yours again or leave it.
cases-day-wrong = Type a day that exists, like 27 3 2027
cases-day-past = The day must not be over
cases-day-not-working = The council is closed on that day. Choose a working day: Monday to Friday, not a bank holiday
cases-day-far = { $day } is more than a year away. Tick the box if that is the day you mean, or change it
cases-day-far-legend = A day so far away
cases-day-far-yes = Yes, this is the day

cases-refused-past = The day must not be over.
cases-refused-undecided = Decide first: a case closes with an outcome.

cases-note-title = Note
cases-note-label = A note for staff. The resident never sees it
cases-note-button = Keep note
cases-note-empty = Type the note
cases-note-done = Note kept.
cases-message-title-desk = Write to the resident
cases-message-button = Send
cases-desk-message-to = To whom
cases-desk-message-to-wrong = Choose to whom
cases-desk-message-all = Everybody who reported it
cases-desk-message-newest = The newest { $count } of those who reported it too are listed. A message to everybody reaches all of them.
cases-desk-message-label = Message
cases-desk-message-files = Files to send with it (you can leave this out)
cases-desk-files-hint = Up to { $most } photos or PDFs of 20 MB each. They stand on the page of the request; by email up to 10 MB go along.
cases-desk-files-kept = These go along
cases-desk-file-again = A file you added earlier is no longer kept here. Choose it again.
cases-desk-message-wait = Then
cases-desk-message-asks = We need an answer: the case waits for it
cases-desk-message-done = Message sent.
cases-assign-title = Give to somebody
cases-assign-button = Give
cases-assign-team = Team
cases-assign-team-wrong = Choose a team
cases-assign-owner = Owner
cases-assign-owner-hint = Somebody of the case's team, you, or nobody yet
cases-assign-owner-wrong = Choose an owner from the list
cases-assign-owner-other-team = That person is in another team. Choose nobody, and the team gives it to one of theirs
cases-assign-me = Me
cases-assign-nobody = Nobody yet
cases-desk-owner-nobody = Nobody
cases-desk-told-not-where = Whoever asks was checked: you may tell them about this, and nothing of where the person lives or how to reach them. It is a safe address.
cases-desk-told-now = Whoever asks was checked: you may tell them.
cases-desk-not-told-now = Nobody who asks was checked: do not tell a caller how to reach them.
cases-desk-withheld = For few eyes: open their record first, or ask the team that has this
cases-assign-same = It is theirs already. Choose somebody else or another team
cases-assign-done = Given.
cases-plan-title = Set next action
cases-plan-button = Set
cases-plan-label = By which day is the next thing to be done?
cases-plan-done = Next action set.
cases-promise-title = Promise a new date
cases-promise-button = Promise
cases-promise-now = Promised now: { $due }
cases-promise-label = New date
cases-promise-reason = Why? The resident reads these words
cases-promise-reason-empty = Say why, in words the resident will read
cases-promise-same = That is the day already promised. Choose another, or write a message
cases-promise-done = New date promised.
cases-decide-title = Decide
cases-decide-button = Decide
cases-decide-outcome = Outcome
cases-decide-outcome-empty = Choose an outcome
cases-decide-reason = Why? The resident reads these words
cases-decide-reason-empty = Say why, in words the resident will read
cases-decide-close = Is anything left to do?
cases-decide-close-yes = No: close the case
cases-decide-close-no = Yes: keep it open until that is done
cases-decide-close-empty = Say whether anything is left to do
cases-decide-done = Decided.
cases-on-the-spot-title = Decide on the spot
cases-on-the-spot-button = Show whether I may
cases-on-the-spot-rules = What you may decide
cases-on-the-spot-rule = You may
cases-on-the-spot-scheme = Scheme of delegation
cases-on-the-spot-amount = Money granted, in pounds
cases-on-the-spot-amount-hint = Leave it empty where there is none.
cases-on-the-spot-amount-wrong = Write pounds and pence, like 120 or 49.50
cases-on-the-spot-seen-wrong = Choose from what is listed
cases-on-the-spot-seen = What have you seen?
cases-on-the-spot-reason = Why? The resident reads these words if it is decided now, the team if it goes up
cases-on-the-spot-within = This is yours to decide
cases-on-the-spot-within-words = “{ $outcome }” is within { $scheme } of the scheme of delegation. It is decided at once. { $told }
cases-on-the-spot-within-button = Decide now
cases-on-the-spot-beyond = This goes up to the team
cases-on-the-spot-beyond-words = “{ $outcome }” is not yours to decide. The case goes to its team with what you wrote, to be looked at within a working day, because:
cases-on-the-spot-beyond-button = Send it up
cases-on-the-spot-beyond-outcome = no rule lets an officer decide this outcome
cases-on-the-spot-not-for = Not for this case
cases-on-the-spot-unmet = What does not fit
cases-on-the-spot-beyond-kind = the rule is not for a case like this one
cases-on-the-spot-beyond-answer = the rule is not for what was answered to “{ $question }”
cases-on-the-spot-beyond-answer-is = “{ $question }” was answered “{ $answer }”, which the rule is not for
cases-on-the-spot-beyond-money = the rule grants no money
cases-on-the-spot-beyond-amount = it is more than { $most }
cases-on-the-spot-beyond-seen = not seen: { $seen }
cases-on-the-spot-done = Decided on the spot.
cases-sent-up-done = It went up to the team, with what you wrote. The timeline says why.
cases-event-sent-up = Sent up to be decided: { $outcome }. Beyond an officer's authority: { $why }
cases-refused-not-delegated = Nobody has said that you were trained to decide this on the spot. Ask whoever owns the service, or give the case to its team.
cases-done-told = Everybody who reported it is told.
cases-done-others = Everybody else who reported it is told.
cases-done-silent = { $n ->
    [one] One person asked not to be contacted: nothing is sent to them.
   *[other] { $n } people asked not to be contacted: nothing is sent to them.
 }
cases-tells-sent = { $n ->
    [one] One person who reported it is sent a message.
   *[other] { $n } people who reported it are sent a message.
 }
cases-tells-by-hand = { $n ->
    [one] One person cannot be sent anything: they are put on the list of people to ring or write to.
   *[other] { $n } people cannot be sent anything: they are put on the list of people to ring or write to.
 }
cases-desk-adjustments = Adjustments people asked for and did not get
cases-desk-way-email = By email to { $address }
cases-desk-way-text = By text message to { $address }
cases-desk-way-letter = By letter to { $address }
cases-desk-way-letter-kept = By letter to their address, which stands on their record
cases-desk-way-withheld = To the address in their account, which is for whoever opens their record
cases-desk-way-hand = Nothing can be sent to them: they go on the list of people to ring or write to
cases-desk-way-nobody = Nobody is told: they did not say who they are, or have died
cases-desk-way-asked = They asked us: { $needs }.
cases-desk-way-more = And others who reported it too: whoever has an email address or a mobile is sent it, the rest go on the list.
cases-tells-more = Many people reported it: whoever has an email address or a mobile is sent a message, and the others are put on the list of people to ring or write to.
cases-tells-nobody = Nobody is told: whoever reported it did not say who they are, or has died.
cases-done-died = Whoever reported it first has died: nothing is sent to them.
cases-done-died-message = It is kept on the case. Nothing was sent: whoever reported it has died.
cases-desk-guarded = Tell nobody where they live, or that they asked.
cases-done-by-hand = { $n ->
    [one] One person can only be rung or written to: they are on this page, and on the list of people to ring.
   *[other] { $n } people can only be rung or written to: they are on this page, and on the list of people to ring.
 }
cases-close-title = Close
cases-close-button = Close the case
cases-close-words = Outcome: { $outcome }. { $told }
cases-close-done = Closed.
cases-desk-reopen-reason = Why is it opened again? The resident reads these words
cases-desk-reopen-empty = Say why
cases-desk-reopen-done = Open again.

cases-figures-title = What was reported
cases-figures-words = Every case the council has, counted as it stands now. The counts follow a moment behind.
cases-figures-kind = By category
cases-figures-kind-of = Category
cases-figures-ward = By ward
cases-figures-ward-of = Ward
cases-figures-team = By team
cases-figures-team-of = Team
cases-figures-source = By how it came in
cases-figures-source-of = How it came in
cases-figures-no-ward = No ward known, or outside the area
cases-figures-live = Open
cases-figures-ended = Ended
cases-figures-all = All
cases-figures-plot = Where cases are: north is up. The same counts stand in the table by ward.
cases-figures-plot-words = { $drawn } cases by position, newest first; larger circles stand for more. Open ones are marked over closed ones. { $outside } lie too far out to be drawn.
cases-filter-title = Filter and sort

cases-told-leader-subject = { $n ->
    [one] A case of your team is past its promise
   *[other] { $n } cases of your team are past their promise
}
cases-told-leader-body = Hello { $name }, we have just told the people of { $n ->
    [one] this case that we are late, and that you have been told. They wait for a new date.
   *[other] these cases that we are late, and that you have been told. They wait for a new date.
}
cases-told-leader-list = All that is late: { $list }

# How promises are kept: a page for everybody.
cases-kept-title = Our promises, kept and broken
cases-kept-lead = When you ask us for something, we promise to do it by a certain day. Here you can see how often we keep our word.
cases-kept-headline = We kept { $percent } of { $promises } promises.
cases-kept-period = These are the promises that fell due from { $from } to { $until }. We count as things happen; today counts from tomorrow.
cases-kept-picture = Promises kept, by service
cases-kept-legend = The bar is the share of promises we kept. The thin line across its end shows how sure that number is: the fewer requests, the longer the line.
cases-kept-promised = We promise:
cases-kept-range = from { $low } to { $high }
cases-kept-too-few = Too few promises to show
cases-kept-table = Requests, and how many working days they take
cases-kept-service = Service
cases-kept-requests = Requests
cases-kept-share = Promises kept
cases-kept-half = Half are done within
cases-kept-nine = Nine in ten are done within
cases-kept-moved = Given a later date
cases-kept-late-now = Late and not done now
cases-kept-all = All services
cases-kept-few = under 5
cases-kept-same-day = the same day
cases-kept-longer = over 60
cases-kept-not-yet = not yet
cases-kept-how = How we count
cases-kept-note-first = The promise is the first date we give. A later date does not turn a broken promise into a kept one; it is counted beside it.
cases-kept-note-open = What is past its date and still not done counts as a broken promise.
cases-kept-note-again = A request that is opened again counts as not done, until it is done again. Its days run from when it first came in.
cases-kept-note-stopped = A request that was taken back, or passed on because it is not ours, is counted as a request and not as a promise.
cases-kept-note-days = A working day is Monday to Friday without bank holidays. “Half are done within 3” means that half took three working days or less.
cases-kept-note-range = “From 82% to 89%” is the range that holds the lasting share 95 times out of 100 (Wilson’s interval).
cases-kept-note-few = To protect people’s privacy we do not show numbers from one to four.
cases-kept-note-undated = From another system came { $number } reports that do not say when they were made. They are in none of these figures.
cases-kept-data = The same figures as data (JSON)

# Keeping and erasing. seen by staff only, so English alone.
cases-hold-title = Put on legal hold
cases-hold-button = Put on hold
cases-hold-words = While a hold stands, nothing in this case is erased: not when its time is over, and not when somebody asks. It does not stop work on the case.
cases-hold-reason = Why must it be kept? For instance a claim, an appeal, an audit or an enquiry, with its number
cases-hold-reason-empty = Say why it must be kept
cases-hold-review = When will you look whether it is still needed?
cases-hold-done = On hold. It is kept until the hold is ended.
cases-release-title = End the legal hold
cases-release-button = End the hold
cases-release-reason = Why is it no longer needed?
cases-release-reason-empty = Say why it is no longer needed
cases-release-done = The hold has ended. The case goes when its time is over.
cases-event-held = Put on legal hold, to be looked at again by { $due }
cases-event-released = Legal hold ended
cases-event-erased-time = Personal details erased: the time this service keeps them is over
cases-event-erased-request = Personal details erased at the resident's request
cases-refused-held = This is on legal hold already.
cases-refused-not-held = There is no legal hold on this.
cases-refused-erased = The personal details of this case have been erased, so nothing more can be done with it. Open a new case instead.
cases-desk-held = On legal hold, to be looked at again by { $review }
cases-desk-file-unchecked = Not checked for viruses
cases-desk-erased = The personal details of this case have been erased. What it was, when, where and how it ended is kept.

cases-desk-by-email = By email
cases-desk-by-post = By post
cases-desk-by-text = By text message
cases-desk-other-address = Another address
cases-desk-other-hand = Somebody else wrote this
cases-desk-other-hand-hint = It is about this request and not from whoever made it: it is not shown to them, and the request is no reason to tell its writer anything.
cases-desk-other-address-hint = It came from an address that is none of theirs: anybody may have written it. It is not shown to them. Do not tell this address anything.
cases-desk-event-messaged-other = Email from another address than theirs
cases-desk-event-claimed = Sent without an account, and theirs since they made one
cases-desk-event-returned = An email to them came back
cases-desk-mark = Say what this message is
cases-desk-mark-opening = Say what this is
cases-desk-marked = { $kind }: by { $due }
cases-desk-mark-information = Information request
cases-desk-mark-access = Subject access request
cases-desk-mark-complaint = Complaint
cases-desk-mark-claim = Claim
cases-desk-mark-safeguarding = Safeguarding alert
cases-desk-event-marked = A message was marked: { $kind }, by { $due }
cases-desk-event-mark-done = Dealt with: { $kind }
cases-desk-event-mark-wrong = Marked wrongly: { $kind }

# Other systems that take cases: staff only.
cases-hand-over-title = Hand to another system
cases-hand-over-button = See what is sent
cases-hand-over-done = Handed over. Until it is answered this stands on the page.
cases-hand-over-system = To whom?
cases-hand-over-hours = { $n ->
    [one] Answers within an hour
   *[other] Answers within { $n } hours
 }
cases-hand-over-none = No other system takes this case, or those who do have it already. An administrator makes a system take cases on the page of its webhook.
cases-hand-over-empty = Choose to whom
cases-hand-over-ahead = { $name } will be told this
cases-hand-over-ahead-words = { $n ->
    [one] And nothing else. If they do not answer within an hour, it comes back to your list.
   *[other] And nothing else. If they do not answer within { $n } hours, it comes back to your list.
 }
cases-hand-over-ahead-button = Hand it to { $name }
cases-take-back-title = Take back from another system
cases-take-back-button = Take it back
cases-take-back-done = Taken back. They are told.
cases-take-back-none = No other system has this case.
cases-take-back-system = From whom?
cases-take-back-empty = Choose from whom
cases-take-back-reason = Why? For staff only
cases-take-back-reason-empty = Say why you take it back
cases-handed-sends-case = { $service }, reference { $reference }
cases-handed-sends-place = Where: { $place }
cases-handed-sends-nobody = Nothing of who reported it, nor what they wrote
cases-handed-sends-contact = Who reported it: { $contact }. Why they need it: { $why }
cases-handed-sends-files = { $n ->
    [one] The photo or document that came with it
   *[other] The { $n } photos and documents that came with it
 }
cases-handed-sends-messages = From then on, what those who reported it write, while they have it. Why they need it: { $why }
cases-handed-answered = { $answered } of { $all } systems this was handed to have answered
cases-handed-told = They have received it.
cases-handed-told-never = It was tried { $n ->
    [one] once
   *[other] { $n } times
 } and never received. It is not tried any more; an administrator can send it again.
cases-handed-told-waits = It was tried { $n ->
    [one] once
   *[other] { $n } times
 } and not received yet. The next try is on { $next }.
cases-handed-ago-minutes = { $n ->
    [0] just now
    [one] a minute ago
   *[other] { $n } minutes ago
 }
cases-handed-ago-hours = { $n ->
    [one] an hour ago
   *[other] { $n } hours ago
 }
cases-handed-ago-days = { $n } days ago
cases-handed-state-asked = { $name } was asked { $ago } and has until { $due } to answer.
cases-handed-state-silent = { $name } was asked { $ago } and has not answered. It should have by { $due }.
cases-handed-state-accepted = { $name } has had it since { $since } as { $reference }.
cases-handed-state-planned = { $name } has had it since { $since } as { $reference }, and plans to do it on { $date }.
cases-handed-state-started = { $name } has had it since { $since } as { $reference }, and has begun.
cases-handed-state-delayed = { $name } has had it since { $since } as { $reference }, is late, and now says { $date }.
cases-handed-state-refused = { $name } refused it on { $ended }: { $reason }
cases-handed-state-done = { $name } was done with it on { $ended }.
cases-handed-state-taken-back = Taken back from { $name } on { $ended }.
cases-handed-title = Cases with other systems
cases-handed-systems = How many cases each system has had
cases-handed-no-system = No other system takes cases yet. An administrator makes a webhook take them.
cases-handed-system = System
cases-handed-count-asked = Asked, no answer yet
cases-handed-count-silent = Of those, too late
cases-handed-count-accepted = Has them
cases-handed-count-refused = Refused
cases-handed-count-done = Done
cases-handed-count-taken-back = Taken back
cases-handed-look = To be looked at: came back, or never answered
cases-handed-of = Handed to { $name }
cases-handed-left = This system takes no more cases: take it back, and hand it to the one in its place.
cases-handed-ended = takes no more cases since { $when }
cases-handed-none = None.
cases-waiting-handed = { $n ->
    [one] One case came back from another system, or was not answered in time
   *[other] { $n } cases came back from another system, or were not answered in time
 }
cases-handed-empty = Write it: it must not be empty
cases-handed-day = A day is needed, from today on
cases-handed-no-day = What has begun has no day
cases-handed-outcome = No outcome that this system may end the case with
cases-handed-refused-not-theirs = This case is not with this system any more.
cases-handed-refused-other-number = It was taken under another number before.
cases-handed-refused-order = An update that comes before this one has not arrived: they are numbered from 1.
cases-handed-refused-not-taken = Take it first, under a number of yours.
cases-handed-refused-other-outcome = It was ended with another outcome before.
cases-handed-refused-over = This case is not with that system any more.
cases-handed-refused-scanning = This file has not been scanned for viruses yet. Try again in a minute.

# Outside of what whoever asks may be told. Seen by staff only.
cases-desk-outside-law = Outside of what { $holder } may be told: the law does not let their kind of authority deal with it.
cases-desk-outside-chosen = Outside of what { $holder } may be told: it is not among the services their authority is for.
cases-desk-outside-unsaid = Outside of what { $holder } may be told: nobody has chosen yet what their authority is for.
cases-desk-outside-over = Nobody may be told: whoever you opened the record to may not ask any more.
cases-desk-outside-next = Tell them that you cannot speak with them about it, not whether there is anything. If they may speak about it after all:
cases-desk-outside-record = Put another authority on record, once the paper is seen
cases-desk-outside-check = Check who is asking again
cases-desk-outside-look = Look at it to work on it
cases-desk-outside-reason = Why do you have to look?
cases-desk-outside-reason-hint = You may tell nobody on this call what you see. It is on record with the reason.
cases-desk-outside-reason-empty = Say why you have to look, in at most 200 letters
cases-desk-outside-button = Look all the same
cases-desk-outside-looked = You look at it to work on it: tell them nothing of it.
cases-desk-outside-refused = This is outside of what whoever asks may be told. Open the request itself first and say there why you look.
cases-desk-event-opened-for = Filled in for them by staff, as they asked
cases-desk-noted = A note that you began here before stands below in its field. It is not kept on the case yet.
cases-desk-sent-for = It is sent. The reference is { $reference }: read it out to them.
cases-desk-sent-back = Back to the record of { $name }
cases-desk-event-looked-outside = Looked at while somebody asked who may not be told of it
cases-desk-identity = Identity to be checked.
cases-desk-identity-hint = Nobody has seen who they are. Decide nothing and tell nobody what is in it before that.
cases-desk-identity-nobody = They sent it without an account. See who they are, and write down how in a note, before you decide or tell anybody what is in it.
cases-desk-identity-check = Check who they are
