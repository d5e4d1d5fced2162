import { renderScene } from '@suishoupai/local/demo/scenes';
import { jpegOf, type Person } from '../person.ts';
import { shoot } from './camera.ts';
import type { Studio } from './studio.ts';

const lamp = async () => jpegOf(await renderScene('lampOff'));
const what = '5 号楼旁的路灯不亮，晚上看不清台阶';

const report = async (person: Person) => {
  await person.tab('首页');
  await person.see('身边正在解决');
  await shoot(person, 'home');
  await person.draftReport(await lamp(), what);
  await shoot(person, 'report');
  await person.button(/^提交/).tap();
  await person.see('收到了，谢谢您');
  await shoot(person, 'reported');
};

/** A browser fetches a page's code when it is opened; on a phone all of it is there. */
const withoutNetwork = async (person: Person) => {
  await person.goTo('report/outbox/index');
  await person.see('都发出去了');
  await person.draftReport(await lamp(), '8 号楼东侧的路灯也不亮');
  await person.button(/^附近可能已有人上报/).tap();
  await shoot(person, 'similar', { asLeft: true });
  await person.button('关闭').tap();
  await person.context.setOffline(true);
  await person.button('存下，有网自动发出').tap();
  await person.see('已存在手机里');
  await shoot(person, 'outbox', { asLeft: true });
};

export const residentPictures = async ({ play, read }: Studio): Promise<void> => {
  await play(undefined, async (person) => {
    await person.goTo('pages/sign-in/index');
    await person.see('先看看这些');
    await shoot(person, 'sign-in');
    await read(person, '地下车库');
    await shoot(person, 'joint', { from: /个部门一起办$/ });
  });
  await play('李阿姨', async (person) => {
    await report(person);
    await read(person, '电动车拉线');
    await shoot(person, 'ticket');
    await read(person, '渗水');
    await shoot(person, 'asked');
    await read(person, '装修垃圾');
    await shoot(person, 'fixed');
    await read(person, '店外经营');
    await person
      .role('button', /^投诉 居民 的评论/)
      .first()
      .tap();
    await person.see('泄露隐私');
    await shoot(person, 'flag', { asLeft: true });
    await person.goTo('civic/access-log/index');
    await person.see('同一个人同一天看同一件事');
    await shoot(person, 'access-log');
    await person.goTo('pages/me/index');
    await person.see('微信提醒');
    await shoot(person, 'me');
  });
  await play('王先生', async (person) => {
    await read(person, '井盖');
    await person.button('评价').tap();
    await person.role('radio', /^2 星/).tap();
    await person.see('两星及以下会要求再整改一次');
    await shoot(person, 'rate', { asLeft: true });
  });
  await play('周女士', withoutNetwork);
  await play(
    '李阿姨',
    async (person) => {
      await person.tab('首页');
      await person.button('拍照上报').waitFor();
      await shoot(person, 'home-elder');
    },
    { isElder: true },
  );
};
