// A contractor's system that runs: the worked example of examples/street-works, beside the council under test.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { ROOT } from './council.mjs'
import { freePort, python } from './python.mjs'

export class Works {
  /** Where it will listen; it runs once it has its secret and its key. */
  static async at() {
    const works = new Works()
    works.port = await freePort()
    works.url = `http://127.0.0.1:${works.port}/`
    return works
  }

  /** Starts it; `takes` and `keeps` are kinds of cases: taken, and planned without being done. */
  async start(council, { secret, key, takes, keeps }) {
    this.folder = mkdtempSync(join(tmpdir(), 'guildhall-works-'))
    const file = (name, text) => {
      const path = join(this.folder, name)
      if (text) writeFileSync(path, text)
      return path
    }
    const where = ['--council', council.url, '--port', String(this.port), '--store', file('works.db')]
    const keys = ['--secret-file', file('secret', secret), '--key-file', file('key', key)]
    const how = ['--takes', takes, '--keeps', keeps, '--pace', '0.05']
    this.child = spawn(python(), [join(ROOT, 'examples', 'street-works', 'street_works.py'), ...where, ...keys, ...how], { stdio: ['ignore', 'pipe', 'inherit'] })
    await new Promise((listens) => createInterface(this.child.stdout).once('line', listens))
  }

  async close() {
    if (!this.child) return
    const ended = new Promise((done) => this.child.once('exit', done))
    this.child.kill('SIGTERM')
    await ended
    rmSync(this.folder, { recursive: true, force: true })
  }
}
