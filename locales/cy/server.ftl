# Tudalennau dros sawl maes: cychwyn, cyfrif, cysylltu, ynghylch, gwallau.

server-start-title = Beth sydd ei angen arnoch chi?
server-start-lead = Dywedwch wrthym yn eich geiriau eich hun. Gallwch wneud popeth yma, ddydd neu nos, gyda chyfrif neu hebddo.
server-start-search = Chwilio am wasanaeth
server-start-search-hint = Er enghraifft: bin heb ei gasglu, symud tŷ, baw ci
server-start-button = Chwilio
server-start-often = Mae pobl yn aml angen
server-start-browse = Pob gwasanaeth
server-start-browse-link = Gweld pob gwasanaeth, A i Y
server-start-follow = Wedi gofyn i ni am rywbeth yn barod?
server-start-follow-words = Gweld ble mae arni gyda’ch cyfeirnod.

server-account-title = Eich cyfrif
server-account-hello = Helo { $name }
server-account-cases = Eich ceisiadau
server-account-no-cases = Nid ydych wedi gofyn i ni am ddim eto. Pan fyddwch, gallwch ei ddilyn yma.
server-account-first = Dod o hyd i wasanaeth
server-account-drafts = Wedi’i ddechrau, heb ei anfon
server-account-no-drafts = Dim byd yn aros i’w orffen.
server-account-draft-carry-on = Parhau
server-account-draft-saved = Cadwyd { $date }
server-account-draft-until = Byddwn yn ei gadw tan { TREIGLAD($date) }
server-account-details = Eich manylion a sut rydych yn mewngofnodi
server-account-older = Ceisiadau hŷn
server-account-older-drafts = Beth ddechreuoch chi cyn y rhain
server-account-reference = Cyfeirnod
server-account-status = Ble mae arni
server-account-promise = Ein haddewid
server-account-late = Rydym yn hwyr. Mae’n ddrwg gennym.
server-account-unread = { $n ->
    [one] 1 neges newydd
    [two] 2 neges newydd
   *[other] { $n } neges newydd
 }

server-visit-title = Dewch i’n gweld
server-visit-lead = Gallwch ddod heb apwyntiad. Ni chaiff neb ei droi i ffwrdd.
server-visit-where = Ble
server-visit-when = Pryd
server-visit-hours = Dydd Llun i ddydd Gwener, 9am i 5pm. Rydym ar gau ar wyliau banc.
server-visit-help = Help pan ddewch chi
server-visit-help-words = Gallwch ddefnyddio ein cyfrifiaduron a’n ffonau. Gall rhywun ei wneud gyda chi, neu ei wneud drosoch. Dywedwch wrthym os oes angen cyfieithydd, ystafell breifat neu fynediad heb risiau arnoch.
server-visit-closed = Pan fyddwn ar gau
server-visit-closed-words = Am rywbeth na all aros, ffoniwch

server-error-home = Mynd i’r dudalen gychwyn
server-error-not-found-title = Ni allwn ddod o hyd i’r dudalen hon
server-error-not-found = Efallai bod y cyfeiriad wedi’i deipio’n anghywir, neu nad oes gennych hawl i weld hyn. Os ydych yn chwilio am gais a wnaethoch, defnyddiwch “Dilyn cais” gyda’ch cyfeirnod.
server-error-forbidden-title = Ni allwch wneud hyn
server-error-forbidden = Rydych wedi mewngofnodi, ond nid eich eiddo chi yw hwn i’w weld na’i newid. Os ydych yn meddwl y dylai fod, cysylltwch â ni.
server-error-sign-in-title = Mewngofnodwch yn gyntaf
server-error-sign-in = Mae angen i chi fewngofnodi i weld y dudalen hon.
server-signed-out-title = Cawsoch eich allgofnodi
server-signed-out = Cawsoch eich allgofnodi cyn i hyn gael ei anfon, felly ni chafodd ei anfon. Mae’r hyn a deipioch isod ac nid yw wedi’i golli. Mewngofnodwch mewn ffenestr arall, dewch yn ôl i’r dudalen hon, a’i anfon eto.
server-signed-out-door = Mewngofnodi, mewn ffenestr arall
server-signed-out-typed = Yr hyn a deipioch
server-signed-out-again = Ei anfon eto
server-error-changed-title = Mae hyn wedi newid
server-error-changed = Newidiodd rhywun hyn tra oeddech yn edrych arno. Ni chollwyd na throsysgrifennwyd dim. Ewch yn ôl, llwythwch y dudalen eto ac edrychwch cyn rhoi cynnig arall arni.
server-error-refused-title = Ni allem wneud hyn
server-error-cross-site = Ni ddaeth y cais hwn o un o’n tudalennau ni, felly ni wnaethom ef. Agorwch ein gwefan a rhowch gynnig arall arni yno.
server-error-wrong-method = Ni ellir defnyddio'r cyfeiriad hwn yn y ffordd honno. Agorwch ein gwefan a rhowch gynnig arall arni yno.
server-error-bad-request-title = Nid oeddem yn deall hyn
server-error-too-many-title = Arhoswch funud
server-error-too-many = Bu gormod o gynigion. Nid oes dim wedi’i gloi.
server-error-seconds = { $seconds ->
    [one] Rhowch gynnig arall ymhen 1 eiliad.
    [two] Rhowch gynnig arall ymhen 2 eiliad.
   *[other] Rhowch gynnig arall ymhen { $seconds } eiliad.
 }
