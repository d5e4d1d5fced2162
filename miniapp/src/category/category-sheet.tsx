import { Sheet } from '../ui/sheet.tsx';
import { CategoryChooser, type Choosing } from './category-chooser.tsx';

type Props = Choosing & { isOpen: boolean; onClose: () => void };

export const CategorySheet = ({ isOpen, onClose, ...choosing }: Props) => (
  <Sheet isOpen={isOpen} title="选择类别" onClose={onClose}>
    <CategoryChooser {...choosing} />
  </Sheet>
);
