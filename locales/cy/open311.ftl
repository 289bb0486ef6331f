# Geiriau y mae systemau eraill yn eu dangos i'r person a roddodd wybod am rywbeth.
open311-notice-due = Byddwn yn delio â hyn erbyn { $due }.
open311-notice-joined = Mae rhywun wedi rhoi gwybod i ni am hyn o'r blaen, felly rydym wedi rhoi'r ddau adroddiad gyda'i gilydd.
open311-notice-links = Nid oeddem yn gallu cadw pob dolen i lun: rhaid i ddolen fod yn gyfeiriad gwe, o 2,000 o nodau ar y mwyaf, ac rydym yn cadw 20.
open311-notice-no-pictures = Nid yw'r gwasanaeth hwn yn derbyn lluniau, felly nid ydym wedi cadw eich rhai chi.
open311-notice-passed-on = Mater i { $to } yw hwn, nid i ni.
open311-update-decided = Penderfyniad: { $outcome }.
open311-update-closed = Mae hyn wedi'i gau.
open311-update-closed-with = Mae hyn wedi'i gau: { $outcome }.
open311-update-withdrawn = Tynnodd y sawl a roddodd wybod am hyn ei adroddiad yn ôl.
open311-update-reopened = Cafodd hyn ei ailagor.
