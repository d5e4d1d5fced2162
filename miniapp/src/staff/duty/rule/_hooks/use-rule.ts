import { NegativeChange } from '@suishoupai/shared/duty/edit-routes';
import type { NegativeRule } from '@suishoupai/shared/duty/negative';
import { useState } from 'react';
import * as z from 'zod/mini';
import { askDuty } from '../../../../duty/use-duty.ts';
import { newActionId } from '../../../../platform/new-id.ts';
import { back } from '../../../../routes.ts';
import { notify } from '../../../../ui/notify.ts';
import { useEditor } from '../../_hooks/use-editor.ts';
import { withoutRule, withRule } from '../../draft.ts';

type RuleForm = Omit<NegativeRule, 'id'>;
const blank: RuleForm = { text: '', basis: '', codes: [] };

const problemsOf = ({ text, basis, codes }: RuleForm): Partial<Record<keyof RuleForm, string>> => ({
  ...(text.trim() === '' ? { text: '请写清楚是什么事' } : {}),
  ...(basis.trim() === '' ? { basis: '请写明依据，派遣被拒绝时会说出来' } : {}),
  ...(codes.length === 0 ? { codes: '请至少选一类' } : {}),
});

/** Rules are few: the end of a fresh id tells them apart. */
const newRuleId = async () => `neg_${(await newActionId()).slice(-12)}`;

/** One rule of the negative list being changed, or a new one when no id is given. */
export const useRule = (communityId: string, id: string | undefined, source = askDuty) => {
  const editor = useEditor(communityId, source);
  const { draft, keep, outcome } = editor;
  const [typed, setTyped] = useState<RuleForm>();
  const [problems, setProblems] = useState<Partial<Record<keyof RuleForm, string>>>({});
  const form = typed ?? outcome.negative.find((rule) => rule.id === id) ?? blank;

  const leave = (said: string) => {
    notify(said);
    back();
  };

  return {
    ...editor,
    form,
    problems,
    isEdited: draft.negative.some((change) => change.id === id),
    change: (next: Partial<RuleForm>) => {
      setTyped({ ...form, ...next });
      setProblems({});
    },
    note: async () => {
      const found = problemsOf(form);
      setProblems(found);
      if (Object.keys(found).length > 0) return;
      const { text, basis, codes } = form;
      keep(withRule(draft, z.parse(NegativeChange, { id: id ?? (await newRuleId()), rule: { text, basis, codes } })));
      leave('已记下，发布以后才生效');
    },
    strike: () => {
      if (id !== undefined) keep(withRule(draft, { id, rule: null }));
      leave('已记下：发布后删去这一条');
    },
    undo: () => {
      if (id !== undefined) keep(withoutRule(draft, id));
      leave('已恢复原样');
    },
  };
};
