import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { xingfuli } from '@suishoupai/local/demo/places';
import { dayMs } from '@suishoupai/shared/time/units';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { bytesBy } from './chapters/hall-story.ts';
import { foundTown } from './chapters/hall-town.ts';
import { jpegOf, meet, type Person, picturesOfAll } from './person.ts';
import { afterPhoto, cameraPhoto } from './photos.ts';
import { type Product, startProduct } from './stack.ts';

const verifier = fileURLToPath(new URL('../verify/suishoupai-verify.mjs', import.meta.url));
const verify = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [verifier, ...args], { encoding: 'utf8' });
  return { status, said: stdout + stderr };
};

const what = '3 号楼门前路灯不亮，晚上看不清台阶';
const here = `communityId=${xingfuli}`;

let product: Product;
let browser: Browser;
let folder: string;
let [li, zhang, liu, he]: Person[] = [];

const somebody = async (name: string): Promise<Person> => {
  const person = await meet({ browser, url: product.url });
  await person.signIn(name);
  return person;
};
const known = (person: Person | undefined): Person => person ?? expect.fail('not here yet');

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'suishoupai-points-'));
  [product, browser] = await Promise.all([startProduct({ demo: false }), launchBrowser()]);
  await foundTown(product);
});
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') console.error((await picturesOfAll(task.id)).join('\n'));
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** From a lamp that was mended to the book that anybody recomputes. */
describe('积分', () => {
  let code = '';

  test('报的事修好了，积分里有一笔，点开就是那件事', async () => {
    li = await somebody('李阿姨');
    await li.goTo('pages/points/index');
    await li.see('还没有记录');
    await li.draftReport(jpegOf(await cameraPhoto()), what);
    await li.button('提交 · 将派给 幸福物业').tap();
    await li.see('已派给 幸福物业');

    zhang = await somebody('张师傅');
    await zhang.link(/^待办 · 幸福物业/).tap();
    await zhang.button(`接单：${what}`).tap();
    await zhang.button(`处理：${what}`).tap();
    await zhang.button('处理反馈').tap();
    await zhang.choosePhoto('处理后照片', { name: 'after.png', mimeType: 'image/png', buffer: await afterPhoto() });
    await zhang.role('checkbox', '已更换损坏部件').tap();
    await zhang.button('提交处理结果').tap();
    await zhang.see('已提交，等待核查');

    const notice = () => known(li).link(new RegExp(`^已处理，修好了吗？，(未读，)?${what}`));
    await li.lookUntil('pages/inbox/index', notice);
    await notice().tap();
    await li.button('修好了').tap();
    await li.see('修好了');

    const line = () => known(li).link(/^上报修好，.*，\+10 分$/);
    await li.lookUntil('pages/points/index', line);
    await line().tap();
    await li.see('办理经过');
    expect(li.trouble).toEqual([]);
  });

  test('怎么得积分：今天用了多少上限，看得到', async () => {
    const person = known(li);
    await person.goTo(`points/rules/index?${here}`);
    await person.see('您今天已得 10 分，本月 10 分');
    await person.see('一天最多 30 分，一个月最多 200 分');
    expect(person.trouble).toEqual([]);
  });

  test('导出对账单：表格和 PDF', async () => {
    const person = known(li);
    await person.goTo(`points/lines/index?${here}`);
    const csv = (await bytesBy(person, () => person.button('导出表格').tap())).toString('utf8');
    expect(csv.startsWith('\ufeff')).toBe(true);
    expect(csv).toContain('"上报修好",10,0,10');
    const pdf = await bytesBy(person, () => person.button('导出 PDF').tap());
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(person.trouble).toEqual([]);
  });

  test('社区更正：限额以内一个人就行，超过要另一位确认；居民看得到原因', async () => {
    const person = known(li);
    await person.goTo('pages/points/index');
    const words = await person.page
      .getByText(/账号 [0-9A-Z-]{14}/)
      .first()
      .textContent();
    code = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(words ?? '')?.[0] ?? '';
    expect(code).not.toBe('');
    liu = await somebody('刘书记');
    await liu.goTo(`points/correct/index?${here}`);
    await liu.write('账号', code);
    await liu.button('找这本账').tap();
    await liu.see('补记或收回');
    await liu.write('数目', '300');
    await liu.write('原因', '7 月到会签到漏记');
    await liu.button('补 300 分 · 请另一位同事确认').tap();
    await liu.see('超过一个人的限额，已请另一位同事确认');

    he = await somebody('何干事');
    await he.goTo(`points/desk/index?${here}`);
    await he.button('同意，记上').tap();
    await he.see('已记上');
    const line = () => person.link(/^工作人员更正，.*，\+300 分$/);
    await person.lookUntil('pages/points/index', line);
    expect([...liu.trouble, ...he.trouble, ...person.trouble]).toEqual([]);
  });

  test('第二天账本封存，谁都能下载，自己核一遍；改一个字就露馅', async () => {
    const person = known(li);
    const tomorrow = new Date(product.clock.now().getTime() + dayMs);
    await product.clock.moveTo(tomorrow);
    await product.run('pointsSweep');
    const passer = await meet({ browser, url: product.url });
    await passer.goTo(`points/book/index?${here}`);
    await passer.see('大家共有');
    await passer.see('310 分');
    await passer.see('发放 · 上报修好');
    const bytes = await bytesBy(passer, () => passer.button('下载账本').tap());
    const file = join(folder, 'ledger.json');
    writeFileSync(file, bytes);
    const checked = verify(file, code);
    expect(checked).toMatchObject({ status: 0, said: expect.stringContaining('可信：全部相符') });
    expect(checked.said).toContain(`账号 ${code}：310 分`);
    const forged = join(folder, 'forged.json');
    writeFileSync(forged, bytes.toString('utf8').replace('"amount":300', '"amount":301'));
    expect(verify(forged)).toMatchObject({ status: 1, said: expect.stringContaining('不可信') });
    expect(bytes.toString('utf8')).not.toContain('usr_');
    expect([...passer.trouble, ...person.trouble]).toEqual([]);
  });

  test('荣誉：同意了才上榜，撤下马上没有', async () => {
    const person = known(li);
    await person.goTo(`points/honours/index?${here}`);
    await person.see('第一盏灯');
    await person.see('已得到');
    await person.write('姓', '李');
    await person.button('同意以「李女士」上榜').tap();
    await person.see('您以「李女士」的名字在榜上。');
    await person.button('撤下我的名字').tap();
    await person.button('同意以「李女士」上榜').waitFor();
    expect(person.trouble).toEqual([]);
  });
});
