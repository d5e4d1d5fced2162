import type { Topic } from '@suishoupai/shared/topics/contract';
import { View } from '@tarojs/components';
import { open, routes } from '../../../routes.ts';
import { Card } from '../../../ui/card.tsx';
import { Icon } from '../../../ui/icon/icon.tsx';
import { PictureRow } from '../../../ui/picture-row.tsx';
import { Rows } from '../../../ui/rows.tsx';
import { Shot } from '../../../ui/shot.tsx';
import { SixSteps } from '../../../ui/six-steps.tsx';
import { chainOf, type Link } from '../chain.ts';
import styles from './chain-card.module.scss';

const pageOf = (to: Link['to']): string => {
  if ('ticket' in to) return routes.ticket(to.ticket);
  return 'vote' in to ? routes.vote(to.vote) : routes.meeting(to.meeting);
};

/** From photo to meeting to vote to repair, each a tap away. */
export const ChainCard = ({ topic, now }: { topic: Topic; now: string }) => {
  const links = chainOf(topic, now);
  if (links.length === 0) return null;
  return (
    <Card isTight title="从头到尾">
      <Rows>
        {links.map(({ id, icon, title, note, photos = [], state, to }) => (
          <PictureRow
            key={id}
            label={[title, note, ...photos.map(({ when }) => `有${when}照片`)].join('，')}
            onPress={() => open(pageOf(to))}
            picture={
              photos.length === 0 ? (
                <View className={styles['sign']}>
                  <Icon name={icon} size="large" />
                </View>
              ) : (
                <View className={styles['shots']}>
                  {photos.map((photo) => (
                    <Shot key={photo.when} url={photo.url} label={`${photo.when}：${title}`} caption={photo.when} />
                  ))}
                </View>
              )
            }
            title={title}
            note={note}
          >
            {state !== undefined && <SixSteps state={state} size="mini" />}
          </PictureRow>
        ))}
      </Rows>
    </Card>
  );
};
