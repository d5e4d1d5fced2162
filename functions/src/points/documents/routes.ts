import type { Line } from '@suishoupai/shared/points/contract';
import type { statementRoutes } from '@suishoupai/shared/points/routes';
import { chinaDay } from '@suishoupai/shared/time/china';
import type { Handlers } from '../../http/handlers.ts';
import { fontFor } from '../../meetings/documents/font.ts';
import type { PlacesService } from '../../places/service.ts';
import { codeOf } from '../corrections.ts';
import type { LedgerStore } from '../ledger-store.ts';
import type { BookKey } from '../record.ts';
import { lineOf } from '../shown.ts';
import { statementPdf, textOf } from './pdf.ts';
import { type Statement, statementCsv, statementTitle } from './statement.ts';

type Deps = { ledger: Pick<LedgerStore, 'book' | 'list'>; places: Pick<PlacesService, 'getCommunity'> };

/** More than ten years of one line a day. */
const mostLines = 4000;

/** A person's own book as a file. */
export const statementHandlers = ({ ledger, places }: Deps): Handlers<typeof statementRoutes> => {
  const linesOf = async (key: BookKey): Promise<Line[]> => {
    const lines: Line[] = [];
    let cursor: string | undefined;
    do {
      const page = await ledger.list(key, cursor);
      lines.push(...page.items.map(lineOf));
      cursor = page.next;
    } while (cursor !== undefined && lines.length < mostLines);
    return lines;
  };
  return {
    getStatement: async ({ viewer, params: { communityId }, query: { unit, format }, now }) => {
      const { name: community } = await places.getCommunity(communityId, now);
      const key = { communityId, unit, personId: viewer.personId };
      const [{ posted }, lines] = await Promise.all([ledger.book(key), linesOf(key)]);
      const at = now.toISOString();
      const statement: Statement = { community, unit, book: codeOf(communityId, viewer.personId), at, posted, lines };
      const name = `${statementTitle(statement)}-${chinaDay(at)}.${format}`;
      if (format === 'csv')
        return { name, bytes: new TextEncoder().encode(statementCsv(statement)), type: 'text/csv; charset=utf-8' };
      const bytes = await statementPdf(statement, await fontFor(textOf(statement)));
      return { name, bytes, type: 'application/pdf' };
    },
  };
};
