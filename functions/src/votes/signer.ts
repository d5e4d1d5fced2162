import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto';
import type { Sha256 } from '@suishoupai/shared/votes/merkle';

export const sha256: Sha256 = (bytes) => new Uint8Array(createHash('sha256').update(bytes).digest());

/** The key of the service that signs heads and packs. `key`: PKCS #8 in DER in base 64, Ed25519; throws at start for anything else. */
export const makeSigner = (key: string) => {
  const privateKey = createPrivateKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'pkcs8' });
  const { crv, x = '' } = createPublicKey(privateKey).export({ format: 'jwk' });
  if (crv !== 'Ed25519') throw new Error('the key that signs votes is not an Ed25519 key');
  return {
    /** 32 bytes in hexadecimal. */
    publicKey: Buffer.from(x, 'base64url').toString('hex'),
    sign: (bytes: Uint8Array): Uint8Array => new Uint8Array(sign(null, bytes, privateKey)),
  };
};
export type Signer = ReturnType<typeof makeSigner>;
