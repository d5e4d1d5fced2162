import { ticketLimits } from '@suishoupai/shared/tickets/limits';
import { Chip } from './chip.tsx';
import { LineBox } from './line-box.tsx';

type Props = {
  label: string;
  onChange: (label: string) => void;
  /** The name of the grid that the point lies in, once it is known. */
  grid: string | undefined;
  isDisabled?: boolean;
};

/** Where exactly, in words, and beside it the grid. */
export const PlaceLine = ({ label, onChange, grid, isDisabled = false }: Props) => (
  <LineBox
    icon="map-pin"
    value={label}
    onChange={onChange}
    maxLength={ticketLimits.placeLabel}
    placeholder="写具体一点，比如 3 栋东门"
    label="具体位置"
    isDisabled={isDisabled}
  >
    {grid !== undefined && <Chip tone="brand" text={grid} />}
  </LineBox>
);
