import { buildPack, type UnsealedPack } from '@suishoupai/shared/votes/pack';
import type { BoxStore } from './box-store.ts';
import { ballotsOf, checkedRoll, refusedOf } from './counting.ts';
import type { LogStore } from './log-store.ts';
import type { VoteRecord } from './record.ts';
import { boxOf, descriptionOf, rollTransfer } from './rolls.ts';
import { sha256 } from './signer.ts';

type Deps = { box: BoxStore; log: Pick<LogStore, 'read'> };

/** The pack of a vote that is counted, without its seal: made of what is stored, the same every time. */
export const makePacking =
  ({ box, log }: Deps) =>
  async (vote: VoteRecord): Promise<UnsealedPack> => {
    const { opened, counted } = vote;
    const place = boxOf(vote);
    if (place === undefined || opened === undefined || counted === undefined)
      throw new Error(`${vote.id} has no count`);
    const slots = await box.slots(place, true);
    const transfers = await box.transfers(place);
    const { heads, chunks } = await log.read(vote.id);
    return buildPack(
      {
        vote: descriptionOf(vote),
        extensions: vote.extensions.map(({ at, to, notice }, i) => ({
          seq: i + 1,
          publishedAt: at,
          closesAt: to,
          notice,
        })),
        roll: checkedRoll(vote, slots, transfers),
        transfers: transfers.map(rollTransfer),
        ballots: ballotsOf(slots),
        refused: refusedOf(slots, await box.papers(place), await box.refusals(place)),
        paper: counted.paper,
        log: chunks,
        heads: [opened.head, ...heads],
        publicKey: opened.publicKey,
      },
      sha256,
    );
  };
export type Packing = ReturnType<typeof makePacking>;
