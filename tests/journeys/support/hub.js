// The real program, serving on a free port with a database of its own.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import net from 'node:net';
import { fileURLToPath } from 'node:url';

import { newDatabase } from './database.js';

const binary = process.env.EXAMS_HUB_BINARY ?? fileURLToPath(new URL('../../../build/release/exams-hub', import.meta.url));

export const password = 'violin tundra harbour 47';

async function freePort() {
  const probe = net.createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  await new Promise((done) => probe.close(done));
  return port;
}

// Runs one command to its end; throws with what it printed when it fails.
async function command(args, input = '') {
  const child = spawn(binary, args, { stdio: ['pipe', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (bytes) => { output += bytes; });
  child.stderr.on('data', (bytes) => { output += bytes; });
  child.stdin.on('error', () => {}); // a command that reads nothing may be over by now
  child.stdin.end(input);
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`exams-hub ${args.join(' ')} answered ${code}:\n${output}`);
  return output;
}

export class Hub {
  // With `filledBy` 'demo' it has the demo centre, and hub.said is what the command printed.
  static async start(kind, filledBy = 'migrate') {
    const hub = new Hub();
    hub.centres = 0;
    hub.database = await newDatabase[kind]();
    hub.said = await hub.command(filledBy);
    const port = await freePort();
    hub.url = `http://127.0.0.1:${port}`;
    hub.log = '';
    hub.server = spawn(binary, [
      'serve', '--database', hub.database.url, '--listen', `127.0.0.1:${port}`,
      '--admin-listen', '127.0.0.1:0', '--public-url', hub.url,
    ], { stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [hub.server.stdout, hub.server.stderr]) {
      stream.on('data', (bytes) => { hub.log += bytes; });
    }
    await hub.ready();
    return hub;
  }

  async ready() {
    for (let i = 0; i < 200; ++i) {
      if (this.server.exitCode !== null) break;
      const answer = await fetch(`${this.url}/sign-in`).catch(() => null);
      if (answer?.ok) return;
      await new Promise((done) => setTimeout(done, 50));
    }
    throw new Error(`The Hub does not serve:\n${this.log}`);
  }

  command(...args) {
    const input = typeof args.at(-1) === 'object' ? args.pop().input : '';
    return command([...args, '--database', this.database.url], input);
  }

  // A centre nobody else uses, and its Centre Admin, whose password is their own.
  async addCentre() {
    const number = String(10_000 + ++this.centres);
    const admin = { firstName: 'Ada', lastName: 'Admin', email: `ada.admin@c${number}.example`, password, role: 'Centre Admin' };
    await this.command(
      'centre', 'add', '--number', number, '--name', `Journey School ${number}`, '--admin-email', admin.email,
      '--admin-first-name', admin.firstName, '--admin-last-name', admin.lastName, { input: `${password}\n` });
    return { number, name: `Journey School ${number}`, admin, domain: `c${number}.example` };
  }

  async addOperator() {
    const email = `operator${Math.floor(Math.random() * 1e9)}@hub.example`;
    await this.command('operator', 'add', '--email', email, '--first-name', 'Olu', '--last-name', 'Operator', { input: `${password}\n` });
    return { email, password, firstName: 'Olu', lastName: 'Operator', role: 'Hub operator' };
  }

  async stop() {
    if (this.server.exitCode === null) {
      this.server.kill('SIGTERM');
      await once(this.server, 'close');
    }
    await this.database.remove();
    if (this.server.exitCode !== 0) throw new Error(`The Hub did not stop cleanly (${this.server.exitCode}):\n${this.log.slice(-3000)}`);
  }
}
