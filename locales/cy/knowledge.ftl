# Answers everybody may read.

knowledge-help-title = Cwestiynau ac atebion
knowledge-help-label = Beth hoffech chi ei wybod?
knowledge-help-button = Chwilio
knowledge-help-none = Does gennym ni ddim ateb i hynny yma. Gallwch ofyn i ni: mae'r ffyrdd ar waelod y dudalen hon.
knowledge-help-general = Am y cyngor
knowledge-help-in-english = Yn Saesneg yn unig y mae'r ateb hwn gennym ni hyd yma. Os oes ei angen arnoch mewn iaith arall, gofynnwch i ni.
knowledge-help-service = Rhagor am hyn:
knowledge-help-wrong = Ydy hyn yn anghywir, neu'n anodd ei ddeall?
knowledge-help-wrong-label = Beth sydd o'i le?
knowledge-help-wrong-hint = Dydyn ni ddim yn gofyn pwy ydych chi, felly allwn ni ddim eich ateb. Peidiwch ag ysgrifennu dim amdanoch chi'ch hun yma.
knowledge-help-wrong-button = Dywedwch wrthym
knowledge-help-wrong-empty = Ysgrifennwch beth sydd o'i le, neu beth nad ydych yn ei ddeall
knowledge-help-thanks = Diolch. Bydd pwy bynnag sy'n gofalu am yr ateb hwn yn darllen yr hyn a ysgrifennoch.
knowledge-help-known = Diolch. Mae llawer o bobl wedi dweud wrthym yn barod fod rhywbeth o'i le yma, ac rydyn ni'n edrych arno.

# Told by email or text when an answer was put right.

knowledge-corrected-subject = Dywedon ni rywbeth wrthych nad oedd yn gywir
knowledge-corrected-body = Gofynnoch i ni: { $question }

    Doedd yr hyn a ddywedon ni wrthych bryd hynny ddim yn gywir, ac mae'n ddrwg gennym. Dyma'r ateb cywir:

    { $answer }

    Os ydych wedi gwneud rhywbeth yn barod oherwydd yr ateb anghywir, ffoniwch ni ar { $phone }. Byddwn yn eich helpu i'w gywiro.
knowledge-corrected-text = { $council }: doedd yr hyn a ddywedon ni wrthych am “{ $question }” ddim yn gywir, ac mae'n ddrwg gennym. Yr ateb cywir: { $answer } Cwestiynau? Ffoniwch { $phone }.
knowledge-corrected-english-subject = Dywedon ni rywbeth wrthych nad oedd yn gywir
knowledge-corrected-english-body = Gofynnoch i ni: { $question }

    Doedd yr hyn a ddywedon ni wrthych bryd hynny ddim yn gywir, ac mae'n ddrwg gennym. Dyma'r ateb cywir, sydd gennym yn Saesneg yn unig hyd yma:

    { $answer }

    Os ydych wedi gwneud rhywbeth yn barod oherwydd yr ateb anghywir, neu os hoffech glywed hyn yn eich iaith chi, ffoniwch ni ar { $phone }.
knowledge-corrected-english-text = { $council }: doedd yr hyn a ddywedon ni wrthych am “{ $question }” ddim yn gywir, ac mae'n ddrwg gennym. Yr ateb cywir: { $answer } I'w glywed yn eich iaith chi ffoniwch { $phone }.
