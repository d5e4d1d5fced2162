import { openPhone } from '@suishoupai/local/demo/phone';
import { xingfuli } from '@suishoupai/local/demo/places';
import { ActivityId } from '@suishoupai/shared/ids';
import { pointsRoutes } from '@suishoupai/shared/points/routes';
import { chinaWall, wallInstant } from '@suishoupai/shared/time/china';
import { hourMs, minuteMs } from '@suishoupai/shared/time/units';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import type { Stage } from '../chapters/chapter.ts';
import { bytesBy } from '../chapters/hall-story.ts';
import { meet, type Person } from '../person.ts';

const title = '周六清洁楼道';
const place = '3 栋门口';

/** An activity from its plan to a certificate that a stranger verifies, told in its order. */
export const volunteeringStory = (stage: Stage) =>
  describe('志愿服务：从发布活动，到陌生人查验证明', () => {
    const present = new Map<string, Person>();
    let day = 0;
    let activityId: ActivityId;
    let code = '';

    const call = async (name: string, isElder = false): Promise<Person> => {
      const known = present.get(name);
      if (known !== undefined) return known;
      const { url, clock } = stage.product();
      const person = await meet({ browser: stage.browser(), url, isElder });
      present.set(name, person);
      if (!name.startsWith('路人')) await person.signIn(name);
      await person.setClock(clock.now());
      return person;
    };
    const at = async (name: string, page: string, isElder = false): Promise<Person> => {
      const person = await call(name, isElder);
      await person.goTo(page);
      return person;
    };
    const moveTo = async (hour: number, minute = 0) => {
      const time = new Date(Date.parse(wallInstant(day, hour * hourMs + minute * minuteMs)));
      await stage.product().clock.moveTo(time);
      for (const person of present.values()) await person.setClock(time);
    };
    const trouble = () => [...present.values()].flatMap((person) => person.trouble);
    const activityPage = () => `volunteer/activity/index?id=${activityId}`;
    const run = () => `organise/activity/index?id=${activityId}`;
    const peoplePage = () => `organise/people/index?id=${activityId}`;
    /** The button of that name in the sheet that is open. */
    const press = (person: Person, text: string) =>
      person.page.getByRole('dialog').getByRole('button', { name: text, exact: true }).tap();
    const codeAt = async (liu: Person): Promise<string> => {
      const label = await liu.role('img', /^签到码 \d/).getAttribute('aria-label');
      return (label ?? '').replace(/\D/g, '');
    };

    beforeAll(async () => {
      // In a week at nine, as the form proposes; tomorrow at ten it is planned.
      const { clock } = stage.product();
      day = chinaWall(clock.now().toISOString()).day + 1;
      await moveTo(10);
    });
    afterAll(async () => {
      for (const person of present.values()) await person.leave();
    });

    test('刘书记写好活动，发布以前居民看不到，发布以后看得到', async () => {
      const liu = await at('刘书记', `organise/index/index?communityId=${xingfuli}`);
      await liu.button('新的活动').tap();
      await liu.write('活动名称', title);
      await liu.write('具体做什么', '清理 3 栋楼道的杂物，工具由居委会准备，穿旧一点的衣服。');
      await liu.role('checkbox', '清洁整理').tap();
      await liu.write('在哪里', place);
      await liu.write('名额', '2');
      await liu.write('候补人数', '1');
      await liu.button('存下，先不发布').tap();
      await liu.button('发布，开始报名').waitFor();
      activityId = z.parse(ActivityId, new URLSearchParams(liu.page.url().split('?')[1]).get('id'));
      const zhou = await at('周女士', activityPage());
      await zhou.see('没有找到这个活动');
      await liu.button('发布，开始报名').tap();
      await liu.see('还有 2 个名额');
      await zhou.goTo('volunteer/index/index');
      await zhou.link(new RegExp(`^${title}，.*还有 2 个名额$`)).waitFor();
      expect(trouble()).toEqual([]);
    });

    const register = async (person: Person, name: string) => {
      await person.button('登记为志愿者').or(person.button('写上您的姓名')).first().waitFor();
      await person.write('姓名', name);
      await person.role('checkbox', /^清洁整理/).tap();
      await person.role('checkbox', /^周末/).tap();
      await person.role('checkbox', /^同意如实记录/).tap();
      await person.button('登记为志愿者').tap();
    };
    const signUp = async (person: Person, name: string) => {
      await person.goTo(activityPage());
      await person.button(/^(报名|排候补)$/).tap();
      await register(person, name);
      await person.button(/^(报名|排候补)$/).tap();
    };

    test('李阿姨登记后报上名，陈爷爷用长辈版也报上，周女士排候补', async () => {
      const li = await call('李阿姨');
      await signUp(li, '李桂芳');
      await li.see('您已报名');
      const chen = await call('陈爷爷', true);
      await signUp(chen, '陈德顺');
      await chen.see('您已报名');
      const zhou = await call('周女士');
      await signUp(zhou, '周敏');
      await zhou.see('您在候补第 1 位');
      expect(trouble()).toEqual([]);
    });

    test('到了那天：看着现场的码签到，错的不行；走的时候签退', async () => {
      day += 7;
      await moveTo(8, 40);
      const liu = await at('刘书记', run());
      await liu.button('开始签到').tap();
      await liu.role('img', /^签到码 \d/).waitFor();
      const li = await at('李阿姨', activityPage());
      await li.button('签到').tap();
      await li.write('签到码，六位数', '000000');
      await press(li, '签到');
      await li.see('签到码不对或已经换了，请看现场现在的六位数');
      await li.write('签到码，六位数', await codeAt(liu));
      await press(li, '签到');
      await li.button('签退').waitFor();
      const chen = await at('陈爷爷', activityPage());
      await chen.button('签到').tap();
      await chen.write('签到码，六位数', await codeAt(liu));
      await press(chen, '签到');
      await chen.button('签退').waitFor();
      await moveTo(10, 40);
      await liu.goTo(run());
      await liu.role('img', /^签到码 \d/).waitFor();
      for (const name of ['李阿姨', '陈爷爷']) {
        const person = await at(name, activityPage());
        await person.button('签退').tap();
        await person.write('签退码，六位数', await codeAt(liu));
        await press(person, '签退');
        await person.see(/签退$/);
      }
      expect(trouble()).toEqual([]);
    });

    test('刘书记核实时长，李阿姨的账上多了一笔，记录里看得到', async () => {
      const liu = await at('刘书记', run());
      await liu.button('活动结束').tap();
      await liu.button('结束').last().tap();
      await liu.button('时长核完了').waitFor();
      await liu.goTo(peoplePage());
      for (const name of ['李桂芳', '陈德顺']) {
        await liu.button(`核实时长，${name}`).tap();
        await liu.role('radio', '5 星，非常满意').tap();
        await liu.write('评价', '认真细致');
        await press(liu, '核实');
        await liu.button(`撤回，重新核实，${name}`).waitFor();
      }
      const li = await call('李阿姨');
      await li.lookUntil('volunteer/record/index', () => li.page.getByText(/^服务了 (2 小时|1 小时 59 分钟)$/));
      const phone = await openPhone(stage.product().url, 'resident-li');
      const lines = await phone.ask(pointsRoutes.listLines, {
        params: { communityId: xingfuli },
        query: { unit: 'minutes' },
      });
      expect(lines.items.map(({ cause, moved }) => [cause.kind, cause.id, moved > 110])).toEqual([
        ['service', activityId, true],
      ]);
      expect(trouble()).toEqual([]);
    });

    test('开一份证明，下载是 PDF；路过的人不用登录，用编号查得到，姓名只露一个字', async () => {
      const li = await at('李阿姨', 'volunteer/record/index');
      await li.button('开一份服务证明').tap();
      const download = li.button(/^下载 PDF，证明 /);
      code = ((await download.getAttribute('aria-label')) ?? '').replace('下载 PDF，证明 ', '');
      const pdf = await bytesBy(li, () => download.tap());
      expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-');
      expect(pdf.length).toBeGreaterThan(5000);
      const passer = await at('路人', 'volunteer/certificate/index', true);
      await passer.write('证明编号', code);
      await passer.button('查验').tap();
      await passer.see('这份证明有效');
      await passer.see('李**');
      expect(await passer.page.getByText('李桂芳').count()).toBe(0);
      expect(trouble()).toEqual([]);
    });

    test('时长撤回，证明跟着作废', async () => {
      const liu = await at('刘书记', peoplePage());
      await liu.button('撤回，重新核实，李桂芳').tap();
      await liu.write('撤回的理由', '把两个人的时间记反了');
      await press(liu, '撤回');
      await liu.button('核实时长，李桂芳').waitFor();
      const passer = await call('路人');
      await passer.lookUntil(`volunteer/certificate/index?code=${code.replaceAll('-', '').toLowerCase()}`, () =>
        passer.page.getByText('这份证明已作废'),
      );
      expect(trouble()).toEqual([]);
    });
  });
