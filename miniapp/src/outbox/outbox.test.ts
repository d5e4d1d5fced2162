import { describe, expect, test } from 'vitest';
import { ApiError } from '../api/api-error.ts';
import { aConfirm, aWorld, unsentPhoto, wang } from './world.builder.ts';

describe('有网络', () => {
  test('先存下，再发；有了答复就离开，照片文件也不留', async () => {
    const { start, keysArrived, world, disk } = aWorld();
    const { outbox } = start();
    const given = aConfirm({ photos: [unsentPhoto()] });
    let wasOnDisk = false;
    const sent = await outbox.send('confirm', given, () => {
      wasOnDisk = disk.size === 1 && keysArrived().length === 0;
    });
    expect(sent).toMatchObject({ kind: 'answered', answer: { id: given.body.id } });
    expect([wasOnDisk, disk.size, outbox.items()]).toEqual([true, 0, []]);
    expect(world.files).toEqual(given.photos?.map(({ path }) => path));
  });

  test('被拒绝：原话交给发的人，取走之前都留着', async () => {
    const { start, world, states } = aWorld();
    const { outbox } = start();
    const given = aConfirm();
    world.refusals.set(given.body.id, 'department.unknown');
    const sent = await outbox.send('confirm', given);
    expect(sent).toEqual({ kind: 'refused', key: given.body.id, error: new ApiError('department.unknown') });
    expect(states(outbox)).toEqual([[given.body.id, 'refused']]);
    outbox.remove(given.body.id);
    expect(outbox.items()).toEqual([]);
  });

  test('同一份连点两下，只有一份', async () => {
    const { start, keysArrived } = aWorld();
    const { outbox } = start();
    const given = aConfirm();
    const sent = await Promise.all([outbox.send('confirm', given), outbox.send('confirm', given)]);
    expect(sent.map(({ kind }) => kind)).toEqual(['answered', 'answered']);
    expect(keysArrived()).toEqual([given.body.id]);
  });

  test('手机满了也先试着发；没有答复就说没存下', async () => {
    const { start, world, disk } = aWorld();
    const { outbox } = start();
    world.isFull = true;
    expect(await outbox.send('confirm', aConfirm())).toMatchObject({ kind: 'answered' });
    world.network = 'answerLost';
    expect(await outbox.send('confirm', aConfirm())).toEqual({ kind: 'unkept', why: 'network' });
    expect([outbox.items(), disk.size]).toEqual([[], 0]);
  });

  test('没有登录就不收', async () => {
    const { start, world } = aWorld();
    world.me = undefined;
    await expect(start().outbox.send('confirm', aConfirm())).rejects.toThrow(new ApiError('session.missing'));
  });
});

describe('没有网络', () => {
  test('存着，来了网络发一次，告诉在看的人', async () => {
    const { start, world, keysArrived, states } = aWorld();
    const { outbox } = start();
    const left: string[] = [];
    outbox.onDeparture(({ entry, isWatched }) => left.push(`${entry.key} ${isWatched}`));
    world.network = 'off';
    const given = aConfirm({ photos: [unsentPhoto()] });
    expect(await outbox.send('confirm', given)).toEqual({ kind: 'waiting', why: 'network' });
    expect(await outbox.flush()).toBe('network');
    expect(states(outbox)).toEqual([[given.body.id, 'waiting']]);
    world.network = 'up';
    expect(await outbox.flush()).toBeUndefined();
    expect([keysArrived(), outbox.items(), left]).toEqual([[given.body.id], [], [`${given.body.id} false`]]);
  });

  test('答复丢了，再发还是同一个编号，只成一次', async () => {
    const { start, world, keysArrived } = aWorld();
    const { outbox } = start();
    world.network = 'answerLost';
    const given = aConfirm();
    expect(await outbox.send('confirm', given)).toEqual({ kind: 'waiting', why: 'network' });
    world.network = 'up';
    await outbox.flush();
    expect([keysArrived(), outbox.items()]).toEqual([[given.body.id], []]);
  });

  test('程序关掉再开，连照片都还在，发一次', async () => {
    const { start, world, keysArrived } = aWorld();
    const first = start();
    world.network = 'off';
    const given = aConfirm({ photos: [unsentPhoto(), unsentPhoto()] });
    await first.outbox.send('confirm', given);
    first.kill();
    const { outbox } = start();
    expect(outbox.items()).toMatchObject([{ key: given.body.id, photos: given.photos, state: 'waiting' }]);
    world.network = 'up';
    await outbox.flush();
    expect([keysArrived(), outbox.items()]).toEqual([[given.body.id], []]);
  });

  test('同时几处来催，只跑一次', async () => {
    const { start, world } = aWorld();
    const { outbox } = start();
    world.network = 'off';
    await outbox.send('confirm', aConfirm());
    world.network = 'up';
    const [one, other] = [outbox.flush(), outbox.flush()];
    expect(one).toBe(other);
    await one;
    expect(world.arrived).toHaveLength(1);
  });
});

