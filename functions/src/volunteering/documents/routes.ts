import { AppError } from '@suishoupai/shared/contract/errors';
import type { volunteeringRoutes } from '@suishoupai/shared/volunteering/routes';
import type { Handlers } from '../../http/handlers.ts';
import { fontFor } from '../../meetings/documents/font.ts';
import type { VolunteerStore } from '../volunteer-store.ts';
import { certificateDocument, textOf } from './content.ts';
import { renderCertificate } from './pdf.ts';

type Deps = { volunteers: Pick<VolunteerStore, 'findCertificate'> };

/** A certificate as a file: to who has earned it, as long as it holds. */
export const certificateDocumentHandlers = ({
  volunteers,
}: Deps): Handlers<Pick<typeof volunteeringRoutes, 'exportCertificate'>> => ({
  exportCertificate: async ({ viewer, params: { communityId, certificateId } }) => {
    const certificate = await volunteers.findCertificate({ communityId, personId: viewer.personId }, certificateId);
    if (certificate === undefined) throw new AppError('certificate.notFound');
    if (certificate.revokedAt !== undefined) throw new AppError('certificate.revoked');
    const content = certificateDocument(certificate);
    const bytes = await renderCertificate(content, await fontFor(textOf(content)));
    return { name: `${content.name}.pdf`, bytes };
  },
});
