// Another system, on a port of its own on this machine: hears what a webhook tells it and answers as the test says.
import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'

const PATIENCE = 60_000

/** For a council that tells systems on this machine too. */
export const PRIVATE = { GUILDHALL_WEBHOOKS__PRIVATE: 'true' }

/** Whether this was signed with the secret as Standard Webhooks has it. */
function signed(secret, headers, body) {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  const text = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`
  const wanted = `v1,${createHmac('sha256', key).update(text).digest('base64')}`
  return headers['webhook-signature'].split(' ').includes(wanted)
}

export class Listener {
  /** What it was told, in order: id, status it answered with, and what was said. */
  heard = []
  /** What it answers with. */
  status = 204

  static async open() {
    const listener = new Listener()
    listener.server = createServer((request, response) => listener.#take(request, response)).listen(0, '127.0.0.1')
    await new Promise((done) => listener.server.once('listening', done))
    listener.url = `http://127.0.0.1:${listener.server.address().port}/told`
    return listener
  }

  async #take(request, response) {
    const body = Buffer.concat(await request.toArray()).toString()
    const { headers } = request
    this.heard.push({ id: headers['webhook-id'], status: this.status, headers, body, said: JSON.parse(body), signed: (secret) => signed(secret, headers, body) })
    response.writeHead(this.status).end()
  }

  /** Waits until it was told so many times. */
  async until(times) {
    for (const late = Date.now() + PATIENCE; this.heard.length < times; await new Promise((done) => setTimeout(done, 50))) {
      if (Date.now() > late) throw new Error(`told ${this.heard.length} times, not ${times}: ${JSON.stringify(this.heard.map((one) => one.said))}`)
    }
    return this.heard[times - 1]
  }

  close() {
    this.server.closeAllConnections()
    return new Promise((done) => this.server.close(done))
  }
}
