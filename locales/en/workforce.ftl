# Staff: signing in, their own account, and the pages of an administrator.

workforce-sign-in = Sign in
workforce-email = Work email address
workforce-email-empty = Type their work email address
workforce-email-shape = Type an email address like name@work.example
workforce-email-taken = Somebody else signs in with this address
workforce-password = Password
workforce-password-empty = Type your password
workforce-password-wrong = The email address or password is not right
workforce-password-short = The password must have { $least } characters or more
workforce-password-long = The password may have up to { $most } characters
workforce-password-common = This password is one that people guess first. Choose another
workforce-password-own = The password must not be your name, your address or the council's name
workforce-password-repeated = This password repeats itself. Choose another
workforce-password-run = This password is a row of keys or numbers. Choose another
workforce-password-hint = 12 characters or more. Three or four words that only you would put together are good.
workforce-password-new = New password
workforce-password-current = Your password now
workforce-password-current-wrong = This is not your password now
workforce-password-change = Change your password
workforce-password-intro = After this you stay signed in here and are signed out everywhere else.
workforce-too-many = { $minutes ->
    [one] There were too many tries on devices that are new here. Try again in a minute, or open the link we have sent to this address if you work here
   *[other] There were too many tries on devices that are new here. Try again in { $minutes } minutes, or open the link we have sent to this address if you work here
 }
workforce-link = Sign in on this device
workforce-link-intro = Somebody tried passwords for your address on other devices. Press the button, and tries elsewhere no longer keep you waiting on this one. Your password and code are asked next.
workforce-link-over = This link is no longer good, or not whole. Try to sign in, and read the newest message.
workforce-done-link = Tries on other devices no longer keep you waiting here.
workforce-told-link-subject = Signing in to the desk on a new device
workforce-told-link-body = Somebody tried several passwords for this address at the desk of { $council }, on a device that is new here.

    If that was not you, do nothing: without your password and your code nobody gets in, and devices you have used before are not kept waiting.

    If you want to sign in on a new device now, open this link on it. It is good for six hours.

    { $link }
workforce-continue = Continue
workforce-lost = Lost your password or your device? Ask an administrator for a new set-up link.

workforce-demo = Sign in to the demo
workforce-demo-intro = These people are made up. Press a name to work as that person.
workforce-demo-password = Sign in with a password

workforce-council = Sign in with your council account
workforce-council-else = Or sign in with a password
workforce-council-required = Everybody here signs in with their council account. A password is for the administrator who is named for the days when that does not work.
workforce-council-way = Going on to your council account
workforce-council-way-words = If nothing happens, press Continue.
workforce-council-own = You sign in with your council account. Its password and its second step are changed there.
workforce-council-away = You are not signed in: the council's sign-in does not answer. Wait a few minutes and try again. If it goes on, tell your IT help desk. The administrator named for this can sign in with a password
workforce-council-cancelled = You are not signed in: the council's sign-in was cancelled, or you may not use this program. Try again, or ask your IT help desk to give you the right to use it
workforce-council-failed = You are not signed in: the council's sign-in could not finish. Try again. If it goes on, tell your IT help desk
workforce-council-over = You are not signed in: this answer of the council's sign-in was too old, was used before, or belongs to another browser. Press the button to begin again
workforce-council-wrong = You are not signed in: the council's sign-in sent an answer that we cannot trust. Begin again. If it goes on, tell your IT help desk: the log of this program says what was wrong
workforce-council-unverified = You are not signed in: the council's sign-in does not say that your email address is yours. Ask your IT help desk to have it verified
workforce-council-stranger = You are not signed in: nobody who works with this program has the address of your council account. Ask an administrator of it to add you, or to write your address as it is there
workforce-council-other = You are not signed in: another council account has signed in for this address before. If you have a new account, ask an administrator to reset your sign-in. Otherwise tell your IT help desk
workforce-council-weak = You are not signed in: the council's sign-in asked you for one thing only, and you have no device for codes here. Sign in there with your security key or a second step, or ask an administrator for a set-up link
workforce-password-wrong-or-council = The email address or password is not right, or you sign in with your council account

workforce-code = Code from your device
workforce-code-label = Code
workforce-code-hint = The six digits your device shows now
workforce-code-wrong = This is not the code of now, or it was used already. Type the next one your device shows

