import { expect, it } from 'vitest';
import { latestOnly } from './latest-only.ts';

const aQuestion = <T>() => {
  let answer: (value: T) => void = () => undefined;
  let fail: (error: unknown) => void = () => undefined;
  const promise = new Promise<T>((resolve, reject) => {
    answer = resolve;
    fail = reject;
  });
  return { promise, answer, fail };
};

const aScreen = () => {
  const told: unknown[] = [];
  const heard = { answered: (value: unknown) => told.push(value), failed: (error: unknown) => told.push(error) };
  return { told, heard };
};

it('先问的后答，不盖住后问的', async () => {
  const { ask } = latestOnly();
  const { told, heard } = aScreen();
  const [first, second] = [aQuestion<string>(), aQuestion<string>()];
  const done = [ask(first.promise, heard), ask(second.promise, heard)];

  second.answer('新的');
  first.answer('旧的');
  await Promise.all(done);

  expect(told).toEqual(['新的']);
});

it('过时的失败不打扰', async () => {
  const { ask } = latestOnly();
  const { told, heard } = aScreen();
  const [first, second] = [aQuestion<string>(), aQuestion<string>()];
  const done = [ask(first.promise, heard), ask(second.promise, heard)];

  first.fail(new Error('旧的'));
  second.answer('新的');
  await Promise.all(done);

  expect(told).toEqual(['新的']);
});

it('最后一问的失败说出来', async () => {
  const { ask } = latestOnly();
  const { told, heard } = aScreen();
  const error = new Error('没有网络');

  await ask(Promise.reject(error), heard);

  expect(told).toEqual([error]);
});

it.each(['answer', 'fail'] as const)('问的时候已经知道更新的，之后的 %s 不算', async (outcome) => {
  const { ask, overtake } = latestOnly();
  const { told, heard } = aScreen();
  const question = aQuestion<string>();
  const done = ask(question.promise, heard);

  overtake();
  question[outcome]('旧的');
  await done;

  expect(told).toEqual([]);
});

it('之后再问的照样说', async () => {
  const { ask, overtake } = latestOnly();
  const { told, heard } = aScreen();

  overtake();
  await ask(Promise.resolve('新的'), heard);

  expect(told).toEqual(['新的']);
});
