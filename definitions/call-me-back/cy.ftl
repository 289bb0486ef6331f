title = Gofynnwch i ni eich ffonio
summary = Gadewch rif a byddwn yn eich ffonio. Nid yw'n costio dim i chi.
start = Rydym yn ffonio o'n rhif arferol. Rydym yn rhoi cynnig arni deirgwaith.

page-about = Am yr alwad
question-about = Beth yw'r pwnc?
option-about-council-tax = Treth gyngor
option-about-benefits = Budd-daliadau neu help gydag arian
option-about-housing = Eich cartref neu waith atgyweirio
option-about-parking = Parcio
option-about-bins = Biniau ac ailgylchu
option-about-streets = Strydoedd a ffyrdd
option-about-registrars = Genedigaethau, marwolaethau a phriodasau
option-about-something-else = Rhywbeth arall
question-details = A oes unrhyw beth y dylem ei wybod cyn ffonio?

question-language = Pa iaith ddylem ni ei siarad?
option-language-english = Saesneg
option-language-cymraeg = Cymraeg
option-language-arabic = Arabeg
option-language-bengali = Bengaleg
option-language-polish = Pwyleg
option-language-somali = Somaleg
option-language-turkish = Tyrceg
option-language-sign-language = Iaith Arwyddion Prydain, drwy wasanaeth cyfnewid
option-language-other = Iaith arall

question-best_time = Pryd sy'n amser da?
option-best_time-soon = Cyn gynted ag y gallwch
option-best_time-morning = Y diwrnod gwaith nesaf, yn y bore
option-best_time-afternoon = Y diwrnod gwaith nesaf, yn y prynhawn
option-best_time-after-four = Y diwrnod gwaith nesaf, ar ôl 4 o'r gloch

reason-usual = Rydym yn ffonio'n ôl o fewn pedair awr waith.
reason-chosen = Rydym yn ffonio ar yr amser a ddewisoch.

outcome-reached = Siaradom â chi
outcome-no-answer = Ffoniom deirgwaith ac nid atebodd neb
outcome-wrong-number = Nid yw'r rhif yn gweithio

next = Byddwn yn eich ffonio. Os nad oes neb yn ateb, byddwn yn rhoi cynnig arni ddwywaith eto, ar adegau eraill o'r dydd.
