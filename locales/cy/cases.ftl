# Dilyn cais.

cases-reference = Eich cyfeirnod:
cases-now = Ble mae pethau nawr
cases-promised = Addawyd erbyn
cases-owner = Gan bwy mae'r cais
cases-next-action = Y peth nesaf a wnawn, erbyn
cases-next-action-past = Roeddem yn bwriadu gwneud y peth nesaf erbyn
cases-next-past = { $next }. Mae'r diwrnod hwnnw wedi mynd heibio.
cases-place = Ble
cases-outcome = Canlyniad
cases-late = Rydym yn hwyr. Dywedasom y byddem yn gwneud hyn erbyn { $due } ac nid ydym wedi gwneud hynny. Mae'n ddrwg gennym. Byddwn yn rhoi dyddiad newydd i chi.
cases-stale = Nid yw hyn wedi symud ymlaen fel y dylai. Roeddem yn bwriadu gwneud y peth nesaf erbyn { $next }. Mae arweinydd y tîm yn gweld hynny hefyd.
cases-promise-replaced = Cyn hynny roeddem wedi dweud { $due }.
cases-owner-team = Y tîm: { $team }
cases-owner-person = { $person }, { $team }
cases-with = Heblaw ni
cases-with-asked = Gofynnwyd i { $name } wneud hyn, { $since }. Nid ydynt wedi ateb eto.
cases-with-accepted = Mae { $name } yn gwneud hyn drosom, ers { $since }. Eu cyfeirnod nhw yw { $reference }.
cases-with-planned = Mae { $name } yn gwneud hyn drosom. Maen nhw'n bwriadu ei wneud erbyn { $date }. Eu cyfeirnod nhw yw { $reference }.
cases-with-started = Mae { $name } yn gwneud hyn drosom, ac wedi dechrau. Eu cyfeirnod nhw yw { $reference }.
cases-with-delayed = Mae { $name } yn gwneud hyn drosom, ac maen nhw'n hwyr. Y dyddiad newydd yw { $date }. Eu cyfeirnod nhw yw { $reference }.
cases-with-messages = Mae’r hyn rydych chi’n ei ysgrifennu atom yma yn mynd at { $name } hefyd, tra bydd ganddyn nhw.
cases-undated = Ni wyddom pryd y rhoddwyd gwybod am hyn gyntaf. Y dyddiad a ddangosir yw'r dyddiad y cawsom ef.

cases-answers = Yr hyn a ddywedoch wrthym
cases-contact-way = Cysylltu â mi drwy
cases-contact-way-email = E-bost
cases-contact-way-text = Neges destun
cases-contact-way-call = Galwad ffôn
cases-contact-way-letter = Llythyr
cases-contact-way-none = Peidiwch â chysylltu â mi
cases-contact-address = Anfon llythyrau i

cases-status-open = Rydym wrthi
cases-status-waiting = Mae angen rhywbeth gennych chi
cases-status-decided = Wedi penderfynu
cases-status-passed-on = Nid ein gwaith ni
cases-status-closed = Wedi gorffen
cases-status-withdrawn = Wedi'i dynnu'n ôl
cases-status-words-open = Rhaid i rywun yma wneud y peth nesaf. Nid oes angen i chi wneud dim.
cases-status-words-waiting = Rydym wedi gofyn rhywbeth i chi. Atebwch isod.
cases-status-words-decided = Rydym wedi penderfynu. Gallwch ddarllen y canlyniad isod. Gall fod gwaith ar ôl i'w wneud.
cases-status-words-passed-on = Nid ein gwaith ni yw hyn. Rydym wedi ei drosglwyddo i { $to }. Gofynnwch iddynt hwy sut mae'n mynd.
cases-status-words-not-passed-on = Nid ein gwaith ni yw hyn, ac ni allwn ei drosglwyddo. Rhowch wybod i { $to } eich hun. { $how }
cases-status-words-closed = Rydym wedi gorffen hyn.
cases-status-words-withdrawn = Rydych wedi tynnu hyn yn ôl. Ni wnawn ddim mwy.

