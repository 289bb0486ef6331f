# Y ciw.

## Beth ddigwyddodd
queue-fact-joined = Cafodd docyn
queue-fact-called = Galwyd
queue-fact-recalled = Galwyd eto
queue-fact-began = Gwelwyd
queue-fact-no-show = Ni ddaeth pan alwyd
queue-fact-back = Daeth yn ôl
queue-fact-parked = Aeth i nôl rhywbeth
queue-fact-moved = Pasiwyd ymlaen
queue-fact-triaged = Gofynnwyd beth sydd ei angen
queue-fact-merged = Gwelwyd gyda rhywun arall
queue-fact-stepped-out = Aeth allan am eiliad
queue-fact-left = Gadawodd
queue-fact-finished = Daeth yr ymweliad i ben

## Sefyllfa ymweliad
queue-state-waiting = Yn aros
queue-state-called = Wedi galw
queue-state-serving = Yn cael sylw
queue-state-parked = Yn nôl rhywbeth
queue-state-done = Wedi cael sylw
queue-state-left = Wedi gadael
queue-state-no-show = Heb ddod
queue-state-merged = Wedi cael sylw gyda rhywun arall

## Y ciosg
queue-kiosk-title = Croeso
queue-kiosk-begin = Cyffyrddwch yma i ddechrau
queue-kiosk-what = Am beth rydych chi wedi dod?
queue-kiosk-shut = Rydym ar gau nawr. Gallwch gymryd tocyn er hynny, a bydd rhywun yn eich gweld pan agorwn.
queue-kiosk-again = Dechrau eto
queue-kiosk-ring = Os oes angen rhywun arnoch, gofynnwch wrth y ddesg neu ffoniwch
queue-kiosk-low = Gosod y botymau yn is
queue-kiosk-high = Rhoi’r botymau yn ôl
queue-kiosk-still = Ydych chi yno o hyd?
queue-kiosk-still-why = Bydd y sgrin hon yn mynd yn ôl i’r dechrau mewn 20 eiliad.
queue-kiosk-still-yes = Ydw, ewch ymlaen
queue-kiosk-finish = Gorffen
queue-kiosk-yours = Dyma eich tocyn
queue-kiosk-picture = Cyfeiriad eich tocyn, ar gyfer camera ffôn
queue-kiosk-phone = Pwyntiwch gamera eich ffôn yma i fynd â’r tocyn gyda chi. Neu cofiwch y rhif: caiff ei alw ar y bwrdd.
queue-kiosk-not-set-up = Nid yw’r ddyfais hon wedi’i gosod fel ciosg. Cymerwch docyn yn y dderbynfa, neu gofynnwch i aelod o staff.

## Tudalen yr ymwelydd
queue-ticket-title = Tocyn { $ticket }
queue-ticket-waiting = Rydych yn aros.
queue-ticket-called = Eich tro chi yw hi nawr.
queue-ticket-desk = Dewch i ddesg { $desk }.
queue-ticket-serving = Mae rhywun yn eich gweld nawr.
queue-ticket-parked = Ewch yn ôl at y ddesg pan fydd gennych yr hyn sydd ei angen. Cewch eich galw eto.
queue-ticket-done = Mae eich ymweliad wedi dod i ben. Diolch am ddod.
queue-ticket-left = Rydych wedi gadael y ciw. Os dewch yn ôl heddiw, dangoswch y dudalen hon yn y dderbynfa a byddwch yn cadw eich lle.
queue-ticket-no-show = Cawsoch eich galw ond ni ddaethoch. Dangoswch y dudalen hon yn y dderbynfa: byddwch yn cadw eich lle.
queue-ticket-merged = Cewch eich gweld gyda rhywun o’ch teulu.
queue-ticket-ahead = { $count ->
    [0] Chi sydd nesaf.
    [one] Mae un person o’ch blaen.
    [two] Mae dau berson o’ch blaen.
   *[other] Mae { $count } o bobl o’ch blaen.
}
queue-ticket-range = Bydd yn cymryd { $low } i { $high } munud arall.
queue-ticket-about = Bydd yn cymryd tua { $count } munud arall.
queue-ticket-within = Bydd yn cymryd { $count } munud ar y mwyaf.
queue-ticket-nobody-can-say = Nid oes desg ar agor ar gyfer hyn nawr, felly ni all neb ddweud pa mor hir y bydd.
queue-ticket-back-by = Os ewch allan, byddwch yn ôl erbyn { $time }.
queue-ticket-late = Rwy’n rhedeg yn hwyr
queue-ticket-late-why = Ni fydd neb yn eich galw yn y cyfamser, a byddwch yn cadw eich lle.
queue-ticket-out = Mae angen { $count } munud arnaf
queue-ticket-out-until = Ni fyddwn yn eich galw cyn { $time }. Rydych yn cadw eich lle.
queue-ticket-back = Rwy’n ôl
queue-ticket-go = Ni allaf aros mwyach
queue-ticket-go-why = Byddwch yn gadael y ciw. Dywedwch wrthym pam unrhyw bryd: rydym yn cyfrif pawb sy’n gadael heb gael eu gweld.
queue-ticket-go-now = Gadael y ciw
queue-ticket-too-late = Ni ellid gwneud hynny mwyach. Dyma’r sefyllfa nawr.

## Pa mor dda yw’r amseroedd aros
queue-accuracy-title = Pa mor dda yw ein hamseroedd aros
queue-accuracy-why = Dywedir wrth bawb sy’n cymryd tocyn pa mor hir y bydd. Rydym yn cadw’r hyn a ddywedwyd ac yn ei gymharu â’r amser go iawn. Dyma’r pedair wythnos ddiwethaf.
queue-accuracy-few = Mae rhy ychydig o bobl wedi dod hyd yma i ddweud.
queue-accuracy-count = Dywedwyd wrth { $count } o bobl, ac fe’u galwyd wedyn.
queue-accuracy-held = Galwyd { $share }% ohonynt yn yr amser a ddywedwyd. Ein nod yw 80%.
queue-accuracy-early = Galwyd { $share }% yn gynharach nag a ddywedwyd.
queue-accuracy-wrong = Ar gyfartaledd roeddem { $wrong } munud allan, ac roedd yr amser a roddwyd yn { $wide } munud o led.
