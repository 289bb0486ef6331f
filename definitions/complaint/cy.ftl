title = Cwyno am y cyngor
summary = Dywedwch wrthym pan wnaethom rywbeth o'i le, pan oeddem yn hwyr neu'n anghwrtais, neu pan na wnaethom yr hyn a ddywedasom.
today = Ffoniwch ni, ysgrifennwch atom, neu dywedwch wrth unrhyw un sy'n gweithio i'r cyngor: cewch gwyno yn eich geiriau eich hun, hefyd ar lafar neu drwy rywun rydych yn ymddiried ynddo. Byddwn yn ysgrifennu'n ôl o fewn pum diwrnod gwaith i ddweud pwy sy'n edrych ar eich cwyn ac erbyn pryd y cewch ateb. Os nad ydych yn fodlon o hyd, gallwch ofyn am ail olwg, ac yna mynd at yr ombwdsmon.
