import type { Person } from '../person.ts';
import { shoot } from './camera.ts';
import type { Studio } from './studio.ts';

const askedFor = '滑梯边装一盏灯，放两张长椅';
const why =
  '接孩子的多半是老人，天黑以后滑梯那里看不清台阶，大人只能站着等。装一盏感应灯、放两张带靠背的椅子就够，不占草坪。';

const bindHome = async (person: Person) => {
  await person.goTo('hall/household/index');
  await person.write('几栋，比如 3', '5');
  await person.write('几单元，没有就空着', '2');
  await person.write('房号，比如 501', '402');
  await person.role('radio', '业主').tap();
  await person.write('姓名', '鲁海燕');
  await person.write('证件号最后四位', '0642');
  await shoot(person, 'hall-household');
};

const talk = async (person: Person, { here, hall }: Studio) => {
  await person.tab('议事');
  await person.see(/续筹维修资金/);
  await shoot(person, 'hall');
  await person.goTo(`hall/propose/index?${here}`);
  await person.role('radio', /^急事/).waitFor();
  await person.role('radio', /^杂事/).tap();
  await person.write('标题', askedFor);
  await person.write('为什么要商量这件事', why);
  await shoot(person, 'hall-propose');
  await person.goTo(`hall/topic/index?${hall.topic('屋面和外墙漏')}`);
  await person.see('正在投票，去看看');
  await shoot(person, 'hall-topic');
  await person.goTo(`hall/topic/index?${hall.topic('晚上停车')}`);
  await person.button('说说看法').waitFor();
  await shoot(person, 'hall-voices', { from: '议一议' });
  await person.goTo(`hall/meeting/index?${hall.meeting('民情恳谈会')}`);
  await person.button('签到').waitFor();
  await shoot(person, 'hall-meeting');
  await person.goTo(`hall/meeting/index?${hall.meeting('听证会')}`);
  await person.button('下载纪要 PDF').waitFor();
  await shoot(person, 'hall-minutes', { from: '会议纪要' });
};

const cast = async (person: Person, { hall }: Studio) => {
  await person.goTo(`hall/vote/index?${hall.vote('续筹维修资金')}`);
  await person.see(/^人数还差/);
  await shoot(person, 'hall-vote');
  await person.role('radio', /^同意$/).tap();
  await person.button('投 同意').tap();
  await person.see('您选的是');
  await shoot(person, 'hall-confirm', { asLeft: true });
  await person.button('确认投 同意').tap();
  await person.see('您的选票已经投出');
  await shoot(person, 'hall-receipt', { asLeft: true });
};

export const hallPictures = async (studio: Studio): Promise<void> => {
  const { hall, play } = studio;
  await play(
    '陈爷爷',
    async (person) => {
      await person.goTo(`hall/vote/index?${hall.vote('续筹维修资金')}`);
      await person.button('弃权').waitFor();
      await shoot(person, 'hall-vote-elder');
    },
    { isElder: true },
  );
  await play('冯工', bindHome);
  await play('李阿姨', async (person) => {
    await talk(person, studio);
    await cast(person, studio);
  });
  await play('顾老师', async (person) => {
    await person.goTo(`hall/vote/index?${hall.vote('旧单车棚')}`);
    await person.see('结果');
    await shoot(person, 'hall-result');
    await person.goTo(`hall/proof/index?${hall.vote('旧单车棚')}`);
    await person.see(/^手机当场验算/);
    await shoot(person, 'hall-proof');
    await person.goTo(`hall/topic/index?${hall.topic('给电动车一个')}`);
    await person.see('从头到尾');
    await shoot(person, 'hall-chain', { from: '从头到尾' });
  });
};
