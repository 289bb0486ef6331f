// The council under test: the real program with the demo's people, in a folder of its own, on a port nobody else has.
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
const PATIENCE = 300_000

function program() {
  const target = process.env.CARGO_TARGET_DIR ?? 'target'
  const file = join(isAbsolute(target) ? target : join(ROOT, target), 'debug', 'guildhall')
  if (!existsSync(file)) throw new Error(`${file} is missing: run cargo build first, or ./check`)
  return file
}

function listening(child) {
  return new Promise((found, refused) => {
    let said = ''
    const late = setTimeout(() => refused(new Error(`the program did not start in time; it said:\n${said}`)), PATIENCE)
    const hear = (data) => {
      said += data
      const told = /listening on (http:\/\/\S+)/.exec(said)
      if (told) {
        clearTimeout(late)
        found(told[1])
      }
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('exit', (code) => refused(new Error(`the program ended with ${code}:\n${said}`)))
  })
}

/** Does a verb of the program on this data folder, to its end; what it said. */
export function carryOut(data, words, env = process.env) {
  return execFileSync(program(), ['--data', data, ...words], { encoding: 'utf8', env })
}

/** Starts the demo council, or a new one without people; `stop` ends it and takes its folder away, `run` does a verb beside it. */
export async function startCouncil({ households = 300, demo = true, settings = {} } = {}) {
  const data = mkdtempSync(join(tmpdir(), 'guildhall-browser-'))
  // Without `--reports`, so that the pages are the same wherever the tests run.
  const kind = demo ? ['demo', '--households', String(households)] : ['serve']
  const env = { ...process.env, RUST_LOG: 'warn', ...settings }
  const child = spawn(program(), ['--data', data, ...kind, '--listen', '127.0.0.1:0'], { stdio: ['ignore', 'pipe', 'pipe'], env })
  const ended = new Promise((done) => child.once('exit', done))
  // Nothing stays behind when the tests are ended from outside or run out of time.
  process.once('exit', () => child.kill('SIGTERM'))
  for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => process.exit(1))
  const url = await listening(child)
  const run = (...words) => carryOut(data, words, env)
  const stop = async () => {
    child.kill('SIGTERM')
    const late = setTimeout(() => child.kill('SIGKILL'), 15_000)
    await ended
    clearTimeout(late)
    rmSync(data, { recursive: true, force: true })
  }
  return { url, data, run, stop }
}
