// The post: a real mail server that takes what the council sends (tests/smtp.py), and Python's own client for what people send
// to it (tests/letter.py).
import { execFile, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { ROOT } from './council.mjs'
import { freePort, python } from './python.mjs'

const PATIENCE = 60_000

export class Post {
  /** Opens it. `settings` has a council send its mail here, and receive on a port of its own. */
  static async open() {
    const post = new Post()
    post.folder = mkdtempSync(join(tmpdir(), 'guildhall-post-'))
    post.child = spawn(python(), [join(ROOT, 'tests', 'smtp.py'), post.folder], { stdio: ['pipe', 'pipe', 'inherit'] })
    const [port] = await new Promise((found) => createInterface(post.child.stdout).once('line', (line) => found([line])))
    post.receiver = await freePort()
    post.settings = {
      GUILDHALL_MAIL__HOST: '127.0.0.1',
      GUILDHALL_MAIL__PORT: port,
      GUILDHALL_MAIL__SECURITY: 'plain',
      GUILDHALL_INBOX__ADDRESS: 'case@mail.eastmere.example',
      GUILDHALL_INBOX__LISTEN: `127.0.0.1:${post.receiver}`,
      GUILDHALL_INBOX__ALSO: 'hello@eastmere.example',
    }
    return post
  }

  /** Hands a letter to the council as its mail server would; what came of it. */
  send(letter) {
    return new Promise((done, failed) => {
      const child = execFile(python(), [join(ROOT, 'tests', 'letter.py'), String(this.receiver)], (error, said) => (error ? failed(error) : done(said.trim())))
      child.stdin.end(JSON.stringify(letter))
    })
  }

  /** The letters that came to this address, the newest last. */
  letters(to) {
    const files = readdirSync(this.folder).filter((file) => file.endsWith('.json')).sort()
    return files.map((file) => letterOf(JSON.parse(readFileSync(join(this.folder, file), 'utf8')))).filter((letter) => letter.to.includes(to))
  }

  /** The newest letter to this address that fits, waited for. */
  async letter(to, fits = () => true) {
    for (const until = Date.now() + PATIENCE; Date.now() < until; await new Promise((done) => setTimeout(done, 100))) {
      const found = this.letters(to).filter(fits).pop()
      if (found) return found
    }
    throw new Error(`no such letter to ${to}; there are: ${JSON.stringify(this.letters(to), null, 1)}`)
  }

  close() {
    this.child.stdin.end()
    rmSync(this.folder, { recursive: true, force: true })
  }
}

function letterOf({ from, to, headers, parts }) {
  const head = Object.fromEntries(headers)
  return { from, to, head, subject: head.subject, text: parts.find((part) => part.type === 'text/plain')?.text ?? '' }
}
