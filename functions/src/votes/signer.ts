import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto';
import type { Sha256 } from '@suishoupai/shared/votes/merkle';

export const sha256: Sha256 = (bytes) => new Uint8Array(createHash('sha256').update(bytes).digest());

/** The key of the service that signs heads and packs. `key`: PKCS #8 in DER in base 64, Ed25519; throws for anything else. */
const readKey = (key: string) => {
  const privateKey = createPrivateKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'pkcs8' });
  const { crv, x = '' } = createPublicKey(privateKey).export({ format: 'jwk' });
  if (crv !== 'Ed25519') throw new Error('the key that signs votes is not an Ed25519 key');
  return {
    /** 32 bytes in hexadecimal. */
    publicKey: Buffer.from(x, 'base64url').toString('hex'),
    sign: (bytes: Uint8Array): Uint8Array => new Uint8Array(sign(null, bytes, privateKey)),
  };
};

/**
 * The present key, by which votes open, and after it, each behind a comma, the earlier ones: a vote is signed to its end with the key it has
 * opened with. Throws at start for what is no key.
 */
export const makeSigner = (keys: string) => {
  const [present, ...earlier] = keys.split(',').map((key) => readKey(key.trim()));
  if (present === undefined) throw new Error('there is no key to sign votes with');
  return {
    ...present,
    /** Throws when the service does not have that key any more. */
    under: (publicKey: string): typeof present => {
      const key = [present, ...earlier].find((each) => each.publicKey === publicKey);
      if (key === undefined) throw new Error(`the key ${publicKey}, by which a vote was opened, is not there any more`);
      return key;
    },
  };
};
export type Signer = ReturnType<typeof makeSigner>;
