import type { VoteId } from '@suishoupai/shared/ids';
import type { PaperBallot } from '@suishoupai/shared/votes/contract';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { open, routes } from '../../routes.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ListTail } from '../../ui/list-tail.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Slot } from '../../ui/slot.tsx';
import { Figures } from '../figures.tsx';
import { NothingNamed } from '../nothing-named.tsx';
import { WordsSheet } from '../words-sheet.tsx';
import { PaperCard } from './_components/paper-card.tsx';
import { usePaper } from './_hooks/use-paper.ts';

const Paper = ({ voteId }: { voteId: VoteId }) => {
  const { vote: view, pages, deeds, decide } = usePaper(voteId);
  const [rejecting, setRejecting] = useState<PaperBallot>();
  const vote = view.state === 'ready' ? view.data : undefined;
  const mayEnter = vote?.may.includes('paper') === true;
  const about = `reject ${rejecting?.id}`;
  return (
    <Screen
      foot={mayEnter ? <Button isLarge text="录入一张" onPress={() => open(routes.enterPaper(voteId))} /> : undefined}
    >
      <Slot>
        {vote?.paper !== undefined && (
          <Card title={vote.title}>
            <Figures
              figures={[
                { name: '已复核，算数', amount: String(vote.paper.entered) },
                { name: '等复核', amount: String(vote.paper.waiting) },
                { name: '重复，不算', amount: String(vote.paper.refused) },
              ]}
            />
          </Card>
        )}
      </Slot>
      <Loaded
        view={pages.view}
        onRetry={() => void pages.reload()}
        empty={
          <EmptyState icon="file-text" title="还没有纸质选票" text="一个人录入并拍照，另一个人对着照片复核，才算数。" />
        }
      >
        {(papers) => (
          <>
            {papers.map((paper) => (
              <PaperCard
                key={paper.id}
                paper={paper}
                question={vote?.question}
                canDecide={mayEnter}
                isRunning={deeds.running === `confirm ${paper.id}`}
                onConfirm={() => void decide(paper, { decision: 'confirm' })}
                onReject={() => setRejecting(paper)}
              />
            ))}
            <ListTail tail={pages.tail} onMore={() => void pages.more()} />
          </>
        )}
      </Loaded>
      <Slot>
        {rejecting !== undefined && (
          <WordsSheet
            key={rejecting.id}
            title="哪里不对？"
            placeholder="和照片哪里不一致"
            submit="退回这一张"
            min={2}
            max={200}
            quick={['选项录错了', '房号录错了', '照片看不清，请重拍', '这一张录了两次']}
            isRunning={deeds.running === about}
            isLocked={deeds.isLocked(about)}
            refusal={deeds.refusalOf(about)}
            onSubmit={(reason) =>
              void decide(rejecting, { decision: 'reject', reason }).then((isDone) => isDone && setRejecting(undefined))
            }
            onClose={() => setRejecting(undefined)}
          />
        )}
      </Slot>
    </Screen>
  );
};

const PaperPage = () => {
  const { id } = useRouter().params;
  return id === undefined ? <NothingNamed /> : <Paper voteId={id} />;
};

export default PaperPage;
