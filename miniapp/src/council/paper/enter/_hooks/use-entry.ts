import type { RouteResponse } from '@suishoupai/shared/contract/route';
import { householdRoutes } from '@suishoupai/shared/households/contract';
import { communityOf, type VoteId } from '@suishoupai/shared/ids';
import type { Vote } from '@suishoupai/shared/votes/contract';
import { voteRoutes } from '@suishoupai/shared/votes/routes';
import { useState } from 'react';
import { call } from '../../../../api/client.ts';
import { useLoad } from '../../../../load/use-load.ts';
import { usePhotos } from '../../../../photos/use-photos.ts';
import { useNow } from '../../../../state/now.ts';
import { waitingFor } from '../../../../ticket/missing.ts';
import { notify } from '../../../../ui/notify.ts';
import { useDeeds } from '../../../use-deeds.ts';
import { choiceOf, type Marks, marksProblem, noMarks } from '../entry.ts';

export type Slot = RouteResponse<typeof voteRoutes.findSlots>['items'][number];

export type Known = { vote: Vote; buildings: string[] };

const service = {
  vote: async (voteId: VoteId): Promise<Known> => {
    const [vote, { buildings }] = await Promise.all([
      call(voteRoutes.getVote, { params: { voteId } }),
      call(householdRoutes.getRoll, { params: { communityId: communityOf(voteId) } }),
    ]);
    return { vote, buildings: buildings.map(({ building }) => building) };
  },
  slots: (voteId: VoteId, building: string) => call(voteRoutes.findSlots, { params: { voteId }, query: { building } }),
};

export const useVoteToEnter = (voteId: VoteId, ask = service.vote) => useLoad(voteId, () => ask(voteId));

/** The slots of a building; none until one is chosen. */
export const useSlots = (voteId: VoteId, building: string | undefined, ask = service.slots) =>
  useLoad(`${voteId} ${building}`, async () => (building === undefined ? { items: [] } : await ask(voteId, building)));

/** One sheet: whose it is, what it says, its photo, and its being entered. The next begins where this one ends. */
export const useEntry = ({ vote, buildings }: Known) => {
  const now = useNow();
  const { id: voteId, question, closesAt } = vote;
  const [building, setBuilding] = useState(buildings.length === 1 ? buildings[0] : undefined);
  const slots = useSlots(voteId, building);
  const [slot, setSlot] = useState<Slot>();
  const [marks, setMarks] = useState<Marks>(noMarks);
  const [receivedAt, setReceivedAt] = useState<string>();
  const photos = usePhotos({ max: 1, initial: [] });
  const isOver = now >= closesAt;
  const [photo] = photos.photos;
  const deeds = useDeeds();

  const problem = (): string | undefined => {
    if (slot === undefined) return '选一户';
    const wrong = marksProblem(question, marks);
    if (wrong !== undefined) return wrong;
    if (photo === undefined) return '拍下选票';
    if (isOver && receivedAt === undefined) return '写明什么时候交的票';
    return waitingFor([photo]);
  };

  const startOver = () => {
    setSlot(undefined);
    setMarks(noMarks);
    for (const each of photos.photos) photos.remove(each.id);
    void slots.reload();
  };

  const submit = () =>
    deeds.run('enter', async (id) => {
      if (slot === undefined || photo === undefined) return;
      const { state, reason } = await call(voteRoutes.enterPaper, {
        params: { voteId },
        body: {
          id,
          slot: slot.slot,
          choice: choiceOf(question, marks),
          photo: photo.id,
          ...(receivedAt === undefined ? {} : { receivedAt }),
        },
      });
      notify(state === 'refused' ? (reason ?? '已登记为重复票，不算') : '录好了，等另一位复核');
      startOver();
    });

  return {
    now,
    isOver,
    building,
    setBuilding: (name: string) => {
      setBuilding(name);
      setSlot(undefined);
    },
    slots,
    slot,
    setSlot,
    marks,
    setMarks,
    receivedAt,
    setReceivedAt,
    photos,
    problem: problem(),
    submit,
    isSending: deeds.running === 'enter',
    isLocked: deeds.isLocked('enter'),
    refusal: deeds.refusalOf('enter'),
  };
};
