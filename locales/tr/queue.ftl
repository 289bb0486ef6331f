# The words of kiosks and boards in Turkish. The pages are not written in it; a key that is not here is said in English.

## The kiosk
queue-kiosk-title = Hoş geldiniz
queue-kiosk-begin = Başlamak için buraya dokunun
queue-kiosk-what = Ne için geldiniz?
queue-kiosk-shut = Şu anda kapalıyız. Yine de sıra numarası alabilirsiniz; açıldığımızda biri sizinle görüşecek.
queue-kiosk-again = Baştan başla
queue-kiosk-ring = Biriyle görüşmeniz gerekiyorsa masaya sorun veya arayın:
queue-kiosk-low = Düğmeleri aşağıya al
queue-kiosk-high = Düğmeleri eski yerine al
queue-kiosk-still = Hâlâ orada mısınız?
queue-kiosk-still-why = Bu ekran 20 saniye içinde başa dönecek.
queue-kiosk-still-yes = Evet, devam et
queue-kiosk-finish = Bitir
queue-kiosk-yours = Sıra numaranız
queue-kiosk-picture = Sıra numaranızın adresi, telefon kamerası için
queue-kiosk-phone = Numarayı yanınıza almak için telefonunuzun kamerasını buraya tutun. Ya da numarayı aklınızda tutun: ekranda çağrılacak.
queue-kiosk-not-set-up = Bu cihaz kiosk olarak ayarlanmamış. Danışmadan sıra numarası alın veya bir görevliye sorun.

## How it stands, on the ticket at the kiosk
queue-ticket-ahead = { $count ->
    [0] Sıradaki sizsiniz.
   *[other] Önünüzde { $count } kişi var.
}
queue-ticket-range = { $low } ile { $high } dakika daha sürecek.
queue-ticket-about = Yaklaşık { $count } dakika daha sürecek.
queue-ticket-within = En çok { $count } dakika sürecek.
queue-ticket-nobody-can-say = Şu anda bunun için açık masa yok, bu yüzden ne kadar süreceğini kimse söyleyemez.

## The board
queue-board-ticket = Sıra numarası
queue-board-desk = Masa
queue-board-room = Oda
queue-board-come = Lütfen şimdi gelin
queue-board-before = Daha önce çağrılanlar
queue-board-wait = Numaranız burada görünene kadar bekleyin
queue-board-stale = Bu ekran güncel değil. Lütfen bir görevliye sorun.
queue-board-sound = Sesi aç
