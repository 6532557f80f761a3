import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import type { PasskeyAnswer, RegistrationAnswer } from '@/lib/sign-in/passkey-schema';

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest();
const base64url = (data: string | Buffer) => Buffer.from(data).toString('base64url');

/** User present and verified; with a new credential in it. */
const flags = { present: 0x05, registering: 0x45, unverified: 0x01 };

/**
 * A passkey in software (ES256, no attestation), so that answers can be made that no browser would give: replayed,
 * for another site, with a counter that falls back.
 */
export function softwareAuthenticator({ rpID, origin }: { rpID: string; origin: string }) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(16);
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  let counter = 0;

  const clientData = (type: 'create' | 'get', challenge: string, from = origin) =>
    Buffer.from(JSON.stringify({ type: `webauthn.${type}`, challenge, origin: from, crossOrigin: false }));

  const authenticatorData = (flag: number, count: number, credential = Buffer.alloc(0)) => {
    const counted = Buffer.alloc(5);
    counted.writeUInt8(flag, 0);
    counted.writeUInt32BE(count, 1);
    return Buffer.concat([sha256(rpID), counted, credential]);
  };

  /** RFC 9053: an EC2 key on P-256 for ES256, in CBOR. */
  const coseKey = Buffer.concat([
    Buffer.from('a5010203262001215820', 'hex'),
    Buffer.from(x, 'base64url'),
    Buffer.from('225820', 'hex'),
    Buffer.from(y, 'base64url'),
  ]);

  return {
    register(challenge: string): RegistrationAnswer {
      const length = Buffer.alloc(2);
      length.writeUInt16BE(id.length);
      const data = authenticatorData(
        flags.registering,
        counter,
        Buffer.concat([Buffer.alloc(16), length, id, coseKey]),
      );
      const size = Buffer.alloc(2);
      size.writeUInt16BE(data.length);
      // { fmt: "none", attStmt: {}, authData: … }
      const attestation = Buffer.concat([
        Buffer.from('a363666d74646e6f6e656761747453746d74a068617574684461746159', 'hex'),
        size,
        data,
      ]);
      return {
        id: base64url(id),
        rawId: base64url(id),
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: base64url(clientData('create', challenge)),
          attestationObject: base64url(attestation),
          transports: ['internal'],
        },
      };
    },
    answer(
      challenge: string,
      { count, from, verified = true }: { count?: number; from?: string; verified?: boolean } = {},
    ): PasskeyAnswer {
      counter += 1;
      const data = authenticatorData(verified ? flags.present : flags.unverified, count ?? counter);
      const client = clientData('get', challenge, from);
      return {
        id: base64url(id),
        rawId: base64url(id),
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: base64url(client),
          authenticatorData: base64url(data),
          signature: base64url(sign('sha256', Buffer.concat([data, sha256(client)]), privateKey)),
        },
      };
    },
  };
}
