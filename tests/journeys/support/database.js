// An empty database for one Hub: a new file, or a new database on the PostgreSQL server that the tests run beside.
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

async function sqlite() {
  const folder = await mkdtemp(path.join(tmpdir(), 'exams-hub-journey-'));
  return {
    url: `sqlite:${path.join(folder, 'hub.db')}`,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function postgresql() {
  const server = process.env.EXAMS_HUB_TEST_POSTGRESQL;
  if (!server) throw new Error('No PostgreSQL: start the journeys with tests/with_postgresql, as ./test does.');
  const name = `journey_${randomBytes(6).toString('hex')}`;
  const [, start, , options = ''] = server.match(/^(postgres(?:ql)?:\/\/[^/?]*)(\/[^?]*)?(\?.*)?$/);
  const sql = (text) => run('psql', [server, '--quiet', '--no-psqlrc', '-v', 'ON_ERROR_STOP=1', '-c', text]);
  await sql(`CREATE DATABASE ${name}`);
  return {
    url: `${start}/${name}${options}`,
    remove: () => sql(`DROP DATABASE ${name} WITH (FORCE)`),
  };
}

export const newDatabase = { sqlite, postgresql };
