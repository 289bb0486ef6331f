# Geiriau'r daith drwy ffurflen: cwestiynau, gwirio eich atebion, parhau yn nes ymlaen.

forms-continue = Parhau
forms-change = Newid
forms-not-answered = Heb ei ateb
forms-later = Cadw a pharhau yn nes ymlaen
forms-tasks-prove = Cadarnhau sut i gysylltu â chi
forms-later-without = Gadael heb y rhain a pharhau yn nes ymlaen
forms-later-not-yet = Ni ellir cadw'r atebion hyn fel y maent. Cywirwch nhw, neu gadewch hebddynt.
forms-delete = Dileu'r atebion hyn

forms-in-another-window = Newidiwyd hyn mewn ffenestr arall neu gan rywun arall
forms-in-another-window-words = Mae eich ateb yma wedi'i gadw. Dangosir yr un a gadwyd yn y cyfamser wrth ei ymyl. Dewiswch Parhau i gadw eich ateb chi, neu newidiwch ef yn gyntaf.
forms-saved-meanwhile = Cadwyd yn y cyfamser: { $answer }
forms-answers-changed = Newidiodd eich atebion mewn ffenestr arall. Gwiriwch nhw eto cyn eu hanfon.

# One of several questions of a page, and what is wrong with its answer.
forms-error-of = { $question }: { $error }

forms-tasks-done = Rydych wedi cwblhau { $done } o { $all } adran.
forms-task-completed = Wedi'i gwblhau
forms-task-in-progress = Ar y gweill
forms-task-not-started = Heb ddechrau
forms-task-not-yet = Ni ellir dechrau eto
forms-tasks-kept = Cedwir eich atebion tan { TREIGLAD($date) }.

forms-contact = Sut y gallwn gysylltu â chi
forms-contact-intro = Dim ond ar gyfer y cais hwn y defnyddiwn hyn.
forms-contact-name = Eich enw
forms-contact-way = Sut dylem gysylltu â chi?
forms-contact-way-email = E-bost
forms-contact-way-text = Neges destun
forms-contact-way-call = Galwad ffôn
forms-contact-way-call-hint = Mae llinell dir yn iawn.
forms-contact-way-letter = Llythyr
forms-contact-way-none = Peidiwch â chysylltu â mi
forms-contact-way-none-hint = Gallwch ddilyn y cais o hyd gyda'r cyfeirnod, os ffoniwch ni.
forms-contact-email = Cyfeiriad e-bost
forms-contact-mobile = Rhif ffôn symudol
forms-contact-phone = Rhif ffôn
forms-contact-town = Tref
forms-contact-name-missing = Dywedwch wrthym beth yw eich enw
forms-contact-way-missing = Dewiswch sut dylem gysylltu â chi
forms-contact-email-missing = Rhowch eich cyfeiriad e-bost
forms-contact-email-wrong = Rhowch gyfeiriad e-bost fel enw@example.org
forms-contact-mobile-missing = Rhowch eich rhif ffôn symudol
forms-contact-mobile-wrong = Rhowch rif ffôn symudol fel 07700 900123, neu dewiswch Galwad ffôn ar gyfer llinell dir
forms-contact-phone-missing = Rhowch eich rhif ffôn
forms-contact-phone-wrong = Rhowch rif ffôn fel 01632 960123 neu 07700 900123
forms-contact-line1-missing = Rhowch eich tŷ a'ch stryd
forms-contact-town-missing = Rhowch eich tref
forms-contact-postcode-missing = Rhowch eich cod post
forms-contact-postcode-wrong = Rhowch god post fel EM1 1AA

forms-check = Gwiriwch eich atebion
forms-check-contact = Sut y gallwn gysylltu â chi
forms-check-contact-name = Enw
forms-check-contact-way = Cysylltu drwy
forms-check-next = Beth sy'n digwydd nesaf
forms-check-promise = Byddwn yn gwneud hyn erbyn { $date }.
forms-check-identity = Cyn inni benderfynu, efallai y byddwn yn gofyn am gael gweld pwy ydych chi, fel na all neb wneud hyn yn eich enw chi.
forms-check-fee = Mae'n costio { $amount }.
forms-check-declare = Cyn i chi ei anfon
forms-check-declaration = Drwy anfon hyn rydych yn dweud bod yr hyn a ddywedoch wrthym yn wir hyd y gwyddoch.
forms-check-send = Anfon
forms-check-missing = Mae angen ateb i rai cwestiynau o hyd
forms-check-passed-on = Rydym yn trosglwyddo hyn i { $to }. { $reason }
forms-check-cannot-pass-on = Mae hyn ar gyfer { $to }. Byddwn yn cadw eich adroddiad, ond ni allwn ei drosglwyddo iddynt: rhowch wybod iddynt eich hun. { $how }
forms-check-joined = Daw eich adroddiad yn rhan o un sydd gennym yn barod.

