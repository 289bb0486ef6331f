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
residents-sessions-intro = Gorffennwch un nad ydych yn ei adnabod, wedyn newidiwch eich cyfrinair. Mae hynny’n terfynu eich allweddi ar gyfer rhaglenni hefyd, fel y mae gorffen y lleill i gyd.
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
residents-fact-imported = Trosglwyddwyd o gofrestr arall
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
residents-told-answer = Gallwch hefyd ateb yr e-bost hwn. Mae’r hyn a ysgrifennwch yn mynd at eich cais, a lluniau gydag ef.
residents-told-closing = { $council }
    Ffôn { $phone }
residents-told-code-subject = Eich cod: { $code }
residents-told-code-body = Eich cod yw { $code }. Mae'n ddilys am { $minutes } munud.

    Teipiwch ef ar ein tudalen ni yn unig. Fyddwn ni byth yn gofyn amdano ar y ffôn. Os na ofynnoch am god, peidiwch â gwneud dim.
residents-told-code-text = { $code } yw eich cod ar gyfer { $council }. Mae'n ddilys am { $minutes } munud. Peidiwch â'i ddweud wrth neb.
residents-told-read-out-subject = Cod i'w ddarllen yn uchel: { $code }
residents-told-read-out-body = Eich cod yw { $code }. Mae'n ddilys am { $minutes } munud.

    Rydych yn siarad â rhywun yn { $council } a ofynnodd i ni ei anfon. Darllenwch ef yn uchel iddynt. Os nad ydych yn siarad â ni nawr, peidiwch â'i ddweud wrth neb: gall rhywun fod yn gofyn yn eich enw chi.
residents-told-read-out-text = { $code } yw'r cod i'w ddarllen i { $council }, os ydych yn siarad â ni nawr. Os nad ydych, peidiwch â'i ddweud wrth neb.
residents-told-join-code-subject = Cod i ddangos mai chi biau dau gyfrif: { $code }
residents-told-join-code-body = Eich cod yw { $code }. Mae'n ddilys am { $minutes } munud.

    Gofynnodd rhywun sydd wedi mewngofnodi i gyfrif arall amdano. Bydd pwy bynnag sy'n ei deipio yno yn gweld popeth yn eich cyfrif. Teipiwch ef dim ond os chi biau'r cyfrif hwnnw hefyd, a dim ond ar ein tudalen ni ein hunain.

    Nid ydym byth yn gofyn amdano dros y ffôn. Os na ofynnoch am god, peidiwch â gwneud dim, a pheidiwch â'i ddweud wrth neb: gall rhywun fod yn gofyn yn eich enw chi.
residents-told-join-code-text = Mae { $code } yn dangos i { $council } mai chi biau dau gyfrif. Bydd pwy bynnag sy'n ei deipio yn gweld popeth yn hwn. Os na ofynnoch amdano, peidiwch â'i ddweud wrth neb.
residents-told-join-read-out-subject = Cod i'w ddarllen yn uchel, am ddau gyfrif: { $code }
residents-told-join-read-out-body = Eich cod yw { $code }. Mae'n ddilys am { $minutes } munud.

    Rydych yn siarad â rhywun yn { $council } am ddau gyfrif. Darllenwch ef iddynt dim ond os chi biau'r ddau: o hynny ymlaen bydd y naill yn dangos popeth o'r llall.

    Os nad ydych yn siarad â ni nawr, peidiwch â'i ddweud wrth neb: gall rhywun fod yn gofyn yn eich enw chi.
residents-told-join-read-out-text = { $code } yw'r cod i'w ddarllen i { $council }, os ydych yn siarad â ni nawr am ddau gyfrif a chi biau'r ddau. Os nad ydych, peidiwch â'i ddweud wrth neb.
residents-told-join-subject = Ai chi biau cyfrif arall hefyd?
residents-told-join-body = Rydym yn meddwl bod gennych gyfrif arall gyda ni. Nid yw'r naill gyfrif yn dangos dim o'r llall, ac ni ddangoswyd dim o'ch manylion i neb.

    Os chi biau'r cyfrif: mewngofnodwch i'r un mwyaf newydd a gofynnwch am god yno. Daw i'r cyfrif hwn.

    Os nad chi biau'r cyfrif: mewngofnodwch i'r cyfrif hwn, agorwch y dudalen isod a dewiswch “Nid fi yw hwn”, neu ffoniwch ni ar { $phone }.
