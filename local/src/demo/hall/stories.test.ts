import { readRollRows } from '@suishoupai/shared/households/roll-rows';
import { areaTotalOf, headsOf } from '@suishoupai/shared/households/rules';
import { expect, test } from 'vitest';
import { personas } from '../../wechat/personas.ts';
import { demoGrants } from '../grants.ts';
import { demoCommunities } from '../places.ts';
import { unitsOf } from './act.ts';
import { makeNames } from './names.ts';
import { actsInOrder, hallAlbums } from './play.ts';
import { rollCsv } from './roll.ts';

const seededAt = new Date('2026-11-16T02:00:00.000Z');
const acts = actsInOrder(seededAt).map(({ act }) => act);
const roll = readRollRows(
  rollCsv
    .trim()
    .split('\n')
    .map((line) => line.split(',')),
);

test('名册没有一行是错的：有人有几套，有共有的，有没卖的', () => {
  const { units, problems } = roll;
  expect(problems).toEqual([]);
  expect(units).toHaveLength(54);
  expect(headsOf(units)).toBe(49);
  expect(units.some(({ owners }) => owners.length > 1)).toBe(true);
  expect(new Set(units.map(({ status }) => status))).toEqual(new Set(['sold', 'unsold', 'undelivered']));
});

test('每个人都在登录的单子上，替社区办事的都有岗位', () => {
  const known = personas.map(({ id }) => id);
  const named = acts.flatMap((act) => ['all' in act ? act.all : [], 'by' in act ? [act.by] : []].flat());
  expect(named.filter((name) => !known.includes(name))).toEqual([]);
  const staff = demoGrants.filter(([, { role }]) => role === 'communityStaff' || role === 'coordinator');
  const posts = staff.map(([name]) => name);
  const atDesk = acts.flatMap((act) => (act.does === 'enterPaper' || act.does === 'confirmPaper' ? [act.by] : []));
  expect(atDesk.filter((name) => !posts.includes(name))).toEqual([]);
});

test('纸质选票：房屋都在名册上，一户一张，核对的不是录入的人', () => {
  const codes = new Set(roll.units.map(({ code }) => String(code)));
  const enteredBy = new Map<string, string>();
  for (const act of acts) {
    if (act.does === 'enterPaper') {
      for (const unit of unitsOf(act.units)) {
        expect(codes.has(unit)).toBe(true);
        expect(enteredBy.has(`${act.vote} ${unit}`)).toBe(false);
        enteredBy.set(`${act.vote} ${unit}`, act.by);
      }
    }
    if (act.does !== 'confirmPaper') continue;
    for (const unit of unitsOf(act.units)) {
      const clerk = enteredBy.get(`${act.vote} ${unit}`);
      expect(clerk).toBeDefined();
      expect(clerk).not.toBe(act.by);
    }
  }
});

test('正在进行的业主表决：离三分之二不远，两样都还差一点', () => {
  const wanted = new Set(
    acts.flatMap((act) => (act.does === 'confirmPaper' && act.vote === 'roof' ? unitsOf(act.units) : [])),
  );
  const online = ['王建国、赵敏', '顾佩珍', '郑晓雯', '何静'];
  const nameOf = ({ owners }: (typeof roll.units)[number]) => owners.map(({ name }) => name).join('、');
  const sets = new Set(roll.units.filter(({ code }) => wanted.has(String(code))).map(nameOf));
  const took = roll.units.filter((unit) => sets.has(nameOf(unit)) || online.includes(nameOf(unit)));
  const shares = [headsOf(took) / headsOf(roll.units), areaTotalOf(took) / areaTotalOf(roll.units)];
  for (const share of shares) {
    expect(share).toBeGreaterThan(0.55);
    expect(share).toBeLessThan(2 / 3);
  }
});

test('附议到门槛为止：再多一个就不能附议了', () => {
  for (const act of acts) {
    if (act.does !== 'support') continue;
    const proposer = acts.find((other) => other.does === 'propose' && other.topic === act.topic);
    expect(proposer).toHaveProperty('by', expect.not.stringMatching(new RegExp(`^(${act.all.join('|')})$`)));
    expect(act.all.length + 1).toBeLessThanOrEqual(demoCommunities[0]?.community.settings?.topicSupports ?? 0);
  }
});

test('每样东西一个编号，重来一遍还是它；照片不会重号', () => {
  const names = makeNames(acts, seededAt, () => undefined);
  const ids = acts.flatMap((act) => {
    if (act.does === 'propose') return [names.idOf('topic', act.topic)];
    if (act.does === 'announceVote') return [names.idOf('vote', act.vote)];
    if (act.does === 'call') return [names.idOf('meeting', act.meeting)];
    if (act.does === 'say') return [names.voice(act.voice)];
    return act.does === 'claim' ? [names.idOf('claim', act.claim)] : [];
  });
  expect(new Set(ids).size).toBe(ids.length);
  const photos = acts.flatMap((act) => names.photos(act));
  expect(new Set(photos).size).toBe(photos.length);
  expect(hallAlbums(seededAt).flatMap(({ scenes }) => scenes)).toHaveLength(photos.length);
});