forms-danger-words = Gall rhywbeth a ysgrifennoch olygu bod angen help ar rywun nawr.
forms-danger-duty = Yna dywedwch wrth ein tîm dyletswydd hefyd: { $phone }. Pan fyddwn ar gau: { $closed }.
forms-danger-carry-on = Gallwch barhau â'r ffurflen ar ôl i chi ffonio.
forms-danger-no-form = Peidiwch â defnyddio'r ffurflen ar gyfer hyn. Ffoniwch nawr: bydd person yn eich helpu.

forms-stop-title-not-ours = Nid ydym yn delio â hyn
forms-stop-not-ours = Ewch at: { $to }.
forms-stop-title-pass-on = Rydym yn trosglwyddo hyn
forms-stop-pass-on = Mae hyn i: { $to }. Gallwch barhau yma: anfonwn eich adroddiad atynt a dweud wrthych ein bod wedi gwneud hynny.
forms-stop-cannot-pass-on = Mae hyn ar gyfer { $to }, ac ni allwn ei drosglwyddo iddynt. Rhowch wybod iddynt eich hun. { $how } Os ewch ymlaen yma, byddwn yn cadw eich adroddiad, ond ni fyddant yn ei gael gennym ni.
forms-stop-carry-on = Parhau
forms-stop-change = Newid fy atebion

forms-nearby = Efallai fod rhywun wedi dweud wrthym yn barod
forms-nearby-intro = Mae adroddiad o'r un math gerllaw. Os yr un peth sydd gennych chi, ychwanegwn chi ato a dweud wrthych pan fydd rhywbeth yn digwydd.
forms-nearby-question = Ai'r un peth ydyw?
forms-nearby-same = Ie, hwn ydyw: { $title }
forms-nearby-since = Adroddwyd ar { TREIGLAD($date) }. { $status }.
forms-nearby-others = { $count ->
    [one] Mae un person wedi dweud wrthym amdano.
    [two] Mae { $count } berson wedi dweud wrthym amdano.
   *[other] Mae { $count } o bobl wedi dweud wrthym amdano.
 }
forms-nearby-metres = Tua { $metres } metr o'r lle a roesoch.
forms-nearby-postcode = Rhywle yn { $postcode }, fel eich un chi.
forms-nearby-here = Yn yr un lle â'ch un chi.
forms-nearby-street = Enwodd y sawl a'i hadroddodd { $street }.
forms-nearby-different = Nage, rhywbeth arall sydd gen i
forms-nearby-missing = Dywedwch ai'r un peth ynteu rhywbeth arall sydd gennych

forms-save = Cadw a pharhau yn nes ymlaen
forms-save-account = Mae eich atebion wedi'u cadw yn eich cyfrif tan { TREIGLAD($date) }.
forms-save-account-link = Mynd i'ch cyfrif
forms-save-intro = Anfonwn ddolen atoch. Agorwch hi ar unrhyw ffôn neu gyfrifiadur i barhau. Bydd angen cod arnoch, a anfonwn i'r un lle.
forms-save-kept = Cadwn eich atebion tan { TREIGLAD($date) }. Bob tro y byddwch yn ychwanegu rhywbeth, cânt eu cadw am 28 diwrnod arall.
forms-save-to = Cyfeiriad e-bost neu rif ffôn symudol
forms-save-send = Anfonwch y ddolen ataf
forms-saved = Mae eich atebion wedi'u cadw
forms-saved-sent = Anfonwyd y ddolen i { $to }.
forms-saved-until = Cadwn eich atebion tan { TREIGLAD($date) }.
forms-saved-back = Parhau nawr
forms-saved-home = Mynd i'r dudalen gychwyn

