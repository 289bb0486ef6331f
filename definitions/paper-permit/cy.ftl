title = Trwydded barcio bapur
summary = Trwydded ar bapur, i bobl na allant ddefnyddio un ar-lein.
today = Ffoniwch y tîm parcio neu dewch i ganolfan cwsmeriaid a dywedwch wrthym pam nad yw trwydded ar-lein yn gweithio i chi. Ni ofynnir am brawf. Byddwn yn postio'r drwydded atoch. Cewch barcio gyda'n llythyr nes iddi gyrraedd.
