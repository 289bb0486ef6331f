# Answers everybody may read.

knowledge-help-title = Questions and answers
knowledge-help-label = What would you like to know?
knowledge-help-button = Search
knowledge-help-none = We have no answer to that here. You can ask us: the ways are at the foot of this page.
knowledge-help-general = About the council
knowledge-help-in-english = We have this answer in English only so far. If you need it in another language, ask us.
knowledge-help-service = More about this:
knowledge-help-wrong = Is this wrong, or hard to understand?
knowledge-help-wrong-label = What is wrong with it?
knowledge-help-wrong-hint = We do not ask who you are, so we cannot reply to you. Do not write anything about yourself here.
knowledge-help-wrong-button = Tell us
knowledge-help-wrong-empty = Write what is wrong, or what you do not understand
knowledge-help-thanks = Thank you. Whoever looks after this answer will read what you wrote.
knowledge-help-known = Thank you. Many people have told us already that something is wrong here, and we are looking at it.

# Told by email or text when an answer was put right.

knowledge-corrected-subject = We told you something that was not right
knowledge-corrected-body = You asked us: { $question }

    What we told you then was not right, and we are sorry. This is the right answer:

    { $answer }

    If you have already done something because of the wrong answer, call us on { $phone }. We will help you put it right.
knowledge-corrected-text = { $council }: what we told you about “{ $question }” was not right, and we are sorry. The right answer: { $answer } Questions? Call { $phone }.
knowledge-corrected-english-subject = We told you something that was not right
knowledge-corrected-english-body = You asked us: { $question }

    What we told you then was not right, and we are sorry. This is the right answer, which we have in English only so far:

    { $answer }

    If you have already done something because of the wrong answer, or want to hear this in your language, call us on { $phone }.
knowledge-corrected-english-text = { $council }: what we told you about “{ $question }” was not right, and we are sorry. The right answer: { $answer } To hear it in your language call { $phone }.

# Answers at the desk. Seen by staff only.

