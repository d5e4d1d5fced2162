import type { Edit } from './mutated.ts';

/** A mutant, and the one promise that it breaks. */
export type Mutant = { breaks: string; what: string; edits: readonly [Edit, ...Edit[]] };

const holding = 'shared/src/points/holding.ts';
const openBook = 'shared/src/points/open-book.ts';
const ledger = 'functions/src/points/ledger.ts';
const store = 'functions/src/points/ledger-store.ts';
const record = 'functions/src/points/record.ts';

const once = 'apply: (existing) => (existing === undefined ? entryItem : undefined),';
const asRead = "(isNew ? existing === undefined : existing?.['seq'] === before.seq)";

export const mutants: readonly Mutant[] = [
  {
    breaks: '01',
    what: '付给别人时，只从付的人账上减',
    edits: [
      {
        file: holding,
        find: 'if (isCredit) return credited(holding, transfer);',
        put: 'if (isCredit) return { holding };',
      },
    ],
  },
  {
    breaks: '02',
    what: '记拒绝以前不看那里有没有记过',
    edits: [{ file: store, find: 'if (items.get(place) === undefined) await', put: 'await' }],
  },
  {
    breaks: '03',
    what: '每一笔都从头接',
    edits: [{ file: ledger, find: 'previous: before.head,', put: "previous: '0'.repeat(64)," }],
  },
  {
    breaks: '04',
    what: '比较同一个编号时不看金额',
    edits: [{ file: ledger, find: "  'amount',\n  'phase',", put: "  'phase'," }],
  },
  {
    breaks: '05',
    what: '先看有没有，再不加条件地写',
    edits: [
      { file: store, find: once, put: 'apply: () => entryItem,' },
      {
        file: ledger,
        find: 'return untilWritten(transfer.id, () => attempt(transfer, [first, ...rest], besidesOf));',
        put: `const known = await store.find(keyOf(transfer, first), nameOf(transfer));
    if (known !== undefined) return resultOf(known, transfer);
    return untilWritten(transfer.id, () => attempt(transfer, [first, ...rest], besidesOf));`,
      },
      {
        file: ledger,
        find: "return { result: 'created', entry: first.entry };\n    const standing = await store.find(lead, nameOf(transfer));",
        put: "return { result: 'created', entry: first.entry };\n    const standing = undefined;",
      },
    ],
  },
  {
    breaks: '06',
    what: '记入时不看账是不是读到的那样',
    edits: [{ file: store, find: asRead, put: `(entry.debit === 'issued' || ${asRead})` }],
  },
  {
    breaks: '07',
    what: '两个人的账分两次写',
    edits: [
      {
        file: ledger,
        find: '(await store.write(pages, besides))',
        put: '(await store.write(pages.slice(0, 1), besides)) && (pages.length === 1 || [await store.write(pages.slice(1))])',
      },
    ],
  },
  {
    breaks: '08',
    what: '留着的付一部分，却全部减掉',
    edits: [
      {
        file: holding,
        find: 'return ended(holding, transfer.amount, reservation);',
        put: 'return ended(holding, reservation.amount, reservation);',
      },
    ],
  },
  {
    breaks: '09',
    what: '花的时候不看账是不是读到的那样',
    edits: [{ file: store, find: asRead, put: `(entry.credit === 'redeemed' || ${asRead})` }],
  },
  {
    breaks: '10',
    what: '余额用单精度的小数算',
    edits: [
      {
        file: holding,
        find: 'holding: { posted: posted + amount, reserved, lots: joined(',
        put: 'holding: { posted: Math.fround(posted + amount), reserved, lots: joined(',
      },
    ],
  },
  {
    breaks: '11',
    what: '两种单位写在一本账上',
    edits: [
      {
        file: store,
        find: `({ communityId, unit, personId }: BookKey) => \`\${communityId}#\${unit}#\${personId}\``,
        put: `({ communityId, personId }) => \`\${communityId}#points#\${personId}\``,
      },
    ],
  },
  {
    breaks: '12',
    what: '同一笔可以改两次',
    edits: [{ file: record, find: 'return undoes === undefined ? id :', put: 'return undoes !== id ? id :' }],
  },
  {
    breaks: '13',
    what: '花掉的不记是哪一份',
    edits: [
      {
        file: ledger,
        find: '...(took === undefined ? {} : { took }),',
        put: "...(took === undefined || transfer.phase === 'single' ? {} : { took }),",
      },
    ],
  },
  {
    breaks: '14',
    what: '编号跳着走',
    edits: [{ file: ledger, find: 'seq: before.seq + 1,', put: 'seq: before.seq + 2,' }],
  },
  {
    breaks: '15',
    what: '拒绝了不记下来',
    edits: [{ file: ledger, find: 'passing.includes(reason)', put: '[reason].includes(reason)' }],
  },
  {
    breaks: '16',
    what: '看过有货就给，写的时候不再看',
    edits: [
      {
        file: 'functions/src/rewards/reward-store.ts',
        find: 'const isFree = stock.left >= count && stock.terms',
        put: 'const isFree = stock.terms',
      },
    ],
  },
  {
    breaks: '17',
    what: '退回的不回到原来那一份',
    edits: [
      {
        file: holding,
        find: 'lots: joined([...lots, ...rest]) },\n    took,',
        put: 'lots: joined([...lots, ...rest.map(({ left }) => ({ left }))]) },\n    took,',
      },
    ],
  },
  {
    breaks: '18',
    what: '先留后付的不算进合计',
    edits: [
      {
        file: openBook,
        find: "if (phase !== 'single' && phase !== 'post') return undefined;\n  const way",
        put: "if (phase !== 'single') return undefined;\n  const way",
      },
    ],
  },
];
