import { chinaDay } from '@suishoupai/shared/time/china';
import { pathOfKind } from '@suishoupai/shared/topics/paths';
import { topicRoutes } from '@suishoupai/shared/topics/routes';
import { topicStaffRoutes } from '@suishoupai/shared/topics/staff-routes';
import type { Phone } from '../phone.ts';
import { tailOf } from '../pictures.ts';
import { xingfuli } from '../places.ts';
import { pointIn } from '../points.ts';
import type { HallAct, TopicDeed } from './act.ts';
import { forEach, fromNewest, type Stage, until } from './stage.ts';

type Act = Extract<HallAct, TopicDeed>;

const dayMs = 86_400_000;

/** What has been said and proposed is looked at by the safety check while its author is still about. */
export const untilTopicIsChecked = async (act: Act, { names, phoneOf }: Stage): Promise<void> => {
  const { ask } = await phoneOf(act.by);
  const params = { topicId: names.idOf('topic', act.topic) };
  if (act.does === 'propose') {
    await until(`the check of ${act.topic}`, async () => {
      const { may } = await ask(topicRoutes.getTopic, { params });
      return may.includes('comment');
    });
  }
  if (act.does !== 'say') return;
  const id = names.voice(act.voice);
  const query = act.replyTo === undefined ? {} : { replyTo: names.voice(act.replyTo) };
  await until(`the check of ${act.voice}`, async () => {
    const { items } = await ask(topicRoutes.listVoices, { params, query });
    return items.some((voice) => voice.id === id && voice.safety !== 'pending');
  });
};

/** By the words that the stand-in for WeChat's check takes exception to. */
export const isMeantToBeHeld = ({ text }: Extract<Act, { does: 'say' }>): boolean => text.includes('待审测试');

/**
 * A seeding that was broken off may have left words whose author was long gone when they came to be checked: they are let through, apart
 * from those that are held for good reason.
 */
export const releaseHeld = async ({ ask }: Phone, meant: readonly string[]): Promise<void> => {
  const { items } = await ask(topicStaffRoutes.listHeldWords, { params: { communityId: xingfuli }, query: {} });
  for (const { topicId, item } of items) {
    if (meant.includes(item)) continue;
    const id = `act_${tailOf(`hall release ${topicId} ${item}`, new Date(0))}` as const;
    await ask(topicStaffRoutes.judgeWords, { params: { topicId }, body: { id, item, verdict: 'pass' } });
  }
};

export const playTopic = async (act: Act, stage: Stage): Promise<void> => {
  const { names, phoneOf, at } = stage;
  const { ask } = await phoneOf(act.by);
  const topicId = names.idOf('topic', act.topic);
  const params = { topicId };
  const seen = async () => {
    const { version } = await ask(topicRoutes.getTopic, { params });
    return { id: names.action(act, act.by), version };
  };
  switch (act.does) {
    case 'propose': {
      const { kind, title, words, ticket } = act;
      const ticketId = ticket === undefined ? undefined : names.ticket(ticket);
      const body = { id: topicId, kind, title, words, photos: names.photos(act), ticketId };
      await ask(topicRoutes.proposeTopic, { body });
      return;
    }
    case 'support':
      await forEach(act.all, async (persona) => {
        const { ask: askAs } = await phoneOf(persona);
        await askAs(topicRoutes.supportTopic, { params, body: { id: names.action(act, persona) } });
      });
      return;
    case 'takeUp': {
      const { kind } = await ask(topicRoutes.getTopic, { params });
      const steps = act.steps.map(({ dueIn, ...step }) => ({
        ...step,
        dueOn: chinaDay(new Date(at.getTime() + dueIn * dayMs).toISOString()),
      }));
      const plan = { kind, path: pathOfKind[kind], steps };
      await fromNewest(async () => ask(topicStaffRoutes.takeUpTopic, { params, body: { ...(await seen()), ...plan } }));
      return;
    }
    case 'refuse': {
      const { reason } = act;
      // Support is counted behind the request.
      await until(`support for ${act.topic}`, async () => {
        const { state } = await ask(topicRoutes.getTopic, { params });
        return state !== 'proposed';
      });
      await fromNewest(async () => ask(topicStaffRoutes.refuseTopic, { params, body: { ...(await seen()), reason } }));
      return;
    }
    case 'announce': {
      const { title, words, matters } = act;
      const notice = { title, words, matters };
      await fromNewest(async () =>
        ask(topicStaffRoutes.announceTopic, { params, body: { ...(await seen()), ...notice } }),
      );
      return;
    }
    case 'summarise': {
      const { words } = act;
      await fromNewest(async () =>
        ask(topicStaffRoutes.summariseTopic, { params, body: { ...(await seen()), words } }),
      );
      return;
    }
    case 'finish': {
      const { step, words, decision } = act;
      await fromNewest(async () =>
        ask(topicStaffRoutes.finishStep, { params: { topicId, step }, body: { ...(await seen()), words, decision } }),
      );
      return;
    }
    case 'say': {
      const { voice, stance, text, replyTo } = act;
      const to = replyTo === undefined ? undefined : names.voice(replyTo);
      await ask(topicRoutes.addVoice, { params, body: { id: names.voice(voice), stance, text, replyTo: to } });
      return;
    }
    case 'react': {
      const { voice, reaction } = act;
      const voiceId = names.voice(voice);
      for (const persona of act.all) {
        const { ask: askAs } = await phoneOf(persona);
        const body = { id: names.action(act, `${persona} ${voice}`), reaction };
        await askAs(topicRoutes.reactToVoice, { params: { topicId, voiceId }, body });
      }
      return;
    }
    case 'order': {
      const { categoryCode, words, grid, address } = act;
      const ticketId = names.ticket(act.ticket);
      const basis = act.basis === 'committee' ? act.basis : names.idOf('vote', act.basis.vote);
      const place = { ...pointIn(grid, act.ticket), address };
      const order = { ticketId, categoryCode, words, basis, place };
      await fromNewest(async () =>
        ask(topicStaffRoutes.orderTicket, { params, body: { ...(await seen()), ...order } }),
      );
      await until(`the ticket ${act.ticket}`, async () => {
        const { tickets } = await ask(topicRoutes.getTopic, { params });
        // Its words, too, are looked at by the safety check while their author is about.
        return tickets.some((ticket) => ticket.ticketId === ticketId && ticket.title !== undefined);
      });
      return;
    }
    case 'rateTopic': {
      const { stars, words } = act;
      const body = { id: names.action(act, act.by), stars, words };
      await ask(topicRoutes.rateTopic, { params, body });
      return;
    }
    default:
      act satisfies never;
  }
};
