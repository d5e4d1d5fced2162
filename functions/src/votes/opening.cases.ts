import { beforeEach, describe, expect, test } from 'vitest';
import type { Service } from '../../test/service.ts';
import {
  aHall,
  announce,
  aRoll,
  cast,
  type Hall,
  importRoll,
  opensAt,
  owners,
  slotIn,
  theVote,
} from './votes.builder.ts';

/** Freezing the roll: cut off, again, beside another, on a roll that changes meanwhile. */
export const openingCases = (makeService: () => Promise<Service>) => {
  let hall: Hall;
  beforeEach(async () => {
    hall = await aHall(await makeService());
  });
  const sweepAt = async (iso: string) => {
    await hall.moveTo(iso);
    return hall.sweepVotes(hall.now());
  };
  /** The same roll, but one flat is 孙立's by now. */
  const corrected = aRoll.map((unit) => (unit.code === '2-1-101' ? { ...unit, owners: [owners.sun] } : unit));

  describe('开始', () => {
    test('放票位放到一半断了，下一次清扫接着放，名册一户不多一户不少', async () => {
      const { body: vote } = await announce(hall);
      const { ballots } = hall.stores;
      const whole = ballots.freeze;
      ballots.freeze = async (box, slots) => {
        await whole(box, slots.slice(0, 2));
        throw new Error('cut');
      };
      expect(await sweepAt(opensAt)).toEqual({ moved: 0, failed: 1 });
      expect((await theVote(hall, vote.id)).state).toBe('announced');
      ballots.freeze = whole;
      expect(await sweepAt(opensAt)).toEqual({ moved: 1, failed: 0 });
      const opened = await theVote(hall, vote.id);
      expect(opened.state).toBe('open');
      await sweepAt('2026-12-01T02:06:00.000Z');
      expect((await theVote(hall, vote.id)).progress?.eligible).toEqual({ heads: 5, area: 60051 });
    });

    test('断了以后名册更正过，用新的那份，旧的票位不算', async () => {
      const { body: vote } = await announce(hall);
      const { ballots } = hall.stores;
      const whole = ballots.freeze;
      ballots.freeze = async (box, slots) => {
        await whole(box, slots);
        throw new Error('cut');
      };
      await sweepAt(opensAt);
      ballots.freeze = whole;
      await importRoll(hall.service, corrected);
      await sweepAt(opensAt);
      const sun = await hall.owner('sun', '2-1-101');
      expect(await slotIn(hall, vote.id, sun)).toMatchObject({ units: ['2 栋 1 单元 101'] });
      expect((await cast(hall, vote.id, sun)).status).toBe(200);
      await sweepAt('2026-12-01T02:06:00.000Z');
      expect((await theVote(hall, vote.id)).progress?.eligible).toEqual({ heads: 5, area: 60051 });
    });

    test('迟到的清扫照样开；过了截止还没开的，取消并说明', async () => {
      const [{ body: late }, { body: missed }] = [await announce(hall), await announce(hall)];
      await sweepAt('2026-12-05T02:00:00.000Z');
      expect((await theVote(hall, late.id)).state).toBe('open');
      const { body: never } = await announce(hall, {
        opensAt: '2026-12-21T02:00:00.000Z',
        closesAt: '2026-12-22T02:00:00.000Z',
      });
      await sweepAt('2026-12-22T02:00:00.000Z');
      expect(await theVote(hall, never.id)).toMatchObject({ state: 'cancelled', cancelReason: expect.any(String) });
      expect((await theVote(hall, missed.id)).state).not.toBe('announced');
    });
  });
};