describe('一件事上的几步按先后', () => {
  test('前一步没有答复，后一步等着；别的事不等它', async () => {
    const { start, world, keysArrived } = aWorld();
    const { outbox } = start();
    world.network = 'off';
    const [first, second, other] = [aConfirm({ lane: 0 }), aConfirm({ lane: 0 }), aConfirm({ lane: 1 })];
    for (const given of [first, second, other]) await outbox.send('confirm', given);
    world.network = 'up';
    world.refusals.set(first.body.id, 'internal');
    expect(await outbox.flush()).toBe('busy');
    expect(keysArrived()).toEqual([other.body.id]);
    world.refusals.clear();
    await outbox.flush();
    expect(keysArrived()).toEqual([other.body.id, first.body.id, second.body.id]);
  });

  test('前一步被拒绝，不挡后一步', async () => {
    const { start, world, keysArrived, states } = aWorld();
    const { outbox } = start();
    world.network = 'off';
    const [first, second] = [aConfirm(), aConfirm()];
    for (const given of [first, second]) await outbox.send('confirm', given);
    world.refusals.set(first.body.id, 'department.unknown');
    world.network = 'up';
    await outbox.flush();
    expect([keysArrived(), states(outbox)]).toEqual([[second.body.id], [[first.body.id, 'refused']]]);
  });
});

describe('别人先动了', () => {
  const late = async (found: { answer: unknown } | { meanwhile: string | undefined }) => {
    const made = aWorld({ lookAgain: async () => found });
    const { outbox } = made.start();
    made.world.network = 'off';
    const given = aConfirm({ photos: [unsentPhoto()] });
    await outbox.send('confirm', given);
    made.world.refusals.set(given.body.id, 'ticket.changed');
    made.world.network = 'up';
    await outbox.flush();
    return { outbox, given, ...made };
  };

  test('说这期间发生了什么，写的和照片都留着', async () => {
    const { outbox, given } = await late({ meanwhile: '幸福物业 接单' });
    expect(outbox.items()).toMatchObject([
      { state: 'refused', photos: [{ id: given.photos?.[0]?.id }], refusal: { meanwhile: '幸福物业 接单' } },
    ]);
  });

  test('其实是自己先前那一次送到了：算发出', async () => {
    const { outbox } = await late({ answer: {} });
    expect(outbox.items()).toEqual([]);
  });
});

describe('照片', () => {
  test('服务说没有这张：再传一次，再发', async () => {
    const travelled: string[] = [];
    const { start, world, keysArrived } = aWorld({
      carry: async (list) => {
        for (const { id, state } of list.get()) {
          travelled.push(state);
          if (state === 'failed') world.refusals.clear();
          list.tell(id, { state: 'ready' });
        }
        return { lost: 0, isSignInNeeded: false };
      },
    });
    const given = aConfirm({ photos: [unsentPhoto()] });
    world.refusals.set(given.body.id, 'media.notFound');
    expect(await start().outbox.send('confirm', given)).toMatchObject({ kind: 'answered' });
    expect([travelled, keysArrived()]).toEqual([['waiting', 'failed'], [given.body.id]]);
  });

  test('照片哪里都没有了：不发，说清楚', async () => {
    const { start } = aWorld({
      carry: async (list) => {
        for (const { id } of list.get()) list.remove(id);
        return { lost: 1, isSignInNeeded: false };
      },
    });
    const sent = await start().outbox.send('confirm', aConfirm({ photos: [unsentPhoto()] }));
    expect(sent).toMatchObject({ kind: 'refused', error: { message: '照片已不在手机里，请重新拍' } });
  });

  test('照片换了编号，正文里也换', async () => {
    const [from, to] = [unsentPhoto(), unsentPhoto()];
    const { start, world } = aWorld({
      carry: async (list) => {
        list.tell(from.id, { state: 'ready', id: to.id });
        return { lost: 0, isSignInNeeded: false };
      },
    });
    await start().outbox.send('confirm', aConfirm({ photos: [from] }));
    expect(world.arrived[0]?.entry.body['photoIds']).toEqual([to.id]);
  });
});

test('换了人登录：看不到也不发；本人回来再发', async () => {
  const { start, world, keysArrived } = aWorld();
  const { outbox } = start();
  world.network = 'off';
  const given = aConfirm();
  await outbox.send('confirm', given);
  const owner = world.me;
  world.network = 'up';
  world.me = wang;
  await outbox.flush();
  expect([outbox.items(), keysArrived(), outbox.discard(given.body.id)]).toEqual([[], [], false]);
  world.me = owner;
  await outbox.flush();
  expect(keysArrived()).toEqual([given.body.id]);
});

test('旧版本存下、现在发不了的：留着，说要重新填', () => {
  const { start, disk, states } = aWorld();
  const { outbox, kill } = start();
  void outbox.send('confirm', aConfirm());
  kill();
  const [[key, entry] = ['', '{}']] = [...disk];
  disk.set(key, JSON.stringify({ ...JSON.parse(entry), body: { id: 'x' } }));
  const later = start().outbox;
  expect(states(later).map(([, state]) => state)).toEqual(['refused']);
  expect(later.items()[0]?.refusal?.code).toBe('outdated');
});
