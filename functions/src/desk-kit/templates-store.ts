import type { Templates } from '@suishoupai/shared/desk-kit/contract';
import type { Scope } from '@suishoupai/shared/people/contract';
import * as z from 'zod/mini';
import type { Table } from '../dynamo/table.ts';

const Kept = z.object({ version: z.int(), texts: z.array(z.string()) });

const templatesKey = (scope: Scope, desk: string) => ({ pk: scope, sk: `templates#${desk}` });

export type TemplatesStore = {
  find: (scope: Scope, desk: string) => Promise<Templates | undefined>;
  /** Puts the version that follows the stored one (1 where there is none), and returns what stands: another one when it came too late. */
  put: (scope: Scope, desk: string, templates: Templates) => Promise<Templates>;
};

export const makeMemoryTemplatesStore = (): TemplatesStore => {
  const kept = new Map<string, Templates>();
  return {
    find: async (scope, desk) => structuredClone(kept.get(`${scope} ${desk}`)),
    put: async (scope, desk, templates) => {
      const standing = kept.get(`${scope} ${desk}`);
      if ((standing?.version ?? 0) + 1 === templates.version) kept.set(`${scope} ${desk}`, structuredClone(templates));
      return structuredClone(kept.get(`${scope} ${desk}`) ?? { version: 0, texts: [] });
    },
  };
};

export const makeDynamoTemplatesStore = (table: Table): TemplatesStore => ({
  find: async (scope, desk) => {
    const item = await table.get(templatesKey(scope, desk));
    return item === undefined ? undefined : z.parse(Kept, item);
  },
  put: async (scope, desk, templates) => {
    const isFirst = templates.version === 1;
    const written = await table.put(
      { ...templatesKey(scope, desk), ...templates },
      isFirst ? 'attribute_not_exists(pk)' : '#version = :before',
      isFirst ? {} : { names: { '#version': 'version' }, values: { ':before': templates.version - 1 } },
    );
    if (written.applied) return templates;
    return written.existing === undefined ? { version: 0, texts: [] } : z.parse(Kept, written.existing);
  },
});
