import { expect, test } from 'vitest';
import { community, type HallStory, topicIn } from './hall-story.ts';

const title = '公告栏旁边添一张长椅';
const said = '老周家天天把椅子搬走晒被子，添了也是给他家添。';

/** Words that were hidden, and a second pair of eyes for them. */
export const formsAppeal = (story: HallStory) => {
  const held = `council/held/index?communityId=${community}`;
  let topicPage: string;

  test('一条发言被投诉，刘书记撤下；作者看得到理由，申诉一次', async () => {
    const wang = await story.at('王先生', `hall/propose/index?communityId=${community}`);
    await wang.role('radio', /^杂事/).tap();
    await wang.write('标题', title);
    await wang.write('为什么要商量这件事', '等公交的老人没地方坐，两家愿意出旧木料。');
    await wang.button('提出议题，请邻居附议').tap();
    await wang.see(/^再有 \d 位邻居附议/);
    const topicId = topicIn(wang.page.url());
    topicPage = `hall/topic/index?id=${topicId}`;
    const liu = await story.call('刘书记');
    const takeUp = () => liu.button('受理，排步骤');
    await liu.lookUntil(`council/topic/index?id=${topicId}`, takeUp);
    await takeUp().tap();
    await liu.button('受理，按这个安排走').tap();
    await liu.see('幸福里居委会 受理');

    const zhou = await story.at('周女士', topicPage);
    await zhou.see('四步快办');
    await zhou.button('说说看法').tap();
    await zhou.role('radio', '反对').tap();
    await zhou.write('您的看法', said);
    await zhou.button('发出，我反对').tap();
    await zhou.see(said);
    await wang.lookUntil(topicPage, () => wang.page.getByText(said));
    await wang.button('投诉 居民 的发言').tap();
    await wang.role('radio', /隐私/).tap();
    await wang.onSheet('投诉').tap();
    await wang.see('谢谢您，社区会尽快核实');

    const hide = () => liu.button(/^撤下：老周家天天/);
    await liu.lookUntil(held, hide);
    await liu.see('有人投诉');
    await hide().tap();
    await liu.role('checkbox', '写了别人的隐私').tap();
    await liu.button('撤下，别人看不到').tap();
    await liu.see('没有要看的文字');
    await wang.goTo(topicPage);
    await wang.see('议一议');
    expect(await wang.page.getByText(said).count()).toBe(0);

    await zhou.goTo(topicPage);
    await zhou.see('没有公开的原因：写了别人的隐私');
    await zhou.link('觉得不该隐藏？申诉').tap();
    await zhou.write('为什么应该公开', '没有写门牌，说的是长椅放哪里，改成“有一家”我也愿意。');
    await zhou.button('提交申诉').tap();
    await zhou.see('申诉中');
    expect(story.trouble()).toEqual([]);
  });

  test('撤下的人不能再判；何干事看了理由重新公开，作者收到消息', async () => {
    const liu = await story.call('刘书记');
    await liu.lookUntil(held, () => liu.page.getByText('这条是您撤下或写的，请另一位工作人员或街道来决定。'));
    const he = await story.at('何干事', held);
    await he.see('作者申诉');
    await he.see('撤下的理由：写了别人的隐私');
    await he.see(/^作者说：没有写门牌/);
    await he.button(/^放行：老周家天天/).tap();
    await he.see('没有要看的文字');
    const wang = await story.call('王先生');
    await wang.lookUntil(topicPage, () => wang.page.getByText(said));
    const zhou = await story.call('周女士');
    await zhou.lookUntil('pages/inbox/index', () => zhou.page.getByText(/申诉/));
    expect(story.trouble()).toEqual([]);
  });
};
