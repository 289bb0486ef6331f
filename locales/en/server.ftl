# Pages over several nouns: start, account, contact, about, errors, the demo.

server-start-title = What do you need?
server-start-lead = Tell us in your own words. You can do everything here, day or night, with or without an account.
server-start-search = Search for a service
server-start-search-hint = For example: bin not collected, moving house, dog mess
server-start-button = Search
server-start-often = People often need
server-start-browse = All services
server-start-browse-link = See every service, A to Z
server-start-follow = Already asked us for something?
server-start-follow-words = See where it has got to with your reference number.

server-account-title = Your account
server-account-hello = Hello { $name }
server-account-cases = Your requests
server-account-no-cases = You have not asked us for anything yet. When you do, you can follow it here.
server-account-first = Find a service
server-account-drafts = Started, not sent
server-account-no-drafts = Nothing waiting to be finished.
server-account-draft-carry-on = Carry on
server-account-draft-saved = Saved { $date }
server-account-draft-until = We keep it until { $date }
server-account-details = Your details and how you sign in
server-account-older = Older requests
server-account-older-drafts = What you started before these
server-account-reference = Reference
server-account-status = Where it is
server-account-promise = We promised
server-account-late = We are late. We are sorry.
server-account-unread = { $n ->
    [one] 1 new message
   *[other] { $n } new messages
 }

server-visit-title = Visit us
server-visit-lead = You can come without an appointment. Nobody is turned away.
server-visit-where = Where
server-visit-when = When
server-visit-hours = Monday to Friday, 9am to 5pm. We are closed on bank holidays.
server-visit-help = Help when you come
server-visit-help-words = You can use our computers and phones. Someone can do it with you, or do it for you. Tell us if you need an interpreter, a private room or step-free access.
server-visit-closed = When we are closed
server-visit-closed-words = For something that cannot wait, call

server-error-home = Go to the start page
server-error-not-found-title = We cannot find this page
server-error-not-found = The address may be mistyped, or you may not be allowed to see this. If you are looking for a request you made, use “Follow a request” with your reference.
server-error-forbidden-title = You cannot do this
server-error-forbidden = You are signed in, but this is not yours to see or change. If you think it should be, contact us.
server-error-sign-in-title = Sign in first
server-error-sign-in = You need to sign in to see this page.
server-signed-out-title = You were signed out
server-signed-out = You were signed out before this was sent, so it was not. What you typed is below and is not lost. Sign in in another window, come back to this page, and send it again.
server-signed-out-door = Sign in, in another window
server-signed-out-typed = What you typed
server-signed-out-again = Send it again
server-error-changed-title = This has changed
server-error-changed = Someone changed this while you were looking at it. Nothing was lost or overwritten. Go back, load the page again and look before you try again.
server-error-refused-title = We could not do this
server-error-cross-site = This request did not come from one of our own pages, so we did not do it. Open our site and try again there.
server-error-wrong-method = This address cannot be used in that way. Open our site and try again there.
server-error-bad-request-title = We did not understand this
server-error-too-many-title = Wait a moment
server-error-too-many = There were too many tries. Nothing is locked.
server-error-seconds = { $seconds ->
    [one] Try again in 1 second.
   *[other] Try again in { $seconds } seconds.
 }
server-error-flood-title = Too much at once
server-error-flood = We are getting more requests from your network than we can answer, so we have not looked at this one. Wait a few seconds and try again.
server-error-slow-title = This took too long
server-error-slow = What you sent did not reach us in time, or we could not answer in time. Check your connection and try again. If it cannot wait, call us.
server-error-too-large-title = That is too much at once
server-error-too-large = What you sent is larger than we can take. Send less text, or split it.
server-error-unavailable-title = We cannot save this right now
server-error-unavailable = Nothing was stored and nothing is lost. Go back and try again in a minute. If it cannot wait, call us.
server-error-internal-title = Something went wrong on our side
server-error-internal = It is not your fault, and we have made a note of it. Go back and try again. If it happens again, call us.

