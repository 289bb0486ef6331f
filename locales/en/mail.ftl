mail-told-received-subject = We have your email
mail-told-received-body =
    We have your email, and somebody reads it on our next working day. This is an automatic answer, so do not reply to it.

    Is somebody in danger now? Ring 999. For anything that cannot wait, ring us on { $phone }.

mail-told-received-text = { $council }: we have your text message, and somebody reads it on our next working day. Is somebody in danger now? Ring 999. For anything that cannot wait, ring { $phone }.

mail-told-left-out-subject = We have your email, but not every file
mail-told-left-out-body =
    We have your email, and somebody reads it on our next working day. Some of it we could not keep:

    { $files }

    We can take photos (JPEG, PNG or WebP) and PDF files of up to 20 MB. Open any other document and save it as a PDF, or copy its words into an email. Then send it to the same address as before.

    This is an automatic answer, so do not reply to it. Is somebody in danger now? Ring 999. For anything that cannot wait, ring us on { $phone }.
mail-told-cut = Your email has more than 100,000 letters. Send the rest in another email.

mail-told-no-subject = Your email
mail-told-answer-subject = Re: { $subject }
mail-told-answer-body = { $text }
mail-told-answer-text = { $council }: { $text }

# Seen by staff only.
mail-refused-done = Somebody has said already what this belongs to.

