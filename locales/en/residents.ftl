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
residents-sessions-intro = End one you do not know, then change your password. That also ends your keys for programs; so does ending all the others.
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
residents-told-read-out-subject = A code to read out: { $code }
residents-told-read-out-body = Your code is { $code }. It is good for { $minutes } minutes.

    You are speaking to somebody at { $council } who asked us to send it. Read it out to them. If you are not speaking to us now, tell it to nobody: somebody may be asking in your name.
residents-told-read-out-text = { $code } is the code to read out to { $council }, if you are speaking to us now. If not, tell it to nobody.
residents-told-join-code-subject = A code to show that two accounts are yours: { $code }
residents-told-join-code-body = Your code is { $code }. It is good for { $minutes } minutes.

    Somebody who is signed in to another account asked for it. Whoever types it there sees everything in your account. Type it only if that account is yours too, and only on our own page.

    We never ask for it on the telephone. If you did not ask for a code, do nothing, and tell it to nobody: somebody may be asking in your name.
residents-told-join-code-text = { $code } shows { $council } that two accounts are yours. Whoever types it sees everything in this one. If you did not ask for it, tell it to nobody.
residents-told-join-read-out-subject = A code to read out, about two accounts: { $code }
residents-told-join-read-out-body = Your code is { $code }. It is good for { $minutes } minutes.

    You are speaking to somebody at { $council } about two accounts of yours. Read it out to them only if both are yours: from then on each shows everything of the other.

    If you are not speaking to us now, tell it to nobody: somebody may be asking in your name.
residents-told-join-read-out-text = { $code } is the code to read out to { $council }, if you are speaking to us now about two accounts that are both yours. If not, tell it to nobody.
residents-told-join-subject = Is another account yours too?
residents-told-join-body = We think that you have another account with us. Neither account shows anything of the other, and nothing of yours was shown to anybody.

    If it is yours: sign in to the newer one and ask for a code there. It comes to this account.

    If it is not yours: sign in to this account, open the page below and choose “This is not me”, or call us on { $phone }.
residents-told-join-text = { $council }: we think that you have another account with us. Nothing of yours was shown. If you have not, say so in your account or call { $phone }.
residents-told-join-proved-subject = Two accounts of yours now show the same
residents-told-join-proved-body = It was shown to us that another account is yours too. From now on each shows the requests of both.

    If that was not you, sign in to this account, open the page below and choose “This is not me”, or call us on { $phone }. From then on neither shows anything of the other.
residents-told-join-proved-text = { $council }: another account now shows your requests, because it was shown to be yours. If that was not you, say so in your account or call { $phone }.
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

