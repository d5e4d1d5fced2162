import { anXlsx } from '@suishoupai/functions/households/roll-file.builder';
import { expect, test } from 'vitest';
import { community, type HallStory } from './hall-story.ts';

const header = ['楼栋', '单元', '房号', '专有面积(㎡)', '业主姓名', '证件号码', '状态'];
/** 668.84 ㎡ and eight heads: two flats of one owner, one flat of two, one that the developer has not sold. */
const units = [
  ['3', '1', '101', '72.50', '李桂芳', '0101', '已售'],
  ['3', '1', '102', '89.63', '王志强', '0202', '已售'],
  ['3', '1', '201', '45.20', '王志强', '0202', '已售'],
  ['3', '1', '202', '72.50', '陈国富', '0303', '已售'],
  ['3', '2', '101', '101.88', '周敏、周建', '0404、0505', '已售'],
  ['3', '2', '102', '72.50', '吴长河', '0606', '已售'],
  ['3', '2', '201', '89.63', '郑淑兰', '0707', '已售'],
  ['5', '', '101', '65.00', '孙一鸣', '0808', '已售'],
  ['5', '', '102', '60.00', '', '', '未售'],
];
const blunder = ['5', '', '103', '六十', '钱多多', '0909', '已售'];

const owners = [
  { who: '李阿姨', name: '李桂芳', tail: '0101', entrance: '1', room: '101' },
  { who: '王先生', name: '王志强', tail: '0202', entrance: '1', room: '102' },
  { who: '陈爷爷', name: '陈国富', tail: '0303', entrance: '1', room: '202' },
  { who: '周女士', name: '周敏', tail: '0404', entrance: '2', room: '101' },
];

/** Who may vote: the roll of owners, and people bound to their flats. */
export const hallRoll = (story: HallStory) => {
  test('刘书记导入业主名册：坏的一行点名，手工排除以后才启用', async () => {
    const liu = await story.at('刘书记', `council/roll/index?communityId=${community}`);
    await liu.button('导入名册').tap();
    const [chooser] = await Promise.all([liu.page.waitForEvent('filechooser'), liu.button('选择名册文件').tap()]);
    const buffer = Buffer.from(anXlsx([header, ...units, blunder]));
    await chooser.setFiles({
      name: '3 栋 5 栋业主名册.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer,
    });
    await liu.see('还有 1 行没排除');
    await liu.role('checkbox', /^第 11 行，专有面积：要写成数字，例如 89.50/).tap();
    await liu.button('启用这 9 套').tap();
    await liu.see(/^第 1 版名册$/);
    await liu.see(/手工排除 1 行/);
    for (const figure of ['668.84 ㎡', '8']) await liu.page.getByText(figure, { exact: true }).first().waitFor();
    expect(story.trouble()).toEqual([]);
  });

  test('业主在手机上认证是哪一户，社区对着名册通过', async () => {
    for (const { who, name, tail, entrance, room } of owners) {
      const person = await story.at(who, 'hall/household/index');
      await person.write('几栋，比如 3', '3');
      await person.write('几单元，没有就空着', entrance);
      await person.write('房号，比如 501', room);
      await person.role('radio', '业主').tap();
      await person.write('姓名', name);
      await person.write('证件号最后四位', tail);
      await person.button('提交，请社区核对').tap();
      await person.see('社区正在和名册核对，一般一两个工作日。');
    }
    const liu = await story.at('刘书记', `council/desk/index?communityId=${community}`);
    await liu.link(/^房屋认证申请，4 件/).tap();
    await liu.see('和名册上的业主相符');
    for (const { name } of owners) {
      const approve = liu.button(`核对无误，通过：${name}`);
      await approve.tap();
      await approve.waitFor({ state: 'detached' });
    }
    await liu.see('都核对完了');
    const li = await story.at('李阿姨', 'hall/household/index');
    await li.see('可以附议、发言，有表决时按名册投票。');
    expect(story.trouble()).toEqual([]);
  });
};
