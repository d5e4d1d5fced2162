import type { MediaRefusal } from './contract.ts';

export const refusalText: Record<MediaRefusal, string> = {
  notAPicture: '这个文件不是照片，请换一张',
  unsupportedType: '暂不支持这种格式（如 HEIC），请在手机相机设置里选「兼容性最佳」，或重新拍一张',
  typeMismatch: '照片的格式与声明不符，请换一张',
  tooManyPixels: '照片尺寸太大了，请换一张小一些的',
  damaged: '照片文件不完整或已损坏，请重新拍一张',
};
