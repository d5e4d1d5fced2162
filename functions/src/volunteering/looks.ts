import type { PersonId } from '@suishoupai/shared/ids';
import type { Viewer } from '../http/handlers.ts';
import type { AccessLog } from '../people/access-log-store.ts';

/** Somebody of the staff sees people by name. */
export type NoteLook = (look: {
  personIds: readonly PersonId[];
  about: string;
  viewer: Viewer;
  label: string;
  now: Date;
}) => Promise<void>;

const notedAtOnce = 25;

/** Notes a look for each person who is named, before anything is shown. */
export const makeNoteLooks =
  ({ accessLog }: { accessLog: Pick<AccessLog, 'note'> }): NoteLook =>
  async ({ personIds, about, viewer, label, now }) => {
    const by = { personId: viewer.personId, label };
    for (let from = 0; from < personIds.length; from += notedAtOnce) {
      await Promise.all(
        personIds
          .slice(from, from + notedAtOnce)
          .map((subject) => accessLog.note({ subject, viewer: by, about, what: 'volunteer', at: now.toISOString() })),
      );
    }
  };
