title = Rhoi gwybod am broblem yn y stryd
summary = Tyllau yn y ffordd, goleuadau stryd, sbwriel, baw ci, graffiti, draeniau, coed a cherbydau wedi'u gadael.
start = Dywedwch wrthym beth sydd o'i le a ble mae'r broblem. Nid oes rhaid i chi roi eich enw. Mae'n cymryd tua thair munud.

page-description = Unrhyw beth arall?
page-hole = Am y twll
page-light = Am y golau
page-rubbish = Am y sbwriel
page-graffiti = Am y graffiti
page-vehicle = Am y cerbyd

question-kind = Beth yw'r broblem?
option-kind-pothole = Twll yn y ffordd
option-kind-pavement = Palmant wedi torri neu'n anwastad
option-kind-street-light = Golau stryd
option-kind-litter = Sbwriel, neu stryd y mae angen ei glanhau
option-kind-fly-tip = Sbwriel wedi'i ddympio (tipio anghyfreithlon)
option-kind-dog-mess = Baw ci
option-kind-graffiti = Graffiti
option-kind-drain = Draen wedi blocio neu lifogydd
option-kind-tree = Coeden neu berth
option-kind-sign = Arwydd, rhwystr neu fainc
option-kind-vehicle = Cerbyd wedi'i adael
option-kind-trolley = Troli siopa wedi'i adael
option-kind-other = Rhywbeth arall

question-hurt_now = A allai rhywun gael niwed difrifol ar hyn o bryd?
question-hurt_now-hint = Er enghraifft: gwifrau noeth, twll dwfn iawn, coeden ar fin cwympo, caead draen ar goll.
question-hurt_now-short = Gallai niweidio rhywun nawr
question-hurt_now-yes = Gallai
question-hurt_now-no = Na allai

question-place = Ble mae'r broblem?
question-place-hint = Rhowch y stryd a rhif y tŷ agosaf, siop neu nodwedd arall. Ychwanegwch y cod post os ydych yn ei wybod.

question-hole_depth = Pa mor ddwfn yw'r twll?
option-hole_depth-golf-ball = Llai na phêl golff
option-hole_depth-fist = Tua mor ddwfn â dwrn
option-hole_depth-deeper = Yn ddyfnach na hynny
option-hole_depth-not-sure = Nid wyf yn siŵr
question-hole_where = Ym mhle mae'r twll?
option-hole_where-road = Y ffordd
option-hole_where-cycle-lane = Lôn feicio
option-hole_where-crossing = Croesfan
option-hole_where-pavement = Y palmant

question-light_fault = Beth sydd o'i le ar y golau?
option-light_fault-out = Nid yw'n dod ymlaen
option-light_fault-on-in-day = Mae ymlaen yng ngolau dydd
option-light_fault-flickering = Mae'n fflachio neu'n wan
option-light_fault-damaged = Mae'r postyn neu'r lamp wedi'i ddifrodi
option-light_fault-wires = Gellir gweld gwifrau
question-column_number = Beth yw'r rhif ar y postyn?
question-column_number-hint = Mae fel arfer ar blât bach tua uchder pen.

question-rubbish_what = Beth sydd wedi'i ddympio?
option-rubbish_what-bags = Bagiau o sbwriel
option-rubbish_what-furniture = Dodrefn, matres neu oergell
option-rubbish_what-building = Gwastraff adeiladu
option-rubbish_what-garden = Gwastraff gardd
option-rubbish_what-tyres = Teiars
option-rubbish_what-chemicals = Cemegau, olew, poteli nwy neu asbestos
option-rubbish_what-needles = Nodwyddau
option-rubbish_what-other = Rhywbeth arall
question-rubbish_size = Faint sydd yno?
option-rubbish_size-bag = Un bag neu un peth
option-rubbish_size-boot = Llond cist car
option-rubbish_size-van = Llond fan
option-rubbish_size-lorry = Llond lori neu fwy

question-offensive = A yw'n sarhaus neu'n bygwth rhywun?
question-offensive-hint = Er enghraifft: hiliol, rhywiol, neu wedi'i anelu at rywun.
question-offensive-yes = Ydy
question-offensive-no = Nac ydy
question-graffiti_on = Ar beth mae'r graffiti?
option-graffiti_on-council = Rhywbeth y mae'r cyngor yn gofalu amdano
option-graffiti_on-private = Tŷ, siop neu wal breifat
option-graffiti_on-not-sure = Nid wyf yn siŵr