forms-resume = Parhau â'ch ffurflen
forms-resume-intro = Er mwyn cadw eich atebion yn breifat, anfonwn god i'r cyfeiriad e-bost neu'r rhif ffôn symudol a roesoch pan gadwoch nhw.
forms-resume-send = Anfonwch god ataf
forms-resume-code = Cod
forms-resume-code-hint = 6 digid. Mae'n gweithio am 10 munud.
forms-resume-code-sent = Os yw'r atebion hyn yma o hyd, mae cod ar ei ffordd atoch.
forms-resume-code-again = Anfon cod newydd
forms-resume-none = Nid yw'r atebion hyn yma mwyach. Efallai eu bod wedi'u hanfon neu eu dileu, neu fod eu 28 diwrnod ar ben.

forms-delete-title = Dileu eich atebion?
forms-delete-words = Caiff popeth a atebwyd gennych yn "{ $service }" ei ddileu. Ni ellir dadwneud hyn.
forms-delete-done = Mae eich atebion wedi eu dileu.
forms-delete-yes = Dileu fy atebion
forms-delete-no = Eu cadw

forms-told-saved-subject = Parhau â: { $service }
forms-told-saved-body = Cadwoch eich atebion i "{ $service }". Defnyddiwch y ddolen i barhau. Cadwn nhw tan { TREIGLAD($date) }.

forms-closed = Nid yw'r gwasanaeth hwn ar agor ar-lein ar hyn o bryd. Ffoniwch ni.

forms-or = neu
forms-date-hint = Er enghraifft, 27 3 2026
forms-place-position = Rhoi safle yn lle hynny
forms-check-reference = eich cyfeirnod

forms-code = Rhowch y cod a anfonwyd atoch
forms-code-sent = Anfonwyd cod i { $to }. Mae'n dweud wrthym y gallwn eich cyrraedd yno.
forms-code-another-way = Ni chefais ef: dewis ffordd arall, neu ei anfon eto

forms-files-hint-photo = Gallwch anfon hyd at { $most } o luniau o 20 MB yr un (JPEG, PNG, WebP). Rydym yn tynnu’r lleoliad o’r lluniau.
forms-files-hint-pdf = Gallwch anfon hyd at { $most } o PDFs o 20 MB yr un.
forms-files-sent = Ffeiliau rydych wedi’u hychwanegu
forms-files-remove = Tynnu
forms-files-add = Ychwanegu’r ffeiliau hyn
forms-files-waiting = Rydym yn dal i’w gwirio am firysau.
forms-files-infected = Cawsom hyd i firws ynddi a’i dileu.
forms-whole-not-asked = Nid yw’r cwestiwn hwn yn cael ei ofyn yma, neu nid ar ôl yr atebion eraill. Gadewch ef allan.
forms-whole-not-proved = Rhowch gyfeiriad e-bost neu rif ffôn symudol eich cyfrif: rhaid i ni fod yn siŵr mai chi biau ef.


forms-told-for-subject = Fe wnaethom lenwi ffurflen ar eich rhan: { $service }
forms-told-for-body = Gofynnoch inni lenwi "{ $service }" ar eich rhan. Fe wnaethom ei hanfon gyda'r hyn a ddywedoch wrthym. Y cyfeirnod yw { $reference }. Os na ofynnoch am hyn, neu os oes rhywbeth o'i le, rhowch wybod i ni.
forms-for-words-other = Byddaf yn llenwi'r ffurflen hon ar ran { $name } gyda'r hyn a ddywedwch wrthyf, ac yn ei darllen yn ôl cyn ei hanfon. Bydd { $name } yn cael neges, ac yn gallu gweld y ffurflen yn ei gyfrif neu ei chyfrif. Ai dyna beth rydych ei eisiau?
forms-for-words = Byddaf yn llenwi'r ffurflen hon ar eich rhan gyda'r hyn a ddywedwch wrthyf, ac yn ei darllen yn ôl cyn ei hanfon. Fe gewch neges, a gallwch ei gweld yn eich cyfrif. Ai dyna beth rydych ei eisiau?

forms-fact-started = Dechreuwyd ffurflen
forms-fact-answered = Atebwyd tudalen o ffurflen
forms-fact-saved = Cadwyd ffurflen ar gyfer rhywbryd eto
forms-fact-deleted = Dilëwyd ffurflen
forms-fact-expired = Cliriwyd ffurflen nad oedd wedi’i hanfon
