title = Trwydded barcio i drigolion
summary = Parcio ger eich cartref os ydych yn byw mewn parth trwyddedau: trwydded newydd, adnewyddu neu gerbyd gwahanol.
today = Ffoniwch y tîm parcio neu dewch i ganolfan cwsmeriaid. Bydd angen rhif y cerbyd, y llyfr log neu brydles yn eich enw, a rhywbeth sy'n dangos eich cyfeiriad. Mae'r rhan fwyaf o drwyddedau yn barod yr un diwrnod. Os na allwch ffonio na dod, gofynnwch i ni eich ffonio'n ôl.
