# Words of the journey through a form: questions, check your answers, carry on later.

forms-continue = Continue
forms-change = Change
forms-not-answered = Not answered
forms-later = Save and carry on later
forms-tasks-prove = Confirm how we reach you
forms-later-without = Leave without these and carry on later
forms-later-not-yet = These answers cannot be saved as they are. Put them right, or leave without them.
forms-delete = Delete these answers

forms-in-another-window = This was changed in another window or by someone else
forms-in-another-window-words = Your answer here is kept. The one saved in the meantime is shown beside it. Choose Continue to keep yours, or change it first.
forms-saved-meanwhile = Saved in the meantime: { $answer }
forms-answers-changed = Your answers changed in another window. Please check them again before you send them.

# One of several questions of a page, and what is wrong with its answer.
forms-error-of = { $question }: { $error }

forms-tasks-done = You have completed { $done } of { $all } sections.
forms-task-completed = Completed
forms-task-in-progress = In progress
forms-task-not-started = Not started
forms-task-not-yet = Cannot start yet
forms-tasks-kept = Your answers are kept until { $date }.

forms-contact = How we can reach you
forms-contact-intro = We use this only for this request.
forms-contact-name = Your name
forms-contact-way = How should we get in touch?
forms-contact-way-email = Email
forms-contact-way-text = Text message
forms-contact-way-call = Phone call
forms-contact-way-call-hint = A landline is fine.
forms-contact-way-letter = Letter
forms-contact-way-none = Do not contact me
forms-contact-way-none-hint = You can still follow it with the reference, if you ring us.
forms-contact-email = Email address
forms-contact-mobile = Mobile number
forms-contact-phone = Phone number
forms-contact-town = Town
forms-contact-name-missing = Tell us your name
forms-contact-way-missing = Choose how we should get in touch
forms-contact-email-missing = Enter your email address
forms-contact-email-wrong = Enter an email address like name@example.org
forms-contact-mobile-missing = Enter your mobile number
forms-contact-mobile-wrong = Enter a mobile number like 07700 900123, or choose Phone call for a landline
forms-contact-phone-missing = Enter your phone number
forms-contact-phone-wrong = Enter a phone number like 01632 960123 or 07700 900123
forms-contact-line1-missing = Enter your house and street
forms-contact-town-missing = Enter your town
forms-contact-postcode-missing = Enter your postcode
forms-contact-postcode-wrong = Enter a postcode like EM1 1AA

forms-check = Check your answers
forms-check-contact = How we can reach you
forms-check-contact-name = Name
forms-check-contact-way = Get in touch by
forms-check-next = What happens next
forms-check-promise = We will do this by { $date }.
forms-check-identity = Before we decide we may ask to see who you are, so that nobody can do this in your name.
forms-check-fee = It costs { $amount }.
forms-check-declare = Before you send it
forms-check-declaration = By sending this you say that what you told us is true as far as you know.
forms-check-send = Send
forms-check-missing = Some questions still need an answer
forms-check-passed-on = We pass this on to { $to }. { $reason }
forms-check-cannot-pass-on = This is for { $to }. We keep your report, but we cannot pass it on to them: please tell them yourself. { $how }
forms-check-joined = Your report becomes part of one we already have.

forms-danger-words = Something you wrote may mean that someone needs help now.
forms-danger-duty = Then tell our own duty team too: { $phone }. When we are closed: { $closed }.
forms-danger-carry-on = You can carry on with the form after you have called.
forms-danger-no-form = Please do not use the form for this. Call now: a person will help you.

forms-stop-title-not-ours = We do not deal with this
forms-stop-not-ours = Please go to { $to }.
forms-stop-title-pass-on = We pass this on
forms-stop-pass-on = This is for { $to }. You can carry on here: we send your report to them and tell you that we did.
forms-stop-cannot-pass-on = This is for { $to }, and we cannot pass it on to them. Please tell them yourself. { $how } If you carry on here, we keep your report, but they do not get it from us.
forms-stop-carry-on = Carry on
forms-stop-change = Change my answers

forms-nearby = Someone may have told us already
forms-nearby-intro = There is a report of the same kind close by. If yours is the same, we add you to it and tell you when something happens.
forms-nearby-question = Is it the same?
forms-nearby-same = Yes, it is this one: { $title }
forms-nearby-since = Reported on { $date }. { $status }.
forms-nearby-others = { $count ->
    [one] One person has told us about it.
   *[other] { $count } people have told us about it.
 }
forms-nearby-metres = About { $metres } metres from the place you gave.
forms-nearby-postcode = Somewhere in { $postcode }, as yours.
forms-nearby-here = At the same place as yours.
forms-nearby-street = Its reporter named { $street }.
forms-nearby-different = No, mine is something else
forms-nearby-missing = Say whether yours is the same or something else

forms-save = Save and carry on later
forms-save-account = Your answers are saved in your account until { $date }.
forms-save-account-link = Go to your account
forms-save-intro = We send you a link. Open it on any phone or computer to carry on. You will need a code that we send to the same place.
forms-save-kept = We keep your answers until { $date }. Each time you add something, they are kept for another 28 days.
forms-save-to = Email address or mobile number
forms-save-send = Send me the link
forms-saved = Your answers are saved
forms-saved-sent = We sent the link to { $to }.
forms-saved-until = We keep your answers until { $date }.
forms-saved-back = Carry on now
forms-saved-home = Go to the start page