residents-told-join-text = { $council }: rydym yn meddwl bod gennych gyfrif arall gyda ni. Ni ddangoswyd dim o'ch manylion. Os nad oes gennych, dywedwch hynny yn eich cyfrif neu ffoniwch { $phone }.
residents-told-join-proved-subject = Mae dau o'ch cyfrifon yn dangos yr un peth nawr
residents-told-join-proved-body = Dangoswyd i ni mai chi biau cyfrif arall hefyd. O hyn ymlaen mae'r naill a'r llall yn dangos ceisiadau'r ddau.

    Os nad chi wnaeth hynny, mewngofnodwch i'r cyfrif hwn, agorwch y dudalen isod a dewiswch “Nid fi yw hwn”, neu ffoniwch ni ar { $phone }. O hynny ymlaen ni fydd y naill yn dangos dim o'r llall.
residents-told-join-proved-text = { $council }: mae cyfrif arall nawr yn dangos eich ceisiadau, am y dangoswyd mai chi biau'r cyfrif. Os nad chi wnaeth hynny, dywedwch hynny yn eich cyfrif neu ffoniwch { $phone }.
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

residents-needs = Beth sy’n eich helpu
residents-needs-some = Rydych wedi dweud wrthym beth sy’n helpu
residents-needs-none = Dim wedi’i ddweud
residents-done-needs = Mae’r hyn sy’n eich helpu wedi’i gadw.
residents-needs-lead = Dywedwch wrthym unwaith beth sy’n gwneud delio â ni’n anodd a beth fyddai’n helpu. Yna byddwn yn gwneud hynny ym mhob llythyr, neges a galwad.
residents-needs-why = Nid oes rhaid ateb dim, ac nid oes neb yn gofyn am brawf. Gallwch newid neu dynnu’n ôl bob ateb yma ar unrhyw adeg.
residents-needs-barriers = Beth sy’n ei gwneud yn anodd?
residents-needs-barriers-hint = Dewiswch bob un sy’n wir.
residents-needs-help = Beth fyddai’n helpu?
residents-needs-interpreter = A oes angen cyfieithydd ar y pryd arnoch?
residents-needs-interpreter-none = Nac oes
residents-needs-calls = A gawn ni eich ffonio?
residents-needs-calls-any = Cewch, yn ein horiau agor
residents-needs-calls-from = Cewch, ond dim ond ar ôl { $hour }
residents-needs-calls-never = Na, peidiwch byth â’m ffonio
residents-needs-channel = Sut dylem ddweud pethau wrthych?
residents-needs-channel-hint = Os dewiswch un ffordd, ni ddefnyddiwn un arall.
residents-needs-channel-any = Mae unrhyw ffordd yn iawn
residents-needs-only-email = Drwy e-bost yn unig
residents-needs-only-text = Drwy neges destun yn unig
residents-needs-only-letter = Drwy lythyr yn unig
residents-needs-only-phone = Dros y ffôn yn unig: ffoniwch fi
residents-needs-write-to = Cyfeiriad diogel ar gyfer llythyrau
residents-needs-write-to-hint = Dim ond os na ddylai llythyrau fynd i’ch cartref. Heb eich enw; y llinell olaf yw’r cod post.
residents-needs-write-to-wrong = Ysgrifennwch y cyfeiriad mewn dwy i chwe llinell, a’r olaf yn god post fel EM1 1AA
residents-needs-copy-name = Rhywun sy’n cael copi: ei enw
residents-needs-copy-hint = Maent yn cael copi o’r hyn a ddywedwn wrthych am eich ceisiadau. Gofynnwch iddynt yn gyntaf.
residents-needs-copy-email = Eu cyfeiriad e-bost
residents-needs-copy-name-empty = Ysgrifennwch enw’r sawl sy’n cael copi
residents-needs-copy-email-empty = Ysgrifennwch gyfeiriad e-bost y sawl sy’n cael copi
residents-needs-choice = Dewiswch o’r atebion sydd yno
residents-needs-no-email = Nid oes gennym gyfeiriad e-bost i chi. Ychwanegwch un yn gyntaf, neu dewiswch ffordd arall
residents-needs-no-mobile = Nid oes gennym rif ffôn symudol i chi. Ychwanegwch un yn gyntaf, neu dewiswch ffordd arall
residents-needs-no-phone = Nid oes gennym rif ffôn i chi. Ychwanegwch un yn gyntaf, neu dewiswch ffordd arall
residents-needs-rung-or-not = Dywedoch hefyd na ddylem byth eich ffonio. Newidiwch un o’r ddau
residents-needs-changed = Newidiodd rhywun yr atebion hyn ers i chi agor y dudalen. Mae’r hyn sydd wedi’i gadw nawr ar y diwedd; edrychwch dros eich rhai chi a chadwch eto
residents-needs-consent = Os ydych yn cytuno
residents-needs-consent-words = Gall rhai o’r atebion hyn fod am eich iechyd. Dim ond os cytunwch y cadwn nhw. Mae ein staff yn eu gweld er mwyn gwneud yr hyn a ofynnwch. Ni chânt eu defnyddio at ddim arall: byth yn eich erbyn, nac ar gyfer unrhyw benderfyniad am arian neu ddirwyon. Maent yn mynd pan fyddwch yn eu tynnu’n ôl.
residents-needs-agree = Rwy’n cytuno bod y cyngor yn cadw’r atebion hyn ac yn gweithredu arnynt
residents-needs-agree-empty = Ticiwch y blwch os cytunwch. I gael dim wedi’i gadw, tynnwch bob ateb yn ôl
residents-needs-told = Yr hyn a ddywedoch wrthym
residents-needs-by-you = Dywedoch wrthym ar { TREIGLAD($when) }.
residents-needs-by-staff = Ysgrifennodd aelod o’n staff hyn ar eich rhan ar { TREIGLAD($when) }.
residents-needs-offered = Rydym yn cynnig mwy o help i chi.
residents-needs-offered-by = Oherwydd y rheol hon: { $rule }.
residents-needs-offered-how = Ffoniwch { $phone } neu dewch atom: bydd un ohonom yn llenwi unrhyw ffurflen gyda chi neu ar eich rhan.
residents-needs-line-large-print = Llythyrau mewn print bras
residents-needs-line-no-calls = Dim galwadau ffôn
residents-needs-line-calls-after = Galwadau ffôn ar ôl { $hour } yn unig
residents-needs-line-interpreter = Cyfieithydd ar y pryd: { $language }
residents-needs-line-sign-language = Cyfieithydd Iaith Arwyddion Prydain
residents-needs-line-write-to = Mae llythyrau’n mynd i { $address }
residents-needs-line-copy-to = Mae copi’n mynd at { $whom }
residents-needs-may-large-print = Llythyrau mewn print bras
residents-needs-may-no-calls = Dim galwadau ffôn
residents-needs-may-calls-after = Galwadau ffôn ar ôl awr a enwch yn unig
residents-needs-may-interpreter = Cyfieithydd ar y pryd
residents-needs-may-sign-language = Cyfieithydd Iaith Arwyddion Prydain
residents-needs-may-write-to = Llythyrau i gyfeiriad diogel
residents-needs-may-copy-to = Copi i rywun arall
residents-needs-may-channel = Cael gwybod pethau mewn un ffordd yn unig
residents-told-copy = Dyma gopi o’r hyn a ddywedom wrth { $whom }, a ofynnodd i ni anfon un atoch.

