import { expect, test } from 'vitest';
import { jpegOf } from '../person.ts';
import { cameraPhoto } from '../photos.ts';
import { type HallStory, matter, topicIn, topicTitle } from './hall-story.ts';
import { ticketIn, ticketPage } from './ticket-pages.ts';

const what = '3 栋电梯又停在半层，人困了十分钟';
const neighbours = ['王先生', '陈爷爷', '周女士', '小吴', '赵队'];
const why = '这部电梯用了 18 年，一个月停三次。想请大家商量：修还是不修，钱从哪里出。';

/** From a ticket that many have met to a topic that must be answered, announced and talked about. */
export const hallTopic = (story: HallStory) => {
  const topicPage = () => `hall/topic/index?id=${story.know('topicId')}`;

  test('李阿姨报电梯困人，五位邻居同感，工单页上可以发起议题', async () => {
    const li = await story.call('李阿姨');
    await li.draftReport(jpegOf(await cameraPhoto()), what, '电梯故障');
    await li.button(/^提交/).tap();
    await li.see('收到了，谢谢您');
    story.learn({ ticketId: ticketIn(li.page.url()) });
    for (const name of neighbours) {
      const neighbour = await story.at(name, ticketPage(story.know('ticketId')));
      await neighbour.button(/^同感，我也遇到了/).tap();
      await neighbour.see(/^您已同感$|^您和 \d 位邻居同感$/);
    }
    const wang = await story.call('王先生');
    await wang.lookUntil(ticketPage(story.know('ticketId')), () => wang.link('发起议题，5 人同感，请大家一起商量'));
    await wang.link(/^发起议题/).tap();
    await wang.role('radio', /^重大事项/).tap();
    await wang.write('标题', topicTitle);
    await wang.write('为什么要商量这件事', why);
    await wang.button('提出议题，请邻居附议').tap();
    await wang.see('再有 2 位邻居附议，社区就必须受理，或者说明为什么不受理。');
    story.learn({ topicId: topicIn(wang.page.url()) });
    expect(story.trouble()).toEqual([]);
  });

  test('邻居附议，满三位就必须答复；没有认证的人先去认证', async () => {
    const wu = await story.call('小吴');
    const second = () => wu.button('附议，我也支持');
    await wu.lookUntil(topicPage(), second);
    await second().tap();
    await wu.see('先认证住在哪一户');
    await wu.button('再想想').tap();
    for (const name of ['李阿姨', '陈爷爷']) {
      const neighbour = await story.call(name);
      const support = () => neighbour.button('附议，我也支持');
      await neighbour.lookUntil(topicPage(), support);
      await support().tap();
      await neighbour.see('您已附议');
    }
    const chen = await story.call('陈爷爷');
    await chen.see(/^附议已满，社区必须受理，或者说明为什么不受理。/);
    expect(story.trouble()).toEqual([]);
  });

  test('刘书记受理，七步都有人、事、期限；列出、定题，写明这一步做了什么', async () => {
    const liu = await story.atDesk();
    await liu.button('受理，排步骤').tap();
    await liu.see('安排已经按常规填好。看一眼日子，合适就直接受理。');
    await liu.button('受理，按这个安排走').tap();
    await liu.see('0 / 7');
    await story.finish('列出议题');
    await story.finish('确定主题', '这次只议 3 栋两部电梯大修，加装新梯另外议。');
    expect(story.trouble()).toEqual([]);
  });

  test('会前公告写明要表决的事；没有公告，这一步完成不了', async () => {
    const liu = await story.atDesk();
    await liu.see('还缺：还没有发布会前公告');
    await liu.button('发会前公告').tap();
    await liu.write('公告内容', '维保单位建议大修，报价 21 万元，从维修资金里出。一周后开恳谈会，之后由业主表决。');
    await liu.write('第 1 件事', matter);
    await liu.button('发布公告').tap();
    await liu.see('幸福里居委会 发布会前公告');
    await story.finish('会前公告');
    expect(story.trouble()).toEqual([]);
  });

  test('大家先在网上议：赞成、反对、想问，说了就看得到', async () => {
    const says = async (name: string, stance: string, words: string) => {
      const person = await story.at(name, topicPage());
      await person.button('说说看法').tap();
      await person.role('radio', stance).tap();
      await person.write('您的看法', words);
      await person.button(`发出，我${stance}`).tap();
      await person.see(words);
    };
    await says('周女士', '想问', '报价 21 万元里包括旧件拆除吗？');
    await says('李阿姨', '赞成', '老人天天爬五楼，赶紧修吧。');
    const wang = await story.call('王先生');
    const words = '老人天天爬五楼，赶紧修吧。';
    await wang.lookUntil(topicPage(), () => wang.page.getByText(words));
    await wang.role('checkbox', '认同，0 人，居民的发言').first().tap();
    await wang.role('checkbox', '认同，1 人，居民的发言').waitFor();
    expect(story.trouble()).toEqual([]);
  });
};
