services-yes = Yes
services-no = No

# What is wrong with an answer.
services-error-missing = Answer this question
services-error-missing-choice = Choose one answer
services-error-missing-choices = Choose at least one answer
services-error-missing-date = Give the date
services-error-missing-number = Give a number
services-error-missing-email = Give an email address
services-error-missing-phone = Give a phone number
services-error-missing-name = Give the full name
services-error-missing-postcode = Give the postcode
services-error-missing-plate = Give the registration number
services-error-missing-address = Give the house number and street
services-error-missing-place = Say where it is: a street, a landmark or a postcode
services-error-missing-file = Choose a file
services-error-too-long = Make this { $max } characters or fewer
services-error-control = This has signs in it that cannot be seen. Type it again without them
services-error-direction = This has hidden marks in it that turn text around. Type it again without them
services-error-address-too-long = { $part ->
    [line1] Make the house number and street { $max } characters or fewer
    [line2] Make the flat or building { $max } characters or fewer
   *[town] Make the town { $max } characters or fewer
}
services-error-address-control = { $part ->
    [line1] The house number and street have signs in them that cannot be seen. Type them again without those
    [line2] The flat or building has signs in it that cannot be seen. Type it again without them
   *[town] The town has signs in it that cannot be seen. Type it again without them
}
services-error-address-direction = { $part ->
    [line1] The house number and street have hidden marks in them that turn text around. Type them again without those
    [line2] The flat or building has hidden marks in it that turn text around. Type it again without them
   *[town] The town has hidden marks in it that turn text around. Type it again without them
}
services-error-pattern = { $given } does not have the right form. Check each letter and number
services-error-not-known = Choose one of the answers on the page
services-error-exclusive = Choose either the last answer or the others, not both
services-error-not-whole = Give a whole number, like 12
services-error-not-money = Give an amount in pounds, like 12.50
services-error-too-small = Give { $min } or more
services-error-too-big = Give { $max } or less
services-error-date-day = Give the day
services-error-date-month = Give the month
services-error-date-year = Give the year
services-error-date-year-digits = Give the year in four numbers, like 2026
services-error-date-unreal = There is no such date. Check the day and the month
services-error-too-early = Give a date on or after { $min }
services-error-too-late = Give a date on or before { $max }
services-error-not-email = Give an email address like name@example.com
services-error-not-phone = Give a phone number like 01223 000000 or 07700 900000
services-error-not-postcode = Give a whole postcode, like CB1 1AA
services-error-not-plate = Give a registration number, like AB12 CDE
services-error-not-point = Give the position as two numbers, like 52.2053, 0.1218
services-error-place-vague = Add a postcode or a position, so that we find it. If you only know the street, tick the box below

# The parts of dates, addresses and places.
services-address-line1 = House number and street
services-address-line2 = Flat or building (you can leave this empty)
services-address-town = Town (you can leave this empty)
services-address-postcode = Postcode
services-place-street = Street or landmark
services-place-postcode = Postcode, if you know it
services-place-point = Position on a map, like 52.2053, 0.1218 (you can leave this empty)
services-place-anywhere = I only know the street
services-optional = { $label } (you can leave this empty)

# The list of services.
services-list-title = All services
services-list-intro = Choose a service, or type what is wrong.
services-state-promised = Online by { $by }
services-state-not-planned = Not online
services-state-online = Online
services-state-tried = Being tried with some people

# Search.
services-search-title = Search
services-search-label = What do you need?
services-search-hint = Use your own words, like "bin not collected" or "moving house".
services-search-button = Search
services-search-results = Results for “{ $words }”
services-search-did-you-mean = Did you mean { $words }?
services-search-nothing = We found nothing for “{ $words }”.
services-search-nothing-next = Try other words, look through all services, or ask us.
services-search-answers = Answers to questions
services-search-ask = Ask us

# Danger.
services-danger-title = If someone is in danger
services-danger-call = Call { $number }
services-danger-out-of-hours = When we are closed, call { $number }.
services-danger-emergency = Police, fire or ambulance: 999. If you smell gas, call 0800 111 999.
services-danger-child-at-risk = If a child is at risk, tell our children's duty team now. If they are in danger this minute, call 999.
services-danger-adult-at-risk = If an adult is at risk, tell our adults' duty team now. If they are in danger this minute, call 999.
services-danger-homeless-tonight = If you have nowhere to sleep tonight, tell our housing duty team now.

# The start of a service.
services-start-button = Start
services-start-today = How to get this today
services-start-today-call = Or ring us on { $phone }. You can also come to us: { $address }.
services-start-promised = You will be able to do this online by { $by }.
services-start-not-planned = This is not online.
services-start-tried-staff = We are trying this with our own staff first.
services-start-tried-wards = We are trying this in some areas first: { $wards }.
services-start-tried-share = We are trying this with { $percent } in every 100 people first. Choose “Start” to see if you are one of them.
services-start-tried-staff-only = Only our staff can start this online now.
services-start-tried-not-you = You are not one of the people we are trying this with. You can still get it another way today.
services-start-tried-elsewhere = This postcode is not in an area where we are trying this. You can still get it another way today.
services-start-tried-postcode = Your postcode
services-start-tried-postcode-hint = We use it only to see if you live in one of these areas.
services-start-tried-unknown = We do not know this postcode. Check it, or get this another way today
services-start-fee = It costs { $fee }.
services-start-free = It is free.
services-start-contact-optional = You do not have to give your name or say how to reach you.
services-start-by-when = We usually do this in { $within }.
services-start-by-when-range = We do this within { $range }, depending on your answers. You see by when before you send it.
services-start-kept = How often we keep this promise
services-promise-range = { $least } to { $most }
services-working-days = { $n ->
    [one] one working day
   *[other] { $n } working days
 }
