title = Budd-dal tai: gwneud cais newydd
summary = Help gyda'ch rhent os ydych dros oedran pensiwn, neu'n byw mewn tai â chymorth neu dai dros dro. Help gyda'r dreth gyngor ar incwm isel.
today = Ffoniwch y tîm budd-daliadau heddiw, hyd yn oed os nad oes gennych bob papur eto: gall eich cais ddechrau o'r diwrnod y cysylltwch â ni gyntaf. Rhaid i'r rhan fwyaf o bobl o oedran gweithio hawlio Credyd Cynhwysol ar gyfer eu rhent yn lle hynny; gallwn ddweud wrthych pa un. Gallwn lenwi'r ffurflen gyda chi dros y ffôn, mewn canolfan cwsmeriaid neu gartref.