cases-messages = Negeseuon
cases-messages-none = Dim negeseuon eto.
cases-messages-older = Dangos negeseuon cynharach
cases-message-new = Newydd
cases-message-title = Ysgrifennwch atom
cases-message-label = Ysgrifennwch atom am hyn
cases-message-send = Anfon neges
cases-message-kept = Mae’r rhain yn mynd gyda hi
cases-message-file-again = Nid yw ffeil a ychwanegoch yn gynharach yn cael ei chadw yma mwyach. Dewiswch hi eto.
cases-message-files = Lluniau neu ddogfennau (gallwch adael hwn allan)
cases-message-empty = Teipiwch eich neges
cases-done-message = Rydym wedi cael eich neges.
cases-done-withdrawn = Rydych wedi tynnu hyn yn ôl.
cases-done-reopened = Rydym wedi agor hyn eto.

cases-happened = Beth ddigwyddodd
cases-older = Dangos beth ddigwyddodd cyn hynny

cases-event-opened-for = Fe wnaethom ei lenwi ar eich rhan, fel y gofynnoch
cases-event-opened = Cawsom y cais
cases-event-imported = Wedi'i gymryd o restr arall
cases-event-joined = Rhoddodd rhywun arall wybod am yr un peth
cases-event-joined-you = Rhoesoch chi wybod hefyd
cases-event-joined-again = Rhoddodd yr un person wybod eto
cases-event-passed-on = Wedi ei dderbyn; nid ein gwaith ni
cases-event-assigned-team = Wedi'i roi i { $team }
cases-event-assigned-person = Wedi'i roi i { $person } yn { $team }
cases-event-handed-over = Gofynnwyd i { $name } ei wneud
cases-event-handed-taken-back = Cymerwyd yn ôl oddi wrth { $name }
cases-event-handed-accepted = Mae { $name } wedi ei dderbyn. Eu cyfeirnod nhw yw { $reference }
cases-event-handed-refused = Ni all { $name } ei wneud. Rydym yn chwilio am ffordd arall
cases-event-handed-planned = Mae { $name } yn bwriadu ei wneud erbyn { $date }
cases-event-handed-started = Mae { $name } wedi dechrau
cases-event-handed-delayed = Mae { $name } yn hwyr. Y dyddiad newydd yw { $date }
cases-event-handed-done = Mae { $name } wedi gorffen: { $outcome }
cases-event-noted = Nodyn
cases-event-messaged = Neges
cases-event-messaged-email = E-bost
cases-event-messaged-post = Llythyr
cases-event-asked = Gofynnwyd cwestiwn
cases-event-called-rung = Gwnaethom eich ffonio
cases-event-called-written = Gwnaethom ysgrifennu atoch
cases-event-called-met = Gwnaethom siarad â chi
cases-event-called-left-word = Gwnaethom adael neges i chi
cases-event-called-no-answer = Gwnaethom eich ffonio ac ni atebodd neb
cases-event-planned = Y peth nesaf i'w wneud erbyn { $due }
cases-event-promised = Dyddiad newydd wedi'i addo: { $due }
cases-event-late = Dywedasom ein bod yn hwyr
cases-event-decided = Penderfynwyd: { $outcome }
cases-event-decided-delegated = Penderfynwyd: { $outcome }, o dan { $scheme } o’r cynllun dirprwyo
cases-on-the-spot-money = , { $amount }
cases-event-closed = Wedi gorffen
cases-event-reopened = Wedi'i agor eto
cases-event-withdrawn = Wedi'i dynnu'n ôl
cases-event-erased = Mae'r geiriau hyn wedi'u dileu.
cases-by-you = Chi
cases-by-council = Y cyngor
cases-by-resident = Y preswylydd
cases-by-somebody = Rhywun arall