# What somebody needs: asked in plain words, changed by themselves.
residents-needs = What helps you
residents-needs-some = You told us what helps
residents-needs-none = Nothing told
residents-done-needs = What helps you is saved.
residents-needs-lead = Tell us once what makes dealing with us hard and what would help. We then do it that way in every letter, message and call.
residents-needs-why = You need not answer anything, and nobody asks for proof. You can change or take back every answer here at any time.
residents-needs-barriers = What makes it hard?
residents-needs-barriers-hint = Choose all that are so.
residents-needs-help = What would help?
residents-needs-interpreter = Do you need an interpreter?
residents-needs-interpreter-none = No
residents-needs-calls = May we ring you?
residents-needs-calls-any = Yes, at any time of our day
residents-needs-calls-from = Yes, but only after { $hour }
residents-needs-calls-never = No, never ring me
residents-needs-channel = How should we tell you things?
residents-needs-channel-hint = If you choose one way we use no other.
residents-needs-channel-any = Any way is fine
residents-needs-only-email = By email only
residents-needs-only-text = By text message only
residents-needs-only-letter = By letter only
residents-needs-only-phone = By telephone only: ring me
residents-needs-write-to = A safe address for letters
residents-needs-write-to-hint = Only if letters should not go to your home. Without your name; the last line is the postcode.
residents-needs-write-to-wrong = Write the address in two to six lines, the last one a postcode like EM1 1AA
residents-needs-copy-name = Somebody who gets a copy: their name
residents-needs-copy-hint = They get a copy of what we tell you about your requests. Ask them first.
residents-needs-copy-email = Their email address
residents-needs-copy-name-empty = Write the name of whoever gets a copy
residents-needs-copy-email-empty = Write the email address of whoever gets a copy
residents-needs-choice = Choose from the answers there are
residents-needs-no-email = We have no email address for you. Add one first, or choose another way
residents-needs-no-mobile = We have no mobile number for you. Add one first, or choose another way
residents-needs-no-phone = We have no telephone number for you. Add one first, or choose another way
residents-needs-rung-or-not = You also said never to ring you. Change one of the two
residents-needs-changed = Somebody changed these answers since you opened the page. What is saved now stands at the end; look through yours and save again
residents-needs-consent = If you agree
residents-needs-consent-words = Some of these answers may be about your health. We keep them only if you agree. Our staff see them so that they can do what you ask. They are used for nothing else: never against you, and for no decision about money or fines. They go when you take them back.
residents-needs-agree = I agree that the council keeps these answers and acts on them
residents-needs-agree-empty = Tick the box if you agree. To have nothing kept, take all answers back
residents-needs-told = What you have told us
residents-needs-by-you = You told us on { $when }.
residents-needs-by-staff = One of our staff wrote it down for you on { $when }.
residents-needs-offered = We offer you more help.
residents-needs-offered-by = Because of this rule: { $rule }.
residents-needs-offered-how = Ring { $phone } or come to us: one of us fills in any form with you or for you.
residents-needs-line-large-print = Letters in large print
residents-needs-line-no-calls = No telephone calls
residents-needs-line-calls-after = Telephone calls only after { $hour }
residents-needs-line-interpreter = An interpreter: { $language }
residents-needs-line-sign-language = A British Sign Language interpreter
residents-needs-line-write-to = Letters go to { $address }
residents-needs-line-copy-to = A copy goes to { $whom }
residents-needs-may-large-print = Letters in large print
residents-needs-may-no-calls = No telephone calls
residents-needs-may-calls-after = Telephone calls only after an hour you name
residents-needs-may-interpreter = An interpreter
residents-needs-may-sign-language = A British Sign Language interpreter
residents-needs-may-write-to = Letters to a safe address
residents-needs-may-copy-to = A copy for somebody else
residents-needs-may-channel = To be told things in one way only
residents-told-copy = This is a copy of what we told { $whom }, who asked us to send you one.

