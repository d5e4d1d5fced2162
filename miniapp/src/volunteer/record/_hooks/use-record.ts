import type { CommunityId } from '@suishoupai/shared/ids';
import type { Certificate, VolunteerRecord } from '@suishoupai/shared/volunteering/contract';
import { volunteeringRoutes } from '@suishoupai/shared/volunteering/routes';
import { ApiError } from '../../../api/api-error.ts';
import { call } from '../../../api/client.ts';
import { useAct } from '../../../forms/use-act.ts';
import { useLoad } from '../../../load/use-load.ts';
import { useRefresh } from '../../../load/use-refresh.ts';
import { freshCertificateId } from '../../../platform/new-id.ts';
import { notify } from '../../../ui/notify.ts';
import { takeFile } from '../../../volunteering/own-file.ts';

type Standing = { record: VolunteerRecord | undefined; certificates: Certificate[] };

const askRecord = async (communityId: CommunityId): Promise<Standing> => {
  const params = { communityId };
  const [record, { items }] = await Promise.all([
    call(volunteeringRoutes.getVolunteerRecord, { params }).catch((error: unknown) => {
      if (error instanceof ApiError && error.code === 'volunteer.profileNeeded') return undefined;
      throw error;
    }),
    call(volunteeringRoutes.listCertificates, { params }),
  ]);
  return { record, certificates: items };
};

export const useRecord = (communityId: CommunityId, ask = askRecord) => {
  const { view, reload } = useLoad(communityId, () => ask(communityId), { reloadOnShow: true });
  useRefresh(reload);
  const { running, act } = useAct();
  const params = { communityId };

  const issue = async () => {
    const id = await freshCertificateId(communityId);
    const issued = await act('issue', () => call(volunteeringRoutes.issueCertificate, { params, body: { id } }));
    if (issued !== undefined) notify('证明开好了');
    await reload();
  };

  return {
    view,
    reload,
    running,
    issue: () => void issue(),
    exportRecord: () => takeFile(volunteeringRoutes.exportVolunteerRecord, params, '志愿服务记录.csv'),
    download: ({ id, code }: Certificate) =>
      takeFile(
        volunteeringRoutes.exportCertificate,
        { communityId, certificateId: id },
        `志愿服务记录证明-${code}.pdf`,
      ),
  };
};

export type RecordControl = ReturnType<typeof useRecord>;
