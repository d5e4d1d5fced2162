import { askDuty, useDuty } from '../../../duty/use-duty.ts';
import { useNow } from '../../../state/now.ts';
import { countOf, newestOf, outcomeOf } from '../draft.ts';
import { useDraft } from './use-draft.ts';

/** The newest list with the draft laid over it. */
export const useEditor = (communityId: string, source = askDuty) => {
  const { view, reload } = useDuty(communityId, source);
  const drafting = useDraft(communityId);
  const duty = view.state === 'ready' ? view.data : undefined;
  const newest = duty && newestOf(duty);
  const outcome = outcomeOf(drafting.draft, newest);
  return {
    view,
    reload,
    now: useNow(),
    ...drafting,
    duty,
    newest,
    departments: duty?.community.departments ?? [],
    outcome,
    count: duty === undefined ? 0 : countOf(outcome),
  };
};
