title = Treth gyngor: talu drwy ddebyd uniongyrchol
summary = Sefydlu, newid neu ganslo debyd uniongyrchol ar gyfer eich treth gyngor.
today = Ffoniwch y tîm treth gyngor gyda rhif eich cyfrif a'ch manylion banc, neu gofynnwch i ni bostio ffurflen atoch. Rhaid i chi allu llofnodi ar gyfer y cyfrif ar eich pen eich hun. Gallwch ddewis y diwrnod o'r mis. Byddwn yn ysgrifennu atoch cyn cymryd unrhyw arian.
