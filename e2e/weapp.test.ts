import { ticketLists } from '@suishoupai/functions/tickets/store';
import { wechatAppId } from '@suishoupai/local/settings';
import { openidOf } from '@suishoupai/local/wechat/personas';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { cameraPhoto, heicPhoto } from './photos.ts';
import { apiUrl, builtMiniapp } from './stack.ts';
import { draftReport, fillIn, handle, inGrid07, launch, rate, report, signIn, told, what } from './weapp/journeys.ts';
import { type Cost, openPhone, type Phone } from './weapp/phone.ts';
import { type Service, startService } from './weapp/service.ts';

const outsideAll = { name: '江边', address: '', latitude: 31.3, longitude: 121.5 };

/** Bytes that a tap may send over the bridge to pages that already stand. */
const budget = 2048;
/**
 * Taps that bring new content to a page that stands, and how much at most. Taro sends a parent's whole list of children when one comes
 * before another or goes, so what comes and goes belongs into a box of its own.
 */
const ceilings: readonly (readonly [action: RegExp, bytes: number])[] = [
  // 我的 with the desks, the duty, the reminders and acts of somebody who was not there before: 2.5 KB for a resident, 6 for the street.
  [/^点「微信登录」/, 7_530],
  // Home with a report of one's own that was not there before, once as one's own and once among the neighbourhood's.
  [/^返回/, 4_350],
  // Sheets with their lists and forms.
  [/^点「更多操作」/, 2_890],
  [/^点「处理反馈」/, 3_380],
  [/^点「派遣，/, 3_600],
  [/^点「吹哨，/, 4_540],
  // A photo with its states, and a signed link of 350 bytes.
  [/^点「(拍照或选照片|处理后照片)」/, 3_280],
  // The ticket after a step with the new line of its trace, and the form of the next.
  [/^点「修好了」/, 4_430],
  [/^点「提交(评价|处理结果)」/, 3_940],
];
const ceilingOf = ({ action }: Cost) => ceilings.find(([pattern]) => pattern.test(action))?.[1] ?? budget;

let dist: string;
let service: Service;
const phones: Phone[] = [];

const phoneOf = async (persona: string): Promise<Phone> => {
  const phone = openPhone({ dist, service, apiUrl, persona });
  phones.push(phone);
  await launch(phone);
  return phone;
};

const reports = async (title: string) =>
  (await service.stores.tickets.list(ticketLists.community('xfl'))).items.filter((card) => card.title === title);

beforeAll(async () => {
  dist = await builtMiniapp('weapp');
});
beforeEach(async () => {
  service = await startService();
});
afterEach(async () => {
  for (const { faults } of phones.splice(0)) expect(faults).toEqual([]);
  expect(service.logged).toEqual([]);
  await service.stop();
});

describe('手机里的小程序，发布的字节', () => {
  const costs: (Cost & { who: string })[] = [];
  afterAll(() => console.table(costs));

  test('居民上报，物业接单并回复，居民确认并评价，邻居看到', async () => {
    const resident = await phoneOf('resident-li');
    await signIn(resident);
    await report(resident);
    await resident.see('收到了，谢谢您');
    await resident.tap('看进展');
    await resident.see('等幸福物业接单');

    const staff = await phoneOf('staff-wuye');
    await signIn(staff);
    await handle(staff);

    await resident.back();
    await rate(resident);

    const neighbour = await phoneOf('resident-wang');
    await neighbour.tap(/换一个社区$/);
    await neighbour.tap('幸福里社区，长宁街道');
    await neighbour.tab('身边');
    await neighbour.tap(new RegExp(`^${what}，已评价`));
    await neighbour.see('办理经过');
    expect(neighbour.words().join()).not.toContain(inGrid07.name);
    for (const [who, phone] of Object.entries({ resident, staff, neighbour }))
      costs.push(...phone.costs().map((cost) => ({ who, ...cost })));
  });

  test('街道看可以派给谁、让谁一起办', async () => {
    const resident = await phoneOf('resident-li');
    await signIn(resident);
    await report(resident);
    const [card] = await reports(what);
    const street = await phoneOf('street-sun');
    await signIn(street);
    await street.open(`/staff/handle/index?id=${card?.id}`);
    for (const step of ['派遣', '吹哨']) {
      await street.tap('更多操作');
      await street.tap(new RegExp(`^${step}`));
      await street.see(/其他 \d+ 个部门/);
      expect(street.words()).toContain('责任清单主办');
      await street.tap('关闭');
    }
    costs.push(...street.costs().map((cost) => ({ who: 'street', ...cost })));
  });

  test('一次点按传给页面的数据不超过预算', () => {
    const over = costs.filter((cost) => cost.bytes > ceilingOf(cost));
    expect(over.map(({ who, action, bytes }) => `${who} ${action} ${bytes}`)).toEqual([]);
  });
});

