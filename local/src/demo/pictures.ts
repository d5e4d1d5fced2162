import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { MediaStore } from '@suishoupai/functions/media/store';
import { idTail, type MediaId, type PersonId } from '@suishoupai/shared/ids';
import type { Phone } from './phone.ts';
import { renderScene, type SceneName } from './scenes.ts';

/** The same name at the same time gives the same id, so that seeding again after a break writes nothing twice. */
export const tailOf = (name: string, at: Date) => idTail(at.getTime(), createHash('sha256').update(name).digest());

/** What one person took on one occasion. */
export type Album = { by: string; name: string; at: Date; scenes: readonly SceneName[] };

export const photoIdsOf = ({ name, at, scenes }: Omit<Album, 'by'>): MediaId[] =>
  scenes.map((scene): MediaId => `med_${tailOf(`${name} ${scene}`, at)}`);

type Input = { albums: readonly Album[]; phoneOf: (persona: string) => Phone; media: MediaStore };

/** More would stand in each other's way on a small machine: each wants a function of its own to be loaded. */
const carriers = 2;
const lookedAtWithinMs = 60_000;
const askedAgainAfterMs = 150;

/**
 * Sends the pictures of all albums in the background, the earliest first and several at a time. `taken` resolves when the photos of that
 * name are clean and looked at, and rejects when one is refused.
 */
export const sendPictures = ({ albums, phoneOf, media }: Input) => {
  const untilLookedAt = async (ownerId: PersonId, id: MediaId) => {
    const deadline = Date.now() + lookedAtWithinMs;
    for (;;) {
      const photo = await media.find(ownerId, id);
      if (photo?.state === 'refused') throw new Error(`photo refused: ${photo.reason}`);
      const isClean = photo?.state === 'clean';
      const isLate = Date.now() > deadline;
      // One that nobody judged goes into its story all the same; the safety check tells the ticket later.
      if (isClean && (photo.safety !== 'pending' || isLate)) return;
      if (isLate) throw new Error('the photo was not cleaned in time');
      await wait(askedAgainAfterMs);
    }
  };

  const pictures = albums
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
    .flatMap((album) => photoIdsOf(album).map((id, index) => ({ id, by: album.by, scene: album.scenes[index] })));

  const send = async ({ id, by, scene }: (typeof pictures)[number]) => {
    if (scene === undefined) return;
    const { personId, upload } = phoneOf(by);
    const known = await media.find(personId, id);
    if (known?.state !== 'clean') await upload(id, await renderScene(scene));
    await untilLookedAt(personId, id);
  };

  const sent = new Map<MediaId, Promise<void>>();
  for (const [index, picture] of pictures.entries()) {
    const before = pictures[index - carriers];
    const room = (before && sent.get(before.id)) ?? Promise.resolve();
    const sending = room.then(() => send(picture));
    // Whoever takes the photo hears of it; nobody may have come to that yet.
    sending.catch(() => undefined);
    sent.set(picture.id, sending);
  }

  return {
    taken: async (ids: readonly MediaId[]): Promise<void> => {
      for (const id of ids) await sent.get(id);
    },
  };
};
