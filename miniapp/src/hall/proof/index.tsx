import { VoteId } from '@suishoupai/shared/ids';
import { exactTime } from '@suishoupai/shared/time/china';
import { isPublished } from '@suishoupai/shared/votes/transitions';
import { Text, View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import * as z from 'zod/mini';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Points } from '../../ui/points.tsx';
import { Rows } from '../../ui/rows.tsx';
import { Screen } from '../../ui/screen.tsx';
import { NotFound } from '../not-found.tsx';
import { Opened } from '../opened.tsx';
import { Prose } from '../prose.tsx';
import { Stack } from '../stack.tsx';
import { keptReceipt } from '../vote/kept-receipt.ts';
import { Findings } from './_components/findings.tsx';
import { type Proof, useProof } from './_hooks/use-proof.ts';
import { findingsOf, headCode, keyCode } from './checking.ts';
import styles from './index.module.scss';

const kindWords = { roll: '开始：选民名册固定', sweep: '投票中', close: '截止：全部选票' };
const shownHeads = 6;

const copy = (data: string): void => void Taro.setClipboardData({ data });

const Mine = ({ proof: { receipt, vote, heads }, slot }: { proof: Proof; slot: string | undefined }) => {
  if (receipt === undefined) return null;
  const own = slot ?? vote.mine.find(({ ballot }) => ballot !== undefined)?.slot ?? '';
  return (
    <Card title="我的选票" aside={exactTime(receipt.castAt)}>
      <Stack>
        <Text className={styles['code']} userSelect>
          {receipt.code}
        </Text>
        <Findings findings={findingsOf(receipt, keptReceipt({ voteId: vote.id, slot: own }), heads)} />
        <Button look="soft" icon="copy" text="复制回执" onPress={() => copy(receipt.code)} />
      </Stack>
    </Card>
  );
};

/** Whoever copies these while the vote runs can later prove that nothing was taken out. */
const Board = ({ heads }: Pick<Proof, 'heads'>) => {
  const newest = [...heads.items].sort((a, b) => b.n - a.n);
  const shown = newest.length > shownHeads ? [...newest.slice(0, shownHeads - 1), ...newest.slice(-1)] : newest;
  return (
    <Card title="签名公布的总指纹">
      <Stack>
        <Prose
          isQuiet
          text="每隔一会儿，系统把到那时为止的所有选票算成一个指纹并签名。有人抄到公告栏上，以后就谁也删不掉、改不了。"
        />
        <Rows>
          {shown.map((head) => (
            <View key={head.n} className={styles['head']}>
              <Text className={styles['small']} userSelect>
                {headCode(head)}
              </Text>
              <Text className={styles['note']}>
                {`${kindWords[head.kind]} · ${exactTime(head.at)} · ${head.kind === 'roll' ? `${head.size} 份名额` : `${head.size} 条记录`}`}
              </Text>
            </View>
          ))}
        </Rows>
        {shown.length === 0 && <Prose isQuiet text="表决开始以后才有。" />}
        <Prose isQuiet text={`签名公钥指纹：${keyCode(heads)}`} />
      </Stack>
    </Card>
  );
};

type PackProps = { proof: Proof; isFetching: boolean; onDownload: () => void };

const Pack = ({ proof: { vote, receipt }, isFetching, onDownload }: PackProps) => {
  const command = `npx suishoupai-verify ${vote.id}.json${receipt === undefined ? '' : ` ${receipt.code}`}`;
  return (
    <Card title="自己重新计票">
      <Stack>
        <Points
          lines={[
            '下载数据包：里面有规则、名册指纹、按规定可以公开的选票和签名。',
            '在装了 Node.js 的电脑上运行下面这一行。',
            '它重新计一遍票，逐条核对；有一个字节不对，就会报出来。程序不到两百行，懂的人都能读。',
          ]}
        />
        {isPublished(vote.state) ? (
          <Button icon="download" text="下载数据包" isLoading={isFetching} onPress={onDownload} />
        ) : (
          <Prose isQuiet text="结果公示以后可以下载。" />
        )}
        <Text className={styles['command']} userSelect>
          {command}
        </Text>
        <Button look="plain" icon="copy" text="复制这一行" onPress={() => copy(command)} />
        {vote.secrecy === 'secret' && (
          <Prose
            isQuiet
            text={
              vote.ruleSet.dimensions.includes('area')
                ? '这次是保密投票，数据包里的票是封着的：您能查自己的票在不在，也能查参与了多少人、多少面积。各选项的数，要居委会和街道两边都申请打开，才能重数。'
                : '这次是保密投票：数据包里看不出谁投了什么，所以您能查自己的票在不在，也能查总数对不对，但查不到别人的票。'
            }
          />
        )}
      </Stack>
    </Card>
  );
};

const Looks = ({ vote: { looks } }: Pick<Proof, 'vote'>) =>
  looks.length === 0 ? null : (
    <Card title="谁申请打开过密封的选票">
      <Points lines={looks.map(({ at, who }) => `${who}，${exactTime(at)}`)} />
    </Card>
  );

const Checked = ({ voteId, slot }: { voteId: VoteId; slot: string | undefined }) => {
  const { view, reload, isFetching, download } = useProof(voteId, slot);
  return (
    <Screen>
      <Opened view={view} missing="没有找到这次表决" onRetry={() => void reload()}>
        {(proof) => (
          <>
            <Mine proof={proof} slot={slot} />
            <Pack proof={proof} isFetching={isFetching} onDownload={download} />
            <Board heads={proof.heads} />
            <Looks vote={proof.vote} />
          </>
        )}
      </Opened>
    </Screen>
  );
};

const Page = () => {
  const { id, slot } = useRouter().params;
  const voteId = z.safeParse(VoteId, id);
  if (voteId.success) return <Checked voteId={voteId.data} slot={slot} />;
  return (
    <Screen>
      <NotFound title="没有找到这次表决" />
    </Screen>
  );
};

export default Page;
