import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { makeCommentService } from '@suishoupai/functions/comments/service';
import type { Env } from '@suishoupai/functions/env';
import { makeMediaService } from '@suishoupai/functions/media/service';
import { makeModerationService } from '@suishoupai/functions/moderation/service';
import { makePlacesService } from '@suishoupai/functions/places/service';
import { log, makeStores, photoUrlsOf, s3Of } from '@suishoupai/functions/runtime';
import type { Stores } from '@suishoupai/functions/stores';
import { makeTicketService } from '@suishoupai/functions/tickets/service';
import { makeSurroundings } from '@suishoupai/functions/tickets/surroundings';
import { makeSweep } from '@suishoupai/functions/tickets/sweep';
import { newTicketId, type TicketId } from '@suishoupai/shared/ids';
import { chinaDay } from '@suishoupai/shared/time/china';
import * as z from 'zod/mini';
import type { Clock } from '../clock/clock.ts';
import type { functionsEnv } from '../functions-env.ts';
import { demoGrants } from './grants.ts';
import { hallAlbums, hallPersonas, playHall } from './hall/play.ts';
import { openPhone, type Phone } from './phone.ts';
import { type Album, photoIdsOf, sendPictures, tailOf } from './pictures.ts';
import { demoCommunities, xingfuli } from './places.ts';
import { laterDuties } from './places-duty.ts';
import { playBooks } from './points/books.ts';
import { playRewards, rewardAlbums } from './points/rewards.ts';
import { playTimebank } from './points/timebank.ts';
import { playVolunteering } from './points/volunteering.ts';
import { pointIn } from './points.ts';
import { stories } from './stories.ts';
import { type Story, type StoryAct, timeOf } from './story.ts';

type SeedInput = {
  /** The running product. */
  url: string;
  env: ReturnType<typeof functionsEnv>;
  /** Remembers that it was done, and from which moment the times of a broken-off seeding count. */
  file: string;
  /** Called when there is something to do, and when the hall's turn comes. */
  onBegin: () => void;
  onHall: () => void;
  clock: Clock;
  /** Lets the clocks of the hall strike. */
  strikeHall: () => Promise<void>;
  /** Does what the clock does with points once a day. */
  sweepPoints: () => Promise<void>;
};

const Progress = z.object({ seededAt: z.string(), isDone: z.boolean(), hallActs: z._default(z.int(), 0) });

const dayMs = 86_400_000;
/** The clock of the demo looks every four hours: nobody sees the minutes of weeks ago. */
const sweepEveryMs = 4 * 3_600_000;
const daysLater = (from: Date, days: number) => new Date(from.getTime() + days * dayMs).toISOString();

const asEnv = (env: SeedInput['env']): Env => ({
  ...env,
  WECHAT_TEMPLATES: {},
  SECRETS_JSON: undefined,
  UPLOAD_URL: '',
  URL_SUFFIX: 'localhost',
});

const seedPlaces = async ({ places }: Stores, seededAt: Date) => {
  for (const { community, duty } of demoCommunities) {
    await places.putCommunity(community);
    for (const version of [duty, ...laterDuties(duty, seededAt)]) {
      await places.putDuty(community.id, version);
    }
  }
};

const albumsSeenFrom = (seededAt: Date): Album[] =>
  stories.flatMap(({ name, by, when, photos, steps }) => [
    { by, name, at: timeOf(when, seededAt), scenes: photos },
    ...steps.flatMap((act) =>
      'step' in act && act.photos !== undefined
        ? [{ by: act.by, name: `${name} ${act.step}`, at: timeOf(act.when, seededAt), scenes: act.photos }]
        : [],
    ),
  ]);

