import type { ErrorBody } from '@suishoupai/shared/contract/errors';
import type { RouteInput } from '@suishoupai/shared/contract/route';
import type { NegativeRule } from '@suishoupai/shared/duty/negative';
import type { MediaId, TicketId } from '@suishoupai/shared/ids';
import { peopleRoutes } from '@suishoupai/shared/people/contract';
import type { Community, DutyLine, Point } from '@suishoupai/shared/places/contract';
import type { EnteredReport, TicketView } from '@suishoupai/shared/tickets/contract';
import { ticketRoutes } from '@suishoupai/shared/tickets/routes';
import type { PersonStep } from '@suishoupai/shared/tickets/transitions';
import { aCommunity, aDutyLine, anActionId, aTicketId, inside, lampCode } from './builders.ts';
import {
  type Answer,
  chengguan,
  community,
  coordinator,
  grid01,
  huanwei,
  type Person,
  type Service,
  wuye,
  wuyeB,
} from './service.ts';

export type Report = {
  id: TicketId;
  categoryCode: string;
  description: string;
  place: { point: Point; label: string };
  photoIds: MediaId[];
};
type At = Pick<TicketView, 'id' | 'version'>;
type Queue = RouteInput<typeof ticketRoutes.getQueue>['query'];

/** What each step must bring, honestly filled in. */
const usual: Partial<Record<PersonStep, object>> = {
  decline: { note: '不属于受理范围' },
  dispatch: { departmentId: 'dep_wuye' },
  joint: {
    departmentId: 'dep_wuye',
    supporting: [
      { departmentId: 'dep_chengguan', task: '劝离占道的摊贩' },
      { departmentId: 'dep_huanwei', task: '清运垃圾' },
    ],
  },
  return: { note: '不归我们管', categoryCode: 'E0102' },
  ask: { note: '请问是哪一盏灯' },
  answer: { note: '东门左手第一盏' },
  progress: { note: '材料已到' },
  askExtension: { note: '要等灯具到货', limit: { unit: 'workDay', amount: 3 } },
  refuseExtension: { note: '请先装临时照明' },
  reply: { note: '摊贩已劝离' },
  excuse: { note: '现场没有垃圾', departmentId: 'dep_huanwei' },
  resolve: { note: '已更换灯头' },
  rework: { note: '还是不亮' },
  rate: { stars: 5 },
  reopen: { note: '又不亮了' },
  park: { note: '等道路改造一起做', day: '2026-12-01' },
  unmerge: { note: '不是同一件事' },
  remark: { note: '内部的话' },
  callBack: { note: '已电话告知' },
};

