import { type Lot, runLot } from './many.ts';

process.on('message', async (lot: Lot) => {
  process.send?.(await runLot(lot));
});