cases-withdraw-heading = Os nad oes angen hyn arnoch mwyach
cases-withdraw-link = Tynnu'r cais yn ôl
cases-withdraw-not = Ni ellir tynnu hyn yn ôl yma. Ysgrifennwch atom neu ffoniwch ni.
cases-withdraw-shared = Rhoddodd pobl eraill wybod am yr un peth, felly mae'n aros ar agor.
cases-withdraw-title = Tynnu hyn yn ôl
cases-withdraw-words = Byddwn yn rhoi'r gorau i weithio arno. { $days ->
    [one] Gallwch ei agor eto tan ddiwedd yfory.
    [two] Gallwch ei agor eto am ddau ddiwrnod.
   *[other] Gallwch ei agor eto am { $days } diwrnod.
}
cases-withdraw-for-good = Byddwn yn rhoi'r gorau i weithio arno. Ni allwch ei agor eto wedyn.
cases-withdraw-reason = Pam? Nid oes rhaid i chi ddweud
cases-withdraw-button = Tynnu'n ôl
cases-withdraw-keep = Ei gadw
cases-reopen-heading = Os nad yw wedi'i ddatrys
cases-reopen-heading-withdrawn = Os oes ei angen arnoch wedi'r cwbl
cases-reopen-until = Gallwch agor hyn eto tan { TREIGLAD($until) }.
cases-reopen-button = Ei agor eto
cases-reopen-title = Agor hyn eto
cases-reopen-words = Dywedwch wrthym beth sy'n dal o'i le. Byddwn yn rhoi dyddiad newydd i chi.
cases-reopen-reason = Beth sy'n dal o'i le?
cases-reopen-empty = Dywedwch wrthym beth sy'n dal o'i le
cases-reopen-send = Ei agor eto
cases-appeal = Os nad ydych yn cytuno

cases-refused-ended = Mae hwn wedi dod i ben. Rhaid ei agor eto yn gyntaf.
cases-refused-live = Mae hwn ar agor yn barod. Gallwch ysgrifennu atom ar ei dudalen.
cases-refused-withdraw = Ni ellir tynnu hwn yn ôl mwyach: rhoddodd rhywun arall wybod am yr un peth, neu mae wedi dod i ben. Ysgrifennwch atom ar ei dudalen, neu ffoniwch ni.
cases-refused-reopen = Mae'r amser i agor hwn eto wedi dod i ben. Gwnewch gais newydd, neu ffoniwch ni.

cases-received-title = Rydym wedi ei gael
cases-received-reference = Eich cyfeirnod
cases-received-sent = Anfonwyd ar { TREIGLAD($when) }
cases-received-next = Beth sy'n digwydd nesaf
cases-received-joined = Roedd rhywun eisoes wedi dweud wrthym am hyn. Rydym wedi eich ychwanegu, a byddwn yn dweud wrthych pan fydd newyddion.
cases-received-due = Rydym yn addo gwneud hyn erbyn { $due }.
cases-received-email = Rydym wedi anfon copi at { $to }.
cases-received-text = Rydym wedi anfon neges destun at { $to }.
cases-received-rung = Pan fydd newyddion, byddwn yn eich ffonio ar { $phone }.
cases-received-no-copy = Ni allwn anfon copi atoch. Ysgrifennwch y cyfeirnod. Ffoniwch ni ar { $phone } ag ef a dywedwn wrthych sut mae'n mynd.
cases-received-follow = Dilyn eich cais
cases-received-account = Cadw popeth mewn un lle
cases-received-account-words = Gyda chyfrif gallwch weld eich holl geisiadau a negeseuon ar unrhyw ddyfais.
cases-received-account-link = Creu cyfrif
cases-received-how = Sut i'w ddilyn
cases-received-how-words = Cadwch y cyfeirnod hwn. Gydag ef a'r e-bost neu'r rhif ffôn a roesoch, gallwch weld sut mae'n mynd.

cases-track-title = Dilyn cais
cases-track-words = Mae angen y cyfeirnod a roesom i chi. Anfonwn god at yr e-bost neu'r rhif ffôn symudol a roesoch gydag ef.
cases-track-reference = Cyfeirnod
cases-track-reference-hint = Naw llythyren a rhif, fel 4KD 93T 7QM
cases-track-reference-empty = Teipiwch y cyfeirnod
cases-track-contact = E-bost neu rif ffôn
cases-track-contact-hint = Yr un a roesoch i ni
cases-track-send = Anfonwch god ataf
cases-track-phone = Dim e-bost na ffôn symudol? Ffoniwch ni ar { $phone } a darllenwch y cyfeirnod i ni. Dywedwn wrthych sut mae'n mynd.
cases-track-landline = Ni allwn anfon cod at y rhif hwnnw. Ffoniwch ni ar { $phone } a darllenwch y cyfeirnod i ni. Dywedwn wrthych sut mae'n mynd.
cases-code-title = Teipiwch y cod
cases-code-words = Os yw'r cyfeirnod a'r cyfeiriad yn perthyn i'w gilydd, rydym wedi anfon cod chwe rhif at:
cases-code-label = Cod
cases-code-hint = Mae'n ddilys am 10 munud
cases-code-send = Ymlaen
cases-code-again = Gofyn am god newydd

