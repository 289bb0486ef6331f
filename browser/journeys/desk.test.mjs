// The desk: an officer works a case, two meet on one, an administrator manages people, an owner manages services.
import assert from 'node:assert/strict'
import { send, somewhere } from '../lib/answers.mjs'
import { atTheDesk, becomes, PEOPLE } from '../lib/desk.mjs'
import { newAtTheDesk, report } from '../lib/prepared.mjs'
import { DESK, elsewhere, PHONE, STAFF, trial, TWICE, visitor } from '../lib/trial.mjs'

/** A case of street cleaning, fresh from a resident, and its address at the desk. */
async function newCase(email) {
  const resident = await visitor(PHONE)
  await report(resident, somewhere(), email)
  const reference = (await send(resident)).replaceAll(' ', '')
  return { resident, path: `/desk/cases/${reference}`, reference }
}

trial('a case goes from the list through an officer and the team to its end, and the resident is told', STAFF, async (s) => {
  const email = s.email('desk')
  const { resident, path, reference } = await newCase(email)
  await atTheDesk(s, 'officer')
  await s.go('/desk/cases')
  for (const tab of ['mine', 'team', 'unread', 'soon', 'late', 'stale', 'unowned', 'all']) {
    await s.follow(s.t(`cases-tab-${tab}`))
    await s.see(s.t('cases-list-title'))
  }
  // Filtered and newest first, the new one is on top.
  const filter = s.page.getByRole('main').locator('details summary')
  if ((await filter.count()) && (await s.page.locator('main details[open]').count()) === 0) await s.click(filter.first())
  await s.select(s.t('cases-filter-service'), s.s('street-problem', 'title'))
  await s.select(s.t('cases-filter-sort'), s.t('cases-sort-opened'))
  await s.press(s.t('page-desk-filter'))
  const first = s.page.getByRole('main').locator('table a[href^="/desk/cases/"]').first()
  assert.equal(await first.getAttribute('href'), path)
  await s.enter(first)
  // A note, for staff alone.
  await s.fill(s.t('cases-note-label'), 'Rang the depot.')
  await s.press(s.t('cases-note-button'))
  await s.says(s.t('cases-note-done'), 'Rang the depot.')
  // A question the case waits for.
  await s.follow(s.t('cases-message-title-desk'))
  await s.press(s.t('cases-message-button'))
  await s.refused()
  await s.fill(s.t('cases-desk-message-label'), 'Which wall is it?')
  await s.choose(s.t('cases-desk-message-asks'))
  await s.press(s.t('cases-message-button'))
  await s.says(s.t('cases-desk-status-waiting'))
  const asked = await s.message(email, (one) => one.text.includes('Which wall is it?'))
  assert.ok(asked)
  // Somebody of the team takes it, and promises a new date with its reason.
  await becomes(s, 'member')
  await s.go(path)
  await s.follow(s.t('cases-assign-title'))
  await s.select(s.t('cases-assign-owner'), s.t('cases-assign-me'))
  await s.press(s.t('cases-assign-button'))
  await s.says(s.t('cases-assign-done'))
  await s.follow(s.t('cases-promise-title'))
  await s.press(s.t('cases-promise-button'))
  await s.refused(s.t('cases-promise-reason-empty'))
  // In a month, on a day the council works: not at a weekend, nor between Christmas and New Year.
  const later = new Date(Date.now() + 30 * 86_400_000)
  const closed = (day) => [0, 6].includes(day.getDay()) || (day.getMonth() === 11 && day.getDate() > 24) || (day.getMonth() === 0 && day.getDate() < 3)
  while (closed(later)) later.setDate(later.getDate() + 1)
  await s.fillDate(later.getDate(), later.getMonth() + 1, later.getFullYear())
  await s.fill(s.t('cases-promise-reason'), 'The paint has to be ordered.')
  await s.press(s.t('cases-promise-button'))
  await s.says(s.t('cases-promise-done'))
  await s.message(email, (one) => one.text.includes('The paint has to be ordered.'))
  // Decided, with an outcome and a reason, and closed.
  await s.follow(s.t('cases-decide-title'))
  await s.press(s.t('cases-decide-button'))
  await s.refused(s.t('cases-decide-outcome-empty'), s.t('cases-decide-reason-empty'))
  await s.choose(s.s('street-problem', 'outcome-mended'))
  await s.fill(s.t('cases-decide-reason'), 'The wall is clean again.')
  await s.choose(s.t('cases-decide-close-no'))
  await s.press(s.t('cases-decide-button'))
  await s.says(s.t('cases-desk-status-decided'))
  await s.follow(s.t('cases-close-title'))
  await s.press(s.t('cases-close-button'))
  await s.says(s.t('cases-desk-status-closed'))
  await s.message(email, (one) => one.text.includes('The wall is clean again.'))
  // The resident sees it all, but not the note.
  await resident.go(`/cases/${reference}`)
  await resident.says(resident.t('cases-status-closed'), 'Which wall is it?')
  assert.ok(!(await resident.page.content()).includes('Rang the depot.'))
  await resident.close()
})

