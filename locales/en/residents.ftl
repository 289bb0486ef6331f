# Signing in, signing up, and a resident's own account.

residents-sign-in = Sign in
residents-sign-in-intro = Type your email address or your mobile number. We send you a code to sign in with.
residents-sign-up = Make an account
residents-sign-up-intro = Type your email address or your mobile number. We send you a code to make sure it is yours.
residents-sign-in-password = Sign in with a password
residents-address = Email address or mobile number
residents-address-hint = For example name@post.example or 07700 900123
residents-send-code = Send me a code
residents-use-password = Sign in with a password instead
residents-use-code = Sign in with a code instead
residents-have-account = You have an account already?
residents-no-account = You have no account yet?
residents-not-needed = You need no account to use a service once.

residents-address-empty = Type your email address or your mobile number
residents-address-shape = Type an email address, like name@post.example, or a telephone number, like 07700 900123
residents-address-landline = We cannot send a text to this number. Type an email address or a mobile number
residents-address-no-texts = We cannot send text messages yet. Type an email address, or call us on { $phone }
residents-email-empty = Type an email address
residents-email-shape = Type an email address like name@post.example
residents-phone-empty = Type a telephone number
residents-phone-shape = Type a telephone number, like 07700 900123 or 01632 960123
residents-codes-too-many = { $minutes ->
    [one] We have sent several codes there already. Use the newest one, or ask again in a minute
   *[other] We have sent several codes there already. Use the newest one, or ask again in { $minutes } minutes
 }
residents-codes-linked = { $minutes ->
    [one] We have sent several codes there already. The newest message has a link that works without a code. Or ask again in a minute
   *[other] We have sent several codes there already. The newest message has a link that works without a code. Or ask again in { $minutes } minutes
 }
residents-codes-sign-in = { $minutes ->
    [one] We have sent several messages there already. Sign in and you need none, or ask again in a minute
   *[other] We have sent several messages there already. Sign in and you need none, or ask again in { $minutes } minutes
 }
residents-too-many = { $minutes ->
    [one] There were too many tries. Try again in a minute, or sign in with a code
   *[other] There were too many tries. Try again in { $minutes } minutes, or sign in with a code
 }

residents-code = Check your messages
residents-code-sent = We sent a code with six digits to
residents-code-lasts = It is good for 10 minutes. It can take a minute to reach you.
residents-code-label = Code
residents-code-missing = Nothing came?
residents-code-again = Send a new code
residents-address-other = Use another email address or number
residents-continue = Continue
residents-code-shape = Type the code with six digits that we sent you
residents-code-wrong = { $left ->
    [one] This is not the code. You can try once more
   *[other] This is not the code. You can try { $left } more times
 }
residents-code-over = This code is no longer good. Ask for a new one
residents-link = Carry on without a code
residents-link-sent = This link was sent to
residents-link-intro = Press the button to go on. It works once.
residents-link-over = This link is no longer good
residents-link-over-intro = It works for an hour, and once. You can ask for a new code.
residents-link-again = Ask for a new code

residents-details-new = About you
residents-details-new-intro = You sign in with
residents-name = Name
residents-name-hint = What shall we call you?
residents-name-empty = Type your name
residents-name-long = Your name may have up to { $most } characters
residents-name-marks = Type your name with letters only. It has hidden marks in it
residents-name-changed = The name was changed to { $name } in the meantime. Save again to change it
residents-make-account = Make my account

residents-password = Password
residents-password-optional = Password (optional)
residents-password-hint = 10 characters or more. Three words that only you would put together are good. Without a password we send you a code each time.
residents-password-empty = Type your password
residents-password-wrong = The email address, number or password is not right. Try again, or sign in with a code
residents-password-short = Your password must have { $least } characters or more
residents-password-long = Your password may have up to { $most } characters
residents-password-common = This password is one that people guess first. Choose another
residents-password-own = Your password must not be your name, your address or the council's name
residents-password-repeated = This password repeats itself. Choose another
residents-password-run = This password is a row of keys or numbers. Choose another
residents-password-set = Set
residents-password-none = Not set. We send you a code each time
residents-password-choose = Choose a password
residents-password-change = Change your password
residents-password-intro = After this you stay signed in here and are signed out everywhere else.
residents-password-current = Your password now
residents-password-current-wrong = This is not your password now
residents-password-new = New password
residents-password-remove = Remove the password
residents-password-remove-intro = Type your password now above. From then on we send you a code each time.

