# Mewngofnodi, creu cyfrif, a chyfrif y preswylydd ei hun.

residents-sign-in = Mewngofnodi
residents-sign-in-intro = Teipiwch eich cyfeiriad e-bost neu eich rhif ffôn symudol. Byddwn yn anfon cod atoch i fewngofnodi.
residents-sign-up = Creu cyfrif
residents-sign-up-intro = Teipiwch eich cyfeiriad e-bost neu eich rhif ffôn symudol. Byddwn yn anfon cod i wneud yn siŵr mai chi biau ef.
residents-sign-in-password = Mewngofnodi gyda chyfrinair
residents-address = Cyfeiriad e-bost neu rif ffôn symudol
residents-address-hint = Er enghraifft enw@post.example neu 07700 900123
residents-send-code = Anfonwch god ataf
residents-use-password = Mewngofnodi gyda chyfrinair yn lle hynny
residents-use-code = Mewngofnodi gyda chod yn lle hynny
residents-have-account = Oes gennych chi gyfrif yn barod?
residents-no-account = Heb gyfrif eto?
residents-not-needed = Does dim angen cyfrif i ddefnyddio gwasanaeth unwaith.

residents-address-empty = Teipiwch eich cyfeiriad e-bost neu eich rhif ffôn symudol
residents-address-shape = Teipiwch gyfeiriad e-bost, fel enw@post.example, neu rif ffôn, fel 07700 900123
residents-address-landline = Allwn ni ddim anfon neges destun i'r rhif hwn. Teipiwch gyfeiriad e-bost neu rif ffôn symudol
residents-address-no-texts = Ni allwn anfon negeseuon testun eto. Teipiwch gyfeiriad e-bost, neu ffoniwch ni ar { $phone }
residents-email-empty = Teipiwch gyfeiriad e-bost
residents-email-shape = Teipiwch gyfeiriad e-bost fel enw@post.example
residents-phone-empty = Teipiwch rif ffôn
residents-phone-shape = Teipiwch rif ffôn, fel 07700 900123 neu 01632 960123
residents-codes-too-many = { $minutes ->
    [one] Rydym wedi anfon sawl cod yno'n barod. Defnyddiwch yr un diweddaraf, neu gofynnwch eto mewn munud
   *[other] Rydym wedi anfon sawl cod yno'n barod. Defnyddiwch yr un diweddaraf, neu gofynnwch eto ymhen { $minutes } munud
 }
residents-codes-linked = { $minutes ->
    [one] Rydym wedi anfon sawl cod yno'n barod. Mae dolen yn y neges ddiweddaraf sy'n gweithio heb god. Neu gofynnwch eto mewn munud
   *[other] Rydym wedi anfon sawl cod yno'n barod. Mae dolen yn y neges ddiweddaraf sy'n gweithio heb god. Neu gofynnwch eto ymhen { $minutes } munud
 }
residents-codes-sign-in = { $minutes ->
    [one] Rydym wedi anfon sawl neges yno'n barod. Mewngofnodwch ac ni fydd angen un arnoch, neu gofynnwch eto mewn munud
   *[other] Rydym wedi anfon sawl neges yno'n barod. Mewngofnodwch ac ni fydd angen un arnoch, neu gofynnwch eto ymhen { $minutes } munud
 }
residents-too-many = { $minutes ->
    [one] Bu gormod o geisiadau. Rhowch gynnig arall arni mewn munud, neu mewngofnodwch gyda chod
   *[other] Bu gormod o geisiadau. Rhowch gynnig arall arni ymhen { $minutes } munud, neu mewngofnodwch gyda chod
 }

residents-code = Edrychwch ar eich negeseuon
residents-code-sent = Rydym wedi anfon cod chwe digid at
residents-code-lasts = Mae'n ddilys am 10 munud. Gall gymryd munud i'ch cyrraedd.
residents-code-label = Cod
residents-code-missing = Heb gael dim byd?
residents-code-again = Anfon cod newydd
residents-address-other = Defnyddio cyfeiriad e-bost neu rif arall
residents-continue = Parhau
residents-code-shape = Teipiwch y cod chwe digid a anfonwyd atoch
residents-code-wrong = { $left ->
    [one] Nid dyma'r cod. Cewch roi un cynnig arall arni
    [two] Nid dyma'r cod. Cewch roi dau gynnig arall arni
   *[other] Nid dyma'r cod. Cewch roi { $left } chynnig arall arni
 }
