import { categoryByCode } from '@suishoupai/shared/taxonomy/categories';
import type { CategoryCode } from '@suishoupai/shared/taxonomy/contract';
import type { TicketView } from '@suishoupai/shared/tickets/contract';
import { CategoryChooser } from '../../../../category/category-chooser.tsx';
import { listNote } from '../../../../duty/list-note.ts';
import { useCommunityLists } from '../../../../load/use-community-lists.ts';
import type { Filling } from '../../../../ticket/step-sheet.tsx';
import { Field } from '../../../../ui/field.tsx';
import { ListRow } from '../../../../ui/list-row.tsx';

/** Which item of the responsibility list it belongs to, with the department that the list names for it. */
export const CategoryField = ({ ticket, fields: { categoryCode }, setFields }: Filling & { ticket: TicketView }) => {
  const { view } = useCommunityLists(ticket.communityId);
  const lists = view.state === 'ready' ? view.data : undefined;
  const noteOf = (code: CategoryCode) => listNote(lists, code);
  return (
    <Field label="在责任清单里属于">
      {categoryCode === undefined ? (
        <CategoryChooser
          isFolded
          chosen={categoryCode}
          noteOf={noteOf}
          onChoose={(code) => setFields({ categoryCode: code })}
        />
      ) : (
        <ListRow
          role="button"
          icon="clipboard-list"
          title={categoryByCode(categoryCode)?.name ?? categoryCode}
          note={[noteOf(categoryCode), '点这里换一类'].filter((part) => part !== undefined).join(' · ')}
          onPress={() => setFields({ categoryCode: undefined })}
        />
      )}
    </Field>
  );
};
