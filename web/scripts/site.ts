// The whole of the scripts. Every page works without them; they only make it quicker or plainer.
import { Button, ErrorSummary, NotificationBanner, PasswordInput, ServiceNavigation, SkipLink, createAll } from 'govuk-frontend'
import { makeErrorsPassable } from './back'
import { copyButtons } from './copy'
import { countCharacters } from './count'
import { growTextareas } from './grow'
import { keepWhatIsWritten } from './kept'
import { keepLive } from './live'
import { revealConditionals } from './reveal'
import { followSummaryLinks } from './summary'

// The library asks for this mark on the page before it does anything.
document.body.classList.add('js-enabled', 'govuk-frontend-supported')

for (const component of [Button, ErrorSummary, NotificationBanner, PasswordInput, ServiceNavigation, SkipLink]) {
  createAll(component)
}

makeErrorsPassable()
copyButtons()
countCharacters()
growTextareas()
keepWhatIsWritten()
keepLive()
revealConditionals()
followSummaryLinks()
