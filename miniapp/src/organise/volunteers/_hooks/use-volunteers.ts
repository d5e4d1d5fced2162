import type { CommunityId, PersonId } from '@suishoupai/shared/ids';
import { volunteeringStaffRoutes } from '@suishoupai/shared/volunteering/staff-routes';
import { call } from '../../../api/client.ts';
import { useDeeds } from '../../../council/use-deeds.ts';
import { usePages } from '../../../load/use-pages.ts';
import { notify } from '../../../ui/notify.ts';
import { takeFile } from '../../../volunteering/own-file.ts';

const ask = async (communityId: CommunityId, cursor: string | undefined) => {
  const { items, next } = await call(volunteeringStaffRoutes.listVolunteers, {
    params: { communityId },
    query: { cursor },
  });
  return { items: items.map((each) => ({ ...each, id: each.personId })), next };
};

export type Entry = { kind: 'training' | 'award'; title: string; day: string };

/** The volunteers of a community, and what staff enter into their records. */
export const useVolunteers = (communityId: CommunityId, source = ask) => {
  const pages = usePages(communityId, (cursor?: string) => source(communityId, cursor), { reloadOnShow: true });
  const deeds = useDeeds();
  return {
    pages,
    deeds,
    enter: (personId: PersonId, entry: Entry) =>
      deeds.run('enter', async (id) => {
        await call(volunteeringStaffRoutes.addLearnt, { params: { communityId, personId }, body: { id, ...entry } });
        notify('已记进服务记录');
      }),
    exportRecord: (personId: PersonId, name: string) =>
      takeFile(volunteeringStaffRoutes.exportRecordOf, { communityId, personId }, `志愿服务记录-${name}.csv`),
  };
};
