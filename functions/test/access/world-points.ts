import {
  newActivityId,
  newCertificateId,
  newExchangeId,
  newListingId,
  newOrderId,
  newRewardId,
} from '@suishoupai/shared/ids';
import { makeLedger } from '../../src/points/ledger.ts';
import { aTransfer, aTransferId } from '../../src/points/points.builder.ts';
import { activityWordsOf } from '../../src/volunteering/volunteering.builder.ts';
import { anActionId, tail } from '../builders.ts';
import type { Person } from '../service.ts';
import type { Ground } from './ground.ts';
import { secret } from './secrets.ts';

type Seen = { id: string; version: number };
const here = { params: { communityId: 'xfl' } };

const makeVolunteering = async ({ service, act, cast }: Ground) => {
  for (const [person, name, more] of [
    [cast.own, secret.volunteer, { isMinor: true, guardian: { name: secret.guardian, relation: '母亲' } }],
    [cast.neighbour, '王二邻', { isMinor: false }],
  ] as const) {
    await act(person, 'saveVolunteerProfile', {
      ...here,
      body: {
        id: anActionId(),
        follows: 0,
        name,
        skills: ['tidying'],
        availability: ['weekend'],
        ...more,
        agreed: true,
      },
    });
  }
  const planned = async (given: object = {}) =>
    (await act(cast.staff, 'makeActivity', {
      body: { id: newActivityId('xfl', tail()), ...activityWordsOf(), ...given },
    })) as Seen;
  const step = async (activity: Seen, what: string) =>
    (await act(cast.staff, 'stepActivity', {
      params: { activityId: activity.id },
      body: { id: anActionId(), version: activity.version, what },
    })) as Seen;
  const signedUp = async (activity: Seen) => {
    const id = anActionId();
    await act(cast.own, 'signUp', { params: { activityId: activity.id }, body: { id } });
    return id;
  };
  const on = (day: string, from: string, until: string) => ({
    startsAt: `2026-12-${day}T${from}:00.000Z`,
    endsAt: `2026-12-${day}T${until}:00.000Z`,
  });
  const draft = await planned({ title: secret.plannedActivity, ...on('19', '01:00', '03:00') });
  const coming = await step(await planned(on('19', '01:00', '03:00')), 'publish');
  const place = await signedUp(coming);
  const ended = async (hours: string) => {
    const activity = await step(await planned(on('11', `${hours}:00`, `${hours}:30`)), 'publish');
    await signedUp(activity);
    await service.moveTo(`2026-12-11T${hours}:00:00.000Z`);
    const running = await step(activity, 'start');
    for (const [what, minutes] of [
      ['in', '00'],
      ['out', '30'],
    ]) {
      await service.moveTo(`2026-12-11T${hours}:${minutes}:00.000Z`);
      const { code } = await act(cast.staff, 'getPresenceCode', { params: { activityId: activity.id } });
      await act(cast.own, 'checkAtActivity', {
        params: { activityId: activity.id },
        body: { id: anActionId(), what, code },
      });
    }
    return step(running, 'finish');
  };
  const finished = await ended('03');
  const confirmed = await ended('04');
  await act(cast.staff, 'confirmHours', {
    params: { activityId: confirmed.id },
    body: { id: anActionId(), personId: cast.own.personId, minutes: 30, stars: 5, words: secret.evaluation },
  });
  const certificate = newCertificateId('xfl', tail());
  const { code: certificateCode } = await act(cast.own, 'issueCertificate', { ...here, body: { id: certificate } });
  const published = await step(await planned(on('11', '05:00', '06:00')), 'publish');
  await signedUp(published);
  await service.moveTo('2026-12-11T05:00:00.000Z');
  const running = await step(published, 'start');
  return { activities: { draft, coming, running, finished, confirmed }, place, certificate, certificateCode };
};

const makeRewards = async ({ act, cast }: Ground) => {
  const made = async (given: object = {}) => {
    const id = newRewardId('xfl', tail());
    await act(cast.staff, 'makeReward', {
      params: { rewardId: id },
      body: {
        ...{ kind: 'goods', title: '东北大米', description: '一袋 5 公斤', photoIds: [], price: 100, holdDays: 7 },
        ...{ from: '2026-12-01T00:00:00.000Z', until: '2026-12-31T16:00:00.000Z', place: '居委会', hours: '工作日' },
        ...{ initial: 20, ...given },
      },
    });
    return id;
  };
  const shelved = async (given: object = {}) => {
    const id = await made(given);
    await act(cast.staff, 'stepReward', { params: { rewardId: id }, body: { id: anActionId(), what: 'shelve' } });
    return id;
  };
  const rewards = {
    draft: await made({ title: secret.draftReward }),
    shelved: await shelved(),
    supplied: await shelved({ supplier: { id: 'sup_liangyou', label: '粮油店' } }),
  };
  const ordered = async (rewardId: string) =>
    (await act(cast.own, 'redeemReward', {
      params: { rewardId },
      body: { id: newOrderId('xfl', tail()), version: 1, count: 1, points: 100 },
    })) as { id: string; code: string };
  const orders = {
    open: await ordered(rewards.shelved),
    supplied: await ordered(rewards.supplied),
    done: await ordered(rewards.shelved),
  };
  await act(cast.staff, 'handOverOrder', { params: { orderId: orders.done.id }, body: { id: anActionId(), count: 1 } });
  return { rewards, orders };
};

