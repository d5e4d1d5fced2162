import { volunteeringRoutes } from '@suishoupai/shared/volunteering/routes';
import { call } from '../../../api/client.ts';
import { useLoad } from '../../../load/use-load.ts';

const ask = (code: string) => call(volunteeringRoutes.verifyCertificate, { params: { code } });

/** What a certificate says, for anyone who has its code. */
export const useVerify = (code: string, source = ask) => useLoad(code, () => source(code));
