services-yes = Ie
services-no = Na

# Beth sydd o'i le ar ateb.
services-error-missing = Atebwch y cwestiwn hwn
services-error-missing-choice = Dewiswch un ateb
services-error-missing-choices = Dewiswch o leiaf un ateb
services-error-missing-date = Rhowch y dyddiad
services-error-missing-number = Rhowch rif
services-error-missing-email = Rhowch gyfeiriad e-bost
services-error-missing-phone = Rhowch rif ffôn
services-error-missing-name = Rhowch yr enw llawn
services-error-missing-postcode = Rhowch y cod post
services-error-missing-plate = Rhowch y rhif cofrestru
services-error-missing-address = Rhowch rif y tŷ a'r stryd
services-error-missing-place = Dywedwch ble mae: stryd, nodwedd neu god post
services-error-missing-file = Dewiswch ffeil
services-error-too-long = Defnyddiwch { $max } nod neu lai
services-error-control = Mae arwyddion na ellir eu gweld yn hwn. Teipiwch ef eto hebddynt
services-error-direction = Mae marciau cudd yn hwn sy'n troi testun. Teipiwch ef eto hebddynt
services-error-address-too-long = { $part ->
    [line1] Defnyddiwch { $max } nod neu lai ar gyfer rhif y tŷ a'r stryd
    [line2] Defnyddiwch { $max } nod neu lai ar gyfer y fflat neu'r adeilad
   *[town] Defnyddiwch { $max } nod neu lai ar gyfer y dref
}
services-error-address-control = { $part ->
    [line1] Mae arwyddion na ellir eu gweld yn rhif y tŷ a'r stryd. Teipiwch nhw eto hebddynt
    [line2] Mae arwyddion na ellir eu gweld yn y fflat neu'r adeilad. Teipiwch ef eto hebddynt
   *[town] Mae arwyddion na ellir eu gweld yn y dref. Teipiwch hi eto hebddynt
}
services-error-address-direction = { $part ->
    [line1] Mae marciau cudd sy'n troi testun yn rhif y tŷ a'r stryd. Teipiwch nhw eto hebddynt
    [line2] Mae marciau cudd sy'n troi testun yn y fflat neu'r adeilad. Teipiwch ef eto hebddynt
   *[town] Mae marciau cudd sy'n troi testun yn y dref. Teipiwch hi eto hebddynt
}
services-error-pattern = Nid yw { $given } yn y ffurf gywir. Gwiriwch bob llythyren a rhif
services-error-not-known = Dewiswch un o'r atebion ar y dudalen
services-error-exclusive = Dewiswch naill ai'r ateb olaf neu'r lleill, nid y ddau
services-error-not-whole = Rhowch rif cyfan, fel 12
services-error-not-money = Rhowch swm mewn punnoedd, fel 12.50
services-error-too-small = Rhowch { $min } neu fwy
services-error-too-big = Rhowch { $max } neu lai
services-error-date-day = Rhowch y diwrnod
services-error-date-month = Rhowch y mis
services-error-date-year = Rhowch y flwyddyn
services-error-date-year-digits = Rhowch y flwyddyn mewn pedwar rhif, fel 2026
services-error-date-unreal = Nid oes dyddiad o'r fath. Gwiriwch y diwrnod a'r mis
services-error-too-early = Rhowch ddyddiad ar neu ar ôl { $min }
services-error-too-late = Rhowch ddyddiad ar neu cyn { $max }
services-error-not-email = Rhowch gyfeiriad e-bost fel enw@example.com
services-error-not-phone = Rhowch rif ffôn fel 01223 000000 neu 07700 900000
services-error-not-postcode = Rhowch god post cyfan, fel CB1 1AA
services-error-not-plate = Rhowch rif cofrestru, fel AB12 CDE
services-error-not-point = Rhowch y safle fel dau rif, fel 52.2053, 0.1218
services-error-place-vague = Ychwanegwch god post neu safle, er mwyn i ni ddod o hyd iddo. Os mai dim ond y stryd rydych yn ei gwybod, ticiwch y blwch isod

