type Aria = {
  role?:
    | 'button'
    | 'link'
    | 'img'
    | 'heading'
    | 'list'
    | 'listitem'
    | 'alert'
    | 'status'
    | 'dialog'
    | 'switch'
    | 'radio'
    | 'radiogroup'
    | 'checkbox'
    | 'tab'
    | 'tablist'
    | 'group';
  label?: string | undefined;
  isHidden?: boolean;
  isChecked?: boolean | undefined;
  isDisabled?: boolean | undefined;
  live?: 'polite' | 'assertive';
};

const roleName = process.env['TARO_ENV'] === 'weapp' ? 'aria-role' : 'role';

/** WeChat says `aria-role` where browsers say `role`; the rest is the same. Absent ones are left out of setData. */
export const aria = ({ role, label, isHidden, isChecked, isDisabled, live }: Aria) => {
  const all: [string, string | boolean | undefined][] = [
    [roleName, role],
    ['aria-label', label],
    ['aria-hidden', isHidden],
    ['aria-checked', isChecked],
    ['aria-disabled', isDisabled],
    ['aria-live', live],
  ];
  return Object.fromEntries(all.flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])));
};
