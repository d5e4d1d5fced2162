import { expect, test } from 'vitest';
import { jpegOf, type Person } from '../person.ts';
import { cameraPhoto } from '../photos.ts';
import { type HallStory, matter, voteIn } from './hall-story.ts';

/** Owners decide by area and heads: phones, a co-owned flat, elder mode, paper, and the clock that ends it. */
export const hallVote = (story: HallStory) => {
  const votePage = () => `hall/vote/index?id=${story.know('voteId')}`;
  const deskPage = () => `council/result/index?id=${story.know('voteId')}`;

  const casts = async (person: Person, choice: string) => {
    await person.button(`确认投 ${choice}`).tap();
    await person.see('您的选票已经投出');
    const code =
      (await person.page
        .getByText(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){2}$/)
        .last()
        .textContent()) ?? '';
    await person.button('知道了').tap();
    return code;
  };

  test('刘书记公告业主表决：只能问公告过的事，最早哪天开始由规则定', async () => {
    const liu = await story.atDesk();
    await liu.button('发起表决').tap();
    await liu.role('radio', matter).waitFor();
    await liu.write(
      '说明',
      '大修 3 栋电梯，报价 21 万元，从维修资金里出，按面积分摊。同意就签合同，不同意就继续小修。',
    );
    await liu.role('radio', '截止后公开').tap();
    await liu.see(/^提前 15 天公告（/);
    await liu.see(/公告，满 15 天，最早 .+ 开始$/);
    await liu.button('公告这次表决').tap();
    await liu.see(/自动开始。开始时名册固定下来。$/);
    story.learn({ voteId: voteIn(liu.page.url()) });
    expect(story.trouble()).toEqual([]);
  });

  test('没到开始的时候，看得到规则和条文，投不了', async () => {
    const li = await story.at('李阿姨', votePage());
    await li.see('已公告');
    await li.see(/ 开始，.+ 截止$/);
    expect(await li.role('radio', /^同意$/).count()).toBe(0);
    expect(story.trouble()).toEqual([]);
  });

  test('开始以后在手机上投：念给自己听一遍，拿到回执；共有的先说商量好了', async () => {
    await story.moveTo(15, 9, 5);
    const li = await story.at('李阿姨', 'pages/hall/index');
    await li.link(/^正在投票，/).tap();
    await li.role('radio', /^同意$/).tap();
    await li.button('投 同意').tap();
    await li.see('您选的是');
    const receipt = await casts(li, '同意');
    story.learn({ receipt });
    await li.see(receipt);

    const wang = await story.at('王先生', votePage());
    await wang.see(/^3 栋 1 单元 102 等 2 套 · 134\.83\s㎡$/);
    await wang.role('radio', '不同意').tap();
    await wang.button('投 不同意').tap();
    await casts(wang, '不同意');

    const zhou = await story.at('周女士', votePage());
    await zhou.role('radio', /^同意$/).tap();
    await zhou.button('投 同意').tap();
    await zhou.button('请先勾选已经商量好').waitFor();
    await zhou.role('checkbox', '已经和共有人（家人）商量好，由我来投').tap();
    await casts(zhou, '同意');
    expect(story.trouble()).toEqual([]);
  });

  test('陈爷爷用长辈版：一个问题，三个大按钮，念回来再确认', async () => {
    const chen = await story.at('陈爷爷', 'pages/home/index');
    await chen.role('switch', '长辈版').tap();
    await chen.goTo('pages/hall/index');
    await chen.button(/^投票，/).tap();
    for (const answer of ['同意', '不同意', '弃权'])
      await chen.page.getByRole('button', { name: answer, exact: true }).waitFor();
    await chen.page.getByRole('button', { name: '同意', exact: true }).tap();
    await chen.see('您选的是');
    await casts(chen, '同意');
    expect(story.trouble()).toEqual([]);
  });

  test('还差什么说得清：人数差几个，面积差多少', async () => {
    await story.moveTo(16, 10);
    const li = await story.at('李阿姨', votePage());
    await li.see(/^人数还差 2 人，面积还差 64\.19 ㎡，主要在 3 栋。/);
    await li.link('各楼栋').tap();
    await li.see('只按楼栋显示，不显示谁投了、谁没投。');
    await li.see('5 / 7 套');
    const liu = await story.at('刘书记', deskPage());
    await liu.see('人数还差 2 人');
    await liu.see('面积还差 64.19 ㎡');
    expect(story.trouble()).toEqual([]);
  });

  const enters = async (unit: RegExp) => {
    const liu = await story.at('刘书记', `council/paper/enter/index?id=${story.know('voteId')}`);
    await liu.role('radio', '3 栋').tap();
    await liu.button(unit).tap();
    await liu.role('radio', /^同意$/).tap();
    await liu.choosePhoto('拍下这张选票', jpegOf(await cameraPhoto()));
    await liu.button('第 1 张照片，好了').waitFor();
    await liu.button('录入：同意').tap();
    return liu;
  };

  test('纸质票一人录入、另一人对着照片复核；手机上投过的再交纸票，记下来，不算', async () => {
    for (const room of ['102', '201']) {
      const liu = await enters(new RegExp(`^3 栋 2 单元 ${room}，还没投`));
      await liu.see('录好了，等另一位复核');
    }
    const liu = await enters(/^3 栋 1 单元 202，已在手机上投过/);
    await liu.see('这一户已经在手机上投过票，以先到的为准');
    await liu.goTo(`council/paper/index?id=${story.know('voteId')}`);
    await liu.see('这一户已经在手机上投过票，以先到的为准');
    await liu.see('您录入的，要另一位工作人员复核');
    const he = await story.at('何干事', `council/paper/index?id=${story.know('voteId')}`);
    for (const room of ['102', '201']) {
      const confirm = he.button(`和照片一致：3 栋 2 单元 ${room}`);
      await confirm.tap();
      await confirm.waitFor({ state: 'detached' });
    }
    await story.moveTo(17, 10);
    const li = await story.at('李阿姨', votePage());
    await li.see(/^参与已经够数。/);
    expect(story.trouble()).toEqual([]);
  });

  test('截止前一分钟想改，截止后一秒才点：不算，说得清楚', async () => {
    await story.moveTo(22, 8, 58);
    const wang = await story.at('王先生', votePage());
    await wang.button('改投').tap();
    await wang.role('radio', /^同意$/).tap();
    await wang.button('投 同意').tap();
    await wang.see('您选的是');
    await story.moveTo(22, 9, 0);
    await wang.button('确认投 同意').tap();
    await wang.see('表决已经截止');
    await wang.goTo(votePage());
    await wang.see('您投的是');
    await wang.page.getByText('不同意', { exact: true }).first().waitFor();
    expect(story.trouble()).toEqual([]);
  });
};
