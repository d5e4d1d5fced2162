import type { ActivityId, CertificateId, CommunityId, PersonId } from '@suishoupai/shared/ids';
import { volunteeringLimits } from '@suishoupai/shared/volunteering/limits';
import * as z from 'zod/mini';
import { fromCursor, type ListKeys, toCursor } from '../dynamo/cursor.ts';
import type { Act, MemoryItems } from '../dynamo/memory-items.ts';
import { dynamoWrites, eachOf, memoryWrites, type OneWrite } from '../dynamo/one-write.ts';
import type { Item, Key, Table } from '../dynamo/table.ts';
import { makeDynamoTakeTry, makeMemoryTakeTry, type TakeTry } from '../dynamo/tries.ts';
import { CertificateRecord, LearntRecord, Participation, ProfileRecord, standingHours } from './record.ts';

/** A volunteer of a community: all of their record lies together. */
export type VolunteerKey = { communityId: CommunityId; personId: PersonId };
type At = VolunteerKey & { activityId: ActivityId };

const volunteerPk = ({ communityId, personId }: VolunteerKey) => `${communityId}#${personId}#volunteer`;
const activityPrefix = 'activity#';
const learntPrefix = 'learnt#';
const certificatePrefix = 'certificate#';
const profileKey = (key: VolunteerKey): Key => ({ pk: volunteerPk(key), sk: 'profile' });
const participationKey = (at: At): Key => ({ pk: volunteerPk(at), sk: activityPrefix + at.activityId });
const learntKey = (key: VolunteerKey, id: string): Key => ({ pk: volunteerPk(key), sk: learntPrefix + id });
const certificateKey = (key: VolunteerKey, id: CertificateId): Key => ({
  pk: volunteerPk(key),
  sk: certificatePrefix + id,
});
const triesKey = (at: At): Key => ({ pk: volunteerPk(at), sk: `tries#${at.activityId}` });
const codeKeyOf = (code: string) => `certificate#${code}`;

const { tries: most, tryMinutes: minutes, pageSize } = volunteeringLimits;
type Page<T> = { items: T[]; next: string | undefined };

export type VolunteerStore = {
  /** Read consistently unless told otherwise; undefined when they never registered. */
  findProfile: (key: VolunteerKey, options?: { consistent?: boolean }) => Promise<ProfileRecord | undefined>;
  /** Writes version n if n-1 stands there (1 if nothing does); false: somebody else was first. */
  saveProfile: (communityId: CommunityId, profile: ProfileRecord) => Promise<boolean>;
  /** The volunteers of a community, the newest first; may be a moment old. */
  listVolunteers: (communityId: CommunityId, cursor?: string) => Promise<Page<ProfileRecord>>;
  /** Read consistently; undefined when they never had to do with it. */
  findParticipation: (at: At) => Promise<Participation | undefined>;
  /** Writes revision n if n-1 stands there (1 if nothing does); false: somebody else was first. */
  saveParticipation: (participation: Participation) => Promise<boolean>;
  /** All of a person's, the newest activity first, read consistently unless told otherwise. */
  participationsOf: (key: VolunteerKey, options?: { consistent?: boolean }) => Promise<Participation[]>;
  /** Stays to be looked at whose hours nobody has confirmed yet, the longest waiting first. */
  listFlagged: (communityId: CommunityId, cursor?: string) => Promise<Page<At>>;
  /** Keeps a training or an award, once for its id; returns what stands under it. */
  keepLearnt: (communityId: CommunityId, learnt: LearntRecord) => Promise<LearntRecord>;
  learntOf: (key: VolunteerKey) => Promise<LearntRecord[]>;
  /** Keeps a certificate, once for its id; returns what stands under it. */
  keepCertificate: (certificate: CertificateRecord) => Promise<CertificateRecord>;
  findCertificate: (key: VolunteerKey, id: CertificateId) => Promise<CertificateRecord | undefined>;
  /** The newest first, read consistently. */
  certificatesOf: (key: VolunteerKey) => Promise<CertificateRecord[]>;
  /** By its code; a certificate of this moment may not be found yet. */
  certificateByCode: (code: string) => Promise<CertificateRecord | undefined>;
  /** From then on it says that it is revoked; the first moment stands. */
  revoke: (certificate: CertificateRecord, at: string) => Promise<void>;
  /** Takes one of a person's tries at the code of an activity; false when those of the running minutes are used up. */
  takeTry: (at: At, now: Date) => Promise<boolean>;
};

/** The whole item if nothing stands there, or if what stands there is the one before. */
const numbered = (item: Item & Key, count: 'version' | 'revision', number: number): Act => ({
  key: { pk: item.pk, sk: item.sk },
  part: {
    put: item,
    when:
      number === 1
        ? { condition: 'attribute_not_exists(pk)' }
        : { condition: '#count = :before', names: { '#count': count }, values: { ':before': number - 1 } },
  },
  apply: (existing) => ((existing?.[count] ?? 0) === number - 1 ? item : undefined),
});

