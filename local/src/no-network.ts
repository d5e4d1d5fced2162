import { Socket } from 'node:net';

const isLoopback = (host: string) => host === 'localhost' || host === '::1' || /^127\./.test(host);

const hostOf = (args: readonly unknown[]): string => {
  const first: unknown = Array.isArray(args[0]) ? args[0][0] : args[0];
  if (typeof first !== 'object' || first === null) return typeof args[1] === 'string' ? args[1] : 'localhost';
  return 'host' in first && typeof first.host === 'string' ? first.host : 'localhost';
};

/** Unit tests may talk to servers they start themselves and to nothing else; `fetch`, `http` and `tls` all pass through here. */
const connect = Socket.prototype.connect;
Socket.prototype.connect = function (this: Socket, ...args: unknown[]) {
  const host = hostOf(args);
  if (!isLoopback(host)) throw new Error(`no network in unit tests: ${host}`);
  return Reflect.apply(connect, this, args);
};
