mail-told-received-subject = Rydym wedi cael eich e-bost
mail-told-received-body =
    Rydym wedi cael eich e-bost, a bydd rhywun yn ei ddarllen ar ein diwrnod gwaith nesaf. Ateb awtomatig yw hwn, felly peidiwch ag ateb iddo.

    A oes rhywun mewn perygl nawr? Ffoniwch 999. Am unrhyw beth na all aros, ffoniwch ni ar { $phone }.

mail-told-received-text = { $council }: rydym wedi cael eich neges destun, a bydd rhywun yn ei darllen ar ein diwrnod gwaith nesaf. A oes rhywun mewn perygl nawr? Ffoniwch 999. Am unrhyw beth na all aros, ffoniwch { $phone }.

mail-told-left-out-subject = Rydym wedi cael eich e-bost, ond nid pob ffeil
mail-told-left-out-body =
    Rydym wedi cael eich e-bost, a bydd rhywun yn ei ddarllen ar ein diwrnod gwaith nesaf. Ni allem gadw rhan ohono:

    { $files }

    Gallwn dderbyn lluniau (JPEG, PNG neu WebP) a ffeiliau PDF hyd at 20 MB. Agorwch unrhyw ddogfen arall a’i chadw fel PDF, neu copïwch ei geiriau i e-bost. Yna anfonwch hi i’r un cyfeiriad ag o’r blaen.

    Ateb awtomatig yw hwn, felly peidiwch ag ateb iddo. A oes rhywun mewn perygl nawr? Ffoniwch 999. Am unrhyw beth na all aros, ffoniwch ni ar { $phone }.
mail-told-cut = Mae gan eich e-bost fwy na 100,000 o lythrennau. Anfonwch y gweddill mewn e-bost arall.

mail-told-no-subject = Eich e-bost
mail-told-answer-subject = Ateb: { $subject }
mail-told-answer-body = { $text }
mail-told-answer-text = { $council }: { $text }
