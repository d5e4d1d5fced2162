// Recomputes a community's open book of points and hours: every book from its entries, every day's root from the books.
import {
  canonical,
  codeOf,
  digest,
  hash,
  isSigned,
  isSorted,
  leafOf,
  pick,
  rootOf,
  same,
  sorted,
  sum,
} from './hashes.mjs';

const nothing = '0'.repeat(64);
const systems = ['issued', 'redeemed', 'expired', 'donated'];
const nameOf = ({ unit, account }) => `${unit} ${account}`;
const isMoved = ({ phase }) => phase === 'single' || phase === 'post';
const isAmount = (value) => Number.isSafeInteger(value) && value >= 1;
const dayOf = ({ until }) => until ?? '~';
// Lots of one day are one, the first to lapse first.
const joined = (lots) => {
  const days = sorted([...new Set(lots.map(dayOf))]);
  return days.map((day) => {
    const some = lots.filter((lot) => dayOf(lot) === day);
    return { ...some[0], left: sum(pick(some, 'left')) };
  });
};
const lotOf = (until, left) => (until === undefined ? { left } : { until, left });
const parted = (lots, amount) => {
  const [took, rest] = [[], []];
  let missing = amount;
  for (const lot of lots) {
    const part = Math.min(lot.left, missing);
    missing -= part;
    if (part > 0) took.push({ ...lot, left: part });
    if (lot.left > part) rest.push({ ...lot, left: lot.left - part });
  }
  return { took, rest };
};
/** What a person has after an entry, and what it took of which lots; undefined when it cannot be. */
const after = ({ posted, reserved, lots }, held, entry, account) => {
  const { phase, amount, until, credit, debit } = entry;
  const isMine = (debit === account) !== (credit === account);
  const isHeld = phase === 'reserve' || phase === 'release' || phase === 'expire';
  if (!isMine || !isAmount(amount) || (isHeld && debit !== account)) return undefined;
  if (credit === account) return { posted: posted + amount, reserved, lots: joined([...lots, lotOf(until, amount)]) };
  if (phase === 'single' || phase === 'reserve') {
    if (posted - reserved < amount) return undefined;
    const { took, rest } = parted(lots, amount);
    if (phase === 'reserve') return { posted, reserved: reserved + amount, lots: rest, took };
    return { posted: posted - amount, reserved, lots: rest, took };
  }
  if (held === undefined || amount > held.amount) return undefined;
  const spent = phase === 'post' ? amount : 0;
  const { took, rest } = parted(held.took, spent);
  return { posted: posted - spent, reserved: reserved - held.amount, lots: joined([...lots, ...rest]), took };
};
/** The heads of a book after each of its entries, and what each check found. */
const replay = ({ unit, account, entries }) => {
  const known = new Map();
  const done = new Set();
  const heads = [];
  let state = { posted: 0, reserved: 0, lots: [] };
  const problems = entries.flatMap((entry, i) => {
    const { id, ends, undoes, took, phase } = entry;
    heads.push(digest({ ...entry, unit, previous: heads.at(-1) ?? nothing }));
    const held = ends === undefined || entry.credit === account ? undefined : known.get(ends);
    const next = after(state, held, entry, account);
    const isEnd = phase === 'post' || phase === 'release' || phase === 'expire';
    const undone = undoes === undefined ? undefined : known.get(undoes);
    const isBack = undone && undone.debit === entry.credit && undone.credit === entry.debit;
    const isOnce = !known.has(id) && !done.has(`${ends} ends`) && !done.has(`${undoes} undone`);
    const isRight =
      next &&
      same([entry.posted, entry.reserved], [next.posted, next.reserved]) &&
      same(took ?? 0, next.took ?? 0) &&
      entry.seq === i + 1 &&
      isOnce &&
      isEnd === (ends !== undefined) &&
      (undoes === undefined || (isBack && entry.amount <= undone.amount)) &&
      (held === undefined || held.phase === 'reserve');
    known.set(id, entry);
    if (ends !== undefined) done.add(`${ends} ends`);
    if (undoes !== undefined) done.add(`${undoes} undone`);
    if (next) state = next;
    return isRight ? [] : [`第 ${i + 1} 笔`];
  });
  return { heads, problems, posted: state.posted };
};
const ways = { issued: 'issued', redeemed: 'restored', expired: 'issued', donated: 'drawn' };
const into = { issued: 'taken', redeemed: 'redeemed', expired: 'expired', donated: 'donated' };
/** The totals by month and heading; of what passed between two people, the one who gives counts. */
const totalsOf = (books) => {
  const rows = new Map();
  for (const { unit, account, entries } of books) {
    for (const { debit, credit, amount, day, kind, rule } of entries.filter(isMoved)) {
      const way = ways[debit] ?? into[credit] ?? 'given';
      if (way === 'given' && credit === account) continue;
      const row = { month: day.slice(0, 7), unit, way, by: (/^(issued|taken)$/.test(way) && rule?.id) || kind };
      const name = Object.values(row).join(' ');
      const { amount: so = 0, count = 0 } = rows.get(name) ?? {};
      rows.set(name, { ...row, amount: so + amount, count: count + 1 });
    }
  }
  return sorted([...rows.keys()]).map((name) => rows.get(name));
};
const hasOnly = (value, ...names) => same(sorted(Object.keys(value)), names);
export const verifyLedger = (file, { receipt, key, head }, check) => {
  const { communityId, checkpoints, books, rows } = file;
  const isBook = (book) => hasOnly(book, 'account', 'entries', 'unit');
  const isMark = (mark) => hasOnly(mark, 'account', 'seq', 'unit');
  const isPlain = hasOnly(file, 'books', 'checkpoints', 'communityId', 'format', 'rows');
  check('文件里只有该有的', isPlain && books.every(isBook) && pick(checkpoints, 'moved').flat().every(isMark));
  const replayed = new Map(books.map((book) => [nameOf(book), replay(book)]));
  const wrong = books.flatMap((book) => replayed.get(nameOf(book)).problems.map((what) => `${book.account} ${what}`));
  check('没有重复的账本', isSorted(books.map(nameOf)) && books.every(({ entries }) => entries.length > 0));
  check(`每一笔都从上一笔算得出来，没有人是负数${wrong.length > 0 ? `；不对的：${wrong[0]}` : ''}`, wrong.length === 0);
  const between = new Map();
  for (const { unit, account, entries } of books) {
    for (const entry of entries.filter(
      (one) => isMoved(one) && ![one.debit, one.credit].some((side) => systems.includes(side)),
    )) {
      const name = `${unit} ${entry.id}`;
      const { debit, credit, amount, phase, day } = entry;
      between.set(name, [...(between.get(name) ?? []), { account, debit, credit, amount, phase, day }]);
    }
  }
  const isPair = (sides) => {
    const [{ account: one, ...first }, { account: other, ...second } = {}] = sides;
    return sides.length === 2 && same(first, second) && same(sorted([one, other]), sorted([first.debit, first.credit]));
  };
  check('两个人之间的每一笔，双方账上都有', [...between.values()].every(isPair));
  check('每月的合计与账本相符', same(rows, totalsOf(books)));

  const reached = new Map();
  const leaves = new Map();
  const digests = [];
  const findings = checkpoints.map(({ moved, ...checkpoint }, i) => {
    const { signature, ...unsigned } = checkpoint;
    const isOn = moved.every(({ unit, account, seq }) => {
      const name = nameOf({ unit, account });
      const isFurther = isAmount(seq) && seq > (reached.get(name) ?? 0);
      reached.set(name, seq);
      leaves.set(name, leafOf({ unit, account, seq, head: replayed.get(name)?.heads[seq - 1] ?? '' }));
      return isFurther;
    });
    const names = sorted([...leaves.keys()]);
    const root = rootOf(names.map((name) => leaves.get(name)));
    const found = {
      isCovered:
        isOn &&
        isSorted(moved.map(nameOf)) &&
        root === checkpoint.root &&
        names.length === checkpoint.books &&
        sum([...reached.values()]) === checkpoint.entries,
      isNext:
        checkpoint.n === i + 1 &&
        checkpoint.communityId === communityId &&
        checkpoint.previous === (digests.at(-1) ?? nothing) &&
        (i === 0 || checkpoint.day > checkpoints[i - 1].day),
      isSigned: isSigned(canonical(unsigned), signature, checkpoint.publicKey),
    };
    digests.push(digest(checkpoint));
    return found;
  });
  const last = checkpoints.at(-1);
  const fingerprint = codeOf(hash(Buffer.from(last.publicKey, 'hex')).toString('hex'), 24);
  const codes = digests.map((each) => codeOf(each));
  const isAll = (name) => findings.length > 0 && findings.every((found) => found[name]);
  check(`每天的封存都由密钥签署，共 ${checkpoints.length} 次`, isAll('isSigned'));
  check(`密钥指纹 ${fingerprint}，应与公告栏上的一致`, key ? key === fingerprint : null);
  check('每天的封存前后相连', isAll('isNext'));
  check('每天封存的正好是当时的全部账本', isAll('isCovered'));
  const isWhole =
    books.length === reached.size && books.every((book) => reached.get(nameOf(book)) === book.entries.length);
  check('最后一次封存以后没有多一笔，也没有少一笔', isWhole);
  check(`最后一次封存 ${last.day}，短码 ${codes.at(-1)}`, head ? codes.includes(head) : null);
  const held = (unit) =>
    sum(books.filter((book) => book.unit === unit).map((book) => replayed.get(nameOf(book)).posted));
  check(
    `大家共有 ${held('points')} 分、${held('minutes')} 分钟，${sum(books.map(({ entries }) => entries.length))} 笔`,
    null,
  );
  const mine = books.filter(({ account }) => receipt && codeOf(account) === receipt.code);
  const words = mine.map((book) => `${replayed.get(nameOf(book)).posted} ${book.unit === 'points' ? '分' : '分钟'}`);
  if (receipt) check(`账号 ${receipt.code}：${words.join('、') || '不在账本里'}`, mine.length > 0);
};
