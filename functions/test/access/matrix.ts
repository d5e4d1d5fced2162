import type { PersonId } from '@suishoupai/shared/ids';
import type { Asked, Name } from './door.ts';
import type { World } from './world.ts';

/** Whoever asks brings a photo of their own. */
type Asker = { personId: PersonId; photo: string };

/**
 * One line of the matrix: a route, what it is asked of, and what each column of `actors.ts` is answered. Written down by hand, from what the
 * product promises; nothing here is computed from the code that decides.
 *
 * nobody · own mate neighbour unbound far · grid otherGrid farGrid · handler department farDepartment · staff colleague farStaff ·
 * street farStreet · supplier otherSupplier farSupplier · former
 */
export type Row = readonly [name: Name, about: string, asked: (world: World, asker: Asker) => Asked, answers: string];

/** What a letter of the matrix stands for. */
export const answers: Record<string, { status: number; codes?: readonly string[] }> = {
  '+': { status: 200 },
  L: { status: 401, codes: ['session.missing'] },
  D: { status: 403, codes: ['access.denied'] },
  H: { status: 403, codes: ['household.needed'] },
  P: { status: 403, codes: ['volunteer.profileNeeded'] },
  Y: { status: 403, codes: ['vote.notYours'] },
  N: { status: 404 },
  /** It is theirs to do, and not now. */
  X: { status: 409 },
  /** It is theirs to ask, and what they ask for is not so. */
  U: { status: 422 },
  B: { status: 400 },
};
