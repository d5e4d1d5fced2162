import { type ActivityId, type CommunityId, communityOf } from '@suishoupai/shared/ids';
import type { ActivityView } from '@suishoupai/shared/volunteering/contract';
import { volunteeringRoutes } from '@suishoupai/shared/volunteering/routes';
import { volunteeringStaffRoutes } from '@suishoupai/shared/volunteering/staff-routes';
import { call } from '../../../api/client.ts';
import { useDeeds } from '../../../council/use-deeds.ts';
import { pickPlace } from '../../../forms/pick-place.ts';
import { useKept } from '../../../forms/use-kept.ts';
import { useLoad } from '../../../load/use-load.ts';
import { freshActivityId } from '../../../platform/new-id.ts';
import { back, replace } from '../../../routes.ts';
import { useNow } from '../../../state/now.ts';
import { notify } from '../../../ui/notify.ts';
import { paths } from '../../../volunteering/paths.ts';
import { ActivityDraft, blankDraft, bodyOf, draftOf, missingIn } from '../drafting.ts';

export type Making = { communityId?: CommunityId; id?: ActivityId };
type Standing = { activity?: ActivityView };

const askStanding = async ({ id }: Making): Promise<Standing> =>
  id === undefined ? {} : { activity: await call(volunteeringRoutes.getActivity, { params: { activityId: id } }) };

export const useStanding = (making: Making, ask = askStanding) => useLoad(`${making.id}`, () => ask(making));

/** An activity, new or changed. */
export const useMaking = ({ communityId = '', id }: Making, activity: ActivityView | undefined) => {
  const now = useNow();
  const home = id === undefined ? communityId : communityOf(id);
  const first = activity === undefined ? blankDraft(now) : draftOf(activity);
  const kept = useKept(`activity:${id ?? communityId}`, ActivityDraft, first);
  const draft = kept.value;
  const deeds = useDeeds();
  const change = (next: Partial<ActivityDraft>) => kept.setValue({ ...draft, ...next });

  const submit = () =>
    deeds.run('make', async (actionId) => {
      const body = bodyOf(draft);
      if (activity !== undefined) {
        const seen = { id: actionId, version: activity.version };
        await call(volunteeringStaffRoutes.changeActivity, {
          params: { activityId: activity.id },
          body: { ...seen, ...body },
        });
        kept.clear();
        notify('改好了，报了名的人会收到消息');
        return back();
      }
      const newId = draft.id ?? (await freshActivityId(home));
      // Kept before it goes out, so that the next start of the program repeats this one.
      kept.setValue({ ...draft, id: newId });
      await call(volunteeringStaffRoutes.makeActivity, { body: { id: newId, ...body } });
      kept.clear();
      notify('存好了，发布以后大家才看得到');
      replace(paths.run(newId));
    });

  const choosePlace = async () => {
    const picked = await pickPlace();
    if (picked !== undefined) change({ point: picked.point });
  };

  return {
    now,
    draft,
    change,
    choosePlace: () => void choosePlace(),
    missing: missingIn(draft, now),
    submit: () => void submit(),
    isSending: deeds.running === 'make',
    isLocked: deeds.isLocked('make'),
    refusal: deeds.refusalOf('make'),
  };
};
