// The whole of the scripts. Every page works without them; they only make it quicker or plainer.
import {
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  NotificationBanner,
  PasswordInput,
  Radios,
  ServiceNavigation,
  SkipLink,
  createAll
} from 'govuk-frontend'
import { copyButtons } from './copy'
import { growTextareas } from './grow'
import { followSummaryLinks } from './summary'

// The library asks for this mark on the page before it does anything.
document.body.classList.add('js-enabled', 'govuk-frontend-supported')

for (const component of [
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  NotificationBanner,
  PasswordInput,
  Radios,
  ServiceNavigation,
  SkipLink
]) {
  createAll(component)
}

copyButtons()
growTextareas()
followSummaryLinks()
