title = Gofyn rhywbeth i ni
summary = Anfonwch neges at berson pan nad oes dim arall yn addas.
start = Ysgrifennwch yn eich geiriau eich hun, mewn unrhyw iaith. Mae rhywun yn darllen pob neges. Os oes perygl nawr, peidiwch ag ysgrifennu: ffoniwch.

page-before = A ydych wedi cysylltu o’r blaen?
page-date = Eich dyddiad

question-about = Beth yw’r pwnc?
option-about-council-tax = Treth gyngor
option-about-benefits = Budd-daliadau neu help gydag arian
option-about-housing = Tai
option-about-streets = Strydoedd a ffyrdd
option-about-bins = Biniau ac ailgylchu
option-about-parking = Parcio
option-about-births-deaths-marriages = Genedigaethau, marwolaethau a phriodasau
option-about-planning = Cynllunio neu adeiladu
option-about-schools = Ysgolion a phlant
option-about-care = Gofal i oedolyn neu blentyn
option-about-elections = Pleidleisio
option-about-libraries-leisure = Llyfrgelloedd, parciau a hamdden
option-about-data = Gwybodaeth sydd gennym
option-about-data-hint = Amdanoch chi, neu am y cyngor.
option-about-other = Rhywbeth arall, neu nid wyf yn siŵr
question-message = Beth hoffech ei ofyn neu ei ddweud wrthym?
question-message-hint = Peidiwch â rhoi rhifau banc na cherdyn.
question-message-short = Eich neges
question-reference = Cyfeirnod sydd gennych gennym ni
question-reference-hint = Mae ar ein llythyrau a’n negeseuon e-bost. Gadewch yn wag os nad oes gennych un.
question-reference-error-pattern = Nid yw { $given } yn un o'n cyfeirnodau ni: mae un o'i lythrennau neu ei rifau yn anghywir. Cymharwch ef â'n neges, neu gadewch hyn yn wag
question-date_matters = A oes angen ateb arnoch erbyn dyddiad penodol?
question-date_matters-hint = Er enghraifft: dyddiad llys, taliad, symud tŷ.
question-date_matters-yes = Oes
question-date_matters-no = Nac oes
question-needed_by = Pa ddyddiad?
question-needed_by-error-too-early = Rhowch ddyddiad heddiw neu un diweddarach
question-needed_why = Beth sy’n digwydd ar y dyddiad hwnnw?
question-help = A oes angen help arnoch i siarad â ni?
option-help-none = Dim diolch
option-help-interpreter = Cyfieithydd
option-help-large-print = Print bras
option-help-call-me = Galwad, am fod ysgrifennu’n anodd i mi
option-help-read-to-me = Llythyrau wedi’u darllen i mi
option-help-sign-language = Iaith Arwyddion Prydain
option-help-other = Rhywbeth arall: dywedais yn fy neges

reason-usual = Rydym yn ateb negeseuon o fewn pum diwrnod gwaith.
reason-soon = Rhoesoch ddyddiad o fewn dau ddiwrnod i ni.
reason-data = Mae’r gyfraith yn rhoi 20 diwrnod gwaith, neu fis, i ni ddod o hyd i wybodaeth.
reason-care = Efallai bod angen gofal ar rywun, felly rydym yn darllen hwn yn gyntaf.
reason-tax-team = Y tîm treth gyngor sy’n ateb hyn.
reason-benefits-team = Y tîm budd-daliadau sy’n ateb hyn.
reason-housing-team = Y tîm opsiynau tai sy’n ateb hyn.
reason-streets-team = Y tîm priffyrdd sy’n ateb hyn.
reason-bins-team = Y tîm gwastraff sy’n ateb hyn.
reason-parking-team = Y tîm parcio sy’n ateb hyn.
reason-registrars-team = Y cofrestryddion sy’n ateb hyn.
reason-contact-team = Y ganolfan gyswllt sy’n ateb hyn neu’n dod o hyd i rywun a all.

outcome-answered = Wedi’i ateb
outcome-service-started = Dechreuwyd y gwasanaeth cywir i chi
outcome-passed-on = Wedi’i drosglwyddo i rywun arall
outcome-no-reply = Gofynnwyd i chi, ac ni chlywsom gennych

next = Mae person yn darllen eich neges ac yn eich ateb yn y ffordd y gofynnoch amdani.

# Yr hyn mae'r rheolau'n ei gyfrifo o'r atebion.
compute-soon = Mae angen ateb o fewn dau ddiwrnod
