import { rollCsv } from '@suishoupai/local/demo/hall/roll';
import { renderScene } from '@suishoupai/local/demo/scenes';
import { jpegOf, type Person } from '../person.ts';
import { shoot } from './camera.ts';
import type { Studio } from './studio.ts';

/** As it comes from the property bureau after half a year: a sale, and three rows that somebody typed in a hurry. */
const newRoll = rollCsv
  .replace('68.90,杨慧敏,695X', '68.90,高志远,4431')
  .replace('3,1,202,68.90', '3,1,202,六十八点九')
  .replace('5,2,301,76.42,苏丽萍,5604', '5,2,301,76.42,,')
  .replace('6,,103,68.73', '6,,102,68.73');

const matter = '北门装夜间刷卡小门，费用 2.6 万元';

const bringRoll = async (person: Person, { here }: Studio) => {
  await person.goTo(`council/roll/import/index?${here}`);
  const picked = person.page.waitForEvent('filechooser');
  await person.button('选择名册文件').tap();
  const file = { name: '幸福里业主名册 2026.csv', mimeType: 'text/csv', buffer: Buffer.from(`\ufeff${newRoll}`) };
  await (await picked).setFiles(file);
  await person.see(/^还有 \d 行没排除$/);
  await shoot(person, 'council-import');
};

const takeUp = async (person: Person, { hall }: Studio) => {
  const desk = `council/topic/index?${hall.topic('北门夜里')}`;
  const finish = async (step: string, words: string) => {
    await person.goTo(desk);
    await person.button(`完成「${step}」`).tap();
    await person.write('这一步做了什么', words);
    await person.page
      .getByRole('dialog', { name: `完成「${step}」` })
      .getByRole('button', { name: `完成「${step}」` })
      .tap();
    await person.see(`幸福里居委会 完成「${step}」`);
  };
  await person.goTo(desk);
  await person.button('受理，排步骤').tap();
  await person.button('受理，按这个安排走').waitFor();
  await shoot(person, 'council-plan');
  await person.button('受理，按这个安排走').tap();
  await person.see('幸福里居委会 受理');
  await finish('列出议题', '丢车、翻桶、急救通行三件事一并列上。');
  await finish('确定主题', '只议北门加装刷卡小门，南门不动。');
  await person.page.getByText('这一步完成了').waitFor({ state: 'hidden' });
  await person.button('发会前公告').tap();
  await person.write(
    '公告内容',
    '拟在北门装一扇刷卡小门，夜里十一点到早上五点刷卡进出，急救和消防一键打开。周五晚上七点在议事厅当面谈。',
  );
  await person.write('第 1 件事', matter);
  await shoot(person, 'council-announce', { asLeft: true });
};

const meetTonight = async (person: Person, { hall }: Studio) => {
  await person.goTo(`council/room/index?${hall.meeting('民情恳谈会')}`);
  await person.role('img', /^签到码 \d/).waitFor();
  await shoot(person, 'council-room');
  await person.button('散会，结束签到').tap();
  await person.button('散会').last().tap();
  await person.button('写纪要').tap();
  await person.write('第 1 段内容', '马站长讲了三个身边的火情，都是睡前充电没人看着。');
  await person.write(
    '第 2 段内容',
    '3 号楼 2 单元五楼、6 号楼一楼还有堆物，户主答应周日前清走。陈爷爷问旧家具谁来搬，物业说登记以后免费上门。',
  );
  await person.write('第 3 段内容', '登记 7 户独居老人，电工下周一、周二上门查线，费用由社区出。');
  await person.button('加一条决议').tap();
  await person.write('决议 1', '七户独居老人的电线下周二前查完，坏的插座当场换掉，何干事逐户回访。');
  await shoot(person, 'council-write', { from: '决议' });
  await person.button('存成第 1 版').tap();
  await person.button('主持人签字').tap();
  await person.see(/^签的是第 1 版/);
  await shoot(person, 'council-sign', { asLeft: true });
};

const runVotes = async (person: Person, { here, hall }: Studio) => {
  await person.goTo(`council/vote/index?${here}&${hall.topic('晚上停车').replace('id=', 'topicId=')}`);
  await person.role('radio', /生态车位/).tap();
  await person.write('说明', '草坪改草格砖，南边留两米宽的长廊。改造费 9.6 万元从公共收益出，不另收钱。');
  await person.role('radio', /（重大事项）/).tap();
  await person.see(/公告，满 \d+ 天，最早 .+ 开始$/);
  await shoot(person, 'council-vote', { from: '按哪套规则' });
  await person.goTo(`council/paper/enter/index?${hall.vote('续筹维修资金')}`);
  await person.role('radio', '5 栋').tap();
  await person.button(/^5 栋 2 单元 102.*还没投/).tap();
  await person.role('radio', /^同意$/).tap();
  await person.choosePhoto('拍下这张选票', jpegOf(await renderScene('ballotSheet')));
  await person.button('第 1 张照片，好了').waitFor();
  await shoot(person, 'council-paper');
  await person.goTo(`council/result/index?${hall.vote('居民公约')}`);
  await person.see('计票结果，还没公示');
  await shoot(person, 'council-result');
};

export const councilPictures = async (studio: Studio): Promise<void> => {
  await studio.play('刘书记', async (person) => {
    await person.goTo(`council/desk/index?${studio.here}`);
    await person.see('要答复的议题');
    await shoot(person, 'council-desk');
    await bringRoll(person, studio);
    await takeUp(person, studio);
    await runVotes(person, studio);
    await meetTonight(person, studio);
  });
};