knowledge-list-title = Knowledge
knowledge-list-label = What does the resident ask?
knowledge-list-hint = In everyday words. Spelling need not be right.
knowledge-list-button = Search
knowledge-list-any-service = Every service
knowledge-list-none = No answer fits. If you know it, ask a service owner to write it down.
knowledge-list-meant = Read as: { $words }
knowledge-list-more = More answers
knowledge-service = Service
knowledge-no-service = None
knowledge-service-wrong = Choose one of the services
knowledge-tag-public = For everybody
knowledge-tag-overdue = To be looked at since { $day }
knowledge-tag-retired = Out of use
knowledge-tag-draft = Not approved yet
knowledge-tag-stands = Stands
knowledge-tag-correction = Correction
knowledge-beside = Answers for this service
knowledge-back = Back to the answer
knowledge-actions = What you can do with this answer
knowledge-show-title = An answer
knowledge-none-stands = There is no approved answer yet. Tell nobody what the draft says.
knowledge-missing = Not written in: { $languages }. There people read the English, and are told so.
knowledge-also-known = People also type:
knowledge-owner = Owner
knowledge-owner-nobody = Nobody
knowledge-owner-wrong = Choose somebody from the list
knowledge-review = To be looked at again by the end of
knowledge-review-label = When is it to be looked at again?
knowledge-review-wrong = Type a day to come, within three years
knowledge-public-page = Page for everybody
knowledge-versions = Versions
knowledge-version = Version { $number }
knowledge-version-whole = The whole text
knowledge-brought-in = brought in from a file
knowledge-changes = What changed
knowledge-changes-none = The words are the same; what belongs to them changed.
knowledge-new-title = Write a new answer
knowledge-edit-title = Change this answer
knowledge-draft-edit = Go on with the draft
knowledge-draft-waits = A draft, changed last on { $day }, waits to be approved.
knowledge-draft-read = Read the draft
knowledge-write-intro = What you write waits until somebody else has approved it. Until then people are told what stands.
knowledge-other-language = Leave all three empty if it is not written in this language: people then read the English, and are told so.
knowledge-question = The question, as a resident would ask it ({ $language })
knowledge-question-empty = Type the question, or leave all fields of this language empty
knowledge-answer = The answer ({ $language })
knowledge-answer-empty = Type the answer, or leave all fields of this language empty
knowledge-also = What people also type ({ $language })
knowledge-also-hint = Everyday words, one line for each.
knowledge-also-wrong = At most 40 lines, each of no more than 200 characters
knowledge-about = About this answer
knowledge-public = Who may read it?
knowledge-public-yes = Everybody
knowledge-public-no = Staff
knowledge-public-empty = Choose who may read it
knowledge-note = What changed, and why
knowledge-note-hint = In a sentence, for whoever approves it and for colleagues.
knowledge-note-empty = Say in a sentence what changed
knowledge-save = Save the draft
knowledge-overtaken = Somebody else saved a draft while you wrote. Copy what you need from below, read their draft, and change it.
knowledge-refused-name = There are too many answers with this question. Ask it in other words.
knowledge-approve-title = Read and approve
knowledge-approve-button = Approve
knowledge-approve-not-own = You wrote on this draft, or approving is not yours: somebody else has to approve it.
knowledge-return-title = Send it back with a reason
knowledge-return-label = What has to change, and why?
knowledge-return-hint = Whoever wrote it reads this. It stays on record.
knowledge-return-empty = Write what has to change
knowledge-return-button = Send it back
knowledge-return-waits = This draft was sent back. It waits for whoever writes on it, and can be approved once it is changed.
knowledge-returned = Sent back
knowledge-back-to-draft = Back to the draft
knowledge-written-by = Written by
knowledge-left-behind = The English changed and these did not: { $languages }. Read whether they still say the same. If the answer before was wrong, these go, and readers see the English until it is translated.
knowledge-correction = Was the answer that stands now wrong?
knowledge-correction-hint = If it was, everybody who was told it is listed and can be sent the right one.
knowledge-correction-no = No: this only says it better, or something new
knowledge-correction-yes = Yes: people were told something wrong
knowledge-correction-empty = Say whether what people were told was wrong
knowledge-keep-title = Owner and day
knowledge-keep-button = Save
knowledge-retire-title = Take it out of use
knowledge-retire-intro = It is no longer found or shown. Its versions stay, and so does who was told what.
knowledge-back-title = Bring it back
knowledge-back-intro = It is out of use. Brought back, it stands again as it was approved last.
knowledge-wrong-title = This is wrong
knowledge-wrong-label = What is wrong, and how do you know?
knowledge-wrong-hint = It goes to whoever owns this answer. Name no resident.
knowledge-wrong-button = Send
knowledge-wrong-empty = Write what is wrong
knowledge-flags = Said to be wrong
knowledge-flag-resident = Somebody on the page for everybody
knowledge-flag-answer = Reply
knowledge-flag-reply = Reply
knowledge-flag-reply-hint = Colleagues read it beside the answer. What a resident wrote cannot be replied to: they gave no address.
knowledge-flag-reply-empty = Write a reply
knowledge-flag-close = Reply and close
knowledge-flag-had = What they had before them
knowledge-tell-title = I told them this
knowledge-tell-at-hand = I told { $who } this
knowledge-tell-finished = That contact is finished. Type whom you told
knowledge-tell-intro = If this answer is ever put right, whoever was told it hears of it.
knowledge-tell-whom = Whom did you tell?
knowledge-tell-whom-hint = The reference of their case, or their email address or telephone number.
knowledge-tell-whom-empty = Type the reference of their case, an email address or a telephone number
knowledge-tell-whom-wrong = This is no reference, email address or telephone number
knowledge-tell-whom-no-case = There is no such case that you may see. Read the reference once more
knowledge-tell-name = What are they called?
knowledge-tell-name-hint = Leave it empty with a reference. It is kept for a year where nothing else names them.
knowledge-tell-language = In which language did you tell them?
knowledge-tell-language-empty = Choose the language
knowledge-tell-button = Note it
knowledge-told-title = Who was told this
knowledge-told-waiting = { $n ->
    [one] One note of somebody who was told the wrong answer waits for the correction to be sent.
   *[other] { $n } notes of people who were told the wrong answer wait for the correction to be sent.
 }
