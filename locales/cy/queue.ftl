# Y ciw.

## Beth ddigwyddodd
queue-fact-joined = Cafodd docyn
queue-fact-called = Galwyd
queue-fact-recalled = Galwyd eto
queue-fact-began = Gwelwyd
queue-fact-no-show = Ni ddaeth pan alwyd
queue-fact-back = Daeth yn ôl
queue-fact-parked = Aeth i nôl rhywbeth
queue-fact-moved = Pasiwyd ymlaen
queue-fact-triaged = Gofynnwyd beth sydd ei angen
queue-fact-merged = Gwelwyd gyda rhywun arall
queue-fact-left = Gadawodd
queue-fact-finished = Daeth yr ymweliad i ben

## Sefyllfa ymweliad
queue-state-waiting = Yn aros
queue-state-called = Wedi galw
queue-state-serving = Yn cael sylw
queue-state-parked = Yn nôl rhywbeth
queue-state-done = Wedi cael sylw
queue-state-left = Wedi gadael
queue-state-no-show = Heb ddod
queue-state-merged = Wedi cael sylw gyda rhywun arall
