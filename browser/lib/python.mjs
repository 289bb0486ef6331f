// The Python that the tests have beside them, and a port nobody listens on for what it runs.
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { isAbsolute, join } from 'node:path'
import { ROOT } from './council.mjs'

export function python() {
  const target = process.env.CARGO_TARGET_DIR ?? 'target'
  const ours = join(isAbsolute(target) ? target : join(ROOT, target), 'python', 'bin', 'python')
  const file = process.env.GUILDHALL_TEST_PYTHON ?? ours
  if (!existsSync(file)) throw new Error(`${file} is missing: run ". tests/python.sh" first, or ./check`)
  return file
}

/** A port nobody listens on. */
export function freePort() {
  return new Promise((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => found(port))
    })
  })
}
