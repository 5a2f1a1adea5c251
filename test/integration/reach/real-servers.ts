// Real servers from Debian on loopback: nginx with TLS in front of a hub, tinyproxy and microsocks on the way to it.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import type { Issued } from './private-authority.ts';

export interface RealServer {
  readonly port: number;
  readonly output: () => string;
  close(): Promise<void>;
}

const NGINX = '/usr/sbin/nginx';

/** Whether this machine has them. In CI it must. */
export const areThere =
  process.env['CI'] === 'true' ||
  [NGINX, '/usr/bin/tinyproxy', '/usr/bin/microsocks', '/usr/bin/openssl'].every((command) => fs.existsSync(command));

async function freePort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // SAFETY: a server that listens on a host and port has such an address.
  const { port } = server.address() as net.AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function isAnswering(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

async function run(command: string, args: readonly string[], port: number): Promise<RealServer> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const hear = (chunk: Buffer): void => void (output += chunk.toString());
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  while (!(await isAnswering(port))) {
    if (child.exitCode !== null) throw new Error(`${command} did not start: ${output}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const close = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
  };
  return { port, output: () => output, close };
}

export interface NginxOptions {
  readonly folder: string;
  /** `http://127.0.0.1:port` of what answers behind it. */
  readonly upstream: string;
  readonly server: Issued;
  /** The authority of the clients that are let in; null lets everybody in. */
  readonly clients: Issued | null;
}

/** TLS in front of a hub. Its log tells for each request who the client was over TLS, and what it called itself. */
export async function nginxHub({ folder, upstream, server, clients }: NginxOptions): Promise<RealServer> {
  const port = await freePort();
  fs.mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'nginx.conf');
  const log = path.join(folder, 'access.log');
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  );
  const verify = clients === null ? '' : `ssl_client_certificate ${clients.certificatePath}; ssl_verify_client on;`;
  fs.writeFileSync(
    file,
    `daemon off; master_process off; pid ${folder}/nginx.pid; error_log stderr warn; events {}
http { ${temporary.join(' ')} log_format who 'asked $request_method $uri by "$ssl_client_s_dn" with "$http_user_agent"';
  access_log ${log} who;
  server { listen 127.0.0.1:${port} ssl; ssl_certificate ${server.certificatePath};
    ssl_certificate_key ${server.keyPath}; ${verify} location / { proxy_pass ${upstream}; } } }`,
  );
  const running = await run(NGINX, ['-e', 'stderr', '-c', file], port);
  return { ...running, output: () => fs.readFileSync(log, 'utf8') };
}

/** A proxy that tunnels, with or without asking who it is. Its log tells every CONNECT. */
export async function tinyproxy(folder: string, login: { user: string; password: string } | null): Promise<RealServer> {
  const port = await freePort();
  fs.mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'tinyproxy.conf');
  const auth = login === null ? [] : [`BasicAuth ${login.user} ${login.password}`];
  fs.writeFileSync(
    file,
    [`Port ${port}`, 'Listen 127.0.0.1', 'LogLevel Connect', 'Timeout 60', ...auth, ''].join('\n'),
  );
  return run('tinyproxy', ['-d', '-c', file], port);
}

/** A SOCKS proxy (version 5), with or without asking who it is. Its log tells every host that it connected to. */
export async function microsocks(login: { user: string; password: string } | null): Promise<RealServer> {
  const port = await freePort();
  const auth = login === null ? [] : ['-u', login.user, '-P', login.password];
  return run('microsocks', ['-i', '127.0.0.1', '-p', String(port), ...auth], port);
}

export interface Relay {
  readonly port: number;
  close(): Promise<void>;
}

/** What a network does to a connection: each chunk later, an end after so many bytes of the answer, a reset at once. */
export type Condition = 'delay' | 'cut' | 'reset';

/** A bad line to a server. */
export async function relayTo(target: number, condition: Condition): Promise<Relay> {
  const sockets = new Set<net.Socket>();
  const server = net.createServer((client) => {
    const far = net.connect(target, '127.0.0.1');
    for (const socket of [client, far]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      // Later than what is still on its way.
      socket.on('close', () => setTimeout(() => [client, far].forEach((each) => each.destroy()), 100));
    }
    client.on('data', (chunk) => {
      if (condition === 'reset') client.resetAndDestroy();
      else far.write(chunk);
    });
    let receivedBytes = 0;
    far.on('data', (chunk) => {
      receivedBytes += chunk.length;
      if (condition === 'delay') setTimeout(() => client.write(chunk), 30);
      else if (receivedBytes > 300) client.end(chunk.subarray(0, 10));
      else client.write(chunk);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    // SAFETY: a server that listens on a host and port has such an address.
    port: (server.address() as net.AddressInfo).port,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** How many bytes went each way. */
export interface Passed {
  readonly asked: number;
  readonly answered: number;
}

export interface LateRelay extends Relay {
  /** Of each connection, in their order, as it stood when the host last spoke. */
  readonly passed: () => readonly Passed[];
}

/** A good line until so much was asked and more than so much answered, then a bad one. A delay goes by chunk. */
export async function relayThatTurnsBad(target: number, condition: Condition, after: Passed): Promise<LateRelay> {
  const sockets = new Set<net.Socket>();
  const passed: Passed[] = [];
  const server = net.createServer((client) => {
    const far = net.connect(target, '127.0.0.1');
    const index = passed.push({ asked: 0, answered: 0 }) - 1;
    let [asked, answered] = [0, 0];
    let isDelayed = false;
    for (const socket of [client, far]) sockets.add(socket.on('error', () => undefined));
    client.on('data', (chunk) => {
      asked += chunk.length;
      far.write(chunk);
    });
    client.on('close', () => far.destroy());
    far.on('data', (chunk) => {
      const good = chunk.subarray(0, Math.max(0, after.answered - answered));
      answered += chunk.length;
      passed[index] = { asked, answered };
      if (asked < after.asked || good.length === chunk.length) client.write(chunk);
      else if (condition === 'reset') client.resetAndDestroy();
      else if (condition === 'cut') client.end(good);
      else {
        isDelayed = true;
        setTimeout(() => client.write(chunk), 300);
      }
    });
    far.on('end', () => setTimeout(() => client.end(), isDelayed ? 600 : 0));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    // SAFETY: a server that listens on a host and port has such an address.
    port: (server.address() as net.AddressInfo).port,
    passed: () => passed,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
