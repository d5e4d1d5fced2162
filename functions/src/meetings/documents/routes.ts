import { AppError } from '@suishoupai/shared/contract/errors';
import type { meetingRoutes } from '@suishoupai/shared/meetings/routes';
import type { Handlers } from '../../http/handlers.ts';
import type { Log } from '../../log.ts';
import type { PlacesService } from '../../places/service.ts';
import { makeIntact } from '../reading.ts';
import { signedNumbers } from '../record.ts';
import { makeStanding } from '../standing.ts';
import type { MeetingStore } from '../store.ts';
import { minutesDocument, textOf } from './content.ts';
import { renderDocx } from './docx.ts';
import { fontFor } from './font.ts';
import { renderPdf } from './pdf.ts';

type Deps = { meetings: MeetingStore; places: Pick<PlacesService, 'getCommunity'>; log: Log };

const formats = {
  pdf: { render: renderPdf, type: 'application/pdf' },
  docx: { render: renderDocx, type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
} as const;

/** The minutes as files: only what both have signed, and only if it is what they signed. */
export const documentHandlers = (deps: Deps): Handlers<Pick<typeof meetingRoutes, 'exportMinutes'>> => {
  const standing = makeStanding(deps);
  const intact = makeIntact(deps);
  return {
    exportMinutes: async ({ params, query, now }) => {
      const meeting = await standing.find(params.meetingId);
      if (!signedNumbers(meeting).has(params.number)) throw new AppError('minutes.notFound');
      const minutes = await intact(meeting, params.number);
      const { name: community } = await deps.places.getCommunity(meeting.communityId, now);
      const content = minutesDocument(community, meeting, minutes);
      const { render, type } = formats[query.format];
      const bytes = await render(content, await fontFor(textOf(content)));
      return { name: `${content.name}.${query.format}`, bytes, type };
    },
  };
};
