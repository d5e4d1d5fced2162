import type { OnTransfer } from '../households/transfer.ts';
import type { PhotoUrls } from '../media/photo-urls.ts';
import type { MediaStore } from '../media/store.ts';
import type { AccessLog } from '../people/access-log-store.ts';
import type { PlacesService } from '../places/service.ts';
import type { AnnouncedMatters } from '../topics/announced.ts';
import { makeAnnouncing } from './announcing.ts';
import type { BoxStore } from './box-store.ts';
import { makeVoteCards } from './cards.ts';
import { makeCasting } from './casting.ts';
import { makeDeciding } from './deciding.ts';
import type { Electors } from './electors.ts';
import type { LogStore } from './log-store.ts';
import type { ObjectionStore } from './objection-store.ts';
import { makeObjections } from './objections.ts';
import { makePacking } from './packing.ts';
import { makePaper } from './paper.ts';
import { makePublishing } from './publishing.ts';
import type { Signer } from './signer.ts';
import type { VoteStore } from './store.ts';
import { type Clockwork, makeClockwork } from './sweep.ts';
import { makeTransferring } from './transferring.ts';
import { makeReading } from './view.ts';

export type VoteStores = { votes: VoteStore; ballots: BoxStore; voteLog: LogStore; voteObjections: ObjectionStore };

type Deps = {
  stores: VoteStores & { media: Pick<MediaStore, 'find'>; accessLog: Pick<AccessLog, 'note'> };
  electors: Electors;
  announcedMatters: AnnouncedMatters;
  places: Pick<PlacesService, 'getCommunity'>;
  photoUrls: PhotoUrls;
  signer: Signer;
  randomBytes: (count: number) => Uint8Array;
};

type ClockDeps = { stores: VoteStores; electors: Electors; signer: Signer };

/** What the sweep, settled paper and sales move votes by. */
export const makeVoteClockwork = ({ stores, electors, signer }: ClockDeps): Clockwork => {
  const { votes, ballots: box, voteLog, voteObjections } = stores;
  return makeClockwork({ votes, box, log: voteLog, objections: voteObjections, electors, signer });
};

/** What open votes do when a unit is sold. */
export const makeVoteTransfer = ({ now, ...deps }: ClockDeps & { now: () => Date }): OnTransfer => {
  const { votes, ballots: box } = deps.stores;
  return makeTransferring({ votes, box, open: makeVoteClockwork(deps).open, now });
};

export const makeVoteService = (deps: Deps) => {
  const { stores, electors, announcedMatters, places, photoUrls, signer, randomBytes } = deps;
  const { votes, ballots: box, voteLog: log, voteObjections: objections, media, accessLog } = stores;
  const packing = makePacking({ box, log });
  const reading = makeReading({ votes, box, log, electors });
  return {
    reading,
    list: makeVoteCards({ votes, box, log, electors, places }),
    announcing: makeAnnouncing({ votes, electors, announcedMatters, places, randomBytes }),
    casting: makeCasting({ votes, box, electors, randomBytes }),
    paper: makePaper({ votes, box, media, photoUrls, electors, accessLog, randomBytes }),
    deciding: makeDeciding({ votes, box, packing, signer, clockwork: makeVoteClockwork(deps) }),
    publishing: makePublishing({ reading, box, log, electors, packing, signer }),
    objections: makeObjections({ reading, objections, places }),
  };
};
export type VoteService = ReturnType<typeof makeVoteService>;
