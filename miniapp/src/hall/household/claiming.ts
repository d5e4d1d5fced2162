import { type BindingKind, householdRoutes, UnitPlace } from '@suishoupai/shared/households/contract';
import type { ClaimId } from '@suishoupai/shared/ids';
import * as z from 'zod/mini';
import type { DraftPhoto } from '../../photos/draft-photo.ts';

export type Claiming = {
  building: string;
  entrance: string;
  room: string;
  as: BindingKind | undefined;
  name: string;
  idTail: string;
  phone: string;
};
export const blank: Claiming = { building: '', entrance: '', room: '', as: undefined, name: '', idTail: '', phone: '' };

export const ClaimBody = householdRoutes.claimHousehold.body;
export type ClaimBody = z.output<typeof ClaimBody>;

const fits = (schema: z.ZodMiniType, value: string): boolean => z.safeParse(schema, value).success;
const { shape } = UnitPlace;

/** What is wrong with a field as it stands; nothing is said of what is still empty. */
export const wrongIn = ({ building, entrance, room, idTail, phone }: Claiming) => {
  const isPlaceWrong =
    (building !== '' && !fits(shape.building, building)) ||
    !fits(shape.entrance, entrance) ||
    (room !== '' && !fits(shape.room, room));
  return {
    place: isPlaceWrong ? '只写数字、字母或汉字，比如 3、2、501' : undefined,
    idTail: idTail.length > 4 || !/^[0-9A-Za-z]*$/.test(idTail) ? '只写最后四位' : undefined,
    phone: phone !== '' && !/^1\d{0,10}$/.test(phone) ? '手机号不对' : undefined,
  };
};

/** What the form still needs, said on its button. */
export const missingIn = (claiming: Claiming, photos: readonly DraftPhoto[]): string | undefined => {
  const { building, room, as, name, idTail, phone } = claiming;
  if (building.trim() === '' || room.trim() === '') return '填楼栋和房号';
  if (Object.values(wrongIn(claiming)).some((words) => words !== undefined)) return '有一处填得不对';
  if (as === undefined) return '选业主还是住户';
  if (name.trim() === '') return '填姓名';
  if (as === 'owner' && idTail.length !== 4) return '填证件号最后四位';
  if (phone !== '' && phone.length !== 11) return '手机号要 11 位，也可以不填';
  return photos.every(({ state }) => state === 'ready') ? undefined : '照片还没有传好';
};

export const claimOf = (claiming: Claiming, photos: readonly DraftPhoto[], id: ClaimId): ClaimBody | undefined => {
  const { building, entrance, room, as, name, idTail, phone } = claiming;
  if (as === undefined || missingIn(claiming, photos) !== undefined) return undefined;
  return {
    id,
    building: building.trim(),
    entrance: entrance.trim(),
    room: room.trim(),
    as,
    name: name.trim(),
    ...(as === 'owner' ? { idTail } : {}),
    ...(phone === '' ? {} : { phone }),
    ...(photos.length === 0 ? {} : { photos: photos.map((photo) => photo.id) }),
  };
};
