import { useCallback, useRef, useState } from 'react';
import type { ReportDraft } from '../../../draft/report-draft.ts';
import { pickOnDrawing } from '../../../platform/place-pick.ts';
import { platform } from '../../../platform/platform.ts';
import { DeviceError, type PickedPlace } from '../../../platform/types.ts';

/** The ways to say where: the phone's own position, the map, and the community's drawing when the map is refused. */
export const usePlace = (source: ReportDraft, onChosen: () => void, device = platform) => {
  const [isFinding, setFinding] = useState(false);
  const isAsking = useRef(false);
  const [mapRefusal, setMapRefusal] = useState<string>();

  const find = useCallback(async () => {
    if (source.store.get().place !== undefined || isAsking.current) return;
    isAsking.current = true;
    setFinding(true);
    await source.findPlace();
    isAsking.current = false;
    setFinding(false);
  }, [source]);

  const take = async (picking: Promise<PickedPlace | undefined>) => {
    const place = await picking;
    if (place === undefined) return;
    setMapRefusal(undefined);
    onChosen();
    await source.choosePoint(place.point, place.label);
  };

  const pick = async () => {
    try {
      await take(device.pickPlace());
    } catch (error) {
      if (!(error instanceof DeviceError)) throw error;
      setMapRefusal(error.message);
    }
  };

  return {
    isFinding,
    mapRefusal,
    find,
    pick,
    pickOnDrawing: () => take(pickOnDrawing()),
    openSettings: device.openSettings,
  };
};

export type PlaceActions = ReturnType<typeof usePlace>;