residents-more-help = More help
residents-more-help-lead = Some people find it hard to deal with us. To them we offer more help, and these are the rules by which we do.
residents-more-help-what = More help means that one of us fills in any form with you or for you, at a counter or on the telephone ({ $phone }), and takes the time it needs. Everybody may ask for it. Those the rules name are offered it.
residents-more-help-who = Who is offered more help
residents-more-help-edition = This is edition { $n } of these rules. Which rule was used, and its edition, is kept with your answers, where you can read it.
residents-more-help-asks = What anybody may ask for
residents-more-help-kept = We keep to it in everything we send. When one of our staff does otherwise, they have to report it with the reason.
residents-more-help-tell = Tell us what helps you
residents-needs-lang-ar = Arabic
residents-needs-lang-bn = Bengali
residents-needs-lang-cy = Welsh
residents-needs-lang-fa = Persian
residents-needs-lang-fr = French
residents-needs-lang-gu = Gujarati
residents-needs-lang-lt = Lithuanian
residents-needs-lang-pa = Punjabi
residents-needs-lang-pl = Polish
residents-needs-lang-pt = Portuguese
residents-needs-lang-ro = Romanian
residents-needs-lang-so = Somali
residents-needs-lang-tr = Turkish
residents-needs-lang-uk = Ukrainian
residents-needs-lang-ur = Urdu
residents-needs-lang-zh = Chinese

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
residents-open-who-died = They have died. Choose who acts for them now, or somebody else
residents-open-other = Somebody else, or I am not sure
residents-open-given = What did they get right?
residents-open-given-hint = Ask; never read it out to them. Two things, one of them not name, address or date of birth: somebody who once lived with them knows those.
residents-given-name = Full name
residents-given-address = Address
residents-given-born = Date of birth
residents-given-reference = Reference of an open request
residents-given-rung-back = I rang them back on the number on record
residents-given-code = A code that was sent where the record says
residents-given-papers = They showed a paper with a photograph
residents-given-vouched = A colleague who knows them vouched for them
residents-open-reference = Reference of an open request, if they gave one
residents-open-reference-hint = Type what they say. It is compared for you, and counts as theirs alone.
residents-open-reference-wrong = No open request of theirs has this reference. Ask again, or leave it empty
residents-open-code = The code they read out
residents-open-code-hint = We sent it to { $way }. It is good for 10 minutes, and counts as theirs alone.
residents-open-send = Send a code for them to read out
residents-open-send-hint = It goes where the record says, in their language, and asks them to read it to you. What you have ticked stays.
residents-open-send-email = Send it to { $way }
residents-open-send-phone = Text it to the number ending { $way }
residents-open-reason = What are you working on?
residents-open-reason-empty = Say what you are working on
residents-open-kept = Few are to open this record. Without the person only a leader of a team opens it: ask one, or check whoever is asking
residents-open-button = Open
residents-open-failed = Not enough to tell them anything. Take a message, ring back on the number on record, or send a code. It is on record that somebody asked.
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
residents-marker-guarded-hint = The address is shown and found nowhere. Without the person only a leader opens the record.
residents-marker-restricted = Confidential.
residents-marker-restricted-hint = A colleague, somebody of a colleague’s household, or somebody else whom few are to look up. Lists and searches tell only that there is a record. Without the person only a leader opens it.
residents-marker-risk = Risk.
residents-marker-risk-hint = Seen before the record is opened. It needs a day on which it is looked at again.
residents-marker-reason = Reason
residents-marker-reason-hint = What happened and what to do, in plain words. They can ask to read it.
residents-marker-reason-empty = Give the reason
residents-marker-review = For a risk: look at it again on
residents-marker-review-wrong = Type a day within a year, for example 14 3 2027
residents-unmark-title = Take a marker off
residents-unmark-none = There is none that you may take off.
residents-unmark-leader = Only a leader of a team takes a safe address off.
residents-unmark-which = Which one?
residents-unmark-which-empty = Choose which one
residents-unmark-deceased-hint = Letters, emails and texts go to them again, and they can be the one who asks.
residents-unmark-guarded-hint = Their home is shown to whoever opens the record, is found in search, and letters go there. Accounts that were kept apart because of it are one again, for them and for staff.
residents-unmark-restricted-hint = Every officer and member of a team may open the record with a reason, and home and date of birth are on lists and found again.
residents-unmark-risk-hint = Nobody is warned any more before they open the record.
residents-unmark-safe = Before it is off
residents-unmark-safe-yes = I spoke with the person alone, and they know what this does
residents-unmark-safe-empty = Speak with the person alone first, and say that you did
residents-unmark-reason-hint = Why it is no longer true, and how you know. They can ask to read it.
residents-unmark-button = Take it off
residents-authority-end-title = End an authority
residents-authority-end-intro = From then on nobody is told anything because of it. It stays on the record, with its end.
residents-authority-end-none = There is none that is good now.
residents-authority-end-which = Which one?
residents-authority-end-which-empty = Choose which one
residents-authority-end-reason-hint = Who said so and when, or what you saw. They can ask to read it.
residents-authority-end-reason-empty = Say why it ends
residents-authority-end-button = End it
residents-home-title = Home
residents-home-why = Ask for the whole address. It takes the place of the one on record; letters and checks of a caller go by it.
residents-home-guarded = They have a safe address. What you type takes its place, and is shown and found nowhere.
residents-home-line1 = Number or name of the house, flat
residents-home-line1-empty = Type the number or name
residents-home-street = Street (optional)
residents-home-town = Town
residents-home-town-empty = Type the town
residents-home-postcode = Postcode
residents-home-postcode-wrong = Type a whole postcode, like CB1 2AD
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
residents-authority-lives = An executor acts for somebody who died. Put that on the record first
residents-authority-died = They have died: only an executor or administrator can speak for them
residents-authority-unchecked = Nobody was checked. Check the person themselves first: open the record again for somebody who is asking
residents-authority-grown = They are 18 or older: a parent no longer speaks for them
residents-authority-holder = Who may speak for them
residents-authority-holder-empty = Type who may speak for them
residents-authority-from = This takes the place of what is on record. What stands there now ends when you save.
residents-authority-reach = What is it for?
residents-authority-reach-empty = Choose what it is for
residents-authority-reach-everything = Everything it can be for
residents-authority-reach-everything-hint = The law limits some: an attorney for property deals with money and the home, one for health with care, an appointee with benefits, an executor with what was left.
residents-authority-reach-chosen = These services only
residents-authority-services = Which services?
residents-authority-services-empty = Choose at least one service
residents-authority-services-law = { $kind } cannot be for: { $names }. Take that out, or choose another kind
residents-authority-note = More about it, if there is more (optional)
residents-authority-note-hint = For example: this repair only; not to be told the new address
residents-desk-scope-everything = Everything
residents-desk-scope-all-attorney-property = Money, property and the home
residents-desk-scope-all-attorney-health = Health and care
residents-desk-scope-all-appointee = Benefits
residents-desk-scope-all-executor = What they left: money, property and the home
residents-desk-scope-unsaid = For nothing yet: it was written in words, and nobody has chosen what it is for
residents-authority-seen = Paper that was seen
residents-authority-seen-hint = For example: original of the power of attorney, 12 March. Not needed for a call, nor for a parent where the date of birth is on record.
residents-authority-seen-empty = Say which paper was seen
residents-authority-seen-parent = Say how you know that they are under 18: no date of birth is on record
residents-authority-until = Good until (not needed for a call)
residents-authority-until-grown = Type a day before { $date }: they are 18 then
residents-authority-until-wrong = Type a day from today on, at most { $years } years away
residents-born-title = Date of birth
residents-born = Date of birth
residents-born-why = It tells apart people of one name. It is never compulsory; leave it empty to take it off.
residents-born-wrong = Type a day in the past, like 14 3 1970
residents-vehicles-title = Vehicles
residents-vehicles-why = Whoever reads out a registration mark is found by it. Note only what they tell you.
residents-vehicles-none = None is noted.
residents-vehicles-plate = Registration mark
residents-vehicles-plate-hint = As on the number plate, like AB12 CDE. Marks of other countries too.
residents-vehicles-plate-wrong = Give the registration mark, like AB12 CDE
residents-vehicles-about = What it looks like (optional)
residents-vehicles-about-hint = Make and colour
residents-vehicles-add = Note this vehicle
residents-vehicles-remove = Take it off
residents-fact-opened = Record opened to work on
residents-fact-opening-reviewed = A leader looked into why it was opened
residents-fact-self = The person themselves
residents-fact-check-passed = Caller checked, enough
residents-fact-check-failed = Caller checked, not enough
residents-fact-authority-given = Somebody may speak for them
residents-fact-authority-ended = Authority ended
residents-fact-marked = Marker put on the record
residents-fact-unmarked = Marker taken off
residents-fact-vehicle-noted = A vehicle noted
residents-fact-vehicle-gone = A vehicle taken off
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

