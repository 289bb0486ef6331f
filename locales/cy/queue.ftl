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
queue-fact-text-asked = Gadawodd rif ar gyfer neges destun pan fyddai’r tro yn agos
queue-fact-text-dropped = Tynnodd yn ôl y rhif ar gyfer neges destun
queue-fact-told-near = Anfonwyd neges destun bod y tro yn agos
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

## A text when the turn is near
queue-text-title = Cael neges destun pan fydd eich tro yn agos
queue-text-why = Gadewch rif ffôn symudol, ac arhoswch lle mynnoch. Byddwn yn anfon un neges destun ato pan fydd eich tro yn agos.
queue-text-consent = Defnyddiwn y rhif ar gyfer yr un neges hon yn unig. Byddwn yn ei ddileu pan ddaw eich ymweliad i ben, erbyn hanner nos fan bellaf. Gallwch ei dynnu’n ôl unrhyw bryd.
queue-text-number = Rhif ffôn symudol
queue-text-hint = Er enghraifft 07700 900123
queue-text-send = Anfonwch un neges destun ataf
queue-text-to = Byddwn yn anfon un neges destun i’r rhif sy’n gorffen â { $end } pan fydd eich tro yn agos.
queue-text-stop = Peidiwch ag anfon neges destun ataf
queue-text-sent = Anfonwyd neges destun atoch am { $time }: mae eich tro yn agos.
queue-text-back = Yn ôl i’ch tocyn
queue-text-empty = Rhowch rif ffôn symudol, neu ewch yn ôl i’ch tocyn
queue-text-shape = Rhowch rif ffôn symudol, fel 07700 900123
queue-text-landline = Ni allwn anfon neges destun i’r rhif hwn. Rhowch rif ffôn symudol
queue-text-near = { $council }: tocyn { $ticket }, { $site }. Mae eich tro yn agos. Dewch nawr, os gwelwch yn dda.

## Pa mor dda yw’r amseroedd aros
queue-accuracy-title = Pa mor dda yw ein hamseroedd aros
queue-accuracy-why = Dywedir wrth bawb sy’n cymryd tocyn pa mor hir y bydd. Rydym yn cadw’r hyn a ddywedwyd ac yn ei gymharu â’r amser go iawn. Dyma’r pedair wythnos ddiwethaf.
queue-accuracy-few = Mae rhy ychydig o bobl wedi dod hyd yma i ddweud.
queue-accuracy-count = Dywedwyd wrth { $count } o bobl, ac fe’u galwyd wedyn.
queue-accuracy-held = Galwyd { $share }% ohonynt yn yr amser a ddywedwyd. Ein nod yw 80%.
queue-accuracy-early = Galwyd { $share }% yn gynharach nag a ddywedwyd.
queue-accuracy-wrong = Ar gyfartaledd roeddem { $wrong } munud allan, ac roedd yr amser a roddwyd yn { $wide } munud o led.

## Y bwrdd
queue-board-ticket = Tocyn
queue-board-desk = Desg
queue-board-room = Ystafell
queue-board-come = Dewch nawr, os gwelwch yn dda
queue-board-before = Galwyd o'r blaen
queue-board-wait = Arhoswch nes bod eich rhif i'w weld yma
queue-board-stale = Nid yw'r sgrin hon yn gyfredol. Gofynnwch i aelod o staff.
queue-board-sound = Troi'r sain ymlaen

## Yr hyn a gyhoeddir
queue-open-title = Lleoedd y gallwch ddod iddynt
queue-open-lead = Ym mhob lle mae un ciw, gydag un rheol i bawb. Cyhoeddir y rheol yma.
queue-rule-title = Pwy sy'n cael ei alw pryd: { $site }
queue-rule-lead = Mae un ciw, a dyma ei reol.
queue-rule-first = Y cyntaf i ddod yw'r cyntaf i gael ei alw. Mae'r cloc yn dechrau wrth y drws.
queue-rule-desks-differ = Ni all pob desg helpu gyda phopeth. Felly gall rhif ar ôl eich un chi gael ei alw at ddesg na all eich helpu.
queue-rule-secret = Mae'r byrddau'n dangos rhifau a desgiau, byth enw na'r rheswm pam mae rhywun yn cael ei alw.
queue-rule-opening = Oriau agor
queue-rule-closed = Ar gau
queue-rule-desks = Desgiau, a'r hyn y maent yn helpu gydag ef
queue-rule-step-free = Heb risiau
queue-rule-partners = Eraill yn yr adeilad, a'u dyddiau
queue-rule-edition = Dyma argraffiad { $count } o'r rheol.
queue-day-mon = Dydd Llun
queue-day-tue = Dydd Mawrth
queue-day-wed = Dydd Mercher
queue-day-thu = Dydd Iau
queue-day-fri = Dydd Gwener
queue-day-sat = Dydd Sadwrn
queue-day-sun = Dydd Sul
queue-rule-aim = Rydym am eich gweld o fewn { $count } munud i chi ddod i mewn.
queue-rule-appointment = Gydag apwyntiad cewch eich galw fel pe baech wedi dod { $count } munud cyn hynny.
queue-rule-late = Os ydych fwy na { $count } munud yn hwyr, byddwch yn aros fel pawb arall.
queue-rule-need = cewch eich galw fel pe baech wedi dod { $count } munud yn gynharach.
queue-rule-bound = Ni chaiff neb a ddaeth yn ddiweddarach ei alw o'ch blaen fwy na { $count } gwaith.
