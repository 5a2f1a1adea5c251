import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { access, readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from './hub-caller.ts';

const PROGRAM = join(import.meta.dirname, '../../../../main/practice-hub/run.ts');

interface Running {
  readonly child: ChildProcessWithoutNullStreams;
  /** Everything written to stdout once it contains this text, or once the program has ended. */
  outputWith(text: string): Promise<string>;
  readonly ended: Promise<{ readonly code: number | null; readonly out: string; readonly error: string }>;
}

function run(...words: string[]): Running {
  const child = spawn(process.execPath, [PROGRAM, ...words]);
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  let out = '';
  let error = '';
  child.stderr.on('data', (chunk: Buffer) => (error += chunk.toString()));
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  const ended = new Promise<{ code: number | null; out: string; error: string }>((resolve) => {
    child.on('close', (code) => resolve({ code, out, error }));
  });
  const outputWith = (text: string) =>
    new Promise<string>((resolve) => {
      const look = () => {
        if (out.includes(text)) resolve(out);
      };
      child.stdout.on('data', look);
      child.on('close', () => resolve(out));
      look();
    });
  return { child, outputWith, ended };
}

const line = (output: string, label: string) => new RegExp(`^ *${label} +(\\S+)$`, 'm').exec(output)?.[1] ?? '';

describe('npm run practice-hub', () => {
  it('says where it is and where its credentials are, and takes them away at the end', async () => {
    const hub = run('--seed', '3');
    const output = await hub.outputWith('Ctrl+C');
    const credentialsFile = line(output, 'Credentials file');
    const text = await readFile(credentialsFile, 'utf8');
    const [, clientId = '', , clientSecret = '', , , , tokenEndpoint] = text.split('\n');
    expect(tokenEndpoint).toBe(line(output, 'Token endpoint'));
    expect(output).not.toContain(clientSecret);
    if (process.platform !== 'win32') expect((await stat(credentialsFile)).mode & 0o777).toBe(0o600);

    const form = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret };
    const token: unknown = await (
      await fetch(line(output, 'Token endpoint'), { method: 'POST', body: new URLSearchParams(form) })
    ).json();
    expect(token).toMatchObject({ token_type: 'bearer' });

    hub.child.kill('SIGINT');
    expect((await hub.ended).code).toBe(0);
    await expect(access(dirname(credentialsFile))).rejects.toThrow('ENOENT');
  });

  it('keeps everything in a folder that it is given, and ends on SIGTERM', async () => {
    const folder = await temporaryFolder();
    const first = run('--folder', folder, '--seed', '3');
    const output = await first.outputWith('Ctrl+C');
    expect(line(output, 'Credentials file')).toBe(join(folder, 'practice-hub-credentials.txt'));
    first.child.kill('SIGTERM');
    expect((await first.ended).code).toBe(0);
    const second = run('--folder', folder, '--seed', '4');
    const again = await second.outputWith('Ctrl+C');
    expect(line(again, 'Base URL')).toBe(line(output, 'Base URL'));
    expect(again).toContain('was seeded with 3 registrations');
    second.child.kill('SIGINT');
    await second.ended;
  });

  it('says when the port is taken, and what to do', async () => {
    const server = createServer();
    const port = await new Promise<number>((resolve) => {
      server.listen(0, '127.0.0.1', () => {
        const address = server.address();
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
    onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
    const { code, error } = await run('--port', String(port)).ended;
    expect(code).toBe(1);
    expect(error).toBe(`Port ${port} on 127.0.0.1 is taken. Choose another one with --port, or --port 0 for any.\n`);
  });

  it('says when an option is wrong, and helps', async () => {
    const wrong = await run('--seed', 'many').ended;
    expect(wrong).toMatchObject({ code: 2, out: '' });
    expect(wrong.error).toContain('--seed must be a whole number');
    const help = await run('--help').ended;
    expect(help).toMatchObject({ code: 0, error: '' });
    expect(help.out).toContain('--latency MS');
  });

  it('says when its folder cannot be used', async () => {
    const { code, error } = await run('--folder', join(PROGRAM, 'below')).ended;
    expect(code).toBe(1);
    expect(error).toContain('(ENOTDIR)');
  });

  it('points to itself when the part for the app is started by hand', async () => {
    const child = spawn(process.execPath, [join(dirname(PROGRAM), 'process.ts')]);
    let error = '';
    child.stderr.on('data', (chunk: Buffer) => (error += chunk.toString()));
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect(code).toBe(2);
    expect(error).toContain('npm run practice-hub');
  });
});