question-plate = Beth yw rhif cofrestru'r cerbyd?
question-plate-hint = Gadewch hwn yn wag os nad oes un.
question-vehicle_looks = Sut mae'n edrych?
question-vehicle_looks-hint = Er enghraifft: car bach coch â theiars fflat.
question-vehicle_since = Pryd y gwelsoch ef yno gyntaf?

question-description = A oes unrhyw beth arall y dylem ei wybod?
question-photos = Lluniau
question-photos-hint = Mae llun yn dangos i ni beth sydd o’i le a ble. Peidiwch â chynnwys wynebau pobl os gallwch.

reason-usual = Dyma ein hamser arferol ar gyfer y math hwn o broblem.
reason-hurt-now = Dywedasoch wrthym y gallai rhywun gael niwed difrifol.
reason-wires = Mae gwifrau noeth yn beryglus, felly rydym yn dod ar unwaith.
reason-harmful = Gallai'r hyn a ddympiwyd niweidio pobl neu anifeiliaid.
reason-offensive = Rydym yn tynnu graffiti sarhaus o fewn un diwrnod gwaith.
reason-deep = Mae'r twll yn ddigon dwfn i ddifrodi olwyn neu i rywun gwympo.
reason-trip = Gall gris neu fwlch mor ddwfn â hynny mewn palmant wneud i rywun gwympo.
reason-clean = Mae'r timau glanhau strydoedd yn dod o fewn tri diwrnod gwaith.
reason-light = Caiff goleuadau stryd eu trwsio o fewn pum diwrnod gwaith.
reason-vehicle = Mae'r gyfraith yn gofyn i ni chwilio am y perchennog cyn symud cerbyd.
reason-trunk-road = Cefnffordd yw hon, a National Highways sy'n gofalu amdani.
reason-outside = Mae'r lle y tu allan i'n hardal.
reason-ours = Mae'r lle yn ein hardal.
reason-cleaning-team = Y tîm glanhau strydoedd sy'n delio â hyn.
reason-lighting-team = Y tîm goleuadau stryd sy'n delio â hyn.
reason-trees-team = Y tîm coed a pharciau sy'n delio â hyn.
reason-parking-team = Y tîm parcio sy'n delio â cherbydau wedi'u gadael.
reason-highways-team = Y tîm priffyrdd sy'n delio â hyn.

to-national-highways = National Highways
to-national-highways-tell = Gallwch eu ffonio ar 0300 123 5000 unrhyw bryd.
to-other-council = y cyngor ar gyfer yr ardal honno
to-other-council-find = Dod o hyd i'r cyngor hwnnw ar GOV.UK
to-other-council-link = https://www.gov.uk/find-local-council

outcome-mended = Wedi'i drwsio neu ei glirio
outcome-made-safe = Wedi'i wneud yn ddiogel, atgyweiriad llawn i ddilyn
outcome-nothing-found = Aethom yno heb ddod o hyd i unrhyw broblem
outcome-planned = Nid yw'n frys: mae ar ein rhestr o waith wedi'i gynllunio
outcome-not-ours = Nid ein cyfrifoldeb ni: wedi'i drosglwyddo

next = Rydym yn edrych ar eich adroddiad ac yn anfon rhywun i'w weld. Os rhoesoch e-bost neu rif ffôn, byddwn yn dweud wrthych beth wnaethom.

# Yr hyn mae'r rheolau'n ei gyfrifo o'r atebion.
compute-here = Mae yn ardal y cyngor hwn
compute-trunk_road = Mae'r lle ar draffordd neu gefnffordd: rhoesoch enw'r ffordd, neu mae'r safle o fewn 50 metr i'w chanol
compute-harmful = Mae nodwyddau neu gemegau yn y sbwriel

delegated-seen-mended = Cau adroddiad fel un wedi’i drwsio pan fydd llun yn dangos hynny, oni bai y gallai rhywun gael niwed
handover-street-works-messages = Maen nhw’n dod o hyd iddo’n gynt gyda’r hyn rydych chi’n ei ysgrifennu wedyn.
seen-mended-picture = Llun sy’n dangos ei fod wedi’i drwsio
