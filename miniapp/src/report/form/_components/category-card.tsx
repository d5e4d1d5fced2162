import { ticketLimits } from '@suishoupai/shared/tickets/limits';
import { Text, View } from '@tarojs/components';
import { CategoryPills } from '../../../category/category-pills.tsx';
import { aria } from '../../../ui/aria.ts';
import { Card } from '../../../ui/card.tsx';
import { Field } from '../../../ui/field.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import type { Report } from '../_hooks/use-report.ts';
import { handlerOf } from '../handler.ts';
import styles from './category-card.module.scss';

const handlerNote = (handler: ReturnType<typeof handlerOf>): string =>
  handler.by === 'department' ? `派给 ${handler.name}` : '由社区指派';

export const CategoryCard = ({ report }: { report: Report }) => {
  const { draft, lists, handler, problems, chooseCategory, writeDescription } = report;
  const { categoryCode: chosen, description } = draft;
  return (
    <Card title="是什么问题">
      <Field error={problems.category}>
        <CategoryPills
          common={lists?.common}
          chosen={chosen}
          {...(lists && { noteOf: (code) => handlerNote(handlerOf(lists, code)) })}
          onChoose={chooseCategory}
        />
        {handler !== undefined && (
          <Text className={styles['who']} {...aria({ live: 'polite' })}>
            {handler.by === 'department'
              ? `按责任清单派给 ${handler.name}，${handler.promise}`
              : '这一类先由社区看过再指派，24 小时内有人接手'}
          </Text>
        )}
      </Field>
      <View className={styles['words']}>
        <Field hint="大家都看得到这句话，请不写姓名、电话和门牌号" error={problems.description}>
          <TextArea
            value={description}
            onChange={writeDescription}
            maxLength={ticketLimits.description}
            placeholder="补充一句，比如“晚上七点以后一直不亮”"
            label="补充说明，可以不写"
          />
        </Field>
      </View>
    </Card>
  );
};
