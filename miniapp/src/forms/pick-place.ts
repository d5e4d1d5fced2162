import { pickOnDrawing } from '../platform/place-pick.ts';
import { platform } from '../platform/platform.ts';
import { DeviceError, type PickedPlace } from '../platform/types.ts';
import { notify } from '../ui/notify.ts';

/** A place from the phone's map, or from the community's drawing where the map does not open. */
export const pickPlace = async (): Promise<PickedPlace | undefined> => {
  try {
    return await platform.pickPlace();
  } catch (error) {
    if (!(error instanceof DeviceError)) throw error;
    notify(`${error.message}，在社区图上选也可以`);
    return await pickOnDrawing();
  }
};
