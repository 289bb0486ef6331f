# Geiriau'r cynllun a'r cydrannau. Maent i'w gweld ar bob tudalen.

page-skip = Neidio i'r prif gynnwys
page-error = Gwall
page-error-summary = Mae problem
page-warning = Rhybudd
page-back = Yn ôl
page-breadcrumbs = Rydych chi yma
page-menu = Dewislen
page-service-information = Gwasanaeth
page-language = Iaith
page-yes = Ie
page-no = Na

page-date-day = Diwrnod
page-date-month = Mis
page-date-year = Blwyddyn

page-password-show = Dangos
page-password-hide = Cuddio
page-password-show-label = Dangos y cyfrinair
page-password-hide-label = Cuddio'r cyfrinair
page-password-shown = Mae eich cyfrinair i'w weld
page-password-hidden = Mae eich cyfrinair wedi'i guddio

page-characters-limit = Gallwch deipio hyd at { $count } nod
page-characters-left = Nodau ar ôl
page-characters-none = Dim nodau ar ôl
page-characters-over = Gormod o nodau

page-banner-important = Pwysig
page-banner-success = Wedi'i wneud

page-pagination = Tudalennau
page-previous = Tudalen flaenorol
page-previous-hidden = { "" }
page-next = Tudalen nesaf
page-next-hidden = { "" }

page-copy = Copïo
page-copied = Wedi'i gopïo

page-home = Hafan
page-account = Eich cyfrif
page-keys = Allweddi i raglenni
page-account-of = Wedi mewngofnodi fel
page-sign-in = Mewngofnodi
page-sign-out = Allgofnodi
page-services = Gwasanaethau
page-track = Dilyn cais
page-navigation = Prif leoedd

page-person-title = Siarad â pherson
page-person-intro = Gallwch gyrraedd person bob amser. Dewiswch beth sy'n eich siwtio chi.
page-person-call = Ffonio ni
page-person-callback = Gofyn i ni eich ffonio chi'n ôl
page-person-callback-hint = Dewiswch amser. Nid yw'r alwad yn costio dim i chi.
page-person-visit = Ymweld â ni
page-person-visit-hint = Ble rydym ni a phryd rydym ar agor.
page-person-message = Anfon neges atom
page-person-message-hint = Byddwn yn ateb yn ysgrifenedig.

page-footer = Am y wefan hon
page-help = Cwestiynau ac atebion
page-promises = Ein haddewidion, a gadwyd ac a dorrwyd
page-accessibility = Datganiad hygyrchedd
page-privacy = Preifatrwydd
page-cookies = Cwcis
page-emergency = Mewn perygl nawr? Ffoniwch 999.
page-person-hours = Dydd Llun i ddydd Gwener, 9yb i 5yp. Person fydd yn ateb.
page-demo = Arddangosiad
page-demo-words = Cyngor dychmygol yw hwn. Nid yw dim rydych chi'n ei deipio yma yn cyrraedd cyngor go iawn.
page-demo-link = Beth i roi cynnig arno

page-field-empty = Llenwch y blwch hwn
page-field-too-long = Defnyddiwch { $most } nod neu lai
page-field-control = Tynnwch nodau na ellir eu gweld na'u hargraffu. Mae ei deipio eto fel arfer yn helpu.
page-field-direction = Tynnwch farciau cudd sy'n newid cyfeiriad y testun. Mae ei deipio eto fel arfer yn helpu.
page-address-not-understood = Mae rhywbeth o'i le yng nghyfeiriad y dudalen hon. Gwiriwch ef, neu dewch o hyd i'r dudalen eto o'r dudalen gychwyn.
page-form-not-understood = Doedden ni ddim yn gallu darllen yr hyn a anfonwyd. Ewch yn ôl, llwythwch y dudalen eto a rhowch gynnig arall arni.
page-form-too-many-fields = Anfonwyd y ffurflen hon gyda mwy o feysydd nag sydd ar unrhyw un o’n tudalennau, felly ni wnaethom ei darllen. Ewch yn ôl, llwythwch y dudalen eto a rhowch gynnig arall arni.
page-reference-mistyped = Mae camgymeriad yn y cyfeirnod hwnnw. Gwiriwch bob llythyren a rhif.

page-file-hint = Gallwch anfon hyd at { $most } o ffeiliau o 20 MB yr un: lluniau (JPEG, PNG, WebP) neu PDFs. Rydym yn tynnu’r lleoliad o’r lluniau.
page-file-not-there = Nid yw’r ffeil hon yno bellach, neu mae rhywbeth wedi’i anfon gyda hi eisoes. Anfonwch hi eto.
page-file-slow = Rydych wedi anfon llawer o ffeiliau mewn amser byr. Mae’r hyn a anfonoch o’r blaen wedi’i gadw. Rhowch gynnig arall arni ymhen awr.
page-file-empty = Mae “{ $name }” yn wag. Dewiswch hi eto.
page-file-too-large = Mae “{ $name }” yn fwy na 20 MB. Anfonwch un lai.
page-file-too-many = Ni chafodd “{ $name }” ei hychwanegu: rydych wedi anfon cymaint o ffeiliau ag y gallwch. Tynnwch un yn gyntaf.
page-file-too-much = Ni chafodd “{ $name }” ei hychwanegu: caiff yr holl ffeiliau gyda’i gilydd fod yn 100 MB. Tynnwch un yn gyntaf.
page-file-kind = Ni allwn dderbyn “{ $name }”. Anfonwch lun (JPEG, PNG neu WebP) neu PDF.
page-file-kind-photo = Nid yw “{ $name }” yn llun y gallwn ei dderbyn. Anfonwch JPEG, PNG neu WebP.
page-file-kind-pdf = Nid yw “{ $name }” yn PDF. Anfonwch PDF.
page-file-heic = Ni allwn ddarllen “{ $name }” am mai llun HEIC ydyw. Agorwch ef ar eich ffôn, tynnwch sgrinlun ohono, ac anfonwch hwnnw.
page-file-broken = Ni allwn ddarllen “{ $name }”. Efallai ei bod wedi’i difrodi. Anfonwch hi eto neu anfonwch un arall.
page-file-pixels = Mae gan “{ $name }” ormod o bicseli i ni. Anfonwch lun llai.
page-file-virus = Cawsom hyd i firws yn “{ $name }”, felly ni wnaethom ei chadw. Efallai fod angen help ar y ddyfais y daeth ohoni.
page-file-no-room = Ni allwn gadw “{ $name }” ar hyn o bryd. Nid oes dim arall wedi’i golli. Rhowch gynnig arall arni ymhen ychydig funudau.
