title = Dweud wrthym eich bod yn symud tŷ
summary = Symud i mewn, allan neu o fewn yr ardal, ar gyfer treth gyngor. Hefyd i landlordiaid.
start = Mae angen y dyddiadau a’r ddau gyfeiriad arnoch. Os oes gennych fil treth gyngor, cadwch ef wrth law. Mae’n cymryd tua wyth munud a gallwch ei gadw a dod yn ôl.

section-move = Eich symudiad
section-old = Y cartref rydych yn ei adael
section-new = Y cartref newydd
section-people = Pwy sy’n byw yno
section-paying = Talu

page-old-home = Am yr hen gartref
page-old-after = Ar ôl i chi adael
page-new-home = Am y cartref newydd
page-pay = Talu’r bil

question-move = Beth sy’n digwydd?
option-move-in = Rwy’n symud i’r ardal
option-move-out = Rwy’n symud allan o’r ardal
option-move-within = Rwy’n symud o un cartref i un arall yn yr ardal
option-move-landlord = Landlord neu asiant ydw i, ac mae’r tenantiaid yn newid
question-as = Pa un o’r rhain ydych chi?
option-as-owner = Y perchennog
option-as-tenant = Tenant
option-as-council-tenant = Tenant y cyngor
option-as-lodger = Lletywr
option-as-executor = Yn delio â chartref rhywun a fu farw
option-as-other = Rhywbeth arall
question-moved_on = Pryd rydych yn symud, neu pryd y symudoch?
question-moved_on-hint = Gallwch ddweud wrthym hyd at dri mis ymlaen llaw.
question-moved_on-error-too-late = Dywedwch wrthym hyd at dri mis cyn y diwrnod. Dewch yn ôl yn nes at yr amser
question-account_number = Beth yw rhif eich cyfrif treth gyngor?
question-account_number-hint = Wyth neu naw digid, ar eich bil. Gadewch yn wag os nad yw gennych.
question-account_number-error-pattern = Rhowch yr wyth neu naw digid o’ch bil, neu gadewch yn wag

question-old_address = Beth yw cyfeiriad y cartref rydych yn ei adael?
question-old_tenure = A oeddech yn berchen arno neu’n ei rentu?
option-old_tenure-owned = Fi oedd biau ef
option-old_tenure-rented-private = Roeddwn yn ei rentu gan landlord preifat
option-old_tenure-rented-council = Roeddwn yn ei rentu gan y cyngor
option-old_tenure-rented-association = Roeddwn yn ei rentu gan gymdeithas tai
option-old_tenure-with-family = Roeddwn yn byw gyda theulu neu ffrindiau
option-old_tenure-other = Rhywbeth arall
question-old_ends_on = Pryd y daw eich tenantiaeth neu’ch perchnogaeth i ben?
question-old_ends_on-hint = Gall fod yn hwyrach na’r diwrnod y symudwch. Efallai y bydd rhaid i chi dalu tan hynny.
question-old_after = Beth sy’n digwydd i’r hen gartref?
option-old_after-sold = Mae wedi’i werthu
option-old_after-landlord-back = Mae’n mynd yn ôl i’r landlord
option-old_after-still-mine-empty = Fi sydd biau ef o hyd, ac mae’n wag
option-old_after-let = Rwy’n ei osod
option-old_after-others-stay = Mae eraill yn dal i fyw yno
option-old_after-not-known = Nid wyf yn gwybod
question-old_new_people = Pwy sy’n byw yno nawr, neu a’i prynodd?
question-old_landlord = Pwy yw landlord neu asiant yr hen gartref?

question-new_address = Beth yw cyfeiriad y cartref newydd?
question-new_tenure = A ydych yn berchen arno neu’n ei rentu?
option-new_tenure-owned = Fi sydd biau ef
option-new_tenure-rented-private = Rwy’n ei rentu gan landlord preifat
option-new_tenure-rented-council = Rwy’n ei rentu gan y cyngor
option-new_tenure-rented-association = Rwy’n ei rentu gan gymdeithas tai
option-new_tenure-with-family = Rwy’n byw gyda theulu neu ffrindiau
option-new_tenure-other = Rhywbeth arall
question-new_starts_on = Pryd y mae eich tenantiaeth neu’ch perchnogaeth yn dechrau?
question-new_furnished = A oes rhywun yn byw yno eto?
option-new_furnished-lived-in = Oes, o ddiwrnod y symud
option-new_furnished-furnished = Nac oes, mae wedi’i ddodrefnu ac yn wag
option-new_furnished-empty = Nac oes, mae’n wag a heb ddodrefn
option-new_furnished-being-repaired = Nac oes, mae angen atgyweirio mawr arno
question-new_landlord = Pwy yw landlord neu asiant y cartref newydd?

