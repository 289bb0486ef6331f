# Words that other systems show to the person who reported something.
open311-notice-due = We will deal with this by { $due }.
open311-notice-joined = Somebody has told us about this before, so we have put the two reports together.
open311-notice-no-pictures = This service takes no pictures, so we have not kept yours.
open311-notice-passed-on = This is for { $to } to deal with, not for us.
open311-update-decided = Decided: { $outcome }.
open311-update-closed = This is closed.
open311-update-closed-with = This is closed: { $outcome }.
open311-update-withdrawn = Whoever reported this took it back.
open311-update-reopened = This was opened again.

# Read by those who build other systems, and by staff only.
open311-key-service = Keys to send reports are given by the council. Write to { $email }.
open311-desk-update = { $text } (sent from another system, where the report stands as { $status })
open311-error-no-key = api_key is missing: a key is needed to send anything.
open311-error-key = api_key is not a key that opens this, or it was ended.
open311-error-jurisdiction = jurisdiction_id is not known here. There is one council at this address: leave it out.
open311-error-service = service_code is not one of the services here.
open311-error-request = There is no request with this service_request_id.
open311-error-token = There is no such token.
open311-error-missing = { $name } is missing.
open311-error-where = Say where it is: send lat and long, or address_string.
open311-error-address-id = address_id means nothing here: send lat and long, or address_string.
open311-error-degrees = { $name } is not a number of degrees (WGS 84).
open311-error-text = { $name } cannot be read: it is too long, of another shape, or has characters that no text has.
open311-error-date = { $name } is not a moment such as 2026-11-22T12:00:00Z: the zone is needed.
open311-error-dates-turned = { $name } is before the moment the range begins at, or one of the two is missing.
open311-error-dates-apart = { $name } is more than 90 days after the moment the range begins at.
open311-error-status = { $name } is not a known status.
open311-error-number = { $name } is not a whole number from 1.
open311-error-far = { $name } leads too far: ask for a shorter time.
open311-error-many = { $name } names more than 200 requests.
open311-error-large = The report is larger than 64 kilobytes.
open311-error-not-ours = This cannot be taken here. { $reason }
open311-error-not-ours-but = This cannot be taken here. { $reason } It is for { $to }.
