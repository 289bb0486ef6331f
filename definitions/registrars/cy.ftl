title = Genedigaethau, marwolaethau, priodasau a chopïau o dystysgrifau
summary = Trefnu amser i gofrestru genedigaeth neu farwolaeth, rhoi hysbysiad o briodas neu bartneriaeth sifil, neu archebu copi o dystysgrif.
today = Ffoniwch y cofrestryddion i drefnu amser. Mae'r gyfraith yn dweud bod rhaid i berson ddod i lofnodi. Cofrestrwch enedigaeth o fewn 42 diwrnod, a marwolaeth o fewn 5 diwrnod i'r archwilydd meddygol anfon y papurau atom. I gael copi o dystysgrif, rhowch yr enwau, y dyddiad a'r lle; byddwn yn ei bostio atoch. Gallwn drefnu cyfieithydd.
