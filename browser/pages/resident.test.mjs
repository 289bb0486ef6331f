// Every page a resident can come to, also the ones with errors, at the width of a phone and of a desktop.
import { ENGLISH } from '../lib/look.mjs'
import { lookAsResidents } from './residents.mjs'

lookAsResidents(ENGLISH)
