import { exactTime } from '@suishoupai/shared/time/china';
import { codeScanned } from '@suishoupai/shared/volunteering/certificate-square';
import type { ShownCertificate } from '@suishoupai/shared/volunteering/contract';
import { spokenCode, spokenMinutes } from '@suishoupai/shared/volunteering/labels';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { ApiError } from '../../api/api-error.ts';
import { Head } from '../../hall/head.tsx';
import { Prose } from '../../hall/prose.tsx';
import { Stack } from '../../hall/stack.tsx';
import { scanCode } from '../../platform/scan-code.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Chip } from '../../ui/chip.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Field } from '../../ui/field.tsx';
import { LineBox } from '../../ui/line-box.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { notify } from '../../ui/notify.ts';
import { Screen } from '../../ui/screen.tsx';
import { Slot } from '../../ui/slot.tsx';
import { Fact } from '../../volunteering/fact.tsx';
import { useVerify } from './_hooks/use-verify.ts';
import { codeTyped, isWhole } from './code.ts';

const Shown = ({ certificate }: { certificate: ShownCertificate }) => {
  const { name, community, minutes, from, until, services, issuedAt, code, revokedAt } = certificate;
  return (
    <>
      <Head title={revokedAt === undefined ? '这份证明有效' : '这份证明已作废'} note={`编号 ${spokenCode(code)}`}>
        {revokedAt === undefined ? (
          <Chip tone="brand" icon="shield-check" text="有效" />
        ) : (
          <Chip icon="circle-x" text="已作废" />
        )}
      </Head>
      <Slot>
        {revokedAt !== undefined && (
          <Card tone="warn">
            <Prose text={`${exactTime(revokedAt)} 更正了其中的时长，下面写的不再算数。`} />
          </Card>
        )}
      </Slot>
      <Card>
        <Stack>
          <Fact name="志愿者" words={name} />
          <Fact name="社区" words={community} />
          <Fact name="时长" words={`${spokenMinutes(minutes)}（${minutes} 分钟）`} />
          <Fact name="日期" words={from === until ? from : `${from} 到 ${until}`} />
          <Fact name="出具" words={exactTime(issuedAt)} />
        </Stack>
      </Card>
      <Card title={`服务 ${services.length} 次`}>
        <Stack>
          {services.map(({ title, day, minutes: each }) => (
            <Fact key={`${day} ${title}`} name={day.slice(5)} words={`${title}，${spokenMinutes(each)}`} />
          ))}
        </Stack>
      </Card>
    </>
  );
};

const Answer = ({ code }: { code: string }) => {
  const { view, reload } = useVerify(code);
  if (view.state === 'error' && view.error instanceof ApiError && view.error.code === 'certificate.notFound')
    return <EmptyState icon="search" title="没有这份证明" text="请再核对一遍编号，一共 12 个字母和数字。" />;
  return (
    <Loaded view={view} onRetry={() => void reload()}>
      {(certificate) => <Shown certificate={certificate} />}
    </Loaded>
  );
};

const Scan = ({ scan, onFound }: { scan: () => Promise<string>; onFound: (code: string) => void }) => {
  const look = async () => {
    const scanned = await scan();
    const code = codeScanned(scanned);
    if (code !== undefined) onFound(code);
    else if (scanned !== '') notify('这不是证明上的码');
  };
  return <Button look="soft" icon="camera" text="扫证明上的码" onPress={() => void look()} />;
};

const Page = () => {
  const { code: given = '' } = useRouter().params;
  const [typed, setTyped] = useState('');
  const [code, setCode] = useState(isWhole(codeTyped(given)) ? codeTyped(given) : undefined);
  return (
    <Screen>
      <Slot>{code !== undefined && <Answer key={code} code={code} />}</Slot>
      <Card>
        <Stack>
          <Field label={code === undefined ? '证明上的编号' : '再查一份'} hint="12 个字母和数字，横线可以不写">
            <LineBox
              value={typed}
              onChange={setTyped}
              maxLength={20}
              placeholder="比如 7K2M-9QRT-44WZ"
              label="证明编号"
            />
          </Field>
          <Button
            look={code === undefined ? 'filled' : 'soft'}
            icon="search"
            text="查验"
            isDisabled={!isWhole(codeTyped(typed))}
            onPress={() => setCode(codeTyped(typed))}
          />
          <Slot>{scanCode !== undefined && <Scan scan={scanCode} onFound={setCode} />}</Slot>
          <Prose isQuiet text="谁都可以查，不用登录。只显示证明上写的，姓名只露一个字。" />
        </Stack>
      </Card>
    </Screen>
  );
};

export default Page;
