import { makeLedger } from '@suishoupai/functions/points/ledger';
import type { LedgerStore } from '@suishoupai/functions/points/ledger-store';
import { newOrderId, newRewardId, type RewardId } from '@suishoupai/shared/ids';
import { lapseDay } from '@suishoupai/shared/points/earning';
import type { Described } from '@suishoupai/shared/rewards/contract';
import { counterRoutes, rewardRoutes, rewardStaffRoutes } from '@suishoupai/shared/rewards/routes';
import { hourMs } from '@suishoupai/shared/time/units';
import type { Clock } from '../../clock/clock.ts';
import { makePhones } from '../hall/stage.ts';
import { type Album, photoIdsOf, tailOf } from '../pictures.ts';
import { xingfuli } from '../places.ts';
import type { SceneName } from '../scenes.ts';
import { on, timeOf } from '../story.ts';

type Story = {
  name: string;
  scene: SceneName;
  initial: number;
  said: Pick<Described, 'kind' | 'title' | 'description' | 'price'> &
    Partial<Pick<Described, 'perPerson' | 'perHousehold' | 'supplier' | 'place' | 'hours'>>;
  /** Days from the seeding to when it can be had. */
  inDays?: number;
  isDraft?: boolean;
};

const barber = { id: 'sup_lifa', label: '便民理发店' };
const stories: readonly Story[] = [
  {
    ...{ name: 'reward rice', scene: 'rice', initial: 40 },
    said: {
      ...{ kind: 'goods', title: '东北大米 5 公斤', price: 200, perPerson: 2 },
      description: '当季新米，一袋 5 公斤。请自带购物袋，行动不便的可以请楼组长代领。',
    },
  },
  {
    ...{ name: 'reward oil', scene: 'oil', initial: 24 },
    said: {
      ...{ kind: 'goods', title: '菜籽油 1.8 升', price: 160, perHousehold: 1 },
      description: '一桶 1.8 升，按户限量。',
    },
  },
  {
    ...{ name: 'reward haircut', scene: 'haircut', initial: 60 },
    said: {
      ...{ kind: 'service', title: '理发一次', price: 80, perPerson: 1, supplier: barber },
      ...{ place: '6 号楼底商 便民理发店', hours: '每天 9:00-18:00，周一休息' },
      description: '剪、洗、吹，到店出示领取码。腿脚不便的，师傅每月 15 日上门。',
    },
  },
  {
    ...{ name: 'reward fee', scene: 'feeNote', initial: 100 },
    said: {
      ...{ kind: 'service', title: '物业费抵扣 20 元', price: 260, perHousehold: 2 },
      description: '到物业前台核销，抵下一期物业费 20 元，不找零、不兑现。',
      place: '幸福物业前台',
    },
  },
  {
    ...{ name: 'reward cleaning', scene: 'cleaning', initial: 12, inDays: 5 },
    said: {
      ...{ kind: 'service', title: '家政保洁一小时', price: 320, perPerson: 1 },
      description: '擦窗、厨卫保洁任选，工作人员电话约时间。独居老人优先排期。',
    },
  },
  {
    ...{ name: 'reward bag', scene: 'totebag', initial: 200, isDraft: true },
    said: { kind: 'goods', title: '帆布购物袋', price: 30, description: '印着社区地图的购物袋，结实能装十斤。' },
  },
];

const albumOf = ({ name, scene }: Story, at: Date): Album => ({ by: 'community-liu', name, at, scenes: [scene] });

/** The pictures of what can be had, taken by who puts it on the shelf. */
export const rewardAlbums = (seededAt: Date): Album[] => stories.map((story) => albumOf(story, seededAt));

const idOf = ({ name }: Story, seededAt: Date): RewardId => newRewardId(xingfuli, tailOf(name, seededAt));

/** Points that came over from the cards that the community kept before. */
const before: Record<string, number> = {
  'resident-li': 860,
  'elder-chen': 540,
  'resident-zhou': 420,
  'resident-gu': 700,
};

type Input = { url: string; clock: Clock; seededAt: Date; ledger: LedgerStore };

/** Rewards on the shelf and orders in every state, over HTTP at their own times. Again, it finds what it did before. */
export const playRewards = async ({ url, clock, seededAt, ledger }: Input): Promise<void> => {
  const phoneOf = makePhones(url, clock);
  const staff = () => phoneOf('community-liu');
  const action = (what: string) => `act_${tailOf(what, seededAt)}` as const;
  const { transfer } = makeLedger(ledger);
  const [first = stories[0], , haircut] = stories;
  if (first === undefined || haircut === undefined) return;
  const early = timeOf(on(10, '09:00'), seededAt);
  await clock.moveTo(early);

  for (const [persona, amount] of Object.entries(before)) {
    const { personId } = await phoneOf(persona);
    const at = early.toISOString();
    await transfer({
      ...{ id: `trf_${tailOf(`points before ${persona}`, seededAt)}`, communityId: xingfuli, unit: 'points' },
      ...{
        debit: 'issued',
        credit: personId,
        amount,
        phase: 'single',
        cause: { kind: 'correction', id: 'carried-over' },
      },
      ...{ until: lapseDay(at), at, by: '幸福里居委会', reason: '往年积分卡转入' },
    });
  }

  for (const story of stories) {
    const rewardId = idOf(story, seededAt);
    const from = story.inDays === undefined ? early : timeOf(on(-story.inDays, '09:00'), seededAt);
    const { ask } = await staff();
    await ask(rewardStaffRoutes.makeReward, {
      params: { rewardId },
      body: {
        ...{ place: '居委会一楼服务台', hours: '工作日 9:00-17:00', holdDays: 7, ...story.said },
        ...{ from: from.toISOString(), until: timeOf(on(-60, '18:00'), seededAt).toISOString() },
        photoIds: photoIdsOf(albumOf(story, seededAt)),
        initial: story.initial,
      },
    });
    if (story.isDraft === true) continue;
    await ask(rewardStaffRoutes.stepReward, {
      params: { rewardId },
      body: { id: action(`${story.name} shelve`), what: 'shelve' },
    });
  }

  const order = async (persona: string, story: Story, count = 1) => {
    const { ask } = await phoneOf(persona);
    const id = newOrderId(xingfuli, tailOf(`order ${story.name} ${persona}`, seededAt));
    const body = { id, version: 1, count, points: story.said.price * count };
    return ask(rewardRoutes.redeemReward, { params: { rewardId: idOf(story, seededAt) }, body });
  };
  // Nobody came for it within seven days: the next sweep gives it back.
  await order('resident-zhou', first);
  await clock.moveTo(timeOf(on(3, '10:20'), seededAt));
  const cut = await order('resident-li', haircut);
  const { ask: askBarber } = await phoneOf('shop-barber');
  await askBarber(counterRoutes.handOverOrder, {
    params: { orderId: cut.id },
    body: { id: action('hand haircut'), count: 1 },
  });
  const chen = await order('elder-chen', first);
  const { ask: askStaff } = await staff();
  await askStaff(counterRoutes.cancelForResident, {
    params: { orderId: chen.id },
    body: { id: action('cancel rice'), reason: '这一批包装破损，换新的再通知您' },
  });
  await clock.moveTo(new Date(seededAt.getTime() - 2 * hourMs));
  await order('resident-li', first, 2);
  await order('resident-gu', haircut);
  await clock.moveTo(new Date());
};