trial('the second of two people on a case is told what changed, and nothing is overwritten', STAFF, async (s) => {
  const { resident, path } = await newCase(s.email('two'))
  await resident.close()
  const other = await visitor(DESK)
  await atTheDesk(other, 'officer')
  await atTheDesk(s, 'member')
  await s.go(`${path}/decide`)
  await other.go(`${path}/assign`)
  await other.select(other.t('cases-assign-owner'), other.t('cases-assign-me'))
  await other.press(other.t('cases-assign-button'))
  await other.says(other.t('cases-assign-done'))
  await s.choose(s.s('street-problem', 'outcome-planned-desk'))
  await s.fill(s.t('cases-decide-reason'), 'It is planned for spring.')
  await s.choose(s.t('cases-decide-close-yes'))
  s.expect(409)
  await s.press(s.t('cases-decide-button'))
  await s.says(s.t('cases-changed-title'), PEOPLE.officer)
  assert.equal(await s.field(s.t('cases-decide-reason')).inputValue(), 'It is planned for spring.')
  await s.press(s.t('cases-decide-button'))
  await s.says(s.t('cases-desk-status-closed'))
  await other.close()
})

trial('the list is turned page by page', TWICE, async (s) => {
  await atTheDesk(s, 'officer')
  // What has ended is more than one page even in a small demo.
  await s.go('/desk/cases?tab=all&status=closed')
  const onPage = () => s.page.getByRole('main').locator('table a[href^="/desk/cases/"]').evaluateAll((all) => all.map((one) => one.href))
  const first = await onPage()
  await s.enter(s.page.getByRole('main').getByRole('link', { name: new RegExp(`^${s.t('page-next')}`) }))
  const second = await onPage()
  assert.ok(first.length > 0 && second.length > 0)
  assert.deepEqual(first.filter((one) => second.includes(one)), [])
})

trial('an administrator adds someone, who sets up a password and codes and signs in', STAFF, async (s) => {
  const email = `new-${s.mark}@eastmere.example`
  await atTheDesk(s, 'administrator')
  await s.go('/admin/staff')
  await s.see(s.t('workforce-staff'))
  await s.follow(s.t('workforce-staff-add'))
  await s.press(s.t('workforce-staff-add'))
  await s.refused(s.t('workforce-name-empty'), s.t('workforce-email-empty'), s.t('workforce-roles-empty'))
  await s.fill(s.t('workforce-name'), 'Yarrow Patternham')
  await s.fill(s.t('workforce-email'), email)
  await s.choose(s.t('workforce-role-officer'))
  await s.press(s.t('workforce-staff-add'))
  await s.see(s.t('workforce-staff-added'))
  const link = (await s.page.locator('.govuk-inset-text', { hasText: '/desk/set-up?token=' }).innerText()).trim()
  const newcomer = await elsewhere(s)
  await newAtTheDesk(newcomer, link, email)
  await newcomer.go('/desk/cases')
  await newcomer.see(newcomer.t('cases-list-title'))
  await newcomer.close()
  // A team of a new name, and its name changed.
  await s.go('/admin/teams')
  await s.fill(s.t('workforce-team-name'), `Lighthouses ${s.mark}`)
  await s.fill(s.t('workforce-team-code'), `lighthouses-${s.mark}`)
  await s.press(s.t('workforce-team-add'))
  await s.says(`Lighthouses ${s.mark}`)
})

trial('an owner of services gives a service to another team', STAFF, async (s) => {
  await atTheDesk(s, 'administrator')
  await s.go('/manage/services')
  const title = s.s('paper-permit', 'title')
  const team = s.mark === 'en-1280' ? 'Highways' : 'Benefits'
  await s.select(s.t('services-teams-choose', { service: title }), team)
  const row = s.page.getByRole('row', { name: new RegExp(title) })
  await s.enter(row.getByRole('button'))
  assert.equal(await s.field(s.t('services-teams-choose', { service: title })).locator('option:checked').innerText(), team)
  await becomes(s, 'owner')
  await s.go('/manage/services')
  await s.says(title)
})

trial('nobody gets past the desk’s door without signing in', TWICE, async (s) => {
  await s.go('/desk/cases')
  assert.match(s.page.url(), /\/desk\/sign-in/)
  await s.says(PEOPLE.officer)
  await s.press(s.t('workforce-continue'))
  await s.refused(s.t('workforce-email-empty'))
})

trial('on a phone the places of the desk are folded up, and open by a press or by the keyboard alone', [PHONE, { ...PHONE, script: true }, DESK], async (s) => {
  await atTheDesk(s, 'officer')
  await s.go('/desk/knowledge')
  const places = s.page.getByRole('navigation', { name: s.t('page-desk-navigation') })
  const [menu, cases] = [places.locator('summary'), places.getByRole('link', { name: s.t('page-desk-cases'), exact: true })]
  if (s.width > 640) {
    assert.deepEqual([await menu.isVisible(), await cases.isVisible()], [false, true])
    return
  }
  assert.deepEqual([await menu.isVisible(), await cases.isVisible()], [true, false])
  const head = await s.page.getByRole('heading', { level: 1 }).boundingBox()
  assert.ok(head.y < s.page.viewportSize().height / 2, `the page itself begins at ${head.y} px`)
  await menu.focus()
  await s.page.keyboard.press('Enter')
  assert.equal(await cases.isVisible(), true)
  await s.page.keyboard.press('Tab')
  assert.equal(await cases.evaluate((link) => link === document.activeElement), true)
  await s.page.keyboard.press('Enter')
  await s.see(s.t('cases-list-title'))
})
