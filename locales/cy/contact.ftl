contact-channel-phone = Dros y ffôn
contact-channel-counter = Wrth gownter
contact-channel-email = Drwy e-bost
contact-channel-post = Drwy'r post
contact-channel-chat = Drwy sgwrs neu neges destun
contact-channel-social = Ar rwydwaith cymdeithasol
contact-channel-visit = Ar ymweliad

contact-help-alone = Ar eu pen eu hunain
contact-help-with-me = Gyda swyddog
contact-help-for-me = Gwnaeth swyddog hynny drostynt

contact-outcome-answered = Atebwyd
contact-outcome-case-opened = Gwnaed cais
contact-outcome-added-to-case = Ychwanegwyd at gais
contact-outcome-passed-on = Trosglwyddwyd
contact-outcome-call-back = Byddwn yn ffonio'n ôl
contact-outcome-abandoned = Rhoesant y gorau iddi
contact-outcome-turned-away = Trowyd i ffwrdd

contact-fact-started = Fe wnaethoch chi gysylltu
contact-fact-named = Nodwyd cyswllt pwy ydoedd
contact-fact-linked = Nodwyd gyda chais yr hyn a ofynnoch amdano
contact-fact-passed = Trosglwyddwyd chi i gydweithiwr neu dîm
contact-fact-taken = Cymerodd cydweithiwr yr hyn a ofynnoch drosodd
contact-fact-lost = Trosglwyddwyd chi, ac ni chymerodd neb y peth drosodd mewn pryd
contact-fact-finished = Deliwyd â'r hyn a ofynnoch
contact-fact-erased = Dilëwyd yr hyn oedd yn bersonol mewn cyswllt