# Rhannau dyddiadau, cyfeiriadau a lleoedd.
services-address-line1 = Rhif y tŷ a'r stryd
services-address-line2 = Fflat neu adeilad (gallwch adael hwn yn wag)
services-address-town = Tref (gallwch adael hwn yn wag)
services-address-postcode = Cod post
services-place-street = Stryd neu nodwedd
services-place-postcode = Cod post, os ydych yn ei wybod
services-place-point = Safle ar fap, fel 52.2053, 0.1218 (gallwch adael hwn yn wag)
services-place-anywhere = Dim ond y stryd rwy'n ei gwybod
services-optional = { $label } (gallwch adael hwn yn wag)

# Y rhestr o wasanaethau.
services-list-title = Pob gwasanaeth
services-list-intro = Dewiswch wasanaeth, neu teipiwch beth sydd o'i le.
services-state-promised = Ar-lein erbyn { $by }
services-state-not-planned = Ddim ar-lein
services-state-online = Ar-lein
services-state-tried = Yn cael ei dreialu gyda rhai pobl

# Chwilio.
services-search-title = Chwilio
services-search-label = Beth sydd ei angen arnoch?
services-search-hint = Defnyddiwch eich geiriau eich hun, fel "bin heb ei gasglu" neu "symud tŷ".
services-search-button = Chwilio
services-search-results = Canlyniadau ar gyfer “{ $words }”
services-search-did-you-mean = Ai { $words } oeddech chi'n ei feddwl?
services-search-nothing = Ni ddaethom o hyd i ddim ar gyfer “{ $words }”.
services-search-nothing-next = Rhowch gynnig ar eiriau eraill, edrychwch drwy bob gwasanaeth, neu gofynnwch i ni.
services-search-answers = Atebion i gwestiynau
services-search-ask = Gofynnwch i ni

# Perygl.
services-danger-title = Os yw rhywun mewn perygl
services-danger-call = Ffoniwch { $number }
services-danger-out-of-hours = Pan fyddwn ar gau, ffoniwch { $number }.
services-danger-emergency = Heddlu, tân neu ambiwlans: 999. Os ydych yn arogli nwy, ffoniwch 0800 111 999.
services-danger-child-at-risk = Os yw plentyn mewn perygl, dywedwch wrth ein tîm plant ar ddyletswydd nawr. Os ydynt mewn perygl y funud hon, ffoniwch 999.
services-danger-adult-at-risk = Os yw oedolyn mewn perygl, dywedwch wrth ein tîm oedolion ar ddyletswydd nawr. Os ydynt mewn perygl y funud hon, ffoniwch 999.
services-danger-homeless-tonight = Os nad oes gennych unman i gysgu heno, dywedwch wrth ein tîm tai ar ddyletswydd nawr.

# Dechrau gwasanaeth.
services-start-button = Dechrau
services-start-today = Sut i gael hwn heddiw
services-start-today-call = Neu ffoniwch ni ar { $phone }. Gallwch hefyd ddod atom: { $address }.
services-start-promised = Byddwch yn gallu gwneud hyn ar-lein erbyn { $by }.
services-start-not-planned = Nid yw hwn ar-lein.
services-start-tried-staff = Rydym yn treialu hwn gyda'n staff ein hunain yn gyntaf.
services-start-tried-wards = Rydym yn treialu hwn mewn rhai ardaloedd yn gyntaf: { $wards }.
services-start-tried-share = Rydym yn treialu hwn gyda { $percent } o bob 100 o bobl yn gyntaf. Dewiswch “Dechrau” i weld a ydych chi'n un ohonynt.
services-start-tried-staff-only = Dim ond ein staff sy'n gallu dechrau hwn ar-lein ar hyn o bryd.
services-start-tried-not-you = Nid ydych yn un o'r bobl rydym yn treialu hwn gyda nhw. Gallwch ei gael mewn ffordd arall heddiw.
services-start-tried-elsewhere = Nid yw'r cod post hwn mewn ardal lle rydym yn treialu hwn. Gallwch ei gael mewn ffordd arall heddiw.
services-start-tried-postcode = Eich cod post
services-start-tried-postcode-hint = Rydym yn ei ddefnyddio dim ond i weld a ydych yn byw yn un o'r ardaloedd hyn.
services-start-tried-unknown = Nid ydym yn adnabod y cod post hwn. Gwiriwch ef, neu gofynnwch am hwn mewn ffordd arall heddiw
services-start-fee = Mae'n costio { $fee }.
services-start-free = Mae am ddim.
services-start-contact-optional = Nid oes rhaid i chi roi eich enw na dweud sut i gysylltu â chi.
services-start-by-when = Fel arfer rydym yn gwneud hyn o fewn { $within }.
services-start-by-when-range = Rydym yn gwneud hyn o fewn { $range }, yn dibynnu ar eich atebion. Cewch weld erbyn pryd cyn ei anfon.
services-start-kept = Pa mor aml rydym yn cadw'r addewid hwn
services-promise-range = { $least } i { $most }
services-working-days = { $n ->
    [one] un diwrnod gwaith
    [two] dau ddiwrnod gwaith
    [few] tri diwrnod gwaith
   *[other] { $n } diwrnod gwaith
 }
