import { createHash } from 'node:crypto';
import { AppError } from '@suishoupai/shared/contract/errors';
import { maskedName } from '@suishoupai/shared/households/rules';
import type { ActionId, CommunityId, PersonId, TransferId } from '@suishoupai/shared/ids';
import { freeOf } from '@suishoupai/shared/points/holding';
import type { Transfer } from '@suishoupai/shared/points/transfer';
import { hourMs } from '@suishoupai/shared/time/units';
import type { Kin, KinId } from '@suishoupai/shared/timebank/contract';
import { identifiedNames } from '@suishoupai/shared/timebank/labels';
import { timebankLimits } from '@suishoupai/shared/timebank/limits';
import type { Act } from '../dynamo/memory-items.ts';
import type { ClaimStore } from '../households/claim-store.ts';
import type { Ledger } from '../points/ledger.ts';
import type { LedgerStore } from '../points/ledger-store.ts';
import type { Actor, InCommunity } from './actor.ts';
import { decided } from './again.ts';
import type { PersonStore } from './person-store.ts';
import { poolDonation } from './pool-store.ts';

type Deps = {
  claims: Pick<ClaimStore, 'bindingsOf' | 'bound' | 'find'>;
  people: PersonStore;
  ledger: Pick<Ledger, 'known' | 'transferWith'>;
  books: Pick<LedgerStore, 'book'>;
};
type Relative = Kin & { personId: PersonId };
type Given = { id: TransferId; minutes: number };

/** Eight digits for an invitation, the same each time they are asked for; the next `turn` when others hold them. */
const digitsOf = (tieId: ActionId, fromId: PersonId, turn: number): string => {
  const bytes = createHash('sha256')
    .update(JSON.stringify([tieId, fromId, turn]))
    .digest();
  return String(bytes.readUIntBE(0, 6) % 100_000_000).padStart(8, '0');
};

/** Hours given to a family member, or to the pool. Never turned into anything else. */
export const makeGiving = ({ claims, people, ledger, books }: Deps) => {
  const household = async ({ communityId, personId }: InCommunity): Promise<Relative[]> => {
    const found: Relative[] = [];
    for (const { unit } of await claims.bindingsOf(personId, communityId)) {
      for (const bound of await claims.bound(communityId, { unit })) {
        if (bound.personId === personId) continue;
        const claim = await claims.find(bound.claimId);
        if (claim !== undefined) {
          found.push({ id: bound.claimId, call: maskedName(claim.name), via: 'household', personId: bound.personId });
        }
      }
    }
    return found;
  };

  /** Each of the family once: whoever is bound to the same household, then those tied by a code. */
  const relatives = async (of: InCommunity): Promise<Relative[]> => {
    const tied = (await people.ties(of)).map(({ tieId, call, otherId }) => ({
      ...{ id: tieId, call, personId: otherId },
      via: 'code' as const,
    }));
    const known = new Map<PersonId, Relative>();
    for (const each of [...(await household(of)), ...tied])
      if (!known.has(each.personId)) known.set(each.personId, each);
    return [...known.values()];
  };

  const kin = async (of: InCommunity): Promise<{ items: Kin[] }> => ({
    items: (await relatives(of)).map(({ personId: _, ...each }) => each),
  });

  const invite = (of: InCommunity, { id, call }: { id: ActionId; call: string }, now: Date) =>
    decided(async () => {
      if ((await people.ties(of)).length >= timebankLimits.kin) throw new AppError('kin.tooMany');
      for (let turn = 0; turn < 5; turn += 1) {
        const code = digitsOf(id, of.personId, turn);
        const standing = await people.invitation(of.communityId, code);
        const isMine = standing?.tieId === id && standing.fromId === of.personId;
        if (isMine && standing.call !== call) throw new AppError('id.reused');
        if (isMine) return { code, until: standing.until };
        if (standing !== undefined && standing.until > now.toISOString()) continue;
        const until = new Date(now.getTime() + timebankLimits.kinCodeHours * hourMs).toISOString();
        const revision = (standing?.revision ?? 0) + 1;
        const invitation = { code, tieId: id, fromId: of.personId, call, until, revision };
        return (await people.invite(of.communityId, invitation)) ? { code, until } : undefined;
      }
      return undefined;
    });

  const accept = async (
    of: InCommunity,
    { code, call }: { code: string; call: string },
    now: Date,
  ): Promise<{ items: Kin[] }> => {
    const { communityId, personId } = of;
    if (!(await people.takeKinTry(of, now))) throw new AppError('kin.tooManyTries');
    await decided(async () => {
      const invitation = await people.invitation(communityId, code);
      if (invitation?.usedBy === personId) return true;
      const isOpen =
        invitation !== undefined && invitation.usedBy === undefined && invitation.until > now.toISOString();
      if (!isOpen || invitation.fromId === personId) throw new AppError('kin.codeWrong');
      if ((await people.ties(of)).length >= timebankLimits.kin) throw new AppError('kin.tooMany');
      const isTied = await people.tie(
        communityId,
        { ...invitation, usedBy: personId },
        { inviter: call },
        now.toISOString(),
      );
      return isTied ? true : undefined;
    });
    return kin(of);
  };

  const moved = async (transfer: Transfer, from: InCommunity, to: string, besides: readonly Act[] = []) => {
    const result = (await ledger.known(transfer)) ?? (await ledger.transferWith(transfer, async () => besides));
    if (result.result === 'refused' && result.reason === 'insufficient') throw new AppError('hours.insufficient');
    if (result.result.startsWith('exists_with_different')) throw new AppError('id.reused');
    if (result.result !== 'created' && result.result !== 'exists') throw new AppError('transfer.refused');
    const free = freeOf(await books.book({ ...from, unit: 'minutes' }));
    return { id: transfer.id, minutes: transfer.amount, to, free };
  };

  const base = (communityId: CommunityId, { personId, by, identified }: Actor, { id, minutes }: Given, now: Date) => ({
    ...{ id, communityId, debit: personId, amount: minutes, at: now.toISOString() },
    ...({ unit: 'minutes', phase: 'single' } as const),
    ...(by === undefined ? {} : { by }),
    ...(identified === undefined ? {} : { reason: identifiedNames[identified] }),
  });

  return {
    kin,
    invite,
    accept,
    /** Minutes to somebody of the family. AppError `kin.notFound` for anybody else. */
    give: async (communityId: CommunityId, actor: Actor, gift: Given & { to: KinId }, now: Date) => {
      const from = { communityId, personId: actor.personId };
      const relative = (await relatives(from)).find(({ id }) => id === gift.to);
      // Staff who act for somebody do not give themselves anything.
      if (relative === undefined || relative.personId === actor.clerkId) throw new AppError('kin.notFound');
      const cause = { kind: 'gift', id: gift.id } as const;
      return moved({ ...base(communityId, actor, gift, now), credit: relative.personId, cause }, from, relative.call);
    },
    /** Minutes to the pool, whose item is written in the same transaction. */
    donate: (communityId: CommunityId, actor: Actor, donation: Given, now: Date) =>
      moved(
        { ...base(communityId, actor, donation, now), credit: 'donated', cause: { kind: 'pool', id: donation.id } },
        { communityId, personId: actor.personId },
        '互助池',
        [poolDonation(communityId, donation.minutes)],
      ),
  };
};

export type Giving = ReturnType<typeof makeGiving>;
