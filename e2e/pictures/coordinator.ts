import type { Person } from '../person.ts';
import { scrollTo, shoot } from './camera.ts';
import { pressMore, type Studio } from './studio.ts';

const callTogether = async (person: Person) => {
  await person.button('吹哨').tap();
  await person.role('radio', /^牵头：城管中队/).tap();
  await person.role('checkbox', /^协办：幸福物业/).tap();
  await person.write('幸福物业做什么，比如 清走堵路的杂物', '每晚八点起派人到广场劝导');
  await scrollTo(person.page.getByText('幸福物业做什么'));
  await shoot(person, 'joint-dispatch', { asLeft: true });
};

export const coordinatorPictures = async ({ here, play, work }: Studio): Promise<void> => {
  await play('孙主任', async (person) => {
    await person.goTo(`staff/queue/index?${here}&desk=street&label=`);
    await person.button(/^协调/).first().waitFor();
    await shoot(person, 'street-queue');
    await work(person, '音响');
    await shoot(person, 'disputed');
    await callTogether(person);
    await work(person, '地下车库');
    await pressMore(person, /^免除协办/);
    await person.see('免除哪个部门？');
    await shoot(person, 'excuse', { asLeft: true });
    await person.goTo(`staff/queue/index?${here}&desk=all&label=`);
    await person.see('逾期');
    await shoot(person, 'all-open');
  });
};
