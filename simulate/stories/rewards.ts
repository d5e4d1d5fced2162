import type { ActionId, OrderId, PersonId } from '@suishoupai/shared/ids';
import { counterRoutes, rewardRoutes, rewardStaffRoutes } from '@suishoupai/shared/rewards/routes';
import { anOrderId, makeShop } from '../../functions/src/rewards/rewards.builder.ts';
import { anActionId } from '../../functions/test/builders.ts';
import { type Phone, type Told, toldSoFar } from '../phone.ts';
import { bookOf, linesOf } from '../promises/books.ts';
import { countOf, type Story } from '../story.ts';
import type { World } from '../world.ts';

type Claim = { id: OrderId; person: PersonId; told: Told };
type Act = { id: ActionId; of: OrderId; what: 'hand' | 'cancel'; told: Told };
type Shelved = { id: ActionId; what: 'correct' | 'withdraw' | 'shelve'; delta: number; told: Told };

const price = 20;
const stock = 7;

/** A reward that not everybody can have: it is redeemed, given back, handed over in part, counted anew, and lapses when nobody comes. */
export const rewards: Story = async ({ service, dice, isFirst }) => {
  const shop = await makeShop(service);
  const people = [
    await shop.someone('wang', 6 * price),
    await shop.someone('li', 4 * price),
    await shop.someone('zhao', 3 * price),
  ];
  const perPerson = dice.chance(0.3) ? 2 : undefined;
  const reward = await shop.shelved({ price, ...(perPerson === undefined ? {} : { perPerson }) }, stock);
  const claims: Claim[] = [];
  const acts: Act[] = [];
  const shelf: Shelved[] = [];
  const params = { rewardId: reward };
  if (dice.chance(0.4) && isFirst) {
    for (const person of people) {
      const id = anOrderId();
      const { body: made } = await shop.redeem(person, reward, { id, points: price });
      claims.push({ id, person: person.personId, told: 'done' });
      if (person === people.at(-1))
        await service.moveTo(new Date(Date.parse(made.until) - 1000 * dice.below(90)).toISOString());
    }
  }

  const acted = async (
    what: Act['what'],
    of: OrderId,
    ask: (id: ActionId) => Promise<{ status: number; isOpen: boolean } | 'unheard'>,
  ): Promise<void> => {
    const act: Act = { id: anActionId(), of, what, told: 'unheard' };
    acts.push(act);
    act.told = toldSoFar(await ask(act.id));
  };
  const redeems = async (phone: Phone): Promise<void> => {
    for (let times = 0; times < 2; times += 1) {
      const [id, count] = [anOrderId(), dice.pick([1, 2, 3])];
      const claim: Claim = { id, person: phone.personId, told: 'unheard' };
      claims.push(claim);
      const body = { id, version: 1, count, points: price * count };
      claim.told = toldSoFar(await phone.ask(rewardRoutes.redeemReward, { params, body }));
      const mine = claims.filter(({ person, told }) => person === phone.personId && told === 'done');
      if (mine.length === 0 || !dice.chance(0.3)) continue;
      const { id: orderId } = dice.pick(mine);
      await acted('cancel', orderId, (act) =>
        phone.ask(rewardRoutes.cancelOrder, { params: { orderId }, body: { id: act } }),
      );
    }
  };
  const handsOver = async (phone: Phone): Promise<void> => {
    for (let looks = 0; looks < 8; looks += 1) {
      await phone.pause();
      const isOver = (of: OrderId) =>
        acts.some((act) => act.of === of && act.told === (act.what === 'cancel' ? 'done' : 'refused'));
      for (const { id: orderId } of claims.filter(({ id, told }) => told === 'done' && !isOver(id))) {
        if (dice.chance(0.2)) continue;
        if (dice.chance(0.05)) {
          await acted('cancel', orderId, (id) =>
            phone.ask(counterRoutes.cancelForResident, { params: { orderId }, body: { id, reason: '袋子破了' } }),
          );
          continue;
        }
        const rest = dice.pick(['kept', 'kept', 'refunded'] as const);
        await acted('hand', orderId, (id) =>
          phone.ask(counterRoutes.handOverOrder, { params: { orderId }, body: { id, count: 1, rest } }),
        );
      }
    }
  };
  const counts = async (phone: Phone): Promise<void> => {
    for (let times = 0; times < 3; times += 1) {
      await phone.pause();
      const what = dice.pick(['correct', 'correct', 'withdraw', 'shelve'] as const);
      const line: Shelved = { id: anActionId(), what, delta: 0, told: 'unheard' };
      shelf.push(line);
      if (what === 'correct') {
        line.delta = dice.pick([1, 2, -1, -3]);
        const body = { id: line.id, delta: line.delta, reason: '盘点' };
        line.told = toldSoFar(await phone.ask(rewardStaffRoutes.correctStock, { params, body }));
      } else
        line.told = toldSoFar(await phone.ask(rewardStaffRoutes.stepReward, { params, body: { id: line.id, what } }));
    }
  };

  const broken = async ({ truth }: World): Promise<string[]> => {
    const wrong: string[] = [];
    const holding = new Map<PersonId, number>();
    const handed = new Map<PersonId, number>();
    const had = new Map<PersonId, number>();
    let granted = 0;
    for (const { id, person, told } of claims) {
      const card = (await truth.orders.find(person, id))?.card;
      if (told === 'done' && card === undefined) wrong.push(`acknowledged order ${id} is not there`);
      if (told === 'refused' && card !== undefined) wrong.push(`refused order ${id} is there`);
      if (card === undefined) continue;
      const hands = card.hands ?? [];
      for (const act of acts.filter(({ of }) => of === id)) {
        const times =
          act.what === 'hand' ? countOf(hands, (hand) => hand.id === act.id) : card.ended?.id === act.id ? 1 : 0;
        if (times > 1 || (act.told === 'done' && times === 0) || (act.told === 'refused' && times > 0))
          wrong.push(`${act.what} ${act.id} of ${id} was ${act.told} and stands ${times} times`);
      }
      // What was handed over is paid for when the order ends; until then all of it is held.
      const isOpen = card.state === 'open';
      const counted = isOpen ? card.count : card.handed;
      granted += counted;
      had.set(person, (had.get(person) ?? 0) + counted);
      if (isOpen) holding.set(person, (holding.get(person) ?? 0) + card.count * price);
      else handed.set(person, (handed.get(person) ?? 0) + card.handed * price);
      const pieces = hands.reduce((sum, { count }) => sum + count, 0);
      if (pieces !== card.handed || pieces > card.count || new Set(hands.map((hand) => hand.id)).size < hands.length)
        wrong.push(`of order ${id} ${pieces} pieces were handed over and it says ${card.handed} of ${card.count}`);
      if (isOpen && card.until < service.now().toISOString()) wrong.push(`order ${id} is over and still open`);
    }
    for (const [person, pieces] of had)
      if (pieces > (perPerson ?? pieces)) wrong.push(`${person} has ${pieces} of at most ${perPerson}`);
    const lines = await truth.rewards.lines(reward);
    for (const { id, what, told } of shelf) {
      const times = countOf(lines, (line) => line.id === id);
      if (times > 1 || (told === 'done' && times === 0) || (told === 'refused' && times > 0))
        wrong.push(`${what} ${id} was ${told} and stands ${times} times`);
    }
    const added = shelf
      .filter(({ id }) => lines.some((line) => line.id === id))
      .reduce((sum, { delta }) => sum + delta, 0);
    const left = await truth.rewards.stock(reward);
    if (left === undefined) return [...wrong, 'the reward is gone'];
    if (
      left.left < 0 ||
      left.granted !== granted ||
      left.granted + left.left !== left.initial ||
      left.initial !== stock + added
    )
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
  const clerk = { person: shop.staff, name: 'clerk', plays: counts };
  return {
    parts: [...phones, counter, { ...counter, name: 'second counter' }, ...(dice.chance(0.5) ? [clerk] : [])],
    broken,
  };
};
