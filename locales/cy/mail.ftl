mail-told-received-subject = Rydym wedi cael eich e-bost
mail-told-received-body =
    Rydym wedi cael eich e-bost, a bydd rhywun yn ei ddarllen ar ein diwrnod gwaith nesaf. Ateb awtomatig yw hwn, felly peidiwch ag ateb iddo.

    A oes rhywun mewn perygl nawr? Ffoniwch 999. Am unrhyw beth na all aros, ffoniwch ni ar { $phone }.
