import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bytesBy, type HallStory } from './hall-story.ts';

const verifier = fileURLToPath(new URL('../../verify/suishoupai-verify.mjs', import.meta.url));

/** As anybody would on a computer of their own. */
const verify = (...args: string[]): { status: number | null; said: string } => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [verifier, ...args], { encoding: 'utf8' });
  return { status, said: stdout + stderr };
};

const objection = '我家对门一直没人住，也有一张纸票吗？请核对。';
const answer = '已当着两位业主代表核对：2 单元 102、201 的纸票都是本人签字，照片和签收单都在。';

/** What stands behind a result: sheets that add up, a pack that anybody recounts, and answers to those who doubt it. */
export const hallProof = (story: HallStory) => {
  const votePage = () => `hall/vote/index?id=${story.know('voteId')}`;
  const deskPage = () => `council/result/index?id=${story.know('voteId')}`;
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'suishoupai-pack-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('纸票张数对不上不能计票；对上了自动计票，公示', async () => {
    await story.moveTo(22, 9, 10);
    const liu = await story.at('刘书记', deskPage());
    await liu.see('已截止。把纸质选票录完、复核完、对上张数，就自动计票。');
    await liu.button('纸质选票对账').first().tap();
    await liu.write('一共发出', '5');
    await liu.write('一共收回', '4');
    await liu.write('其中认不出、作废', '0');
    await liu.button('还差 1 张没有录入').waitFor();
    await liu.write('其中认不出、作废', '1');
    await liu.button('对上了，提交').tap();
    await liu.button('公示结果').tap();
    await liu.see('公示以后大家都看得到，收到的异议要一条一条答复。');
    await liu.button('公示').last().tap();
    await liu.see('通过');
    expect(story.trouble()).toEqual([]);
  });

  test('结果一条一条写明要多少、有多少、依据哪一条', async () => {
    const li = await story.at('李阿姨', votePage());
    await li.see('8 人有权投，6 人参与，0 人弃权');
    await li.see(/^6 人 \/ 8 人，要三分之二以上，达到（/);
    await li.see(/^543\.84 ㎡ \/ 668\.84 ㎡，要三分之二以上，达到（/);
    await li.see(/^5 人 \/ 6 人，要过半数，达到（/);
    await li.see(/手机投 4，纸质投 2；纸质发出 5 张，收回 4 张，作废 1 张。/);
    expect(story.trouble()).toEqual([]);
  });

  test('李阿姨查到自己的票，下载数据包自己重算；改一个字节就露馅', async () => {
    const li = await story.at('李阿姨', votePage());
    const code = story.know('receipt');
    await li.button('核对我的选票').tap();
    await li.see('和投票时记在这部手机里的回执一样。');
    await li.see(/^手机当场验算：您的选票在记录里，/);
    await li.see('和截止时签名公布的总指纹一样。');
    const pack = await bytesBy(li, () => li.button('下载数据包').tap());
    const file = join(folder, 'pack.json');
    writeFileSync(file, pack);

    const checked = verify(file, code);
    expect(checked).toMatchObject({ status: 0, said: expect.stringContaining('可信：全部相符') });
    expect(checked.said).toContain('✓ 重新计票：');
    expect(checked.said).toContain('✓ 收据的票在记录里，计入了结果');
    expect(verify(file)).toMatchObject({ status: 0 });
    expect(
      verify(
        file,
        code.replace(/^./, (letter) => (letter === '0' ? '1' : '0')),
      ).said,
    ).toContain('✗ 收据的票');

    const changed = Buffer.from(pack);
    const at = Math.floor(changed.length / 2);
    changed[at] = (changed[at] ?? 0) ^ 1;
    const forged = join(folder, 'forged.json');
    writeFileSync(forged, changed);
    expect(verify(forged, code)).toMatchObject({
      status: 1,
      said: expect.stringContaining('不可信：有 ✗ 的地方对不上'),
    });
    expect(story.trouble()).toEqual([]);
  });

  test('公示期里提异议，社区必须答复；期满才算定', async () => {
    const wang = await story.at('王先生', votePage());
    await wang.button(/^提异议$/).tap();
    await wang.write('异议', objection);
    await wang.button('提出异议').tap();
    await wang.see('等社区答复');
    const zhou = await story.call('周女士');
    await zhou.lookUntil(votePage(), () => zhou.page.getByText(objection));
    await story.moveTo(24, 9);
    const liu = await story.at('刘书记', deskPage());
    await liu.button(/^答复：我家对门/).tap();
    await liu.write('核对了什么，结果怎样', answer);
    await liu.button('答复，公开').tap();
    await liu.see('都答复了');
    await wang.goTo(votePage());
    await wang.see(answer);
    await story.moveTo(31, 9);
    const li = await story.at('李阿姨', votePage());
    await li.see('结果已定');
    expect(await li.button(/^提异议$/).count()).toBe(0);
    expect(story.trouble()).toEqual([]);
  });
};
