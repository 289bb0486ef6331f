# Contacts: how somebody got in touch, with how much help, and what came of it. Residents read these in what is held on them.

contact-channel-phone = By telephone
contact-channel-counter = At a counter
contact-channel-email = By email
contact-channel-post = By post
contact-channel-chat = By chat or text
contact-channel-social = On a social network
contact-channel-visit = On a visit

contact-help-alone = By themselves
contact-help-with-me = Together with an officer
contact-help-for-me = An officer did it for them

contact-outcome-answered = Answered
contact-outcome-case-opened = A request was made
contact-outcome-added-to-case = Added to a request
contact-outcome-passed-on = Passed on
contact-outcome-call-back = We are to ring back
contact-outcome-abandoned = They gave up
contact-outcome-turned-away = Turned away

contact-fact-started = You got in touch
contact-fact-named = We noted whose contact it was
contact-fact-linked = What you asked about a request was noted with it
contact-fact-finished = What you asked was dealt with
contact-fact-erased = What was personal in a contact was erased

# The desk. Seen by staff only.
contact-title = Contact
contact-unknown = Caller unknown
contact-channel = How
contact-help = Help
contact-lang = Language
contact-behalf = Who speaks
contact-behalf-unasked = Not asked
contact-behalf-self = They themselves
contact-behalf-other = Somebody else, without authority
contact-name = Their name, if they say it
contact-number = Number or address
contact-question = Question { $n }
contact-service = Service
contact-service-other = Something else
contact-words = What do they ask?
contact-outcome = What came of it
contact-reference = Reference of a request
contact-reason = Why, if turned away
contact-form = Go to its form
contact-note = Anything else to remember
contact-finish = Finish
contact-add = Another question
contact-later = Leave it open
contact-around = Who it is
contact-record = Their record
contact-unchecked = Check who is asking on their record. Their requests are then shown here.
contact-requests-outside = { $n ->
    [one] One more is outside of what they may be told. It is on the record.
   *[other] { $n } more are outside of what they may be told. They are on the record.
 }
contact-requests-none = Nothing they asked for is open.
contact-asks-after = They ask after it
contact-nobody = Nobody known yet.
contact-find = Find the person
contact-is-them = This is who I am speaking to
contact-with = Start a contact with them
contact-about-case = Start a contact about this
contact-answers = Answers read
contact-answers-beside = Answers for this
contact-answer-told = Told
contact-answer-out = Take out
contact-answer-was-read = Answer read: { $question }
contact-answer-was-told = They were told: { $question }
contact-proposed = Is this about { $title }, of { $date }, which is still open?
contact-proposed-yes = Yes, they ask after it: finish
contact-proposed-no = No, something new: finish
contact-cost = Cost
contact-erased = What was personal in this contact is erased: its time was over, or they asked for it.
contact-chaser = asked after
contact-how-chaser = they asked after it
contact-how-opened = it was opened in a contact
contact-how-added = something was added to it
contact-how-about = they asked about it
contact-finished = The contact is finished.
contact-choose = Choose one of these
contact-words-empty = Say what it was about, or choose a service
contact-reason-empty = Say why they were turned away
contact-reference-empty = Type the reference of the request
contact-reference-unknown = There is no request of this reference that you may see
contact-refused-finished = This contact is finished already. What you typed was not kept.
contact-list-title = My contacts
contact-list-open = Open now
contact-list-open-none = You have none open.
contact-list-today = Finished today
contact-list-all = Finished
contact-list-none = None yet.
contact-list-older = Older
contact-list-before = Those of other days too
contact-chased = Asked after
contact-chased-times = { $n ->
    [one] once
   *[other] { $n } times
 }
contact-priced = { $n ->
    [one] the cost of one of them is known
   *[other] the cost of { $n } of them is known
 }
contact-figures = What was asked, in contacts of the last twelve months
contact-figures-words = Each question of a contact counts once. One that asks after what is open already is a chaser: contact the council could have spared people. The cost is that of the chasers whose channel has a price in the configuration.
contact-figures-service = By service
contact-figures-service-of = Service
contact-figures-channel = By channel
contact-figures-channel-of = Channel
contact-figures-outcome = By outcome
contact-figures-outcome-of = Outcome
contact-figures-questions = Questions
contact-figures-chasers = Chasers
contact-figures-cost = Cost of chasers
contact-kinds = Which lines
contact-kind-all = All
contact-kind-contacts = Contacts
contact-kind-requests = Requests
contact-kind-messages = Messages
contact-kind-documents = Documents
contact-kind-checks = Checks
contact-kind-none = Nothing of this kind.
contact-col-who = With
contact-col-began = Began
contact-col-about = About
