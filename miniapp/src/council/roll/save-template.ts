import { rollTemplateCsv } from '@suishoupai/shared/households/roll-columns';
import { saveFile } from '../save-file.ts';

/** Gives the person the roll's template to fill in. */
export const saveTemplate = (): Promise<void> =>
  saveFile({
    name: '业主名册模板.csv',
    type: 'text/csv',
    content: rollTemplateCsv,
    done: '模板下载好了，用 Excel 打开就能填',
  });