# Dywedir drwy e-bost neu neges destun.
cases-told-opened-subject = Mae eich cais { $reference } gennym
cases-told-opened-body = Mae eich cais gennym: { $title }.

    Eich cyfeirnod yw { $reference }.

    Rydym yn addo gwneud hyn erbyn { $due }.

    Beth sy'n digwydd nesaf: { $next }
cases-told-opened-text = { $council }: mae eich cais { $reference } gennym. Rydym yn addo ei wneud erbyn { $due }.
cases-told-joined-subject = Mae eich adroddiad { $reference } gennym
cases-told-joined-body = Roedd rhywun eisoes wedi dweud wrthym am hyn: { $title }.

    Rydym wedi eich ychwanegu. Eich cyfeirnod chi yw { $reference }.

    Rydym yn addo gwneud hyn erbyn { $due }, a dywedwn wrthych pan fydd newyddion.
cases-told-joined-text = { $council }: roedd rhywun eisoes wedi dweud wrthym. Eich cyfeirnod yw { $reference }. Addawyd erbyn { $due }.
cases-told-passed-on-subject = Mae eich cais { $reference } gyda rhywun arall
cases-told-passed-on-body = Nid ein gwaith ni yw eich cais: { $title }.

    Rydym wedi ei drosglwyddo i { $to }. Gofynnwch iddynt hwy sut mae'n mynd.

    Eich cyfeirnod gyda ni yw { $reference }.
cases-told-passed-on-text = { $council }: rydym wedi trosglwyddo eich cais { $reference } i { $to }.
cases-told-not-passed-on-subject = Mae eich cais { $reference } ar gyfer rhywun arall
cases-told-not-passed-on-body = Nid ein gwaith ni yw eich cais: { $title }.

    Ni allwn ei drosglwyddo. Rhowch wybod i { $to } eich hun. { $how }

    Eich cyfeirnod gyda ni yw { $reference }.
cases-told-not-passed-on-text = { $council }: nid ein gwaith ni yw eich cais { $reference } ac ni allwn ei drosglwyddo. Rhowch wybod i { $to }. { $how }
cases-told-asked-subject = Mae angen rhywbeth gennych chi: { $reference }
cases-told-asked-body = Mae gennym gwestiwn am eich cais: { $title }.

    { $text }

    Atebwch ar dudalen eich cais. Eich cyfeirnod yw { $reference }.
cases-told-asked-text = { $council }: mae gennym gwestiwn am eich cais { $reference }. Atebwch yma:
cases-told-message-subject = Neges am eich cais { $reference }
cases-told-message-body = Rydym wedi ysgrifennu atoch am eich cais: { $title }.

    { $text }
cases-told-message-text = { $council }: mae neges am eich cais { $reference }:
cases-told-files = Ffeiliau gyda’r neges hon, hefyd ar dudalen eich cais: { $names }
cases-told-promised-subject = Dyddiad newydd i'ch cais { $reference }
cases-told-promised-body = Ni allwn wneud hyn erbyn y diwrnod a ddywedasom, { $before }: { $title }.

    Rydym nawr yn addo ei wneud erbyn { $due }. Y rheswm: { $reason }

    Mae'n ddrwg gennym ei fod yn cymryd mwy o amser.
cases-told-promised-text = { $council }: dyddiad newydd i { $reference }: { $due }. Mae'n ddrwg gennym am yr oedi.
cases-told-sooner-subject = Dyddiad cynharach i'ch cais { $reference }
cases-told-sooner-body = Gallwn wneud hyn yn gynt na'r diwrnod a ddywedasom, { $before }: { $title }.

    Rydym nawr yn addo ei wneud erbyn { $due }. Y rheswm: { $reason }
