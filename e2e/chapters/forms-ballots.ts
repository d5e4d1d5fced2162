import { expect, test } from 'vitest';
import { casts, castsCarefully, lacks } from './forms-casting.ts';
import { type Asked, openDay } from './forms-setting.ts';
import type { HallStory } from './hall-story.ts';

const [trees, lights, benches, bikes] = [
  '中心花园补种桂花树',
  '3 栋到 5 栋的楼道灯换成声控',
  '北门到健身角添四张带扶手的长椅，老人走到一半能歇一歇',
  '电动车棚加充电桩',
];

/** Ballots that are more than one tap, filled in wrongly first. */
export const formsBallots = (story: HallStory, pageOf: (name: Asked) => string) => {
  test('排先后：没排不能投，排多了说得清，往上往下挪，念一遍，再投一遍以后一次为准', async () => {
    await story.moveTo(openDay, 9, 1);
    const li = await story.at('李阿姨', pageOf('ranked'));
    await li.see('最想要的先点，第二想要的再点，排 1 到 3 项');
    await lacks(li, '请先选好');
    for (const words of [trees, lights, benches, bikes]) await li.role('checkbox', words).tap();
    await lacks(li, '最多选 3 项');
    await li.button(`${trees}，不排`).tap();
    await li.button(`${bikes}，往上`).tap();
    await li.button(`${bikes}，往上`).tap();
    const order = [`第 1：${bikes}`, `第 2：${lights}`, `第 3：${benches}`];
    const first = await castsCarefully(li, '排好的 3 项', order);
    for (const line of order) await li.see(line);
    expect(await li.page.getByText(/第 2 次/).count()).toBe(0);

    await li.button('改投').tap();
    await li.button(`${lights}，不排`).tap();
    const second = await casts(li, '排好的 2 项');
    await li.see(/第 2 次/);
    expect(second).not.toBe(first);
    expect(story.trouble()).toEqual([]);
  });

  test('打分：一户一票，先说商量好了；没打的算 0 分，打满了加不上去', async () => {
    const wang = await story.at('王先生', pageOf('scored'));
    await wang.see('每项 0 到 5 分，没有打的算 0 分');
    await lacks(wang, '请先选好');
    const more = wang.button(`${trees}，多 1`);
    for (let score = 0; score < 5; score += 1) await more.tap();
    expect(await more.getAttribute('aria-disabled')).toBe('true');
    await wang.button(`${lights}，多 1`).tap();
    await wang.button(`${lights}，少 1`).tap();
    await castsCarefully(wang, '打好的分', [`${trees}：5 分`, `${lights}：0 分`, `${bikes}：0 分`], { isShared: true });
    await wang.see('3 栋 1 单元 102');
    expect(story.trouble()).toEqual([]);
  });

  test('选几项：长辈版里也是，选多了说最多几项，弃权顶掉选的', async () => {
    const chen = await story.at('陈爷爷', 'pages/home/index');
    await chen.role('switch', '长辈版').tap();
    await chen.goTo(pageOf('multiple'));
    await chen.see('可以选 1 到 2 项');
    for (const name of [/^顾佩珍/, /^徐国平/, /^郑晓雯/]) await chen.role('checkbox', name).tap();
    await lacks(chen, '最多选 2 项');
    await chen.role('checkbox', /^弃权/).tap();
    await chen.button('投 弃权').waitFor();
    for (const name of [/^顾佩珍/, /^徐国平/]) await chen.role('checkbox', name).tap();
    await castsCarefully(chen, '选的 2 项', ['顾佩珍，3 栋，退休教师', '徐国平，6 栋，做过二十年电工']);
    expect(story.trouble()).toEqual([]);
  });
};
