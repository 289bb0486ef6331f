# The words of kiosks and boards in Polish. The pages are not written in it; a key that is not here is said in English.

## The kiosk
queue-kiosk-title = Witamy
queue-kiosk-begin = Dotknij tutaj, aby zacząć
queue-kiosk-what = W jakiej sprawie przychodzisz?
queue-kiosk-shut = Teraz jest zamknięte. Możesz mimo to pobrać numer, a ktoś przyjmie Cię, gdy otworzymy.
queue-kiosk-again = Zacznij od nowa
queue-kiosk-ring = Jeśli chcesz porozmawiać z człowiekiem, zapytaj przy stanowisku lub zadzwoń
queue-kiosk-low = Przesuń przyciski niżej
queue-kiosk-high = Przywróć przyciski na miejsce
queue-kiosk-still = Czy nadal tu jesteś?
queue-kiosk-still-why = Ten ekran wróci do początku za 20 sekund.
queue-kiosk-still-yes = Tak, dalej
queue-kiosk-finish = Zakończ
queue-kiosk-yours = To jest Twój numer
queue-kiosk-picture = Adres Twojego numeru, do odczytania aparatem telefonu
queue-kiosk-phone = Skieruj tu aparat telefonu, aby zabrać numer ze sobą. Możesz też go zapamiętać: zostanie wywołany na tablicy.
queue-kiosk-not-set-up = To urządzenie nie działa jako kiosk. Pobierz numer w recepcji lub zapytaj pracownika.

## How it stands, on the ticket at the kiosk
queue-ticket-ahead = { $count ->
    [0] Jesteś następną osobą w kolejce.
    [one] Przed Tobą jest jedna osoba.
    [few] Przed Tobą są { $count } osoby.
   *[other] Przed Tobą jest { $count } osób.
}
queue-ticket-range = Potrwa to jeszcze od { $low } do { $high } minut.
queue-ticket-about = { $count ->
    [one] Potrwa to jeszcze około minuty.
   *[other] Potrwa to jeszcze około { $count } minut.
}
queue-ticket-within = { $count ->
    [one] Potrwa to najwyżej minutę.
    [few] Potrwa to najwyżej { $count } minuty.
   *[other] Potrwa to najwyżej { $count } minut.
}
queue-ticket-nobody-can-say = Teraz żadne stanowisko nie jest do tego otwarte, więc nikt nie może powiedzieć, ile to potrwa.

## The board
queue-board-ticket = Numer
queue-board-desk = Stanowisko
queue-board-room = Pokój
queue-board-come = Prosimy podejść
queue-board-before = Wezwani wcześniej
queue-board-wait = Proszę czekać, aż Twój numer pojawi się tutaj
queue-board-stale = Ten ekran jest nieaktualny. Proszę zapytać pracownika.
queue-board-sound = Włącz dźwięk