mail-desk-title = Email and post
mail-desk-lead = What belongs to no case yet. Where an email says it comes from proves nothing: check who it is before you tell anybody anything.
mail-desk-lists = Lists of email and post
mail-desk-list-waiting = Belongs nowhere yet
mail-desk-list-aside = Answered or laid aside
mail-desk-list-automatic = Written by machines
mail-desk-none = Nothing here.
mail-desk-subject = Subject
mail-desk-no-subject = No subject
mail-desk-from = From
mail-desk-to = To
mail-desk-received = Received
mail-desk-files = Files
mail-desk-files-n = { $n ->
    [one] 1 file
   *[other] { $n } files
}
mail-desk-left-out-n = { $n } not kept
mail-desk-refused = Not kept
mail-desk-file-moved = It is with the case now
mail-desk-file-empty = “{ $name }” is empty
mail-desk-file-too-large = “{ $name }” is larger than 20 MB
mail-desk-file-too-many = “{ $name }”: more files came than we keep
mail-desk-file-kind = “{ $name }” is no photo and no PDF
mail-desk-file-heic = “{ $name }” is a HEIC photo, which we cannot read
mail-desk-file-broken = “{ $name }” is damaged
mail-desk-file-pixels = “{ $name }” has too many pixels
mail-desk-file-virus = “{ $name }” has a virus
mail-desk-cut = The rest of the words: there were more than 100,000 letters
mail-desk-one-email = Email
mail-desk-one-post = Letter
mail-desk-one-text = Text message
mail-desk-why-answered = It was answered by email.
mail-desk-why-answered-text = It was answered by text message.
mail-desk-why-again = Somebody wrote again after our answer. All of it stands below.
mail-desk-why-undelivered = Our answer to this did not arrive.
mail-desk-why-forged = It was sent to an address that looks like one of a case, with a mark that is not ours. Do not take it for an answer.
mail-desk-why-gone = It answers about a case whose time with us is over.
mail-desk-why-away = An automatic answer: somebody is away, or a mailbox answers by itself.
mail-desk-why-returned = One of our emails came back. Whoever it was for is on the list of those to ring or write to.
mail-desk-why-told = A mail server tells us something about one of our emails.
mail-desk-why-ours = It says that it comes from one of our own addresses.
mail-desk-thread = Answers
mail-desk-thread-theirs = { $who } wrote
mail-desk-thread-ours = { $who } answered
mail-desk-thread-open = Read this email
mail-desk-thread-older = Only the first email and the newest ones are shown here.
mail-desk-thread-elsewhere = { $n ->
    [one] One more email of this thread is on a case that you may not see, or on a record that you have not open.
   *[other] { $n } more emails of this thread are on a case that you may not see, or on a record that you have not open.
}
mail-desk-answer = Answer by email
mail-desk-answer-text = Answer by text message
mail-desk-answer-hint = It goes to { $to }. Anybody can write somebody else’s address: tell nothing personal. What they answer comes back here
mail-desk-answer-hint-letter = They asked for letters: it goes by post. Tell nothing personal: anybody can write somebody else’s address
mail-desk-answer-hint-none = Nothing can be sent from here: they have died, or asked to hear from us in another way. Their record says which
mail-desk-answer-no-way = Nothing was sent: they have died, or asked to hear from us in another way. Their record says which
mail-desk-language = In which language do they write?
mail-desk-language-hint = What we write around your words, and every message about it, is in this language.
mail-desk-answer-button = Send the answer
mail-desk-answer-empty = Write your answer
mail-desk-answer-left = What you typed as an answer was not sent: this email is not answered from here any more. Copy it if it is still needed.
mail-desk-place-changed = Somebody did something with this email meanwhile. Read what became of it, then say where it belongs if that is still open
mail-desk-answer-changed = Somebody did something with this email meanwhile. Read below what, then send your answer if it is still needed
mail-desk-done-answered = The answer is on its way.
mail-desk-open-title = Open a case from it
mail-desk-open-lead = These words are the first message on the case. Whoever wrote them is told its reference, and the promise runs from the day they came.
mail-desk-open-service = Which service is it for?
mail-desk-open-choose = Choose a service
mail-desk-open-service-empty = Choose the service it is for
mail-desk-open-name = What is it about?
mail-desk-open-name-hint = Staff see this in their lists, so no names
mail-desk-open-name-empty = Say what it is about
mail-desk-open-button = Open the case
mail-desk-belongs = What does it belong to?
mail-desk-case-label = Reference of the case
mail-desk-case-button = Put it on the case
mail-desk-case-empty = Type the reference of the case
mail-desk-known = The address is on the record of
mail-desk-known-hint = Anybody can write somebody else’s address.
mail-desk-resident = Resident
mail-desk-resident-button = Put it on their record
mail-desk-contact = Contact
mail-desk-contact-open = The contact it began
mail-desk-contact-button = Begin a contact with it
mail-desk-aside-button = Lay it aside: nothing to do
mail-desk-done-aside = It is laid aside.
mail-desk-done-placed = It is on the record.
mail-desk-line-email = Email received
mail-desk-line-answer = Email answered
mail-desk-line-post = Letter received
mail-desk-line-text = Text message received
mail-desk-figures = What came
mail-desk-figures-month = Month and way
mail-desk-figures-found = Found its case
mail-desk-figures-waited = Belonged nowhere at first
mail-desk-figures-machine = Written by machines
mail-desk-post-title = Write down a letter that came
mail-desk-post-day = On which day did it come to the council?
mail-desk-post-day-wrong = Type the day it came: today or before
mail-desk-post-from = Who is it from?
mail-desk-post-from-empty = Say who it is from
mail-desk-post-subject = What is it about?
mail-desk-post-subject-empty = Say what it is about
mail-desk-post-scan = Scan
mail-desk-post-kept = Scans that are here
mail-desk-post-again = A scan you added earlier is no longer kept here. Choose it again
mail-desk-post-scan-hint = PDF, or photos of each page. 20 MB each
mail-desk-post-another = Another letter was kept from this page already, and this one is not kept yet. Add its scan again and press once more
mail-desk-post-nothing = Add the scan, or write what it says
mail-desk-post-words = What it says, in short. The words are read for danger
mail-desk-theirs = Is it from whoever made that request?
mail-desk-theirs-yes = Yes: they read it with their other messages
mail-desk-theirs-no = No, from somebody else: staff read it on the case, and it is not shown to whoever made the request
mail-desk-theirs-empty = Say whether it is from whoever made the request
mail-desk-post-reference = Reference of the case, if there is one
mail-desk-post-reference-hint = Else it waits with the email that belongs nowhere yet
mail-desk-post-button = Keep the letter
mail-desk-post-originals = Originals in it that go back (you can leave this out)
mail-desk-originals-title = Originals to go back
mail-desk-originals-lead = Documents that came in a letter and belong to whoever sent them, the longest here first.
mail-desk-originals-none = Nothing waits to go back. When a letter has an original in it, say so where you keep the letter, or on its page.
mail-desk-originals-on-record = On somebody’s record: open that first
mail-desk-originals-elsewhere = On a case you do not see: its team returns it
mail-desk-originals-long = Here for more than two weeks
mail-desk-originals-one = Originals
mail-desk-originals-open = Say what is in it, or how it went back
mail-desk-originals-letter = The letter
mail-desk-originals-what = What goes back
mail-desk-originals-hint = For example: passport, birth certificate
mail-desk-originals-what-empty = Say what is in it that goes back
mail-desk-originals-add = Put it on the list
mail-desk-originals-where = Where it is
mail-desk-originals-waits = Here since { $day }
mail-desk-originals-went = Went back on { $day }. { $how }
mail-desk-originals-how = How did it go back?
mail-desk-originals-how-empty = Choose how it went back
mail-desk-originals-post = By post that can be followed
mail-desk-originals-hand = Handed over
mail-desk-originals-note = The number it can be followed by, or who took it and how you knew them
mail-desk-originals-note-empty = Write the number it can be followed by, or who took it
mail-desk-originals-button = It went back
mail-desk-originals-kept = It is on the list.
mail-desk-originals-returned = It is written down that it went back.
mail-desk-line-originals = Originals came with a letter
mail-desk-line-returned = Originals went back
mail-desk-done-post = The letter is kept.
mail-desk-marked-title = What the law asks of us
mail-desk-marked-lead = Messages that are more than messages. Every clock runs from the day the message came.
mail-desk-marked-none = Nothing is due. Open an email, a message or a letter and mark it as what the law makes of it: its clock then stands here.
mail-desk-marked-nowhere = On no case
mail-desk-mark-title = What is this message?
mail-desk-mark-contact = A contact of whoever marked it: ask them
mail-desk-mark-back = Back to the message
mail-desk-mark-lead = It came on { $when }. The clock runs from then.
mail-desk-mark-kind = It is
mail-desk-mark-kind-short = What it is
mail-desk-mark-kind-empty = Choose what it is
mail-desk-mark-information = Information request
mail-desk-mark-hint-information = Freedom of information, environmental information: 20 working days
mail-desk-mark-access = Subject access request
mail-desk-mark-hint-access = Somebody asks for what we hold on them: one month
mail-desk-mark-complaint = Complaint
mail-desk-mark-hint-complaint = Somebody is dissatisfied with us: told within 5 working days that we have it, answered within 15
mail-desk-mark-claim = Claim
mail-desk-mark-hint-claim = Somebody asks for damages: told within 21 days that we have it, answered within 3 months
mail-desk-mark-safeguarding = Safeguarding alert
mail-desk-mark-hint-safeguarding = A child or an adult may be at risk. Ring the duty team at once; its number comes next. Besides you, only leaders and owners of services see the alert
mail-desk-mark-reason = Why?
mail-desk-mark-reason-empty = Say why
mail-desk-mark-button = Mark it
mail-desk-mark-made = It is marked.
mail-desk-mark-message = Message
mail-desk-mark-read = Read it
mail-desk-mark-first = Told that we have it by
mail-desk-mark-told = Answered on { $date }
mail-desk-mark-due = Dealt with by
mail-desk-mark-by = Marked by
mail-desk-mark-over = Ended
mail-desk-mark-end = End it
mail-desk-mark-how = How did it end?
mail-desk-mark-how-empty = Choose how it ended
mail-desk-mark-done = It was dealt with
mail-desk-mark-wrong = It was marked wrongly
mail-desk-mark-end-reason = What was done, or why it was none?
mail-desk-mark-end-button = End it
mail-desk-mark-ended = It has ended.
