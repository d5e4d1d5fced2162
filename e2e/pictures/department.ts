import type { Person } from '../person.ts';
import { shoot } from './camera.ts';
import { pressMore, type Studio } from './studio.ts';

const atDesk = async (person: Person, here: string) => {
  await person.goTo(`staff/queue/index?${here}&desk=dep_wuye&label=`);
  await person.button(/^接单/).first().waitFor();
  await shoot(person, 'queue');
  await person.button(/^筛选/).tap();
  await person.see('我经办的');
  await shoot(person, 'filter', { asLeft: true });
};

export const departmentPictures = async ({ here, play, work }: Studio): Promise<void> => {
  await play('张师傅', async (person) => {
    await atDesk(person, here);
    await work(person, '垃圾桶');
    await shoot(person, 'handle');
    await person.button('处理反馈').tap();
    await person.see(/^本台常用语/);
    await shoot(person, 'resolve', { asLeft: true });
    await work(person, '登高面');
    await pressMore(person, /^申请延期/);
    await person.see('延多久');
    await shoot(person, 'extension', { asLeft: true });
    await work(person, '登高面');
    await pressMore(person, /^交接/);
    await person.see('幸福物业值班');
    await shoot(person, 'hand-over', { asLeft: true });
    await person.goTo(`staff/kit/index?${here}&desk=dep_wuye`);
    await person.button('加一句').waitFor();
    await shoot(person, 'templates');
    await person.goTo(`staff/activity/index?${here}&desk=dep_wuye`);
    await person.see(/幸福物业 接单/);
    await shoot(person, 'activity');
  });
  await play('赵队', async (person) => {
    await work(person, '棚子');
    await person.button('写进展').tap();
    await person.see('到了哪个节点');
    await shoot(person, 'progress', { asLeft: true });
  });
  await play('冯工', async (person) => {
    await work(person, '地下车库');
    await person.button(/^协办回复$/).tap();
    await person.see(/^我部门的任务/);
    await shoot(person, 'reply', { asLeft: true });
  });
};
