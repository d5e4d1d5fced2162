import type { CommunityId, TicketId } from '@suishoupai/shared/ids';
import { ticketRoutes } from '@suishoupai/shared/tickets/routes';
import type { Topic } from '@suishoupai/shared/topics/contract';
import { topicLimits } from '@suishoupai/shared/topics/limits';
import { topicRoutes } from '@suishoupai/shared/topics/routes';
import { useEffect } from 'react';
import { call, useMe } from '../../../api/client.ts';
import { useKept } from '../../../forms/use-kept.ts';
import { useSending } from '../../../forms/use-sending.ts';
import { usePhotos } from '../../../photos/use-photos.ts';
import { freshTopicId } from '../../../platform/new-id.ts';
import { replace, routes } from '../../../routes.ts';
import { notify } from '../../../ui/notify.ts';
import { Draft, missingIn, Proposal, proposalOf } from '../draft.ts';

const service = {
  propose: (body: Proposal): Promise<Topic> => call(topicRoutes.proposeTopic, { body }),
  titleOf: async (ticketId: TicketId): Promise<string> =>
    (await call(ticketRoutes.getTicket, { params: { ticketId } })).title,
};
const blank: Draft = { title: '', words: '', photos: [] };

type From = { communityId: CommunityId; ticketId: TicketId | undefined };

/** A proposal in the making, kept on the phone; one for each ticket that it may come from. */
export const usePropose = ({ communityId, ticketId }: From, { propose, titleOf } = service) => {
  const about = `${ticketId ?? communityId}:${useMe()?.id}`;
  const { value: draft, setValue, clear } = useKept(`proposing:${about}`, Draft, blank);
  const photos = usePhotos({ max: topicLimits.photos, initial: draft.photos });
  const sending = useSending({
    key: `proposed:${about}`,
    schema: Proposal,
    send: propose,
    onDone: (topic) => {
      clear();
      notify('已提出，审核后邻居就能看到、能附议');
      replace(routes.topic(topic.id));
    },
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: the photos travel in a list of their own
  useEffect(() => setValue((before) => ({ ...before, photos: [...photos.photos] })), [photos.photos]);

  // What the ticket is called is a beginning, where nothing was written yet.
  useEffect(() => {
    if (ticketId === undefined) return;
    titleOf(ticketId).then(
      (title) =>
        setValue((before) => (before.title === '' ? { ...before, title: title.slice(0, topicLimits.title) } : before)),
      () => undefined,
    );
  }, [ticketId, titleOf, setValue]);

  return {
    draft,
    photos,
    sending,
    change: (change: Partial<Draft>) => setValue((before) => ({ ...before, ...change })),
    missing: sending.isLocked ? undefined : missingIn(draft),
    submit: () => void sending.submit(async () => proposalOf(draft, await freshTopicId(communityId), ticketId)),
  };
};
