import { hallErrors } from '@suishoupai/shared/contract/hall-errors';
import { pointsErrors } from '@suishoupai/shared/contract/points-errors';
import { rollFileRoutes } from '@suishoupai/shared/households/contract';
import { meetingRoutes } from '@suishoupai/shared/meetings/routes';
import { statementRoutes } from '@suishoupai/shared/points/routes';
import { volunteeringRoutes } from '@suishoupai/shared/volunteering/routes';
import type { Hono } from 'hono';
import { makeClerkOf } from '../households/access.ts';
import { rollFileHandlers } from '../households/import-routes.ts';
import { makeRollImport } from '../households/roll-import.ts';
import { makeApp, mount } from '../http/mount.ts';
import { documentHandlers } from '../meetings/documents/routes.ts';
import { statementHandlers } from '../points/documents/routes.ts';
import type { DocumentsStores } from '../stores.ts';
import { certificateDocumentHandlers } from '../volunteering/documents/routes.ts';
import { type Basis, type BasisDeps, makeBasis } from './basis.ts';

export type DocumentsDeps = BasisDeps & { stores: DocumentsStores };

const { exportMinutes } = meetingRoutes;
const { exportCertificate } = volunteeringRoutes;

/** Files that are made or read with large libraries, which nobody who wants a page should wait for. */
export const documentsRoutes = { exportMinutes, exportCertificate, ...rollFileRoutes, ...statementRoutes };

export const mountDocuments = (
  app: Hono,
  { stores, randomBytes, log }: DocumentsDeps,
  { places, guard }: Basis,
): void => {
  const imports = makeRollImport({ rolls: stores.rolls, clerkOf: makeClerkOf(places), randomBytes });
  mount(app, rollFileRoutes, rollFileHandlers(imports), guard);
  mount(app, statementRoutes, statementHandlers({ ...stores, places }), guard);
  mount(app, { exportMinutes }, documentHandlers({ ...stores, places, log }), guard);
  mount(app, { exportCertificate }, certificateDocumentHandlers(stores), guard);
};

/** The largest body is a roll of owners. */
const largestBody = 3 * 1024 * 1024;

/** The part of the HTTP side that makes and reads files; serverless.yml sends its paths here. */
export const makeDocumentsApi = (deps: DocumentsDeps): Hono => {
  const app = makeApp({ log: deps.log, errors: { ...hallErrors, ...pointsErrors }, largestBody });
  mountDocuments(app, deps, makeBasis(deps));
  return app;
};