# staff only: what somebody needs, at the desk.
residents-desk-needs = What helps them
residents-desk-needs-write-to = Letters go to an address they chose
residents-desk-needs-copy-to = Somebody they named gets a copy
residents-desk-needs-offer = Offer more help.
residents-desk-needs-lead = Ask, and write down what they say. They need not answer anything and prove nothing; nothing of it is ever used against them.
residents-desk-needs-agreed = How did they agree that we keep this?
residents-desk-needs-agreed-hint = Tell them: staff see it to do what they ask, it is used for nothing else, and it goes when they take it back.
residents-desk-needs-agreed-phone = They said so on the telephone
residents-desk-needs-agreed-counter = They said so in person
residents-desk-needs-agreed-writing = In writing
residents-desk-needs-agreed-empty = Say how they agreed. Without that nothing is kept
residents-desk-needs-told = What they have told us (“you” is them)
residents-desk-needs-not-offered = No rule for more help fits any more.
residents-desk-needs-how-rung = Rung
residents-desk-needs-how-written = Written to
residents-desk-needs-how-met = Met
residents-desk-needs-how-left-word = Rung, and word left
residents-desk-needs-how-no-answer = Rung, and nobody answered
residents-desk-adjustments = Adjustments
residents-desk-adjustments-lead = What people asked us to do otherwise, how many did, and where it was not kept to.
residents-desk-adjustments-broken = Not kept to
residents-desk-adjustments-none = None reported.
residents-desk-adjustments-who = Who
residents-desk-adjustments-asked = Asked for
residents-desk-adjustments-done = What was done, and why
residents-desk-adjustments-by = Reported by
residents-desk-adjustments-erased = Somebody who was erased
residents-desk-adjustments-older = Older
residents-desk-adjustments-counted = Not kept to, in the last 12 months
residents-desk-adjustments-asks = How many asked for it
residents-desk-adjustments-barriers = How many named it as what makes it hard
residents-desk-adjustments-offered = How many are offered more help, by rule
residents-fact-needs-changed = What helps them was changed
residents-fact-needs-decided = Decided again whether they are offered more help
residents-fact-adjustment-broken = An adjustment was not kept to