cases-told-sooner-text = { $council }: newyddion da am { $reference }. Rydym nawr yn ei addo erbyn { $due }.
cases-told-late-subject = Rydym yn hwyr gyda'ch cais { $reference }
cases-told-late-body = Addawsom wneud hyn erbyn { $due }, ac nid ydym wedi ei wneud: { $title }.

    { $led ->
        [yes] Mae'n ddrwg gennym. Mae arweinydd y tîm wedi cael gwybod. Ysgrifennwn atoch gyda dyddiad newydd.
       *[no] Mae'n ddrwg gennym. Ysgrifennwn atoch gyda dyddiad newydd.
    }
cases-told-late-text = { $council }: rydym yn hwyr gyda { $reference }, a addawyd erbyn { $due }. Mae'n ddrwg gennym. Rhoddwn ddyddiad newydd i chi.
cases-told-decided-subject = Rydym wedi penderfynu am eich cais { $reference }
cases-told-decided-body = Rydym wedi penderfynu am eich cais: { $title }.

    Y canlyniad: { $outcome }

    { $reason }
cases-told-decided-text = { $council }: canlyniad { $reference }: { $outcome }.
cases-told-decided-appeal-subject = Rydym wedi penderfynu am eich cais { $reference }
cases-told-decided-appeal-body = Rydym wedi penderfynu am eich cais: { $title }.

    Y canlyniad: { $outcome }

    { $reason }

    Os nad ydych yn cytuno: { $appeal }
cases-told-decided-appeal-text = { $council }: canlyniad { $reference }: { $outcome }. Mae sut i anghytuno ar ei dudalen.
cases-told-handed-planned-subject = Mae dyddiad ar gyfer eich cais { $reference }
cases-told-handed-planned-body = Mae hyn am eich cais: { $title }.

    Mae { $name } yn gwneud hyn drosom. Maen nhw'n bwriadu ei wneud erbyn { $date }.

    { $reason }
cases-told-handed-planned-text = { $council }: mae { $name } yn bwriadu gwneud eich cais { $reference } erbyn { $date }.
cases-told-handed-started-subject = Mae'r gwaith ar eich cais { $reference } wedi dechrau
cases-told-handed-started-body = Mae hyn am eich cais: { $title }.

    Mae { $name } yn gwneud hyn drosom, ac wedi dechrau.

    { $reason }
cases-told-handed-started-text = { $council }: mae { $name } wedi dechrau ar eich cais { $reference }.
cases-told-handed-delayed-subject = Mae eich cais { $reference } yn cymryd mwy o amser
cases-told-handed-delayed-body = Mae hyn am eich cais: { $title }.

    Mae { $name } yn gwneud hyn drosom, ac maen nhw'n hwyr. Y dyddiad newydd yw { $date }. Mae'n ddrwg gennym.

    { $reason }
cases-told-handed-delayed-text = { $council }: mae { $name } yn hwyr gyda'ch cais { $reference }. Y dyddiad newydd yw { $date }. Mae'n ddrwg gennym.
cases-told-closed-subject = Mae eich cais { $reference } wedi gorffen
cases-told-closed-body = Rydym wedi gorffen gyda hyn: { $title }.

    Y canlyniad: { $outcome }

    Os nad yw wedi'i ddatrys, efallai y gallwch ei agor eto ar ei dudalen.
cases-told-closed-text = { $council }: mae eich cais { $reference } wedi gorffen. Canlyniad: { $outcome }.
cases-told-reopened-subject = Mae eich cais { $reference } ar agor eto
cases-told-reopened-body = Rydym wedi agor hyn eto: { $title }.

    Rydym yn addo ei wneud erbyn { $due }.
cases-told-reopened-text = { $council }: mae eich cais { $reference } ar agor eto. Addawyd erbyn { $due }.
cases-told-reopened-why-subject = Mae eich cais { $reference } ar agor eto
cases-told-reopened-why-body = Rydym wedi agor hyn eto: { $title }.

    Y rheswm: { $reason }

    Rydym yn addo ei wneud erbyn { $due }.
cases-told-reopened-why-text = { $council }: mae eich cais { $reference } ar agor eto. Addawyd erbyn { $due }.
cases-told-withdrawn-subject = Rydych wedi tynnu eich cais { $reference } yn ôl
cases-told-withdrawn-body = Rydych wedi tynnu hyn yn ôl: { $title }. Ni wnawn ddim mwy.
cases-told-withdrawn-text = { $council }: rydych wedi tynnu eich cais { $reference } yn ôl.

