import { shoot } from './camera.ts';
import { pressMore, type Studio } from './studio.ts';

export const communityPictures = async ({ here, play, work }: Studio): Promise<void> => {
  await play('刘书记', async (person) => {
    await person.goTo(`staff/queue/index?${here}&desk=community&label=`);
    await person
      .button(/^重新派遣/)
      .first()
      .waitFor();
    await shoot(person, 'community-queue');
    await work(person, '水果摊');
    await person.button(/^派遣$/).tap();
    await person.button(/^其他 \d+ 个部门/).tap();
    await person.role('radio', /居委会/).tap();
    await person.button('派给这个部门').tap();
    await person.see('确需社区承担的，写明授权和保障');
    await shoot(person, 'negative', { asLeft: true });
    await work(person, '水果摊');
    await pressMore(person, /^挂账/);
    await person.see('为什么现在办不了？');
    await shoot(person, 'park', { asLeft: true });
    await work(person, '又不亮');
    await pressMore(person, /^合并/);
    await person.write('按编号或标题找', '灯');
    await person.role('radio', /地灯/).tap();
    await shoot(person, 'merge', { asLeft: true });
    await work(person, '店外经营');
    await shoot(person, 'review');
    await person.goTo(`staff/enter/index?${here}`);
    await person.see('清空重来');
    await person.write('居民怎么称呼，可以不填', '郑奶奶');
    await person.write('居民的电话，可以不填', '021-5550 0177');
    await person.button('口头同意').or(person.role('radio', '口头同意')).first().tap();
    await person.write('居民说的话', '4 号楼门口的台阶缺了一块，天黑容易踩空。');
    await shoot(person, 'enter');
    await work(person, '地灯');
    await shoot(person, 'call-back');
    await person.goTo(`staff/duty/line/index?${here}&code=E2112`);
    await person.see('怎样立案');
    await shoot(person, 'duty-line');
  });
};