# Which records are one person's. Seen by staff only.
residents-desk-erased = Somebody whose details were erased
residents-desk-linking-title = Two records, one person?
residents-desk-linking-one-title = Are these one person?
residents-desk-linking-intro = New accounts and changed details are compared with all others. Here are the pairs that a person should look at. Nothing is joined by itself.
residents-desk-linking-lists = Lists
residents-desk-linking-of-disputed = They say it is not them: { $n }
residents-desk-linking-of-open = To decide: { $n }
residents-desk-linking-of-unsure = Nobody could tell: { $n }
residents-desk-linking-of-never = Two people: { $n }
residents-desk-linking-of-joined = Joined: { $n }
residents-desk-linking-of-disputed-safe = Safe address, they say it is not them: { $n }
residents-desk-linking-of-open-safe = Safe address, to decide: { $n }
residents-desk-linking-of-unsure-safe = Safe address, nobody could tell: { $n }
residents-desk-linking-of-never-safe = Safe address, two people: { $n }
residents-desk-linking-of-joined-safe = Safe address, joined: { $n }
residents-desk-linking-safe = One of each pair has a safe address. Only leaders of teams see this list. Tell nobody that a second record exists.
residents-desk-linking-none = Nothing here.
residents-desk-linking-pair = Records
residents-desk-linking-and = and
residents-desk-linking-how-likely = One person?
residents-desk-linking-found = Found
residents-desk-linking-more = Less likely ones
residents-desk-linking-almost-sure = Almost certainly one person
residents-desk-linking-very-likely = Very likely one person
residents-desk-linking-likely = Likely one person
residents-desk-linking-doubtful = Doubtful
residents-desk-linking-tell-nobody = Tell neither of them anything about the other. Somebody who once lived with a person knows their name, their birthday and an old address.
residents-desk-linking-guarded = One of the two has a safe address. Address, email and telephone of both are neither shown nor compared. Joined, each signs in to their own alone.
residents-desk-linking-kept = One of the two is confidential. Address, email and telephone of both are neither shown nor compared.
residents-desk-linking-why = Why they may be one person
residents-desk-linking-all = All in all: { $points }.
residents-desk-linking-what = What is compared
residents-desk-linking-made = Account of { $date }
residents-desk-linking-agrees = How it agrees
residents-desk-linking-counts = What that counts
residents-desk-linking-points = What the numbers mean
residents-desk-linking-points-words = Each point doubles how likely it is that they are one person, each point below nought halves it: 3 makes it 8 times as likely, 10 about 1,000 times. All points are added up, those that any two residents begin with too. What few people have counts more when it agrees than what many have. At nought it is one as likely as the other; from 2 on a pair is put on the list.
residents-desk-linking-field-given = First name
residents-desk-linking-field-surname = Family name
residents-desk-linking-field-order = Order of the names
residents-desk-linking-field-born = Date of birth
residents-desk-linking-field-house = House
residents-desk-linking-field-street = Street
residents-desk-linking-field-town = Town
residents-desk-linking-field-postcode = Postcode
residents-desk-linking-field-email = Email
residents-desk-linking-field-phone = Telephone
residents-desk-linking-field-prior = Any two residents
residents-desk-linking-field-moved = People move
residents-desk-linking-field-nearby = Families and neighbours
residents-desk-linking-agrees-exact = The same
residents-desk-linking-agrees-nickname = Names of one person, like William and Bill
residents-desk-linking-agrees-close = The same but for a slip
residents-desk-linking-agrees-beginning = One begins like the other
residents-desk-linking-agrees-day-month = Day and month exchanged
residents-desk-linking-agrees-similar = A little alike
residents-desk-linking-agrees-two-parts = Two of day, month and year agree
residents-desk-linking-agrees-as-written = As written
residents-desk-linking-agrees-exchanged = First name and family name exchanged
residents-desk-linking-agrees-far = Different
residents-desk-linking-agrees-missing = Not known of both records
residents-desk-linking-agrees-mistyped = The same but for one typing mistake
residents-desk-linking-agrees-mailbox = The same mailbox with another provider
residents-desk-linking-agrees-other = Different; people have several
residents-desk-linking-agrees-prior = Few have a second record
residents-desk-linking-agrees-moved = Somebody who moved has two addresses
residents-desk-linking-agrees-nearby = They share addresses and surnames and are not one person
residents-desk-linking-counts-strongly-for = Strongly for one person
residents-desk-linking-counts-for = For one person
residents-desk-linking-counts-little-for = A little for it
residents-desk-linking-counts-nothing = Says nothing
residents-desk-linking-counts-little-against = A little against it
residents-desk-linking-counts-against = Against it
residents-desk-linking-counts-strongly-against = Strongly against it
residents-desk-linking-state-open = To decide
residents-desk-linking-state-unsure = Nobody could tell
residents-desk-linking-state-never = Two people
residents-desk-linking-state-joined = Joined
residents-desk-linking-state-disputed = They say it is not them
residents-desk-linking-state-gone = No longer likely
residents-desk-linking-changed = Somebody else decided meanwhile. Look at it again; what you typed is kept below.
residents-desk-linking-decision = What are they?
residents-desk-linking-decision-empty = Choose what they are
residents-desk-linking-one = One person
residents-desk-linking-one-hint = Staff see one record from now on. Nothing moves and it can be undone at any time. Each account sees the other’s only when it was shown that both are theirs.
residents-desk-linking-two = Two people
residents-desk-linking-two-hint = They are not proposed again. Twins, or people who share an address.
residents-desk-linking-unsure = It cannot be told
residents-desk-linking-unsure-hint = It leaves the list of what is to be decided.
residents-desk-linking-keep = Which record stands for both?
residents-desk-linking-keep-hint = Messages go there, once it was shown that both are theirs.
residents-desk-linking-keep-empty = Choose which record stands for both
residents-desk-linking-reason = Why?
residents-desk-linking-reason-hint = What you saw or asked. They can ask to read it.
residents-desk-linking-reason-empty = Say why
residents-desk-linking-decide = Decide
residents-desk-linking-refused-joined = They are one record already, by way of another.
residents-desk-linking-refused-never = Somebody decided that two of these accounts are two people’s. Decide that anew first.
residents-desk-linking-past = What was decided
residents-desk-linking-past-joined = Joined on { $when }
residents-desk-linking-past-disputed = On { $when } the resident said that this is not them
residents-desk-linking-past-parted = Parted on { $when }
residents-desk-linking-past-never = Two people, decided on { $when }
residents-desk-linking-past-unsure = It could not be told, on { $when }
residents-desk-linking-open-kept = Open the record
residents-desk-linking-checks = Were both checked?
residents-desk-linking-checks-intro = For staff they are one record at once. Each account sees the other’s requests only when it was shown that both are one person’s: at once, if both passed a check with you just now; otherwise with a code.
residents-desk-linking-check = Open the record and check them
residents-desk-linking-proof = Each account sees only its own
residents-desk-linking-proof-intro = Staff see one record. Neither account sees anything of the other, and messages of each go where that account says, until it is shown that both are one person’s: whoever is with you passed a check for each record before they were joined, or reads out a code that was sent to it. The older account was told by message, where it can be.
residents-desk-linking-proof-self = They can show it without you: signed in to the newer account, under “What we have joined as yours”, with a code that goes to the older one.
residents-desk-linking-proof-older = Older account
residents-desk-linking-proof-newer = Newer account
residents-desk-linking-proof-checked = Its holder passed a check with you.
residents-desk-linking-proof-read = They read out the code that was sent to it.
residents-desk-linking-proof-open = Not shown yet that it is theirs.
residents-desk-linking-proof-no-way = It has no email address and no telephone number that a code can be sent to.
residents-desk-linking-proof-send = Send a code to { $way }
residents-desk-linking-proof-check = Check the code
residents-desk-linking-proof-show = Both are theirs
residents-desk-linking-past-checks = On { $when } each account began to see the other’s: both had passed a check
residents-desk-linking-past-code = On { $when } each account began to see the other’s: the code was entered by whoever is signed in to the newer
residents-desk-linking-past-read-out = On { $when } each account began to see the other’s: codes were read out
residents-desk-linking-part-title = Part them
residents-desk-linking-part-intro = Both records are then exactly as they were.
residents-desk-linking-parted = Why are they not one person?
residents-desk-linking-parted-empty = Say why they are not one person
residents-desk-linking-part = Part them