workforce-code-over = You are not signed in. The code was wrong five times, or ten minutes passed. Begin again
workforce-set-up = Set up your sign-in
workforce-set-up-intro = Hello { $name }. Choose your own password, then add this council to the device that makes your codes.
workforce-set-up-password = Your password
workforce-set-up-codes = Your codes
workforce-set-up-codes-intro = Use any authenticator: an app on a work phone, a password manager, or a hardware key that makes codes.
workforce-set-up-picture = The square picture to scan. The same key is written below it.
workforce-set-up-by-hand = Cannot scan it? Type this key:
workforce-set-up-code-hint = Type the six digits your device shows now, so that we know it works
workforce-set-up-code-wrong = This is not the code your device shows now. Check the time on the device
workforce-set-up-finish = Finish
workforce-set-up-over = This link is no longer good
workforce-set-up-over-words = A set-up link is good for three days and works once. Ask an administrator for a new one, or sign in if you have finished.

workforce-account = Your sign-in
workforce-renew = Use another device for your codes
workforce-renew-intro = We show you a new key for the new device. The codes of the old device work until you have finished. You choose your password again, too.
workforce-told-password-subject = Your password was changed
workforce-told-password-body =
    Dear { $name },

    On { $when } the password you sign in to { $council } with was changed.

    If that was not you, tell an administrator at once.
workforce-done-password = Your password is changed. You are signed out everywhere else.
workforce-done-set-up = You are set up. Sign in with your new password and a code.
workforce-done-saved = Saved.
workforce-save = Save

workforce-staff = Staff
workforce-staff-first = First page
workforce-staff-add = Add a member of staff
workforce-staff-added = Member of staff added
workforce-staff-edit = Change a member of staff
workforce-staff-changed = Somebody else has saved this person in the meantime: name { $name }, email { $email }, roles { $roles }, teams { $teams }, works here: { $active }. What you typed is still below. Save again to replace theirs
workforce-staff-reset-done = Password and codes taken away
workforce-link-intro = Give this link to { $name }, by a way only they can read:
workforce-link-once = It is shown only now. It is good for three days and works once.
workforce-name = Name
workforce-name-empty = Type a name
workforce-name-long = A name may have up to { $most } characters
workforce-name-marks = Type the name with letters only. It has hidden marks in it
workforce-roles = Roles
workforce-roles-empty = Choose at least one role
workforce-roles-own = You cannot take the administrator's role from yourself. Ask another administrator
workforce-roles-last = There must be one administrator who works here. Give somebody else the role first
workforce-role-officer = Officer
workforce-role-officer-hint = Takes contacts for every service, and finishes the cases they own
workforce-role-team-member = Team member
workforce-role-team-member-hint = Works the cases of their own teams
workforce-role-team-leader = Team leader
workforce-role-team-leader-hint = Sees what is late or unowned in their teams, and reassigns
workforce-role-service-owner = Service owner
workforce-role-service-owner-hint = Owns services: their questions, promises and teams
workforce-role-administrator = Administrator
workforce-role-administrator-hint = Manages staff, teams, and which team owns which service
workforce-active = Works here now
workforce-active-hint = They are signed out at once and cannot sign in. What they did stays on record.
workforce-state = State
workforce-state-here = Works here
workforce-state-new = Not set up yet
workforce-state-left = Left
workforce-reset = Take password and codes away
workforce-reset-intro = For a lost or stolen device. They are signed out at once, and you get a new set-up link for them.
workforce-reset-own = You cannot take away your own password and codes. Use "Your sign-in" instead.

workforce-teams = Teams
workforce-teams-none = There are no teams yet.
workforce-teams-gone = One of these teams is no longer there. Choose again
workforce-teams-needed = A team member or team leader must be in a team. Choose one
workforce-team = Team
workforce-team-add = Add a team
workforce-team-name = Team name
workforce-team-name-taken = There is a team with this name already
workforce-team-code = Code
workforce-team-code-hint = Small letters, digits and hyphens, like street-care. Services name the team by it, so it cannot be changed later.
workforce-team-code-shape = Type a code of 2 to 40 small letters, digits and hyphens
workforce-team-code-taken = There is a team with this code already
workforce-team-changed = Somebody else has named this team { $name } in the meantime. Save again to replace that
workforce-team-members = In this team
workforce-team-members-none = Nobody is in this team yet.

