import type { Access, Route, RouteRequest, RouteResult } from '@suishoupai/shared/contract/route';
import type { PersonId } from '@suishoupai/shared/ids';
import type { Grant } from '@suishoupai/shared/people/contract';

/** Who asks. Grants are read fresh for every request of a person who has any; a resident costs no read. */
export type Viewer = { personId: PersonId; grants: readonly Grant[] };

type ViewerFor<A extends Access> = A extends 'anyone' ? Viewer | undefined : Viewer;

export type Handler<R extends Route> = (
  request: RouteRequest<R> & {
    viewer: ViewerFor<R['access']>;
    now: Date;
    /** The address the request came from, by the gateway's word and never by a header's; undefined without a gateway. */
    address?: string | undefined;
  },
) => Promise<RouteResult<R>>;

/** One handler per route of a contract, by the same name. */
export type Handlers<Routes extends Record<string, Route>> = { [Name in keyof Routes]: Handler<Routes[Name]> };
