import type { Person } from '../person.ts';
import { shoot } from './camera.ts';
import type { Studio } from './studio.ts';

const give = async (person: Person, { activity }: Studio) => {
  await person.goTo('volunteer/index/index');
  await person.see('教老人用手机挂号');
  await shoot(person, 'volunteer');
  await person.goTo(`volunteer/activity/index?${activity('挂号')}`);
  await person.button('排候补').waitFor();
  await shoot(person, 'volunteer-activity');
  await person.goTo('volunteer/profile/index');
  await person.see('能帮上什么');
  await shoot(person, 'volunteer-profile');
  await person.goTo('volunteer/record/index');
  await person.button(/^下载 PDF，证明 /).waitFor();
  await shoot(person, 'volunteer-record');
  await person.button('看别人查到什么').tap();
  await person.see('这份证明有效');
  await shoot(person, 'volunteer-certificate');
};

const organise = async (person: Person, { here, activity }: Studio) => {
  await person.goTo(`organise/make/index?${here}`);
  await person.write('活动名称', '冬至给楼栋换灯泡');
  await person.write('具体做什么', '两人一组，梯子和灯泡由居委会准备。');
  await person.write('在哪里', '6 号楼门口');
  await shoot(person, 'organise-make');
  await person.goTo(`organise/activity/index?${activity('挂号')}`);
  await person.see('大家看到的样子');
  await shoot(person, 'organise-activity');
  await person.goTo(`organise/people/index?${activity('清楼道')}`);
  await person.button('核实时长，李桂芳').tap();
  await person.role('radio', '5 星，非常满意').tap();
  await person.button('核实').last().waitFor();
  await shoot(person, 'organise-hours', { asLeft: true });
  await person.goTo(`organise/volunteers/index?${here}`);
  await person.see('李桂芳');
  await shoot(person, 'organise-volunteers');
};

export const volunteeringPictures = async (studio: Studio): Promise<void> => {
  await studio.play('李阿姨', (person) => give(person, studio));
  await studio.play('刘书记', (person) => organise(person, studio));
};
