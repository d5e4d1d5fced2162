import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { afterPhoto, cameraPhoto, heicPhoto } from './photos.ts';
import { apiUrl, builtMiniapp } from './stack.ts';
import { type Cost, openPhone, type Phone } from './weapp/phone.ts';
import { type Service, startService } from './weapp/service.ts';

const what = '3 号楼门前路灯不亮';
const inGrid07 = { name: '幸福里小区 3 号楼', address: '', latitude: 31.2206, longitude: 121.4229 };
const outsideAll = { name: '江边', address: '', latitude: 31.3, longitude: 121.5 };

/** Bytes that a tap may send over the bridge to pages that already stand. */
const budget = 2048;
/**
 * Taps that bring new content to a page that stands, and how much at most. Taro sends a parent's whole list of children when one comes
 * before another or goes, so what comes and goes belongs into a box of its own.
 */
const ceilings: readonly (readonly [action: RegExp, bytes: number])[] = [
  // 我的 with the desks and acts of somebody who was not there before.
  [/^点「微信登录」/, 3_500],
  // Home with a report of one's own that was not there before, once as one's own and once among the neighbourhood's.
  [/^返回/, 5_400],
  // Sheets with their forms.
  [/^点「幸福里社区，换一个社区」/, 2_500],
  [/^点「处理反馈」/, 3_700],
  // A photo with its states, and a signed link of 350 bytes.
  [/^点「(拍照或选照片|处理后照片)」/, 3_500],
  // The place with its grid; 「正在查」 before it is drawn or not, as the answer comes: 1.4 or 2.1 KB.
  [/^点「地图选点」/, 2_500],
  // The ticket after a step with its whole trace, newest first, and the form of the next.
  [/^点「修好了」/, 6_500],
  [/^点「提交(评价|处理结果)」/, 5_600],
];
const ceilingOf = ({ action }: Cost) => ceilings.find(([pattern]) => pattern.test(action))?.[1] ?? budget;

let dist: string;
let service: Service;
const phones: Phone[] = [];

const phoneOf = async (persona: string): Promise<Phone> => {
  const phone = openPhone({ dist, service, apiUrl, persona });
  phones.push(phone);
  await phone.launch();
  await phone.see('看到问题，拍一张');
  return phone;
};

const signIn = async (phone: Phone) => {
  await phone.tab('我的');
  await phone.tap('登录');
  await phone.tap('微信登录');
  await phone.isOn('pages/me/index');
  await phone.see('已用微信登录');
};

/** Everything but the last tap of a report. */
const draftReport = async (phone: Phone, words: string) => {
  await phone.tab('首页');
  await phone.tap('随手拍');
  await phone.isOn('pages/report/index');
  phone.device.camera.push(await cameraPhoto());
  phone.device.place = inGrid07;
  await phone.tap('拍照或选照片');
  await phone.see('好了');
  await phone.tap(/地图选点$/);
  await phone.see('网格 07');
  await phone.tap('路灯');
  await phone.type('补充说明，可以不写', words);
};

const told = (phone: Phone, sentence: string) => phone.until(sentence, () => phone.device.toasts.includes(sentence));
const reports = async (title: string) =>
  (await service.stores.tickets.listByCommunity('xfl')).items.filter((card) => card.title === title);

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
    await draftReport(resident, what);
    await resident.tap('提交 · 将派给 幸福物业');
    await resident.isOn('pages/reported/index');
    await resident.see('收到了，谢谢您');
    await resident.tap('看进展');
    await resident.see('等幸福物业接单');

    const staff = await phoneOf('staff-wuye');
    await signIn(staff);
    await staff.tap(/^待办 · 幸福物业/);
    await staff.tap(`接单：${what}`);
    await told(staff, '已接单，请在时限内处理');
    await staff.tap(`处理：${what}`);
    await staff.isOn('staff/handle/index');
    await staff.tap('处理反馈');
    staff.device.camera.push(await afterPhoto());
    await staff.tap('处理后照片');
    await staff.see('好了');
    await staff.tap('已更换损坏部件');
    await staff.tap('提交处理结果');
    await told(staff, '已提交，等待核查');

    await resident.back();
    await resident.tap(/^消息，2 条未读/);
    await resident.tap(new RegExp(`^未读，已处理，修好了吗？，${what}`));
    await resident.see('请您看看，修好了吗');
    await resident.tap('修好了');
    await resident.tap(/^5 星/);
    await resident.tap('提交评价');
    await told(resident, '谢谢您的评价');

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

  test('连点两下提交，只有一件', async () => {
    await draftReport(phone, what);
    await phone.tapTwice('提交 · 将派给 幸福物业');
    await phone.isOn('pages/reported/index');
    expect(await reports(what)).toHaveLength(1);
  });

  test('答复丢了，草稿锁住；再试一次，还是一件', async () => {
    await draftReport(phone, what);
    phone.device.network = 'lost';
    await phone.tap('提交 · 将派给 幸福物业');
    await phone.see('还没收到答复');
    expect(await reports(what)).toHaveLength(1);
    phone.device.network = 'up';
    await phone.tap('再试一次');
    await phone.isOn('pages/reported/index');
    expect(await reports(what)).toHaveLength(1);
  });

  test('HEIC 照片说明为什么不能用', async () => {
    await phone.tab('首页');
    await phone.tap('随手拍');
    phone.device.camera.push(heicPhoto);
    await phone.tap('拍照或选照片');
    await phone.see(/暂不支持这种格式|没能取到照片/);
    expect(phone.route()).toBe('pages/report/index');
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
    const again = openPhone({ dist, service, apiUrl, persona: 'resident-wang', storage: phone.storage });
    phones.push(again);
    await again.launch();
    await again.tab('我的');
    await again.tap('我的上报');
    await again.see('您还没有上报过');
    expect(again.storage.get('session')).not.toContain('forged');
  });
});
