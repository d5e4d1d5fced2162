type Role =
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

type Aria = {
  role?: Role;
  label?: string | undefined;
  isHidden?: boolean;
  isChecked?: boolean | undefined;
  isDisabled?: boolean | undefined;
  live?: 'polite' | 'assertive';
};

const isWeapp = process.env['TARO_ENV'] === 'weapp';
const roleName = isWeapp ? 'aria-role' : 'role';

const operated: readonly (Role | undefined)[] = ['button', 'link', 'switch', 'radio', 'checkbox', 'tab'];

type Pair = [name: string, value: string | number | boolean | undefined];

/** What only a browser asks for: its keyboard needs a way to what can be operated, its headings have a rank (the bar above has the first). */
const inBrowser = (role: Role | undefined, isChecked: boolean | undefined): Pair[] => [
  ['tabindex', operated.includes(role) ? 0 : undefined],
  ['aria-level', role === 'heading' ? 2 : undefined],
  ['aria-selected', role === 'tab' ? isChecked : undefined],
];

/** WeChat says `aria-role` where browsers say `role`; the rest is the same. Absent ones are left out of setData. */
export const aria = ({ role, label, isHidden, isChecked, isDisabled, live }: Aria) => {
  const all: Pair[] = [
    [roleName, role],
    ['aria-label', label],
    ['aria-hidden', isHidden],
    ['aria-checked', !isWeapp && role === 'tab' ? undefined : isChecked],
    ['aria-disabled', isDisabled],
    ['aria-live', live],
    ...(isWeapp ? [] : inBrowser(role, isChecked)),
  ];
  return Object.fromEntries(all.flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])));
};

/** For an `Image` whose parent says what it shows: browsers want to hear that the picture itself says nothing. */
export const unsaid = isWeapp ? {} : { nativeProps: { alt: '' } };
