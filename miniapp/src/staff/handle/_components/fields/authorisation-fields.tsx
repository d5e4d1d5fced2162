import type { Filling } from '../../../../ticket/step-sheet.tsx';
import { Field } from '../../../../ui/field.tsx';
import { LineBox } from '../../../../ui/line-box.tsx';

const longest = 60;

/** What the rule asks for before a community may be given what is not its own. */
export const AuthorisationFields = ({ fields, setFields }: Filling) => {
  const { document, means } = fields.authorisation ?? { document: '', means: '' };
  const write = (change: Partial<{ document: string; means: string }>) => {
    const authorisation = { document, means, ...change };
    const isBlank = `${authorisation.document}${authorisation.means}`.trim() === '';
    setFields({ authorisation: isBlank ? undefined : authorisation });
  };
  return (
    <Field label="确需社区承担的，写明授权和保障" hint="没有授权文件，请改派给别的部门">
      <LineBox
        value={document}
        onChange={(value) => write({ document: value })}
        maxLength={longest}
        placeholder="授权文件，比如 青街办〔2026〕12 号"
      />
      <LineBox
        value={means}
        onChange={(value) => write({ means: value })}
        maxLength={longest}
        placeholder="人员和经费保障，比如 每月拨付 2000 元"
      />
    </Field>
  );
};
