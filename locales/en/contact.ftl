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
contact-fact-passed = You were passed on to a colleague or a team
contact-fact-taken = A colleague took up what you had asked
contact-fact-lost = You were passed on, and nobody took it up in time
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
contact-desk-shortcuts = By keyboard: N starts a contact, F finishes this one, Q adds a question. Press them with Alt; in Firefox with Alt and Shift; on a Mac with Control and Option.
contact-desk-key-finish = By keyboard: Alt and F
contact-desk-key-add = By keyboard: Alt and Q
contact-later = Leave it open
contact-pass = Pass it on
contact-pass-title = Pass this contact on
contact-pass-back = Back to the contact
contact-pass-words = Whoever takes it up has everything that was asked, noted and checked in it, so that nobody has to say it again. Until then nobody has it: stay with them, or say that somebody will come to them today. You may take it back.
contact-pass-to = To whom
contact-pass-choose = Choose a team or a colleague
contact-desk-pass-teams = Teams
contact-pass-team = Team: { $team }
contact-pass-to-empty = Choose the team or the colleague who is to take it up
contact-pass-note = What should they know?
contact-pass-note-hint = What was tried, what was promised, and how they can be reached if they are cut off.
contact-pass-note-empty = Say what whoever takes it up should know
contact-passed = The contact is passed on. It waits for somebody to take it up.
contact-passed-from = Passed on by { $name }, { $at }
contact-passed-to = To { $name }, { $at }
contact-passed-lost = Not taken up on its day
contact-passed-in-hand = Passed to you: { $n }
contact-take = Take it up
contact-take-gone = Take it up: they have gone
contact-take-back = Take it back
contact-refused-taken = Somebody else has taken this contact up, or it is finished.
contact-list-to-me = Passed to you or your team
contact-list-by-me = Passed on by you, not taken up yet
contact-around = Who it is
contact-record = Their record
contact-unchecked = Check who is asking on their record. Their requests are then shown here.
contact-requests-outside = { $n ->
    [one] One more is outside of what they may be told. It is on the record.
   *[other] { $n } more are outside of what they may be told. They are on the record.
 }
contact-requests-none = Nothing they asked for is open.
contact-desk-promised = Promised by { $date }
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
contact-blanks = Questions in which nothing is written are left out when it is finished.
contact-full = One contact takes { $most } questions at most: finish it, and start another for what else they ask.
contact-words-empty = Say what it was about, or choose a service
contact-reason-empty = Say why they were turned away
contact-ring-empty = Type the reference of the request: by that they stand among those to be rung. Where there is none, leave the contact open or pass it on until somebody has rung
contact-reference-empty = Type the reference of the request
contact-never-rung = They asked that nobody rings them: choose another outcome. If they want to be rung now, change what they need on their record first
contact-reference-other = This request is about “{ $service }”. Choose that service above, or correct the reference
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
contact-figures-no-price = No price set
contact-figures-set-price = A channel without a price is not free. What a contact by it costs is set in pence in the file guildhall.toml under [contacts.pence], such as “email = 150”, and counts from then on.
contact-became-title = Resolved at first contact, passed on, asked again
contact-became-months = { $n ->
    [one] The last month
   *[other] The last { $n } months
 }
contact-became-periods = Period
contact-became-period = Contacts that ended from { $from } to { $until }. What was asked of one service in one contact counts once, however many questions it had.
contact-became-resolved-lead = { $share }% were resolved at first contact: { $part } of { $whole }.
contact-became-again-lead = In { $share }% somebody asked the same again within 14 days: { $part } of { $whole }.
contact-became-left-lead = Not yet known: { $young }, less than 14 days old. Never to be known: { $nobody }, where nobody said who they were or which service it was.
contact-became-too-young = None of them is old enough to say yet.
contact-became-empty = Nobody got in touch in this period, or nobody wrote it down.
contact-became-empty-do = Start a contact whenever somebody rings, comes or writes, and finish it with what came of it: it is counted here within moments. Or choose a longer period.
contact-became-means = What counts as what
contact-became-means-resolved = Resolved at first contact: every question about the service was answered, or decided there and then; no request about it was left open; nobody was passed on; and until the end of the fourteenth day after, neither the same person nor anybody about the same request got in touch about this service again.
contact-became-means-again = The same again in 14 days: the same person, or somebody about the same request, got in touch about the same service by the end of the fourteenth day after. It counts with the contact that came first, whether or not they asked after what was open. Chasers are those that did, whenever the request was made.
contact-became-means-young = Not yet known: the fourteen days are not over. These are neither resolved nor unresolved until then, and count in no share.
contact-became-means-nobody = Never to be known: nobody said who they were and no request was named, or it was about no service of ours. They count in no share.
contact-became-means-transfers = Transfers: the contact was passed on while it was open, with what was asked and noted, or it ended as “Passed on”, with nothing kept of to whom. Lost: an open contact was passed on and nobody took it up by the end of that day, or they had gone when somebody did. They count when they are passed on, also where the contact is not finished yet.
contact-became-means-person = The same person is also somebody whose accounts were joined. What people send by a web form or write on their request is no contact and is not counted.
contact-became-resolved-service = Resolved at first contact, by service
contact-became-resolved-channel = Resolved at first contact, by channel
contact-became-passed-title = Transfers, by service
contact-became-again-title = The same again in 14 days, by service
contact-became-asked = Asked
contact-became-judged = Known
contact-became-resolved = Resolved
contact-became-share = Share
contact-became-young = Not yet known
contact-became-nobody = Never to be known
contact-became-transfers = Transfers
contact-became-transfers-each = For each contact
contact-became-passed = While open
contact-became-lost = Lost in transfer
contact-became-again = Asked again
contact-became-chasers = Chasers
contact-became-none-yet = –
contact-kinds = Which lines
contact-kind-all = All
contact-kind-contacts = Contacts
contact-kind-requests = Requests
contact-kind-messages = Messages
contact-kind-visits = Visits and appointments
contact-kind-documents = Documents
contact-kind-checks = Checks
contact-kind-none = Nothing of this kind.
contact-col-who = With
contact-col-began = Began
contact-col-about = About