forms-resume = Carry on with your form
forms-resume-intro = To keep your answers private, we send a code to the email address or mobile number you gave when you saved them.
forms-resume-send = Send me a code
forms-resume-code = Code
forms-resume-code-hint = 6 digits. It works for 10 minutes.
forms-resume-code-sent = If these answers are still here, a code is on its way to you.
forms-resume-code-again = Send a new code
forms-resume-none = These answers are no longer here. They may have been sent, deleted, or their 28 days are over.

forms-delete-title = Delete your answers?
forms-delete-words = Everything you answered in "{ $service }" is deleted. This cannot be undone.
forms-delete-done = Your answers are deleted.
forms-delete-yes = Delete my answers
forms-delete-no = Keep them

forms-told-saved-subject = Carry on with: { $service }
forms-told-saved-body = You saved your answers to "{ $service }". Use the link to carry on. We keep them until { $date }.

forms-closed = This service is not open online just now. Please call us.

forms-or = or
forms-date-hint = For example, 27 3 2026
forms-place-position = Give a position instead
forms-check-reference = your reference

forms-code = Enter the code we sent you
forms-code-sent = We sent a code to { $to }. It tells us that we can reach you there.
forms-code-another-way = I did not get it: choose another way, or send it again

forms-files-hint-photo = You can send up to { $most } photos of 20 MB each (JPEG, PNG, WebP). We take out where a photo was taken.
forms-files-hint-pdf = You can send up to { $most } PDFs of 20 MB each.
forms-files-sent = Files you have added
forms-files-remove = Remove
forms-files-add = Add these files
forms-files-waiting = We are still checking it for viruses.
forms-files-infected = We found a virus in it and deleted it.
forms-whole-not-asked = This question is not asked here, or not after the other answers. Leave it out.
forms-whole-not-proved = Give the email address or mobile number of your account: we have to be sure it is yours.


forms-told-for-subject = We filled in a form for you: { $service }
forms-told-for-body = You asked us to fill in "{ $service }" for you. We sent it with what you told us. The reference is { $reference }. If you did not ask for this, or something in it is wrong, please tell us.
forms-for-words-other = I will fill in this form for { $name } with what you tell me, and read it back before I send it. { $name } gets a message, and can see it in their account. Is that what you want?
forms-for-words = I will fill in this form for you with what you tell me, and read it back before I send it. You get a message, and you can see it in your account. Is that what you want?

# For somebody, at the desk. Seen by staff only.
forms-for-title = Do a service for them
forms-for-caption = { $words }, for { $name }
forms-for-service = Which service?
forms-for-service-choose = Choose one
forms-for-service-empty = Choose a service that is open online
forms-for-read = Read this to them
forms-for-how = How did they say yes?
forms-for-how-call = On this call
forms-for-how-here = Here, with me
forms-for-how-writing = In a letter or an email of theirs
forms-for-how-empty = Say how they said yes
forms-for-unchecked = Nobody has been checked. Open their record as somebody who asks, unless they wrote that they want this.
forms-for-start = They want it: start
forms-for-read-back = Read it back to them, and change what they put right. They hear of it by message and see who filled it in.
forms-for-declaration = Send it when they say that it is true as far as they know.
forms-for-closed = Their record is not open to you any more. Open it again, and carry on from there: what was answered is kept.
forms-for-deceased = They have died: no form can be filled in for them.
forms-for-reached-anyone = Nobody has been checked.
forms-for-reached-contact = { $holder } is asking, and gave something that is theirs alone. Nobody has seen who they are.
forms-for-reached-identity = { $holder } is asking, and somebody has seen who they are.
forms-for-check = Check who is asking
forms-for-authority = Put another authority on record
forms-for-refused = These cannot be done as things stand
forms-for-service-none = No service can be done for them as things stand.
forms-for-notes = Services that go up
forms-for-goes-up-contact = Goes up: nobody has been checked. It can be sent by what they wrote, and says that nothing was proved.
forms-for-goes-up-identity = Goes up: nobody has seen who they are. It can be sent, and is marked "Identity to be checked" for whoever decides. A paper with a photograph, or a colleague who knows them, is enough.
forms-for-too-little = Not yet: the service has to know who they are, and nobody has been checked. Check them first: two things right, one of them theirs alone; a paper with a photograph proves who they are.
forms-for-outside-law = Not by { $holder }: the law does not let their kind of authority deal with it. Hand over to somebody whose authority it is, or put another one on record.
forms-for-outside-chosen = Not by { $holder }: it is not among the services their authority is for. Put one on record that is, once the paper is seen, or hand over to somebody who has one.
forms-for-outside-unsaid = Not by { $holder }: nobody has chosen yet what their authority is for. Choose on the record first.
forms-for-outside-over = Whoever asked for it may not ask any more. Open the record again for somebody who may, and carry on from there: what was answered is kept.
forms-for-outside = This is outside of what whoever asks may ask for. Open the record for somebody who may, or put another authority on record: what was answered is kept.
forms-for-home = Fill in their home on record: { $home } ({ $question })
forms-for-begun = Begun for them and not sent

# What happened to a form, in what is held on somebody.
forms-fact-started = A form was begun
forms-fact-answered = A page of a form was answered
forms-fact-saved = A form was saved for later
forms-fact-deleted = A form was deleted
forms-fact-expired = A form that was not sent was cleared away