# Records that were joined, as their person reads it.
residents-held-scope-everything = Everything it can be for
residents-held-scope-unsaid = Nobody has chosen yet what it is for
residents-held-authority-call = Said by you on a call
residents-held-authority-writing = In writing
residents-held-authority-attorney-property = Power of attorney, property and money
residents-held-authority-attorney-health = Power of attorney, health and care
residents-held-authority-deputy = Deputy of the Court of Protection
residents-held-authority-appointee = Appointee for benefits
residents-held-authority-parent = Your parent
residents-held-authority-executor = Executor or administrator
residents-held-marker-deceased = Death
residents-held-marker-guarded = Safe address
residents-held-marker-restricted = Confidential
residents-held-marker-risk = Risk
residents-joined = What we have joined as yours
residents-joined-intro = This account and the one you signed in to are looked after as one, so that you see all your requests whichever you sign in with.
residents-joined-none = We have joined nothing.
residents-joined-made = Account made on { $date }
residents-joined-by-officer = Joined on { $when } by a customer service officer
residents-joined-by-leader = Joined on { $when } by the leader of a team
residents-joined-by-somebody = Joined on { $when } by a member of staff
residents-joined-signs-in = It signs in with:
residents-joined-not-me-words = Is this account not yours? Tell us. From then on neither account sees anything of the other, and we look at it again.
residents-joined-not-me = This is not me
residents-joined-parted = Thank you. The accounts are apart now. We look at it again.
residents-joined-sent = If we can reach the other account, a code is on its way to it. It is good for ten minutes.
residents-joined-proved = Thank you. Both accounts now show your requests.
residents-joined-maybe = We think that you have another account with us
residents-joined-maybe-apart = Neither account shows anything of the other until it is shown that both are yours.
residents-joined-maybe-here = We can send a code to the email address or telephone number of the other account. Enter it here, and both accounts show all your requests. If nothing comes, call us.
residents-joined-maybe-there = To show it, sign in to the other account, the newer one, and ask for a code on this page. The code comes to this account.
residents-joined-send = Send a code to the other account
residents-joined-send-again = Send a new code
residents-joined-prove = Both accounts are mine
residents-joined-waits = We think that you have another account with us. See what you can do.
residents-joined-see = We have joined two of your accounts. See what was joined.
residents-fact-linked = Joined with another account of theirs
residents-fact-proved = Shown that both accounts are theirs
residents-fact-parted = No longer joined with another account
residents-fact-disputed = Said that an account is not theirs