residents-more-help = Mwy o help
residents-more-help-lead = Mae rhai pobl yn ei chael yn anodd delio â ni. Iddynt hwy rydym yn cynnig mwy o help, a dyma’r rheolau a ddilynwn.
residents-more-help-what = Mae mwy o help yn golygu bod un ohonom yn llenwi unrhyw ffurflen gyda chi neu ar eich rhan, wrth gownter neu dros y ffôn ({ $phone }), ac yn cymryd yr amser sydd ei angen. Caiff pawb ofyn amdano. Caiff y rhai a enwir yn y rheolau ei gynnig.
residents-more-help-who = Pwy sy’n cael cynnig mwy o help
residents-more-help-edition = Dyma argraffiad { $n } o’r rheolau hyn. Cedwir pa reol a ddefnyddiwyd, a’i hargraffiad, gyda’ch atebion, lle gallwch ei darllen.
residents-more-help-asks = Yr hyn y caiff unrhyw un ofyn amdano
residents-more-help-kept = Rydym yn cadw ato ym mhopeth a anfonwn. Pan fydd aelod o’n staff yn gwneud fel arall, rhaid iddo roi gwybod am hynny gyda’r rheswm.
residents-more-help-tell = Dywedwch wrthym beth sy’n eich helpu
residents-needs-lang-ar = Arabeg
residents-needs-lang-bn = Bengaleg
residents-needs-lang-cy = Cymraeg
residents-needs-lang-fa = Perseg
residents-needs-lang-fr = Ffrangeg
residents-needs-lang-gu = Gwjarati
residents-needs-lang-lt = Lithwaneg
residents-needs-lang-pa = Pwnjabeg
residents-needs-lang-pl = Pwyleg
residents-needs-lang-pt = Portiwgaleg
residents-needs-lang-ro = Rwmaneg
residents-needs-lang-so = Somaleg
residents-needs-lang-tr = Tyrceg
residents-needs-lang-uk = Wcreineg
residents-needs-lang-ur = Wrdw
residents-needs-lang-zh = Tsieinëeg

