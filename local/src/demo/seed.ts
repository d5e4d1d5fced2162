import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { Env } from '@suishoupai/functions/env';
import { makeMediaService } from '@suishoupai/functions/media/service';
import { makePlacesService } from '@suishoupai/functions/places/service';
import { log, makeStores, photoUrlsOf, type Stores, s3Of } from '@suishoupai/functions/runtime';
import { makeTicketService } from '@suishoupai/functions/tickets/service';
import { makeSweep } from '@suishoupai/functions/tickets/sweep';
import { idTail, type MediaId, newTicketId, type TicketId } from '@suishoupai/shared/ids';
import { centroid } from '@suishoupai/shared/places/geo';
import * as z from 'zod/mini';
import type { functionsEnv } from '../functions-env.ts';
import { demoGrants } from './grants.ts';
import { openPhone, type Phone } from './phone.ts';
import { demoCommunities, xingfuli } from './places.ts';
import { renderScene, type SceneName } from './scenes.ts';
import { type DemoStep, type DemoTicket, demoTickets, type When } from './tickets.ts';

type SeedInput = {
  /** The running product. */
  url: string;
  env: ReturnType<typeof functionsEnv>;
  /** Remembers that it was done, and from which moment the times of a broken-off seeding count. */
  file: string;
};

const Progress = z.object({ seededAt: z.string(), isDone: z.boolean() });

const chinaOffsetMs = 8 * 3_600_000;
const dayMs = 86_400_000;

const timeOf = (when: When, seededAt: Date): Date => {
  if ('minutesAgo' in when) return new Date(seededAt.getTime() - when.minutesAgo * 60_000);
  const [hour = 0, minute = 0] = when.at.split(':').map(Number);
  const today = Math.floor((seededAt.getTime() + chinaOffsetMs) / dayMs);
  return new Date((today - when.daysAgo) * dayMs + hour * 3_600_000 + minute * 60_000 - chinaOffsetMs);
};

/** The same name at the same time gives the same id, so that seeding again after a break writes nothing twice. */
const tailOf = (name: string, at: Date) => idTail(at.getTime(), createHash('sha256').update(name).digest());

const asEnv = (env: SeedInput['env']): Env => ({
  ...env,
  WECHAT_TEMPLATES: {},
  SECRETS_JSON: undefined,
  UPLOAD_URL: '',
  URL_SUFFIX: 'localhost',
});

const seedPlaces = async ({ places }: Stores) => {
  for (const { community, duty } of demoCommunities) {
    await places.putCommunity(community);
    await places.putDuty(community.id, duty);
  }
};

const openPhones = async (url: string): Promise<(persona: string) => Phone> => {
  const names = [
    ...demoTickets.flatMap(({ by, steps }) => [by, ...steps.map((step) => step.by)]),
    ...demoGrants.map(([name]) => name),
  ];
  const phones = new Map<string, Phone>();
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
    tickets: makeTicketService({ tickets: stores.tickets, places, media, newEventId }),
    sweep: makeSweep({ tickets: stores.tickets, newEventId, log }),
  };
};

/** Where in its grid a ticket lies: around the middle, a little apart from the others. */
const pointIn = ({ name, grid }: DemoTicket) => {
  const { community } = demoCommunities.find(({ community: { id } }) => id === xingfuli) ?? {};
  const found = community?.grids.find(({ id }) => id === grid);
  if (found === undefined) throw new Error(`no grid ${grid}`);
  const [lng, lat] = centroid(found.boundary);
  const [east = 0, north = 0] = createHash('sha256').update(name).digest();
  const spread = (byte: number) => ((byte - 128) / 128) * 0.0004;
  const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6;
  return { lng: round(lng + spread(east)), lat: round(lat + spread(north)), datum: 'gcj02' as const };
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
 * time with photos sent the way phones send them. Does nothing when it was done before; broken off, it goes on with the same ids.
 */
export const seedDemo = async ({ url, env: variables, file }: SeedInput): Promise<boolean> => {
  const known = existsSync(file) ? z.parse(Progress, JSON.parse(readFileSync(file, 'utf8'))) : undefined;
  if (known?.isDone) return false;
  const seededAt = new Date(known?.seededAt ?? Date.now());
  const remember = (isDone: boolean) =>
    writeFileSync(file, JSON.stringify({ seededAt: seededAt.toISOString(), isDone }));
  remember(false);

  const env = asEnv(variables);
  const stores = makeStores(env);
  await seedPlaces(stores);
  const phoneOf = await openPhones(url);
  for (const [persona, grant] of demoGrants) await stores.people.grant(phoneOf(persona).personId, grant);

  const { tickets, sweep } = serviceOn(env, stores);
  const viewerOf = async (persona: string) => {
    const { personId } = phoneOf(persona);
    return { personId, grants: (await stores.people.find(personId))?.grants ?? [] };
  };
  const sendPhotos = async (persona: string, name: string, at: Date, photos: readonly SceneName[] = []) => {
    const ids: MediaId[] = [];
    for (const scene of photos) {
      const id: MediaId = `med_${tailOf(`${name} ${scene}`, at)}`;
      await phoneOf(persona).upload(id, await renderScene(scene));
      ids.push(id);
    }
    return ids;
  };

  const takeStep = async (
    id: TicketId,
    name: string,
    version: number,
    { by, step, when, note, photos, stars }: DemoStep,
  ) => {
    const at = timeOf(when, seededAt);
    const photoIds = await sendPhotos(by, `${name} ${step}`, at, photos);
    const body = {
      id: `act_${tailOf(`${name} ${step}`, at)}` as const,
      version,
      ...(note === undefined ? {} : { note }),
      ...(photos === undefined ? {} : { photoIds }),
      ...(stars === undefined ? {} : { stars }),
    };
    return tickets.take(await viewerOf(by), id, step, body, at);
  };

  const walk = async (ticket: DemoTicket): Promise<TicketId> => {
    const { name, by, when, categoryCode, description, label, photos, steps } = ticket;
    const at = timeOf(when, seededAt);
    const id = newTicketId(xingfuli, tailOf(name, at));
    const photoIds = await sendPhotos(by, name, at, photos);
    const place = { point: pointIn(ticket), label };
    let view = await tickets.report(await viewerOf(by), { id, categoryCode, description, place, photoIds }, at);
    for (const step of steps) view = await takeStep(id, name, view.version, step);
    return id;
  };

  const ids: TicketId[] = [];
  for (const ticket of demoTickets) ids.push(await walk(ticket));
  await sweep(seededAt);
  await untilChecked(stores, ids);
  remember(true);
  return true;
};
