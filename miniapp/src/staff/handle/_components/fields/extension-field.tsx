import { useEffect } from 'react';
import type { Filling } from '../../../../ticket/step-sheet.tsx';
import { Field } from '../../../../ui/field.tsx';
import { withUnit } from '../../limit-steps.ts';
import { LimitField } from './limit-field.tsx';

export const ExtensionField = ({ fields: { limit }, setFields }: Filling) => {
  // biome-ignore lint/correctness/useExhaustiveDependencies: begins with the usual amount, once
  useEffect(() => {
    if (limit === undefined) setFields({ limit: withUnit(undefined, 'workDay') });
  }, []);
  return (
    <Field label="延多久">
      <LimitField label="延多久" limit={limit} onChange={(next) => setFields({ limit: next })} />
    </Field>
  );
};
