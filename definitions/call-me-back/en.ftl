title = Ask us to call you
summary = Leave a number and we ring you. It costs you nothing.
start = We ring from our usual number. We try three times.

page-about = About the call
question-about = What is it about?
option-about-council-tax = Council tax
option-about-benefits = Benefits or help with money
option-about-housing = Your home or a repair
option-about-parking = Parking
option-about-bins = Bins and recycling
option-about-streets = Streets and roads
option-about-registrars = Births, deaths and marriages
option-about-something-else = Something else
question-details = Is there anything we should know before we ring?

question-language = Which language should we speak?
option-language-english = English
option-language-cymraeg = Welsh
option-language-arabic = Arabic
option-language-bengali = Bengali
option-language-polish = Polish
option-language-somali = Somali
option-language-turkish = Turkish
option-language-sign-language = British Sign Language, through a relay
option-language-other = Another language

question-best_time = When is a good time?
option-best_time-soon = As soon as you can
option-best_time-morning = The next working day, in the morning
option-best_time-afternoon = The next working day, in the afternoon
option-best_time-after-four = The next working day, after 4 o'clock

reason-usual = We ring back within four working hours.
reason-chosen = We ring at the time you chose.

outcome-reached = We spoke to you
outcome-reached-desk = Spoken to
outcome-no-answer = We rang three times and nobody answered
outcome-no-answer-desk = Rung three times, nobody answered
outcome-wrong-number = The number does not work

next = We ring you. If nobody answers we try twice more, at other times of the day.