server-error-flood-title = Gormod ar unwaith
server-error-flood = Rydym yn cael mwy o geisiadau o’ch rhwydwaith nag y gallwn eu hateb, felly nid ydym wedi edrych ar hwn. Arhoswch ychydig eiliadau a rhowch gynnig arall arni.
server-error-slow-title = Cymerodd hyn ormod o amser
server-error-slow = Ni chyrhaeddodd yr hyn a anfonwyd gennych mewn pryd, neu ni allem ateb mewn pryd. Gwiriwch eich cysylltiad a rhowch gynnig arall arni. Os na all aros, ffoniwch ni.
server-error-too-large-title = Mae hynny’n ormod ar unwaith
server-error-too-large = Mae’r hyn a anfonoch yn fwy nag y gallwn ei gymryd. Anfonwch lai o destun, neu rhannwch ef.
server-error-unavailable-title = Ni allwn gadw hyn ar hyn o bryd
server-error-unavailable = Ni storiwyd dim ac ni chollwyd dim. Ewch yn ôl a rhowch gynnig arall arni ymhen munud. Os na all aros, ffoniwch ni.
server-error-internal-title = Aeth rhywbeth o’i le ar ein hochr ni
server-error-internal = Nid eich bai chi yw hyn, ac rydym wedi gwneud nodyn ohono. Ewch yn ôl a rhowch gynnig arall arni. Os bydd yn digwydd eto, ffoniwch ni.

server-access-title = Datganiad hygyrchedd
server-access-how-title = Sut y dylech allu defnyddio’r wefan hon
server-access-how = Gallwch chwyddo i 400% heb i destun redeg oddi ar y sgrin, defnyddio bysellfwrdd yn unig, defnyddio darllenydd sgrin, ei defnyddio heb sgriptiau, a’i darllen o’r dde i’r chwith mewn Arabeg.
server-access-status-title = Pa mor hygyrch ydyw
server-access-status = Adeiladwyd y wefan hon i fodloni Canllawiau Hygyrchedd Cynnwys y We fersiwn 2.2, lefel AA. Caiff pob math o dudalen ei wirio gan beiriant ym mhob iaith, ar led ffôn a bwrdd gwaith, bob tro y caiff y wefan ei newid.
server-access-known-title = Beth nad yw’n hygyrch
server-access-known = Ni wyddom am ddim ar hyn o bryd. Nid yw pobl sy’n defnyddio technoleg gynorthwyol wedi profi pob tudalen eto; pan fyddant yn dod o hyd i rywbeth, caiff ei restru yma.
server-access-tell-title = Dywedwch wrthym
server-access-tell = Os dewch o hyd i rywbeth na allwch ei ddefnyddio, neu os oes angen hwn arnoch mewn print bras, fersiwn hawdd ei deall, sain neu iaith arall, ffoniwch neu anfonwch neges. Byddwn yn ateb o fewn 5 diwrnod gwaith.
server-access-enforce-title = Os nad ydych yn fodlon ar ein hateb
server-access-enforce = Y Comisiwn Cydraddoldeb a Hawliau Dynol sy’n gorfodi’r rheolau. Gall y Gwasanaeth Cynghori a Chymorth Cydraddoldeb eich cynghori.

