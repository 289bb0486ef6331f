# Words of the layout and of the components. Seen on every page.

page-skip = Skip to main content
page-error = Error
page-error-summary = There is a problem
page-warning = Warning
page-back = Back
page-breadcrumbs = You are here
page-menu = Menu
page-service-information = Service
page-language = Language
page-yes = Yes
page-no = No

page-date-day = Day
page-date-month = Month
page-date-year = Year

page-password-show = Show
page-password-hide = Hide
page-password-show-label = Show password
page-password-hide-label = Hide password
page-password-shown = Your password is visible
page-password-hidden = Your password is hidden

page-characters-limit = You can type up to { $count } characters
page-characters-left = Characters left
page-characters-none = No characters left
page-characters-over = Characters too many

page-banner-important = Important
page-banner-success = Done

page-pagination = Pages
page-previous = Previous
page-previous-hidden = page
page-next = Next
page-next-hidden = page

page-copy = Copy
page-copied = Copied

page-home = Home
page-account = Your account
page-keys = Keys for programs
page-account-of = Signed in as
page-sign-in = Sign in
page-sign-out = Sign out
page-services = Services
page-track = Follow a request
page-navigation = Main places

page-person-title = Talk to a person
page-person-intro = You can always reach a person. Choose what suits you.
page-person-call = Call us
page-person-callback = Ask us to call you back
page-person-callback-hint = Choose a time. The call costs you nothing.
page-person-visit = Visit us
page-person-visit-hint = Where we are and when we are open.
page-person-message = Send us a message
page-person-message-hint = We answer in writing.

page-footer = About this site
page-help = Questions and answers
page-promises = Our promises, kept and broken
page-accessibility = Accessibility statement
page-privacy = Privacy
page-cookies = Cookies
page-emergency = In danger now? Call 999.

# The desk. Seen by staff only.
page-desk-held = Access requests
page-desk-keys = Keys
page-desk-hooks = Webhooks
page-desk = Desk
page-desk-navigation = Desk places
page-desk-menu = Menu
page-desk-cases = Cases
page-desk-people = People
page-desk-counter = Counter
page-desk-sites = Sites
page-desk-appointments = Appointments
page-desk-contacts = Contacts
page-desk-contact = Start a contact
page-desk-contact-key = By keyboard: Alt and N
page-desk-in-hand = Open contacts
page-desk-typed = What you typed here before is below. It has not been sent or kept yet.
page-desk-mail = Email and post
page-desk-knowledge = Knowledge
page-desk-briefings = Briefings
page-desk-to-read = To be read before you go on
page-desk-figures = Figures
page-desk-account = Your sign-in
page-desk-stuck = I cannot work
page-desk-stuck-tab = (opens in a new tab; what you typed stays here)
page-desk-stuck-since = You cannot work since { $time }.
page-desk-stuck-end = I can work again
page-desk-stuck-more = Say more about it
page-desk-stuck-own = When you could not work
page-desk-filters = Filters
page-desk-filter = Filter
page-desk-clear = Clear filters
page-desk-services = Services
page-desk-staff = Staff
page-desk-teams = Teams

# Seen on every page.
page-person-hours = Monday to Friday, 9am to 5pm. A person answers.
page-demo = Demo
page-demo-words = This council is made up. Nothing you type here reaches a real council.
page-demo-link = What to try

page-field-empty = Fill this in
page-field-too-long = Use { $most } characters or fewer
page-field-control = Take out characters that cannot be seen or printed. Typing it again usually helps.
page-field-direction = Take out hidden marks that change the direction of the text. Typing it again usually helps.
page-address-not-understood = Something in the address of this page is not right. Check it, or find the page again from the start page.
page-form-not-understood = We could not read what was sent. Go back, load the page again and try once more.
page-form-too-many-fields = This form was sent with more fields than any of our pages has, so we did not read it. Go back, load the page again and try once more.
page-reference-mistyped = That reference has a mistake in it. Check each letter and number.

page-file-hint = You can send up to { $most } files of 20 MB each: photos (JPEG, PNG, WebP) or PDFs. We take out where a photo was taken.
page-file-not-there = This file is not there any more, or something was sent with it already. Send it again.
page-file-slow = You have sent many files in a short time. What you sent before is kept. Try again in an hour.
page-file-empty = “{ $name }” is empty. Choose it again.
page-file-too-large = “{ $name }” is larger than 20 MB. Send a smaller one.
page-file-too-many = “{ $name }” was not added: there are as many files as you can send. Remove one first.
page-file-too-much = “{ $name }” was not added: all files together may have 100 MB. Remove one first.
page-file-kind = “{ $name }” is not a file we can take. Send a photo (JPEG, PNG or WebP) or a PDF.
page-file-kind-photo = “{ $name }” is not a photo we can take. Send a JPEG, a PNG or a WebP.
page-file-kind-pdf = “{ $name }” is not a PDF. Send a PDF.
page-file-heic = We cannot read “{ $name }”, because it is a HEIC photo. Open it on your phone, take a screenshot of it, and send that.
page-file-broken = We cannot read “{ $name }”. It may be damaged. Send it again or send another one.
page-file-pixels = “{ $name }” has too many pixels for us. Send a smaller photo.
page-file-virus = We found a virus in “{ $name }”, so we did not keep it. The device it comes from may need help.
page-file-no-room = We cannot keep “{ $name }” just now. Nothing else is lost. Try again in a few minutes.
