import type { uploadTypes } from '@suishoupai/shared/media/limits';
import type { SubscriptionTemplate } from '@suishoupai/shared/notices/contract';
import type { Point } from '@suishoupai/shared/places/contract';
import type { Send } from '../api/send.ts';

export type UploadType = (typeof uploadTypes)[number];
export type PickedPhoto = { path: string; size: number; contentType: UploadType };
/** `leftOut`: how many more the person chose than were asked for; a browser's dialog does not count. */
type ChosenPhotos = { photos: PickedPhoto[]; leftOut: number };
export type PickedPlace = { point: Point; label: string };
export type UploadForm = { url: string; fields: Record<string, string> };
/** `refused`: the storage answered no (form expired, too large); `lost`: no answer, it may have arrived. */
export type UploadOutcome = 'sent' | 'refused' | 'lost';

/** Every difference between WeChat and a browser. Chosen by `process.env.TARO_ENV`, never by `canIUse`: H5 stubs claim success. */
export type Platform = {
  /** A one-time code for `POST /v1/session`. H5 needs a persona chosen before; throws `session.missing` without. */
  signInCode: (send: Send) => Promise<string>;
  randomBytes: (length: number) => Promise<Uint8Array>;
  /** No photos when the person backs out. Throws {@link DeviceError} when the phone forbids it. */
  choosePhotos: (count: number) => Promise<ChosenPhotos>;
  /** Copies a picked file to where it outlives the program. Answers its path there, or undefined when the phone has no room. */
  keepFile: (path: string, name: string) => Promise<string | undefined>;
  isKeptFile: (path: string) => boolean;
  keptFiles: () => Promise<string[]>;
  /** Forgets kept files; a file that is not there any more is no matter. */
  dropFiles: (paths: readonly string[]) => Promise<void>;
  uploadFile: (form: UploadForm, path: string) => Promise<UploadOutcome>;
  /** Whether a file can still be read: what is not kept a browser forgets at reload, and WeChat when it needs the room. */
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
  /** Told whenever the program comes to the front again. */
  onFront: (listener: () => void) => void;
};

/** Something the phone or its owner does not allow; the message is what the screen says. */
export class DeviceError extends Error {
  override readonly name = 'DeviceError';
}