services-working-hours = { $n ->
    [one] un awr waith
    [two] dwy awr waith
    [few] tair awr waith
   *[other] { $n } awr waith
 }
services-days = { $n ->
    [one] un diwrnod
    [two] dau ddiwrnod
    [few] tri diwrnod
   *[other] { $n } diwrnod
 }
services-hours = { $n ->
    [one] un awr
    [two] dwy awr
    [few] tair awr
   *[other] { $n } awr
 }

# Rheolau cyhoeddedig gwasanaeth.
services-rules-link = Y rheolau rydym yn eu dilyn
services-rules-title = Rheolau “{ $service }”
services-rules-intro = Mae'r gwasanaeth hwn yn penderfynu yn ôl y rheolau hyn a dim rhai eraill. Dyma fersiwn { $version }, a gyhoeddwyd ar { TREIGLAD($day) }.
services-rules-intro-folder = Mae'r gwasanaeth hwn yn penderfynu yn ôl y rheolau hyn a dim rhai eraill. Dyma fersiwn { $version }.
services-rules-first = Darllenir pob rhestr o'r brig. Y llinell gyntaf sy'n ffitio'ch atebion sy'n cyfrif.
services-rules-promise = Faint o amser mae'n ei gymryd
services-rules-team = Pwy sy'n delio ag ef
services-rules-priority = Beth sy'n dod gyntaf
services-rules-stop = Pryd y dylech fynd i rywle arall
services-rules-value = Beth arall rydym yn ei benderfynu
services-rules-when = Pan fydd hyn i gyd yn wir:
services-rules-always = Bob amser
services-rules-otherwise = Ym mhob achos arall
services-rules-fits = { $question }: { $answer }
services-rules-answered = unrhyw ateb
services-rules-not-answered = dim ateb
services-rules-or = {" neu "}
services-rules-at-least = { $n } neu fwy
services-rules-at-most = { $n } neu lai
services-rules-urgent = Ar unwaith
services-rules-high = Cyn y lleill
services-rules-normal = Yn ei dro
services-rules-low = Ar ôl y lleill
services-rules-carry-on = Gallwch barhau ar-lein.
services-rules-danger-first = Rydym yn dangos y rhif i'w ffonio gyntaf. Wedyn gallwch barhau.
services-rules-danger-only = Rydym yn dangos y rhif i'w ffonio. Ni ellir gwneud hyn ar-lein.
services-rules-not-ours = Nid ein gwaith ni yw hyn. Dywedwch wrth y canlynol: { $to }.
services-rules-pass-on = Rydym yn ei anfon ymlaen at y canlynol: { $to }.
services-rules-why = Pam: { $reason }

# Pa dîm sydd â pha wasanaeth (desg).
services-teams-title = Gwasanaethau a'u timau
services-teams-intro = Mae achosion newydd o wasanaeth yn mynd i'w dîm. Gall rheol yn niffiniad y gwasanaeth anfon rhai i rywle arall.
services-teams-service = Gwasanaeth
services-teams-team = Tîm
services-teams-save = Cadw
services-teams-saved = Mae { $service } nawr yn mynd i { $team }.
services-teams-unknown = Dewiswch un o'r timau.
services-teams-overtaken = Rhoddodd rhywun { $service } i { $team } tra oeddech yn edrych. Ni chadwyd dim o'ch un chi. Dewiswch eto os dylai tîm arall ei gael.
services-teams-version = Fersiwn
services-teams-state = Ar-lein
services-teams-choose = Tîm { $service }
