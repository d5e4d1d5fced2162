/** An Ed25519 key in PKCS #8 in DER, as the service's secret holds one; its seed is the same in every run. */
export const testVoteKey = Buffer.concat([
  Buffer.from('302e020100300506032b657004220420', 'hex'),
  Buffer.alloc(32, 7),
]).toString('base64');