knowledge-told-ringing = { $n ->
    [one] No message reaches one of them: somebody has to ring.
   *[other] No message reaches { $n } of them: somebody has to ring.
 }
knowledge-told-send = Send the correction
knowledge-told-numbers = Who they are is shown to those who serve residents.
knowledge-told-none = Nobody is on record yet.
knowledge-told-who = Who
knowledge-told-what = What they were told
knowledge-told-when = When, and by whom
knowledge-told-correction = Correction
knowledge-told-in-contact = Told in a contact of yours
knowledge-told-unnamed = No name
knowledge-told-to-send = To be sent
knowledge-told-to-ring = To be rung
knowledge-told-to-write = To be written to, or rung when they may be
knowledge-told-written = I have written to them
knowledge-told-not-to-ring = They asked not to be rung, or not at this hour. Write to them, or ring when they may be rung.
knowledge-told-by-email = Sent by email
knowledge-told-by-text = Sent as a text
knowledge-told-by-hand = Rung
knowledge-told-by-letter = Written to
knowledge-told-once = Sent with another note of the same person
knowledge-told-nobody = Nobody can be reached any more
knowledge-told-rung = I have told them
knowledge-told-older = Told before that
knowledge-work-title = What waits
knowledge-work-own = What you own, and what nobody owns.
knowledge-work-all = Everybody's.
knowledge-work-own-only = Show mine
knowledge-work-everybody = Show everybody's
knowledge-work-flags = Said to be wrong
knowledge-work-drafts = Drafts
knowledge-work-yours = You can approve it
knowledge-work-overdue = Past the day to look at it
knowledge-work-corrections = Corrections on their way
knowledge-work-none = Nothing.
knowledge-done-written = The draft is saved. Somebody else has to approve it.
knowledge-done-approved = Approved: this is the answer now.
knowledge-done-returned = Sent back. Whoever wrote it sees it and your reason on their list.
knowledge-done-kept = Saved.
knowledge-done-retired = It is out of use.
knowledge-done-back = It stands again.
knowledge-done-wrong = Thank you. It is on the owner's list.
knowledge-done-answered = The reply is kept, and it is closed.
knowledge-done-told = Noted.
knowledge-done-corrected = Approved. Those who were told what was wrong are below.
knowledge-done-sent = The correction is on its way to everybody a message reaches.
knowledge-done-rung = Noted that they were told.
knowledge-briefing-list = Briefings
knowledge-briefing-new = Give a briefing
knowledge-briefing-none = There is none.
knowledge-briefing-older = Earlier briefings
knowledge-briefing-title = What it is about
knowledge-briefing-title-empty = Say in a few words what it is about
knowledge-briefing-text = What they are to know
knowledge-briefing-text-hint = A few short sentences: it is read before a shift.
knowledge-briefing-text-empty = Write what they are to know
knowledge-briefing-teams = Who is to read it?
knowledge-briefing-everybody = Everybody
knowledge-briefing-teams-empty = Choose everybody, or one team or more
knowledge-briefing-until = Until when is it to be read?
knowledge-briefing-until-wrong = Type a day to come, within three years
knowledge-briefing-give = Give it
knowledge-briefing-read = Read
knowledge-briefing-read-at = You read it on { $when }.
knowledge-briefing-stands = to be read until { $day }
knowledge-briefing-over = over
knowledge-briefing-tag-read = Read
knowledge-briefing-tag-new = To be read
knowledge-briefing-readers = Who has read it
knowledge-briefing-counted = { $read } of { $of } have read it.
knowledge-briefing-not-yet = not yet
knowledge-briefing-end = End it now
knowledge-done-read = Thank you: it is noted that you have read it.
