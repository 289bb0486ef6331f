# Apwyntiadau.

## Ble mae'n sefyll
appointments-state-booked = I ddod
appointments-state-cancelled = Wedi’i ganslo
appointments-state-came = Roedd yno
appointments-state-missed = Ni ddaeth

## Beth ddigwyddodd
appointments-fact-booked = Trefnwyd apwyntiad
appointments-fact-moved = Symudwyd apwyntiad
appointments-fact-cancelled = Canslwyd apwyntiad
appointments-fact-came = Daeth i apwyntiad
appointments-fact-missed = Ni ddaeth i apwyntiad
appointments-fact-erased = Anghofiwyd pwy oedd piau’r apwyntiad

## Beth y gellir ei drefnu
appointments-title = Trefnu apwyntiad
appointments-lead = Dewiswch beth yw’r pwrpas. Cewch weld yr amserau cyn dweud wrthym pwy ydych chi.
appointments-minutes = { $count ->
    [one] 1 munud
   *[other] { $count } munud
}
appointments-without = Heb apwyntiad
appointments-without-why = Cewch ddod unrhyw bryd. Cedwir rhan o amser y rhai sy’n helpu i bobl heb apwyntiad.
appointments-without-where = Ble i ddod, a phryd

## Amserau
appointments-takes = Mae’n cymryd tua { $count ->
    [one] 1 munud.
   *[other] { $count } munud.
}
appointments-what = Pwrpas
appointments-when = Pryd
appointments-where = Ble
appointments-how = Sut
appointments-way-in-person = Wyneb yn wyneb
appointments-way-phone = Dros y ffôn: byddwn yn eich ffonio
appointments-needs = Beth sy’n helpu
appointments-needs-ask = Beth sy’n eich helpu yno?
appointments-language = Iaith
appointments-language-ask = Pa iaith ddylem ni ei siarad?
appointments-language-hint = Lle nad oes neb yno’n ei siarad, gofynnwn i gyfieithydd ymuno. Nid yw’n costio dim i chi.
appointments-language-any = Saesneg
appointments-interpreter = { $language }, gyda chyfieithydd
appointments-bring = Beth i’w gael gyda chi
appointments-show = Dangos amserau
appointments-times = Amserau y gallwch eu trefnu
appointments-weeks = Wythnosau eraill
appointments-earlier = Amserau cynharach
appointments-later = Amserau hwyrach
appointments-no-calls = Gofynasoch i ni beidio â’ch ffonio, felly ni ddangosir amserau dros y ffôn. Dewiswch ddod wyneb yn wyneb, neu newidiwch yr hyn y gofynasoch amdano.
appointments-calls-after = Gofynasoch i ni eich ffonio o { $hour } ymlaen yn unig, felly ni ddangosir amserau cynharach dros y ffôn.
appointments-calls-change = Newid yr hyn y gofynasoch amdano
appointments-none = Nid oes amser ar ôl yr wythnos hon i’r hyn a ddewisoch. Edrychwch ar amserau hwyrach, dewiswch lai, neu ffoniwch { $phone }.
appointments-none-here = Nid oes amser ar ôl yr wythnos hon. Edrychwch ar amserau hwyrach.
appointments-kept = Cedwir { $percent }% o amser y rhai sy’n gwneud hyn i bobl heb apwyntiad: cewch hefyd ddod heb drefnu.
appointments-lost = Mae rhywun arall newydd drefnu’r amser hwnnw, neu mae’n rhy fuan. Dewiswch un arall.

## I bwy mae
appointments-details = I bwy mae’r apwyntiad?
appointments-other-times = Amserau eraill
appointments-gone = Mae rhywun arall newydd drefnu’r amser hwnnw. Dewiswch un arall: mae popeth a deipioch yma o hyd
appointments-nearest = Yr amserau agosaf sydd ar ôl
appointments-name = Enw
appointments-name-empty = Teipiwch enw
appointments-reach = Cewch adael y rhain yn wag. Gydag un ohonynt, byddwn yn cadarnhau’r apwyntiad ac yn dweud wrthych os bydd rhywbeth yn newid.
appointments-reach-call = Byddwn yn ffonio’r rhif hwn ar yr amser a ddewisoch.
appointments-phone = Rhif ffôn
appointments-phone-to-ring = Rhif ffôn i’w alw
appointments-phone-empty = Teipiwch y rhif y dylem ei ffonio
appointments-phone-wrong = Teipiwch rif ffôn, fel 07700 900123 neu 01632 960123
appointments-email = Cyfeiriad e-bost
appointments-email-wrong = Teipiwch gyfeiriad e-bost fel name@post.example
appointments-book = Trefnu

## Ei dudalen ei hun
appointments-booked = Mae eich apwyntiad wedi’i drefnu
appointments-cancelled = Cafodd yr apwyntiad hwn ei ganslo
appointments-came = Roeddech yn yr apwyntiad hwn
appointments-missed = Ni ddaethoch i’r apwyntiad hwn
appointments-reference = Cyfeirnod: { $reference }
appointments-we-ring = Byddwn yn ffonio { $phone }
appointments-told = Rydym wedi anfon cadarnhad atoch gyda dolen i’r dudalen hon.
appointments-note-it = Nodwch y cyfeirnod a’r amser, neu cadwch gyfeiriad y dudalen hon: dyma’r unig ffordd yn ôl ati.
appointments-calendar = Ei ychwanegu at eich calendr
appointments-change = Os na allwch ddod
appointments-move = Dewis amser arall
appointments-cancel = Ei ganslo
appointments-cancel-why = Yna gall rhywun arall gael yr amser. Ni ellir dadwneud hyn, ond cewch drefnu eto.
appointments-cancel-now = Ie, ei ganslo
appointments-again = Trefnu apwyntiad arall
appointments-ring-us = Cewch hefyd ei newid dros y ffôn: { $phone }.
appointments-moved = Mae eich apwyntiad ar yr amser newydd.
appointments-late = Ni wnaed hynny: cafodd ei newid yn y cyfamser, neu mae wedi dechrau. Dyma sut mae’n sefyll nawr.
appointments-back = Yr apwyntiad
appointments-now-at = Nawr mae ar { TREIGLAD($when) }.
appointments-then-at = A ddylai fod ar { TREIGLAD($when) } yn lle hynny?
appointments-move-now = Ie, ei symud

## Negeseuon
appointments-told-booked-subject = Eich apwyntiad: { $what }, { $when }
appointments-told-booked-body = Mae eich apwyntiad wedi’i drefnu: { $what }.

    Pryd: { $when }

    Ble: { $where }

    { $bring }

    Gyda’r ddolen cewch ddewis amser arall, ei ganslo, neu ei ychwanegu at eich calendr.
appointments-told-booked-text = { $council }: { $what }, { $when }, { $where }. Newid neu ganslo:
appointments-told-moved-subject = Mae eich apwyntiad ar amser newydd: { $when }
appointments-told-moved-body = Symudwyd eich apwyntiad: { $what }.

    Pryd: { $when }

    Ble: { $where }

    { $bring }
appointments-told-moved-text = { $council }: amser newydd: { $when }. { $what }, { $where }.
appointments-told-cancelled-subject = Canslwyd eich apwyntiad: { $what }, { $when }
appointments-told-cancelled-body = Canslwyd eich apwyntiad: { $what }, { $when }.

    Cewch drefnu un arall unrhyw bryd, neu ddod heb drefnu.
appointments-told-cancelled-text = { $council }: canslwyd: { $what }, { $when }.
