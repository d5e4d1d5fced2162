import type { uploadTypes } from '@suishoupai/shared/media/limits';
import type { SubscriptionTemplate } from '@suishoupai/shared/notices/contract';
import type { Point } from '@suishoupai/shared/places/contract';
import type { Send } from '../api/send.ts';

export type UploadType = (typeof uploadTypes)[number];
export type PickedPhoto = { path: string; size: number; contentType: UploadType };
export type PickedPlace = { point: Point; label: string };
export type UploadForm = { url: string; fields: Record<string, string> };
/** `refused`: the storage answered no (form expired, too large); `lost`: no answer, it may have arrived. */
export type UploadOutcome = 'sent' | 'refused' | 'lost';

/** Every difference between WeChat and a browser. Chosen by `process.env.TARO_ENV`, never by `canIUse`: H5 stubs claim success. */
export type Platform = {
  /** A one-time code for `POST /v1/session`. H5 needs a persona chosen before; throws `session.missing` without. */
  signInCode: (send: Send) => Promise<string>;
  randomBytes: (length: number) => Promise<Uint8Array>;
  /** Empty when the person backs out. Throws {@link DeviceError} when the phone forbids it. */
  choosePhotos: (count: number) => Promise<PickedPhoto[]>;
  uploadFile: (form: UploadForm, path: string) => Promise<UploadOutcome>;
  /** Whether a picked file can still be read: a browser forgets it at reload, WeChat when it needs the room. */
  isFileThere: (path: string) => Promise<boolean>;
  /** Undefined when the person backs out. Throws {@link DeviceError} when the phone forbids it. */
  pickPlace: () => Promise<PickedPlace | undefined>;
  /** WeChat's page of what the person has allowed; a browser has none that a page may open. */
  openSettings: () => Promise<void>;
  /** Where the phone is, or undefined where that may not be asked (WeChat: choose on the map instead) or is refused. */
  currentPoint: () => Promise<Point | undefined>;
  /** In WeChat this must be the first call in the tap handler, before any await. Answers those the person allowed. */
  allowMessages: (templates: SubscriptionTemplate[], send: Send) => Promise<SubscriptionTemplate[]>;
  /** WeChat's own page of the filed privacy guideline; browsers have none. */
  openPrivacyGuideline: (() => void) | undefined;
  isOnline: () => Promise<boolean>;
  /** Returns the function that stops listening. */
  onNetworkChange: (listener: (isOnline: boolean) => void) => () => void;
};

/** Something the phone or its owner does not allow; the message is what the screen says. */
export class DeviceError extends Error {
  override readonly name = 'DeviceError';
}