const openPhones = async (url: string): Promise<(persona: string) => Phone> => {
  const names = [
    ...stories.flatMap(({ by, steps }) => [by, ...steps.map((act) => act.by)]),
    ...demoGrants.map(([name]) => name),
    ...hallPersonas(),
  ];
  const phones = new Map<string, Phone>();
  // One after the other: for each request at the same time serverless-offline loads the functions once more.
  for (const name of new Set(names)) phones.set(name, await openPhone(url, name));
  return (persona) => {
    const phone = phones.get(persona);
    if (phone === undefined) throw new Error(`no phone for ${persona}`);
    return phone;
  };
};

const serviceOn = (env: Env, stores: Stores) => {
  const now = () => new Date();
  const photoUrls = photoUrlsOf(env);
  const media = makeMediaService({
    store: stores.media,
    photoUrls,
    ...s3Of(env),
    uploadsBucket: env.UPLOADS_BUCKET,
    now,
  });
  const places = makePlacesService({ places: stores.places, recentCategories: async () => [] });
  let events = 0;
  const newEventId = () => `evt_${tailOf(`event ${++events}`, now())}` as const;
  return {
    tickets: makeTicketService({
      ...stores,
      places,
      media,
      surroundings: makeSurroundings({ tickets: stores.tickets, places }),
      newEventId,
    }),
    comments: makeCommentService(stores),
    moderation: makeModerationService(stores),
    sweep: makeSweep({ tickets: stores.tickets, newEventId, log }),
  };
};

const checkedWithinMs = 30_000;

/** The safety check answers by way of the stream; a visitor should find everything looked at. */
const untilChecked = async ({ tickets }: Stores, ids: readonly TicketId[]) => {
  const deadline = Date.now() + checkedWithinMs;
  for (const id of ids) {
    for (;;) {
      const ticket = await tickets.find(id);
      const isChecked = Object.values(ticket?.safety ?? {}).every((safety) => safety !== 'pending');
      if (isChecked || Date.now() > deadline) break;
      await wait(200);
    }
  }
};

/**
 * Fills an empty product: two communities, the personas' posts, and tickets in every stage, each walked through the service at its own
 * time with photos sent the way phones send them; then 议事厅, over HTTP with the clock moved. Does nothing when it was done before; broken off, it goes on with the same ids.
 */
