# The words of kiosks and boards in Somali. The pages are not written in it; a key that is not here is said in English.

## The kiosk
queue-kiosk-title = Soo dhowow
queue-kiosk-begin = Halkan taabo si aad u bilowdo
queue-kiosk-what = Maxaad u timid?
queue-kiosk-shut = Hadda waan xirannahay. Weli waad qaadan kartaa tigidh, qof ayaana ku arki doona marka aan furno.
queue-kiosk-again = Dib u bilow
queue-kiosk-ring = Haddii aad qof u baahan tahay, weydii miiska ama wac
queue-kiosk-low = Badhamada hoos u dhig
queue-kiosk-high = Badhamada ku celi meeshoodii
queue-kiosk-still = Weli ma joogtaa?
queue-kiosk-still-why = Shaashaddani waxay bilowga ku noqonaysaa 20 ilbiriqsi gudahood.
queue-kiosk-still-yes = Haa, sii wad
queue-kiosk-finish = Dhammee
queue-kiosk-yours = Kani waa tigidhkaaga
queue-kiosk-picture = Cinwaanka tigidhkaaga, ee kamarada telefoonka
queue-kiosk-phone = Kamarada telefoonkaaga halkan ku jeedi si aad tigidhka u qaadato. Ama xasuuso lambarka: waxaa looga yeeri doonaa shaashadda.
queue-kiosk-not-set-up = Qalabkan looma diyaarin kiosk ahaan. Tigidh ka qaado soo dhaweynta, ama weydii shaqaalaha.

## How it stands, on the ticket at the kiosk
queue-ticket-ahead = { $count ->
    [0] Adiga ayaa xiga.
    [one] Hal qof ayaa kaa horreeya.
   *[other] { $count } qof ayaa kaa horreeya.
}
queue-ticket-range = Waxay qaadanaysaa { $low } ilaa { $high } daqiiqo oo kale.
queue-ticket-about = Waxay qaadanaysaa qiyaastii { $count } daqiiqo oo kale.
queue-ticket-within = Waxay qaadanaysaa ugu badnaan { $count } daqiiqo.
queue-ticket-nobody-can-say = Hadda miis kuma furna tan, sidaas darteed qofna ma sheegi karo inta ay qaadanayso.

## The board
queue-board-ticket = Tigidh
queue-board-desk = Miis
queue-board-room = Qol
queue-board-come = Fadlan hadda kaalay
queue-board-before = Hore loogu yeedhay
queue-board-wait = Sug ilaa lambarkaagu halkan ka soo muuqdo
queue-board-stale = Shaashaddani ma cusboona. Fadlan weydii shaqaalaha.
queue-board-sound = Codka daar