# Records that were joined, as their person reads it.
residents-held-scope-everything = Popeth y gall fod ar ei gyfer
residents-held-scope-unsaid = Nid oes neb wedi dewis eto ar gyfer beth y mae
residents-held-authority-call = Dywedwyd gennych chi ar alwad
residents-held-authority-writing = Yn ysgrifenedig
residents-held-authority-attorney-property = Pŵer atwrnai, eiddo ac arian
residents-held-authority-attorney-health = Pŵer atwrnai, iechyd a gofal
residents-held-authority-deputy = Dirprwy’r Llys Gwarchod
residents-held-authority-appointee = Penodai budd-daliadau
residents-held-authority-parent = Eich rhiant
residents-held-authority-executor = Ysgutor neu weinyddwr
residents-held-marker-deceased = Marwolaeth
residents-held-marker-guarded = Cyfeiriad diogel
residents-held-marker-restricted = Cyfrinachol
residents-held-marker-risk = Risg
residents-joined = Yr hyn rydym wedi’i gyfuno fel eich un chi
residents-joined-intro = Rydym yn gofalu am y cyfrif hwn a’r un y gwnaethoch fewngofnodi iddo fel un, er mwyn i chi weld eich holl geisiadau pa un bynnag y byddwch yn mewngofnodi ag ef.
residents-joined-none = Nid ydym wedi cyfuno dim.
residents-joined-made = Gwnaed y cyfrif ar { TREIGLAD($date) }
residents-joined-by-officer = Cyfunwyd ar { TREIGLAD($when) } gan swyddog gwasanaeth cwsmeriaid
residents-joined-by-leader = Cyfunwyd ar { TREIGLAD($when) } gan arweinydd tîm
residents-joined-by-somebody = Cyfunwyd ar { TREIGLAD($when) } gan aelod o staff
residents-joined-signs-in = Mae’n mewngofnodi gyda:
residents-joined-not-me-words = Onid eich cyfrif chi yw hwn? Dywedwch wrthym. O hynny ymlaen ni fydd y naill gyfrif yn gweld dim o’r llall, a byddwn yn edrych ar hyn eto.
residents-joined-not-me = Nid fi yw hwn
residents-joined-parted = Diolch. Mae’r cyfrifon ar wahân nawr. Byddwn yn edrych ar hyn eto.
residents-joined-sent = Os gallwn gyrraedd y cyfrif arall, mae cod ar ei ffordd iddo. Mae’n ddilys am ddeg munud.
residents-joined-proved = Diolch. Mae’r ddau gyfrif yn dangos eich ceisiadau nawr.
residents-joined-maybe = Rydym yn meddwl bod gennych gyfrif arall gyda ni
residents-joined-maybe-apart = Nid yw’r naill gyfrif yn dangos dim o’r llall nes y dangosir mai chi biau’r ddau.
residents-joined-maybe-here = Gallwn anfon cod i gyfeiriad e-bost neu rif ffôn y cyfrif arall. Rhowch ef yma, a bydd y ddau gyfrif yn dangos eich holl geisiadau. Os na ddaw dim, ffoniwch ni.
residents-joined-maybe-there = I ddangos hynny, mewngofnodwch i’r cyfrif arall, yr un mwyaf newydd, a gofynnwch am god ar y dudalen hon. Daw’r cod i’r cyfrif hwn.
residents-joined-send = Anfon cod i’r cyfrif arall
residents-joined-send-again = Anfon cod newydd
residents-joined-prove = Fi biau’r ddau gyfrif
residents-joined-waits = Rydym yn meddwl bod gennych gyfrif arall gyda ni. Gweld beth allwch chi ei wneud.
residents-joined-see = Rydym wedi cyfuno dau o’ch cyfrifon. Gweld beth a gyfunwyd.
residents-fact-linked = Cyfunwyd â chyfrif arall sydd ganddynt
residents-fact-proved = Dangoswyd mai nhw biau’r ddau gyfrif
residents-fact-parted = Ddim wedi’i gyfuno â chyfrif arall mwyach
residents-fact-disputed = Dywedwyd nad eu cyfrif nhw ydyw

