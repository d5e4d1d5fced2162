import type { RollUnit } from './contract.ts';
import { unitCode } from './rules.ts';

export const aUnit = (overrides: Partial<RollUnit> = {}): RollUnit => {
  const { building = '3', entrance = '1', room = '501' } = overrides;
  return {
    code: unitCode({ building, entrance, room }),
    building,
    entrance,
    room,
    area: 8950,
    status: 'sold',
    owners: [{ name: '王小明', idTail: '1234' }],
    ...overrides,
  };
};
