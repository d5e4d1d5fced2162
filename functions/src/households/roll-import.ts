import { createHash } from 'node:crypto';
import { AppError, type FieldError } from '@suishoupai/shared/contract/errors';
import type { RouteRequest, RouteResult } from '@suishoupai/shared/contract/route';
import type { RollStanding, RowProblem, rollFileRoutes } from '@suishoupai/shared/households/contract';
import { householdLimits } from '@suishoupai/shared/households/limits';
import { readRollRows } from '@suishoupai/shared/households/roll-rows';
import { areaTotalOf, buildingsOf, changesBetween, headsOf } from '@suishoupai/shared/households/rules';
import type { CommunityId } from '@suishoupai/shared/ids';
import type { Viewer } from '../http/handlers.ts';
import { digestOf } from '../tickets/digest.ts';
import type { ClerkOf } from './access.ts';
import { readRollFile } from './roll-file.ts';
import type { RollPointer } from './roll-record.ts';
import type { RollStore } from './roll-store.ts';

type Deps = { rolls: RollStore; clerkOf: ClerkOf; randomBytes: (count: number) => Uint8Array };

type PreviewBody = RouteRequest<(typeof rollFileRoutes)['previewRoll']>['body'];
type ImportBody = RouteRequest<(typeof rollFileRoutes)['importRoll']>['body'];
type Preview = RouteResult<(typeof rollFileRoutes)['previewRoll']>;

const sampleSize = 5;

const problemDetails = (problems: readonly RowProblem[]): FieldError[] =>
  problems.slice(0, householdLimits.problems).map(({ row, column, message }) => ({
    field: `rows.${row}`,
    rule: 'row',
    message: `第 ${row} 行${column === '' ? '' : ` ${column}`}：${message}`,
  }));

const bytesOf = (content: string): Uint8Array => Buffer.from(content, 'base64');
const fileDigest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Reads roll files. Has a function of its own: what reads spreadsheets is larger than all the rest of the service. */
export const makeRollImport = ({ rolls, clerkOf, randomBytes }: Deps) => ({
  preview: async (viewer: Viewer, communityId: CommunityId, { content }: PreviewBody, now: Date): Promise<Preview> => {
    await clerkOf(viewer, communityId, now);
    const { rows, units, problems, problemRows } = readRollRows(await readRollFile(bytesOf(content)));
    const roll = await rolls.current(communityId);
    const standing = roll === undefined ? [] : await rolls.units(communityId, roll.importId);
    return {
      rows,
      good: units.length,
      problems: problems.slice(0, householdLimits.problems),
      problemRows,
      sample: units.slice(0, sampleSize),
      areaTotal: areaTotalOf(units),
      heads: headsOf(units),
      changes: changesBetween(standing, units),
    };
  },

  /** The units first, under a name of their own; then one write puts them in force. What a crash leaves in between is in nobody's way, and cleared after a later import. */
  import: async (viewer: Viewer, communityId: CommunityId, body: ImportBody, now: Date): Promise<RollStanding> => {
    const { id, fileName, replaces } = body;
    const { personId, label: by } = await clerkOf(viewer, communityId, now);
    const exclude = [...new Set(body.exclude)].toSorted((a, b) => a - b);
    const bytes = bytesOf(body.content);
    const digest = digestOf({ fileName, exclude, file: fileDigest(bytes) });
    const firstResult = async (): Promise<RollStanding | undefined> => {
      const done = await rolls.lineOf(communityId, id);
      if (done === undefined) return undefined;
      if (done.kind !== 'import' || done.digest !== digest) throw new AppError('id.reused');
      return done.standing;
    };
    const known = await firstResult();
    if (known !== undefined) return known;

    const { units, problems } = readRollRows(await readRollFile(bytes), exclude);
    if (problems.length > 0) throw new AppError('roll.problems', problemDetails(problems));
    const roll = await rolls.current(communityId);
    if ((roll?.standing.version ?? 0) !== replaces) throw new AppError('roll.changed');
    const version = replaces + 1;
    const at = now.toISOString();
    const standing: RollStanding = {
      version,
      units: units.length,
      areaTotal: areaTotalOf(units),
      heads: headsOf(units),
      importedAt: at,
      importedBy: by,
      fileName,
      excludedRows: exclude,
    };
    // What was written before a crash, of other content or to replace another version, must not mix with this.
    const importId = `${id}.${replaces}.${digest}`;
    await rolls.begin(communityId, { importId, id, replaces, at });
    await rolls.putUnits(communityId, importId, units);
    const key = roll?.key ?? Buffer.from(randomBytes(32)).toString('base64');
    const next: RollPointer = { importId, key, standing, buildings: buildingsOf(units) };
    const line = { kind: 'import' as const, version, id, at, by, personId, digest, importId, standing };
    if (await rolls.advance(communityId, next, line)) return standing;
    const first = await firstResult();
    if (first === undefined) throw new AppError('roll.changed');
    return first;
  },
});

export type RollImport = ReturnType<typeof makeRollImport>;
