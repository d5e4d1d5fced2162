import { afterPhoto, cameraPhoto } from '../photos.ts';
import type { Phone } from './phone.ts';

/** What a report of these journeys says, and where it is. */
export const what = '3 号楼门前路灯不亮';
export const inGrid07 = { name: '幸福里小区 3 号楼', address: '', latitude: 31.2206, longitude: 121.4229 };

/** Waits for a toast. */
export const told = (phone: Phone, sentence: string): Promise<true> =>
  phone.until(sentence, () => phone.device.toasts.includes(sentence));

export const launch = async (phone: Phone): Promise<void> => {
  await phone.launch();
  await phone.see('看到问题，拍一张');
};

export const signIn = async (phone: Phone): Promise<void> => {
  await phone.tab('我的');
  await phone.tap('登录');
  await phone.tap(/^我已阅读并同意/);
  await phone.tap('微信登录');
  await phone.isOn('pages/me/index');
  await phone.see('已用微信登录');
};

/** Photo, place, category and words, from the form that is open. */
export const fillIn = async (phone: Phone, { photoIs = '好了' }: { photoIs?: string } = {}): Promise<void> => {
  phone.device.camera.push(await cameraPhoto());
  phone.device.place = inGrid07;
  await phone.tap('拍照或选照片');
  await phone.see(photoIs);
  await phone.tap(/地图选点$/);
  await phone.see('网格 07');
  await phone.tap('路灯');
  await phone.type('补充说明，可以不写', what);
};

/** Everything but the last tap of a report. */
export const draftReport = async (phone: Phone): Promise<void> => {
  await phone.tab('首页');
  await phone.tap('随手拍');
  await phone.isOn('report/form/index');
  await fillIn(phone);
};

export const report = async (phone: Phone): Promise<void> => {
  await draftReport(phone);
  await phone.tap('提交 · 将派给 幸福物业');
  await phone.isOn('report/done/index');
};

/** The desk takes it on and says what was done. */
export const handle = async (phone: Phone): Promise<void> => {
  await phone.tap(/^待办 · 幸福物业/);
  await phone.tap(`接单：${what}`);
  await told(phone, '已接单，请在时限内处理');
  await phone.tap(`处理：${what}`);
  await phone.isOn('staff/handle/index');
  await phone.tap('处理反馈');
  phone.device.camera.push(await afterPhoto());
  await phone.tap('处理后照片');
  await phone.see('好了');
  await phone.tap('已更换损坏部件');
  await phone.tap('提交处理结果');
  await told(phone, '已提交，等待核查');
};

/** The reporter, on the first screen, hears of it, says that it is mended, and how it was. */
export const rate = async (phone: Phone): Promise<void> => {
  await phone.tap(/^消息，2 条未读/);
  await phone.tap(new RegExp(`^已处理，修好了吗？，未读，${what}`));
  await phone.see('请您看看，修好了吗');
  await phone.tap('修好了');
  await phone.tap(/^5 星/);
  await phone.tap('提交评价');
  await told(phone, '谢谢您的评价');
};
