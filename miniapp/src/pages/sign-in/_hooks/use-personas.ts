import { send } from '../../../api/client.ts';
import { useLoad } from '../../../load/use-load.ts';
import { listPersonas } from '../../../platform/persona.ts';

const askPersonas = () => listPersonas(send);

export const usePersonas = (source = askPersonas) =>
  useLoad('personas', source, { isEmpty: (personas) => personas.length === 0 });