question-adults = Faint o bobl 18 oed neu hŷn sy’n byw yno?
question-adults-hint = Cyfrwch eich hun. Os oes un, mae’r bil 25% yn llai.
question-adult_names = Beth yw enwau’r oedolion?
question-adult_names-hint = Un i bob llinell, fel ar bapurau swyddogol. Efallai y bydd rhaid iddynt i gyd dalu. Os ydych yn landlord, rhowch y tenantiaid newydd.
question-reductions = A yw unrhyw un o’r rhain yn wir am rywun sy’n byw yno?
question-reductions-hint = Gall pob un wneud y bil yn llai. Gofynnwn am brawf yn nes ymlaen, byth yn gyntaf.
option-reductions-none = Dim un o’r rhain
option-reductions-student = Myfyriwr llawn amser neu brentis
option-reductions-carer = Gofalwr sy’n byw gyda’r person
option-reductions-disabled-home = Cartref a newidiwyd neu a ddewiswyd ar gyfer person anabl
option-reductions-severe-impairment = Nam meddyliol difrifol, er enghraifft dementia
option-reductions-care-leaver = Rhywun dan 25 sydd wedi gadael gofal
option-reductions-armed-forces = Aelod o’r lluoedd arfog i ffwrdd o’r cartref
option-reductions-low-income = Incwm isel
option-reductions-not-sure = Nid wyf yn siŵr
question-forwarding_address = I ble y dylem anfon y bil olaf neu ad-daliad?

question-pay_how = Sut hoffech dalu?
option-pay_how-direct-debit-have = Y Debyd Uniongyrchol sydd gennyf nawr
option-pay_how-direct-debit-want = Hoffwn sefydlu Debyd Uniongyrchol
option-pay_how-card = Â cherdyn, ar-lein neu dros y ffôn
option-pay_how-cash = Ag arian parod mewn siop neu swyddfa bost
option-pay_how-other = Ffordd arall
question-hard_to_pay = A fydd yn anodd talu?
question-hard_to_pay-hint = Gallwn ei wasgaru, a gwirio pa help y gallwch ei gael.
question-hard_to_pay-yes = Bydd
question-hard_to_pay-no = Na fydd

reason-usual = Byddwn yn anfon bil newydd o fewn deg diwrnod gwaith.
reason-hard = Dywedoch y bydd yn anodd talu, felly byddwn yn siarad â chi yn gyntaf.
reason-long-ago = Roedd y symud dros flwyddyn yn ôl, felly rhaid i ni edrych ar filiau mwy nag un flwyddyn.
reason-landlord = Byddwn yn gwirio gyda’r tenantiaid a symudodd.
reason-single = Un oedolyn sy’n byw yno, felly mae’r bil 25% yn llai.
reason-not-single = Mae mwy nag un oedolyn yn byw yno, neu nid oes neb.

outcome-bill-sent = Anfonwyd bil newydd
outcome-account-closed = Caewyd y cyfrif
outcome-refund = Caewyd, gydag arian yn ôl i chi
outcome-more-needed = Mae angen rhywbeth arall arnom gennych
outcome-no-change = Nid oes dim yn newid

withdraw-why = Ar ôl i chi ddweud wrthym am symud, rhaid i ni weithredu. Os oes rhywbeth o’i le neu os na fyddwch yn symud, anfonwch neges atom ac fe’i cywirwn.
appeal = Os ydych yn meddwl bod y bil yn anghywir, dywedwch wrthym yn gyntaf: byddwn yn edrych eto o fewn deufis. Os ydych yn dal i anghytuno, gallwch apelio’n rhad ac am ddim i’r Tribiwnlys Prisio o fewn deufis i’n hateb.
next = Byddwn yn newid eich cyfrif ac yn anfon bil sy’n dangos sut y’i cyfrifwyd. Daliwch i dalu eich hen fil tan hynny.

# Yr hyn mae'r rheolau'n ei gyfrifo o'r atebion.
compute-long_ago = Bu'r symud dros flwyddyn yn ôl

delegated-small-refund = Cau cyfrif rhywun sydd wedi symud allan, gyda hyd at £150 yn ôl, pan welwyd diwedd y denantiaeth
seen-end-of-tenancy = Llythyr neu gytundeb sy’n dangos pryd y daeth y denantiaeth i ben
