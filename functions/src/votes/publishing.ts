import { AppError } from '@suishoupai/shared/contract/errors';
import type { FileAnswer } from '@suishoupai/shared/contract/route';
import type { PersonId } from '@suishoupai/shared/ids';
import type { Receipt } from '@suishoupai/shared/votes/contract';
import type { Head } from '@suishoupai/shared/votes/head';
import { inclusionProof } from '@suishoupai/shared/votes/merkle';
import { type Openings, openingsOf, packFile } from '@suishoupai/shared/votes/pack';
import { isPublished } from '@suishoupai/shared/votes/transitions';
import type { Viewer } from '../http/handlers.ts';
import type { BoxStore } from './box-store.ts';
import { receiptOf } from './casting.ts';
import { ballotsOf } from './counting.ts';
import { type Electors, slotOf } from './electors.ts';
import type { LogStore } from './log-store.ts';
import type { Packing } from './packing.ts';
import { seqOf, type VoteRecord } from './record.ts';
import { boxOf } from './rolls.ts';
import { type Signer, sha256 } from './signer.ts';
import { staffOf } from './standing.ts';
import { isCommitted, type Reading } from './view.ts';

type Deps = {
  reading: Pick<Reading, 'find'>;
  box: BoxStore;
  log: LogStore;
  electors: Pick<Electors, 'keysOf'>;
  packing: Packing;
  signer: Pick<Signer, 'publicKey'>;
};

/** The newest heads that a page shows, besides head 0. */
const shownHeads = 100;

/** What a vote gives out so that others can check it. */
export const makePublishing = ({ reading, box, log, electors, packing, signer }: Deps) => {
  const published = async (id: VoteRecord['id']) => {
    const vote = await reading.find(id);
    const place = boxOf(vote);
    const { seal } = vote.published ?? {};
    if (!isPublished(vote.state) || place === undefined || seal === undefined) throw new AppError('vote.notPublished');
    return { vote, place, seal };
  };

  return {
    /** Made of what is stored, the same bytes every time. */
    pack: async (id: VoteRecord['id']): Promise<FileAnswer> => {
      const { vote, seal } = await published(id);
      const file = packFile({ ...(await packing(vote)), seal });
      return { name: `${vote.title}-结果包.json`, bytes: new TextEncoder().encode(file) };
    },

    /** Only when somebody of the community and somebody else of the street have asked; each asking is kept and published. */
    openings: async (viewer: Viewer, id: VoteRecord['id'], now: Date): Promise<Openings> => {
      const found = await reading.find(id);
      const { personId, label, side } = staffOf(viewer, found);
      const { vote, place } = await published(id);
      if (!isCommitted(vote)) throw new AppError('vote.notPublished');
      await log.noteLook(id, { at: now.toISOString(), personId, side, who: label });
      const looks = await log.looks(id);
      if (!looks.some((look) => look.side !== side && look.personId !== personId)) {
        const other = side === 'street' ? '社区' : '街道';
        const message = `已记下您的申请。还要${other}的一位同事也来申请，两方都申请过才能打开`;
        throw new AppError('access.denied', [{ field: 'viewer', rule: 'twoSides', message }]);
      }
      return openingsOf(id, ballotsOf(await box.slots(place, true)));
    },

    heads: async (id: VoteRecord['id']): Promise<{ publicKey: string; items: Head[] }> => {
      const { opened } = await reading.find(id);
      const newest = opened === undefined ? [] : await log.newestHeads(id, shownHeads);
      return {
        publicKey: opened?.publicKey ?? signer.publicKey,
        items: [...(opened === undefined ? [] : [opened.head]), ...newest.toReversed()],
      };
    },

    /** Of my slot, or of a ballot that I cast when it was mine; with its proof once the log is closed. */
    receipt: async (viewerId: PersonId, id: VoteRecord['id'], slotId: string): Promise<Receipt> => {
      const vote = await reading.find(id);
      const place = boxOf(vote);
      const slot = place === undefined ? undefined : await box.findSlot(place, slotId);
      if (slot?.ballot === undefined) throw new AppError('vote.notYours');
      const keys = await electors.keysOf(viewerId, vote.communityId, vote.electorate, vote.opened?.at);
      const isMine = slot.ballot.personId === viewerId || keys.some((key) => slotOf(vote, key) === slotId);
      if (!isMine) throw new AppError('vote.notYours');
      const { leaf, castAt } = slot.ballot;
      const receipt = receiptOf(vote, leaf, castAt, seqOf(slot));
      if (vote.counted === undefined) return receipt;
      const { heads, chunks } = await log.read(id);
      const [leaves, last] = [chunks.flat(), heads.at(-1)];
      const index = leaves.indexOf(leaf);
      if (index < 0 || last === undefined) throw new Error(`${id}: the log does not hold a ballot that stands`);
      const path = inclusionProof(leaves, index, sha256);
      return { ...receipt, proof: { index, size: last.size, root: last.root, path } };
    },
  };
};
