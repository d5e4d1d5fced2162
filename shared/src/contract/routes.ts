import { mediaRoutes } from '../media/contract.ts';
import { peopleRoutes } from '../people/contract.ts';
import { placesRoutes } from '../places/contract.ts';
import { stepRoutes, ticketRoutes } from '../tickets/contract.ts';

/** Every route of the service, by operation id. */
export const allRoutes = { ...peopleRoutes, ...placesRoutes, ...mediaRoutes, ...ticketRoutes, ...stepRoutes };
