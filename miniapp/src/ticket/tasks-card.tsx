import type { TicketView } from '@suishoupai/shared/tickets/contract';
import { Text, View } from '@tarojs/components';
import { aria } from '../ui/aria.ts';
import { Card } from '../ui/card.tsx';
import { Chip } from '../ui/chip.tsx';
import { cx } from '../ui/cx.ts';
import { taskLooks, tasksTold } from './tasks.ts';
import styles from './tasks-card.module.scss';

/** 街道吹哨、部门报到: the lead, and every supporting department with its task and whether it has reported. */
export const TasksCard = ({ ticket, now }: { ticket: TicketView; now: string }) => {
  const { tasks, department } = ticket;
  if (tasks.length === 0) return null;
  const lead = department?.name ?? '牵头部门';
  const { share, sentence, isLate } = tasksTold(ticket, lead, now);
  return (
    <Card title="多部门一起办" aside={share}>
      <View className={styles['tasks']} {...aria({ role: 'list' })}>
        <View className={styles['task']} {...aria({ role: 'listitem' })}>
          <View className={styles['top']}>
            <Text className={styles['name']}>{lead}</Text>
            <Chip text="牵头" tone="info" icon="users" />
          </View>
          <Text className={styles['note']}>负责办结，并上传处理后的照片</Text>
        </View>
        {taskLooks(ticket, now).map(({ task, look }) => (
          <View key={task.department.id} className={styles['task']} {...aria({ role: 'listitem' })}>
            <View className={styles['top']}>
              <Text className={styles['name']}>{task.department.name}</Text>
              <Chip text={look.word} tone={look.tone} icon={look.icon} />
            </View>
            <Text className={styles['note']}>{task.task}</Text>
          </View>
        ))}
      </View>
      <Text className={cx(styles['sum'], isLate && styles['late'])}>{sentence}</Text>
    </Card>
  );
};