export const seedDemo = async (input: SeedInput): Promise<boolean> => {
  const { url, env: variables, file, onBegin, onHall, clock, strikeHall, sweepPoints } = input;
  const known = existsSync(file) ? z.parse(Progress, JSON.parse(readFileSync(file, 'utf8'))) : undefined;
  if (known?.isDone) return false;
  onBegin();
  const seededAt = new Date(known?.seededAt ?? Date.now());
  const remember = (done: Omit<z.output<typeof Progress>, 'seededAt'>) =>
    writeFileSync(file, JSON.stringify({ seededAt: seededAt.toISOString(), ...done }));
  const played = known?.hallActs ?? 0;
  remember({ isDone: false, hallActs: played });

  const env = asEnv(variables);
  const stores = makeStores(env);
  const [phoneOf] = await Promise.all([openPhones(url), seedPlaces(stores, seededAt)]);
  const pictures = sendPictures({
    albums: [...albumsSeenFrom(seededAt), ...hallAlbums(seededAt), ...rewardAlbums(seededAt)],
    phoneOf,
    media: stores.media,
  });
  for (const [persona, grant] of demoGrants) await stores.people.grant(phoneOf(persona).personId, grant);

  const service = serviceOn(env, stores);
  const viewerOf = (persona: string) => {
    const grants = demoGrants.filter(([name]) => name === persona).map(([, grant]) => grant);
    return { personId: phoneOf(persona).personId, grants };
  };
  const idOf = (name: string): TicketId => {
    const story = stories.find((each) => each.name === name);
    if (story === undefined) throw new Error(`no story ${name}`);
    return newTicketId(xingfuli, tailOf(name, timeOf(story.when, seededAt)));
  };

  const report = async (story: Story) => {
    const { name, by, when, categoryCode, description, grid, label, photos, entered } = story;
    const at = timeOf(when, seededAt);
    const photoIds = photoIdsOf({ name, at, scenes: photos });
    await pictures.taken(photoIds);
    const body = {
      id: idOf(name),
      categoryCode,
      description,
      place: { point: pointIn(grid, story.at ?? name), label },
      photoIds,
    };
    const viewer = viewerOf(by);
    if (entered === undefined) await service.tickets.report(viewer, body, at);
    else await service.tickets.enter(viewer, { ...body, ...entered }, at);
  };

  const perform = async ({ name }: Story, act: StoryAct, at: Date) => {
    const { by } = act;
    const id = idOf(name);
    const viewer = viewerOf(by);
    const actionId = (what: string) => `act_${tailOf(`${name} ${what} ${by}`, at)}` as const;
    if ('does' in act) return void (await service.tickets.join(viewer, id, at));
    if ('comment' in act) {
      return void (await service.comments.add(viewer, id, { id: actionId('comment'), text: act.comment }, at));
    }
    if ('flags' in act) {
      // Only what others can see can be complained of.
      await untilChecked(stores, [id]);
      const item = (await stores.tickets.find(id))?.events[0]?.id ?? '';
      return void (await service.moderation.flag(viewer, id, { id: actionId('flag'), item, reason: act.flags }, at));
    }
    const { step, note, photos, stars, departmentId, supporting, categoryCode, limit, stage, reviewInDays } = act;
    const photoIds = photoIdsOf({ name: `${name} ${step}`, at, scenes: photos ?? [] });
    await pictures.taken(photoIds);
    const version = (await stores.tickets.find(id))?.version ?? 0;
    const day = reviewInDays === undefined ? undefined : chinaDay(daysLater(seededAt, reviewInDays));
    const body = {
      ...{ id: actionId(step), version, note, stars, departmentId, supporting, categoryCode, limit, stage, day },
      ...(photos === undefined ? {} : { photoIds }),
      ...(act.into === undefined ? {} : { ticketId: idOf(act.into) }),
      ...(act.colleague === undefined ? {} : { personId: phoneOf(act.colleague).personId }),
    };
    await service.tickets.take(viewer, id, step, body, at);
  };

  // In the order of time, so that clocks strike between the acts as they would have.
  const acts = stories
    .flatMap((story) => [
      { at: timeOf(story.when, seededAt), run: () => report(story) },
      ...story.steps.map((act) => {
        const at = timeOf(act.when, seededAt);
        const run = () =>
          perform(story, act, at).catch((cause) => {
            throw new Error(`story ${story.name}: ${JSON.stringify(act)}`, { cause });
          });
        return { at, run };
      }),
    ])
    .toSorted((a, b) => a.at.getTime() - b.at.getTime());
  let sweptAt = 0;
  for (const { at, run } of acts) {
    if (at.getTime() - sweptAt > sweepEveryMs) {
      sweptAt = at.getTime();
      await service.sweep(at);
    }
    await run();
  }
  await service.sweep(seededAt);
  await untilChecked(
    stores,
    stories.map(({ name }) => idOf(name)),
  );
  await pictures.taken(hallAlbums(seededAt).flatMap(photoIdsOf));
  onHall();
  await playHall({
    ...{ url, clock, seededAt, played },
    strike: strikeHall,
    onPlayed: (hallActs) => remember({ isDone: false, hallActs }),
    ticketOf: (name) => (stories.some((story) => story.name === name) ? idOf(name) : undefined),
  });
  await playVolunteering({ url, clock, seededAt });
  await playTimebank({ url, clock, seededAt, stores });
  await pictures.taken(rewardAlbums(seededAt).flatMap(photoIdsOf));
  await playRewards({ url, clock, seededAt, ledger: stores.ledger });
  await playBooks({ url, clock, seededAt, sweep: sweepPoints });
  remember({ isDone: true, hallActs: 0 });
  return true;
};
