import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { casts } from './forms-casting.ts';
import { closeDay } from './forms-setting.ts';
import { bytesBy, community, type HallStory } from './hall-story.ts';

const verifier = fileURLToPath(new URL('../../verify/suishoupai-verify.mjs', import.meta.url));
const notice = '参与的还不够，延长让更多人投票';

/** A secret vote by area: sold flats, a longer time, and ballots that open only to two bodies. */
export const formsSealed = (story: HallStory, id: () => string) => {
  const page = () => `hall/vote/index?id=${id()}`;
  const desk = () => `council/result/index?id=${id()}`;
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'suishoupai-openings-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('投票期间过户：卖方投过的算数，没投的由买方投', async () => {
    const wang = await story.at('王先生', page());
    await wang.role('radio', '不同意').tap();
    await casts(wang, '不同意');

    const liu = await story.at('刘书记', `council/units/index?communityId=${community}&building=3`);
    const sells = async (unit: RegExp, name: string, tail: string) => {
      await liu.button(unit).tap();
      await liu.button('写上新业主').waitFor();
      await liu.write('第 1 位姓名', name);
      await liu.write('第 1 位证件后四位', tail.slice(1));
      await liu.button('证件后四位要写满四位').waitFor();
      await liu.write('第 1 位证件后四位', tail);
      await liu.button('写明依据').waitFor();
      await liu.write('比如 不动产权证 2026-11-20 登记', '不动产权证，今天登记');
      await liu.button('登记过户').tap();
      await liu.page.getByRole('dialog').waitFor({ state: 'hidden' });
      await liu.see(new RegExp(`^${name}`));
    };
    await sells(/^3 栋 1 单元 201/, '顾佩珍', '0909');
    await sells(/^3 栋 1 单元 202/, '徐国平', '1010');

    for (const [who, name, tail, room] of [
      ['顾老师', '顾佩珍', '0909', '201'],
      ['徐伯伯', '徐国平', '1010', '202'],
    ] as const) {
      const buyer = await story.at(who, 'hall/household/index');
      await buyer.write('几栋，比如 3', '3');
      await buyer.write('几单元，没有就空着', '1');
      await buyer.write('房号，比如 501', room);
      await buyer.role('radio', '业主').tap();
      await buyer.write('姓名', name);
      await buyer.write('证件号最后四位', tail);
      await buyer.button('提交，请社区核对').tap();
      await buyer.see('社区正在和名册核对，一般一两个工作日。');
      await liu.goTo(`council/claims/index?communityId=${community}`);
      const approve = liu.button(`核对无误，通过：${name}`);
      await approve.tap();
      await approve.waitFor({ state: 'detached' });
    }

    await wang.goTo(page());
    await wang.see(/^3 栋 1 单元 102 等 2 套 · 134\.83\s㎡$/);
    await wang.see('您投的是');
    const gu = await story.at('顾老师', page());
    await gu.see(/卖方投过的票算数，没投的由您投$/);
    const chen = await story.at('陈爷爷', page());
    await chen.see(/^您还没有认证为本社区的业主/);
    const xu = await story.at('徐伯伯', page());
    await xu.see(/^3 栋 1 单元 202 · 72\.50\s㎡$/);
    await xu.role('radio', /^同意$/).tap();
    await casts(xu, '同意');
    expect(story.trouble()).toEqual([]);
  });

  test('延期：写明为什么，大家收到消息，看得到从哪天延到哪天，接着能投', async () => {
    await story.moveTo(closeDay - 1, 10);
    const liu = await story.at('刘书记', desk());
    await liu.button('延长投票').tap();
    await liu.button('至少写 5 个字').waitFor();
    await liu.role('checkbox', notice).tap();
    await liu.button('延长，并通知大家').tap();
    await liu.page.getByRole('dialog').waitFor({ state: 'hidden' });
    const li = await story.call('李阿姨');
    await li.lookUntil('pages/inbox/index', () => li.page.getByText('表决延期了'));
    await li.page.getByText('表决延期了').first().tap();
    await li.see(new RegExp(`^延期了，改到 .+ 截止：${notice}$`));
    await li.see(new RegExp(`公告延期：从 .+ 延到 .+${notice}$`));
    await story.moveTo(closeDay, 10);
    await li.goTo(page());
    await li.role('radio', /^同意$/).tap();
    await casts(li, '同意');
    expect(story.trouble()).toEqual([]);
  });

  test('密封的选票：居委会一边打不开，街道也申请了才打开；逐票重数对得上，谁申请过都公布', async () => {
    await story.moveTo(closeDay + 3, 9, 10);
    const liu = await story.at('刘书记', desk());
    await liu.button('公示结果').tap();
    await liu.button('公示').last().tap();
    await liu.see('密封的选票');
    const asks = async (name: string) => {
      const person = await story.at(name, desk());
      await person.button(/^申请打开/).tap();
      return person;
    };
    await asks('刘书记');
    await liu.button('申请').last().tap();
    await liu.see(/^已记下您的申请。还要街道的一位同事也来申请/);
    const sun = await asks('孙主任');
    const openings = join(folder, 'openings.json');
    writeFileSync(openings, await bytesBy(sun, () => sun.button('申请').last().tap()));

    const zhou = await story.at('周女士', `hall/proof/index?id=${id()}`);
    await zhou.see('谁申请打开过密封的选票');
    for (const who of [/^幸福里居委会，/, /^长宁街道，/]) await zhou.see(who);
    const pack = join(folder, 'pack.json');
    writeFileSync(pack, await bytesBy(zhou, () => zhou.button('下载数据包').tap()));
    const verify = (...more: string[]) => spawnSync(process.execPath, [verifier, pack, ...more], { encoding: 'utf8' });
    expect(verify()).toMatchObject({ status: 0, stdout: expect.stringContaining('票封着') });
    const opened = verify('--openings', openings);
    expect(opened).toMatchObject({ status: 0, stdout: expect.stringContaining('可信：全部相符') });
    expect(opened.stdout).toContain('✓ 开票文件与公布的承诺一致');
    expect(story.trouble()).toEqual([]);
  });
};
