import type { CategoryCode } from '@suishoupai/shared/taxonomy/contract';
import { useState } from 'react';
import { askDuty } from '../../../../duty/use-duty.ts';
import { back } from '../../../../routes.ts';
import { notify } from '../../../../ui/notify.ts';
import { useEditor } from '../../_hooks/use-editor.ts';
import { withChange, withoutChange } from '../../draft.ts';
import { formOf, type TermsForm, termsOf } from '../terms.ts';

/** One line of the list being changed; what is typed counts once it is noted down. */
export const useLine = (communityId: string, code: CategoryCode, source = askDuty) => {
  const editor = useEditor(communityId, source);
  const { draft, keep, departments, newest, outcome, duty } = editor;
  const [typed, setTyped] = useState<TermsForm>();
  const [problems, setProblems] = useState<Record<string, string>>({});
  const form = typed ?? formOf(outcome.lines, code);
  const isEdited = draft.changes.some(({ categoryCode }) => categoryCode === code);

  const leave = (said: string) => {
    notify(said);
    back();
  };

  return {
    ...editor,
    form,
    problems,
    isEdited,
    wasWritten: newest?.lines.some(({ categoryCode }) => categoryCode === code) ?? false,
    change: (next: TermsForm) => {
      setTyped(next);
      setProblems({});
    },
    note: () => {
      if (duty === undefined) return;
      const checked = termsOf(form, code, { departments, negative: outcome.negative });
      if ('problems' in checked) {
        setProblems(checked.problems);
        return;
      }
      keep(withChange(draft, { categoryCode: code, line: checked.terms }));
      leave('已记下，发布以后才生效');
    },
    strike: () => {
      keep(withChange(draft, { categoryCode: code, line: null }));
      leave('已记下：发布后这一类由社区指派');
    },
    undo: () => {
      keep(withoutChange(draft, code));
      leave('已恢复原样');
    },
  };
};
