import type { PersonId } from '@suishoupai/shared/ids';
import { beforeEach, expect, test } from 'vitest';
import { anActionId, aPersonId, aTicketId } from '../../test/builders.ts';
import { makeMemoryPeopleStore } from '../people/store.ts';
import { aMessage } from './held-store.cases.ts';
import { type Message, makeMemoryHeldStore } from './held-store.ts';
import { makePush, makeSendHeld } from './push.ts';
import { makeMemoryNoticeStore } from './store.ts';

const evening = '2026-11-16T13:59:00.000Z';
const night = '2026-11-16T15:00:00.000Z';
const morning = '2026-11-16T23:00:00.000Z';

/** One person with one message allowed, and one notice in the inbox. */
const aNight = async () => {
  let at = night;
  let isDown = false;
  const sent: string[] = [];
  const logged: string[] = [];
  const people = makeMemoryPeopleStore();
  const notices = makeMemoryNoticeStore();
  const held = makeMemoryHeldStore();
  const { id: personId } = await people.admit('openid-li', aPersonId(), new Date(night));
  const message = aMessage({ personId });
  const keep = ({ noticeId }: Message, owner: PersonId) =>
    notices.keep(owner, {
      id: noticeId,
      at: night,
      kind: 'ticketProgress',
      title: '已有人处理',
      text: '路灯不亮',
      about: aTicketId(),
    });
  await keep(message, personId);
  await notices.allow(personId, anActionId(), ['ticketProgress'], new Date(night));
  const deps = {
    people: {
      find: async (id: PersonId) => {
        if (isDown) throw new Error('down');
        return people.find(id);
      },
    },
    notices,
    held,
    wechat: {
      sendMessage: async ({ openid }: { openid: string }) => {
        sent.push(openid);
        return 'sent' as const;
      },
    },
    templates: { ticketProgress: 'tpl' },
    now: () => new Date(at),
    log: { info: () => {}, error: (text: string) => void logged.push(text) },
  };
  const sendHeld = makeSendHeld(deps);
  return {
    sent,
    logged,
    message,
    notices,
    push: makePush(deps),
    sweep: (hasTime?: () => boolean) => sendHeld(new Date(at), hasTime),
    moveTo: (iso: string) => {
      at = iso;
    },
    breakDown: (value: boolean) => {
      isDown = value;
    },
  };
};

let world: Awaited<ReturnType<typeof aNight>>;
beforeEach(async () => {
  world = await aNight();
});

test('夜里的消息早上七点才发，扫两遍也只发一次', async () => {
  await world.push(world.message, 'canWait');
  expect(await world.sweep()).toEqual({ sent: 0, failed: 0 });
  expect(world.sent).toEqual([]);
  world.moveTo(morning);
  const sweeps = await Promise.all([world.sweep(), world.sweep()]);
  expect(sweeps.map(({ sent }) => sent).toSorted()).toEqual([0, 1]);
  expect(await world.sweep()).toEqual({ sent: 0, failed: 0 });
  expect(world.sent).toEqual(['openid-li']);
});

test('等不得的，夜里也发', async () => {
  await world.push(world.message, 'urgent');
  expect(world.sent).toEqual(['openid-li']);
});

test('同一条先发了、夜里又来，或先留下、早上又来，都只到一次', async () => {
  world.moveTo(evening);
  await world.push(world.message, 'canWait');
  world.moveTo(night);
  await world.push(world.message, 'canWait');
  world.moveTo(morning);
  await world.push(world.message, 'canWait');
  await world.sweep();
  expect(world.sent).toEqual(['openid-li']);
});

test('没有允许的次数，早上也不发，不再留着', async () => {
  await world.notices.spendAllowance(world.message.personId, 'ticketProgress');
  await world.push(world.message, 'canWait');
  world.moveTo(morning);
  expect(await world.sweep()).toEqual({ sent: 0, failed: 0 });
  await world.notices.allow(world.message.personId, anActionId(), ['ticketProgress'], new Date(morning));
  await world.sweep();
  expect(world.sent).toEqual([]);
});

test('没有配置模板的，不留也不发', async () => {
  await world.push({ ...world.message, template: 'ticketWaiting' }, 'canWait');
  world.moveTo(morning);
  expect(await world.sweep()).toEqual({ sent: 0, failed: 0 });
});

test('时间不够就停下，下一遍接着发', async () => {
  await world.push(world.message, 'canWait');
  world.moveTo(morning);
  expect(await world.sweep(() => false)).toEqual({ sent: 0, failed: 0 });
  expect(await world.sweep()).toEqual({ sent: 1, failed: 0 });
});

test('抢到之后断了：少一次提醒，绝不发两次；断的那条记在日志里', async () => {
  await world.push(world.message, 'canWait');
  world.moveTo(morning);
  world.breakDown(true);
  expect(await world.sweep()).toEqual({ sent: 0, failed: 1 });
  expect(world.logged).toEqual(['held message not sent']);
  world.breakDown(false);
  expect(await world.sweep()).toEqual({ sent: 0, failed: 0 });
  expect(world.sent).toEqual([]);
});
