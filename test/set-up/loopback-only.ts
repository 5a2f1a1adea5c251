// No test reaches the network: a connection to anything but this machine throws at once.
import net from 'node:net';

const LOOPBACK = /^(localhost|127(?:\.\d{1,3}){3}|::1|\[::1\]|0\.0\.0\.0)$/;

type Connect = (this: net.Socket, ...args: readonly unknown[]) => net.Socket;
// SAFETY: one of its overloads, called below with whatever it was called with.
const connect = Reflect.get(net.Socket.prototype, 'connect') as Connect;

function hostOf(first: unknown): string {
  const target: unknown = Array.isArray(first) ? first[0] : first;
  if (typeof target !== 'object' || target === null || !('host' in target)) return 'localhost';
  return typeof target.host === 'string' ? target.host : 'localhost';
}

// Only IP literals and localhost are let through. A test of DNS failures uses the reserved `.invalid`: the resolver itself
// refuses that name.
const guarded: Connect = function (...args) {
  const host = hostOf(args[0]);
  if (!LOOPBACK.test(host) && !host.endsWith('.invalid')) throw new Error(`A test tried to reach ${host}`);
  return Reflect.apply(connect, this, args);
};
Reflect.set(net.Socket.prototype, 'connect', guarded);
