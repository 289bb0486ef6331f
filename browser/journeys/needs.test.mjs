// What somebody needs: told by themselves on a phone, seen and obeyed at the desk, and taken back.
import assert from 'node:assert/strict'
import { atTheDesk, openRecord } from '../lib/desk.mjs'
import { newAccount } from '../lib/prepared.mjs'
import { DESK, PHONE, RESIDENT, trial, visitor } from '../lib/trial.mjs'

const OWN = '/account/details/needs'

async function account(s, name) {
  const email = s.email(name)
  await newAccount(s, 'Bryony Sketchmere', email)
  return email
}

trial('what helps is told once, with consent, and kept', RESIDENT, async (s) => {
  await account(s, 'needs')
  await s.go('/account/details')
  await s.says(s.t('residents-needs-none'))
  await s.go(OWN)
  await s.see(s.t('residents-needs'))
  await s.choose(s.t('residents-needs-line-large-print'))
  await s.select(s.t('residents-needs-calls'), s.t('residents-needs-calls-never'))
  await s.fill(s.t('residents-needs-write-to'), 'PO Box 9')
  await s.press(s.t('residents-save'))
  await s.refused(s.t('residents-needs-write-to-wrong'), s.t('residents-needs-agree-empty'))
  assert.equal(await s.field(s.t('residents-needs-write-to')).inputValue(), 'PO Box 9')
  await s.fill(s.t('residents-needs-write-to'), 'PO Box 9\nEM1 1AA')
  await s.choose(s.t('residents-needs-agree'))
  await s.press(s.t('residents-save'))
  await s.says(s.t('residents-done-needs'), s.t('residents-needs-some'))
  await s.go(OWN)
  await s.says(s.t('residents-needs-line-no-calls'), s.t('residents-needs-line-write-to', { address: 'PO Box 9, EM1 1AA' }))
  await s.follow(s.t('residents-more-help'))
  await s.see(s.t('residents-more-help'))
})

trial('an officer writes it down for them, and sees it at the head of their record', [PHONE, DESK], async (s) => {
  const theirs = await visitor({ ...DESK, lang: 'cy' })
  const email = await account(theirs, `written-down-${s.width}`)
  await atTheDesk(s, 'officer')
  await openRecord(s, email, 'They rang about letters')
  await s.follow(s.t('residents-desk-needs'))
  await s.see(s.t('residents-desk-needs'))
  await s.select(s.t('residents-needs-interpreter'), 'Polski (Polish)')
  await s.press(s.t('residents-desk-save'))
  await s.refused(s.t('residents-desk-needs-agreed-empty'))
  await s.choose(s.t('residents-desk-needs-agreed-phone'))
  await s.press(s.t('residents-desk-save'))
  await s.says(s.t('cases-desk-needs'), s.t('residents-needs-line-interpreter', { language: 'Polski (Polish)' }), s.t('residents-desk-needs-offer'))
  // They read in their own language that it was written down for them, and take it back.
  await theirs.go(OWN)
  await theirs.says('Polski (Pwyleg)', theirs.t('residents-needs-offered'))
  await theirs.select(theirs.t('residents-needs-interpreter'), theirs.t('residents-needs-interpreter-none'))
  await theirs.press(theirs.t('residents-save'))
  await theirs.says(theirs.t('residents-needs-none'))
  await theirs.close()
})
