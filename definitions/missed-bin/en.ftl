title = Report a missed bin
summary = Rubbish, recycling, food waste, garden waste or clinical waste that was not collected.
start = Wait until the end of the collection day before you tell us: crews work until 5pm. It takes about two minutes.

page-out = Your bin on the day
page-street = Your street on the day

question-container = What was not collected?
option-container-rubbish = The rubbish bin
option-container-recycling = Recycling
option-container-food = The food waste caddy
option-container-garden = Garden waste
option-container-clinical = Clinical waste
option-container-clinical-hint = For example: needles, dressings, dialysis waste.
option-container-communal = A shared bin for several homes
option-container-bulky = Something large we agreed to collect
question-address = Which address is it?
question-address-hint = For a shared bin, give the address of the building.
question-due_on = Which day should it have been collected?
question-due_on-hint = It can be up to two weeks ago.
question-due_on-error-too-late = Choose today or a day in the last two weeks. If the day is still to come, there is nothing to report yet
question-due_on-error-too-early = We can go back for collections of the last two weeks. For something longer ago, send us a message
question-out_by_seven = Was it at the edge of your property by 7am?
question-out_by_seven-short = Out by 7am
question-out_by_seven-yes = Yes
question-out_by_seven-no = No
question-tag = Did we leave a tag or sticker on it?
option-tag-none = No
option-tag-wrong-things = Yes: the wrong things in it
option-tag-too-heavy = Yes: too heavy
option-tag-lid-open = Yes: the lid did not close
option-tag-not-sure = I am not sure
question-whole_street = Was it only yours?
option-whole_street-mine = Only mine
option-whole_street-some = Some others too
option-whole_street-all = The whole street
option-whole_street-not-sure = I am not sure
question-blocked = Was the street blocked that day?
question-blocked-hint = For example: parked cars, road works, snow.
question-blocked-yes = Yes
question-blocked-no = No
question-assisted = Do we collect from your door because you cannot move the bin?
question-assisted-short = Help with the bin
question-assisted-yes = Yes
question-assisted-no = No
question-times_before = Has this happened before in the last two months?
option-times_before-none = No
option-times_before-once = Yes, once
option-times_before-more = Yes, more than once
question-description = Is there anything else we should know?
question-description-hint = For example: a locked gate, or where the bin stands.

reason-usual = We come back for a missed bin within two working days.
reason-clinical = Clinical waste must not wait.
reason-assisted = We promised to collect from your door, and did not.
reason-not-out = It was not out by 7am, so we empty it on your next collection day.
reason-tag = The tag says what to put right. We empty it on your next collection day.
reason-street = A whole street was missed, so the crew goes back first.
reason-again = This keeps happening to you, so a supervisor looks at it.
reason-bulky = We agreed a day with you, and book the next free one.

reason-outside = The address is outside our area.
reason-ours = The address is in our area.
to-other-council = the council for that address
to-other-council-find = Find that council on GOV.UK
to-other-council-link = https://www.gov.uk/find-local-council

outcome-collected = Collected
outcome-left-tag = Not collected: the tag says what to put right
outcome-not-out = Not collected: it was not out
outcome-no-access = Not collected: we could not get to it
outcome-no-access-desk = Not collected: no way to get to it
outcome-next-round = We take it on your next collection day
outcome-next-round-desk = To be taken on the next collection day

next = Leave it out. We tell the crew, and tell you when it has been done if you gave us an email or phone number.

# What the rules work out from the answers.
compute-here = It is in this council's area

delegated-next-round = Agree that it is taken on the next collection day, but not clinical waste
