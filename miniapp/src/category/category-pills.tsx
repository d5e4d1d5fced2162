import { categoryByCode, defaultCommon } from '@suishoupai/shared/taxonomy/categories';
import type { CategoryCode } from '@suishoupai/shared/taxonomy/contract';
import { useState } from 'react';
import { Pill } from '../ui/pill.tsx';
import { Pills } from '../ui/pills.tsx';
import type { Choosing } from './category-chooser.tsx';
import { CategorySheet } from './category-sheet.tsx';

type Props = Omit<Choosing, 'isFolded'> & {
  /** What the community's people report most; a list of our own until it is known. */
  common: readonly CategoryCode[] | undefined;
  /** Show no more of them than this. */
  most?: number;
  isDisabled?: boolean;
};

/** The usual categories by one tap, every other by search or class by class. */
export const CategoryPills = ({ common = defaultCommon, most, chosen, noteOf, isDisabled, onChoose }: Props) => {
  const [isOpen, setOpen] = useState(false);
  const usual = common.slice(0, most);
  const codes = chosen === undefined || usual.includes(chosen) ? usual : [chosen, ...usual];
  const locked = isDisabled === undefined ? {} : { isDisabled };
  return (
    <>
      <Pills label="问题类别">
        {codes.map((code) => (
          <Pill
            key={code}
            text={categoryByCode(code)?.name ?? code}
            isChosen={code === chosen}
            onPress={() => onChoose(code)}
            {...locked}
          />
        ))}
        <Pill text="更多" icon="search" label="更多类别，可以搜索" onPress={() => setOpen(true)} {...locked} />
      </Pills>
      <CategorySheet
        isOpen={isOpen}
        chosen={chosen}
        {...(noteOf && { noteOf })}
        onClose={() => setOpen(false)}
        onChoose={(code) => {
          onChoose(code);
          setOpen(false);
        }}
      />
    </>
  );
};
