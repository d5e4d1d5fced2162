import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { defaultPorts, portInfo, portsFromEnv, readSecrets } from './settings.ts';

test('every port has its variable, and no two the same', () => {
  const changed = Object.fromEntries(
    Object.values(portInfo).map(({ variable }, index) => [variable, String(5000 + index)]),
  );

  expect(portsFromEnv({})).toEqual(defaultPorts);
  expect(Object.values(portsFromEnv(changed))).toEqual([5000, 5001, 5002, 5003, 5004, 5005]);
});

test.each(['', '0', '65536', '80.5', 'x'])('%j is no port', (text) => {
  expect(() => portsFromEnv({ APP_PORT: text })).toThrow('APP_PORT');
});

test('secrets are made once, kept, and for the owner’s eyes only', () => {
  const directory = mkdtempSync(join(tmpdir(), 'settings-'));
  const file = join(directory, 'new', 'secrets.json');

  const first = readSecrets(file);
  const second = readSecrets(file);
  const mode = statSync(file).mode & 0o777;
  rmSync(directory, { recursive: true });

  expect(second).toEqual(first);
  expect(first.pushAesKey).toMatch(/^[A-Za-z0-9+/]{43}$/);
  expect(mode).toBe(0o600);
});
