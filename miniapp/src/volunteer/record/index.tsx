import type { CommunityId } from '@suishoupai/shared/ids';
import type { Certificate, VolunteerRecord } from '@suishoupai/shared/volunteering/contract';
import { learntLabels, spokenCode, spokenMinutes } from '@suishoupai/shared/volunteering/labels';
import { useMe } from '../../api/client.ts';
import { Head } from '../../hall/head.tsx';
import { Prose } from '../../hall/prose.tsx';
import { Stack } from '../../hall/stack.tsx';
import { open, routes } from '../../routes.ts';
import { useMetCommunity } from '../../state/met-community.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Chip } from '../../ui/chip.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ListRow } from '../../ui/list-row.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Rows } from '../../ui/rows.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Slot } from '../../ui/slot.tsx';
import { paths } from '../../volunteering/paths.ts';
import { type RecordControl, useRecord } from './_hooks/use-record.ts';

const CertificateCard = ({ certificate, control }: { certificate: Certificate; control: RecordControl }) => {
  const { code, minutes, services, revokedAt } = certificate;
  return (
    <Card title={`证明 ${spokenCode(code)}`}>
      <Stack>
        {revokedAt !== undefined && <Chip text="已作废" icon="circle-x" />}
        <Prose text={`${services.length} 次服务，共 ${spokenMinutes(minutes)}`} />
        {revokedAt === undefined ? (
          <Button
            look="soft"
            icon="download"
            text="下载 PDF"
            label={`下载 PDF，证明 ${spokenCode(code)}`}
            onPress={() => control.download(certificate)}
          />
        ) : (
          <Prose isQuiet text="里面的时长有更正，请重新开一份。" />
        )}
        <Button look="plain" text="看别人查到什么" onPress={() => open(paths.certificate(code))} />
      </Stack>
    </Card>
  );
};

type BodyProps = { record: VolunteerRecord; certificates: Certificate[]; control: RecordControl };

const Body = ({ record, certificates, control }: BodyProps) => (
  <>
    <Head
      title={`服务了 ${spokenMinutes(record.minutes)}`}
      note={`${record.services.length} 次，都由组织者核实过；时长不过期，也不能换成积分`}
    />
    <Slot>
      {record.minutes > 0 && (
        <Button
          icon="file-text"
          text="开一份服务证明"
          isLoading={control.running === 'issue'}
          onPress={control.issue}
        />
      )}
    </Slot>
    {certificates.map((certificate) => (
      <CertificateCard key={certificate.id} certificate={certificate} control={control} />
    ))}
    <Slot>
      {record.services.length > 0 && (
        <Card isTight title="服务">
          <Rows>
            {record.services.map(({ activityId, day, title, minutes, stars, words }) => (
              <ListRow
                key={`${activityId} ${day}`}
                icon="calendar"
                title={title}
                note={[day, spokenMinutes(minutes), `${stars} 星`, words].filter(Boolean).join(' · ')}
                onPress={() => open(routes.volunteering(activityId))}
              />
            ))}
          </Rows>
        </Card>
      )}
    </Slot>
    <Slot>
      {record.learnt.length > 0 && (
        <Card title="培训和表彰">
          <Stack>
            {record.learnt.map(({ id, kind, title, day, by }) => (
              <Prose key={id} text={`${day} ${learntLabels[kind]}：${title}（${by}）`} />
            ))}
          </Stack>
        </Card>
      )}
    </Slot>
    <Card>
      <Stack>
        <Prose isQuiet text="按《志愿服务条例》第十九条，记录有个人基本信息、服务、培训、表彰和评价五项。" />
        <Button look="ghost" icon="download" text="导出记录（CSV）" onPress={control.exportRecord} />
      </Stack>
    </Card>
  </>
);

const Mine = ({ communityId }: { communityId: CommunityId }) => {
  const control = useRecord(communityId);
  return (
    <Screen>
      <Loaded view={control.view} onRetry={() => void control.reload()}>
        {({ record, certificates }) =>
          record === undefined ? (
            <EmptyState
              icon="user-round"
              title="还没有登记"
              text="登记以后就能报名，每次服务都记在这里。"
              action={<Button text="登记志愿者信息" onPress={() => open(paths.profile())} />}
            />
          ) : (
            <Body record={record} certificates={certificates} control={control} />
          )
        }
      </Loaded>
    </Screen>
  );
};

const Page = () => {
  const me = useMe();
  const community = useMetCommunity();
  if (me === undefined)
    return (
      <Screen>
        <EmptyState
          icon="user-round"
          title="登录后看服务记录"
          action={<Button text="去登录" onPress={() => open(routes.signIn())} />}
        />
      </Screen>
    );
  if (community !== undefined) return <Mine key={me.id} communityId={community.id} />;
  return (
    <Screen>
      <Skeleton />
    </Screen>
  );
};

export default Page;
