import Taro from '@tarojs/taro';
import { openFile } from './open-file.ts';
import { DeviceError } from './types.ts';

export type CalendarEntry = {
  title: string;
  place: string;
  startsAt: string;
  endsAt: string;
  /** The same as a calendar file. */
  url: string;
};

const seconds = (iso: string): number => Math.floor(Date.parse(iso) / 1000);

/** Asks the phone's own calendar; true when it was added. Throws {@link DeviceError} when the phone forbids it. */
const addInWeChat = async ({ title, place, startsAt, endsAt }: CalendarEntry): Promise<boolean> => {
  try {
    await Taro.addPhoneCalendar({
      title,
      location: place,
      startTime: seconds(startsAt),
      endTime: String(seconds(endsAt)),
      alarmOffset: 3600,
    });
    return true;
  } catch (error) {
    const { errMsg = '' } = (error ?? {}) as { errMsg?: string };
    if (errMsg.includes('cancel')) return false;
    throw new DeviceError('没有日历权限，请点右上角「…」→ 设置里打开');
  }
};

const addInBrowser = async ({ url }: CalendarEntry): Promise<boolean> => {
  await openFile(url, 'meeting.ics');
  return false;
};

export const addToCalendar: (entry: CalendarEntry) => Promise<boolean> =
  process.env['TARO_ENV'] === 'weapp' ? addInWeChat : addInBrowser;
