// The same pages as resident.test.mjs, in the other languages.
import { LANGUAGES } from '../lib/look.mjs'
import { lookAsResidents } from './residents.mjs'

lookAsResidents(LANGUAGES)