residents-details = Your details
residents-change = Change
residents-none = Not given
residents-email = Email address
residents-email-change-hint = We send a code to the new address.
residents-phone = Telephone number
residents-phone-change-hint = We send a code to a mobile number. A landline is kept so that we can call you.
residents-phone-landline = { $number } (for calls only)
residents-phone-last = Add an email address first. Without one you could not sign in with a landline
residents-remove = Remove it
residents-address-last = You need one email address or mobile number to sign in with. Add another first, then remove this one.
residents-address-taken = Another account has this address. Sign in with it to see that account
residents-language = Language
residents-language-hint = For these pages and for everything we send you.
residents-language-empty = Choose a language
residents-save = Save

residents-sessions = Where you are signed in
residents-sessions-intro = End one you do not know, then change your password.
residents-session-begun = Signed in { $when }.
residents-session-seen = Last used { $when }.
residents-session-this = This is where you are now
residents-session-end = End it
residents-sessions-end = End all the others

residents-done-name = Your name is changed.
residents-done-email = Your email address is changed.
residents-done-phone = Your telephone number is changed.
residents-done-email-removed = Your email address is removed.
residents-done-phone-removed = Your telephone number is removed.
residents-done-password = Your password is set. You are signed out everywhere else.
residents-done-password-removed = Your password is removed. We send you a code each time.
residents-done-language = Your language is changed.
residents-done-sessions = You are signed out there.

residents-fact-joined = Made an account
residents-fact-signed-in = Signed in
residents-fact-sign-in-failed = Somebody tried to sign in and could not
residents-fact-changed = Changed the account's details
residents-fact-exported = Everything held was put into a file
residents-fact-erasure-asked = Asked to be erased
residents-fact-erased = Personal details erased
residents-fact-held = Put on legal hold
residents-fact-released = Legal hold ended

residents-told-hello = Hello,
residents-told-dear = Dear { $name },
residents-told-link = See it here:
residents-told-closing = { $council }
    Telephone { $phone }
residents-told-code-subject = Your code: { $code }
residents-told-code-body = Your code is { $code }. It is good for { $minutes } minutes.

    Type it only on our own page. We never ask for it on the telephone. If you did not ask for a code, do nothing.
residents-told-code-text = { $code } is your code for { $council }. It is good for { $minutes } minutes. Tell it to nobody.
residents-told-last-code-subject = Your code: { $code }
residents-told-last-code-body = Your code is { $code }. It is good for { $minutes } minutes.

    Several codes were asked for in a short time, so we send no more for up to an hour. Nothing is locked: all that time the link below lets you in without a code.

    Use both only on our own page. We never ask for them on the telephone. If you did not ask for a code, do nothing.
residents-told-last-code-text = { $code } is your code for { $council }. It is good for { $minutes } minutes. For the next hour this link lets you in without a code. Give it to nobody.
residents-told-address-subject = This is no longer the address of your account
residents-told-address-body = On { $when } this address was taken off your account, or replaced by another.

    If that was not you, call us on { $phone }.
residents-told-address-text = { $council }: on { $when } this number was taken off your account or replaced. If that was not you, call { $phone }.
residents-told-password-subject = Your password was changed
residents-told-password-body = On { $when } the password of your account was set, changed or removed.

    If that was not you, call us on { $phone }.
residents-told-password-text = { $council }: on { $when } your password was set, changed or removed. If that was not you, call { $phone }.

