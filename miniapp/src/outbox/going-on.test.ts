import { expect, test } from 'vitest';
import { makeGoingOn } from './going-on.ts';

const aClock = ({ hasWaiting = true } = {}) => {
  const timers: { ms: number; work: () => void; isOff: boolean }[] = [];
  let flushes = 0;
  const going = makeGoingOn({
    flush: () => {
      flushes += 1;
    },
    hasWaiting: () => hasWaiting,
    later: (ms, work) => {
      const timer = { ms, work, isOff: false };
      timers.push(timer);
      return () => {
        timer.isOff = true;
      };
    },
  });
  const ring = () =>
    timers
      .filter(({ isOff }) => !isOff)
      .at(-1)
      ?.work();
  return { going, timers, ring, flushes: () => flushes };
};

test('服务忙：半分钟后再试，一次比一次隔得久，最多五分钟', () => {
  const { going, timers, ring, flushes } = aClock();
  for (let round = 0; round < 6; round += 1) {
    going.stopped('busy');
    ring();
  }
  expect(timers.map(({ ms }) => ms)).toEqual([30_000, 60_000, 120_000, 240_000, 300_000, 300_000]);
  expect(flushes()).toBe(6);
});

test('同时几件都停在忙，只等一个钟', () => {
  const { going, timers } = aClock();
  going.stopped('busy');
  going.stopped('busy');
  expect(timers).toHaveLength(1);
});

test('没有网络不用钟：别处一有回音就试一次', () => {
  const { going, timers, flushes } = aClock();
  going.stopped('network');
  going.reached();
  going.reached();
  expect([timers.length, flushes()]).toEqual([0, 1]);
});

test('有了新的指望，从头算起；没有东西等着就什么也不做', () => {
  const { going, timers } = aClock();
  going.stopped('busy');
  going.go();
  going.stopped('busy');
  expect(timers.map(({ ms, isOff }) => [ms, isOff])).toEqual([
    [30_000, true],
    [30_000, false],
  ]);
  const idle = aClock({ hasWaiting: false });
  idle.going.go();
  expect(idle.flushes()).toBe(0);
});
