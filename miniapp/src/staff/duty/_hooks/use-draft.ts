import { useMe } from '../../../api/client.ts';
import { remembered, useRemembered } from '../../../state/remembered.ts';
import { blankDraft, Draft } from '../draft.ts';

const kept = remembered('dutyDraft', Draft);

/** The draft of whoever is signed in, shared by the pages of the editor and kept over restarts. Another person's is never shown. */
export const useDraft = (communityId: string) => {
  const personId = useMe()?.id ?? '';
  const found = useRemembered(kept);
  const isTheirs = found?.communityId === communityId && found.personId === personId;
  return {
    draft: isTheirs ? found : blankDraft(communityId, personId),
    keep: kept.set,
    clear: () => kept.set(undefined),
  };
};
