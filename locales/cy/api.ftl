api-title = I bobl sy’n adeiladu rhaglenni
api-page-intro = Gall rhaglenni ddarllen a gwneud yma yr hyn y mae pobl yn ei wneud ar ein tudalennau, o dan yr un rheolau.
api-page-document = Y disgrifiad ar gyfer rhaglenni (OpenAPI 3.1)
api-page-keys = Allweddi
api-page-keys-words = Mae rhaglen yn dod ag allwedd yn y pennyn “Authorization: Bearer”. Mae allwedd yn gwneud yr hyn y caiff ei deiliad ei wneud, a dim mwy na’r hyn y mae ei chwmpas yn ei ddweud.
api-page-operations = Beth sydd yma
api-keys-title = Allweddi i raglenni
api-keys-intro = Gall rhaglen sydd â’ch allwedd ddarllen a gwneud yma yr hyn y gallwch chi, cyn belled ag y mae’r allwedd yn ei ganiatáu. Peidiwch â’i rhoi i neb arall, a dewch â hi i ben pan na fydd ei hangen arnoch.
api-keys-made = Dyma’ch allwedd. Dim ond unwaith y byddwn yn ei dangos: copïwch hi nawr.
api-keys-yours = Eich allweddi
api-keys-made-on = Gwnaed: { $when }.
api-keys-used = Defnyddiwyd ddiwethaf: { $when }.
api-keys-unused = Heb ei defnyddio erioed.
api-keys-expires = Yn gweithio hyd: { $when }.
api-keys-ended = Daeth i ben: { $when }.
api-keys-over = Mae ei hamser wedi dod i ben.
api-keys-end = Dod â hi i ben
api-keys-earlier = Allweddi cynharach nad ydynt yn gweithio mwyach
api-keys-new = Gwneud allwedd
api-keys-name = At ba ddiben mae hi?
api-keys-name-hint = Er mwyn i chi wybod yn nes ymlaen pa un i ddod â hi i ben.
api-keys-name-empty = Dywedwch at ba ddiben mae’r allwedd
api-keys-name-taken = Mae gennych allwedd â’r enw hwn eisoes. Rhowch enw arall i hon
api-keys-too-many = Mae gennych gynifer o allweddi ag y caiff neb eu cael. Dewch ag un i ben yn gyntaf
api-keys-scopes = Beth gaiff hi ei wneud?
api-keys-scopes-empty = Dewiswch beth gaiff yr allwedd ei wneud
api-keys-scope-own-read = Darllen fy nghyfrif a’m ceisiadau
api-keys-scope-own-write = Anfon ceisiadau ac ysgrifennu amdanynt ar fy rhan
api-keys-scope-desk-read = Darllen wrth y ddesg yr hyn y caf i ei ddarllen
api-keys-scope-desk-write = Gwneud wrth y ddesg yr hyn y caf i ei wneud
api-keys-scope-hooks = Gweld beth ddywedwyd wrth systemau eraill, a’i ddweud wrthynt eto
api-keys-until = Am ba hyd y dylai weithio?
api-keys-until-empty = Dewiswch am ba hyd y dylai’r allwedd weithio
api-keys-days = { $days } diwrnod
api-keys-make = Gwneud yr allwedd

# Dywedir hyn drwy e-bost neu neges destun pan wnaed allwedd.
api-told-key-subject = Gwnaed allwedd ar gyfer rhaglen
api-told-key-body = Gwnaeth rhywun sydd wedi mewngofnodi i’ch cyfrif allwedd ar gyfer rhaglen. Gyda hi gall y rhaglen ddarllen neu wneud yma yr hyn y mae’r allwedd yn ei ddweud.

    Os nad chi wnaeth hynny, terfynwch yr allwedd o dan “Allweddi ar gyfer rhaglenni” yn eich cyfrif, neu ffoniwch ni ar { $phone }.
api-told-key-text = { $council }: gwnaed allwedd ar gyfer rhaglen ar eich cyfrif. Os nad chi wnaeth hynny, ffoniwch { $phone }.
