title = Tell us you are moving home
summary = Moving in, out or within the area, for council tax. Also for landlords.
start = You need the dates and both addresses. If you have a council tax bill, have it at hand. It takes about eight minutes and you can save it and come back.

section-move = Your move
section-old = The home you are leaving
section-new = The new home
section-people = Who lives there
section-paying = Paying

page-old-home = About the old home
page-old-after = After you leave
page-new-home = About the new home
page-pay = Paying the bill

question-move = What is happening?
option-move-in = I am moving into the area
option-move-out = I am moving out of the area
option-move-within = I am moving from one home to another in the area
option-move-landlord = I am a landlord or agent, and the tenants are changing
question-as = Which of these are you?
option-as-owner = The owner
option-as-tenant = A tenant
option-as-council-tenant = A council tenant
option-as-lodger = A lodger
option-as-executor = Dealing with the home of someone who died
option-as-other = Something else
question-moved_on = When do you move, or when did you move?
question-moved_on-hint = You can tell us up to three months before.
question-moved_on-error-too-late = Tell us up to three months before the day. Come back nearer the time
question-account_number = What is your council tax account number?
question-account_number-hint = Eight or nine digits, on your bill. Leave it empty if you do not have it.
question-account_number-error-pattern = Give the eight or nine digits from your bill, or leave it empty

question-old_address = What is the address of the home you are leaving?
question-old_tenure = Did you own it or rent it?
option-old_tenure-owned = I owned it
option-old_tenure-rented-private = I rented it from a private landlord
option-old_tenure-rented-council = I rented it from the council
option-old_tenure-rented-association = I rented it from a housing association
option-old_tenure-with-family = I lived with family or friends
option-old_tenure-other = Something else
question-old_ends_on = When does your tenancy or ownership end?
question-old_ends_on-hint = It can be later than the day you move. You may have to pay until then.
question-old_after = What happens to the old home?
option-old_after-sold = It is sold
option-old_after-landlord-back = It goes back to the landlord
option-old_after-still-mine-empty = It is still mine, and empty
option-old_after-let = I am letting it to someone
option-old_after-others-stay = Other people still live there
option-old_after-not-known = I do not know
question-old_new_people = Who lives there now, or bought it?
question-old_landlord = Who is the landlord or agent of the old home?

question-new_address = What is the address of the new home?
question-new_tenure = Do you own it or rent it?
option-new_tenure-owned = I own it
option-new_tenure-rented-private = I rent it from a private landlord
option-new_tenure-rented-council = I rent it from the council
option-new_tenure-rented-association = I rent it from a housing association
option-new_tenure-with-family = I live with family or friends
option-new_tenure-other = Something else
question-new_starts_on = When does your tenancy or ownership begin?
question-new_furnished = Does anyone live there yet?
option-new_furnished-lived-in = Yes, from the day of the move
option-new_furnished-furnished = No, it is furnished and empty
option-new_furnished-empty = No, it is empty and unfurnished
option-new_furnished-being-repaired = No, it needs major repair
question-new_landlord = Who is the landlord or agent of the new home?

question-adults = How many people aged 18 or over live there?
question-adults-hint = Count yourself. If it is one, the bill is 25% less.
question-adult_names = What are the names of the adults?
question-adult_names-hint = One a line, as on official papers. They may all have to pay. If you are a landlord, give the new tenants.
question-reductions = Is any of this true of someone living there?
question-reductions-hint = Each may make the bill smaller. We ask for proof later, never first.
option-reductions-none = None of these
option-reductions-student = A full-time student or apprentice
option-reductions-carer = A carer living with the person
option-reductions-disabled-home = A home changed or chosen for a disabled person
option-reductions-severe-impairment = A severe mental impairment, for example dementia
option-reductions-care-leaver = A care leaver under 25
option-reductions-armed-forces = Someone in the armed forces, away from home
option-reductions-low-income = A low income
option-reductions-not-sure = I am not sure
question-forwarding_address = Where should we send the last bill or a refund?

question-pay_how = How do you want to pay?
option-pay_how-direct-debit-have = The Direct Debit I have now
option-pay_how-direct-debit-want = I want to set up a Direct Debit
option-pay_how-card = By card, online or by phone
option-pay_how-cash = In cash at a shop or post office
option-pay_how-other = Another way
question-hard_to_pay = Will it be hard to pay?
question-hard_to_pay-hint = We can spread it, and check what help you can get.
question-hard_to_pay-yes = Yes
question-hard_to_pay-no = No

reason-usual = We send a new bill within ten working days.
reason-hard = You told us it will be hard to pay, so we talk to you first.
reason-long-ago = The move was more than a year ago, so we must look at more than one year’s bills.
reason-landlord = We check with the tenants who moved.
reason-single = One adult lives there, so the bill is 25% less.
reason-not-single = More than one adult lives there, or nobody does.

outcome-bill-sent = New bill sent
outcome-account-closed = Account closed
outcome-refund = Closed, with money back to you
outcome-refund-desk = Account closed, with money back
outcome-more-needed = We need something more from you
outcome-more-needed-desk = Something more is needed from whoever asked
outcome-no-change = Nothing changes

withdraw-why = Once you have told us of a move, we must act on it. If something is wrong or the move is off, send us a message and we put it right.
appeal = If you think the bill is wrong, tell us first: we look again within two months. If you still disagree, you can appeal free of charge to the Valuation Tribunal within two months of our answer.
next = We change your account and send you a bill that shows how it is worked out. Go on paying your old bill until then.

# What the rules work out from the answers.
compute-long_ago = The move was more than a year ago

delegated-small-refund = Close the account of somebody who moved out, with up to £150 back, when the end of the tenancy was seen
seen-end-of-tenancy = A letter or agreement that shows when the tenancy ended