const makeTimebank = async ({ act, cast }: Ground) => {
  const listed = async (person: Person, given: object = {}) => {
    const id = newListingId('xfl', tail());
    await act(person, 'makeListing', {
      body: { id, kind: 'offer', skill: 'clinic', words: '陪您去医院', times: ['1am'], minutes: 60, ...given },
    });
    return id;
  };
  const answered = async (person: Person, listingId: string, contact: string) =>
    (await act(person, 'answerListing', {
      body: {
        ...{ id: newExchangeId('xfl', tail()), listingId, minutes: 60, plannedAt: '2026-12-11T06:00:00.000Z' },
        ...{ call: '阿姨', contact },
      },
    })) as Seen;
  const step = async (person: Person, exchange: Seen, what: string, given: object = {}) =>
    (await act(person, 'stepExchange', {
      params: { exchangeId: exchange.id },
      body: { id: anActionId(), version: exchange.version, what, ...given },
    })) as Seen;
  const agreed = async () =>
    step(cast.own, await answered(cast.neighbour, await listed(cast.own), secret.receiverContact), 'agree', {
      ...{ call: '李姐', contact: secret.giverContact },
    });
  const listings = {
    open: await listed(cast.own),
    held: await listed(cast.own, { words: secret.heldListing }),
    ended: await listed(cast.own),
  };
  await act(cast.own, 'stepListing', {
    params: { listingId: listings.ended },
    body: { id: anActionId(), what: 'end' },
  });
  const exchanges = {
    answered: await answered(cast.neighbour, listings.open, secret.receiverContact),
    agreed: await agreed(),
  };
  await act(cast.neighbour, 'donateHours', { ...here, body: { id: aTransferId(), minutes: 300 } });
  const promised = async () => {
    const id = newListingId('xfl', tail());
    await act(cast.staff, 'promiseHours', {
      body: {
        ...{ id, kind: 'request', skill: 'company', words: '陪老人聊天', times: ['1am'], minutes: 60 },
        elder: { name: secret.elder, building: '7', entrance: '', room: secret.elderRoom, phone: secret.elderPhone },
      },
    });
    return id;
  };
  const promises = { open: await promised(), taken: await promised(), agreed: await promised() };
  const helping = await answered(cast.own, promises.taken, secret.helperContact);
  const helped = await answered(cast.own, promises.agreed, secret.helperContact);
  const agreedOn = (await act(cast.staff, 'stepPromised', {
    params: { exchangeId: helped.id },
    body: { id: anActionId(), version: helped.version, what: 'agree', call: '老人', contact: '021-60000001' },
  })) as Seen;
  const kin = anActionId();
  const { code: kinCode } = await act(cast.own, 'inviteKin', { ...here, body: { id: kin, call: secret.kin } });
  return { listings, exchanges: { ...exchanges, helping, helped: agreedOn }, promises, kinCode };
};

/** Books with something in them, activities, rewards and orders, neighbours who help each other. */
export const makePointsThings = async (ground: Ground) => {
  const { service, act, cast } = ground;
  const { transfer } = makeLedger(service.stores.ledger);
  const at = service.now().toISOString();
  for (const { personId } of [cast.own, cast.neighbour]) {
    await transfer(aTransfer({ credit: personId, amount: 1000, until: '2028-12-31', at }));
    await transfer(aTransfer({ credit: personId, unit: 'minutes', amount: 600, at }));
  }
  await transfer(aTransfer({ communityId: 'ygl', credit: cast.far.personId, amount: 1000, until: '2028-12-31', at }));
  const { book } = await act(cast.own, 'getPoints', here);
  const { book: farBook } = await act(cast.far, 'getPoints', { params: { communityId: 'ygl' } });
  const corrected = async (communityId: string, by: Person, code: unknown) => {
    const id = anActionId();
    await act(by, 'correct', {
      params: { communityId },
      body: { id, code, unit: 'points', direction: 'give', amount: 300, reason: secret.correction },
    });
    return id;
  };
  const corrections = {
    waiting: await corrected('xfl', cast.staff, book),
    far: await corrected('ygl', cast.farStaff, farBook),
  };
  const timebank = await makeTimebank(ground);
  const rewards = await makeRewards(ground);
  const volunteering = await makeVolunteering(ground);
  return { book, farBook, corrections, ...timebank, ...rewards, ...volunteering };
};
