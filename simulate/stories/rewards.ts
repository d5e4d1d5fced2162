import type { OrderId, PersonId } from '@suishoupai/shared/ids';
import { counterRoutes, rewardRoutes } from '@suishoupai/shared/rewards/routes';
import { anOrderId, makeShop } from '../../functions/src/rewards/rewards.builder.ts';
import { anActionId } from '../../functions/test/builders.ts';
import { type Phone, type Told, toldBy } from '../phone.ts';
import { bookOf, linesOf } from '../promises/books.ts';
import { countOf, type Story } from '../story.ts';
import type { World } from '../world.ts';

type Claim = { id: OrderId; person: PersonId; told: Told; ended?: { what: string; told: Told } };

const price = 20;
const stock = 7;

/** A reward that not everybody can have: it is redeemed, given back, handed over in part, and lapses when nobody comes. */
export const rewards: Story = async ({ service, dice }) => {
  const shop = await makeShop(service);
  const people = [
    await shop.someone('wang', 6 * price),
    await shop.someone('li', 4 * price),
    await shop.someone('zhao', 3 * price),
  ];
  const reward = await shop.shelved({ price, ...(dice.chance(0.3) ? { perPerson: 2 } : {}) }, stock);
  const claims: Claim[] = [];
  const params = { rewardId: reward };

  const redeems = async (phone: Phone): Promise<void> => {
    for (let times = 0; times < 2; times += 1) {
      const [id, count] = [anOrderId(), dice.pick([1, 2, 3])];
      const claim: Claim = { id, person: phone.personId, told: 'unheard' };
      claims.push(claim);
      const body = { id, version: 1, count, points: price * count };
      claim.told = toldBy(await phone.ask(rewardRoutes.redeemReward, { params, body }));
      if (claim.told !== 'done' || !dice.chance(0.3)) continue;
      const ended = { what: 'cancelled', told: 'unheard' as Told };
      claim.ended = ended;
      ended.told = toldBy(
        await phone.ask(rewardRoutes.cancelOrder, { params: { orderId: id }, body: { id: anActionId() } }),
      );
    }
  };
  const handsOver = async (phone: Phone): Promise<void> => {
    for (let looks = 0; looks < 8; looks += 1) {
      await phone.pause();
      for (const claim of claims.filter(({ told, ended }) => told === 'done' && ended === undefined)) {
        if (dice.chance(0.2)) continue;
        const rest = dice.pick(['kept', 'kept', 'refunded'] as const);
        const body = { id: anActionId(), count: 1, rest };
        await phone.ask(counterRoutes.handOverOrder, { params: { orderId: claim.id }, body });
      }
    }
  };

  const broken = async ({ truth }: World): Promise<string[]> => {
    const wrong: string[] = [];
    const holding = new Map<PersonId, number>();
    const handed = new Map<PersonId, number>();
    let granted = 0;
    for (const { id, person, told, ended } of claims) {
      const card = (await truth.orders.find(person, id))?.card;
      if (told === 'done' && card === undefined) wrong.push(`acknowledged order ${id} is not there`);
      if (told === 'refused' && card !== undefined) wrong.push(`refused order ${id} is there`);
      if (ended?.told === 'done' && card?.state !== 'cancelled') wrong.push(`order ${id} was not cancelled`);
      if (card === undefined) continue;
      // What was handed over is paid for when the order ends; until then all of it is held.
      const isOpen = card.state === 'open';
      granted += isOpen ? card.count : card.handed;
      if (isOpen) holding.set(person, (holding.get(person) ?? 0) + card.count * price);
      else handed.set(person, (handed.get(person) ?? 0) + card.handed * price);
      const hands = card.hands ?? [];
      const pieces = hands.reduce((sum, { count }) => sum + count, 0);
      if (pieces !== card.handed || pieces > card.count || new Set(hands.map((hand) => hand.id)).size < hands.length)
        wrong.push(`of order ${id} ${pieces} pieces were handed over and it says ${card.handed} of ${card.count}`);
    }
    const left = await truth.rewards.stock(reward);
    if (left === undefined) return [...wrong, 'the reward is gone'];
    if (left.left < 0 || left.granted !== granted || left.granted + left.left !== left.initial)
      wrong.push(`of ${left.initial} pieces ${left.granted} are granted, ${granted} ordered and ${left.left} left`);
    for (const { personId } of people) {
      const { reserved } = await bookOf(truth, personId);
      if (reserved !== (holding.get(personId) ?? 0))
        wrong.push(`${personId} holds ${holding.get(personId)} points for orders and the book says ${reserved}`);
      const spent = (await linesOf(truth, personId)).filter(
        ({ phase, credit }) => phase === 'post' && credit === 'redeemed',
      );
      const sum = spent.reduce((total, { amount }) => total + amount, 0);
      if (sum !== (handed.get(personId) ?? 0))
        wrong.push(`${personId} paid ${sum} for what cost ${handed.get(personId)}`);
      if (countOf(spent, ({ ends }) => ends === undefined) > 0) wrong.push(`${personId} paid without an order`);
    }
    return wrong;
  };

  const phones = people.flatMap((person, nth) => {
    const first = { person, name: `customer ${nth}`, plays: redeems };
    return dice.chance(0.4) ? [first, { ...first, name: `second phone of customer ${nth}` }] : [first];
  });
  const counter = { person: shop.staff, name: 'counter', plays: handsOver };
  return { parts: [...phones, counter, { ...counter, name: 'second counter' }], broken };
};
