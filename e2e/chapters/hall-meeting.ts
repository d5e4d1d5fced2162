import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { anExe, aPdf } from '@suishoupai/functions/media/look-through.corpus';
import { expect, test } from 'vitest';
import { bytesBy, type HallStory, meetingIn, topicTitle } from './hall-story.ts';

const place = '社区二楼议事厅';
const said = '维保单位逐项说明报价。三户担心电梯停用两周，物业答应每天两次送菜上楼。';
const better = '维保单位逐项说明报价，旧件拆除包括在内。三户担心电梯停用两周，物业答应每天两次送菜上楼。';
const quote = Buffer.from(aPdf('电梯大修报价'));
const quoteName = '3 栋电梯大修报价';
const pdf = (name: string, buffer: Buffer) => ({ name: `${name}.pdf`, mimeType: 'application/pdf', buffer });
const resolution = '由 3 栋业主表决是否动用维修资金大修电梯';

/** 恳谈会: called a week ahead, signed in by the code in the room, minuted, corrected, signed by two. */
export const hallMeeting = (story: HallStory) => {
  const room = () => `council/room/index?id=${story.know('meetingId')}`;
  const minutes = () => `council/minutes/index?id=${story.know('meetingId')}`;
  const meetingPage = () => `hall/meeting/index?id=${story.know('meetingId')}`;

  test('刘书记召集恳谈会，通知一周前就到，居民加到日历', async () => {
    const liu = await story.atDesk();
    await liu.button('召集会议').tap();
    await liu.write('比如 社区二楼议事厅', place);
    await liu.write('线上怎么参加（可不写）', '腾讯会议 123-456-789');
    await liu.write('主持人', '刘书记');
    await liu.write('记录人', '何干事');
    await liu.write('应到人数', '5');
    await liu.button('发布会议通知').tap();
    await liu.see('改时间、地点或议程');
    story.learn({ meetingId: meetingIn(liu.page.url()) });
    const zhou = await story.at('周女士', 'pages/hall/index');
    await zhou.link(new RegExp(`^「${topicTitle}」民情恳谈会，`)).tap();
    await zhou.see(place);
    const calendar = await bytesBy(zhou, () => zhou.button('加到手机日历').tap());
    expect(calendar.toString()).toMatch(/^BEGIN:VCALENDAR\r\n.*LOCATION:社区二楼议事厅\r\n.*END:VCALENDAR\r\n$/s);
    expect(story.trouble()).toEqual([]);
  });

  test('到了那天，现场看着签到码签到，线上的点一下，没有手机的由两人见证', async () => {
    await story.moveTo(7, 18, 50);
    const liu = await story.at('刘书记', room());
    await liu.button('开始签到').tap();
    const code = (): Promise<string> =>
      liu
        .role('img', /^签到码 \d/)
        .getAttribute('aria-label')
        .then((label) => (label ?? '').replace(/\D/g, ''));
    const li = await story.at('李阿姨', meetingPage());
    await li.button('签到').tap();
    await li.write('签到码，六位数', '000000');
    await li.button('现场签到').tap();
    await li.see('签到码不对或已经换了，请看会场屏幕上现在的六位数');
    await li.write('签到码，六位数', await code());
    await li.button('现场签到').tap();
    await li.see(/^您已签到（现场签到，/);
    await li.see('还差 2 人');
    const zhou = await story.at('周女士', meetingPage());
    await zhou.button('签到').tap();
    await zhou.button('我在线上参加，线上签到').tap();
    await zhou.see(/^您已签到（线上签到，/);
    await liu.button(/^登记没有手机的人/).tap();
    await liu.write('姓名', '吴长河');
    await liu.write('哪一户，比如 3 栋 501', '3 栋 2 单元 102');
    await liu.write('见证人一', '李桂芳');
    await liu.write('见证人二', '张师傅');
    await liu.button('登记到会').tap();
    await liu.see('到会人数够了（要 3 人）');
    await liu.button('散会，结束签到').tap();
    await liu.button('散会').last().tap();
    await liu.button('写纪要').waitFor();
    expect(story.trouble()).toEqual([]);
  });

  const signs = async (name: string, role: string, version: number) => {
    const person = await story.at(name, minutes());
    const sign = person.button(`${role}签字`);
    await sign.tap();
    await person.see(new RegExp(`^签的是第 ${version} 版（指纹 [0-9a-f]{16}）。`));
    await person.button('签字').last().tap();
    await sign.waitFor({ state: 'detached' });
  };

  test('纪要由主持人和记录人各签各的，双签以后谁都能看、能下载，附件也是', async () => {
    const liu = await story.at('刘书记', room());
    await liu.button('写纪要').tap();
    await liu.write('第 1 段内容', said);
    await liu.button('加一条决议').tap();
    await liu.write('决议 1', resolution);
    await liu.choosePhoto('加附件', pdf('假的报价', Buffer.from(anExe())));
    await liu.see(/^这个文件不是 PDF、Word（docx）或 Excel（xlsx）/);
    await liu.button('有附件没传上去，请重试或删掉它').waitFor();
    await liu.button(/^删掉附件 1/).tap();
    await liu.choosePhoto('加附件', pdf(quoteName, quote));
    await liu.see('PDF · 1 KB · 已传好');
    // Called away before it is saved: words and file are still there.
    await liu.goTo(`council/minutes/write/index?id=${story.know('meetingId')}`);
    await liu.see('PDF · 1 KB · 已传好');
    expect([await liu.written('第 1 段内容'), await liu.written('附件 1 名称')]).toEqual([said, quoteName]);
    await liu.button('存成第 1 版').tap();
    await liu.see(/^第 1 版$/);
    await signs('刘书记', '主持人', 1);
    // Whoever signed as one is not asked to sign as the other.
    expect(await liu.button('记录人签字').count()).toBe(0);
    await signs('何干事', '记录人', 1);
    const zhou = await story.at('周女士', meetingPage());
    await zhou.see(said);
    const attachment = zhou.button(`打开附件 ${quoteName}，PDF · 1 KB`);
    const [download] = await Promise.all([zhou.page.waitForEvent('download'), attachment.tap()]);
    expect(download.suggestedFilename()).toBe(`${quoteName}.pdf`);
    expect(await readFile(await download.path())).toEqual(quote);
    for (const [kind, beginning] of [
      ['PDF', '%PDF-'],
      ['Word 文档', 'PK'],
    ] as const) {
      const bytes = await bytesBy(zhou, () => zhou.button(`下载纪要 ${kind}`).tap());
      expect(bytes.subarray(0, beginning.length).toString('latin1')).toBe(beginning);
      expect(bytes.length).toBeGreaterThan(5000);
    }
    expect(story.trouble()).toEqual([]);
  });

  test('签过的漏了一句：写新的一版，双签以前旧的算数，双签以后改了哪一行都看得到', async () => {
    const he = await story.at('何干事', minutes());
    await he.button('写新的一版').tap();
    await he.write('比如 补记物业的答复', '漏记了旧件拆除');
    await he.write('第 1 段内容', better);
    await he.write('附件 1 名称', `${quoteName}（盖章）`);
    await he.button('存成第 2 版').tap();
    await he.see(/^第 2 版$/);
    const zhou = await story.at('周女士', meetingPage());
    await zhou.see(said);
    expect(await zhou.page.getByText(better).count()).toBe(0);
    await signs('刘书记', '主持人', 2);
    await signs('何干事', '记录人', 2);
    await zhou.goTo(meetingPage());
    await zhou.see(better);
    await zhou.link(/^纪要的各个版本，共 2 版/).tap();
    await zhou.button('比上一版改了什么').tap();
    await zhou.see(`删去：${said}`);
    await zhou.see(`新增：${better}`);
    const digest = createHash('sha256').update(quote).digest('hex').slice(0, 16);
    await zhou.see(`删去：附件：${quoteName}（PDF，1 KB，指纹 ${digest}）`);
    await zhou.see(`新增：附件：${quoteName}（盖章）（PDF，1 KB，指纹 ${digest}）`);
    await zhou.see(/为什么改：漏记了旧件拆除/);
    expect(story.trouble()).toEqual([]);
  });

  test('有了双签的纪要，协商这一步才算完', async () => {
    await story.finish('开展协商');
    expect(story.trouble()).toEqual([]);
  });
};
