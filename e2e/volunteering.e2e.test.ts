import { xingfuli } from '@suishoupai/local/demo/places';
import type { ActionId, PersonId } from '@suishoupai/shared/ids';
import { volunteeringRoutes } from '@suishoupai/shared/volunteering/routes';
import { inOrder } from '@suishoupai/shared/volunteering/rules';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { inTurn } from './ballots/in-turn.ts';
import { storesOf } from './ballots/metered.ts';
import { phoneTo } from './ballots/visits.ts';
import { launchBrowser } from './browser.ts';
import { foundTown } from './chapters/hall-town.ts';
import { picturesOfAll } from './person.ts';
import { type Product, startProduct } from './stack.ts';
import { anOpenActivity, meteredPlacing, newTail, registered } from './volunteering/last-place.ts';
import { volunteeringStory } from './volunteering/story.ts';

/** People over HTTP, and others who ask for the same places in this process, all of them at once, where the cost can be read. */
const byPhoneCount = 240;
const meteredCount = 60;
/** Each request in flight at once has an instance of the function to itself; more of them only wait for the same processor. */
const atOnce = 8;
const places = 20;
const waitingPlaces = 10;

let product: Product;
let browser: Browser;
// A product of its own, and an empty one: weeks go by here.
beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct({ demo: false }), launchBrowser()]);
  await foundTown(product);
});
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') console.error((await picturesOfAll(task.id)).join('\n'));
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

test('三百人抢二十个名额、十个候补：不多一个，每人一个最后的答复', async () => {
  const stores = storesOf(product);
  const now = product.clock.now();
  const activity = anOpenActivity(xingfuli, now, places, waitingPlaces);
  expect(await stores.activities.save(activity)).toBe(true);
  const people = await registered(stores, xingfuli, byPhoneCount + meteredCount, now);
  const phone = phoneTo(product);
  const metered = meteredPlacing(product);
  const answers = new Map<PersonId, string[]>();
  const heard = (personId: PersonId, answer: string) =>
    answers.set(personId, [...(answers.get(personId) ?? []), answer]);

  const overHttp = inTurn(people.slice(0, byPhoneCount).entries(), atOnce, async ([i, personId]) => {
    const token = await phone.signIn(personId);
    const id: ActionId = `act_${newTail()}`;
    // Every tenth taps twice: the answer to the first was lost on the way.
    for (let tap = 0; tap < (i % 10 === 0 ? 2 : 1); tap += 1) {
      const { code, body } = await phone.call(volunteeringRoutes.signUp, token, {
        params: { activityId: activity.id },
        body: { id },
      });
      heard(personId, code || `${body.standing} ${body.position ?? ''}`);
    }
  });
  const inProcess = Promise.all(
    people.slice(byPhoneCount).map(async (personId) => {
      const viewer = { personId, grants: [] };
      const answer = await metered.placing
        .signUp(viewer, activity.id, `act_${newTail()}`, product.clock.now())
        .then(({ standing, position }) => `${standing} ${position ?? ''}`)
        .catch((error: { code: string }) => error.code);
      heard(personId, answer);
    }),
  );
  await Promise.all([overHttp, inProcess]);

  const roll = (await stores.activities.find(activity.id))?.roll.seqs ?? {};
  const order = inOrder(roll);
  expect(order).toHaveLength(places + waitingPlaces);
  const expected = (personId: PersonId): string => {
    const rank = order.indexOf(personId);
    if (rank < 0) return 'activity.full';
    return rank < places ? 'in ' : `waiting ${rank - places + 1}`;
  };
  // What each was told, first and again, is what stands.
  const wrong = people.filter((personId) => answers.get(personId)?.some((answer) => answer !== expected(personId)));
  expect(wrong).toEqual([]);
  expect(answers.size).toBe(people.length);

  // What one costs, from the first to the last there is room for: the item grows with the roll.
  const quiet = anOpenActivity(xingfuli, now, places, waitingPlaces);
  await stores.activities.save(quiet);
  metered.take();
  for (const personId of people.slice(0, places + waitingPlaces))
    await metered.placing.signUp({ personId, grants: [] }, quiet.id, `act_${newTail()}`, product.clock.now());
  const { write, indexWrite } = metered.take();
  const perSignUp = (write + indexWrite) / (places + waitingPlaces);
  expect(perSignUp).toBeLessThanOrEqual(5);
  console.log(
    `${people.length} people, ${places} places and ${waitingPlaces} waiting: ${order.length} signed up, ${people.length - order.length} told it is full; ` +
      `write units per sign-up ${perSignUp.toFixed(1)} (budget 5)`,
  );
});

volunteeringStory({ product: () => product, browser: () => browser });
