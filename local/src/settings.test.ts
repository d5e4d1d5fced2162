import { createPrivateKey } from 'node:crypto';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dataDirOf, defaultPorts, portInfo, portsFromEnv, readSecrets } from './settings.ts';

test('every port has its variable, and no two the same', () => {
  const changed = Object.fromEntries(
    Object.values(portInfo).map(({ variable }, index) => [variable, String(5000 + index)]),
  );

  expect(portsFromEnv({})).toEqual(defaultPorts);
  expect(Object.values(portsFromEnv(changed))).toEqual([5000, 5001, 5002, 5003, 5004, 5005]);
});

test('another port for the page moves all others along and has data of its own', () => {
  const moved = portsFromEnv({ APP_PORT: '5400', S3_PORT: '9000' });

  expect(Object.values(moved)).toEqual([5400, 5401, 5402, 5403, 9000, 5405]);
  expect(dataDirOf(moved)).not.toBe(dataDirOf(defaultPorts));
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

test('a secret that an older file has not is added, the others stay', () => {
  const directory = mkdtempSync(join(tmpdir(), 'settings-'));
  const file = join(directory, 'secrets.json');
  const { voteKey, ...older } = readSecrets(file);
  writeFileSync(file, JSON.stringify(older));

  const { voteKey: made, ...kept } = readSecrets(file);
  const again = readSecrets(file);
  rmSync(directory, { recursive: true });

  expect(kept).toEqual(older);
  expect(made).not.toBe(voteKey);
  expect(again.voteKey).toBe(made);
  expect(createPrivateKey({ key: Buffer.from(made, 'base64'), format: 'der', type: 'pkcs8' }).asymmetricKeyType).toBe(
    'ed25519',
  );
});
