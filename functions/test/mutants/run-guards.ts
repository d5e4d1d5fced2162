import { guards } from './guards.ts';
import { failuresOf, row } from './mutated.ts';

const tests = 'functions/test/access/access.test.ts';

const clean = await failuresOf(tests, []);
row('去掉的一道门', '发觉的', '最先发觉的');
row('---', '---', '---');
row('（原样）', `${clean.ran} 项里 ${clean.failed.length} 项失败`, '—');
let isGood = clean.failed.length === 0 && clean.ran > 0;
for (const guard of guards) {
  const { failed, ran } = await failuresOf(tests, [guard]);
  const isCaught = failed.length > 0 && ran === clean.ran;
  row(guard.what, isCaught ? `${failed.length} 项` : '没有', failed[0] ?? '—');
  isGood &&= isCaught;
}
process.exitCode = isGood ? 0 : 1;