workforce-fact-signed-in = Signed in
workforce-fact-sign-in-failed = Somebody tried to sign in and could not
workforce-fact-set-up = Set up their sign-in
workforce-fact-link-made = Made a set-up link
workforce-fact-council-bound = Signed in with a council account for the first time
workforce-fact-added = Added to the staff
workforce-fact-changed = Details changed
workforce-fact-roles-changed = Roles or teams changed
workforce-fact-reset = Password and codes taken away
workforce-fact-team-added = Team added
workforce-fact-team-renamed = Team renamed

# Who cannot work, and the minutes lost.
workforce-outages = Who cannot work
workforce-outages-one = Somebody cannot work
workforce-outages-system = The system is down or too slow
workforce-outages-access = Access to something is missing
workforce-outages-device = A device is broken
workforce-outages-what = What is it?
workforce-outages-what-empty = Choose what it is
workforce-outages-who = Who
workforce-outages-kind = What it is
workforce-outages-since = Since
workforce-outages-when = When
workforce-outages-about = About it
workforce-outages-page = At which page
workforce-outages-from-time = From { $from }
workforce-outages-times = From { $from } until { $until }
workforce-outages-lasts = it lasts
workforce-outages-told = { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
}
workforce-outages-told-later = { $minutes ->
    [one] 1 minute, told afterwards
   *[other] { $minutes } minutes, told afterwards
}
workforce-outages-untold = End not told
workforce-outages-now = Who cannot work now, at { $time }
workforce-outages-again = Look again
workforce-outages-nobody = Nobody has said that they cannot work.
workforce-outages-figures = The last 12 weeks
workforce-outages-none = Nothing was reported in these weeks.
workforce-outages-sum = Reports: { $reports }. Minutes lost: { $minutes }.
workforce-outages-sum-rest = Still lasting: { $open }. End not told: { $untold }.
workforce-outages-how = Minutes are counted where both ends were told, in the week and the teams in which it began. Whoever is in two teams counts in both.
workforce-outages-cut = There are more reports than are added up here.
workforce-outages-by-kind = By what it was
workforce-outages-by-week = By week
workforce-outages-by-team = By team
workforce-outages-week = Week of
workforce-outages-team = Team
workforce-outages-no-team = In no team
workforce-outages-reports = Reports
workforce-outages-minutes = Minutes lost
workforce-outages-open = It lasts
workforce-outages-all = What was reported
workforce-outages-older = Earlier reports
workforce-outages-own = What you reported
workforce-outages-own-none = You have reported nothing.
workforce-outages-more = Say more about it
workforce-outages-words = In one line, if you like
workforce-outages-words-hint = What you were doing, or what you need. Name no resident.
workforce-outages-say = Save
workforce-outages-said = It is noted.
workforce-outages-over = You can work again. The minutes are counted.
workforce-outages-dealt = What was done is noted.
workforce-outages-done = What was done
workforce-outages-done-what = What was done about it?
workforce-outages-done-hint = For example “Access given” or “New screen ordered”. Whoever reported it reads this.
workforce-outages-done-empty = Write in a few words what was done
workforce-outages-done-keep = Note what was done
workforce-outages-ended-at = When could you work again?
workforce-outages-ended-keep = Count the minutes
workforce-outages-changed = Somebody changed this since you opened the page. Look at it above, and save again if it is still right
workforce-outages-later = Note a time when you could not say so
workforce-outages-later-intro = Where the server itself was out of reach nothing could be pressed. Note it here on the same day, with its times.
workforce-outages-from = From when?
workforce-outages-until = Until when?
workforce-outages-time = Type a time of today, like 9:05 or 14:30
workforce-outages-time-hint = Today, like 9:05 or 14:30
workforce-outages-to-come = This time is still to come
workforce-outages-before = It has to end after it began
workforce-outages-twice = You have reported part of this time already
workforce-outages-keep = Note it
workforce-fact-outage-reported = Said that they cannot work
workforce-fact-outage-described = Said more about why they cannot work
workforce-fact-outage-ended = Cannot work: it ended
workforce-fact-outage-dealt = Said what was done for somebody who could not work
