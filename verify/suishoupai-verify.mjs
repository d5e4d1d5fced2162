#!/usr/bin/env node
// Checks what a community gives out: the result pack of a vote (here), its open book (ledger.mjs). Three files, Node.js 20 or newer, nothing
// else: read them before you trust them.
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
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
import { verifyLedger } from './ledger.mjs';

const pointsOf = ({ option, options, ranking, scores, amounts }) =>
  scores ?? amounts ?? Object.fromEntries([option ?? options ?? ranking ?? []].flat().map((id) => [id, 1]));
const fieldOf = { single: 'option', multiple: 'options', ranked: 'ranking', scored: 'scores', budget: 'amounts' };
const isValid = ({ method, options, min = 1, max = options.length, maxScore, allotment }, choice) => {
  if (same(choice, { abstain: true })) return true;
  const [[field, ...more], points] = [Object.keys(choice), Object.entries(pointsOf(choice))];
  const [known, most] = [pick(options, 'id'), maxScore ?? allotment ?? 1];
  const isFit = ([id, each]) => known.includes(id) && Number.isInteger(each) && each >= 0 && each <= most;
  const isOnce = !Array.isArray(choice[field]) || (field !== 'option' && choice[field].length === points.length);
  const spent = method === 'budget' ? sum(points.map(([, each]) => each)) : 1;
  const isMeasured = points.length >= min && points.length <= max && spent >= 1 && spent <= (allotment ?? 1);
  return field === fieldOf[method] && more.length === 0 && isOnce && points.every(isFit) && isMeasured;
};
const total = (list) => ({ heads: list.length, area: sum(pick(list, 'area')) });
const judge = (test, { [test.dimension]: part }, { [test.dimension]: whole }) => {
  const [left, right] = [BigInt(part) * BigInt(test.share.denominator), BigInt(whole) * BigInt(test.share.numerator)];
  return { ...test, part, whole, passed: whole > 0 && (test.kind === 'atLeast' ? left >= right : left > right) };
};
// Instant run-off: half of what is alive wins, all equal ties, else the fewest leave: by earlier rounds, then the last printed.
const runOff = (left, choices, earlier = []) => {
  const tops = choices.flatMap(({ ranking }) => (ranking ? [ranking.find((id) => left.includes(id))] : []));
  const standing = left.map((id) => ({ id, heads: tops.filter((top) => top === id).length }));
  const round = { standing, exhausted: tops.filter((top) => top === undefined).length };
  const [rounds, most] = [[...earlier, round], Math.max(...pick(standing, 'heads'))];
  const best = left.filter((_, i) => most > 0 && standing[i].heads === most);
  if (best.length === 1 && 2 * most > tops.length - round.exhausted) return { rounds, winners: best, tied: [] };
  if (most === 0 || best.length === left.length) return { rounds, winners: [], tied: best };
  const past = (id) => `${rounds.map(({ standing: all }) => 1e9 + all.find((one) => one.id === id).heads).reverse()}`;
  round.eliminated = left.reduce((weakest, id) => (past(id) <= past(weakest) ? id : weakest));
  const next = left.filter((id) => id !== round.eliminated);
  return runOff(next, choices, rounds);
};
const decide = ({ method, options: asked, budgetFen, seats: given }, options, votes) => {
  if (method === 'ranked') return runOff(pick(asked, 'id'), pick(votes, 'choice'));
  const keys = { scored: ['points'], budget: ['points', 'heads'] }[method] ?? ['heads', 'area'];
  const rank = (a, b) => keys.map((key) => b[key] - a[key]).find((difference) => difference !== 0) ?? 0;
  const able = options.filter((option) => (keys[0] === 'points' ? option.points > 0 : option.passed)).sort(rank);
  const costOf = ({ id }) => asked.find((option) => option.id === id).costFen;
  const pay = (paid, option) => (sum([...paid, option].map(costOf)) <= budgetFen ? [...paid, option] : paid);
  if (method === 'budget') return { winners: pick(able.reduce(pay, []), 'id'), tied: [] };
  const seats = given ?? (method === 'multiple' ? able.length : 1);
  const tied = able.filter((option) => [seats - 1, seats].every((at) => able[at] && rank(option, able[at]) === 0));
  const winners = able.slice(0, seats).filter((option) => !tied.includes(option));
  return { winners: pick(winners, 'id'), tied: pick(tied, 'id') };
};
const recount = ({ ruleSet, question, question: { method, options: asked } }, areas, votes, channels) => {
  const [eligible, cast] = [{ heads: areas.size, area: sum([...areas.values()]) }, total(votes)];
  const isByTests = method === 'single' || method === 'multiple';
  const isMotion = method === 'single' && `${sorted(pick(asked, 'id'))}` === 'against,approve';
  const counted = asked.map(({ id }) => {
    const fans = votes.filter(({ choice }) => pointsOf(choice)[id] > 0);
    const isTested = isByTests && (!isMotion || id === 'approve');
    const tests = isTested ? ruleSet.approval.map((test) => judge(test, total(fans), cast)) : [];
    const passed = isTested && fans.length > 0 && tests.every((test) => test.passed);
    return { id, ...total(fans), points: sum(fans.map(({ choice }) => pointsOf(choice)[id])), tests, passed };
  });
  const tests = ruleSet.turnout.map((test) => judge(test, cast, eligible));
  const isQuorate = tests.every(({ passed }) => passed);
  const { winners, tied, ...rounds } = isQuorate ? decide(question, counted, votes) : { winners: [], tied: [] };
  const [yes, no] = isMotion ? ['passed', 'rejected'] : ['chosen', 'none'];
  const outcome = !isQuorate ? 'notQuorate' : tied.length > 0 ? 'tied' : winners.length > 0 ? yes : no;
  const options = isByTests ? counted : counted.map((option) => ({ ...option, passed: winners.includes(option.id) }));
  const abstained = total(votes.filter(({ choice }) => choice.abstain));
  const turnout = { eligible, participating: { ...cast, ...channels }, tests, isQuorate };
  return { turnout, decision: { abstained, options, ...rounds, outcome, winners, tied } };
};
const dayOf = (instant) => Math.floor((Date.parse(instant) / 3_600_000 + 8) / 24);
const words = { passed: '通过', rejected: '不通过', notQuorate: '参与不足', chosen: '选出', tied: '并列', none: '无' };
const verifyVote = (pack, { receipt, openings, key, head }, check) => {
  const { vote, extensions, roll, transfers, ballots, participants, refused, paper, log, heads, publicKey } = pack;
  const [{ seal, ...unsealed }, { ruleSet, question, opensAt }] = [pack, vote];
  const until = pick([vote, ...extensions], 'closesAt');
  const [hasAreas, isSecret] = [ruleSet.dimensions.includes('area'), vote.secrecy === 'secret'];
  const isUnlinked = isSecret && !hasAreas;
  check('封印由下面的密钥签署，内容没有改过', isSigned(hash(canonical(unsealed)), seal, publicKey));
  const fingerprint = codeOf(hash(Buffer.from(publicKey, 'hex')).toString('hex'), 24);
  check(`密钥指纹 ${fingerprint}，应与公告栏上的一致`, key ? key === fingerprint : null);
  const isHead = (leaves, { size, root }) => size === leaves.length && root === rootOf(leaves);
  check('名册和题目与开始时签署的一致', isHead(roll.map(leafOf), heads[0]) && heads[0].previous === digest(vote));
  const isNext = ({ signature, ...body }, n) =>
    same([body.n, body.kind, body.vote], [n, n === 0 ? 'roll' : n === log.length ? 'close' : 'sweep', vote.id]) &&
    (n === 0 || (body.previous === digest(heads[n - 1]) && body.at >= heads[n - 1].at)) &&
    isSigned(canonical(body), signature, publicKey);
  check('历次签署前后相连，截止以后才封口', heads.every(isNext) && heads.at(-1).at >= until.at(-1));
  const isCovered = log.every((chunk, i) => isSorted(chunk) && isHead(log.slice(0, i + 1).flat(), heads[i + 1]));
  check('历次签署覆盖当时的全部选票', isCovered && heads.length === log.length + 1);
  const codes = heads.map((one) => codeOf(digest(one)));
  check(`签署短码：开始 ${codes[0]}，封口 ${codes.at(-1)}`, head ? codes.includes(head) : null);
  const leaves = ballots.map(({ replaces, ...content }) => leafOf({ vote: vote.id, ...content }));
  const everCast = sorted([...leaves, ...pick(ballots, 'replaces').flat()]);
  check('签署的记录里正好是这些票和它们代替的票', isSorted(everCast) && same(sorted(log.flat()), everCast));
  const loggedAt = new Map(log.flatMap((chunk, i) => chunk.map((leaf) => [leaf, heads[i + 1].at])));
  const isOpenAt = (instant) => instant >= opensAt && instant < until.at(-1);
  const isTimely = ({ castAt }, i) => isOpenAt(castAt) && castAt <= loggedAt.get(leaves[i]);
  check('每张票在开放时间以内投出', isUnlinked ? null : ballots.every(isTimely));
  const ownerOf = new Map(roll.flatMap(({ slot, units }) => units.map(({ unit }) => [unit, slot])));
  check('名册里没有重复', isSorted(pick(roll, 'slot')) && ownerOf.size === pick(roll, 'units').flat().length);
  const firstAt = ({ castAt, replaces }) => sorted([castAt, ...replaces.map((leaf) => loggedAt.get(leaf))])[0];
  const hasCast = (seller, at) => ballots.some((ballot) => ballot.slot === seller && firstAt(ballot) <= at);
  const isSale = ({ seq, at, unit, from, to }, i) => {
    const isOwn = ownerOf.get(unit) === from && Boolean(ownerOf.set(unit, to));
    return isOwn && from !== to && seq === i + 1 && isOpenAt(at) && !hasCast(from, at);
  };
  check('卖房以前投的票有效，没有投过才转给买方', transfers.every(isSale));
  const areas = new Map(roll.flatMap(({ slot, kind }) => (kind === 'person' ? [[slot, 0]] : [])));
  const add = (slot, area) => areas.set(slot, (areas.get(slot) ?? 0) + (hasAreas ? area : 0));
  for (const { unit, area } of pick(roll, 'units').flat()) add(ownerOf.get(unit), area);
  const [rows, people] = [isUnlinked ? participants : ballots, pick(participants, 'slot')];
  const isVoter = ({ slot, channel }, i) => areas.has(slot) && same({ slot, channel }, participants[i]);
  const isOne = isSorted(people) && (!isUnlinked || isSorted(leaves)) && ballots.length === people.length;
  check('一人一票，投票的人都在名册里', isOne && rows.every(isVoter));
  const isLater = (one, i) => one.publishedAt < until[i] && one.closesAt > until[i] && one.seq === i + 1;
  check('延期都在原定截止以前公告', extensions.every(isLater));
  const notice = dayOf(opensAt) - dayOf(vote.announcedAt);
  check('公告和方式合乎规则', notice >= ruleSet.noticeDays && ruleSet.methods.includes(question.method));
  const [sheets, again] = [participants, refused].map((all) => all.filter(({ channel }) => channel === 'paper').length);
  const isPaper = same([paper.valid, paper.refused, paper.returned], [sheets, again, sheets + again + paper.invalid]);
  const isTwice = ({ slot }) => people.includes(slot);
  check(`纸质票 ${sheets} 张，对得上`, isPaper && paper.issued >= paper.returned && refused.every(isTwice));
  const isOpened = ({ slot, ...rest }, i) => slot === ballots[i].slot && digest(rest) === ballots[i].commitment;
  const [isBlind, filled] = [isSecret && hasAreas && !openings, openings?.openings ?? ballots];
  if (openings) check('开票文件与公布的承诺一致', filled.length === ballots.length && filled.every(isOpened));
  const votes = ballots.map(({ slot }, i) => ({ choice: filled[i].choice ?? {}, area: areas.get(slot) ?? 0 }));
  check('每张票填得合题意', isBlind ? null : votes.every(({ choice }) => isValid(question, choice)));
  const { turnout, decision } = recount(vote, areas, votes, { online: people.length - sheets, paper: sheets });
  const mine = { ...(isBlind ? pack.result : decision), ...turnout };
  const told = isBlind ? '只数了参与的人数和面积，票封着，各选项要用 --openings 重数' : words[pack.result.outcome];
  check(`重新计票：${told}`, same(pack.result, mine));
  const truthOf = (leaf) => Object.entries({ vote: vote.id, voteId: vote.id, leaf, code: codeOf(leaf) });
  const isMine = (leaf) => receipt.code && truthOf(leaf).every(([name, value]) => (receipt[name] ?? value) === value);
  if (receipt) check(`收据的票在记录里${leaves.some(isMine) ? '，计入了结果' : ''}`, everCast.some(isMine));
};
const formats = { 'suishoupai-vote/1': verifyVote, 'suishoupai-ledger/1': verifyLedger };
export const verifyFile = (bytes, given, check) => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const pack = JSON.parse(text);
    check('文件的每个字节都合规范', canonical(pack) === text.replace(/\n$/, ''));
    formats[pack.format](pack, given, check);
  } catch (error) {
    check(`文件读不懂：${error.message}`, false);
  }
};
try {
  if (/suishoupai-verify(\.mjs)?$/.test(process.argv[1])) {
    const names = { openings: { type: 'string' }, key: { type: 'string' }, head: { type: 'string' } };
    const { values, positionals } = parseArgs({ allowPositionals: true, options: names });
    const [file, proof] = positionals;
    const read = (path) => JSON.parse(readFileSync(path, 'utf8'));
    const receipt = proof && existsSync(proof) ? read(proof) : proof && { code: proof.toUpperCase() };
    const found = [];
    const check = (words, right) => found.push(right) && console.log(right ? '✓' : right === null ? '·' : '✗', words);
    verifyFile(readFileSync(file), { ...values, receipt, openings: values.openings && read(values.openings) }, check);
    process.exitCode = found.includes(false) ? 1 : 0;
    console.log(found.includes(false) ? '不可信：有 ✗ 的地方对不上' : '可信：全部相符');
  }
} catch (error) {
  console.error(`用法：结果包或账本 [收据、短码或账号] [--openings 文件] [--key 指纹] [--head 短码]\n${error.message}`);
  process.exitCode = 2;
}
