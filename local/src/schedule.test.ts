import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { minuteMs } from '@suishoupai/shared/time/units';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readSchedule, startSchedule } from './schedule.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('what the clock calls is what serverless.yml says', () => {
  expect(readSchedule()).toEqual([
    { name: 'sweep', everyMs: 5 * minuteMs },
    { name: 'hallSweep', everyMs: minuteMs },
    { name: 'pointsSweep', everyMs: 5 * minuteMs },
  ]);
});

test('a rate that is not in minutes is not taken for minutes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'schedule-'));
  const file = join(folder, 'serverless.yml');
  writeFileSync(file, 'functions: { daily: { events: [{ schedule: { rate: rate(1 day) } }] } }');

  expect(() => readSchedule(file)).toThrow('rate');
  rmSync(folder, { recursive: true });
});

test('each is called as often as it says, one that fails is called again, and none after the stop', async () => {
  const called: string[] = [];
  const failures: unknown[] = [];
  const { stop } = startSchedule({
    scheduled: [
      { name: 'often', everyMs: minuteMs },
      { name: 'seldom', everyMs: 5 * minuteMs },
    ],
    run: async (name) => {
      called.push(name);
      if (name === 'often') throw new Error(`call ${called.length}`);
    },
    onFailed: (error) => failures.push(error),
  });

  await vi.advanceTimersByTimeAsync(minuteMs - 1);
  expect(called).toEqual([]);
  await vi.advanceTimersByTimeAsync(4 * minuteMs + 1);
  expect(called.toSorted()).toEqual(['often', 'often', 'often', 'often', 'often', 'seldom']);
  expect(failures).toHaveLength(5);
  stop();
  await vi.advanceTimersByTimeAsync(10 * minuteMs);
  expect(called).toHaveLength(6);
});
