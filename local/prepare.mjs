// Runs before `npm start` and `npm test` on whatever Node.js the machine has, before anything is installed: plain JavaScript, no packages.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findJava } from './java.mjs';

const minimumNode = 20;
const minimumJava = 17;
const root = fileURLToPath(new URL('..', import.meta.url));
const lockFile = join(root, 'package-lock.json');
const installedLock = join(root, 'node_modules', '.package-lock.json');
const stampFile = join(root, 'node_modules', '.prepared');

const stopWith = (chinese, english) => {
  console.error(`\n${chinese}\n${english}\n`);
  process.exit(1);
};

const run = (command, args, env = {}) =>
  spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } }).status === 0;

const checkNode = () => {
  if (Number(process.versions.node.split('.')[0]) >= minimumNode) return;
  stopWith(
    `需要 Node.js ${minimumNode} 或更新的版本，现在是 ${process.version}，请先升级：https://nodejs.org`,
    `Node.js ${minimumNode} or newer is needed, this is ${process.version}.`,
  );
};

/** What npm wrote down after the last install is younger than the lock file: someone installed by hand. */
const isInstalledByHand = () =>
  existsSync(installedLock) && statSync(installedLock).mtimeMs >= statSync(lockFile).mtimeMs;

const installPackages = () => {
  const hash = createHash('sha256').update(readFileSync(lockFile)).digest('hex');
  const isStamped = existsSync(stampFile) && readFileSync(stampFile, 'utf8') === hash;
  if (isStamped) return;
  if (!isInstalledByHand()) {
    console.log('正在安装依赖，第一次需要几分钟……');
    const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];
    if (!run(npm[0], [...npm.slice(1), 'ci', '--no-audit', '--no-fund', '--loglevel=error']))
      stopWith('依赖没有装好，原因见上面 npm 的输出。', 'npm ci failed, see its output above.');
  }
  if (!existsSync(join(root, 'node_modules', 'node', 'bin', 'node')))
    stopWith(
      'npm 没有运行安装脚本，所以缺少 Node.js 24，请运行 npm rebuild 后再试。',
      'npm did not run install scripts, so Node.js 24 is missing: run `npm rebuild` and try again.',
    );
  writeFileSync(stampFile, hash);
};

const isRootOnDebian = () => process.getuid?.() === 0 && existsSync('/etc/debian_version');

const installJava = () => {
  if (findJava(minimumJava) !== undefined) return;
  if (isRootOnDebian()) {
    console.log('正在安装 Java（本地数据库需要）……');
    const quietly = { DEBIAN_FRONTEND: 'noninteractive' };
    const install = (name) => run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], quietly);
    run('apt-get', ['update', '-qq'], quietly);
    if (install('openjdk-17-jre-headless') || install('default-jre-headless')) {
      if (findJava(minimumJava) !== undefined) return;
    }
  }
  stopWith(
    `本地数据库 DynamoDB Local 需要 Java ${minimumJava} 或更新的版本，请安装后再试（例如 apt install openjdk-17-jre-headless 或 brew install openjdk@17）。`,
    `DynamoDB Local needs Java ${minimumJava} or newer on the PATH or in JAVA_HOME.`,
  );
};

checkNode();
installPackages();
installJava();
