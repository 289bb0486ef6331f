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
services-error-missing-address = Rhowch rif y tŷ a'r stryd
services-error-missing-place = Dywedwch ble mae: stryd, nodwedd neu god post
services-error-too-long = Defnyddiwch { $max } nod neu lai
services-error-control = Mae arwyddion na ellir eu gweld yn hwn. Teipiwch ef eto hebddynt
services-error-direction = Mae marciau cudd yn hwn sy'n troi testun. Teipiwch ef eto hebddynt
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
services-error-not-point = Rhowch y safle fel dau rif, fel 52.2053, 0.1218

# Rhannau dyddiadau, cyfeiriadau a lleoedd.
services-date-day = Diwrnod
services-date-month = Mis
services-date-year = Blwyddyn
services-address-line1 = Rhif y tŷ a'r stryd
services-address-line2 = Fflat neu adeilad (gallwch adael hwn yn wag)
services-address-town = Tref (gallwch adael hwn yn wag)
services-address-postcode = Cod post
services-place-street = Stryd neu nodwedd
services-place-postcode = Cod post, os ydych yn ei wybod
services-place-point = Safle ar fap, fel 52.2053, 0.1218 (gallwch adael hwn yn wag)
services-optional = { $label } (gallwch adael hwn yn wag)

# Y rhestr o wasanaethau.
services-list-title = Pob gwasanaeth
services-list-intro = Dewiswch wasanaeth, neu teipiwch beth sydd o'i le.
services-state-promised = Ar-lein erbyn { $by }
services-state-not-planned = Ddim ar-lein
services-state-online = Ar-lein

# Chwilio.
services-search-title = Chwilio
services-search-label = Beth sydd ei angen arnoch?
services-search-hint = Defnyddiwch eich geiriau eich hun, fel "bin heb ei gasglu" neu "symud tŷ".
services-search-button = Chwilio
services-search-results = Canlyniadau ar gyfer “{ $words }”
services-search-did-you-mean = Ai { $words } oeddech chi'n ei feddwl?
services-search-nothing = Ni ddaethom o hyd i ddim ar gyfer “{ $words }”.
services-search-nothing-next = Rhowch gynnig ar eiriau eraill, edrychwch drwy bob gwasanaeth, neu gofynnwch i ni.

# Perygl.
services-danger-title = Os yw rhywun mewn perygl
services-danger-call = Ffoniwch { $number }
services-danger-out-of-hours = Pan fyddwn ar gau, ffoniwch { $number }.
services-danger-emergency = Heddlu, tân neu ambiwlans: 999. Os ydych yn arogli nwy, ffoniwch 0800 111 999.
services-danger-child-at-risk = Os yw plentyn mewn perygl, dywedwch wrth ein tîm plant ar ddyletswydd nawr.
services-danger-adult-at-risk = Os yw oedolyn mewn perygl, dywedwch wrth ein tîm oedolion ar ddyletswydd nawr.
services-danger-homeless-tonight = Os nad oes gennych unman i gysgu heno, dywedwch wrth ein tîm tai ar ddyletswydd nawr.

# Dechrau gwasanaeth.
services-start-button = Dechrau
services-start-today = Sut i gael hwn heddiw
services-start-promised = Byddwch yn gallu gwneud hyn ar-lein erbyn { $by }.
services-start-not-planned = Nid yw hwn ar-lein.
services-start-fee = Mae'n costio { $fee }.
services-start-free = Mae am ddim.
services-start-contact-optional = Nid oes rhaid i chi roi eich enw na dweud sut i gysylltu â chi.
services-start-by-when = Fel arfer rydym yn gwneud hyn o fewn { $within }.
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

# Pa dîm sydd â pha wasanaeth (desg).
services-teams-title = Gwasanaethau a'u timau
services-teams-intro = Mae achosion newydd o wasanaeth yn mynd i'w dîm. Gall rheol yn niffiniad y gwasanaeth anfon rhai i rywle arall.
services-teams-service = Gwasanaeth
services-teams-team = Tîm
services-teams-save = Cadw
services-teams-saved = Mae { $service } nawr yn mynd i { $team }.
services-teams-unknown = Dewiswch un o'r timau.
services-teams-version = Fersiwn
services-teams-state = Ar-lein?
services-teams-choose = Tîm { $service }