residents-held-fact-joined = Gwnaethoch gyfrif
residents-held-fact-signed-in = Mewngofnodoch
residents-held-fact-sign-in-failed = Ceisiodd rhywun fewngofnodi a methodd
residents-held-fact-helped = Gwnaed y cyfrif gydag aelod o staff
residents-held-fact-opened = Agorodd staff eich cofnod i weithio ar fater i chi
residents-held-fact-opening-reviewed = Edrychodd arweinydd i weld pam yr agorwyd eich cofnod
residents-held-fact-check-passed = Gwiriwyd pwy bynnag oedd yn holi amdanoch, ac roedd hynny’n ddigon
residents-held-fact-check-failed = Gwiriwyd pwy bynnag oedd yn holi amdanoch, ac nid oedd hynny’n ddigon
residents-held-fact-check-withdrawn = Camgymeriad oedd gwirio pwy oedd yn holi amdanoch, a thynnwyd y gwiriad yn ôl
residents-held-fact-authority-given = Nodwyd y caiff rhywun siarad drosoch
residents-held-fact-authority-ended = Ni chaiff rhywun siarad drosoch mwyach
residents-held-fact-marked = Rhoddwyd rhywbeth y mae’n rhaid i staff ei wybod ar eich cofnod
residents-held-fact-unmarked = Tynnwyd rhywbeth yr oedd yn rhaid i staff ei wybod oddi ar eich cofnod
residents-held-fact-vehicle-noted = Nodwyd cerbyd
residents-held-fact-vehicle-gone = Tynnwyd cerbyd
residents-held-fact-needs-changed = Newidiwyd yr hyn sy’n eich helpu
residents-held-fact-needs-decided = Penderfynwyd eto a ydych yn cael cynnig mwy o help
residents-held-fact-adjustment-broken = Ni chadwyd at rywbeth y gofynnoch amdano
residents-held-fact-changed = Newidiwyd manylion eich cyfrif
residents-held-fact-linked = Cyfunwyd â chyfrif arall y credir mai chi biau
residents-held-fact-proved = Dangoswyd mai chi biau’r ddau gyfrif
residents-held-fact-parted = Nid yw bellach wedi’i gyfuno â chyfrif arall
residents-held-fact-disputed = Dywedoch nad chi biau cyfrif
residents-held-fact-exported = Rhoddwyd popeth a gedwir amdanoch mewn ffeil
residents-held-fact-erasure-asked = Gofynnoch am gael eich dileu
residents-held-fact-erased = Dilëwyd manylion personol
residents-held-purpose-caller = Roedd rhywun yn holi amdanoch
residents-held-purpose-work = I weithio ar fater i chi