services-working-hours = { $n ->
    [one] one working hour
   *[other] { $n } working hours
 }
services-days = { $n ->
    [one] one day
   *[other] { $n } days
 }
services-hours = { $n ->
    [one] one hour
   *[other] { $n } hours
 }

# The published rules of a service.
services-rules-link = The rules we go by
services-rules-title = The rules of “{ $service }”
services-rules-intro = This service decides by these rules and no others. This is version { $version }, published on { $day }.
services-rules-intro-folder = This service decides by these rules and no others. This is version { $version }.
services-rules-first = Each list is read from the top. The first line that fits your answers counts.
services-rules-promise = How long it takes
services-rules-team = Who deals with it
services-rules-priority = What comes first
services-rules-stop = When you should go elsewhere
services-rules-value = What else we decide
services-rules-when = When all of this is so:
services-rules-always = Always
services-rules-otherwise = In every other case
services-rules-fits = { $question }: { $answer }
services-rules-answered = any answer
services-rules-not-answered = no answer
services-rules-or = {" or "}
services-rules-at-least = { $n } or more
services-rules-at-most = { $n } or less
services-rules-urgent = At once
services-rules-high = Before others
services-rules-normal = In turn
services-rules-low = After others
services-rules-carry-on = You can carry on online.
services-rules-danger-first = We show you the number to call first. Then you can carry on.
services-rules-danger-only = We show you the number to call. This cannot be done online.
services-rules-not-ours = It is not ours to do. Please tell { $to }.
services-rules-pass-on = We pass it on to { $to }.
services-rules-why = Why: { $reason }

# Which team has which service (desk).
services-teams-title = Services and their teams
services-teams-intro = New cases of a service go to its team. A rule in the service's definition may send some of them elsewhere.
services-teams-service = Service
services-teams-team = Team
services-teams-save = Save
services-teams-saved = { $service } now goes to { $team }.
services-teams-unknown = Choose one of the teams.
services-teams-overtaken = Somebody gave { $service } to { $team } while you were looking. Nothing of yours was saved. Choose again if another team should have it.
services-teams-version = Version
services-teams-state = Online
services-teams-choose = Team of { $service }

# Searches that found nothing. Seen by staff only.
services-manage-misses-title = Searches that found nothing
services-manage-misses-intro = These are the words residents used when we found no service for them. Numbers, email addresses and postcodes are taken out; a name that somebody typed is not. Add a word to the synonyms of the service it means, or mark it as dealt with.
services-manage-misses-week = Week of { $day }
services-manage-misses-weeks = Choose a week
services-manage-misses-none = Every search found something.
services-manage-misses-words = Words
services-manage-misses-language = Language
services-manage-misses-times = Times
services-manage-misses-next = What to do
services-manage-misses-danger = Words that speak of danger (not kept)
services-manage-misses-add = Add as a synonym
services-manage-misses-deal = Mark as dealt with
services-manage-misses-dealt = Dealt with
services-manage-misses-undo = Not dealt with after all
services-manage-misses-more = More of this week
services-manage-misses-add-title = Add “{ $words }” as a synonym
services-manage-misses-add-intro = A service is found by the words in its definition. Definitions are files, so this page shows what to change.
services-manage-misses-add-service = Which service do these words mean?
services-manage-misses-add-show = Show what to change
services-manage-misses-add-what = What to change
services-manage-misses-add-line = In { $file }, in the list that begins in line { $line }, add:
services-manage-misses-add-list = In { $file }, under [synonyms], add:
services-manage-misses-add-then = Change it in the council's own data folder. If the service is not there yet, copy its delivered folder first. Then publish it:
services-manage-misses-told-subject = Searches that found nothing, week of { $day }
services-manage-misses-told-body = In the week of { $day } residents searched for these and found no service:

    { $list }

    See them all, add them as synonyms or mark them as dealt with: { $address }

# The desk for service owners. Seen by staff only.
services-manage-behind = { $count ->
    [one] 1 draft is on an older version
   *[other] { $count } drafts are on an older version
 }
services-manage-holidays = Bank holidays are known until { $until } only. Promises that reach past that day would count later bank holidays as working days. Whoever runs the server can renew them: docs/operations.md.
services-manage-promise = Promise and rules
services-manage-rules = Published rules
services-manage-try = Try it

# What is decided on the spot, and by whom. Seen by staff only.
services-delegated-title = Decided on the spot: { $service }
services-delegated-intro = An officer who was trained for it decides these things while the person is there. Beyond a rule the case goes up to its team with the reason. The rules are part of the service's definition, each under a paragraph of the scheme of delegation.
services-delegated-link = Decided on the spot
services-delegated-scheme = Scheme of delegation
services-delegated-outcomes = Outcomes
services-delegated-amount = Most money
services-delegated-no-money = None
services-delegated-seen = What must have been seen
services-delegated-trained = Who was trained
services-delegated-nobody = Nobody yet, so nobody can use these rules. Choose somebody once they have been trained.
services-delegated-since = since { $day }
services-delegated-end = Take off the list
services-delegated-who = Officer who was trained
services-delegated-unknown = Choose an officer from the list
services-delegated-train = Add to the list