const once = (item: Item & Key): Act => ({
  key: { pk: item.pk, sk: item.sk },
  part: { put: item, when: { condition: 'attribute_not_exists(pk)' } },
  apply: (existing) => (existing === undefined ? item : undefined),
});

const revoked = (certificate: CertificateRecord, at: string): Act => {
  const key = certificateKey(certificate, certificate.id);
  return {
    key,
    part: {
      update: {
        key,
        update: 'SET revokedAt = :at',
        condition: 'attribute_exists(pk) AND attribute_not_exists(revokedAt)',
        values: { ':at': at },
      },
    },
    apply: (existing) =>
      existing === undefined || existing['revokedAt'] !== undefined
        ? undefined
        : { ...existing, ...key, revokedAt: at },
  };
};

const volunteersKey = (communityId: CommunityId) => `${communityId}#volunteers`;
const flaggedKey = (communityId: CommunityId) => `${communityId}#volunteering#flagged`;

/** What a volunteer says of themself stands where the list finds it. */
const ProfileItem = z.object({ card: ProfileRecord });
const profileIn = (item: Item): ProfileRecord => z.parse(ProfileItem, item).card;
const profileItem = (communityId: CommunityId, profile: ProfileRecord) => ({
  ...profileKey({ communityId, personId: profile.personId }),
  version: profile.version,
  card: profile,
  listKey: volunteersKey(communityId),
  listAt: profile.consentedAt,
});

/** Only while somebody has to look at it does it stand in their list. */
const participationItem = (participation: Participation) => {
  const { communityId, flags, checks } = participation;
  const isOpen = flags.length > 0 && standingHours(participation) === undefined;
  return {
    ...participationKey(participation),
    ...participation,
    ...(isOpen ? { reviewKey: flaggedKey(communityId), reviewAt: checks.at(-1)?.at ?? '' } : {}),
  };
};

/** A participation in a stream record; undefined for every other item. */
export const participationOf = (item: Item | undefined): Participation | undefined =>
  String(item?.['sk']).startsWith(activityPrefix) ? z.parse(Participation, item) : undefined;

/** A certificate in a stream record; undefined for every other item. */
export const certificateOf = (item: Item | undefined): CertificateRecord | undefined =>
  String(item?.['sk']).startsWith(certificatePrefix) ? z.parse(CertificateRecord, item) : undefined;

const personIn = (item: Item): PersonId => String(item['pk']).split('#')[1] as PersonId;
const atIn = (item: Item): At => ({
  communityId: String(item['pk']).split('#')[0] ?? '',
  personId: personIn(item),
  activityId: String(item['sk']).slice(activityPrefix.length) as ActivityId,
});

const volunteerList = (communityId: CommunityId): ListKeys => ({
  fixed: { listKey: volunteersKey(communityId), sk: 'profile' },
  open: ['pk', 'listAt'],
});
const flaggedList = (communityId: CommunityId): ListKeys => ({
  fixed: { reviewKey: flaggedKey(communityId) },
  open: ['pk', 'sk', 'reviewAt'],
});

/** What each kind of ground gives beside single writes. */
type Lists = Pick<VolunteerStore, 'listVolunteers' | 'listFlagged'> & {
  /** Items of one volunteer whose sort key begins so, in its order. */
  within: (key: VolunteerKey, prefix: string, options?: { consistent?: boolean }) => Promise<Item[]>;
  byCode: (codeKey: string) => Promise<Key | undefined>;
  takeTry: TakeTry;
};