/** The people of one community, and what they do, through the front door. */
export const makeJourney = async (service: Service) => {
  const li = await service.signIn('li');
  const wang = await service.signIn('wang');
  const zhao = await service.signIn('zhao');
  const zhang = await service.signIn('zhang', wuye);
  const qian = await service.signIn('qian', wuyeB);
  const cheng = await service.signIn('cheng', chengguan);
  const huan = await service.signIn('huan', huanwei);
  const grid = await service.signIn('grid', grid01);
  const liu = await service.signIn('liu', community);
  const sun = await service.signIn('sun', coordinator);

  const aReport = async (person: Person = li, overrides: Partial<Report> = {}): Promise<Report> => ({
    id: aTicketId(),
    categoryCode: lampCode,
    description: '3 栋门前路灯不亮，晚上七点以后一直不亮',
    place: { point: inside, label: '3 栋东门' },
    photoIds: [await service.cleanPhoto(person.personId)],
    ...overrides,
  });

  /** The body of a success; a refusal is the test's own mistake. */
  const body = <B>({ status, body: given, error }: { status: number; body: B; error: ErrorBody['error'] }): B => {
    if (status !== 200) throw new Error(`${status} ${error.code}: ${error.message} ${JSON.stringify(error.details)}`);
    return given;
  };

  const tryReport = (person: Person, report: Report) =>
    service.call(ticketRoutes.reportTicket, { token: person.token, body: report });

  const tryEnter = async (person: Person, overrides: Partial<EnteredReport> = {}) =>
    service.call(ticketRoutes.enterTicket, {
      token: person.token,
      body: {
        id: aTicketId(),
        channel: 'phone',
        categoryCode: lampCode,
        description: '老人来电：3 栋门前路灯不亮',
        place: { point: inside, label: '3 栋东门' },
        photoIds: [],
        resident: { name: '陈阿姨', phone: '021-12345678', consent: 'spoken' },
        ...overrides,
      },
    });

  const filled = async (person: Person, step: PersonStep, given: object): Promise<object> => {
    const needsPhoto = step === 'resolve' && !('photoIds' in given);
    return {
      id: anActionId(),
      ...usual[step],
      ...(needsPhoto ? { photoIds: [await service.cleanPhoto(person.personId)] } : {}),
      ...given,
    };
  };

  /** Takes a step at the version the person looks at; what the body must bring is filled in where it is not given. */
  const tryStep = async (
    person: Person,
    step: PersonStep,
    ticket: At,
    given: object = {},
  ): Promise<Answer<typeof ticketRoutes.getTicket>> => {
    const response = await service.fetch(`/v1/tickets/${ticket.id}/${step}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${person.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ version: ticket.version, ...(await filled(person, step, given)) }),
    });
    const json = (await response.json()) as TicketView & { error?: ErrorBody['error'] };
    return { status: response.status, body: json, error: json.error ?? { code: 'internal', message: '' } };
  };
  const take = async (person: Person, step: PersonStep, ticket: At, given: object = {}): Promise<TicketView> =>
    body(await tryStep(person, step, ticket, given));
  /** The code by which a step is refused; `done` when it is not. */
  const refusal = async (person: Person, step: PersonStep, ticket: At, given: object = {}): Promise<string> => {
    const { status, error } = await tryStep(person, step, ticket, given);
    return status === 200 ? 'done' : error.code;
  };

  const report = async (overrides: Partial<Report> = {}, person: Person = li): Promise<TicketView> =>
    body(await tryReport(person, await aReport(person, overrides)));
  const accepted = async (overrides: Partial<Report> = {}) => take(zhang, 'accept', await report(overrides));
  const resolved = async (overrides: Partial<Report> = {}) => take(zhang, 'resolve', await accepted(overrides));
  const closed = async (overrides: Partial<Report> = {}) => take(li, 'confirm', await resolved(overrides));

  /** A warm service remembers places and lists for a minute. */
  const waitAMoment = () => service.moveTo(new Date(service.now().getTime() + 120_000).toISOString());
  let dutyVersion = 1;

  return {
    cast: { li, wang, zhao, zhang, qian, cheng, huan, grid, liu, sun },
    aReport,
    tryReport,
    tryEnter,
    tryStep,
    take,
    refusal,
    report,
    accepted,
    resolved,
    closed,
    enter: async (person: Person, overrides: Partial<EnteredReport> = {}): Promise<TicketView> =>
      body(await tryEnter(person, overrides)),
    get: async (ticketId: TicketId, person?: Person): Promise<TicketView> =>
      body(await service.call(ticketRoutes.getTicket, { params: { ticketId }, token: person?.token })),
    /** As it is stored. */
    stored: async (id: TicketId) => {
      const ticket = await service.stores.tickets.find(id);
      if (ticket === undefined) throw new Error(`${id} is not there`);
      return ticket;
    },
    join: (person: Person, ticketId: TicketId) =>
      service.call(ticketRoutes.joinTicket, {
        params: { ticketId },
        token: person.token,
        body: { id: anActionId() },
      }),
    leave: (person: Person, ticketId: TicketId) =>
      service.call(ticketRoutes.leaveTicket, {
        params: { ticketId },
        token: person.token,
        body: { id: anActionId() },
      }),
    inbox: async (person: Person): Promise<string[]> =>
      body(await service.call(peopleRoutes.listNotices, { token: person.token, query: {} })).items.map(
        ({ title }) => title,
      ),
    queue: (person: Person, desk: Queue['desk'], query: Omit<Queue, 'desk' | 'communityId'> = {}) =>
      service.call(ticketRoutes.getQueue, { token: person.token, query: { communityId: 'xfl', desk, ...query } }),
    /** Two requests that both have read before either writes. */
    atOnce: async <A, B>(first: () => Promise<A>, second: () => Promise<B>): Promise<[A, B]> => {
      const { tickets } = service.stores;
      const { find } = tickets;
      let arrived = 0;
      let open = () => {};
      const bothHere = new Promise<void>((resolve) => {
        open = resolve;
      });
      tickets.find = async (id) => {
        const found = await find(id);
        arrived += 1;
        if (arrived === 2) open();
        if (arrived <= 2) await bothHere;
        return found;
      };
      try {
        return await Promise.all([first(), second()]);
      } finally {
        tickets.find = find;
      }
    },
    /** A new version of the responsibility list comes into force. */
    relist: async (lines: DutyLine[] = [aDutyLine()], negative: NegativeRule[] = []): Promise<void> => {
      dutyVersion += 1;
      const effectiveFrom = service.now().toISOString();
      await service.stores.places.putDuty('xfl', { version: dutyVersion, lines, negative, effectiveFrom });
      await waitAMoment();
    },
    /** The community is redrawn or set otherwise. */
    redraw: async (overrides: Partial<Community>): Promise<void> => {
      await service.stores.places.putCommunity(aCommunity(overrides));
      await waitAMoment();
    },
    /** Looks at the clocks at this hour. */
    sweepAt: async (iso: string): Promise<{ marked: number; failed: number }> => {
      await service.moveTo(iso);
      return service.sweep(service.now());
    },
  };
};

export type Journey = Awaited<ReturnType<typeof makeJourney>>;
