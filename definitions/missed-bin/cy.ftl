title = Rhoi gwybod am fin heb ei gasglu
summary = Sbwriel, ailgylchu, gwastraff bwyd, gwastraff gardd neu wastraff clinigol na chafodd ei gasglu.
start = Arhoswch tan ddiwedd y diwrnod casglu cyn dweud wrthym: mae’r criwiau’n gweithio tan 5pm. Mae’n cymryd tua dwy funud.

page-out = Eich bin ar y diwrnod
page-street = Eich stryd ar y diwrnod

question-container = Beth na chafodd ei gasglu?
option-container-rubbish = Y bin sbwriel
option-container-recycling = Ailgylchu
option-container-food = Y cadi gwastraff bwyd
option-container-garden = Gwastraff gardd
option-container-clinical = Gwastraff clinigol
option-container-clinical-hint = Er enghraifft: nodwyddau, gorchuddion clwyfau, gwastraff dialysis.
option-container-communal = Bin a rennir gan sawl cartref
option-container-bulky = Rhywbeth mawr y cytunwyd i’w gasglu
question-address = Pa gyfeiriad yw e?
question-address-hint = Ar gyfer bin a rennir, rhowch gyfeiriad yr adeilad.
question-due_on = Ar ba ddiwrnod y dylai fod wedi’i gasglu?
question-due_on-hint = Gall fod hyd at bythefnos yn ôl.
question-due_on-error-too-late = Dewiswch heddiw neu ddiwrnod yn ystod y pythefnos diwethaf. Os yw’r diwrnod eto i ddod, nid oes dim i’w ddweud eto
question-due_on-error-too-early = Gallwn fynd yn ôl am gasgliadau’r pythefnos diwethaf. Am rywbeth hŷn, anfonwch neges atom
question-out_by_seven = A oedd wrth ymyl eich eiddo erbyn 7am?
question-out_by_seven-short = Allan erbyn 7am
question-out_by_seven-yes = Oedd
question-out_by_seven-no = Nac oedd
question-tag = A adawsom ni dag neu sticer arno?
option-tag-none = Naddo
option-tag-wrong-things = Do: y pethau anghywir ynddo
option-tag-too-heavy = Do: rhy drwm
option-tag-lid-open = Do: nid oedd y caead yn cau
option-tag-not-sure = Nid wyf yn siŵr
question-whole_street = Ai dim ond eich un chi oedd e?
option-whole_street-mine = Dim ond fy un i
option-whole_street-some = Rhai eraill hefyd
option-whole_street-all = Y stryd gyfan
option-whole_street-not-sure = Nid wyf yn siŵr
question-blocked = A oedd y stryd wedi’i rhwystro y diwrnod hwnnw?
question-blocked-hint = Er enghraifft: ceir wedi parcio, gwaith ffordd, eira.
question-blocked-yes = Oedd
question-blocked-no = Nac oedd
question-assisted = A ydym yn casglu o’ch drws am na allwch symud y bin?
question-assisted-short = Help gyda’r bin
question-assisted-yes = Ydych
question-assisted-no = Nac ydych
question-times_before = A yw hyn wedi digwydd o’r blaen yn y ddau fis diwethaf?
option-times_before-none = Nac ydy
option-times_before-once = Ydy, unwaith
option-times_before-more = Ydy, fwy nag unwaith
question-description = A oes unrhyw beth arall y dylem ei wybod?
question-description-hint = Er enghraifft: giât wedi’i chloi, neu ble mae’r bin yn sefyll.

reason-usual = Byddwn yn dod yn ôl am fin na chasglwyd o fewn dau ddiwrnod gwaith.
reason-clinical = Ni ddylai gwastraff clinigol aros.
reason-assisted = Addawsom gasglu o’ch drws, ac ni wnaethom.
reason-not-out = Nid oedd allan erbyn 7am, felly byddwn yn ei wagio ar eich diwrnod casglu nesaf.
reason-tag = Mae’r tag yn dweud beth i’w gywiro. Byddwn yn ei wagio ar eich diwrnod casglu nesaf.
reason-street = Ni chasglwyd o stryd gyfan, felly bydd y criw’n mynd yn ôl yno gyntaf.
reason-again = Mae hyn yn digwydd i chi dro ar ôl tro, felly bydd goruchwyliwr yn edrych arno.
reason-bulky = Cytunwyd ar ddiwrnod gyda chi, a byddwn yn trefnu’r un rhydd nesaf.

reason-outside = Mae'r cyfeiriad y tu allan i'n hardal.
reason-ours = Mae'r cyfeiriad yn ein hardal.
to-other-council = y cyngor ar gyfer y cyfeiriad hwnnw
to-other-council-find = Dod o hyd i'r cyngor hwnnw ar GOV.UK
to-other-council-link = https://www.gov.uk/find-local-council

outcome-collected = Wedi’i gasglu
outcome-left-tag = Heb ei gasglu: mae’r tag yn dweud beth i’w gywiro
outcome-not-out = Heb ei gasglu: nid oedd allan
outcome-no-access = Heb ei gasglu: ni allem ei gyrraedd
outcome-next-round = Byddwn yn ei gymryd ar eich diwrnod casglu nesaf

next = Gadewch ef allan. Byddwn yn dweud wrth y criw, ac yn dweud wrthych pan fydd wedi’i wneud os rhoesoch e-bost neu rif ffôn i ni.

# What the rules work out from the answers.
compute-here = Mae yn ardal y cyngor hwn

delegated-next-round = Cytuno y caiff ei gymryd ar y diwrnod casglu nesaf, ond nid gwastraff clinigol
