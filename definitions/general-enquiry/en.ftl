title = Ask us something
summary = Send a message to a person when nothing else fits.
start = Write in your own words, in any language. Someone reads every message. If there is danger now, do not write: call.

page-before = Have you been in touch before?
page-date = Your date

question-about = What is it about?
option-about-council-tax = Council tax
option-about-benefits = Benefits or help with money
option-about-housing = Housing
option-about-streets = Streets and roads
option-about-bins = Bins and recycling
option-about-parking = Parking
option-about-births-deaths-marriages = Births, deaths and marriages
option-about-planning = Planning or building
option-about-schools = Schools and children
option-about-care = Care for an adult or a child
option-about-elections = Voting
option-about-libraries-leisure = Libraries, parks and leisure
option-about-data = Information we hold
option-about-data-hint = About you, or about the council.
option-about-other = Something else, or I am not sure
question-message = What would you like to ask or tell us?
question-message-hint = Do not give bank or card numbers.
question-message-short = Your message
question-reference = A reference you have from us
question-reference-hint = It is on our letters and emails. Leave it empty if you have none.
question-reference-error-pattern = { $given } is not a reference of ours: one of its letters or numbers is wrong. Check it against our message, or leave this empty
question-date_matters = Do you need an answer by a certain date?
question-date_matters-hint = For example: a court date, a payment, a move.
question-date_matters-yes = Yes
question-date_matters-no = No
question-needed_by = Which date?
question-needed_by-error-too-early = Give today’s date or a later one
question-needed_why = What happens on that date?
question-help = Do you need help to talk with us?
option-help-none = No, thank you
option-help-interpreter = An interpreter
option-help-large-print = Large print
option-help-call-me = A call, because writing is hard for me
option-help-read-to-me = Letters read to me
option-help-sign-language = British Sign Language
option-help-other = Something else: I said so in my message

reason-usual = We answer messages within five working days.
reason-soon = You gave us a date within two days.
reason-data = The law gives us 20 working days, or one month, to find information.
reason-care = Someone may need care, so we read this first.
reason-tax-team = The council tax team answers this.
reason-benefits-team = The benefits team answers this.
reason-housing-team = The housing options team answers this.
reason-streets-team = The highways team answers this.
reason-bins-team = The waste team answers this.
reason-parking-team = The parking team answers this.
reason-registrars-team = The registrars answer this.
reason-contact-team = The contact centre answers this or finds who can.

outcome-answered = Answered
outcome-service-started = We started the right service for you
outcome-service-started-desk = The right service was started for them
outcome-passed-on = Passed on to someone else
outcome-no-reply = We asked, and did not hear from you
outcome-no-reply-desk = Asked, and no answer came

next = A person reads your message and answers you in the way you asked for.

# What the rules work out from the answers.
compute-soon = An answer is needed within two days