cases-kept-title = Ein haddewidion, a gadwyd ac a dorrwyd
cases-kept-lead = Pan fyddwch yn gofyn i ni am rywbeth, rydym yn addo ei wneud erbyn diwrnod penodol. Yma gallwch weld pa mor aml rydym yn cadw at ein gair.
cases-kept-headline = O { $promises } o addewidion, cadwyd { $percent }.
cases-kept-period = Dyma'r addewidion a ddaeth yn ddyledus rhwng { $from } a { $until }. Rydym yn cyfrif wrth i bethau ddigwydd; bydd heddiw yn cyfrif o yfory ymlaen.
cases-kept-picture = Addewidion a gadwyd, fesul gwasanaeth
cases-kept-legend = Y bar yw'r gyfran o addewidion a gadwyd gennym. Mae'r llinell denau ar draws ei ben yn dangos pa mor sicr yw'r rhif: y lleiaf o geisiadau, yr hiraf yw'r llinell.
cases-kept-promised = Rydym yn addo:
cases-kept-range = o { $low } i { $high }
cases-kept-too-few = Rhy ychydig o addewidion i'w dangos
cases-kept-table = Ceisiadau, a sawl diwrnod gwaith maent yn ei gymryd
cases-kept-service = Gwasanaeth
cases-kept-requests = Ceisiadau
cases-kept-share = Addewidion a gadwyd
cases-kept-half = Hanner wedi'u gwneud o fewn
cases-kept-nine = Naw o bob deg wedi'u gwneud o fewn
cases-kept-moved = Wedi cael dyddiad hwyrach
cases-kept-late-now = Yn hwyr a heb eu gwneud nawr
cases-kept-all = Pob gwasanaeth
cases-kept-few = llai na 5
cases-kept-same-day = yr un diwrnod
cases-kept-longer = dros 60
cases-kept-not-yet = ddim eto
cases-kept-how = Sut rydym yn cyfrif
cases-kept-note-first = Yr addewid yw'r dyddiad cyntaf a rown. Nid yw dyddiad hwyrach yn troi addewid a dorrwyd yn un a gadwyd; caiff ei gyfrif wrth ei ochr.
cases-kept-note-open = Mae unrhyw beth sydd wedi pasio ei ddyddiad a heb ei wneud yn cyfrif fel addewid a dorrwyd.
cases-kept-note-again = Mae cais sy'n cael ei agor eto yn cyfrif fel un heb ei wneud, nes iddo gael ei wneud eto. Mae ei ddiwrnodau'n rhedeg o'r adeg y daeth i mewn gyntaf.
cases-kept-note-stopped = Mae cais a dynnwyd yn ôl, neu a basiwyd ymlaen am nad ein gwaith ni ydyw, yn cael ei gyfrif fel cais ac nid fel addewid.
cases-kept-note-days = Diwrnod gwaith yw dydd Llun i ddydd Gwener heb wyliau banc. Ystyr “Hanner wedi'u gwneud o fewn 3” yw bod hanner wedi cymryd tri diwrnod gwaith neu lai.
cases-kept-note-range = “O 82% i 89%” yw'r ystod sy'n cynnwys y gyfran barhaol 95 gwaith o bob 100 (cyfwng Wilson).
cases-kept-note-few = I ddiogelu preifatrwydd pobl nid ydym yn dangos rhifau o un i bedwar.
cases-kept-note-undated = Daeth { $number } o adroddiadau o system arall heb ddweud pryd y cawsant eu gwneud. Nid ydynt yn yr un o'r ffigurau hyn.
cases-kept-data = Yr un ffigurau fel data (JSON)

cases-file-waiting = Rydym yn dal i’w gwirio am firysau. Gellir ei hagor wedi hynny.
cases-file-infected = Cawsom hyd i firws ynddi a’i dileu.
cases-file-gone = Nid yw’n cael ei chadw mwyach.
cases-event-file-infected = Cafwyd hyd i firws mewn ffeil, a dilëwyd y ffeil