const makeStore = ({ get, write }: OneWrite, lists: Lists): VolunteerStore => {
  const find = async <S extends z.core.$ZodType>(
    schema: S,
    key: Key,
    options?: { consistent?: boolean },
  ): Promise<z.output<S> | undefined> => {
    const item = await get(key, options);
    return item === undefined ? undefined : z.parse(schema, item);
  };
  const keep = async <S extends z.core.$ZodType>(schema: S, item: Item & Key): Promise<z.output<S>> => {
    const written = await write(once(item));
    return z.parse(schema, written.applied ? item : written.existing);
  };
  return {
    findProfile: async (key, options) => (await find(ProfileItem, profileKey(key), options))?.card,
    saveProfile: async (communityId, profile) =>
      (await write(numbered(profileItem(communityId, profile), 'version', profile.version))).applied,
    listVolunteers: lists.listVolunteers,
    findParticipation: (at) => find(Participation, participationKey(at)),
    saveParticipation: async (participation) =>
      (await write(numbered(participationItem(participation), 'revision', participation.revision))).applied,
    participationsOf: async (key, options) =>
      (await lists.within(key, activityPrefix, options)).map((item) => z.parse(Participation, item)).toReversed(),
    listFlagged: lists.listFlagged,
    keepLearnt: (communityId, learnt) =>
      keep(LearntRecord, { ...learntKey({ communityId, personId: learnt.personId }, learnt.id), ...learnt }),
    learntOf: async (key) => (await lists.within(key, learntPrefix)).map((item) => z.parse(LearntRecord, item)),
    keepCertificate: (certificate) =>
      keep(CertificateRecord, {
        ...certificateKey(certificate, certificate.id),
        ...certificate,
        codeKey: codeKeyOf(certificate.code),
      }),
    findCertificate: (key, id) => find(CertificateRecord, certificateKey(key, id)),
    certificatesOf: async (key) =>
      (await lists.within(key, certificatePrefix)).map((item) => z.parse(CertificateRecord, item)).toReversed(),
    certificateByCode: async (code) => {
      const key = await lists.byCode(codeKeyOf(code));
      return key && find(CertificateRecord, key);
    },
    revoke: async (certificate, at) => void (await write(revoked(certificate, at))),
    takeTry: (at, now) => lists.takeTry(triesKey(at), { most, minutes }, now),
  };
};

export const makeMemoryVolunteerStore = (items: MemoryItems): VolunteerStore => {
  const paged = (keys: ListKeys, at: 'listAt' | 'reviewAt', cursor: string | undefined, isNewestFirst: boolean) => {
    const from = fromCursor(cursor, keys);
    const placeOf = (item: Item) => `${item[at]}#${item['pk']}#${item['sk']}`;
    const isBehind = (item: Item, of: Item) =>
      placeOf(item) < placeOf(of) === isNewestFirst && placeOf(item) !== placeOf(of);
    const rest = items
      .filter((item) =>
        Object.entries(keys.fixed).every(([name, value]) => new Map(Object.entries(item)).get(name) === value),
      )
      .toSorted((a, b) => (isBehind(a, b) ? 1 : -1))
      .filter((item) => from === undefined || isBehind(item, { ...keys.fixed, ...from }));
    const page = rest.slice(0, pageSize);
    const last: Item | undefined = page.at(-1);
    const open = keys.open.map((name) => [name, last?.[name]]);
    const next = rest.length > page.length ? toCursor({ ...keys.fixed, ...Object.fromEntries(open) }) : undefined;
    return { items: page, next };
  };
  return makeStore(memoryWrites(items), {
    listVolunteers: async (communityId, cursor) => {
      const { items: page, next } = paged(volunteerList(communityId), 'listAt', cursor, true);
      return { items: page.map(profileIn), next };
    },
    listFlagged: async (communityId, cursor) => {
      const { items: page, next } = paged(flaggedList(communityId), 'reviewAt', cursor, false);
      return { items: page.map(atIn), next };
    },
    within: async (key, prefix) => items.filter(({ pk, sk }) => pk === volunteerPk(key) && sk.startsWith(prefix)),
    byCode: async (codeKey) => items.filter((item) => 'codeKey' in item && item['codeKey'] === codeKey)[0],
    takeTry: makeMemoryTakeTry(),
  });
};

export const makeDynamoVolunteerStore = (table: Table): VolunteerStore =>
  makeStore(dynamoWrites(table), {
    listVolunteers: async (communityId, cursor) => {
      const { items, next } = await table.query({
        index: 'byList',
        condition: 'listKey = :list',
        values: { ':list': volunteersKey(communityId) },
        limit: pageSize,
        newestFirst: true,
        from: fromCursor(cursor, volunteerList(communityId)),
      });
      return { items: items.map(profileIn), next: toCursor(next) };
    },
    listFlagged: async (communityId, cursor) => {
      const { items, next } = await table.query({
        index: 'byReview',
        condition: 'reviewKey = :list',
        values: { ':list': flaggedKey(communityId) },
        limit: pageSize,
        from: fromCursor(cursor, flaggedList(communityId)),
      });
      return { items: items.map(atIn), next: toCursor(next) };
    },
    within: (key, prefix, options) =>
      eachOf(table, {
        ...options,
        condition: 'pk = :volunteer AND begins_with(sk, :prefix)',
        values: { ':volunteer': volunteerPk(key), ':prefix': prefix },
      }),
    byCode: async (codeKey) => {
      const { items } = await table.query({
        index: 'byCode',
        condition: 'codeKey = :code',
        values: { ':code': codeKey },
        limit: 1,
      });
      const [item] = items;
      return item && { pk: String(item['pk']), sk: String(item['sk']) };
    },
    takeTry: makeDynamoTakeTry(table),
  });
