import { expect, test } from 'vitest';
import { afterPhoto } from '../photos.ts';
import { type HallStory, topicTitle } from './hall-story.ts';
import { handlePage, ticketIn } from './ticket-pages.ts';

const order = '3 栋两部电梯按合同大修，更换曳引机和门机';

/** What was decided is done: a ticket with an owner and a clock, closed and then rated where it was decided. */
export const hallOutcome = (story: HallStory) => {
  const topicPage = () => `hall/topic/index?id=${story.know('topicId')}`;

  test('照生效的表决转成工单，派给物业', async () => {
    await story.finish('制定方案');
    const liu = await story.atDesk();
    await liu.button('转成工单').tap();
    await liu.write('要办什么', order);
    await liu.role('radio', `${topicTitle}，生效的表决`).tap();
    await liu.button('更多类别，可以搜索').tap();
    await liu.write('搜索类别', '电梯');
    await liu.role('radio', /^电梯故障，/).tap();
    await liu.button('换一个位置').tap();
    await liu.role('radio', /^网格 07/).tap();
    await liu.button('就是这里').tap();
    await liu.button('转成工单').tap();
    await liu.see('幸福里居委会 转成工单');
    const li = await story.call('李阿姨');
    const link = () => li.link(new RegExp(`^${order}，落实 · 幸福物业`));
    await li.lookUntil(topicPage(), link);
    await link().tap();
    await li.see('等幸福物业接单');
    story.learn({ ticketId: ticketIn(li.page.url()) });
    expect(story.trouble()).toEqual([]);
  });

  test('张师傅修好，网格员核查通过，工单办结', async () => {
    const zhang = await story.at('张师傅', handlePage(story.know('ticketId')));
    await zhang.button('接单').tap();
    await zhang.button('处理反馈').tap();
    await zhang.choosePhoto('处理后照片', { name: 'after.png', mimeType: 'image/png', buffer: await afterPhoto() });
    await zhang.role('checkbox', '已更换损坏部件').tap();
    await zhang.button('提交处理结果').tap();
    await zhang.see('已提交，等待核查');
    const grid = await story.at('网格员 07', handlePage(story.know('ticketId')));
    await grid.button('核查通过').tap();
    await grid.button('核查通过，办结').tap();
    await grid.see('已办结');
    expect(story.trouble()).toEqual([]);
  });

  test('回到议题打星，评估结束；从照片到打星，一页看到头', async () => {
    await story.finish('运用实施');
    for (const [name, stars] of [
      ['李阿姨', 5],
      ['王先生', 4],
    ] as const) {
      const person = await story.at(name, topicPage());
      await person.button('评一评办得怎么样').tap();
      await person.role('radio', new RegExp(`^${stars} 星`)).tap();
      await person.button(`评 ${stars} 星`).tap();
      await person.see(`您评了 ${stars} 星，评估结束前可以改`);
    }
    await story.finish('回访评估');
    const zhou = await story.at('周女士', topicPage());
    await zhou.see('全部步骤都做完了');
    const chain = [/^.*电梯又停在半层.*起因/, /民情恳谈会，.*纪要已双签/, /，结果已定 · /, /落实 · 幸福物业 · /];
    for (const name of chain) await zhou.link(name).waitFor();
    await zhou.role('img', '4.5 星').first().waitFor();
    expect(story.trouble()).toEqual([]);
  });
};
