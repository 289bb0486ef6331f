title = Trwydded barcio i ymwelwyr
summary = Gadael i'ch ymwelwyr, gofalwyr neu adeiladwyr barcio ger eich cartref mewn parth trwyddedau.
today = Ffoniwch y tîm parcio neu dewch i ganolfan cwsmeriaid gyda rhywbeth sy'n dangos eich cyfeiriad. Gallwch brynu sesiynau ymwelwyr ar gyfer y dyddiau nesaf neu lyfr ar gyfer nes ymlaen. Os ydych yn gofalu am rywun neu os oes rhywun yn gofalu amdanoch chi, dywedwch: efallai y byddwch yn talu llai.