server-access-title = Accessibility statement
server-access-how-title = How you should be able to use this site
server-access-how = You can zoom to 400% without text running off the screen, use only a keyboard, use a screen reader, use it without scripts, and read it from right to left in Arabic.
server-access-status-title = How accessible it is
server-access-status = This site is built to meet the Web Content Accessibility Guidelines version 2.2, level AA. Every kind of page is checked by machine in each language, at phone and desktop width, each time the site is changed.
server-access-known-title = What is not accessible
server-access-known = We know of nothing now. People using assistive technology have not yet tested every page; when they find something, it is listed here.
server-access-tell-title = Tell us
server-access-tell = If you find something you cannot use, or need this in large print, easy read, audio or another language, call or message us. We answer in 5 working days.
server-access-enforce-title = If you are not happy with our answer
server-access-enforce = The Equality and Human Rights Commission enforces the rules. The Equality Advisory and Support Service can advise you.

server-privacy-title = Your privacy
server-privacy-what-title = What we keep
server-privacy-what = What you tell us in a form, how to reach you, the messages between us, and what we did about it.
server-privacy-why-title = Why we may
server-privacy-why = To carry out the council’s public duties and to keep the promises we make to you. We do not sell it or use it for advertising.
server-privacy-long-title = How long
server-privacy-long = Each service says how long after it is finished. A form you started and did not send is deleted after 28 days.
server-privacy-who-title = Who sees it
server-privacy-who = The staff who need it for your request. Each time a member of staff opens something about you, we record who, when and why.
server-privacy-rights-title = Your rights
server-privacy-rights = You can ask to see what we hold, have mistakes put right, and complain to us or to the Information Commissioner.

server-cookies-title = Cookies
server-cookies-only-title = Only what is needed
server-cookies-only = We use no cookies for advertising or for counting visitors, so there is nothing to accept or refuse.
server-cookies-session-title = __Host-session
server-cookies-session = Keeps what you are doing together while you fill in a form, and keeps you signed in. It goes after 30 days, or when you sign out.
server-cookies-staff-title = __Host-staff
server-cookies-staff = The same for council staff. It goes after 12 hours.
server-cookies-device-title = __Host-device
server-cookies-device = Remembers that you have signed in from this device before, so that strangers guessing your password cannot lock you out. It goes after 400 days.
server-cookies-lang-title = __Host-lang
server-cookies-lang = Remembers the language you chose. It goes after a year.


server-demo-title = Try the demo council
server-demo-lead = Eastmere is made up. Its people are made up. Everything else works as it would for you.
server-demo-people = Who to sign in as
server-demo-residents = Residents
server-demo-staff = Staff
server-demo-try = What to try
server-demo-messages-title = Messages sent
server-demo-messages-lead = In the demo no message leaves this machine. Each one that would have been sent is shown here, codes too.
server-demo-no-messages = No messages yet. Ask for something, and the first one appears here.
server-demo-to = To
server-demo-older = Older messages
server-demo-password = Every resident listed here has the password
server-demo-codes = Codes by email or text are shown under
server-demo-sign-in = Sign in as a resident
server-demo-staff-sign-in = Sign in as staff
server-demo-staff-how = Staff have no password in the demo. Each has a button on the page where staff sign in: press it and you are in.
server-demo-about-open = Has open requests
server-demo-about-late = Waits for something that is late
server-demo-about-new = Has an account and nothing in it yet
server-demo-about-officer = Customer service officer: sees every case, and finishes those they take
server-demo-about-member = Works in street cleaning
server-demo-about-leader = Leads the repairs team: late, stale and unowned cases
server-demo-about-owner = Owns services: definitions, promises, teams
server-demo-about-administrator = Manages staff and teams
server-demo-try-search = Search with a typing mistake: “bin not colected”
server-demo-try-report = Report a pothole, without an account, on your phone
server-demo-try-track = Follow it with its reference and a code
server-demo-try-desk = Answer it at the desk, and see the resident told
server-demo-try-language = Do it all from right to left, in Arabic

# Finding people. Seen by staff only.
server-find-title = Find a person
server-find-label = Name, number, address or reference
server-find-hint = Any part of a name, telephone number, email, postcode, address or date of birth, in any order; or the reference of a case
server-find-button = Find
server-find-empty = Type what you know, for example “Jones CB1” or “07700 900123”. Spelling need not be right.
server-find-none = Nobody was found. Try less of it, another spelling, or the reference of their case.
server-find-people = People found
server-find-name = Name
server-find-home = Address
server-find-born = Born
server-find-guarded = Not shown
server-find-unknown = Not known
server-find-case = Case
server-find-more = There are more. Add a first name, a street or a postcode.
