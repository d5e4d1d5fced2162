import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const versionOf = (java) => {
  const { stderr, status } = spawnSync(java, ['-version'], { encoding: 'utf8' });
  return status === 0 ? Number(/version "(\d+)/.exec(stderr)?.[1] ?? 0) : 0;
};

export const findJava = (minimum) => {
  const { JAVA_HOME: home } = process.env;
  const candidates = home ? [join(home, 'bin', 'java'), 'java'] : ['java'];
  return candidates.find((java) => versionOf(java) >= minimum);
};