residents-code-over = Nid yw'r cod hwn yn ddilys mwyach. Gofynnwch am un newydd
residents-link = Parhau heb god
residents-link-sent = Anfonwyd y ddolen hon at
residents-link-intro = Pwyswch y botwm i barhau. Mae'n gweithio unwaith.
residents-link-over = Nid yw'r ddolen hon yn ddilys mwyach
residents-link-over-intro = Mae'n gweithio am awr, ac unwaith yn unig. Cewch ofyn am god newydd.
residents-link-again = Gofyn am god newydd

residents-details-new = Amdanoch chi
residents-details-new-intro = Byddwch yn mewngofnodi gyda
residents-name = Enw
residents-name-hint = Beth ddylem ni eich galw chi?
residents-name-empty = Teipiwch eich enw
residents-name-long = Caiff eich enw fod hyd at { $most } nod
residents-name-marks = Teipiwch eich enw gyda llythrennau yn unig. Mae marciau cudd ynddo
residents-name-changed = Newidiwyd yr enw i { $name } yn y cyfamser. Cadwch eto i'w newid
residents-make-account = Creu fy nghyfrif

residents-password = Cyfrinair
residents-password-optional = Cyfrinair (dewisol)
residents-password-hint = 10 nod neu fwy. Mae tri gair na fyddai neb ond chi yn eu rhoi gyda'i gilydd yn dda. Heb gyfrinair byddwn yn anfon cod atoch bob tro.
residents-password-empty = Teipiwch eich cyfrinair
residents-password-wrong = Nid yw'r cyfeiriad e-bost, y rhif neu'r cyfrinair yn gywir. Rhowch gynnig arall arni, neu mewngofnodwch gyda chod
residents-password-short = Rhaid i'ch cyfrinair fod yn { $least } nod neu fwy
residents-password-long = Caiff eich cyfrinair fod hyd at { $most } nod
residents-password-common = Dyma gyfrinair y mae pobl yn ei ddyfalu gyntaf. Dewiswch un arall
residents-password-own = Ni chaiff eich cyfrinair fod yn enw i chi, yn gyfeiriad i chi nac yn enw'r cyngor
residents-password-repeated = Mae'r cyfrinair hwn yn ailadrodd ei hun. Dewiswch un arall
residents-password-run = Rhes o fysellau neu rifau yw'r cyfrinair hwn. Dewiswch un arall
residents-password-set = Wedi ei osod
residents-password-none = Heb ei osod. Byddwn yn anfon cod atoch bob tro
residents-password-choose = Dewis cyfrinair
residents-password-change = Newid eich cyfrinair
residents-password-intro = Ar ôl hyn byddwch yn dal wedi mewngofnodi yma, ac wedi allgofnodi ym mhobman arall.
residents-password-current = Eich cyfrinair nawr
residents-password-current-wrong = Nid dyma eich cyfrinair nawr
residents-password-new = Cyfrinair newydd
residents-password-remove = Dileu'r cyfrinair
residents-password-remove-intro = Teipiwch eich cyfrinair nawr uchod. O hynny ymlaen byddwn yn anfon cod atoch bob tro.

residents-details = Eich manylion
residents-change = Newid
residents-none = Heb ei roi
residents-email = Cyfeiriad e-bost
residents-email-change-hint = Byddwn yn anfon cod i'r cyfeiriad newydd.
residents-phone = Rhif ffôn
residents-phone-change-hint = Byddwn yn anfon cod i rif ffôn symudol. Cedwir rhif llinell dir er mwyn i ni allu eich ffonio.
residents-phone-landline = { $number } (ar gyfer galwadau yn unig)
residents-phone-last = Ychwanegwch gyfeiriad e-bost yn gyntaf. Heb un ni allech fewngofnodi gyda llinell dir
residents-remove = Ei ddileu
residents-address-last = Mae angen un cyfeiriad e-bost neu rif ffôn symudol arnoch i fewngofnodi. Ychwanegwch un arall yn gyntaf, wedyn dileu hwn.
residents-address-taken = Mae'r cyfeiriad hwn gan gyfrif arall. Mewngofnodwch gydag ef i weld y cyfrif hwnnw
residents-language = Iaith
residents-language-hint = Ar gyfer y tudalennau hyn a phopeth a anfonwn atoch.
residents-language-empty = Dewiswch iaith
residents-save = Cadw

