import { expect, test } from 'vitest';
import { aPersonId, aTicketId } from '../../test/builders.ts';
import { type AccessLog, type Look, rollSubject } from './access-log-store.ts';

const day = (date: number, hour = 2) => new Date(Date.UTC(2026, 10, date, hour)).toISOString();

type TicketLook = Extract<Look, { ticketId: unknown }>;
const aLook = (overrides: Partial<TicketLook> = {}): TicketLook => ({
  subject: aPersonId(),
  viewer: { personId: aPersonId(), label: '幸福物业' },
  ticketId: aTicketId(),
  what: 'ticket',
  at: day(16),
  ...overrides,
});

/** What an access log promises; run against every implementation. */
export const accessLogCases = (makeLog: () => Promise<AccessLog>): void => {
  test('同一人同一天看同一件事，只记第一次；换一天、换一人、换一件都另记', async () => {
    const log = await makeLog();
    const look = aLook();
    const { subject } = look;
    await Promise.all([log.note(look), log.note(look)]);
    await log.note({ ...look, at: day(16, 9) });
    expect((await log.list(subject, undefined)).items).toEqual([
      { at: look.at, who: '幸福物业', ticketId: look.ticketId, what: 'ticket' },
    ]);
    // 17:00 UTC is the next day in China already.
    await log.note({ ...look, at: day(16, 17) });
    await log.note({ ...look, viewer: { personId: aPersonId(), label: '网格员 01' } });
    await log.note({ ...look, ticketId: aTicketId() });
    expect((await log.list(subject, undefined)).items).toHaveLength(4);
    expect((await log.list(aPersonId(), undefined)).items).toEqual([]);
  });

  test('看自己的事不算', async () => {
    const log = await makeLog();
    const self = aPersonId();
    await log.note(aLook({ subject: self, viewer: { personId: self, label: '幸福物业' } }));
    expect((await log.list(self, undefined)).items).toEqual([]);
  });

  test('没有账号的人，记在这件事名下', async () => {
    const log = await makeLog();
    const ticketId = aTicketId();
    await log.note(aLook({ subject: ticketId, ticketId }));
    expect((await log.list(ticketId, undefined)).items).toMatchObject([{ ticketId }]);
  });

  test('看业主名册，记在社区名下，一栋楼一天一条', async () => {
    const log = await makeLog();
    const look = {
      subject: rollSubject('xfl'),
      viewer: { personId: aPersonId(), label: '幸福里居委会' },
      about: '3',
      what: 'roll' as const,
      at: day(16),
    };
    for (const each of [look, { ...look, at: day(16, 9) }, { ...look, about: '5' }]) await log.note(each);
    const line = { at: look.at, who: '幸福里居委会', what: 'roll' };
    expect((await log.list(rollSubject('xfl'), undefined)).items).toEqual([line, line]);
    expect((await log.list(rollSubject('other'), undefined)).items).toEqual([]);
  });

  test('新的一天在前，分页不重不漏', async () => {
    const log = await makeLog();
    const subject = aPersonId();
    for (let date = 1; date <= 15; date += 1)
      for (let count = 0; count < 3; count += 1) await log.note(aLook({ subject, at: day(date, count) }));
    const seen: string[] = [];
    const tickets = new Set<string>();
    let cursor: string | undefined;
    do {
      const page = await log.list(subject, cursor);
      seen.push(...page.items.map(({ at }) => at.slice(0, 10)));
      for (const { ticketId = '' } of page.items) tickets.add(ticketId);
      cursor = page.next;
    } while (cursor !== undefined);
    expect(tickets.size).toBe(45);
    expect(seen).toEqual(seen.toSorted().toReversed());
  });

  test('别处的页码读不到别的东西', async () => {
    const log = await makeLog();
    const look = aLook();
    await log.note(look);
    const cursor = Buffer.from(JSON.stringify({ pk: look.subject, sk: 'person' })).toString('base64url');
    expect((await log.list(look.subject, cursor)).items).toHaveLength(1);
    await expect(log.list(aPersonId(), cursor)).rejects.toMatchObject({ code: 'request.invalid' });
  });
};