server-privacy-title = Eich preifatrwydd
server-privacy-what-title = Beth rydym yn ei gadw
server-privacy-what = Yr hyn a ddywedwch wrthym mewn ffurflen, sut i gysylltu â chi, y negeseuon rhyngom, a’r hyn a wnaethom yn ei gylch.
server-privacy-why-title = Pam y cawn wneud hynny
server-privacy-why = I gyflawni dyletswyddau cyhoeddus y cyngor ac i gadw’r addewidion a wnawn i chi. Nid ydym yn ei werthu nac yn ei ddefnyddio ar gyfer hysbysebu.
server-privacy-long-title = Am ba hyd
server-privacy-long = Mae pob gwasanaeth yn dweud am ba hyd ar ôl iddo orffen. Caiff ffurflen a ddechreuwyd ond nas anfonwyd ei dileu ar ôl 28 diwrnod.
server-privacy-who-title = Pwy sy’n ei gweld
server-privacy-who = Y staff sydd ei hangen ar gyfer eich cais. Bob tro y bydd aelod o staff yn agor rhywbeth amdanoch, rydym yn cofnodi pwy, pryd a pham.
server-privacy-rights-title = Eich hawliau
server-privacy-rights = Gallwch ofyn am weld yr hyn sydd gennym, cael cywiro camgymeriadau, a chwyno wrthym ni neu wrth y Comisiynydd Gwybodaeth.

server-cookies-title = Cwcis
server-cookies-only-title = Dim ond yr hyn sydd ei angen
server-cookies-only = Nid ydym yn defnyddio cwcis ar gyfer hysbysebu nac i gyfrif ymwelwyr, felly nid oes dim i’w dderbyn na’i wrthod.
server-cookies-session-title = __Host-session
server-cookies-session = Yn cadw’r hyn rydych yn ei wneud ynghyd wrth i chi lenwi ffurflen, ac yn eich cadw wedi mewngofnodi. Mae’n diflannu ar ôl 30 diwrnod, neu pan fyddwch yn allgofnodi.
server-cookies-staff-title = __Host-staff
server-cookies-staff = Yr un peth ar gyfer staff y cyngor. Mae’n diflannu ar ôl 12 awr.
server-cookies-device-title = __Host-device
server-cookies-device = Yn cofio eich bod wedi mewngofnodi o’r ddyfais hon o’r blaen, fel na all dieithriaid sy’n dyfalu eich cyfrinair eich cloi allan. Mae’n diflannu ar ôl 400 diwrnod.
server-cookies-lang-title = __Host-lang
server-cookies-lang = Yn cofio’r iaith a ddewisoch. Mae’n diflannu ar ôl blwyddyn.

server-demo-title = Rhowch gynnig ar y cyngor arddangos
server-demo-lead = Dychmygol yw Eastmere. Dychmygol yw ei bobl. Mae popeth arall yn gweithio fel y byddai i chi.
server-demo-people = Fel pwy i fewngofnodi
server-demo-residents = Trigolion
server-demo-staff = Staff
server-demo-try = Beth i’w drio
server-demo-messages-title = Negeseuon a anfonwyd
server-demo-messages-lead = Yn yr arddangosiad nid oes neges yn gadael y peiriant hwn. Dangosir yma bob un a fyddai wedi’i hanfon, codau hefyd.
server-demo-no-messages = Dim negeseuon eto. Gofynnwch am rywbeth, a bydd yr un gyntaf yn ymddangos yma.
server-demo-to = At
server-demo-older = Negeseuon hŷn
server-demo-password = Mae gan bob preswylydd a restrir yma’r cyfrinair
server-demo-codes = Dangosir codau drwy e-bost neu neges destun o dan
server-demo-sign-in = Mewngofnodi fel un o’r trigolion
server-demo-staff-sign-in = Mewngofnodi fel staff
server-demo-staff-how = Nid oes gan staff gyfrinair yn yr arddangosiad. Mae gan bob un fotwm ar y dudalen lle mae staff yn mewngofnodi: pwyswch ef ac rydych i mewn.
server-demo-about-open = Mae ganddi geisiadau agored
server-demo-about-late = Yn aros am rywbeth sy’n hwyr
server-demo-about-new = Mae ganddo gyfrif a dim ynddo eto
server-demo-about-officer = Swyddog gwasanaeth cwsmeriaid: yn gweld pob achos, ac yn gorffen y rhai y mae'n eu cymryd
server-demo-about-member = Yn gweithio ym maes glanhau strydoedd
server-demo-about-leader = Yn arwain y tîm atgyweirio: achosion hwyr, segur a heb berchennog
server-demo-about-owner = Yn berchen ar wasanaethau: diffiniadau, addewidion, timau
server-demo-about-administrator = Yn rheoli staff a thimau
server-demo-try-search = Chwiliwch gyda gwall teipio: “bin not colected”
server-demo-try-report = Rhowch wybod am dwll yn y ffordd, heb gyfrif, ar eich ffôn
server-demo-try-track = Dilynwch ef gyda’i gyfeirnod a chod
server-demo-try-desk = Atebwch ef wrth y ddesg, a gweld y preswylydd yn cael gwybod
server-demo-try-language = Gwnewch y cyfan o’r dde i’r chwith, mewn Arabeg