residents-sessions = Ble rydych wedi mewngofnodi
residents-sessions-intro = Gorffennwch un nad ydych yn ei adnabod, wedyn newidiwch eich cyfrinair.
residents-session-begun = Mewngofnodwyd { $when }.
residents-session-seen = Defnyddiwyd ddiwethaf { $when }.
residents-session-this = Dyma ble rydych chi nawr
residents-session-end = Ei orffen
residents-sessions-end = Gorffen y lleill i gyd

residents-done-name = Mae eich enw wedi ei newid.
residents-done-email = Mae eich cyfeiriad e-bost wedi ei newid.
residents-done-phone = Mae eich rhif ffôn wedi ei newid.
residents-done-email-removed = Mae eich cyfeiriad e-bost wedi ei ddileu.
residents-done-phone-removed = Mae eich rhif ffôn wedi ei ddileu.
residents-done-password = Mae eich cyfrinair wedi ei osod. Rydych wedi allgofnodi ym mhobman arall.
residents-done-password-removed = Mae eich cyfrinair wedi ei ddileu. Byddwn yn anfon cod atoch bob tro.
residents-done-language = Mae eich iaith wedi ei newid.
residents-done-sessions = Rydych wedi allgofnodi yno.

residents-fact-joined = Crëwyd cyfrif
residents-fact-signed-in = Mewngofnodwyd
residents-fact-sign-in-failed = Ceisiodd rhywun fewngofnodi a methu
residents-fact-changed = Newidiwyd manylion y cyfrif
residents-fact-exported = Rhoddwyd popeth a gedwir mewn ffeil
residents-fact-erasure-asked = Gofynnwyd am ddileu
residents-fact-erased = Dilëwyd y manylion personol
residents-fact-held = Rhoddwyd ataliad cyfreithiol
residents-fact-released = Daeth yr ataliad cyfreithiol i ben

residents-told-hello = Helo,
residents-told-dear = Annwyl { $name },
residents-told-link = Gweler yma:
residents-told-closing = { $council }
    Ffôn { $phone }
residents-told-code-subject = Eich cod: { $code }
residents-told-code-body = Eich cod yw { $code }. Mae'n ddilys am { $minutes } munud.

    Teipiwch ef ar ein tudalen ni yn unig. Fyddwn ni byth yn gofyn amdano ar y ffôn. Os na ofynnoch am god, peidiwch â gwneud dim.
residents-told-code-text = { $code } yw eich cod ar gyfer { $council }. Mae'n ddilys am { $minutes } munud. Peidiwch â'i ddweud wrth neb.
residents-told-last-code-subject = Eich cod: { $code }
residents-told-last-code-body = Eich cod yw { $code }. Mae'n ddilys am { $minutes } munud.

    Gofynnwyd am sawl cod mewn amser byr, felly ni fyddwn yn anfon rhagor am hyd at awr. Does dim wedi'i gloi: drwy'r amser hwnnw bydd y ddolen isod yn eich gadael i mewn heb god.

    Defnyddiwch y ddau ar ein tudalen ni yn unig. Fyddwn ni byth yn gofyn amdanynt ar y ffôn. Os na ofynnoch am god, peidiwch â gwneud dim.
residents-told-last-code-text = { $code } yw eich cod ar gyfer { $council }. Mae'n ddilys am { $minutes } munud. Am yr awr nesaf bydd y ddolen hon yn eich gadael i mewn heb god. Peidiwch â'i rhoi i neb.
residents-told-address-subject = Nid dyma gyfeiriad eich cyfrif mwyach
residents-told-address-body = Ar { TREIGLAD($when) } tynnwyd y cyfeiriad hwn oddi ar eich cyfrif, neu rhoddwyd un arall yn ei le.

    Os nad chi wnaeth hynny, ffoniwch ni ar { $phone }.
residents-told-address-text = { $council }: ar { TREIGLAD($when) } tynnwyd y rhif hwn oddi ar eich cyfrif neu rhoddwyd un arall yn ei le. Os nad chi wnaeth hynny, ffoniwch { $phone }.
residents-told-password-subject = Newidiwyd eich cyfrinair
residents-told-password-body = Ar { TREIGLAD($when) } gosodwyd, newidiwyd neu dilëwyd cyfrinair eich cyfrif.

    Os nad chi wnaeth hynny, ffoniwch ni ar { $phone }.
residents-told-password-text = { $council }: ar { TREIGLAD($when) } gosodwyd, newidiwyd neu dilëwyd eich cyfrinair. Os nad chi wnaeth hynny, ffoniwch { $phone }.
