/**
 * Web Crypto answers from threads of its own, at times that no seed decides. Whoever wants to know that nothing goes on any more asks how
 * many of its calls are under way.
 */
let underWay = 0;

const { subtle } = globalThis.crypto;
const counted =
  <Given extends unknown[], Answer>(call: (...given: Given) => Promise<Answer>) =>
  async (...given: Given): Promise<Answer> => {
    underWay += 1;
    try {
      return await call.apply(subtle, given);
    } finally {
      underWay -= 1;
    }
  };

for (const name of ['sign', 'verify', 'digest', 'importKey'] as const) {
  Object.defineProperty(subtle, name, { value: counted(subtle[name] as (...given: unknown[]) => Promise<unknown>) });
}

export const cryptoUnderWay = (): number => underWay;
