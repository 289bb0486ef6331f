title = Talu'r cyngor
summary = Talu treth gyngor, rhent, dirwy barcio, ffi neu anfoneb.
today = Ffoniwch ni a thalu â cherdyn; nid ydym byth yn ysgrifennu rhif eich cerdyn. Gallwch hefyd dalu ag arian parod gyda'r cod bar ar eich bil mewn llawer o siopau a swyddfeydd post, neu drwy drosglwyddiad banc gyda rhif eich cyfrif. Os na allwch dalu, ffoniwch ni yn gyntaf: gallwn gytuno ar daliadau llai gyda chi.