# The desk: a person's record. Seen by staff only.
residents-desk-back = Find a person
residents-desk-back-record = Back to the record
residents-desk-save = Save
residents-open-title = Who is this, and may I tell them?
residents-open-purpose = Why do you open this record?
residents-open-purpose-empty = Choose why you open it
residents-open-caller = Somebody is asking
residents-open-caller-hint = On the phone, at the counter or in writing. Check who it is below.
residents-open-work = I am working on their matter
residents-open-work-hint = Nobody is asking. You may tell nobody what you see.
residents-open-who = Who is asking?
residents-open-who-empty = Choose who is asking
residents-open-other = Somebody else, or I am not sure
residents-open-given = What did they get right?
residents-open-given-hint = Ask; never read it out to them. Two things, one of them not name, address or date of birth: somebody who once lived with them knows those.
residents-given-name = Full name
residents-given-address = Address
residents-given-born = Date of birth
residents-given-reference = Reference of an open request
residents-given-rung-back = I rang them back on the number on record
residents-given-code = They read out a code sent where the record says
residents-given-papers = They showed a paper with a photograph
residents-given-vouched = A colleague who knows them vouched for them
residents-open-reason = What are you working on?
residents-open-reason-empty = Say what you are working on
residents-open-button = Open
residents-open-failed = Not enough to tell them anything. Take a message, ring back on the number on record, or send a code to it. It is on record that somebody asked.
residents-open-failed-lately = { $n ->
    [one] Once in the last 30 days somebody asked who could not be told anything.
   *[other] { $n } times in the last 30 days somebody asked who could not be told anything.
 }
residents-marker-title = Put a marker on the record
residents-marker-kind = What has everybody to know?
residents-marker-kind-empty = Choose what it is
residents-marker-deceased = Has died.
residents-marker-deceased-hint = No letter, email or text is sent to them any more.
residents-marker-guarded = Safe address.
residents-marker-guarded-hint = The address is shown and found nowhere.
residents-marker-risk = Risk.
residents-marker-risk-hint = Seen before the record is opened. It needs a day on which it is looked at again.
residents-marker-reason = Reason
residents-marker-reason-hint = What happened and what to do, in plain words. They can ask to read it.
residents-marker-reason-empty = Give the reason
residents-marker-review = For a risk: look at it again on
residents-marker-review-wrong = Type a day within a year, for example 14 3 2027
residents-authority-title = Somebody may speak for them
residents-authority-kind = What is it by?
residents-authority-kind-empty = Choose what it is by
residents-authority-call = Said by them on this call, for today
residents-authority-writing = In writing
residents-authority-attorney-property = Power of attorney, property and money
residents-authority-attorney-health = Power of attorney, health and care
residents-authority-deputy = Deputy of the Court of Protection
residents-authority-appointee = Appointee for benefits
residents-authority-parent = Parent of somebody under 18
residents-authority-executor = Executor or administrator
residents-authority-holder = Who may speak for them
residents-authority-holder-empty = Type who may speak for them
residents-authority-scope = About what
residents-authority-scope-hint = For example: council tax only; everything; this repair
residents-authority-scope-empty = Say what it is about
residents-authority-seen = Paper that was seen
residents-authority-seen-hint = For example: original of the power of attorney, 12 March. Not needed for a call or a parent.
residents-authority-seen-empty = Say which paper was seen
residents-authority-until = Good until (not needed for a call)
residents-authority-until-wrong = Type a day from today on, at most { $years } years away
residents-born-title = Date of birth
residents-born = Date of birth
residents-born-why = It tells apart people of one name. It is never compulsory; leave it empty to take it off.
residents-born-wrong = Type a day in the past, like 14 3 1970
residents-fact-opened = Record opened to work on
residents-fact-check-passed = Caller checked, enough
residents-fact-check-failed = Caller checked, not enough
residents-fact-authority-given = Somebody may speak for them
residents-fact-authority-ended = Authority ended
residents-fact-marked = Marker put on the record
residents-fact-unmarked = Marker taken off
residents-add-title = Make an account with them
residents-add-intro = They are here, or on the phone. A code goes to their own email or mobile and they read it out: then the account is theirs, and nobody but them can get into it.
residents-add-address = Their email address or mobile number
residents-add-address-hint = Type it as they say it, and read it back to them
residents-add-send = Send them a code
residents-add-already = There is an account with this already. Open its record instead
residents-add-open = Open the record of that account
residents-add-lang-empty = Choose the language we write to them in
residents-add-no-email = They have no email
residents-add-no-email-words = Help them to one first, on their own phone or on a computer here: they choose the provider and the password and type both themselves. Write nothing of it down. Where they want none, a mobile number does, and every service can be used without an account.
residents-add-code = The code they were sent
residents-add-sent = We sent a code with six digits to
residents-add-name = Their full name
residents-add-code-label = Code, as they read it out
residents-add-make = Make the account
residents-fact-helped = Account made together with a member of staff
