import { LineBox } from './line-box.tsx';

type Props = { query: string; onChange: (query: string) => void; placeholder: string; label: string };

const longest = 20;

/** Where one types what to look for. */
export const SearchLine = ({ query, onChange, placeholder, label }: Props) => (
  <LineBox
    icon="search"
    value={query}
    onChange={onChange}
    maxLength={longest}
    placeholder={placeholder}
    label={label}
    done="search"
  />
);
