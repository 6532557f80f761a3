import { z } from 'zod';
import { plainText } from '@/lib/format/plain-text';

const base64url = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^[A-Za-z0-9_-]*$/);
const credentialId = base64url(1_400).min(1);

const answer = {
  id: credentialId,
  rawId: credentialId,
  type: z.literal('public-key'),
  clientExtensionResults: z.object({}),
};

/** What a browser answers to a request to register a passkey. */
export const registrationAnswer = z.object({
  ...answer,
  response: z.object({
    clientDataJSON: base64url(4_000),
    attestationObject: base64url(20_000),
    transports: z
      .array(z.enum(['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb']))
      .max(10)
      .default([]),
  }),
});

/** What a browser answers to a request to sign with a passkey. */
export const passkeyAnswer = z.object({
  ...answer,
  response: z.object({
    clientDataJSON: base64url(4_000),
    authenticatorData: base64url(4_000),
    signature: base64url(4_000),
  }),
});

export type RegistrationAnswer = z.output<typeof registrationAnswer>;
export type PasskeyAnswer = z.output<typeof passkeyAnswer>;

export const passkeyName = plainText(60).min(1, 'Give it a name you will recognise');