describe('出了差错', () => {
  let phone: Phone;
  beforeEach(async () => {
    phone = await phoneOf('resident-wang');
    await signIn(phone);
  });

  test('没登录就拍照：登录前什么也不发出去，没勾选就不登录；登录回来接着传', async () => {
    const stranger = await phoneOf('resident-zhou');
    await stranger.tap('随手拍');
    stranger.device.camera.push(await cameraPhoto());
    await stranger.tap('拍照或选照片');
    await stranger.see('登录后开始上传，照片和内容都留着');
    await stranger.tap('登录，继续上报');
    await stranger.isOn('pages/sign-in/index');
    await stranger.tap('微信登录');
    await told(stranger, '请先看过，再勾选同意');
    const known = () => service.stores.people.known(openidOf('resident-zhou', wechatAppId));
    expect(await known()).toBeUndefined();
    await stranger.tap(/^我已阅读并同意/);
    await stranger.tap('微信登录');
    await stranger.isOn('report/form/index');
    await stranger.see('好了');
    expect((await known())?.grants).toEqual([]);
  });

  test('连点两下提交，只有一件', async () => {
    await draftReport(phone);
    await phone.tapTwice('提交 · 将派给 幸福物业');
    await phone.isOn('report/done/index');
    expect(await reports(what)).toHaveLength(1);
  });

  test('答复丢了，存在手机里；再发一次，还是一件', async () => {
    await draftReport(phone);
    phone.device.network = 'lost';
    await phone.tap('提交 · 将派给 幸福物业');
    await phone.isOn('report/outbox/index');
    await phone.see('已存在手机里');
    expect(await reports(what)).toHaveLength(1);
    phone.device.network = 'up';
    await phone.tap('现在发');
    await phone.isOn('report/done/index');
    expect(await reports(what)).toHaveLength(1);
  });

  test('没有网络时带照片上报，程序关掉再开，来了网络自动发出，只有一件', async () => {
    await phone.tab('首页');
    phone.network('down');
    await phone.tap('随手拍');
    await phone.see('现在没有网络');
    await fillIn(phone, { photoIs: '等待上传' });
    await phone.tapTwice('存下，有网自动发出');
    await phone.see('已存在手机里');
    await phone.see('等网络');
    expect(await reports(what)).toEqual([]);

    const again = openPhone({ dist, service, apiUrl, persona: 'resident-wang', earlier: phone });
    phones.push(again);
    again.network('down');
    await again.launch();
    await again.see('待发送 1 件');
    expect(again.words()).toContain(what);
    again.network('up');
    await told(again, `已发出：${what}`);
    await again.tab('我的');
    await again.tap('我的上报');
    await again.see(what);
    expect(again.words().join()).not.toContain('待发送');
    const [card] = await reports(what);
    expect(
      (await service.stores.tickets.find(card?.id ?? `tkt_xfl_${'0'.repeat(26)}`))?.events[0]?.photoIds,
    ).toHaveLength(1);
    expect(await reports(what)).toHaveLength(1);
    expect([...again.device.files.keys()].filter((path) => path.startsWith('wxfile://usr'))).toEqual([]);
  });

  test('物业没有网络时接单，来了网络自动发出；期间被撤回的，说清楚，不丢', async () => {
    await report(phone);
    const staff = await phoneOf('staff-wuye');
    await signIn(staff);
    await staff.tap(/^待办 · 幸福物业/);
    await staff.see(what);
    staff.network('down');
    await staff.tap(`接单：${what}`);
    await told(staff, '已存在手机里，有网时自动发出');
    await phone.tap('看进展');
    await phone.tap('撤回这次上报');
    await told(phone, '已撤回');
    staff.network('up');
    await staff.back();
    await staff.tab('首页');
    await staff.tap(/没发出去 1 件，查看$/);
    await staff.see(/这期间有了新进展：居民 撤回/);
    await staff.tap(`删除：接单：${what}`);
    await staff.see('都发出去了');
    expect((await reports(what)).map(({ state }) => state)).toEqual(['withdrawn']);
  });

  test('HEIC 照片说明为什么不能用', async () => {
    await phone.tab('首页');
    await phone.tap('随手拍');
    phone.device.camera.push(heicPhoto);
    await phone.tap('拍照或选照片');
    await phone.see(/暂不支持这种格式|没能取到照片/);
    expect(phone.route()).toBe('report/form/index');
  });

  test('位置不在任何社区，说清楚，不能提交', async () => {
    await phone.tab('首页');
    await phone.tap('随手拍');
    phone.device.place = outsideAll;
    await phone.tap(/地图选点$/);
    await phone.see(/不在已开通的社区/);
    expect(phone.taps()).not.toContain('提交');
  });

  test('凭证失效，悄悄重新登录', async () => {
    const before = phone.storage.get('session') ?? '';
    phone.storage.set('session', before.replace(/"token":"[^"]*"/, '"token":"forged"'));
    const again = openPhone({ dist, service, apiUrl, persona: 'resident-wang', earlier: phone });
    phones.push(again);
    await again.launch();
    await again.tab('我的');
    await again.tap('我的上报');
    await again.see('您还没有上报过');
    expect(again.storage.get('session')).not.toContain('forged');
  });
});
