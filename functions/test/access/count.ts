import { columns } from './actors.ts';
import { names } from './door.ts';
import { fields } from './fields.ts';
import { forgedTokens } from './forged.ts';
import { rows } from './rows.ts';
import { readers } from './secrets.ts';

/** What the matrix covers, for whoever writes it down. */
const forged = Object.keys(forgedTokens('usr_x', new Date(0))).length;
console.info(
  JSON.stringify({
    routes: names.length,
    rows: rows.length,
    columns: columns.length,
    cells: rows.length * columns.length,
    forgedTokens: forged,
    forgedRequests: forged * names.length,
    plantedSecrets: Object.keys(readers).length,
    personalFields: fields.flatMap(([, places]) => places).length,
  }),
);
